//! A browser of somebody who signs in: pages, forms, and the cookies that it keeps.

use std::collections::BTreeMap;

use crate::app::{OWN_FORM, Reply, TestApp, agent};
use crate::desk::Desk;

/// A browser, which keeps its cookies.
pub struct Window<'a> {
    app: &'a TestApp,
    /// The cookies.
    pub cookies: BTreeMap<String, String>,
}

impl<'a> Window<'a> {
    /// A browser that was never here.
    pub fn open(app: &'a TestApp) -> Self {
        let cookies = BTreeMap::from([("lang".to_owned(), "ru".to_owned())]);
        Self { app, cookies }
    }

    /// The browser in which a new administrator accepted the invitation.
    pub fn of(app: &'a TestApp, desk: &Desk<'_>) -> Self {
        let mut window = Self::open(app);
        for cookie in desk.cookie.split("; ") {
            window.keep(cookie);
        }
        window
    }

    /// Takes a cookie.
    pub fn keep(&mut self, cookie: &str) {
        let (name, value) = cookie.split_once('=').expect("a cookie");
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    fn sent(&self) -> String {
        let all: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        all.join("; ")
    }

    /// A page.
    pub fn get(&self, path: &str) -> Reply {
        self.app.ask("GET", path, &[("cookie", &self.sent())])
    }

    /// A form of the page itself.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let request = agent().post(format!("{}{path}", self.app.address));
        let request = request.header("cookie", self.sent()).header(OWN_FORM.0, OWN_FORM.1);
        let mut response = request.send_form(fields.iter().copied()).expect("an answer");
        let body = response.body_mut().read_to_vec().expect("a body");
        let reply = Reply { status: response.status().as_u16(), headers: response.headers().clone(), body };
        for cookie in reply.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().expect("a cookie");
            self.keep(cookie.split(';').next().expect("a cookie"));
        }
        reply
    }

    /// Whether somebody is signed in.
    pub fn is_in(&self) -> bool {
        self.get("/admin/account").status == 200
    }
}
