//! PostgreSQL for tests: the server that `TIZILIM_TEST_POSTGRES` names (the URL of somebody who may create databases),
//! else a private one, started once a process from Debian's packages.
//!
//! Where there is neither, the reason is printed and the tests of PostgreSQL are skipped; on a continuous integration
//! server (`CI` is set) that is a failure.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{ChildStdin, Command, Stdio};
use std::str::FromStr;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Starts a server that nobody else reaches, says where its socket is, and stops it when standard input ends: when this
/// process is over, however it ended.
const PRIVATE_SERVER: &str = r#"
trap '' INT
set -e
dir=$(mktemp -d -t tizilim-test.XXXXXX)
"$0/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
"$0/pg_ctl" -D "$dir/data" -l "$dir/log" -w start >/dev/null \
    -o "-k $dir -c listen_addresses= -c max_connections=300 -c fsync=off"
echo "$dir"
cat >/dev/null
"$0/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null
rm -rf "$dir"
"#;

struct Server {
    url: String,
    _alive: Option<ChildStdin>,
}

static SERVER: LazyLock<Option<Server>> = LazyLock::new(|| match start() {
    Ok(server) => Some(server),
    Err(why) if std::env::var_os("CI").is_some() => panic!("no PostgreSQL: {why}"),
    Err(why) => {
        eprintln!("no PostgreSQL, its tests are skipped: {why}");
        None
    }
});

static NUMBER: AtomicU32 = AtomicU32::new(0);

fn start() -> Result<Server, String> {
    if let Ok(url) = std::env::var("TIZILIM_TEST_POSTGRES") {
        return Ok(Server { url, _alive: None });
    }
    let programs = programs().ok_or("no /usr/lib/postgresql/*/bin/initdb")?;
    // The server refuses to run as root.
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|own| {
        use std::os::unix::fs::MetadataExt;
        own.uid() == 0
    });
    let mut command = if is_root { Command::new("runuser") } else { Command::new("sh") };
    if is_root {
        command.args(["-u", "postgres", "--", "sh"]);
    }
    let mut child = command
        .args(["-c", PRIVATE_SERVER])
        .arg(programs)
        // Somebody else's folder for temporary files may be closed to the server.
        .env_remove("TMPDIR")
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| why.to_string())?;
    let mut folder = String::new();
    if let Some(stdout) = child.stdout.take() {
        BufReader::new(stdout).read_line(&mut folder).map_err(|why| why.to_string())?;
    }
    match folder.trim() {
        "" => Err("the private server did not start".to_owned()),
        folder => {
            let url = format!("postgres://postgres@{}/postgres", folder.replace('/', "%2F"));
            Ok(Server { url, _alive: child.stdin.take() })
        }
    }
}

/// The newest installed server's programs.
fn programs() -> Option<PathBuf> {
    let installed = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|entry| entry.path());
    installed.map(|path| path.join("bin")).filter(|path| path.join("initdb").exists()).max()
}

/// An empty database, dropped with this value.
pub struct Fresh {
    name: String,
    /// How it is reached.
    pub url: String,
}

/// An empty database; none where there is no server.
pub fn fresh() -> Option<Fresh> {
    let server = SERVER.as_ref()?;
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("tizilim_test_{}_{number}", std::process::id());
    execute(&server.url, &format!("CREATE DATABASE {name}"));
    let (address, query) = server.url.split_once('?').unwrap_or((&server.url, ""));
    let (address, _) = address.rsplit_once('/').expect("a URL that names a database");
    Some(Fresh { url: format!("{address}/{name}?{query}"), name })
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some(server) = SERVER.as_ref() {
            execute(&server.url, &format!("DROP DATABASE {} WITH (FORCE)", self.name));
        }
    }
}

/// Runs statements in a database.
pub fn execute(url: &str, sql: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let config = tokio_postgres::Config::from_str(url).expect("the URL of a server");
        let (client, connection) = config.connect(tokio_postgres::NoTls).await.expect("the server answers");
        let connection = tokio::spawn(connection);
        client.batch_execute(sql).await.expect("the statement runs");
        connection.abort();
    });
}
