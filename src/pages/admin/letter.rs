//! A letter of a chair, as the office reads and answers it.

use askama::Template;

use super::shown_letter::Shown;
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Public, Token};
use crate::domain::letter::{LETTER_MAX_CHARS, Letter};
use crate::domain::organization::Organization;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, Look, Typed, button};
use crate::pages::html::Link;
use crate::pages::naming;
use crate::phrases::{say, say_of};

/// The form.
pub const ANSWER: &str = "answer";

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct LetterView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The letter.
    pub letter: &'a Letter,
    /// The school.
    pub organization: &'a Organization,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
}

#[derive(Template)]
#[template(path = "admin/letter.html")]
struct LetterPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    organization: Link,
    by: String,
    refusals: &'a [String],
    letter: Shown,
    form: Option<Form>,
}

/// The complete page.
pub fn render(view: &LetterView<'_>) -> String {
    let page = view.staff.lang;
    let words = Field::new("words", say(page, "letter-answer"), Control::Lines(String::new()));
    let words = words.required().at_most(LETTER_MAX_CHARS).with_hint(say(page, "letter-answer-hint"));
    let form = Form::new(ANSWER, Admin::Letter(Token::new(&view.letter.id)))
        .with(vec![words])
        .button(button(page, "letter-answer-send", Look::First))
        .filled(view.typed);
    finish(&LetterPage {
        chrome: view.staff.chrome_of("letter-title"),
        menu: view.staff.menu(),
        organization: Link {
            href: Public::Code(view.organization.code).to_string(),
            words: naming::name(view.organization, page),
        },
        by: say_of(page, "proposal-by", "login", &view.letter.written_by),
        refusals: &view.typed.refusals,
        letter: Shown::of(view.letter, page),
        form: view.letter.answer.is_none().then_some(form),
    })
}
