//! What hangs on stands: told, opened, outdated.

use tizilim::domain::document::AppliesTo;

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::posted::Source;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::{DocumentInput, Refusal, Withdrawal};

use crate::app::{ACTOR, Edition, TestApp, on_each_engine};
use crate::desk::Desk;
use crate::register;

/// A phone whose camera opened an address.
pub const PHONE: (&str, &str) =
    ("user-agent", "Mozilla/5.0 (Linux; Android 10) Chrome/120.0 Mobile Safari/537.36");

/// What a browser says when a link on a page of the site is followed.
pub const OWN_PAGE: [(&str, &str); 2] = [("sec-fetch-site", "same-origin"), ("sec-fetch-dest", "document")];

/// A city-wide document with a text.
pub fn published(app: &TestApp, kind: DocumentKind, ru: &str) -> Code {
    let union = register::union(&app.registry);
    let input = DocumentInput { titles: Trilingual::new(ru, ru, ""), ..DocumentInput::default() };
    let code = app.registry.add_document(union, kind, &input, ACTOR).expect("a document");
    app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, &format!("Мәтін {code}")));
    code
}

/// Gives a document another title.
pub fn retitle(app: &TestApp, code: Code, ru: &str, applies_to: AppliesTo) {
    let titles = Trilingual::new(ru, ru, "");
    let input = DocumentInput { titles, applies_to, ..DocumentInput::default() };
    app.registry.edit_document(code, &input, ACTOR).expect("another title");
}

fn names(app: &TestApp, school: Code, ru: &str) {
    app.registry.rename(school, Trilingual::new("Мектеп", ru, ""), None, ACTOR).expect("a name");
}

/// How the block for the chair on the shelf begins, if there is one, and what it says.
fn block(app: &TestApp, school: Code) -> Option<String> {
    let page = app.scan(&format!("/{school}"), Lang::Ru);
    let (_, block) = page.split_once("<details class=\"stand\">")?;
    Some(block.split("</details>").next().expect("its end").to_owned())
}

fn posted(app: &TestApp, school: Code) -> usize {
    register::posted(&app.open_again(), school).len()
}

#[test]
fn a_stand_that_was_hung_says_what_to_print_anew() {
    on_each_engine(|app| {
        let (law, charter) =
            (published(app, DocumentKind::Law, "Закон"), published(app, DocumentKind::Charter, "Устав"));
        let school = app.schools(&["S054"])[0];
        let chair = Desk::of_chair(app, school, "chair");
        assert_eq!(block(app, school), None, "nobody is bothered before a stand hangs");
        let own = format!("/admin/organizations/{school}");
        assert!(chair.page(&own).contains(&say(Lang::Ru, "hang-unknown")));

        assert_eq!(chair.post(&format!("{own}/hung"), &[]).status, 303);
        assert_eq!(posted(app, school), 3, "two sheets and the poster");
        assert!(chair.page(&format!("{own}?done=hung")).contains(&say(Lang::Ru, "hang-said")));
        assert!(!chair.page(&own).contains("name=\"replaced\""), "nothing was replaced");
        let right = block(app, school).expect("a block");
        assert!(right.contains(&say(Lang::Ru, "hang-specimen")) && !right.contains("<li>"), "{right}");

        names(app, school, "Гимназия 54");
        let renamed = block(app, school).expect("a block");
        assert!(renamed.contains("3 листа стенда нужно напечатать заново"), "{renamed}");
        assert!(renamed.contains(&format!("Закон – {}", say(Lang::Ru, "hang-reason-renamed"))));
        assert!(renamed.contains(&format!("<b>{}</b>", say(Lang::Ru, "hang-old-codes"))));
        assert!(
            renamed.contains(&format!(
                "/{school}/kit.pdf?documents={law}.{charter}&#38;parts=guide.poster.sheets&#38;occasion=reprint"
            )),
            "{renamed}"
        );
        let asked = chair.page(&own);
        assert!(asked.contains(&say(Lang::Ru, "hang-reason-renamed")));
        assert!(asked.contains("name=\"replaced\""), "who says so has replaced them all");
        assert!(chair.page("/admin").contains("3 листа стенда нужно напечатать заново"));

        app.registry
            .rename(school, Trilingual::new("S054 мектеп", "Школа S054", ""), None, ACTOR)
            .expect("back");
        retitle(app, charter, "Новый устав", AppliesTo::All);
        let retitled = block(app, school).expect("a block");
        assert!(retitled.contains(&format!("Новый устав – {}", say(Lang::Ru, "hang-reason-retitled"))));
        assert!(retitled.contains("2 листа") && !retitled.contains("Закон –"), "{retitled}");
        let plan = published(app, DocumentKind::WorkPlan, "План");
        let new = block(app, school).expect("a block");
        assert!(new.contains(&format!("План – {}", say(Lang::Ru, "hang-reason-new"))), "{new}");
        assert!(new.contains(plan.as_str()));
        app.registry.withdraw(law, 1, "Қате", Withdrawal::Withdraw, ACTOR).expect("gone");
        let gone = block(app, school).expect("a block");
        assert!(gone.contains(&format!("Закон – {}", say(Lang::Ru, "hang-take-down"))), "{gone}");

        assert_eq!(chair.post(&format!("{own}/hung"), &[]).status, 303);
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-specimen")));
        let audit = register::posted(&app.registry, school).values().all(|hung| hung.source == Source::Told);
        assert!(audit);
    });
}

