//! Nothing that is unchanged shows as changed, and both texts can be given back.

use proptest::prelude::*;

use super::*;
use crate::text::body::{Block, Cell, Note, Position, Row, Span};
use crate::text::tests::outlined as body;

fn law(name: &str) -> Body {
    let path = format!("{}/tests/samples/law/{name}", env!("CARGO_MANIFEST_DIR"));
    super::super::read(&std::fs::read(path).expect("a sample")).expect("a text").body
}

/// The text of one side, put together again from the comparison.
fn side<'a>(
    comparison: &'a Comparison,
    place: impl Fn(&Section) -> Option<&Place>,
    absent: LineChange,
    words: impl Fn(&'a Piece) -> &'a str,
) -> String {
    let mut sections: Vec<(usize, &Section)> =
        comparison.sections.iter().filter_map(|section| Some((place(section)?.position, section))).collect();
    sections.sort_by_key(|(position, _)| *position);
    let lines = sections.into_iter().flat_map(|(_, section)| &section.lines);
    let lines = lines.filter(|line| line.change != absent);
    lines.map(|line| line.pieces.iter().map(&words).collect::<String>() + "\n").collect()
}

fn sides(comparison: &Comparison) -> (String, String) {
    let old = side(comparison, Section::before, LineChange::Added, Piece::before);
    (old, side(comparison, Section::after, LineChange::Removed, Piece::after))
}

/// What happened, in short: `+art-3-1`, `-art-2`, `~art-4`, `art-5>art-6`.
fn summary(comparison: &Comparison) -> Vec<String> {
    let anchor = |place: &Place| place.anchor.clone().unwrap_or_else(|| place.title.clone());
    let changes = comparison.changes().map(|section| {
        let reworded = if section.reworded { "~" } else { "" };
        match &section.fate {
            Fate::Kept { new, .. } => format!("~{}", anchor(new)),
            Fate::Moved { new, .. } => format!("{reworded}^{}", anchor(new)),
            Fate::Renumbered { old, new } => format!("{reworded}{}>{}", anchor(old), anchor(new)),
            Fate::Added(place) => format!("+{}", anchor(place)),
            Fate::Removed(place) => format!("-{}", anchor(place)),
        }
    });
    changes.collect()
}

fn summary_of(old: &[&str], new: &[&str]) -> Vec<String> {
    summary(&compare(&body(old), &body(new)))
}

/// The words of a line with their marks: `бір [-бес ][+үш ]жыл`.
fn marked(line: &Line) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Same { new, .. } => new.clone(),
        Piece::Removed(words) => format!("[-{words}]"),
        Piece::Added(words) => format!("[+{words}]"),
    };
    line.pieces.iter().map(piece).collect()
}

const PAY: [&str; 3] = [
    "Статья 1. Оплата труда",
    "1. Заработная плата выплачивается два раза в месяц не позднее пятого числа.",
    "2. За сверхурочную работу доплата составляет половину тарифной ставки работника.",
];
const LEAVE: [&str; 3] = [
    "Статья 2. Отпуск",
    "1. Ежегодный отпуск педагога составляет пятьдесят шесть календарных дней.",
    "2. График отпусков утверждает работодатель по согласованию с профсоюзом школы.",
];
const HOURS: [&str; 3] = [
    "Статья 3. Рабочее время",
    "1. Рабочая неделя педагога не превышает двадцати четырёх часов учебной нагрузки.",
    "2. Выходные дни определяет расписание, утверждённое до начала учебного года.",
];

#[test]
fn two_editions_of_a_law_differ_in_the_articles_that_were_amended() {
    let (old, new) = (law("zakon_pedagog_kk_v1.docx"), law("zakon_pedagog_kk_v2.docx"));
    let comparison = compare(&old, &new);
    assert_eq!(summary(&comparison), ["~art-1", "+art-3-1", "~art-4", "~art-7"]);
    let changed: Vec<String> = comparison
        .changes()
        .filter(|section| matches!(section.fate, Fate::Kept { .. }))
        .flat_map(|section| &section.lines)
        .filter(|line| line.change == LineChange::Changed)
        .map(marked)
        .collect();
    assert_eq!(changed.len(), 3, "{changed:#?}");
    assert!(changed[0].contains("білім беру [-ұйымында ][+ұйымдарында және білім"), "{}", changed[0]);
    assert_eq!(changed[2], "12) [-бес ][+үш ]жылда бір реттен сиретпей біліктілігін арттыруға;");
    assert_eq!(sides(&comparison), (old.to_text(), new.to_text()));
}

