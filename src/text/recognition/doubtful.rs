//! Words of which a program was not sure, found again in the paragraphs that its words made.

use std::collections::HashMap;

use super::{DOUBTFUL_PERCENT, RecognisedPage};

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Which of the doubtful words it is, counted from 0 in reading order.
    pub doubt: Option<usize>,
}

/// The paragraphs in pieces: each doubtful word is one of its own. Lines that follow each other otherwise in the paragraphs
/// than on the picture change nothing: a word is found by what it says, the second of two alike behind the first. One that
/// was joined with the rest of it on the next line is not found.
pub fn mark(paragraphs: &[String], page: &RecognisedPage) -> Vec<Vec<Piece>> {
    // Of each word of the picture, whether it is a doubtful one, in reading order.
    let mut known: HashMap<&str, Vec<Option<usize>>> = HashMap::new();
    let mut doubts = 0;
    for word in page.lines.iter().flatten() {
        let is_doubtful = word.confidence < DOUBTFUL_PERCENT;
        known.entry(&word.text).or_default().push(is_doubtful.then_some(doubts));
        doubts += usize::from(is_doubtful);
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut marked = Vec::new();
    for paragraph in paragraphs {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        for (at, word) in paragraph.split_whitespace().enumerate() {
            let count = seen.entry(word).or_default();
            let doubt = known.get(word).and_then(|words| words.get(*count)).copied().flatten();
            *count += 1;
            plain.push_str(if at == 0 { "" } else { " " });
            if doubt.is_none() {
                plain.push_str(word);
                continue;
            }
            if !plain.is_empty() {
                pieces.push(Piece { text: std::mem::take(&mut plain), doubt: None });
            }
            pieces.push(Piece { text: word.to_owned(), doubt });
        }
        if !plain.is_empty() {
            pieces.push(Piece { text: plain, doubt: None });
        }
        marked.push(pieces);
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::super::RecognisedWord;
    use super::*;

    fn page(lines: &[&[(&str, u8)]]) -> RecognisedPage {
        let word = |(text, confidence): &(&str, u8)| RecognisedWord {
            text: (*text).to_owned(),
            left: 0,
            top: 0,
            width: 9,
            height: 9,
            confidence: *confidence,
        };
        let lines = lines.iter().map(|line| line.iter().map(word).collect()).collect();
        RecognisedPage { width: 100, height: 100, lines, rules: Vec::new() }
    }

    /// Pieces as they are written, doubtful ones in brackets with their numbers.
    fn shown(paragraphs: &[&str], page: &RecognisedPage) -> Vec<String> {
        let paragraphs: Vec<String> = paragraphs.iter().map(|text| (*text).to_owned()).collect();
        let show = |piece: &Piece| match piece.doubt {
            Some(number) => format!("[{number} {}]", piece.text),
            None => piece.text.clone(),
        };
        mark(&paragraphs, page).iter().map(|pieces| pieces.iter().map(show).collect()).collect()
    }

    #[test]
    fn doubtful_words_are_found_in_their_paragraphs() {
        let page = page(&[
            &[("Жұмыс", 96), ("берушi", 41)],
            &[("мен", 50), ("кәсіподақ", 90), ("мен", 95)],
            &[("ұй-", 30)],
            &[("ым", 92), ("мен", 60)],
        ]);
        assert_eq!(
            shown(&["Жұмыс берушi мен", "кәсіподақ мен ұйым", "мен"], &page),
            ["Жұмыс [0 берушi] [1 мен]", "кәсіподақ мен ұйым", "[3 мен]"]
        );
        assert_eq!(shown(&["Жұмыс  берушi", "", "берушi"], &page), ["Жұмыс [0 берушi]", "", "берушi"]);
    }

    #[test]
    fn every_word_stays_where_it_is() {
        let page = page(&[&[("а", 10), ("б", 90), ("в", 10), ("г", 10)]]);
        for text in ["а б в г", "в а", "б", "г г б а", ""] {
            let paragraphs = vec![text.to_owned()];
            let pieces = mark(&paragraphs, &page);
            let again: String = pieces[0].iter().map(|piece| piece.text.as_str()).collect();
            assert_eq!(again, text);
        }
    }
}
