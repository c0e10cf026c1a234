//! The secret address at which a calendar and a feed reader ask what needs a person: making it, ending it, and the one time it
//! is shown.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href, Token};
use crate::domain::{Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Form, Look, button};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of};

/// The part of the page of the own account.
pub(super) struct AddressPart {
    /// Whether there is an address, in words.
    pub state: String,
    /// Makes one, in place of the one that there is.
    pub make: Form,
    /// Ends it.
    pub end: Option<Form>,
}

/// The part of the page of the own account, of an address that was made on a day.
pub(super) fn part(page: Lang, made_on: Option<Day>) -> AddressPart {
    let (key, look) = match made_on {
        Some(_) => ("needs-address-renew", Look::Second),
        None => ("needs-address-make", Look::First),
    };
    let end =
        || Form::press("end-needs", Admin::EndNeedsAddress, button(page, "needs-address-end", Look::Second));
    AddressPart {
        state: match made_on {
            Some(day) => say_of(page, "needs-address-since", "date", &say_day(page, day, DayForm::Short)),
            None => say(page, "needs-address-none"),
        },
        make: Form::press("make-needs", Admin::MakeNeedsAddress, button(page, key, look)),
        end: made_on.map(|_| end()),
    }
}

#[derive(Template)]
#[template(path = "admin/needs_address_made.html")]
struct MadePage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    calendar: String,
    feed: String,
}

/// The page of an address that was just made: it is shown this once.
pub fn render_made(staff: StaffView<'_>, secret: &str) -> String {
    let token = Token::new(secret);
    let at = |address: Admin| format!("{}{}", staff.site.origin, Href::to(address));
    finish(&MadePage {
        chrome: staff.chrome_of("needs-address-made-title"),
        menu: staff.menu(),
        calendar: at(Admin::NeedsCalendar(token)),
        feed: at(Admin::NeedsFeed(token)),
    })
}
