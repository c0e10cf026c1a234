//! Stands that are checked with a phone.

use std::time::Duration;

use tizilim::domain::code::NotACode;
use tizilim::domain::document::AppliesTo;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::text::picture::{PictureSize, draw};

use crate::app::{Reply, on_each_engine, on_each_engine_polling, on_sqlite};
use crate::desk::Desk;
use crate::register;
use crate::stands::{OWN_PAGE, PHONE, published, retitle};

/// Begins a check.
fn start_check(person: &Desk<'_>, organization: Code) {
    assert_eq!(person.post(&format!("/admin/organizations/{organization}/check"), &[]).status, 303);
}

/// Sends what the camera of the page read, or what was typed.
fn tick(person: &Desk<'_>, organization: Code, typed: &str) -> Reply {
    person.post(&format!("/admin/organizations/{organization}/check/codes"), &[("code", typed)])
}

#[test]
fn a_check_ticks_what_is_opened_and_names_what_is_wrong() {
    on_each_engine(|app| {
        let [own, other] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        let (law, charter) =
            (published(app, DocumentKind::Law, "Закон"), published(app, DocumentKind::Charter, "Устав"));
        let old = published(app, DocumentKind::Leaflet, "Памятка");
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
            kept.contains(&format!(
                "/{own}/kit.pdf?documents={charter}&#38;parts=guide.sheets&#38;occasion=reprint"
            )),
            "{kept}"
        );
        let line = "22 ноября 2026 г.: найдено – 1, не найдено – 1, лишних – 3";
        assert!(chair.page(&format!("/admin/organizations/{own}")).contains(line));
        let known = app.open_again();
        let known = register::posted(&known, own).clone();
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
        let law = published(app, DocumentKind::Law, "Закон");
        let charter = published(app, DocumentKind::Charter, "Устав");
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
            let kept = format!("value=\"{}\" required", typed.replace('<', "&#60;").replace('>', "&#62;"));
            assert!(refused.text().contains(&kept), "what was typed can be corrected: {typed}");
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
        let law = published(app, DocumentKind::Law, "Закон");
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
        let kept: Vec<_> =
            [first, second].iter().flat_map(|code| register::checks(&app.registry, *code)).collect();
        assert_eq!(kept.len(), 1, "an empty one is not kept");
        assert_eq!((kept[0].organization, kept[0].counts), (first, [1, 0, 0, 0, 0]));
        assert_eq!(kept[0].user, None, "no person is kept");
    });
}

