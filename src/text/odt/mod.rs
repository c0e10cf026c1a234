//! ODT (OpenDocument text, ISO/IEC 26300) becomes a body: what LibreOffice and its kin save.

mod flow;
mod inline;
mod lists;
mod styles;
#[cfg(test)]
mod tests;

use flow::Flow;
use lists::Lists;
use styles::Styles;

use super::docx::package::Package;
use super::reading::Document;
use super::refusal::Refusal;

/// Reads an ODT.
///
/// # Errors
/// Any [`Refusal`] but [`Refusal::UnknownType`].
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    let manifest = package.tree("META-INF/manifest.xml")?;
    if manifest.is_some_and(|manifest| manifest.find("encryption-data").is_some()) {
        return Err(Refusal::Encrypted);
    }
    let content = package.mixed_tree("content.xml")?.ok_or(Refusal::Damaged)?;
    let common = package.mixed_tree("styles.xml")?;
    let mut styles = Styles::default();
    let mut lists = Lists::default();
    for part in common.iter().chain([&content]) {
        styles.read(part);
        lists.read(part, &styles);
    }
    let body = content.child("body").and_then(|body| body.child("text")).ok_or(Refusal::Damaged)?;
    Flow::new(&styles, lists).read(body)
}
