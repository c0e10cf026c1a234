//! How organizations stand with their collective agreements, as conditions on a row of `organizations`: the rule of the
//! answer (see [`resolution`](crate::domain::resolution)) in the words of the database, for lists that no view could load.
//!
//! Days are written into the conditions, because nothing in them was typed.

use super::answers::{is_candidate, later};
use crate::domain::Day;
use crate::domain::agreement_state::{AgreementState, renewed_until};
use crate::domain::calendar::{day_after, days_before};
use crate::domain::document_kind::DocumentKind;
use crate::domain::fact::FactKind;
use crate::domain::reminder::TOLD_DAYS;
use crate::domain::requisites::Prolongation;

/// The condition that it is so on a day.
pub(super) fn is_so(state: AgreementState, day: Day) -> String {
    let (any, in_force) = (any(), in_force(day, ""));
    match state {
        AgreementState::InForce => in_force,
        AgreementState::Ending => self::in_force(day, &ends_soon(day)),
        AgreementState::NotInForce => format!("({any} AND NOT {in_force})"),
        AgreementState::Without => format!("NOT {any}"),
    }
}

/// There is an edition that can answer.
fn any() -> String {
    format!("EXISTS ({} AND {})", editions(), is_candidate("v"))
}

/// The edition that answers on a day is in force, and more holds of it.
fn in_force(day: Day, more: &str) -> String {
    let (ended, renewal) = (FactKind::Ended.name(), renewal());
    let until_replaced = Prolongation::UntilReplaced.name();
    let renewed = renewed_until(day);
    format!(
        "EXISTS ({} AND v.effective_from <= '{day}' AND {} AND NOT EXISTS ({} AND n.effective_from <= '{day}') \
         AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.version_id = v.id AND f.kind = '{ended}' AND f.on_day <= '{day}') \
         AND (v.term_end IS NULL OR v.term_end >= '{day}' OR v.prolongation = '{until_replaced}' \
         OR (v.term_end >= '{renewed}' AND EXISTS ({renewal} AND f.on_day <= v.term_end))){more})",
        editions(),
        is_candidate("v"),
        later(),
    )
}

/// The end of an edition in force is told: it is near, nothing follows, and it does not go on by itself.
fn ends_soon(day: Day) -> String {
    let (until_replaced, renewal) = (Prolongation::UntilReplaced.name(), renewal());
    let last = days_before(day, -TOLD_DAYS);
    let renewed_later = renewed_until(day_after(last));
    format!(
        " AND v.prolongation <> '{until_replaced}' AND NOT EXISTS ({}) \
         AND ((v.term_end >= '{day}' AND v.term_end <= '{last}' AND NOT EXISTS ({renewal})) \
         OR (v.term_end < '{day}' AND v.term_end < '{renewed_later}'))",
        later(),
    )
}

/// The editions `v` of an organization's collective agreements.
fn editions() -> String {
    let kind = DocumentKind::CollectiveAgreement.name();
    format!(
        "SELECT 1 FROM documents d JOIN versions v ON v.document_id = d.id \
         WHERE d.owner_id = organizations.id AND d.kind = '{kind}'"
    )
}

/// The proposals to renew `v`.
fn renewal() -> String {
    format!(
        "SELECT 1 FROM facts f WHERE f.version_id = v.id AND f.kind = '{}'",
        FactKind::RenewalProposed.name()
    )
}
