//! Long because each way in, each refusal and each way out of a delivery is tried with the same small archives.
//!
//! Many agreements at once: each finds its organization, nothing is published before somebody says so, and what is wrong with
//! one file costs that file alone.

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use tizilim::domain::role::Role;
use tizilim::domain::{Code, Lang};
use tizilim::registry::{
    Chosen, DocumentFilter, Error, Intake, IntakeChange, IntakeLine, IntakeProblem, LineState, Parcels,
    Refusal, Registry,
};
use tizilim::text::archive::{ArchiveRefusal, PackedRefusal};
use tizilim::text::review::DoubtKind;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::app::{ACTOR, TestApp, on_each_engine, on_sqlite};
use crate::command::with_each_engine;
use crate::desk::Desk;
use crate::register;
use crate::samples::docx;

/// The longest wait until a delivery is prepared.
const PATIENCE: Duration = Duration::from_secs(60);

const TABLE: &str = "number;signed_on;effective_from;term_end\r\n";

fn zip(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a new entry");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("an archive").into_inner()
}

/// The agreement of a school, in a language; `word` tells it from others.
fn agreement(lang: Lang, school: &str, word: &str) -> Vec<u8> {
    docx(&match lang {
        Lang::Kk => {
            format!("Ұжымдық шарт, «{school} мектеп» КММ, {word} – қызметкерлердің еңбек жағдайлары туралы")
        }
        _ => format!("Коллективный договор, КГУ «Школа {school}», {word} – об условиях труда работников"),
    })
}

/// Both texts of a school.
pub fn pair(school: &str, word: &str) -> Vec<(String, Vec<u8>)> {
    [Lang::Kk, Lang::Ru].map(|lang| (format!("{school} {lang}.docx"), agreement(lang, school, word))).into()
}

/// The days of schools.
pub fn table(schools: &[&str]) -> Vec<u8> {
    let rows = schools.iter().map(|school| format!("{school};20.12.2025;01.01.2026;31.12.2028\r\n"));
    format!("{TABLE}{}", rows.collect::<String>()).into_bytes()
}

fn parcels(registry: &Registry, files: &[(String, Vec<u8>)]) -> Parcels {
    let mut parcels = registry.parcels().expect("a place");
    for (name, bytes) in files {
        parcels.begin(name).expect("room");
        // In pieces, as they come from a network.
        bytes.chunks(1000).for_each(|piece| parcels.add(piece).expect("room"));
    }
    parcels
}

/// An archive and a table on their way in.
pub fn sent(registry: &Registry, files: &[(String, Vec<u8>)], days: &[u8]) -> Parcels {
    let named: Vec<(&str, Vec<u8>)> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let files = [("шарттар.zip".to_owned(), zip(&named)), ("days.csv".to_owned(), days.to_vec())];
    parcels(registry, &files)
}

