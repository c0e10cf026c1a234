//! What becomes known of a version after its publication.

use super::calendar::{Day, Instant, parse_day};
use super::ids::FactId;
use super::lang::Lang;
use super::names::names;

/// One append-only fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its identifier inside the registry.
    pub id: FactId,
    /// What became known.
    pub detail: FactDetail,
    /// When the registry learned of it.
    pub recorded_at: Instant,
}

names! {
    /// What kind of thing became known. The order is that in which forms offer to record it.
    pub enum FactKind {
        /// A text in a further language was added.
        LateText = "late_text",
        /// An attachment was added.
        LateAttachment = "late_attachment",
        /// It was handed in for registration.
        Submitted = "submitted",
        /// It was registered by a state body.
        Registered = "registered",
        /// A party proposed to renew it (Labour Code of Kazakhstan, art. 158(2)).
        RenewalProposed = "renewal_proposed",
        /// It ended before or apart from its term.
        Ended = "ended",
        /// It was withdrawn.
        Withdrawn = "withdrawn",
        /// Its bytes were erased.
        Erased = "erased",
        /// The readable body of a text was made again by a later extractor.
        BodyRemade = "body_remade",
    }
}

names! {
    /// A thing that a fact says, by the name that it has for programs, in forms and in the ledger.
    pub enum FactField {
        /// The day on which it happened; of an end, the first day on which the version no longer applies.
        On = "on",
        /// The registration number.
        Number = "number",
        /// How the version ended; see [`EndVerb`].
        Verb = "verb",
        /// The language of the text.
        Lang = "lang",
        /// The title of the attachment, in the administrator's words.
        Title = "title",
        /// Why, in the administrator's words.
        Reason = "reason",
        /// The extractor's version.
        Extractor = "extractor",
    }
}

impl FactField {
    /// Whether it was typed freely, so that it may name a person: the ledger holds only its hash.
    pub const fn is_private(self) -> bool {
        match self {
            Self::Title | Self::Reason => true,
            Self::On | Self::Number | Self::Verb | Self::Lang | Self::Extractor => false,
        }
    }
}

/// How a fact comes to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactOrigin {
    /// An administrator says so: a day and a few words.
    Stated,
    /// It comes with a file that was uploaded.
    Uploaded,
    /// It takes the version, or its bytes, away.
    Removed,
    /// The register notes what it did itself.
    Noted,
}

impl FactKind {
    /// The name with hyphens, as addresses, phrases and the ledger write it.
    pub fn hyphenated(self) -> String {
        self.name().replace('_', "-")
    }

    /// The kind with this name with hyphens.
    pub fn parse_hyphenated(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.hyphenated() == name)
    }

    /// What facts of this kind say, in the order of the ledger.
    pub const fn fields(self) -> &'static [FactField] {
        match self {
            Self::Registered => &[FactField::Number, FactField::On],
            Self::Submitted | Self::RenewalProposed => &[FactField::On],
            Self::Ended => &[FactField::On, FactField::Verb],
            Self::LateText => &[FactField::Lang],
            Self::LateAttachment => &[FactField::Title],
            Self::Withdrawn | Self::Erased => &[FactField::Reason],
            Self::BodyRemade => &[FactField::Lang, FactField::Extractor],
        }
    }

    /// How facts of this kind come to be known.
    pub const fn origin(self) -> FactOrigin {
        match self {
            Self::Registered | Self::Submitted | Self::RenewalProposed | Self::Ended => FactOrigin::Stated,
            Self::LateText | Self::LateAttachment => FactOrigin::Uploaded,
            Self::Withdrawn | Self::Erased => FactOrigin::Removed,
            Self::BodyRemade => FactOrigin::Noted,
        }
    }

    /// Whether it takes a version out of the answers: erased bytes can answer nobody either.
    pub const fn withdraws(self) -> bool {
        match self {
            Self::Withdrawn | Self::Erased => true,
            Self::Submitted
            | Self::BodyRemade
            | Self::Registered
            | Self::RenewalProposed
            | Self::Ended
            | Self::LateText
            | Self::LateAttachment => false,
        }
    }

    /// Whether facts of this kind matter to those who read the documents.
    pub const fn is_news(self) -> bool {
        match self {
            Self::Submitted | Self::BodyRemade => false,
            Self::Registered
            | Self::RenewalProposed
            | Self::Ended
            | Self::LateText
            | Self::LateAttachment
            | Self::Withdrawn
            | Self::Erased => true,
        }
    }
}

