//! Forms: the one way in which pages ask for something. They work without script and lose nothing: what was typed
//! stands there again after a refusal.
//!
//! A page builds a [`Form`] of groups of fields and puts it into its template as `{{ form|safe }}`; how each kind of
//! field looks, and how it is told to those who do not see it, stands in `assets/templates/form.html` alone.

mod field;

use askama::Template;

pub use self::field::{Choice, Control, Field, LineKind};
use super::html::Link;
use crate::domain::Lang;
use crate::domain::version::Authenticity;
use crate::phrases::say;

/// Longest words that are looked for, in characters.
const SEARCH_MAX_CHARS: usize = 200;

/// The files in which texts and attachments come.
// HEIC is not named: an iPhone that is not asked for it hands over JPEG.
const DOCUMENT_FILES: &str = ".docx,.pdf,.odt,.rtf,.doc,.jpg,.jpeg,.png";

/// The `id` of the list of refusals above a form.
pub const REFUSALS: &str = "refusals";

/// What was typed in a form that was refused, and why it was; empty where no form was.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The id of the form.
    pub form: String,
    /// Where the form is sent, where that is known in place of its id: it was not refused, its session had ended.
    pub action: String,
    /// The names and values of its fields.
    pub fields: Vec<(String, String)>,
    /// The names of the fields that were refused, as far as it is known which.
    pub wrong: Vec<String>,
    /// Why it was refused.
    pub refusals: Vec<String>,
}

impl Typed {
    /// Why something was refused that is no field of a form.
    pub fn refused(refusals: Vec<String>) -> Self {
        Self { refusals, ..Self::default() }
    }

    /// The same, where it is known which fields were refused.
    pub fn about(mut self, wrong: &[&str]) -> Self {
        self.wrong.extend(wrong.iter().map(|name| (*name).to_owned()));
        self
    }
}

/// A form.
#[derive(Debug, Clone, Template)]
#[template(path = "form.html")]
pub struct Form {
    /// Its id on the page.
    id: String,
    /// Where it is sent.
    action: String,
    /// How it is sent.
    sending: Sending,
    /// Its fields, in groups.
    groups: Vec<Group>,
    /// What sends it; the first one is what the Enter key presses.
    buttons: Vec<Button>,
    /// Where one may go instead.
    links: Vec<Link>,
}

/// How a form is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sending {
    /// As names and values.
    Fields,
    /// With files (RFC 7578).
    Files,
    /// In an address, because it changes nothing.
    Address,
    /// In an address, as words to be looked for.
    Search,
}

/// Fields that belong together.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// What they are; a group without a name has no frame.
    pub name: Option<String>,
    /// Whether few people need them, so that they are folded away under their name.
    pub is_folded: bool,
    /// What is good to know.
    pub hint: Option<String>,
    /// What is there already.
    pub present: Vec<String>,
    /// The fields.
    pub fields: Vec<Field>,
}

impl From<Vec<Field>> for Group {
    fn from(fields: Vec<Field>) -> Self {
        Self { fields, ..Self::default() }
    }
}

impl From<Field> for Group {
    fn from(field: Field) -> Self {
        vec![field].into()
    }
}

impl Group {
    /// Fields with a frame and a name.
    pub fn named(name: impl Into<String>, fields: Vec<Field>) -> Self {
        Self { name: Some(name.into()), fields, ..Self::default() }
    }

    /// Fields that are folded away under a name.
    pub fn folded(name: impl Into<String>, fields: Vec<Field>) -> Self {
        Self { is_folded: true, ..Self::named(name, fields) }
    }

    /// Whether the name of the group says already what a field is called.
    fn says(&self, field: &Field) -> bool {
        self.name.as_ref() == Some(&field.label)
    }
}

/// What sends a form.
#[derive(Debug, Clone)]
pub struct Button {
    /// What it says.
    pub words: String,
    /// The name and the value that it adds to the request.
    pub sends: Option<(&'static str, String)>,
    /// How it looks.
    pub look: Look,
}

impl Button {
    /// The button, which adds a name and a value to the request.
    pub fn sending(self, name: &'static str, value: impl Into<String>) -> Self {
        Self { sends: Some((name, value.into())), ..self }
    }
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// What one came for.
    First,
    /// What one came for, as wide as a phone.
    Big,
    /// What one may do as well.
    Second,
    /// What cannot be undone.
    Danger,
}

impl Look {
    /// The class in the style sheet; a button without one is what one came for.
    const fn class(self) -> Option<&'static str> {
        match self {
            Self::First => None,
            Self::Big => Some("big"),
            Self::Second => Some("second"),
            Self::Danger => Some("danger"),
        }
    }
}

