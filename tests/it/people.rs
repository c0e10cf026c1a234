//! The people who sign in: how they come, what an administrator does about them, and how they leave.

use tizilim::domain::Code;
use tizilim::domain::role::{Role, RoleKind};
use tizilim::registry::{AuditFilter, Browser, ContactInput, PeopleFilter, Person};

use crate::app::{ACTOR, OWN_FORM, Reply, TestApp, agent, on_each_engine, on_sqlite};
use crate::command::with_each_engine;
use crate::desk::Desk;
use crate::register;

const PASSWORD: &str = "a long enough password";
const ANOTHER: &str = "quite another password";

/// The one-time links on a page, without what stands before them.
fn links(page: &str) -> Vec<String> {
    let mut found: Vec<String> = page
        .split("/admin/invitation/")
        .skip(1)
        .map(|rest| rest.chars().take_while(char::is_ascii_hexdigit).collect())
        .filter(|token: &String| token.len() == 64)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn person(app: &TestApp, login: &str) -> Option<Person> {
    let all = app.registry.people(&PeopleFilter::default(), 100).expect("people");
    all.into_iter().find(|person| person.login == login)
}

fn address(app: &TestApp, login: &str) -> String {
    format!("/admin/people/{}", person(app, login).expect("a person").id)
}

fn signs_in(app: &TestApp, login: &str, password: &str) -> bool {
    app.registry.sign_in(login, password, &Browser::default()).is_ok()
}

fn is_shut_out(reply: &Reply) -> bool {
    reply.status == 303 && reply.header("location").starts_with("/admin/sign-in")
}

fn role(role: &Role) -> (RoleKind, usize) {
    (role.kind(), role.organizations().len())
}

#[test]
fn the_list_says_who_there_is_and_may_be_asked_for_one_role() {
    on_each_engine(|app| {
        let school = app.schools(&["S1"])[0];
        let desk = Desk::open(app);
        Desk::of_chair(app, school, "saule");
        Desk::open_as(app, Role::Editor, "erlan");
        let all = desk.page("/admin/people");
        for words in ["aigul", "saule", "erlan", "Редактор", "Председатель", "Школа S1"]
        {
            assert!(all.contains(words), "{words} in {all}");
        }
        let editors = desk.page("/admin/people?role=editor");
        assert!(editors.contains(">erlan<") && !editors.contains(">saule<"), "{editors}");
        let erlan = person(app, "erlan").expect("a person");
        assert_eq!((erlan.sessions, erlan.has_second_factor), (1, false));
        assert!(erlan.signed_in_on.is_some(), "the day of the sign-in is kept");
    });
}

#[test]
fn who_loses_access_is_out_at_once_and_stays_in_the_audit_trail() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let publisher = Desk::open_as(app, Role::Publisher, "erlan");
        let at = address(app, "erlan");
        let link = links(&desk.post(&format!("{at}/password"), &[]).text()).remove(0);
        let unsure = desk.post(&format!("{at}/remove"), &[]);
        assert_eq!(unsure.status, 422);
        assert_eq!(publisher.get("/admin/documents").status, 200, "nothing happened without the tick");
        assert_eq!(desk.post(&format!("{at}/remove"), &[("sure", "yes")]).status, 303);
        assert!(is_shut_out(&publisher.get("/admin/documents")), "the session is dead");
        assert!(app.registry.invitation(&link).is_err(), "and so is the link");
        assert!(!signs_in(app, "erlan", PASSWORD));
        assert_eq!(desk.get(&at).status, 404);
        let mine = AuditFilter { actor: Some("erlan".to_owned()), ..AuditFilter::default() };
        assert_eq!(app.registry.audit_trail(&mine, 10).expect("lines").len(), 1, "what was done stays");
    });
}

#[test]
fn the_last_administrator_cannot_be_removed_nor_become_something_else() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let at = address(app, "aigul");
        for (verb, fields) in [("remove", ("sure", "yes")), ("role", ("role", "editor"))] {
            let reply = desk.post(&format!("{at}/{verb}"), &[fields, ("organization", "")]);
            assert_eq!(reply.status, 422, "{verb}");
            assert!(reply.text().contains("последний администратор"), "{verb}");
        }
        assert_eq!(person(app, "aigul").map(|one| one.role), Some(Role::Admin));
        Desk::open_as(app, Role::Admin, "botagoz");
        assert_eq!(desk.post(&format!("{at}/role"), &[("role", "editor")]).status, 303);
        assert_eq!(desk.get("/admin/people").status, 403, "the change holds from the next request on");
        assert_eq!(desk.get("/admin/documents").status, 200);
    });
}

