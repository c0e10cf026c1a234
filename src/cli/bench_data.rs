//! `tizilim bench-data`: an empty register with large data in it, to measure what size costs.

use std::io::{IsTerminal, Write};

use clap::Args;

use super::common::{Common, Done};
use super::demo::law;
use crate::domain::Lang;
use crate::registry::{BenchData, BenchFile};

#[derive(Debug, Args)]
pub struct BenchDataArgs {
    /// Primary organizations.
    #[arg(long, value_name = "N", default_value_t = 300)]
    organizations: usize,
    /// Documents of each organization, the union included.
    #[arg(long, value_name = "N", default_value_t = 10)]
    documents: usize,
    /// Editions of each document.
    #[arg(long, value_name = "N", default_value_t = 3)]
    versions: usize,
    /// The same seed makes the same register.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

/// Runs the command.
pub fn run(args: &BenchDataArgs, common: &Common) -> Done {
    let (registry, _) = common.open()?;
    let files = [Lang::Kk, Lang::Ru].map(|lang| {
        let (name, bytes) = law(lang);
        BenchFile { lang, name: name.to_owned(), bytes: bytes.to_vec() }
    });
    let data = BenchData {
        organizations: args.organizations,
        documents: args.documents,
        editions: args.versions,
        seed: args.seed,
    };
    registry.fill(data, files.into(), &mut |done| tell(done, args.organizations))?;
    Ok(())
}

/// How far it is: on one line that changes where a person looks, else now and then.
fn tell(done: usize, total: usize) {
    let mut err = std::io::stderr();
    if err.is_terminal() {
        let end = if done == total { "\n" } else { "" };
        // What cannot be told is not worth stopping for.
        let _ = write!(err, "\r{done} / {total}{end}").and_then(|()| err.flush());
    } else if done == total || done.is_multiple_of(10_000) {
        eprintln!("{done} / {total}");
    }
}
