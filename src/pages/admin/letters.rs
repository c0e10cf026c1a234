//! What the chair of a school writes to the office, with its answers.

use askama::Template;

use super::shown_letter::Shown;
use super::staff::{Menu, StaffView};
use crate::domain::address::Admin;
use crate::domain::letter::{LETTER_MAX_CHARS, Letter};
use crate::domain::organization::Organization;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, Look, Typed, button};
use crate::pages::html::Passage;
use crate::pages::naming;
use crate::phrases::say;

/// The form.
pub const WRITE: &str = "write";

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct LettersView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The school.
    pub organization: &'a Organization,
    /// Its letters, the latest first.
    pub letters: &'a [Letter],
    /// What tells this form from one that is loaded anew.
    pub key: &'a str,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
    /// The key of what was just done.
    pub done: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "admin/letters.html")]
struct LettersPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    organization: Passage,
    refusals: &'a [String],
    done: String,
    form: Form,
    letters: Vec<Shown>,
}

/// The complete page.
pub fn render(view: &LettersView<'_>) -> String {
    let page = view.staff.lang;
    let words = Field::new("words", say(page, "letter-words"), Control::Lines(String::new()));
    let words = words.required().at_most(LETTER_MAX_CHARS).with_hint(say(page, "letter-hint"));
    let form = Form::new(WRITE, Admin::Letters(view.organization.code))
        .with(vec![Field::hidden("key", view.key), words])
        .button(button(page, "letter-send", Look::Big))
        .filled(view.typed);
    finish(&LettersPage {
        chrome: view.staff.chrome_of("letters-title"),
        menu: view.staff.menu(),
        organization: naming::name(view.organization, page),
        refusals: &view.typed.refusals,
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        form,
        letters: view.letters.iter().map(|letter| Shown::of(letter, page)).collect(),
    })
}
