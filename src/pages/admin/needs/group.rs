//! What is to be done, as it is told everywhere: kinds, each with its lines.

use crate::domain::address::{Admin, Href};
use crate::domain::listing::{DocumentsWanted, OrganizationsWanted};
use crate::domain::organization::{Organization, international_digits};
use crate::domain::reminder::Urgency;
use crate::domain::{Day, Instant, Lang};
use crate::pages::admin::filters::Count;
use crate::pages::html::{Link, Passage};
use crate::pages::whatsapp;
use crate::phrases::{Argument, say, say_with};

/// What is to be done of one kind.
#[derive(Debug)]
pub struct Group {
    /// What it is called for ever: identifiers are made of it.
    pub name: String,
    /// What it is, without the number.
    pub title: String,
    /// The same with how many there are.
    pub heading: String,
    /// How many there are.
    pub count: Count,
    /// Those that were read, what is due first before the rest.
    pub lines: Vec<Line>,
    /// The list of all of them, where there is one.
    pub list: Option<Link>,
    /// Whether it presses.
    pub is_pressing: bool,
}

/// One thing that is to be done.
#[derive(Debug)]
pub struct Line {
    /// What it is called for ever.
    pub name: String,
    /// Where something is done about it.
    pub href: Option<String>,
    /// What it is about.
    pub title: Passage,
    /// Whose it is; empty where it is nobody's.
    pub of: String,
    /// What is to be done; empty where the kind says all.
    pub words: String,
    /// How much it presses.
    pub urgency: Urgency,
    /// The last day for it.
    pub due: Option<Day>,
    /// Since when it is told; none where only the kind is.
    pub since: Option<Instant>,
    /// A message that is ready for the chair.
    pub whatsapp: Option<String>,
}

impl Line {
    /// A line about something, with nothing more to say.
    pub(super) fn new(name: String, href: impl ToString, title: Passage) -> Self {
        Self {
            name,
            href: Some(href.to_string()),
            title,
            of: String::new(),
            words: String::new(),
            urgency: Urgency::Early,
            due: None,
            since: None,
            whatsapp: None,
        }
    }

    /// How it looks: what presses is a warning.
    pub(in crate::pages::admin) fn class(&self) -> &'static str {
        match self.urgency {
            Urgency::Late | Urgency::Now => "warning",
            Urgency::Soon | Urgency::Early => "notice",
        }
    }
}

impl Group {
    /// A kind whose phrase is `needs-…`; none where there is nothing of it.
    pub(super) fn new(name: &str, count: Count, lines: Vec<Line>, page: Lang) -> Option<Self> {
        let title = say(page, &format!("needs-{name}"));
        let key = if count.is_all { "needs-counted" } else { "needs-counted-at-least" };
        let arguments = [("what", Argument::from(title.as_str())), ("count", number(count.found))];
        let heading = say_with(page, key, &arguments);
        let group =
            Self { name: name.to_owned(), title, heading, count, lines, list: None, is_pressing: false };
        (count.found > 0).then_some(group)
    }

    /// The same with the list of all of them.
    pub(super) fn listed(self, list: impl ToString, page: Lang) -> Self {
        Self { list: Some(Link::new(list, say(page, "needs-list"))), ..self }
    }

    /// How many there are besides the lines, in words.
    pub(in crate::pages::admin) fn more(&self, page: Lang) -> Option<String> {
        let left = self.count.found.saturating_sub(self.lines.len());
        (left > 0).then(|| say_with(page, "needs-more", &[("count", number(left))]))
    }
}

/// A number in a phrase.
pub(super) fn number(count: usize) -> Argument<'static> {
    Argument::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A message that is ready for the chair of an organization, or for whom the sender chooses.
pub(super) fn message(organization: &Organization, text: &str) -> String {
    let contact = organization.contact.as_ref();
    let digits = contact.and_then(|contact| international_digits(&contact.whatsapp));
    digits.map_or_else(|| whatsapp::message(text), |digits| whatsapp::message_to(&digits, text))
}

/// The documents that a filter lets through.
pub(super) fn documents(wanted: &DocumentsWanted) -> Href {
    Href::to(Admin::Documents).with_all(wanted.fields())
}

/// The organizations that a filter lets through.
pub(super) fn organizations(wanted: &OrganizationsWanted) -> Href {
    Href::to(Admin::Organizations).with_all(wanted.fields())
}
