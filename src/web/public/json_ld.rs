//! What the page of a document is about, in the words of schema.org (JSON-LD 1.1, type `Legislation`).

use serde_json::{Value, json};

use crate::domain::address::Public;
use crate::domain::answer::TextChoice;
use crate::domain::document::Document;
use crate::domain::edition_status::EditionStatus;
use crate::domain::organization::Organization;
use crate::domain::resolution::Status;
use crate::domain::version::Version;
use crate::domain::{Instant, Lang};
use crate::pages::naming;

/// What the description is made from.
#[derive(Debug, Clone, Copy)]
pub struct Described<'a> {
    /// Scheme and host of the public address, without a slash at the end.
    pub origin: &'a str,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The version that is shown.
    pub version: &'a Version,
    /// How it stands.
    pub status: EditionStatus<'a>,
    /// The text that is shown.
    pub choice: Option<TextChoice<'a>>,
    /// The language of the page.
    pub page: Lang,
    /// What is known by then.
    pub known: Instant,
}

impl Described<'_> {
    /// The description as JSON that can stand in a `script` element: it holds no `<`.
    pub fn json(&self) -> String {
        self.value().to_string().replace('<', "\\u003c")
    }

    fn value(&self) -> Value {
        let (document, version, origin) = (self.document, self.version, self.origin);
        let requisites = version.requisites;
        let work = format!("{origin}{}", Public::Code(document.code));
        let edition = format!("{origin}{}", Public::Version(document.code, version.ordinal));
        let owner = naming::name(self.owner, self.page).text;
        let shelf = format!("{origin}{}", Public::Code(self.owner.code));
        let end = requisites.term_end.map_or_else(|| "..".to_owned(), |day| day.to_string());
        let mut described = json!({
            "@context": "https://schema.org",
            "@type": "Legislation",
            "@id": edition,
            "url": edition,
            "name": naming::title(document, self.owner, self.page).text,
            "legislationIdentifier": document.code.grouped(),
            "legislationType": naming::kind(document.kind, self.page),
            "legislationDateVersion": requisites.effective_from.to_string(),
            "legislationLegalForce": self.legal_force(),
            "temporalCoverage": format!("{}/{end}", requisites.effective_from),
            "legislationPassedBy": { "@type": "Organization", "name": owner, "url": shelf },
            "isPartOf": { "@type": "Collection", "name": owner, "url": shelf },
            "exampleOfWork": { "@type": "Legislation", "@id": work, "url": work },
            "encoding": self.files(),
        });
        if let Some(day) = requisites.signed_on {
            described["legislationDate"] = json!(day.to_string());
        }
        if let Some(choice) = self.choice {
            described["inLanguage"] = json!(choice.text.lang.tag());
        }
        described
    }

    fn legal_force(&self) -> &'static str {
        match self.status {
            EditionStatus::Answer(Status::InForce { .. } | Status::Prolonged { .. }) => {
                "https://schema.org/InForce"
            }
            _ => "https://schema.org/NotInForce",
        }
    }

    fn files(&self) -> Value {
        let texts = self.version.known_texts(self.known).map(|text| {
            json!({
                "@type": "LegislationObject",
                "contentUrl": format!("{}{}", self.origin, Public::File(text.file.checksum)),
                "encodingFormat": text.file.media.media_type(),
                "contentSize": text.file.size_bytes.to_string(),
                "inLanguage": text.lang.tag(),
                "sha256": text.file.checksum.to_string(),
            })
        });
        texts.collect()
    }
}
