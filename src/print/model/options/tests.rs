//! Choices are read from addresses and written into them.

use super::*;

fn read(query: &[(&str, &str)]) -> Result<Choice, InvalidOption> {
    Choice::read(query.iter().copied())
}

#[test]
fn nothing_named_is_the_default_and_the_default_names_nothing() {
    assert_eq!(read(&[]), Ok(Choice::default()));
    assert!(Choice::default().pairs().is_empty());
}

#[test]
fn every_choice_comes_back_from_its_address() {
    let choice = read(&[
        ("parts", "stickers"),
        ("parts", "poster.guide"),
        ("paper", "A3"),
        ("stock", "105x74"),
        ("start", "8"),
        ("level", "h"),
        ("languages", "kk,ru,en"),
        ("look", "banner"),
        ("edge", "bleed"),
        ("documents", "7K3M9Q3.4HD0TWX"),
        ("pending", "yes"),
        ("occasion", "reprint"),
        ("other", "?"),
    ])
    .expect("choices");
    assert_eq!(choice.parts, [Part::Guide, Part::Poster, Part::Stickers]);
    assert_eq!(choice.pairs().len(), 11);
    let pairs = choice.pairs();
    let again = Choice::read(pairs.iter().map(|(key, value)| (*key, value.as_str())));
    assert_eq!(again, Ok(choice));
}

#[test]
fn a_choice_that_changes_nothing_is_told() {
    let idle = |query: &[(&str, &str)]| read(query).expect("choices").idle();
    assert!(idle(&[]).is_empty());
    assert_eq!(idle(&[("parts", "sheets"), ("paper", "a3")]), ["paper"]);
    assert!(idle(&[("parts", "poster"), ("paper", "a3")]).is_empty());
    assert_eq!(idle(&[("paper", "a5"), ("parts", "poster"), ("start", "2")]), ["paper", "start"]);
    assert_eq!(idle(&[("parts", "poster"), ("documents", "7K3M9Q3")]), ["documents"]);
    assert_eq!(idle(&[("parts", "stickers"), ("edge", "bleed"), ("stock", "L7165")]), ["edge"]);
}

#[test]
fn what_there_is_not_is_refused_by_name() {
    for (key, value) in [
        ("parts", "flags"),
        ("parts", ""),
        ("documents", ""),
        ("paper", "a2"),
        ("stock", "L0"),
        ("start", "0"),
        ("start", "22"),
        ("start", "many"),
        ("documents", "7K3M9Q4"),
        ("level", "m"),
    ] {
        let most = (key == "start").then_some(21);
        assert_eq!(read(&[(key, value)]), Err(InvalidOption { key, value: value.to_owned(), most }));
    }
    assert_eq!(read(&[("start", " ")]), Ok(Choice::default()));
    assert!(read(&[("start", "21")]).is_ok());
    assert!(read(&[("start", "21"), ("stock", "L7165")]).is_err());
}
