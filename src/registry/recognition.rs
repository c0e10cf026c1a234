//! Recognising the words of pages that are pictures, in the background, page by page.
//!
//! What is recognised belongs to the file, whoever has it. The words enter the bodies of its texts once all its pages are
//! done; a person compares them with the pictures afterwards.

use std::time::Duration;

use super::amendments::amending;
use super::body::stored_body;
use super::draft::{find, save_remade};
use super::handle::Registry;
use super::recipe::Recipe;
use super::recognizer::Recognizer;
use super::reextract::Stale;
use super::{Error, Result};
use crate::domain::draft::{Draft, DraftFile, DraftPart};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::recognition::Progress;
use crate::domain::{Checksum, Lang};
use crate::storage::recognition;
use crate::storage::{self, Conn, drafts, uses};
use crate::text::amendment::join;
use crate::text::body::{Block, Body, Warning};
use crate::text::picture::PictureSize;
use crate::text::recognition::{PageWords, RecognisedPage, Words};

/// How long a page is one process's to work on: longer than any page takes.
const TAKEN_FOR: Duration = Duration::from_secs(180);

/// How often pages are looked for that wait.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Who is noted for what a program recognised.
const ACTOR: &str = "recognition";

impl Registry {
    /// The program that recognises words on this machine, if there is one.
    pub fn recognizer(&self) -> Option<&Recognizer> {
        let find = || self.inner.tesseract.as_deref().and_then(Recognizer::find);
        self.inner.recognizer.get_or_init(find).as_ref()
    }

    /// How far the recognition of a file has come; nothing is asked of a file whose words are all there.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn recognition_progress(&self, checksum: Checksum) -> Result<Progress> {
        Ok(self.inner.database.read(|conn| recognition::progress(conn, checksum))?)
    }

    /// The pages of a new text whose words are to be recognised: its pictures, where a program is there that can.
    pub(super) fn unrecognised(&self, part: &DraftPart, body: &Body) -> Vec<u32> {
        let is_text = matches!(part, DraftPart::Text { .. });
        let pages = if is_text { pages_to_recognise(body) } else { Vec::new() };
        if pages.is_empty() || self.recognizer().is_none() { Vec::new() } else { pages }
    }

    /// What is known of the words of a file's pictures: what a person wrote or compared, else what was recognised.
    pub(super) fn known_words(&self, checksum: Checksum, recipe: &Recipe) -> Result<Vec<PageWords>> {
        let stored = self.inner.database.read(|conn| recognition::of(conn, checksum))?;
        let mut known = Vec::new();
        for (page, words) in stored {
            let words = Words::Recognised(parse(&words)?);
            known.push(PageWords { page, words, is_checked: false });
        }
        for checked in &recipe.pages {
            let found = known.iter_mut().find(|known| known.page == checked.page);
            let written = checked.paragraphs.clone().map(Words::Written);
            match (found, written) {
                (Some(known), written) => {
                    known.is_checked = true;
                    known.words = written.unwrap_or_else(|| known.words.clone());
                }
                (None, Some(words)) => known.push(PageWords { page: checked.page, words, is_checked: true }),
                (None, None) => {}
            }
        }
        Ok(known)
    }

    /// Recognises what waits, until the register is closed.
    pub(super) fn recognise_in_background(&self) {
        let Some(recognizer) = self.recognizer() else { return };
        tracing::info!(with = recognizer.name(), "words on scans are recognised");
        while !self.is_stopping() {
            match self.recognise_next(recognizer) {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::warn!(%error, "a page could not be recognised; another try follows"),
            }
            let mut slept = Duration::ZERO;
            while slept < LOOK_EVERY && !self.is_stopping() {
                std::thread::sleep(self.inner.poll_every);
                slept += self.inner.poll_every;
            }
        }
    }

    /// Recognises one page that waits; says whether there was one.
    fn recognise_next(&self, recognizer: &Recognizer) -> Result<bool> {
        // A crash may have come between the last page of a file and the bodies of its texts.
        if let Some(checksum) = self.inner.database.read(recognition::to_be_entered)? {
            self.enter_words(checksum, ACTOR)?;
            return Ok(true);
        }
        // Looked at without the writer's lock first: mostly nothing waits.
        if !self.inner.database.read(recognition::is_waiting)? {
            return Ok(false);
        }
        let now = self.now();
        let until = now.checked_add(TAKEN_FOR).unwrap_or(now);
        let taken = self.inner.database.write(|conn| recognition::take(conn, now, until))?;
        let Some((checksum, page)) = taken else { return Ok(false) };
        self.recognise(recognizer, checksum, page)?;
        Ok(true)
    }

    /// Recognises a page; one that cannot be drawn or recognised is left to the next try.
    fn recognise(&self, recognizer: &Recognizer, checksum: Checksum, page: u32) -> Result<()> {
        let mut best: Option<RecognisedPage> = None;
        // A stamp hides words that are seen without colours; coloured words are seen with them alone.
        for size in [PictureSize::Recognition, PictureSize::WithoutColour] {
            let drawn = match self.scan(checksum, page, size) {
                Ok(drawn) if drawn.is_empty() => continue,
                Ok(drawn) => drawn,
                Err(Error::Refused(_)) => return Ok(()),
                Err(error) => return Err(error),
            };
            best = best.into_iter().chain(recognizer.words(&drawn)).max_by_key(RecognisedPage::weight);
        }
        let Some(mut words) = best else { return Ok(()) };
        let bytes = self.noted(checksum, self.inner.files.get(checksum))?;
        // Without them, the words are those of a page without tables.
        words.rules = self.inner.worker.rules(&bytes, page).unwrap_or_default();
        let words = serde_json::to_string(&words).unwrap_or_default();
        let name = recognizer.name();
        Ok(self.inner.database.write(|conn| recognition::put(conn, checksum, page, &name, &words))?)
    }

    /// Recognises every page of a published text that is a picture, at once; `step` is told how many of how many are done.
    /// Gives how many pages have words now.
    ///
    /// # Errors
    /// A database or a file that cannot be read.
    pub fn recognise_text(
        &self,
        recognizer: &Recognizer,
        stale: &Stale,
        actor: &str,
        mut step: impl FnMut(usize, usize),
    ) -> Result<usize> {
        let checksum = stale.file.checksum;
        let bytes = self.noted(checksum, self.inner.files.get(checksum))?;
        let known = self.known_words(checksum, &Recipe::default())?;
        let pages = pages_to_recognise(&self.inner.worker.read(&bytes, known)?.body);
        let now = self.now();
        self.inner.database.write(|conn| recognition::ask(conn, checksum, &pages, now))?;
        for (done, page) in pages.iter().enumerate() {
            step(done, pages.len());
            self.recognise(recognizer, checksum, *page)?;
        }
        if !pages.is_empty() {
            step(pages.len(), pages.len());
            self.enter_words(checksum, actor)?;
        }
        let stored = self.inner.database.read(|conn| recognition::of(conn, checksum))?;
        Ok(pages.iter().filter(|page| stored.iter().any(|(found, _)| found == *page)).count())
    }

    /// Puts the recognised words of a file into the bodies of its texts: drafts first, whose people wait.
    fn enter_words(&self, checksum: Checksum, actor: &str) -> Result<()> {
        for (draft, file) in self.inner.database.read(|conn| drafts::with_file(conn, checksum))? {
            or_given_up(self.remake_draft_text(draft, file, |_| {}, save_remade))?;
        }
        for (code, ordinal, lang) in self.inner.database.read(|conn| uses::published(conn, checksum))? {
            let texts = self.stale(Some(code), super::reextract::Wanted::All)?;
            let own = texts.iter().find(|text| text.ordinal == ordinal && text.lang == lang);
            or_given_up(own.map(|text| self.reextract(text, actor)).transpose())?;
        }
        Ok(self.inner.database.write(|conn| recognition::set_entered(conn, checksum))?)
    }

    /// Makes the body of a draft's text again by its recipe, once that is changed, out of its file and what is known of its
    /// pictures, and saves the draft. One that changed meanwhile is made again from what it has then.
    pub(super) fn remake_draft_text(
        &self,
        id: DraftId,
        file: AttachmentId,
        change: impl Fn(&mut Recipe),
        save: impl Fn(&mut Conn, &mut Draft) -> Result<()>,
    ) -> Result<()> {
        let of = |draft: &Draft| draft.files.iter().find(|of| of.id == file).cloned();
        loop {
            let draft = self.inner.database.read(|conn| drafts::find(conn, id))?;
            let Some(before) = draft.as_ref().and_then(of) else { return Ok(()) };
            let DraftPart::Text { lang, .. } = before.part else { return Ok(()) };
            let mut recipe = Recipe::parse(&before.recipe)?;
            change(&mut recipe);
            let mut body = self.made_again(before.file.checksum, &recipe, lang)?;
            join(&mut body, lang, &draft.as_ref().map(amending).transpose()?.unwrap_or_default());
            let body = stored_body(&body);
            let entered = self.inner.database.write(|conn| {
                let mut draft = find(conn, id)?;
                let Some(now) = of(&draft) else { return Ok(true) };
                if now.recipe != before.recipe {
                    return Ok(false);
                }
                save(conn, &mut draft)?;
                let made = DraftFile { body: body.clone(), recipe: recipe.stored(), ..now };
                drafts::set_body(conn, id, &made)?;
                Ok::<_, Error>(true)
            })?;
            if entered {
                return Ok(());
            }
        }
    }

    /// The body of a text in `lang` by a recipe, out of its file and what is known of its pictures.
    pub(super) fn made_again(&self, checksum: Checksum, recipe: &Recipe, lang: Lang) -> Result<Body> {
        let bytes = self.noted(checksum, self.inner.files.get(checksum))?;
        let known = self.known_words(checksum, recipe)?;
        recipe.make(self.inner.worker.read(&bytes, known)?.body, lang)
    }
}