/// What became known, in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactDetail {
    /// [`FactKind::Registered`].
    Registered {
        /// The registration number.
        number: String,
        /// The day of registration.
        on: Day,
    },
    /// [`FactKind::Submitted`].
    Submitted {
        /// The day of submission.
        on: Day,
    },
    /// [`FactKind::RenewalProposed`].
    RenewalProposed {
        /// The day of the proposal.
        on: Day,
    },
    /// [`FactKind::Ended`].
    Ended {
        /// First day on which it no longer applies.
        on: Day,
        /// How it ended.
        verb: EndVerb,
    },
    /// [`FactKind::LateText`].
    LateText {
        /// Its language.
        lang: Lang,
    },
    /// [`FactKind::LateAttachment`].
    LateAttachment {
        /// Its title.
        title: String,
    },
    /// [`FactKind::Withdrawn`].
    Withdrawn {
        /// Why, in the administrator's words.
        reason: String,
    },
    /// [`FactKind::Erased`].
    Erased {
        /// Why, in the administrator's words.
        reason: String,
    },
    /// [`FactKind::BodyRemade`].
    BodyRemade {
        /// The text's language.
        lang: Lang,
        /// The extractor's version.
        extractor: String,
    },
}

/// A fact does not say this, or not in a form that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingField(pub FactField);

impl FactDetail {
    /// Of which kind it is.
    pub const fn kind(&self) -> FactKind {
        match self {
            Self::Registered { .. } => FactKind::Registered,
            Self::Submitted { .. } => FactKind::Submitted,
            Self::RenewalProposed { .. } => FactKind::RenewalProposed,
            Self::Ended { .. } => FactKind::Ended,
            Self::LateText { .. } => FactKind::LateText,
            Self::LateAttachment { .. } => FactKind::LateAttachment,
            Self::Withdrawn { .. } => FactKind::Withdrawn,
            Self::Erased { .. } => FactKind::Erased,
            Self::BodyRemade { .. } => FactKind::BodyRemade,
        }
    }

    /// What it says: each field of its kind as text, in the order of the ledger. [`Self::read`] reads them back.
    pub fn values(&self) -> Vec<(FactField, String)> {
        let fields = self.kind().fields().iter();
        fields.map(|field| (*field, self.value(*field).unwrap_or_default())).collect()
    }

    /// A field as text; none where facts of this kind have no such field.
    pub fn value(&self, field: FactField) -> Option<String> {
        let words = |text: &str| Some(text.to_owned());
        match (field, self) {
            (FactField::On, _) => self.on().map(|day| day.to_string()),
            (FactField::Number, Self::Registered { number, .. }) => words(number),
            (FactField::Verb, Self::Ended { verb, .. }) => words(verb.name()),
            (FactField::Lang, Self::LateText { lang } | Self::BodyRemade { lang, .. }) => words(lang.tag()),
            (FactField::Title, Self::LateAttachment { title }) => words(title),
            (FactField::Reason, Self::Withdrawn { reason } | Self::Erased { reason }) => words(reason),
            (FactField::Extractor, Self::BodyRemade { extractor, .. }) => words(extractor),
            _ => None,
        }
    }

    /// Whether it takes the version out of the answers.
    pub const fn withdraws(&self) -> bool {
        self.kind().withdraws()
    }