#[test]
fn a_confirmed_host_is_a_reason_and_an_unconfirmed_one_is_none() {
    on_each_engine(|app| {
        published(app, DocumentKind::Law, "Закон");
        let school = app.schools(&["S054"])[0];
        app.registry.hang(school, &[], ACTOR).expect("a stand");
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-specimen")));
        app.registry.confirm_host("qr.example.kz", ACTOR).expect("a host");
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-reason-specimen")));
        app.registry.hang(school, &[], ACTOR).expect("the new sheets");
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-current")));
        app.registry.confirm_host("other.example.kz", ACTOR).expect("a host that is not served");
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-current")));
    });
}

/// By then the background thread has looked at the clock, twenty times over.
const LOOK: std::time::Duration = std::time::Duration::from_secs(1);

/// People scan these codes on a day, at noon in Astana.
fn scan_on(app: &TestApp, day: &str, paths: &[&str]) {
    app.set_clock(&format!("{day}T07:00:00Z"));
    for path in paths {
        app.ask("GET", path, &[PHONE]);
    }
    app.registry.flush_openings().expect("a flush");
}

#[test]
fn strangers_who_open_codes_change_no_page_of_others() {
    on_each_engine(|app| {
        let schools = app.schools(&["S001", "S002", "S003", "S004", "S005"]);
        let law = published(app, DocumentKind::Law, "Закон");
        let paths: Vec<String> = schools.iter().map(|school| format!("/{law}/{school}")).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let before = app.registry.glance().stamp();
        for _ in 0..6 {
            scan_on(app, "2026-11-22", &paths);
            app.registry.refresh().expect("a look for changes");
            assert_eq!(app.registry.glance().stamp(), before, "no part of the register was touched");
        }
        assert!(!app.registry.notice_stands().expect("a look at the counts"), "one day is no wall");
        // Six times, on one day: the first look of the next day finds nothing either.
        app.set_clock("2026-11-22T19:00:00Z");
        std::thread::sleep(LOOK);
        app.registry.refresh().expect("a look for changes");
        assert_eq!(app.registry.glance().stamp(), before);
        assert!(schools.iter().all(|school| posted(app, *school) == 0));
    });
}

