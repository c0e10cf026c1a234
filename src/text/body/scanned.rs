//! Pages that are shown as pictures.

use serde::{Deserialize, Serialize};

use super::{Block, Body};

/// A page of a file that is shown as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScannedPage {
    /// Its number, from 1.
    pub number: u32,
    /// How many pages the file has.
    pub of: u32,
    /// Its width, in points or pixels: what counts is how it relates to the height.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

impl Body {
    /// The page with this number, if it is shown as a picture.
    pub fn scanned(&self, number: u32) -> Option<&ScannedPage> {
        self.blocks.iter().find_map(|block| match block {
            Block::ScannedPage(page) if page.number == number => Some(page),
            _ => None,
        })
    }

    /// The number of the first page that is shown as a picture.
    pub fn first_scanned(&self) -> Option<u32> {
        self.blocks.iter().find_map(|block| match block {
            Block::ScannedPage(page) => Some(page.number),
            _ => None,
        })
    }
}
