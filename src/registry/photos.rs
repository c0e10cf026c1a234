//! Photos of pages as the text of a draft: one file, whose pages can be put into another order.

use super::Result;
use super::body::parse_body;
use super::draft::find;
use super::handle::Registry;
use super::recipe::Recipe;
use super::refusal::{Error, Refusal};
use crate::domain::draft::DraftPart;
use crate::domain::ids::DraftId;
use crate::domain::version::{Authenticity, FILE_MAX_BYTES};
use crate::domain::{Checksum, Lang};
use crate::storage::recognition;
use crate::text::body::Block;

/// Files with their names.
pub type NamedFiles = Vec<(String, Vec<u8>)>;

impl Registry {
    /// Adds a text to a draft, in place of the one in its language: one file, or photos of its pages in this order.
    ///
    /// # Errors
    /// A file that cannot be read; of several, one that is no photo, too many of them, or one that is too large. The draft
    /// stays as it was.
    pub fn put_files(
        &self,
        id: DraftId,
        lang: Lang,
        authenticity: Authenticity,
        files: NamedFiles,
    ) -> Result<()> {
        self.draft(id)?;
        let (name, bytes, recipe) = self.one_of(files)?;
        self.put(id, (DraftPart::Text { lang, authenticity }, &recipe), &name, bytes)
    }

    /// One file, or photos of pages as one file, which is called like the first; and how a text is made of it.
    pub(super) fn one_of(&self, mut files: NamedFiles) -> Result<(String, Vec<u8>, Recipe)> {
        if let [_] = &*files
            && let Some((name, bytes)) = files.pop()
        {
            return Ok((name, bytes, Recipe::default()));
        }
        let (names, photos): (Vec<String>, Vec<Vec<u8>>) = files.into_iter().unzip();
        if photos.iter().any(|photo| photo.len() as u64 > FILE_MAX_BYTES) {
            return Err(Refusal::FileTooLarge { limit_mib: FILE_MAX_BYTES >> 20 }.into());
        }
        let joined = self.inner.worker.join(&photos)?;
        let recipe = Recipe { is_of_photos: true, ..Recipe::default() };
        Ok((names.into_iter().next().unwrap_or_default(), joined, recipe))
    }

    /// Puts the pages of such a text into another order; `order` names each page once. What is recognised of a page goes
    /// with it.
    ///
    /// # Errors
    /// No such draft or text, or an order that is none.
    pub fn arrange_photos(&self, id: DraftId, lang: Lang, order: &[u32]) -> Result<()> {
        let draft = self.draft(id)?;
        let file = draft.text(lang).ok_or(Refusal::NoBody)?;
        let (before, recipe) = (file.file.checksum, Recipe::parse(&file.recipe)?);
        if !recipe.is_of_photos {
            return Err(Refusal::NoBody.into());
        }
        let bytes = self.inner.files.get(before)?;
        let pages = parse_body(&file.body)?.blocks.iter().find_map(|block| match block {
            Block::ScannedPage(page) => Some(page.of),
            _ => None,
        });
        let arranged = self.inner.worker.arrange(&bytes, order).map_err(|error| match error {
            Error::Refused(Refusal::Unreadable(_)) => {
                Refusal::NoOrder { pages: pages.unwrap_or_default() }.into()
            }
            error => error,
        })?;
        let after = Checksum::of(&arranged);
        if after == before {
            return Ok(());
        }
        let (part, name) = (file.part.clone(), file.file.name.clone());
        self.inner.database.write(|conn| {
            find(conn, id)?;
            Ok::<_, Error>(recognition::arrange(conn, before, after, order)?)
        })?;
        let arranged = self.put(id, (part, &recipe.arranged(order)), &name, arranged);
        self.or_release(after, arranged)
    }
}
