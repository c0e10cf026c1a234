//! What the first words of a line say: a part of a document with its number, or a point.

use super::numbers::{fold, numeral, ordinal, plain_number};

/// Parts of a document, from the widest to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Қосымша, приложение.
    Appendix,
    /// Бөлім, раздел.
    Section,
    /// Тарау, глава.
    Chapter,
    /// Параграф.
    Paragraph,
    /// Бап, статья.
    Article,
}

/// What a line begins with; numbers are ASCII digits joined by hyphens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// A heading of a part; the number may be empty.
    Part(Part, String),
    /// A numbered line that looks like a heading: `1. ОБЩИЕ ПОЛОЖЕНИЯ`.
    Loud(String),
    /// The same with a Roman number, or a name with its initial.
    Roman(u32),
    /// A bold line with a number and a full stop at its end, `1. Общие положения.`: a heading, or a point that matters.
    Bold(String),
    /// `1.`, `2.4.`, `Пункт 1.`
    Point(String),
    /// `1)`, `Подпункт 1.`
    Subpoint(String),
}

/// Why a line may be a heading at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// Its style or its size says so.
    Styled,
    /// It is all capitals or all bold.
    Loud,
    /// It is all bold, but a sentence with a full stop or a colon.
    Closed,
    /// Nothing but its words.
    Words,
}

/// The longest title after a number and a full stop, in characters: titles of articles stay under 300.
const MAX_TITLE_CHARS: usize = 400;

/// The longest title after a number without a full stop: a longer line is a sentence.
const MAX_BARE_TITLE_CHARS: usize = 160;

/// The longest name and number of a part: `ОН ЖЕТІНШІ ПАРАГРАФ`.
const MAX_BARE_PART_CHARS: usize = 40;

/// The names of parts with Latin look-alikes folded into Cyrillic.
const NAMES: [(&str, Part); 11] = [
    ("раздел", Part::Section),
    ("глава", Part::Chapter),
    ("статья", Part::Article),
    ("параграф", Part::Paragraph),
    ("§", Part::Paragraph),
    ("приложение", Part::Appendix),
    ("бөлім", Part::Section),
    ("тарау", Part::Chapter),
    ("бап", Part::Article),
    ("қосымша", Part::Appendix),
    ("№", Part::Appendix),
];

const ENGLISH_NAMES: [(&str, Part); 5] = [
    ("section", Part::Section),
    ("chapter", Part::Chapter),
    ("article", Part::Article),
    ("appendix", Part::Appendix),
    ("annex", Part::Appendix),
];

impl Part {
    /// What the anchors of this part begin with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Appendix => "app",
            Self::Section => "sec",
            Self::Chapter => "ch",
            Self::Paragraph => "par",
            Self::Article => "art",
        }
    }
}

impl Marker {
    /// The part that a heading opens.
    pub fn part(&self) -> Option<Part> {
        match self {
            Self::Part(part, _) => Some(*part),
            Self::Loud(_) => Some(Part::Section),
            Self::Roman(_) | Self::Bold(_) | Self::Point(_) | Self::Subpoint(_) => None,
        }
    }
}

/// Whether a line is the name and number of a part and nothing else: `Глава 1`, `2-тарау.`
pub fn is_bare_part(text: &str) -> bool {
    let line: Vec<char> = text.chars().take(MAX_BARE_PART_CHARS + 1).collect();
    let folded: Vec<char> = line.iter().map(|character| fold(*character)).collect();
    let found = name_first(&line, &folded).or_else(|| number_first(&folded));
    found.is_some_and(|(part, number, end)| {
        let is_bare = line[end..].iter().all(|rest| rest.is_whitespace() || matches!(rest, '.' | ':'));
        part != Part::Appendix && !number.is_empty() && is_bare && line.len() <= MAX_BARE_PART_CHARS
    })
}

/// Reads what a line begins with.
pub fn read(text: &str, confidence: Confidence) -> Option<Marker> {
    let line: Vec<char> = text.chars().take(MAX_TITLE_CHARS + 1).collect();
    let folded: Vec<char> = line.iter().map(|character| fold(*character)).collect();
    part(&line, &folded, confidence)
        .or_else(|| named_point(&folded))
        .or_else(|| point(&line, &folded, confidence))
}

