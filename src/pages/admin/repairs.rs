//! What can be done to a published edition: each repair records a fact, and is a small folded form.

use crate::domain::address::Admin;
use crate::domain::calendar::local_day;
use crate::domain::document::Document;
use crate::domain::fact::{EndVerb, FactField, FactKind, FactOrigin};
use crate::domain::resolution::{Answer, Status, resolve, resolve_without};
use crate::domain::version::{Authenticity, Version};
use crate::domain::{AsOf, Day, Lang};
use crate::pages::form::{self, Button, Choice, Control, Field, Form, Look, Typed};
use crate::pages::naming;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// What a repair is called, and the beginning of the keys of its phrases.
fn key(kind: FactKind) -> String {
    format!("admin-repair-{}", kind.hyphenated())
}

/// The id of the form that records a fact of this kind about a version.
pub fn form_id(kind: FactKind, ordinal: u32) -> String {
    format!("v{ordinal}-{}", kind.hyphenated())
}

/// A repair on the page.
pub(super) struct RepairForm {
    /// Whether it decides what readers are answered, and so stands where the edition does.
    pub(super) is_decisive: bool,
    pub(super) name: String,
    pub(super) hint: Option<String>,
    /// What the code answers after it, where that may change.
    pub(super) aftermath: Option<String>,
    pub(super) form: Form,
    /// Whether it was refused just now.
    pub(super) is_open: bool,
}

/// What can be done to a version as it is: what was withdrawn can only be erased, what was erased not at all.
pub(super) fn of_version(
    page: Lang,
    document: &Document,
    version: &Version,
    as_of: AsOf,
    typed: &Typed,
) -> Vec<RepairForm> {
    let missing: Vec<Lang> =
        Lang::ALL.into_iter().filter(|lang| version.known_text(*lang, as_of.known).is_none()).collect();
    let is_possible = |kind: &FactKind| match kind {
        FactKind::Erased => !version.is_erased(as_of.known),
        _ if version.is_withdrawn(as_of.known) || kind.origin() == FactOrigin::Noted => false,
        FactKind::LateText => !missing.is_empty(),
        FactKind::RenewalProposed => version.requisites.term_end.is_some(),
        _ => true,
    };
    let repair = |kind: FactKind| {
        let name = say(page, &key(kind));
        // What is only a fact is recorded; what changes the page is called by its name.
        let (words, look) = match kind.origin() {
            FactOrigin::Removed => (name.clone(), Look::Danger),
            FactOrigin::Uploaded => (name.clone(), Look::First),
            FactOrigin::Stated | FactOrigin::Noted => (say(page, "admin-save"), Look::First),
        };
        let action = Admin::RecordFact(document.code, version.ordinal, kind);
        let button = Button { words, sends: None, look };
        let form = Form::new(form_id(kind, version.ordinal), action)
            .with(fields(page, kind, &missing))
            .button(button);
        let is_decisive = matches!(kind, FactKind::Withdrawn | FactKind::Ended);
        let has_hint = is_decisive || matches!(kind, FactKind::RenewalProposed | FactKind::Erased);
        RepairForm {
            is_decisive,
            name,
            hint: has_hint.then(|| say(page, &format!("{}-hint", key(kind)))),
            aftermath: (kind.origin() == FactOrigin::Removed)
                .then(|| aftermath(page, document, version, as_of)),
            is_open: form.was_refused(typed),
            form: form.filled(typed),
        }
    };
    FactKind::ALL.into_iter().filter(is_possible).map(repair).collect()
}

/// What the code of a document answers after one of its versions is withdrawn or erased.
pub fn aftermath(page: Lang, document: &Document, version: &Version, as_of: AsOf) -> String {
    let from = version.requisites.effective_from;
    let answers_on = |day: Day| {
        let answer = resolve(document, as_of.on(day));
        matches!(answer, Answer::Version { version: answer, .. } if answer.id == version.id)
    };
    let Answer::Version { version: next, status } = resolve_without(document, version, as_of) else {
        let key = if answers_on(as_of.day) {
            "admin-withdraw-nothing-left"
        } else {
            "admin-withdraw-unchanged-gone"
        };
        return say(page, key);
    };
    let of = Argument::from(naming::day_of(next.requisites.effective_from, page));
    let on = |day: Day| Argument::from(say_day(page, day, DayForm::On));
    if !answers_on(as_of.day) {
        return if from > as_of.day && answers_on(from) {
            say_with(page, "admin-withdraw-unscheduled", &[("of", of), ("from", on(from))])
        } else {
            say_with(page, "admin-withdraw-unchanged", &[("of", of)])
        };
    }
    if next.requisites.effective_from == from {
        // Two texts of one date are told apart by the day of their publication.
        let published = on(local_day(next.published_at));
        return say_with(page, "admin-withdraw-opens-same-date", &[("of", of), ("published", published)]);
    }
    let is_early = matches!(status, Status::NotYetInForce { .. });
    let key = if is_early { "admin-withdraw-opens-early" } else { "admin-withdraw-opens" };
    say_with(page, key, &[("of", of)])
}

fn fields(page: Lang, kind: FactKind, missing: &[Lang]) -> Vec<Field> {
    let own = |field: &FactField| own_field(page, kind, *field, missing);
    let mut fields: Vec<Field> = kind.fields().iter().filter_map(own).collect();
    match kind {
        FactKind::LateText => {
            fields.push(form::file(page, "file", "admin-upload-attachment-file"));
            fields.push(form::authenticity(page, "authenticity", Authenticity::Translation));
        }
        FactKind::LateAttachment => {
            fields.insert(0, form::file(page, "file", "admin-upload-attachment-file"));
            fields.push(form::day(page, "date", "admin-upload-attachment-date", "").optional(page));
        }
        FactKind::Erased => {
            fields.push(Field::tick("understood", "yes", say(page, "admin-repair-erased-confirm")));
        }
        _ => {}
    }
    fields
}

/// The field of a form for what a fact says; none where nobody types it.
fn own_field(page: Lang, kind: FactKind, field: FactField, missing: &[Lang]) -> Option<Field> {
    let name = field.name();
    let key = format!("{}-{name}", key(kind));
    Some(match field {
        FactField::On => form::day(page, name, &key, ""),
        FactField::Number => form::line(page, name, &key, ""),
        FactField::Verb => {
            let verb = |verb: EndVerb| {
                Choice::new(verb.name(), say(page, &format!("admin-repair-ended-{}", verb.name())), "")
            };
            Field::new(name, say(page, &key), Control::Select(EndVerb::ALL.map(verb).into()))
        }
        FactField::Lang => {
            let first = missing.first()?.tag();
            let lang =
                |lang: &Lang| Choice::new(lang.tag(), say(page, &format!("admin-upload-file-{lang}")), first);
            Field::new(
                name,
                say(page, "language-switch"),
                Control::Select(missing.iter().map(lang).collect()),
            )
        }
        FactField::Title => form::line(page, name, "admin-upload-attachment-title", "").optional(page),
        FactField::Reason => Field::new(name, say(page, "admin-reason"), Control::Lines(String::new()))
            .with_hint(say(page, "admin-reason-hint")),
        FactField::Extractor => return None,
    })
}
