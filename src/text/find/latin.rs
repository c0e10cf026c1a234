//! Cyrillic words in Latin letters: Russian as in passports and chats, Kazakh in its new alphabets, with apostrophes, and
//! plain. «Profsoyuz», «muǵalim», «mug'alim» and «mugalim» are read, then compared by their sound, in which everything
//! falls together that people write in several ways.

/// Most letters that are read: words have fewer.
const LETTERS_MAX: usize = 40;

/// Several letters for one, longest first; with an apostrophe for the Kazakh alphabet of 2017.
const SEVERAL: &[(&str, &str)] = &[
    ("shch", "щ"),
    ("sch", "щ"),
    ("yo", "е"),
    ("jo", "е"),
    ("yu", "ю"),
    ("ju", "ю"),
    ("ya", "я"),
    ("ja", "я"),
    ("ye", "е"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("gh", "г"),
    ("s'", "ш"),
    ("c'", "ч"),
    ("y'", "у"),
];

/// What a word in Latin letters may be in Cyrillic ones, as indexed words are folded: as a Russian and as a Kazakh one.
/// None where it has other letters.
pub(super) fn readings(chunk: &str) -> Vec<String> {
    let word: String = chunk.to_lowercase().chars().map(apostrophe).take(LETTERS_MAX).collect();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if !word.chars().any(char::is_alphabetic) || !word.chars().all(|c| letter(c, false).is_some()) {
        return Vec::new();
    }
    let mut readings: Vec<String> = [false, true].map(|is_kazakh| read(word, is_kazakh)).into();
    readings.dedup();
    readings
}

fn apostrophe(c: char) -> char {
    if matches!(c, '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´') { '\'' } else { c }
}

fn read(word: &str, is_kazakh: bool) -> String {
    let mut read = String::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let fits = |(latin, _): &&(&str, &str)| {
            // In Kazakh «ja» is жа; «ya» is я in both.
            rest.starts_with(latin) && !(is_kazakh && latin.starts_with('j'))
        };
        if let Some((latin, cyrillic)) = SEVERAL.iter().find(fits) {
            read.push_str(cyrillic);
            rest = &rest[latin.len()..];
            continue;
        }
        let after_vowel = read.chars().last().is_some_and(|c| "аеиоуыэюя".contains(c));
        read.push_str(match first {
            'y' if after_vowel => "й",
            other => letter(other, is_kazakh).unwrap_or_default(),
        });
        rest = &rest[first.len_utf8()..];
    }
    read
}

/// The Cyrillic letter of a Latin one. An apostrophe only says that a letter is soft, or a Kazakh one.
fn letter(c: char, is_kazakh: bool) -> Option<&'static str> {
    Some(match c {
        'a' | 'á' | 'ä' | 'ə' => "а",
        'b' => "б",
        'c' => "ц",
        'd' => "д",
        'e' | 'é' => "е",
        'f' => "ф",
        'g' | 'ǵ' | 'ğ' | 'ġ' => "г",
        'h' | 'x' => "х",
        'i' | 'í' | 'ı' | 'ï' => "и",
        'j' if is_kazakh => "ж",
        'j' => "й",
        'k' | 'q' => "к",
        'l' => "л",
        'm' => "м",
        'n' | 'ń' | 'ñ' | 'ŋ' => "н",
        'o' | 'ó' | 'ö' | 'ø' => "о",
        'p' => "п",
        'r' => "р",
        's' => "с",
        't' => "т",
        'u' | 'ú' | 'ü' | 'ū' | 'w' | 'ý' => "у",
        'v' => "в",
        'y' => "ы",
        'z' => "з",
        'ž' => "ж",
        'š' | 'ş' | 'ś' => "ш",
        'č' | 'ç' => "ч",
        '\'' | '\u{301}' | '\u{306}' | '\u{308}' => "",
        _ => return None,
    })
}

/// How a Cyrillic word sounds, roughly: signs that Latin letters leave out are left out, letters that they do not tell
/// apart are one, and doubled ones are single. None where the word has other letters.
pub(super) fn sound(word: &str) -> Option<String> {
    let mut sound = String::new();
    for c in word.chars() {
        let letters = match c {
            'ь' | 'ъ' => "",
            'и' | 'й' | 'ы' => "и",
            'э' | 'ё' => "е",
            'я' => "иа",
            'ю' => "иу",
            'щ' => "ш",
            'а'..='х' | 'ц' | 'ч' | 'ш' => {
                if !sound.ends_with(c) {
                    sound.push(c);
                }
                continue;
            }
            _ => return None,
        };
        for letter in letters.chars() {
            if !sound.ends_with(letter) {
                sound.push(letter);
            }
        }
    }
    Some(sound.replace("нг", "н")).filter(|sound| !sound.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_latin_letters_sounds_like_the_word() {
        for (latin, cyrillic) in [
            ("profsoyuz", "профсоюз"),
            ("profsojuz", "профсоюз"),
            ("otpusk", "отпуск"),
            ("zarplata", "зарплата"),
            ("bol'nichnyj", "больничный"),
            ("bolnichniy", "больничный"),
            ("likvidatsiya", "ликвидация"),
            ("likvidaciya", "ликвидация"),
            ("yezhegodnyy", "ежегодный"),
            ("kasipodak", "касиподак"),
            ("kásipodaq", "касиподак"),
            ("ka'sipodaq", "касиподак"),
            ("muǵalim", "мугалим"),
            ("mug'alim", "мугалим"),
            ("mūğalım", "мугалим"),
            ("eńbek", "енбек"),
            ("engbek", "енбек"),
            ("jalaqy", "жалакы"),
            ("zhalaky", "жалакы"),
            ("jūmys", "жумыс"),
            ("s'art", "шарт"),
        ] {
            let wanted = sound(cyrillic);
            let heard: Vec<_> = readings(latin).iter().map(|one| sound(one)).collect();
            assert!(heard.contains(&wanted), "{latin}: {heard:?}, not {wanted:?}");
        }
    }

    #[test]
    fn other_letters_are_not_read() {
        assert!(readings("отпуск").is_empty() && readings("k001").is_empty() && readings("'").is_empty());
        assert_eq!(sound("k001"), None);
    }
}
