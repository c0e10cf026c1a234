//! The pictures of scanned pages.

use crate::domain::address::{Admin, Href, Public, ScanPicture};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::{Code, Lang};
use crate::phrases::{Argument, say_with};
use crate::text::body::ScannedPage;

/// "Page 3 of 14".
pub fn page_of(page: &ScannedPage, lang: Lang) -> String {
    let number = |number: u32| Argument::from(i64::from(number));
    say_with(lang, "scanned-page", &[("page", number(page.number)), ("of", number(page.of))])
}

/// Where the pictures of scanned pages are.
#[derive(Debug, Clone, Copy)]
pub enum Pictures {
    /// Those of a published text.
    Published(Code, u32, Lang),
    /// Those of a draft's file.
    Draft(DraftId, AttachmentId),
}

impl Pictures {
    /// The address of a page's picture.
    pub fn at(self, page: &ScannedPage, is_large: bool) -> Href {
        let scan = ScanPicture { page: page.number, is_large };
        match self {
            Self::Published(document, version, lang) => Public::Scan(document, version, lang, scan).into(),
            Self::Draft(draft, file) => Admin::DraftScan(draft, file, scan).into(),
        }
    }
}
