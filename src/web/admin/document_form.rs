//! Reading the form of a document: whose it is, what it is, and what can be edited later.

use super::fields::Fields;
use crate::domain::Code;
use crate::domain::document::{AppliesTo, Document};
use crate::domain::document_kind::DocumentKind;
use crate::domain::lang::Trilingual;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::pages::admin::document_fields::Scope;
use crate::registry::{DocumentInput, Error, Field, OrganizationFilter, Refusal, View};

/// Numbers of organizations that a form suggests: a browser shows some of them as one types, and who has more types more.
const SUGGESTED_MAX: usize = 500;

/// The organizations that are suggested as owners of a document.
///
/// # Errors
/// A database that cannot be read.
pub fn suggested(view: &View) -> Result<Vec<&Organization>, Error> {
    let filter =
        OrganizationFilter { status: Some(OrganizationStatus::Active), ..OrganizationFilter::default() };
    view.organizations(&filter, 0, SUGGESTED_MAX)
}

/// To whom a document of the union may apply, and the numbers of the organizations to which this one does.
///
/// # Errors
/// A database that cannot be read.
pub fn scope(view: &View, document: Option<&Document>) -> Result<Scope, Error> {
    let (districts, kinds) = view.districts_and_kinds()?;
    let mut numbers = Vec::new();
    if let Some(AppliesTo::Organizations(codes)) = document.map(|document| &document.applies_to) {
        for code in codes {
            numbers.extend(view.organization(*code)?.map(|organization| organization.number.clone()));
        }
    }
    Ok(Scope { districts, kinds, numbers })
}

/// What the register says, or why what was typed is refused.
type Read<T> = Result<Result<T, Refusal>, Error>;

/// The owner that was typed, by number or code.
///
/// # Errors
/// A database that cannot be read.
pub fn owner<'v>(view: &'v View, fields: &Fields) -> Read<&'v Organization> {
    named(view, fields.get("owner"))
}

fn named<'v>(view: &'v View, name: &str) -> Read<&'v Organization> {
    Ok(view.organization_named(name)?.ok_or_else(|| Refusal::UnknownOrganization(name.to_owned())))
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
/// A database that cannot be read.
pub fn input(view: &View, owner: &Organization, fields: &Fields) -> Read<DocumentInput> {
    let words = |name: &str| {
        let of = |lang: &str| fields.get(&format!("{name}_{lang}"));
        Trilingual::new(of("kk"), of("ru"), of("en"))
    };
    let successor = match fields.get("successor") {
        "" => None,
        typed => match Code::parse(typed) {
            Ok(code) => Some(code),
            Err(_) => return Ok(Err(Refusal::UnknownDocument(typed.to_owned()))),
        },
    };
    let applies_to = if owner.is_union { applies_to(view, fields)? } else { Ok(AppliesTo::All) };
    let (titles, concerns, short_titles) = (words("title"), words("concerns"), words("short_title"));
    Ok(applies_to.map(|applies_to| DocumentInput {
        titles,
        concerns,
        short_titles,
        applies_to,
        successor,
        once: None,
    }))
}

/// To whom it applies: nothing ticked where something must be is refused, and an organization that there is not.
fn applies_to(view: &View, fields: &Fields) -> Read<AppliesTo> {
    let ticked = |name: &str| {
        let values: Vec<String> =
            fields.all(name).filter(|value| !value.is_empty()).map(str::to_owned).collect();
        if values.is_empty() { Err(Refusal::Missing(Field::Choice)) } else { Ok(values) }
    };
    Ok(match fields.get("applies_to") {
        "kinds" => ticked("kinds").map(AppliesTo::Kinds),
        "districts" => ticked("districts").map(AppliesTo::Districts),
        "organizations" => {
            let typed = fields.get("organizations");
            let names = typed.split([',', ';', ' ', '\n', '\r', '\t']).filter(|name| !name.is_empty());
            let mut codes = Vec::new();
            for name in names {
                match named(view, name)? {
                    Ok(organization) => codes.push(organization.code),
                    Err(refusal) => return Ok(Err(refusal)),
                }
            }
            if codes.is_empty() {
                Err(Refusal::Missing(Field::Choice))
            } else {
                Ok(AppliesTo::Organizations(codes))
            }
        }
        _ => Ok(AppliesTo::All),
    })
}