    /// The day on which it happened, where it has one.
    pub const fn on(&self) -> Option<Day> {
        match self {
            Self::Registered { on, .. }
            | Self::Submitted { on }
            | Self::RenewalProposed { on }
            | Self::Ended { on, .. } => Some(*on),
            Self::LateText { .. }
            | Self::LateAttachment { .. }
            | Self::Withdrawn { .. }
            | Self::Erased { .. }
            | Self::BodyRemade { .. } => None,
        }
    }

    /// A fact of a kind from its fields as text; `value` gives an empty text for what is not there.
    ///
    /// # Errors
    /// A field that cannot be read. Words that were typed freely may be empty.
    pub fn read<'t>(kind: FactKind, value: impl Fn(FactField) -> &'t str) -> Result<Self, MissingField> {
        let missing = |field| move || MissingField(field);
        let words = |field| value(field).to_owned();
        let on = || parse_day(value(FactField::On)).ok_or_else(missing(FactField::On));
        let verb = || EndVerb::parse(value(FactField::Verb)).ok_or_else(missing(FactField::Verb));
        let lang = || Lang::parse(value(FactField::Lang)).ok_or_else(missing(FactField::Lang));
        Ok(match kind {
            FactKind::Registered => Self::Registered { number: words(FactField::Number), on: on()? },
            FactKind::Submitted => Self::Submitted { on: on()? },
            FactKind::RenewalProposed => Self::RenewalProposed { on: on()? },
            FactKind::Ended => Self::Ended { on: on()?, verb: verb()? },
            FactKind::LateText => Self::LateText { lang: lang()? },
            FactKind::LateAttachment => Self::LateAttachment { title: words(FactField::Title) },
            FactKind::Withdrawn => Self::Withdrawn { reason: words(FactField::Reason) },
            FactKind::Erased => Self::Erased { reason: words(FactField::Reason) },
            FactKind::BodyRemade => {
                Self::BodyRemade { lang: lang()?, extractor: words(FactField::Extractor) }
            }
        })
    }
}

names! {
    /// How a version ended.
    pub enum EndVerb {
        /// It lost its force: күші жойылды · утратило силу.
        Repealed = "repealed",
        /// The parties terminated it: бұзылды · расторгнуто.
        Terminated = "terminated",
        /// A court or body declared it invalid: жарамсыз деп танылды · признано недействительным.
        Invalidated = "invalidated",
        /// It was fulfilled: орындалды · исполнено.
        Fulfilled = "fulfilled",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text that every field of its kind can be read from.
    fn sample(field: FactField) -> &'static str {
        match field {
            FactField::On => "2026-02-03",
            FactField::Number => "№ 77-К",
            FactField::Verb => "terminated",
            FactField::Lang => "ru",
            FactField::Title => "Annex 1",
            FactField::Reason => "a mistake",
            FactField::Extractor => "2",
        }
    }

    #[test]
    fn a_fact_of_every_kind_says_its_fields_and_is_read_back_from_them() {
        for kind in FactKind::ALL {
            let detail = FactDetail::read(kind, sample).expect("a fact");
            assert_eq!(detail.kind(), kind);
            let expected: Vec<_> =
                kind.fields().iter().map(|field| (*field, sample(*field).to_owned())).collect();
            assert_eq!(detail.values(), expected, "{kind:?}");
            for field in FactField::ALL {
                assert_eq!(
                    detail.value(field).is_some(),
                    kind.fields().contains(&field),
                    "{kind:?} {field:?}"
                );
            }
        }
    }

    #[test]
    fn a_day_that_is_none_is_named() {
        let bad_day = |field| if field == FactField::On { "soon" } else { sample(field) };
        let missing = Err(MissingField(FactField::On));
        assert_eq!(FactDetail::read(FactKind::Registered, bad_day), missing);
        assert_eq!(FactDetail::read(FactKind::Ended, |_| ""), missing);
    }
}
