//! Tokens: how they are made and end, and that each opens what it says and no more than its person may.

use actix_web::http::Method;
use serde_json::json as value;
use tizilim::domain::address::{Address, Api};
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::role::Role;
use tizilim::domain::token_scope::TokenScope;
use tizilim::registry::{AuditFilter, Browser, PeopleFilter};
use tizilim::web::routes::who_may;

use crate::app::{ACTOR, Edition, TestApp, on_each_engine, on_sqlite};
use crate::caller::{Caller, json, token_on, wanted};
use crate::command::with_each_engine;
use crate::desk::Desk;
use crate::routes::parts;

const METHODS: [Method; 4] = [Method::GET, Method::POST, Method::PATCH, Method::DELETE];

/// What each row asks of a token; none for what is public. Stated here and not taken from the table, which may be wrong.
fn scope(api: Api, method: &Method) -> Option<TokenScope> {
    match (api, method.as_str()) {
        (Api::Organizations, "POST") | (Api::Organization(_), "PATCH") | (Api::OrganizationNames(_), _) => {
            Some(TokenScope::Organizations)
        }
        (Api::Documents, "POST") | (Api::DocumentDrafts(_), "POST") | (Api::Draft(_), "POST" | "DELETE") => {
            Some(TokenScope::Drafts)
        }
        (Api::DocumentDrafts(_) | Api::Draft(_), _) => Some(TokenScope::Read),
        (Api::DraftPublication(_) | Api::Versions(_) | Api::Withdrawal(..), _) => Some(TokenScope::Publish),
        _ => None,
    }
}

/// The scopes that a person in a role may give a token.
fn own(role: &Role) -> &'static [&'static str] {
    match role {
        Role::Admin => &["read", "drafts", "publish", "organizations"],
        Role::Publisher => &["read", "drafts", "publish"],
        Role::Editor => &["read", "drafts"],
        Role::Chair(_) => &[],
    }
}

fn audit(app: &TestApp) -> Vec<(String, String, String)> {
    let all = app.registry.audit_trail(&AuditFilter::default(), 100).expect("an audit trail");
    let line = |one: &tizilim::registry::AuditEntry| {
        let deed = one.deed.map(|deed| deed.name().to_owned()).unwrap_or_default();
        (one.actor.clone(), deed, one.subject.clone())
    };
    all.iter().map(line).collect()
}

fn noted(actor: &str, deed: &str, subject: &str) -> (String, String, String) {
    (actor.to_owned(), deed.to_owned(), subject.to_owned())
}

#[test]
fn each_scope_opens_what_it_says_and_no_more_than_the_person_may() {
    on_sqlite(|app| {
        let schools = app.schools(&["S1", "S2"]);
        let document = app.document(DocumentKind::Charter);
        let edition = Edition::of("2026-01-01").saying(tizilim::domain::Lang::Kk, "Жарғы");
        let draft = app.draft(document, &edition).expect("a draft");
        let parts = parts(document, schools[0], draft);
        let rows: Vec<(Api, Method)> =
            Api::each(&parts).into_iter().flat_map(|api| METHODS.map(|method| (api, method))).collect();
        let rows = rows.iter().filter(|(api, method)| who_may((*api).into(), method).is_some());
        let rows: Vec<&(Api, Method)> = rows.filter(|(api, method)| scope(*api, method).is_some()).collect();
        assert_eq!(rows.len(), 12, "rows that ask for a token");
        for role in [Role::Admin, Role::Publisher, Role::Editor] {
            let desk = Desk::open_as(app, role.clone(), role.kind().name());
            for given in own(&role) {
                let caller = Caller::of(app, &desk, given, &[given]);
                let before = app.registry.leaves().expect("leaves").len();
                for (api, method) in &rows {
                    let needed = scope(*api, method).expect("a scope").name();
                    let is_let_in = *given == needed || (*given == "drafts" && needed == "read");
                    // Without a body: who is let in is told that there is none, or that nothing has this name.
                    let reply = match (is_let_in, method.as_str()) {
                        (true, "DELETE") => continue,
                        _ => caller.ask(method.as_str(), &api.to_string(), &[], Vec::new()),
                    };
                    let status = reply.status;
                    if is_let_in {
                        assert!(
                            ![401, 403].contains(&status) && status < 500,
                            "{given} {method} {api}: {status}"
                        );
                    } else {
                        assert_eq!(status, 403, "{role:?} {given} {method} {api}");
                        let challenge = reply.header("www-authenticate");
                        assert!(challenge.contains(&format!("scope=\"{needed}\"")), "{challenge}");
                    }
                }
                assert_eq!(app.registry.leaves().expect("leaves").len(), before);
            }
        }
        assert!(app.registry.draft(draft).is_ok(), "the draft is there");
    });
}

