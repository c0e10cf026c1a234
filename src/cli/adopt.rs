//! `tizilim adopt`: take a database that was put back on purpose.

use super::common::{ACTOR, Common, Done};
use crate::registry::Registry;

/// Runs the command.
pub fn run(common: &Common) -> Done {
    let config = common.config()?;
    let revision = Registry::adopt(config.setup()?, ACTOR)?;
    eprintln!("taken: a register with {revision} public changes; files that it does not know are kept");
    Ok(())
}
