//! Forms that work without script and lose nothing: what was typed stands there again after a refusal.

use askama::Template;

use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::domain::version::Authenticity;
use crate::phrases::say;

/// What was typed in a form that was refused, and why it was; empty where no form was.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The id of the form.
    pub form: String,
    /// The names and values of its fields.
    pub fields: Vec<(String, String)>,
    /// Why it was refused.
    pub refusals: Vec<String>,
}

/// A form.
#[derive(Debug, Clone, Template)]
#[template(path = "form.html")]
pub struct Form {
    /// Its id on the page.
    pub id: String,
    /// Where it is sent.
    pub action: Admin,
    /// How it is sent.
    pub coding: Coding,
    /// Its fields, in groups.
    pub groups: Vec<Group>,
    /// What sends it; the first one is what the Enter key presses.
    pub buttons: Vec<Button>,
}

/// How a form is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// As names and values.
    Fields,
    /// With files (RFC 7578).
    Files,
}

/// Fields that belong together.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// What they are; a group without a name has no frame.
    pub name: Option<String>,
    /// What is good to know.
    pub hint: Option<String>,
    /// What is there already.
    pub present: Vec<String>,
    /// The fields.
    pub fields: Vec<Field>,
}

/// A field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in the request.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What is good to know.
    pub hint: Option<String>,
    /// What is filled in.
    pub control: Control,
}

/// What a field is filled in with.
#[derive(Debug, Clone)]
pub enum Control {
    /// A line of words, in a language where that is known, with suggestions.
    Line {
        /// The words.
        value: String,
        /// Their language.
        lang: Option<Lang>,
        /// What a browser may suggest.
        suggestions: Vec<Choice>,
    },
    /// A day.
    Day(String),
    /// Several lines of words.
    Lines(String),
    /// A file.
    File,
    /// One of many, folded.
    Select(Vec<Choice>),
    /// One of few.
    Radio(Vec<Choice>),
    /// Any of some.
    Checks(Vec<Choice>),
}

/// What may be chosen.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The value in the request.
    pub value: String,
    /// What it is called.
    pub words: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choice {
    /// Something that may be chosen; it is, if it equals what was chosen before.
    pub fn new(value: impl Into<String>, words: impl Into<String>, before: &str) -> Self {
        let value = value.into();
        Self { chosen: value == before, words: words.into(), value }
    }
}

/// What sends a form.
#[derive(Debug, Clone)]
pub struct Button {
    /// What it says.
    pub words: String,
    /// The name and the value that it adds to the request.
    pub sends: Option<(&'static str, &'static str)>,
    /// How it looks.
    pub look: Look,
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// What one came for.
    First,
    /// What one may do as well.
    Second,
    /// What cannot be undone.
    Danger,
}

impl Look {
    /// The class in the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Danger => "danger",
        }
    }
}

impl Field {
    /// A field.
    pub fn new(name: impl Into<String>, label: impl Into<String>, control: Control) -> Self {
        Self { name: name.into(), label: label.into(), hint: None, control }
    }

    /// The field, if it may stay empty.
    pub fn optional(mut self, page: Lang) -> Self {
        self.label = format!("{} ({})", self.label, say(page, "admin-optional"));
        self
    }

    /// The field with what is good to know.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    fn fill(&mut self, typed: &Typed) {
        let mut values = typed.fields.iter().filter(|(name, _)| *name == self.name).map(|(_, value)| value);
        match &mut self.control {
            Control::Line { value, .. } | Control::Day(value) | Control::Lines(value) => {
                *value = values.next().cloned().unwrap_or_default();
            }
            Control::Select(choices) | Control::Radio(choices) | Control::Checks(choices) => {
                let values: Vec<&String> = values.collect();
                for choice in choices {
                    choice.chosen = values.contains(&&choice.value);
                }
            }
            Control::File => {}
        }
    }
}

impl Form {
    /// A form of one group with one button.
    pub fn simple(id: impl Into<String>, action: Admin, fields: Vec<Field>, button: Button) -> Self {
        let has_file = fields.iter().any(|field| matches!(field.control, Control::File));
        Self {
            id: id.into(),
            action,
            coding: if has_file { Coding::Files } else { Coding::Fields },
            groups: vec![Group { fields, ..Group::default() }],
            buttons: vec![button],
        }
    }

    /// The form with what was typed in it, if it is the one that was refused.
    pub fn filled(mut self, typed: &Typed) -> Self {
        if typed.form == self.id {
            let fields = self.groups.iter_mut().flat_map(|group| &mut group.fields);
            fields.for_each(|field| field.fill(typed));
        }
        self
    }
}

/// A button that says a phrase.
pub fn button(page: Lang, key: &str, look: Look) -> Button {
    Button { words: say(page, key), sends: None, look }
}

/// A field for a day, with how a day is written.
pub fn day(page: Lang, name: impl Into<String>, key: &str, value: impl Into<String>) -> Field {
    Field::new(name, say(page, key), Control::Day(value.into())).with_hint(say(page, "admin-date-hint"))
}

/// A field for a file.
pub fn file(page: Lang, name: impl Into<String>, key: &str) -> Field {
    Field::new(name, say(page, key), Control::File)
}

/// A line of words.
pub fn line(page: Lang, name: impl Into<String>, key: &str, value: impl Into<String>) -> Field {
    let control = Control::Line { value: value.into(), lang: None, suggestions: Vec::new() };
    Field::new(name, say(page, key), control)
}

/// Whether a text was signed or translated.
pub fn authenticity(page: Lang, name: impl Into<String>, before: Authenticity) -> Field {
    let choices = [
        (Authenticity::Authentic, "admin-upload-authentic"),
        (Authenticity::Translation, "admin-upload-translation"),
    ];
    let choice = |(authenticity, key): (Authenticity, &str)| {
        Choice::new(authenticity.name(), say(page, key), before.name())
    };
    Field::new(name, say(page, "admin-upload-authenticity"), Control::Radio(choices.map(choice).into()))
}
