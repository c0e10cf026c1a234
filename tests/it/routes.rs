//! Who may: every row of the table of routes is tried as nobody, as a chair and as an administrator.

use actix_web::http::Method;
use tizilim::domain::address::{
    Admin, Api, Asset, KitPage, Number, Pair, Parts, Picture, Public, ScanPicture, Script, ScriptPart, Token,
    View,
};
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::fact::FactKind;
use tizilim::domain::ids::{AttachmentId, DraftId};
use tizilim::domain::{Checksum, Clause, Code, Lang};
use tizilim::web::routes::who_may;

use tizilim::registry::Stamp;

use crate::app::{Edition, OWN_FORM, Reply, TestApp, day, on_sqlite};
use crate::desk::Desk;

/// How the table calls a person who need not be signed in, on pages of those who are.
const ANONYMOUS: &str = "anyone, to sign in";

/// What may be asked of an address.
const METHODS: [Method; 2] = [Method::GET, Method::POST];

fn parts(document: Code, organization: Code, draft: DraftId) -> Parts {
    Parts {
        code: document,
        document,
        organization,
        version: 1,
        ordinal: Number(1),
        pair: Pair(1, 2),
        view: View::Bilingual,
        picture: Picture::Svg,
        page: KitPage(1),
        scan: ScanPicture { page: 1, is_large: false },
        day: day("2026-01-01"),
        clause: Clause::parse("P1").expect("a clause"),
        lang: Lang::Kk,
        checksum: Checksum::of(b"nothing"),
        draft,
        file: AttachmentId::from_random([1; 16]),
        fact: FactKind::Withdrawn,
        token: Token::new("nothing"),
        script: Script { part: ScriptPart::App, fingerprint: 0 },
    }
}

/// What a chair may ask for in the own organization. Stated here and not taken from the table, which may be wrong.
fn is_for_chairs(admin: Admin) -> bool {
    matches!(
        admin,
        Admin::Dashboard
            | Admin::Password
            | Admin::Organization(_)
            | Admin::Contact(_)
            | Admin::EraseContact(_)
            | Admin::Posted(_)
            | Admin::StandCheck(_)
            | Admin::Tick(_)
            | Admin::TickPhoto(_)
            | Admin::EndCheck(_)
            | Admin::KeptCheck(..)
    )
}

/// What need not be signed in for.
fn is_for_anybody(admin: Admin) -> bool {
    matches!(admin, Admin::SignIn | Admin::SignOut | Admin::Invitation(_))
}

/// Rows that somebody must be signed in for, with what the table says of each.
fn rows(parts: &Parts) -> Vec<(Admin, Method, &'static str)> {
    let all = Admin::each(parts).into_iter().flat_map(|admin| METHODS.map(|method| (admin, method)));
    let said = all.filter_map(|(admin, method)| Some((admin, who_may(admin.into(), &method)?, method)));
    said.filter(|(admin, ..)| !is_for_anybody(*admin))
        .map(|(admin, who, method)| (admin, method, who))
        .collect()
}

fn ask(app: &TestApp, admin: Admin, method: &Method, cookie: &str) -> Reply {
    let headers = [("cookie", cookie), OWN_FORM, ("accept-language", "ru")];
    app.ask(method.as_str(), &admin.to_string(), &headers)
}

fn is_sent_to_sign_in(reply: &Reply) -> bool {
    reply.status == 303 && reply.header("location") == "/admin/sign-in"
}

/// What may change of a register, as far as anybody can see.
fn state(app: &TestApp) -> (usize, u64, Stamp) {
    (
        app.registry.leaves().expect("leaves").len(),
        app.registry.glance().revision(),
        app.registry.glance().stamp(),
    )
}

struct House {
    own: Code,
    other: Code,
    parts: Parts,
}

