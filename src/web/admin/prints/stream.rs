//! A file that is sent while it is printed: a thread prints, a few pieces wait in between, nothing lies on disk.

use std::future::{Future, ready};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

use actix_web::web::Bytes;
use futures_util::stream::{once, unfold};
use futures_util::{Stream, StreamExt as _};
use tokio::runtime::Handle;
use tokio::sync::mpsc::error::SendError;
use tokio::sync::mpsc::{Sender, channel};

use super::job::{Job, Running};
use crate::pages::admin::prints::Progress;
use crate::press::{Batch, BatchError, Bundle, BundleKind, Merged, Told, Zip};
use crate::registry::Registry;
use crate::web::pool::behind_scans;

/// Bytes that are sent together.
const PIECE_BYTES: usize = 64 * 1024;

/// Pieces that wait for a slow reader; then printing waits as well.
const WAITING_PIECES: usize = 8;

/// The file of a job, which runs from now on; none where it ended before there was anything to send. A file that breaks
/// off later ends in an error, so that no browser takes it for a whole one.
pub async fn printed(
    registry: Registry,
    running: Running,
    batch: Batch,
) -> Option<impl Stream<Item = Result<Bytes, io::Error>>> {
    let (sender, mut receiver) = channel(WAITING_PIECES);
    // Not awaited: it ends with the file, or when nobody takes its pieces any more.
    drop(actix_web::rt::task::spawn_blocking(move || {
        behind_scans();
        let line = Line { sender, job: running.job().clone() };
        let ended = print(&registry, &batch, &line);
        // All of it was taken once every place in the line is free again.
        let ended = ended.and_then(|()| {
            line.unless_stopped(line.sender.reserve_many(WAITING_PIECES)).map_err(BatchError::Output)
        });
        match ended {
            Ok(mut places) => {
                // Whoever has the end of the file must find it done.
                running.end(Progress::Done);
                if let Some(place) = places.next() {
                    place.send(Bytes::new());
                }
            }
            Err(_) if running.job().is_stopped() => running.end(Progress::Stopped),
            Err(BatchError::Nothing) => running.end(Progress::Nothing),
            Err(ended) => {
                tracing::warn!(?ended, "a file of kits broke off");
                running.end(Progress::Broken);
            }
        }
    }));
    let first = receiver.recv().await?;
    let rest = unfold(Some(receiver), |receiver| async move {
        let mut receiver = receiver?;
        match receiver.recv().await {
            // An empty piece is the end.
            Some(piece) if piece.is_empty() => None,
            Some(piece) => Some((Ok(piece), Some(receiver))),
            // Whatever ended it before its end, a failed thread included, breaks the answer off.
            None => Some((Err(io::Error::other("the file broke off")), None)),
        }
    });
    Some(once(ready(Ok(first))).chain(rest))
}

fn print(registry: &Registry, batch: &Batch, line: &Line) -> Result<(), BatchError> {
    let out = Pieces { line, waiting: Vec::with_capacity(PIECE_BYTES) };
    let mut told = |told: Told<'_>| {
        line.job.note(match told {
            Told::Printed(_) => None,
            Told::NotPrinted(kit) => Some(kit.to_string()),
        });
        if line.job.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let mut print = |bundle: &mut dyn Bundle| batch.print(registry, bundle, &mut told);
    match line.job.wanted().bundle {
        BundleKind::Zip => print(&mut Zip::new(out)),
        BundleKind::Pdf => {
            let mut merged = Merged::new(out, batch.organizations.len()).map_err(BatchError::Output)?;
            print(&mut merged)
        }
    }
}

/// Where the pieces of a file wait for its reader.
struct Line {
    sender: Sender<Bytes>,
    job: Arc<Job>,
}

impl Line {
    /// Waits for the reader, who may have paused: no longer than until the job is stopped or the reader has gone.
    fn unless_stopped<T>(&self, taken: impl Future<Output = Result<T, SendError<()>>>) -> io::Result<T> {
        Handle::current().block_on(async {
            tokio::select! {
                biased;
                () = self.job.stopped() => Err(io::ErrorKind::ConnectionAborted.into()),
                taken = taken => taken.map_err(|_| io::ErrorKind::BrokenPipe.into()),
            }
        })
    }
}

/// Writes into the line, piece by piece.
struct Pieces<'a> {
    line: &'a Line,
    waiting: Vec<u8>,
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= PIECE_BYTES {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let piece = std::mem::replace(&mut self.waiting, Vec::with_capacity(PIECE_BYTES));
        if piece.is_empty() {
            return Ok(());
        }
        self.line.unless_stopped(self.line.sender.reserve())?.send(piece.into());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::print_request::PrintRequest;
    use super::*;

    /// Longer than a thread needs to come to its wait.
    const PAUSE: Duration = Duration::from_millis(100);

    #[actix_web::test]
    async fn a_paused_download_can_be_stopped_and_left() {
        for is_left in [false, true] {
            let (sender, receiver) = channel(1);
            let job = Arc::new(Job::new(PrintRequest::default()));
            let line = Line { sender, job: job.clone() };
            let printing = actix_web::rt::task::spawn_blocking(move || {
                let mut out = Pieces { line: &line, waiting: Vec::new() };
                (0..3).try_for_each(|_| out.write_all(&[0; PIECE_BYTES]))
            });
            tokio::time::sleep(PAUSE).await;
            assert!(!printing.is_finished(), "nobody reads, and one piece fills the line");
            let mut receiver = Some(receiver);
            if is_left {
                receiver = None;
            } else {
                job.stop();
            }
            let ended = tokio::time::timeout(PAUSE * 100, printing).await.expect("it waits no longer");
            assert!(ended.expect("a thread").is_err());
            drop(receiver);
        }
    }
}
