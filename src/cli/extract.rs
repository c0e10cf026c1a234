//! `tizilim extract`: the readable body of any file, by the same worker as the server's.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::common::{Common, Done, Stop, json, output, output_text, read_file};
use crate::registry::run_worker;
use crate::text::body::Body;

#[derive(Debug, Args)]
pub struct ExtractArgs {
    /// The file: DOCX or PDF; other kinds have no readable body.
    file: PathBuf,
    /// The words alone, a block a line (the default).
    #[arg(long, conflicts_with = "json")]
    text: bool,
    /// The structure as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Extracted<'a> {
    media_type: &'a str,
    body: &'a Body,
}

/// Runs the command.
pub fn run(args: &ExtractArgs, common: &Common) -> Done {
    let worker = common.config()?.setup()?.worker;
    let (name, bytes) = read_file(&args.file)?;
    let extracted = worker.read(&bytes).map_err(|error| Stop::Registry(error, name))?;
    if args.json {
        let media_type = extracted.media.media_type();
        output(json(&Extracted { media_type, body: &extracted.body }))?;
    } else {
        output_text(extracted.body.to_text())?;
    }
    Ok(())
}

/// The worker's side.
pub fn worker() -> Done {
    run_worker().map_err(|why| Stop::Io("worker".to_owned(), why))
}
