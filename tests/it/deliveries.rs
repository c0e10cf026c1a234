//! What a delivery of many agreements believes, keeps and lets go of.

use std::time::{Duration, Instant};

use tizilim::domain::deed::Deed;
use tizilim::domain::line_state::LineState;
use tizilim::domain::{Checksum, Code, Lang};
use tizilim::registry::{AuditFilter, Chosen, IntakeProblem, Parcels, Refusal, Registry, Withdrawal};

use crate::agreements::{agreement, line, pair, prepared, refused, sent, state, states, table};
use crate::app::{ACTOR, TestApp, on_each_engine, recognising};
use crate::samples::docx;
use crate::scanned;

/// The longest wait until a page is recognised.
const PATIENCE: Duration = Duration::from_secs(120);

/// What stands in the name of a file and nowhere else.
const PERSON: &str = "Қобыландинадаггаага";

/// Two schools whose files have one name, in folders that say nothing.
fn in_folders() -> Vec<(String, Vec<u8>)> {
    let file = |folder: &str, word: &str| {
        (format!("{folder}/шарт.docx"), docx(&format!("Коллективный договор, {word} – об условиях труда")))
    };
    vec![file("Есіл", "бірінші"), file("Сарыарқа", "екінші")]
}

/// A table that names files.
fn naming(rows: &[(&str, &str)]) -> Vec<u8> {
    let row = |(number, file): &(&str, &str)| format!("{number};{file};20.12.2025;01.01.2026;31.12.2028\r\n");
    let rows: String = rows.iter().map(row).collect();
    format!("number;file;signed_on;effective_from;term_end\r\n{rows}").into_bytes()
}

fn receive(app: &TestApp, parcels: Parcels) -> String {
    app.registry.receive(parcels, ACTOR).expect("a delivery")
}

/// The subjects of the lines of the audit trail about a deed.
fn noted(registry: &Registry, deed: Deed) -> Vec<String> {
    let filter = AuditFilter { deed: Some(deed), ..AuditFilter::default() };
    registry.audit_trail(&filter, 99).expect("a trail").into_iter().map(|entry| entry.subject).collect()
}

#[test]
fn a_table_means_the_file_at_a_path_and_says_where_it_may_mean_several() {
    on_each_engine(|app| {
        app.schools(&["S001", "S002"]);
        let rows = [("S001", "есіл\\шарт.docx"), ("S002", "Сарыарқа/шарт.docx")];
        let id = receive(app, sent(&app.registry, &in_folders(), &naming(&rows)));
        let intake = prepared(&app.registry, &id);
        assert_eq!(states(&intake), [("S001", LineState::Sound), ("S002", LineState::Sound)]);
        assert_eq!(line(&intake, "S002").files[0].1, "Сарыарқа/шарт.docx");
        assert_eq!(intake.problems, []);
        app.registry.discard_intake(&id, ACTOR).expect("put away");

        let rows = [("S001", "шарт.docx"), ("S002", "Сарыарқа/шарт.docx")];
        let id = receive(app, sent(&app.registry, &in_folders(), &naming(&rows)));
        let intake = prepared(&app.registry, &id);
        assert_eq!(states(&intake), [("S002", LineState::Sound)], "a name of two files is nobody's");
        let several = (String::new(), IntakeProblem::RowOfSeveral { line: 2 });
        assert!(intake.problems.contains(&several), "{:?}", intake.problems);
        app.registry.discard_intake(&id, ACTOR).expect("put away");

        let rows = [("S001", "Есіл/шарт.docx"), ("S002", "есіл/ШАРТ.docx")];
        let id = receive(app, sent(&app.registry, &in_folders(), &naming(&rows)));
        let intake = prepared(&app.registry, &id);
        assert_eq!(states(&intake), [], "neither row is believed before the other");
        let both = ("Есіл/шарт.docx".to_owned(), IntakeProblem::OfRows { first: 2, line: 3 });
        assert!(intake.problems.contains(&both), "{:?}", intake.problems);
    });
}

