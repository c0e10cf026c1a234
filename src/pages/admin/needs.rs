//! What agreements ask of the office, each with what to do and a message that is ready to be sent.

use super::proposed::Proposed;
use super::second_look::sentence as sentence_of;
use crate::domain::Lang;
use crate::domain::address::{Admin, Href, Public, Token};
use crate::domain::document::Document;
use crate::domain::four_eyes::{Asked, SecondLook};
use crate::domain::ids::DraftId;
use crate::domain::letter::Letter;
use crate::domain::listing::DocumentsWanted;
use crate::domain::organization::{Organization, international_digits};
use crate::domain::reminder::{Reminder, ReminderKind, Urgency};
use crate::domain::version::Version;
use crate::pages::html::{Link, Passage};
use crate::pages::{naming, whatsapp};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say, say_of, say_with};

/// The beginning of a letter that is shown in a line, in characters.
const BEGUN_MAX_CHARS: usize = 120;

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
    /// The list of all of them, where there is one.
    pub(super) list: Option<Link>,
    pub(super) is_pressing: bool,
}

/// One thing that is to be done.
pub(super) struct Line {
    pub(super) href: String,
    pub(super) title: Passage,
    pub(super) words: String,
    pub(super) urgency: Urgency,
    /// A message that is ready for the chair.
    pub(super) whatsapp: Option<String>,
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
            list: Some(list(kind, page)),
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
        whatsapp: Some(
            number.map_or_else(|| whatsapp::message(&text), |digits| whatsapp::message_to(&digits, &text)),
        ),
    }
}

/// What schools propose, what chairs write, and what waits for another person's look.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting<'a> {
    /// The proposals that are open.
    pub proposals: &'a [Proposed<'a>],
    /// The letters that wait for an answer, each with its school.
    pub letters: &'a [(&'a Letter, &'a Organization)],
    /// The drafts that wait for the look before they are published, with who asked.
    pub drafts: &'a [(DraftId, &'a Document, &'a Organization, &'a Asked)],
    /// The editions that wait for a second look, or in which a doubt stands.
    pub looks: &'a [(&'a Document, &'a Organization, &'a Version, &'a SecondLook)],
}

/// The same, kind by kind: what others wait for presses more than what a date asks.
pub(super) fn waiting(waiting: &Waiting<'_>, page: Lang) -> Vec<Group> {
    let line = |href: String, title: Passage, words: String, urgency: Urgency| Line {
        href,
        title,
        words,
        urgency,
        whatsapp: None,
    };
    let proposals = waiting.proposals.iter().map(|one| {
        let href = Admin::Proposal(Token::new(&one.proposal.id)).to_string();
        line(href, one.title(page), one.from(page), Urgency::Soon)
    });
    let letters = waiting.letters.iter().map(|(letter, organization)| {
        let href = Admin::Letter(Token::new(&letter.id)).to_string();
        let begun: String = letter.words.chars().take(BEGUN_MAX_CHARS).collect();
        line(href, naming::name(organization, page), begun, Urgency::Soon)
    });
    let drafts = waiting.drafts.iter().map(|(draft, document, owner, asked)| {
        let words = say_of(page, "look-asked-by", "login", &asked.by);
        line(Admin::Preview(*draft).to_string(), naming::title(document, owner, page), words, Urgency::Soon)
    });
    let looks = waiting.looks.iter().map(|(document, owner, version, look)| {
        let href = format!("{}#v{}", Admin::Document(document.code), version.ordinal);
        line(href, naming::title(document, owner, page), sentence_of(look, page), Urgency::Soon)
    });
    let group = |key: &str, lines: Vec<Line>| {
        let count = Argument::Number(i64::try_from(lines.len()).unwrap_or(i64::MAX));
        let title = say_with(page, key, &[("count", count)]);
        (!lines.is_empty()).then_some(Group { title, lines, more: None, list: None, is_pressing: true })
    };
    let groups = [
        group("needs-proposals", proposals.collect()),
        group("needs-letters", letters.collect()),
        group("needs-drafts", drafts.collect()),
        group("needs-second-looks", looks.collect()),
    ];
    groups.into_iter().flatten().collect()
}

/// What a document asks, for the one who tends it at the school: it leads to what members see.
pub(super) fn own_line(document: &Document, owner: &Organization, reminder: Reminder, page: Lang) -> Line {
    Line {
        href: Href::to(Public::Code(document.code)).in_language(page).to_string(),
        title: naming::title(document, owner, page),
        words: sentence(reminder, page),
        urgency: reminder.urgency,
        whatsapp: None,
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
