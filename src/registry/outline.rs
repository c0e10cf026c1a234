//! Correcting what the reader made of a file, before and after publication, without touching the file.

use super::Result;
use super::body::{parse_body, stored_body};
use super::draft::{find, rejoin_stored, save};
use super::facts::{self, record};
use super::handle::Registry;
use super::random::random;
use super::recipe::{self, Recipe, half};
use super::refusal::{Field, Refusal};
use super::transaction::present_document;
use crate::domain::deed::Deed;
use crate::domain::draft::{Draft, DraftFile, DraftPart};
use crate::domain::fact::FactDetail;
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::{Code, Lang};
use crate::storage::bodies::{self, StoredBody};
use crate::storage::drafts;
use crate::text::amendment::{detach, find_changes};
use crate::text::bilingual;
use crate::text::outline::{Key, correct};

impl Registry {
    /// The languages of a draft whose file holds the Kazakh and the Russian text side by side.
    ///
    /// # Errors
    /// No such draft.
    pub fn bilingual_texts(&self, id: DraftId) -> Result<Vec<Lang>> {
        bilingual(&self.draft(id)?)
    }

    /// Makes headings of this level of some blocks of a draft's text, or paragraphs.
    ///
    /// # Errors
    /// No such draft, no readable text in this language, or nothing chosen.
    pub fn correct_draft(&self, id: DraftId, lang: Lang, blocks: &[Key], level: Option<u8>) -> Result<()> {
        if blocks.is_empty() {
            return Err(Refusal::Missing(Field::Choice).into());
        }
        self.inner.database.write(|conn| {
            let mut draft = find(conn, id)?;
            let mut file = text_of(&draft, lang)?.clone();
            (file.body, file.recipe) = corrected(&file.body, &file.recipe, blocks, level)?;
            save(conn, &mut draft)?;
            Ok(drafts::set_body(conn, id, &file)?)
        })
    }

    /// Takes the Kazakh and the Russian text of a draft from one file that holds both side by side.
    ///
    /// # Errors
    /// No such draft, or a file that does not hold both; the draft stays as it was.
    pub fn split_draft(&self, id: DraftId, lang: Lang) -> Result<()> {
        let replaced = self.inner.database.write(|conn| {
            let mut draft = find(conn, id)?;
            let source = text_of(&draft, lang)?.clone();
            if Recipe::parse(&source.recipe)?.bilingual {
                return Err(Refusal::NotBilingual.into());
            }
            let mut whole = parse_body(&source.body)?;
            detach(&mut whole);
            let pages = Recipe::parse(&source.recipe)?.pages;
            let recipe = Recipe { bilingual: true, pages, ..Recipe::default() }.stored();
            save(conn, &mut draft)?;
            for lang in [Lang::Kk, Lang::Ru] {
                let part = match &source.part {
                    DraftPart::Text { authenticity, .. } => {
                        DraftPart::Text { lang, authenticity: *authenticity }
                    }
                    other => other.clone(),
                };
                let id_of_file = AttachmentId::from_random(random()?);
                let body = stored_body(&half(&whole, lang)?);
                let file = DraftFile { id: id_of_file, part, body, recipe: recipe.clone(), ..source.clone() };
                drafts::put_file(conn, id, draft.files.len() + 1, &file)?;
            }
            rejoin_stored(conn, id)?;
            Ok::<_, super::Error>(draft.checksums())
        })?;
        self.release(&replaced).map(drop)
    }

    /// The bytes of a draft's file, for the one who previews it.
    ///
    /// # Errors
    /// No such draft or file, or a store that cannot be read.
    pub fn draft_file(&self, id: DraftId, file: AttachmentId) -> Result<(DraftFile, Vec<u8>)> {
        let draft = self.draft(id)?;
        let file = draft.files.into_iter().find(|of| of.id == file).ok_or(Refusal::UnknownDraft)?;
        let bytes = self.inner.files.get(file.file.checksum)?;
        Ok((file, bytes))
    }

    /// Makes headings of this level of some blocks of a published text, or paragraphs. Where that changes the readable
    /// body, the change is recorded as a fact.
    ///
    /// # Errors
    /// An unknown or withdrawn version, no readable text in this language, or nothing chosen.
    pub fn correct_outline(
        &self,
        code: Code,
        ordinal: u32,
        lang: Lang,
        (blocks, level): (&[Key], Option<u8>),
        actor: &str,
    ) -> Result<()> {
        if blocks.is_empty() {
            return Err(Refusal::Missing(Field::Choice).into());
        }
        let id = self.document_id(code)?;
        let now = self.now();
        self.write(actor, Deed::CorrectOutline, &format!("{code} v{ordinal} {lang}"), |conn| {
            let document = present_document(conn, id)?;
            let version = facts::living(&document, ordinal)?;
            let text = version.texts.iter().find(|text| text.lang == lang).ok_or(Refusal::NoBody)?;
            let StoredBody { extractor, body: before, recipe } =
                bodies::stored(conn, text.id)?.ok_or(Refusal::NoBody)?;
            let (body, recipe) = corrected(&before, &recipe, blocks, level)?;
            if body == before {
                return Ok(bodies::set_recipe(conn, text.id, &recipe)?);
            }
            let made = StoredBody { extractor: extractor.clone(), body, recipe };
            recipe::store(conn, &document, (text.id, lang), &made)?;
            record(conn, &document, version, FactDetail::BodyRemade { lang, extractor }, now)
        })
    }
}

/// A stored body and its recipe after a decision about some blocks.
fn corrected(body: &str, recipe: &str, blocks: &[Key], level: Option<u8>) -> Result<(String, String)> {
    let mut body = parse_body(body)?;
    let mut recipe = Recipe::parse(recipe)?;
    recipe.decide(blocks, level);
    correct(&mut body, &recipe.corrections);
    find_changes(&mut body);
    Ok((stored_body(&body), recipe.stored()))
}

/// The file of a draft's text that can be read.
fn text_of(draft: &Draft, lang: Lang) -> Result<&DraftFile> {
    let has_words = |file: &&DraftFile| parse_body(&file.body).is_ok_and(|body| !body.is_empty());
    draft.text(lang).filter(has_words).ok_or_else(|| Refusal::NoBody.into())
}

/// The languages of a draft whose file holds both texts side by side, and whose other text would not be lost: there is
/// none, or it is of the same file.
pub(super) fn bilingual(draft: &Draft) -> Result<Vec<Lang>> {
    let mut found = Vec::new();
    for (lang, other) in [(Lang::Kk, Lang::Ru), (Lang::Ru, Lang::Kk)] {
        let Ok(file) = text_of(draft, lang) else { continue };
        let free = draft.text(other).is_none_or(|other| other.file.checksum == file.file.checksum);
        let whole = !Recipe::parse(&file.recipe)?.bilingual;
        let mut own = parse_body(&file.body)?;
        detach(&mut own);
        if free && whole && bilingual::split(&own).is_some() {
            found.push(lang);
        }
    }
    Ok(found)
}
