//! Texts with one thing wrong in each, and one with nothing wrong.

use super::*;
use crate::text::body::Warning;
use crate::text::tests::outlined as body;

/// The doubts about texts that are nobody's. That most texts here are short says nothing.
fn of(texts: &[(Lang, &Body)]) -> Vec<Doubt> {
    let is_short = |doubt: &Doubt| matches!(doubt.kind, DoubtKind::FewWords { .. });
    doubts(texts, None).into_iter().filter(|doubt| !is_short(doubt)).collect()
}

/// The doubts about a Russian text.
fn russian(lines: &[&str]) -> Vec<(String, DoubtKind)> {
    let found = of(&[(Lang::Ru, &body(lines))]);
    found.into_iter().map(|doubt| (doubt.anchor.unwrap_or_default(), doubt.kind)).collect()
}

fn gap(after: &str, before: &str) -> DoubtKind {
    DoubtKind::Gap { after: (!after.is_empty()).then(|| after.to_owned()), before: before.to_owned() }
}

#[test]
fn an_honest_text_raises_no_doubt() {
    let lines = [
        "Раздел 1. Общий",
        "Глава 1. Начало",
        "Статья 1. Цель",
        "1. Первая часть",
        "1) первый",
        "2) второй",
        "2. Вторая часть",
        "1) снова первый",
        "Статья 2. Средства",
        "Статья 2-1. Ещё",
        "Статья 3. Конец",
        "Раздел 2. Особый",
        "Глава 1. Снова",
        "Статья 4. Дальше",
        "1. Первая часть",
        "Приложение 1",
        "Статья 1. Своя",
        "Приложение 2",
    ];
    assert_eq!(russian(&lines), []);
    let lines = ["1. ОБЩИЕ", "1.1. Один", "1.2. Два", "2. ТРУД", "2.1. Один", "2.1.1. Срок", "2.2. Два"];
    assert_eq!(russian(&lines), []);
}

#[test]
fn gaps_are_seen_where_they_are() {
    let lines = ["Статья 1. Раз", "Статья 3. Три", "1. Первая", "3. Третья", "1) раз", "4) четыре"];
    let expected = [
        ("art-3".to_owned(), gap("1", "3")),
        ("art-3-p-3".to_owned(), gap("1", "3")),
        ("art-3-p-3-s-4".to_owned(), gap("1", "4")),
    ];
    assert_eq!(russian(&lines), expected);
    assert_eq!(russian(&["Статья 1. Раз", "2. Вторая"]), [("art-1-p-2".to_owned(), gap("", "2"))]);
    assert_eq!(russian(&["1.1. Один", "1.3. Три"]), [("p-1-3".to_owned(), gap("1-1", "1-3"))]);
    // Part of a code begins where it begins.
    assert_eq!(russian(&["Статья 180. Требования", "Статья 181. Права"]), []);
}

#[test]
fn a_number_that_stands_twice_is_seen() {
    let repeated = |number: &str| DoubtKind::Repeated { number: number.to_owned() };
    let lines = ["Статья 1. Раз", "Статья 2. Два", "1. Первая", "2. Вторая", "2. Ещё", "Статья 2. Снова"];
    let expected = [("art-2-p-2-x2".to_owned(), repeated("2")), ("art-2-x2".to_owned(), repeated("2"))];
    assert_eq!(russian(&lines), expected);
}

#[test]
fn swapped_languages_are_seen_in_both() {
    let kk = body(&["Педагог мәртебесі туралы заң", "1-бап. Осы Заңда пайдаланылатын ұғымдар"]);
    let ru = body(&["О статусе педагога, закон", "Статья 1. Понятия, используемые в законе"]);
    assert_eq!(of(&[(Lang::Kk, &kk), (Lang::Ru, &ru)]), []);
    let swapped: Vec<_> = of(&[(Lang::Kk, &ru), (Lang::Ru, &kk)]);
    let doubt = |lang, looks_like| Doubt { lang, anchor: None, kind: DoubtKind::Language { looks_like } };
    assert_eq!(swapped, [doubt(Lang::Kk, Lang::Ru), doubt(Lang::Ru, Lang::Kk)]);
}

