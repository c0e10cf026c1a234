//! What the dates of agreements ask.

use super::group::{Group, Line, documents, message};
use crate::domain::Lang;
use crate::domain::address::{Admin, Href, Public};
use crate::domain::calendar::local_midnight;
use crate::domain::document::Document;
use crate::domain::listing::DocumentsWanted;
use crate::domain::organization::Organization;
use crate::domain::reminder::{Reminder, ReminderKind, Urgency};
use crate::pages::admin::filters::Count;
use crate::pages::naming;
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::say_with;

/// What a document asks, with its owner.
pub type Need<'a> = (&'a Document, &'a Organization, Reminder);

/// For the office, kind by kind.
pub(super) fn of_office(needs: &[Need<'_>], is_all: bool, origin: &str, page: Lang) -> Vec<Group> {
    let line = |need: &Need<'_>| {
        let (document, owner, _) = need;
        let line = own(need, page);
        let link = Href::to(Public::Code(document.code)).in_language(page);
        let text = format!("{}\n{}\n{origin}{link}", line.title.text, line.words);
        let href = Some(Admin::Document(document.code).to_string());
        Line { href, whatsapp: Some(message(owner, &text)), ..line }
    };
    let listed = |(kind, group): (ReminderKind, Group)| {
        let wanted = DocumentsWanted { asks: Some(kind), ..DocumentsWanted::default() };
        group.listed(documents(&wanted), page)
    };
    kinds(needs, is_all, line, page).into_iter().map(listed).collect()
}

/// For those who tend the documents at a school, kind by kind.
pub(super) fn of_chair(needs: &[Need<'_>], page: Lang) -> Vec<Group> {
    kinds(needs, true, |need| own(need, page), page).into_iter().map(|(_, group)| group).collect()
}

fn kinds(
    needs: &[Need<'_>],
    is_all: bool,
    line: impl Fn(&Need<'_>) -> Line,
    page: Lang,
) -> Vec<(ReminderKind, Group)> {
    let group = |kind: ReminderKind| {
        let of_kind = needs.iter().filter(|(.., reminder)| reminder.kind == kind);
        let lines: Vec<Line> = of_kind.map(&line).collect();
        let is_pressing = lines.iter().any(|one| matches!(one.urgency, Urgency::Late | Urgency::Now));
        let group = Group::new(kind.name(), Count { found: lines.len(), is_all }, lines, page)?;
        Some((kind, Group { is_pressing, ..group }))
    };
    ReminderKind::ALL.into_iter().filter_map(group).collect()
}

/// What a document asks, for the one who tends it at the school: it leads to what members see.
pub(in crate::pages::admin) fn own((document, owner, reminder): &Need<'_>, page: Lang) -> Line {
    let name = format!("{}/{}", reminder.kind.name(), document.code);
    let href = Href::to(Public::Code(document.code)).in_language(page);
    Line {
        of: naming::name(owner, page).text,
        words: sentence(*reminder, page),
        urgency: reminder.urgency,
        due: Some(reminder.due),
        since: Some(local_midnight(reminder.told_on())),
        ..Line::new(name, href, naming::title(document, owner, page))
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
