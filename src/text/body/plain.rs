//! Words of different looks as plain characters.

use super::Span;

/// What stands around crossed-out words in plain text.
pub const STRUCK: &str = "~~";

/// Writes words as plain characters: raised and lowered ones by signs, crossed-out ones between `~~`; where a footnote
/// stands, `mark` writes what stands for it.
pub fn write_words(spans: &[Span], text: &mut String, mut mark: impl FnMut(&Span, &mut String)) {
    let mut is_struck = false;
    for span in spans {
        if span.note.is_some() {
            mark(span, text);
            continue;
        }
        let words = span.letters();
        // White space belongs to the words that are not crossed out.
        let blank = words.len() - words.trim_start().len();
        if span.is_struck == is_struck || blank == words.len() {
            text.push_str(&words);
            continue;
        }
        if is_struck {
            text.insert_str(text.trim_end().len(), STRUCK);
            text.push_str(&words);
        } else {
            text.push_str(&words[..blank]);
            text.push_str(STRUCK);
            text.push_str(&words[blank..]);
        }
        is_struck = span.is_struck;
    }
    if is_struck {
        text.insert_str(text.trim_end().len(), STRUCK);
    }
}
