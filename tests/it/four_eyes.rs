//! Four eyes: another person looks at what is published, before or after.

use tizilim::domain::Lang;
use tizilim::domain::deed::Deed;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::four_eyes::{FourEyes, NotLooked};
use tizilim::domain::role::Role;
use tizilim::phrases::{say, say_with};
use tizilim::registry::{AuditFilter, Browser, Chosen, Error, Refusal};

use crate::agreements::{pair, prepared, refused, sent, table, zip};
use crate::app::{ACTOR, Edition, TestApp, day, on_each_engine};
use crate::caller::{Caller, PASSWORD, field, json};
use crate::command::with_each_engine;
use crate::desk::Desk;
use crate::samples::docx;

/// What stands in the hidden field of the form that asks or publishes.
fn state_in(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"seen_state\" value=\"").expect("a field");
    rest.split('"').next().expect("its end").to_owned()
}

fn set(app: &TestApp, four_eyes: FourEyes) {
    app.registry.set_four_eyes(four_eyes, ACTOR).expect("a setting");
}

#[test]
fn a_register_with_one_who_publishes_has_no_second_look() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        for value in ["before", "after"] {
            let refused = desk.post("/admin/site/four-eyes", &[("four_eyes", value)]);
            assert_eq!(refused.status, 422);
            let words = say_with(Lang::Ru, "refusal-too-few-publishers", &[("least", 2_i64.into())]);
            assert!(refused.text().contains(&words));
            assert_eq!(app.registry.four_eyes(), FourEyes::Off);
        }
        Desk::open_as(app, Role::Editor, "editor");
        assert_eq!(
            desk.post("/admin/site/four-eyes", &[("four_eyes", "after")]).status,
            422,
            "an editor is none"
        );
        Desk::open_as(app, Role::Publisher, "publisher");
        assert_eq!(desk.post("/admin/site/four-eyes", &[("four_eyes", "after")]).status, 303);
        assert_eq!(app.registry.four_eyes(), FourEyes::After);
        assert_eq!(desk.post("/admin/site/four-eyes", &[("four_eyes", "sometimes")]).status, 400);
        assert_eq!(app.registry.four_eyes(), FourEyes::After);
    });
}

#[test]
fn before_another_person_publishes_than_the_one_who_asked() {
    on_each_engine(|app| {
        let (first, second) = (Desk::open(app), Desk::open_as(app, Role::Publisher, "publisher"));
        set(app, FourEyes::Before);
        let code = app.document(DocumentKind::Charter);
        let edition = Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы");
        let draft = app.draft(code, &edition).expect("a draft");
        let own = format!("/admin/drafts/{draft}");
        let refusal = app.refused(code, || app.registry.publish(draft, "aigul"));
        assert_eq!(refusal, Refusal::NotLooked(NotLooked::NotAsked));

        let preview = first.page(&format!("{own}/preview"));
        assert!(!preview.contains(&format!("{own}/publish")), "nobody publishes before the look");
        let state = state_in(&preview);
        assert_eq!(first.post(&format!("{own}/look"), &[("seen_state", &state)]).status, 303);
        let same = first.post(&format!("{own}/publish"), &[("seen_state", &state)]);
        assert_eq!(same.status, 422);
        assert!(same.text().contains(&say(Lang::Ru, "refusal-look-same-person")));
        assert!(app.registry.draft(draft).is_ok());
        assert!(second.page("/admin").contains(&format!("{own}/preview")), "it is told to the other person");

        // What changes after the look was asked for must be asked for anew.
        app.registry.set_requisites(draft, Edition::of("2026-02-01").dates).expect("other dates");
        assert!(!second.page("/admin").contains(&format!("{own}/preview")));
        let state = state_in(&second.page(&format!("{own}/preview")));
        assert_eq!(second.post(&format!("{own}/publish"), &[("seen_state", &state)]).status, 422);
        assert_eq!(first.post(&format!("{own}/look"), &[("seen_state", &state)]).status, 303);
        assert_eq!(second.post(&format!("{own}/publish"), &[("seen_state", &state)]).status, 303);
        assert_eq!(app.get(&format!("/{code}/kk")).status, 200);
        assert!(app.registry.draft(draft).is_err());
    });
}

