//! A PostgreSQL of its own, that may be restarted, dumped and put back. It is stopped and removed when standard input of
//! its shell ends: when this process is over, however it ended.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use tokio_postgres::{Config, NoTls, SimpleQueryMessage};

/// The register's database.
pub const DATABASE: &str = "register";

/// The user of each instance, by which its backends are found.
pub const USERS: [&str; 3] = ["one", "two", "three"];

/// Makes a server that nobody else reaches, says where its socket is, and passes every line that comes on to `pg_ctl`.
const SHELL: &str = r#"
trap '' INT
set -e
dir=$(mktemp -d -t tizilim-outage.XXXXXX)
"$0/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
printf '%s\n' "unix_socket_directories = '$dir'" "listen_addresses = ''" "max_connections = 300" "fsync = off" \
    >>"$dir/data/postgresql.conf"
control() { "$0/pg_ctl" -D "$dir/data" -l "$dir/log" -w "$@" >/dev/null; }
control start
echo "$dir"
while read -r order; do
    if control $order; then echo done; else echo failed; fi
done
control -m immediate stop || true
rm -rf "$dir"
"#;

/// A server with one database.
pub struct Cluster {
    programs: PathBuf,
    folder: String,
    /// How the database is reached without anything in between.
    pub url: String,
    shell: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Cluster {
    /// Starts one from Debian's packages, as the user `postgres` where this process may do everything.
    ///
    /// # Errors
    /// Why there is none.
    pub fn start() -> Result<Self, String> {
        let programs = programs().ok_or("no /usr/lib/postgresql/*/bin/initdb")?;
        let mut command = if rustix::process::getuid().is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--", "sh"]);
            command
        } else {
            Command::new("sh")
        };
        let mut shell = command
            .args(["-c", SHELL])
            .arg(&programs)
            // Somebody else's folder for temporary files may be closed to the server.
            .env_remove("TMPDIR")
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|why| why.to_string())?;
        let orders = shell.stdin.take();
        let mut answers = BufReader::new(shell.stdout.take().ok_or("no standard output")?);
        let mut line = String::new();
        answers.read_line(&mut line).map_err(|why| why.to_string())?;
        let folder = line.trim().to_owned();
        if folder.is_empty() {
            return Err("the server did not start".to_owned());
        }
        let url = format!("postgres://postgres@{}/{DATABASE}?", folder.replace('/', "%2F"));
        let cluster = Self { programs, folder, url, shell, orders, answers };
        cluster.ask("postgres", &format!("CREATE DATABASE {DATABASE}"));
        for user in USERS {
            cluster.ask("postgres", &format!("CREATE ROLE {user} SUPERUSER LOGIN"));
        }
        Ok(cluster)
    }

    /// Has `pg_ctl` do something, such as `-m fast restart`, and waits until it is done.
    pub fn control(&mut self, order: &str) {
        let orders = self.orders.as_mut().expect("a shell");
        writeln!(orders, "{order}").and_then(|()| orders.flush()).expect("a shell");
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("an answer");
        assert_eq!(line, "done\n", "pg_ctl {order}");
    }

    /// Runs a statement in a database and gives the rows as text.
    pub fn ask(&self, database: &str, sql: &str) -> Vec<Vec<String>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let mut config = Config::new();
            config.host_path(&self.folder).user("postgres").dbname(database).application_name("outage");
            let (client, connection) = config.connect(NoTls).await.expect("the server answers");
            let connection = tokio::spawn(connection);
            let said = client.simple_query(sql).await.unwrap_or_else(|why| panic!("{sql}: {why}"));
            connection.abort();
            said.iter()
                .filter_map(|message| match message {
                    SimpleQueryMessage::Row(row) => {
                        Some((0..row.len()).map(|at| row.get(at).unwrap_or_default().to_owned()).collect())
                    }
                    _ => None,
                })
                .collect()
        })
    }

    /// The processes that serve these users.
    pub fn backends(&self, users: &[&str]) -> Vec<String> {
        let users = users.iter().map(|user| format!("'{user}'")).collect::<Vec<_>>().join(", ");
        let sql = format!(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() \
             AND usename IN ({users})"
        );
        self.ask("postgres", &sql).into_iter().flatten().collect()
    }

    /// Writes the database into a file.
    pub fn dump(&self, file: &Path) {
        self.run("pg_dump", &["--format=custom", "--file", &file.to_string_lossy(), DATABASE]);
    }

    /// Puts the state of a file into the same database, all of it in one transaction.
    pub fn put_back(&self, file: &Path) {
        let file = file.to_string_lossy();
        self.run(
            "pg_restore",
            &["--clean", "--if-exists", "--single-transaction", "--dbname", DATABASE, &file],
        );
    }

    /// Drops the database, whoever uses it, makes it anew, and puts the state of a file into it.
    pub fn make_anew(&self, file: &Path) {
        self.ask("postgres", &format!("DROP DATABASE {DATABASE} WITH (FORCE)"));
        self.ask("postgres", &format!("CREATE DATABASE {DATABASE}"));
        let file = file.to_string_lossy();
        self.run("pg_restore", &["--single-transaction", "--dbname", DATABASE, &file]);
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let mut command = Command::new(self.programs.join(program));
        command.args(["--host", &self.folder, "--username", "postgres"]).args(arguments);
        let said = command.output().expect("a program of PostgreSQL");
        assert!(said.status.success(), "{program}: {}", String::from_utf8_lossy(&said.stderr));
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.orders.take());
        let _ = self.shell.wait();
    }
}

/// The newest installed server's programs.
fn programs() -> Option<PathBuf> {
    let installed = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|entry| entry.path());
    installed.map(|path| path.join("bin")).filter(|path| path.join("initdb").exists()).max()
}
