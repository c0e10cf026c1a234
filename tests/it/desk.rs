//! A signed-in person in a browser: pages and forms.

use tizilim::domain::Code;
use tizilim::domain::role::Role;
use tizilim::registry::Browser;

use crate::app::{ACTOR, OWN_FORM, Reply, TestApp, agent};
use crate::register;

/// A signed-in person.
pub struct Desk<'a> {
    app: &'a TestApp,
    /// What the browser sends to stay signed in.
    pub cookie: String,
}

impl<'a> Desk<'a> {
    /// Signs a new administrator in.
    pub fn open(app: &'a TestApp) -> Self {
        Self::open_as(app, Role::Admin, "aigul")
    }

    /// Signs a new chair of an organization in.
    pub fn of_chair(app: &'a TestApp, organization: Code, login: &str) -> Self {
        let id = register::organization(&app.registry, organization).id;
        Self::open_as(app, Role::Chair(vec![id]), login)
    }

    /// Signs a new person in.
    pub fn open_as(app: &'a TestApp, role: Role, login: &str) -> Self {
        let invited = app.registry.invite(role, "", ACTOR).expect("an invitation");
        let browser = Browser::default();
        let admitted = app
            .registry
            .accept(&invited.token, login, "a long enough password", &browser)
            .expect("a session");
        Self { app, cookie: format!("__Host-session={}; lang=ru", admitted.session) }
    }

    /// A person whose browser sends this.
    pub fn with_cookie(app: &'a TestApp, cookie: String) -> Self {
        Self { app, cookie }
    }

    /// A page, in Russian.
    pub fn get(&self, path: &str) -> Reply {
        self.app.ask("GET", path, &[("cookie", &self.cookie), ("accept-language", "ru")])
    }

    /// A page that must be there, in Russian.
    pub fn page(&self, path: &str) -> String {
        let reply = self.get(path);
        assert_eq!(reply.status, 200, "{path}");
        reply.text()
    }

    /// A form sent by the page itself.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let request = agent().post(format!("{}{path}", self.app.address));
        let request = request.header("cookie", &self.cookie).header("accept-language", "ru");
        let request = request.header(OWN_FORM.0, OWN_FORM.1);
        let mut response = request.send_form(fields.iter().copied()).expect("an answer");
        let body = response.body_mut().read_to_vec().expect("a body");
        Reply { status: response.status().as_u16(), headers: response.headers().clone(), body }
    }

    /// A form with one part (RFC 7578): a file where it has a name.
    pub fn post_part(&self, path: &str, (field, file_name): (&str, Option<&str>), content: &str) -> Reply {
        let file = file_name.map(|name| format!("; filename=\"{name}\"")).unwrap_or_default();
        let head = format!("content-disposition: form-data; name=\"{field}\"{file}");
        self.post_multipart(path, format!("--part\r\n{head}\r\n\r\n{content}\r\n--part--\r\n").into_bytes())
    }

    /// A form with several files in one field.
    pub fn post_files(&self, path: &str, field: &str, files: &[(&str, Vec<u8>)]) -> Reply {
        let files: Vec<_> = files.iter().map(|(name, bytes)| (field, *name, bytes.clone())).collect();
        self.post_form(path, &[], &files)
    }

    /// A form with fields, and with files: of each its field, its name and its bytes.
    pub fn post_form(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, Vec<u8>)]) -> Reply {
        let mut body = Vec::new();
        let mut part = |head: &str, content: &[u8]| {
            body.extend(format!("--part\r\ncontent-disposition: form-data; {head}\r\n\r\n").into_bytes());
            body.extend(content);
            body.extend(b"\r\n");
        };
        for (name, value) in fields {
            part(&format!("name=\"{name}\""), value.as_bytes());
        }
        for (field, name, bytes) in files {
            part(&format!("name=\"{field}\"; filename=\"{name}\""), bytes);
        }
        body.extend(b"--part--\r\n");
        self.post_multipart(path, body)
    }

    fn post_multipart(&self, path: &str, body: Vec<u8>) -> Reply {
        let request = agent().post(format!("{}{path}", self.app.address));
        let request = request.header("cookie", &self.cookie).header("accept-language", "ru");
        let request = request.header(OWN_FORM.0, OWN_FORM.1);
        let request = request.header("content-type", "multipart/form-data; boundary=part");
        let mut response = request.send(body).expect("an answer");
        let body = response.body_mut().read_to_vec().expect("a body");
        Reply { status: response.status().as_u16(), headers: response.headers().clone(), body }
    }
}
