//! A table of organizations does what its dry run says, and makes no second organization out of one.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::registry::{
    DocumentInput, Error, Field, Import, ImportNote, ImportProblem, NewWords, OrganizationFilter, Refusal,
    Result,
};

use crate::app::{ACTOR, TestApp, on_each_engine};
use crate::desk::Desk;
use crate::register;

const HEADING: &str = "number;name_kk;name_ru;kind;district\r\n";

fn row(number: &str) -> String {
    format!("{number};Атауы {number};Имя {number};school;Есіл ауданы / район Есиль\r\n")
}

fn count(app: &TestApp) -> usize {
    app.registry.read(|view| view.organizations_count(&OrganizationFilter::default())).expect("a count")
}

fn import(app: &TestApp, rows: &str, words: NewWords) -> Result<Import> {
    app.registry.import(&app.registry.table([HEADING, rows].concat().as_bytes())?, words, ACTOR)
}

/// What is wrong with a table, which has changed nothing.
fn problems(app: &TestApp, rows: &str) -> Vec<ImportProblem> {
    let before = (count(app), app.registry.leaves().expect("leaves"));
    let problems = match import(app, rows, NewWords::Refused) {
        Err(Error::Refused(Refusal::Table(problems))) => problems,
        other => panic!("not refused: {other:?}"),
    };
    assert_eq!((count(app), app.registry.leaves().expect("leaves")), before);
    problems
}

#[test]
fn a_number_of_another_keyboard_is_the_same_number() {
    on_each_engine(|app| {
        app.schools(&["K003", "C006", "P007", "O001", "ТМ-5"]);
        let before = count(app);
        for (typed, number) in
            [("К003", "K003"), ("с006", "C006"), ("Р 007", "P007"), ("Ο001", "O001"), ("TM–5", "ТМ-5")]
        {
            let taken = import(app, &row(typed), NewWords::Refused).expect("the same organization");
            assert_eq!(taken.rows[0].number, number);
            let told = |note: &ImportNote| matches!(note, ImportNote::NumberSpelled { line: 2, number: told, .. } if told == number);
            assert!(taken.notes.iter().any(told), "{typed}: {:?}", taken.notes);
            let names = register::numbered(&app.registry, number).name().clone();
            assert_eq!(names, Trilingual::new(&format!("Атауы {typed}"), &format!("Имя {typed}"), ""));
        }
        assert_eq!(count(app), before);
        assert_eq!(app.registry.code_of_number("К003").ok(), app.registry.code_of_number("k003").ok());
    });
}

#[test]
fn a_number_that_may_be_another_is_refused_with_both() {
    on_each_engine(|app| {
        let first = app.schools(&["O001", "K003", "054"])[0];
        let looks_taken = |line, typed: &str, taken: &str| {
            vec![ImportProblem::LooksTaken { line, typed: typed.to_owned(), taken: taken.to_owned() }]
        };
        assert_eq!(problems(app, &row("0001")), looks_taken(2, "0001", "O001"));
        assert_eq!(problems(app, &row("KOO3")), looks_taken(2, "KOO3", "K003"));
        assert_eq!(problems(app, &row("54")), looks_taken(2, "54", "054"));
        let twice = [row("B7"), row("В7")].concat();
        let [ImportProblem::TwiceAlike { line: 3, first: 2, .. }] = problems(app, &twice)[..] else {
            panic!("two rows that look alike");
        };
        let code = app.document(DocumentKind::Charter);
        let edit = || app.registry.edit_organization(first, "К003", "school", "", ACTOR);
        let (typed, taken) = ("К003".to_owned(), "K003".to_owned());
        assert_eq!(app.refused(code, edit), Refusal::NumberLooksTaken { typed, taken });
    });
}

#[test]
fn new_kinds_and_districts_are_taken_on_purpose() {
    on_each_engine(|app| {
        import(app, &row("S001"), NewWords::Refused).expect("the first district of the register");
        let rows = "S002;а;б;schol;Есиль\r\nS003;в;г;schol;Есіл ауданы / район Ecиль\r\n";
        let new = |problems: Vec<ImportProblem>| -> Vec<(bool, String, usize)> {
            let word = |problem| match problem {
                ImportProblem::NewWord(word) => (word.is_kind, word.word, word.rows),
                other => panic!("{other:?}"),
            };
            problems.into_iter().map(word).collect()
        };
        let told = new(problems(app, rows));
        assert_eq!(told, [(true, "schol".to_owned(), 2), (false, "Есиль".to_owned(), 1)]);
        let taken = import(app, rows, NewWords::Accepted).expect("they are meant");
        assert_eq!(taken.rows[1].district, "Есіл ауданы / район Есиль", "two Latin letters");
        let [ImportNote::DistrictSpelled { line: 3, .. }] = taken.notes[..] else {
            panic!("{:?}", taken.notes)
        };
        assert!(import(app, "S004;д;е;schol;Есиль\r\n", NewWords::Refused).is_ok(), "now they are known");
    });
}

