//! Whether the days that were typed are those of the text.

use super::doubt::DoubtKind;
use crate::domain::Day;
use crate::domain::requisites::RequisitesInput;

/// Characters at the beginning of a text in which its term and its day stand.
const HEAD_CHARS: usize = 2_000;

/// Characters at the end of a text, where it is signed.
const TAIL_CHARS: usize = 1_500;

/// The longest line that says of which day a text is, in characters.
const LINE_MAX_CHARS: usize = 120;

/// Years that a term may begin or end in.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// Months as they begin, in Kazakh and Russian, in their order.
const MONTHS: [[&str; 2]; 12] = [
    ["қаңтар", "январ"],
    ["ақпан", "феврал"],
    ["наурыз", "март"],
    ["сәуір", "апрел"],
    ["мамыр", "ма"],
    ["маусым", "июн"],
    ["шілде", "июл"],
    ["тамыз", "август"],
    ["қыркүйек", "сентябр"],
    ["қазан", "октябр"],
    ["қараша", "ноябр"],
    ["желтоқсан", "декабр"],
];

/// Words of lines that name the day of another text.
const OTHER_TEXTS: [&str; 5] = ["заң", "закон", "кодек", "бұйры", "приказ"];

/// What is doubtful about the days.
pub fn doubts(text: &str, typed: &RequisitesInput) -> Vec<DoubtKind> {
    term(text, typed).into_iter().chain(day(text, typed)).collect()
}

/// The term in the title, «2026–2028 жылдарға», is another one than was typed.
fn term(text: &str, typed: &RequisitesInput) -> Option<DoubtKind> {
    let end = typed.term_end?;
    let (first, last) = years(head(text, HEAD_CHARS))?;
    let begins = [typed.effective_from, typed.signed_on].into_iter().flatten().map(Day::year);
    let is_begin = begins.clone().any(|year| year == first) || begins.count() == 0;
    // A term of whole years that begins on a later day than New Year ends in the year after the last one.
    let is_end = end.year() == last || (end.year() == last + 1 && end.month() < 12);
    (!is_begin || !is_end).then(|| DoubtKind::OtherTerm { found: format!("{first}–{last}") })
}

/// The days that a text names: of which day it is, by a short line at its beginning, else by the last day at its end; and the
/// whole years of its term. Empty where it does not say. It applies from its own day, or from the first of its years where
/// that is later.
pub fn read(text: &str) -> RequisitesInput {
    let tail = text.char_indices().nth_back(TAIL_CHARS).map_or(text, |(at, _)| &text[at..]);
    let at_end = || tail.lines().filter(|line| is_own(line)).flat_map(days).last();
    let at_beginning = head(text, HEAD_CHARS).lines().filter(|line| is_own(line)).flat_map(days).next();
    let signed_on = at_beginning.or_else(at_end).map(|(day, _)| day);
    let years = years(head(text, HEAD_CHARS));
    let whole = |year, month, day| Day::new(year, month, day).ok();
    let begins = years.and_then(|(first, _)| whole(first, 1, 1));
    RequisitesInput {
        signed_on,
        effective_from: signed_on.max(begins.filter(|_| signed_on.is_some())),
        term_end: years.and_then(|(_, last)| whole(last, 12, 31)),
        ..RequisitesInput::default()
    }
}

/// Whether a line is short and names no day of another text.
fn is_own(line: &str) -> bool {
    let lower = line.to_lowercase();
    line.chars().count() <= LINE_MAX_CHARS && !OTHER_TEXTS.iter().any(|word| lower.contains(word))
}

/// The first pair of years with a dash between them.
fn years(text: &str) -> Option<(i16, i16)> {
    text.match_indices(['-', '–', '—']).find_map(|(at, dash)| {
        let before = text[..at].trim_end();
        let after = text[at + dash.len()..].trim_start();
        let first = before.get(before.len().checked_sub(4)?..)?.parse().ok()?;
        let last = after.get(..4)?.parse().ok()?;
        let is_number_longer = before[..before.len() - 4].ends_with(|c: char| c.is_alphanumeric())
            || after[4..].starts_with(|c: char| c.is_ascii_digit());
        let is_term = YEARS.contains(&first) && YEARS.contains(&last) && first < last;
        (is_term && !is_number_longer).then_some((first, last))
    })
}

/// A short line at the beginning names a day, and neither it nor the end of the text names one that was typed.
fn day(text: &str, typed: &RequisitesInput) -> Option<DoubtKind> {
    let typed: Vec<Day> = [typed.signed_on, typed.effective_from].into_iter().flatten().collect();
    if typed.is_empty() {
        return None;
    }
    let tail = text.char_indices().nth_back(TAIL_CHARS).map_or(text, |(at, _)| &text[at..]);
    let own = head(text, HEAD_CHARS).lines().filter(|line| is_own(line));
    let found: Vec<(Day, String)> = own.flat_map(days).collect();
    let is_typed = |(day, _): &(Day, String)| typed.contains(day);
    if found.iter().any(is_typed) || tail.lines().flat_map(days).any(|day| is_typed(&day)) {
        return None;
    }
    found.into_iter().next().map(|(_, found)| DoubtKind::OtherDay { found })
}

