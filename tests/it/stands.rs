//! What hangs on stands: told, opened, outdated; and stands that are checked with a phone.

use std::time::Duration;

use tizilim::domain::code::NotACode;
use tizilim::domain::document::{AppliesTo, Kind};
use tizilim::domain::hanging::Source;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::{DocumentInput, Refusal, Withdrawal};

use crate::app::{ACTOR, Edition, Reply, TestApp, on_each_engine, on_each_engine_polling, on_sqlite};
use crate::desk::Desk;

const PHONE: (&str, &str) =
    ("user-agent", "Mozilla/5.0 (Linux; Android 10) Chrome/120.0 Mobile Safari/537.36");

/// Begins a check.
fn start_check(person: &Desk<'_>, organization: Code) {
    assert_eq!(person.post(&format!("/admin/organizations/{organization}/check"), &[]).status, 303);
}

/// Sends what the camera of the page read, or what was typed.
fn tick(person: &Desk<'_>, organization: Code, typed: &str) -> Reply {
    person.post(&format!("/admin/organizations/{organization}/check/codes"), &[("code", typed)])
}

/// A city-wide document with a text.
fn published(app: &TestApp, kind: Kind, ru: &str) -> Code {
    let union = app.registry.snapshot().union().code;
    let input = DocumentInput { titles: Trilingual::new("", ru, ""), ..DocumentInput::default() };
    let code = app.registry.add_document(union, kind, &input, ACTOR).expect("a document");
    app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, &format!("Мәтін {code}")));
    code
}

