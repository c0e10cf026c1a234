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
        ("right", "-1,5"),
        ("down", "0.3"),
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
    assert_eq!(choice.pairs().len(), 13);
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
fn labels_are_moved_by_tenths_of_a_millimetre_however_these_are_written() {
    let moved = |text: &str| read(&[("right", text)]).map(|choice| choice.shift.right);
    for (text, tenths) in
        [("1.5", 15), ("1,5", 15), ("+2", 20), ("-0.5", -5), ("−3", -30), ("5", 50), ("", 0)]
    {
        assert_eq!(moved(text), Ok(tenths), "{text}");
    }
    for wrong in ["5.1", "-6", "1.55", "1.", ".5", "mm", "--1", "1e1", "1.-5", "99999999999"] {
        let invalid = InvalidOption { key: "right", value: wrong.to_owned(), most: None };
        assert_eq!(moved(wrong), Err(invalid));
    }
    for (tenths, written) in [(-5, "-0.5"), (10, "1"), (-12, "-1.2"), (0, "0")] {
        let choice = Choice { shift: Shift { right: 0, down: tenths }, ..Choice::default() };
        let option = PrintOption::of("down").expect("an option");
        assert_eq!(option.written(&choice), written);
    }
    assert_eq!(read(&[("right", "1")]).expect("a choice").idle(), ["right"], "labels are not printed");
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
