//! The articles and points of a document for which a chair may print labels.

use askama::Template;

use super::chrome::{Chrome, finish};
use super::form::{Choice, Control, Field, Form, Group, Look, button};
use super::html::{Link, Passage};
use super::naming;
use super::site::{LanguagePreference, Site};
use crate::domain::address::Public;
use crate::domain::clause::NamedClause;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::{Clause, Lang};
use crate::phrases::{clause_name, say};
use crate::print::model::choice::Part;

/// Articles and points that are offered: a label for each would fill twenty sheets.
const OFFERED_MAX: usize = 400;

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct ClauseLabelsView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The organization for whose stand the labels are.
    pub organization: &'a Organization,
    /// The articles and points of the text that answers today, in each of its languages.
    pub clauses: &'a [(Lang, Vec<NamedClause>)],
}

#[derive(Template)]
#[template(path = "clause_labels.html")]
struct ClauseLabelsPage<'a> {
    chrome: Chrome<'a>,
    document: Link,
    form: Option<Form>,
}

/// The complete page.
pub fn render(view: &ClauseLabelsView<'_>) -> String {
    let page = view.wish.lang();
    let (document, organization) = (view.document.code, view.organization.code);
    let at = Public::ClauseLabels(document, organization);
    let groups = view.groups();
    let form = (!groups.is_empty()).then(|| {
        Form::in_address("labels", view.wish.link(Public::KitPreview(organization)))
            .with(Field::hidden("parts", Part::Stickers.name()))
            .with_all(groups)
            .button(button(page, "clause-labels-show", Look::Big))
    });
    finish(&ClauseLabelsPage {
        chrome: Chrome::new(
            view.site,
            view.wish,
            Passage::plain(say(page, "clause-labels-title")),
            Some(at.into()),
        )
        .described(say(page, "clause-labels-lead")),
        document: Link {
            href: view.wish.link(Public::Stand(document, organization)),
            words: naming::title(view.document, view.owner, page),
        },
        form,
    })
}

impl ClauseLabelsView<'_> {
    /// What members ask for most, ticked; and the rest, folded away.
    fn groups(&self) -> Vec<Group> {
        let page = self.wish.lang();
        let Some((lang, named)) = self.text() else { return Vec::new() };
        let asked = self.asked_for();
        let choice = |named: &NamedClause| Choice {
            value: format!("{}-{}", self.document.code, named.clause),
            words: Passage::new(clause_name(lang, named), lang, page),
            chosen: asked.contains(&named.clause),
        };
        let (most, others): (Vec<&NamedClause>, Vec<&NamedClause>) =
            named.iter().take(OFFERED_MAX).partition(|named| asked.contains(&named.clause));
        let field = |key: &str, named: Vec<&NamedClause>| {
            let choices: Vec<Choice> = named.into_iter().map(choice).collect();
            (!choices.is_empty()).then(|| Field::new("clauses", say(page, key), Control::Checks(choices)))
        };
        let is_folded = !most.is_empty();
        let most = field("clause-labels-most", most).map(Group::from);
        let others = field("clause-labels-others", others).map(|others| {
            if is_folded {
                Group::folded(say(page, "clause-labels-others"), vec![others])
            } else {
                others.into()
            }
        });
        most.into_iter().chain(others).collect()
    }

    /// The text in the language of the page, else the first that there is.
    fn text(&self) -> Option<(Lang, &[NamedClause])> {
        let wished = self.clauses.iter().find(|(lang, _)| *lang == self.wish.lang());
        wished.or(self.clauses.first()).map(|(lang, named)| (*lang, named.as_slice()))
    }

    /// What members ask for most, in whichever language that was recognised.
    fn asked_for(&self) -> Vec<Clause> {
        let named = self.clauses.iter().flat_map(|(_, named)| named);
        named.filter(|named| named.is_asked_for).map(|named| named.clause).collect()
    }
}
