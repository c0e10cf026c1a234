//! Why a kit cannot be laid out.

use crate::domain::{Clause, Code};

/// Why a kit cannot be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LayoutError {
    /// The host fits in no code at the level that was asked for.
    HostTooLong {
        /// Most characters that a host may have, its port included.
        limit: usize,
    },
    /// The titles and names of a document do not fit on a page, however small they are set.
    TitleTooLong {
        /// The document.
        code: Code,
    },
    /// Two labels would read alike.
    LabelsAlike {
        /// The documents, or the organization for the label of the shelf.
        codes: [Code; 2],
    },
    /// The text of a document that answers today has no such article or point.
    NoClause {
        /// The document.
        code: Code,
        /// What was asked for.
        clause: Clause,
    },
    /// The shelf has no document with this code.
    NoDocument {
        /// What was asked for.
        code: Code,
    },
}
