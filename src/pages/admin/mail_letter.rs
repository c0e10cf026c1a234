//! What the letters say: plain words, short, and of people nothing.

use super::needs::{Group, Line};
use crate::domain::address::{Admin, Href};
use crate::domain::{Day, Lang};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{say, say_of, say_with};

/// Lines of a kind in the weekly letter.
const LINES_MAX: usize = 10;

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What stands above it.
    pub subject: String,
    /// What it says.
    pub body: String,
}

/// The letter of a week: what needs the person, kind by kind. Of what has a last day each is named, of the rest how many there
/// are; what people wrote does not stand in it.
pub fn weekly(page: Lang, week: Day, groups: &[Group], (origin, stop): (&str, &str)) -> Letter {
    let date = say_day(page, week, Form::Short);
    let front = format!("{origin}{}", Href::to(Admin::Dashboard));
    let mut parts = vec![say(page, "mail-greeting")];
    for group in groups {
        let mut lines = vec![group.heading.clone()];
        let dated: Vec<&Line> = group.lines.iter().filter(|line| line.due.is_some()).collect();
        for line in dated.iter().take(LINES_MAX) {
            let at = line.href.as_ref().map(|href| format!("\n  {origin}{href}")).unwrap_or_default();
            lines.push(format!("- {}: {}{at}", line.title.text, line.words));
        }
        let is_listed = dated.is_empty() || dated.len() > LINES_MAX || group.lines.len() < group.count.found;
        if let Some(list) = group.list.as_ref().filter(|_| is_listed) {
            lines.push(format!("  {origin}{}", list.href));
        }
        parts.push(lines.join("\n"));
    }
    parts.push(say_of(page, "mail-all", "address", &front));
    parts.push(say_of(page, "mail-stop-line", "address", stop));
    let subject = say_with(page, "mail-weekly-subject", &[("date", date.into())]);
    Letter { subject, body: parts.join("\n\n") + "\n" }
}

/// The letter that asks whether the address is the person's.
pub fn confirmation(page: Lang, (origin, link): (&str, &str)) -> Letter {
    let body = [
        say(page, "mail-greeting"),
        say_of(page, "mail-confirm-body", "site", origin),
        link.to_owned(),
        say(page, "mail-confirm-else"),
    ];
    Letter { subject: say(page, "mail-confirm-subject"), body: body.join("\n\n") + "\n" }
}
