//! What can be edited of a document: its titles, what labels call it, whom it concerns, to whom it applies.

use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::domain::document::{AppliesTo, Document};
use crate::domain::lang::Trilingual;
use crate::pages::form::{self, Choice, Control, Field, Form, Group, LineKind, Look};
use crate::pages::naming;
use crate::phrases::say;

/// To whom a document of the union may apply.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The districts that there are.
    pub districts: Vec<String>,
    /// The kinds of organizations that there are.
    pub kinds: Vec<String>,
    /// The numbers of the organizations to which it does apply, where they are listed one by one.
    pub numbers: Vec<String>,
}

/// The form that edits a document. To whom it applies is asked of the union's documents only.
pub(super) fn edit(
    page: Lang,
    document: &Document,
    successor: Option<&Document>,
    is_city_wide: Option<&AppliesTo>,
    scope: &Scope,
) -> Form {
    let code = successor.map(|document| document.code.grouped()).unwrap_or_default();
    let successor = form::line(page, "successor", "admin-document-successor", code).optional(page);
    Form::new("edit", Admin::Document(document.code))
        .with_all(editable(page, Some(document), is_city_wide, scope))
        .with(successor)
        .button(form::button(page, "admin-save", Look::First))
}

/// The fields that are asked for when a document is created and can be edited later, in groups.
pub(super) fn editable(
    page: Lang,
    document: Option<&Document>,
    applies_to: Option<&AppliesTo>,
    scope: &Scope,
) -> Vec<Group> {
    let in_language = |name: &str, lang: Lang, label: String, words: fn(&Document) -> &Trilingual| {
        let value = document.and_then(|document| words(document).get(lang)).unwrap_or_default().to_owned();
        Field::line(LineKind::Words, format!("{name}_{lang}"), label, value).in_language(lang)
    };
    let title = |lang: Lang| {
        let label = say(page, &format!("admin-document-title-{lang}"));
        in_language("title", lang, label, |document| &document.titles)
    };
    let concern = |lang: Lang| {
        let label = say(page, &format!("admin-language-{lang}"));
        in_language("concerns", lang, label, |document| &document.concerns)
    };
    let short = |lang: Lang| {
        let label = say(page, &format!("admin-language-{lang}"));
        in_language("short_title", lang, label, |document| &document.short_titles)
    };
    let mut groups = vec![
        Group {
            hint: Some(say(page, "admin-document-title-hint")),
            ..Group::named(say(page, "admin-document-titles"), Lang::ALL.map(title).into())
        },
        Group {
            hint: Some(say(page, "admin-document-short-hint")),
            ..Group::named(say(page, "admin-document-short"), Lang::ALL.map(short).into())
        },
        Group {
            hint: Some(say(page, "admin-document-concerns-hint")),
            ..Group::named(say(page, "admin-document-concerns"), Lang::ALL.map(concern).into())
        },
    ];
    groups.extend(applies_to.map(|applies_to| applies(page, applies_to, scope)));
    groups
}

/// To whom a city-wide document applies: one of four ways, each with what it needs.
fn applies(page: Lang, applies_to: &AppliesTo, scope: &Scope) -> Group {
    let name = say(page, "admin-document-applies");
    let (chosen, listed): (&str, Vec<String>) = match applies_to {
        AppliesTo::All => ("all", Vec::new()),
        AppliesTo::Kinds(kinds) => ("kinds", kinds.clone()),
        AppliesTo::Districts(districts) => ("districts", districts.clone()),
        AppliesTo::Organizations(_) => ("organizations", Vec::new()),
    };
    let way = |value: &str, key: &str| Choice::new(value, say(page, key), chosen);
    let ways = vec![
        way("all", "admin-document-applies-all"),
        way("kinds", "admin-document-applies-kinds"),
        way("districts", "admin-document-applies-districts"),
        way("organizations", "admin-document-applies-list"),
    ];
    let any = |values: &[String], words: fn(&str, Lang) -> String| {
        let choice = |value: &String| Choice {
            value: value.clone(),
            words: words(value, page).into(),
            chosen: listed.iter().any(|listed| listed == value),
        };
        Control::Checks(values.iter().map(choice).collect())
    };
    let kinds = any(&scope.kinds, naming::organization_kind);
    let districts = any(&scope.districts, |district, _| district.to_owned());
    Group {
        fields: vec![
            Field::new("applies_to", name.clone(), Control::Radio(ways)),
            Field::new("kinds", say(page, "admin-document-applies-kinds"), kinds),
            Field::new("districts", say(page, "admin-document-applies-districts"), districts),
            Field::new(
                "organizations",
                say(page, "admin-document-applies-list"),
                Control::Lines(scope.numbers.join(" ")),
            ),
        ],
        name: Some(name),
        ..Group::default()
    }
}
