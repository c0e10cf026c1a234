//! What is doubtful in a text.

use serde::Serialize;
use utoipa::ToSchema;

use crate::pages::doubt_sentence::sentence;
use crate::text::review::Doubt;

/// What looks doubtful in a text.
#[derive(Serialize, ToSchema)]
pub struct TextDoubt {
    /// Its kind, such as `pages_without_words`.
    pub kind: &'static str,
    /// Whether it is probably a mistake.
    pub serious: bool,
    /// The anchor of its place; null for the whole text.
    pub anchor: Option<String>,
    /// The pages of the file that it is about.
    pub pages: Vec<u32>,
    /// A sentence in the language of the text.
    pub sentence: String,
}

/// Something doubtful in a text of a draft.
#[derive(Serialize, ToSchema)]
pub struct DraftDoubt {
    /// The language of the text.
    lang: &'static str,
    /// What it is.
    #[serde(flatten)]
    doubt: TextDoubt,
}

impl From<&Doubt> for TextDoubt {
    fn from(doubt: &Doubt) -> Self {
        Self {
            kind: doubt.kind.name(),
            serious: doubt.is_serious(),
            anchor: doubt.anchor.clone(),
            pages: doubt.kind.pages().to_vec(),
            sentence: sentence(doubt, doubt.lang),
        }
    }
}

impl From<&Doubt> for DraftDoubt {
    fn from(doubt: &Doubt) -> Self {
        Self { lang: doubt.lang.tag(), doubt: doubt.into() }
    }
}
