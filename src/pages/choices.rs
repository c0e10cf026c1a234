//! What may be chosen for print, as the fields of a form in plain words.

use askama::Template;

use super::html::Passage;
use super::naming::best;
use crate::domain::Lang;
use crate::phrases::say;
use crate::print::model::choice::Choice;
use crate::print::model::kit::{Document, Kit};
use crate::print::model::options::{OPTIONS, PrintOption, Values};

/// The fields of a form. They stand inside of its `form` element.
#[derive(Debug, Clone, Template)]
#[template(path = "choices.html")]
pub struct Choices {
    groups: Vec<Group>,
}

/// A question and its answers.
#[derive(Debug, Clone)]
struct Group {
    name: &'static str,
    legend: String,
    hint: Option<String>,
    control: Control,
    /// Whether few people need it, so that it is folded away.
    folded: bool,
}

#[derive(Debug, Clone)]
enum Control {
    /// Any of these.
    Any(Vec<Answer>),
    /// One of these.
    One(Vec<Answer>),
    /// A number.
    Number { value: String, most: usize, label: String },
}

#[derive(Debug, Clone)]
struct Answer {
    value: String,
    words: Passage,
    chosen: bool,
}

/// What a document is called beside its box: what is printed large, or its title in another language.
pub(super) fn shown(document: &Document, kit: &Kit, page: Lang) -> Passage {
    let other = best(&document.titles, page).filter(|title| title.foreign.is_some());
    other.unwrap_or_else(|| Passage::plain(document.heading(page, &kit.organization)))
}

/// What may be chosen for one stand: everything, and which of its documents.
pub fn of_kit(page: Lang, kit: &Kit) -> Choices {
    let answer = |document: &Document| Answer {
        value: document.code.to_string(),
        words: shown(document, kit, page),
        chosen: kit.choice.names(document.code),
    };
    let documents = Some(kit.documents.iter().map(answer).collect()).filter(|_| kit.documents.len() > 1);
    choices(page, &kit.choice, documents)
}

/// What may be chosen for many stands at once.
pub fn of_many(page: Lang, choice: &Choice) -> Choices {
    choices(page, choice, None)
}

/// The table of options as fields.
fn choices(page: Lang, choice: &Choice, mut documents: Option<Vec<Answer>>) -> Choices {
    let group = |option: &PrintOption| {
        let name = option.key;
        let legend = say(page, &format!("choice-{name}"));
        let written = option.written(choice);
        let answers = |chosen: &[&str]| {
            option.names().into_iter().map(|name| answer(page, option, name, chosen)).collect()
        };
        let control = match option.values {
            Values::One(_) => Control::One(answers(&[&written])),
            Values::Any(_) => Control::Any(answers(&written.split('.').collect::<Vec<_>>())),
            Values::Number(most) => Control::Number { value: written, most: most(), label: legend.clone() },
            Values::Documents => Control::Any(documents.take()?),
        };
        let hint = option.has_hint.then(|| say(page, &format!("choice-{name}-hint")));
        Some(Group { name, legend, hint, control, folded: matches!(option.values, Values::Documents) })
    };
    Choices { groups: OPTIONS.iter().filter_map(group).collect() }
}

fn answer(page: Lang, option: &PrintOption, name: &str, chosen: &[&str]) -> Answer {
    Answer {
        value: name.to_owned(),
        words: Passage::plain(say(page, &option.phrase(name))),
        chosen: chosen.contains(&name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Code;
    use crate::domain::address::{Href, Public};
    use crate::phrases::is_key;
    use crate::print::model::choice::Part;

    #[test]
    fn every_choice_has_its_words() {
        for lang in Lang::ALL {
            let html = of_many(lang, &Choice::default()).render().expect("a form");
            let words = html.split(['<', '>']).filter(|part| !part.contains('='));
            for word in words.flat_map(str::split_whitespace) {
                assert!(!word.starts_with("choice-") && !is_key(word), "{lang}: {word}");
            }
        }
    }

    #[test]
    fn the_usual_kit_has_the_shortest_address() {
        let page = Public::KitPreview(Code::from_random([0; 6]));
        let address = |choice: &Choice| Href::to(page).with_all(choice.pairs()).to_string();
        assert_eq!(address(&Choice::default()), page.to_string());
        let choice = Choice { parts: vec![Part::Stickers], start: 3, ..Choice::default() };
        assert_eq!(address(&choice), format!("{page}?parts=stickers&start=3"));
    }
}
