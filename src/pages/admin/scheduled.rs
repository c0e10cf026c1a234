//! The editions that take over on a later day: what, when, by whom, and how to change or withdraw it.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::Admin;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::role::Action;
use crate::domain::version::Version;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Form, Look, button};
use crate::pages::html::Link;
use crate::pages::naming;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of};

/// An edition that takes over later: its document, its owner, itself, and who published it as far as that is known.
pub type Planned<'a> = (&'a Document, &'a Organization, &'a Version, Option<String>);

struct Entry {
    edition: Link,
    from: String,
    by: Option<String>,
    /// What begins its correction, for those who prepare drafts.
    change: Form,
    /// Where it is withdrawn, for those who may.
    withdraw: Option<Link>,
}

#[derive(Template)]
#[template(path = "admin/scheduled.html")]
struct ScheduledPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    entries: Vec<Entry>,
}

/// The complete page.
pub fn render(staff: StaffView<'_>, planned: &[Planned<'_>]) -> String {
    let page = staff.lang;
    let entry = |(document, owner, version, by): &Planned<'_>| {
        let ordinal = version.ordinal;
        let at = format!("{}#v{ordinal}", Admin::Document(document.code));
        let change =
            button(page, "admin-repair-correct", Look::Second).sending("corrects", ordinal.to_string());
        let from = say_day(page, version.requisites.effective_from, DayForm::From);
        Entry {
            edition: Link { href: at.clone(), words: naming::title(document, owner, page) },
            from: say_of(page, "scheduled-from", "date", &from),
            by: by.as_ref().map(|login| say_of(page, "scheduled-by", "login", login)),
            change: Form::press(
                format!("change-{}-{ordinal}", document.code),
                Admin::BeginDraft(document.code),
                change,
            ),
            withdraw: staff.may(Action::Publish).then(|| Link::new(at, say(page, "admin-repair-withdrawn"))),
        }
    };
    finish(&ScheduledPage {
        chrome: staff.chrome_of("scheduled-title"),
        menu: staff.menu(),
        entries: planned.iter().map(entry).collect(),
    })
}
