//! Organizations by their keys, and lists of them a page at a time.

use std::collections::HashMap;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::super::connection::Conn;
use super::super::error::Result;
use super::super::schema::{contacts, organization_names, organizations, successions};
use super::super::stored;
use super::{ContactRow, NamesRow, Row, SuccessionRow, contact, dated, succession};
use crate::domain::Code;
use crate::domain::ids::OrganizationId;
use crate::domain::organization::{Organization, Status, Succession};

/// Organizations that are looked up at once: an engine takes some thousands of values in one statement.
const AT_ONCE: usize = 500;

/// Which organizations are listed: everything that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The status; none for all.
    pub status: Option<Status>,
    /// Only those whose number comes after this one.
    pub after: Option<String>,
}

/// Every organization with all that belongs to it, by number.
///
/// # Errors
/// A database that cannot be read.
pub fn all(conn: &mut Conn) -> Result<Vec<Organization>> {
    let rows: Vec<Row> = on_engine!(conn, c => organizations::table.order(organizations::number).load(c)?);
    assembled(conn, rows)
}

/// The organization with this id.
///
/// # Errors
/// A database that cannot be read.
pub fn find(conn: &mut Conn, id: OrganizationId) -> Result<Option<Organization>> {
    Ok(by_ids(conn, &[id])?.pop())
}

/// The organizations with these ids, by number.
///
/// # Errors
/// A database that cannot be read.
pub fn by_ids(conn: &mut Conn, ids: &[OrganizationId]) -> Result<Vec<Organization>> {
    let mut rows: Vec<Row> = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let some: Vec<String> = some.iter().map(ToString::to_string).collect();
        rows.extend(on_engine!(conn, c => organizations::table
            .filter(organizations::id.eq_any(&some))
            .load::<Row>(c)?));
    }
    rows.sort_by(|a, b| a.number.cmp(&b.number));
    assembled(conn, rows)
}

/// The organization to which a code belongs.
///
/// # Errors
/// A database that cannot be read.
pub fn id_of(conn: &mut Conn, code: Code) -> Result<Option<OrganizationId>> {
    let own = organizations::table.filter(organizations::code.eq(code.as_str())).select(organizations::id);
    let id: Option<String> = on_engine!(conn, c => own.first(c).optional()?);
    id.map(|id| stored::id("organizations.id", &id)).transpose()
}

/// The organization that has a number of the union, whatever the case of its letters: nobody tells S054 from s054.
///
/// # Errors
/// A database that cannot be read.
pub fn id_of_number(conn: &mut Conn, number: &str) -> Result<Option<OrganizationId>> {
    let folded = sql::<Bool>("upper(number) = ").bind::<Text, _>(number.to_ascii_uppercase());
    let id: Option<String> = on_engine!(conn, c => organizations::table
        .filter(folded)
        .select(organizations::id)
        .first(c)
        .optional()?);
    id.map(|id| stored::id("organizations.id", &id)).transpose()
}

/// The organizations that have one of these numbers of the union, whatever the case of their letters, by number.
///
/// # Errors
/// A database that cannot be read.
pub fn by_numbers(conn: &mut Conn, numbers: &[&str]) -> Result<Vec<Organization>> {
    let mut rows: Vec<Row> = Vec::new();
    for some in numbers.chunks(AT_ONCE) {
        let some: Vec<String> = some.iter().map(|number| number.to_ascii_uppercase()).collect();
        rows.extend(on_engine!(conn, c => organizations::table
            .filter(sql::<Text>("upper(number)").eq_any(&some))
            .load::<Row>(c)?));
    }
    rows.sort_by(|a, b| a.number.cmp(&b.number));
    assembled(conn, rows)
}

/// The union itself; none before it was entered.
///
/// # Errors
/// A database that cannot be read.
pub fn union_id(conn: &mut Conn) -> Result<Option<OrganizationId>> {
    let own = organizations::table.filter(organizations::is_union.eq(1_i64)).select(organizations::id);
    let id: Option<String> = on_engine!(conn, c => own.first(c).optional()?);
    id.map(|id| stored::id("organizations.id", &id)).transpose()
}

/// The organizations that a filter lets through, by number; at most `most`.
///
/// # Errors
/// A database that cannot be read.
pub fn page(conn: &mut Conn, filter: &Filter, most: usize) -> Result<Vec<Organization>> {
    let after = filter.after.as_deref().unwrap_or_default();
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let later = organizations::table.filter(organizations::number.gt(after));
    let rows: Vec<Row> = on_engine!(conn, c => match filter.status {
        Some(status) => later
            .filter(organizations::status.eq(status.name()))
            .order(organizations::number)
            .limit(most)
            .load(c)?,
        None => later.order(organizations::number).limit(most).load(c)?,
    });
    assembled(conn, rows)
}

/// Organizations with all that belongs to them, in the order of their rows.
fn assembled(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Organization>> {
    let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    let mut names: HashMap<String, Vec<NamesRow>> = HashMap::new();
    let mut followed: HashMap<String, Vec<Succession>> = HashMap::new();
    let mut contacts_of: HashMap<String, ContactRow> = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let (name_rows, succession_rows, contact_rows) = on_engine!(conn, c => (
            organization_names::table
                .filter(organization_names::organization_id.eq_any(some))
                .order(organization_names::ordinal)
                .load::<NamesRow>(c)?,
            successions::table
                .filter(successions::from_id.eq_any(some).or(successions::to_id.eq_any(some)))
                .order((successions::recorded_at_us, successions::id))
                .load::<SuccessionRow>(c)?,
            contacts::table.filter(contacts::organization_id.eq_any(some)).load::<ContactRow>(c)?
        ));
        for row in name_rows {
            names.entry(row.organization_id.clone()).or_default().push(row);
        }
        for row in succession_rows {
            for end in [&row.from_id, &row.to_id] {
                if some.contains(end) {
                    followed.entry(end.clone()).or_default().push(succession(&row)?);
                }
            }
        }
        contacts_of.extend(contact_rows.into_iter().map(|row| (row.organization_id.clone(), row)));
    }
    rows.into_iter()
        .map(|row| {
            Ok(Organization {
                id: stored::id("organizations.id", &row.id)?,
                code: stored::code("organizations.code", &row.code)?,
                number: row.number,
                is_union: row.is_union == 1,
                names: names.remove(&row.id).unwrap_or_default().iter().map(dated).collect::<Result<_>>()?,
                kind: row.kind,
                district: row.district,
                status: stored::named("organizations.status", &row.status, Status::parse)?,
                successions: followed.remove(&row.id).unwrap_or_default(),
                contact: contacts_of.remove(&row.id).map(contact).transpose()?,
            })
        })
        .collect()
}
