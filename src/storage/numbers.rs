//! What people opened over a period, grouped by the database. Whatever the size of the register, a question reads the sums
//! of its days, or the rows of the documents or stands that it names.

use std::collections::HashMap;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::agreements;
use super::connection::Conn;
use super::error::Result;
use super::schema::{opened_days, opened_documents, openings};
use super::stored;
use crate::domain::agreement_state::AgreementState;
use crate::domain::coverage::Coverage;
use crate::domain::opening::{OpeningWay, ReaderKind};
use crate::domain::organization::OrganizationStatus;
use crate::domain::stand_life::{StandLife, live_since};
use crate::domain::{Code, Day, Lang};

/// Documents or stands that one query names: one page of a list, and far from the number of values that a statement may
/// carry.
const AT_ONCE: usize = 200;

/// The sum of counts, as both engines give it: PostgreSQL would answer in decimals.
const SUM: &str = "CAST(SUM(count) AS BIGINT)";

/// The first and the last day of a period.
pub type Days = (Day, Day);

/// Sums by a part of the rows of the days of a period.
macro_rules! by {
    ($conn:expr, $table:ident, $column:ident, $days:expr $(, $filter:expr)*) => {{
        let (first, last) = $days;
        let rows: Vec<(String, i64)> = on_engine!($conn, c => $table::table
            .filter($table::day.between(first.to_string(), last.to_string()))
            $( .filter($filter) )*
            .group_by($table::$column)
            .order($table::$column)
            .select(($table::$column, sql::<BigInt>(SUM)))
            .load(c)?);
        rows
    }};
}

/// What people opened on each day of a period on which they opened anything.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn by_day(conn: &mut Conn, days: Days) -> Result<Vec<(Day, u64)>> {
    by!(conn, opened_days, day, days).into_iter().map(day).collect()
}

/// What people opened in each language.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn by_lang(conn: &mut Conn, days: Days) -> Result<Vec<(Lang, u64)>> {
    by!(conn, opened_days, lang, days).into_iter().map(lang).collect()
}

/// What people opened at the stands of each district; an empty one stands for none, and for openings without a stand.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn by_district(conn: &mut Conn, days: Days) -> Result<Vec<(String, u64)>> {
    let rows = by!(conn, opened_days, district, days).into_iter();
    rows.map(|(district, count)| Ok((district, stored::number("opened_days.count", count)?))).collect()
}

/// How often people opened each of these documents, by code; those that nobody opened are left out.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of_documents(conn: &mut Conn, documents: &[Code], days: Days) -> Result<HashMap<Code, u64>> {
    let mut found = HashMap::new();
    for some in documents.chunks(AT_ONCE) {
        let some: Vec<&str> = some.iter().map(Code::as_str).collect();
        let rows = by!(conn, opened_documents, document, days, opened_documents::document.eq_any(&some));
        for row in rows {
            let (code, count) = document(row)?;
            found.insert(code, count);
        }
    }
    Ok(found)
}

/// How often people opened something at each of these stands, by code; those at which nobody did are left out.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of_stands(conn: &mut Conn, stands: &[Code], days: Days) -> Result<HashMap<Code, u64>> {
    let mut found = HashMap::new();
    for some in stands.chunks(AT_ONCE) {
        let some: Vec<&str> = some.iter().map(Code::as_str).collect();
        let rows = by!(
            conn,
            openings,
            organization,
            days,
            openings::reader.eq(ReaderKind::Human.name()),
            // All of them: the index begins with the way.
            openings::way.eq_any(OpeningWay::ALL.map(OpeningWay::name)),
            openings::organization.eq_any(&some)
        );
        for (code, count) in rows {
            let code = stored::code("openings.organization", &code)?;
            found.insert(code, stored::number("openings.count", count)?);
        }
    }
    Ok(found)
}

/// What people opened at one stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfStand {
    /// On each day on which they opened anything.
    pub days: Vec<(Day, u64)>,
    /// In each language.
    pub langs: Vec<(Lang, u64)>,
    /// Of each document, by code.
    pub documents: Vec<(Code, u64)>,
}

