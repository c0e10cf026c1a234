//! The fields of forms: what they are called, what is filled in, what a browser is told of them.

use super::Button;
use crate::domain::Lang;
use crate::pages::html::Passage;
use crate::phrases::say;

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
    /// Whether a browser asks for it before it sends anything.
    pub is_required: bool,
    /// The most characters that a browser takes.
    pub most_chars: Option<usize>,
    /// What sends the form, where it stands beside the field.
    pub button: Option<Button>,
    /// Whether what was typed in it was refused.
    pub is_wrong: bool,
}

/// What a field is filled in with.
#[derive(Debug, Clone)]
pub enum Control {
    /// A line.
    Line {
        /// What is typed.
        kind: LineKind,
        /// The words.
        value: String,
        /// Their language, where it is known.
        lang: Option<Lang>,
        /// What a browser may suggest.
        suggestions: Vec<Choice>,
    },
    /// A number from 1.
    Number {
        /// The number.
        value: String,
        /// The greatest one.
        most: usize,
    },
    /// Millimetres with tenths, to either side.
    Millimetres {
        /// The number.
        value: String,
        /// The greatest one, to either side.
        most: f32,
    },
    /// Several lines of words.
    Lines(String),
    /// The words of a page.
    Page {
        /// What stands in it.
        value: String,
        /// The language of the words.
        lang: Lang,
    },
    /// A file; what a browser offers.
    File(&'static str),
    /// One file or several; what a browser offers.
    Files(&'static str),
    /// One of many, folded.
    Select(Vec<Choice>),
    /// One of few.
    Radio(Vec<Choice>),
    /// Any of some.
    Checks(Vec<Choice>),
    /// A tick under a sentence, which is the label. It is asked for anew each time, and sends `yes`.
    Consent,
    /// What the form carries along, unseen.
    Hidden(String),
    /// The login, unseen: who keeps passwords for a person puts the new one beside it.
    Account(String),
}

/// What is typed in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Words, numbers, names.
    Words,
    /// A day.
    Day,
    /// A telephone number.
    Phone,
    /// An address for mail.
    Mail,
    /// A colour, which is chosen.
    Colour,
    /// A code of the register.
    Code,
    /// Words to be looked for.
    Search,
    /// A login.
    Login,
    /// The password that a person has.
    Password,
    /// The password that a person makes up.
    NewPassword,
    /// A code that works once.
    OneTimeCode,
}

impl LineKind {
    /// What a browser is told.
    pub const fn attributes(self) -> &'static str {
        match self {
            Self::Words => r#"autocomplete="off""#,
            Self::Day => r#"class="day" inputmode="numeric" autocomplete="off""#,
            Self::Mail => r#"type="email" autocomplete="email""#,
            Self::Phone => r#"type="tel" autocomplete="off""#,
            Self::Colour => r#"type="color""#,
            Self::Code => r#"autocomplete="off" autocapitalize="characters" spellcheck="false""#,
            Self::Search => r#"type="search" autocomplete="off" autocapitalize="off" spellcheck="false""#,
            Self::Login => r#"autocomplete="username" autocapitalize="none" spellcheck="false""#,
            Self::Password => r#"type="password" autocomplete="current-password""#,
            Self::NewPassword => r#"type="password" autocomplete="new-password""#,
            Self::OneTimeCode => {
                r#"class="day" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false""#
            }
        }
    }

    /// Whether nobody may see it again.
    const fn is_secret(self) -> bool {
        matches!(self, Self::Password | Self::NewPassword | Self::OneTimeCode)
    }
}

/// What may be chosen.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The value in the request.
    pub value: String,
    /// What it is called.
    pub words: Passage,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choice {
    /// Something that may be chosen; it is, if it equals what was chosen before.
    pub fn new(value: impl Into<String>, words: impl Into<Passage>, before: &str) -> Self {
        let value = value.into();
        Self { chosen: value == before, words: words.into(), value }
    }
}

impl Field {
    /// A field.
    pub fn new(name: impl Into<String>, label: impl Into<String>, control: Control) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            hint: None,
            control,
            is_required: false,
            most_chars: None,
            button: None,
            is_wrong: false,
        }
    }

    /// A line of this kind.
    pub fn line(
        kind: LineKind,
        name: impl Into<String>,
        label: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        let control = Control::Line { kind, value: value.into(), lang: None, suggestions: Vec::new() };
        Self::new(name, label, control)
    }

    /// A tick.
    pub fn tick(name: impl Into<String>, value: impl Into<String>, words: impl Into<String>) -> Self {
        let words = words.into();
        Self::new(name, words.clone(), Control::Checks(vec![Choice::new(value, words, "")]))
    }

    /// The field with everything ticked.
    pub fn ticked(mut self) -> Self {
        if let Control::Checks(choices) = &mut self.control {
            choices.iter_mut().for_each(|choice| choice.chosen = true);
        }
        self
    }

    /// A field that nobody sees.
    pub fn hidden(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(name, "", Control::Hidden(value.into()))
    }

    /// The field, which may stay empty.
    pub fn optional(mut self, page: Lang) -> Self {
        self.label = format!("{} ({})", self.label, say(page, "admin-optional"));
        self
    }

    /// The field, which must be filled in.
    pub fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// The field, which takes so many characters.
    pub fn at_most(self, chars: usize) -> Self {
        Self { most_chars: Some(chars), ..self }
    }

    /// The field with what is good to know.
    pub fn with_hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// The field with what sends the form beside it.
    pub fn beside(self, button: Button) -> Self {
        Self { button: Some(button), ..self }
    }

    /// The line of words in this language.
    pub fn in_language(mut self, of: Lang) -> Self {
        if let Control::Line { lang, .. } = &mut self.control {
            *lang = Some(of);
        }
        self
    }

    /// Whether it is one tick and needs no heading above it.
    pub(super) fn is_tick(&self) -> bool {
        match &self.control {
            Control::Consent => true,
            Control::Checks(choices) => matches!(&choices[..], [only] if only.words.text == self.label),
            _ => false,
        }
    }

    /// What a tick sends, and whether it is set.
    pub(super) fn sent(&self) -> (&str, bool) {
        match &self.control {
            Control::Checks(choices) => choices.first().map_or(("", false), |c| (c.value.as_str(), c.chosen)),
            _ => ("yes", false),
        }
    }

    /// Puts what was typed in. What was chosen of files, secrets and consents is asked for again.
    pub(super) fn fill(&mut self, typed: &[(String, String)]) {
        let mut values = typed.iter().filter(|(name, _)| *name == self.name).map(|(_, value)| value);
        match &mut self.control {
            Control::Line { kind, .. } if kind.is_secret() => {}
            Control::Line { value, .. }
            | Control::Number { value, .. }
            | Control::Millimetres { value, .. }
            | Control::Lines(value)
            | Control::Page { value, .. } => *value = values.next().cloned().unwrap_or_default(),
            Control::Select(choices) | Control::Radio(choices) | Control::Checks(choices) => {
                let values: Vec<&String> = values.collect();
                for choice in choices {
                    choice.chosen = values.contains(&&choice.value);
                }
            }
            Control::File(_)
            | Control::Files(_)
            | Control::Consent
            | Control::Hidden(_)
            | Control::Account(_) => {}
        }
    }
}
