//! How far an agreement has come that came with many others.

use super::names::names;

names! {
    /// How far an agreement has come that came with many others.
    pub enum LineState {
        /// It can be published.
        Sound = "sound",
        /// It can be published once somebody has looked at what is doubtful.
        Doubtful = "doubtful",
        /// It cannot be published as it stands.
        Refused = "refused",
        /// Nothing is to be done: its files are published.
        Same = "same",
        /// It is published.
        Published = "published",
        /// Its draft was thrown away, or its document taken back.
        Gone = "gone",
    }
}