#[test]
fn without_a_token_nothing_is_changed_and_no_cookie_counts() {
    on_sqlite(|app| {
        let school = app.schools(&["S1"])[0];
        let document = app.document(DocumentKind::Charter);
        let edition = Edition::of("2026-01-01").saying(tizilim::domain::Lang::Kk, "Жарғы");
        let draft = app.draft(document, &edition).expect("a draft");
        let administrator = Desk::open(app);
        let before = app.registry.leaves().expect("leaves").len();
        for api in Api::each(&parts(document, school, draft)) {
            for method in METHODS {
                let Some(said) = who_may(Address::Api(api), &method) else { continue };
                let is_public = scope(api, &method).is_none() && api != Api::Token;
                assert_eq!(is_public, said == "any program", "{method} {api}: {said}");
                if is_public {
                    continue;
                }
                for headers in [&[][..], &[("cookie", administrator.cookie.as_str())]] {
                    let reply = app.ask(method.as_str(), &api.to_string(), headers);
                    assert_eq!(
                        (reply.status, reply.header("www-authenticate")),
                        (401, "Bearer"),
                        "{method} {api}"
                    );
                    assert_eq!(json(&reply)["problem"], "no-token");
                }
            }
        }
        assert!(app.registry.draft(draft).is_ok(), "the draft is there");
        assert_eq!(app.registry.leaves().expect("leaves").len(), before);
    });
}

#[test]
fn a_token_is_shown_once_and_says_what_it_may() {
    on_each_engine(|app| {
        let desk = Desk::open_as(app, Role::Publisher, "erlan");
        let caller = Caller::of(app, &desk, "Сайт", &["drafts", "publish"]);
        assert_eq!(caller.token.len(), "tizilim_".len() + 64);
        let page = desk.page("/admin/account");
        assert!(!page.contains(&caller.token), "it is shown once");
        for words in ["Сайт", "публиковать, исправлять", "1 ноября 2027", "ещё не использован"]
        {
            assert!(page.contains(words), "{words} in {page}");
        }
        assert!(!page.contains("value=\"organizations\""), "a publisher cannot give it");
        let told = caller.get("/api/v1/token");
        assert_eq!((told.status, told.header("cache-control")), (200, "no-store"));
        assert_eq!(told.header("access-control-allow-origin"), "", "it is no page's on another site");
        let expected = value!({
            "name": "Сайт", "login": "erlan", "role": "publisher", "scopes": ["drafts", "publish"],
            "last_day": "2027-11-01"
        });
        assert_eq!(json(&told), expected);
        assert!(desk.page("/admin/account").contains("последний раз 22"), "the day of the last use");
        assert!(audit(app).contains(&noted("erlan", "make token", "erlan [Сайт]")));
        let chair = Desk::of_chair(app, app.schools(&["S1"])[0], "saule");
        assert!(!chair.page("/admin/account").contains("new-token"), "no program does a chair's work");
    });
}

#[test]
fn a_form_that_is_sent_twice_leaves_the_token_that_was_shown_last() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let fields = wanted("Сайт", &["read"], "2027-11-01");
        let tokens =
            [(); 2].map(|()| token_on(&desk.post("/admin/account/tokens", &fields).text()).expect("a token"));
        let statuses = tokens.map(|token| Caller::with(app, &token).get("/api/v1/token").status);
        assert_eq!(statuses, [401, 200]);
        assert_eq!(app.registry.tokens(None).expect("tokens").len(), 1);
    });
}

