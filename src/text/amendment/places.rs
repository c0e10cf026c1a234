//! The places that a sentence of an amendment changes: «пункт 3.4 изложить в следующей редакции», «3.4-тармақ … жазылсын».

use crate::text::find::address::{Kind, Token, tokens};
use crate::text::find::word::words;

/// Words that change something, as they begin, folded.
const CHANGING: &[&str] = &[
    "излож",
    "исключ",
    "замен",
    "внест",
    "внос",
    "утрат",
    "счита",
    "чита",
    "измен",
    "продл",
    "переимен",
    "жазыл",
    "алып",
    "алын",
    "ауыстыр",
    "озгер",
    "енгиз",
    "жойыл",
    "редакция",
    "узарт",
    "аталсын",
    "amend",
    "replac",
    "delet",
    "restat",
    "repeal",
];

/// Words that add something, as they begin, folded: the place that they name is not there yet.
const ADDING: &[&str] = &["дополн", "включ", "толыктыр", "косылсын", "add", "insert"];

/// Words for another text, folded: as they begin in Russian, whole in Kazakh, where «зан» begins many words.
const OTHER_TEXTS: (&[&str], &[&str]) = (
    &["кодекс", "закон", "приказ", "буйры", "конституц", "code", "law"],
    &["зан", "заны", "заннын", "занынын", "занында", "занына", "занга"],
);

/// How many words may stand between a place and the text that it is of.
const OF_WITHIN: usize = 3;

/// Beginnings of the Kazakh names of parts, folded: their numbers come first.
const KAZAKH: &[&str] = &["тармак", "тармаг", "бап", "баб", "тарау", "болим"];

/// Words between the numbers of one name.
const AND: &[&str] = &["и", "или", "а", "также", "жане", "мен", "and"];

/// Parts from the outer to the inner one.
const ORDER: &[&str] = &["app", "sec", "ch", "par", "art", "p", "s"];

/// A place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its parts from the outer to the inner one, as anchors call them.
    parts: Vec<(&'static str, String)>,
    /// Whether it is new, so that its neighbour shows it.
    is_added: bool,
}

/// A name with the numbers that belong to it, and the tokens that both take.
struct Named {
    name: &'static str,
    numbers: Vec<String>,
    first: usize,
    last: usize,
    is_kazakh: bool,
}

/// The places that a line changes; none where it changes nothing. What stands in quotation marks is new wording.
pub fn changed(line: &str) -> Vec<Place> {
    let said = unquoted(line);
    let begins =
        |stems: &[&str]| words(&said).any(|word| stems.iter().any(|stem| word.folded.starts_with(stem)));
    let is_added = begins(ADDING);
    if !is_added && !begins(CHANGING) {
        return Vec::new();
    }
    let tokens = tokens(&said);
    let named: Vec<Named> = (0..tokens.len()).filter_map(|at| named(&said, &tokens, at)).collect();
    let mut places = Vec::new();
    for chain in named.chunk_by(|one, next| is_within(&tokens, one, next)) {
        if !is_of_another_text(&tokens, chain) {
            places.extend(of_chain(chain, is_added));
        }
    }
    places
}

/// Whether quotation marks are open after a line; `is_open` says whether they were before it.
pub fn ends_quoted(line: &str, is_open: bool) -> bool {
    depth(line, usize::from(is_open), |_, _| {}) > 0
}

/// What stands outside of quotation marks.
fn unquoted(line: &str) -> String {
    let mut said = String::with_capacity(line.len());
    depth(line, 0, |c, depth| said.push(if depth == 0 { c } else { ' ' }));
    said
}

/// Walks over a line; `see` is told how many quotation marks are open at each character.
fn depth(line: &str, before: usize, mut see: impl FnMut(char, usize)) -> usize {
    let mut depth = before;
    for c in line.chars() {
        let closes = matches!(c, '»' | '”') || (depth > 0 && matches!(c, '"' | '“'));
        let opens = !closes && matches!(c, '«' | '“' | '„' | '"');
        depth += usize::from(opens);
        see(c, depth);
        depth = depth.saturating_sub(usize::from(closes));
    }
    depth
}