#[test]
fn a_sheet_is_noticed_at_midnight_after_people_scanned_it_on_several_days() {
    on_each_engine(|app| {
        let school = app.schools(&["S001"])[0];
        let law = published(app, DocumentKind::Law, "Закон");
        let scan = format!("/{law}/{school}");
        scan_on(app, "2026-11-22", &[&scan]);
        scan_on(app, "2026-11-23", &[&scan]);
        assert!(!app.registry.notice_stands().expect("a look"), "twice is too few");
        // More than sixty days later the earlier two count no more.
        scan_on(app, "2027-01-22", &[&scan, &scan]);
        assert!(!app.registry.notice_stands().expect("a look"), "one day of the last sixty");
        app.set_clock("2027-01-23T07:00:00Z");
        std::thread::sleep(LOOK);
        let changes = app.registry.glance().stamp();
        scan_on(app, "2027-01-23", &[&scan]);
        assert_eq!(app.registry.glance().stamp(), changes, "not by the request");
        app.set_clock("2027-01-23T18:59:59Z");
        std::thread::sleep(LOOK);
        assert_eq!(posted(app, school), 0, "not before the day is over");
        app.set_clock("2027-01-23T19:00:00Z");
        let began = std::time::Instant::now();
        while register::posted(&app.registry, school).is_empty() {
            assert!(began.elapsed() < crate::app::prompt() * 4, "nobody noticed");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let changes = app.registry.glance().stamp();
        let other = app.open_again();
        assert!(!other.notice_stands().expect("a look"), "another instance has nothing to add");
        assert_eq!(other.glance().stamp(), changes);
    });
}

#[test]
fn what_people_scan_hangs_and_nothing_else_does() {
    on_each_engine(|app| {
        let [here, elsewhere] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let law = published(app, DocumentKind::Law, "Закон");
        let charter = published(app, DocumentKind::Charter, "Устав");
        let plan = app.document_of(elsewhere, DocumentKind::WorkPlan).expect("a plan");
        app.publish(plan, &Edition::of("2026-01-01").saying(Lang::Kk, "Жоспар"));
        let scan = format!("/{law}/{here}");
        let before = app.registry.glance().stamp();
        for day in ["2026-11-23", "2026-11-24", "2026-11-25"] {
            app.set_clock(&format!("{day}T07:00:00Z"));
            app.ask("HEAD", &scan, &[PHONE]);
            app.ask("GET", &scan, &[PHONE, ("sec-purpose", "prefetch")]);
            app.ask("GET", &scan, &[("user-agent", "WhatsApp/2.23.20")]);
            app.ask("GET", &scan, &[PHONE, OWN_PAGE[0], OWN_PAGE[1]]);
            app.ask("GET", &scan, &[PHONE, ("referer", "https://qr.example.kz/")]);
            app.ask("GET", &format!("{scan}/ru"), &[PHONE]);
            app.ask("GET", &format!("/{law}"), &[PHONE]);
            app.ask("GET", &format!("/{here}"), &[PHONE]);
            app.ask("GET", &format!("/{plan}/{here}"), &[PHONE]);
            app.registry.flush_openings().expect("a flush");
        }
        assert_eq!(app.get(&format!("/{here}/kit.pdf")).status, 200);
        assert_eq!(app.get(&format!("/{law}/{here}/sheet.pdf")).status, 200);
        assert!(!app.registry.notice_stands().expect("a look at the counts"));
        assert_eq!((posted(app, here), app.registry.glance().stamp()), (0, before));

        scan_on(app, "2026-11-26", &[&scan, &scan]);
        scan_on(app, "2026-11-27", &[&scan]);
        // The background, which looks once a day as well, may have been first.
        app.registry.notice_stands().expect("a look at the counts");
        let known = register::posted(&app.registry, here).clone();
        assert_eq!(known.keys().copied().collect::<Vec<_>>(), [law]);
        assert_eq!(known[&law].source, Source::Opened);
        assert_eq!(known[&law].titles.get(Lang::Ru), Some("Закон"));
        assert_eq!(posted(app, elsewhere), 0);
        let opened = "Председателю: открывали коды этого стенда: 1. Если стенд висит, сообщите об этом";
        assert!(!block(app, here).expect("a block").contains("<li>"));
        assert!(block(app, here).expect("a block").contains(opened));
        let after = app.registry.glance().stamp();
        scan_on(app, "2026-11-27", &[&scan]);
        assert!(!app.registry.notice_stands().expect("a look at the counts"));
        assert_eq!(app.registry.glance().stamp(), after, "what is known is not written again");

        names(app, here, "Лицей 1");
        let renamed = block(app, here).expect("a block");
        assert!(renamed.contains("Закон –") && !renamed.contains(charter.as_str()), "{renamed}");
        let admin = Desk::open(app);
        assert!(admin.page("/admin").contains("которые нужно обновить: 1"));
        let list = admin.page("/admin/organizations");
        assert!(list.contains("Напечатать заново: 1 (у организации другое название)"), "{list}");
        assert!(list.contains(&say(Lang::Ru, "hang-list-never")) && list.contains("27 ноября 2026 г."));
        let only = admin.page("/admin/organizations?stand=outdated");
        assert!(only.contains(here.grouped().as_str()) && !only.contains(elsewhere.grouped().as_str()));
    });
}

#[test]
fn a_chair_of_another_organization_is_refused() {
    on_each_engine(|app| {
        published(app, DocumentKind::Law, "Закон");
        let [own, other] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let chair = Desk::of_chair(app, own, "chair");
        let changes = app.registry.glance().stamp();
        for path in ["hung", "check", "check/codes", "check/end"] {
            let reply =
                chair.post(&format!("/admin/organizations/{other}/{path}"), &[("code", own.as_str())]);
            assert_eq!(reply.status, 403, "{path}");
        }
        assert_eq!(chair.get(&format!("/admin/organizations/{other}/check")).status, 403);
        assert_eq!(app.get(&format!("/admin/organizations/{own}/check")).status, 303, "signed out");
        assert_eq!((posted(app, other), app.registry.glance().stamp()), (0, changes));
        app.registry.dissolve(own, ACTOR).expect("an end");
        let law = register::shelf(&app.registry, register::union(&app.registry))[0].code;
        assert_eq!(app.refused(law, || app.registry.hang(own, &[], ACTOR)), Refusal::DissolvedAlready);
        assert_eq!(posted(app, own), 0);
    });
}

#[test]
fn a_stand_without_a_text_is_not_hung() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let school = app.schools(&["S054"])[0];
        assert_eq!(app.refused(code, || app.registry.hang(school, &[], ACTOR)), Refusal::NothingToHang);
        assert_eq!(posted(app, school), 0);
    });
}

