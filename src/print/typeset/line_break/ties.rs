//! What belongs together in a line: a preposition with its noun, a number with what is counted, a short quotation.

/// How a piece holds on to the next one: a line ends at the loosest tie in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// Not at all.
    Loose,
    /// After a dash and inside a short quotation.
    Firm,
    /// A preposition with its noun, a number with what is counted.
    Close,
}

/// Short words that do not end a line; those of one letter never do.
const PREPOSITIONS: &[&str] = &[
    "об", "от", "до", "за", "на", "по", "из", "во", "со", "ко", "не", "ни", "но", "для", "при", "без", "под",
    "над",
];

/// The longest quotation that stays in one line, in letters.
const QUOTATION: usize = 24;

/// The pieces between which a line may end: words with the space after them, parts of a hyphenated word, but not
/// of an address. «№» stays with its number, a dash with the word before it, and the year with its «ж.» or «г.».
pub(super) fn pieces(text: &str) -> Vec<(&str, Tie)> {
    let mut pieces = Vec::new();
    let (mut start, mut word, mut quoted) = (0, 0, 0);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let bound = before == '№'
            || text[end..].starts_with(['–', '—'])
            || (before.is_ascii_digit() && is_abbreviation(&text[end..]));
        if c == '«'
            && let Some((quotation, _)) = text[end..].split_once('»')
            && quotation.chars().count() <= QUOTATION
        {
            quoted = end + quotation.len();
        }
        if c == ' ' && !bound {
            let numbered = text[start..].starts_with('№');
            let tie = tie(&text[word..at], &text[end..], numbered);
            let tie = if end < quoted { tie.max(Tie::Firm) } else { tie };
            pieces.push((&text[start..end], tie));
            start = end;
        } else if c == '-' && before.is_alphabetic() && !before.is_ascii() {
            pieces.push((&text[start..end], Tie::Loose));
            start = end;
        }
        if c == ' ' {
            word = end;
        }
        before = c;
    }
    if start < text.len() {
        pieces.push((&text[start..], Tie::Loose));
    }
    pieces
}

/// How a word holds on to what follows it; a number behind «№» is a name and counts nothing.
fn tie(word: &str, next: &str, numbered: bool) -> Tie {
    let bare = word.trim_start_matches(['«', '(', '“', '„']);
    let is_letter = bare.chars().count() == 1 && bare.starts_with(char::is_alphabetic);
    let is_number = bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| c.is_ascii_digit() || ",–-".contains(c))
        && bare.ends_with(|c: char| c.is_ascii_digit());
    let counts = is_number && !numbered && next.starts_with(|c: char| c.is_alphabetic() || c == '%');
    if is_letter || counts || PREPOSITIONS.contains(&bare.to_lowercase().as_str()) {
        Tie::Close
    } else if matches!(word, "–" | "—") {
        Tie::Firm
    } else {
        Tie::Loose
    }
}

/// Whether a text begins with one letter and a point.
fn is_abbreviation(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next() == Some('.')
}
