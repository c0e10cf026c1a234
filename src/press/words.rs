//! Why nothing was printed, as people are told on pages and by commands.

use super::PressError;
use crate::domain::{Code, Lang};
use crate::phrases::{Argument, say, say_with};
use crate::print::LayoutError;
use crate::print::model::choice::{
    Edge, InvalidOption, Languages, Look, Occasion, Paper, Part, Pending, Stock,
};
use crate::print::model::kit::Kit;
use crate::print::qr::Level;

/// Longest part of a wrong value that is said again, in characters.
const SAID_MAX_CHARS: usize = 40;

/// Why this kit was not printed, and what can be done about it.
pub fn why(lang: Lang, error: &PressError, kit: &Kit) -> String {
    let code = |key: &str, code: Code| {
        let named = kit.document(code).map(|document| document.heading(lang, &kit.organization));
        let name = named.unwrap_or_else(|| kit.organization.name(lang).to_owned());
        say_with(lang, key, &[("code", code.grouped().into()), ("name", name.into())])
    };
    match error {
        PressError::Layout(LayoutError::HostTooLong { limit }) => {
            let limit = Argument::Number(i64::try_from(*limit).unwrap_or(i64::MAX));
            let key =
                if kit.choice.level == Level::H { "print-host-too-long-h" } else { "print-host-too-long" };
            say_with(lang, key, &[("host", kit.base.host().into()), ("limit", limit)])
        }
        PressError::Layout(LayoutError::TitleTooLong { code: of }) => code("print-title-too-long", *of),
        PressError::Layout(LayoutError::NoDocument { code: of }) => {
            say_with(lang, "print-no-document", &[("code", of.grouped().into())])
        }
        PressError::Nothing => say(lang, "print-nothing"),
        PressError::Unreadable { code: of } => code("print-unreadable", *of),
        PressError::Pdf(_) | PressError::Picture => say(lang, "print-failed"),
    }
}

/// Which choice there is not, and what there is instead: each value as it is written, and what it means.
pub fn no_choice(lang: Lang, wrong: &InvalidOption) -> String {
    if matches!(wrong.key, "parts" | "documents") && wrong.value.is_empty() {
        return say(lang, "choice-nothing");
    }
    let value: String = wrong.value.chars().take(SAID_MAX_CHARS).collect();
    let name = say(lang, &format!("choice-{}", wrong.key));
    let (name, value) = (("name", Argument::from(name)), ("value", Argument::from(value)));
    let listed = |names: Vec<&str>| {
        let meant = |name: &str| {
            let slug = name.to_ascii_lowercase().replace(',', "-");
            format!("{name} ({})", say(lang, &format!("choice-{}-{slug}", wrong.key)))
        };
        names.into_iter().map(meant).collect::<Vec<_>>().join("; ")
    };
    let possible = match wrong.key {
        "parts" => listed(Part::ALL.iter().map(|value| value.name()).collect()),
        "paper" => listed(Paper::ALL.iter().map(|value| value.name()).collect()),
        "stock" => listed(Stock::ALL.iter().map(|value| value.name()).collect()),
        "level" => listed(Level::ALL.iter().map(|value| value.name()).collect()),
        "languages" => listed(Languages::ALL.iter().map(|value| value.name()).collect()),
        "look" => listed(Look::ALL.iter().map(|value| value.name()).collect()),
        "edge" => listed(Edge::ALL.iter().map(|value| value.name()).collect()),
        "occasion" => listed(Occasion::ALL.iter().map(|value| value.name()).collect()),
        "pending" => listed(Pending::ALL.iter().map(|value| value.name()).collect()),
        "bundle" => "zip; pdf".to_owned(),
        "start" => {
            let most = Argument::Number(i64::try_from(wrong.most.unwrap_or(1)).unwrap_or(i64::MAX));
            say_with(lang, "choice-start-possible", &[("most", most)])
        }
        _ => say(lang, "choice-documents-possible"),
    };
    say_with(lang, "choice-refused", &[name, value, ("possible", possible.into())])
}