#[test]
fn a_token_that_cannot_be_is_refused_and_nothing_is_kept() {
    on_each_engine(|app| {
        let desk = Desk::open_as(app, Role::Editor, "erlan");
        let before = audit(app).len();
        let scopes = ["read"];
        let mut wrong_password = wanted("Сайт", &scopes, "2027-01-01");
        wrong_password[3].1 = "not the password";
        for (fields, told) in [
            (wrong_password, "пароль неверен"),
            (wanted(" ", &scopes, "2027-01-01"), "для какой программы"),
            (wanted("Сайт", &[], "2027-01-01"), "хотя бы один"),
            (wanted("Сайт", &["publish"], "2027-01-01"), "нет прав"),
            (wanted("Сайт", &scopes, "2026-11-21"), "не дольше года"),
            (wanted("Сайт", &scopes, "2027-11-23"), "не дольше года"),
            (wanted("Сайт", &scopes, "завтра"), "завтра"),
            (wanted("Сайт", &scopes, ""), "Укажите дату"),
        ] {
            let reply = desk.post("/admin/account/tokens", &fields);
            assert_eq!(reply.status, 422, "{fields:?}");
            assert!(reply.text().contains(told), "{told} in {}", reply.text());
            assert!(!reply.text().contains("a long enough password"), "no page shows a password");
        }
        assert_eq!(desk.post("/admin/account/tokens", &wanted("Сайт", &["fly"], "2027-01-01")).status, 400);
        assert!(app.registry.tokens(None).expect("tokens").is_empty());
        assert_eq!(audit(app).len(), before);
        Caller::of(app, &desk, "Сайт", &scopes);
        let mut again = wanted("Сайт", &scopes, "2027-01-01");
        again[0].1 = "another sending";
        assert!(desk.post("/admin/account/tokens", &again).text().contains("уже есть"));
    });
}

#[test]
fn what_is_revoked_or_over_or_of_a_person_who_left_opens_nothing_at_once() {
    on_each_engine(|app| {
        let school = app.schools(&["S1"])[0];
        let path = format!("/api/v1/organizations/{school}");
        let change = value!({"district": "Алматы ауданы / район Алматы"});
        let admin = Desk::open(app);
        let desk = Desk::open_as(app, Role::Admin, "erlan");
        let caller = |name| Caller::of(app, &desk, name, &["organizations"]);
        let (revoked, taken, left) = (caller("a"), caller("b"), caller("c"));
        for one in [&revoked, &taken, &left] {
            assert_eq!(one.get("/api/v1/token").status, 200);
        }
        let handle = |name: &str| {
            let all = app.registry.tokens(None).expect("tokens");
            all.into_iter().find(|token| token.name == name).expect("a token").handle
        };
        let own = format!("/admin/account/tokens/{}/revoke", handle("a"));
        assert_eq!(admin.post(&own, &[]).status, 404, "it is not hers");
        assert_eq!(revoked.get("/api/v1/token").status, 200);
        assert_eq!(desk.post(&own, &[]).status, 303);
        assert_eq!(revoked.get("/api/v1/token").status, 401);
        let people = app.registry.people(&PeopleFilter::default(), 10).expect("people");
        let erlan = people.iter().find(|person| person.login == "erlan").expect("a person").id;
        let page = admin.page(&format!("/admin/people/{erlan}"));
        assert!(page.contains(">b<") && page.contains(">c<") && !page.contains(">a<"), "{page}");
        let others = format!("/admin/people/{erlan}/tokens/{}/revoke", handle("b"));
        assert_eq!(admin.post(&others, &[]).status, 303);
        assert_eq!(taken.send("PATCH", &path, &change).status, 401);
        assert!(audit(app).contains(&noted("aigul", "revoke token", "erlan [b]")));
        app.registry.change_role(erlan, &Role::Editor, ACTOR).expect("another role");
        let before = app.registry.leaves().expect("leaves").len();
        assert_eq!(left.send("PATCH", &path, &change).status, 403, "the role is that of this moment");
        assert_eq!(json(&left.get("/api/v1/token"))["scopes"], value!([]));
        assert_eq!(app.registry.leaves().expect("leaves").len(), before);
        app.registry.change_role(erlan, &Role::Admin, ACTOR).expect("the role");
        assert_eq!(left.send("PATCH", &path, &change).status, 200);
        assert!(audit(app).contains(&noted("erlan [c]", "edit organization", school.as_str())));
        let trail = admin.page("/admin/people/audit?actor=erlan");
        assert!(trail.contains("erlan, токен «c»"), "{trail}");
        app.registry.remove_person(erlan, ACTOR).expect("a removal");
        assert_eq!(left.get("/api/v1/token").status, 401);
        let over = Caller::of(app, &admin, "d", &["read"]);
        app.set_clock("2027-11-01T18:59:59Z");
        assert_eq!(over.get("/api/v1/token").status, 200, "the last second of the last day in Astana");
        app.set_clock("2027-11-01T19:00:00Z");
        assert_eq!(over.get("/api/v1/token").status, 401);
    });
}

