//! Creating a document.

use askama::Template;

use super::document_fields::{Scope, editable};
use super::staff::{Menu, StaffView};
use crate::domain::address::Admin;
use crate::domain::document::AppliesTo;
use crate::domain::document_kind::DocumentKind;
use crate::domain::organization::Organization;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Choice, Control, Field, Form, LineKind, Look, Typed, button};
use crate::pages::naming;
use crate::phrases::say;

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct NewDocumentView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// Organizations that are suggested as its owner.
    pub suggested: &'a [&'a Organization],
    /// To whom a document of the union may apply.
    pub scope: &'a Scope,
    /// The owner that the address names.
    pub owner: Option<&'a Organization>,
    /// What tells this form from one that is loaded anew.
    pub key: &'a str,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
}

#[derive(Template)]
#[template(path = "admin/new_document.html")]
struct NewDocumentPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    form: Form,
}

/// The complete page.
pub fn render(view: &NewDocumentView<'_>) -> String {
    let page = view.staff.lang;
    let suggestions = view
        .suggested
        .iter()
        .map(|owner| Choice::new(owner.number.clone(), naming::name(owner, page).text, ""))
        .collect();
    let value = view.owner.map(|owner| owner.number.clone()).unwrap_or_default();
    let owner = Field::new(
        "owner",
        say(page, "admin-document-owner"),
        Control::Line { kind: LineKind::Words, value, lang: None, suggestions },
    )
    .with_hint(say(page, "admin-document-owner-hint"));
    let kinds = DocumentKind::ALL.map(|kind| Choice::new(kind.name(), naming::kind(kind, page), "")).into();
    let kind = Field::new("kind", say(page, "admin-document-kind"), Control::Select(kinds));
    let whole_city = view.owner.is_none_or(|owner| owner.is_union);
    let applies = whole_city.then_some(&AppliesTo::All);
    let form = Form::new("new", Admin::NewDocument)
        .with(vec![Field::hidden("key", view.key), owner, kind])
        .with_all(editable(page, None, applies, view.scope))
        .button(button(page, "admin-document-create", Look::First));
    finish(&NewDocumentPage {
        chrome: view.staff.chrome_of("admin-document-create"),
        menu: view.staff.menu(),
        refusals: &view.typed.refusals,
        form: form.filled(view.typed),
    })
}