#[test]
fn what_is_put_away_is_noted_and_so_is_what_was_made_for_it() {
    on_each_engine(|app| {
        app.schools(&["S001", "S002"]);
        let days = table(&["S001", "S002"]);
        let id = receive(app, sent(&app.registry, &pair("S001", "бірінші"), &days));
        let first = line(&prepared(&app.registry, &id), "S001").document.expect("a document");
        app.registry.publish_intake(&id, (&Chosen::All, true), None, ACTOR).expect("an edition");
        let files = [pair("S001", "жаңа"), pair("S002", "екінші")].concat();
        let id = receive(app, sent(&app.registry, &files, &days));
        let second = line(&prepared(&app.registry, &id), "S002").document.expect("a document");
        app.registry.discard_intake(&id, ACTOR).expect("put away");
        assert!(noted(&app.registry, Deed::AddDocument).contains(&second.to_string()));
        assert_eq!(noted(&app.registry, Deed::RemoveDocument), [second.to_string()]);
        assert_eq!(noted(&app.registry, Deed::DiscardDraft), [first.to_string()]);
        assert_eq!(noted(&app.registry, Deed::DiscardAgreements), [id]);
    });
}

#[test]
fn recognition_answers_no_doubt_but_its_own() {
    recognising(|app| {
        app.schools(&["S001"]);
        let scan = scanned::pdf(&[scanned::picture("zakon_pedagog_kk_v1.pdf", 1)]);
        let files = [
            ("S001 kk.pdf".to_owned(), scan),
            ("S001 ru.docx".to_owned(), b"PK\x03\x04 and nothing".to_vec()),
        ];
        let id = receive(app, sent(&app.registry, &files, &table(&["S001"])));
        prepared(&app.registry, &id);
        let began = Instant::now();
        let intake = loop {
            let intake = app.registry.intake(&id).expect("a delivery");
            if intake.changes > 0 {
                break intake;
            }
            assert!(began.elapsed() < PATIENCE, "{intake:?}");
            std::thread::sleep(Duration::from_millis(100));
        };
        let recognised = line(&intake, "S001");
        assert_eq!((recognised.state(), recognised.broken.len()), (LineState::Doubtful, 1), "{intake:?}");
        let draft = recognised.draft.expect("a draft");
        app.registry.set_requisites(draft, recognised.requisites).expect("days");
        let intake = app.registry.intake(&id).expect("a delivery");
        assert!(line(&intake, "S001").broken.is_empty(), "somebody has it in hand");
    });
}

#[test]
fn what_is_erased_is_forgotten_by_deliveries_and_seen_anew() {
    on_each_engine(|app| {
        app.schools(&["S001", "S002"]);
        let days = table(&["S001", "S002"]);
        let named = format!("S001 kk {PERSON}.docx");
        let kk = agreement(Lang::Kk, "S001", "бірінші");
        let files = [
            vec![(named.clone(), kk.clone()), (format!("көшірме {PERSON}.docx"), kk.clone())],
            pair("S002", "екінші"),
        ];
        let published = receive(app, sent(&app.registry, &files.concat(), &days));
        let code: Code = line(&prepared(&app.registry, &published), "S001").document.expect("a document");
        app.registry.publish_intake(&published, (&Chosen::All, true), None, ACTOR).expect("editions");
        let files = [vec![(named, kk.clone())], vec![pair("S001", "жаңа").remove(1)], pair("S002", "жаңа")];
        let open = receive(app, sent(&app.registry, &files.concat(), &days));
        let seen = prepared(&app.registry, &open);
        let before = format!("{:?} {seen:?}", app.registry.intake(&published).expect("it"));
        assert!(before.matches(PERSON).count() >= 3, "{before}");

        app.registry.withdraw(code, 1, "Дербес деректер", Withdrawal::Erase, ACTOR).expect("an erasure");
        let now = app.registry.intake(&open).expect("it");
        let after = format!("{:?} {now:?}", app.registry.intake(&published).expect("it"));
        assert!(!after.contains(PERSON), "{after}");
        let state_of = |id: &str, number| line(&app.registry.intake(id).expect("it"), number).state();
        assert_eq!(state_of(&published, "S001"), LineState::Published);
        assert!(line(&app.registry.intake(&published).expect("it"), "S002").files.len() == 2, "others stay");
        if app.is_local() {
            assert!(!app.stored_at(Checksum::of(&kk)).exists());
            let bytes = std::fs::read(app.database_file()).expect("the database");
            let is_there = |word: &str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
            assert!(!is_there(PERSON), "nothing of it is left");
        }
        let before = state(&app.registry);
        let stale = app.registry.publish_intake(&open, (&Chosen::All, true), Some(seen.changes), ACTOR);
        assert_eq!(refused(stale), Refusal::ChangedSincePreview);
        assert_eq!(state(&app.registry), before);
    });
}