/// What came of making a body again, where another try may do better. What no try mends is said, and given up: nothing waits
/// behind it for ever.
fn or_given_up<T>(made: Result<T>) -> Result<()> {
    use storage::Error::{Corrupt, FileChanged, FileLost};
    match made {
        Err(error @ (Error::Refused(_) | Error::Storage(FileChanged(_) | FileLost(_) | Corrupt { .. }))) => {
            tracing::warn!(%error, "recognised words could not be put into a text");
            Ok(())
        }
        made => made.map(drop),
    }
}

/// The pages of a body that are pictures, and of which no words are known, or only such that hardly look like words.
fn pages_to_recognise(body: &Body) -> Vec<u32> {
    let wanted = body.warnings.iter().filter_map(|warning| match warning {
        Warning::PagesWithoutWords { pages, .. } | Warning::PoorWords { pages } => Some(pages),
        _ => None,
    });
    let wanted: Vec<u32> = wanted.flatten().copied().collect();
    let is_wanted = |number: u32| wanted.contains(&number);
    let pages = body.blocks.iter().filter_map(|block| match block {
        Block::ScannedPage(page) if is_wanted(page.number) => Some(page.number),
        _ => None,
    });
    pages.collect()
}

/// Recognised words as they are stored.
pub(super) fn parse(words: &str) -> Result<RecognisedPage> {
    serde_json::from_str(words).map_err(|_| {
        let value = words.chars().take(40).collect();
        storage::Error::Corrupt { column: "recognised_pages.words", value }.into()
    })
}
