//! How the readable body of a text is made from what the reader finds in its file.

use serde::{Deserialize, Serialize};

use super::refusal::Refusal;
use super::{Result, search};
use crate::domain::Lang;
use crate::domain::document::Document;
use crate::domain::ids::TextId;
use crate::storage::bodies::{self, StoredBody};
use crate::storage::{self, Conn};
use crate::text::bilingual::{self, Bilingual};
use crate::text::body::Body;
use crate::text::outline::{Correction, Key, correct};

/// How a body is made. The plain recipe takes the file as it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Recipe {
    /// Whether the file holds the Kazakh and the Russian text side by side, and the body is the half of its language.
    #[serde(default)]
    pub bilingual: bool,
    /// What people decided about headings.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// Whether the file was joined here of photos, so that its pages may be put into another order.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_of_photos: bool,
    /// The pages whose words people compared with their pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<CheckedPage>,
}

/// A page whose words a person compared with its picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedPage {
    /// The page, from 1.
    pub page: u32,
    /// What the person wrote instead, by paragraphs; none where the words were right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraphs: Option<Vec<String>>,
}

impl Recipe {
    /// A recipe as it was stored.
    ///
    /// # Errors
    /// A stored value that means nothing.
    pub fn parse(json: &str) -> Result<Self> {
        if json.is_empty() {
            return Ok(Self::default());
        }
        serde_json::from_str(json).map_err(|_| {
            storage::Error::Corrupt { column: "bodies.recipe", value: json.chars().take(40).collect() }.into()
        })
    }

    /// The recipe as it is stored; empty for the plain one.
    pub fn stored(&self) -> String {
        if *self == Self::default() { String::new() } else { serde_json::to_string(self).unwrap_or_default() }
    }

    /// Notes the level that somebody chose for these blocks; none for a paragraph. The latest decision counts.
    pub fn decide(&mut self, blocks: &[Key], level: Option<u8>) {
        self.corrections.retain(|correction| !blocks.contains(&correction.block));
        self.corrections.extend(blocks.iter().map(|block| Correction { block: block.clone(), level }));
    }

    /// Notes that a person compared a page with its picture. The latest decision counts.
    pub fn check(&mut self, page: CheckedPage) {
        self.pages.retain(|other| other.page != page.page);
        self.pages.push(page);
        self.pages.sort_by_key(|page| page.page);
    }

    /// The recipe once the pages stand in another order: what was compared goes with them, headings are found anew.
    pub fn arranged(&self, order: &[u32]) -> Self {
        let pages = order.iter().zip(1..).filter_map(|(before, page)| {
            let checked = self.pages.iter().find(|checked| checked.page == *before)?;
            Some(CheckedPage { page, ..checked.clone() })
        });
        Self { is_of_photos: self.is_of_photos, pages: pages.collect(), ..Self::default() }
    }

    /// The body of the text in `lang` out of what the reader found in the whole file.
    ///
    /// # Errors
    /// [`Refusal::NotBilingual`] where the two halves are not there.
    pub fn make(&self, whole: Body, lang: Lang) -> Result<Body> {
        let mut body = if self.bilingual { half(&whole, lang)? } else { whole };
        correct(&mut body, &self.corrections);
        Ok(body)
    }
}

/// Stores a readable body with how it was made, in place of an earlier one, and what a search finds of it.
pub(super) fn store(
    conn: &mut Conn,
    document: &Document,
    (text, lang): (TextId, Lang),
    made: &StoredBody,
) -> Result<()> {
    search::store_body(conn, document, (text, lang), &made.extractor, &made.body)?;
    Ok(bodies::set_recipe(conn, text, &made.recipe)?)
}

/// The half of a bilingual file.
pub(super) fn half(whole: &Body, lang: Lang) -> Result<Body> {
    match (bilingual::split(whole), lang) {
        (Some(Bilingual { kk, .. }), Lang::Kk) => Ok(kk),
        (Some(Bilingual { ru, .. }), Lang::Ru) => Ok(ru),
        _ => Err(Refusal::NotBilingual.into()),
    }
}
