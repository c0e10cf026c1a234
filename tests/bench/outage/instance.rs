//! An instance of the program in a process of its own, and those who read from it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::program;
use super::truth::Truth;

/// The longest that anybody waits for an answer of a server.
pub const ANSWER_MAX: Duration = Duration::from_secs(5);

/// How long an earlier edition may be shown without a notice where the database is at hand.
pub const VISIBLE_AFTER: Duration = Duration::from_secs(1);

/// Whatever is shown is as good as anything else: the database is being replaced.
pub const WHATEVER: Duration = Duration::from_millis(u64::MAX);

/// What begins the text of each edition; its number and a full stop follow.
const MARK: &str = "Басылым нөмірі ";

/// A part of the notice on a page, in Kazakh.
const NOTICE: &str = "Сервер тізіліммен байланысын жоғалтты";

/// The longest wait for a server to begin or to end.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a reader pauses between two questions.
const PAUSE: Duration = Duration::from_millis(20);

/// The words of an edition.
pub fn words(attempt: u32) -> String {
    format!("{MARK}{attempt}.")
}

/// An agent that waits for longer than an answer may take, so that the measured time is the answer's.
pub fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    config.timeout_global(Some(ANSWER_MAX * 4)).build().new_agent()
}

/// What a page shows.
pub struct Shown {
    pub status: u16,
    /// The edition, by the number of the attempt to publish it.
    pub attempt: Option<u32>,
    pub has_notice: bool,
}

/// Asks for a page; nothing where nobody answers.
pub fn look(agent: &ureq::Agent, address: &str) -> Result<Shown, ureq::Error> {
    let mut reply = agent.get(address).header("accept-language", "kk").call()?;
    let (status, page) = (reply.status().as_u16(), reply.body_mut().read_to_string()?);
    let number = page.split_once(MARK).and_then(|(_, rest)| rest.split_once('.'));
    let attempt = number.and_then(|(number, _)| number.parse().ok());
    Ok(Shown { status, attempt, has_notice: page.contains(NOTICE) })
}

/// How an instance is reached, and what may be expected of it at present.
pub struct Target {
    /// Where it is served, without a slash at the end.
    pub address: String,
    /// It does not run.
    pub is_down: AtomicBool,
    /// For how long it may show an earlier edition without a notice.
    pub blind_ms: AtomicU64,
}

impl Target {
    /// For how long an earlier edition may be shown without a notice at present.
    pub fn blind(&self) -> Duration {
        Duration::from_millis(self.blind_ms.load(Ordering::SeqCst))
    }

    /// Allows an earlier edition without a notice for so long.
    pub fn allow(&self, blind: Duration) {
        self.blind_ms.store(u64::try_from(blind.as_millis()).unwrap_or(u64::MAX), Ordering::SeqCst);
    }

    /// Reads the page of a document again and again, and now and then one that nobody has read.
    pub fn read(&self, code: &str, truth: &Truth, is_over: &AtomicBool) {
        let (mut agent, mut dice) = (agent(), fastrand::Rng::new());
        let mut turn = 0_usize;
        while !is_over.load(Ordering::SeqCst) {
            turn += 1;
            let (path, is_present) = match turn % 8 {
                0 => (format!("/{code}/v{}/{}", dice.u32(1..9), ["kk", "ru", "en"][dice.usize(..3)]), false),
                2 | 4 | 6 => (format!("/{code}"), true),
                _ => (format!("/{code}/kk"), true),
            };
            let (asked, was_down) = (Instant::now(), self.is_down.load(Ordering::SeqCst));
            let found = look(&agent, &format!("{}{path}", self.address));
            let may_be_down = was_down || self.is_down.load(Ordering::SeqCst);
            self.judge(truth, (&path, is_present), (asked, may_be_down), found.as_ref());
            if found.is_err() {
                agent = self::agent();
            }
            std::thread::sleep(PAUSE);
        }
    }