#[test]
fn before_nothing_is_published_by_one_alone() {
    on_each_engine(|app| {
        let (first, second) = (Desk::open(app), Desk::open_as(app, Role::Publisher, "publisher"));
        let bot = Caller::of(app, &first, "Бот", &["drafts", "publish"]);
        app.schools(&["S001"]);
        let delivery = sent(&app.registry, &pair("S001", "бірінші"), &table(&["S001"]));
        let delivery = app.registry.receive(delivery, ACTOR).expect("a delivery");
        prepared(&app.registry, &delivery);
        let code = app.document(DocumentKind::Charter);
        let draft = app.draft(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы")).expect("a draft");
        set(app, FourEyes::Before);
        let before = (app.registry.leaves().expect("leaves").len(), app.registry.glance().revision());

        let own = format!("/api/v1/drafts/{draft}");
        let state = json(&bot.get(&own))["state"].clone();
        let wanted = serde_json::json!({"state": state, "accept": ["no_headings"]});
        let publish = |bot: &Caller<'_>| {
            let reply = bot.send("POST", &format!("{own}/publication"), &wanted);
            (reply.status, json(&reply)["problem"].clone())
        };
        assert_eq!(publish(&bot).1, "not-looked");
        let dates = [field("signed_on", "2026-01-01"), field("effective_from", "2026-01-01")];
        let file = [("text_kk", Some("a.docx"), docx("Басқа жарғы"))];
        let at_once = bot.form(&format!("/api/v1/documents/{code}/versions"), &[&dates[..], &file].concat());
        assert_eq!(json(&at_once)["problem"], "not-looked");
        assert!(at_once.text().contains(&say(Lang::Kk, "refusal-look-at-once")), "{}", at_once.text());
        let all = app.registry.publish_intake(&delivery, (&Chosen::All, true), None, "aigul");
        assert!(
            matches!(refused(all), Refusal::OneOfMany { why, .. } if matches!(*why, Refusal::NotLooked(_)))
        );
        // Who asked by hand is no other person with a token.
        app.registry.ask_for_look(draft, state.as_str().expect("a state"), "aigul").expect("asked");
        assert_eq!(publish(&bot).1, "not-looked");
        let after = (app.registry.leaves().expect("leaves").len(), app.registry.glance().revision());
        assert_eq!(after, before, "nothing was published");
        assert!(app.registry.draft(draft).is_ok());
        let other = Caller::of(app, &second, "Бот", &["drafts", "publish"]);
        assert_eq!(publish(&other).0, 201);
    });
}

#[test]
fn before_a_command_publishes_nothing_and_leaves_nothing() {
    with_each_engine(|office| {
        let table_of = "number,name_kk,name_ru,kind,district\nS001,S001 мектеп,Школа S001,school,Есіл\n";
        office.done(&["org", "import", &office.file("schools.csv", table_of.as_bytes())]);
        let added = office.done(&["document", "add", "--owner", "union", "--kind", "charter"]);
        let code = added.split_whitespace().next().expect("a code");
        let registry = office.registry();
        for login in ["aigul", "berik"] {
            let invited = registry.invite(Role::Publisher, "", ACTOR).expect("an invitation");
            registry.accept(&invited.token, login, PASSWORD, &Browser::default()).expect("a person");
        }
        registry.set_four_eyes(FourEyes::Before, ACTOR).expect("a setting");
        let before = (registry.glance().stamp(), registry.draft_counts().expect("drafts"));
        let text = office.file("text.docx", &docx("Жарғы"));
        let dates = ["--signed-on", "2026-01-01", "--effective-from", "2026-01-01"];
        let alone =
            office.refused(&[&["publish", "--accept-doubts", code, "--kk", &text], &dates[..]].concat());
        let files = pair("S001", "бірінші");
        let files: Vec<(&str, Vec<u8>)> =
            files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        let (archive, days) = (office.file("a.zip", &zip(&files)), office.file("d.csv", &table(&["S001"])));
        let many = office.refused(&["import-agreements", &archive, "--table", &days]);
        for why in [alone, many] {
            let is_said = |lang| why.contains(&say(lang, "refusal-look-at-once"));
            assert!([Lang::Kk, Lang::Ru, Lang::En].into_iter().any(is_said), "{why}");
        }
        let registry = office.registry();
        assert_eq!((registry.glance().stamp(), registry.draft_counts().expect("drafts")), before);
        assert!(registry.intakes().expect("a list").is_empty());
    });
}

