//! How long an answer of PostgreSQL is waited for, and the stream that gives up.
//!
//! A server that is stopped, and a network that loses packets without a word, leave a connection that says nothing for
//! ever. The stream below notices: after something was asked, silence ends the connection, and what waited fails.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

/// How often the limit is looked at: it shrinks when the program is asked to stop.
const TICK: Duration = Duration::from_millis(200);

/// The longest wait for an answer once the program stops.
const WHILE_STOPPING: Duration = Duration::from_secs(1);

/// How long one connection may be silent while it is asked.
#[derive(Debug)]
pub struct Patience {
    limit_ms: AtomicU64,
    stopping: Arc<AtomicBool>,
    closed: AtomicBool,
}

impl Patience {
    /// Patience of a connection that nobody asks yet; `stopping` says that the program stops.
    pub fn new(stopping: Arc<AtomicBool>) -> Arc<Self> {
        Arc::new(Self { limit_ms: AtomicU64::new(0), stopping, closed: AtomicBool::new(false) })
    }

    /// From now on answers are waited for this long; zero while nothing is asked.
    pub fn set(&self, limit: Duration) {
        self.limit_ms.store(u64::try_from(limit.as_millis()).unwrap_or(u64::MAX), Ordering::SeqCst);
    }

    /// Nothing is asked for a while; gives what [`Self::set`] has to be told when it is over.
    pub fn rest(&self) -> Duration {
        Duration::from_millis(self.limit_ms.swap(0, Ordering::SeqCst))
    }

    /// Notes that the connection is over.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
    }

    /// Whether the connection is over.
    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }

    fn limit(&self) -> Option<Duration> {
        let limit = match self.limit_ms.load(Ordering::SeqCst) {
            0 => return None,
            limit_ms => Duration::from_millis(limit_ms),
        };
        Some(if self.stopping.load(Ordering::SeqCst) { limit.min(WHILE_STOPPING) } else { limit })
    }
}

/// A stream to a server that is waited for no longer than a [`Patience`] allows.
pub struct Patient<S> {
    inner: S,
    patience: Arc<Patience>,
    /// When something was last sent or received while an answer is awaited.
    since: Option<Instant>,
    alarm: Pin<Box<Sleep>>,
}

impl<S> Patient<S> {
    /// The stream with this patience. Make it where a runtime is.
    pub fn new(inner: S, patience: Arc<Patience>) -> Self {
        Self { inner, patience, since: None, alarm: Box::pin(sleep(TICK)) }
    }

    /// Whether the silence has lasted too long; else the task is woken to look again.
    fn is_over(&mut self, context: &mut Context<'_>) -> bool {
        loop {
            let Some(since) = self.since else { return false };
            let Some(limit) = self.patience.limit() else {
                self.since = None;
                return false;
            };
            let left = limit.saturating_sub(since.elapsed());
            if left.is_zero() {
                return true;
            }
            self.alarm.as_mut().reset(Instant::now() + left.min(TICK));
            if self.alarm.as_mut().poll(context).is_pending() {
                return false;
            }
        }
    }

    fn waited<T>(&mut self, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if self.is_over(context) {
            Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "no answer within the deadline")))
        } else {
            Poll::Pending
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match Pin::new(&mut self.inner).poll_read(context, buffer) {
            Poll::Ready(read) => {
                self.since = Some(Instant::now());
                Poll::Ready(read)
            }
            Poll::Pending => self.waited(context),
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.inner).poll_write(context, bytes);
        if sent.is_ready() || self.since.is_none() {
            self.since = Some(Instant::now());
        }
        // The reading side waits for the answer from now on, and must be woken even if none comes.
        match (sent, self.waited(context)) {
            (Poll::Pending, waited) => waited,
            (sent, _) => sent,
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match Pin::new(&mut self.inner).poll_flush(context) {
            Poll::Pending => self.waited(context),
            flushed => flushed,
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    fn patience(limit_ms: u64) -> Arc<Patience> {
        let patience = Patience::new(Arc::default());
        patience.set(Duration::from_millis(limit_ms));
        patience
    }

    fn run(test: impl Future<Output = ()>) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(test);
    }

    #[test]
    fn silence_after_a_question_ends_the_stream() {
        run(async {
            let (near, _far) = duplex(64);
            let mut stream = Patient::new(near, patience(50));
            stream.write_all(b"?").await.expect("room");
            let why = stream.read_u8().await.expect_err("nobody answers");
            assert_eq!(why.kind(), io::ErrorKind::TimedOut);
        });
    }

    #[test]
    fn an_answer_in_pieces_is_taken_however_long_it_is_in_all() {
        run(async {
            let (near, mut far) = duplex(64);
            let mut stream = Patient::new(near, patience(300));
            stream.write_all(b"?").await.expect("room");
            let answer = tokio::spawn(async move {
                for _ in 0..8 {
                    tokio::time::sleep(Duration::from_millis(60)).await;
                    far.write_all(b"a").await.expect("room");
                }
                far
            });
            let mut read = [0; 8];
            stream.read_exact(&mut read).await.expect("an answer");
            answer.await.expect("a task");
        });
    }

    #[test]
    fn a_stream_that_is_asked_nothing_may_be_silent() {
        run(async {
            let (near, mut far) = duplex(64);
            let patience = patience(50);
            let mut stream = Patient::new(near, patience.clone());
            stream.write_all(b"?").await.expect("room");
            far.write_all(b"a").await.expect("room");
            stream.read_u8().await.expect("an answer");
            patience.set(Duration::ZERO);
            let late = tokio::spawn(async move {
                tokio::time::sleep(Duration::from_millis(400)).await;
                far.write_all(b"b").await.expect("room");
                far
            });
            assert_eq!(stream.read_u8().await.expect("a notice"), b'b');
            late.await.expect("a task");
        });
    }

    #[test]
    fn a_program_that_stops_waits_no_longer() {
        run(async {
            let (near, _far) = duplex(64);
            let stopping = Arc::new(AtomicBool::new(false));
            let patience = Patience::new(stopping.clone());
            patience.set(Duration::from_secs(600));
            let mut stream = Patient::new(near, patience);
            stream.write_all(b"?").await.expect("room");
            stopping.store(true, Ordering::SeqCst);
            assert!(stream.read_u8().await.is_err());
        });
    }
}
