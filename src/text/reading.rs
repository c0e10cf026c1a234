//! What a reader of one format hands back.

use std::collections::HashMap;

use super::body::Body;

/// A document as it was read, before its numbers are looked at.
#[derive(Debug, Default)]
pub struct Document {
    /// Its words.
    pub body: Body,
    /// Before which block each bookmark stands.
    pub bookmarks: HashMap<String, usize>,
}
