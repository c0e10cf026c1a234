//! Files of many kits: how far each is. They live in this server's memory and end with it: whoever comes back to one that
//! it does not know is led to the same choices.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use super::print_request::PrintRequest;
use crate::pages::admin::prints::Progress;

/// Batches that are laid out at the same time, whether to be printed or to be counted: each keeps a processor busy, and
/// the rest must go on answering scans.
const RUNNING_MAX: usize = 2;

/// Jobs that are remembered: nobody looks for older ones.
const KEPT_MAX: usize = 50;

/// One file of many kits. It knows what was chosen, and nothing of the register: each download prints what is true then.
#[derive(Debug)]
pub struct Job {
    wanted: PrintRequest,
    stop: watch::Sender<bool>,
    state: Mutex<State>,
}

/// How far a file is.
#[derive(Debug, Clone)]
pub struct State {
    /// In words.
    pub progress: Progress,
    /// The kits that were looked at.
    pub done: usize,
    /// All kits of the last download; none before there was one.
    pub total: usize,
    /// The kits that could not be printed, and why.
    pub not_printed: Vec<String>,
}

impl Job {
    /// A job that waits for its download.
    pub fn new(wanted: PrintRequest) -> Self {
        let state = State { progress: Progress::Waiting, done: 0, total: 0, not_printed: Vec::new() };
        Self { wanted, stop: watch::Sender::new(false), state: Mutex::new(state) }
    }

    /// What was chosen.
    pub const fn wanted(&self) -> &PrintRequest {
        &self.wanted
    }

    /// How far it is.
    pub fn state(&self) -> State {
        self.locked().clone()
    }

    /// Asks it to stop after the present kit.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// Whether it was asked to stop.
    pub fn is_stopped(&self) -> bool {
        *self.stop.borrow()
    }

    /// Waits until it is asked to stop.
    pub async fn stopped(&self) {
        // The sender lives as long as this job: there is no other end of waiting.
        let _ = self.stop.subscribe().wait_for(|is_stopped| *is_stopped).await;
    }

    /// Notes that a kit was looked at; and, where it could not be printed, why.
    pub fn note(&self, not_printed: Option<String>) {
        let mut state = self.locked();
        state.done += 1;
        state.not_printed.extend(not_printed);
    }

    fn is_running(&self) -> bool {
        self.locked().progress == Progress::Running
    }

    fn locked(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A download of a job. The job runs as long as this lives, and no longer.
#[derive(Debug)]
pub struct Running {
    job: Arc<Job>,
    end: Progress,
    _place: Place,
}

impl Running {
    /// The job.
    pub const fn job(&self) -> &Arc<Job> {
        &self.job
    }

    /// Ends it so. One that is dropped otherwise broke off.
    pub fn end(mut self, progress: Progress) {
        self.end = progress;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.job.locked().progress = self.end;
    }
}

/// The right to keep a processor busy; it is given back when it is dropped.
#[derive(Debug)]
pub struct Place {
    _permit: OwnedSemaphorePermit,
}

/// The jobs of this server.
#[derive(Debug)]
pub struct Jobs {
    /// Each under its name, the oldest first.
    jobs: Mutex<VecDeque<(String, Arc<Job>)>>,
    places: Arc<Semaphore>,
}

impl Default for Jobs {
    fn default() -> Self {
        Self { jobs: Mutex::default(), places: Arc::new(Semaphore::new(RUNNING_MAX)) }
    }
}

impl Jobs {
    /// Remembers a job under a name that nobody guesses. Old ones are forgotten, unless they run.
    pub fn add(&self, name: String, job: Job) {
        let mut jobs = self.locked();
        jobs.push_back((name, Arc::new(job)));
        while jobs.len() > KEPT_MAX {
            let Some(oldest) = jobs.iter().position(|(_, job)| !job.is_running()) else { break };
            jobs.remove(oldest);
        }
    }

    /// The job with a name.
    pub fn get(&self, name: &str) -> Option<Arc<Job>> {
        self.locked().iter().find(|(of, _)| of == name).map(|(_, job)| job.clone())
    }

    /// A place for work, unless all are taken.
    pub fn place(&self) -> Option<Place> {
        self.places.clone().try_acquire_owned().ok().map(|permit| Place { _permit: permit })
    }

    /// Begins a download of so many kits, unless one of this job is under way or too many others are.
    pub fn begin(&self, job: &Arc<Job>, total: usize) -> Option<Running> {
        let place = self.place()?;
        let mut state = job.locked();
        if state.progress == Progress::Running {
            return None;
        }
        job.stop.send_replace(false);
        *state = State { progress: Progress::Running, done: 0, total, not_printed: Vec::new() };
        Some(Running { job: job.clone(), end: Progress::Broken, _place: place })
    }

    fn locked(&self) -> MutexGuard<'_, VecDeque<(String, Arc<Job>)>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(jobs: &Jobs, name: &str) -> Arc<Job> {
        jobs.add(name.to_owned(), Job::new(PrintRequest::default()));
        jobs.get(name).expect("a job")
    }

    #[test]
    fn a_running_job_is_never_forgotten() {
        let jobs = Jobs::default();
        let oldest = added(&jobs, "oldest");
        added(&jobs, "second");
        let running = jobs.begin(&oldest, 1).expect("a place");
        for number in 0..KEPT_MAX {
            added(&jobs, &number.to_string());
        }
        assert!(jobs.get("oldest").is_some() && jobs.get("second").is_none());
        assert_eq!(jobs.locked().len(), KEPT_MAX);
        running.end(Progress::Done);
        added(&jobs, "last");
        assert!(jobs.get("oldest").is_none());
    }

    #[test]
    fn a_download_that_ended_touches_none_that_came_later() {
        let jobs = Jobs::default();
        let job = added(&jobs, "a");
        let first = jobs.begin(&job, 1).expect("a place");
        assert!(jobs.begin(&job, 1).is_none(), "one at a time");
        first.end(Progress::Stopped);
        assert_eq!(job.state().progress, Progress::Stopped);
        let second = jobs.begin(&job, 1).expect("the place was given back");
        assert_eq!(job.state().progress, Progress::Running);
        drop(second);
        assert_eq!(job.state().progress, Progress::Broken);
    }

    #[test]
    fn places_are_given_back() {
        let jobs = Jobs::default();
        let taken: Vec<Place> = (0..RUNNING_MAX).map(|_| jobs.place().expect("a place")).collect();
        let job = added(&jobs, "a");
        assert!(jobs.place().is_none() && jobs.begin(&job, 1).is_none());
        assert_eq!(job.state().progress, Progress::Waiting);
        drop(taken);
        assert!(jobs.begin(&job, 1).is_some());
    }
}
