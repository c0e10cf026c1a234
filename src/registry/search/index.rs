//! The index of passages: written with each body, removed with it, made again where it is missing.

use std::collections::HashSet;
use std::sync::atomic::Ordering;

use super::super::Result;
use super::super::open::{Registry, parse_body};
use crate::domain::document::Document;
use crate::domain::ids::TextId;
use crate::domain::lang::Lang;
use crate::storage::search::{self, Passage};
use crate::storage::{Conn, bodies, state};
use crate::text::body::Body;
use crate::text::find::{INDEXER, passages};

/// Texts that are indexed in one transaction: others may write in between.
const TEXTS_AT_ONCE: usize = 50;

/// Stores the readable body of a text in place of an earlier one, and indexes it, in the present transaction.
pub(in crate::registry) fn store_body(
    conn: &mut Conn,
    document: &Document,
    (text, lang): (TextId, Lang),
    extractor: &str,
    json: &str,
) -> Result<()> {
    bodies::store(conn, text, extractor, json)?;
    index(conn, document, (text, lang), &parse_body(json)?)
}

fn index(conn: &mut Conn, document: &Document, (text, lang): (TextId, Lang), body: &Body) -> Result<()> {
    let stored = |passage: crate::text::find::Passage| Passage {
        words: passage.indexed(lang),
        anchor: passage.anchor,
        heading: passage.heading,
        content: passage.content,
    };
    let found: Vec<Passage> = passages(body).into_iter().map(stored).collect();
    Ok(search::index(conn, document, text, INDEXER, &found)?)
}

impl Registry {
    /// Indexes every published text that is not indexed yet, or under another version of the words, and says how many
    /// there were. What a crash interrupts is done the next time.
    ///
    /// # Errors
    /// A database that cannot be read or written.
    pub fn index_missing(&self) -> Result<usize> {
        let snapshot = self.snapshot();
        let indexed: HashSet<TextId> = self.inner.database.read(|conn| search::indexed(conn, INDEXER))?;
        let texts = snapshot.documents().iter().flat_map(|document| {
            document.versions.iter().flat_map(|version| &version.texts).map(move |text| (document, text))
        });
        let missing: Vec<_> = texts.filter(|(_, text)| !indexed.contains(&text.id)).collect();
        for some in missing.chunks(TEXTS_AT_ONCE) {
            if self.inner.stopping.load(Ordering::SeqCst) {
                break;
            }
            self.inner.database.write(|conn| {
                for (document, text) in some {
                    // Another process may have been faster.
                    if search::is_indexed(conn, text.id, INDEXER)? {
                        continue;
                    }
                    let body = bodies::json(conn, text.id)?.map(|json| parse_body(&json)).transpose()?;
                    index(conn, document, (text.id, text.lang), &body.unwrap_or_default())?;
                }
                Ok::<_, super::super::Error>(state::count_change(conn)?)
            })?;
        }
        if !missing.is_empty() {
            self.refresh()?;
        }
        Ok(missing.len())
    }
}
