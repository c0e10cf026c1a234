//! A network in between that may stop passing bytes without a word: neither end hears anything of it.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};
use std::time::Duration;

/// The word that keeps the changes of a transaction, as a client sends it.
const COMMIT: &[u8] = b"COMMIT\0";

/// How often a held connection looks whether it may go on.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// A way to PostgreSQL that can be cut.
pub struct Proxy {
    /// The URL of the database by this way.
    pub url: String,
    holds_all: Arc<AtomicBool>,
    /// Connections with a smaller number pass nothing any more.
    dead_below: Arc<AtomicUsize>,
    opened: Arc<AtomicUsize>,
    losing: Arc<AtomicU8>,
}

/// Where the next connection that saves something breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Before the word that keeps the changes is passed on.
    Commit = 1,
    /// After it: only the answer is lost.
    Answer = 2,
    /// After it, and nothing else is passed on either.
    Everything = 3,
}

impl Proxy {
    /// A way to the database of a URL that names a socket by its folder, percent-encoded.
    pub fn before(url: &str) -> Self {
        let (_, rest) = url.split_once('@').expect("a user");
        let (folder, database) = rest.split_once('/').expect("a database");
        let socket = format!("{}/.s.PGSQL.5432", folder.replace("%2F", "/"));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
        let port = listener.local_addr().expect("an address").port();
        let proxy = Self {
            url: format!("postgres://postgres@127.0.0.1:{port}/{}", database.trim_end_matches('?')),
            holds_all: Arc::default(),
            dead_below: Arc::default(),
            opened: Arc::default(),
            losing: Arc::default(),
        };
        let (holds_all, dead_below) = (proxy.holds_all.clone(), proxy.dead_below.clone());
        let (opened, losing) = (proxy.opened.clone(), proxy.losing.clone());
        std::thread::spawn(move || {
            for near in listener.incoming().flatten() {
                let Ok(far) = UnixStream::connect(&socket) else { continue };
                let number = opened.fetch_add(1, Ordering::SeqCst);
                let is_lost = Arc::new(AtomicBool::new(false));
                let passes = {
                    let (holds_all, dead_below) = (holds_all.clone(), dead_below.clone());
                    let is_lost = is_lost.clone();
                    move || {
                        let is_dead =
                            is_lost.load(Ordering::SeqCst) || number < dead_below.load(Ordering::SeqCst);
                        !holds_all.load(Ordering::SeqCst) && !is_dead
                    }
                };
                let loses = {
                    let (holds_all, losing) = (holds_all.clone(), losing.clone());
                    move |bytes: &[u8]| {
                        let is_commit = bytes.windows(COMMIT.len()).any(|some| some == COMMIT);
                        let loss = if is_commit { losing.swap(0, Ordering::SeqCst) } else { 0 };
                        is_lost.store(loss > 0, Ordering::SeqCst);
                        holds_all.fetch_or(loss == Loss::Everything as u8, Ordering::SeqCst);
                        (loss > 0).then_some(loss != Loss::Commit as u8)
                    }
                };
                let (near_too, far_too) =
                    (near.try_clone().expect("a socket"), far.try_clone().expect("a socket"));
                let passes_too = passes.clone();
                std::thread::spawn(move || pass(near, far, passes, loses));
                std::thread::spawn(move || pass(far_too, near_too, passes_too, |_| None));
            }
        });
        proxy
    }

    /// Passes nothing from now on; connections stay open, and new ones are taken.
    pub fn hold(&self) {
        self.holds_all.store(true, Ordering::SeqCst);
    }

    /// The connections that there are pass nothing any more, for ever; new ones do.
    pub fn forget(&self) {
        self.dead_below.store(self.opened.load(Ordering::SeqCst), Ordering::SeqCst);
    }

    /// Breaks the next connection that saves something.
    pub fn lose(&self, loss: Loss) {
        self.losing.store(loss as u8, Ordering::SeqCst);
    }

    /// Passes everything again, what was held first.
    pub fn release(&self) {
        self.holds_all.store(false, Ordering::SeqCst);
    }
}

trait Half: Read + Write {
    fn close(&self);
}

impl Half for TcpStream {
    fn close(&self) {
        // It may be closed already.
        let _ = self.shutdown(std::net::Shutdown::Both);
    }
}

impl Half for UnixStream {
    fn close(&self) {
        // It may be closed already.
        let _ = self.shutdown(std::net::Shutdown::Both);
    }
}

/// `loses` says of bytes whether the connection ends with them, and whether they are still passed on.
fn pass(
    mut from: impl Half,
    mut to: impl Half,
    passes: impl Fn() -> bool,
    loses: impl Fn(&[u8]) -> Option<bool>,
) {
    let mut bytes = [0; 16 << 10];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        while !passes() {
            std::thread::sleep(LOOK_EVERY);
        }
        let loss = loses(&bytes[..count]);
        if loss == Some(false) || to.write_all(&bytes[..count]).is_err() {
            break;
        }
        if loss.is_some() {
            // The other end goes on: it is not to notice before it has done what it was told.
            return from.close();
        }
    }
    from.close();
    to.close();
}
