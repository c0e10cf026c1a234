//! What may be chosen for print, as the fields of a form in plain words.

use askama::Template;

use crate::domain::Lang;
use crate::pages::layout::Passage;
use crate::pages::naming::best;
use crate::phrases::say;
use crate::print::model::choice::{
    Choice, Documents, Edge, Languages, Look, Occasion, Paper, Part, Pending, Stock,
};
use crate::print::model::kit::{Document, Kit};
use crate::print::qr::Level;

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
    Number { value: usize, most: usize, label: String },
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
    let mut choices = of_many(page, &kit.choice);
    let answer = |document: &Document| Answer {
        value: document.code.to_string(),
        words: shown(document, kit, page),
        chosen: match &kit.choice.documents {
            Documents::All => true,
            Documents::These(codes) => codes.contains(&document.code),
        },
    };
    if kit.documents.len() > 1 {
        let group = Group {
            name: "documents",
            legend: say(page, "choice-documents"),
            hint: Some(say(page, "choice-documents-hint")),
            control: Control::Any(kit.documents.iter().map(answer).collect()),
            folded: true,
        };
        choices.groups.push(group);
    }
    choices
}

/// What may be chosen for many stands at once.
pub fn of_many(page: Lang, choice: &Choice) -> Choices {
    let one = |name: &'static str, control: Control| Group {
        name,
        legend: say(page, &format!("choice-{name}")),
        hint: None,
        control,
        folded: false,
    };
    let start = Control::Number {
        value: choice.start,
        most: Stock::ALL.iter().map(|stock| stock.labels()).max().unwrap_or(1),
        label: say(page, "choice-start"),
    };
    let chosen_parts: Vec<&str> = choice.parts.iter().map(|part| part.name()).collect();
    let hinted = |group: Group, key: &str| Group { hint: Some(say(page, key)), ..group };
    Choices {
        groups: vec![
            one("parts", Control::Any(answers(page, "parts", Part::ALL, Part::name, &chosen_parts))),
            one(
                "paper",
                Control::One(answers(page, "paper", Paper::ALL, Paper::name, &[choice.paper.name()])),
            ),
            hinted(
                one(
                    "stock",
                    Control::One(answers(page, "stock", Stock::ALL, Stock::name, &[choice.stock.name()])),
                ),
                "choice-stock-hint",
            ),
            hinted(one("start", start), "choice-start-hint"),
            one(
                "level",
                Control::One(answers(page, "level", Level::ALL, Level::name, &[choice.level.name()])),
            ),
            one(
                "languages",
                Control::One(answers(
                    page,
                    "languages",
                    Languages::ALL,
                    Languages::name,
                    &[choice.languages.name()],
                )),
            ),
            one("look", Control::One(answers(page, "look", Look::ALL, Look::name, &[choice.look.name()]))),
            one("edge", Control::One(answers(page, "edge", Edge::ALL, Edge::name, &[choice.edge.name()]))),
            one(
                "occasion",
                Control::One(answers(
                    page,
                    "occasion",
                    Occasion::ALL,
                    Occasion::name,
                    &[choice.occasion.name()],
                )),
            ),
            one(
                "pending",
                Control::One(answers(page, "pending", Pending::ALL, Pending::name, &[choice.pending.name()])),
            ),
        ],
    }
}

/// Every value there is, in the words of `choice-paper-a4`.
fn answers<T: Copy>(
    page: Lang,
    key: &str,
    all: &[T],
    name: impl Fn(T) -> &'static str,
    chosen: &[&str],
) -> Vec<Answer> {
    let answer = |value: &T| {
        let name = name(*value);
        let slug = name.to_ascii_lowercase().replace(',', "-");
        Answer {
            value: name.to_owned(),
            words: Passage::plain(say(page, &format!("choice-{key}-{slug}"))),
            chosen: chosen.contains(&name),
        }
    };
    all.iter().map(answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Code;
    use crate::domain::address::{Href, Public};
    use crate::phrases::is_key;

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
