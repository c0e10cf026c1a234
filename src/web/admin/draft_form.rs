//! Reading the form of a draft, and doing what it asks for piece by piece: one refused file costs only itself.

use super::fields::Fields;
use super::upload::{Upload, Uploaded};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::requisites::Prolongation;
use crate::domain::requisites::RequisitesInput;
use crate::domain::version::{AttachmentRole, Authenticity};
use crate::domain::{Day, Lang};
use crate::pages::admin::draft::ATTACHMENT_ROWS;
use crate::phrases::{Argument, say_with};
use crate::registry::{self, Error, Refusal, Registry};

/// The dates of an edition.
pub const DATES: [&str; 3] = ["signed_on", "effective_from", "term_end"];

/// What a form asks for.
pub struct Changes {
    /// Its fields, to be shown again where something is refused.
    pub fields: Fields,
    /// What is refused already, in sentences.
    pub refused: Vec<String>,
    /// The names of the fields that are.
    pub wrong: Vec<String>,
    /// What is to be done.
    pub verbs: Vec<Verb>,
}

/// One thing to be done to a draft.
pub enum Verb {
    /// Sets the dates.
    Dates(RequisitesInput),
    /// Takes a file out.
    Remove(AttachmentId),
    /// Says whether a text was signed or translated.
    Authenticity(Lang, Authenticity),
    /// Takes a text in: one file, or photos of its pages.
    Text(Lang, Authenticity, Vec<Uploaded>),
    /// Takes a text in whose language its words tell.
    Dropped(Uploaded),
    /// Takes an attachment in.
    Attachment(AttachmentRole, String, Option<Day>, Uploaded),
}

/// What became of a form.
#[derive(Default)]
pub struct Outcome {
    /// The fields of files that are in the draft now.
    pub taken: Vec<String>,
    /// What was refused, with the name of the file.
    pub refused: Vec<(String, Refusal)>,
    /// The languages that were told by words.
    pub guessed: Vec<Lang>,
}

/// Reads a form.
pub fn read(lang: Lang, mut upload: Upload) -> Changes {
    let mut refused = Vec::new();
    let mut verbs = Vec::new();
    match dates(lang, &upload.fields) {
        Ok(dates) => verbs.push(Verb::Dates(dates)),
        Err(sentences) => refused.extend(sentences),
    }
    let is_no_day = |name: &String| upload.fields.day(name, lang).is_err();
    let rows = (1..=ATTACHMENT_ROWS).map(|row| format!("attachment_{row}_date"));
    let wrong = DATES.iter().map(|name| (*name).to_owned()).chain(rows).filter(is_no_day).collect();
    verbs.extend(upload.fields.all("remove").filter_map(|id| id.parse().ok()).map(Verb::Remove));
    verbs.extend(upload.take_all("dropped").into_iter().map(Verb::Dropped));
    for of in Lang::ALL {
        let typed = upload.fields.get(&format!("authenticity_{of}"));
        let authenticity = Authenticity::parse(typed).unwrap_or(Authenticity::Authentic);
        let files = upload.take_all(&format!("text_{of}"));
        verbs.push(if files.is_empty() {
            Verb::Authenticity(of, authenticity)
        } else {
            Verb::Text(of, authenticity, files)
        });
    }
    for row in 1..=ATTACHMENT_ROWS {
        let file = upload.take(&format!("attachment_{row}"));
        let title = upload.fields.get(&format!("attachment_{row}_title")).to_owned();
        let role = upload.fields.get(&format!("attachment_{row}_role"));
        let role = AttachmentRole::parse(role).unwrap_or_default();
        let day = upload.fields.day(&format!("attachment_{row}_date"), lang);
        match (file, day) {
            (Some(file), Ok(day)) => verbs.push(Verb::Attachment(role, title, day, file)),
            (_, Err(sentence)) => refused.push(sentence),
            (None, Ok(_)) if !title.is_empty() => {
                let arguments = [("title", Argument::from(title))];
                refused.push(say_with(lang, "refusal-attachment-file", &arguments));
            }
            (None, Ok(_)) => {}
        }
    }
    Changes { fields: upload.fields, refused, wrong, verbs }
}

/// The dates that a form sets.
///
/// # Errors
/// What is no day, in sentences.
pub fn dates(lang: Lang, fields: &Fields) -> Result<RequisitesInput, Vec<String>> {
    let days = DATES.map(|name| fields.day(name, lang));
    match days {
        [Ok(signed_on), Ok(effective_from), Ok(term_end)] => Ok(RequisitesInput {
            signed_on,
            effective_from,
            term_end,
            prolongation: Prolongation::parse(fields.get("prolongation")).unwrap_or_default(),
        }),
        days => Err(days.into_iter().filter_map(Result::err).collect()),
    }
}

/// The fields beside a file in its row.
pub fn row_fields(row: &str) -> [String; 3] {
    [format!("{row}_role"), format!("{row}_title"), format!("{row}_date")]
}

/// Does what a form asks for.
///
/// # Errors
/// Trouble with the state; refusals are in the outcome.
pub fn apply(registry: &Registry, id: DraftId, verbs: Vec<Verb>) -> registry::Result<Outcome> {
    let mut outcome = Outcome::default();
    for verb in verbs {
        let (field, file) = match &verb {
            Verb::Text(_, _, files) => (files[0].field.clone(), names(files)),
            Verb::Attachment(.., file) | Verb::Dropped(file) => (file.field.clone(), file.name.clone()),
            _ => Default::default(),
        };
        match act(registry, id, verb) {
            Ok(guessed) => {
                outcome.guessed.extend(guessed);
                outcome.taken.push(field);
            }
            Err(Error::Refused(refusal)) => outcome.refused.push((file, refusal)),
            Err(error) => return Err(error),
        }
    }
    Ok(outcome)
}

/// The names of files: what is refused of one is refused of all.
fn names(files: &[Uploaded]) -> String {
    files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Does one thing; says the language of a text, where its words told it.
fn act(registry: &Registry, id: DraftId, verb: Verb) -> registry::Result<Option<Lang>> {
    if let Verb::Dropped(file) = verb {
        let name = file.name.clone();
        return registry.put_dropped(id, &name, file.into_bytes()?).map(Some);
    }
    match verb {
        Verb::Dropped(_) => Ok(()),
        Verb::Dates(dates) => registry.set_requisites(id, dates),
        Verb::Remove(file) => registry.remove_draft_file(id, file),
        Verb::Authenticity(lang, authenticity) => registry.set_authenticity(id, lang, authenticity),
        Verb::Text(lang, authenticity, files) => {
            let files = files.into_iter().map(|file| Ok((file.name.clone(), file.into_bytes()?)));
            registry.put_files(id, lang, authenticity, files.collect::<Result<_, Refusal>>()?)
        }
        Verb::Attachment(role, title, day, file) => {
            let name = file.name.clone();
            registry.put_attachment(id, (role, &title, day), &name, file.into_bytes()?)
        }
    }
    .map(|()| None)
}
