//! Readable bodies of texts, with how they were made. They are made again when the reader gets better.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::bodies;
use super::{search, stored};
use crate::domain::ids::TextId;

/// Stores the readable body of a text, in place of an earlier one. What a search finds of it is indexed next.
///
/// # Errors
/// A database that cannot be written.
pub fn store(conn: &mut Conn, text: TextId, extractor: &str, body: &str) -> Result<()> {
    delete(conn, text)?;
    insert(conn, extractor, &[(text, body)])
}

/// Stores the readable bodies of texts that have none yet.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, extractor: &str, added: &[(TextId, &str)]) -> Result<()> {
    let row = |(text, body): &(TextId, &str)| {
        (
            bodies::text_id.eq(text.to_string()),
            bodies::extractor.eq(extractor.to_owned()),
            bodies::body.eq((*body).to_owned()),
        )
    };
    let rows: Vec<_> = added.iter().map(row).collect();
    insert_rows!(conn, bodies::table, &rows);
    Ok(())
}

/// Notes how the stored body of a text is made from its file; empty where that is plain.
///
/// # Errors
/// A database that cannot be written.
pub fn set_recipe(conn: &mut Conn, text: TextId, recipe: &str) -> Result<()> {
    let row = bodies::table.find(text.to_string());
    on_engine!(conn, c => diesel::update(row).set(bodies::recipe.eq(recipe)).execute(c)?);
    Ok(())
}

/// Notes that this version of the extractor makes the stored body of a text as it is.
///
/// # Errors
/// A database that cannot be written.
pub fn set_extractor(conn: &mut Conn, text: TextId, extractor: &str) -> Result<()> {
    let row = bodies::table.find(text.to_string());
    on_engine!(conn, c => diesel::update(row).set(bodies::extractor.eq(extractor)).execute(c)?);
    Ok(())
}

/// A readable body with how it was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable)]
pub struct StoredBody {
    /// The extractor's version.
    pub extractor: String,
    /// The body; empty where there is none.
    pub body: String,
    /// How it is made from the file; empty where that is plain.
    pub recipe: String,
}

/// The readable body of a text with how it was made, as it was stored.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn stored(conn: &mut Conn, text: TextId) -> Result<Option<StoredBody>> {
    Ok(on_engine!(conn, c => bodies::table
        .find(text.to_string())
        .select((bodies::extractor, bodies::body, bodies::recipe))
        .first(c)
        .optional()?))
}

/// The version of the extractor that made the stored body of a text; none where there is no body.
///
/// # Errors
/// A database that cannot be read.
pub fn extractor(conn: &mut Conn, text: TextId) -> Result<Option<String>> {
    let own = bodies::table.find(text.to_string()).select(bodies::extractor);
    Ok(on_engine!(conn, c => own.first(c).optional()?))
}

/// Removes the readable body of an erased text, and all by which a search finds it.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, text: TextId) -> Result<()> {
    search::remove(conn, text)?;
    on_engine!(conn, c => diesel::delete(bodies::table.find(text.to_string())).execute(c)?);
    Ok(())
}

/// The readable body of a text, as it was stored.
///
/// # Errors
/// A database that cannot be read.
pub fn json(conn: &mut Conn, text: TextId) -> Result<Option<String>> {
    Ok(on_engine!(conn, c => bodies::table
        .find(text.to_string())
        .select(bodies::body)
        .first::<String>(c)
        .optional()?))
}

/// Which of these texts have words that a machine recognised and nobody compared with their pictures.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn recognised(conn: &mut Conn, texts: &[TextId]) -> Result<Vec<TextId>> {
    let ids: Vec<String> = texts.iter().map(ToString::to_string).collect();
    // As the warning is stored with the body; within words its quotation marks would be written otherwise.
    let found: Vec<String> = on_engine!(conn, c => bodies::table
        .filter(bodies::text_id.eq_any(&ids))
        .filter(bodies::body.like("%\"recognised_words\":{%"))
        .select(bodies::text_id)
        .load(c)?);
    found.iter().map(|id| stored::id("bodies.text_id", id)).collect()
}
