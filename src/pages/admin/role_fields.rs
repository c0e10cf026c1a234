//! What somebody is to be: the same fields for an invitation and for a change.

use crate::domain::Lang;
use crate::domain::role::RoleKind;
use crate::pages::form::{Choice, Control, Field, line};
use crate::phrases::say;

/// Longest list of numbers or codes of organizations, in characters.
const ORGANIZATIONS_MAX_CHARS: usize = 200;

/// The name of a role.
pub(super) fn name(page: Lang, role: RoleKind) -> String {
    say(page, &format!("admin-role-{}", role.name()))
}

/// What the person is to be, called by a phrase, and for a chair of which organizations. What was so before is chosen.
pub(super) fn fields(page: Lang, key: &str, (before, organizations): (RoleKind, &str)) -> Vec<Field> {
    let choice = |role: RoleKind| {
        let words = format!("{}: {}", name(page, role), say(page, &format!("role-may-{}", role.name())));
        Choice::new(role.name(), words, before.name())
    };
    let roles = Control::Radio(RoleKind::ALL.map(choice).into());
    vec![
        Field::new("role", say(page, key), roles),
        line(page, "organization", "admin-invite-organization", organizations)
            .at_most(ORGANIZATIONS_MAX_CHARS),
    ]
}
