//! The index of passages: written with each body, removed with it, made again where it is missing.

use std::sync::atomic::Ordering;

use super::super::Result;
use super::super::body::parse_body;
use super::super::handle::Registry;
use super::super::transaction::present_document;
use crate::domain::document::Document;
use crate::domain::ids::TextId;
use crate::domain::lang::Lang;
use crate::storage::journal::{self, Part};
use crate::storage::search::{self, Passage};
use crate::storage::{Conn, bodies};
use crate::text::body::Body;
use crate::text::find::{INDEXER, passages};

/// Texts that are looked at at once: a quick question.
const TEXTS_LOOKED_AT: i64 = 1_000;

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
    Ok(search::index(conn, document, text, INDEXER, &passages_of(body, lang))?)
}

/// The passages of a body as they are indexed.
pub(in crate::registry) fn passages_of(body: &Body, lang: Lang) -> Vec<Passage> {
    let stored = |passage: crate::text::find::Passage| Passage {
        words: passage.indexed(lang),
        anchor: passage.anchor,
        heading: passage.heading,
        content: passage.content,
    };
    passages(body).into_iter().map(stored).collect()
}

impl Registry {
    /// Indexes every document and organization by its names, and every published text, that is not indexed yet or under
    /// another version of the words, and says how many there were. What a crash interrupts is done the next time.
    ///
    /// # Errors
    /// A database that cannot be read or written.
    pub fn index_missing(&self) -> Result<usize> {
        let (mut last, mut count) = (None, self.name_missing()?);
        if self.inner.database.read(|conn| search::is_complete(conn, INDEXER))? {
            return Ok(count);
        }
        while !self.inner.stopping.load(Ordering::SeqCst) {
            let some =
                self.inner.database.read(|conn| search::texts_after(conn, last, INDEXER, TEXTS_LOOKED_AT))?;
            let Some(end) = some.last() else { break };
            last = Some(end.text);
            let missing: Vec<_> = some.into_iter().filter(|text| !text.is_indexed).collect();
            count += missing.len();
            for some in missing.chunks(TEXTS_AT_ONCE) {
                self.index_some(some)?;
            }
        }
        if count > 0 {
            self.refresh()?;
        }
        Ok(count)
    }

    fn index_some(&self, missing: &[search::Indexable]) -> Result<()> {
        self.inner.database.write(|conn| {
            for one in missing {
                // Another process may have been faster.
                if search::is_indexed(conn, one.text, INDEXER)? {
                    continue;
                }
                let body = bodies::json(conn, one.text)?.map(|json| parse_body(&json)).transpose()?;
                let document = present_document(conn, one.document)?;
                index(conn, &document, (one.text, one.lang), &body.unwrap_or_default())?;
            }
            Ok::<_, super::super::Error>(journal::note(conn, &[Part::Texts])?)
        })
    }
}
