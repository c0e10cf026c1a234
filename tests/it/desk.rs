//! A signed-in person in a browser: pages and forms.

use tizilim::domain::role::Role;

use crate::app::{ACTOR, Reply, TestApp, agent};

/// A signed-in administrator.
pub struct Desk<'a> {
    app: &'a TestApp,
    cookie: String,
}

impl<'a> Desk<'a> {
    /// Signs a new administrator in.
    pub fn open(app: &'a TestApp) -> Self {
        let invited = app.registry.invite(Role::Admin, ACTOR).expect("an invitation");
        let token =
            app.registry.accept(&invited.token, "aigul", "a long enough password").expect("a session");
        Self { app, cookie: format!("__Host-session={token}; lang=ru") }
    }

    /// A page, in Russian.
    pub fn get(&self, path: &str) -> Reply {
        self.app.ask("GET", path, &[("cookie", &self.cookie), ("accept-language", "ru")])
    }

    /// A form sent by the page itself.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let request = agent().post(format!("{}{path}", self.app.address));
        let request = request.header("cookie", &self.cookie).header("accept-language", "ru");
        let mut response = request.send_form(fields.iter().copied()).expect("an answer");
        let body = response.body_mut().read_to_vec().expect("a body");
        Reply { status: response.status().as_u16(), headers: response.headers().clone(), body }
    }
}
