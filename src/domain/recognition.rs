//! Recognising the words of scanned pages.

/// How far the recognition of a file has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Its pages that were asked for.
    pub asked: usize,
    /// Those whose words are there.
    pub done: usize,
    /// Those that failed for good.
    pub failed: usize,
}

impl Progress {
    /// How many pages somebody still works on.
    pub const fn left(self) -> usize {
        self.asked - self.done - self.failed
    }
}
