//! The short code of a document or an organization: seven characters, the last of them a check.

use std::fmt;

/// The 29 characters of a code: digits and the consonants that no digit looks like.
pub const ALPHABET: &[u8; 29] = b"0123456789BCDFGHJKMNPQRSTVWXZ";

/// Characters before the check character.
const RANDOM_LEN: usize = 6;

/// Characters of a code, the check character included.
pub const LEN: usize = RANDOM_LEN + 1;

/// A code with a right check character, such as `7K3M9Q3`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code([u8; LEN]);

/// Why a text is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotACode {
    /// It has another length or other characters: it was never meant as a code.
    Form,
    /// It looks like a code, but the check character is wrong: mistyped.
    Check,
}

impl Code {
    /// The code made of random numbers, each taken modulo 29.
    ///
    /// Give bytes below 232 (8 × 29) where every code should be equally likely.
    pub fn from_random(random: [u8; RANDOM_LEN]) -> Self {
        let mut characters = [0; LEN];
        for (slot, number) in characters.iter_mut().zip(random) {
            *slot = ALPHABET[usize::from(number) % ALPHABET.len()];
        }
        characters[RANDOM_LEN] = check_character(&characters[..RANDOM_LEN]);
        Self(characters)
    }

    /// Reads a code as people type it.
    ///
    /// Any case; spaces, hyphens (U+002D, U+2010 to U+2015) and trailing `/` and `.` are dropped; O is read as 0, I and
    /// L as 1; Cyrillic letters that look like Latin ones are folded.
    ///
    /// # Errors
    /// Another number of characters, a character that no code has, or a check character that does not fit.
    pub fn parse(text: &str) -> Result<Self, NotACode> {
        let characters = folded(text).ok_or(NotACode::Form)?;
        if characters[RANDOM_LEN] == check_character(&characters[..RANDOM_LEN]) {
            Ok(Self(characters))
        } else {
            Err(NotACode::Check)
        }
    }

    /// The seven characters without a separator, as in an address.
    pub fn as_str(&self) -> &str {
        // Only ASCII from the alphabet is ever put in.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The code as it is shown to people: `7K3-M9Q3`.
    pub fn grouped(&self) -> String {
        grouped(self.as_str())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({self})")
    }
}

/// Seven characters of the alphabet under which somebody asked for something, whether the last of them is a right check or
/// not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypedCode([u8; LEN]);

impl TypedCode {
    /// Reads it as leniently as a [`Code`]; none where it is none but for its check character.
    pub fn parse(text: &str) -> Option<Self> {
        folded(text).map(Self)
    }

    /// The code that it is; none where it is mistyped.
    pub fn code(self) -> Option<Code> {
        Code::parse(self.as_str()).ok()
    }

    /// The seven characters without a separator.
    pub fn as_str(&self) -> &str {
        // Only ASCII from the alphabet is ever put in.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// As it is shown to people: `7K3-M9Q4`.
    pub fn grouped(&self) -> String {
        grouped(self.as_str())
    }
}

impl From<Code> for TypedCode {
    fn from(code: Code) -> Self {
        Self(code.0)
    }
}

fn grouped(characters: &str) -> String {
    format!("{}-{}", &characters[..3], &characters[3..])
}

/// The characters as people type them, without what is dropped; none where they are not as many as a code has, or one that
/// no code has is among them.
fn folded(text: &str) -> Option<[u8; LEN]> {
    let mut characters = [0; LEN];
    let mut len = 0;
    for c in text.trim_end_matches(|c: char| c == '/' || c == '.' || c.is_whitespace()).chars() {
        if c.is_whitespace() || c == '-' || ('\u{2010}'..='\u{2015}').contains(&c) {
            continue;
        }
        *characters.get_mut(len)? = fold(c)?;
        len += 1;
    }
    (len == LEN).then_some(characters)
}

/// The NOID check character (NCDA): the sum of position × ordinal modulo 29, positions counted from 1.
fn check_character(characters: &[u8]) -> u8 {
    let sum: usize = characters
        .iter()
        .zip(1..)
        .map(|(c, position)| position * ALPHABET.iter().position(|a| a == c).unwrap_or_default())
        .sum();
    ALPHABET[sum % ALPHABET.len()]
}

fn fold(c: char) -> Option<u8> {
    let latin = match c {
        'В' | 'в' => 'B',
        'С' | 'с' => 'C',
        'Н' | 'н' => 'H',
        'К' | 'к' => 'K',
        'М' | 'м' => 'M',
        'Р' | 'р' => 'P',
        'Т' | 'т' => 'T',
        'Х' | 'х' => 'X',
        'О' | 'о' | 'O' | 'o' => '0',
        'I' | 'i' | 'L' | 'l' | 'І' | 'і' => '1',
        other => other.to_ascii_uppercase(),
    };
    u8::try_from(latin).ok().filter(|byte| ALPHABET.contains(byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_printed_examples_are_codes() {
        for text in ["7K3M9Q3", "4HD0TWX"] {
            assert_eq!(Code::parse(text).map(|code| code.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(Code::parse("7K3M9Q3").map(|code| code.grouped()), Ok("7K3-M9Q3".to_owned()));
    }

    #[test]
    fn is_read_leniently() {
        for text in [
            "7k3m9q3",
            "7K3-M9Q3",
            " 7K3 M9Q3 ",
            "7K3–M9Q3",
            "7K3‐M9Q3",
            "7К3М9Q3",
            "7к3м9q3",
            "7K3M9Q3/.",
            "7K3M9Q3./ ",
        ] {
            assert_eq!(Code::parse(text).map(|code| code.to_string()), Ok("7K3M9Q3".to_owned()), "{text}");
        }
        assert_eq!(Code::parse("4HDOTWX"), Code::parse("4HD0TWX"));
        assert_eq!(Code::parse("7K3M9Q4"), Err(NotACode::Check));
        for text in ["", "7K3M9Q", "7K3M9Q33", "search!", "7K3/M9Q3", "7K3M9Q?"] {
            assert_eq!(Code::parse(text), Err(NotACode::Form), "{text}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_always_noticed(random: [u8; 6], at in 0..LEN, other in 0..29_usize) {
            let code = Code::from_random(random);
            prop_assert_eq!(Code::parse(code.as_str()), Ok(code));
            prop_assert_eq!(Code::parse(&code.grouped().to_lowercase()), Ok(code));
            let mut typed = code.0;
            prop_assume!(typed[at] != ALPHABET[other]);
            typed[at] = ALPHABET[other];
            let text = std::str::from_utf8(&typed).expect("ASCII");
            prop_assert_eq!(Code::parse(text), Err(NotACode::Check));
            prop_assert_eq!(TypedCode::parse(text).map(|typed| (typed.code(), typed.grouped().replace('-', ""))),
                Some((None, text.to_owned())));
            prop_assert_eq!(TypedCode::from(code).code(), Some(code));
        }

        #[test]
        fn two_swapped_neighbours_are_always_noticed(random: [u8; 6], at in 0..RANDOM_LEN - 1) {
            let code = Code::from_random(random);
            let mut typed = code.0;
            prop_assume!(typed[at] != typed[at + 1]);
            typed.swap(at, at + 1);
            prop_assert_eq!(Code::parse(std::str::from_utf8(&typed).expect("ASCII")), Err(NotACode::Check));
        }

        #[test]
        fn reading_never_panics(text: String) {
            prop_assert!(Code::parse(&text).is_err() || TypedCode::parse(&text).is_some());
        }
    }
}