impl Form {
    fn empty(id: impl Into<String>, action: impl ToString, sending: Sending) -> Self {
        Self {
            id: id.into(),
            action: action.to_string(),
            sending,
            groups: Vec::new(),
            buttons: Vec::new(),
            links: Vec::new(),
        }
    }

    /// A form that changes something.
    pub fn new(id: impl Into<String>, action: impl ToString) -> Self {
        Self::empty(id, action, Sending::Fields)
    }

    /// A form that chooses what a page shows: what is chosen stands in the address.
    pub fn in_address(id: impl Into<String>, action: impl ToString) -> Self {
        Self::empty(id, action, Sending::Address)
    }

    /// A box for what [`words`] to look for.
    pub fn search(id: impl Into<String>, action: impl ToString, words: Field, button: Button) -> Self {
        Self::empty(id, action, Sending::Search).with(words.beside(button))
    }

    /// A button that does something by itself.
    pub fn press(id: impl Into<String>, action: impl ToString, button: Button) -> Self {
        Self::new(id, action).button(button)
    }

    /// The form with more fields.
    pub fn with(mut self, group: impl Into<Group>) -> Self {
        let group = group.into();
        let has_file =
            group.fields.iter().any(|field| matches!(field.control, Control::File(_) | Control::Files(_)));
        self.groups.push(group);
        if has_file { self.as_files() } else { self }
    }

    /// The form with more fields, in groups.
    pub fn with_all(self, groups: impl IntoIterator<Item = Group>) -> Self {
        groups.into_iter().fold(self, Self::with)
    }

    /// The form with another button.
    pub fn button(mut self, button: Button) -> Self {
        self.buttons.push(button);
        self
    }

    /// The form with a way to another page beside its buttons.
    pub fn link(mut self, link: Link) -> Self {
        self.links.push(link);
        self
    }

    /// The form, sent as one with files is even where it has none to choose.
    pub fn as_files(self) -> Self {
        Self { sending: Sending::Files, ..self }
    }

    /// The form with what was typed in it, if it is the one that was refused.
    pub fn filled(mut self, typed: &Typed) -> Self {
        if self.was_refused(typed) {
            for field in self.groups.iter_mut().flat_map(|group| &mut group.fields) {
                field.fill(&typed.fields);
                field.is_wrong = typed.wrong.contains(&field.name);
            }
        }
        self
    }

    /// Whether it is the form that was refused, or typed in before a sign-in.
    pub fn was_refused(&self, typed: &Typed) -> bool {
        typed.form == self.id || (!typed.action.is_empty() && typed.action == self.action)
    }

    /// What leads to the field of a name, on the page of the form.
    pub fn place_of(&self, name: &str) -> String {
        format!("#{}-{name}", self.id)
    }

    /// The id of a field on the page.
    fn id_of(&self, field: &Field) -> String {
        format!("{}-{}", self.id, field.name)
    }

    /// The ids of what describes a field: its hint, and why it was refused.
    fn described(&self, field: &Field) -> Option<String> {
        let hint = field.hint.as_ref().map(|_| format!("{}-hint", self.id_of(field)));
        let refusals = field.is_wrong.then(|| REFUSALS.to_owned());
        let ids: Vec<String> = hint.into_iter().chain(refusals).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// A button that says a phrase.
pub fn button(page: Lang, key: &str, look: Look) -> Button {
    Button { words: say(page, key), sends: None, look }
}

/// A field for a day, with how a day is written.
pub fn day(page: Lang, name: impl Into<String>, key: &str, value: impl Into<String>) -> Field {
    let hint = say(page, "admin-date-hint");
    // 31.12.2026
    Field::line(LineKind::Day, name, say(page, key), value).at_most(10).with_hint(hint)
}

/// A field for the file of a text or an attachment.
pub fn file(page: Lang, name: impl Into<String>, key: &str) -> Field {
    Field::new(name, say(page, key), Control::File(DOCUMENT_FILES))
}

/// A field for the file of a text, or for photos of its pages.
pub fn files(page: Lang, name: impl Into<String>, key: &str) -> Field {
    Field::new(name, say(page, key), Control::Files(DOCUMENT_FILES))
}

/// A line of words.
pub fn line(page: Lang, name: impl Into<String>, key: &str, value: impl Into<String>) -> Field {
    Field::line(LineKind::Words, name, say(page, key), value)
}

/// A line for words to be looked for.
pub fn words(page: Lang, key: &str, value: &str) -> Field {
    Field::line(LineKind::Search, "q", say(page, key), value).at_most(SEARCH_MAX_CHARS)
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
