//! What can be done to a published edition: each repair is a small folded form.

use super::form::{self, Choice, Control, Field, Form, Look, Typed};
use crate::domain::calendar::local_day;
use crate::domain::document::Document;
use crate::domain::fact::EndVerb;
use crate::domain::resolution::{Answer, Status, resolve, resolve_without};
use crate::domain::version::{Authenticity, Version};
use crate::domain::{Day, Instant, Lang};
use crate::pages::naming;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// What can be done to a published edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// A text in a language that it does not have yet.
    LateText,
    /// A further file.
    LateAttachment,
    /// It was handed in for registration.
    Submitted,
    /// It was registered.
    Registered,
    /// Its renewal was proposed.
    Renewal,
    /// It ended.
    End,
    /// It is withdrawn.
    Withdraw,
    /// Its bytes are erased.
    Erase,
}

impl Verb {
    const ALL: [Self; 8] = [
        Self::LateText,
        Self::LateAttachment,
        Self::Submitted,
        Self::Registered,
        Self::Renewal,
        Self::End,
        Self::Withdraw,
        Self::Erase,
    ];

    /// The stable name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LateText => "text",
            Self::LateAttachment => "attachment",
            Self::Submitted => "submitted",
            Self::Registered => "registered",
            Self::Renewal => "renewal",
            Self::End => "end",
            Self::Withdraw => "withdraw",
            Self::Erase => "erase",
        }
    }

    /// The repair with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.name() == name)
    }

    /// The id of its form for a version.
    pub fn form(self, ordinal: u32) -> String {
        format!("v{ordinal}-{}", self.name())
    }

    /// What it is called.
    const fn key(self) -> &'static str {
        match self {
            Self::LateText => "admin-repair-late-text",
            Self::LateAttachment => "admin-repair-attachment",
            Self::Submitted => "admin-repair-submitted",
            Self::Registered => "admin-repair-registered",
            Self::Renewal => "admin-repair-renewal",
            Self::End => "admin-repair-end",
            Self::Withdraw => "admin-repair-withdraw",
            Self::Erase => "admin-repair-erase",
        }
    }

    const fn hint(self) -> Option<&'static str> {
        match self {
            Self::Renewal => Some("admin-repair-renewal-hint"),
            Self::Erase => Some("admin-repair-erase-warning"),
            _ => None,
        }
    }
}

/// A repair on the page.
pub(super) struct Repair {
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
    (day, known): (Day, Instant),
    typed: &Typed,
) -> Vec<Repair> {
    let missing: Vec<Lang> = Lang::ALL
        .into_iter()
        .filter(|lang| !version.known_texts(known).any(|text| text.lang == *lang))
        .collect();
    let is_possible = |verb: &Verb| match verb {
        Verb::Erase => !version.is_erased(known),
        _ if version.is_withdrawn(known) => false,
        Verb::LateText => !missing.is_empty(),
        Verb::Renewal => version.requisites.term_end.is_some(),
        _ => true,
    };
    let repair = |verb: Verb| {
        // What is only a fact is recorded; what changes the page is called by its name.
        let (key, look) = match verb {
            Verb::Withdraw | Verb::Erase => (verb.key(), Look::Danger),
            Verb::LateText | Verb::LateAttachment => (verb.key(), Look::First),
            Verb::Submitted | Verb::Registered | Verb::Renewal | Verb::End => ("admin-save", Look::First),
        };
        let action = format!("/admin/documents/{}/v{}/{}", document.code, version.ordinal, verb.name());
        let button = form::button(page, key, look);
        let form = Form::simple(verb.form(version.ordinal), action, fields(page, verb, &missing), button);
        Repair {
            name: say(page, verb.key()),
            hint: verb.hint().map(|key| say(page, key)),
            aftermath: matches!(verb, Verb::Withdraw | Verb::Erase)
                .then(|| aftermath(page, document, version, day, known)),
            is_open: typed.form == form.id,
            form: form.filled(typed),
        }
    };
    Verb::ALL.into_iter().filter(is_possible).map(repair).collect()
}

/// What the code of a document answers after one of its versions is withdrawn or erased.
pub fn aftermath(page: Lang, document: &Document, version: &Version, day: Day, known: Instant) -> String {
    let from = version.requisites.effective_from;
    let answers_on = |day: Day| {
        let answer = resolve(document, day, known);
        matches!(answer, Answer::Version { version: answer, .. } if answer.id == version.id)
    };
    let Answer::Version { version: next, status } = resolve_without(document, version, day, known) else {
        let key =
            if answers_on(day) { "admin-withdraw-nothing-left" } else { "admin-withdraw-unchanged-gone" };
        return say(page, key);
    };
    let of = Argument::from(naming::day_of(next.requisites.effective_from, page));
    let on = |day: Day| Argument::from(say_day(page, day, DayForm::On));
    if !answers_on(day) {
        return if from > day && answers_on(from) {
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

fn fields(page: Lang, verb: Verb, missing: &[Lang]) -> Vec<Field> {
    let reason = || {
        Field::new("reason", say(page, "admin-reason"), Control::Lines(String::new()))
            .with_hint(say(page, "admin-reason-hint"))
    };
    match verb {
        Verb::LateText => {
            let lang = |lang: &Lang| {
                Choice::new(lang.tag(), say(page, &format!("admin-upload-file-{lang}")), missing[0].tag())
            };
            let languages = Control::Select(missing.iter().map(lang).collect());
            vec![
                Field::new("lang", say(page, "language-switch"), languages),
                form::file(page, "file", "admin-upload-attachment-file"),
                authenticity(page, "authenticity", Authenticity::Translation),
            ]
        }
        Verb::LateAttachment => vec![
            form::file(page, "file", "admin-upload-attachment-file"),
            form::line(page, "title", "admin-upload-attachment-title", "").optional(page),
            form::day(page, "date", "admin-upload-attachment-date", "").optional(page),
        ],
        Verb::Submitted => vec![form::day(page, "on", "admin-repair-submitted-on", "")],
        Verb::Registered => vec![
            form::line(page, "number", "admin-repair-registered-number", ""),
            form::day(page, "on", "admin-repair-registered-on", ""),
        ],
        Verb::Renewal => vec![form::day(page, "on", "admin-repair-renewal-on", "")],
        Verb::End => {
            let verb = |verb: EndVerb| {
                Choice::new(verb.name(), say(page, &format!("admin-repair-end-{}", verb.name())), "")
            };
            let verbs = Control::Select(EndVerb::ALL.map(verb).into());
            vec![
                form::day(page, "on", "admin-repair-ended-on", ""),
                Field::new("verb", say(page, "admin-repair-end-verb"), verbs),
            ]
        }
        Verb::Withdraw => vec![reason()],
        Verb::Erase => {
            let label = say(page, "admin-repair-erase-confirm");
            let confirm = Control::Checks(vec![Choice::new("yes", label.clone(), "")]);
            vec![reason(), Field::new("understood", label, confirm)]
        }
    }
}

/// Whether a text was signed or translated.
pub(super) fn authenticity(page: Lang, name: impl Into<String>, before: Authenticity) -> Field {
    let choices = [
        (Authenticity::Authentic, "admin-upload-authentic"),
        (Authenticity::Translation, "admin-upload-translation"),
    ];
    let choice = |(authenticity, key): (Authenticity, &str)| {
        Choice::new(authenticity.name(), say(page, key), before.name())
    };
    Field::new(name, say(page, "admin-upload-authenticity"), Control::Radio(choices.map(choice).into()))
}
