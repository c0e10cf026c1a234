//! Forms whose session had ended: nothing is saved, what was typed comes along, and the sign-in leads back.

use tizilim::domain::role::Role;
use tizilim::registry::DocumentFilter;

use crate::app::{OWN_FORM, Reply, TestApp, agent, on_sqlite};
use crate::caller::wanted;
use crate::desk::Desk;

fn documents(app: &TestApp) -> usize {
    let all = app.registry.read(|view| {
        Ok::<_, tizilim::registry::Error>(view.documents_page(&DocumentFilter::default(), 0, 1_000)?.len())
    });
    all.expect("documents")
}

fn fields<'a>(title: &'a str, key: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("owner", "union"),
        ("kind", "leaflet"),
        ("title_kk", title),
        ("title_ru", "Памятка"),
        ("applies_to", "all"),
        ("key", key),
    ]
}

#[test]
fn what_was_typed_when_the_session_had_ended_stands_in_the_form_again() {
    on_sqlite(|app| {
        let desk = Desk::open(app);
        let request = agent().post(format!("{}/admin/documents/new", app.address));
        let request = request.header(OWN_FORM.0, OWN_FORM.1).header("accept-language", "ru");
        let sent = request.send_form(fields("Жадынама «Демалыс»", "a")).expect("an answer");
        let header = |name: &str| sent.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
        assert_eq!(sent.status().as_u16(), 303);
        let (to, cookie) = (header("location").to_owned(), header("set-cookie").to_owned());
        let carried = cookie.split(';').next().expect("a cookie").to_owned();
        assert!(cookie.contains("HttpOnly") && carried.starts_with("typed="), "{cookie}");
        let before = documents(app);
        let page = app.ask("GET", &to, &[("cookie", &carried), ("accept-language", "ru")]).text();
        assert!(page.contains("ничего не сохранено") && page.contains("Файлы выберите ещё раз"), "{page}");
        assert!(app.ask("GET", &to, &[("accept-language", "ru")]).text().contains("вы вернётесь к форме"));

        let request = agent().post(format!("{}{to}", app.address)).header(OWN_FORM.0, OWN_FORM.1);
        let signed_in = request.send_form([("login", "aigul"), ("password", "a long enough password")]);
        let signed_in = signed_in.expect("an answer");
        let back = signed_in.headers().get("location").and_then(|v| v.to_str().ok()).unwrap_or_default();
        assert_eq!(back, "/admin/documents/new");
        let cookies = format!("{}; {carried}", desk.cookie);
        let form = app.ask("GET", back, &[("cookie", &cookies), ("accept-language", "ru")]);
        assert!(form.text().contains("value=\"Жадынама «Демалыс»\""), "{}", form.text());
        assert_eq!(documents(app), before, "nothing was made");
        assert!(
            !desk.page("/admin/documents/new").contains("Демалыс"),
            "it was carried by that browser alone"
        );
    });
}

/// The cookie that an answer gives a browser to carry what was typed.
fn carried(reply: &Reply) -> Option<String> {
    let given = reply.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    given
        .filter_map(|cookie| cookie.split(';').next())
        .find(|cookie| cookie.starts_with("typed="))
        .map(str::to_owned)
}

#[test]
fn what_has_a_password_in_it_is_not_carried_and_a_form_with_files_is_without_them() {
    on_sqlite(|app| {
        let (desk, other) = (Desk::open(app), Desk::open_as(app, Role::Admin, "erlan"));
        assert_eq!(desk.post("/admin/sign-out", &[]).status, 303);
        let token = desk.post("/admin/account/tokens", &wanted("Сайт", &["read"], "2027-11-01"));
        assert_eq!((token.status, carried(&token)), (303, None), "a form with a password");
        let files = [("emblem", "emblem.svg", b"<svg/>".to_vec())];
        let fields = [("accent", "#1d3f8f"), ("phone", "+7 7172 55 55 55")];
        let look = desk.post_form("/admin/site/look", &fields, &files);
        assert_eq!(look.header("location"), "/admin/sign-in?back=%2Fadmin%2Fsite&ended=yes");
        let typed = carried(&look).expect("what was typed");
        let cookies = format!("{}; {typed}", other.cookie);
        let page = app.ask("GET", "/admin/site", &[("cookie", &cookies), ("accept-language", "ru")]);
        assert!(page.text().contains("value=\"+7 7172 55 55 55\""), "{}", page.text());
        assert_eq!(carried(&page).as_deref(), Some("typed="), "it was shown, and is let go of");
        let request = agent().post(format!("{}/admin/sign-out", app.address)).header("cookie", &cookies);
        let out = request.header(OWN_FORM.0, OWN_FORM.1).send_empty().expect("an answer");
        let given: Vec<_> = out.headers().get_all("set-cookie").iter().collect();
        assert!(given.iter().any(|cookie| cookie.as_bytes().starts_with(b"typed=;")), "{given:?}");
    });
}

#[test]
fn a_sign_in_leads_to_pages_of_staff_and_nowhere_else() {
    on_sqlite(|app| {
        Desk::open(app);
        for (back, to) in [
            ("https%3A%2F%2Fevil.example%2F", "/admin"),
            ("%2F%2Fevil.example", "/admin"),
            ("%2Fsearch", "/admin"),
            ("%2Fadmin%2Forganizations", "/admin/organizations"),
        ] {
            let request = agent().post(format!("{}/admin/sign-in?back={back}", app.address));
            let request = request.header(OWN_FORM.0, OWN_FORM.1);
            let reply = request.send_form([("login", "aigul"), ("password", "a long enough password")]);
            let reply = reply.expect("an answer");
            let location = reply.headers().get("location").and_then(|v| v.to_str().ok()).unwrap_or_default();
            assert_eq!(location, to, "{back}");
        }
    });
}
