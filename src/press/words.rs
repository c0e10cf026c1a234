//! Why nothing was printed, as people are told on pages and by commands.

use super::{BundleKind, PressError};
use crate::domain::{Code, Lang};
use crate::phrases::{Argument, say, say_with};
use crate::print::LayoutError;
use crate::print::model::choice::Shift;
use crate::print::model::kit::Kit;
use crate::print::model::options::{InvalidOption, PrintOption, Values};
use crate::print::qr::Level;

/// Longest part of a wrong value that is said again, in characters.
const SAID_MAX_CHARS: usize = 40;

/// Why this kit was not printed, and what can be done about it.
pub fn why(lang: Lang, error: &PressError, kit: &Kit) -> String {
    let named = |code: Code| {
        let named = kit.document(code).map(|document| document.heading(lang, &kit.organization));
        let name = named.unwrap_or_else(|| kit.organization.name(lang).to_owned());
        [("code", Argument::from(code.grouped())), ("name", name.into())]
    };
    let code = |key: &str, code: Code| say_with(lang, key, &named(code));
    match error {
        PressError::Layout(LayoutError::HostTooLong { limit }) => {
            let limit = Argument::Number(i64::try_from(*limit).unwrap_or(i64::MAX));
            let key =
                if kit.choice.level == Level::H { "print-host-too-long-h" } else { "print-host-too-long" };
            say_with(lang, key, &[("host", kit.base.host().into()), ("limit", limit)])
        }
        PressError::Layout(LayoutError::TitleTooLong { code: of }) => code("print-title-too-long", *of),
        PressError::Layout(LayoutError::LabelsAlike { codes: [one, other] }) => {
            let codes = [("code", one.grouped().into()), ("other", other.grouped().into())];
            say_with(lang, "print-labels-alike", &codes)
        }
        PressError::Layout(LayoutError::NoDocument { code: of }) => {
            say_with(lang, "print-no-document", &[("code", of.grouped().into())])
        }
        PressError::Layout(LayoutError::NoClause { code: of, clause }) => {
            let [code, name] = named(*of);
            say_with(lang, "print-no-clause", &[code, name, ("number", clause.number().into())])
        }
        PressError::Nothing => say(lang, "print-nothing"),
        PressError::Unreadable { code: of } => code("print-unreadable", *of),
        PressError::NotInKazakh { code: of } => code("print-not-in-kazakh", *of),
        PressError::NoLetters { code: of, letters } => {
            let [code, name] = named(*of);
            let letters: String = letters.chars().take(SAID_MAX_CHARS).collect();
            say_with(lang, "print-no-letters", &[code, name, ("letters", letters.into())])
        }
        PressError::Pdf(_) | PressError::Picture => say(lang, "print-failed"),
    }
}

/// Which choice there is not, and what there is instead: each value as it is written, and what it means.
pub fn no_choice(lang: Lang, wrong: &InvalidOption) -> String {
    let option = PrintOption::of(wrong.key);
    let is_list = option.is_some_and(|option| matches!(option.values, Values::Any(_) | Values::Documents));
    if is_list && wrong.value.is_empty() {
        return say(lang, "choice-nothing");
    }
    let value: String = wrong.value.chars().take(SAID_MAX_CHARS).collect();
    let name = say(lang, &format!("choice-{}", wrong.key));
    let (name, value) = (("name", Argument::from(name)), ("value", Argument::from(value)));
    let possible = match option.map(|option| (option, option.values)) {
        Some((option, Values::One(names) | Values::Any(names))) => {
            let meant = |name: &str| format!("{name} ({})", say(lang, &option.phrase(name)));
            names().into_iter().map(meant).collect::<Vec<_>>().join("; ")
        }
        Some((_, Values::Number(_))) => {
            let most = Argument::Number(i64::try_from(wrong.most.unwrap_or(1)).unwrap_or(i64::MAX));
            say_with(lang, "choice-start-possible", &[("most", most)])
        }
        Some((_, Values::Millimetres)) => {
            let most = Argument::Number(i64::from(Shift::MOST / 10));
            say_with(lang, "choice-shift-possible", &[("most", most)])
        }
        Some((_, Values::Documents)) => say(lang, "choice-documents-possible"),
        Some((_, Values::Clauses)) => say(lang, "choice-clauses-possible"),
        None => BundleKind::ALL.map(BundleKind::name).join("; "),
    };
    say_with(lang, "choice-refused", &[name, value, ("possible", possible.into())])
}