#[test]
fn who_guesses_at_tokens_is_slowed_down_and_who_has_one_is_not() {
    on_sqlite(|app| {
        let desk = Desk::open(app);
        let caller = Caller::of(app, &desk, "Сайт", &["read"]);
        let guess = Caller::with(app, &format!("tizilim_{}", "0".repeat(64)));
        let statuses: Vec<u16> = (0..8).map(|_| guess.get("/api/v1/token").status).collect();
        assert_eq!((statuses[0], statuses[7]), (401, 429), "{statuses:?}");
        let slowed = guess.get("/api/v1/token");
        assert!(slowed.header("retry-after").parse::<u64>().expect("seconds") > 0);
        assert_eq!(caller.get("/api/v1/token").status, 200, "the owner is let in");
        let here = Browser { address: Some(std::net::Ipv4Addr::LOCALHOST.into()), ..Browser::default() };
        let admitted = app.registry.sign_in("aigul", crate::caller::PASSWORD, &here);
        assert!(admitted.is_ok(), "no login is closed by it, not even from the same address");
        let spoken_for = [("x-forwarded-for", "203.0.113.5")];
        assert_eq!(guess.ask("GET", "/api/v1/token", &spoken_for, Vec::new()).status, 401, "another place");
    });
}

#[test]
fn commands_list_and_revoke_tokens() {
    with_each_engine(|office| {
        let registry = office.registry();
        let invited = registry.invite(Role::Admin, "", ACTOR).expect("an invitation");
        let browser = Browser::default();
        let admitted = registry.accept(&invited.token, "aigul", crate::caller::PASSWORD, &browser);
        let session = admitted.expect("a session").session;
        let who = registry.session(&session).expect("a session").expect("a person");
        let last_day = registry.today();
        let once = tizilim::registry::Once::new("aigul", "", &[], std::time::Duration::ZERO);
        let input = tizilim::registry::TokenInput {
            name: "Сайт".to_owned(),
            scopes: vec![TokenScope::Read, TokenScope::Drafts],
            last_day,
            password: crate::caller::PASSWORD.to_owned(),
            once,
        };
        let token = registry.make_token(&who, &input).expect("a token");
        let line = format!("aigul\tСайт\tread drafts\t{last_day}\t\n");
        assert_eq!(office.done(&["token", "list"]), line);
        assert_eq!(office.done(&["token", "list", "aigul"]), line);
        office.refused(&["token", "revoke", "aigul", "Другой"]);
        assert!(registry.token_bearer(&token, None).is_ok());
        office.done(&["token", "revoke", "aigul", "Сайт"]);
        assert!(registry.token_bearer(&token, None).is_err());
        assert_eq!(office.done(&["token", "list"]), "");
    });
}

#[test]
fn a_new_password_by_a_link_ends_tokens_as_it_ends_sessions() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let caller = Caller::of(app, &desk, "Сайт", &["read"]);
        let neighbour = Caller::of(app, &Desk::open_as(app, Role::Editor, "erlan"), "Сайт", &["read"]);
        let aigul = app.registry.person_named("aigul").expect("a person");
        let invited = app.registry.invite_to_reset(aigul, ACTOR).expect("a link");
        assert_eq!(caller.get("/api/v1/token").status, 200, "until the link is used");
        let password = "another long enough password";
        app.registry.accept(&invited.token, "", password, &Default::default()).expect("a new password");
        assert_eq!(caller.get("/api/v1/token").status, 401);
        assert_eq!(neighbour.get("/api/v1/token").status, 200, "those of others stay");
        assert!(app.registry.tokens(Some(aigul)).expect("tokens").is_empty());
    });
}
