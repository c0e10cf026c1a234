//! Organizations: entering, renaming, dissolving, merging, and whom to ask.

use super::Result;
use super::codes::reserve_code;
use super::handle::Registry;
use super::random::{random, random_id};
use super::refusal::{Field, Refusal, check_letters};
use super::search::name_organization;
use super::transaction::present_organization;
use crate::domain::deed::Deed;
use crate::domain::ids::OrganizationId;
use crate::domain::lang::Trilingual;
use crate::domain::look_alike::blurred;
use crate::domain::organization::{
    Contact, DatedNames, NAME_MAX_CHARS, Organization, OrganizationStatus, Relation, Succession,
    international_digits,
};
use crate::domain::organization_kind::OrganizationKind;
use crate::domain::typed::clean;
use crate::domain::{Code, Day, Instant};
use crate::ledger::{Change, leaf};
use crate::storage::journal::{self, Part};
use crate::storage::organizations::NewNames;
use crate::storage::{Conn, Database, leaves, organizations};

/// The union's number until it is given another one.
const UNION_NUMBER: &str = "UNION";

/// Longest name, room or number in a contact, in characters: it must fit a line of a phone.
const CONTACT_MAX_CHARS: usize = 120;

/// A contact as it was entered.
#[derive(Debug, Clone, Default)]
pub struct ContactInput {
    /// The person's name; empty to erase the contact.
    pub name: String,
    /// Telephone number.
    pub phone: String,
    /// WhatsApp number.
    pub whatsapp: String,
    /// Where to find the person.
    pub room: String,
    /// Whether the person agreed to be shown.
    pub consent: bool,
}

/// Enters the union itself, once.
pub(super) fn ensure_union(database: &Database, now: Instant) -> Result<()> {
    if database.read(organizations::union_id)?.is_some() {
        return Ok(());
    }
    database.write(|conn| {
        if organizations::union_id(conn)?.is_some() {
            return Ok(());
        }
        let names = Trilingual::new("Кәсіподақ", "Профсоюз", "Trade union");
        let union = NewOrganization {
            number: UNION_NUMBER,
            kind: "union",
            district: "",
            is_union: true,
            since: None,
        };
        insert(conn, &union, names, now).map(drop)
    })
}

/// What is needed to enter an organization, beside its names.
pub(super) struct NewOrganization<'a> {
    pub number: &'a str,
    pub kind: &'a str,
    pub district: &'a str,
    pub is_union: bool,
    pub since: Option<Day>,
}

/// Enters an organization in the present transaction.
pub(super) fn insert(
    conn: &mut Conn,
    new: &NewOrganization<'_>,
    names: Trilingual,
    now: Instant,
) -> Result<Code> {
    let organization = Organization {
        id: OrganizationId::from_random(random()?),
        code: reserve_code(conn, now)?,
        number: new.number.to_owned(),
        is_union: new.is_union,
        names: Vec::new(),
        kind: new.kind.to_owned(),
        district: new.district.to_owned(),
        status: OrganizationStatus::Active,
        successions: Vec::new(),
        contact: None,
    };
    organizations::insert(conn, std::slice::from_ref(&organization))?;
    let touched = [Part::Codes, Part::Organization(organization.id)];
    leaves::append(conn, &leaf(Change::Organization(&organization), now), now, &touched)?;
    add_names(conn, &organization, names, new.since, now)?;
    Ok(organization.code)
}

/// Gives an organization its next names in the present transaction.
pub(super) fn add_names(
    conn: &mut Conn,
    organization: &Organization,
    names: Trilingual,
    since: Option<Day>,
    now: Instant,
) -> Result<()> {
    check_names(&names)?;
    let dated = DatedNames { names, since, recorded_at: now };
    let (id, ordinal) = (random_id()?, organization.names.len() + 1);
    let new = NewNames { id: &id, organization: organization.id, ordinal, dated: &dated };
    organizations::add_names(conn, &[new])?;
    name_organization(conn, organization.id)?;
    leaves::append(
        conn,
        &leaf(Change::Names(organization.code, &dated), now),
        now,
        &[Part::Organization(organization.id)],
    )?;
    Ok(())
}

/// Refuses a number that is another organization's, or looks so much like it that nobody would tell them apart.
fn check_number(conn: &mut Conn, number: &str, own: OrganizationId) -> Result<()> {
    for (id, taken) in organizations::numbers(conn)? {
        if id == own {
            continue;
        }
        if taken.eq_ignore_ascii_case(number) {
            return Err(Refusal::NumberTaken(number.to_owned()).into());
        }
        if blurred(&taken) == blurred(number) {
            return Err(Refusal::NumberLooksTaken { typed: number.to_owned(), taken }.into());
        }
    }
    Ok(())
}

fn check_names(names: &Trilingual) -> Result<()> {
    if names.is_empty() {
        return Err(Refusal::Missing(Field::Name).into());
    }
    if names.iter().any(|(_, name)| name.chars().count() > NAME_MAX_CHARS) {
        return Err(Refusal::TooLong { field: Field::Name, limit: NAME_MAX_CHARS }.into());
    }
    check_letters(Field::Name, names)
}

impl Registry {
    /// Gives an organization new names from a day on. Its code, and every printed sheet, stays good.
    ///
    /// # Errors
    /// No name at all, or one that is too long; a day that has not come.
    pub fn rename(&self, code: Code, names: Trilingual, since: Option<Day>, actor: &str) -> Result<()> {
        let id = self.organization_id(code)?;
        if since.is_some_and(|since| since > self.today()) {
            return Err(Refusal::NameFromLaterDay.into());
        }
        let now = self.now();
        self.write(actor, Deed::RenameOrganization, code.as_str(), |conn| {
            let organization = present_organization(conn, id)?;
            if *organization.name() == names {
                return Ok(());
            }
            add_names(conn, &organization, names, since, now)
        })
    }

