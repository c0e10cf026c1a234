//! Where the program finds its data, where it listens, and under which address it is known. Only this file reads the
//! environment.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::print::qr::{Base, InvalidBase};
use crate::registry::{Clock, Setup, Worker};

/// How often the register looks for changes made by another process.
const POLL_EVERY: Duration = Duration::from_millis(250);

/// How long the register may not have been confirmed before every answer says so.
const STALE_AFTER: Duration = Duration::from_secs(30);

/// The hidden command that makes the program a worker.
pub const WORKER_COMMAND: &str = "extract-worker";

/// The settings of one run.
#[derive(Debug, Clone)]
pub struct Config {
    /// The data folder.
    pub folder: PathBuf,
    /// A `postgres://` URL; none for SQLite in the data folder.
    pub database_url: Option<String>,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The public address that codes carry.
    pub base: Base,
}

/// Why settings cannot be used.
#[derive(Debug)]
pub enum ConfigError {
    /// The public address cannot stand in codes.
    Base(String, InvalidBase),
    /// The program does not know its own path.
    Program(std::io::Error),
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Base(text, InvalidBase::TooLong { host, limit }) => write!(
                f,
                "--base-url {text}: the host {host} has {} characters and codes have room for {limit}",
                host.chars().count()
            ),
            Self::Base(text, InvalidBase::Scheme) => {
                write!(f, "--base-url {text}: it must begin with https:// (or http:// for a trial)")
            }
            Self::Base(text, InvalidBase::Path) => {
                write!(f, "--base-url {text}: nothing may follow the host, because codes have no room for it")
            }
            Self::Base(text, InvalidBase::Host) => write!(f, "--base-url {text}: the host is no host name"),
            Self::Program(why) => write!(f, "the program cannot find itself: {why}"),
        }
    }
}

impl Config {
    /// The settings from what was given. Without a public address, the one that is listened on stands in.
    ///
    /// # Errors
    /// A public address that cannot stand in codes.
    pub fn new(
        folder: PathBuf,
        database_url: Option<String>,
        listen: SocketAddr,
        base_url: Option<&str>,
    ) -> Result<Self, ConfigError> {
        let text = base_url.map_or_else(|| format!("http://{listen}"), str::to_owned);
        let base = Base::parse(&text).map_err(|why| ConfigError::Base(text, why))?;
        Ok(Self { folder, database_url, listen, base })
    }

    /// How the register is opened with these settings.
    ///
    /// # Errors
    /// The program does not know its own path, so that it cannot start workers.
    pub fn setup(&self) -> Result<Setup, ConfigError> {
        let program = std::env::current_exe().map_err(ConfigError::Program)?;
        Ok(Setup {
            folder: self.folder.clone(),
            database_url: self.database_url.clone(),
            clock: Clock::Machine,
            worker: Worker { program, arguments: vec![WORKER_COMMAND.to_owned()] },
            poll_every: POLL_EVERY,
            stale_after: STALE_AFTER,
        })
    }
}
