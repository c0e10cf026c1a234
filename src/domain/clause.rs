//! A numbered part of a text, such as an article or a point, as addresses and labels name it: `A19`, `P5.2`, `A3.1.P2`.
//!
//! It stands for an anchor of the text (`art-19`, `p-5-2`, `art-3-1-p-2`), which is the same in every language, in the
//! capitals, digits and dots that a QR code holds in least space. It can never be taken for a code: it has a dot, or
//! fewer characters.

use std::fmt;

/// Longest one: a code on a label has no room for more.
const CHARS_MAX: usize = 14;

/// Most digits before the first dot, so that nothing without a dot is as long as a code.
const DIGITS_MAX: usize = 4;

/// The kinds of parts, as anchors call them and as they are written here.
const KINDS: [(&str, u8); 9] = [
    ("art", b'A'),
    ("p", b'P'),
    ("s", b'B'),
    ("ch", b'C'),
    ("sec", b'S'),
    ("par", b'R'),
    ("app", b'X'),
    // A heading without a number, by its turn; and the second of two parts with one number.
    ("h", b'H'),
    ("x", b'N'),
];

/// An article, or a point where there are no articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedClause {
    /// Which one.
    pub clause: Clause,
    /// The words of its heading without the number; of a point without one, its own first words.
    pub words: String,
    /// Whether the heading is of this part alone; else it stands above others too, and the number tells them apart.
    pub has_own_heading: bool,
    /// Whether members ask for it most.
    pub is_asked_for: bool,
}

/// A numbered part of a text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clause {
    bytes: [u8; CHARS_MAX],
    length: usize,
}

impl Clause {
    /// The part that an anchor leads to; none where it cannot be written as one, or only at length.
    pub fn of_anchor(anchor: &str) -> Option<Self> {
        let mut written = String::new();
        for part in anchor.split('-') {
            let digits_at = part.find(|c: char| c.is_ascii_digit()).unwrap_or(part.len());
            let (name, digits) = part.split_at(digits_at);
            let begins_number = name.is_empty() && written.ends_with(|c: char| c.is_ascii_uppercase());
            if !written.is_empty() && !begins_number {
                written.push('.');
            }
            if !name.is_empty() {
                let (_, letter) = KINDS.iter().find(|(kind, _)| *kind == name)?;
                written.push(char::from(*letter));
            }
            written.push_str(digits);
        }
        Self::parse(&written).filter(|clause| clause.anchor() == anchor)
    }

    /// Reads it as it is written, in any case. A number alone is a point, as people say it.
    pub fn parse(text: &str) -> Option<Self> {
        let mut text = text.trim_end_matches('.').to_ascii_uppercase();
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            text.insert(0, 'P');
        }
        let is_part = |part: &str| {
            let digits =
                part.strip_prefix(|c: char| KINDS.iter().any(|(_, letter)| char::from(*letter) == c));
            let number = digits.unwrap_or(part);
            let is_number = number.len() <= DIGITS_MAX && number.bytes().all(|byte| byte.is_ascii_digit());
            is_number && !number.starts_with('0') && !(number.is_empty() && digits.is_none())
        };
        let is_one = text.len() <= CHARS_MAX
            && text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.split('.').all(is_part);
        if !is_one {
            return None;
        }
        let mut clause = Self { bytes: [0; CHARS_MAX], length: text.len() };
        clause.bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(clause)
    }

    /// As it stands in addresses.
    pub fn as_str(&self) -> &str {
        // Only ASCII is ever put in.
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }

    /// The anchor to which it leads.
    pub fn anchor(&self) -> String {
        let mut anchor = String::new();
        for part in self.as_str().split('.') {
            let kind = KINDS.iter().find(|(_, letter)| part.starts_with(char::from(*letter)));
            let (name, digits) = kind.map_or(("", part), |(name, _)| (*name, &part[1..]));
            if !anchor.is_empty() {
                anchor.push('-');
            }
            anchor.push_str(name);
            // A turn and its number are one word of an anchor: `x2`.
            if !name.is_empty() && !digits.is_empty() && name != "x" {
                anchor.push('-');
            }
            anchor.push_str(digits);
        }
        anchor
    }

    /// What anchors call the kind of its narrowest part: `art`, `p`.
    pub fn kind(&self) -> &'static str {
        let letter = self.as_str().bytes().rfind(u8::is_ascii_uppercase);
        KINDS.iter().find(|(_, written)| Some(*written) == letter).map_or("p", |(name, _)| name)
    }

    /// The number of its narrowest part, as texts write it: `5.2`; empty where that has none.
    pub fn number(&self) -> String {
        let parts: Vec<&str> = self.as_str().split('.').collect();
        let starts = |part: &&str| part.starts_with(|c: char| c.is_ascii_uppercase());
        let at = parts.iter().rposition(starts).unwrap_or_default();
        let first = parts[at].trim_start_matches(|c: char| c.is_ascii_uppercase());
        [&[first], &parts[at + 1..]].concat().join(".")
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clause({self})")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Code;

    #[test]
    fn anchors_are_written_shortly() {
        for (anchor, written, number) in [
            ("art-19", "A19", "19"),
            ("p-5-2", "P5.2", "5.2"),
            ("art-3-1", "A3.1", "3.1"),
            ("art-3-1-p-2", "A3.1.P2", "2"),
            ("sec-4", "S4", "4"),
            ("app", "X", ""),
            ("app-p-3", "X.P3", "3"),
            ("h-12", "H12", "12"),
            ("p-4-x2", "P4.N2", "2"),
        ] {
            let clause = Clause::of_anchor(anchor).expect(anchor);
            assert_eq!((clause.as_str(), clause.anchor().as_str()), (written, anchor));
            assert_eq!(clause.number(), number, "{anchor}");
        }
    }

    #[test]
    fn people_type_a_number() {
        for text in ["P5.2", "p5.2", "5.2", "5.2."] {
            assert_eq!(Clause::parse(text).map(|clause| clause.anchor()), Some("p-5-2".to_owned()), "{text}");
        }
    }

    #[test]
    fn other_anchors_are_none() {
        for anchor in ["am-1-p-2", "note-3", "", "p-05", "art-12345", "app-10-art-20-p-30-s-40"] {
            assert_eq!(Clause::of_anchor(anchor), None, "{anchor}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_and_is_never_a_code(text in "[A-Za-z0-9.]{1,16}") {
            if let Some(clause) = Clause::parse(&text) {
                prop_assert_eq!(Clause::parse(clause.as_str()), Some(clause));
                prop_assert!(Code::parse(&text).is_err());
                prop_assert!(Code::parse(clause.as_str()).is_err());
            }
        }

        #[test]
        fn an_anchor_comes_back(numbers in prop::collection::vec(1_u16..99, 1..3), kind in 0_usize..7) {
            let numbers = numbers.iter().map(u16::to_string).collect::<Vec<_>>().join("-");
            let anchor = format!("{}-{numbers}", KINDS[kind].0);
            prop_assert_eq!(Clause::of_anchor(&anchor).map(|clause| clause.anchor()), Some(anchor));
        }
    }
}
