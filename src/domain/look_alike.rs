//! Letters that look alike on paper and are others to a machine: К and K, А and A, О and O and 0.
//!
//! Numbers of organizations are typed on a Kazakh, a Russian and an English keyboard, and a school must not become two
//! organizations because of that.

use unicode_normalization::UnicodeNormalization as _;

use super::typed::clean;

/// What a text looks like: two texts with the same look are read as one by everybody. Case and spaces do not count.
pub fn look(text: &str) -> String {
    clean(text).nfkc().flat_map(char::to_uppercase).filter(|c| !c.is_whitespace()).map(as_latin).collect()
}

/// What a number may be taken for: as [`look`], with digits for the letters that look like them, and without the zeros in
/// front that a spreadsheet takes away from a number of digits alone.
pub fn blurred(number: &str) -> String {
    let digit = |letter| match letter {
        'O' => '0',
        'З' => '3',
        other => other,
    };
    let blurred: String = look(number).chars().map(digit).collect();
    if blurred.bytes().all(|byte| byte.is_ascii_digit()) {
        blurred.trim_start_matches('0').to_owned()
    } else {
        blurred
    }
}

/// A script whose letters look like those of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// The letters of Kazakh and Russian.
    Cyrillic,
    /// The letters of English.
    Latin,
    /// The letters of Greek.
    Greek,
}

/// The first letter of a text that only looks like the one in its place in `other`, and its script; none where they differ
/// in case, spaces and forms alone.
pub fn stranger(text: &str, other: &str) -> Option<(char, Script)> {
    let letters = |text: &str| -> Vec<char> {
        let text = clean(text);
        text.nfkc().flat_map(char::to_uppercase).filter(|letter| !letter.is_whitespace()).collect()
    };
    let pairs = letters(text).into_iter().zip(letters(other));
    let mut strangers = pairs.filter(|(one, other)| one != other).map(|(one, _)| one);
    strangers.find_map(|letter| Some((letter, script(letter)?)))
}

const fn script(letter: char) -> Option<Script> {
    match letter {
        'A'..='Z' => Some(Script::Latin),
        '\u{370}'..='\u{3FF}' => Some(Script::Greek),
        '\u{400}'..='\u{52F}' => Some(Script::Cyrillic),
        _ => None,
    }
}

/// The Latin letter, or the plain sign, that a capital letter or a sign looks like; itself where it looks like none.
const fn as_latin(letter: char) -> char {
    match letter {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' | 'Ӏ' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ԛ' => 'Q',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Ԝ' => 'W',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' | 'Ү' => 'Y',
        'Ζ' => 'Z',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '«' | '»' | '“' | '”' | '„' => '"',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_has_the_same_look() {
        for (typed, number) in [
            ("К003", "K003"),
            ("С006", "C006"),
            ("Р 007", "p007"),
            ("О001", "O001"),
            ("Ο001", "O001"),
            ("ТМ–5", "TM-5"),
            ("АВСЕНКМОРТУХІ", "ABCEHKMOPTYXI"),
            ("ΑΒΕΗΚΜΟΡΤΥΧΙΝΖ", "ABEHKMOPTYXINZ"),
            ("Ｓ０５４\u{200B}", "s054"),
            (" к\u{A0}003 ", "К003"),
        ] {
            assert_eq!(look(typed), look(number), "{typed} {number}");
        }
        for (one, other) in [("K003", "K004"), ("Ж5", "K5"), ("O001", "0001"), ("S1", "S001"), ("S-1", "S1")]
        {
            assert_ne!(look(one), look(other), "{one} {other}");
        }
    }

    #[test]
    fn digits_and_letters_are_only_doubtful() {
        for (one, other) in
            [("O001", "0001"), ("S0O1", "S001"), ("КОО3", "K003"), ("054", "54"), ("К00З", "K003")]
        {
            assert_eq!(blurred(one), blurred(other), "{one} {other}");
        }
        for (one, other) in [("S054", "S54"), ("K003", "K004"), ("I1", "11")] {
            assert_ne!(blurred(one), blurred(other), "{one} {other}");
        }
    }

    #[test]
    fn the_letter_of_another_keyboard_is_named() {
        assert_eq!(stranger("К003", "K003"), Some(('К', Script::Cyrillic)));
        assert_eq!(stranger("k003", "К003"), Some(('K', Script::Latin)));
        assert_eq!(stranger("Ο001", "O001"), Some(('Ο', Script::Greek)));
        assert_eq!(stranger(" k 003", "K003"), None);
    }
}