/// What people opened at one stand.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of_stand(conn: &mut Conn, stand: Code, days: Days) -> Result<OfStand> {
    macro_rules! at_stand {
        ($column:ident) => {
            by!(
                conn,
                openings,
                $column,
                days,
                openings::reader.eq(ReaderKind::Human.name()),
                openings::way.eq_any(OpeningWay::ALL.map(OpeningWay::name)),
                openings::organization.eq(stand.as_str())
            )
        };
    }
    Ok(OfStand {
        days: at_stand!(day).into_iter().map(day).collect::<Result<_>>()?,
        langs: at_stand!(lang).into_iter().map(lang).collect::<Result<_>>()?,
        documents: at_stand!(document).into_iter().map(document).collect::<Result<_>>()?,
    })
}

/// The condition that the stand of a row of `organizations` lives so on a day.
pub(super) fn lives(life: StandLife, today: Day) -> String {
    let since = live_since(today);
    let scanned = format!(
        "SELECT 1 FROM openings o WHERE o.reader = '{}' AND o.way = '{}' AND o.organization = organizations.code",
        ReaderKind::Human.name(),
        OpeningWay::Scanned.name(),
    );
    match life {
        StandLife::Live => format!("EXISTS ({scanned} AND o.day >= '{since}')"),
        StandLife::Silent => {
            format!("(EXISTS ({scanned}) AND NOT EXISTS ({scanned} AND o.day >= '{since}'))")
        }
        StandLife::Never => format!("NOT EXISTS ({scanned})"),
    }
}

/// The condition that a row of `organizations` is an active primary organization.
pub(super) fn is_active_primary() -> String {
    format!("organizations.status = '{}' AND organizations.is_union = 0", OrganizationStatus::Active.name())
}

#[derive(QueryableByName)]
struct CoverageRow {
    #[diesel(sql_type = Text)]
    district: String,
    #[diesel(sql_type = BigInt)]
    total: i64,
    #[diesel(sql_type = BigInt)]
    in_force: i64,
    #[diesel(sql_type = BigInt)]
    live: i64,
    #[diesel(sql_type = BigInt)]
    never: i64,
}

/// How far each district is covered on a day, by its name.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn coverage(conn: &mut Conn, today: Day) -> Result<Vec<Coverage>> {
    let counted = |condition: String| format!("CAST(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS BIGINT)");
    let query = format!(
        "SELECT organizations.district AS district, COUNT(*) AS total, {} AS in_force, {} AS live, {} AS never \
         FROM organizations WHERE {} GROUP BY organizations.district ORDER BY organizations.district",
        counted(agreements::is_so(AgreementState::InForce, today)),
        counted(lives(StandLife::Live, today)),
        counted(lives(StandLife::Never, today)),
        is_active_primary(),
    );
    let rows: Vec<CoverageRow> = on_engine!(conn, c => diesel::sql_query(query).load(c)?);
    let number = |count: i64| stored::number::<u64>("organizations", count);
    let coverage = |row: CoverageRow| {
        Ok(Coverage {
            district: row.district,
            all: number(row.total)?,
            in_force: number(row.in_force)?,
            live: number(row.live)?,
            silent: number(row.total - row.live - row.never)?,
            never: number(row.never)?,
        })
    };
    rows.into_iter().map(coverage).collect()
}

fn day((day, count): (String, i64)) -> Result<(Day, u64)> {
    Ok((stored::day("openings.day", &day)?, stored::number("openings.count", count)?))
}

fn lang((lang, count): (String, i64)) -> Result<(Lang, u64)> {
    Ok((stored::named("openings.lang", &lang, Lang::parse)?, stored::number("openings.count", count)?))
}

fn document((document, count): (String, i64)) -> Result<(Code, u64)> {
    Ok((stored::code("openings.document", &document)?, stored::number("openings.count", count)?))
}