/// The name at a token with its numbers: in Kazakh they come before it, else after it.
fn named(said: &str, tokens: &[Token<'_>], at: usize) -> Option<Named> {
    let Kind::Name(name) = tokens[at].kind else { return None };
    let folded = words(&said[tokens[at].at.clone()]).next()?.folded;
    let is_kazakh = KAZAKH.iter().any(|stem| folded.starts_with(stem));
    let mut numbers = Vec::new();
    let mut end = at;
    let mut step = at;
    loop {
        let next = if is_kazakh { step.checked_sub(1) } else { Some(step + 1) };
        let Some(token) = next.and_then(|next| tokens.get(next)) else { break };
        step = next.unwrap_or_default();
        match &token.kind {
            Kind::Number(number)
                if numbers.is_empty() || is_listed(said, &tokens[step], &tokens[end], is_kazakh) =>
            {
                numbers.push(number.clone());
                end = step;
            }
            // «3.4-ші тармақ», «3.4 и 3.5».
            Kind::Word(word) if AND.contains(&word.to_lowercase().as_str()) && !numbers.is_empty() => {}
            Kind::Word(word)
                if *word == "және" || (is_kazakh && numbers.is_empty() && word.chars().count() <= 3) => {}
            _ => break,
        }
    }
    if is_kazakh {
        numbers.reverse();
    }
    let (first, last) = (end.min(at), end.max(at));
    (!numbers.is_empty()).then_some(Named { name, numbers, first, last, is_kazakh })
}

/// Whether a number stands in one list with the number next to it: «3.1, 3.4», «3.1 және 3.4», but not «1. 3.4».
fn is_listed(said: &str, number: &Token<'_>, next: &Token<'_>, is_before: bool) -> bool {
    let between = if is_before { number.at.end..next.at.start } else { next.at.end..number.at.start };
    let between = &said[between];
    !between.contains(['.', ')']) && (between.contains(',') || between.chars().any(char::is_alphabetic))
}

fn rank(name: &str) -> usize {
    ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len())
}

/// Whether two names tell one place: «пункт 3 статьи 8», «8-баптың 3-тармағы».
fn is_within(tokens: &[Token<'_>], one: &Named, next: &Named) -> bool {
    let between = tokens.get(one.last + 1..next.first);
    let is_near = between.is_some_and(|between| {
        between
            .iter()
            .all(|token| matches!(token.kind, Kind::Word(word) if word.chars().count() <= 2 && word != "и"))
    });
    let inwards =
        if one.is_kazakh { rank(next.name) > rank(one.name) } else { rank(next.name) < rank(one.name) };
    is_near && inwards && one.is_kazakh == next.is_kazakh
}

/// Whether a place is one of a law: the text's name follows in Russian, and comes before in Kazakh.
fn is_of_another_text(tokens: &[Token<'_>], chain: &[Named]) -> bool {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return false };
    let near = if first.is_kazakh {
        &tokens[first.first.saturating_sub(OF_WITHIN)..first.first]
    } else {
        &tokens[last.last + 1..tokens.len().min(last.last + 1 + OF_WITHIN)]
    };
    let (begins, whole) = OTHER_TEXTS;
    near.iter().any(|token| match token.kind {
        Kind::Word(word) => words(word).any(|word| {
            let folded = word.folded.as_str();
            begins.iter().any(|stem| folded.starts_with(stem)) || whole.contains(&folded)
        }),
        _ => false,
    })
}

/// The places of a chain of names: only the innermost may have several numbers.
fn of_chain(chain: &[Named], is_added: bool) -> Vec<Place> {
    let mut chain: Vec<&Named> = chain.iter().collect();
    chain.sort_by_key(|named| rank(named.name));
    let Some((inner, outer)) = chain.split_last() else { return Vec::new() };
    let outer: Vec<(&'static str, String)> =
        outer.iter().filter_map(|named| Some((named.name, named.numbers.first()?.clone()))).collect();
    let place = |number: &String| {
        let mut parts = outer.clone();
        parts.push((inner.name, number.clone()));
        Place { parts, is_added }
    };
    inner.numbers.iter().map(place).collect()
}

impl Place {
    /// Which of these anchors leads to the place, to its neighbour where it is new, or else to what it lies in.
    pub fn find<'a>(&self, anchors: &[&'a str]) -> Option<&'a str> {
        let mut parts = self.parts.clone();
        let mut is_new = self.is_added;
        while let Some((name, number)) = parts.pop() {
            let at = |number: &str| [parts.as_slice(), &[(name, number.to_owned())]].concat();
            let mut tries = ways(&at(&number));
            if is_new {
                tries.extend(before(&number).iter().flat_map(|number| ways(&at(number))));
                is_new = false;
            }
            // A point of a section may be known by its own number or by both.
            if let Some((above, _)) = number.rsplit_once('-').filter(|_| self.is_added && parts.is_empty()) {
                tries.extend(["sec", "ch", name].map(|name| vec![(name, above.to_owned())]));
            }
            if let Some(found) = tries.iter().find_map(|wanted| matching(anchors, wanted)) {
                return Some(found);
            }
        }
        None
    }
}

