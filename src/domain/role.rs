//! Who may do what: the one table of permissions.

use super::ids::OrganizationId;
use super::names::names;

names! {
    /// The roles that a person may have, in the order in which an invitation offers them.
    pub enum RoleKind {
        /// Chair of some organizations.
        Chair = "chair",
        /// Prepares drafts of everything and publishes nothing.
        Editor = "editor",
        /// An editor who publishes, corrects and withdraws.
        Publisher = "publisher",
        /// Administrator of the union: may do everything.
        Admin = "admin",
    }
}

impl RoleKind {
    /// Whether the role is held in an organization, which must then be named.
    pub const fn is_of_organization(self) -> bool {
        match self {
            Self::Editor | Self::Publisher | Self::Admin => false,
            Self::Chair => true,
        }
    }
}

/// What a signed-in person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// [`RoleKind::Admin`].
    Admin,
    /// [`RoleKind::Publisher`].
    Publisher,
    /// [`RoleKind::Editor`].
    Editor,
    /// [`RoleKind::Chair`] of these organizations.
    Chair(Vec<OrganizationId>),
}

impl Role {
    /// The role of a kind in these organizations; a role that is held in none has no use for them.
    pub fn new(kind: RoleKind, organizations: Vec<OrganizationId>) -> Self {
        match kind {
            RoleKind::Admin => Self::Admin,
            RoleKind::Publisher => Self::Publisher,
            RoleKind::Editor => Self::Editor,
            RoleKind::Chair => Self::Chair(organizations),
        }
    }

    /// Of which kind it is.
    pub const fn kind(&self) -> RoleKind {
        match self {
            Self::Admin => RoleKind::Admin,
            Self::Publisher => RoleKind::Publisher,
            Self::Editor => RoleKind::Editor,
            Self::Chair(_) => RoleKind::Chair,
        }
    }

    /// The organizations in which it is held.
    pub fn organizations(&self) -> &[OrganizationId] {
        match self {
            Self::Admin | Self::Publisher | Self::Editor => &[],
            Self::Chair(organizations) => organizations,
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
    /// Propose documents and editions of one organization to the office, and write to it.
    AskOffice(OrganizationId),
    /// Take up what schools propose, and answer what chairs write.
    HearSchools,
    /// Create documents, and prepare drafts of their editions.
    EditDrafts,
    /// Publish what was prepared, and change what is published: correct, withdraw, record facts, rename.
    Publish,
    /// Confirm the host and choose how the union looks in print.
    ManageSite,
    /// Invite people, change what they may do, take access away, and see who did what.
    ManagePeople,
}

/// The table of permissions.
pub fn may(role: &Role, action: Action) -> bool {
    match (role, action) {
        (Role::Admin, _)
        | (Role::Publisher, Action::EditDrafts | Action::HearSchools | Action::Publish)
        | (Role::Editor, Action::EditDrafts | Action::HearSchools) => true,
        (
            Role::Chair(own),
            Action::EditContact(organization)
            | Action::TendStand(organization)
            | Action::AskOffice(organization),
        ) => own.contains(&organization),
        (Role::Chair(_) | Role::Publisher | Role::Editor, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_made_of_its_kind_and_its_organizations() {
        let own = vec![OrganizationId::from_random([1; 16])];
        for kind in RoleKind::ALL {
            let role = Role::new(kind, own.clone());
            assert_eq!(role.kind(), kind);
            assert_eq!(role.organizations().is_empty(), !kind.is_of_organization());
        }
    }

    #[test]
    fn a_chair_tends_the_own_contact_and_stand_and_nothing_else() {
        let (own, other) = (OrganizationId::from_random([1; 16]), OrganizationId::from_random([2; 16]));
        let chair = Role::Chair(vec![own]);
        assert!(may(&chair, Action::EditContact(own)));
        assert!(may(&chair, Action::TendStand(own)));
        assert!(may(&chair, Action::AskOffice(own)));
        for action in [
            Action::EditContact(other),
            Action::TendStand(other),
            Action::AskOffice(other),
            Action::HearSchools,
            Action::ManageOrganizations,
            Action::EditDrafts,
            Action::Publish,
            Action::ManageSite,
            Action::ManagePeople,
        ] {
            assert!(!may(&chair, action), "{action:?}");
            assert!(may(&Role::Admin, action), "{action:?}");
        }
    }

    #[test]
    fn an_editor_prepares_and_a_publisher_publishes_and_neither_does_anything_else() {
        let own = OrganizationId::from_random([1; 16]);
        for role in [Role::Editor, Role::Publisher] {
            assert!(may(&role, Action::EditDrafts) && may(&role, Action::HearSchools), "{role:?}");
            assert_eq!(may(&role, Action::Publish), role == Role::Publisher);
            for action in [
                Action::EditContact(own),
                Action::TendStand(own),
                Action::AskOffice(own),
                Action::ManageOrganizations,
                Action::ManageSite,
                Action::ManagePeople,
            ] {
                assert!(!may(&role, action), "{role:?} {action:?}");
            }
        }
    }
}
