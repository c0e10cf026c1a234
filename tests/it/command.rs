//! The program as an administrator runs it.

use std::net::TcpListener;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tizilim::config::Memory;
use tizilim::domain::Checksum;
use tizilim::registry::{Clock, Registry, Setup};

use crate::app::{Reply, agent, ask, worker};
use crate::postgres::{self, Fresh};
use crate::program::program;

/// The longest wait for a server to begin or to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// Do not wait for the other end of a pipe (Linux, `fcntl.h`).
const O_NONBLOCK: i32 = 0o4000;

/// Runs a test with a data folder on SQLite, then with PostgreSQL where there is one.
pub fn with_each_engine(test: impl Fn(&Office)) {
    println!("with SQLite");
    test(&Office::new(None));
    if let Some(database) = postgres::fresh() {
        println!("with PostgreSQL");
        test(&Office::new(Some(database)));
    }
}

/// A data folder and the commands that are run on it.
pub struct Office {
    folder: TempDir,
    database: Option<Fresh>,
}

/// What a command said.
#[derive(Debug)]
pub struct Said {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Office {
    fn new(database: Option<Fresh>) -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), database }
    }

    /// A data folder below another folder, with SQLite.
    pub fn within(folder: &Path) -> Self {
        Self { folder: TempDir::new_in(folder).expect("a folder"), database: None }
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Whether the state lies in the data folder.
    pub fn is_local(&self) -> bool {
        self.database.is_none()
    }

    /// Writes a file beside the data folder and gives its path.
    pub fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path.to_string_lossy().into_owned()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command.args(arguments).arg("--data").arg(self.data());
        if let Some(database) = &self.database {
            command.env("DATABASE_URL", &database.url);
        }
        command
    }

    /// Runs a command.
    pub fn run(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments).output().expect("the program"))
    }

    /// Starts a command and kills it after a while, if it is still running.
    pub fn kill_after(&self, delay: Duration, arguments: &[&str]) {
        let mut command = self.command(arguments);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program");
        std::thread::sleep(delay);
        // It may be over already.
        let _ = child.kill();
        child.wait().expect("a child");
    }

    /// Starts a command that reads the file `name`, which never ends, and kills it while it reads.
    pub fn kill_while_reading(&self, name: &str, arguments: &[&str]) {
        let pipe = self.folder.path().join(name);
        assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        let mut command = self.command(arguments);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program");
        // The other end of a pipe cannot be opened at once while nobody reads this one.
        let began = Instant::now();
        let writing = || std::fs::OpenOptions::new().write(true).custom_flags(O_NONBLOCK).open(&pipe).is_ok();
        while !writing() {
            assert!(began.elapsed() < PATIENCE, "nobody reads the file");
            std::thread::sleep(Duration::from_millis(5));
        }
        // It may be over already.
        let _ = child.kill();
        child.wait().expect("a child");
    }

    /// Where the bytes of a file lie once they are stored.
    pub fn stored_at(&self, checksum: Checksum) -> PathBuf {
        let name = checksum.to_string();
        self.data().join("files").join(&name[..2]).join(name)
    }

    /// Runs a command that succeeds, and gives what it says on standard output.
    pub fn done(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.status, 0, "{arguments:?}: {}", said.err);
        said.out
    }

    /// Runs a command that is refused, and gives the reason.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!((said.status, said.out.as_str()), (1, ""), "{arguments:?}: {}", said.err);
        assert!(!said.err.trim().is_empty(), "{arguments:?}: a reason");
        said.err
    }

    /// Changes the database by hand, as no program does.
    pub fn execute(&self, sql: &str) {
        use diesel::connection::{Connection, SimpleConnection};
        match &self.database {
            Some(database) => postgres::execute(&database.url, sql),
            None => {
                let path = self.data().join("tizilim.sqlite");
                let mut conn =
                    diesel::SqliteConnection::establish(&path.to_string_lossy()).expect("a database");
                conn.batch_execute(sql).expect("the statement runs");
            }
        }
    }

    /// What the server wrote to its log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).expect("a log")
    }

    /// Starts the server and waits until it answers.
    pub fn serve(&self) -> Served {
        self.serve_with_files(None)
    }

    /// Starts the server where no more than so many files may be open, and waits until it answers.
    pub fn serve_with_files(&self, files: Option<u32>) -> Served {
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
        let listen = format!("127.0.0.1:{port}");
        let log = std::fs::File::create(self.folder.path().join("log")).expect("a log");
        let mut server = self.command(&["serve", "--listen", &listen]);
        if let Some(files) = files {
            let mut shell = Command::new("sh");
            shell
                .arg("-c")
                .arg(format!("ulimit -n {files}; exec \"$@\""))
                .arg("sh")
                .arg(server.get_program());
            shell.args(server.get_args());
            for (name, value) in server.get_envs() {
                match value {
                    Some(value) => shell.env(name, value),
                    None => shell.env_remove(name),
                };
            }
            server = shell;
        }
        let child = server.stdout(Stdio::null()).stderr(log).spawn().expect("the program");
        let served = Served { child, address: format!("http://{listen}"), agent: agent() };
        let started = Instant::now();
        while served.agent.get(format!("{}/healthz", served.address)).call().is_err() {
            assert!(started.elapsed() < PATIENCE, "the server does not begin");
            std::thread::sleep(Duration::from_millis(20));
        }
        served
    }

    /// The register in the folder, looked at from inside.
    pub fn registry(&self) -> Registry {
        Registry::open(Setup {
            folder: self.data(),
            database_url: self.database.as_ref().map(|database| database.url.clone()),
            store: None,
            clock: Clock::Machine,
            worker: worker(),
            tesseract: None,
            poll_every: Duration::from_secs(3600),
            stale_after: Duration::from_secs(30),
            cache_bytes: Memory::default().register_bytes(),
        })
        .expect("a register")
    }
}

/// Runs the program without a data folder of its own.
pub fn tizilim(folder: &Path, arguments: &[&str]) -> Said {
    let mut command = program();
    said(command.args(arguments).current_dir(folder).output().expect("the program"))
}

fn said(output: Output) -> Said {
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Said { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// A server in a process of its own.
pub struct Served {
    child: Child,
    /// Where it is served, without a slash at the end.
    pub address: String,
    agent: ureq::Agent,
}

impl Served {
    /// Asks for a page.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        ask(&self.agent, "GET", &format!("{}{path}", self.address), headers)
    }

    /// The most memory that the process has had, in MiB (proc(5)); none where the system does not tell.
    pub fn peak_mib(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        peak.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib >> 10)
    }

    /// Where the server listens, as a host and a port.
    pub fn host(&self) -> &str {
        self.address.trim_start_matches("http://")
    }

    /// The memory that the server takes, in KiB.
    pub fn memory_kib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("a process");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a line");
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    /// Asks the server to stop as an operating system does, and gives its exit status.
    pub fn stop(mut self) -> i32 {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill").success());
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status.code().unwrap_or(-1);
            }
            assert!(started.elapsed() < PATIENCE, "the server does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // After a failed test only: a stopped server is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