#[test]
fn so_many_people_stay_as_a_look_needs() {
    on_each_engine(|app| {
        let admin = Desk::open(app);
        Desk::open_as(app, Role::Publisher, "publisher");
        let publisher = app.registry.person_named("publisher").expect("a person");
        set(app, FourEyes::After);
        let before = app.registry.glance().stamp();
        let last = Refusal::LastPublishers { least: 2 };
        assert_eq!(refused(app.registry.change_role(publisher, &Role::Editor, ACTOR)), last);
        assert_eq!(refused(app.registry.remove_person(publisher, ACTOR)), last);
        let removed = admin.post(&format!("/admin/people/{publisher}/remove"), &[("sure", "yes")]);
        let words = say_with(Lang::Ru, "refusal-last-publishers", &[("least", 2_i64.into())]);
        assert!(removed.text().contains(&words), "{}", removed.text());
        assert_eq!(app.registry.person(publisher).expect("it").role, Role::Publisher);
        assert_eq!(app.registry.glance().stamp(), before);
        app.registry.change_role(publisher, &Role::Admin, ACTOR).expect("who publishes still");
        set(app, FourEyes::Off);
        app.registry.remove_person(publisher, ACTOR).expect("nobody is needed any more");
    });
}

#[test]
fn after_a_token_of_the_one_who_published_is_no_second_person() {
    on_each_engine(|app| {
        let (first, _second) = (Desk::open(app), Desk::open_as(app, Role::Publisher, "publisher"));
        set(app, FourEyes::After);
        let bot = Caller::of(app, &first, "Бот", &["drafts", "publish"]);
        let code = app.document(DocumentKind::Charter);
        let dates = [field("signed_on", "2026-01-01"), field("effective_from", "2026-01-01")];
        let file = [("text_kk", Some("a.docx"), docx("Жарғы")), field("accept", "no_headings")];
        let at_once = bot.form(&format!("/api/v1/documents/{code}/versions"), &[&dates[..], &file].concat());
        assert_eq!(at_once.status, 201, "{}", at_once.text());
        let filter = AuditFilter { deed: Some(Deed::Publish), ..AuditFilter::default() };
        let noted = app.registry.audit_trail(&filter, 9).expect("a trail");
        assert_eq!(
            (noted[0].actor.as_str(), noted[0].subject.clone()),
            ("aigul [Бот]", format!("{code} v1"))
        );
        let look = format!("/admin/documents/{code}/v1/look");
        assert_eq!(first.post(&look, &[("verdict", "confirmed"), ("reason", "")]).status, 422);
        assert_eq!(app.registry.second_looks(9).expect("looks").len(), 1);
        app.registry.take_second_look(code, 1, None, "publisher").expect("another person");
        assert!(app.registry.second_looks(9).expect("looks").is_empty());
    });
}