#[test]
fn a_person_becomes_the_chair_of_the_organizations_that_are_named() {
    on_each_engine(|app| {
        let schools = app.schools(&["S1", "S2"]);
        let desk = Desk::open(app);
        let erlan = Desk::open_as(app, Role::Editor, "erlan");
        let at = format!("{}/role", address(app, "erlan"));
        for unknown in ["", "S9", "S1, S9"] {
            assert_eq!(
                desk.post(&at, &[("role", "chair"), ("organization", unknown)]).status,
                422,
                "{unknown}"
            );
        }
        assert_eq!(person(app, "erlan").map(|one| one.role), Some(Role::Editor), "nothing changed");
        assert_eq!(desk.post(&at, &[("role", "director")]).status, 400);
        assert_eq!(desk.post(&at, &[("role", "chair"), ("organization", "S1, s2")]).status, 303);
        for school in schools {
            assert_eq!(erlan.get(&format!("/admin/organizations/{school}")).status, 200);
        }
        assert_eq!(erlan.get("/admin/documents").status, 403);
    });
}

#[test]
fn a_new_password_comes_by_a_link_and_the_old_one_works_until_it_is_used() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let editor = Desk::open_as(app, Role::Editor, "erlan");
        let at = format!("{}/password", address(app, "erlan"));
        let first = links(&desk.post(&at, &[]).text()).remove(0);
        let link = links(&desk.post(&at, &[]).text()).remove(0);
        assert!(app.registry.invitation(&first).is_err(), "an earlier link ends with the next");
        let page = app.get(&format!("/admin/invitation/{link}")).text();
        assert!(page.contains("erlan") && !page.contains("<label for=\"accept-login\""), "{page}");
        assert!(signs_in(app, "erlan", PASSWORD), "looking burns nothing");
        let accept = |password: &str| app.registry.accept(&link, "aigul", password, &Browser::default());
        assert!(accept("short").is_err());
        assert!(signs_in(app, "erlan", PASSWORD), "nor does a password that is refused");
        accept(ANOTHER).expect("a new password");
        assert!(!signs_in(app, "erlan", PASSWORD) && signs_in(app, "erlan", ANOTHER));
        assert!(signs_in(app, "aigul", PASSWORD), "it is for one person, whatever login comes along");
        assert!(is_shut_out(&editor.get("/admin")), "former sessions end");
        assert!(accept(PASSWORD).is_err(), "it works once");
    });
}

fn contact() -> ContactInput {
    ContactInput {
        name: "Сауле".to_owned(),
        phone: "+7 701 000 00 00".to_owned(),
        consent: true,
        ..ContactInput::default()
    }
}

#[test]
fn an_organization_is_handed_over_in_one_step() {
    on_each_engine(|app| {
        let schools = app.schools(&["S1", "S2"]);
        let (school, other) = (schools[0], schools[1]);
        let desk = Desk::open(app);
        let chair = Desk::of_chair(app, school, "saule");
        let ids = [school, other].map(|code| register::organization(&app.registry, code).id);
        let of_both = Desk::of_chair(app, school, "dana");
        let dana = person(app, "dana").expect("a person").id;
        app.registry.change_role(dana, &Role::Chair(ids.to_vec()), ACTOR).expect("another role");
        app.registry.set_contact(school, &contact(), ACTOR).expect("a contact");
        let earlier = app.registry.invite(Role::Chair(vec![ids[0]]), "", ACTOR).expect("an invitation").token;
        assert!(desk.page(&format!("/admin/organizations/{school}")).contains("/hand-over\""));
        let reply = desk.post(&format!("/admin/organizations/{school}/hand-over"), &[]);
        assert_eq!(reply.status, 200);
        let page = reply.text();
        assert!(page.contains("Школа S1"), "{page}");
        assert!(is_shut_out(&chair.get("/admin")) && is_shut_out(&of_both.get("/admin")));
        assert!(!signs_in(app, "saule", PASSWORD), "who was the chair of nothing else is gone");
        assert_eq!(person(app, "dana").map(|one| role(&one.role)), Some((RoleKind::Chair, 1)));
        assert!(register::organization(&app.registry, school).contact.is_none(), "no contact is left");
        assert!(app.registry.invitation(&earlier).is_err(), "earlier links are dead");
        let link = links(&page).remove(0);
        let offer = app.registry.invitation(&link).expect("a link that works");
        assert_eq!(offer.role.organizations(), [ids[0]]);
        assert!(app.get(&format!("/admin/invitation/{link}")).text().contains("S1 мектеп"));
    });
}

fn chairs_without(app: &TestApp) -> usize {
    app.registry.without_chair().expect("a number")
}

