//! Readable bodies.

use super::view::View;
use super::{Result, StorageError};
use crate::domain::Lang;
use crate::domain::answer::{Requested, Resolved};
use crate::domain::clause::NamedClause;
use crate::domain::document::Document;
use crate::domain::draft::{Draft, DraftFile};
use crate::domain::ids::TextId;
use crate::storage::bodies;
use crate::text::body::Body;
use crate::text::clauses::clauses;

impl View {
    /// The readable body of a text; none where its file has no words, or was erased.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn body(&self, text: TextId) -> Result<Option<Body>> {
        Ok(self.reading(text)?.filter(|body| !body.is_empty()))
    }

    /// What was read of a text: the same, or what is known of a file without words.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn reading(&self, text: TextId) -> Result<Option<Body>> {
        let stored = self.ask(|conn| Ok(bodies::json(conn, text)?))?;
        stored.map(|json| parse_body(&json)).transpose()
    }

    /// The articles and points of the edition that answers today, in each of its languages.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn clauses(&self, document: &Document) -> Result<Vec<(Lang, Vec<NamedClause>)>> {
        let as_of = self.as_of();
        let Resolved::Edition { version, .. } = Requested::Latest.resolve(document, Lang::Kk, as_of) else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for text in version.known_texts(as_of.known) {
            if let Some(body) = self.body(text.id)? {
                found.push((text.lang, clauses(&body, text.lang)));
            }
        }
        Ok(found)
    }
}

/// A body as it is stored.
pub(super) fn parse_body(json: &str) -> Result<Body> {
    serde_json::from_str(json).map_err(|_| {
        StorageError::Corrupt { column: "bodies.body", value: json.chars().take(40).collect() }.into()
    })
}

/// The body as it is stored; nothing where there are neither words nor anything to know about the file.
pub(super) fn stored_body(body: &Body) -> String {
    let is_nothing = body.is_empty() && body.warnings.is_empty();
    if is_nothing { String::new() } else { serde_json::to_string(body).unwrap_or_default() }
}

/// The bodies of a draft's texts; one without words where the file has none.
pub(super) fn bodies(draft: &Draft) -> Result<Vec<(Lang, Body)>> {
    let texts = draft.texts().filter_map(|file| Some((file.lang()?, file)));
    let read =
        |file: &DraftFile| if file.body.is_empty() { Ok(Body::default()) } else { parse_body(&file.body) };
    texts.map(|(lang, file)| Ok((lang, read(file)?))).collect()
}