#[test]
fn the_file_of_another_program_changes_nothing() {
    for name in ["zakon_pedagog_kk_v1", "zakon_pedagog_kk_v2", "zakon_profsoyuz_ru"] {
        let comparison = compare(&law(&format!("{name}.docx")), &law(&format!("{name}.pdf")));
        assert_eq!(summary(&comparison), [] as [&str; 0], "{name}");
    }
}

#[test]
fn an_inserted_article_renumbers_the_ones_after_it() {
    let old = [PAY, LEAVE, HOURS].concat();
    let numbered = |article: [&'static str; 3], title: &'static str| [title, article[1], article[2]];
    let new = [
        PAY,
        ["Статья 2. Командировки", "1. Расходы возмещает школа.", "2. Суточные – две единицы."],
        numbered(LEAVE, "Статья 3. Отпуск"),
        numbered(HOURS, "Статья 4. Рабочее время"),
    ]
    .concat();
    assert_eq!(summary_of(&old, &new), ["+art-2", "art-2>art-3", "art-3>art-4"]);
    assert_eq!(summary_of(&new, &old), ["-art-2", "art-3>art-2", "art-4>art-3"]);
}

#[test]
fn a_renumbered_article_is_recognised_by_nearly_the_same_words() {
    let changed = "1. Ежегодный отпуск педагога составляет шестьдесят календарных дней.";
    let new = [PAY, ["Статья 5-1. Отпуска педагогов", changed, LEAVE[2]]].concat();
    let comparison = compare(&body(&[PAY, LEAVE].concat()), &body(&new));
    assert_eq!(summary(&comparison), ["~art-2>art-5-1"]);
    let section = comparison.changes().next().expect("a change");
    assert_eq!(
        marked(&section.lines[1]),
        "1. Ежегодный отпуск педагога составляет [-пятьдесят шесть ][+шестьдесят ]календарных дней."
    );
    assert_eq!(section.lines[2].change, LineChange::Same);
}

#[test]
fn a_moved_article_is_told_from_a_changed_one() {
    let moved = [LEAVE, HOURS, PAY].concat();
    assert_eq!(summary_of(&[PAY, LEAVE, HOURS].concat(), &moved), ["^art-1"]);
}

#[test]
fn an_article_in_a_new_wording_keeps_its_number() {
    let new = [PAY, ["Статья 2. Пособия", "1. Помощь оказывает профсоюз.", "2. Решает комитет."]].concat();
    assert_eq!(summary_of(&[PAY, LEAVE].concat(), &new), ["~art-2"]);
}

#[test]
fn an_inserted_point_does_not_change_its_neighbours() {
    let new =
        [LEAVE[0], LEAVE[1], "2. Отпуск не делится на части без согласия.", &LEAVE[2].replace("2.", "3.")];
    let comparison = compare(&body(&LEAVE), &body(&new));
    let lines: Vec<String> = comparison.sections[0].lines.iter().map(marked).collect();
    assert_eq!(lines[2], "[+2. Отпуск не делится на части без согласия.]");
    assert!(lines[3].starts_with("[-2][+3]. График"), "{}", lines[3]);
}

#[test]
fn a_heading_that_only_one_reader_recognised_is_no_change() {
    let mut old = body(&[PAY, LEAVE].concat());
    let Block::Heading { content, .. } = old.blocks.remove(3) else { panic!("no heading") };
    old.blocks.insert(3, Block::Paragraph { anchor: None, label: None, depth: 0, content });
    assert!(compare(&old, &body(&[PAY, LEAVE].concat())).is_unchanged());
}

#[test]
fn rows_of_tables_are_compared_by_their_cells() {
    let table = |hours: &str| {
        let cell = |text: &str| {
            let content = vec![Span::plain(text)];
            Cell {
                columns: 1,
                blocks: vec![Block::Paragraph { anchor: None, label: None, depth: 0, content }],
            }
        };
        let row = |cells: [&str; 2]| Row { cells: cells.into_iter().map(cell).collect() };
        let rows = vec![row(["Лауазымы", "Сағаты"]), row(["Бастауыш сынып мұғалімі", hours])];
        Body { blocks: vec![Block::Table { rows }], ..Body::default() }
    };
    let comparison = compare(&table("18 сағат"), &table("16 сағат"));
    let lines: Vec<String> = comparison.sections[0].lines.iter().map(marked).collect();
    assert_eq!(lines, ["Лауазымы\tСағаты", "Бастауыш сынып мұғалімі\t[-18 ][+16 ]сағат"]);
}

#[test]
fn a_new_footnote_does_not_change_where_the_others_stand() {
    let noted = |numbers: &[u32], notes: &[&str]| {
        let mut text = body(&LEAVE);
        for number in numbers {
            let Block::Paragraph { content, .. } = &mut text.blocks[*number as usize % 2 + 1] else {
                continue;
            };
            content.push(Span { note: Some(*number), ..Span::default() });
        }
        let notes = notes.iter().zip(1..);
        text.notes = notes
            .map(|(words, number)| Note { number, sign: None, content: vec![Span::plain(*words)] })
            .collect();
        text
    };
    let comparison =
        compare(&noted(&[1], &["Еңбек кодексі."]), &noted(&[1, 2], &["Кодекс.", "Еңбек кодексі."]));
    let changed: Vec<&Section> = comparison.changes().collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(marked(&changed[0].lines[0]), "[+[1] Кодекс.]");
}

#[test]
fn a_code_of_three_thousand_paragraphs_is_compared_at_once() {
    let line = |article: usize, point: usize, edition: usize| match (point, article % 3) {
        (0, _) => format!("Статья {article}. Положение номер {article} о труде"),
        (_, 0) => format!("{point}. Работник {article} имеет право {edition} на условие {}", article * point),
        _ => format!("{point}. Работодатель {article} обязан обеспечить условие {}", article * point),
    };
    let edition = |edition: usize| -> Vec<String> {
        (1..=300).flat_map(|article| (0..10).map(move |point| line(article, point, edition))).collect()
    };
    let texts = [edition(1), edition(2)];
    let [old, new] =
        texts.each_ref().map(|lines| body(&lines.iter().map(String::as_str).collect::<Vec<_>>()));
    let started = std::time::Instant::now();
    let comparison = compare(&old, &new);
    eprintln!("3,000 paragraphs compared in {:?}", started.elapsed());
    assert_eq!(comparison.changes().count(), 100);
    // Unoptimised code takes ten times as long as what is served.
    assert!(started.elapsed().as_secs() < 5);
}

#[test]
fn raised_and_crossed_out_words_are_a_change() {
    let with = |change: fn(&mut Span)| {
        let mut body = body(&["Статья 1. Отпуск", "1. Отпуск 42 дня"]);
        let mut number = Span::plain("42");
        change(&mut number);
        let content = vec![Span::plain("1. Отпуск "), number, Span::plain(" дня")];
        body.blocks[1] = Block::Paragraph { anchor: None, label: None, depth: 0, content };
        body
    };
    let plain = with(|_| {});
    let struck = with(|span| span.is_struck = true);
    let raised = with(|span| span.position = Position::Raised);
    assert!(compare(&plain, &plain).is_unchanged());
    for changed in [&struck, &raised] {
        let comparison = compare(&plain, changed);
        assert!(!comparison.is_unchanged());
        assert_eq!(sides(&comparison), (plain.to_text(), changed.to_text()));
    }
    assert!(!compare(&struck, &raised).is_unchanged());
}

fn line() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Статья",
        "бап",
        "1.",
        "2)",
        "3-1-бап.",
        "№",
        "еңбек",
        "ақы",
        "Отпуск",
        "дней;",
        "«сөз»",
        "–",
        " ",
        "i",
        "V",
    ]);
    prop::collection::vec(word, 0..7).prop_map(|words| words.join(" "))
}

fn any_body() -> impl Strategy<Value = Body> {
    let note = line().prop_map(|words| vec![Span::plain(words)]);
    (prop::collection::vec(line(), 0..24), prop::collection::vec(note, 0..3)).prop_map(|(lines, notes)| {
        let mut body = body(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        body.notes = (1..).zip(notes).map(|(number, content)| Note { number, sign: None, content }).collect();
        body
    })
}

proptest! {
    #[test]
    fn a_text_does_not_differ_from_itself(body in any_body()) {
        prop_assert!(compare(&body, &body).is_unchanged());
    }

    #[test]
    fn both_texts_can_be_given_back(old in any_body(), new in any_body()) {
        let comparison = compare(&old, &new);
        prop_assert_eq!(sides(&comparison), (old.to_text(), new.to_text()));
    }

    #[test]
    fn what_is_unchanged_says_the_same(old in any_body(), new in any_body()) {
        let folded = |body: &Body| {
            let text = body.to_text();
            crate::text::find::words(&text).map(|word| word.folded).collect::<Vec<_>>()
        };
        if compare(&old, &new).is_unchanged() {
            prop_assert_eq!(folded(&old), folded(&new));
        }
    }
}