fn part(line: &[char], folded: &[char], confidence: Confidence) -> Option<Marker> {
    let (part, number, end) =
        name_first(line, folded).or_else(|| number_first(folded)).or_else(|| appendix_last(folded))?;
    ends_well(line, end, part, confidence).then_some(Marker::Part(part, number))
}

/// `Глава 2`, `Приложение № 1`, `Раздел первый`, `Article 3-1`.
fn name_first(line: &[char], folded: &[char]) -> Option<(Part, String, usize)> {
    let english: String = line.iter().take(12).collect::<String>().to_ascii_lowercase();
    let known = NAMES.iter().filter(|(name, _)| *name != "№").find(|(name, _)| begins(folded, name));
    let known = known.or_else(|| ENGLISH_NAMES.iter().find(|(name, _)| english.starts_with(name)));
    let (name, part) = known?;
    let after = name.chars().count();
    if *name != "§" && folded.get(after).is_some_and(|next| next.is_alphanumeric()) {
        return None;
    }
    let mut start = skip_blank(folded, after);
    if folded.get(start) == Some(&'№') {
        start = skip_blank(folded, start + 1);
    }
    match numeral(&folded[start..]).or_else(|| ordinal(&folded[start..])) {
        Some((number, length)) => Some((*part, number, start + length)),
        None if *part == Part::Appendix && is_whole_annex(name, &folded[after..]) => {
            Some((*part, String::new(), after))
        }
        None => None,
    }
}

/// Whether what follows the name of an annex without a number lets it be one: nothing at all, or what it is an annex
/// to. "Қосымша демалыс" is additional leave.
fn is_whole_annex(name: &str, rest: &[char]) -> bool {
    let line = rest.split(|character| *character == '\n').next().unwrap_or_default();
    let alone = line.iter().all(|character| character.is_whitespace() || matches!(character, '.' | ':'));
    alone || (name != "қосымша" && names_whose(rest))
}

/// Whether the rest of a line says what something is an annex to: `к договору`, `to the agreement`.
fn names_whose(rest: &[char]) -> bool {
    let word: String =
        rest[skip_blank(rest, 0)..].iter().take_while(|character| character.is_alphabetic()).collect();
    // Folding makes Cyrillic letters of both "to" and "к".
    matches!(word.as_str(), "к" | "ко" | "то" | "to")
}

/// `1-тарау`, `3-1-бап`, `І бөлім`, `БІРІНШІ БӨЛІМ`, `№ 1 қосымша`.
fn number_first(folded: &[char]) -> Option<(Part, String, usize)> {
    let start = if folded.first() == Some(&'№') { skip_blank(folded, 1) } else { 0 };
    let (number, length) = numeral(&folded[start..]).or_else(|| ordinal(&folded[start..]))?;
    let mut name_at = skip_blank(folded, start + length);
    if folded.get(name_at) == Some(&'-') {
        name_at = skip_blank(folded, name_at + 1);
    }
    let (name, part) = NAMES.iter().find(|(name, _)| begins(&folded[name_at..], name))?;
    let end = name_at + name.chars().count();
    // "баптың" and "тарауда" are words of a sentence.
    let whole = !folded.get(end).is_some_and(|next| next.is_alphanumeric());
    (whole && matches!(*name, "бөлім" | "тарау" | "бап" | "параграф" | "қосымша"))
        .then_some((*part, number, end))
}

/// `Ұжымдық шартқа 1-қосымша`.
fn appendix_last(folded: &[char]) -> Option<(Part, String, usize)> {
    const NAME: &str = "қосымша";
    let first_line = folded.split(|character| *character == '\n').next()?;
    let at = first_line.len().checked_sub(NAME.chars().count())?;
    if first_line.len() > MAX_BARE_TITLE_CHARS || !begins(&first_line[at..], NAME) {
        return None;
    }
    let head = &first_line[..at];
    let start = head.iter().rposition(|character| character.is_whitespace())? + 1;
    let (number, length) = numeral(&head[start..])?;
    (head[start + length..] == ['-']).then_some((Part::Appendix, number, first_line.len()))
}

