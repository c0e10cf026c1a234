//! What a school proposes to the office: the form, and how far earlier proposals have come.

use askama::Template;

use super::proposed::{Proposed, rows};
use super::staff::{Menu, StaffView};
use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::organization::Organization;
use crate::domain::proposal::{NOTE_MAX_CHARS, is_proposable};
use crate::domain::version::FILE_MAX_BYTES;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{self, Choice, Control, Field, Form, Group, Look, Typed, button};
use crate::pages::html::Passage;
use crate::pages::naming;
use crate::pages::row::Row;
use crate::phrases::{Argument, say, say_of, say_with};

/// The form.
pub const PROPOSE: &str = "propose";

/// What stands before the name of a kind where a document of it is yet to be added.
pub const NEW: &str = "new-";

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct ProposeView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The school.
    pub organization: &'a Organization,
    /// Its documents.
    pub documents: &'a [&'a Document],
    /// What it proposed, the latest first.
    pub proposals: &'a [Proposed<'a>],
    /// What tells this form from one that is loaded anew.
    pub key: &'a str,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
    /// The key of what was just done.
    pub done: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "admin/propose.html")]
struct ProposePage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    organization: Passage,
    refusals: &'a [String],
    done: String,
    form: Form,
    proposals: Vec<Row>,
}

/// The complete page.
pub fn render(view: &ProposeView<'_>) -> String {
    let page = view.staff.lang;
    finish(&ProposePage {
        chrome: view.staff.chrome_of("propose-title"),
        menu: view.staff.menu(),
        organization: naming::name(view.organization, page),
        refusals: &view.typed.refusals,
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        form: view.form().filled(view.typed),
        proposals: rows(view.proposals, page),
    })
}

impl ProposeView<'_> {
    fn form(&self) -> Form {
        let page = self.staff.lang;
        let limit = i64::try_from(FILE_MAX_BYTES >> 20).unwrap_or(i64::MAX);
        let hint = say_with(page, "propose-files-hint", &[("limit", Argument::Number(limit))]);
        let texts = [Lang::Kk, Lang::Ru]
            .map(|lang| form::files(page, format!("text_{lang}"), &format!("admin-upload-file-{lang}")));
        let files = Group { hint: Some(hint), ..Group::named(say(page, "propose-files"), texts.into()) };
        let note = Field::new("words", say(page, "propose-note"), Control::Lines(String::new()));
        let day = form::day(page, "effective_from", "admin-upload-effective-from", "");
        Form::new(PROPOSE, Admin::Propose(self.organization.code))
            .with(vec![Field::hidden("key", self.key), self.what()])
            .with(files)
            .with(vec![
                day.optional(page),
                note.optional(page).at_most(NOTE_MAX_CHARS).with_hint(say(page, "propose-note-hint")),
            ])
            .button(button(page, "propose-send", Look::Big))
    }

    /// The next edition of one of the documents, or a new document.
    fn what(&self) -> Field {
        let page = self.staff.lang;
        let edition = |document: &&Document| {
            let title = naming::title(document, self.organization, page).text;
            let words = say_of(page, "propose-edition", "title", &title);
            Choice::new(document.code.to_string(), words, "")
        };
        let new = |kind: DocumentKind| {
            let words = say_of(page, "proposal-new", "kind", &naming::kind(kind, page));
            Choice::new(format!("{NEW}{}", kind.name()), words, "")
        };
        // A second one of such a kind is refused.
        let is_there = |kind: DocumentKind| {
            kind.rules().one_per_organization && self.documents.iter().any(|document| document.kind == kind)
        };
        let kinds = DocumentKind::ALL.into_iter().filter(|kind| is_proposable(*kind) && !is_there(*kind));
        let choices = self.documents.iter().map(edition).chain(kinds.map(new)).collect();
        Field::new("what", say(page, "propose-what"), Control::Select(choices))
    }
}
