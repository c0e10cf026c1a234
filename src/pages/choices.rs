//! What may be chosen for print: the table of print options as groups of a form, in plain words.

use super::form::{self, Control, Field, Group};
use super::html::Passage;
use super::naming::best;
use crate::domain::Lang;
use crate::phrases::say;
use crate::print::model::choice::{Choice, Shift};
use crate::print::model::kit::{Document, Kit, LabelledClause};
use crate::print::model::options::{OPTIONS, PrintOption, Values};

/// What a document is called beside its box: what is printed large, or its title in another language.
pub(super) fn shown(document: &Document, kit: &Kit, page: Lang) -> Passage {
    let other = best(&document.titles, page).filter(|title| title.foreign.is_some());
    other.unwrap_or_else(|| Passage::plain(document.heading(page, &kit.organization)))
}

/// What an article or a point is called beside its box.
fn shown_clause(labelled: &LabelledClause, page: Lang) -> Passage {
    best(&labelled.names, page).unwrap_or_else(|| Passage::plain(labelled.clause.number()))
}

/// What may be chosen for one stand: everything, and which of its documents. These are folded away.
pub(super) fn of_kit(page: Lang, kit: &Kit) -> Vec<Group> {
    let document = |document: &Document| form::Choice {
        value: document.code.to_string(),
        words: shown(document, kit, page),
        chosen: kit.choice.names(document.code),
    };
    let documents: Vec<form::Choice> = kit.documents.iter().map(document).collect();
    let group = |option: &PrintOption| match option.values {
        Values::Documents if documents.len() < 2 => None,
        Values::Documents => {
            let fields = any_of(page, option, documents.clone());
            Some(Group::folded(legend(page, option), fields.into()))
        }
        Values::Clauses => {
            let chosen = |labelled: &LabelledClause| form::Choice {
                value: format!("{}-{}", labelled.document, labelled.clause),
                words: shown_clause(labelled, page),
                chosen: true,
            };
            let chosen: Vec<form::Choice> = kit.clauses.iter().map(chosen).collect();
            (!chosen.is_empty()).then(|| field(page, option, Control::Checks(chosen)).into())
        }
        _ => Some(fields(page, option, &kit.choice).into()),
    };
    OPTIONS.iter().filter_map(group).collect()
}

/// What may be chosen for many stands at once.
pub(super) fn of_many(page: Lang, choice: &Choice) -> Vec<Field> {
    OPTIONS.iter().flat_map(|option| fields(page, option, choice)).collect()
}

/// An option as fields; which documents of a stand there are, it does not know.
fn fields(page: Lang, option: &PrintOption, choice: &Choice) -> Vec<Field> {
    let written = option.written(choice);
    let answers = |chosen: &[&str]| -> Vec<form::Choice> {
        let answer = |value: &'static str| form::Choice {
            value: value.to_owned(),
            words: say(page, &option.phrase(value)).into(),
            chosen: chosen.contains(&value),
        };
        option.names().into_iter().map(answer).collect()
    };
    match option.values {
        Values::One(_) => vec![field(page, option, Control::Radio(answers(&[&written])))],
        Values::Any(_) => any_of(page, option, answers(&written.split('.').collect::<Vec<_>>())).into(),
        Values::Number(most) => {
            vec![field(page, option, Control::Number { value: written, most: most() })]
        }
        Values::Millimetres => {
            let most = f32::from(Shift::MOST) / 10.0;
            vec![field(page, option, Control::Millimetres { value: written, most })]
        }
        Values::Documents | Values::Clauses => Vec::new(),
    }
}

/// Boxes, and what says in the address that none of them is ticked.
fn any_of(page: Lang, option: &PrintOption, choices: Vec<form::Choice>) -> [Field; 2] {
    [Field::hidden(option.key, ""), field(page, option, Control::Checks(choices))]
}

fn field(page: Lang, option: &PrintOption, control: Control) -> Field {
    let field = Field::new(option.key, legend(page, option), control);
    if option.has_hint { field.with_hint(say(page, &format!("choice-{}-hint", option.key))) } else { field }
}

fn legend(page: Lang, option: &PrintOption) -> String {
    say(page, &format!("choice-{}", option.key))
}

#[cfg(test)]
mod tests {
    use askama::Template as _;

    use super::*;
    use crate::domain::Code;
    use crate::domain::address::{Href, Public};
    use crate::pages::form::Form;
    use crate::phrases::is_key;
    use crate::print::model::choice::Part;

    #[test]
    fn every_choice_has_its_words() {
        for lang in Lang::ALL {
            let form = Form::in_address("kit", "/").with(of_many(lang, &Choice::default()));
            let html = form.render().expect("a form");
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
