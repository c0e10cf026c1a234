//! Reading the form of a document: whose it is, what it is, and what can be edited later.

use super::fields::Fields;
use crate::domain::Code;
use crate::domain::document::AppliesTo;
use crate::domain::document_kind::DocumentKind;
use crate::domain::lang::Trilingual;
use crate::domain::organization::{Organization, Status};
use crate::registry::{DocumentInput, Field, Refusal, Snapshot};

/// The organizations that may own a document.
pub fn active(snapshot: &Snapshot) -> Vec<&Organization> {
    snapshot.organizations().iter().filter(|organization| organization.status == Status::Active).collect()
}

/// The owner that was typed, by number or code.
///
/// # Errors
/// Nobody has that number or code.
pub fn owner<'s>(snapshot: &'s Snapshot, fields: &Fields) -> Result<&'s Organization, Refusal> {
    named(snapshot, fields.get("owner"))
}

fn named<'s>(snapshot: &'s Snapshot, name: &str) -> Result<&'s Organization, Refusal> {
    snapshot.organization_named(name).ok_or_else(|| Refusal::UnknownOrganization(name.to_owned()))
}

/// The kind that was chosen.
///
/// # Errors
/// None was.
pub fn kind(fields: &Fields) -> Result<DocumentKind, Refusal> {
    DocumentKind::parse(fields.get("kind")).ok_or(Refusal::Missing(Field::Kind))
}

/// What can be edited. Only the union's documents apply to others than their owner.
///
/// # Errors
/// A successor or an organization that there is not; nothing ticked where something must be.
pub fn input(snapshot: &Snapshot, owner: &Organization, fields: &Fields) -> Result<DocumentInput, Refusal> {
    let words = |name: &str| {
        let of = |lang: &str| fields.get(&format!("{name}_{lang}"));
        Trilingual::new(of("kk"), of("ru"), of("en"))
    };
    let successor = match fields.get("successor") {
        "" => None,
        typed => Some(Code::parse(typed).map_err(|_| Refusal::UnknownDocument(typed.to_owned()))?),
    };
    let applies_to = if owner.is_union { applies_to(snapshot, fields)? } else { AppliesTo::All };
    Ok(DocumentInput { titles: words("title"), concerns: words("concerns"), applies_to, successor })
}

fn applies_to(snapshot: &Snapshot, fields: &Fields) -> Result<AppliesTo, Refusal> {
    let ticked = |name: &str| {
        let values: Vec<String> =
            fields.all(name).filter(|value| !value.is_empty()).map(str::to_owned).collect();
        if values.is_empty() { Err(Refusal::Missing(Field::Choice)) } else { Ok(values) }
    };
    match fields.get("applies_to") {
        "kinds" => Ok(AppliesTo::Kinds(ticked("kinds")?)),
        "districts" => Ok(AppliesTo::Districts(ticked("districts")?)),
        "organizations" => {
            let typed = fields.get("organizations");
            let names = typed.split([',', ';', ' ', '\n', '\r', '\t']).filter(|name| !name.is_empty());
            let codes: Vec<Code> = names
                .map(|name| named(snapshot, name).map(|organization| organization.code))
                .collect::<Result<_, _>>()?;
            if codes.is_empty() {
                return Err(Refusal::Missing(Field::Choice));
            }
            Ok(AppliesTo::Organizations(codes))
        }
        _ => Ok(AppliesTo::All),
    }
}
