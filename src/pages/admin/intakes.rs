//! Many agreements at once: the form for an archive or files, and what was sent already.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::Instant;
use crate::domain::address::{Admin, Token};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, Look, button};
use crate::pages::html::Link;
use crate::phrases::dates::moment;
use crate::phrases::{Argument, say, say_of, say_with};

/// The files in which agreements and their table come.
const SENT_FILES: &str = ".zip,.docx,.pdf,.odt,.rtf,.doc,.jpg,.jpeg,.png,.csv,.xlsx";

/// The files in which a table comes.
const TABLE_FILES: &str = ".csv,.xlsx";

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct IntakesView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// What was sent and not put away: its name, who sent it and when.
    pub sent: &'a [(String, String, Instant)],
    /// The columns that a table may have.
    pub columns: &'a str,
    /// How many files, and how many MiB, are taken at once.
    pub limits: (usize, u64),
    /// Why what was sent was refused.
    pub refusals: &'a [String],
}

#[derive(Template)]
#[template(path = "admin/intakes.html")]
struct IntakesPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    send: Form,
    sent: Vec<Link>,
}

/// The complete page.
pub fn render(view: &IntakesView<'_>) -> String {
    let page = view.staff.lang;
    let (count, limit) = view.limits;
    let number = |number: u64| Argument::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let limits = [("count", number(count as u64)), ("limit", number(limit))];
    let files = Field::new("files", say(page, "intakes-files"), Control::Files(SENT_FILES))
        .required()
        .with_hint(say_with(page, "intakes-files-hint", &limits));
    let table = Field::new("table", say(page, "intakes-table"), Control::File(TABLE_FILES))
        .optional(page)
        .with_hint(say_of(page, "intakes-table-hint", "columns", view.columns));
    let entry = |(id, login, time): &(String, String, Instant)| {
        let arguments = [("time", moment(page, *time).into()), ("login", login.as_str().into())];
        Link::new(Admin::Intake(Token::new(id)), say_with(page, "intakes-entry", &arguments))
    };
    finish(&IntakesPage {
        chrome: view.staff.chrome_of("intakes-title"),
        menu: view.staff.menu(),
        refusals: view.refusals,
        send: Form::new("send", Admin::Intakes).with(vec![files, table]).button(button(
            page,
            "intakes-send",
            Look::First,
        )),
        sent: view.sent.iter().map(entry).collect(),
    })
}