#[test]
fn a_dry_run_is_the_import_without_its_commit() {
    on_each_engine(|app| {
        app.schools(&["S001", "S002"]);
        let rows = [row("s001"), row("S003"), "S002;S002 мектеп;Школа S002;college;\r\n".to_owned()].concat();
        let rows = rows + "S004;Атауы S003;;school;\r\n";
        let table = app.registry.table([HEADING, &rows].concat().as_bytes()).expect("a table");
        let before = (count(app), app.registry.leaves().expect("leaves"));
        let planned = app.registry.plan_import(&table, NewWords::Refused).expect("a dry run");
        assert_eq!((count(app), app.registry.leaves().expect("leaves")), before, "nothing stays");
        assert_eq!(planned.counts(), [2, 1, 1, 0]);
        let [ImportNote::SameName { line: 5, ref other, .. }] = planned.notes[..] else {
            panic!("{:?}", planned.notes)
        };
        assert_eq!(other, "S003");
        let taken = app.registry.import(&table, NewWords::Refused, ACTOR).expect("an import");
        assert_eq!((taken.counts(), taken.notes), (planned.counts(), planned.notes));
        assert_eq!(count(app), before.0 + 2);
    });
}

#[test]
fn the_page_keeps_what_was_looked_at_until_it_is_meant() {
    on_each_engine(|app| {
        app.schools(&["S001"]);
        let desk = Desk::open(app);
        let table = [HEADING, "S009;а;б;school;Басқа аудан\r\n"].concat();
        let planned = desk.post_part("/admin/import", ("file", Some("t.csv")), &table);
        assert!(planned.status == 200 && planned.text().contains("new_words"), "{}", planned.text());
        let refused = desk.post_part("/admin/import/apply", ("table", None), &table);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("name=\"table\"") && refused.text().contains("new_words"));
        assert!(app.registry.code_of_number("S009").is_err());
        let done = desk.get("/admin/import?done=imported&new=3&renamed=2&changed=1&unchanged=0").text();
        assert!(done.contains("Новых: 3") && done.contains("/admin/organizations"), "{done}");
    });
}

#[test]
fn what_is_typed_is_kept_without_what_nobody_sees() {
    on_each_engine(|app| {
        import(
            app,
            "S0\u{1F}77;№ 77 мектеп\u{1E}лицей;Шко\u{2}ла\u{FFFE};school;Е\u{200B}сіл\r\n",
            NewWords::Refused,
        )
        .expect("an import");
        let school = register::numbered(&app.registry, "S077");
        assert_eq!(school.name(), &Trilingual::new("№ 77 мектеп-лицей", "Школа", ""));
        assert_eq!(school.district, "Есіл");
        let titles = Trilingual::new("Жады\u{1F}нама", "\u{202E}Памят\u{2}ка", "");
        let input = DocumentInput { titles, ..DocumentInput::default() };
        let document = app.registry.add_document(school.code, DocumentKind::Leaflet, &input, ACTOR);
        let document = document.expect("a document");
        for path in
            ["/feed.atom", &format!("/{document}/feed.atom/ru"), &format!("/{}/feed.atom", school.code)]
        {
            let feed = app.get(path).text();
            assert!(feed.chars().all(|c| c == '\n' || (c >= ' ' && c != '\u{FFFE}')), "{path}: {feed}");
        }
        let input = DocumentInput {
            titles: Trilingual::new("Жадынама 📚", "中", ""),
            ..DocumentInput::default()
        };
        let refusal = app.refused(document, || app.registry.edit_document(document, &input, ACTOR));
        assert_eq!(refusal, Refusal::NoLetters { field: Field::Title, letters: "📚中".to_owned() });
        let names = Trilingual::new("мектеп ☺", "", "");
        let refusal = app.refused(document, || app.registry.rename(school.code, names, None, ACTOR));
        assert_eq!(refusal, Refusal::NoLetters { field: Field::Name, letters: "☺".to_owned() });
    });
}
