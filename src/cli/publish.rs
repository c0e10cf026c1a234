//! `tizilim publish`: an edition of a document, or a correction of one.

use std::path::PathBuf;

use clap::Args;

use super::{ACTOR, Common, Done, Stop, read_code, read_day, read_file, read_lang, read_ordinal};
use crate::domain::document::RequisitesInput;
use crate::domain::ids::DraftId;
use crate::domain::version::{Authenticity, Prolongation};
use crate::domain::{Code, Day, Lang};
use crate::registry::{Error, Published, Registry};

#[derive(Debug, Args)]
pub struct PublishArgs {
    /// The document's code.
    #[arg(value_parser = read_code)]
    code: Code,
    /// The text in Kazakh: DOCX or PDF; a scan is taken too.
    #[arg(long, value_name = "FILE")]
    kk: Option<PathBuf>,
    /// The text in Russian.
    #[arg(long, value_name = "FILE")]
    ru: Option<PathBuf>,
    /// The text in English.
    #[arg(long, value_name = "FILE")]
    en: Option<PathBuf>,
    /// A text that is a translation of the others: kk, ru or en.
    #[arg(long, value_name = "LANG", value_parser = read_lang)]
    translation: Vec<Lang>,
    /// A further file: the signed scan, an annex. May be given several times.
    #[arg(long, value_name = "FILE")]
    attach: Vec<PathBuf>,
    /// Day of signing or adoption.
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    signed_on: Option<Day>,
    /// First day on which the edition applies. Before it, the present edition goes on answering.
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    effective_from: Option<Day>,
    /// Last day of the term; agreements need one.
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    term_end: Option<Day>,
    /// The edition goes on after its term until a new one replaces it.
    #[arg(long)]
    until_replaced: bool,
    /// The edition that this one corrects. What is not given is taken over from it.
    #[arg(long, value_name = "vN", value_parser = read_ordinal)]
    corrects: Option<u32>,
}

/// Runs the command.
pub fn run(args: &PublishArgs, common: &Common) -> Done {
    let (registry, config) = common.open()?;
    let published = publish(&registry, args)?;
    println!("v{}", published.ordinal);
    eprintln!("{}/{} (revision {})", config.base.origin(), published.code, published.revision);
    Ok(())
}

fn publish(registry: &Registry, args: &PublishArgs) -> Result<Published, Stop> {
    let draft = registry.begin_draft(args.code, args.corrects, ACTOR)?;
    let published = fill(registry, draft, args).and_then(|()| {
        registry.preview(draft)?;
        Ok(registry.publish(draft, ACTOR)?)
    });
    if published.is_err() {
        // The files are still where they were: nothing is left behind.
        registry.discard_draft(draft, ACTOR)?;
    }
    published
}

fn fill(registry: &Registry, draft: DraftId, args: &PublishArgs) -> Done {
    let taken_over = registry.draft(draft)?.requisites;
    registry.set_requisites(
        draft,
        RequisitesInput {
            signed_on: args.signed_on.or(taken_over.signed_on),
            effective_from: args.effective_from.or(taken_over.effective_from),
            term_end: args.term_end.or(taken_over.term_end),
            prolongation: if args.until_replaced {
                Prolongation::UntilReplaced
            } else {
                taken_over.prolongation
            },
        },
    )?;
    for (lang, path) in [(Lang::Kk, &args.kk), (Lang::Ru, &args.ru), (Lang::En, &args.en)] {
        let Some(path) = path else { continue };
        let (name, bytes) = read_file(path)?;
        let authenticity = if args.translation.contains(&lang) {
            Authenticity::Translation
        } else {
            Authenticity::Authentic
        };
        registry.put_text(draft, lang, authenticity, &name, bytes).map_err(|error| named(error, name))?;
    }
    for path in &args.attach {
        let (name, bytes) = read_file(path)?;
        registry.put_attachment(draft, "", None, &name, bytes).map_err(|error| named(error, name))?;
    }
    Ok(())
}

fn named(error: Error, file: String) -> Stop {
    Stop::Registry(error, file)
}
