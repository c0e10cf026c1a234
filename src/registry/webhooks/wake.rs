//! What tells the thread that sends that there is something to be sent.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether somebody added to the outbox what no change of the register tells.
#[derive(Debug, Default)]
pub(in crate::registry) struct Wake(AtomicBool);

impl Wake {
    /// The outbox is looked at soon.
    pub(in crate::registry) fn up(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether somebody said so since it was asked last.
    pub(in crate::registry) fn take(&self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }
}
