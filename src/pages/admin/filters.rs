//! The filters of a list: how they are chosen, which are set, how many fit, and the list as a file.

use crate::domain::Lang;
use crate::domain::address::{Admin, Href, TableFormat};
use crate::domain::agreement_state::AgreementState;
use crate::domain::document_kind::DocumentKind;
use crate::domain::listing::{
    DocumentsWanted, NONE, OrganizationsWanted, QueryField, ReadingWanted, StandWanted,
};
use crate::domain::organization::OrganizationStatus;
use crate::domain::reminder::{ReminderKind, TOLD_DAYS};
use crate::pages::form::{Choice, Control, Field, Form, Group, Look, button, words};
use crate::pages::html::Link;
use crate::pages::naming;
use crate::phrases::{Argument, say, say_with};

/// What may be chosen of what the register has: the districts and the kinds of its organizations, as they are written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offered<'a> {
    /// The districts.
    pub districts: &'a [String],
    /// The kinds.
    pub kinds: &'a [String],
}

/// How many there are on all pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// So many were found.
    pub found: usize,
    /// Whether there are no more.
    pub is_all: bool,
}

/// A list with its filters, as it stands on a page.
pub(super) struct Filtered {
    /// What chooses.
    pub(super) form: Form,
    /// The filters that are set, each with the list without it.
    pub(super) set: Vec<Removal>,
    /// The list without any, where several are set.
    pub(super) clear: Option<Link>,
    /// How many fit, in words.
    pub(super) count: String,
    /// The list as files.
    pub(super) files: Vec<Link>,
}

/// A filter that is set.
pub(super) struct Removal {
    /// What it says, with the list without it.
    pub(super) link: Link,
    /// What the link does, for those who hear it.
    pub(super) does: String,
}

/// One of the filters of a list: its name in the query, what it is called, what may be chosen, each with its words.
struct Filter {
    name: &'static str,
    label: String,
    choices: Vec<(String, String)>,
}

impl Filter {
    /// Of a closed set, whose values have phrases of their own.
    fn of<T: Copy>(
        page: Lang,
        name: &'static str,
        all: &[T],
        name_of: fn(T) -> &'static str,
        words_of: impl Fn(T) -> String,
    ) -> Self {
        let choices = all.iter().map(|value| (name_of(*value).to_owned(), words_of(*value)));
        Self { name, label: say(page, &format!("filter-{name}")), choices: choices.collect() }
    }

    /// Of names of the register; what is chosen stands among them whatever they are.
    fn named(
        page: Lang,
        name: &'static str,
        label: &str,
        names: &[String],
        fields: &[QueryField],
        words_of: impl Fn(&str) -> String,
    ) -> Self {
        let mut choices: Vec<(String, String)> =
            names.iter().map(|name| (name.clone(), words_of(name))).collect();
        choices.push((NONE.to_owned(), say(page, "filter-none")));
        let chosen = value(fields, name);
        if !chosen.is_empty() && choices.iter().all(|(value, _)| value != chosen) {
            choices.push((chosen.to_owned(), words_of(chosen)));
        }
        Self { name, label: say(page, label), choices }
    }

    fn field(&self, page: Lang, fields: &[QueryField]) -> Field {
        let chosen = value(fields, self.name);
        let all = Choice::new("", say(page, "people-all"), chosen);
        let choices = self.choices.iter().map(|(value, words)| Choice::new(value, words.clone(), chosen));
        let control = Control::Select(std::iter::once(all).chain(choices).collect());
        Field::new(self.name, self.label.clone(), control)
    }

    /// What it says where it is set.
    fn said(&self, fields: &[QueryField]) -> Option<String> {
        let chosen = value(fields, self.name);
        let words = self.choices.iter().find(|(value, _)| value == chosen).map(|(_, words)| words);
        words.map(|words| format!("{}: {words}", self.label))
    }
}

fn value<'f>(fields: &'f [QueryField], name: &str) -> &'f str {
    fields.iter().find(|(of, _)| *of == name).map_or("", |(_, value)| value)
}

/// Something with a number of days in its words.
fn dated(page: Lang, key: &str, days: i64) -> String {
    say_with(page, key, &[("days", Argument::from(days))])
}

/// How an organization stands with its agreement, in words.
fn agreement(page: Lang, state: AgreementState) -> String {
    dated(page, &format!("filter-agreement-{}", state.name()), TOLD_DAYS)
}

