//! Whether words that a machine read look like words at all. Scanners put such words unseen over the pictures that they make;
//! one that does not know Kazakh writes barely a word of it right.

use crate::text::language::is_kazakh_letter;

/// The words from which a share tells something.
const FEW_WORDS: usize = 8;

/// The share of odd words from which a text was read poorly, in percent: the laws of the samples have less than 1, what a
/// program that knows Latin letters alone recognises on pictures of them has 60 to 70.
const POOR_PERCENT: usize = 15;

/// The share of Kazakh words from which a text is Kazakh, and the share of Kazakh letters that such a text has at least, in
/// percent: it has about 20.
const KAZAKH_WORDS_PERCENT: usize = 2;
const KAZAKH_LETTERS_PERCENT: usize = 3;

/// Frequent Kazakh words that are written with letters which Russian has too, and that no Russian text has.
const KAZAKH_WORDS: [&str; 14] = [
    "мен",
    "бен",
    "пен",
    "осы",
    "бойынша",
    "туралы",
    "немесе",
    "болып",
    "болады",
    "болса",
    "емес",
    "барлык",
    "жумыс",
    "шарт",
];

/// Letters that are words by themselves: prepositions and conjunctions.
const SINGLE: &str = "авикосуя";

/// Signs that stand in no word.
const SIGNS: &str = "|¦¬~^\\{}<>_=¤€£¥§±¶†‡‰";

/// The longest part of a word in which letters and digits stand together: «4А», «А4», «B12».
const CODE_MAX: usize = 3;

/// The letters from which a word has a vowel.
const VOWELLESS_MIN: usize = 5;

const VOWELS: &str = "аәеёиіоөуұүыэюяaeiouyə";

/// Whether words were read poorly. Few words are not judged.
pub fn is_poor(text: &str) -> bool {
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
    if words.len() < FEW_WORDS {
        return false;
    }
    let odd = words.iter().filter(|word| is_odd(word)).count();
    odd * 100 >= words.len() * POOR_PERCENT || lacks_kazakh_letters(&words)
}

/// How many of a hundred words are odd.
pub fn odd_percent(text: &str) -> usize {
    let words = || text.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    words().filter(|word| is_odd(word)).count() * 100 / words().count().max(1)
}

/// Whether a text has Kazakh words and not the letters that only Kazakh has.
fn lacks_kazakh_letters(words: &[&str]) -> bool {
    let kazakh = words.iter().filter(|word| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphabetic()).to_lowercase();
        KAZAKH_WORDS.contains(&bare.as_str())
    });
    let letters = || words.iter().flat_map(|word| word.chars()).filter(|letter| letter.is_alphabetic());
    let own = letters().filter(|letter| is_kazakh_letter(*letter));
    kazakh.count() * 100 >= words.len() * KAZAKH_WORDS_PERCENT
        && own.count() * 100 < letters().count() * KAZAKH_LETTERS_PERCENT
}

/// Whether a word is none of any language here: letters of two alphabets or digits in it, a capital behind a small letter, no
/// vowel, a letter that fell off another word.
fn is_odd(word: &str) -> bool {
    let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let mut letters = word.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        let small: String = letter.to_lowercase().collect();
        return !SINGLE.contains(&small);
    }
    bare.contains(|sign: char| SIGNS.contains(sign))
        || bare.split(|sign: char| !sign.is_alphanumeric()).any(is_odd_part)
}

fn is_odd_part(part: &str) -> bool {
    // In official Kazakh texts these stand for Cyrillic letters that look alike.
    let stands_in = |letter: char| matches!(letter, 'i' | 'I' | 'ə' | 'Ə' | 'h');
    let latin = part.chars().any(|letter| letter.is_ascii_alphabetic() && !stands_in(letter));
    let cyrillic = part.chars().any(|letter| matches!(letter, '\u{0400}'..='\u{04FF}'));
    let digits = part.chars().any(|letter| letter.is_ascii_digit());
    let count = part.chars().count();
    let letters: Vec<char> = part.chars().collect();
    let rises = letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase());
    let is_shouted = letters.iter().all(|letter| !letter.is_lowercase());
    let is_mute = count >= VOWELLESS_MIN
        && !is_shouted
        && !part.to_lowercase().contains(|letter: char| VOWELS.contains(letter));
    latin && cyrillic || digits && (latin || cyrillic) && count > CODE_MAX || rises || is_mute
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a sample law.
    fn law(name: &str) -> String {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/law").join(name);
        std::fs::read_to_string(path).expect("a sample")
    }

    #[test]
    fn laws_are_read_well() {
        for name in [
            "zakon_pedagog_kk_v2.txt",
            "zakon_pedagog_ru_v2.txt",
            "zakon_profsoyuz_kk.txt",
            "zakon_profsoyuz_ru.txt",
            "trudovoi_kodeks_razdel4_ru.txt",
        ] {
            let text = law(name);
            assert!(!is_poor(&text), "{name}: {} of 100", odd_percent(&text));
            assert!(odd_percent(&text) < 2, "{name}: {} of 100", odd_percent(&text));
        }
        assert!(!is_poor("Ш арт № 5"), "few words say nothing");
        assert!(!is_poor(
            "ЖШС мен ҚР БҒМ арасында 4А, 5Б сыныптары туралы IT-мамандар мен COVID-19 жөнінде шарт жасалды"
        ));
    }

    #[test]
    fn what_a_scanner_without_kazakh_makes_of_it_is_poor() {
        // Latin letters in words, a letter apart.
        assert!(is_poor(
            "YЖЫМДЬІК Ш АРТ 1. Жaппы epeжелеp 1.1. Шapт 2026-2O28 жылдaрга жасалды. 1.2. Ш арт барпык кызметкeрге колданылады."
        ));
        // Kazakh by the letters of Russian alone.
        let kazakh = law("zakon_pedagog_kk_v2.txt");
        let plain: String = kazakh
            .chars()
            .map(|letter| match letter {
                'ә' => 'э',
                'ғ' => 'г',
                'қ' => 'к',
                'ң' => 'н',
                'ө' => 'о',
                'ұ' | 'ү' => 'у',
                'һ' => 'х',
                'і' | 'i' => 'и',
                letter => letter,
            })
            .collect();
        assert!(is_poor(&plain));
    }
}
