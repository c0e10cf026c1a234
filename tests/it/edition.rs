//! What somebody publishes in a test.

use tizilim::domain::Lang;
use tizilim::domain::requisites::RequisitesInput;
use tizilim::domain::version::Authenticity;

use crate::app::day;
use crate::samples;

/// What somebody publishes.
#[derive(Clone, Default)]
pub struct Edition {
    /// Its dates.
    pub dates: RequisitesInput,
    /// Its texts: language, whether signed or translated, the name of the file, its bytes.
    pub texts: Vec<(Lang, Authenticity, String, Vec<u8>)>,
    /// Its attachments: the name of the file, its bytes.
    pub attachments: Vec<(String, Vec<u8>)>,
    /// The version that it corrects.
    pub corrects: Option<u32>,
}

impl Edition {
    /// An edition that was signed on a day and applies from it.
    pub fn of(from: &str) -> Self {
        let from = Some(day(from));
        Self {
            dates: RequisitesInput { signed_on: from, effective_from: from, ..RequisitesInput::default() },
            ..Self::default()
        }
    }

    /// A correction that takes over whatever is not given.
    pub fn correcting(ordinal: u32) -> Self {
        Self { corrects: Some(ordinal), ..Self::default() }
    }

    /// With these dates.
    pub fn dated(self, dates: RequisitesInput) -> Self {
        Self { dates, ..self }
    }

    /// With the end of the term.
    pub fn until(mut self, end: &str) -> Self {
        self.dates.term_end = Some(day(end));
        self
    }

    /// With a sample law as the authentic text.
    pub fn law(self, lang: Lang, name: &str) -> Self {
        self.text(lang, name, samples::law(name))
    }

    /// With a small DOCX as the authentic text.
    pub fn saying(self, lang: Lang, words: &str) -> Self {
        self.text(lang, "text.docx", samples::docx(words))
    }

    /// With this file as the authentic text.
    pub fn text(mut self, lang: Lang, name: &str, bytes: Vec<u8>) -> Self {
        self.texts.push((lang, Authenticity::Authentic, name.to_owned(), bytes));
        self
    }

    /// With an attachment.
    pub fn attachment(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.attachments.push((name.to_owned(), bytes));
        self
    }
}
