//! Addresses of places as people type them: «ст. 14», «14-бап», «п. 3 ст. 8», «глава 2», «5.7».
//!
//! A passage is indexed under a word for its anchor ([`words_of`]), so that an address is found like any other word.

use super::word::words;
use super::{keyboard, latin};

/// Most characters that are read: an address is short, whatever stands around it.
const TYPED_MAX_CHARS: usize = 300;

/// The word of the passages that begin a text: its title is there.
pub const TOP: &str = "0top";

/// Most letters of an ending after a number: «14-я статья», «1-ші бап».
const ENDING_MAX: usize = 4;

/// A kind of part, as anchors call it, with the beginnings of its names, folded. A name that begins like the last ones
/// means something else.
const NAMES: &[(&str, &[&str], &[&str])] = &[
    ("s", &["подпункт", "тармакша", "subparagraph"], &[]),
    ("art", &["стать", "стате", "статя", "бап", "баб", "article"], &["бапкер", "бабушк", "бабочк"]),
    ("p", &["пункт", "тармак", "тармаг", "point", "clause"], &["пунктуал"]),
    ("ch", &["глав", "тарау", "chapter"], &["главн"]),
    ("sec", &["раздел", "болим", "section"], &["разделит", "болимше"]),
    ("par", &["параграф"], &[]),
    ("app", &["приложен", "annex", "appendix"], &[]),
];

/// Short names, which are nothing without a number.
const SHORT_NAMES: &[(&str, &[&str])] = &[
    ("s", &["пп", "подп", "тш"]),
    ("art", &["ст", "art"]),
    ("p", &["п", "т"]),
    ("ch", &["гл"]),
    ("sec", &["разд"]),
];

/// The address of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The indexed words of the place, the likeliest first; any of them stands for it.
    pub words: Vec<String>,
    /// The point within the place, as the anchor calls it.
    pub point: Option<String>,
    /// The address as it was typed.
    pub typed: String,
    /// What was typed besides.
    pub rest: String,
    /// Whether nothing but the form of the number says that it is an address.
    pub is_bare: bool,
}

/// The address in what was typed, if there is one.
pub fn address(typed: &str) -> Option<Address> {
    let typed: String = typed.chars().take(TYPED_MAX_CHARS).collect();
    parse(&typed).filter(|found| !found.is_bare).or_else(|| elsewhere(&typed)).or_else(|| parse(&typed))
}

/// An address that was typed on another keyboard, or in Latin letters.
fn elsewhere(typed: &str) -> Option<Address> {
    let ways: [fn(&str) -> Vec<String>; 2] = [keyboard::readings, latin::readings];
    ways.iter().find_map(|readings| {
        let read = |chunk: &str| {
            let has_letters = chunk.chars().any(|c| c.is_ascii_alphabetic());
            let reading = if has_letters { readings(chunk).into_iter().next() } else { None };
            reading.unwrap_or_else(|| chunk.to_owned())
        };
        let text: Vec<String> = typed.split_whitespace().map(read).collect();
        parse(&text.join(" ")).filter(|found| !found.is_bare)
    })
}

/// The indexed words of the place to which an anchor leads.
pub(super) fn words_of(anchor: &str) -> Vec<String> {
    // A point of an amendment is no point of the text.
    if anchor.starts_with("am-") {
        return Vec::new();
    }
    let parts: Vec<&str> = anchor.split('-').take_while(|part| !part.starts_with('x')).collect();
    let is_name = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let Some(at) = parts.iter().rposition(is_name) else { return Vec::new() };
    if parts[at] == "h" { Vec::new() } else { vec![word(parts[at], &parts[at + 1..].join("-"))] }
}

/// The part of a passage that is the point with this end of an anchor, such as `p-3`.
pub fn point<'c>(content: &'c str, end: &str) -> Option<&'c str> {
    let number = end.strip_prefix("p-")?.replace('-', ".");
    let begins = |line: &str| {
        let rest = line.trim_start().strip_prefix(number.as_str());
        rest.is_some_and(|rest| rest.starts_with('.') && !rest[1..].starts_with(|c: char| c.is_ascii_digit()))
    };
    let line = content.split('\n').find(|line| begins(line))?;
    Some(&content[line.as_ptr() as usize - content.as_ptr() as usize..])
}

/// A digit first, so that it is no word of any language; letters and digits only, as the engines know words.
fn word(name: &str, number: &str) -> String {
    format!("0{name}{}", number.replace('-', "z"))
}

/// A part of what was typed.
pub(in crate::text) struct Token<'t> {
    /// Where it stands.
    pub at: std::ops::Range<usize>,
    /// What it is.
    pub kind: Kind<'t>,
}

