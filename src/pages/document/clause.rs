//! The article or point that the address names, which stands before the whole text.

use crate::domain::Lang;
use crate::pages::chrome::finish;
use crate::pages::document_view::DocumentView;

/// The part as it stands in the text that answers.
pub(super) struct QuotedClause {
    /// The language of the text.
    pub(super) lang: Lang,
    /// Its blocks as HTML.
    pub(super) blocks: String,
    /// Where it stands in the text.
    pub(super) anchor: String,
    /// Whether more of it stands there.
    pub(super) is_cut: bool,
}

impl DocumentView<'_> {
    /// What the address names; none where it names nothing, or the text has no such part.
    pub(super) fn quoted_clause(&self) -> Option<QuotedClause> {
        let anchor = self.clause?.anchor();
        let body = self.body_view()?;
        let (part, is_cut) = body.quoted(&anchor)?;
        Some(QuotedClause { lang: body.lang(), blocks: finish(&part), anchor, is_cut })
    }
}
