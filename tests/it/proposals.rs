//! What a school proposes becomes a draft of the office, and an edition or an answer with a reason.

use tizilim::domain::deed::Deed;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::proposal::{OPEN_MAX, Proposal, ProposalState};
use tizilim::domain::requisites::RequisitesInput;
use tizilim::domain::role::Role;
use tizilim::domain::{Checksum, Code, Lang};
use tizilim::phrases::{say, say_of};
use tizilim::registry::AuditFilter;

use crate::app::{ACTOR, Edition, TestApp, day, on_each_engine, on_sqlite};
use crate::desk::Desk;
use crate::samples::docx;
use crate::{register, scanned};

fn address(school: Code) -> String {
    format!("/admin/organizations/{school}/propose")
}

fn proposals(app: &TestApp, school: Code) -> Vec<Proposal> {
    let school = register::organization(&app.registry, school);
    app.registry.proposals_of(school.id).expect("proposals")
}

fn only(app: &TestApp, school: Code) -> Proposal {
    let mut all = proposals(app, school);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// Proposes the Kazakh text of something.
fn propose(chair: &Desk<'_>, school: Code, what: &str, words: &str) -> u16 {
    let fields =
        [("key", words), ("what", what), ("words", "Жиналыс қабылдады"), ("effective_from", "01.12.2026")];
    chair.post_form(&address(school), &fields, &[("text_kk", "plan.docx", docx(words))]).status
}

#[test]
fn a_new_document_is_public_only_once_the_office_published_it_and_the_chair_sees_how_far_it_is() {
    on_each_engine(|app| {
        let school = app.schools(&["S1"])[0];
        let chair = Desk::of_chair(app, school, "chair");
        let before = (app.registry.leaves().expect("leaves").len(), app.get(&format!("/{school}/kk")).body);
        assert_eq!(propose(&chair, school, "new-work_plan", "Жұмыс жоспары 2027"), 303);
        assert_eq!(propose(&chair, school, "new-work_plan", "Жұмыс жоспары 2027"), 303, "a second press");
        let waiting = only(app, school);
        assert_eq!((waiting.state(), waiting.draft), (ProposalState::Waiting, None));
        let after = (app.registry.leaves().expect("leaves").len(), app.get(&format!("/{school}/kk")).body);
        assert_eq!(after, before, "a chair makes nothing public");
        assert!(chair.page("/admin").contains(&say(Lang::Ru, "proposal-waiting")));

        let office = Desk::open_as(app, Role::Publisher, "publisher");
        let page = format!("/admin/proposals/{}", waiting.id);
        assert!(office.page("/admin").contains(&page));
        let shown = office.page(&page);
        assert!(shown.contains("Жиналыс қабылдады") && shown.contains("plan.docx"), "{shown}");
        assert_eq!(office.get(&format!("{page}/files/kk")).body, docx("Жұмыс жоспары 2027"));
        assert_eq!(office.post(&format!("{page}/take"), &[]).status, 303);
        assert_eq!(
            office.post(&format!("{page}/take"), &[]).status,
            303,
            "a second press leads to the same draft"
        );
        let taken = only(app, school);
        let draft = taken.draft.expect("a draft");
        assert_eq!(taken.state(), ProposalState::Draft);
        let filter = AuditFilter { actor: Some("publisher".to_owned()), ..AuditFilter::default() };
        let noted = app.registry.audit_trail(&filter, 9).expect("a trail");
        let deeds: Vec<_> = noted.iter().filter_map(|entry| entry.deed).collect();
        assert!(deeds.contains(&Deed::TakeProposal) && deeds.contains(&Deed::AddDocument), "{deeds:?}");
        assert!(office.page(&format!("/admin/drafts/{draft}")).contains(&page));
        assert_eq!(app.registry.draft(draft).expect("it").requisites.effective_from, Some(day("2026-12-01")));

        let dates = RequisitesInput {
            signed_on: Some(day("2026-11-20")),
            ..app.registry.draft(draft).expect("it").requisites
        };
        app.registry.set_requisites(draft, dates).expect("dates");
        app.registry.publish(draft, "publisher").expect("a publication");
        assert_eq!(only(app, school).state(), ProposalState::Published);
        assert!(chair.page("/admin").contains(&say(Lang::Ru, "proposal-published")));
        assert!(!office.page("/admin").contains(&page));
    });
}

#[test]
fn a_form_with_other_files_is_another_proposal() {
    on_sqlite(|app| {
        let school = app.schools(&["S1"])[0];
        let chair = Desk::of_chair(app, school, "chair");
        let send = |text: &str| {
            let fields = [("key", "one"), ("what", "new-work_plan"), ("words", "")];
            chair.post_form(&address(school), &fields, &[("text_kk", "plan.docx", docx(text))]).status
        };
        for (text, count) in [("Бірінші жоспар", 1), ("Бірінші жоспар", 1), ("Түзетілген жоспар", 2)]
        {
            assert_eq!(send(text), 303);
            assert_eq!(proposals(app, school).len(), count, "{text}");
        }
    });
}

#[test]
fn photos_of_an_edition_are_a_draft_at_once_and_a_reason_comes_back() {
    on_each_engine(|app| {
        let school = app.schools(&["S1"])[0];
        let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
        let chair = Desk::of_chair(app, school, "chair");
        let photo = |page| scanned::jpeg(&scanned::picture("zakon_pedagog_kk_v1.pdf", page));
        let (what, key) = (("what", code.as_str()), ("key", "1"));
        let files = [("text_ru", "1.jpg", photo(1)), ("text_ru", "2.jpg", photo(2))];
        let sent = chair.post_form(&address(school), &[key, what, ("words", "")], &files);
        assert_eq!(sent.status, 303, "{}", sent.text());
        let proposal = only(app, school);
        let draft = proposal.draft.expect("a draft");
        let pages = app.registry.scanned_draft_pages(draft, Lang::Ru).expect("pages").pages.len();
        assert_eq!(pages, 2);
        let bytes: Vec<Checksum> = app.registry.draft(draft).expect("it").checksums();

        let office = Desk::open(app);
        let discarded = office.post(&format!("/admin/drafts/{draft}/discard"), &[]);
        assert_eq!(discarded.status, 422);
        assert!(discarded.text().contains(&say(Lang::Ru, "refusal-proposed-by-school")));
        assert!(app.registry.draft(draft).is_ok(), "a draft of a school is not thrown away without a word");

        let decline = format!("/admin/proposals/{}/decline", proposal.id);
        assert_eq!(office.post(&decline, &[("reason", " ")]).status, 422);
        assert_eq!(only(app, school).state(), ProposalState::Draft, "without a reason nothing happens");
        assert_eq!(office.post(&decline, &[("reason", "Қолы жоқ")]).status, 303);
        assert!(chair.page("/admin").contains(&say_of(Lang::Ru, "proposal-declined", "reason", "Қолы жоқ")));
        assert!(app.registry.draft(draft).is_err());
        for checksum in bytes.into_iter().filter(|_| app.is_local()) {
            assert!(!app.stored_at(checksum).exists(), "the photos are let go of");
        }
        assert_eq!(office.post(&decline, &[("reason", "Тағы")]).status, 422, "it was decided");
    });
}

#[test]
fn what_is_refused_leaves_nothing() {
    on_each_engine(|app| {
        let schools = app.schools(&["S1", "S2"]);
        let (own, other) = (schools[0], schools[1]);
        let foreign = app.document_of(other, DocumentKind::WorkPlan).expect("a document");
        let chair = Desk::of_chair(app, own, "chair");
        let file = || ("text_kk", "plan.docx", docx("Жоспар"));
        let fields = |what| [("key", "1"), ("what", what), ("words", ""), ("effective_from", "")];
        let long = "а".repeat(1_001);
        let union_only = fields("new-law");
        let attempts = [
            chair.post_form(&address(own), &fields(foreign.as_str()), &[file()]),
            chair.post_form(&address(own), &union_only, &[file()]),
            chair.post_form(&address(own), &fields("nothing"), &[file()]),
            chair.post_form(&address(own), &fields("new-work_plan"), &[]),
            chair.post_form(
                &address(own),
                &fields("new-work_plan"),
                &[("text_kk", "a.docx", b"no file".to_vec())],
            ),
            chair.post_form(&address(own), &[("what", "new-work_plan"), ("words", long.as_str())], &[file()]),
            chair.post_form(
                &address(own),
                &[("what", "new-work_plan"), ("effective_from", "31.02")],
                &[file()],
            ),
        ];
        for (number, reply) in attempts.iter().enumerate() {
            assert_eq!(reply.status, 422, "{number}: {}", reply.text());
            assert!(reply.text().contains("role=\"alert\""), "{number}");
        }
        assert!(attempts[4].text().contains("a.docx"), "the file is named");
        assert!(proposals(app, own).is_empty() && proposals(app, other).is_empty());
        assert!(app.registry.drafts(foreign).expect("drafts").is_empty());
        let bytes = Checksum::of(&docx("Жоспар"));
        assert!(!app.is_local() || !app.stored_at(bytes).exists(), "no bytes stay");
        let foreign_page = chair.post_form(&address(other), &fields("new-work_plan"), &[file()]);
        assert_eq!(foreign_page.status, 403);
    });
}

#[test]
fn so_many_wait_and_no_more() {
    on_sqlite(|app| {
        let school = app.schools(&["S1"])[0];
        let chair = Desk::of_chair(app, school, "chair");
        for number in 0..OPEN_MAX {
            assert_eq!(propose(&chair, school, "new-leaflet", &format!("Жадынама {number}")), 303);
        }
        assert_eq!(propose(&chair, school, "new-leaflet", "Тағы біреу"), 422);
        assert_eq!(proposals(app, school).len(), OPEN_MAX);
        let first = proposals(app, school).pop().expect("one");
        app.registry.decline_proposal(&first.id, "Керек емес", ACTOR).expect("an answer");
        assert_eq!(propose(&chair, school, "new-leaflet", "Тағы біреу"), 303);
    });
}

#[test]
fn a_document_with_an_open_proposal_is_not_taken_back_and_a_decided_one_is_erased_after_a_year() {
    on_each_engine(|app| {
        let school = app.schools(&["S1"])[0];
        let code = app.document_of(school, DocumentKind::WorkPlan).expect("a document");
        let chair = Desk::of_chair(app, school, "chair");
        assert_eq!(propose(&chair, school, code.as_str(), "Жоспар"), 303);
        let draft = only(app, school).draft.expect("a draft");
        assert!(app.registry.remove_document(code, ACTOR).is_err());
        assert!(app.registry.draft(draft).is_ok());
        app.registry.decline_proposal(&only(app, school).id, "Жоқ", ACTOR).expect("an answer");
        app.registry.remove_document(code, ACTOR).expect("it was added by mistake");
        assert_eq!(only(app, school).document, None);
        app.set_clock("2027-11-21T06:00:00Z");
        assert_eq!(app.registry.erase_settled().expect("nothing yet"), 0);
        app.set_clock("2027-11-23T06:00:00Z");
        app.registry.erase_settled().expect("erased");
        assert!(proposals(app, school).is_empty(), "erased, here or in the background");
    });
}

#[test]
fn dropped_files_find_their_language_and_say_so() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        let desk = Desk::open(app);
        let draft = app.draft(code, &Edition::of("2026-01-01")).expect("a draft");
        let own = format!("/admin/drafts/{draft}");
        let (kk, ru) =
            (docx("Кәсіподақтың жарғысы туралы мәтін"), docx("Текст об уставе профсоюза учителей"));
        let dates = [("signed_on", "01.01.2026"), ("effective_from", "01.01.2026"), ("term_end", "")];
        let files = [("dropped", "b.docx", ru.clone()), ("dropped", "a.docx", kk)];
        let sent = desk.post_form(&own, &dates, &files);
        assert_eq!(sent.status, 303);
        let preview = desk.page(sent.header("location"));
        assert_eq!(preview.matches(&say(Lang::Ru, "upload-guessed")).count(), 2, "{preview}");
        let draft_now = app.registry.draft(draft).expect("it");
        assert_eq!(draft_now.text(Lang::Ru).expect("a text").file.checksum, Checksum::of(&ru));
        let again = desk.post_form(
            &own,
            &dates,
            &[("dropped", "c.docx", docx("Совсем другой русский текст устава"))],
        );
        assert_eq!(again.status, 422);
        let unknown = desk.post_form(&own, &dates, &[("dropped", "d.docx", docx("12"))]);
        assert!(unknown.text().contains("d.docx") && unknown.status == 422);
        let after = app.registry.draft(draft).expect("it");
        assert_eq!(after.checksums(), draft_now.checksums(), "nothing was replaced");
    });
}