/// What a part of what was typed is.
pub(in crate::text) enum Kind<'t> {
    /// A number as anchors write it.
    Number(String),
    /// The kind of part that a word may name.
    Name(&'static str),
    /// Any other word.
    Word(&'t str),
}

fn parse(typed: &str) -> Option<Address> {
    let tokens = tokens(typed);
    let mut taken = vec![false; tokens.len()];
    let mut places: Vec<(&str, String)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Kind::Name(name) = token.kind else { continue };
        let Some((number, used)) = number_beside(&tokens, at, &taken) else { continue };
        used.into_iter().for_each(|used| taken[used] = true);
        if !places.iter().any(|(known, _)| *known == name) {
            places.push((name, number));
        }
    }
    let is_bare = places.is_empty();
    if is_bare {
        let dotted = |token: &Token<'_>| match &token.kind {
            Kind::Number(number) if number.contains('-') && typed[token.at.clone()].contains('.') => {
                Some(number.clone())
            }
            _ => None,
        };
        let at = tokens.iter().position(|token| dotted(token).is_some())?;
        taken[at] = true;
        places.push(("p", dotted(&tokens[at])?));
    }
    let text = |is_taken: bool| {
        let parts = tokens.iter().zip(&taken).filter(|(_, taken)| **taken == is_taken);
        parts.map(|(token, _)| &typed[token.at.clone()]).collect::<Vec<_>>().join(" ")
    };
    let (words, point) = sought(&places)?;
    let first = taken.iter().position(|taken| *taken)?;
    let last = taken.iter().rposition(|taken| *taken)?;
    let typed = typed[tokens[first].at.start..tokens[last].at.end].trim().to_owned();
    Some(Address { words, point, typed, rest: text(false), is_bare })
}

/// The words to look for and the point within, from the parts that were named.
fn sought(places: &[(&str, String)]) -> Option<(Vec<String>, Option<String>)> {
    let number =
        |wanted: &str| places.iter().find(|(name, _)| *name == wanted).map(|(_, number)| number.as_str());
    let (chapter, section) = (number("ch"), number("sec"));
    if let Some(article) = number("art") {
        let point = number("p").map(|point| format!("p-{point}"));
        return Some((vec![word("art", article)], point));
    }
    if let Some(point) = number("p") {
        let whole = chapter.or(section).map(|above| word("p", &format!("{above}-{point}")));
        return Some((whole.into_iter().chain([word("p", point)]).collect(), None));
    }
    let one =
        |first: &str, second: &str, number: &str| (vec![word(first, number), word(second, number)], None);
    if let Some(chapter) = chapter {
        return Some(one("ch", "sec", chapter));
    }
    if let Some(section) = section {
        return Some(one("sec", "ch", section));
    }
    let (name, number) = places.first()?;
    Some((vec![word(name, number)], None))
}

