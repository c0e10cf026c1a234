//! Many who ask for what nobody has made yet: whether warm scans notice it, and whether memory has an end.
//!
//! `cargo bench --bench flood`; after `--`, `--seconds N` for the length of each round. In each round twenty clients ask for
//! one kind of invented addresses while one scans a page that is ready. Shown are the slowest of a hundred warm scans beside
//! the same without the others, the most memory that the server took, and how many were sent away with 503.

mod program;

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tizilim::domain::Code;

use program::p99;

/// Clients that flood.
const CLIENTS: usize = 20;

/// How long a round takes.
const SECONDS: u64 = 30;

/// How much slower the slowest of a hundred warm scans may become.
const P99_MAX: f64 = 2.0;

/// A warm scan that takes less than this is not slow, whatever it was before, in milliseconds.
const FAST_MS: f64 = 3.0;

/// The same where CI shares its machine with others, who take a processor away for longer.
const FAST_SHARED_MS: f64 = 250.0;

/// Memory that the server stays below, in MiB: what the setting says without being given.
const MEMORY_MAX_MIB: f64 = 256.0;

/// The argument that makes this program a flood.
const FLOOD: &str = "--flood";

/// A kind of invented addresses: its name, and an address of it.
type Round = (&'static str, fn(&Place, &mut fastrand::Rng) -> String);

static ROUNDS: [Round; 7] = [
    ("organizations", |place, dice| format!("/{}/{}", place.law, code(dice))),
    ("days", |place, dice| {
        format!("/{}/at/{}-{:02}-{:02}", place.law, dice.u16(1990..2100), dice.u8(1..13), dice.u8(1..29))
    }),
    ("comparisons", |place, dice| format!("/{}/compare/v{}..v{}", place.law, dice.u8(1..3), dice.u8(1..3))),
    ("choices of kits", |place, dice| {
        format!("/{}/kit.pdf?parts=stickers&start={}&x={}", place.school, dice.u8(1..9), dice.u32(..))
    }),
    ("searches of 10 kB", |_, dice| format!("/search/kk?q={}", "a".repeat(10_000 + dice.usize(..100)))),
    ("searches", |_, dice| format!("/search/kk?q=%D0%B5%D2%A3%D0%B1%D0%B5%D0%BA+{}", dice.u32(..))),
    ("?x=", |place, dice| format!("/{}?x={}", place.law, dice.u32(..))),
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == FLOOD) {
        return Place::read(&arguments[at + 1..]).flood();
    }
    let seconds = arguments.iter().position(|argument| argument == "--seconds");
    let seconds = seconds.map_or(SECONDS, |at| arguments[at + 1].parse().expect("a number"));
    let register = Register::make();
    let fast_ms = if std::env::var_os("CI").is_some() { FAST_SHARED_MS } else { FAST_MS };
    let mut is_good = true;
    for (name, _) in ROUNDS {
        let quiet = p99(register.scans(Duration::from_secs(seconds.div_ceil(3))));
        let round = register.flood(Duration::from_secs(seconds), name);
        let slow = p99(round.scans);
        let verdict =
            if slow > (P99_MAX * quiet).max(fast_ms) || round.memory_mib > MEMORY_MAX_MIB || round.mute > 0 {
                is_good = false;
                "  MISSED"
            } else {
                ""
            };
        println!(
            "{name:<18} warm p99 {quiet:>6.2} -> {slow:>6.2} ms, memory {:>5.0} MiB, {:>7} answers, {:>7} sent away{verdict}",
            round.memory_mib, round.answered, round.refused
        );
    }
    // Its server ends with it, which the end of the process alone would not do.
    drop(register);
    std::process::exit(i32::from(!is_good));
}

/// What a round showed.
struct Flooded {
    scans: Vec<f64>,
    memory_mib: f64,
    answered: usize,
    refused: usize,
    /// Answers of 503 that do not say when to come again.
    mute: usize,
}

/// A demonstration register with its server.
struct Register {
    _folder: tempfile::TempDir,
    server: Child,
    place: Place,
}

/// Where is asked for what.
struct Place {
    address: String,
    law: String,
    school: String,
    /// The kind of invented addresses, and for how long they are asked for.
    round: Option<(&'static Round, Duration)>,
}

impl Place {
    /// What the arguments of a flood say.
    fn read(arguments: &[String]) -> Self {
        let [name, address, law, school, ms] = arguments else { panic!("{arguments:?}") };
        let round = ROUNDS.iter().find(|(of, _)| of == name).expect("a round");
        let length = Duration::from_millis(ms.parse().expect("a number"));
        let (address, law, school) = (address.clone(), law.clone(), school.clone());
        Self { address, law, school, round: Some((round, length)) }
    }

