//! `tizilim show`: what a code answers.

use clap::Args;
use serde::Serialize;

use super::common::{Common, Done, json, output, read_code, read_day, read_lang};
use crate::domain::answer::choose_text;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, Status, resolve};
use crate::domain::{AsOf, Code, Day, Lang};
use crate::pages::naming;
use crate::registry::{Error, Refusal, Subject, View};

#[derive(Debug, Args)]
pub struct ShowArgs {
    /// The code of a document or an organization.
    #[arg(value_parser = read_code)]
    code: Code,
    /// The day to answer for [default: today].
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    at: Option<Day>,
    /// The reader's language.
    #[arg(long, value_name = "LANG", value_parser = read_lang, default_value = "kk")]
    lang: Lang,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Shown {
    code: String,
    title: String,
    /// `in_force`, `not_yet_in_force`, `prolonged`, `term_ended`, `ended`, `nothing_published` or `withdrawn`.
    status: &'static str,
    version: Option<u32>,
    effective_from: Option<String>,
    term_end: Option<String>,
    lang: Option<&'static str>,
    sha256: Option<String>,
}

#[derive(Serialize)]
struct Shelf {
    code: String,
    number: String,
    name: String,
    documents: Vec<Shown>,
}

/// Runs the command.
pub fn run(args: &ShowArgs, common: &Common) -> Done {
    let (registry, _) = common.open()?;
    match registry.read(|view| found(view, args))? {
        None => Err(Error::Refused(Refusal::UnknownDocument(args.code.to_string())).into()),
        Some(Found::Document(shown)) => {
            if args.json {
                output(json(&shown))
            } else {
                output_one(&shown)
            }
        }
        Some(Found::Shelf(shelf)) => {
            if args.json {
                output(json(&shelf))?;
            } else {
                output(format_args!("{}\t{}\t{}", shelf.code, shelf.number, shelf.name))?;
                shelf.documents.iter().try_for_each(output_one)?;
            }
            Ok(())
        }
    }
}

enum Found {
    Document(Shown),
    Shelf(Shelf),
}

fn found(view: &View, args: &ShowArgs) -> Result<Option<Found>, Error> {
    let as_of = args.at.map_or(view.as_of(), |day| view.as_of().on(day));
    Ok(match view.find(args.code)? {
        None => None,
        Some(Subject::Document(document)) => Some(Found::Document(shown(view, document, args.lang, as_of)?)),
        Some(Subject::Organization(organization)) => {
            Some(Found::Shelf(shelf(view, organization, args.lang, as_of)?))
        }
    })
}

fn output_one(shown: &Shown) -> Done {
    let version = shown.version.map_or_else(String::new, |ordinal| format!("v{ordinal}"));
    let from = shown.effective_from.as_deref().unwrap_or_default();
    output(format_args!(
        "{}\t{}\t{version}\t{from}\t{}\t{}",
        shown.code,
        shown.status,
        shown.lang.unwrap_or_default(),
        shown.title
    ))
}

fn shown(view: &View, document: &Document, lang: Lang, as_of: AsOf) -> Result<Shown, Error> {
    let title = naming::title(document, view.owner(document)?, lang).text;
    let mut shown = Shown {
        code: document.code.to_string(),
        title,
        status: "nothing_published",
        version: None,
        effective_from: None,
        term_end: None,
        lang: None,
        sha256: None,
    };
    match resolve(document, as_of) {
        Answer::NothingPublished => {}
        Answer::AllWithdrawn => shown.status = "withdrawn",
        Answer::Version { version, status } => {
            shown.status = status_name(status);
            shown.version = Some(version.ordinal);
            shown.effective_from = Some(version.requisites.effective_from.to_string());
            shown.term_end = version.requisites.term_end.map(|day| day.to_string());
            if let Some(choice) = choose_text(version, lang, as_of.known) {
                shown.lang = Some(choice.text.lang.tag());
                shown.sha256 = Some(choice.text.file.checksum.to_string());
            }
        }
    }
    Ok(shown)
}

fn shelf(view: &View, organization: &Organization, lang: Lang, as_of: AsOf) -> Result<Shelf, Error> {
    let documents = view.shelf_on(organization, as_of)?.into_iter();
    Ok(Shelf {
        code: organization.code.to_string(),
        number: organization.number.clone(),
        name: naming::name(organization, lang).text,
        documents: documents.map(|document| shown(view, document, lang, as_of)).collect::<Result<_, _>>()?,
    })
}

const fn status_name(status: Status) -> &'static str {
    match status {
        Status::NotYetInForce { .. } => "not_yet_in_force",
        Status::InForce { .. } => "in_force",
        Status::Prolonged { .. } => "prolonged",
        Status::TermEnded { .. } => "term_ended",
        Status::Ended { .. } => "ended",
    }
}