#[test]
fn a_sheet_that_waits_for_its_text_hangs_and_stays_good() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        published(app, DocumentKind::Law, "Закон");
        let plan = app.document_of(school, DocumentKind::WorkPlan).expect("a plan");
        let agreement = app.document_of(school, DocumentKind::CollectiveAgreement).expect("an agreement");
        let chair = Desk::of_chair(app, school, "chair");
        let own = format!("/admin/organizations/{school}");
        let unticked = format!("name=\"waiting\" value=\"{plan}\">");
        let asked = chair.page(&own);
        assert!(asked.contains(&say(Lang::Ru, "hang-waiting")) && asked.contains(&unticked), "{asked}");

        let hung = format!("{own}/hung");
        assert_eq!(chair.post(&hung, &[("waiting", "nothing")]).status, 400);
        assert_eq!(posted(app, school), 0, "nothing changed");
        assert_eq!(chair.post(&hung, &[("waiting", plan.as_str())]).status, 303);
        assert_eq!(posted(app, school), 3, "two sheets and the poster");
        let asked = chair.page(&own);
        assert!(asked.contains(&format!("value=\"{plan}\" checked>")), "what hangs is not forgotten");
        assert!(asked.contains(&format!("value=\"{agreement}\">")));
        names(app, school, "Гимназия 54");
        let renamed = block(app, school).expect("a block");
        assert!(renamed.contains(plan.as_str()) && renamed.contains("&#38;pending=yes"), "{renamed}");
        let kit = renamed.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a kit");
        assert_eq!(app.get(&kit.replace("&#38;", "&")).status, 200);
        app.registry
            .rename(school, Trilingual::new("S054 мектеп", "Школа S054", ""), None, ACTOR)
            .expect("back");

        app.publish(plan, &Edition::of("2026-01-01").saying(Lang::Kk, "Жоспар"));
        let right = block(app, school).expect("a block");
        assert!(right.contains(&say(Lang::Ru, "hang-specimen")) && !right.contains("<li>"), "{right}");
        assert!(!chair.page(&own).contains(&format!("value=\"{plan}\"")), "it waits no more");
        app.publish(agreement, &Edition::of("2026-01-01").until("2028-01-01").saying(Lang::Kk, "Шарт"));
        let new = block(app, school).expect("a block");
        assert!(new.contains(&say(Lang::Ru, "hang-reason-new")) && !new.contains("pending"), "{new}");
        assert!(new.contains(agreement.as_str()) && !new.contains(plan.as_str()), "{new}");
    });
}