#[test]
fn after_the_office_is_told_until_another_person_looked_and_readers_never() {
    on_each_engine(|app| {
        let (first, second) = (Desk::open(app), Desk::open_as(app, Role::Publisher, "publisher"));
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2025-01-01").saying(Lang::Kk, "Бұрынғы"));
        set(app, FourEyes::After);
        let draft = app.draft(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы")).expect("a draft");
        app.registry.publish(draft, "aigul").expect("it is published at once");
        let counted = say_with(Lang::Ru, "needs-second-looks", &[("count", 1_i64.into())]);
        assert!(second.page("/admin").contains(&counted));
        let at = format!("/admin/documents/{code}");
        assert!(!first.page(&at).contains("/v2/look\""), "who published it is not asked");
        assert!(second.page(&at).contains("/v2/look\""));
        let public = app.scan(&format!("/{code}/ru"), Lang::Ru);
        assert!(!public.contains("aigul"), "readers see nothing of it");

        let look = format!("{at}/v2/look");
        assert_eq!(first.post(&look, &[("verdict", "confirmed")]).status, 422);
        assert_eq!(
            second.post(&look, &[("verdict", "doubted"), ("reason", "")]).status,
            422,
            "a doubt is said"
        );
        assert_eq!(second.post(&format!("{at}/v1/look"), &[("verdict", "confirmed")]).status, 422);
        assert_eq!(second.post(&look, &[("verdict", "maybe")]).status, 400);
        assert!(second.page("/admin").contains(&counted), "nothing of that counted");
        assert_eq!(second.post(&look, &[("verdict", "doubted"), ("reason", "14-бап")]).status, 303);
        assert!(first.page("/admin").contains("14-бап"), "a doubt stays until it is settled");
        assert!(!app.scan(&format!("/{code}/kk"), Lang::Kk).contains("14-бап"));
        assert_eq!(second.post(&look, &[("verdict", "confirmed"), ("reason", "")]).status, 303);
        assert!(!first.page("/admin").contains(&counted));
        for deed in [Deed::DoubtEdition, Deed::ConfirmEdition, Deed::SetFourEyes] {
            let filter = AuditFilter { deed: Some(deed), ..AuditFilter::default() };
            assert_eq!(app.registry.audit_trail(&filter, 9).expect("a trail").len(), 1, "{deed:?}");
        }
    });
}

#[test]
fn what_was_withdrawn_needs_no_second_look() {
    on_each_engine(|app| {
        let (first, _second) = (Desk::open(app), Desk::open_as(app, Role::Publisher, "publisher"));
        set(app, FourEyes::After);
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы"));
        let counted = say_with(Lang::Ru, "needs-second-looks", &[("count", 1_i64.into())]);
        assert!(first.page("/admin").contains(&counted));
        let how = tizilim::registry::Withdrawal::Withdraw;
        app.registry.withdraw(code, 1, "Қате", how, ACTOR).expect("a withdrawal");
        assert!(!first.page("/admin").contains(&counted));
    });
}

#[test]
fn scheduled_editions_are_listed_with_who_made_them_until_they_are_withdrawn() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Қазіргі"));
        let list = "/admin/documents/scheduled";
        assert!(desk.page(list).contains(&say(Lang::Ru, "scheduled-none")));
        let draft = app.draft(code, &Edition::of("2027-01-01").saying(Lang::Kk, "Келесі")).expect("a draft");
        app.registry.publish(draft, "aigul").expect("a publication");
        let page = desk.page(list);
        assert!(page.contains("с 1 января 2027 года") && page.contains(&format!("{code}#v2")), "{page}");
        let by = tizilim::phrases::say_of(Lang::Ru, "scheduled-by", "login", "aigul");
        assert!(page.contains(&by));
        // Another day is a correction, which takes its place in the list.
        let edition = Edition { dates: Edition::of("2027-02-01").dates, ..Edition::correcting(2) };
        app.publish(code, &edition);
        let page = desk.page(list);
        assert!(page.contains("с 1 февраля 2027 года") && !page.contains("#v2\""), "{page}");
        let how = tizilim::registry::Withdrawal::Withdraw;
        app.registry.withdraw(code, 3, "Қате", how, ACTOR).expect("a withdrawal");
        assert!(desk.page(list).contains(&say(Lang::Ru, "scheduled-none")));
    });
}

#[test]
fn the_dates_of_a_draft_are_changed_in_its_preview_and_nothing_else_is() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let code = app.document(DocumentKind::Charter);
        let draft = app.draft(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы")).expect("a draft");
        let at = format!("/admin/drafts/{draft}/dates");
        let dates = |from| [("signed_on", "01.01.2026"), ("effective_from", from), ("term_end", "")];
        assert_eq!(desk.post(&at, &dates("31.02.2027")).status, 422);
        assert_eq!(desk.post(&at, &[("effective_from", "01.02.2027")]).status, 400, "no form of ours");
        let before = app.registry.draft(draft).expect("it");
        assert_eq!(before.requisites.effective_from, Some(day("2026-01-01")));
        assert_eq!(desk.post(&at, &dates("01.02.2027")).status, 303);
        let after = app.registry.draft(draft).expect("it");
        assert_eq!(after.requisites.effective_from, Some(day("2027-02-01")));
        assert_eq!(after.checksums(), before.checksums());
        let gone = app.registry.ask_for_look(draft, "another", ACTOR);
        assert!(matches!(gone, Err(Error::Refused(Refusal::ChangedSincePreview))));
    });
}
