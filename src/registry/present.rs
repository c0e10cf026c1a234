//! What is held now, and which changes led to it.

use std::collections::VecDeque;
use std::sync::{Arc, RwLock};

use super::held::Held;
use crate::storage::journal::Part;

/// Changes that are remembered, so that what was made from an earlier state can be judged: minutes of the busiest day.
const REMEMBERED: usize = 10_000;

/// What is told about changes: the parts that were touched; none where anything may have changed.
pub type Listener = Box<dyn Fn(Option<&[Part]>) + Send + Sync>;

/// The state of the register from which something was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    pub(super) epoch: u64,
    pub(super) seq: u64,
}

/// What is held now, and the latest changes.
pub(super) struct Present {
    held: Arc<Held>,
    /// The latest changes with their numbers, oldest first.
    recent: VecDeque<(u64, Part)>,
    /// Changes after this number are all in `recent`.
    since: u64,
}

impl Present {
    pub fn new(held: Held) -> RwLock<Self> {
        let since = held.position.seq;
        RwLock::new(Self { held: Arc::new(held), recent: VecDeque::new(), since })
    }

    /// What is held.
    pub fn held(&self) -> Arc<Held> {
        self.held.clone()
    }

    fn stamp(&self) -> Stamp {
        Stamp { epoch: self.held.epoch, seq: self.held.position.seq }
    }

    /// Whether these parts are now as they were, or everything is where none are given.
    pub fn is_unchanged(&self, then: Stamp, parts: Option<&[Part]>) -> bool {
        let Some(parts) = parts else { return self.stamp() == then };
        let later = self.recent.iter().rev().take_while(|(seq, _)| *seq > then.seq);
        self.held.epoch == then.epoch
            && then.seq >= self.since
            && !later.into_iter().any(|(_, touched)| parts.contains(touched))
    }

    /// Puts another state in the place of the one that is held, which is given back; `parts` were touched in between, or
    /// anything where there are none.
    pub fn replace(&mut self, fresh: Arc<Held>, parts: Option<&[Part]>) -> Arc<Held> {
        let seq = fresh.position.seq;
        match parts {
            Some(parts) => self.remember(seq, parts),
            None => {
                self.recent.clear();
                self.since = seq;
            }
        }
        std::mem::replace(&mut self.held, fresh)
    }

    fn remember(&mut self, seq: u64, parts: &[Part]) {
        self.recent.extend(parts.iter().map(|part| (seq, *part)));
        while self.recent.len() > REMEMBERED
            && let Some((seq, _)) = self.recent.pop_front()
        {
            self.since = seq;
        }
    }
}
