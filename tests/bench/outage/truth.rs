//! What was published when, and what is wrong with an answer that shows another edition.

use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// What readers saw during one fault.
#[derive(Default)]
pub struct Tally {
    /// Answers of any kind.
    pub answers: usize,
    /// Those with the notice that a later edition may not be known.
    pub noticed: usize,
    /// Those with a status of 500 or above.
    pub refused: usize,
    /// Nobody was there to answer, as it has to be where an instance does not run.
    pub unanswered: usize,
    /// The longest time that an answer took.
    pub slowest: Duration,
    /// For how long a later edition had been published where an earlier one was shown as the current one.
    pub oldest: Duration,
    /// Publications that were heard to have happened.
    pub published: usize,
    /// Those that were refused in words, or killed.
    pub not_published: usize,
    /// Publications whose answer was lost, and which took place.
    pub unheard: usize,
    /// What broke a promise.
    pub broken: Vec<String>,
}

#[derive(Default)]
struct Known {
    /// Editions that were published, by the number of the attempt, and when that was heard.
    confirmed: Vec<(u32, Instant)>,
    /// Editions that a restored database does not know any more, and since when.
    gone: Vec<(u32, Instant)>,
}

/// What is so, and what was seen of it.
#[derive(Default)]
pub struct Truth {
    known: Mutex<Known>,
    tally: Mutex<Tally>,
}

impl Truth {
    /// Notes that an edition is published.
    pub fn confirm(&self, attempt: u32) {
        self.known.lock().expect("nobody panicked").confirmed.push((attempt, Instant::now()));
    }

    /// Notes that the database knows these editions alone from now on.
    pub fn restore(&self, kept: &[u32]) {
        let mut known = self.known.lock().expect("nobody panicked");
        let now = Instant::now();
        let gone: Vec<_> =
            known.confirmed.iter().filter(|(attempt, _)| !kept.contains(attempt)).copied().collect();
        known.gone.extend(gone.into_iter().map(|(attempt, _)| (attempt, now)));
        known.confirmed.retain(|(attempt, _)| kept.contains(attempt));
    }

    /// Whether a restored database does not know this edition any more.
    pub fn is_gone(&self, attempt: u32) -> bool {
        let known = self.known.lock().expect("nobody panicked");
        known.gone.iter().any(|(gone, _)| *gone == attempt)
    }

    /// For how long it had been wrong to show an edition when it was asked for; nothing where it was right.
    pub fn wrong_for(&self, shown: u32, asked: Instant) -> Duration {
        let known = self.known.lock().expect("nobody panicked");
        let later = known.confirmed.iter().filter(|(attempt, _)| *attempt > shown);
        let gone = known.gone.iter().filter(|(attempt, _)| *attempt == shown);
        let since = later.chain(gone).map(|(_, at)| *at).min();
        since.map_or(Duration::ZERO, |since| asked.saturating_duration_since(since))
    }

    /// What readers have seen since the last [`Truth::take`].
    pub fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().expect("nobody panicked")
    }

    /// Begins a new tally and gives the one that there was.
    pub fn take(&self) -> Tally {
        std::mem::take(&mut *self.tally())
    }
}
