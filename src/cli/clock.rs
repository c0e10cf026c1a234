//! `tizilim clock`: what the register thinks of the clock.

use clap::Subcommand;

use super::common::{ACTOR, Common, Done};

#[derive(Debug, Subcommand)]
pub enum ClockCommand {
    /// Confirm that the clock of this machine is right, although the register has later records.
    ///
    /// Do this where those records were made by a clock that ran ahead. From then on they count as that: they stay
    /// published, and scheduled editions begin by the clock of this machine.
    Confirm,
}

/// Runs the command.
pub fn run(command: &ClockCommand, common: &Common) -> Done {
    let (registry, _) = common.open()?;
    let ClockCommand::Confirm = command;
    match registry.confirm_clock(ACTOR)? {
        Some(ahead) => eprintln!("confirmed; records up to {ahead} were made by a clock that ran ahead"),
        None => eprintln!("nothing to confirm: no record is later than this clock"),
    }
    Ok(())
}
