//! `tizilim host`: the host that may stand on walls.

use clap::Subcommand;

use super::common::{ACTOR, Common, Done};

#[derive(Debug, Subcommand)]
pub enum HostCommand {
    /// Confirm a host as permanent: prints made for https://HOST no longer say ҮЛГІ / ОБРАЗЕЦ.
    ///
    /// Do this when the domain is yours for good. Every printed code carries it and must answer for decades.
    Confirm {
        /// The host, such as qr.example.kz.
        host: String,
    },
}

/// Runs the command.
pub fn run(command: &HostCommand, common: &Common) -> Done {
    let (registry, config) = common.open()?;
    let HostCommand::Confirm { host } = command;
    registry.confirm_host(host, ACTOR)?;
    if !config.base.origin().eq_ignore_ascii_case(&format!("https://{}", host.trim())) {
        eprintln!(
            "confirmed; prints stay specimens until the server runs with --base-url https://{}",
            host.trim()
        );
    }
    Ok(())
}
