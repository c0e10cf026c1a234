//! Filling an empty register with large data that is true in form: real codes, texts that are found, leaves. For measuring.

use std::collections::HashSet;

use super::blobs::Upload;
use super::body::stored_body;
use super::handle::Registry;
use super::refusal::Refusal;
use super::search::{passages_of, words_of_document, words_of_organization};
use super::{Result, View};
use crate::domain::deed::Deed;
use crate::domain::document::{AppliesTo, Document};
use crate::domain::document_kind::{DocumentKind, Need};
use crate::domain::ids::{DocumentId, OrganizationId, TextId, VersionId};
use crate::domain::lang::Trilingual;
use crate::domain::organization::{DatedNames, Organization, OrganizationStatus};
use crate::domain::organization_kind::OrganizationKind;
use crate::domain::requisites::{Prolongation, Requisites};
use crate::domain::version::{Authenticity, Text, Version};
use crate::domain::{Code, Day, Instant, Lang};
use crate::ledger::{Change, leaf};
use crate::storage::journal::Part;
use crate::storage::names::Named;
use crate::storage::organizations::{Filter, NewNames};
use crate::storage::search::{IndexedText, Passage};
use crate::storage::{Conn, bodies, codes, documents, leaves, names, organizations, search, versions};
use crate::text::EXTRACTOR;
use crate::text::body::Body;
use crate::text::find::INDEXER;

/// How large a register is made.
#[derive(Debug, Clone, Copy)]
pub struct BenchData {
    /// Primary organizations.
    pub organizations: usize,
    /// Documents of each organization, the union included.
    pub documents: usize,
    /// Editions of each document.
    pub editions: usize,
    /// The same seed gives the same register.
    pub seed: u64,
}

/// A file whose paragraphs the texts are made of.
#[derive(Debug, Clone)]
pub struct BenchFile {
    /// The language.
    pub lang: Lang,
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Organizations that are written in one transaction.
const AT_ONCE: usize = 100;

/// Different texts of each language: their words are everywhere, as those of a union's papers are.
const TEXTS: usize = 400;

/// Paragraphs of one text.
const PARAGRAPHS: usize = 4;

/// What organizations have, the agreement first, which each has once.
const KINDS: [DocumentKind; 4] = [
    DocumentKind::CollectiveAgreement,
    DocumentKind::WorkPlan,
    DocumentKind::Regulation,
    DocumentKind::Leaflet,
];

/// The districts of Astana.
const DISTRICTS: [&str; 6] = [
    "Алматы ауданы / район Алматы",
    "Байқоңыр ауданы / район Байқоныр",
    "Есіл ауданы / район Есиль",
    "Нұра ауданы / район Нура",
    "Сарайшық ауданы / район Сарайшык",
    "Сарыарқа ауданы / район Сарыарка",
];

/// A text that many editions have.
struct Sample {
    upload: usize,
    json: String,
    passages: Vec<Passage>,
}

impl Registry {
    /// Fills a register that has nothing; `tell` is told how many organizations are there.
    ///
    /// # Errors
    /// A register that has something, files without a text, a database that cannot be written.
    pub fn fill(&self, data: BenchData, files: Vec<BenchFile>, tell: &mut dyn FnMut(usize)) -> Result<()> {
        let is_empty = |view: &View| {
            let organizations = view.organizations_count(&Filter::default())?;
            Ok::<_, super::Error>(
                organizations == 1 && view.documents_count(&documents::Filter::default())? == 0,
            )
        };
        if !self.read(is_empty)? {
            return Err(Refusal::NotEmpty.into());
        }
        let mut maker = Maker::new(self, data, files)?;
        let union = (*self.held().union).clone();
        let mut done = 0;
        self.write("bench-data", Deed::Fill, "", |conn| {
            maker.fill(conn, std::slice::from_ref(&union), true)
        })?;
        while done < data.organizations {
            let some: Vec<usize> = (done..data.organizations).take(AT_ONCE).collect();
            done += some.len();
            let added: Vec<Organization> =
                some.into_iter().map(|number| maker.organization(number)).collect();
            self.inner.database.write(|conn| {
                maker.enter(conn, &added)?;
                maker.fill(conn, &added, false)
            })?;
            tell(done);
        }
        self.inner.database.look_at_tables()?;
        self.refresh()
    }
}

/// Which language and which of its texts an edition has.
type Pick = (usize, usize);

/// A document that is written, whose it is, and which texts its editions have.
struct Added<'a> {
    owner: &'a Organization,
    document: Document,
    picks: Vec<Pick>,
}

/// What makes the rows.
struct Maker {
    data: BenchData,
    dice: fastrand::Rng,
    taken: HashSet<Code>,
    now: Instant,
    today: Day,
    uploads: Vec<Upload>,
    samples: Vec<(Lang, Vec<Sample>)>,
}

