//! A check of a stand that is over, in one line.

use crate::domain::address::{Admin, Token};
use crate::domain::calendar::local_day;
use crate::domain::stand_check::{Check, Verdict};
use crate::domain::{Code, Lang};
use crate::pages::html::Link;
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say_with};

/// A kept check in one line, with the way to it.
pub(super) fn link(organization: Code, check: &Check, lang: Lang) -> Link {
    let at = check.finished_at.unwrap_or(check.started_at);
    let number = |count: usize| Argument::from(i64::try_from(count).unwrap_or(i64::MAX));
    let wrong = [Verdict::Foreign, Verdict::Older, Verdict::Unknown].map(|verdict| check.count(verdict));
    let arguments = [
        ("date", say_day(lang, local_day(at), Form::Short).into()),
        ("found", number(check.count(Verdict::Found))),
        ("missing", number(check.count(Verdict::Missing))),
        ("wrong", number(wrong.iter().sum())),
    ];
    Link::new(
        Admin::KeptCheck(organization, Token::new(&check.id)),
        say_with(lang, "check-earlier-line", &arguments),
    )
}
