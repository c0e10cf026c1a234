//! `tizilim serve`: answer scans until asked to stop.

use std::io::Write;
use std::net::TcpListener;

use tracing_subscriber::EnvFilter;

use super::common::{Common, Done, Stop, output};
use super::user::invitation;
use crate::config::Config;
use crate::domain::role::Role;
use crate::registry::{Error, Registry};

/// What answers scans on a socket until the process is asked to stop.
pub type Server = fn(Registry, &Config, TcpListener) -> std::io::Result<()>;

/// Runs the command.
pub fn run(common: &Common, server: Server) -> Done {
    let (registry, config) = common.open()?;
    let lock = registry.lock_folder()?;
    let listener = listen(&config)?;
    tell(&config.base.origin());
    tell_first_administrator(&registry, &config)?;
    serve(registry, &config, (listener, server))?;
    drop(lock);
    Ok(())
}

/// A registry without an administrator gets a one-time link, printed once a start.
fn tell_first_administrator(registry: &Registry, config: &Config) -> Done {
    if registry.has_admin()? {
        return Ok(());
    }
    match invitation(registry, config, Role::Admin) {
        Ok(link) => {
            tell("No administrator yet. Open this one-time link to become the first one:");
            output(link)?;
            Ok(())
        }
        // Readers are served all the same.
        Err(Error::Storage(error)) if error.is_full() || error.is_read_only() => {
            tell(&format!("No administrator yet, and no invitation can be made: {error}"));
            Ok(())
        }
        Err(other) => Err(other.into()),
    }
}

/// Says something on standard error. That nobody can hear it, on a full disk say, must not keep a server from readers.
pub fn tell(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}

/// The socket, taken before anything is printed about it.
///
/// # Errors
/// An address that is taken, or not of this machine.
pub fn listen(config: &Config) -> Result<TcpListener, Stop> {
    TcpListener::bind(config.listen).map_err(|why| Stop::Io(format!("--listen {}", config.listen), why))
}

/// Serves until the process is asked to stop.
pub fn serve(registry: Registry, config: &Config, (listener, server): (TcpListener, Server)) -> Done {
    let filter = EnvFilter::try_new(&config.log).map_err(|why| Config::wrong_log(&why))?;
    // A second subscriber in one process would be refused; there is only one here.
    // A closed standard error must not end the server, which writing about it would.
    let _ = tracing_subscriber::fmt()
        .json()
        .log_internal_errors(false)
        .with_writer(std::io::stderr)
        .with_env_filter(filter)
        .try_init();
    server(registry, config, listener).map_err(|why| Stop::Io(config.listen.to_string(), why))
}
