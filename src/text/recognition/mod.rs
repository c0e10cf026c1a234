//! The words of pages that are pictures: as a program recognised them, or as a person wrote them down.

mod doubtful;
mod quality;
mod tsv;

use serde::{Deserialize, Serialize};

use super::body::ScannedPage;
use super::pdf;
use super::ruling::Ruled;

pub use doubtful::{Piece, mark};
pub use quality::{is_poor, odd_percent};
pub use tsv::read as read_tsv;

/// What is known of the words of one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageWords {
    /// The page, from 1.
    pub page: u32,
    /// Its words.
    pub words: Words,
    /// Whether a person compared them with the picture.
    pub is_checked: bool,
}

/// The words of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Words {
    /// As a program recognised them, with their places.
    Recognised(RecognisedPage),
    /// As a person wrote them down: its paragraphs.
    Written(Vec<String>),
}

/// What a program recognised on the picture of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognisedPage {
    /// The width of the picture, in pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Its lines, in reading order.
    pub lines: Vec<Vec<RecognisedWord>>,
    /// The lines that are drawn on it, those of tables above all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Ruled>,
}

/// A word and where it stands on the picture, in pixels from its left upper corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognisedWord {
    /// What it says.
    #[serde(rename = "t")]
    pub text: String,
    /// Its left edge.
    #[serde(rename = "x")]
    pub left: u32,
    /// Its upper edge.
    #[serde(rename = "y")]
    pub top: u32,
    /// Its width.
    #[serde(rename = "w")]
    pub width: u32,
    /// Its height.
    #[serde(rename = "h")]
    pub height: u32,
    /// How sure the program is, in percent.
    #[serde(rename = "c")]
    pub confidence: u8,
}

/// The confidence with which marks that are no letters are read as some, in percent.
const GUESSED_PERCENT: u8 = 40;

/// The confidence below which a person should look at a word, in percent: on clean scans 1 word in 50 has less, and most
/// wrong ones do.
pub const DOUBTFUL_PERCENT: u8 = 70;

impl RecognisedPage {
    /// How much was recognised, and how surely: of two attempts the heavier one is the better.
    pub fn weight(&self) -> u64 {
        let words = self.lines.iter().flatten();
        let weight = |word: &RecognisedWord| {
            let letters = word.text.chars().filter(|letter| letter.is_alphanumeric()).count() as u64;
            letters * u64::from(word.confidence.saturating_sub(GUESSED_PERCENT))
        };
        words.map(weight).sum()
    }

    /// Its words, a line each.
    pub fn to_text(&self) -> String {
        let line = |line: &Vec<RecognisedWord>| {
            line.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        self.lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The words of which the program is not sure, in reading order.
    pub fn doubtful(&self) -> impl Iterator<Item = &RecognisedWord> {
        self.lines.iter().flatten().filter(|word| word.confidence < DOUBTFUL_PERCENT)
    }
}

/// A scanned page with what is known of its words.
#[derive(Debug, Clone)]
pub struct PageReview {
    /// The page.
    pub page: ScannedPage,
    /// Its words, by paragraphs.
    pub paragraphs: Vec<String>,
    /// Its paragraphs in pieces, where the program was not sure of some words; none elsewhere.
    pub marked: Vec<Vec<Piece>>,
    /// The words of which the program was not sure, with their places.
    pub doubtful: Vec<RecognisedWord>,
    /// The width and the height of the picture on which these places are, in pixels.
    pub picture: (u32, u32),
    /// Whether its words are known at all: recognised, or written by a person.
    pub is_read: bool,
    /// Whether a person compared them with the picture.
    pub is_checked: bool,
}

/// The paragraphs that recognised words make, a row of a table each in one.
pub fn paragraphs(page: &RecognisedPage) -> Vec<String> {
    let known = PageWords { page: 1, words: Words::Recognised(page.clone()), is_checked: false };
    let body = pdf::of_photo((page.width, page.height), &[known]);
    let text = body.to_text();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
