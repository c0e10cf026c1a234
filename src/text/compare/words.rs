//! Lines as they are compared: words without look-alikes, kinds of quotes and dashes, hyphenation and white space.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::outline::fold;

/// Gives equal words and equal lines equal numbers.
#[derive(Default)]
pub struct Numbering {
    words: HashMap<String, u32>,
    lines: HashMap<Vec<u32>, u32>,
}

impl Numbering {
    fn word(&mut self, folded: String) -> u32 {
        let next = self.words.len() as u32;
        *self.words.entry(folded).or_insert(next)
    }

    /// The number of a sequence of words, or of lines.
    pub fn line(&mut self, sequence: Vec<u32>) -> u32 {
        let next = self.lines.len() as u32;
        *self.lines.entry(sequence).or_insert(next)
    }
}

/// A word or a mark of a line, with the white space after it.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Where it ends in the text of the line; it begins where the one before ends.
    pub end: usize,
    /// Equal tokens have equal numbers.
    pub number: u32,
    /// Whether it is a word or a mark.
    pub class: Class,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A word that may be part of a number: digits, or a Roman numeral.
    Numeral,
    /// Another word.
    Word,
    /// A mark of punctuation.
    Mark,
}

/// The tokens of a text. What stands in a `silent` range, such as the number of a footnote, is not compared.
pub fn tokens(text: &str, silent: &[Range<usize>], numbering: &mut Numbering) -> Vec<Token> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        if silent.iter().any(|range| range.contains(&at)) || character.is_whitespace() {
            open = false;
        } else if matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') {
            // Invisible: the word goes on.
        } else if let Some((_, word)) = found.last_mut().filter(|_| is_accent(character)) {
            accent(word, character);
        } else {
            let next = characters.peek().map(|(_, next)| *next);
            let joins = fold(character) == '-' && open && next.is_some_and(char::is_alphanumeric);
            let belongs = character.is_alphanumeric() || joins;
            match found.last_mut() {
                Some((_, word)) if open && belongs => word.push(folded(character)),
                _ => found.push((end, String::from(folded(character)))),
            }
            open = belongs;
        }
        if let Some((last, _)) = found.last_mut() {
            *last = end;
        }
    }
    let token =
        |(end, word): (usize, String)| Token { end, class: class(&word), number: numbering.word(word) };
    let mut tokens: Vec<Token> = found.into_iter().map(token).collect();
    match tokens.last_mut() {
        Some(last) => last.end = text.len(),
        // Nothing but white space and numbers of footnotes.
        None if !text.is_empty() => {
            tokens.push(Token { end: text.len(), number: numbering.word(String::new()), class: Class::Mark });
        }
        None => {}
    }
    tokens
}

fn class(word: &str) -> Class {
    if word.chars().any(|character| character.is_ascii_digit())
        || word.chars().all(|character| matches!(character, 'І' | 'Х' | 'V'))
    {
        Class::Numeral
    } else if word.chars().any(char::is_alphanumeric) {
        Class::Word
    } else {
        Class::Mark
    }
}

/// A character without what only looks different; capitals stay capitals, which is a difference that people see.
fn folded(character: char) -> char {
    match character {
        'B' => 'В',
        'H' => 'Н',
        'Y' => 'Ү',
        '«' | '»' | '\u{201c}'..='\u{201f}' | '\u{2039}' | '\u{203a}' => '"',
        '\u{2018}'..='\u{201b}' | '\u{02bc}' | '`' => '\'',
        _ if character.is_uppercase() => {
            let lower = fold(character);
            lower.to_uppercase().next().unwrap_or(lower)
        }
        _ => fold(character),
    }
}

/// The breve of й and the two dots of ё as characters of their own, as some PDF files have them.
fn is_accent(character: char) -> bool {
    matches!(character, '\u{306}' | '\u{308}')
}

fn accent(word: &mut String, accent: char) {
    let composed = match (accent, word.chars().last()) {
        ('\u{306}', Some('и')) => 'й',
        ('\u{306}', Some('И')) => 'Й',
        // ё is compared as е.
        _ => return,
    };
    word.pop();
    word.push(composed);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(texts: &[&str]) -> Vec<Vec<u32>> {
        let mut numbering = Numbering::default();
        let numbers =
            |text: &&str| tokens(text, &[], &mut numbering).iter().map(|token| token.number).collect();
        texts.iter().map(numbers).collect()
    }

    #[test]
    fn what_only_looks_different_is_equal() {
        for (one, other) in [
            ("Салалық келісім", "Caлалық  келiciм "),
            ("«Педагог» – 3-1-бап", "\"Педагог\" - 3–1-бап"),
            ("кәсіподақ", "кəсіпо\u{ad}дақ"),
            ("Трудовой", "Трудовои\u{306}"),
            ("ещё", "еще"),
            ("ІV бөлім", "IV бөлім"),
        ] {
            let found = numbers(&[one, other]);
            assert_eq!(found[0], found[1], "{one} / {other}");
        }
    }

    #[test]
    fn what_people_see_is_different() {
        for (one, other) in
            [("бес жыл", "үш жыл"), ("Ұйым", "ұйым"), ("үй", "уй"), ("он.", "он;"), ("3-1", "31")]
        {
            let found = numbers(&[one, other]);
            assert_ne!(found[0], found[1], "{one} / {other}");
        }
    }

    #[test]
    fn tokens_give_back_their_line() {
        let mut numbering = Numbering::default();
        for text in ["  3) «бес жылда» бір[1]; ", "", " ", "\u{306}й", "а-", "-а"] {
            let tokens = tokens(text, &[], &mut numbering);
            assert_eq!(tokens.last().map_or(0, |token| token.end), text.len(), "{text:?}");
        }
    }
}