impl Maker {
    fn new(registry: &Registry, data: BenchData, files: Vec<BenchFile>) -> Result<Self> {
        let mut dice = fastrand::Rng::with_seed(data.seed);
        let (mut uploads, mut samples): (Vec<Upload>, Vec<(Lang, Vec<Sample>)>) = (Vec::new(), Vec::new());
        for BenchFile { lang, name, bytes } in files {
            let upload = registry.upload(&name, bytes)?;
            registry.retain(&upload)?;
            let made = (0..TEXTS).map(|_| sample(uploads.len(), &upload.extracted.body, lang, &mut dice));
            samples.push((lang, made.collect()));
            uploads.push(upload);
        }
        let (now, today) = (registry.now(), registry.today());
        Ok(Self { data, dice, taken: HashSet::new(), now, today, uploads, samples })
    }

    fn bytes(&mut self) -> [u8; 16] {
        std::array::from_fn(|_| self.dice.u8(..))
    }

    fn code(&mut self) -> Code {
        loop {
            let code = Code::from_random(std::array::from_fn(|_| self.dice.u8(0..29)));
            if self.taken.insert(code) {
                return code;
            }
        }
    }

    fn organization(&mut self, number: usize) -> Organization {
        let kind =
            OrganizationKind::of_members().nth(self.dice.usize(0..5)).map_or("other", OrganizationKind::name);
        let names = Trilingual::new(
            &format!("№ {} мектеп-гимназия", number + 1),
            &format!("Школа-гимназия № {}", number + 1),
            "",
        );
        Organization {
            id: OrganizationId::from_random(self.bytes()),
            code: self.code(),
            number: format!("S{:05}", number + 1),
            is_union: false,
            names: vec![DatedNames { names, since: None, recorded_at: self.now }],
            kind: kind.to_owned(),
            district: DISTRICTS[self.dice.usize(0..DISTRICTS.len())].to_owned(),
            status: OrganizationStatus::Active,
            successions: Vec::new(),
            contact: None,
        }
    }

    /// Writes organizations with their names.
    fn enter(&mut self, conn: &mut Conn, added: &[Organization]) -> Result<()> {
        codes::insert_kept(conn, &added.iter().map(|one| one.code).collect::<Vec<_>>(), self.now)?;
        organizations::insert(conn, added)?;
        let ids: Vec<String> =
            added.iter().map(|_| OrganizationId::from_random(self.bytes()).to_string()).collect();
        let dated =
            added.iter().zip(&ids).flat_map(|(one, id)| one.names.iter().map(move |dated| (one, id, dated)));
        let rows: Vec<NewNames<'_>> =
            dated.map(|(one, id, dated)| NewNames { id, organization: one.id, ordinal: 1, dated }).collect();
        organizations::add_names(conn, &rows)?;
        let words = added.iter().map(|one| (Named::Organization(one.id), words_of_organization(one)));
        names::insert(conn, false, &words.collect::<Vec<_>>())?;
        let entered = added.iter().map(|one| leaf(Change::Organization(one), self.now));
        let named = added
            .iter()
            .flat_map(|one| one.names.iter().map(|dated| leaf(Change::Names(one.code, dated), self.now)));
        let touched: Vec<Part> =
            added.iter().map(|one| Part::Organization(one.id)).chain([Part::Codes]).collect();
        leaves::append_all(conn, &entered.chain(named).collect::<Vec<_>>(), self.now, &touched)?;
        Ok(())
    }

    /// Writes the documents of organizations, all of them of the union or none.
    fn fill(&mut self, conn: &mut Conn, owners: &[Organization], are_of_union: bool) -> Result<()> {
        let mut added: Vec<Added<'_>> = Vec::new();
        for owner in owners {
            for number in 0..self.data.documents {
                let (document, picks) = self.document(owner, number);
                added.push(Added { owner, document, picks });
            }
        }
        let all: Vec<Document> = added.iter().map(|one| one.document.clone()).collect();
        codes::insert_kept(conn, &all.iter().map(|document| document.code).collect::<Vec<_>>(), self.now)?;
        documents::insert(conn, &all, self.now)?;
        let editions =
            || all.iter().flat_map(|document| document.versions.iter().map(move |v| (document, v)));
        versions::insert(conn, &editions().map(|(document, v)| (document.id, v)).collect::<Vec<_>>())?;
        let texts = editions().flat_map(|(_, v)| v.texts.iter().map(move |text| (v.id, text)));
        versions::add_texts(conn, &texts.collect::<Vec<_>>())?;
        self.index(conn, &added)?;
        let words = added
            .iter()
            .map(|one| (Named::Document(one.document.id), words_of_document(&one.document, one.owner)));
        names::insert(conn, are_of_union, &words.collect::<Vec<_>>())?;
        let created = added.iter().map(|Added { owner, document, .. }| {
            leaf(Change::Document { document, owner: owner.code, successor: None }, self.now)
        });
        let published =
            editions().map(|(document, v)| leaf(Change::Publication(document.code, v), v.published_at));
        let touched: Vec<Part> = owners
            .iter()
            .map(|owner| Part::Organization(owner.id))
            .chain([Part::Codes, Part::Texts])
            .collect();
        leaves::append_all(conn, &created.chain(published).collect::<Vec<_>>(), self.now, &touched)?;
        Ok(())
    }

