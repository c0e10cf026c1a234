//! Each fault lowers its own measure.

use super::*;
use crate::domain::Lang;
use crate::text::body::Warning;
use crate::text::review::DoubtKind;
use crate::text::tests::outlined as body;

const LINES: [&str; 4] = ["Статья 1. Цель", "1. Первая часть закона", "Статья 2. Средства", "Конец"];
const OUTLINE: &str = "2 art-1 Статья 1. Цель\n0 art-1-p-1 1. Первая\n2 art-2 Статья 2. Средства\n";

fn share(right: usize, wanted: usize) -> Share {
    Share { right, wanted }
}

fn measured(lines: &[&str], text: &str, outline: Option<&str>) -> Measured {
    measure(&body(lines), &[], Wanted { text, outline, doubts: None })
}

#[test]
fn what_is_whole_is_wholly_right() {
    let measured = measured(&LINES, &LINES.join("\n\n"), Some(OUTLINE));
    let characters = LINES.join(" ").chars().count();
    let expected = Measured {
        characters: share(characters, characters),
        headings: share(3, 3),
        order: share(4, 4),
        ..Measured::default()
    };
    assert_eq!(measured, expected);
    assert_eq!(measured.headings.percent(), 100.0);
    assert_eq!(super::measure_text("", "").characters.percent(), 100.0);
}

#[test]
fn each_fault_lowers_its_own_measure() {
    let text = LINES.join("\n");
    let characters = LINES.join(" ").chars().count();
    let lost = ["Статья 1. Цель", "1. Первая часть зкона", "Статья 2. Средства", "Конец"];
    let lost = measured(&lost, &text, None);
    assert_eq!(lost.characters, share(characters - 1, characters));
    // The line is not known by its beginning any more.
    assert_eq!((lost.order, lost.headings), (share(3, 4), share(0, 0)));
    let more = [&LINES[..], &["Статья 3. Лишняя"]].concat();
    let more = measured(&more, &text, Some(OUTLINE));
    assert_eq!(more.characters, share(characters, characters + 17));
    assert_eq!(more.headings, share(3, 4));
    let swapped = [LINES[2], LINES[3], LINES[0], LINES[1]];
    let swapped = measured(&swapped, &text, Some(OUTLINE));
    assert_eq!(swapped.order, share(2, 4));
    // "1. Первая" stands under the right article still.
    assert_eq!(swapped.headings, share(3, 3));
    assert!(swapped.characters.percent() < 70.0);
    let other = OUTLINE.replace("2 art-2", "3 art-2");
    assert_eq!(measured(&LINES, &text, Some(&other)).headings, share(2, 3));
    assert_eq!(measured(&[], &text, Some(OUTLINE)).headings, share(0, 3));
}

#[test]
fn cells_stand_in_their_row_and_column() {
    let wanted = "Түрі\tМөлшері\nДәптер\t10 %\nКабинет\t20 %";
    let cells = |found: &str| measure_text(found, wanted).cells;
    assert_eq!(cells(wanted), share(6, 6));
    assert_eq!(cells("Түрі Мөлшері\nДәптер\t10 %\nКабинет\t20 %"), share(4, 6));
    assert_eq!(cells("Түрі\tМөлшері\nДәптер\t\t10 %\nКабинет\t20 %"), share(5, 7));
    assert_eq!(cells("Түрі\tМөлшері\nДәптер\t10 %\nКабинет\t20 %\nартық\tжол"), share(6, 8));
    assert_eq!(measure_text("а\tб", "а б").cells, share(0, 2));
}

#[test]
fn marks_and_headings_are_counted_by_their_words() {
    let wanted = "# 19¹-бап\n~~42~~ 56 м²[1]\n[1] ескерту";
    let measured = |found: &str| measure_text(found, wanted);
    assert_eq!((measured(wanted).marks, measured(wanted).headings), (share(5, 5), share(1, 1)));
    let plain = measured("191-бап\n42 56 м21\n1 ескерту");
    assert_eq!((plain.marks, plain.headings), (share(0, 5), share(0, 1)));
    assert_eq!(plain.characters.percent(), 100.0);
    assert_eq!(measured("# 19¹-бап\n# 56\n~~42~~ **56** м₂[1]\n[1] ескерту").headings, share(1, 2));
    assert_eq!(measured("# 19¹-бап\n~~42~~ **56** м₂[1]\n[1] ескерту").marks, share(4, 5));
    assert_eq!(measure_text("а б", "**а** б").marks, share(0, 1));
    assert_eq!(measure_text("**а** **б**", "**а** б").marks, share(1, 2));
}

#[test]
fn doubts_are_counted_with_their_pages() {
    let doubt = |kind| Doubt { lang: Lang::Ru, anchor: None, kind };
    let pages = DoubtKind::File(Warning::PagesWithoutWords { pages: vec![2, 3], of: 3 });
    let told = [doubt(pages), doubt(DoubtKind::NoWords)];
    let measured = |doubts: &str| {
        let wanted = Wanted { text: "", outline: None, doubts: Some(doubts) };
        measure(&Body::default(), &told, wanted).doubts
    };
    assert_eq!(measured("pages_without_words 2 3\nno_words\n"), share(2, 2));
    assert_eq!(measured("pages_without_words 2\n\nno_words"), share(1, 2));
    assert_eq!(measured(""), share(0, 2));
    assert_eq!(measured("no_words\nno_words\npages_without_words 2 3"), share(2, 3));
}
