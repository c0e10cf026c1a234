//! What a search found.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Organization, Work};
use crate::domain::Code;
use crate::registry::FoundPassage;
use crate::text::body::STRUCK;
use crate::text::find::Piece;
use crate::web::public::search::place;

/// What was found, one page of it.
#[derive(Serialize, ToSchema)]
pub struct SearchResults {
    /// What was searched for.
    pub query: String,
    /// How many places there are on all pages.
    pub total: usize,
    /// The number of this page, from 1.
    pub page: usize,
    /// Places on one page.
    pub per_page: usize,
    /// The place that was asked for by its number and that is in no document, as it was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_place: Option<String>,
    /// Whether the places only have some of the words, so that none of them may be the answer.
    pub is_partial: bool,
    /// Words of the query that were read otherwise than they were typed.
    pub read_as: Vec<ReadWord>,
    /// Words of the query that are nowhere.
    pub unknown: Vec<String>,
    /// Documents by their titles, best first; on the first page of a search in everything.
    pub documents: Vec<Work>,
    /// Organizations by their names, best first; on the first page of a search in everything.
    pub organizations: Vec<Organization>,
    /// Places in texts, best first.
    pub items: Vec<FoundPlace>,
}

/// A word that was read otherwise than it was typed: on another keyboard, in Latin letters, or misspelt.
#[derive(Serialize, ToSchema)]
pub struct ReadWord {
    /// As it was typed.
    pub typed: String,
    /// What was searched for instead.
    pub read: String,
}

/// A place in a text: an article, a point, or the beginning.
#[derive(Serialize, ToSchema)]
pub struct FoundPlace {
    /// The code of the document.
    document: String,
    /// The ordinal of the version.
    version: u32,
    /// Whether this version answers today.
    is_answer: bool,
    /// Whether words of the text were recognised by a machine, and nobody compared them with their pictures.
    is_recognised: bool,
    /// The language of the text.
    lang: &'static str,
    /// Where the place is in the text; empty for its beginning.
    anchor: String,
    /// The heading that it stands under; empty where there is none.
    heading: String,
    /// The part that answers best; an ellipsis stands where something was left out, and crossed-out words between `~~`.
    excerpt: String,
    /// The page at this place.
    page: String,
}

/// The words of a piece as plain text.
fn plain(piece: &Piece) -> String {
    if piece.is_struck { format!("{STRUCK}{}{STRUCK}", piece.text) } else { piece.text.clone() }
}

impl FoundPlace {
    /// A passage with its page, for those who come from the stand of an organization.
    pub fn of(origin: &str, found: &FoundPassage<'_>, stand: Option<Code>) -> Self {
        let words = |pieces: &[Piece]| pieces.iter().map(plain).collect();
        Self {
            document: found.document.code.to_string(),
            version: found.version.ordinal,
            is_answer: found.is_answer,
            is_recognised: found.is_recognised,
            lang: found.lang.tag(),
            anchor: found.anchor.clone(),
            heading: words(&found.heading),
            excerpt: words(&found.excerpt),
            page: format!("{origin}{}", place(found).href(stand)),
        }
    }
}