    /// Floods, and says how many answers there were, how many were sent away, and how many of those without a time.
    fn flood(&self) {
        let Some(((_, address), length)) = self.round else { return };
        let (started, counts) = (Instant::now(), Mutex::new((0, 0, 0)));
        std::thread::scope(|scope| {
            for client in 0..CLIENTS {
                let counts = &counts;
                scope.spawn(move || {
                    let (agent, mut dice) = (agent(), fastrand::Rng::with_seed(client as u64));
                    let (mut answered, mut refused, mut mute) = (0, 0, 0);
                    while started.elapsed() < length {
                        let path = format!("{}{}", self.address, address(self, &mut dice));
                        let Ok(mut reply) = agent.get(&path).header("accept-encoding", "br").call() else {
                            continue;
                        };
                        match reply.status().as_u16() {
                            503 if reply.headers().contains_key("retry-after") => refused += 1,
                            503 => mute += 1,
                            _ => answered += 1,
                        }
                        // What is cut off is counted all the same.
                        let _ = reply.body_mut().read_to_vec();
                    }
                    let mut counts = counts.lock().expect("nobody panicked");
                    *counts = (counts.0 + answered, counts.1 + refused, counts.2 + mute);
                });
            }
        });
        let (answered, refused, mute) = counts.into_inner().expect("nobody panicked");
        println!("{answered} {refused} {mute}");
    }
}

impl Drop for Register {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    config.timeout_global(Some(Duration::from_secs(60))).build().new_agent()
}

impl Register {
    fn make() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
        let listen = format!("127.0.0.1:{port}");
        let address = format!("http://{listen}");
        let server = Command::new(program::path())
            .args(["demo", "--listen", &listen, "--data"])
            .arg(folder.path().join("data"))
            .stderr(Stdio::null())
            .spawn()
            .expect("the program");
        let agent = agent();
        let started = Instant::now();
        while agent.get(format!("{address}/readyz")).call().is_err() {
            assert!(started.elapsed() < Duration::from_secs(60), "the server does not begin");
            std::thread::sleep(Duration::from_millis(50));
        }
        let list = |path: &str| -> serde_json::Value {
            let mut reply = agent.get(format!("{address}{path}")).call().expect("an answer");
            serde_json::from_slice(&reply.body_mut().read_to_vec().expect("a body")).expect("JSON")
        };
        let code = |list: &serde_json::Value| list["items"][0]["code"].as_str().expect("a code").to_owned();
        let law = code(&list("/api/v1/documents?kind=law&limit=1"));
        let school = code(&list("/api/v1/organizations?number=S054"));
        Self { _folder: folder, server, place: Place { address, law, school, round: None } }
    }

    /// Scans a page that is ready, one time after the other, for so long; milliseconds.
    fn scans(&self, length: Duration) -> Vec<f64> {
        let Place { address, law, school, .. } = &self.place;
        let (agent, path) = (agent(), format!("{address}/{law}/{school}"));
        let (mut times, started) = (Vec::new(), Instant::now());
        while started.elapsed() < length {
            let asked = Instant::now();
            let mut reply = agent.get(&path).header("accept-encoding", "br").call().expect("an answer");
            reply.body_mut().read_to_vec().expect("a body");
            assert_eq!(reply.status(), 200);
            times.push(asked.elapsed().as_secs_f64() * 1e3);
            // As people do, with a pause: a scan that comes out of nothing.
            std::thread::sleep(Duration::from_millis(2));
        }
        times
    }

    /// Scans while another program floods, which leaves the processors to the server and to the one who scans.
    fn flood(&self, length: Duration, name: &str) -> Flooded {
        let program = std::env::current_exe().expect("this program");
        let mut flood = Command::new("nice");
        flood.args(["-n", "19"]).arg(program).args([FLOOD, name, &self.place.address]);
        flood.args([&self.place.law, &self.place.school, &length.as_millis().to_string()]);
        let flood = flood.stdout(Stdio::piped()).spawn().expect("a flood");
        let is_over = AtomicBool::new(false);
        let (scans, memory_mib) = std::thread::scope(|scope| {
            let watcher = scope.spawn(|| {
                let mut most: f64 = 0.0;
                while !is_over.load(Ordering::SeqCst) {
                    most = most.max(self.memory_mib());
                    std::thread::sleep(Duration::from_millis(20));
                }
                most
            });
            let scans = self.scans(length);
            is_over.store(true, Ordering::SeqCst);
            (scans, watcher.join().expect("a thread"))
        });
        let said = flood.wait_with_output().expect("a flood");
        let said = String::from_utf8(said.stdout).expect("UTF-8");
        let counts: Vec<usize> =
            said.split_whitespace().map(|count| count.parse().expect("a count")).collect();
        let [answered, refused, mute] = counts[..] else { panic!("{said}") };
        Flooded { scans, memory_mib, answered, refused, mute }
    }

    fn memory_mib(&self) -> f64 {
        program::memory_mib(self.server.id())
    }
}

fn code(dice: &mut fastrand::Rng) -> Code {
    Code::from_random(std::array::from_fn(|_| dice.u8(0..29)))
}
