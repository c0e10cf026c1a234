//! Documents and organizations by their titles, names and numbers.
//!
//! The database gives those that have every word, or a word that begins so; how well each answers is judged here, so that
//! both engines agree.

use super::super::view::View;
use super::super::{Error, Registry, Result};
use crate::domain::Lang;
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::ids::{DocumentId, OrganizationId};
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::storage::names::{self, Named, Sought};
use crate::storage::search::Condition;
use crate::storage::{Conn, documents, organizations};
use crate::text::find::{self, Name};

/// Results of each kind: more do not help on a phone.
const RESULTS_MAX: usize = 50;

/// Words of a search that may be misspelt names: a longer one is a question.
const MISSPELT_WORDS_MAX: usize = 3;

/// Names that are compared at most.
const COMPARED_MAX: i64 = 200;

/// Documents or organizations whose words are looked for at once.
const AT_ONCE: usize = 500;

/// A document with its owner.
type Owned<'v> = (&'v Document, &'v Organization);

/// How well a name answers a search.
type Points = fn(&Name, &Name) -> usize;

/// One way to look for names: its readings, what they ask for, how well a name answers.
type Way = (Vec<Name>, fn(&Name) -> Condition, Points);

/// What the kinds of documents are called, each in all languages.
pub(super) struct KindNames(Vec<(DocumentKind, String)>);

impl KindNames {
    pub(super) fn new(kind_name: fn(DocumentKind, Lang) -> String) -> Self {
        let all = |kind: DocumentKind| Lang::ALL.map(|lang| kind_name(kind, lang)).join(" ");
        Self(DocumentKind::ALL.iter().map(|kind| (*kind, all(*kind))).collect())
    }

    fn of(&self, kind: DocumentKind) -> &str {
        self.0.iter().find(|(own, _)| *own == kind).map_or("", |(_, names)| names)
    }

    /// The kinds whose names hold a word.
    fn named(&self, word: &Name) -> impl Iterator<Item = DocumentKind> {
        self.0.iter().filter(|(_, names)| Name::new(names).points(word) > 0).map(|(kind, _)| *kind)
    }
}

