//! A program that acts for a person by a token.

use serde_json::Value;
use ureq::http::Request;

use crate::app::{Reply, TestApp, agent};
use crate::desk::Desk;

/// The password of everybody who is at a [`Desk`].
pub const PASSWORD: &str = "a long enough password";

/// A part of a form: its name, the name of the file where it is one, and its content.
pub type Part<'a> = (&'a str, Option<&'a str>, Vec<u8>);

/// A field of a form.
pub fn field<'a>(name: &'a str, value: &str) -> Part<'a> {
    (name, None, value.as_bytes().to_vec())
}

/// The fields of the form of a new token.
pub fn wanted<'a>(name: &'a str, scopes: &[&'a str], last_day: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("key", name), ("name", name), ("last_day", last_day), ("present", PASSWORD)];
    fields.extend(scopes.iter().map(|scope| ("scope", *scope)));
    fields
}

/// The token on a page; none where there is none.
pub fn token_on(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("value=\"tizilim_")?;
    let digits: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    Some(format!("tizilim_{digits}"))
}

/// A program with a token.
pub struct Caller<'a> {
    app: &'a TestApp,
    /// What it shows.
    pub token: String,
}

impl<'a> Caller<'a> {
    /// A program for which a person makes a token with these scopes on the page of the own account.
    pub fn of(app: &'a TestApp, desk: &Desk<'_>, name: &str, scopes: &[&str]) -> Self {
        let reply = desk.post("/admin/account/tokens", &wanted(name, scopes, "2027-11-01"));
        assert_eq!(reply.status, 200, "{}", reply.text());
        Self::with(app, &token_on(&reply.text()).expect("a token"))
    }

    /// A program with this token.
    pub fn with(app: &'a TestApp, token: &str) -> Self {
        Self { app, token: token.to_owned() }
    }

    /// Sends a request with these headers and this body.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Reply {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.app.address));
        request = request.header("authorization", format!("Bearer {}", self.token));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = if method == "GET" {
            agent().run(request.body(()).expect("a request")).expect("an answer")
        } else {
            agent().run(request.body(body).expect("a request")).expect("an answer")
        };
        let body = response.body_mut().read_to_vec().expect("a body");
        Reply { status: response.status().as_u16(), headers: response.headers().clone(), body }
    }

    /// Reads something.
    pub fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[], Vec::new())
    }

    /// Sends JSON.
    pub fn send(&self, method: &str, path: &str, value: &Value) -> Reply {
        self.send_keyed(method, path, value, &[])
    }

    /// Sends JSON with further headers.
    pub fn send_keyed(&self, method: &str, path: &str, value: &Value, headers: &[(&str, &str)]) -> Reply {
        let headers = [headers, &[("content-type", "application/json")]].concat();
        self.ask(method, path, &headers, value.to_string().into_bytes())
    }

    /// Sends a form with files.
    pub fn form(&self, path: &str, parts: &[Part<'_>]) -> Reply {
        self.form_keyed(path, parts, &[])
    }

    /// Sends a form with files and further headers.
    pub fn form_keyed(&self, path: &str, parts: &[Part<'_>], headers: &[(&str, &str)]) -> Reply {
        let mut body = Vec::new();
        for (name, file_name, content) in parts {
            let file = file_name.map(|name| format!("; filename=\"{name}\"")).unwrap_or_default();
            let head = format!("content-disposition: form-data; name=\"{name}\"{file}");
            body.extend(format!("--part\r\n{head}\r\n\r\n").into_bytes());
            body.extend(content);
            body.extend(b"\r\n");
        }
        body.extend(b"--part--\r\n");
        let headers = [headers, &[("content-type", "multipart/form-data; boundary=part")]].concat();
        self.ask("POST", path, &headers, body)
    }
}

/// The value of an answer.
pub fn json(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body).unwrap_or_else(|why| panic!("{why}: {}", reply.text()))
}
