//! The promises that live in the database itself, on both engines.

use diesel::connection::SimpleConnection;

use super::connection::Conn;
use super::database::Database;
use super::error::{Error, Result};
use super::journal::{self, Part, Position, Since};
use super::state;
use crate::domain::stand_check::Verdict;

#[path = "../../tests/it/postgres.rs"]
mod server;

/// One row of everything that never changes. Codes: one kept, two of organizations, one that nobody has.
const ROWS: &str = "
    INSERT INTO codes VALUES ('7K3M9Q3', 'kept', 0), ('4HD0TWX', 'reserved', 0), ('BBBBBBB', 'reserved', 0),
        ('CCCCCCC', 'reserved', 0);
    INSERT INTO organizations VALUES ('o', '4HD0TWX', 'S1', 0, 'school', '', 'active');
    INSERT INTO organizations VALUES ('p', 'BBBBBBB', 'S2', 0, 'school', '', 'active');
    INSERT INTO organization_names VALUES ('n', 'o', 1, 'a', '', '', NULL, 0);
    INSERT INTO successions VALUES ('s', 'o', 'p', 'merge', '2026-01-01', 0);
    INSERT INTO documents VALUES ('d', '7K3M9Q3', 'o', 'law', '', '', '', '', '', '', 'all', NULL, 0, '', '', '');
    INSERT INTO files VALUES ('aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd', 1, 'application/pdf');
    INSERT INTO versions VALUES ('v', 'd', 1, NULL, '2026-01-01', NULL, 'none', NULL, 0);
    INSERT INTO texts VALUES ('t', 'v', 'kk', 'authentic',
        'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd', 'a.pdf', 0);
    INSERT INTO attachments VALUES ('a', 'v', 1, 'a', NULL,
        'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd', 'a.pdf', 0, 'annex');
    INSERT INTO facts VALUES ('f', 'v', 'withdrawn', NULL, 'a', 'a', 0);
    INSERT INTO leaves VALUES (0, 'a', 0);
    INSERT INTO audit VALUES ('u', 0, 'a', 'a', 'a');
    INSERT INTO openings VALUES ('2026-01-01', '7K3M9Q3', '', 'kk', 'human', 'shared', 2),
        ('2026-01-01', '7K3M9Q3', '', 'kk', 'human', 'followed', 1);
    UPDATE state SET revision = 1, changes = 1;
";

/// A change of each table that only grows.
const CHANGES: [(&str, &str); 9] = [
    ("versions", "effective_from = '2027-01-01'"),
    ("texts", "lang = 'ru'"),
    ("attachments", "title = 'b'"),
    ("facts", "detail = 'b'"),
    ("leaves", "leaf = 'b'"),
    ("files", "size_bytes = 2"),
    ("organization_names", "name_kk = 'b'"),
    ("successions", "on_day = '2027-01-01'"),
    ("audit", "actor = 'b'"),
];

fn execute(conn: &mut Conn, sql: &str) -> Result<()> {
    on_engine!(conn, c => Ok(c.batch_execute(sql)?))
}

/// Runs a test on an empty database of each engine.
fn on_each_engine(test: impl Fn(&Database)) {
    let folder = tempfile::tempdir().expect("a folder");
    println!("on SQLite");
    test(&Database::open(None, folder.path()).expect("a database"));
    if let Some(fresh) = server::fresh() {
        println!("on PostgreSQL");
        test(&Database::open(Some(&fresh.url), folder.path()).expect("a database"));
    }
}

fn with_rows(test: impl Fn(&Database)) {
    on_each_engine(|database| {
        database.migrate().expect("migrations");
        database.write(|conn| execute(conn, ROWS)).expect("rows");
        test(database);
    });
}

fn refuse(database: &Database, sql: &str) {
    match database.write(|conn| execute(conn, sql)) {
        Err(Error::Query(why)) => assert!(why.to_string().contains("append-only"), "{sql}: {why}"),
        other => panic!("{sql}: {other:?}"),
    }
}

#[test]
fn migrations_run_up_down_and_up_again() {
    on_each_engine(|database| {
        database.migrate().expect("up");
        database.write(|conn| execute(conn, ROWS)).expect("rows");
        database.migrate().expect("nothing to do");
        database.revert_all().expect("down");
        assert!(database.read(state::read).is_err(), "no table is left");
        database.migrate().expect("up again");
        let state = database.read(state::read).expect("the state row");
        assert!(!state.timeline.is_empty() && !state.mark.is_empty(), "another register from now on");
        let named = state::State { timeline: String::new(), mark: String::new(), ..state };
        assert_eq!(named, state::State::default());
        database.write(|conn| execute(conn, ROWS)).expect("the same rows once more");
    });
}