fn head(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// The days of a line as people write them: `15.01.2026`, «15 қаңтар 2026», «2026 жылғы 15 қаңтар», «15 января 2026».
fn days(line: &str) -> Vec<(Day, String)> {
    let lower = line.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    for at in 0..words.len() {
        let number = |at: usize| words.get(at).and_then(|word| word.parse::<i16>().ok());
        let month_at = |at: usize| words.get(at).and_then(|word| month(word));
        let Some(day) = number(at).filter(|day| (1..=31).contains(day)) else { continue };
        let year = |at: usize| number(at).filter(|year| YEARS.contains(year));
        let read = match (month_at(at + 1), number(at + 1)) {
            (Some(month), _) => {
                // The year stands behind the month, or before the day: with a word between them, or without.
                let before = [1, 2].into_iter().find_map(|back| year(at.checked_sub(back)?));
                year(at + 2).or(before).map(|year| (year, month))
            }
            (None, Some(month @ 1..=12)) => year(at + 2).map(|year| (year, month as i8)),
            _ => None,
        };
        let date = read.and_then(|(year, month)| Day::new(year, month, day as i8).ok());
        found.extend(date.map(|date| (date, line.trim().to_owned())));
    }
    found
}

/// The month that a word names.
fn month(word: &str) -> Option<i8> {
    let names = |begun: &str| match begun {
        // "Мая" and "май", not "март" and "мамыр".
        "ма" => word == "мая" || word == "май",
        _ => word.starts_with(begun),
    };
    let at = MONTHS.iter().position(|both| both.iter().any(|begun| names(begun)))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPED: RequisitesInput = RequisitesInput {
        signed_on: Some(Day::constant(2026, 1, 15)),
        effective_from: Some(Day::constant(2026, 1, 15)),
        term_end: Some(Day::constant(2028, 12, 31)),
        prolongation: crate::domain::requisites::Prolongation::None,
    };

    fn term(found: &str) -> Vec<DoubtKind> {
        vec![DoubtKind::OtherTerm { found: found.to_owned() }]
    }

    fn day(found: &str) -> Vec<DoubtKind> {
        vec![DoubtKind::OtherDay { found: found.to_owned() }]
    }

    #[test]
    fn another_term_is_seen() {
        for sound in ["Ұжымдық шарт 2026–2028 жылдарға", "на 2026 - 2028 годы", "№ 12025-20310", "без срока"]
        {
            assert_eq!(doubts(sound, &TYPED), [], "{sound}");
        }
        assert_eq!(doubts("Коллективный договор на 2023–2025 годы", &TYPED), term("2023–2025"));
        assert_eq!(doubts("2026—2029 жылдарға", &TYPED), term("2026–2029"));
        let year_later = RequisitesInput { term_end: Some(Day::constant(2029, 1, 14)), ..TYPED };
        assert_eq!(doubts("на 2026–2028 годы", &year_later), []);
        assert_eq!(doubts("на 2023–2025 годы", &RequisitesInput::default()), []);
    }

    #[test]
    fn days_are_read_where_the_text_says_them() {
        let day = Day::constant;
        let text = "Ұжымдық шарт\n2026–2028 жылдарға\nАстана қаласы, 2025 жылғы 20 желтоқсан\n1. Сөздер.";
        let of_text = read(text);
        assert_eq!(of_text.signed_on, Some(day(2025, 12, 20)));
        assert_eq!(of_text.effective_from, Some(day(2026, 1, 1)));
        assert_eq!(of_text.term_end, Some(day(2028, 12, 31)));
        let signed_below = format!("на 2026-2028 годы\n{}\nПодписан 15.01.2026", "1. Слова.\n".repeat(500));
        let of_text = read(&signed_below);
        assert_eq!([of_text.signed_on, of_text.effective_from], [Some(day(2026, 1, 15)); 2]);
        for unsaid in ["", "Трудовой кодекс от 23 ноября 2015 года", "Договор"]
        {
            assert_eq!(read(unsaid), RequisitesInput::default(), "{unsaid}");
        }
        assert_eq!(read("на 2026-2028 годы").effective_from, None, "nobody says from which day");
    }

    #[test]
    fn another_day_is_seen_in_each_way_of_writing_it() {
        let sound = [
            "г. Астана, 15.01.2026",
            "Астана қаласы, 2026 жылғы 15 қаңтар",
            "«15» января 2026 года",
            "15 қаңтар 2026 ж.",
            "В соответствии с Трудовым кодексом от 23 ноября 2015 года",
            "2 мая",
        ];
        for line in sound {
            assert_eq!(doubts(line, &TYPED), [], "{line}");
        }
        for line in ["г. Астана, 15.02.2026", "2025 жылғы 3 мамыр", "«1» мая 2025 года", "3 тамыз 2025 ж."]
        {
            assert_eq!(doubts(&format!("Шарт\n{line}\n"), &TYPED), day(line), "{line}");
        }
        let signed_below =
            format!("Принят 1 мая 2025 года\n{}\nПодписан 15.01.2026", "1. Слова.\n".repeat(500));
        assert_eq!(doubts(&signed_below, &TYPED), []);
    }
}
