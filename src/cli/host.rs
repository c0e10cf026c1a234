//! `tizilim host`: the host that may stand on walls.

use clap::Subcommand;

use super::common::{ACTOR, Common, Done};
use crate::print::qr::{Base, Level, Shorter};

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
    if let Some((side, shorter)) =
        Base::parse(&format!("https://{}", host.trim())).ok().and_then(|base| base.side(Level::Q))
    {
        eprintln!("a code with this host has {side} × {side} modules");
        if let Some(Shorter { host_chars, side_modules, farther_percent }) = shorter {
            eprintln!(
                "with a host of at most {host_chars} characters it would have {side_modules} × {side_modules}, and be read \
                 from {farther_percent} % farther away"
            );
        }
    }
    if !config.base.origin().eq_ignore_ascii_case(&format!("https://{}", host.trim())) {
        eprintln!(
            "confirmed; prints stay specimens until the server runs with --base-url https://{}",
            host.trim()
        );
    }
    Ok(())
}