#[test]
fn what_one_language_lacks_is_seen() {
    let kk = body(&["1-бап. Ұғымдар және мақсаттар", "1. Бірінші", "2-бап. Мақсаттар"]);
    let ru = body(&["Статья 1. Понятия и цели закона", "Приложение 1"]);
    let doubt = |lang, anchor: &str, present_in| Doubt {
        lang,
        anchor: Some(anchor.to_owned()),
        kind: DoubtKind::Missing { present_in },
    };
    let found = of(&[(Lang::Kk, &kk), (Lang::Ru, &ru)]);
    assert_eq!(found, [doubt(Lang::Kk, "app-1", Lang::Ru), doubt(Lang::Ru, "art-2", Lang::Kk)]);
    // A scan has no text to lack anything.
    let without_words = Doubt { lang: Lang::Ru, anchor: None, kind: DoubtKind::NoWords };
    assert_eq!(of(&[(Lang::Kk, &kk), (Lang::Ru, &Body::default())]), [without_words]);
    let (kk, ru) = (body(&["1.1. Жұмыс беруші", "1.2. Қызметкер"]), body(&["1.1. Работодатель"]));
    assert_eq!(of(&[(Lang::Kk, &kk), (Lang::Ru, &ru)]), [doubt(Lang::Ru, "p-1-2", Lang::Kk)]);
}

#[test]
fn garbled_letters_are_seen() {
    for line in [
        "Трудовой \u{FFFD}одекс",
        "Трудовой \u{E012}\u{E013} кодекс",
        "Òðóäîâîé äîãîâîð",
        "Ð¢ÑÑÐ´Ð¾Ð²Ð¾Ð¹",
        "РўСЂСѓРґРѕРІРѕР№ РґРѕРіРѕРІРѕСЂ",
        "Ќазаќстан Республикасыныѓ еѓбек",
        "Еңбек ќорғау",
        "Ўжым",
        "же¤кілікті",
    ] {
        let found = russian(&["Статья 1. Цель", line]);
        let garbled = found
            .iter()
            .any(|(anchor, kind)| anchor == "art-1" && matches!(kind, DoubtKind::Garbled { blocks: 1, .. }));
        assert!(garbled, "{line}: {found:?}");
    }
    assert_eq!(russian(&["Кафе Café «Más» в городе Алматы, naïve, § 5 – № 3, 20 °C, m²"]), []);
}

#[test]
fn look_alikes_are_only_a_note() {
    let found = russian(&["Постановление", "Кoллективный договор, IT-отдел"]);
    let sample = "Кoллективный".to_owned();
    assert_eq!(found, [(String::new(), DoubtKind::LookAlikes { blocks: 1, sample })]);
    assert_eq!(found[0].1.gravity(), Gravity::Note);
}

#[test]
fn long_texts_without_headings_and_open_changes_are_seen() {
    let line = "Стороны договорились о нижеследующем. ".repeat(10);
    let lines = vec![line.as_str(); 10];
    assert_eq!(russian(&lines), [(String::new(), DoubtKind::NoHeadings)]);
    assert_eq!(russian(&lines[..2]), []);
    let mut changed = body(&["Стороны договорились"]);
    changed.warnings.push(Warning::OpenChanges);
    let doubt = Doubt { lang: Lang::Ru, anchor: None, kind: DoubtKind::File(Warning::OpenChanges) };
    assert_eq!(of(&[(Lang::Ru, &changed)]), [doubt]);
}

#[test]
fn a_text_of_a_few_words_is_only_a_note() {
    let found = |lines: &[&str]| doubts(&[(Lang::Ru, &body(lines))], None);
    let short = found(&["Устав"]);
    assert_eq!(short[0].kind, DoubtKind::FewWords { characters: 5 });
    assert!(!short[0].is_serious());
    assert_eq!(found(&["Устав", "Профсоюз работников образования города Астаны"]), []);
    assert_eq!(found(&[])[0].kind, DoubtKind::NoWords);
}
