//! What a person should look at before a text is published, by what the register knows besides the text.

use super::Result;
use super::body::bodies;
use crate::domain::document::Document;
use crate::domain::draft::Draft;
use crate::storage::{Conn, organizations, uses};
use crate::text::review::{self, Doubt, DoubtKind, Expected};

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
