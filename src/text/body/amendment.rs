//! What amends a text stands in its body: the last blocks, and the places that they change.

use serde::{Deserialize, Serialize};

use super::{Block, Body};

/// What amends a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// Its number among those of its version, from 1.
    pub number: u32,
    /// What it is called.
    pub title: String,
    /// Whether its words can be read.
    pub is_read: bool,
    /// The places that it changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// A place of a text that an amendment changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The anchor of the place.
    pub at: String,
    /// The anchor of the amendment's words.
    pub by: String,
    /// These words, by paragraphs; not all of them where they are long.
    pub words: Vec<String>,
}

impl Amendment {
    /// The anchor of its heading.
    pub fn anchor(&self) -> String {
        format!("am-{}", self.number)
    }
}

impl Body {
    /// The blocks of the text itself, without what amends it.
    pub fn own(&self) -> &[Block] {
        let first = self.amendments.first().map(Amendment::anchor);
        let begins = |block: &Block| block.anchor() == first.as_deref();
        let end = if first.is_some() { self.blocks.iter().position(begins) } else { None };
        &self.blocks[..end.unwrap_or(self.blocks.len())]
    }
}
