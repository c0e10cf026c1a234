//! What a person should look at before a text is published, by what the register knows besides the text.

use super::Result;
use super::draft::{bodies, find};
use super::handle::Registry;
use super::transaction::present_document;
use crate::domain::document::Document;
use crate::domain::draft::Draft;
use crate::domain::ids::DraftId;
use crate::storage::{Conn, organizations, uses};
use crate::text::review::{self, Doubt, DoubtKind, Expected};

impl Registry {
    /// What a person should look at in the texts of a draft.
    ///
    /// # Errors
    /// No such draft.
    pub fn doubts(&self, id: DraftId) -> Result<Vec<Doubt>> {
        self.inner.database.read_consistently(|conn| {
            let draft = find(conn, id)?;
            let document = present_document(conn, draft.document)?;
            doubts(conn, &draft, &document)
        })
    }
}

/// What is doubtful in the texts of a draft.
pub(super) fn doubts(conn: &mut Conn, draft: &Draft, document: &Document) -> Result<Vec<Doubt>> {
    let bodies = bodies(draft)?;
    let texts: Vec<_> = bodies.iter().map(|(lang, body)| (*lang, body)).collect();
    let owner = organizations::find(conn, document.owner)?;
    let expected = owner.as_ref().map(|owner| Expected { owner, requisites: &draft.requisites });
    let mut doubts = Vec::new();
    for file in draft.texts() {
        let Some(lang) = file.lang() else { continue };
        if let Some(document) = uses::by_another(conn, file.file.checksum, document.owner)? {
            doubts.push(Doubt { lang, anchor: None, kind: DoubtKind::SameFile { document } });
        }
    }
    doubts.extend(review::doubts(&texts, expected));
    Ok(doubts)
}
