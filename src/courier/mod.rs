//! Brings a message to an address that somebody typed: one POST, no redirects, and never into a network that is not public.
//!
//! What is connected to is looked at after its name was resolved, by the resolver of the very client that connects: a name
//! that leads elsewhere a moment later (DNS rebinding) leads nowhere. Of an answer its status alone is read, so its length
//! does not matter.

mod resolver;
mod target;

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, USER_AGENT};
use reqwest::redirect::Policy;

use self::resolver::{Guarded, NotAllowed};
pub use self::target::Target;
use crate::domain::webhook::{Undelivered, is_loopback, is_public};

/// The longest wait for an answer, with the name, the connection and the sending: who must do much answers first.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Largest body of a message, in bytes: three titles of 300 letters and the rest take 3 kB.
pub const BODY_MAX_BYTES: usize = 8 * 1024;

/// Who sends.
const AGENT: &str = concat!("tizilim/", env!("CARGO_PKG_VERSION"));

/// Where messages may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Over https to the public internet.
    Public,
    /// Also to this machine, and there without https: for a trial that nobody else reaches.
    ThisMachine,
}

impl Reach {
    fn allows(self, address: std::net::IpAddr) -> bool {
        is_public(address) || (self == Self::ThisMachine && is_loopback(address))
    }
}

/// A message on its way.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// What it is known by, the same at each try.
    pub id: &'a str,
    /// When it is sent, in seconds since 1970.
    pub sent_at_s: i64,
    /// Its signatures, parted by spaces.
    pub signatures: &'a str,
    /// What it says, as JSON.
    pub body: &'a str,
}

/// What brings messages.
pub struct Courier {
    reach: Reach,
    client: reqwest::Client,
    /// None once it is over: names may still be asked for, which nobody waits for then.
    runtime: Option<tokio::runtime::Runtime>,
}

impl Courier {
    /// A courier that goes so far.
    ///
    /// # Errors
    /// A system that gives no threads, or no certificates.
    pub fn new(reach: Reach) -> std::io::Result<Self> {
        // What encrypts the connection; another part of the program may have chosen already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        let runtime = runtime.worker_threads(1).thread_name("courier").enable_all().build()?;
        let client = reqwest::Client::builder()
            .dns_resolver(Arc::new(Guarded(reach)))
            .redirect(Policy::none())
            // A proxy would resolve the name by itself.
            .no_proxy()
            .http1_only()
            // Each message asks anew where it goes.
            .pool_max_idle_per_host(0)
            .build()
            .map_err(std::io::Error::other)?;
        Ok(Self { reach, client, runtime: Some(runtime) })
    }

    /// Brings a message, and gives the status of the answer, whatever it is.
    ///
    /// # Errors
    /// An address that may not be gone to, or no answer.
    pub fn bring(&self, to: &str, message: Message<'_>) -> Result<u16, Undelivered> {
        let target = Target::parse(to, self.reach).map_err(|_| Undelivered::Private)?;
        let Some(runtime) = &self.runtime else { return Err(Undelivered::Unreachable) };
        let sending = self
            .client
            .post(target.into_url())
            .header(CONTENT_TYPE, "application/json")
            .header(USER_AGENT, AGENT)
            .header("webhook-id", message.id)
            .header("webhook-timestamp", message.sent_at_s.to_string())
            .header("webhook-signature", message.signatures)
            .body(message.body.to_owned())
            .send();
        match runtime.block_on(async { tokio::time::timeout(PATIENCE, sending).await }) {
            Err(_) => Err(Undelivered::Silent),
            Ok(Ok(answer)) => Ok(answer.status().as_u16()),
            // An address may hold a key, which no log may show.
            Ok(Err(why)) => Err(reason(&why.without_url())),
        }
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Why there was no answer.
fn reason(why: &reqwest::Error) -> Undelivered {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(why);
    while let Some(one) = cause {
        if one.is::<NotAllowed>() {
            return Undelivered::Private;
        }
        tracing::debug!(why = %one, "a message was not taken");
        cause = one.source();
    }
    Undelivered::Unreachable
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    use super::*;

    const MESSAGE: Message<'_> = Message { id: "msg_1", sent_at_s: 1, signatures: "v1,x", body: "{}" };

    /// Answers one request like this; gives where it listens, and what it was sent.
    fn answering(answer: &'static str) -> (u16, std::thread::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
        let port = listener.local_addr().expect("an address").port();
        let thread = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("somebody comes");
            let mut sent = vec![0; 4096];
            let length = stream.read(&mut sent).expect("a request");
            stream.write_all(answer.as_bytes()).expect("an answer");
            String::from_utf8_lossy(&sent[..length]).into_owned()
        });
        (port, thread)
    }

    #[test]
    fn a_message_arrives_with_its_headers_and_a_redirect_is_not_followed() {
        let courier = Courier::new(Reach::ThisMachine).expect("a courier");
        let (port, thread) = answering("HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\n\r\n");
        assert_eq!(courier.bring(&format!("http://127.0.0.1:{port}/in?of=1"), MESSAGE), Ok(302));
        let sent = thread.join().expect("a request");
        assert!(sent.starts_with("POST /in?of=1 HTTP/1.1\r\n"), "{sent}");
        for header in
            ["webhook-id: msg_1", "webhook-timestamp: 1", "webhook-signature: v1,x", "application/json"]
        {
            assert!(sent.contains(header), "{header} in {sent}");
        }
    }

    #[test]
    fn an_answer_of_any_length_costs_nothing() {
        let courier = Courier::new(Reach::ThisMachine).expect("a courier");
        let (port, thread) = answering("HTTP/1.1 200 OK\r\ncontent-length: 999999999999\r\n\r\nmore");
        assert_eq!(courier.bring(&format!("http://localhost:{port}/"), MESSAGE), Ok(200));
        drop(thread.join());
    }

    #[test]
    fn a_name_that_leads_into_the_house_is_not_connected_to() {
        // The name of this machine stands for any name that somebody lets lead here.
        let courier = Courier::new(Reach::Public).expect("a courier");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
        listener.set_nonblocking(true).expect("a socket");
        let port = listener.local_addr().expect("an address").port();
        let url = reqwest::Url::parse(&format!("https://localhost:{port}/")).expect("an address");
        let runtime = courier.runtime.as_ref().expect("a runtime");
        let why = runtime.block_on(courier.client.post(url).send()).expect_err("it is refused");
        assert_eq!(reason(&why), Undelivered::Private);
        assert!(listener.accept().is_err(), "nobody came");
    }

    #[test]
    fn what_nobody_answers_is_unreachable() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let courier = Courier::new(Reach::ThisMachine).expect("a courier");
        let brought = courier.bring(&format!("http://127.0.0.1:{port}/"), MESSAGE);
        assert_eq!(brought, Err(Undelivered::Unreachable));
        let courier = Courier::new(Reach::Public).expect("a courier");
        assert_eq!(courier.bring(&format!("http://127.0.0.1:{port}/"), MESSAGE), Err(Undelivered::Private));
    }
}
