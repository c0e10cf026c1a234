//! What HTTP says of an answer: one file a group of headers. Nothing here knows the register.

pub mod csp;
pub mod disposition;
pub mod encoding;
pub mod etag;
pub mod language;
pub mod link_headers;
pub mod memento;
pub mod pieces;
pub mod range;