    /// Changes the union's number, the kind and the district of an organization.
    ///
    /// # Errors
    /// A number that belongs to another organization; the union as an organization of another kind, or the reverse.
    pub fn edit_organization(
        &self,
        code: Code,
        number: &str,
        kind: &str,
        district: &str,
        actor: &str,
    ) -> Result<()> {
        let id = self.organization_id(code)?;
        let (number, kind, district) = (&clean(number), &clean(kind), &clean(district));
        if number.is_empty() {
            return Err(Refusal::Missing(Field::Number).into());
        }
        let now = self.now();
        self.write(actor, Deed::EditOrganization, code.as_str(), |conn| {
            let present = present_organization(conn, id)?;
            if present.is_union != (kind == OrganizationKind::Union.name()) {
                return Err(Refusal::UnionIsOne.into());
            }
            if present.number != *number {
                check_number(conn, number, id)?;
            }
            organizations::update(conn, id, number, kind, district)?;
            name_organization(conn, id)?;
            let organization = present_organization(conn, id)?;
            leaves::append(
                conn,
                &leaf(Change::Organization(&organization), now),
                now,
                &[Part::Organization(id)],
            )?;
            Ok(())
        })
    }

    /// Marks an organization as dissolved. Its code goes on answering.
    ///
    /// # Errors
    /// The union itself, or an organization that was dissolved already.
    pub fn dissolve(&self, code: Code, actor: &str) -> Result<()> {
        let id = self.organization_id(code)?;
        let now = self.now();
        self.write(actor, Deed::DissolveOrganization, code.as_str(), |conn| {
            let organization = present_organization(conn, id)?;
            end(conn, &organization, now)
        })
    }

    /// Notes that an organization became part of another one on a day. No code breaks; agreements stay where they are.
    ///
    /// # Errors
    /// The union itself, an organization into itself, or one that was dissolved already.
    pub fn merge(&self, from: Code, into: Code, on: Day, actor: &str) -> Result<()> {
        let (from_id, into_id) = (self.organization_id(from)?, self.organization_id(into)?);
        if from_id == into_id {
            return Err(Refusal::NotPossible.into());
        }
        let now = self.now();
        self.write(actor, Deed::MergeOrganization, from.as_str(), |conn| {
            let organization = present_organization(conn, from_id)?;
            if present_organization(conn, into_id)?.status == OrganizationStatus::Dissolved {
                return Err(Refusal::DissolvedAlready.into());
            }
            end(conn, &organization, now)?;
            let succession = Succession { from: from_id, to: into_id, relation: Relation::Merge, on };
            organizations::add_succession(conn, &random_id()?, &succession, now.as_microsecond())?;
            let change = Change::Succession { from, to: into, relation: Relation::Merge, on };
            let touched = [Part::Organization(from_id), Part::Organization(into_id)];
            leaves::append(conn, &leaf(change, now), now, &touched)?;
            Ok(())
        })
    }

    /// Sets whom to ask in an organization, or erases it where the name and all numbers are empty. No leaf: personal data.
    ///
    /// # Errors
    /// A number that nobody can call, or a contact without consent.
    pub fn set_contact(&self, code: Code, input: &ContactInput, actor: &str) -> Result<()> {
        let id = self.organization_id(code)?;
        let contact = self.checked_contact(input)?;
        self.write(actor, Deed::SetContact, code.as_str(), |conn| {
            organizations::set_contact(conn, id, contact.as_ref())?;
            journal::note(conn, &[Part::Organization(id)])?;
            Ok(())
        })
    }

    fn checked_contact(&self, input: &ContactInput) -> Result<Option<Contact>> {
        let contact = Contact {
            name: clean(&input.name),
            phone: clean(&input.phone),
            whatsapp: clean(&input.whatsapp),
            room: clean(&input.room),
            confirmed_on: self.today(),
        };
        let parts = [&contact.name, &contact.phone, &contact.whatsapp, &contact.room];
        if parts.iter().all(|part| part.is_empty()) {
            return Ok(None);
        }
        if contact.name.is_empty() {
            return Err(Refusal::Missing(Field::Name).into());
        }
        if parts.iter().any(|part| part.chars().count() > CONTACT_MAX_CHARS) {
            return Err(Refusal::TooLong { field: Field::Name, limit: CONTACT_MAX_CHARS }.into());
        }
        let wrong = |number: &&String| !number.is_empty() && international_digits(number).is_none();
        if let Some(number) = [&contact.phone, &contact.whatsapp].into_iter().find(wrong) {
            return Err(Refusal::BadPhone(number.clone()).into());
        }
        if !input.consent {
            return Err(Refusal::NoConsent.into());
        }
        Ok(Some(contact))
    }

    pub(super) fn organization_id(&self, code: Code) -> Result<OrganizationId> {
        let found = self.read(|view| {
            Ok::<_, super::Error>(view.organization(code)?.map(|organization| organization.id))
        })?;
        found.ok_or_else(|| Refusal::UnknownOrganization(code.to_string()).into())
    }
}

fn end(conn: &mut Conn, organization: &Organization, now: Instant) -> Result<()> {
    if organization.is_union {
        return Err(Refusal::NotPossible.into());
    }
    if organization.status == OrganizationStatus::Dissolved {
        return Err(Refusal::DissolvedAlready.into());
    }
    organizations::set_status(conn, organization.id, OrganizationStatus::Dissolved)?;
    let change = Change::OrganizationStatus(organization.code, OrganizationStatus::Dissolved);
    leaves::append(conn, &leaf(change, now), now, &[Part::Organization(organization.id)])?;
    Ok(())
}