impl View {
    /// The documents whose titles, kinds or owners hold every word that was typed, best first; at most 50.
    /// `kind_name` says what a kind of document is called.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn documents_found(
        &self,
        typed: &str,
        kind_name: fn(DocumentKind, Lang) -> String,
    ) -> Result<Vec<&Document>> {
        let wanted = find::wanted(typed);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.documents_named(&wanted, &KindNames::new(kind_name))?;
        Ok(found.into_iter().map(|(document, _)| document).collect())
    }

    /// The organizations whose names or numbers hold every word that was typed, best first; at most 50.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organizations_found(&self, typed: &str) -> Result<Vec<&Organization>> {
        let wanted = find::wanted(typed);
        if wanted.is_empty() { Ok(Vec::new()) } else { self.organizations_with(&wanted) }
    }

    /// The documents and the organizations that are named so, best first: one question.
    pub(super) fn named_so(
        &self,
        wanted: &Name,
        kinds: &KindNames,
    ) -> Result<(Vec<Owned<'_>>, Vec<&Organization>)> {
        let documents = Sought::Documents(condition(wanted, Some(kinds)));
        let found = self.sought(&[documents, Sought::Organizations(condition(wanted, None))])?;
        let (mut documents, mut organizations) = (Vec::new(), Vec::new());
        for one in found {
            documents.extend(one.documents);
            organizations.extend(one.organizations);
        }
        let organizations = self.best_organizations(&organizations, wanted, Name::points)?;
        Ok((self.best_documents(&documents, wanted, kinds)?, organizations))
    }

    /// The documents whose titles, kinds or owners hold every word, with their owners, best first.
    pub(super) fn documents_named(&self, wanted: &Name, kinds: &KindNames) -> Result<Vec<Owned<'_>>> {
        let found = self.sought(&[Sought::Documents(condition(wanted, Some(kinds)))])?;
        let ids: Vec<DocumentId> = found.into_iter().flat_map(|found| found.documents).collect();
        self.best_documents(&ids, wanted, kinds)
    }

    /// The organizations whose names or numbers hold every word, best first.
    fn organizations_with(&self, wanted: &Name) -> Result<Vec<&Organization>> {
        let found = self.sought(&[Sought::Organizations(condition(wanted, None))])?;
        let ids: Vec<OrganizationId> = found.into_iter().flat_map(|found| found.organizations).collect();
        self.best_organizations(&ids, wanted, Name::points)
    }

    /// The organizations that a search may mean which names none as it was typed: one question for all its readings; the
    /// first of them that names any is what was meant.
    pub(super) fn organizations_like(&self, typed: &str) -> Result<Vec<&Organization>> {
        let plain = find::other_readings(typed);
        let mut misspelt = vec![find::wanted(typed)];
        misspelt.extend(plain.iter().cloned());
        misspelt.retain(|reading| reading.parts().count() <= MISSPELT_WORDS_MAX);
        let ways: [Way; 2] = [
            (plain, |reading| condition(reading, None), Name::points),
            (misspelt, condition_if_misspelt, Name::points_if_misspelt),
        ];
        let ways: Vec<_> = ways.into_iter().filter(|(readings, ..)| !readings.is_empty()).collect();
        let any = |(readings, condition, _): &Way| {
            Sought::Organizations(Condition::Any(readings.iter().map(condition).collect()))
        };
        let found = self.sought(&ways.iter().map(any).collect::<Vec<_>>())?;
        for ((readings, _, points), found) in ways.iter().zip(found) {
            for reading in readings {
                let best = self.best_organizations(&found.organizations, reading, *points)?;
                if !best.is_empty() {
                    return Ok(best);
                }
            }
        }
        Ok(Vec::new())
    }

    fn sought(&self, sought: &[Sought]) -> Result<Vec<names::Found>> {
        if sought.is_empty() {
            return Ok(Vec::new());
        }
        let highest = self.numbers()?.names;
        self.ask(|conn| Ok(names::matching(conn, highest, sought, COMPARED_MAX)?))
    }

    fn best_documents(&self, ids: &[DocumentId], wanted: &Name, kinds: &KindNames) -> Result<Vec<Owned<'_>>> {
        let documents = self.documents(ids)?;
        self.load_owners(documents.iter().copied())?;
        let mut scored = Vec::new();
        for document in documents {
            let owner = self.owner(document)?;
            let points = Name::new(&of_document(document, owner, kinds.of(document.kind))).points(wanted);
            if points > 0 {
                scored.push((points, (document, owner)));
            }
        }
        Ok(best(scored))
    }

    fn best_organizations(
        &self,
        ids: &[OrganizationId],
        wanted: &Name,
        points: Points,
    ) -> Result<Vec<&Organization>> {
        let mut scored = Vec::new();
        for organization in self.organizations_by_ids(ids)? {
            let points = points(&Name::new(&with_district(organization)), wanted);
            if points > 0 {
                let active = usize::from(organization.status == OrganizationStatus::Active);
                scored.push((2 * points + active, organization));
            }
        }
        Ok(best(scored))
    }
}

impl Registry {
    /// Keeps the words of every document and organization that has none yet, and says how many there were.
    pub(super) fn name_missing(&self) -> Result<usize> {
        let (mut count, mut all) = (0, documents::Filter::default());
        let is_complete = self.inner.database.read(|conn| {
            let documents = documents::count(conn, &all)?;
            let organizations = organizations::count(conn, &organizations::Filter::default())?;
            Ok::<_, Error>(names::count(conn)? == documents + organizations)
        })?;
        if is_complete {
            return Ok(0);
        }
        loop {
            let ids = self.inner.database.read(|conn| documents::page(conn, &all, 0, AT_ONCE))?;
            let Some(end) = ids.last() else { break };
            all.after = Some(*end);
            count += self.name_some(ids.into_iter().map(Named::Document).collect())?;
        }
        let mut filter = organizations::Filter::default();
        loop {
            let some = self.inner.database.read(|conn| organizations::page(conn, &filter, 0, AT_ONCE))?;
            let Some(end) = some.last() else { return Ok(count) };
            filter.after = Some(end.number.clone());
            count += self.name_some(some.iter().map(|one| Named::Organization(one.id)).collect())?;
        }
    }