    fn judge(
        &self,
        truth: &Truth,
        (path, is_present): (&str, bool),
        (asked, may_be_down): (Instant, bool),
        found: Result<&Shown, &ureq::Error>,
    ) {
        let took = asked.elapsed();
        let mut tally = truth.tally();
        let wrong = |words: String| format!("{}{path}: {words}", self.address);
        let shown = match found {
            Ok(shown) => shown,
            Err(_) if may_be_down => return tally.unanswered += 1,
            Err(why) => return tally.broken.push(wrong(format!("no answer, {why}"))),
        };
        tally.answers += 1;
        tally.slowest = tally.slowest.max(took);
        if took > ANSWER_MAX {
            tally.broken.push(wrong(format!("an answer after {took:?}")));
        }
        match (shown.status, shown.attempt) {
            (500.., _) => tally.refused += 1,
            (200, _) if shown.has_notice => tally.noticed += 1,
            (200 | 404, _) if !is_present => {}
            (200, Some(attempt)) => {
                let (old, blind) = (truth.wrong_for(attempt, asked), self.blind());
                if blind == WHATEVER {
                    return;
                }
                tally.oldest = tally.oldest.max(old);
                if old > blind {
                    tally
                        .broken
                        .push(wrong(format!("edition {attempt} without a notice, wrong for {old:?}")));
                }
            }
            (status, _) => tally.broken.push(wrong(format!("status {status} without an edition"))),
        }
    }

    /// Waits until the page shows an edition, or a later one, without a notice, and the server says that it is ready. When
    /// that was so; none where it did not happen in time.
    pub fn settled(&self, code: &str, attempt: u32, truth: &Truth, limit: Duration) -> Option<Instant> {
        let (agent, started) = (agent(), Instant::now());
        while started.elapsed() < limit {
            let is_shown = look(&agent, &format!("{}/{code}/kk", self.address)).is_ok_and(|shown| {
                let is_right = |is: u32| is >= attempt && !truth.is_gone(is);
                shown.status == 200 && !shown.has_notice && shown.attempt.is_some_and(is_right)
            });
            let ready = agent.get(format!("{}/readyz", self.address)).call();
            if is_shown && ready.is_ok_and(|reply| reply.status() == 200) {
                return Some(Instant::now());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        None
    }
}

/// Where the program finds its database and its files.
#[derive(Clone)]
pub struct Settings {
    pub database_url: String,
    pub endpoint: String,
    pub data: PathBuf,
}

impl Settings {
    /// The program with these settings and no others.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program::path());
        command.args(arguments).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TIZILIM_DATA", &self.data).env("DATABASE_URL", &self.database_url);
        command.env("STORAGE_URL", "s3://tizilim/register").env("AWS_ENDPOINT_URL", &self.endpoint);
        command.env("AWS_ACCESS_KEY_ID", "key").env("AWS_SECRET_ACCESS_KEY", "hush");
        command.stdin(Stdio::null());
        command
    }
}

/// An instance.
pub struct Instance {
    pub settings: Settings,
    pub target: Arc<Target>,
    listen: String,
    log: PathBuf,
    child: Option<Child>,
}

impl Instance {
    /// An instance that listens there once it is started.
    pub fn new(settings: Settings, port: u16, log: &Path) -> Self {
        let listen = format!("127.0.0.1:{port}");
        let target = Target {
            address: format!("http://{listen}"),
            is_down: AtomicBool::new(true),
            blind_ms: AtomicU64::new(0),
        };
        Self { settings, target: Arc::new(target), listen, log: log.to_owned(), child: None }
    }

    /// Starts it and waits until it answers.
    pub fn start(&mut self) {
        let log = File::options().create(true).append(true).open(&self.log).expect("a log");
        let mut command = self.settings.command(&["serve", "--listen", &self.listen]);
        let mut child = command.stdout(Stdio::null()).stderr(log).spawn().expect("the program");
        let (agent, started) = (agent(), Instant::now());
        while agent.get(format!("{}/healthz", self.target.address)).call().is_err() {
            let is_over = child.try_wait().expect("a child").is_some();
            if is_over || started.elapsed() > PATIENCE {
                let log = std::fs::read_to_string(&self.log).unwrap_or_default();
                panic!("the server does not begin: {}", log.lines().last().unwrap_or_default());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        self.child = Some(child);
        self.target.is_down.store(false, Ordering::SeqCst);
    }

    /// Ends it with a signal.
    pub fn end(&mut self, signal: &str) {
        self.target.is_down.store(true, Ordering::SeqCst);
        let Some(mut child) = self.child.take() else { return };
        send(signal, &[child.id().to_string()]);
        let started = Instant::now();
        while child.try_wait().expect("a child").is_none() {
            assert!(started.elapsed() < PATIENCE, "the server does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Sends a signal to processes, of which some may be over already.
pub fn send(signal: &str, processes: &[String]) {
    if !processes.is_empty() {
        let sent = Command::new("kill").arg(signal).args(processes).stderr(Stdio::null()).status();
        sent.expect("kill");
    }
}
