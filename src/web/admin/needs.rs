//! What needs a person, read from the register: for the first page, and for every other way in which it is told.

use super::proposal::proposed;
use super::tables::sent;
use crate::domain::Lang;
use crate::domain::address::TableFormat;
use crate::domain::agreement_state::AgreementState;
use crate::domain::document::Document;
use crate::domain::four_eyes::{Asked, SecondLook};
use crate::domain::ids::{DocumentId, DraftId, OrganizationId, VersionId};
use crate::domain::letter::Letter;
use crate::domain::listing::{DocumentsWanted, OrganizationsWanted, StandWanted};
use crate::domain::organization::Organization;
use crate::domain::proposal::Proposal;
use crate::domain::reminder::reminders;
use crate::domain::resolution::candidates;
use crate::domain::role::{Action, Role, may};
use crate::domain::version::Version;
use crate::pages::admin::filters::Count;
use crate::pages::admin::needs::{
    Group, Lacking, LyingDrafts, Need, Needs, NeedyStand, Part, Stands, Waiting, lacking_in, of_chair,
    of_office,
};
use crate::pages::admin::needs_table::table as table_of;
use crate::pages::naming;
use crate::registry::{Error, Listing, Registry, View};
use crate::web::access::{SignedInOnly, Staff};
use crate::web::error::Reply;

/// Agreements that are looked at for what they ask.
const AGREEMENTS_LOOKED_AT: usize = 1_000;

/// Things of a kind that others wait for: who has more of them has another trouble.
const WAITING_MAX: usize = 100;

/// Lines of a kind in a file.
const IN_FILE_MAX: usize = 1_000;

/// Codes that nothing has and that are named: those that are asked for most.
const STRAYS_MAX: usize = 10;

/// What is told of stands, in this order.
const STANDS: [StandWanted; 4] =
    [StandWanted::Outdated, StandWanted::Unprinted, StandWanted::Silent, StandWanted::Never];

/// How much is told, with which links, and in which language.
pub type Telling<'a> = (usize, &'a str, Lang);

/// What needs a person in a role, at most so many lines of a kind where there is a list of all of them.
///
/// # Errors
/// A database that cannot be read.
pub fn groups(
    registry: &Registry,
    view: &View,
    role: &Role,
    telling: Telling<'_>,
) -> Result<Vec<Group>, Error> {
    match role {
        Role::Admin | Role::Publisher | Role::Editor => office(registry, view, role, telling),
        Role::Chair(own) => chair(view, own, telling.2),
    }
}

/// The same as a table.
///
/// # Errors
/// Trouble with the state.
pub fn table(staff: &Staff<SignedInOnly>, view: &View, format: TableFormat) -> Reply {
    let origin = &staff.app().origin;
    let groups = groups(staff.registry(), view, &staff.who.role, (IN_FILE_MAX, origin, staff.lang))?;
    sent(&table_of(staff.lang, &groups, origin), format, "needs", view.as_of().day)
}

/// What the agreements of an organization ask, what is due first before the rest.
///
/// # Errors
/// A database that cannot be read.
pub fn own<'v>(view: &'v View, organization: &'v Organization) -> Result<Vec<Need<'v>>, Error> {
    let as_of = view.as_of();
    let mut needs = Vec::new();
    for document in view.owned(organization)? {
        let of_term = reminders(document, as_of).into_iter().filter(|reminder| reminder.kind.is_of_term());
        needs.extend(of_term.map(|reminder| (document, organization, reminder)));
    }
    needs.sort_by_key(|(.., reminder)| reminder.due);
    Ok(needs)
}

fn chair(view: &View, organizations: &[OrganizationId], lang: Lang) -> Result<Vec<Group>, Error> {
    let mut needs = Vec::new();
    for id in organizations {
        if let Some(organization) = view.organization_by_id(*id)? {
            needs.extend(own(view, organization)?);
        }
    }
    needs.sort_by_key(|(document, _, reminder)| (reminder.due, document.code));
    Ok(of_chair(&needs, lang))
}

fn office(
    registry: &Registry,
    view: &View,
    role: &Role,
    (most, origin, lang): Telling<'_>,
) -> Result<Vec<Group>, Error> {
    let (reminders, is_all) = view.reminders(AGREEMENTS_LOOKED_AT)?;
    view.load_owners(reminders.iter().map(|(document, _)| *document))?;
    let agreements: Vec<Need<'_>> = reminders
        .into_iter()
        .map(|(document, reminder)| Ok((document, view.owner(document)?, reminder)))
        .collect::<Result<_, Error>>()?;
    let awaited = Awaited::read(registry)?;
    let (letters, drafts, looks) = (awaited.letters(view)?, awaited.drafts(view)?, awaited.looks(view)?);
    let proposals = awaited.proposals.iter().filter_map(|one| proposed(view, one).transpose());
    let proposals = proposals.collect::<Result<Vec<_>, Error>>()?;
    let needs = Needs {
        most,
        agreements: (&agreements, is_all),
        waiting: Waiting { proposals: &proposals, letters: &letters, drafts: &drafts, looks: &looks },
        lying: lying(view, most)?,
        lacking: Lang::ALL
            .into_iter()
            .filter_map(lacking_in)
            .map(|reading| {
                let wanted = DocumentsWanted { reading: Some(reading), ..DocumentsWanted::default() };
                Ok((reading, lacking(view, &wanted, most)?))
            })
            .collect::<Result<_, Error>>()?,
        stands: may(role, Action::ManageOrganizations).then(|| stands(view, most)).transpose()?,
    };
    Ok(of_office(&needs, origin, lang))
}

