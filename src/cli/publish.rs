//! `tizilim publish`: an edition of a document, or a correction of one.

use std::path::PathBuf;

use clap::Args;

use super::common::{
    ACTOR, Common, Done, Stop, output, read_code, read_day, read_file, read_lang, read_ordinal,
};
use crate::domain::address::Public;
use crate::domain::requisites::Prolongation;
use crate::domain::version::{AttachmentRole, Authenticity};
use crate::domain::{Code, Day, Lang};
use crate::pages::doubt_sentence;
use crate::registry::{Accepts, EditionInput, FileInput, FilePart, Published, Registry, Unpublished};

#[derive(Debug, Args)]
pub struct PublishArgs {
    /// The document's code.
    #[arg(value_parser = read_code)]
    code: Code,
    /// The text in Kazakh: DOCX, ODT, RTF or PDF; a scan is taken too.
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
    /// An additional agreement that changes the texts; its day is that of --signed-on. May be given several times, as once a
    /// language.
    #[arg(long, value_name = "FILE")]
    amendment: Vec<PathBuf>,
    /// What was signed and sealed, where the texts are its public copy. May be given several times.
    #[arg(long, value_name = "FILE")]
    signed_original: Vec<PathBuf>,
    /// The same where it holds what is not for everybody: it is kept, known by its checksum, and not given out.
    #[arg(long, value_name = "FILE")]
    closed_original: Vec<PathBuf>,
    /// A further file, such as an annex. May be given several times.
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
    /// The edition whose texts and attachments stay, because an additional agreement amends it.
    #[arg(long, value_name = "vN", value_parser = read_ordinal, conflicts_with = "corrects")]
    amends: Option<u32>,
    /// Publish although something in the texts is doubtful; what it is is told in any case.
    #[arg(long)]
    accept_doubts: bool,
}

/// Runs the command.
pub fn run(args: &PublishArgs, common: &Common) -> Done {
    let (registry, config) = common.open()?;
    let published = publish(&registry, args, common.messages)?;
    output(format_args!("v{}", published.ordinal))?;
    let text = Public::Code(published.code);
    eprintln!("{}{text} (revision {})", config.base.origin(), published.revision);
    Ok(())
}

/// Publishes, and tells what is doubtful whether or not that is accepted.
fn publish(registry: &Registry, args: &PublishArgs, messages: Lang) -> Result<Published, Stop> {
    let edition = EditionInput {
        corrects: args.corrects,
        amends: args.amends,
        signed_on: args.signed_on,
        effective_from: args.effective_from,
        term_end: args.term_end,
        prolongation: args.until_replaced.then_some(Prolongation::UntilReplaced),
        files: files(args)?,
        accepts: if args.accept_doubts { Accepts::Everything } else { Accepts::Nothing },
    };
    let (published, doubts) = match registry.publish_at_once(args.code, edition, ACTOR) {
        Ok((published, doubts)) => (Ok(published), doubts),
        Err(Unpublished { error, file, doubts }) => (Err(Stop::Registry(error, file)), doubts),
    };
    for doubt in &doubts {
        eprintln!("{}", doubt_sentence::line(doubt, messages));
    }
    published
}

/// The files of the edition: its texts, then its attachments.
fn files(args: &PublishArgs) -> Result<Vec<FileInput>, Stop> {
    let mut files = Vec::new();
    for (lang, path) in [(Lang::Kk, &args.kk), (Lang::Ru, &args.ru), (Lang::En, &args.en)] {
        let Some(path) = path else { continue };
        let (name, bytes) = read_file(path)?;
        let authenticity = if args.translation.contains(&lang) {
            Authenticity::Translation
        } else {
            Authenticity::Authentic
        };
        files.push(FileInput { part: FilePart::Text(lang, authenticity), name, bytes });
    }
    let of = |role, paths: &[PathBuf]| -> Vec<(AttachmentRole, PathBuf)> {
        paths.iter().map(|path| (role, path.clone())).collect()
    };
    let attachments = [
        of(AttachmentRole::Amendment, &args.amendment),
        of(AttachmentRole::SignedOriginal, &args.signed_original),
        of(AttachmentRole::ClosedOriginal, &args.closed_original),
        of(AttachmentRole::Annex, &args.attach),
    ];
    for (role, path) in attachments.concat() {
        let (name, bytes) = read_file(&path)?;
        let dated_on = args.signed_on.filter(|_| role == AttachmentRole::Amendment);
        files.push(FileInput { part: FilePart::Attachment(role, String::new(), dated_on), name, bytes });
    }
    Ok(files)
}