#[test]
fn what_is_published_is_never_changed_and_never_deleted() {
    with_rows(|database| {
        for (table, change) in CHANGES {
            refuse(database, &format!("UPDATE {table} SET {change}"));
            refuse(database, &format!("DELETE FROM {table}"));
            if !database.is_local() {
                refuse(database, &format!("TRUNCATE {table} CASCADE"));
            }
        }
    });
}

#[test]
fn a_kept_code_lives_for_ever_and_a_reserved_one_may_go() {
    with_rows(|database| {
        refuse(database, "UPDATE codes SET status = 'reserved' WHERE code = '7K3M9Q3'");
        refuse(database, "UPDATE codes SET code = 'DDDDDDD' WHERE code = 'CCCCCCC'");
        refuse(database, "DELETE FROM codes WHERE code = '7K3M9Q3'");
        refuse(database, "UPDATE documents SET code = 'CCCCCCC'");
        refuse(database, "UPDATE documents SET owner_id = 'p'");
        refuse(database, "UPDATE documents SET kind = 'charter'");
        refuse(database, "UPDATE organizations SET code = 'CCCCCCC' WHERE id = 'o'");
        let delete = "DELETE FROM codes WHERE code = 'CCCCCCC'";
        database.write(|conn| execute(conn, delete)).expect("nobody has it");
    });
}

#[test]
fn a_check_that_is_over_is_kept_and_one_under_way_may_go() {
    with_rows(|database| {
        let checks = "
            INSERT INTO users (id, login, password_hash, role, created_at_us) VALUES ('w', 'chair', '', 'chair', 0);
            INSERT INTO checks (id, organization, user_id, started_at_us) VALUES ('c', '4HD0TWX', 'w', 0);
            INSERT INTO sightings VALUES ('c', '7K3M9Q3', '4HD0TWX', 'found');
            INSERT INTO checks (id, organization, started_at_us) VALUES ('k', '4HD0TWX', 0);
            INSERT INTO sightings VALUES ('k', '7K3M9Q3', '', 'missing');
            UPDATE checks SET finished_at_us = 1 WHERE id = 'k';";
        database.write(|conn| execute(conn, checks)).expect("checks");
        refuse(database, "UPDATE checks SET found = 2 WHERE id = 'k'");
        refuse(database, "DELETE FROM checks WHERE id = 'k'");
        refuse(database, "INSERT INTO sightings VALUES ('k', '4HD0TWX', '', 'found')");
        refuse(database, "UPDATE sightings SET verdict = 'found' WHERE check_id = 'k'");
        refuse(database, "UPDATE sightings SET check_id = 'c' WHERE check_id = 'k'");
        refuse(database, "UPDATE sightings SET check_id = 'k' WHERE check_id = 'c'");
        refuse(database, "DELETE FROM sightings WHERE check_id = 'k'");
        if !database.is_local() {
            refuse(database, "TRUNCATE checks CASCADE");
            refuse(database, "TRUNCATE sightings");
        }
        let kept = database.read(|conn| super::checks::sightings_of(conn, "k")).expect("sightings");
        assert_eq!(kept.iter().map(|(_, verdict)| *verdict).collect::<Vec<_>>(), [Verdict::Missing]);
        let second =
            "INSERT INTO checks (id, organization, user_id, started_at_us) VALUES ('d', '4HD0TWX', 'w', 0)";
        assert!(database.write(|conn| execute(conn, second)).is_err(), "one open check a person");
        database.write(|conn| execute(conn, "DELETE FROM checks WHERE id = 'c'")).expect("nothing is over");
        let left = database.read(|conn| super::checks::sightings_of(conn, "c")).expect("sightings");
        assert!(left.is_empty());
    });
}

#[test]
fn leaves_have_no_gap_and_the_revision_only_grows() {
    with_rows(|database| {
        refuse(database, "INSERT INTO leaves VALUES (2, 'a', 0)");
        refuse(database, "UPDATE state SET revision = 0");
        refuse(database, "UPDATE state SET changes = 0");
        refuse(database, "DELETE FROM state");
        database.write(|conn| execute(conn, "INSERT INTO leaves VALUES (1, 'b', 0)")).expect("the next leaf");
        refuse(database, "INSERT INTO leaves VALUES (3, 'c', 0)");
    });
}

