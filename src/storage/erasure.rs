//! What erasure takes away besides the bytes, and which bytes anything still refers to.

use std::collections::HashSet;

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{attachments, draft_files, drafts, facts, texts};
use crate::domain::Checksum;
use crate::domain::fact::FactKind;
use crate::domain::ids::VersionId;

/// Checksums that are looked up at once: an engine takes some thousands of values in one statement.
const AT_ONCE: usize = 500;

/// Which of these files a version that was not erased has, as a text or an attachment.
///
/// # Errors
/// A database that cannot be read.
pub fn standing(conn: &mut Conn, checksums: &[Checksum]) -> Result<HashSet<Checksum>> {
    let mut standing = HashSet::new();
    for some in checksums.chunks(AT_ONCE) {
        let named: Vec<String> = some.iter().map(ToString::to_string).collect();
        let of_versions: Vec<(String, String)> = on_engine!(conn, c => {
            let mut found = texts::table
                .filter(texts::sha256.eq_any(&named))
                .select((texts::sha256, texts::version_id))
                .load::<(String, String)>(c)?;
            found.extend(attachments::table
                .filter(attachments::sha256.eq_any(&named))
                .select((attachments::sha256, attachments::version_id))
                .load::<(String, String)>(c)?);
            found
        });
        let versions: HashSet<&String> = of_versions.iter().map(|(_, version)| version).collect();
        let versions: Vec<&String> = versions.into_iter().collect();
        let erased: Vec<String> = on_engine!(conn, c => facts::table
            .filter(facts::version_id.eq_any(versions))
            .filter(facts::kind.eq(FactKind::Erased.name()))
            .select(facts::version_id)
            .load(c)?);
        let stands = of_versions.iter().filter(|(_, version)| !erased.contains(version));
        standing.extend(stands.filter_map(|(name, _)| Checksum::parse(name)));
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

/// Which of these files a draft has.
///
/// # Errors
/// A database that cannot be read.
pub fn drafted(conn: &mut Conn, checksums: &[Checksum]) -> Result<HashSet<Checksum>> {
    let mut drafted = HashSet::new();
    for some in checksums.chunks(AT_ONCE) {
        let named: Vec<String> = some.iter().map(ToString::to_string).collect();
        let found: Vec<String> = on_engine!(conn, c => draft_files::table
            .filter(draft_files::sha256.eq_any(&named))
            .select(draft_files::sha256)
            .load(c)?);
        drafted.extend(found.iter().filter_map(|name| Checksum::parse(name)));
    }
    Ok(drafted)
}

/// Takes files out of every draft, with what was read from them. Such a draft must be looked at again.
///
/// # Errors
/// A database that cannot be written.
pub fn take_out_of_drafts(conn: &mut Conn, checksums: &[Checksum]) -> Result<()> {
    let named: Vec<String> = checksums.iter().map(ToString::to_string).collect();
    on_engine!(conn, c => {
        let of: Vec<String> = draft_files::table
            .filter(draft_files::sha256.eq_any(&named))
            .select(draft_files::draft_id)
            .load(c)?;
        diesel::delete(draft_files::table.filter(draft_files::sha256.eq_any(&named))).execute(c)?;
        diesel::update(drafts::table.filter(drafts::id.eq_any(of)))
            .set(drafts::previewed_us.eq(None::<i64>))
            .execute(c)?;
    });
    Ok(())
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
