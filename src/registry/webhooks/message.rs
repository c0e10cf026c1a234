//! What a message says: JSON with what is public of a change, and nothing that names a person.

use serde::{Deserialize, Serialize};

use crate::domain::address::Public;
use crate::domain::document::Document;
use crate::domain::fact::FactDetail;
use crate::domain::lang::Trilingual;
use crate::domain::version::Version;
use crate::domain::webhook::TEST;
use crate::domain::{Code, Lang};
use crate::registry::{Error, Result};
use crate::storage;
use crate::storage::webhooks::Delivery;

/// What is told where nothing happened.
pub(super) const NOTHING: &str = "{}";

/// What is told of a document. Its pages stand in it without the host, which only a server knows.
#[derive(Serialize, Deserialize)]
pub(super) struct Told {
    code: String,
    page: String,
    kind: String,
    titles: Titles,
    owner: String,
    version: Option<Edition>,
}

#[derive(Serialize, Deserialize)]
struct Titles {
    kk: Option<String>,
    ru: Option<String>,
    en: Option<String>,
}

/// What is told of an edition.
#[derive(Serialize, Deserialize)]
struct Edition {
    ordinal: u32,
    page: String,
    corrects: Option<u32>,
    effective_from: String,
    term_end: Option<String>,
    languages: Vec<String>,
    /// The first day on which it no longer applies, where that was just recorded.
    ended_on: Option<String>,
    /// Whether its files were erased as well as withdrawn.
    erased: bool,
}

impl Titles {
    fn of(titles: &Trilingual) -> Self {
        let [kk, ru, en] = Lang::ALL.map(|lang| titles.get(lang).map(str::to_owned));
        Self { kk, ru, en }
    }
}

impl Edition {
    fn of(code: Code, version: &Version, fact: Option<&FactDetail>) -> Self {
        Self {
            ordinal: version.ordinal,
            page: Public::Version(code, version.ordinal).to_string(),
            corrects: version.corrects,
            effective_from: version.requisites.effective_from.to_string(),
            term_end: version.requisites.term_end.map(|day| day.to_string()),
            languages: version.texts.iter().map(|text| text.lang.tag().to_owned()).collect(),
            ended_on: match fact {
                Some(FactDetail::Ended { on, .. }) => Some(on.to_string()),
                _ => None,
            },
            erased: matches!(fact, Some(FactDetail::Erased { .. })),
        }
    }
}

/// What is told of a change to a document of an owner, as it is stored.
pub(super) fn content(
    document: &Document,
    owner: Code,
    change: Option<(&Version, Option<&FactDetail>)>,
) -> String {
    let told = Told {
        code: document.code.to_string(),
        page: Public::Code(document.code).to_string(),
        kind: document.kind.name().to_owned(),
        titles: Titles::of(&document.titles),
        owner: owner.to_string(),
        version: change.map(|(version, fact)| Edition::of(document.code, version, fact)),
    };
    // Text and numbers are always JSON.
    serde_json::to_string(&told).unwrap_or_default()
}

/// A message as it is sent by a server with this public address.
#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    event: &'a str,
    timestamp: String,
    data: Data,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Data {
    Document(Box<Told>),
    Nothing {},
}

/// The body of a message from the outbox.
pub(super) fn body(delivery: &Delivery, origin: &str) -> Result<String> {
    let event = delivery.event.map_or_else(|| TEST.to_owned(), |event| event.in_messages());
    let data = match delivery.event {
        None => Data::Nothing {},
        Some(_) => {
            let mut told: Told = serde_json::from_str(&delivery.content).map_err(|_| corrupt(delivery))?;
            let of_version = told.version.as_mut().map(|version| &mut version.page);
            for page in std::iter::once(&mut told.page).chain(of_version) {
                page.insert_str(0, origin);
            }
            Data::Document(Box::new(told))
        }
    };
    let body = Body { event: &event, timestamp: delivery.at.to_string(), data };
    Ok(serde_json::to_string(&body).unwrap_or_default())
}

fn corrupt(delivery: &Delivery) -> Error {
    let value = delivery.content.chars().take(40).collect();
    storage::Error::Corrupt { column: "deliveries.content", value }.into()
}
