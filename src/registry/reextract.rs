//! Making readable bodies again after an improvement of the reader.

use super::draft::stored_body;
use super::facts::{self, record};
use super::open::Registry;
use super::recipe::{self, Recipe};
use super::refusal::Refusal;
use super::{Result, document};
use crate::domain::fact::FactDetail;
use crate::domain::ids::TextId;
use crate::domain::media::Media;
use crate::domain::version::File;
use crate::domain::{Code, Instant, Lang};
use crate::storage::bodies::{self, StoredBody};
use crate::text::EXTRACTOR;

/// Which bodies are made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Those of another version of the reader, and texts that have none.
    Older,
    /// All.
    All,
}

/// A text whose body may be made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The document's code.
    pub code: Code,
    /// The version's ordinal.
    pub ordinal: u32,
    /// The text's language.
    pub lang: Lang,
    /// Its main file.
    pub file: File,
    text: TextId,
}

/// What came of making a body again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remade {
    /// The body is as it was.
    Same,
    /// The body changed, and the change is recorded.
    Changed,
}

impl Registry {
    /// The published texts whose bodies are to be made again, of one document or of all. Erased ones, and files that
    /// nobody can read, are passed over.
    ///
    /// # Errors
    /// An unknown document, or a database that cannot be read.
    pub fn stale(&self, only: Option<Code>, wanted: Wanted) -> Result<Vec<Stale>> {
        if let Some(code) = only {
            self.document_id(code)?;
        }
        let extractors = self.inner.database.read(bodies::extractors)?;
        let snapshot = self.snapshot();
        let documents =
            snapshot.documents().iter().filter(|document| only.is_none_or(|code| code == document.code));
        let mut stale = Vec::new();
        for document in documents {
            for version in document.versions.iter().filter(|version| !version.is_erased(Instant::MAX)) {
                let texts = version.texts.iter().filter(|text| {
                    let current = extractors.get(&text.id).is_some_and(|extractor| extractor == EXTRACTOR);
                    is_readable(text.file.media) && (wanted == Wanted::All || !current)
                });
                stale.extend(texts.map(|text| Stale {
                    code: document.code,
                    ordinal: version.ordinal,
                    lang: text.lang,
                    file: text.file.clone(),
                    text: text.id,
                }));
            }
        }
        Ok(stale)
    }

    /// Reads the file of a text again, in the worker, and stores its body in a transaction of its own. Corrections of
    /// headings stay. A body that changed is recorded as a fact.
    ///
    /// # Errors
    /// A file that is lost or cannot be read any more, or reads without words; the body is kept.
    pub fn reextract(&self, stale: &Stale, actor: &str) -> Result<Remade> {
        let Stale { code, ordinal, lang, file, text } = stale;
        let bytes = self.noted(file.checksum, self.inner.files.get(file.checksum))?;
        let whole = self.inner.worker.read(&bytes)?.body;
        let id = self.document_id(*code)?;
        let now = self.now();
        self.write(actor, "reextract", &format!("{code} v{ordinal} {lang}"), |conn| {
            let document = document::present(conn, id)?;
            let version = facts::find(&document, *ordinal)?;
            if version.is_erased(Instant::MAX) {
                return Err(Refusal::WithdrawnAlready.into());
            }
            let stored = bodies::stored(conn, *text)?.unwrap_or_default();
            let recipe = Recipe::parse(&stored.recipe)?;
            let body = stored_body(&recipe.make(whole, *lang)?);
            if body == stored.body {
                bodies::set_extractor(conn, *text, EXTRACTOR)?;
                return Ok(Remade::Same);
            }
            if body.is_empty() {
                return Err(Refusal::WordsLost.into());
            }
            let extractor = EXTRACTOR.to_owned();
            let made = StoredBody { extractor: extractor.clone(), body, ..stored };
            recipe::store(conn, &document, (*text, *lang), &made)?;
            let detail = FactDetail::BodyRemade { lang: *lang, extractor };
            record(conn, &document, version, detail, now)?;
            Ok(Remade::Changed)
        })
    }
}

/// Whether files of this kind have a reader.
const fn is_readable(media: Media) -> bool {
    match media {
        Media::Docx | Media::Pdf => true,
        Media::Jpeg | Media::Png | Media::Odt | Media::Rtf | Media::Doc => false,
    }
}