#[test]
fn all_chairs_are_invited_at_once_and_each_link_names_its_school() {
    on_each_engine(|app| {
        let schools = app.schools(&["S1", "S2", "S3", "S4"]);
        let desk = Desk::open(app);
        Desk::of_chair(app, schools[0], "saule");
        app.registry.dissolve(schools[3], ACTOR).expect("a dissolved school");
        assert_eq!(chairs_without(app), 2);
        let page = desk.post("/admin/people/invitations/chairs", &[]).text();
        let first = links(&page);
        assert_eq!(first.len(), 2, "one for each that has no chair");
        for (link, number) in first.iter().map(|link| (link, chair_of(app, link))) {
            assert!(["S2", "S3"].contains(&&*number), "{link} is for {number}");
        }
        assert!(page.contains("Школа S2") && page.contains("href=\"data:text/csv"), "{page}");
        let again = links(&desk.post("/admin/people/invitations/chairs", &[]).text());
        assert!(
            first.iter().all(|link| app.registry.invitation(link).is_err()),
            "one link of a school works"
        );
        app.registry.accept(&again[0], "dana", PASSWORD, &Browser::default()).expect("a chair");
        assert_eq!(chairs_without(app), 1);
        let listed = desk.page("/admin/people/invitations");
        assert!(again.iter().all(|link| !listed.contains(&**link)), "a link is shown once");
    });
}

/// The number of the school that a link is for.
fn chair_of(app: &TestApp, link: &str) -> String {
    let role = app.registry.invitation(link).expect("a link that works").role;
    let id = role.organizations()[0];
    let number = app.registry.read(|view| {
        Ok::<_, tizilim::registry::Error>(view.organization_by_id(id)?.map(|one| one.number.clone()))
    });
    number.expect("the register").expect("a school")
}

#[test]
fn an_invitation_that_is_sent_twice_is_one_and_the_last_link_works() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let sent = |key| {
            let fields = [("role", "editor"), ("organization", ""), ("note", "Дана"), ("key", key)];
            links(&desk.post("/admin/people/invitations/new", &fields).text()).remove(0)
        };
        let (first, second, other) = (sent("a"), sent("a"), sent("b"));
        let works = [&first, &second, &other].map(|link| app.registry.invitation(link).is_ok());
        assert_eq!(works, [false, true, true]);
        assert_eq!(app.registry.open_invitations().expect("invitations").len(), 2);
    });
}

#[test]
fn a_password_that_is_guessed_soon_or_too_long_is_refused_as_that() {
    on_sqlite(|app| {
        for (password, said) in [
            ("password1234".to_owned(), "легко подобрать"),
            ("qwertyuiop12".to_owned(), "легко подобрать"),
            ("қысқа".to_owned(), "слишком короткий"),
            ("ұзын құпиясөз ".repeat(20), "слишком длинный"),
        ] {
            let invited = app.registry.invite(Role::Editor, "", ACTOR).expect("an invitation");
            let fields = [("login", "dana"), ("password", password.as_str()), ("again", password.as_str())];
            let at = format!("{}/admin/invitation/{}", app.address, invited.token);
            let request = agent().post(at).header(OWN_FORM.0, OWN_FORM.1).header("accept-language", "ru");
            let mut reply = request.send_form(fields).expect("an answer");
            let text = reply.body_mut().read_to_string().expect("a page");
            assert!(reply.status().as_u16() == 422 && text.contains(said), "{password}: {text}");
            assert!(app.registry.invitation(&invited.token).is_ok() && person(app, "dana").is_none());
        }
    });
}

#[test]
fn an_invitation_is_listed_with_its_end_and_may_be_taken_back() {
    on_each_engine(|app| {
        let school = app.schools(&["S1"])[0];
        let desk = Desk::open(app);
        app.set_clock("2026-12-01T08:00:00Z");
        let desk =
            if is_shut_out(&desk.get("/admin")) { Desk::open_as(app, Role::Admin, "botagoz") } else { desk };
        let fields = [("role", "chair"), ("organization", "S1"), ("note", "Дана из S1")];
        let page = desk.post("/admin/people/invitations/new", &fields).text();
        assert!(
            page.contains("до 8 декабря 2026 года") && page.contains("2026 жылғы 8 желтоқсанға"),
            "{page}"
        );
        let link = links(&page).remove(0);
        let shown = app.ask("GET", &format!("/admin/invitation/{link}"), &[("accept-language", "ru")]).text();
        assert!(shown.contains("Школа S1") && shown.contains("до 8 декабря 2026 года"), "{shown}");
        let list = desk.page("/admin/people/invitations");
        assert!(list.contains("Дана из S1") && list.contains("Председатель"), "{list}");
        let revoke = list.split("action=\"").filter_map(|rest| rest.split('"').next());
        let revoke = revoke.filter(|path| path.ends_with("/revoke")).last().expect("a button").to_owned();
        assert_eq!(desk.post(&revoke, &[]).status, 303);
        assert!(app.registry.invitation(&link).is_err());
        assert_eq!(desk.post(&revoke, &[]).status, 303, "twice is as good");
        let gone = app.get(&format!("/admin/invitation/{link}"));
        assert_eq!(gone.status, 410);
        let _ = school;
    });
}