#[test]
fn only_names_of_what_was_erased_are_cleared() {
    let cleared = [
        "UPDATE texts SET file_name = ''",
        "UPDATE attachments SET file_name = '', title = ''",
        "UPDATE facts SET detail = '' WHERE kind = 'late_attachment'",
    ];
    let erased = "
        INSERT INTO facts VALUES ('g', 'v', 'late_attachment', NULL, 'a', 'a', 0);
        INSERT INTO facts VALUES ('h', 'v', 'erased', NULL, 'a', 'a', 0);";
    with_rows(|database| {
        for change in cleared.iter().take(2) {
            refuse(database, change);
        }
        database.write(|conn| execute(conn, erased)).expect("an erasure");
        for (table, change) in
            CHANGES.iter().filter(|(table, _)| ["texts", "attachments", "facts"].contains(table))
        {
            refuse(database, &format!("UPDATE {table} SET {change}"));
        }
        refuse(database, "UPDATE facts SET detail = '' WHERE kind = 'withdrawn'");
        refuse(database, "UPDATE texts SET file_name = '', lang = 'ru'");
        refuse(database, "UPDATE attachments SET file_name = '', title = '', dated_on = '2026-01-01'");
        for change in cleared {
            database.write(|conn| execute(conn, change)).expect("a name is cleared");
        }
    });
}

#[test]
fn every_change_of_the_state_has_a_mark_of_its_own() {
    with_rows(|database| {
        let before = database.read(state::read).expect("the state row");
        database.write(|conn| journal::note(conn, &[Part::Checks])).expect("a change");
        let after = database.read(state::read).expect("the state row");
        assert_eq!(after.timeline, before.timeline);
        assert_ne!(after.mark, before.mark);
    });
}

#[test]
fn a_database_of_a_newer_program_is_refused_and_stays_as_it_is() {
    with_rows(|database| {
        let newer = "INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000001')";
        database.write(|conn| execute(conn, newer)).expect("a migration that this program does not know");
        let before = database.read(state::read).expect("the state row");
        assert!(matches!(database.migrate(), Err(Error::Newer(version)) if version == "20991231000001"));
        assert_eq!(database.read(state::read).expect("the state row"), before);
    });
}

#[test]
fn what_a_clock_that_ran_ahead_recorded_is_no_latest_moment() {
    let at = |us| crate::domain::Instant::from_microsecond(us).expect("an instant");
    with_rows(|database| {
        let rows =
            "INSERT INTO leaves VALUES (1, 'b', 900); INSERT INTO audit VALUES ('x', 500, 'a', 'a', 'a');";
        database.write(|conn| execute(conn, rows)).expect("records");
        let latest = |but| database.read(|conn| super::leaves::latest(conn, but)).expect("records");
        assert_eq!(latest(None), Some(at(900)));
        assert_eq!(latest(Some((at(600), at(900)))), Some(at(500)));
        assert_eq!(latest(Some((at(600), at(800)))), Some(at(900)));
    });
}

#[test]
fn a_transaction_that_fails_leaves_nothing_behind() {
    with_rows(|database| {
        let failed: Result<()> = database.write(|conn| {
            execute(conn, "INSERT INTO leaves VALUES (1, 'b', 0)")?;
            Err(Error::Files("a disk that is full".to_owned()))
        });
        assert!(matches!(failed, Err(Error::Files(_))));
        let leaves = database.read(super::leaves::all).expect("leaves");
        assert_eq!(leaves, [(0, "a".to_owned())]);
    });
}

#[test]
fn the_journal_names_what_was_touched_after_a_position_and_nothing_else() {
    with_rows(|database| {
        let id = |seed| crate::domain::ids::DocumentId::from_random([seed; 16]);
        let (first, second) = (Part::Document(id(1)), Part::Document(id(2)));
        let here = || {
            database
                .read(|conn| {
                    let state = state::read(conn)?;
                    Ok::<_, Error>((journal::position(conn, &state)?, state))
                })
                .expect("a position")
        };
        let since = |held: &Position| {
            let state = here().1;
            database.read(|conn| journal::since(conn, held, &state)).expect("the journal")
        };
        database.write(|conn| journal::note(conn, &[first])).expect("a change");
        let (held, _) = here();
        database.write(|conn| journal::note(conn, &[second, Part::Codes, second])).expect("a change");
        let (next, _) = here();
        assert_eq!(next.seq, held.seq + 1);
        assert_eq!(since(&held), Since::Parts(vec![Part::Codes, second], next.clone()));
        // Nothing was noted, and yet the state is another one.
        database.write(|conn| execute(conn, "UPDATE state SET accent = '#000000'")).expect("a change");
        assert_eq!(since(&next), Since::Anything(next.clone()));
        let elsewhere = Position { stamp: "another history".to_owned(), ..held };
        assert_eq!(since(&elsewhere), Since::Anything(next.clone()));
        let ahead = Position { seq: next.seq + 5, ..next.clone() };
        assert_eq!(since(&ahead), Since::Anything(next));
    });
}
