//! Numbers as laws write them: digits, Roman numerals, ordinals in words, in letters of either alphabet.

/// Ordinals of one to nine and of tens, in Kazakh, folded.
const KAZAKH_UNITS: [&str; 9] =
    ["бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы"];
const KAZAKH_TENS: [(&str, u32); 2] = [("оныншы", 10), ("жиырмасыншы", 20)];
const KAZAKH_TENS_BEFORE: [(&str, u32); 2] = [("он", 10), ("жиырма", 20)];

/// Stems of Russian ordinals without their endings, longer stems before those that they begin with.
const RUSSIAN: [(&str, u32); 20] = [
    ("одиннадцат", 11),
    ("двенадцат", 12),
    ("тринадцат", 13),
    ("четырнадцат", 14),
    ("пятнадцат", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("перв", 1),
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("седьм", 7),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
];

/// A character as it is compared: lower case, Latin look-alikes as Cyrillic letters, one dash.
///
/// Official Kazakh text mixes Latin letters (i, ə) into Cyrillic words.
pub fn fold(character: char) -> char {
    match character.to_lowercase().next().unwrap_or(character) {
        'a' => 'а',
        'c' => 'с',
        'e' | 'ё' => 'е',
        'h' => 'һ',
        'i' | 'ı' | 'ӏ' => 'і',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        'ə' | 'ǝ' => 'ә',
        'ɵ' => 'ө',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

/// A number at the start, in digits (`3-1`, `3¹`, `12.1`) or Roman numerals, with its length.
pub fn numeral(folded: &[char]) -> Option<(String, usize)> {
    plain_number(folded).or_else(|| roman(folded))
}

/// A number of digits at the start with its length; parts of more than three digits are years and no numbers.
pub fn plain_number(folded: &[char]) -> Option<(String, usize)> {
    let mut parts = vec![String::new()];
    let mut at = 0;
    while let Some(character) = folded.get(at).copied() {
        if character.is_ascii_digit() {
            parts.last_mut()?.push(character);
        } else if let Some(digit) = superscript(character) {
            // "Статья 3¹" is the old way of writing "Статья 3-1".
            if superscript(*folded.get(at.checked_sub(1)?)?).is_none() {
                parts.push(String::new());
            }
            parts.last_mut()?.push(digit);
        } else if matches!(character, '-' | '.') && folded.get(at + 1).is_some_and(char::is_ascii_digit) {
            parts.push(String::new());
        } else {
            break;
        }
        at += 1;
    }
    let honest = |part: &String| (1..=3).contains(&part.len()) && !part.starts_with('0');
    parts.iter().all(honest).then(|| (parts.join("-"), at))
}

fn superscript(character: char) -> Option<char> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9').find(|(raised, _)| *raised == character).map(|(_, digit)| digit)
}

/// A Roman numeral up to 39 at the start; its letters may be Cyrillic. L and C are left out: С is a Russian word.
fn roman(folded: &[char]) -> Option<(String, usize)> {
    let value = |character: &char| match character {
        'і' => Some(1),
        'v' => Some(5),
        'х' => Some(10),
        _ => None,
    };
    let values: Vec<u32> = folded.iter().map_while(value).collect();
    if values.is_empty()
        || values.len() > 9
        || folded.get(values.len()).is_some_and(|next| next.is_alphanumeric())
    {
        return None;
    }
    let mut total: i64 = 0;
    for (index, value) in values.iter().enumerate() {
        let before_greater = values.get(index + 1).is_some_and(|next| next > value);
        total += if before_greater { -i64::from(*value) } else { i64::from(*value) };
    }
    Some((total.to_string(), values.len()))
}

/// An ordinal in words at the start, with its length: `бірінші`, `он екінші`, `первая`.
pub fn ordinal(folded: &[char]) -> Option<(String, usize)> {
    let word_at = |from: usize| -> (String, usize) {
        let word: String = folded[from..].iter().take_while(|character| character.is_alphabetic()).collect();
        let length = word.chars().count();
        (word, from + length)
    };
    let (word, end) = word_at(0);
    let unit = |word: &str| KAZAKH_UNITS.iter().position(|unit| *unit == word).map(|index| index as u32 + 1);
    let tens = |table: &[(&str, u32)]| table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    if let Some(value) = unit(&word).or_else(|| tens(&KAZAKH_TENS)) {
        return Some((value.to_string(), end));
    }
    if let Some(value) = tens(&KAZAKH_TENS_BEFORE)
        && folded.get(end) == Some(&' ')
    {
        let (second, end) = word_at(end + 1);
        return unit(&second).map(|unit| ((value + unit).to_string(), end));
    }
    let (_, value) = RUSSIAN.iter().find(|(stem, _)| {
        word.strip_prefix(stem)
            .is_some_and(|ending| matches!(ending, "ый" | "ой" | "ий" | "ая" | "ья" | "ое" | "ье"))
    })?;
    Some((value.to_string(), end))
}
