//! The articles and points of a body that deserve an address of their own, and what they are called.

use super::body::Body;
use super::find::passages;
use super::topic::topics;
use crate::domain::clause::NamedClause;
use crate::domain::{Clause, Lang};

/// Longest name, in characters, where the words of a point stand for its heading.
const WORDS_MAX_CHARS: usize = 60;

/// The articles and points of a body in a language, in reading order.
pub fn clauses(body: &Body, lang: Lang) -> Vec<NamedClause> {
    let asked: Vec<&str> = topics(body, lang).into_iter().map(|(_, anchor)| anchor).collect();
    let mut named: Vec<NamedClause> = Vec::new();
    for passage in passages(body) {
        let Some(clause) = Clause::of_anchor(&passage.anchor) else { continue };
        // A long passage goes on in the next one.
        if named.last().is_some_and(|last| last.clause == clause) {
            continue;
        }
        let heading = unnumbered(&passage.heading);
        let words = if heading.is_empty() { first_words(&unnumbered(&passage.content)) } else { heading };
        let is_asked_for = asked.contains(&passage.anchor.as_str());
        let has_own_heading = passage.has_own_heading;
        named.push(NamedClause { clause, words, has_own_heading, is_asked_for });
    }
    named
}

/// Words without the number before them: «5.2. Leave», «Статья 19. Leave», «19-бап. Leave».
fn unnumbered(words: &str) -> String {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut rest = words.trim();
    let mut parts = rest.splitn(3, char::is_whitespace);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(first), Some(second), Some(left)) if is_number(second) && second.ends_with('.') => {
            let names_part = first.chars().all(char::is_alphabetic);
            rest = if names_part { left } else { rest };
        }
        (Some(first), Some(_), _) if is_number(first) => rest = rest[first.len()..].trim_start(),
        _ => {}
    }
    rest.trim_end_matches('.').to_owned()
}

/// The first words of a text, at least one.
fn first_words(text: &str) -> String {
    let mut shown = String::new();
    for word in text.split_whitespace() {
        if !shown.is_empty() && shown.chars().count() + word.chars().count() + 1 > WORDS_MAX_CHARS {
            shown.push_str(" …");
            break;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(word);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agreement_names_its_points_in_both_languages() {
        let files: [(Lang, &[u8]); 2] = [
            (Lang::Kk, include_bytes!("../../assets/demo/collective_agreement_kk_v2.docx")),
            (Lang::Ru, include_bytes!("../../assets/demo/collective_agreement_ru_v2.docx")),
        ];
        let [kk, ru] =
            files.map(|(lang, bytes)| clauses(&crate::text::read(bytes).expect("a text").body, lang));
        let of = |named: &[NamedClause]| named.iter().map(|named| named.clause).collect::<Vec<_>>();
        assert_eq!(of(&kk), of(&ru), "the same in every language");
        assert!(ru.iter().any(|named| named.is_asked_for && named.words.contains("отпуск")), "{ru:#?}");
        assert!(kk.iter().chain(&ru).all(|named| !named.words.is_empty()));
    }

    #[test]
    fn a_number_is_no_part_of_a_name() {
        for (line, words) in [
            ("Статья 19. Ежегодный отпуск", "Ежегодный отпуск"),
            ("19-бап. Жыл сайынғы демалыс", "Жыл сайынғы демалыс"),
            ("5.2. Отпуск", "Отпуск"),
            ("Отпуск 2026 года", "Отпуск 2026 года"),
            ("5.", "5"),
        ] {
            assert_eq!(unnumbered(line), words, "{line}");
        }
        assert_eq!(first_words("а б"), "а б");
        assert!(first_words(&"слово ".repeat(30)).ends_with(" …"));
    }
}
