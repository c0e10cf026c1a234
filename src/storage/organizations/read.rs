//! Organizations by their keys, and lists of them a page at a time.

use std::collections::HashMap;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::super::connection::Conn;
use super::super::error::Result;
use super::super::schema::{codes, contacts, hanging, organization_names, organizations, successions};
use super::super::{agreements, numbers, stored};
use super::{ContactRow, NamesRow, Row, SuccessionRow, contact, dated, succession};
use crate::domain::agreement_state::AgreementState;
use crate::domain::ids::OrganizationId;
use crate::domain::lang::Trilingual;
use crate::domain::look_alike::look;
use crate::domain::organization::{Organization, OrganizationStatus, Succession};
use crate::domain::stand_life::StandLife;
use crate::domain::{Code, Day};

/// Organizations that are looked up at once: an engine takes some thousands of values in one statement.
const AT_ONCE: usize = 500;

/// Which organizations are listed: everything that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The status; none for all.
    pub status: Option<OrganizationStatus>,
    /// The kind, such as `school`; none for all.
    pub kind: Option<String>,
    /// The districts, each as it is written down; none for all.
    pub districts: Option<Vec<String>>,
    /// The number of the union, letter for letter; none for all.
    pub number: Option<String>,
    /// Only those whose stand is known to hang without a sheet of this document (see [`lacks_sheet`]).
    ///
    /// [`lacks_sheet`]: crate::domain::posted::lacks_sheet
    pub lacks_sheet_of: Option<Code>,
    /// Only active primary organizations that stand so with their agreement on a day.
    pub agreement: Option<(AgreementState, Day)>,
    /// Only active primary organizations whose stand lives so on a day.
    pub life: Option<(StandLife, Day)>,
    /// Only active primary organizations whose code is kept for no print yet.
    pub is_unprinted: bool,
    /// Only those on whose stand something is known to hang.
    pub hangs: bool,
    /// Only these.
    pub among: Option<Vec<OrganizationId>>,
    /// Only those whose number comes after this one.
    pub after: Option<String>,
}

