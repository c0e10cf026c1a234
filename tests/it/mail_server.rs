//! A small mail server (RFC 5321): it takes letters, or says what it is told to say.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use tizilim::config::MailSettings;

/// What becomes of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It is taken.
    Takes,
    /// It may come later.
    Later,
    /// It never may.
    Never,
    /// The connection breaks after the letter, before anything is said of it.
    Breaks,
}

/// A letter that was taken.
#[derive(Debug, Clone)]
pub struct Received {
    /// Where to.
    pub to: String,
    /// The lines above it, each in one piece.
    pub head: Vec<String>,
    /// What it says.
    pub body: String,
}

impl Received {
    /// The value of a line above it; empty where there is none.
    pub fn header(&self, name: &str) -> String {
        let own = self.head.iter().filter_map(|line| line.split_once(": "));
        own.filter(|(of, _)| of.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.to_owned())
            .next()
            .unwrap_or_default()
    }

    /// The first address in it that begins like this.
    pub fn link(&self, begins: &str) -> String {
        let at = self.body.find(begins).unwrap_or_else(|| panic!("no {begins} in {}", self.body));
        self.body[at..].split_whitespace().next().expect("an address").to_owned()
    }
}

/// The server.
pub struct MailServer {
    port: u16,
    manner: Arc<Mutex<Manner>>,
    received: Arc<Mutex<Vec<Received>>>,
    stops: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl MailServer {
    /// Starts one that takes everything.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
        let port = listener.local_addr().expect("an address").port();
        let (manner, received) = (Arc::new(Mutex::new(Manner::Takes)), Arc::new(Mutex::new(Vec::new())));
        let stops = Arc::new(AtomicBool::new(false));
        let (said, kept, ended) = (manner.clone(), received.clone(), stops.clone());
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if ended.load(Ordering::SeqCst) {
                    break;
                }
                // A connection that breaks is the other side's wish.
                let _ = stream.and_then(|stream| serve(stream, *said.lock().expect("a manner"), &kept));
            }
        });
        Self { port, manner, received, stops, thread: Some(thread) }
    }

    /// How a register is told of it.
    pub fn settings(&self) -> MailSettings {
        MailSettings { url: format!("smtp://127.0.0.1:{}", self.port), from: "tizilim@example.kz".to_owned() }
    }

    /// From now on letters are treated like this.
    pub fn be(&self, manner: Manner) {
        *self.manner.lock().expect("a manner") = manner;
    }

    /// The letters that were taken since somebody asked last.
    pub fn received(&self) -> Vec<Received> {
        std::mem::take(&mut *self.received.lock().expect("letters"))
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.stops.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(("127.0.0.1", self.port)));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn serve(stream: TcpStream, manner: Manner, kept: &Mutex<Vec<Received>>) -> std::io::Result<()> {
    let mut answer = stream.try_clone()?;
    let mut say = move |line: &str| answer.write_all(format!("{line}\r\n").as_bytes());
    let mut lines = BufReader::new(stream).lines();
    say("220 mail.example.kz")?;
    let mut to = String::new();
    while let Some(line) = lines.next() {
        let line = line?;
        let command = line.to_ascii_uppercase();
        if command.starts_with("EHLO") {
            say("250-mail.example.kz")?;
            say("250 8BITMIME")?;
        } else if let Some(address) = line.strip_prefix("RCPT TO:") {
            to = address.trim_matches(['<', '>']).to_owned();
            match manner {
                Manner::Later => say("451 4.3.0 come later")?,
                Manner::Never => say("550 5.1.1 nobody here")?,
                Manner::Takes | Manner::Breaks => say("250 2.1.5 fine")?,
            }
        } else if command == "DATA" {
            say("354 go on")?;
            let mut text = Vec::new();
            for line in lines.by_ref() {
                let line = line?;
                if line == "." {
                    break;
                }
                text.push(line.strip_prefix('.').map(str::to_owned).unwrap_or(line));
            }
            if manner == Manner::Breaks {
                return Ok(());
            }
            kept.lock().expect("letters").push(read(&to, &text));
            say("250 2.0.0 taken")?;
        } else if command == "QUIT" {
            return say("221 2.0.0 goodbye");
        } else {
            say("250 2.0.0 fine")?;
        }
    }
    Ok(())
}

/// A letter out of its lines (RFC 5322), whose words may be written as quoted-printable or base64 (RFC 2045).
fn read(to: &str, text: &[String]) -> Received {
    let at = text.iter().position(String::is_empty).unwrap_or(text.len());
    let mut head: Vec<String> = Vec::new();
    for line in &text[..at] {
        match (line.starts_with([' ', '\t']), head.last_mut()) {
            (true, Some(last)) => last.push_str(line),
            _ => head.push(line.clone()),
        }
    }
    let body = text.get(at + 1..).unwrap_or_default();
    let is = |coding: &str| {
        head.iter().any(|line| line.to_ascii_lowercase() == format!("content-transfer-encoding: {coding}"))
    };
    let body = if is("base64") {
        from_base64(&body.concat())
    } else if is("quoted-printable") {
        from_quoted(body)
    } else {
        body.join("\n")
    };
    Received { to: to.to_owned(), head, body }
}

fn from_base64(text: &str) -> String {
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD.decode(text).expect("base64");
    String::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n")
}

fn from_quoted(lines: &[String]) -> String {
    let mut bytes = Vec::new();
    for line in lines {
        let (line, end) = line.strip_suffix('=').map_or((line.as_str(), "\n"), |line| (line, ""));
        let mut rest = line.bytes();
        while let Some(byte) = rest.next() {
            let digits: Option<[u8; 2]> =
                (byte == b'=').then(|| [rest.next().unwrap_or(b'0'), rest.next().unwrap_or(b'0')]);
            bytes.push(digits.map_or(byte, |digits| {
                u8::from_str_radix(std::str::from_utf8(&digits).expect("digits"), 16).expect("digits")
            }));
        }
        bytes.extend(end.as_bytes());
    }
    String::from_utf8(bytes).expect("UTF-8")
}