/// The number that belongs to a name, and which tokens both take. In Russian it follows, in Kazakh it comes before.
fn number_beside(tokens: &[Token<'_>], at: usize, taken: &[bool]) -> Option<(String, Vec<usize>)> {
    let free = |place: usize| match tokens.get(place).map(|token| &token.kind) {
        Some(Kind::Number(number)) if !taken[place] => Some(number.clone()),
        _ => None,
    };
    let is_ending = |place: usize| match &tokens[place].kind {
        Kind::Word(word) => {
            word.chars().count() <= ENDING_MAX && tokens[place].at.start == tokens[place - 1].at.end + 1
        }
        _ => false,
    };
    let after = || free(at + 1).map(|number| (number, vec![at, at + 1]));
    let before = || {
        let direct = at.checked_sub(1).and_then(free).map(|number| (number, vec![at - 1, at]));
        direct.or_else(|| {
            let number = at.checked_sub(2).filter(|_| is_ending(at - 1)).and_then(free)?;
            Some((number, vec![at - 2, at - 1, at]))
        })
    };
    // «8бап 3т», «ст8 п3»: a number without a space belongs to its name.
    let touches = |place: usize| tokens[place].at.end == tokens[place + 1].at.start;
    if at > 0 && touches(at - 1) && free(at - 1).is_some() {
        return before();
    }
    if at + 1 < tokens.len() && touches(at) {
        return after().or_else(before);
    }
    // «8-баптың 3-тармағы»: the next number has a name of its own.
    let joined = at > 0
        && tokens[at - 1].at.end + 1 == tokens[at].at.start
        && before().is_some()
        && is_kazakh(tokens, at);
    if joined { before() } else { after().or_else(before) }
}

fn is_kazakh(tokens: &[Token<'_>], at: usize) -> bool {
    // The next name has no number after it, so the numbers come before the names.
    !matches!(tokens.get(at + 1).map(|token| &token.kind), Some(Kind::Number(_)))
        || matches!(tokens.get(at + 2).map(|token| &token.kind), Some(Kind::Name(_)))
}

/// The words and numbers of a text, with the names of parts among them.
pub(in crate::text) fn tokens(typed: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = typed[at..].chars().next() {
        let rest = &typed[at..];
        let run = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let is_mixed = is_mixed(&rest[..run]);
        let length = if is_mixed {
            run
        } else if first.is_ascii_digit() {
            number_length(rest)
        } else if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
        } else {
            at += first.len_utf8();
            if first == '§' {
                tokens.push(Token { at: at - first.len_utf8()..at, kind: Kind::Name("par") });
            }
            continue;
        };
        let text = &rest[..length];
        let kind = if is_mixed {
            Kind::Word(text)
        } else if first.is_ascii_digit() {
            Kind::Number(text.replace('.', "-"))
        } else {
            name_of(text).map_or(Kind::Word(text), Kind::Name)
        };
        tokens.push(Token { at: at..at + length, kind });
        at += length;
    }
    tokens
}

/// Whether letters and digits change more than once: «к2с3под0» is a word of another layout, «ст14» an address.
fn is_mixed(run: &str) -> bool {
    let kinds: Vec<bool> = run.chars().map(|c| c.is_ascii_digit()).collect();
    kinds.windows(2).filter(|pair| pair[0] != pair[1]).count() > 1
}

/// Digits, and digits after a full stop or a hyphen.
fn number_length(text: &str) -> usize {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let mut end = digits(text);
    while text[end..].starts_with(['.', '-']) {
        let more = digits(&text[end + 1..]);
        if more == 0 {
            break;
        }
        end += 1 + more;
    }
    end
}

fn name_of(text: &str) -> Option<&'static str> {
    let folded = words(text).next()?.folded;
    let begins = |names: &[&str]| names.iter().any(|name| folded.starts_with(name));
    let short = SHORT_NAMES.iter().find(|(_, names)| names.contains(&folded.as_str()));
    short.map(|(name, _)| *name).or_else(|| {
        NAMES.iter().find(|(_, names, others)| begins(names) && !begins(others)).map(|(name, ..)| *name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sought_in(typed: &str) -> Option<(String, Option<String>, String)> {
        address(typed).map(|found| (found.words[0].clone(), found.point, found.rest))
    }

    #[test]
    fn an_address_is_read_however_it_is_written() {
        for (typed, word, point, rest) in [
            ("статья 14", "0art14", None, ""),
            ("Ст. 14", "0art14", None, ""),
            ("ст.14", "0art14", None, ""),
            ("14-бап", "0art14", None, ""),
            ("14 бап", "0art14", None, ""),
            ("бап 14", "0art14", None, ""),
            ("14-я статья", "0art14", None, ""),
            ("3-1-бап", "0art3z1", None, ""),
            ("статья 3-1 закона о педагоге", "0art3z1", None, "закона о педагоге"),
            ("п. 3 ст. 8", "0art8", Some("p-3"), ""),
            ("статья 8 пункт 3", "0art8", Some("p-3"), ""),
            ("8-баптың 3-тармағы", "0art8", Some("p-3"), ""),
            ("8 баптың 3 тармағы", "0art8", Some("p-3"), ""),
            ("кәсіподақ заңы 8бап 3т", "0art8", Some("p-3"), "кәсіподақ заңы"),
            ("ст8 п3 закона", "0art8", Some("p-3"), "закона"),
            ("пункт 2 статьи 6 закона", "0art6", Some("p-2"), "закона"),
            ("14 бап педагог мәртебесі", "0art14", None, "педагог мәртебесі"),
            ("глава 2", "0ch2", None, ""),
            ("2-тарау", "0ch2", None, ""),
            ("раздел 4", "0sec4", None, ""),
            ("1.2", "0p1z2", None, ""),
            ("п. 5.7 договора", "0p5z7", None, "договора"),
            ("жарғының 14-тармағы", "0p14", None, "жарғының"),
            ("cnfnmz 14", "0art14", None, ""),
            ("statya 14", "0art14", None, ""),
            ("14 bap", "0art14", None, ""),
            ("article 14", "0art14", None, ""),
        ] {
            let wanted = (word.to_owned(), point.map(str::to_owned), rest.to_owned());
            assert_eq!(sought_in(typed), Some(wanted), "{typed}");
        }
    }

    #[test]
    fn what_names_no_place_is_no_address() {
        for typed in [
            "отпуск 56 дней",
            "статья о взносах",
            "54",
            "школа 54",
            "главный бухгалтер 2",
            "бабушка 5",
            "п",
            "",
        ] {
            assert_eq!(address(typed), None, "{typed}");
        }
        assert!(address("4.6").is_some_and(|found| found.is_bare));
    }

    #[test]
    fn a_passage_is_indexed_under_its_own_place() {
        for (anchor, word) in [
            ("art-14", "0art14"),
            ("art-3-1", "0art3z1"),
            ("ch-2-art-3", "0art3"),
            ("p-5-7", "0p5z7"),
            ("app-1-p-2", "0p2"),
            ("art-9-x2", "0art9"),
            ("ch-17", "0ch17"),
        ] {
            assert_eq!(words_of(anchor), [word], "{anchor}");
        }
        assert!(words_of("h-3").is_empty() && words_of("").is_empty());
    }
}
