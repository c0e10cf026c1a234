//! A process holds parts of the register, and drops of them what the journal names.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::registry::{Error, Registry, StatePart, View};

use crate::app::{Edition, TestApp, on_each_engine, on_each_engine_polling};

/// Hears what is told about changes.
fn heard(registry: &Registry) -> Arc<Mutex<Vec<Option<BTreeSet<StatePart>>>>> {
    let heard: Arc<Mutex<Vec<_>>> = Arc::default();
    let ear = heard.clone();
    registry.listen(Box::new(move |parts| {
        ear.lock().expect("an ear").push(parts.map(|parts| parts.iter().copied().collect()));
    }));
    heard
}

fn view<T>(registry: &Registry, work: impl FnMut(&View) -> Result<T, Error>) -> T {
    registry.read(work).expect("a view")
}

/// Schools with an agreement each.
fn with_agreements(app: &TestApp, numbers: &[&str]) -> Vec<tizilim::domain::Code> {
    let schools = app.schools(numbers);
    let own = |school| app.document_of(school, DocumentKind::WorkPlan).expect("an agreement");
    schools.into_iter().map(own).collect()
}

#[test]
fn a_publication_of_one_school_touches_its_document_and_nothing_else() {
    on_each_engine_polling(Duration::from_secs(3600), |app| {
        let codes = with_agreements(app, &["S1", "S2"]);
        let other = app.open_again();
        let heard = heard(&other);
        app.publish(codes[0], &Edition::of("2026-01-01").saying(Lang::Kk, "Бірінші"));
        other.refresh().expect("a look");
        let id = view(&other, |view| Ok(view.document(codes[0])?.map(|document| document.id)))
            .expect("a document");
        let all: BTreeSet<StatePart> = heard
            .lock()
            .expect("an ear")
            .iter()
            .flat_map(|parts| parts.clone().expect("named parts"))
            .collect();
        assert_eq!(all, BTreeSet::from([StatePart::Document(id)]));
    });
}

#[test]
fn a_view_shows_one_state_whatever_others_write_meanwhile() {
    on_each_engine_polling(Duration::from_secs(3600), |app| {
        let codes = with_agreements(app, &["S1", "S2"]);
        let reader = app.open_again();
        let mut rounds = 0;
        let counted = view(&reader, |view| {
            rounds += 1;
            let count = |at: usize| {
                Ok::<_, Error>(view.document(codes[at])?.map_or(0, |document| document.versions.len()))
            };
            // The first is not known to this process yet, so it is loaded now.
            let before = count(0)?;
            if rounds == 1 {
                for code in &codes {
                    app.publish(*code, &Edition::of("2026-01-01").saying(Lang::Kk, &format!("Мәтін {code}")));
                }
            }
            Ok((before, count(1)?))
        });
        assert!(matches!(counted, (0, 0) | (1, 1)), "{counted:?} in {rounds} rounds");
        reader.refresh().expect("a look");
        assert_eq!(
            view(&reader, |view| Ok(view.document(codes[1])?.map(|document| document.versions.len()))),
            Some(1)
        );
    });
}

#[test]
fn what_is_held_is_asked_for_once() {
    on_each_engine_polling(Duration::from_secs(3600), |app| {
        let codes = with_agreements(app, &["S1", "S2"]);
        let look = || {
            view(&app.registry, |view| {
                let documents: Vec<_> =
                    codes.iter().map(|code| view.document(*code)).collect::<Result<_, _>>()?;
                let document = documents[0].expect("a document");
                let owner = view.owner(document)?;
                let shelf: Vec<_> = view.shelf(owner)?.iter().map(|one| one.code).collect();
                let advice = view.advice(owner)?;
                Ok((owner.number.clone(), shelf, advice.is_empty()))
            })
        };
        let first = look();
        let before = app.registry.uses();
        assert_eq!(look(), first);
        assert_eq!(app.registry.uses(), before, "nothing was asked again");
    });
}

#[test]
fn codes_that_nobody_has_are_unknown_until_somebody_has_them() {
    on_each_engine(|app| {
        let nobody = tizilim::domain::Code::from_random([7; 6]);
        view(&app.registry, |view| {
            assert!(view.find(nobody)?.is_none());
            assert!(view.parts().is_some_and(|parts| parts.contains(&StatePart::Codes)));
            Ok(())
        });
    });
}
