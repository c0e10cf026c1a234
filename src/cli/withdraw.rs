//! `tizilim withdraw`: an edition is no answer any more, or its files are erased.

use clap::Args;

use super::common::{ACTOR, Common, Done, read_code, read_ordinal};
use crate::domain::Code;
use crate::pages::admin::repairs::aftermath;
use crate::registry::{Error, Withdrawal};

#[derive(Debug, Args)]
pub struct WithdrawArgs {
    /// The document's code.
    #[arg(value_parser = read_code)]
    code: Code,
    /// The edition.
    #[arg(value_name = "vN", value_parser = read_ordinal)]
    version: u32,
    /// Why; shown to readers.
    #[arg(long)]
    reason: String,
    /// Erase the files for ever, because they hold personal data.
    #[arg(long)]
    erase: bool,
}

/// Runs the command.
pub fn run(args: &WithdrawArgs, common: &Common) -> Done {
    let (registry, _) = common.open()?;
    // Worked out before it happens, and told once it has.
    let aftermath = registry.read(|view| {
        let told = view.document(args.code)?.and_then(|document| {
            let version = document.version(args.version)?;
            Some(aftermath(common.messages, document, version, view.as_of()))
        });
        Ok::<_, Error>(told)
    })?;
    let how = if args.erase { Withdrawal::Erase } else { Withdrawal::Withdraw };
    registry.withdraw(args.code, args.version, &args.reason, how, ACTOR)?;
    eprintln!("{} v{}: {}", args.code, args.version, if args.erase { "erased" } else { "withdrawn" });
    aftermath.iter().for_each(|sentence| eprintln!("{sentence}"));
    Ok(())
}
