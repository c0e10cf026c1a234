//! Making readable bodies again after an improvement of the reader.

use super::Result;
use super::amendments::{AmendingFile, amending_files};
use super::body::{parse_body, stored_body};
use super::facts::{self, record};
use super::handle::Registry;
use super::recipe::{self, Recipe};
use super::refusal::Refusal;
use super::transaction::present_document;
use crate::domain::deed::Deed;
use crate::domain::fact::FactDetail;
use crate::domain::ids::{DocumentId, TextId};
use crate::domain::version::File;
use crate::domain::{Code, Instant, Lang};
use crate::storage::bodies::{self, StoredBody};
use crate::storage::documents;
use crate::text::EXTRACTOR;
use crate::text::amendment::join;
use crate::text::body::Body;

/// Documents that are looked at at once.
const DOCUMENTS_AT_ONCE: usize = 200;

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
    /// What amends it.
    amending: Vec<AmendingFile>,
    text: TextId,
}

impl Stale {
    /// The text.
    pub(super) const fn id(&self) -> TextId {
        self.text
    }
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
        let mut stale = Vec::new();
        if let Some(code) = only {
            let id = self.document_id(code)?;
            stale.extend(self.stale_of(&[id], wanted)?);
            return Ok(stale);
        }
        let mut filter = documents::Filter::default();
        loop {
            let ids =
                self.inner.database.read(|conn| documents::page(conn, &filter, 0, DOCUMENTS_AT_ONCE))?;
            let Some(end) = ids.last() else { return Ok(stale) };
            filter.after = Some(*end);
            stale.extend(self.stale_of(&ids, wanted)?);
        }
    }

    fn stale_of(&self, ids: &[DocumentId], wanted: Wanted) -> Result<Vec<Stale>> {
        let documents = self.inner.database.read(|conn| documents::by_ids(conn, ids))?;
        let versions = documents
            .iter()
            .flat_map(|document| document.versions.iter().map(move |version| (document.code, version)));
        let mut stale = Vec::new();
        for (code, version) in versions.filter(|(_, version)| !version.is_erased(Instant::MAX)) {
            for text in &version.texts {
                let made_by = self.inner.database.read(|conn| bodies::extractor(conn, text.id))?;
                if wanted == Wanted::All || made_by.as_deref() != Some(EXTRACTOR) {
                    let (file, lang) = (text.file.clone(), text.lang);
                    let amending = amending_files(version);
                    stale.push(Stale { code, ordinal: version.ordinal, lang, file, amending, text: text.id });
                }
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
        self.remake(stale, |_| {}, actor)
    }

    /// Makes the body of a published text again by its recipe, once that is changed.
    pub(super) fn remake(&self, stale: &Stale, change: impl Fn(&mut Recipe), actor: &str) -> Result<Remade> {
        loop {
            let stored = self.inner.database.read(|conn| bodies::stored(conn, stale.text))?;
            let before = stored.unwrap_or_default().recipe;
            let mut recipe = Recipe::parse(&before)?;
            change(&mut recipe);
            let mut made = self.made_again(stale.file.checksum, &recipe, stale.lang)?;
            join(&mut made, stale.lang, &self.read_amending(&stale.amending)?);
            if let Some(remade) = self.enter_remade(stale, (&before, recipe.stored()), &made, actor)? {
                return Ok(remade);
            }
        }
    }

    /// Enters a body that was made again by a recipe; nothing is done where another one came `before` meanwhile.
    fn enter_remade(
        &self,
        stale: &Stale,
        (before, recipe): (&str, String),
        made: &Body,
        actor: &str,
    ) -> Result<Option<Remade>> {
        let Stale { code, ordinal, lang, text, .. } = stale;
        let id = self.document_id(*code)?;
        let now = self.now();
        self.write(actor, Deed::Reextract, &format!("{code} v{ordinal} {lang}"), |conn| {
            let document = present_document(conn, id)?;
            let version = facts::find(&document, *ordinal)?;
            if version.is_erased(Instant::MAX) {
                return Err(Refusal::WithdrawnAlready.into());
            }
            let stored = bodies::stored(conn, *text)?.unwrap_or_default();
            if stored.recipe != before {
                return Ok(None);
            }
            let body = stored_body(made);
            if body == stored.body {
                bodies::set_extractor(conn, *text, EXTRACTOR)?;
                bodies::set_recipe(conn, *text, &recipe)?;
                return Ok(Some(Remade::Same));
            }
            if made.is_empty() && !parse_body(&stored.body)?.is_empty() {
                return Err(Refusal::WordsLost.into());
            }
            let extractor = EXTRACTOR.to_owned();
            let made = StoredBody { extractor: extractor.clone(), body, recipe };
            recipe::store(conn, &document, (*text, *lang), &made)?;
            let detail = FactDetail::BodyRemade { lang: *lang, extractor };
            record(conn, &document, version, detail, now)?;
            Ok(Some(Remade::Changed))
        })
    }
}