/// Whether what follows the number lets the line be a heading and not a sentence that begins like one.
fn ends_well(line: &[char], end: usize, part: Part, confidence: Confidence) -> bool {
    if line.len() > MAX_TITLE_CHARS {
        return false;
    }
    let rest = &line[end..];
    match rest.iter().find(|character| !matches!(character, ' ' | '\t' | '\u{A0}')) {
        None | Some('.' | ':' | '\n') => return true,
        Some(_) if matches!(confidence, Confidence::Styled | Confidence::Loud) => return true,
        Some('-' | '–' | '—') => return true,
        Some('(' | '«' | '"') if part == Part::Appendix => {}
        Some(next) if !next.is_uppercase() => {
            let folded: Vec<char> = rest.iter().map(|character| fold(*character)).collect();
            if part != Part::Appendix || !names_whose(&folded) {
                return false;
            }
        }
        Some(_) => {}
    }
    line.len() <= MAX_BARE_TITLE_CHARS && !matches!(line.last(), Some('.' | ';' | ',' | ':'))
}

/// `Пункт 1.`, `1-тармақ.`, `Подпункт 1.`, `1-тармақша.`; "1-тармақта" and "пункт 1 исключить" are words of a sentence.
fn named_point(folded: &[char]) -> Option<Marker> {
    let name = |names: [&'static str; 2], from: usize| {
        let known = names.into_iter().find(|name| begins(&folded[from..], name))?;
        Some((known, from + known.chars().count()))
    };
    let (known, number, end) = match name(["пункт", "подпункт"], 0) {
        Some((known, after)) => {
            let start = skip_blank(folded, after);
            let (number, length) = plain_number(&folded[start..]).filter(|_| start > after)?;
            (known, number, start + length)
        }
        None => {
            let (number, length) = plain_number(folded)?;
            let mut at = length + usize::from(folded.get(length) == Some(&')'));
            at = skip_blank(folded, at);
            at = skip_blank(folded, at + usize::from(folded.get(at) == Some(&'-')));
            let (known, end) = name(["тармақша", "тармақ"], at)?;
            (known, number, end)
        }
    };
    let closed = matches!(folded.get(end), None | Some('.' | ':' | ')' | '\n'));
    let point = matches!(known, "пункт" | "тармақ");
    closed.then_some(if point { Marker::Point(number) } else { Marker::Subpoint(number) })
}

/// `1.`, `2.4.`, `2.4 Text`, `1)`; letters are left alone, because the alphabets of the languages differ.
fn point(line: &[char], folded: &[char], confidence: Confidence) -> Option<Marker> {
    let roman = confidence != Confidence::Words && folded.first().is_some_and(|first| first.is_alphabetic());
    if roman {
        let (number, length) = numeral(folded)?;
        return (folded.get(length) == Some(&'.')).then_some(Marker::Roman(number.parse().ok()?));
    }
    let (number, length) = plain_number(folded)?;
    let parts = number.split('-').count();
    let next = folded.get(length).copied();
    let after = |at: usize| folded.get(at).copied();
    match next {
        Some(')') => Some(Marker::Subpoint(number)),
        Some('.') if after(length + 1).is_some_and(|next| next.is_ascii_digit()) => None,
        Some('.') if confidence != Confidence::Words && parts == 1 && line.len() > length + 2 => {
            let is_closed = confidence == Confidence::Closed;
            Some(if is_closed { Marker::Bold(number) } else { Marker::Loud(number) })
        }
        Some('.') => Some(Marker::Point(number)),
        Some(' ' | '\t' | '\u{A0}') if parts > 1 => {
            let word = line.get(skip_blank(folded, length))?;
            word.is_uppercase().then_some(Marker::Point(number))
        }
        _ => None,
    }
}

fn begins(folded: &[char], name: &str) -> bool {
    let mut length = 0;
    let same = name.chars().all(|character| {
        length += 1;
        folded.get(length - 1) == Some(&character)
    });
    same && length > 0
}

fn skip_blank(folded: &[char], from: usize) -> usize {
    let blank =
        folded[from.min(folded.len())..].iter().take_while(|c| matches!(c, ' ' | '\t' | '\u{A0}')).count();
    from.min(folded.len()) + blank
}