#[test]
fn one_sees_where_one_is_signed_in_and_ends_a_lost_phone() {
    on_each_engine(|app| {
        Desk::open(app);
        let sign_in = |words: &str| {
            let browser = Browser { words: words.to_owned(), ..Browser::default() };
            app.registry.sign_in("aigul", PASSWORD, &browser).expect("a session").session
        };
        let cookie = |session: String| format!("__Host-session={session}; lang=ru");
        let (phone, office) = (cookie(sign_in("Chrome, Android")), cookie(sign_in("Firefox, Windows")));
        let ask = |method: &str, path: &str, cookie: &str| {
            app.ask(method, path, &[("cookie", cookie), crate::app::OWN_FORM])
        };
        let page = ask("GET", "/admin/account", &office).text();
        assert!(page.contains("Chrome, Android") && page.contains("Это устройство"), "{page}");
        let (_, of_phone) = page.split_once("Chrome, Android").expect("the phone");
        let end =
            of_phone.split("action=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a button");
        assert_eq!(ask("POST", end, &office).status, 303);
        assert!(is_shut_out(&ask("GET", "/admin", &phone)), "the phone is out");
        assert_eq!(ask("GET", "/admin", &office).status, 200, "the office is not");
        assert_eq!(ask("POST", end, &office).status, 404, "it is over");
        let neighbour = Desk::open_as(app, Role::Editor, "erlan");
        let tablet = cookie(sign_in("Safari, iPad"));
        let page = ask("GET", "/admin/account", &tablet).text();
        let other = page.split("action=\"").filter_map(|rest| rest.split('"').next());
        let other = other.filter(|path| path.ends_with("/end")).last().expect("a button").to_owned();
        assert_eq!(neighbour.post(&other, &[]).status, 303, "only the own ones");
        assert_eq!(ask("POST", "/admin/account/sessions/end", &tablet).status, 303);
        assert!(is_shut_out(&ask("GET", "/admin", &office)), "all others are out");
        assert_eq!(ask("GET", "/admin", &tablet).status, 200);
    });
}

#[test]
fn an_editor_prepares_a_draft_and_a_publisher_publishes_it() {
    on_sqlite(|app| {
        let code: Code = app.document(tizilim::domain::document_kind::DocumentKind::Charter);
        let edition = crate::app::Edition::of("2026-01-01").saying(tizilim::domain::Lang::Kk, "Жарғы");
        let draft = app.draft(code, &edition).expect("a draft");
        let editor = Desk::open_as(app, Role::Editor, "erlan");
        let preview = editor.page(&format!("/admin/drafts/{draft}/preview"));
        assert!(preview.contains("Публикует его публикатор") && !preview.contains("/publish\""), "{preview}");
        let seen =
            Desk::open_as(app, Role::Publisher, "dana").page(&format!("/admin/drafts/{draft}/preview"));
        assert!(seen.contains("/publish\""), "{seen}");
        assert_eq!(editor.post(&format!("/admin/drafts/{draft}/publish"), &[]).status, 403);
        assert!(register::document(&app.registry, code).versions.is_empty(), "nothing was published");
    });
}

#[test]
fn people_are_managed_by_commands_as_well() {
    with_each_engine(|office| {
        let link = office.done(&["user", "invite", "--role", "admin"]);
        let token = link.trim().rsplit('/').next().expect("a token");
        office.registry().accept(token, "aigul", PASSWORD, &Browser::default()).expect("a person");
        let token = office.done(&["user", "invite", "--role", "editor"]);
        let token = token.trim().rsplit('/').next().expect("a token");
        office.registry().accept(token, "erlan", PASSWORD, &Browser::default()).expect("a person");
        let list = office.done(&["user", "list"]);
        let lines: Vec<&str> = list.lines().collect();
        assert!(lines[0].starts_with("aigul\tadmin\t") && lines[1].starts_with("erlan\teditor\t"), "{list}");
        let link = office.done(&["user", "reset", "erlan"]);
        let token = link.trim().rsplit('/').next().expect("a token");
        office.registry().accept(token, "", ANOTHER, &Browser::default()).expect("a new password");
        office.done(&["user", "reset", "--second-factor", "erlan"]);
        office.refused(&["user", "reset", "nobody"]);
        office.refused(&["user", "remove", "aigul"]);
        office.done(&["user", "remove", "erlan"]);
        assert_eq!(office.done(&["user", "list"]).lines().count(), 1);
    });
}
