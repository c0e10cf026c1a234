//! What hangs on stands, as it was printed.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::hanging;
use super::stored;
use crate::domain::Code;
use crate::domain::lang::{Lang, Trilingual};
use crate::domain::posted::{Posted, PostedSheet, Source};

/// Stands that are looked up at once: an engine takes some thousands of values in one statement.
const AT_ONCE: usize = 500;

#[derive(Queryable, Insertable)]
#[diesel(table_name = hanging)]
struct Row {
    organization: String,
    code: String,
    name_kk: String,
    name_ru: String,
    name_en: String,
    title_kk: String,
    title_ru: String,
    title_en: String,
    host: Option<String>,
    since: String,
    source: String,
}

/// What hangs on one stand.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of(conn: &mut Conn, organization: Code) -> Result<Posted> {
    Ok(of_some(conn, &[organization])?.remove(&organization).unwrap_or_default())
}

/// What hangs on some stands, by the organization's code; those on which nothing is known to hang are left out.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of_some(conn: &mut Conn, organizations: &[Code]) -> Result<HashMap<Code, Posted>> {
    let mut stands: HashMap<Code, Posted> = HashMap::new();
    for some in organizations.chunks(AT_ONCE) {
        let some: Vec<&str> = some.iter().map(Code::as_str).collect();
        let own = hanging::table.filter(hanging::organization.eq_any(some));
        let rows: Vec<Row> = on_engine!(conn, c => own.load(c)?);
        for row in rows {
            let organization = stored::code("hanging.organization", &row.organization)?;
            let code = stored::code("hanging.code", &row.code)?;
            stands.entry(organization).or_default().insert(code, hung(row)?);
        }
    }
    Ok(stands)
}

fn hung(row: Row) -> Result<PostedSheet> {
    Ok(PostedSheet {
        names: Trilingual::new(&row.name_kk, &row.name_ru, &row.name_en),
        titles: Trilingual::new(&row.title_kk, &row.title_ru, &row.title_en),
        host: row.host,
        since: stored::day("hanging.since", &row.since)?,
        source: stored::named("hanging.source", &row.source, Source::parse)?,
    })
}

/// Notes that something hangs. What is known to hang there under this code stays as it is known. Whether it is new.
///
/// # Errors
/// A database that cannot be written.
pub fn add(conn: &mut Conn, organization: Code, code: Code, hung: &PostedSheet) -> Result<bool> {
    let part = |text: &Trilingual, lang| text.get(lang).unwrap_or_default().to_owned();
    let row = Row {
        organization: organization.to_string(),
        code: code.to_string(),
        name_kk: part(&hung.names, Lang::Kk),
        name_ru: part(&hung.names, Lang::Ru),
        name_en: part(&hung.names, Lang::En),
        title_kk: part(&hung.titles, Lang::Kk),
        title_ru: part(&hung.titles, Lang::Ru),
        title_en: part(&hung.titles, Lang::En),
        host: hung.host.clone(),
        since: hung.since.to_string(),
        source: hung.source.name().to_owned(),
    };
    let added = on_engine!(conn, c => diesel::insert_into(hanging::table)
        .values(&row)
        .on_conflict_do_nothing()
        .execute(c)?);
    Ok(added == 1)
}

/// Puts what hangs now in the place of what hung before.
///
/// # Errors
/// A database that cannot be written.
pub fn replace(conn: &mut Conn, organization: Code, now: &Posted) -> Result<()> {
    on_engine!(conn, c => diesel::delete(hanging::table.filter(hanging::organization.eq(organization.as_str())))
        .execute(c)?);
    for (code, hung) in now {
        add(conn, organization, *code, hung)?;
    }
    Ok(())
}