fn lying(view: &View, most: usize) -> Result<LyingDrafts<'_>, Error> {
    let (drafts, count) = view.waiting_drafts(most)?;
    view.load_owners(drafts.iter().map(|(_, document, _)| *document))?;
    let owned =
        drafts.into_iter().map(|(id, document, begun)| Ok((id, document, view.owner(document)?, begun)));
    Ok((owned.collect::<Result<_, Error>>()?, count))
}

/// How many stand on a list.
fn count<T>(listing: &Listing<'_, T>) -> Count {
    Count { found: listing.count, is_all: listing.is_all }
}

fn lacking<'v>(view: &'v View, wanted: &DocumentsWanted, most: usize) -> Result<Lacking<'v>, Error> {
    let listing = view.documents_wanted(wanted, naming::kind, None, most)?;
    let count = count(&listing);
    view.load_owners(listing.found.iter().copied())?;
    let owned = listing.found.into_iter().map(|document| Ok((document, view.owner(document)?)));
    Ok(Part { found: owned.collect::<Result<_, Error>>()?, count })
}

fn stands(view: &View, most: usize) -> Result<Stands<'_>, Error> {
    let agreement = Some(AgreementState::Without);
    let without = OrganizationsWanted { agreement, ..OrganizationsWanted::default() };
    let without = view.organizations_wanted(&without, None, most)?;
    let (strays, asked) = view.strays(STRAYS_MAX)?;
    let strays = strays.into_iter().map(|stray| (stray.code, stray.count, stray.last));
    Ok(Stands {
        without_agreement: Part { count: count(&without), found: without.found },
        needy: STANDS.into_iter().map(|of| Ok((of, needy(view, of, most)?))).collect::<Result<_, Error>>()?,
        strays: Part { found: strays.collect(), count: Count { found: asked, is_all: true } },
    })
}

fn needy(view: &View, wanted: StandWanted, most: usize) -> Result<Part<NeedyStand<'_>>, Error> {
    let stand = OrganizationsWanted { stand: Some(wanted), ..OrganizationsWanted::default() };
    let listing = view.organizations_wanted(&stand, None, most)?;
    let count = count(&listing);
    let (opened, advice) = (view.last_opened(&listing.found)?, view.advice_for(&listing.found)?);
    let needy = listing.found.into_iter().zip(advice).map(|(organization, advice)| {
        let last = opened.get(&organization.code).copied();
        Ok(NeedyStand { organization, posted: view.posted(organization)?, advice, last })
    });
    Ok(Part { found: needy.collect::<Result<_, Error>>()?, count })
}

/// What others wait for, as it is read.
struct Awaited {
    proposals: Vec<Proposal>,
    letters: Vec<Letter>,
    drafts: Vec<(DraftId, DocumentId, Asked)>,
    looks: Vec<(DocumentId, VersionId, SecondLook)>,
}

impl Awaited {
    fn read(registry: &Registry) -> Result<Self, Error> {
        Ok(Self {
            proposals: registry.open_proposals(WAITING_MAX)?,
            letters: registry.unanswered_letters(WAITING_MAX)?,
            drafts: registry.drafts_to_look_at(WAITING_MAX)?,
            looks: registry.second_looks(WAITING_MAX)?,
        })
    }

    /// The letters with their schools.
    fn letters<'a>(&'a self, view: &'a View) -> Result<Vec<(&'a Letter, &'a Organization)>, Error> {
        let of =
            |letter: &'a Letter| Ok(view.organization_by_id(letter.organization)?.map(|of| (letter, of)));
        self.letters.iter().filter_map(|letter| of(letter).transpose()).collect()
    }

    /// The drafts with their documents.
    fn drafts<'a>(
        &'a self,
        view: &'a View,
    ) -> Result<Vec<(DraftId, &'a Document, &'a Organization, &'a Asked)>, Error> {
        let mut found = Vec::new();
        for (draft, document, asked) in &self.drafts {
            if let Some(document) = view.document_by_id(*document)? {
                found.push((*draft, document, view.owner(document)?, asked));
            }
        }
        Ok(found)
    }

    /// The editions that can still answer: what was withdrawn or corrected needs no look any more.
    fn looks<'a>(
        &'a self,
        view: &'a View,
    ) -> Result<Vec<(&'a Document, &'a Organization, &'a Version, &'a SecondLook)>, Error> {
        let mut found = Vec::new();
        for (document, version, look) in &self.looks {
            let Some(document) = view.document_by_id(*document)? else { continue };
            let living = candidates(document, view.as_of().known);
            if let Some(version) = living.into_iter().find(|one| one.id == *version) {
                found.push((document, view.owner(document)?, version, look));
            }
        }
        Ok(found)
    }
}
