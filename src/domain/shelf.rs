//! What one organization's stand shows.

use super::AsOf;
use super::counting::counted;
use super::document::{AppliesTo, Document};
use super::document_kind::DocumentKind;
use super::organization::Organization;
use super::resolution::{Answer, resolve};

/// The documents on an organization's stand, in order: its own, the collective agreement before all
/// others, then city-wide ones that apply to it; titles of a kind as people count.
///
/// A document that was withdrawn altogether, or that another one took the place of, hangs on no stand; a document
/// without a published text does, because its sheet may be printed before the first upload.
pub fn shelf<'d>(
    organization: &Organization,
    union: &Organization,
    documents: impl IntoIterator<Item = &'d Document>,
    as_of: AsOf,
) -> Vec<&'d Document> {
    let mut on_shelf: Vec<&Document> = documents
        .into_iter()
        .filter(|document| document.successor.is_none() && hangs(document, organization, union))
        .filter(|document| !matches!(resolve(document, as_of), Answer::AllWithdrawn))
        .collect();
    // Whatever the order of the input, the shelf is the same: kind, then title, then code.
    on_shelf.sort_by(|a, b| {
        let key = |d: &Document| {
            let is_own = d.owner == organization.id && !organization.is_union;
            (!is_own, is_own && d.kind != DocumentKind::CollectiveAgreement, d.kind)
        };
        let by_title = || counted(title_key(a)).cmp(&counted(title_key(b)));
        key(a).cmp(&key(b)).then_with(by_title).then(a.code.cmp(&b.code))
    });
    on_shelf
}

/// Whether a document belongs on an organization's stand, whatever its texts.
pub fn hangs(document: &Document, organization: &Organization, union: &Organization) -> bool {
    if document.owner == organization.id {
        return true;
    }
    document.owner == union.id
        && match &document.applies_to {
            AppliesTo::All => true,
            AppliesTo::Kinds(kinds) => kinds.contains(&organization.kind),
            AppliesTo::Districts(districts) => {
                districts.iter().any(|wanted| names_district(&organization.district, wanted))
            }
            AppliesTo::Organizations(codes) => codes.contains(&organization.code),
        }
}

/// Whether `wanted` names the district, in both languages or in either.
pub fn names_district(district: &str, wanted: &str) -> bool {
    district == wanted || district.split(" / ").any(|name| name.trim() == wanted.trim())
}

fn title_key(document: &Document) -> &str {
    document.titles.iter().next().map_or("", |(_, title)| title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{DocumentId, OrganizationId};
    use crate::domain::lang::Trilingual;
    use crate::domain::organization::OrganizationStatus;
    use crate::domain::{Code, Day, Instant};

    fn organization(seed: u8, kind: &str, district: &str) -> Organization {
        Organization {
            id: OrganizationId::from_random([seed; 16]),
            code: Code::from_random([seed; 6]),
            number: format!("S{seed:03}"),
            is_union: seed == 0,
            names: Vec::new(),
            kind: kind.to_owned(),
            district: district.to_owned(),
            status: OrganizationStatus::Active,
            successions: Vec::new(),
            contact: None,
        }
    }

    fn document(seed: u8, owner: &Organization, kind: DocumentKind, applies_to: AppliesTo) -> Document {
        Document {
            id: DocumentId::from_random([seed; 16]),
            code: Code::from_random([seed; 6]),
            owner: owner.id,
            kind,
            titles: Trilingual::default(),
            concerns: Trilingual::default(),
            short_titles: Trilingual::default(),
            applies_to,
            successor: None,
            versions: Vec::new(),
        }
    }

    #[test]
    fn shows_its_own_agreement_first() {
        let union = organization(0, "union", "");
        let school = organization(1, "school", "Есіл ауданы / район Есиль");
        let garden = organization(2, "kindergarten", "Нұра ауданы / район Нура");
        let documents = [
            document(10, &school, DocumentKind::CollectiveAgreement, AppliesTo::All),
            document(11, &union, DocumentKind::Charter, AppliesTo::All),
            document(12, &union, DocumentKind::Law, AppliesTo::Kinds(vec!["school".into()])),
            document(13, &union, DocumentKind::Leaflet, AppliesTo::Districts(vec!["район Нура".into()])),
            document(14, &union, DocumentKind::Form, AppliesTo::Organizations(vec![garden.code])),
            document(15, &garden, DocumentKind::WorkPlan, AppliesTo::All),
        ];
        let as_of = AsOf { day: Day::constant(2026, 1, 1), known: Instant::UNIX_EPOCH };
        let seen = |who: &Organization| {
            shelf(who, &union, &documents, as_of).iter().map(|d| d.kind).collect::<Vec<_>>()
        };
        assert_eq!(
            seen(&school),
            [DocumentKind::CollectiveAgreement, DocumentKind::Law, DocumentKind::Charter]
        );
        assert_eq!(
            seen(&garden),
            [DocumentKind::WorkPlan, DocumentKind::Charter, DocumentKind::Form, DocumentKind::Leaflet]
        );
        assert_eq!(
            seen(&union),
            [DocumentKind::Law, DocumentKind::Charter, DocumentKind::Form, DocumentKind::Leaflet]
        );
    }
}
