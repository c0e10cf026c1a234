//! Words typed while the keyboard was set to another alphabet: «jngecr» is «отпуск», «;fkf0s» is «жалақы».
//!
//! The Kazakh layout is the Russian one with its own letters on the row of numbers.

/// The keys of the Russian layout by what they write on the Latin one.
const KEYS: [(&str, &str); 2] =
    [("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё"), ("{}:\"<>~", "хъжэбюё")];

/// The keys on which the Kazakh layout has letters where the others have numbers and signs.
const KAZAKH_KEYS: (&str, &str) = ("2345890-=", "әіңғүұқөһ");

/// What a stretch without spaces may have been meant to be, on other layouts; the likeliest first. Signs at its end may be
/// signs or letters.
pub(super) fn readings(chunk: &str) -> Vec<String> {
    let lower = chunk.to_lowercase();
    let (mut has_latin, mut has_cyrillic, mut has_key) = (false, false, false);
    for c in lower.chars() {
        has_latin |= c.is_ascii_alphabetic();
        has_cyrillic |= matches!(c, '\u{0400}'..='\u{04ff}');
        has_key |= KAZAKH_KEYS.0.contains(c);
    }
    let trimmed = lower.trim_matches(['.', ',', ';', ':', '!', '?', '"', '\'', '(', ')', '«', '»', '…']);
    let mut readings: Vec<String> = Vec::new();
    let mut add = |reading: String| {
        if reading != lower && !readings.contains(&reading) {
            readings.push(reading);
        }
    };
    if has_latin && !has_cyrillic {
        for text in [trimmed, &lower] {
            add(text.chars().map(russian).collect());
            add(text.chars().map(|c| kazakh(c).unwrap_or_else(|| russian(c))).collect());
        }
    } else if has_cyrillic && !has_latin {
        if has_key {
            add(trimmed.chars().map(|c| kazakh(c).unwrap_or(c)).collect());
        }
        add(trimmed.chars().map(latin).collect());
    }
    readings
}

/// What a key that writes a Cyrillic letter writes on the Latin layout; every other sign stays.
pub(super) fn latin(c: char) -> char {
    written(c, (KEYS[0].1, KEYS[0].0)).unwrap_or(c)
}

fn russian(c: char) -> char {
    KEYS.iter().find_map(|keys| written(c, *keys)).unwrap_or(c)
}

fn kazakh(c: char) -> Option<char> {
    written(c, KAZAKH_KEYS)
}

fn written(c: char, (from, to): (&str, &str)) -> Option<char> {
    from.chars().zip(to.chars()).find(|(key, _)| *key == c).map(|(_, letter)| letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_on_the_layout_that_was_meant() {
        for (typed, meant) in [
            ("jngecr", "отпуск"),
            ("ghjacj.p", "профсоюз"),
            (",jkmybxysq", "больничный"),
            ("Pfhgkfnf?", "зарплата"),
            (";fkf0s", "жалақы"),
            ("r2c3gjlf0", "кәсіподақ"),
            ("r'cbgjlfr", "кэсиподак"),
            ("к2с3пода0", "кәсіподақ"),
            ("к-мек", "көмек"),
            ("вгуы", "dues"),
        ] {
            assert!(readings(typed).iter().any(|one| one == meant), "{typed}: {:?}", readings(typed));
        }
    }

    #[test]
    fn what_has_no_letter_has_no_other_reading() {
        assert!(readings("54").is_empty());
        assert!(readings("№").is_empty());
        assert!(readings("").is_empty());
    }
}