fn house(app: &TestApp) -> House {
    let schools = app.schools(&["S1", "S2"]);
    let document = app.document(DocumentKind::Charter);
    app.publish(document, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы"));
    let draft = app.draft(document, &Edition::of("2026-02-01").saying(Lang::Kk, "Жарғы 2")).expect("a draft");
    House { own: schools[0], other: schools[1], parts: parts(document, schools[0], draft) }
}

#[test]
fn nobody_gets_a_page_of_people_who_sign_in() {
    on_sqlite(|app| {
        let house = house(app);
        let before = state(app);
        let rows = rows(&house.parts);
        for admin in Admin::each(&house.parts).into_iter().filter(|admin| !is_for_anybody(*admin)) {
            assert!(rows.iter().any(|(row, ..)| *row == admin), "{admin} is answered by nothing");
        }
        for (admin, method, who) in rows {
            assert!(!["anyone", ANONYMOUS].contains(&who), "{method} {admin}: {who}");
            let reply = ask(app, admin, &method, "");
            assert!(is_sent_to_sign_in(&reply), "{method} {admin}: {}", reply.status);
        }
        assert!(app.registry.draft(house.parts.draft).is_ok(), "the draft is there");
        assert_eq!(state(app), before);
    });
}

#[test]
fn a_chair_gets_what_is_for_chairs_of_the_own_organization_and_nothing_else() {
    on_sqlite(|app| {
        let house = house(app);
        let chair = Desk::of_chair(app, house.own, "chair");
        let before = state(app);
        for (admin, method, who) in
            rows(&house.parts).into_iter().filter(|(admin, ..)| !is_for_chairs(*admin))
        {
            let reply = ask(app, admin, &method, &chair.cookie);
            assert_eq!(reply.status, 403, "{method} {admin} ({who})");
        }
        let elsewhere =
            Parts { organization: house.other, ..parts(house.own, house.other, house.parts.draft) };
        for (admin, method, who) in
            rows(&elsewhere).into_iter().filter(|(one, ..)| one.organization().is_some())
        {
            let reply = ask(app, admin, &method, &chair.cookie);
            assert_eq!(reply.status, 403, "{method} {admin} ({who})");
        }
        assert!(app.registry.draft(house.parts.draft).is_ok(), "the draft is there");
        assert_eq!(state(app), before);
        let own = rows(&house.parts).into_iter().filter(|(admin, ..)| is_for_chairs(*admin));
        for (admin, method, who) in own.filter(|(_, method, _)| *method == Method::GET) {
            let reply = ask(app, admin, &method, &chair.cookie);
            assert!(reply.status != 403 && !is_sent_to_sign_in(&reply), "{admin} ({who}): {}", reply.status);
        }
    });
}

#[test]
fn an_administrator_is_refused_nothing() {
    on_sqlite(|app| {
        let house = house(app);
        let administrator = Desk::open(app);
        let before = state(app);
        for (admin, method, who) in
            rows(&house.parts).into_iter().filter(|(_, method, _)| *method == Method::GET)
        {
            let reply = ask(app, admin, &method, &administrator.cookie);
            let is_let_in = reply.status != 403 && reply.status < 500 && !is_sent_to_sign_in(&reply);
            assert!(is_let_in, "{admin} ({who}): {}", reply.status);
        }
        assert_eq!(state(app), before, "looking changes nothing");
    });
}

#[test]
fn a_method_that_stands_in_no_row_is_refused_and_nothing_public_takes_a_form() {
    on_sqlite(|app| {
        let house = house(app);
        let administrator = Desk::open(app);
        let before = state(app);
        for admin in Admin::each(&house.parts) {
            for method in METHODS.into_iter().filter(|method| who_may(admin.into(), method).is_none()) {
                assert_eq!(ask(app, admin, &method, &administrator.cookie).status, 405, "{method} {admin}");
            }
        }
        let public = Public::each(&house.parts).into_iter().map(|one| one.to_string());
        let api = Api::each(&house.parts).into_iter().map(|one| one.to_string());
        let assets = Asset::each(&house.parts).into_iter().map(|one| one.to_string());
        for path in public.chain(api).chain(assets) {
            // The start page is written as nothing before its slash.
            let path = if path.is_empty() { "/".to_owned() } else { path };
            assert_eq!(app.ask("POST", &path, &[OWN_FORM]).status, 405, "{path}");
        }
        assert_eq!(state(app), before);
    });
}
