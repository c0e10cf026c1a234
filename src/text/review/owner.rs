//! Whose text it is: the number or the name of another school at its beginning, where the owner's is nowhere.

use std::ops::Range;

use super::doubt::DoubtKind;
use crate::domain::lang::Trilingual;
use crate::domain::organization::Organization;
use crate::text::find::words;

/// Characters at the beginning of a text that say between whom it is: the title page and the preamble.
const HEAD_CHARS: usize = 4_000;

/// Words between a number and what is called so, «№ 21 жалпы орта білім беретін мектебі», and between it and a name.
const APART_MAX: [usize; 2] = [5, 1];

/// Letters of an ending: «школами», but not «школьном».
const ENDING_MAX: usize = 3;

/// What institutions are called, as words begin once their letters are folded.
const INSTITUTIONS: [&str; 11] = [
    "мектеп",
    "мектеб",
    "школ",
    "гимнази",
    "лице",
    "балабакша",
    "бобекжай",
    "сад",
    "ясли",
    "колледж",
    "интернат",
];

/// What one institution is told from others by: its number or its name, and whether it is the number.
pub type Key = (String, bool);

/// What institutions are called at the beginning of a text.
pub fn named(text: &str) -> Vec<Key> {
    called_in(head(text)).into_iter().map(|called| (called.key, called.is_number)).collect()
}

/// What an organization is called.
pub fn keys_of(names: &Trilingual) -> Vec<Key> {
    let all = names.iter();
    all.flat_map(|(_, name)| keys(name)).map(|called| (called.key, called.is_number)).collect()
}

/// The beginning of a text, where it says whose it is.
pub fn head(text: &str) -> &str {
    let end = text.char_indices().nth(HEAD_CHARS).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The doubt about the owner, if another institution is named and the owner is not.
pub fn doubt(text: &str, owner: &Organization) -> Option<DoubtKind> {
    if owner.is_union {
        return None;
    }
    let head = head(text);
    let called: Vec<Called> =
        owner.names.iter().flat_map(|dated| dated.names.iter()).flat_map(|(_, name)| keys(name)).collect();
    let named = called_in(head);
    let is_owner = |one: &Called| called.iter().any(|own| own.key == one.key);
    // Whose names have neither number nor quotation marks cannot be told from others.
    if called.is_empty() || named.iter().any(is_owner) {
        return None;
    }
    // A number is told from a number and a name from a name: a school has both.
    let other = named.iter().find(|one| called.iter().any(|own| own.is_number == one.is_number))?;
    Some(DoubtKind::OtherOrganization { found: head[other.at.clone()].to_owned() })
}

/// What an institution is called.
#[derive(Debug)]
struct Called {
    /// Number or name, as they are compared.
    key: String,
    is_number: bool,
    /// Where it stands with the word for the institution, in bytes.
    at: Range<usize>,
}

/// What institutions are called in a text.
fn called_in(text: &str) -> Vec<Called> {
    let institutions: Vec<Range<usize>> = words(text)
        .filter(|word| INSTITUTIONS.iter().any(|begun| is_form(&word.folded, begun)))
        .map(|word| word.at)
        .collect();
    let near = |one: Called| {
        let near = |institution: &&Range<usize>| {
            let (first, last) = (one.at.start.min(institution.start), one.at.end.max(institution.end));
            if text[first..last].contains(['\n', ';']) {
                return None;
            }
            let between = one.at.end.min(institution.end)..one.at.start.max(institution.start);
            // A name that holds the word itself, «№ 33 мектеп-гимназиясы», has nothing between.
            let most = APART_MAX[usize::from(!one.is_number)];
            let apart = text.get(between).map_or(0, |between| words(between).take(most + 1).count());
            (apart <= most).then(|| whole_words(text, first..last))
        };
        let at = institutions.iter().find_map(|institution| near(&institution))?;
        Some(Called { at, ..one })
    };
    keys(text).filter_map(near).collect()
}

/// The place with the rest of the words at its ends that are written with a hyphen, «мектеп-лицейі».
fn whole_words(text: &str, at: Range<usize>) -> Range<usize> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let before = &text[..at.start];
    let start = before.trim_end_matches(is_part).len();
    let after = &text[at.end..];
    let end = at.end + after.len() - after.trim_start_matches(is_part).len();
    // What stands before or after is only taken whole: a hyphen alone is none of the name.
    let start = if before[start..].starts_with(char::is_alphanumeric) { start } else { at.start };
    let end = if text[at.end..end].ends_with(char::is_alphanumeric) { end } else { at.end };
    start..end
}

/// Whether a word is a form of the one that begins so.
fn is_form(word: &str, begun: &str) -> bool {
    word.strip_prefix(begun).is_some_and(|ending| ending.chars().count() <= ENDING_MAX)
}

