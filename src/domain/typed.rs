//! What people type, paste or import, as it is kept: every name, title, number, reason and contact goes through here once.

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// A line as it is kept: composed letters (NFC), single spaces, and nothing that nobody sees.
///
/// Words pasted out of PDF and Word bring controls where a hyphen stood or might stand, marks of direction and signs
/// without a width. What breaks a line becomes a space, Word's unbreakable hyphen a hyphen, and the rest goes. U+FFFD
/// stays: it says that a letter was lost.
pub fn clean(text: &str) -> String {
    let seen = |letter: char| match letter {
        '\u{1E}' | '\u{2011}' => Some('-'),
        _ if letter.is_whitespace() => Some(' '),
        _ if is_unseen(letter) => None,
        _ => Some(letter),
    };
    let visible: String = text.chars().filter_map(seen).collect();
    let composed = if is_nfc(&visible) { visible } else { visible.nfc().collect() };
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether nobody sees a letter, and Kazakh, Russian and English need it nowhere.
fn is_unseen(letter: char) -> bool {
    let is_noncharacter = u32::from(letter) & 0xFFFE == 0xFFFE || matches!(letter, '\u{FDD0}'..='\u{FDEF}');
    letter.is_control()
        || is_noncharacter
        || matches!(
            letter,
            // Hyphens that may stand, joiners, marks of direction, invisible operators, shapes of other letters.
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFC}' | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// The same of several lines, which stay lines; empty ones between them become one.
pub fn clean_lines(typed: &str) -> String {
    let mut lines: Vec<String> = typed.lines().map(clean).collect();
    lines.dedup_by(|one, before| one.is_empty() && before.is_empty());
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_nobody_sees_goes_and_what_is_seen_stays() {
        for (typed, kept) in [
            ("  Жарғы \t кәсіподақ\r\nқұжаты\u{2028}мен ", "Жарғы кәсіподақ құжаты мен"),
            ("Жады\u{1F}нама", "Жадынама"),
            ("Школа\u{1E}лицей", "Школа-лицей"),
            ("Памят\u{2}ка\u{FFFE}\u{FFFF}\0", "Памятка"),
            ("\u{202E}Уст\u{200B}ав\u{2069}\u{FEFF}", "Устав"),
            ("Догово\u{AD}р\u{A0}№\u{202F}5", "Договор № 5"),
            ("и\u{306} и\u{200D}\u{306}", "й й"),
            ("Ә ғ қ ң ө ұ ү һ і Ё « » – ₸ ½", "Ә ғ қ ң ө ұ ү һ і Ё « » – ₸ ½"),
            ("пот\u{FFFD}ря", "пот\u{FFFD}ря"),
            ("\u{200B} \u{1F}", ""),
        ] {
            assert_eq!(clean(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn what_is_clean_stays_as_it_is() {
        for low in 0..0x11_0000_u32 {
            let Some(letter) = char::from_u32(low) else { continue };
            let once = clean(&format!("а{letter}и\u{306} {letter}"));
            assert_eq!(clean(&once), once, "U+{low:04X}");
            let is_xml = |c: char| c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
            assert!(once.chars().all(is_xml), "U+{low:04X} is no letter of XML 1.0");
        }
    }
}
