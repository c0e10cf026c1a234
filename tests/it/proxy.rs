//! A network in between that may stop passing bytes without a word: neither end hears anything of it.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

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
        };
        let (holds_all, dead_below) = (proxy.holds_all.clone(), proxy.dead_below.clone());
        let opened = proxy.opened.clone();
        std::thread::spawn(move || {
            for near in listener.incoming().flatten() {
                let Ok(far) = UnixStream::connect(&socket) else { continue };
                let number = opened.fetch_add(1, Ordering::SeqCst);
                let passes = {
                    let (holds_all, dead_below) = (holds_all.clone(), dead_below.clone());
                    move || !holds_all.load(Ordering::SeqCst) && number >= dead_below.load(Ordering::SeqCst)
                };
                let (near_too, far_too) =
                    (near.try_clone().expect("a socket"), far.try_clone().expect("a socket"));
                let passes_too = passes.clone();
                std::thread::spawn(move || pass(near, far, passes));
                std::thread::spawn(move || pass(far_too, near_too, passes_too));
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

fn pass(mut from: impl Half, mut to: impl Half, passes: impl Fn() -> bool) {
    let mut bytes = [0; 16 << 10];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        while !passes() {
            std::thread::sleep(LOOK_EVERY);
        }
        if to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    from.close();
    to.close();
}
