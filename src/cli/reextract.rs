//! `tizilim reextract`: readable bodies are made again after an improvement of the reader.

use clap::Args;

use super::common::{ACTOR, Common, Done, Stop, output, read_code};
use crate::domain::Code;
use crate::registry::{Remade, Stale, Wanted};

#[derive(Debug, Args)]
pub struct ReextractArgs {
    /// Only the texts of this document.
    #[arg(long, value_name = "CODE", value_parser = read_code)]
    document: Option<Code>,
    /// Also bodies that the present reader made.
    #[arg(long)]
    all: bool,
}

/// Runs the command. A text that cannot be made again keeps its body, is named, and the others go on.
pub fn run(args: &ReextractArgs, common: &Common) -> Done {
    let (registry, _) = common.open()?;
    let wanted = if args.all { Wanted::All } else { Wanted::Older };
    let stale = registry.stale(args.document, wanted)?;
    let (mut changed, mut failed) = (0, 0);
    for (text, number) in stale.iter().zip(1..) {
        let Stale { code, ordinal, lang, file, .. } = text;
        let named = format!("{number}/{} {code} v{ordinal} {lang} {}", stale.len(), file.name);
        match registry.reextract(text, ACTOR) {
            Ok(Remade::Same) => eprintln!("{named}: as it was"),
            Ok(Remade::Changed) => {
                changed += 1;
                eprintln!("{named}: changed");
            }
            Err(error) => {
                failed += 1;
                let reasons = Stop::Registry(error, file.name.clone()).lines(common.messages);
                eprintln!("{named}: {}", reasons.join("; "));
            }
        }
    }
    output(format_args!("{} read again, {changed} changed, {failed} failed", stale.len()))?;
    if failed == 0 { Ok(()) } else { Err(Stop::Told) }
}
