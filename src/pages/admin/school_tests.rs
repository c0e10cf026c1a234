//! What passes between a school and the office: no key leaks, and nothing that was typed becomes markup.

use super::dashboard::{self, Own};
use super::letter::{self, LetterView};
use super::letters::{self, LettersView};
use super::proposal::{self, ProposalView};
use super::propose::{self, ProposeView};
use super::proposed::Proposed;
use super::scheduled;
use super::tests::{HOSTILE, staff, typed};
use crate::domain::Lang;
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::letter::{Answered, Letter};
use crate::domain::organization::Organization;
use crate::domain::proposal::{Outcome, Proposal};
use crate::domain::reminder::{Reminder, ReminderKind, Urgency};
use crate::domain::role::Role;
use crate::pages::tests::samples::{TODAY, agreement, as_of, now, school, union};

/// Something that a school proposes.
pub(super) fn proposal() -> Proposal {
    Proposal {
        id: "p".to_owned(),
        organization: school().id,
        document: None,
        kind: DocumentKind::WorkPlan,
        effective_from: Some(TODAY),
        note: HOSTILE.to_owned(),
        proposed_by: HOSTILE.to_owned(),
        proposed_at: now(),
        draft: None,
        outcome: None,
    }
}

/// A letter with its answer.
pub(super) fn letter() -> Letter {
    Letter {
        id: "l".to_owned(),
        organization: school().id,
        words: HOSTILE.to_owned(),
        written_by: HOSTILE.to_owned(),
        written_at: now(),
        answer: Some(Answered { words: HOSTILE.to_owned(), at: now() }),
    }
}

/// What passes between a school and the office, as both see it.
fn between(lang: Lang) -> Vec<String> {
    let (union, school, proposal, document, letter) = (union(), school(), proposal(), agreement(), letter());
    let proposed = Proposed { proposal: &proposal, organization: &school, document: Some(&document) };
    let staff = staff(&union, &Role::Admin, lang, "/admin");
    let refused = typed(propose::PROPOSE, &["words", "effective_from"]);
    let key = HOSTILE;
    vec![
        propose::render(&ProposeView {
            staff,
            organization: &school,
            documents: &[&document],
            proposals: &[proposed],
            key,
            typed: &refused,
            done: Some("propose-done"),
        }),
        proposal::render(&ProposalView {
            staff,
            proposed,
            texts: &[],
            typed: &typed("decline", &["reason"]),
        }),
        letters::render(&LettersView {
            staff,
            organization: &school,
            letters: std::slice::from_ref(&letter),
            key,
            typed: &typed(letters::WRITE, &["words"]),
            done: None,
        }),
        letter::render(&LetterView { staff, letter: &letter, organization: &school, typed: &refused }),
        scheduled::render(
            staff,
            &[(&document, &school, document.versions.last().expect("one"), Some(HOSTILE.to_owned()))],
        ),
    ]
}

/// What a chair sees of a school.
pub(super) fn own<'a>(
    school: &'a Organization,
    needs: &'a [(&'a Document, Reminder)],
    proposals: &'a [Proposed<'a>],
) -> Own<'a> {
    let stand = Some(HOSTILE.to_owned());
    Own { organization: school, stand, is_unchecked: true, needs, proposals, letters: (1, 1) }
}

#[test]
fn nothing_that_schools_and_office_write_becomes_markup() {
    for lang in Lang::ALL {
        for page in between(lang) {
            assert!(page.contains("</html>") && !page.contains("<script>"), "{page}");
            for prefix in [">propos", ">letter", ">scheduled-", ">room-", ">needs-", ">second-look"] {
                assert!(!page.contains(&format!("{prefix}-")), "{prefix} in {page}");
            }
            assert!(page.contains("alert("), "what was typed is there, as words: {page}");
        }
    }
}

#[test]
fn a_chair_sees_what_the_agreement_asks_and_what_became_of_a_proposal() {
    let (union, school, document) = (union(), school(), agreement());
    let due = as_of().day;
    let reminder = Reminder { kind: ReminderKind::TermEnds, due, urgency: Urgency::Now, article: None };
    let declined = Proposal { outcome: Some(Outcome::Declined("not signed".to_owned())), ..proposal() };
    let proposed = [Proposed { proposal: &declined, organization: &school, document: None }];
    let needs = [(&document, reminder)];
    let chair = Role::Chair(vec![school.id]);
    let rooms = [own(&school, &needs, &proposed)];
    let page = dashboard::render_own(&staff(&union, &chair, Lang::En, "/admin"), &rooms);
    for words in
        ["Reason: not signed", "not checked for half a year", "Waiting for an answer: 1", "/propose\""]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("/admin/documents/"), "a chair has no page of documents");
}