/// Numbers behind «№» and names between quotation marks.
fn keys(text: &str) -> impl Iterator<Item = Called> + '_ {
    let number = |at: usize| {
        let start = at + '№'.len_utf8();
        let word = words(&text[start..]).next()?;
        let is_next = text[start..start + word.at.start].chars().all(char::is_whitespace);
        let is_number = is_next && word.folded.chars().all(|digit| digit.is_ascii_digit());
        is_number.then(|| Called { key: word.folded, is_number: true, at: at..start + word.at.end })
    };
    let name = |(at, opening): (usize, &str)| {
        let start = at + opening.len();
        let length = text[start..].find(['»', '”', '"'])?;
        let inner = &text[start..start + length];
        let end = start + length + text[start + length..].chars().next().map_or(0, char::len_utf8);
        let key: Vec<String> = words(inner).map(|word| word.folded).collect();
        // «№ 33 мектеп-гимназиясы» is told by its number; a name of many words is that of a law.
        let is_name = !key.is_empty() && key.len() <= 3 && !inner.contains(['№', '«', '“']);
        is_name.then(|| Called { key: key.join(" "), is_number: false, at: at..end })
    };
    let numbers = text.match_indices('№').filter_map(move |(at, _)| number(at));
    numbers.chain(text.match_indices(['«', '“', '"']).filter_map(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::OrganizationId;
    use crate::domain::organization::{DatedNames, OrganizationStatus};
    use crate::domain::{Code, Instant};

    fn school(kk: &str, ru: &str) -> Organization {
        let names = Trilingual::new(kk, ru, "");
        Organization {
            id: OrganizationId::from_random([1; 16]),
            code: Code::from_random(Default::default()),
            number: "S021".to_owned(),
            is_union: false,
            names: vec![DatedNames { names, since: None, recorded_at: Instant::UNIX_EPOCH }],
            kind: "school".to_owned(),
            district: String::new(),
            status: OrganizationStatus::Active,
            successions: Vec::new(),
            contact: None,
        }
    }

    fn found(text: &str, owner: &Organization) -> Option<String> {
        doubt(text, owner).map(|kind| match kind {
            DoubtKind::OtherOrganization { found } => found,
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn another_number_is_seen_and_the_own_one_is_not() {
        let owner = school("№ 21 жалпы орта білім беретін мектебі", "Средняя школа № 21");
        assert_eq!(found("Коллективный договор школы № 21 города Астаны", &owner), None);
        assert_eq!(found("«№ 21 жалпы білім беретін мектебі» КММ ұжымдық шарты", &owner), None);
        let other = found("Коллективный договор\nКГУ «Средняя школа № 54»\n1. Общие", &owner);
        assert_eq!(other.as_deref(), Some("школа № 54"));
        let other = found("Астана қаласының № 54 жалпы білім беретін мектебі\nҰжымдық шарт", &owner);
        assert_eq!(other.as_deref(), Some("№ 54 жалпы білім беретін мектебі"));
        for (text, shown) in [
            ("Астана қаласының № 1 мектеп-лицейі\nҰжымдық шарт", "№ 1 мектеп-лицейі"),
            ("КГУ «Школа-гимназия № 51» города", "Школа-гимназия № 51"),
            ("№ 54 мектеп - лицей", "№ 54 мектеп"),
        ] {
            assert_eq!(found(text, &owner).as_deref(), Some(shown));
        }
        // Both are named: a change of number, an agreement of two.
        assert_eq!(found("школа № 54 (до 2020 года школа № 21)", &owner), None);
        assert_eq!(found("Приказ № 54 от 15 января о школьном питании", &owner), None);
        assert_eq!(found("Протокол № 3 собрания работников", &owner), None);
    }

    #[test]
    fn another_name_is_seen() {
        let owner = school("«Балдырған» балабақшасы", "Ясли-сад «Балдырган»");
        assert_eq!(found("Ұжымдық шарт\n«Балдырған» балабақшасы", &owner), None);
        assert_eq!(found("ГККП «Ясли-сад «Балдырган» акимата города Астаны", &owner), None);
        let other = found("Коллективный договор\nЯсли-сад «Айголек»\n2026 год", &owner);
        assert_eq!(other.as_deref(), Some("Ясли-сад «Айголек»"));
        assert_eq!(found("Закон «О профсоюзах» и детский сад", &owner), None);
    }

    #[test]
    fn who_cannot_be_told_from_others_is_not_doubted() {
        let owner = school("Мирас мектебі", "Школа Мирас");
        assert_eq!(found("Средняя школа № 54", &owner), None);
        let union = Organization { is_union: true, ..school("№ 1 мектеп", "Школа № 1") };
        assert_eq!(found("Средняя школа № 54", &union), None);
    }
}
