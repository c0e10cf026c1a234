//! What erasure takes away besides the bytes, and which bytes anything still refers to.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connection::Conn;
use super::error::Result;
use super::schema::{attachments, draft_files, drafts, facts, intake_files, proposal_files, texts};
use super::{intakes, looks, stored};
use crate::domain::Checksum;
use crate::domain::fact::FactKind;
use crate::domain::ids::{DraftId, VersionId};

/// Checksums that are looked up at once: an engine takes some thousands of values in one statement.
const AT_ONCE: usize = 500;

#[derive(QueryableByName)]
struct Standing {
    #[diesel(sql_type = Text)]
    sha256: String,
}

/// Which of these files a version that was not erased has, as a text or an attachment. However many versions have a file,
/// the first one that is found is enough.
///
/// # Errors
/// A database that cannot be read.
pub fn standing(conn: &mut Conn, checksums: &[Checksum]) -> Result<HashSet<Checksum>> {
    let (mut standing, erased) = (HashSet::new(), FactKind::Erased.name());
    let of = |table: &str| {
        format!(
            "EXISTS (SELECT 1 FROM {table} WHERE {table}.sha256 = files.column1 AND NOT EXISTS (SELECT 1 FROM facts \
             WHERE facts.version_id = {table}.version_id AND facts.kind = '{erased}'))"
        )
    };
    for some in checksums.chunks(AT_ONCE) {
        // A checksum is written in hexadecimal digits, so it may stand in the statement itself.
        let named: Vec<String> = some.iter().map(|checksum| format!("('{checksum}')")).collect();
        let sql = format!(
            "SELECT files.column1 AS sha256 FROM (VALUES {}) AS files WHERE {} OR {}",
            named.join(", "),
            of("texts"),
            of("attachments")
        );
        let found: Vec<Standing> = on_engine!(conn, c => diesel::sql_query(sql).load(c)?);
        standing.extend(found.iter().filter_map(|found| Checksum::parse(&found.sha256)));
    }
    Ok(standing)
}

/// The files that only erased versions have.
///
/// # Errors
/// A database that cannot be read.
pub fn erased(conn: &mut Conn) -> Result<Vec<Checksum>> {
    let versions: Vec<String> = on_engine!(conn, c => facts::table
        .filter(facts::kind.eq("erased"))
        .select(facts::version_id)
        .load(c)?);
    let mut named: Vec<String> = Vec::new();
    for some in versions.chunks(AT_ONCE) {
        on_engine!(conn, c => {
            named.extend(texts::table
                .filter(texts::version_id.eq_any(some))
                .select(texts::sha256)
                .load::<String>(c)?);
            named.extend(attachments::table
                .filter(attachments::version_id.eq_any(some))
                .select(attachments::sha256)
                .load::<String>(c)?);
        });
    }
    let named: HashSet<Checksum> = named.iter().filter_map(|name| Checksum::parse(name)).collect();
    let named: Vec<Checksum> = named.into_iter().collect();
    let standing = standing(conn, &named)?;
    Ok(named.into_iter().filter(|checksum| !standing.contains(checksum)).collect())
}

/// Which of these files a draft or a proposal has, or a delivery that is not published yet.
///
/// # Errors
/// A database that cannot be read.
pub fn drafted(conn: &mut Conn, checksums: &[Checksum]) -> Result<HashSet<Checksum>> {
    let mut drafted = HashSet::new();
    for some in checksums.chunks(AT_ONCE) {
        let named: Vec<String> = some.iter().map(ToString::to_string).collect();
        let mut found: Vec<String> = on_engine!(conn, c => draft_files::table
            .filter(draft_files::sha256.eq_any(&named))
            .select(draft_files::sha256)
            .load(c)?);
        found.extend(on_engine!(conn, c => intake_files::table
            .filter(intake_files::sha256.eq_any(&named))
            .select(intake_files::sha256)
            .load::<String>(c)?));
        let proposed: Vec<String> = on_engine!(conn, c => proposal_files::table
            .filter(proposal_files::sha256.eq_any(&named))
            .select(proposal_files::sha256)
            .load(c)?);
        drafted.extend(found.iter().chain(&proposed).filter_map(|name| Checksum::parse(name)));
    }
    Ok(drafted)
}

/// Takes files out of every draft, proposal and delivery, with what was read from them, and gives the drafts. Such a draft
/// must be looked at again.
///
/// # Errors
/// A database that cannot be written, or a stored value that means nothing.
pub fn take_out_of_drafts(conn: &mut Conn, checksums: &[Checksum]) -> Result<Vec<DraftId>> {
    let named: Vec<String> = checksums.iter().map(ToString::to_string).collect();
    let of: Vec<String> = on_engine!(conn, c => draft_files::table
        .filter(draft_files::sha256.eq_any(&named))
        .select(draft_files::draft_id)
        .distinct()
        .load(c)?);
    on_engine!(conn, c => {
        diesel::delete(draft_files::table.filter(draft_files::sha256.eq_any(&named))).execute(c)?;
        diesel::update(intake_files::table.filter(intake_files::sha256.eq_any(&named)))
            .set((intake_files::sha256.eq(""), intake_files::name.eq("")))
            .execute(c)?;
        diesel::update(drafts::table.filter(drafts::id.eq_any(&of)))
            .set(drafts::previewed_us.eq(None::<i64>))
            .execute(c)?;
        diesel::delete(proposal_files::table.filter(proposal_files::sha256.eq_any(&named))).execute(c)?;
    });
    let of: Vec<DraftId> =
        of.iter().map(|id| stored::id("draft_files.draft_id", id)).collect::<Result<_>>()?;
    for draft in &of {
        looks::forget(conn, *draft)?;
        intakes::note_changed(conn, *draft)?;
    }
    Ok(of)
}

/// Clears what an erased version's files were called: a name may stand in it.
///
/// # Errors
/// A database that cannot be written.
pub fn clear_names(conn: &mut Conn, version: VersionId) -> Result<()> {
    let id = version.to_string();
    on_engine!(conn, c => {
        diesel::update(texts::table.filter(texts::version_id.eq(&id)))
            .set(texts::file_name.eq(""))
            .execute(c)?;
        diesel::update(attachments::table.filter(attachments::version_id.eq(&id)))
            .set((attachments::file_name.eq(""), attachments::title.eq("")))
            .execute(c)?;
        diesel::update(facts::table.filter(facts::version_id.eq(&id)).filter(facts::kind.eq(FactKind::LateAttachment.name())))
            .set(facts::detail.eq(""))
            .execute(c)?;
    });
    Ok(())
}
