//! `tizilim import-agreements`: the collective agreements of many organizations, out of one archive.

use std::path::{Path, PathBuf};

use clap::Args;

use super::common::{ACTOR, Common, Done, Stop, output};
use crate::domain::Lang;
use crate::domain::line_state::LineState;
use crate::domain::requisites::RequisitesInput;
use crate::pages::doubt_sentence;
use crate::phrases::{say, say_of};
use crate::refusals::{intake_problem, sentence};
use crate::registry::{Chosen, Intake, IntakeChange, IntakeLine, IntakeProblem, Parcels, Refusal, Registry};

/// Bytes that are read of the archive at once.
const READ_BYTES: usize = 1 << 20;

#[derive(Debug, Args)]
pub struct ImportAgreementsArgs {
    /// A ZIP archive of texts, named after the number or the name of their organization: S054 kk.docx, S054 ru.docx.
    zip: PathBuf,
    /// A table of days (XLSX or CSV): number, file, signed_on, effective_from, term_end. What it does not say is read from
    /// the texts.
    #[arg(long, value_name = "FILE")]
    table: Option<PathBuf>,
    /// Only say what would be published.
    #[arg(long)]
    dry_run: bool,
    /// Publish also where something in the texts is doubtful; what it is is told in any case.
    #[arg(long)]
    accept_doubts: bool,
}

/// Runs the command: what is sound is published, the rest is told and leaves nothing behind.
pub fn run(args: &ImportAgreementsArgs, common: &Common) -> Done {
    let (registry, _) = common.open()?;
    registry.require_no_look()?;
    let parcels = parcels(&registry, args)?;
    let intake = if args.dry_run {
        registry.plan_intake(parcels)?
    } else {
        let id = registry.receive_and_prepare(parcels, ACTOR)?;
        let published = publish(&registry, &id, args.accept_doubts);
        let intake = registry.intake(&id);
        // Drafts that nobody asked for would be left behind, whatever happened.
        registry.discard_intake(&id, ACTOR)?;
        published?;
        intake?
    };
    if tell(&intake, args, common.messages)? { Ok(()) } else { Err(Stop::Told) }
}

fn publish(registry: &Registry, id: &str, accepts_doubts: bool) -> Done {
    let chosen = if accepts_doubts { Chosen::All } else { Chosen::Sound };
    registry.publish_intake(id, (&chosen, accepts_doubts), None, ACTOR)?;
    Ok(())
}

/// The archive and the table, on their way in.
fn parcels(registry: &Registry, args: &ImportAgreementsArgs) -> Result<Parcels, Stop> {
    let mut parcels = registry.parcels()?;
    for path in [Some(&args.zip), args.table.as_ref()].into_iter().flatten() {
        send(&mut parcels, path)?;
    }
    Ok(parcels)
}

fn send(parcels: &mut Parcels, path: &Path) -> Done {
    use std::io::Read as _;
    let failed = |why| Stop::Io(path.display().to_string(), why);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut file = std::fs::File::open(path).map_err(failed)?;
    parcels.begin(&name)?;
    loop {
        let mut bytes = Vec::new();
        if file.by_ref().take(READ_BYTES as u64).read_to_end(&mut bytes).map_err(failed)? == 0 {
            return Ok(());
        }
        parcels.add(&bytes)?;
    }
}

/// Tells what became of each file: on standard output what is published, would be, or was before; on standard error what was
/// refused, with the reason, and what is doubtful. Says whether nothing was refused.
fn tell(intake: &Intake, args: &ImportAgreementsArgs, lang: Lang) -> Result<bool, Stop> {
    let mut is_whole = true;
    for line in &intake.lines {
        for doubt in &line.doubts {
            eprintln!("{}: {}", line.number, doubt_sentence::line(doubt, lang));
        }
        let is_taken = match line.state() {
            LineState::Published | LineState::Same | LineState::Sound => true,
            LineState::Doubtful => args.dry_run && args.accept_doubts,
            LineState::Refused | LineState::Gone => false,
        };
        if is_taken {
            let word = word(line);
            for (of, name) in &line.files {
                output(format_args!("{word}\t{}\t{of}\t{name}\t{}", line.number, days(line.requisites)))?;
            }
        } else {
            is_whole = false;
            for name in line.files.iter().map(|(_, name)| name) {
                eprintln!("refused\t{}\t{name}\t{}", line.number, why(line, lang));
            }
        }
        if line.days_from_text {
            eprintln!("{}: {}", line.number, say(lang, "intake-days-from-text"));
        }
    }
    for (file, problem) in &intake.problems {
        // A school whose files will come another day is no mistake of those that came.
        let is_missing = matches!(problem, IntakeProblem::RowWithoutFile { .. });
        is_whole &= is_missing;
        let word = if is_missing { "missing" } else { "refused" };
        eprintln!("{word}\t\t{file}\t{}", intake_problem(lang, file, problem));
    }
    Ok(is_whole)
}

/// What became of an agreement, in one word for programs.
fn word(line: &IntakeLine) -> String {
    match (line.edition, line.change) {
        (Some(edition), _) => format!("published v{edition}"),
        (None, IntakeChange::Same) => "unchanged".to_owned(),
        (None, IntakeChange::Document) => "new".to_owned(),
        (None, IntakeChange::Edition) => "edition".to_owned(),
    }
}

fn days(days: RequisitesInput) -> String {
    let RequisitesInput { signed_on, effective_from, term_end, .. } = days;
    let said = |day: Option<_>| day.map_or_else(|| "-".to_owned(), |day: crate::domain::Day| day.to_string());
    format!("{}\t{}\t{}", said(signed_on), said(effective_from), said(term_end))
}

/// Why an agreement is not published.
fn why(line: &IntakeLine, lang: Lang) -> String {
    if let Some(problem) = line.problem {
        return sentence(lang, &Refusal::Dates(problem), "");
    }
    if !line.same.is_empty() {
        return say_of(lang, "intake-partly-same", "files", &line.same.join(", "));
    }
    if !line.broken.is_empty() {
        return say_of(lang, "intake-broken", "files", &line.broken.join(", "));
    }
    sentence(lang, &Refusal::DoubtsUnseen, "")
}