/// How anchors may write a place: point 4 of section 3 is `sec-3-p-4` or `p-3-4`.
fn ways(parts: &[(&'static str, String)]) -> Vec<Vec<(&'static str, String)>> {
    let mut ways = vec![parts.to_vec()];
    match parts {
        [("p", number)] => {
            if let Some((above, point)) = number.split_once('-') {
                let split = |name| vec![(name, above.to_owned()), ("p", point.to_owned())];
                ways.extend(["sec", "ch", "art"].map(split));
            }
        }
        [(_, above), ("p", point)] => {
            ways.push(vec![("p", format!("{above}-{point}"))]);
            ways.push(vec![("p", point.clone())]);
        }
        _ => {}
    }
    ways
}

/// The numbers before a number, nearest first: those after which a new one stands.
fn before(number: &str) -> Vec<String> {
    let (above, last) = number.rsplit_once('-').map_or(("", number), |(above, last)| (above, last));
    let last: u32 = last.parse().unwrap_or_default();
    let with = |last: u32| if above.is_empty() { last.to_string() } else { format!("{above}-{last}") };
    let mut before: Vec<String> = (1..last).rev().take(1).map(with).collect();
    if !above.is_empty() {
        before.push(above.to_owned());
    }
    before
}

/// The shortest anchor whose innermost part is the place's, within all its other parts.
fn matching<'a>(anchors: &[&'a str], wanted: &[(&'static str, String)]) -> Option<&'a str> {
    let matches = |anchor: &&&str| {
        let parts = parts_of(anchor);
        let mut rest = parts.iter();
        parts.last().is_some_and(|last| wanted.last().is_some_and(|inner| is_same(last, inner)))
            && wanted.iter().all(|wanted| rest.any(|part| is_same(part, wanted)))
    };
    anchors.iter().filter(matches).min_by_key(|anchor| parts_of(anchor).len()).copied()
}

fn is_same((name, number): &(&str, String), wanted: &(&'static str, String)) -> bool {
    *name == wanted.0 && *number == wanted.1
}

/// The parts of an anchor: `sec-2-p-1` is section 2, point 1. One that was told apart by a turn has none.
fn parts_of(anchor: &str) -> Vec<(&str, String)> {
    let mut parts: Vec<(&str, String)> = Vec::new();
    for piece in anchor.split('-') {
        if piece.bytes().all(|byte| byte.is_ascii_lowercase()) {
            parts.push((piece, String::new()));
        } else if piece.bytes().all(|byte| byte.is_ascii_digit())
            && let Some((_, number)) = parts.last_mut()
        {
            if !number.is_empty() {
                number.push('-');
            }
            number.push_str(piece);
        } else {
            return Vec::new();
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANCHORS: &[&str] = &[
        "sec-1",
        "sec-1-p-1",
        "p-1-2",
        "sec-3",
        "p-3-1",
        "p-3-4",
        "p-3-4-s-2",
        "sec-3-p-9",
        "ch-2",
        "art-8",
        "art-8-p-3",
        "art-8-p-3-s-2",
        "app-1",
        "p-5",
        "p-7",
        "art-9-x2",
    ];

    fn found(line: &str) -> Vec<&'static str> {
        changed(line).iter().filter_map(|place| place.find(ANCHORS)).collect()
    }

    #[test]
    fn a_place_is_found_however_it_is_named() {
        for (line, places) in [
            ("1. Пункт 3.4 изложить в следующей редакции:", &["p-3-4"][..]),
            ("1. Подпункт 2) пункта 3 статьи 8 исключить.", &["art-8-p-3-s-2"]),
            ("В пункте 3 статьи 8 слова «24 дня» заменить словами «28 дней».", &["art-8-p-3"]),
            ("Пункты 3.1 и 3.4 признать утратившими силу.", &["p-3-1", "p-3-4"]),
            ("Раздел 3 дополнить пунктом 3.5 следующего содержания:", &["sec-3", "p-3-4"]),
            ("Пункт 9 раздела 3 изложить в новой редакции:", &["sec-3-p-9"]),
            ("Пункт 4 раздела 3 изложить в новой редакции:", &["p-3-4"]),
            ("1. 3.4-тармақ мынадай редакцияда жазылсын:", &["p-3-4"]),
            ("8-баптың 3-тармағының 2) тармақшасы алып тасталсын.", &["art-8-p-3-s-2"]),
            ("3.1 және 3.4-тармақтардың күші жойылды деп танылсын.", &["p-3-1", "p-3-4"]),
            ("3-бөлім 3.5-тармақпен толықтырылсын:", &["p-3-4"]),
            ("Приложение 1 изложить в новой редакции.", &["app-1"]),
            ("Paragraph of Article 8 is amended: Article 8 shall be replaced.", &["art-8"]),
            ("Дополнить пунктом 6 следующего содержания:", &["p-5"]),
        ] {
            let mut all = found(line);
            all.dedup();
            assert_eq!(all, places, "{line}");
        }
    }

    #[test]
    fn what_changes_nothing_here_names_no_place() {
        for line in [
            "В соответствии со статьёй 8 Трудового кодекса внести изменения:",
            "Еңбек кодексінің 8-бабына сәйкес өзгерістер енгізілсін:",
            "Стороны договорились о нижеследующем.",
            "«3.4. Отпуск составляет 28 дней, изложить в пункте 3.1.»",
            "Пункт 3.4 остаётся прежним.",
            "Пункт 44.1 исключить.",
        ] {
            assert!(found(line).is_empty(), "{line} {:?}", found(line));
        }
    }

    #[test]
    fn quotation_marks_stay_open_over_lines() {
        assert!(ends_quoted("«3.4. Отпуск:", false));
        assert!(!ends_quoted("1) 28 дней».", true));
        assert!(!ends_quoted("ТОО «Мектеп» и \"Школа\"", false));
        assert!(ends_quoted("“3.4. In „school“", false));
    }
}
