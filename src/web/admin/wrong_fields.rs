//! Which fields of a form a refusal is about. A field of one name means the same in every form.

use super::fields::Fields;
use crate::domain::Lang;
use crate::domain::requisites::DateProblem;
use crate::domain::typed::clean;
use crate::pages::form::Typed;
use crate::refusals::sentences;
use crate::registry::{Field, Refusal};

impl Fields {
    /// What a form shows again after a refusal, with the fields that it is about.
    pub fn refused(self, form: &str, lang: Lang, refusal: &Refusal) -> Typed {
        let wrong = self.wrong(refusal);
        self.typed(form, sentences(lang, refusal, "")).about(&wrong)
    }

    /// The names of the fields that a refusal is about; a form may have but some of them.
    pub fn wrong(&self, refusal: &Refusal) -> Vec<&'static str> {
        let mut names = names(refusal).to_vec();
        if let Refusal::BadPhone(number) = refusal {
            names.retain(|name| clean(self.get(name)) == *number);
        }
        names
    }
}

const fn names(refusal: &Refusal) -> &'static [&'static str] {
    match refusal {
        Refusal::Missing(field) | Refusal::TooLong { field, .. } | Refusal::NoLetters { field, .. } => {
            match field {
                Field::Reason => &["reason"],
                Field::Name => &["name", "name_kk", "name_ru"],
                Field::Title => &["title_kk", "title_ru", "title_en", "title"],
                Field::ShortTitle => &["short_title_kk", "short_title_ru", "short_title_en"],
                Field::Number => &["number"],
                Field::Kind => &["kind"],
                Field::Day => &["on"],
                Field::Phone => &["phone", "whatsapp"],
                Field::Choice => &["applies_to", "scope", "event"],
                Field::Words => &["words"],
            }
        }
        Refusal::UnknownOrganization(_) => &["owner", "into", "organization", "organizations"],
        Refusal::UnknownDocument(_) | Refusal::OwnSuccessor => &["successor"],
        Refusal::NumberTaken(_) | Refusal::NumberLooksTaken { .. } => &["number"],
        Refusal::NameFromLaterDay => &["since"],
        Refusal::BadPhone(_) => &["phone", "whatsapp"],
        Refusal::BadMailAddress(_) => &["mail"],
        Refusal::NoConsent => &["consent"],
        Refusal::BadLogin => &["login"],
        Refusal::ShortPassword { .. } | Refusal::LongPassword { .. } | Refusal::EasyPassword => {
            &["password", "new"]
        }
        Refusal::WrongPassword => &["login", "password", "present"],
        Refusal::TokenNameTaken(_) => &["name"],
        Refusal::TokenEnd { .. } => &["last_day"],
        Refusal::WebhookAddress(_) => &["address"],
        Refusal::WrongCode => &["code"],
        Refusal::Dates(problem) => match problem {
            DateProblem::EffectiveFromMissing => &["effective_from"],
            DateProblem::SignedOnMissing => &["signed_on"],
            DateProblem::TermEndMissing | DateProblem::TermTooLong { .. } => &["term_end"],
            DateProblem::EndsBeforeItBegins => &["effective_from", "term_end"],
            DateProblem::SignedAfterTheEnd => &["signed_on", "term_end"],
            _ => &[],
        },
        _ => &[],
    }
}
