//! Several people, processes and servers work on one register at the same time.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};
use tizilim::registry::{Error, Refusal, Registry};

use crate::app::{ACTOR, Edition, TestApp, on_each_engine};
use crate::register;

/// Publishes an edition through one of several registers on the same state.
fn publish(app: &TestApp, through: &Registry, code: Code, edition: &Edition) -> Result<u32, Error> {
    let draft = app.draft(code, edition)?;
    through.preview(draft)?;
    through.publish(draft, ACTOR).map(|published| published.ordinal)
}

fn dense(app: &TestApp) -> usize {
    let numbers: Vec<u64> =
        app.registry.leaves().expect("leaves").iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (0..numbers.len() as u64).collect::<Vec<_>>(), "leaves have no gap");
    numbers.len()
}

#[test]
fn two_documents_are_published_at_once() {
    on_each_engine(|app| {
        let codes = [app.document(DocumentKind::Charter), app.document(DocumentKind::Regulation)];
        let leaves = dense(app);
        let other = app.open_again();
        for round in 1..=3 {
            let edition =
                |code| Edition::of(&format!("202{round}-01-01")).saying(Lang::Kk, &format!("{code} {round}"));
            std::thread::scope(|scope| {
                for (code, through) in codes.into_iter().zip([&app.registry, &other]) {
                    let edition = edition(code);
                    scope.spawn(move || publish(app, through, code, &edition).expect("a publication"));
                }
            });
        }
        app.registry.refresh().expect("a look for changes");
        for code in codes {
            assert!(app.scan(&format!("/{code}"), Lang::Kk).contains(&format!("{code} 3")));
        }
        assert_eq!(dense(app), leaves + 6);
    });
}

#[test]
fn of_two_people_who_previewed_the_same_state_one_publishes() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2020-01-01").saying(Lang::Kk, "Бірінші"));
        let other = app.open_again();
        let drafts = ["Екінші", "Үшінші"].map(|words| {
            let draft = app.draft(code, &Edition::of("2021-01-01").saying(Lang::Kk, words)).expect("a draft");
            app.registry.preview(draft).expect("a preview");
            draft
        });
        let outcomes = std::thread::scope(|scope| {
            let threads = drafts
                .into_iter()
                .zip([&app.registry, &other])
                .map(|(draft, through)| scope.spawn(move || through.publish(draft, ACTOR)))
                .collect::<Vec<_>>();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect::<Vec<_>>()
        });
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        let refused = |outcome: &&Result<_, Error>| {
            matches!(outcome, Err(Error::Refused(Refusal::ChangedSincePreview)))
        };
        assert_eq!(outcomes.iter().filter(refused).count(), 1, "{outcomes:?}");
        assert_eq!(app.registry.drafts(code).expect("drafts").len(), 1, "the other draft is kept");
        dense(app);
    });
}

#[test]
fn codes_are_given_out_once_when_many_add_documents() {
    on_each_engine(|app| {
        let other = app.open_again();
        let union = register::union(&app.registry);
        let mut codes = std::thread::scope(|scope| {
            let threads = [&app.registry, &other, &app.registry, &other].map(|through| {
                scope.spawn(move || {
                    let add =
                        |_| through.add_document(union, DocumentKind::Leaflet, &Default::default(), ACTOR);
                    (0..10).map(add).collect::<Result<Vec<Code>, Error>>().expect("documents")
                })
            });
            threads.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect::<Vec<_>>()
        });
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 40);
        dense(app);
    });
}