#[test]
fn nobody_pays_for_checks_that_are_not_made() {
    on_each_engine_polling(Duration::from_secs(3600), |app| {
        let (school, law) = (app.schools(&["S001"])[0], published(app, DocumentKind::Law, "Закон"));
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
        published(app, DocumentKind::Law, "Закон");
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

#[test]
fn a_sheet_that_waits_for_its_text_belongs_to_the_stand() {
    on_sqlite(|app| {
        let school = app.schools(&["S001"])[0];
        let plan = app.document_of(school, DocumentKind::WorkPlan).expect("a plan");
        let chair = Desk::of_chair(app, school, "chair");
        start_check(&chair, school);
        let waiting = chair.get(&format!("/{plan}/{school}"));
        assert!(waiting.text().contains(&say(Lang::Ru, "check-banner-found")), "{}", waiting.text());
        assert_eq!(waiting.header("cache-control"), "no-store");
    });
}

#[test]
fn a_found_sheet_that_waits_for_its_text_is_known_to_hang() {
    on_each_engine(|app| {
        let school = app.schools(&["S001"])[0];
        let plan = app.document_of(school, DocumentKind::WorkPlan).expect("a plan");
        let chair = Desk::of_chair(app, school, "chair");
        let check = format!("/admin/organizations/{school}/check");
        start_check(&chair, school);
        chair.get(&format!("/{plan}/{school}"));
        chair.post(&format!("{check}/end"), &[]);
        assert!(register::posted(&app.registry, school).contains_key(&plan));

        start_check(&chair, school);
        assert!(chair.page(&check).contains("Найдено: 0 из 1"), "from now on it is looked for");
        assert_eq!(tick(&chair, school, school.as_str()).status, 303);
        let end = chair.post(&format!("{check}/end"), &[]);
        let kept = chair.page(end.header("location"));
        assert!(kept.contains("occasion=reprint&#38;pending=yes"), "a kit that prints it: {kept}");
    });
}

#[test]
fn what_was_seen_is_judged_by_the_shelf_at_the_end() {
    on_each_engine(|app| {
        let school = app.schools(&["S001"])[0];
        let (law, leaflet) =
            (published(app, DocumentKind::Law, "Закон"), published(app, DocumentKind::Leaflet, "Памятка"));
        let elsewhere = || AppliesTo::Kinds(vec!["college".to_owned()]);
        retitle(app, leaflet, "Памятка", elsewhere());
        let chair = Desk::of_chair(app, school, "chair");
        let check = format!("/admin/organizations/{school}/check");
        start_check(&chair, school);
        for code in [law, leaflet] {
            chair.get(&format!("/{code}/{school}"));
        }
        assert!(chair.page(&check).contains("Найдено: 1 из 1"));
        // The leaflet comes to the shelf while the chair is at the wall, and the law leaves it.
        retitle(app, leaflet, "Памятка", AppliesTo::All);
        retitle(app, law, "Закон", elsewhere());
        let page = chair.page(&check);
        assert!(page.contains("Найдено: 1 из 1") && page.contains(&say(Lang::Ru, "check-older")), "{page}");
        let end = chair.post(&format!("{check}/end"), &[]);
        let kept = register::checks(&app.registry, school).first().map(|check| check.counts);
        assert_eq!(kept, Some([1, 0, 0, 1, 0]), "seen is not missing");
        let page = chair.page(end.header("location"));
        assert!(page.contains("Найдено: 1 из 1") && page.contains(&say(Lang::Ru, "check-older")), "{page}");
        assert_eq!(register::posted(&app.registry, school).keys().copied().collect::<Vec<_>>(), [leaflet]);
    });
}

/// A picture of a printed page as a phone takes it: a little turned, on a grey wall, as a JPEG.
fn photo_of(page: &[u8]) -> Vec<u8> {
    let page = image::load_from_memory(page).expect("a picture").into_luma8();
    let (width, height) = (page.width() + 300, page.height() + 300);
    let (sin, cos) = 0.05_f32.sin_cos();
    let photo = image::GrayImage::from_fn(width, height, |x, y| {
        let (x, y) = (x as f32 - width as f32 / 2.0, y as f32 - height as f32 / 2.0);
        let across = x.mul_add(cos, y * sin) + page.width() as f32 / 2.0;
        let down = y.mul_add(cos, -x * sin) + page.height() as f32 / 2.0;
        let is_inside = across >= 0.0 && down >= 0.0;
        let pixel = is_inside.then(|| page.get_pixel_checked(across as u32, down as u32)).flatten();
        image::Luma([pixel.map_or(120, |pixel| pixel.0[0] / 2 + 60)])
    });
    let mut jpeg = std::io::Cursor::new(Vec::new());
    photo.write_to(&mut jpeg, image::ImageFormat::Jpeg).expect("memory");
    jpeg.into_inner()
}

/// Sends a photo of the stand.
fn send_photo(person: &Desk<'_>, organization: Code, photo: Vec<u8>) -> Reply {
    let path = format!("/admin/organizations/{organization}/check/photo");
    person.post_files(&path, "photo", &[("stand.jpg", photo)])
}

#[test]
fn one_photo_of_the_stand_ticks_every_code_on_it() {
    on_each_engine(|app| {
        let [school, other] = app.schools(&["S001", "S002"])[..] else { panic!("two schools") };
        for kind in [DocumentKind::Law, DocumentKind::Charter, DocumentKind::Leaflet] {
            published(app, kind, "Документ");
        }
        let poster = |of: Code| {
            let kit = app.get(&format!("/{of}/kit.pdf?parts=poster")).body;
            photo_of(&draw(&kit, 1, PictureSize::Large).expect("a page"))
        };
        let chair = Desk::of_chair(app, school, "chair");
        let check = format!("/admin/organizations/{school}/check");
        assert_eq!(send_photo(&chair, school, poster(school)).status, 422, "no check is open");
        start_check(&chair, school);

        let empty = send_photo(&chair, school, photo_of(&white()));
        assert_eq!(empty.status, 422);
        assert!(empty.text().contains(&say(Lang::Ru, "check-refusal-photo")), "{}", empty.text());
        assert_eq!(send_photo(&chair, school, b"%PDF-1.7".to_vec()).status, 422, "no photo");
        assert_eq!(send_photo(&chair, school, Vec::new()).status, 422, "nothing");
        assert!(chair.page(&check).contains("Найдено: 0 из 3"), "nothing was ticked");

        let sent = send_photo(&chair, school, poster(school));
        assert_eq!(sent.status, 303, "{}", sent.text());
        let page = chair.page(sent.header("location"));
        assert!(
            page.contains("Найдено: 4 из 4") && page.contains(&say(Lang::Ru, "check-photo-done")),
            "{page}"
        );
        assert_eq!(send_photo(&chair, school, poster(other)).status, 303);
        assert!(chair.page(&check).contains("стенда «Школа S002»"), "a foreign poster is named");
    });
}

/// An empty page.
fn white() -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::GrayImage::from_pixel(600, 800, image::Luma([255]))
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("memory");
    png.into_inner()
}

#[test]
fn a_link_of_the_own_pages_ticks_nothing() {
    on_sqlite(|app| {
        let school = app.schools(&["S001"])[0];
        let law = published(app, DocumentKind::Law, "Закон");
        let chair = Desk::of_chair(app, school, "chair");
        start_check(&chair, school);
        let (path, cookie) = (format!("/{law}/{school}"), ("cookie", chair.cookie.as_str()));
        let followed = app.ask("GET", &path, &[cookie, PHONE, OWN_PAGE[0], OWN_PAGE[1]]);
        assert!(followed.header("etag").starts_with('"'), "the page that everybody gets");
        let page = chair.page(&format!("/admin/organizations/{school}/check"));
        assert!(page.contains("Найдено: 0 из 1"), "{page}");
        // A service worker fetches for the browser whatever led to the page.
        let by_worker = [cookie, PHONE, OWN_PAGE[0], ("sec-fetch-dest", "empty")];
        for scanned in [&by_worker[..], &[cookie, PHONE, ("sec-fetch-site", "none")]] {
            assert_eq!(app.ask("GET", &path, scanned).header("cache-control"), "no-store");
        }
    });
}