    /// Writes the readable texts of documents and what a search finds of them.
    fn index(&self, conn: &mut Conn, added: &[Added<'_>]) -> Result<()> {
        let (mut stored, mut indexed) = (Vec::new(), Vec::new());
        for Added { document, picks, .. } in added {
            for (version, (lang, sample)) in document.versions.iter().zip(picks) {
                let sample = &self.samples[*lang].1[*sample];
                for text in &version.texts {
                    stored.push((text.id, sample.json.as_str()));
                    let (document, text, passages) = (document.code, text.id, sample.passages.as_slice());
                    indexed.push(IndexedText { document, text, passages });
                }
            }
        }
        bodies::insert(conn, EXTRACTOR, &stored)?;
        // Owners differ only in whether they are the union.
        let Some(first) = added.first() else { return Ok(()) };
        Ok(search::insert(conn, first.owner.id, INDEXER, &indexed)?)
    }

    /// A document, and which text each of its editions has.
    fn document(&mut self, owner: &Organization, number: usize) -> (Document, Vec<Pick>) {
        // Nobody has two agreements, and the union has none with itself.
        let kind =
            if number == 0 && !owner.is_union { KINDS[0] } else { KINDS[1 + number % (KINDS.len() - 1)] };
        let lang = number % self.samples.len();
        let mut document = Document {
            id: DocumentId::from_random(self.bytes()),
            code: self.code(),
            owner: owner.id,
            kind,
            titles: Trilingual::new(
                &format!("Құжат {}", number + 1),
                &format!("Документ {}", number + 1),
                "",
            ),
            concerns: Trilingual::default(),
            short_titles: Trilingual::default(),
            applies_to: AppliesTo::All,
            successor: None,
            versions: Vec::new(),
        };
        let mut texts = Vec::new();
        for ordinal in 1..=self.data.editions {
            let sample = self.dice.usize(0..TEXTS);
            document.versions.push(self.version(kind, ordinal, lang, sample));
            texts.push((lang, sample));
        }
        (document, texts)
    }

    /// The last edition applies from the beginning of this year, those before it from earlier years.
    fn version(&mut self, kind: DocumentKind, ordinal: usize, lang: usize, sample: usize) -> Version {
        let back = i16::try_from(self.data.editions - ordinal).unwrap_or(i16::MAX);
        let year = self.today.year().saturating_sub(back).max(1991);
        let (text, version) = (TextId::from_random(self.bytes()), VersionId::from_random(self.bytes()));
        let (lang, samples) = &self.samples[lang];
        let text = Text {
            id: text,
            lang: *lang,
            authenticity: Authenticity::Authentic,
            file: self.uploads[samples[sample].upload].file.clone(),
            recorded_at: self.now,
        };
        let term_end = (kind.rules().term_end == Need::Required).then(|| Day::constant(year, 12, 31));
        Version {
            id: version,
            ordinal: u32::try_from(ordinal).unwrap_or(u32::MAX),
            requisites: Requisites {
                signed_on: Some(Day::constant(year, 1, 1)),
                effective_from: Day::constant(year, 1, 1),
                term_end,
                prolongation: Prolongation::default(),
            },
            corrects: None,
            // What was recorded later is later, also in one transaction.
            published_at: Instant::from_microsecond(
                self.now.as_microsecond() - i64::try_from(self.data.editions - ordinal).unwrap_or_default(),
            )
            .unwrap_or(self.now),
            texts: vec![text],
            attachments: Vec::new(),
            facts: Vec::new(),
        }
    }
}

/// A text of some paragraphs that follow each other in a file.
fn sample(upload: usize, whole: &Body, lang: Lang, dice: &mut fastrand::Rng) -> Sample {
    let last = whole.blocks.len().saturating_sub(PARAGRAPHS);
    let first = dice.usize(0..=last);
    let blocks = whole.blocks.iter().skip(first).take(PARAGRAPHS).cloned().collect();
    let body = Body { blocks, ..Body::default() };
    Sample { upload, json: stored_body(&body), passages: passages_of(&body, lang) }
}
