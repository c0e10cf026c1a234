//! What became known of an edition, as a sentence.

use crate::domain::Lang;
use crate::domain::fact::{Fact, FactField, FactKind};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say_with};

/// A fact as a sentence: the phrase of its kind, to which every field is given, the day in the form that it needs.
pub(super) fn sentence(fact: &Fact, page: Lang) -> String {
    let kind = fact.detail.kind();
    let (key, form) = match kind {
        // An end is said in the words of the notice above the text.
        FactKind::Ended => ("status-ended".to_owned(), Form::From),
        _ => (format!("event-{}", kind.hyphenated()), Form::On),
    };
    let values: Vec<(FactField, String)> = fact.detail.values();
    let arguments: Vec<(&str, Argument<'_>)> = values
        .into_iter()
        .map(|(field, value)| match (field, fact.detail.on()) {
            (FactField::On, Some(day)) => (field.name(), say_day(page, day, form).into()),
            _ => (field.name(), value.into()),
        })
        .collect();
    say_with(page, &key, &arguments)
}
