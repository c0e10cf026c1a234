//! `tizilim kit`: the stand kit of an organization as PDF.

use std::path::PathBuf;

use clap::Args;

use super::{Common, Done, Stop, organization_code};
use crate::press::{self, Order};
use crate::stand::choice::Choice;
use crate::web::standing;

#[derive(Debug, Args)]
pub struct KitArgs {
    /// The organization's code or number.
    #[arg(value_name = "CODE|NUMBER")]
    organization: String,
    /// Where to write it.
    #[arg(long, value_name = "FILE.pdf")]
    out: PathBuf,
}

/// Runs the command.
pub fn run(args: &KitArgs, common: &Common) -> Done {
    let (registry, config) = common.open()?;
    let code = organization_code(&registry, &args.organization)?;
    let snapshot = registry.snapshot();
    let Some(organization) = snapshot.organization(code) else { return Ok(()) };
    let order = Order {
        standing: standing(&config.base, &snapshot),
        base: config.base,
        day: registry.today(),
        now: snapshot.known(registry.now()),
        choice: Choice::default(),
    };
    let kit = order.kit(&snapshot, organization);
    let pdf = press::kit(&kit).map_err(Stop::Press)?;
    std::fs::write(&args.out, pdf).map_err(|why| Stop::Io(args.out.display().to_string(), why))?;
    registry.keep_codes(&order.printed(&kit))?;
    eprintln!("{}", args.out.display());
    Ok(())
}
