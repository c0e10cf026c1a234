//! The only door to state: one file a verb.
