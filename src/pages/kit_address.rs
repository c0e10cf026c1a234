//! Where a kit is: of a whole stand, of what must be printed anew, of some sheets.

use crate::domain::Code;
use crate::domain::address::{Href, Public};
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::posted::Advice;

/// The address of the kit of a whole stand; an organization that does not exist any more has none.
pub(super) fn of_stand(organization: &Organization) -> Option<Public> {
    (organization.status == OrganizationStatus::Active).then_some(Public::Kit(organization.code))
}

/// The address of a kit of only what must be printed anew. Its guide says that the old codes keep working.
pub(super) fn of_advice(organization: Code, advice: &Advice) -> Option<Href> {
    let codes: Vec<Code> = advice.sheets.iter().map(|sheet| sheet.document).collect();
    let parts = match (codes.is_empty(), advice.poster.is_empty()) {
        (true, true) => return None,
        (true, false) => "guide.poster",
        (false, true) => "guide.sheets",
        (false, false) => "guide.poster.sheets",
    };
    Some(of_parts(organization, &codes, parts, !advice.waiting.is_empty()))
}

/// The address of a kit of the sheets of these documents; some of them may wait for their text.
pub(super) fn of_sheets(organization: Code, codes: &[Code], waits: bool) -> Href {
    of_parts(organization, codes, "guide.sheets", waits)
}

fn of_parts(organization: Code, codes: &[Code], parts: &str, waits: bool) -> Href {
    let codes = codes.iter().map(Code::as_str).collect::<Vec<_>>().join(".");
    let documents = (!codes.is_empty()).then_some(("documents", codes.as_str()));
    // Else what has no text yet is left out.
    let pending = waits.then_some(("pending", "yes"));
    let choices = documents.into_iter().chain([("parts", parts), ("occasion", "reprint")]).chain(pending);
    Href::to(Public::Kit(organization)).with_all(choices)
}
