//! The process that reads uploads can open nothing: tried from within, and looked at in the program itself.

#![cfg(target_os = "linux")]

use std::fs::File;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tizilim::config::WORKER_COMMAND;
use tizilim::registry::{Confinement, confine, refuse_calls, refuse_files};

use crate::samples::{self, KK_V2};

/// Says to this test that it is the process which is confined, and how.
const ROLE: &str = "TIZILIM_TEST_CONFINED";

/// Where the parent listens.
const PORT: &str = "TIZILIM_TEST_PORT";

/// What precedes each line of the confined process: the test harness writes lines of its own.
const MARK: &str = "@confined";

/// Tries, and which error came of each; 0 is none.
type Tries = Vec<(String, i32)>;

/// What a mistake in a reader could be made to do.
fn try_all(port: u16) -> Vec<(&'static str, std::io::Result<()>)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let new = std::env::temp_dir().join(format!("confined-{}", std::process::id()));
    let made = File::create(&new).map(drop);
    let _ = std::fs::remove_file(&new);
    vec![
        ("read", File::open(own).map(drop)),
        ("write", made),
        ("list", std::fs::read_dir("/").map(drop)),
        ("connect", TcpStream::connect(("127.0.0.1", port)).map(drop)),
        ("listen", TcpListener::bind("127.0.0.1:0").map(drop)),
        ("datagram", UdpSocket::bind("127.0.0.1:0").map(drop)),
        ("pair", UnixStream::pair().map(drop)),
        ("start", Command::new("/bin/true").spawn().and_then(|mut child| child.wait()).map(drop)),
        ("thread", std::thread::Builder::new().spawn(|| {}).map(drop)),
    ]
}

/// The confined process: gives up what its role says, tries, and tells.
fn confined(role: &str) {
    let port = std::env::var(PORT).expect("a port").parse().expect("a number");
    let is_refusing = match role {
        "calls" => refuse_calls(),
        "files" => refuse_files(),
        "both" => confine() == Confinement::WHOLE,
        _ => true,
    };
    println!("\n{MARK} refusing {}", i32::from(is_refusing));
    for (name, tried) in try_all(port) {
        let error = tried.err().map_or(0, |error| error.raw_os_error().unwrap_or(-1));
        println!("\n{MARK} {name} {error}");
    }
}

/// What came of the tries of a process with this role; none where the system cannot refuse in this way.
fn tries(role: &str) -> Option<Tries> {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let said = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "confinement::a_confined_process_opens_and_starts_nothing"])
        .args(["--nocapture", "--test-threads", "1"])
        .env(ROLE, role)
        .env(PORT, port.to_string())
        .output()
        .expect("a process");
    assert!(said.status.success(), "it ends well: {said:?}");
    let said = String::from_utf8(said.stdout).expect("UTF-8");
    let mut tries: Tries = said
        .lines()
        .filter_map(|line| line.strip_prefix(MARK)?.trim().split_once(' '))
        .map(|(name, error)| (name.to_owned(), error.parse().expect("a number")))
        .collect();
    assert_eq!(tries.len(), 10, "{said}");
    let (_, is_refusing) = tries.remove(0);
    (is_refusing == 1).then_some(tries)
}

#[test]
fn a_confined_process_opens_and_starts_nothing() {
    if let Ok(role) = std::env::var(ROLE) {
        return confined(&role);
    }
    let free = tries("free").expect("nothing is refused");
    assert!(free.iter().all(|(_, error)| *error == 0), "all of it can be done: {free:?}");
    // The numbers of errno(3): EPERM of seccomp, EACCES of Landlock.
    match tries("calls") {
        Some(tries) => assert!(tries.iter().all(|(_, error)| *error == 1), "{tries:?}"),
        None => println!("skipped: this kernel has no seccomp"),
    }
    match tries("files") {
        Some(tries) => {
            let beyond = ["datagram", "pair", "thread"];
            let mut files = tries.iter().filter(|(name, _)| !beyond.contains(&name.as_str()));
            assert!(files.all(|(_, error)| *error == 13), "{tries:?}");
        }
        None => println!("skipped: this kernel has no Landlock"),
    }
    if let Some(tries) = tries("both") {
        assert!(tries.iter().all(|(_, error)| *error == 1), "{tries:?}");
    }
}

#[test]
fn the_worker_is_confined_before_it_reads_a_byte() {
    let mut worker = Command::new(env!("CARGO_BIN_EXE_tizilim"))
        .arg(WORKER_COMMAND)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a worker");
    let threads = Path::new("/proc").join(worker.id().to_string()).join("task");
    // It waits for its first byte.
    let began = Instant::now();
    let is_confined = |status: String| {
        let says = |line: &str| status.lines().any(|said| said.split_whitespace().eq(line.split(' ')));
        says("Seccomp: 2") && says("NoNewPrivs: 1")
    };
    loop {
        let threads = std::fs::read_dir(&threads).expect("its threads").flatten();
        let mut statuses =
            threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("status")).ok());
        if statuses.all(is_confined) {
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "a thread of it is not confined");
        std::thread::sleep(Duration::from_millis(10));
    }
    let mut stdin = worker.stdin.take().expect("a pipe");
    stdin.write_all(b"{\"Read\":[]}\n").expect("a worker that reads");
    stdin.write_all(&samples::law(KK_V2)).expect("a worker that reads");
    drop(stdin);
    let mut reply = String::new();
    worker.stdout.take().expect("a pipe").read_to_string(&mut reply).expect("an answer");
    assert!(worker.wait().expect("an end").success());
    let reply: serde_json::Value = serde_json::from_str(&reply).expect("JSON");
    assert_eq!(reply["confinement"]["calls"], true);
    let can_refuse_files = tries("files").is_some();
    assert_eq!(reply["confinement"]["files"], can_refuse_files, "as far as the kernel can");
    assert!(reply["answer"]["Read"]["body"].to_string().contains("Педагог"), "and reads");
}
