//! What agreements ask of the office, each with what to do and a message that is ready to be sent.

use crate::domain::Lang;
use crate::domain::address::{Admin, Href, Public};
use crate::domain::document::Document;
use crate::domain::listing::DocumentsWanted;
use crate::domain::organization::{Organization, international_digits};
use crate::domain::reminder::{Reminder, ReminderKind, Urgency};
use crate::pages::html::{Link, Passage};
use crate::pages::{naming, whatsapp};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// Lines of one kind that are shown: what is due first.
const SHOWN_MAX: usize = 100;

/// What a document asks, with its owner.
pub type Need<'a> = (&'a Document, &'a Organization, Reminder);

/// What is to be done of one kind.
pub(super) struct Group {
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
    /// How many more there are.
    pub(super) more: Option<String>,
    /// The list of all of them.
    pub(super) list: Link,
    pub(super) is_pressing: bool,
}

/// One thing that is to be done.
pub(super) struct Line {
    pub(super) href: String,
    pub(super) title: Passage,
    pub(super) words: String,
    pub(super) urgency: Urgency,
    pub(super) whatsapp: String,
}

impl Line {
    /// How it looks: what presses is a warning.
    pub(super) fn class(&self) -> &'static str {
        match self.urgency {
            Urgency::Late | Urgency::Now => "warning",
            Urgency::Soon | Urgency::Early => "notice",
        }
    }
}

/// What is to be done, kind by kind, what is due first before the rest.
pub(super) fn groups(needs: &[Need<'_>], origin: &str, page: Lang) -> Vec<Group> {
    let group = |kind: ReminderKind| {
        let of_kind: Vec<&Need<'_>> = needs.iter().filter(|(.., reminder)| reminder.kind == kind).collect();
        let is_pressing = of_kind.iter().any(|(.., one)| matches!(one.urgency, Urgency::Late | Urgency::Now));
        let count = |count: usize| [("count", Argument::Number(i64::try_from(count).unwrap_or(i64::MAX)))];
        let left = of_kind.len().saturating_sub(SHOWN_MAX);
        (!of_kind.is_empty()).then(|| Group {
            title: say_with(page, &format!("needs-{}", kind.name()), &count(of_kind.len())),
            lines: of_kind.iter().take(SHOWN_MAX).map(|need| line(need, origin, page)).collect(),
            more: (left > 0).then(|| say_with(page, "needs-more", &count(left))),
            list: list(kind, page),
            is_pressing,
        })
    };
    ReminderKind::ALL.into_iter().filter_map(group).collect()
}

/// The documents that ask for this, as a list.
fn list(kind: ReminderKind, page: Lang) -> Link {
    let wanted = DocumentsWanted { asks: Some(kind), ..DocumentsWanted::default() };
    Link::new(Href::to(Admin::Documents).with_all(wanted.fields()), say(page, "needs-list"))
}

fn line((document, owner, reminder): &Need<'_>, origin: &str, page: Lang) -> Line {
    let title = naming::title(document, owner, page);
    let words = sentence(*reminder, page);
    let link = Href::to(Public::Code(document.code)).in_language(page);
    let text = format!("{}\n{words}\n{origin}{link}", title.text);
    let number = owner.contact.as_ref().and_then(|contact| international_digits(&contact.whatsapp));
    Line {
        href: Admin::Document(document.code).to_string(),
        title,
        words,
        urgency: reminder.urgency,
        whatsapp: number
            .map_or_else(|| whatsapp::message(&text), |digits| whatsapp::message_to(&digits, &text)),
    }
}

fn sentence(reminder: Reminder, page: Lang) -> String {
    // Of what ended the kind says so itself.
    let is_sent = matches!(reminder.kind, ReminderKind::Monitoring | ReminderKind::Registration);
    let is_late = is_sent && reminder.urgency == Urgency::Late;
    let key = format!("need-{}{}", reminder.kind.name(), if is_late { "-late" } else { "" });
    let date = say_day(page, reminder.due, Form::Long);
    let article = reminder.article.map_or_else(String::new, |article| quoted(article, page));
    say_with(page, &key, &[("date", date.into()), ("article", article.into())])
}

/// An article as it is quoted.
fn quoted(article: &str, page: Lang) -> String {
    say_with(page, "need-article", &[("article", article.into())])
}

/// What is said where nothing is to be done.
pub(super) fn none(page: Lang) -> String {
    say(page, "needs-none")
}