#[test]
fn a_sheet_that_is_opened_before_its_text_is_known_to_hang() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let plan = app.document_of(school, DocumentKind::WorkPlan).expect("a plan");
        let scan = format!("/{plan}/{school}");
        scan_on(app, "2026-11-23", &[&scan]);
        scan_on(app, "2026-11-24", &[&scan, &scan]);
        app.registry.notice_stands().expect("a look at the counts");
        assert_eq!(register::posted(&app.registry, school)[&plan].source, Source::Opened);
        app.set_clock("2026-12-01T09:00:00Z");
        app.publish(plan, &Edition::of("2026-01-01").saying(Lang::Kk, "Жоспар"));
        let block = block(app, school).expect("a block");
        assert!(!block.contains(&say(Lang::Ru, "hang-reason-new")) && !block.contains("<li>"), "{block}");
    });
}

#[test]
fn a_stand_of_sheets_without_a_text_hangs_where_they_are_named() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let school = app.schools(&["S054"])[0];
        let strange = Code::from_random([3, 1, 4, 1, 5, 9]);
        let refused = app.refused(code, || app.registry.hang(school, &[strange], ACTOR));
        assert_eq!((refused, posted(app, school)), (Refusal::NothingToHang, 0));
        app.registry.hang(school, &[code], ACTOR).expect("a sheet");
        assert_eq!(posted(app, school), 2, "the sheet and the poster");
    });
}

#[test]
fn a_first_edition_says_which_stands_need_a_sheet_wherever_it_is_told() {
    on_each_engine(|app| {
        let schools = app.schools(&["S1", "S2", "S3"]);
        published(app, DocumentKind::Law, "Закон");
        for school in &schools[..2] {
            app.registry.hang(*school, &[], ACTOR).expect("a stand");
        }
        let desk = Desk::open(app);
        let code = app.document(DocumentKind::Leaflet);
        let draft =
            app.draft(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жадынама")).expect("a draft");
        let preview = desk.page(&format!("/admin/drafts/{draft}/preview"));
        let [keep, need] =
            [say(Lang::Ru, "stands-keep-sheets"), "На 2 стендах, которые уже висят".to_owned()];
        assert!(preview.contains(&need) && !preview.contains(&keep), "{preview}");
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жадынама"));
        let published = desk.page(&format!("/admin/documents/{code}/published/1"));
        assert!(published.contains(&need) && !published.contains(&keep));
        assert!(
            !published.contains("менять не нужно") && !published.contains("қажеті жоқ"),
            "the messages too"
        );
        // Once the sheets hang, another edition changes none of them.
        for school in &schools[..2] {
            app.registry.hang(*school, &[], ACTOR).expect("a stand");
        }
        app.publish(code, &Edition::of("2026-02-01").saying(Lang::Kk, "Жаңа жадынама"));
        let published = desk.page(&format!("/admin/documents/{code}/published/2"));
        assert!(published.contains(&keep) && !published.contains(&need));
    });
}