/// Gives a document another title.
fn retitle(app: &TestApp, code: Code, ru: &str, applies_to: AppliesTo) {
    let titles = Trilingual::new("", ru, "");
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

fn hanging(app: &TestApp, school: Code) -> usize {
    app.open_again().snapshot().hanging(school).len()
}

#[test]
fn a_stand_that_was_hung_says_what_to_print_anew() {
    on_each_engine(|app| {
        let (law, charter) = (published(app, Kind::Law, "Закон"), published(app, Kind::Charter, "Устав"));
        let school = app.schools(&["S054"])[0];
        let chair = Desk::of_chair(app, school, "chair");
        assert_eq!(block(app, school), None, "nobody is bothered before a stand hangs");
        let own = format!("/admin/organizations/{school}");
        assert!(chair.page(&own).contains(&say(Lang::Ru, "hang-unknown")));

        assert_eq!(chair.post(&format!("{own}/hung"), &[]).status, 303);
        assert_eq!(hanging(app, school), 3, "two sheets and the poster");
        assert!(chair.page(&format!("{own}?done=hung")).contains(&say(Lang::Ru, "hang-said")));
        let right = block(app, school).expect("a block");
        assert!(right.contains(&say(Lang::Ru, "hang-specimen")) && !right.contains("<li>"), "{right}");

        names(app, school, "Гимназия 54");
        let renamed = block(app, school).expect("a block");
        assert!(renamed.contains("3 листа стенда нужно напечатать заново"), "{renamed}");
        assert!(renamed.contains(&format!("Закон – {}", say(Lang::Ru, "hang-reason-renamed"))));
        assert!(renamed.contains(&format!("<b>{}</b>", say(Lang::Ru, "hang-old-codes"))));
        assert!(
            renamed.contains(&format!(
                "/{school}/kit.pdf?documents={law}.{charter}&#38;parts=guide.poster.sheets"
            )),
            "{renamed}"
        );
        assert!(chair.page(&own).contains(&say(Lang::Ru, "hang-reason-renamed")));

        app.registry
            .rename(school, Trilingual::new("S054 мектеп", "Школа S054", ""), None, ACTOR)
            .expect("back");
        retitle(app, charter, "Новый устав", AppliesTo::All);
        let retitled = block(app, school).expect("a block");
        assert!(retitled.contains(&format!("Новый устав – {}", say(Lang::Ru, "hang-reason-retitled"))));
        assert!(retitled.contains("2 листа") && !retitled.contains("Закон –"), "{retitled}");
        let plan = published(app, Kind::WorkPlan, "План");
        let new = block(app, school).expect("a block");
        assert!(new.contains(&format!("План – {}", say(Lang::Ru, "hang-reason-new"))), "{new}");
        assert!(new.contains(plan.as_str()));
        app.registry.withdraw(law, 1, "Қате", Withdrawal::Withdraw, ACTOR).expect("gone");
        let gone = block(app, school).expect("a block");
        assert!(gone.contains(&format!("Закон – {}", say(Lang::Ru, "hang-take-down"))), "{gone}");

        assert_eq!(chair.post(&format!("{own}/hung"), &[]).status, 303);
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-specimen")));
        let audit = app.registry.snapshot().hanging(school).values().all(|hung| hung.source == Source::Told);
        assert!(audit);
    });
}

#[test]
fn a_confirmed_host_is_a_reason_and_an_unconfirmed_one_is_none() {
    on_each_engine(|app| {
        published(app, Kind::Law, "Закон");
        let school = app.schools(&["S054"])[0];
        app.registry.hang(school, ACTOR).expect("a stand");
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-specimen")));
        app.registry.confirm_host("qr.example.kz", ACTOR).expect("a host");
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-reason-specimen")));
        app.registry.hang(school, ACTOR).expect("the new sheets");
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-current")));
        app.registry.confirm_host("other.example.kz", ACTOR).expect("a host that is not served");
        assert!(block(app, school).expect("a block").contains(&say(Lang::Ru, "hang-current")));
    });
}

#[test]
fn what_people_scan_hangs_and_nothing_else_does() {
    on_each_engine(|app| {
        let [here, elsewhere] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let law = published(app, Kind::Law, "Закон");
        let charter = published(app, Kind::Charter, "Устав");
        let plan = app.document_of(elsewhere, Kind::WorkPlan).expect("a plan");
        app.publish(plan, &Edition::of("2026-01-01").saying(Lang::Kk, "Жоспар"));
        let scan = format!("/{law}/{here}");
        let before = app.registry.snapshot().changes;
        app.ask("HEAD", &scan, &[PHONE]);
        app.ask("GET", &scan, &[PHONE, ("sec-purpose", "prefetch")]);
        app.ask("GET", &scan, &[("user-agent", "WhatsApp/2.23.20")]);
        app.ask("GET", &format!("{scan}/ru"), &[PHONE]);
        app.ask("GET", &format!("/{law}"), &[PHONE]);
        app.ask("GET", &format!("/{here}"), &[PHONE]);
        app.ask("GET", &format!("/{plan}/{here}"), &[PHONE]);
        assert_eq!(app.get(&format!("/{here}/kit.pdf")).status, 200);
        assert_eq!(app.get(&format!("/{law}/{here}/sheet.pdf")).status, 200);
        app.registry.flush_openings().expect("a flush");
        assert_eq!((hanging(app, here), app.registry.snapshot().changes), (0, before));

        app.ask("GET", &scan, &[PHONE]);
        app.registry.flush_openings().expect("a flush");
        let known = app.registry.snapshot().hanging(here).clone();
        assert_eq!(known.keys().copied().collect::<Vec<_>>(), [law]);
        assert_eq!(known[&law].source, Source::Opened);
        assert_eq!(known[&law].titles.get(Lang::Ru), Some("Закон"));
        assert_eq!(hanging(app, elsewhere), 0);
        let after = app.registry.snapshot().changes;
        app.ask("GET", &scan, &[PHONE]);
        app.registry.flush_openings().expect("a flush");
        assert_eq!(app.registry.snapshot().changes, after, "what is known is not written again");

        names(app, here, "Лицей 1");
        let renamed = block(app, here).expect("a block");
        assert!(renamed.contains("Закон –") && !renamed.contains(charter.as_str()), "{renamed}");
        let admin = Desk::open(app);
        assert!(admin.page("/admin").contains("заменить: 1"));
        let list = admin.page("/admin/organizations");
        assert!(list.contains("Напечатать заново: 1 (у организации другое название)"), "{list}");
        assert!(list.contains(&say(Lang::Ru, "hang-list-never")) && list.contains("22 ноября 2026 г."));
        let only = admin.page("/admin/organizations?stand=reprint");
        assert!(only.contains(here.grouped().as_str()) && !only.contains(elsewhere.grouped().as_str()));
    });
}

#[test]
fn a_chair_of_another_organization_is_refused() {
    on_each_engine(|app| {
        published(app, Kind::Law, "Закон");
        let [own, other] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let chair = Desk::of_chair(app, own, "chair");
        let changes = app.registry.snapshot().changes;
        for path in ["hung", "check", "check/codes", "check/end"] {
            let reply =
                chair.post(&format!("/admin/organizations/{other}/{path}"), &[("code", own.as_str())]);
            assert_eq!(reply.status, 403, "{path}");
        }
        assert_eq!(chair.get(&format!("/admin/organizations/{other}/check")).status, 403);
        assert_eq!(app.get(&format!("/admin/organizations/{own}/check")).status, 303, "signed out");
        assert_eq!((hanging(app, other), app.registry.snapshot().changes), (0, changes));
        app.registry.dissolve(own, ACTOR).expect("an end");
        let law = app.registry.snapshot().documents()[0].code;
        assert_eq!(app.refused(law, || app.registry.hang(own, ACTOR)), Refusal::DissolvedAlready);
        assert_eq!(hanging(app, own), 0);
    });
}

#[test]
fn a_stand_without_a_text_is_not_hung() {
    on_each_engine(|app| {
        let code = app.document(Kind::Law);
        let school = app.schools(&["S054"])[0];
        assert_eq!(app.refused(code, || app.registry.hang(school, ACTOR)), Refusal::NothingToHang);
        assert_eq!(hanging(app, school), 0);
    });
}

#[test]
fn a_check_ticks_what_is_opened_and_names_what_is_wrong() {
    on_each_engine(|app| {
        let [own, other] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let (law, charter) = (published(app, Kind::Law, "Закон"), published(app, Kind::Charter, "Устав"));
        let old = published(app, Kind::Leaflet, "Памятка");
        retitle(app, old, "Памятка", AppliesTo::Kinds(vec!["college".to_owned()]));
        let chair = Desk::of_chair(app, own, "chair");
        let check = format!("/admin/organizations/{own}/check");
        let unticked = chair.get(&format!("/{law}/{own}"));
        assert!(unticked.header("etag").starts_with('"') && !unticked.text().contains("Отмечено"));

        start_check(&chair, own);
        let page = chair.page(&check);
        assert!(page.contains("Найдено: 0 из 2") && !page.contains("Памятка"), "{page}");
        let ticked = chair.get(&format!("/{law}/{own}"));
        assert_eq!(
            (ticked.status, ticked.header("cache-control"), ticked.header("etag")),
            (200, "no-store", "")
        );
        assert!(ticked.text().contains(&format!("href=\"{check}\"")), "the way back");
        assert!(!app.scan(&format!("/{law}/{own}"), Lang::Ru).contains("Отмечено"), "nobody else gets it");
        // What no camera opens: a link with a language, a prefetch, HEAD.
        chair.get(&format!("/{charter}/{own}/ru"));
        let cookie = ("cookie", chair.cookie.as_str());
        app.ask("GET", &format!("/{charter}/{own}"), &[cookie, PHONE, ("sec-purpose", "prefetch")]);
        app.ask("HEAD", &format!("/{charter}/{own}"), &[cookie, PHONE]);
        assert!(chair.page(&check).contains("Найдено: 1 из 2"));

        assert!(chair.page(&format!("/{law}/{other}")).contains(&say(Lang::Ru, "check-banner-foreign")));
        assert!(chair.page(&format!("/{old}/{own}")).contains(&say(Lang::Ru, "check-banner-older")));
        let nobody = Code::from_random([3, 1, 4, 1, 5, 9]);
        assert_eq!(chair.get(&format!("/{nobody}/{own}")).status, 404);
        let page = chair.page(&check);
        for words in ["стенда «Школа S002»", "снимите лист", &nobody.grouped()] {
            assert!(page.contains(words), "{words}: {page}");
        }

        let end = chair.post(&format!("{check}/end"), &[]);
        assert_eq!(end.status, 303);
        let kept = chair.page(end.header("location"));
        assert!(kept.contains(&say(Lang::Ru, "check-finished")) && kept.contains("Найдено: 1 из 2"));
        assert!(
            kept.contains(&format!("/{own}/kit.pdf?documents={charter}&#38;parts=guide.sheets")),
            "{kept}"
        );
        let line = "22 ноября 2026 г.: найдено – 1, не найдено – 1, лишних – 3";
        assert!(chair.page(&format!("/admin/organizations/{own}")).contains(line));
        let known = app.open_again();
        let known = known.snapshot().hanging(own).clone();
        assert_eq!(known.keys().copied().collect::<Vec<_>>(), [law], "what was seen hangs");
        let later = chair.get(&format!("/{charter}/{own}"));
        assert!(!later.text().contains("Отмечено"), "nothing ticks any more");
        let strange = Desk::of_chair(app, other, "other");
        assert_eq!(strange.get(end.header("location")).status, 403);
    });
}

#[test]
fn the_page_takes_codes_that_a_camera_or_a_person_read() {
    on_each_engine(|app| {
        let school = app.schools(&["S001"])[0];
        let law = published(app, Kind::Law, "Закон");
        let charter = published(app, Kind::Charter, "Устав");
        let chair = Desk::of_chair(app, school, "chair");
        let check = format!("/admin/organizations/{school}/check");
        assert_eq!(tick(&chair, school, law.as_str()).status, 422, "no check is open");
        start_check(&chair, school);
        let wrong = wrong_check(law);
        for (typed, words) in [
            ("https://evil.example/7K3M9Q3", "другой сайт: evil.example"),
            ("https://QR.EXAMPLE.KZ/search", "не код реестра"),
            ("банк", "не код реестра"),
            (wrong.as_str(), "ошибка"),
            ("", "QR-кодом"),
            ("<script>", "не код реестра"),
            ("İİİİİİİİ/ß", "не код реестра"),
        ] {
            let refused = tick(&chair, school, typed);
            assert_eq!(refused.status, 422, "{typed}");
            assert!(refused.text().contains(words) && !refused.text().contains("<script>"), "{typed}");
        }
        assert!(chair.page(&check).contains("Найдено: 0 из 2"), "nothing was noted");
        assert_eq!(tick(&chair, school, &format!("https://QR.EXAMPLE.KZ/{law}/{school}")).status, 303);
        assert_eq!(tick(&chair, school, &format!("qr.example.kz/{}", law.grouped())).status, 303);
        assert_eq!(tick(&chair, school, &format!(" {} ", charter.grouped().to_lowercase())).status, 303);
        assert!(chair.page(&check).contains("Найдено: 2 из 2"));
        let end = chair.post(&format!("{check}/end"), &[]);
        assert!(chair.page(end.header("location")).contains(&say(Lang::Ru, "check-all-right")));
        assert_eq!(chair.post(&format!("{check}/end"), &[]).status, 422, "it is over");
    });
}

/// The code with another check character.
fn wrong_check(code: Code) -> String {
    let mut text = code.to_string();
    let last = text.pop().expect("a character");
    text.push(if last == '0' { '1' } else { '0' });
    assert_eq!(Code::parse(&text), Err(NotACode::Check));
    text
}

#[test]
fn a_forgotten_check_ends_and_is_kept_if_anything_was_seen() {
    on_each_engine(|app| {
        let [first, second] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let law = published(app, Kind::Law, "Закон");
        let (one, two) = (Desk::of_chair(app, first, "one"), Desk::of_chair(app, second, "two"));
        start_check(&one, first);
        start_check(&two, second);
        one.get(&format!("/{law}/{first}"));
        app.set_clock("2026-11-22T12:00:00Z");
        assert!(!one.page(&format!("/{law}/{first}")).contains("Отмечено"), "six hours later");
        assert!(
            one.page(&format!("/admin/organizations/{first}/check")).contains(&say(Lang::Ru, "check-start"))
        );
        start_check(&one, first);
        start_check(&two, second);
        let snapshot = app.registry.snapshot();
        let kept: Vec<_> = snapshot.checks().filter(|check| check.finished_at.is_some()).collect();
        assert_eq!(kept.len(), 1, "an empty one is not kept");
        assert_eq!((kept[0].organization, kept[0].counts), (first, [1, 0, 0, 0, 0]));
        assert_eq!(kept[0].user, None, "no person is kept");
    });
}

#[test]
fn nobody_pays_for_checks_that_are_not_made() {
    on_each_engine_polling(Duration::from_secs(3600), |app| {
        let (school, law) = (app.schools(&["S001"])[0], published(app, Kind::Law, "Закон"));
        let chair = Desk::of_chair(app, school, "chair");
        let scan = format!("/{law}/{school}");
        let strange = ("cookie", "__Host-session=of-nobody");
        let warm = |cookie: (&str, &str)| app.ask("GET", &scan, &[PHONE, cookie, ("accept-language", "kk")]);
        warm(strange);
        let before = app.registry.uses();
        assert!(warm(strange).header("etag").starts_with('"'));
        assert!(warm(("cookie", &chair.cookie)).header("etag").starts_with('"'));
        assert_eq!(app.registry.uses(), before, "a session is not even looked for");
        start_check(&chair, school);
        app.ask("GET", &scan, &[PHONE, ("accept-language", "kk")]);
        let before = app.registry.uses();
        app.ask("GET", &scan, &[PHONE, ("accept-language", "kk")]);
        assert_eq!(app.registry.uses(), before, "a reader pays nothing for somebody else's check");
        assert!(warm(strange).header("etag").starts_with('"'), "a false session ticks nothing");
        assert_eq!(warm(("cookie", &chair.cookie)).header("cache-control"), "no-store");
    });
}

#[test]
fn only_the_page_of_the_check_may_use_the_camera() {
    on_sqlite(|app| {
        let school = app.schools(&["S001"])[0];
        published(app, Kind::Law, "Закон");
        let admin = Desk::open(app);
        start_check(&admin, school);
        let page = admin.get(&format!("/admin/organizations/{school}/check"));
        assert_eq!(page.header("permissions-policy"), "camera=(self), geolocation=(), microphone=()");
        assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!(page.header("cache-control"), "no-store");
        let text = page.text();
        let (_, script) = text.split_once("type=\"module\" src=\"").expect("the script");
        let script = app.get(script.split('"').next().expect("its address"));
        assert!(script.status == 200 && script.header("cache-control").ends_with("immutable"));
        for path in ["/admin/organizations", &format!("/{school}")] {
            let other = admin.get(path);
            assert!(other.header("permissions-policy").starts_with("camera=()"), "{path}");
        }
    });
}