/// The filters of the list of organizations.
pub(super) fn of_organizations(
    page: Lang,
    wanted: &OrganizationsWanted,
    offered: Offered<'_>,
    count: Count,
) -> Filtered {
    let fields = wanted.fields();
    let status = |status: OrganizationStatus| say(page, &format!("filter-status-{}", status.name()));
    let filters = [
        Filter::named(page, "district", "admin-organization-district", offered.districts, &fields, |name| {
            naming::district(name, page).to_owned()
        }),
        Filter::named(page, "kind", "prints-kind", offered.kinds, &fields, |kind| {
            naming::organization_kind(kind, page)
        }),
        Filter::of(page, "agreement", &AgreementState::ALL, AgreementState::name, |of| agreement(page, of)),
        Filter::of(page, "stand", &StandWanted::ALL, StandWanted::name, |of| {
            say(page, &format!("filter-stand-{}", of.name()))
        }),
        Filter::of(page, "status", &OrganizationStatus::ALL, OrganizationStatus::name, status),
    ];
    let list = (Admin::Organizations, Admin::OrganizationsTable as fn(TableFormat) -> Admin);
    filtered(page, ("admin-organizations-find", list), &fields, &filters, count)
}

/// The filters of the list of documents.
pub(super) fn of_documents(
    page: Lang,
    wanted: &DocumentsWanted,
    offered: Offered<'_>,
    count: Count,
) -> Filtered {
    let fields = wanted.fields();
    let mut kinds =
        Filter::of(page, "kind", &DocumentKind::ALL, DocumentKind::name, |kind| naming::kind(kind, page));
    kinds.label = say(page, "admin-document-kind");
    let filters = [
        kinds,
        Filter::of(page, "asks", &ReminderKind::ALL, ReminderKind::name, |kind| {
            dated(page, &format!("filter-asks-{}", kind.name()), TOLD_DAYS)
        }),
        Filter::of(page, "reading", &ReadingWanted::ALL, ReadingWanted::name, |reading| {
            say(page, &format!("filter-reading-{}", reading.name()))
        }),
        Filter::named(page, "district", "admin-organization-district", offered.districts, &fields, |name| {
            naming::district(name, page).to_owned()
        }),
        Filter::named(page, "of", "prints-kind", offered.kinds, &fields, |kind| {
            naming::organization_kind(kind, page)
        }),
    ];
    let list = (Admin::Documents, Admin::DocumentsTable as fn(TableFormat) -> Admin);
    filtered(page, ("admin-documents-find", list), &fields, &filters, count)
}

/// What looks for words, the address of the list, and that of its files.
type List = (&'static str, (Admin, fn(TableFormat) -> Admin));

fn filtered(
    page: Lang,
    (find, (list, table)): List,
    fields: &[QueryField],
    filters: &[Filter],
    count: Count,
) -> Filtered {
    let typed = value(fields, "q");
    let search =
        Form::search("search", list, words(page, find, typed), button(page, "search-button", Look::First));
    let mut choose: Vec<Field> = filters.iter().map(|filter| filter.field(page, fields)).collect();
    // The button stands beside the last one, so that it is folded away with them.
    if let Some(last) = choose.pop() {
        choose.push(last.beside(button(page, "people-show", Look::Second)));
    }
    let form = search.with(Group::folded(say(page, "filter-title"), choose));
    let without = |name: &str| {
        let left = fields.iter().filter(|(own, _)| *own != name).map(|(name, value)| (*name, value));
        Href::to(list).with_all(left)
    };
    let removal = |name: &str, words: String| {
        let does = say_with(page, "filter-remove", &[("filter", words.as_str().into())]);
        Removal { link: Link::new(without(name), words), does }
    };
    let words = (!typed.is_empty()).then(|| removal("q", format!("«{typed}»")));
    let chosen = filters.iter().filter_map(|filter| Some(removal(filter.name, filter.said(fields)?)));
    let set: Vec<Removal> = words.into_iter().chain(chosen).collect();
    let key = if count.is_all { "filter-count" } else { "filter-count-at-least" };
    let found = Argument::from(i64::try_from(count.found).unwrap_or(i64::MAX));
    let file = |format: TableFormat| {
        let at = Href::to(table(format)).with_all(fields.iter().map(|(name, value)| (*name, value)));
        Link::new(at, say(page, &format!("table-{}", format.name())))
    };
    Filtered {
        form,
        clear: (set.len() > 1).then(|| Link::new(list, say(page, "filter-clear"))),
        set,
        count: say_with(page, key, &[("count", found)]),
        files: TableFormat::ALL.map(file).into(),
    }
}

/// A list from behind the last of a page on, with the same filters.
pub fn next(list: Admin, fields: Vec<QueryField>, last: &str) -> Href {
    Href::to(list).with_all(fields).with("after", last)
}
