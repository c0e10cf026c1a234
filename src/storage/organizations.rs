//! Organizations with their names, successions and contacts.

mod read;

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{contacts, organization_names, organizations, successions};
use super::stored;
use crate::domain::Code;
use crate::domain::ids::OrganizationId;
use crate::domain::lang::{Lang, Trilingual};
use crate::domain::organization::{
    Contact, DatedNames, Organization, OrganizationStatus, Relation, Succession,
};

pub use read::{
    Filter, active_names, by_codes, by_ids, count, districts, districts_and_kinds, find, id_of, id_of_look,
    id_of_number, numbers, page, recipients, union_id,
};

#[derive(Queryable, Insertable)]
#[diesel(table_name = organizations)]
struct Row {
    id: String,
    code: String,
    number: String,
    is_union: i64,
    kind: String,
    district: String,
    status: String,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = organization_names)]
struct NamesRow {
    id: String,
    organization_id: String,
    ordinal: i64,
    name_kk: String,
    name_ru: String,
    name_en: String,
    since: Option<String>,
    recorded_at_us: i64,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = successions)]
struct SuccessionRow {
    id: String,
    from_id: String,
    to_id: String,
    relation: String,
    on_day: String,
    recorded_at_us: i64,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = contacts)]
struct ContactRow {
    organization_id: String,
    name: String,
    phone: String,
    whatsapp: String,
    room: String,
    confirmed_on: String,
}

fn dated(row: &NamesRow) -> Result<DatedNames> {
    Ok(DatedNames {
        names: Trilingual::new(&row.name_kk, &row.name_ru, &row.name_en),
        since: stored::optional_day("organization_names.since", row.since.as_deref())?,
        recorded_at: stored::instant("organization_names.recorded_at_us", row.recorded_at_us)?,
    })
}

fn succession(row: &SuccessionRow) -> Result<Succession> {
    Ok(Succession {
        from: stored::id("successions.from_id", &row.from_id)?,
        to: stored::id("successions.to_id", &row.to_id)?,
        relation: stored::named("successions.relation", &row.relation, Relation::parse)?,
        on: stored::day("successions.on_day", &row.on_day)?,
    })
}

fn contact(row: ContactRow) -> Result<Contact> {
    Ok(Contact {
        confirmed_on: stored::day("contacts.confirmed_on", &row.confirmed_on)?,
        name: row.name,
        phone: row.phone,
        whatsapp: row.whatsapp,
        room: row.room,
    })
}

/// Inserts organizations without names; [`add_names`] gives them their first ones.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, added: &[Organization]) -> Result<()> {
    let row = |organization: &Organization| Row {
        id: organization.id.to_string(),
        code: organization.code.to_string(),
        number: organization.number.clone(),
        is_union: i64::from(organization.is_union),
        kind: organization.kind.clone(),
        district: organization.district.clone(),
        status: organization.status.name().to_owned(),
    };
    let rows: Vec<Row> = added.iter().map(row).collect();
    insert_rows!(conn, organizations::table, &rows);
    Ok(())
}

/// Names that an organization has from a day on.
#[derive(Debug, Clone, Copy)]
pub struct NewNames<'a> {
    /// The id of the row.
    pub id: &'a str,
    /// The organization.
    pub organization: OrganizationId,
    /// Which of its names they are, from 1.
    pub ordinal: usize,
    /// The names.
    pub dated: &'a DatedNames,
}

/// Adds the names that organizations have from a day on.
///
/// # Errors
/// A database that cannot be written.
pub fn add_names(conn: &mut Conn, added: &[NewNames<'_>]) -> Result<()> {
    let row = |new: &NewNames<'_>| {
        let part = |lang| new.dated.names.get(lang).unwrap_or_default().to_owned();
        NamesRow {
            id: new.id.to_owned(),
            organization_id: new.organization.to_string(),
            ordinal: i64::try_from(new.ordinal).unwrap_or(i64::MAX),
            name_kk: part(Lang::Kk),
            name_ru: part(Lang::Ru),
            name_en: part(Lang::En),
            since: new.dated.since.map(|day| day.to_string()),
            recorded_at_us: new.dated.recorded_at.as_microsecond(),
        }
    };
    let rows: Vec<NamesRow> = added.iter().map(row).collect();
    insert_rows!(conn, organization_names::table, &rows);
    Ok(())
}

/// Changes number, kind and district.
///
/// # Errors
/// A database that cannot be written.
pub fn update(conn: &mut Conn, id: OrganizationId, number: &str, kind: &str, district: &str) -> Result<()> {
    on_engine!(conn, c => diesel::update(organizations::table.find(id.to_string()))
        .set((organizations::number.eq(number), organizations::kind.eq(kind), organizations::district.eq(district)))
        .execute(c)?);
    Ok(())
}

/// Changes the status.
///
/// # Errors
/// A database that cannot be written.
pub fn set_status(conn: &mut Conn, id: OrganizationId, status: OrganizationStatus) -> Result<()> {
    on_engine!(conn, c => diesel::update(organizations::table.find(id.to_string()))
        .set(organizations::status.eq(status.name()))
        .execute(c)?);
    Ok(())
}

/// Notes that one organization follows another.
///
/// # Errors
/// A database that cannot be written.
pub fn add_succession(conn: &mut Conn, id: &str, succession: &Succession, recorded_at_us: i64) -> Result<()> {
    let row = SuccessionRow {
        id: id.to_owned(),
        from_id: succession.from.to_string(),
        to_id: succession.to.to_string(),
        relation: succession.relation.name().to_owned(),
        on_day: succession.on.to_string(),
        recorded_at_us,
    };
    on_engine!(conn, c => diesel::insert_into(successions::table).values(&row).execute(c)?);
    Ok(())
}

/// Sets whom to ask, or erases it.
///
/// # Errors
/// A database that cannot be written.
pub fn set_contact(conn: &mut Conn, organization: OrganizationId, contact: Option<&Contact>) -> Result<()> {
    on_engine!(conn, c => diesel::delete(contacts::table.find(organization.to_string())).execute(c)?);
    let Some(contact) = contact else { return Ok(()) };
    let row = ContactRow {
        organization_id: organization.to_string(),
        name: contact.name.clone(),
        phone: contact.phone.clone(),
        whatsapp: contact.whatsapp.clone(),
        room: contact.room.clone(),
        confirmed_on: contact.confirmed_on.to_string(),
    };
    on_engine!(conn, c => diesel::insert_into(contacts::table).values(&row).execute(c)?);
    Ok(())
}

/// The code of an organization.
///
/// # Errors
/// A database that cannot be read.
pub fn code_of(conn: &mut Conn, id: OrganizationId) -> Result<Code> {
    let code: String = on_engine!(conn, c => organizations::table.find(id.to_string()).select(organizations::code).first(c)?);
    stored::code("organizations.code", &code)
}
