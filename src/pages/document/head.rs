//! What the head of the page says for programs. A picture and a preview live long in other people's chats, so they
//! never say how the text stands.

use crate::domain::address::Public;
use crate::domain::answer::{Requested, Resolved};
use crate::pages::document_view::DocumentView;
use crate::pages::head::{Head, Preview};
use crate::pages::naming;
use crate::pages::site::in_language;

impl DocumentView<'_> {
    /// The head of the page.
    pub(super) fn head(&self) -> Head {
        let page = self.wish.lang();
        let code = self.document.code;
        let title = naming::title(self.document, self.owner, page);
        let (at, picture) = match (self.resolved, self.requested) {
            (Resolved::Edition { version, .. }, requested) => {
                let edition = Public::Version(code, version.ordinal);
                let card = Public::Card(code, version.ordinal, page);
                let picture = format!("{}{card}", self.site.origin);
                match requested {
                    Requested::Latest => (Public::Code(code), Some(picture)),
                    Requested::On(_) | Requested::Edition(_) => (edition, Some(picture)),
                }
            }
            _ => (Public::Code(code), None),
        };
        let preview = Preview {
            title: title.text.clone(),
            description: self.description(),
            address: format!("{}{}", self.site.origin, in_language(at, page)),
            picture,
        };
        Head::with_feed(self.site, self.wish, Public::FeedOf(code), &title).about(preview, self.json_ld)
    }
}