/// The query that a filter stands for.
macro_rules! filtered {
    ($filter:expr) => {{
        let filter: &Filter = $filter;
        let mut query = organizations::table.into_boxed();
        if let Some(status) = filter.status {
            query = query.filter(organizations::status.eq(status.name()));
        }
        if let Some(kind) = &filter.kind {
            query = query.filter(organizations::kind.eq(kind));
        }
        if let Some(districts) = &filter.districts {
            query = query.filter(organizations::district.eq_any(districts));
        }
        if let Some(number) = &filter.number {
            query = query.filter(organizations::number.eq(number));
        }
        if let Some(document) = filter.lacks_sheet_of {
            let hung = hanging::table.select(hanging::organization);
            let with_sheet = hung.filter(hanging::code.eq(document.to_string()));
            query = query.filter(organizations::code.eq_any(hung));
            query = query.filter(organizations::code.ne_all(with_sheet));
        }
        let states = filter.agreement.map(|(state, day)| agreements::is_so(state, day));
        let lives = filter.life.map(|(life, day)| numbers::lives(life, day));
        for condition in states.into_iter().chain(lives) {
            query = query.filter(sql::<Bool>(&format!("({condition})")));
        }
        if filter.is_unprinted {
            let reserved = codes::table.filter(codes::status.eq("reserved")).select(codes::code);
            query = query.filter(organizations::code.eq_any(reserved));
        }
        if filter.agreement.is_some() || filter.life.is_some() || filter.is_unprinted {
            query = query.filter(sql::<Bool>(&format!("({})", numbers::is_active_primary())));
        }
        if filter.hangs {
            query = query.filter(organizations::code.eq_any(hanging::table.select(hanging::organization)));
        }
        if let Some(among) = &filter.among {
            let among = among.iter().map(ToString::to_string).collect::<Vec<_>>();
            query = query.filter(organizations::id.eq_any(among));
        }
        if let Some(after) = &filter.after {
            query = query.filter(organizations::number.gt(after));
        }
        query
    }};
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

/// The one organization whose number looks like this one: typed on another keyboard, К and K are one letter to everybody.
///
/// # Errors
/// A database that cannot be read.
pub fn id_of_look(conn: &mut Conn, number: &str) -> Result<Option<OrganizationId>> {
    let wanted = look(number);
    let mut found = numbers(conn)?.into_iter().filter(|(_, number)| look(number) == wanted);
    Ok(found.next().filter(|_| found.next().is_none()).map(|(id, _)| id))
}

/// Every organization's number.
///
/// # Errors
/// A database that cannot be read.
pub fn numbers(conn: &mut Conn) -> Result<Vec<(OrganizationId, String)>> {
    let own = organizations::table.select((organizations::id, organizations::number));
    let rows: Vec<(String, String)> = on_engine!(conn, c => own.load(c)?);
    rows.into_iter().map(|(id, number)| Ok((stored::id("organizations.id", &id)?, number))).collect()
}

/// The present names of every active organization, with its number.
///
/// # Errors
/// A database that cannot be read.
pub fn active_names(conn: &mut Conn) -> Result<Vec<(OrganizationId, String, Trilingual)>> {
    let active = organizations::status.eq(OrganizationStatus::Active.name());
    let own = organizations::table.filter(active).select((organizations::id, organizations::number));
    let rows: Vec<(String, String)> = on_engine!(conn, c => own.load(c)?);
    let all: Vec<NamesRow> =
        on_engine!(conn, c => organization_names::table.order(organization_names::ordinal).load(c)?);
    // The last one of each is the present one.
    let mut names: HashMap<String, Trilingual> = all
        .into_iter()
        .map(|row| Ok((row.organization_id.clone(), dated(&row)?.names)))
        .collect::<Result<_>>()?;
    let named = |(id, number): (String, String)| {
        let names = names.remove(&id).unwrap_or_default();
        Ok((stored::id("organizations.id", &id)?, number, names))
    };
    rows.into_iter().map(named).collect()
}

/// The organizations to which these codes belong, by number.
///
/// # Errors
/// A database that cannot be read.
pub fn by_codes(conn: &mut Conn, codes: &[Code]) -> Result<Vec<Organization>> {
    let mut rows: Vec<Row> = Vec::new();
    for some in codes.chunks(AT_ONCE) {
        let some: Vec<&str> = some.iter().map(Code::as_str).collect();
        rows.extend(on_engine!(conn, c => organizations::table
            .filter(organizations::code.eq_any(some))
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

/// The organizations that a filter lets through, by number, after the first `skip`; at most `most`.
///
/// # Errors
/// A database that cannot be read.
pub fn page(conn: &mut Conn, filter: &Filter, skip: usize, most: usize) -> Result<Vec<Organization>> {
    let (skip, most) = (stored::count(skip), stored::count(most));
    let rows: Vec<Row> = on_engine!(conn, c => filtered!(filter)
        .order(organizations::number)
        .offset(skip)
        .limit(most)
        .load(c)?);
    assembled(conn, rows)
}

/// How many organizations a filter lets through, the union included.
///
/// # Errors
/// A database that cannot be read.
pub fn count(conn: &mut Conn, filter: &Filter) -> Result<usize> {
    let count: i64 = on_engine!(conn, c => filtered!(filter).count().get_result(c)?);
    stored::number("organizations", count)
}

/// The code, the district and the number of each organization that a filter lets through.
///
/// # Errors
/// A database that cannot be read.
pub fn recipients(conn: &mut Conn, filter: &Filter) -> Result<Vec<(Code, String, String)>> {
    let rows: Vec<(String, String, String)> = on_engine!(conn, c => filtered!(filter)
        .select((organizations::code, organizations::district, organizations::number))
        .load(c)?);
    let read = |(code, district, number): (String, String, String)| {
        Ok((stored::code("organizations.code", &code)?, district, number))
    };
    rows.into_iter().map(read).collect()
}

/// The districts and the kinds that active organizations have, each in order.
///
/// # Errors
/// A database that cannot be read.
pub fn districts_and_kinds(conn: &mut Conn) -> Result<(Vec<String>, Vec<String>)> {
    let active = organizations::status.eq(OrganizationStatus::Active.name());
    let (mut districts, mut kinds): (Vec<String>, Vec<String>) = on_engine!(conn, c => (
        organizations::table.filter(active).select(organizations::district).distinct().load(c)?,
        organizations::table.filter(active).select(organizations::kind).distinct().load(c)?
    ));
    for values in [&mut districts, &mut kinds] {
        values.retain(|value| !value.is_empty());
        values.sort_unstable();
    }
    Ok((districts, kinds))
}

/// The districts that any organization has or had, the missing one included.
///
/// # Errors
/// A database that cannot be read.
pub fn districts(conn: &mut Conn) -> Result<Vec<String>> {
    Ok(on_engine!(conn, c => organizations::table.select(organizations::district).distinct().load(c)?))
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
                status: stored::named("organizations.status", &row.status, OrganizationStatus::parse)?,
                successions: followed.remove(&row.id).unwrap_or_default(),
                contact: contacts_of.remove(&row.id).map(contact).transpose()?,
            })
        })
        .collect()
}