/// Waits until a delivery was looked at.
fn prepared(registry: &Registry, id: &str) -> Intake {
    let began = Instant::now();
    loop {
        let intake = registry.intake(id).expect("a delivery");
        if intake.is_ready {
            return intake;
        }
        assert!(began.elapsed() < PATIENCE, "{intake:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn line<'i>(intake: &'i Intake, number: &str) -> &'i IntakeLine {
    intake.lines.iter().find(|line| line.number == number).expect("a line")
}

fn states(intake: &Intake) -> Vec<(&str, LineState)> {
    intake.lines.iter().map(|line| (line.number.as_str(), line.state())).collect()
}

/// What anybody may see of a register.
fn state(registry: &Registry) -> (usize, usize, u64) {
    let documents = registry.read(|view| view.documents_count(&DocumentFilter::default())).expect("a count");
    let files = registry.draft_counts().expect("drafts").len();
    (registry.leaves().expect("leaves").len(), documents, files as u64)
}

/// Files that lie in the store of a local register.
fn stored(app: &TestApp) -> usize {
    let shelves = std::fs::read_dir(app.data().join("files")).expect("the store").flatten();
    let on = |shelf: std::fs::DirEntry| std::fs::read_dir(shelf.path()).map_or(0, |files| files.count());
    shelves.filter(|shelf| shelf.path().is_dir() && shelf.file_name().len() == 2).map(on).sum()
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn pairs_become_drafts_and_editions_once() {
    on_each_engine(|app| {
        app.schools(&["S001", "S002", "К003"]);
        let files = [pair("S001", "бірінші"), pair("S002", "екінші"), pair("k003", "үшінші")].concat();
        let days = table(&["S001", "s002", "K003"]);
        let before = state(&app.registry);
        let id = app.registry.receive(sent(&app.registry, &files, &days), ACTOR).expect("a delivery");
        let again = app.registry.receive(sent(&app.registry, &files, &days), ACTOR).expect("the same one");
        assert_eq!(id, again, "a second send is the same delivery");
        let intake = prepared(&app.registry, &id);
        assert_eq!(intake.problems, []);
        let sound = |number| (number, LineState::Sound);
        assert_eq!(states(&intake), [sound("S001"), sound("S002"), sound("К003")]);
        let first = line(&intake, "S001");
        assert_eq!(first.change, IntakeChange::Document);
        let langs: Vec<Lang> = first.files.iter().map(|(lang, _)| *lang).collect();
        assert_eq!(langs, [Lang::Kk, Lang::Ru]);
        assert_eq!(first.requisites.term_end.map(|day| day.to_string()).as_deref(), Some("2028-12-31"));
        // Documents and drafts are there, editions are not.
        let drafted = state(&app.registry);
        assert_eq!((drafted.1, drafted.2), (before.1 + 3, 3));
        assert!(drafted.0 == before.0 + 3, "one leaf for each code, none for a publication");

        let chosen = (&Chosen::Sound, false);
        let published =
            app.registry.publish_intake(&id, chosen, Some(intake.changes), ACTOR).expect("editions");
        assert_eq!(published.len(), 3);
        let leaves = app.registry.leaves().expect("leaves").len();
        assert_eq!(
            app.registry.publish_intake(&id, chosen, Some(intake.changes), ACTOR).ok(),
            Some(Vec::new())
        );
        assert_eq!(app.registry.leaves().expect("leaves").len(), leaves, "a second press publishes nothing");
        assert_eq!(state(&app.registry).2, 0, "no draft is left");
        let code = line(&app.registry.intake(&id).expect("it"), "S002").document.expect("a document");
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains("екінші"));
        assert!(app.scan(&format!("/{code}"), Lang::Ru).contains("об условиях труда"));
        app.registry.discard_intake(&id, ACTOR).expect("put away");
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains("екінші"), "what is published stays");

        // The same files again, and one that changed.
        let files = [pair("S001", "бірінші"), pair("S002", "жаңа")].concat();
        let id = app.registry.receive(sent(&app.registry, &files, &days), ACTOR).expect("a delivery");
        let intake = prepared(&app.registry, &id);
        assert_eq!(states(&intake), [("S001", LineState::Same), sound("S002")]);
        assert_eq!(line(&intake, "S002").change, IntakeChange::Edition);
        let row = IntakeProblem::RowWithoutFile { line: 4, number: "К003".to_owned() };
        assert_eq!(intake.problems, [(String::new(), row)]);
        let published = app.registry.publish_intake(&id, chosen, None, ACTOR).expect("an edition");
        assert_eq!(published.iter().map(|one| one.ordinal).collect::<Vec<_>>(), [2]);
    });
}

#[test]
fn what_is_wrong_with_a_file_costs_that_file_alone() {
    on_each_engine(|app| {
        app.schools(&["S001", "S002", "S003", "S004"]);
        let mut files = pair("S001", "бірінші");
        files.push(("S002 kk.docx".to_owned(), b"PK\x03\x04 and nothing".to_vec()));
        files.push(("S002 ru.docx".to_owned(), agreement(Lang::Ru, "S002", "екінші")));
        files.push((
            "S003 ru.docx".to_owned(),
            docx("Коллективный договор, КГУ «Школа № 54», об условиях труда работников"),
        ));
        files.push(("S999 ru.docx".to_owned(), docx("Коллективный договор неизвестной организации")));
        files.push(("копия/S001 kk 2.docx".to_owned(), agreement(Lang::Kk, "S001", "бірінші")));
        files.push(("../S004 kk.docx".to_owned(), agreement(Lang::Kk, "S004", "төртінші")));
        files.push(("бәрі.zip".to_owned(), zip(&[("a.docx", b"x".to_vec())])));
        let days = format!(
            "{}S888;;;\r\nS004;32.01.2026;;\r\n",
            String::from_utf8_lossy(&table(&["S001", "S002", "S003"]))
        );
        app.registry
            .rename(
                register::numbered(&app.registry, "S003").code,
                tizilim::domain::lang::Trilingual::new("№ 3 мектеп", "Школа № 3", ""),
                None,
                ACTOR,
            )
            .expect("a name with a number");
        let id =
            app.registry.receive(sent(&app.registry, &files, days.as_bytes()), ACTOR).expect("a delivery");
        let intake = prepared(&app.registry, &id);
        assert_eq!(
            states(&intake),
            [("S001", LineState::Sound), ("S002", LineState::Doubtful), ("S003", LineState::Doubtful)]
        );
        assert_eq!(line(&intake, "S002").broken, ["S002 kk.docx"]);
        let names_another =
            |kind: &DoubtKind| matches!(kind, DoubtKind::OtherOrganization { found } if found.contains("54"));
        assert!(line(&intake, "S003").doubts.iter().any(|doubt| names_another(&doubt.kind)));
        let problem = |name: &str| {
            let of = |(file, _): &&(String, IntakeProblem)| file == name;
            intake.problems.iter().find(of).map(|(_, problem)| problem.clone())
        };
        assert!(
            matches!(problem("S002 kk.docx"), Some(IntakeProblem::Unreadable(_))),
            "{:?}",
            intake.problems
        );
        assert_eq!(problem("S999 ru.docx"), Some(IntakeProblem::Nobodys));
        let first = "S001 kk.docx".to_owned();
        assert_eq!(problem("копия/S001 kk 2.docx"), Some(IntakeProblem::SameTwice { first }));
        assert_eq!(problem("../S004 kk.docx"), Some(IntakeProblem::Packed(PackedRefusal::Outside)));
        assert_eq!(problem("бәрі.zip"), Some(IntakeProblem::Packed(PackedRefusal::Archive)));
        let rows: Vec<&IntakeProblem> =
            intake.problems.iter().filter(|(file, _)| file.is_empty()).map(|(_, problem)| problem).collect();
        let number = "S888".to_owned();
        assert_eq!(
            rows,
            [&IntakeProblem::RowOfNobody { line: 5, number }, &IntakeProblem::RowWithoutDay { line: 6 }]
        );

        // What is doubtful is published on purpose alone, and one that is refused keeps all from being published.
        let before = (state(&app.registry), app.registry.glance().stamp());
        let all = |accepts| app.registry.publish_intake(&id, (&Chosen::All, accepts), None, ACTOR);
        assert_eq!(refused(all(false)), Refusal::DoubtsUnseen);
        assert_eq!((state(&app.registry), app.registry.glance().stamp()), before);
        assert_eq!(all(true).expect("editions").len(), 3);
    });
}

#[test]
fn one_that_cannot_be_published_keeps_all_of_them_back() {
    on_each_engine(|app| {
        app.schools(&["S001", "S002"]);
        let files = [pair("S001", "бірінші"), pair("S002", "екінші")].concat();
        let id =
            app.registry.receive(sent(&app.registry, &files, &table(&["S001"])), ACTOR).expect("a delivery");
        let intake = prepared(&app.registry, &id);
        assert_eq!(states(&intake), [("S001", LineState::Sound), ("S002", LineState::Refused)]);
        let codes: Vec<Code> = intake.lines.iter().map(|line| line.code).collect();
        let before = (state(&app.registry), app.registry.glance().stamp());
        let both = Chosen::These(codes);
        let why = refused(app.registry.publish_intake(&id, (&both, true), None, ACTOR));
        assert!(matches!(&why, Refusal::OneOfMany { number, .. } if number == "S002"), "{why:?}");
        assert_eq!((state(&app.registry), app.registry.glance().stamp()), before, "nothing was published");
        assert_eq!(states(&app.registry.intake(&id).expect("it")), states(&intake));

        // What is entered in a draft is seen in the list; who saw the list before is asked to look again.
        let draft = line(&intake, "S002").draft.expect("a draft");
        app.registry.set_requisites(draft, line(&intake, "S001").requisites).expect("days");
        let now = app.registry.intake(&id).expect("it");
        assert_eq!(line(&now, "S002").state(), LineState::Sound);
        let stale = app.registry.publish_intake(&id, (&Chosen::Sound, false), Some(intake.changes), ACTOR);
        assert_eq!(refused(stale), Refusal::ChangedSincePreview);
        let published = app.registry.publish_intake(&id, (&both, false), Some(now.changes), ACTOR);
        assert_eq!(published.expect("editions").len(), 2);
    });
}

#[test]
fn an_archive_that_cannot_be_taken_leaves_nothing() {
    on_each_engine(|app| {
        app.schools(&["S001"]);
        let before = (state(&app.registry), app.is_local().then(|| stored(app)));
        let receive = |name: &str, bytes: Vec<u8>| {
            refused(app.registry.receive(parcels(&app.registry, &[(name.to_owned(), bytes)]), ACTOR))
        };
        let of = |name: &str, problem| Refusal::Deliveries(vec![(name.to_owned(), problem)]);
        let damaged = IntakeProblem::Archive(ArchiveRefusal::Damaged);
        assert_eq!(receive("a.zip", b"PK\x03\x04 and nothing".to_vec()), of("a.zip", damaged));
        // One file of zeros that unpacks to more than a file may have.
        let bomb = zip(&[("S001 kk.docx", vec![0; (50 << 20) + 1])]);
        assert!(bomb.len() < 1 << 20, "it is small");
        assert_eq!(
            receive("bomb.zip", bomb),
            of("S001 kk.docx", IntakeProblem::Packed(PackedRefusal::TooLarge))
        );
        assert_eq!(receive("S001 kk.docx", Vec::new()), of("S001 kk.docx", IntakeProblem::Empty));
        let files = sent(&app.registry, &pair("S001", "бірінші"), b"a;b\r\nc;d\r\n");
        assert!(matches!(refused(app.registry.receive(files, ACTOR)), Refusal::Table(_)));
        assert_eq!((state(&app.registry), app.is_local().then(|| stored(app))), before);
        assert!(app.registry.intakes().expect("a list").is_empty());
    });
}

#[test]
fn an_encrypted_file_is_refused_by_its_name() {
    on_sqlite(|app| {
        app.schools(&["S001"]);
        let mut bytes = zip(&[
            ("S001 kk.docx", agreement(Lang::Kk, "S001", "бірінші")),
            ("S001 ru.docx", agreement(Lang::Ru, "S001", "x")),
        ]);
        // The bit of its first entry that says so, in both of its headers (APPNOTE 4.4.4).
        let central = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("a directory");
        bytes[6] |= 1;
        bytes[central + 8] |= 1;
        let files = [("a.zip".to_owned(), bytes), ("t.csv".to_owned(), table(&["S001"]))];
        let id = app.registry.receive(parcels(&app.registry, &files), ACTOR).expect("a delivery");
        let intake = prepared(&app.registry, &id);
        let encrypted = IntakeProblem::Packed(PackedRefusal::Encrypted);
        assert_eq!(intake.problems, [("S001 kk.docx".to_owned(), encrypted)]);
        assert_eq!(states(&intake), [("S001", LineState::Sound)]);
    });
}

#[test]
fn files_are_matched_by_text_and_days_are_read_from_it() {
    on_each_engine(|app| {
        app.schools(&["S001"]);
        let text = "Коллективный договор на 2026–2028 годы, КГУ «Школа S001», 20.12.2025 об условиях труда";
        let files = [("договор.docx".to_owned(), docx(text))];
        let id = app.registry.receive(parcels(&app.registry, &files), ACTOR).expect("a delivery");
        let intake = prepared(&app.registry, &id);
        assert_eq!(states(&intake), [("S001", LineState::Sound)], "{intake:?}");
        let line = line(&intake, "S001");
        assert!(line.days_from_text && line.files[0].0 == Lang::Ru);
        let days = [line.requisites.signed_on, line.requisites.effective_from, line.requisites.term_end];
        let days = days.map(|day| day.map(|day| day.to_string()).unwrap_or_default());
        assert_eq!(days, ["2025-12-20", "2026-01-01", "2028-12-31"]);
    });
}

#[test]
fn a_delivery_that_is_put_away_leaves_nothing() {
    on_each_engine(|app| {
        app.schools(&["S001", "S002"]);
        let before = (state(&app.registry).1, app.is_local().then(|| stored(app)));
        let files = [pair("S001", "бірінші"), pair("S002", "екінші")].concat();
        let id =
            app.registry.receive(sent(&app.registry, &files, &table(&["S001"])), ACTOR).expect("a delivery");
        prepared(&app.registry, &id);
        app.registry.discard_intake(&id, ACTOR).expect("put away");
        assert_eq!((state(&app.registry).1, app.is_local().then(|| stored(app))), before);
        assert_eq!(refused(app.registry.intake(&id)), Refusal::UnknownIntake);
        assert_eq!(state(&app.registry).2, 0);
    });
}

#[test]
fn another_process_goes_on_where_one_ended() {
    on_each_engine(|app| {
        app.schools(&["S001"]);
        // A register that is not kept fresh prepares nothing by itself.
        let other = app.open_again();
        let parcels = sent(&other, &pair("S001", "бірінші"), &table(&["S001"]));
        let id = other.receive(parcels, ACTOR).expect("a delivery");
        drop(other);
        assert_eq!(states(&prepared(&app.registry, &id)), [("S001", LineState::Sound)]);
    });
}

#[test]
fn the_desk_sends_looks_and_publishes() {
    on_each_engine(|app| {
        app.schools(&["S001", "S002"]);
        let editor = Desk::open_as(app, Role::Editor, "editor");
        let publisher = Desk::open_as(app, Role::Publisher, "publisher");
        assert!(editor.page("/admin/documents").contains("/admin/agreements"));
        let mut files = [pair("S001", "бірінші"), pair("S002", "екінші")].concat();
        files.push(("days.csv".to_owned(), table(&["S001", "S002"])));
        let files: Vec<(&str, Vec<u8>)> =
            files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        let before = state(&app.registry);
        let nothing = editor.post_files("/admin/agreements", "files", &[("a.zip", b"x".to_vec())]);
        assert_eq!(nothing.status, 422);
        assert!(nothing.text().contains("a.zip"), "{}", nothing.text());
        assert_eq!(state(&app.registry), before);

        let sent = editor.post_files("/admin/agreements", "files", &files);
        let page = sent.header("location").to_owned();
        assert_eq!(sent.status, 303, "{}", sent.text());
        let again = editor.post_files("/admin/agreements", "files", &files);
        assert_eq!(again.header("location"), page);
        prepared(&app.registry, page.rsplit('/').next().expect("a name"));
        let seen = editor.page(&page);
        assert!(seen.contains("S001") && seen.contains("S002") && !seen.contains("/publish"), "{seen}");
        assert_eq!(editor.post(&format!("{page}/publish"), &[("what", "sound")]).status, 403);

        let seen = publisher.page(&page);
        assert!(seen.contains(&format!("{page}/publish")), "{seen}");
        let first = register::numbered(&app.registry, "S001").code;
        let these = [("what", "these"), ("these", first.as_str()), ("seen_state", "0")];
        let done = publisher.post(&format!("{page}/publish"), &these);
        assert_eq!((done.status, done.header("location")), (303, format!("{page}?published=1").as_str()));
        assert_eq!(state(&app.registry).2, 1, "the other draft waits");
        let rest = publisher.post(&format!("{page}/publish"), &[("what", "sound"), ("seen_state", "0")]);
        assert_eq!(rest.header("location"), format!("{page}?published=1"));
        assert!(publisher.page(&page).contains("Опубликованы: 2"));
        assert_eq!(publisher.post(&format!("{page}/discard"), &[]).status, 303);
        assert_eq!(publisher.get(&page).status, 404);
    });
}

#[test]
fn a_command_publishes_what_is_sound_and_leaves_nothing_else() {
    with_each_engine(|office| {
        let schools: String = ["S001", "S002"]
            .map(|number| format!("{number},{number} мектеп,Школа {number},school,Есіл\n"))
            .concat();
        let schools = format!("number,name_kk,name_ru,kind,district\n{schools}");
        office.done(&["org", "import", &office.file("schools.csv", schools.as_bytes())]);
        let mut files = [pair("S001", "бірінші"), pair("S002", "екінші")].concat();
        files.push(("S777 ru.docx".to_owned(), docx("Коллективный договор неизвестной организации")));
        let named: Vec<(&str, Vec<u8>)> =
            files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        let archive = office.file("a.zip", &zip(&named));
        let days = office.file("days.csv", &table(&["S001", "S002"]));
        let registry = office.registry();
        let before = (state(&registry), registry.glance().stamp());
        let dry = office.run(&["import-agreements", &archive, "--table", &days, "--dry-run"]);
        assert_eq!((dry.status, dry.out.lines().count()), (1, 4), "{dry:?}");
        assert!(
            dry.out.starts_with("new\tS001\tkk\tS001 kk.docx\t2025-12-20\t2026-01-01\t2028-12-31"),
            "{dry:?}"
        );
        assert!(dry.err.contains("S777 ru.docx"), "{dry:?}");
        let registry = office.registry();
        assert_eq!((state(&registry), registry.glance().stamp()), before, "a dry run leaves nothing");
        assert!(registry.intakes().expect("a list").is_empty());

        let done = office.run(&["import-agreements", &archive, "--table", &days]);
        assert_eq!((done.status, done.out.matches("published v1\t").count()), (1, 4), "{done:?}");
        let registry = office.registry();
        assert_eq!((state(&registry).1, state(&registry).2), (before.0.1 + 2, 0));
        assert!(registry.intakes().expect("a list").is_empty(), "nothing waits for anybody");
        let good: Vec<(&str, Vec<u8>)> = named[..4].to_vec();
        let again = office.run(&["import-agreements", &office.file("b.zip", &zip(&good)), "--table", &days]);
        assert_eq!((again.status, again.out.matches("unchanged\t").count()), (0, 4), "{again:?}");
        assert_eq!(state(&office.registry()), state(&registry));
    });
}
