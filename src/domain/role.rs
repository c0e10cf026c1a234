//! Who may do what: the one table of permissions.

use super::ids::OrganizationId;

/// What a signed-in person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Administrator of the union: may do everything.
    Admin,
    /// Chair of these organizations.
    Chair(Vec<OrganizationId>),
}

impl Role {
    /// The stable name in tables and commands.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Chair(_) => "chair",
        }
    }
}

/// Something that only some people may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Import, rename, dissolve or merge organizations.
    ManageOrganizations,
    /// Edit whom to ask in one organization.
    EditContact(OrganizationId),
    /// Say that the stand of one organization was hung, and check it.
    TendStand(OrganizationId),
    /// Create documents, upload, preview, publish and repair.
    ManageDocuments,
    /// Invite people and confirm the host.
    ManageSite,
}

/// The table of permissions.
pub fn may(role: &Role, action: Action) -> bool {
    match (role, action) {
        (Role::Admin, _) => true,
        (Role::Chair(own), Action::EditContact(organization) | Action::TendStand(organization)) => {
            own.contains(&organization)
        }
        (Role::Chair(_), _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chair_tends_the_own_contact_and_stand_and_nothing_else() {
        let (own, other) = (OrganizationId::from_random([1; 16]), OrganizationId::from_random([2; 16]));
        let chair = Role::Chair(vec![own]);
        assert!(may(&chair, Action::EditContact(own)));
        assert!(may(&chair, Action::TendStand(own)));
        for action in [
            Action::EditContact(other),
            Action::TendStand(other),
            Action::ManageOrganizations,
            Action::ManageDocuments,
            Action::ManageSite,
        ] {
            assert!(!may(&chair, action), "{action:?}");
            assert!(may(&Role::Admin, action), "{action:?}");
        }
    }
}
