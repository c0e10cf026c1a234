//! A file that is sent while it is printed: a thread prints, a few pieces wait in between, nothing lies on disk.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

use actix_web::web::Bytes;
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::mpsc::{Sender, channel};

use super::job::{BundleKind, Job};
use crate::pages::admin::prints::Progress;
use crate::press::{Bundle, Ended, Merged, Told, Zip};
use crate::registry::Registry;

/// Bytes that are sent together.
const PIECE_BYTES: usize = 64 * 1024;

/// Pieces that wait for a slow reader; then printing waits as well.
const WAITING_PIECES: usize = 8;

/// A part of the file; an empty one is its end.
type Piece = Result<Bytes, io::Error>;

/// A job that ends, however the thread does.
struct Running(Arc<Job>);

impl Drop for Running {
    fn drop(&mut self) {
        if self.0.state().0 == Progress::Running {
            self.0.end(Progress::Broken);
        }
    }
}

/// The file of a job, which runs from now on. A file that breaks off ends in an error, so that no browser takes it for
/// a whole one.
pub fn printed(registry: Registry, job: Arc<Job>) -> impl Stream<Item = Piece> {
    let (sender, receiver) = channel(WAITING_PIECES);
    // Not awaited: it ends with the file, or when nobody takes its pieces any more.
    drop(actix_web::rt::task::spawn_blocking(move || {
        let running = Running(job);
        print(&registry, &running.0, &sender);
    }));
    unfold(Some(receiver), |receiver| async move {
        let mut receiver = receiver?;
        match receiver.recv().await {
            Some(Ok(piece)) if piece.is_empty() => None,
            Some(Ok(piece)) => Some((Ok(piece), Some(receiver))),
            // Whatever ended it before its end, a failed thread included, breaks the answer off.
            Some(Err(_)) | None => Some((Err(io::Error::other("the file broke off")), None)),
        }
    })
}

fn print(registry: &Registry, job: &Job, sender: &Sender<Piece>) {
    let out = Pieces { sender: sender.clone(), waiting: Vec::with_capacity(PIECE_BYTES) };
    let mut told = |told: Told<'_>| {
        job.note(match told {
            Told::Printed(_) => None,
            Told::NotPrinted(kit) => Some(kit.to_string()),
        });
        if job.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let mut print = |bundle: &mut dyn Bundle| job.batch().print(registry, bundle, &mut told);
    let ended = match job.bundle() {
        BundleKind::Zip => print(&mut Zip::new(out)),
        BundleKind::Pdf => {
            Merged::new(out, job.total()).map_err(Ended::Output).and_then(|mut merged| print(&mut merged))
        }
    };
    let (progress, last) = match ended {
        Ok(()) => (Progress::Done, Ok(Bytes::new())),
        Err(ended) => {
            tracing::warn!(?ended, "a file of kits broke off");
            let progress = if matches!(ended, Ended::Stopped) { Progress::Stopped } else { Progress::Broken };
            (progress, Err(io::Error::other("the file broke off")))
        }
    };
    // It is done once its end is taken; whoever has gone needs none.
    let is_taken = sender.blocking_send(last).is_ok();
    job.end(if is_taken || progress != Progress::Done { progress } else { Progress::Broken });
}

/// Writes into the channel, piece by piece.
struct Pieces {
    sender: Sender<Piece>,
    waiting: Vec<u8>,
}

impl Write for Pieces {
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
        self.sender.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
