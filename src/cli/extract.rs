//! `tizilim extract`: the readable body of any file, by the same worker as the server's.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::common::{Common, Done, Stop, json, output, output_text, read_file};
use crate::domain::Lang;
use crate::pages::doubt_sentence::sentence;
use crate::registry::run_worker;
use crate::text::body::Body;
use crate::text::language;
use crate::text::review::{self, Doubt};

#[derive(Debug, Args)]
pub struct ExtractArgs {
    /// The file: DOCX, ODT, RTF or PDF; other kinds have no readable body.
    file: PathBuf,
    /// The words alone, a block a line (the default).
    #[arg(long, conflicts_with = "json")]
    text: bool,
    /// The structure as JSON, with what is doubtful.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Extracted<'a> {
    media_type: &'a str,
    /// The language that the words are in.
    lang: &'a str,
    body: &'a Body,
    doubts: Vec<Told<'a>>,
}

/// What is doubtful, as forms and `publish` tell it.
#[derive(Serialize)]
struct Told<'a> {
    kind: &'a str,
    serious: bool,
    anchor: Option<&'a str>,
    pages: &'a [u32],
    sentence: String,
}

impl<'a> Told<'a> {
    fn new(doubt: &'a Doubt, messages: Lang) -> Self {
        Self {
            kind: doubt.kind.name(),
            serious: doubt.is_serious(),
            anchor: doubt.anchor.as_deref(),
            pages: doubt.kind.pages(),
            sentence: sentence(doubt, messages),
        }
    }
}

/// Runs the command.
pub fn run(args: &ExtractArgs, common: &Common) -> Done {
    let worker = common.config()?.setup()?.worker;
    let (name, bytes) = read_file(&args.file)?;
    let extracted = worker.read(&bytes, Vec::new()).map_err(|error| Stop::Registry(error, name))?;
    if args.json {
        let body = &extracted.body;
        let lang = language::of(&body.to_text()).unwrap_or(Lang::Kk);
        let doubts = review::doubts(&[(lang, body)], None);
        let told = doubts.iter().map(|doubt| Told::new(doubt, common.messages)).collect();
        let media_type = extracted.media.media_type();
        output(json(&Extracted { media_type, lang: lang.tag(), body, doubts: told }))?;
    } else {
        output_text(extracted.body.to_text())?;
    }
    Ok(())
}

/// The worker's side.
pub fn worker() -> Done {
    run_worker().map_err(|why| Stop::Io("worker".to_owned(), why))
}