    fn name_some(&self, all: Vec<Named>) -> Result<usize> {
        let missing = self.inner.database.read(|conn| names::missing(conn, &all))?;
        if missing.is_empty() {
            return Ok(0);
        }
        self.inner.database.write(|conn| {
            missing.iter().try_for_each(|named| match named {
                Named::Document(id) => name_document(conn, *id),
                Named::Organization(id) => name_one(conn, *id),
            })
        })?;
        Ok(missing.len())
    }
}

/// Keeps the words of a document in the present transaction.
pub(in crate::registry) fn name_document(conn: &mut Conn, id: DocumentId) -> Result<()> {
    let Some(document) = documents::find(conn, id)? else { return Ok(()) };
    let Some(owner) = organizations::find(conn, document.owner)? else { return Ok(()) };
    let words = words_of_document(&document, &owner);
    Ok::<_, Error>(names::set(conn, Named::Document(id), owner.is_union, &words)?)
}

/// The words under which a document is found by its name.
pub(in crate::registry) fn words_of_document(document: &Document, owner: &Organization) -> String {
    format!("{} {}", kind_word(document.kind), indexed(&of_document(document, owner, "")))
}

/// The words under which an organization is found by its name.
pub(in crate::registry) fn words_of_organization(organization: &Organization) -> String {
    indexed(&with_district(organization))
}

/// Keeps the words of an organization and of its documents in the present transaction.
pub(in crate::registry) fn name_organization(conn: &mut Conn, id: OrganizationId) -> Result<()> {
    name_one(conn, id)?;
    documents::owned(conn, id)?.into_iter().try_for_each(|document| name_document(conn, document))
}

fn name_one(conn: &mut Conn, id: OrganizationId) -> Result<()> {
    let Some(organization) = organizations::find(conn, id)? else { return Ok(()) };
    let words = words_of_organization(&organization);
    Ok(names::set(conn, Named::Organization(id), organization.is_union, &words)?)
}

/// The words of a name and every form of each, once, separated by single spaces.
fn indexed(name: &str) -> String {
    let name = Name::new(name);
    let mut words: Vec<String> = Vec::new();
    for (word, forms) in name.words_and_forms() {
        for word in std::iter::once(word).chain(forms.iter().map(String::as_str)) {
            // The engines' languages of queries know letters and digits.
            let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words.join(" ")
}

/// Every word is there, begins so, has a form in common, or belongs to the name of a kind.
fn condition(wanted: &Name, kinds: Option<&KindNames>) -> Condition {
    let one = |part: Name| {
        let mut ways = Vec::new();
        for (word, forms) in part.words_and_forms() {
            ways.push(Condition::Beginning(word.to_owned()));
            ways.extend(forms.iter().cloned().map(Condition::Word));
        }
        let kinds = kinds.into_iter().flat_map(|kinds| kinds.named(&part));
        ways.extend(kinds.map(|kind| Condition::Word(kind_word(kind))));
        Condition::Any(ways)
    };
    Condition::All(wanted.parts().map(one).collect())
}

/// The word that stands for a kind among the words of a document: no language has it.
fn kind_word(kind: DocumentKind) -> String {
    format!("kind0{}", kind.name().replace('_', "0"))
}

fn of_document(document: &Document, owner: &Organization, kind: &str) -> String {
    let titles: Vec<&str> = document.titles.iter().map(|(_, title)| title).collect();
    format!("{} {kind} {}", titles.join(" "), of_organization(owner))
}

/// The same as [`condition`] for organizations, where each word may be misspelt.
fn condition_if_misspelt(wanted: &Name) -> Condition {
    let one = |part: Name| {
        let begun = part.beginnings().into_iter().map(Condition::Beginning);
        Condition::Any(begun.chain([condition(&part, None)]).collect())
    };
    Condition::All(wanted.parts().map(one).collect())
}

/// An organization is found by its district too; its documents are not.
fn with_district(organization: &Organization) -> String {
    format!("{} {}", of_organization(organization), organization.district)
}

fn of_organization(organization: &Organization) -> String {
    let names: Vec<&str> = organization.name().iter().map(|(_, name)| name).collect();
    format!("{} {}", names.join(" "), organization.number)
}

/// The results by points; equal ones stay in their order.
fn best<T>(mut scored: Vec<(usize, T)>) -> Vec<T> {
    scored.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    scored.into_iter().take(RESULTS_MAX).map(|(_, result)| result).collect()
}
