//! `/organizations`: all organizations by their districts. Whoever does not know how the own school is called in the register
//! finds it here.

use crate::domain::Code;
use crate::pages::districts::{District, DistrictsView, render};
use crate::pages::error::Problem;
use crate::registry::View;
use crate::web::access::Anyone;
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// Organizations on one page of a district: the largest have some sixty.
const PER_PAGE: usize = 100;

/// The districts, or the organizations of the one that the address names.
///
/// # Errors
/// 404 for a district or a page that there is not; a database that cannot be read.
pub fn page(reader: &Anyone, view: &View) -> Reply {
    let fields = reader.fields();
    let value = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let all = view.organizations_by_district()?;
    let found = match value("district") {
        None => Vec::new(),
        Some(name) => vec![all.iter().find(|(district, _)| district == name).ok_or(Problem::NoSuchPage)?],
    };
    let number: usize = value("page").map_or(Ok(1), str::parse).map_err(|_| Problem::BadRequest)?;
    let mut pages = found.first().map_or(&[][..], |(_, codes)| codes.as_slice()).chunks(PER_PAGE);
    let codes: &[Code] = match (found.is_empty(), number.checked_sub(1)) {
        (true, _) => &[],
        (false, Some(before)) => pages.nth(before).ok_or(Problem::NoSuchPage)?,
        (false, None) => return Err(Problem::BadRequest.into()),
    };
    let organizations = view.organizations_coded(codes)?;
    let districts: Vec<(&str, usize)> =
        all.iter().map(|(name, codes)| (name.as_str(), codes.len())).collect();
    let html = render(&DistrictsView {
        site: reader.app.site(view),
        wish: reader.wish,
        districts: &districts,
        shown: found.first().map(|(name, _)| District {
            name,
            organizations: &organizations,
            page: number,
            is_last: pages.next().is_none(),
        }),
    });
    Ok(Rendered::page(html, reader.wish).uncached())
}
