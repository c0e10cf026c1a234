//! Comparing the words of scanned pages with their pictures, before and after publication. What a person decides is kept as
//! a part of the text's recipe, so that a body which is made again has it too.

use super::draft::{find, save};
use super::handle::Registry;
use super::recipe::{CheckedPage, Recipe};
use super::reextract::{Stale, Wanted};
use super::refusal::{Field, Refusal};
use super::{Result, body::parse_body};
use crate::domain::draft::DraftFile;
use crate::domain::ids::DraftId;
use crate::domain::typed::clean;
use crate::domain::version::File;
use crate::domain::{Code, Lang};
use crate::storage::bodies;
use crate::text::body::{Block, Body, ScannedPage};
use crate::text::recognition::{PageReview, RecognisedWord, Words, mark, paragraphs};

/// Most characters that a person may write for one page: a page of small print has 6,000.
const WORDS_MAX_CHARS: usize = 10_000;

/// A draft's text with its scanned pages.
#[derive(Debug, Clone)]
pub struct ScannedText {
    /// Its file.
    pub file: DraftFile,
    /// Its scanned pages.
    pub pages: Vec<PageReview>,
    /// Whether the file was joined of photos, so that its pages may be put into another order.
    pub is_of_photos: bool,
}

impl Registry {
    /// The scanned pages of a draft's text, with its file.
    ///
    /// # Errors
    /// No such draft or text.
    pub fn scanned_draft_pages(&self, id: DraftId, lang: Lang) -> Result<ScannedText> {
        let draft = self.draft(id)?;
        let file = draft.text(lang).ok_or(Refusal::NoBody)?.clone();
        let body = if file.body.is_empty() { Body::default() } else { parse_body(&file.body)? };
        let recipe = Recipe::parse(&file.recipe)?;
        let pages = self.reviews(&file.file, &recipe, &body)?;
        Ok(ScannedText { file, pages, is_of_photos: recipe.is_of_photos })
    }

    /// The scanned pages of a published text.
    ///
    /// # Errors
    /// No such text, or one that was withdrawn.
    pub fn scanned_pages(&self, code: Code, ordinal: u32, lang: Lang) -> Result<Vec<PageReview>> {
        let text = self.published_text(code, ordinal, lang)?;
        let stored = self.inner.database.read(|conn| bodies::stored(conn, text.id()))?.unwrap_or_default();
        let body = if stored.body.is_empty() { Body::default() } else { parse_body(&stored.body)? };
        self.reviews(&text.file, &Recipe::parse(&stored.recipe)?, &body)
    }

    /// Notes that a person compared a page of a draft's text with its picture; `words` is what the person wrote instead.
    ///
    /// # Errors
    /// No such draft, text or page, or too many words.
    pub fn check_draft_page(&self, id: DraftId, lang: Lang, page: u32, words: Option<&str>) -> Result<()> {
        let checked = checked(page, words)?;
        let ScannedText { file, pages, .. } = self.scanned_draft_pages(id, lang)?;
        require(&pages, &checked)?;
        self.remake_draft_text(id, file.id, |recipe| recipe.check(checked.clone()), save)?;
        self.inner.database.read(|conn| find(conn, id)).map(drop)
    }

    /// The same for a published text. Where that changes the readable body, the change is recorded as a fact.
    ///
    /// # Errors
    /// No such text or page, a version that was withdrawn, or too many words.
    pub fn check_page(
        &self,
        code: Code,
        ordinal: u32,
        lang: Lang,
        (page, words): (u32, Option<&str>),
        actor: &str,
    ) -> Result<()> {
        let checked = checked(page, words)?;
        require(&self.scanned_pages(code, ordinal, lang)?, &checked)?;
        let text = self.published_text(code, ordinal, lang)?;
        self.remake(&text, |recipe| recipe.check(checked.clone()), actor).map(drop)
    }

    fn published_text(&self, code: Code, ordinal: u32, lang: Lang) -> Result<Stale> {
        let texts = self.stale(Some(code), Wanted::All)?;
        let own = texts.into_iter().find(|text| text.ordinal == ordinal && text.lang == lang);
        own.ok_or_else(|| Refusal::NoBody.into())
    }

    fn reviews(&self, file: &File, recipe: &Recipe, body: &Body) -> Result<Vec<PageReview>> {
        let known = self.known_words(file.checksum, recipe)?;
        let pages = body.blocks.iter().filter_map(|block| match block {
            Block::ScannedPage(page) => Some(*page),
            _ => None,
        });
        let review = |page: ScannedPage| {
            let known = known.iter().find(|known| known.page == page.number);
            let is_checked = recipe.pages.iter().any(|checked| checked.page == page.number);
            let plain = |paragraphs| PageReview {
                page,
                paragraphs,
                marked: Vec::new(),
                doubtful: Vec::new(),
                picture: (0, 0),
                is_read: known.is_some(),
                is_checked,
            };
            match known.map(|known| &known.words) {
                Some(Words::Recognised(words)) => {
                    let paragraphs = paragraphs(words);
                    let doubtful: Vec<RecognisedWord> = words.doubtful().cloned().collect();
                    let marked = if doubtful.is_empty() { Vec::new() } else { mark(&paragraphs, words) };
                    let picture = (words.width, words.height);
                    PageReview { marked, doubtful, picture, ..plain(paragraphs) }
                }
                Some(Words::Written(paragraphs)) => plain(paragraphs.clone()),
                None => plain(Vec::new()),
            }
        };
        Ok(pages.map(review).collect())
    }
}

/// What a person decided on a page.
fn checked(page: u32, words: Option<&str>) -> Result<CheckedPage> {
    let written =
        |words: &str| -> Vec<String> { words.lines().map(clean).filter(|line| !line.is_empty()).collect() };
    if words.is_some_and(|words| words.chars().count() > WORDS_MAX_CHARS) {
        return Err(Refusal::TooLong { field: Field::Words, limit: WORDS_MAX_CHARS }.into());
    }
    Ok(CheckedPage { page, paragraphs: words.map(written) })
}

/// Refuses a page that there is not, and one whose words nobody knows.
fn require(pages: &[PageReview], checked: &CheckedPage) -> Result<()> {
    let page = pages.iter().find(|review| review.page.number == checked.page);
    let is_known = page.is_some_and(|review| review.is_read || checked.paragraphs.is_some());
    if is_known { Ok(()) } else { Err(Refusal::NoBody.into()) }
}
