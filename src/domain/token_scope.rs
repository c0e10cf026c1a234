//! What a token lets a program do: never more than the person may whose token it is, at the moment of the call.

use super::names::names;
use super::role::{Action, Role, may};

/// Longest name of a token, in characters.
pub const NAME_MAX_CHARS: usize = 60;

names! {
    /// A part of what a person may do, which a token may have.
    pub enum TokenScope {
        /// Look at drafts and at what is doubtful in them.
        Read = "read",
        /// Create documents, and prepare drafts of their editions.
        Drafts = "drafts",
        /// Publish, correct and withdraw.
        Publish = "publish",
        /// Enter and change organizations.
        Organizations = "organizations",
    }
}

impl TokenScope {
    /// What the person must be allowed to do for the scope to open anything.
    pub const fn action(self) -> Action {
        match self {
            Self::Read | Self::Drafts => Action::EditDrafts,
            Self::Publish => Action::Publish,
            Self::Organizations => Action::ManageOrganizations,
        }
    }

    /// Whether a token that has this scope has the other one by it: who prepares drafts looks at them.
    pub fn includes(self, other: Self) -> bool {
        self == other || (self == Self::Drafts && other == Self::Read)
    }
}

/// The scopes that a token of a person in a role may have; none for a chair, whose work no program does.
pub fn scopes_of(role: &Role) -> Vec<TokenScope> {
    TokenScope::ALL.into_iter().filter(|scope| may(role, scope.action())).collect()
}

/// Whether a token with these scopes, of a person in this role, opens what asks for a scope.
pub fn opens(scopes: &[TokenScope], role: &Role, wanted: TokenScope) -> bool {
    may(role, wanted.action()) && scopes.iter().any(|scope| scope.includes(wanted))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::role::RoleKind;

    fn roles() -> impl Strategy<Value = Role> {
        proptest::sample::select(RoleKind::ALL.to_vec()).prop_map(|kind| Role::new(kind, Vec::new()))
    }

    fn scopes() -> impl Strategy<Value = Vec<TokenScope>> {
        proptest::sample::subsequence(TokenScope::ALL.to_vec(), 0..=TokenScope::ALL.len())
    }

    proptest! {
        #[test]
        fn a_token_opens_nothing_that_its_person_may_not_do(role in roles(), scopes in scopes()) {
            for wanted in TokenScope::ALL {
                prop_assert!(!opens(&scopes, &role, wanted) || may(&role, wanted.action()));
                prop_assert_eq!(opens(&TokenScope::ALL, &role, wanted), scopes_of(&role).contains(&wanted));
            }
        }

        #[test]
        fn a_scope_that_was_not_given_opens_nothing(role in roles(), scopes in scopes()) {
            for wanted in TokenScope::ALL {
                let is_given = scopes.contains(&wanted)
                    || (wanted == TokenScope::Read && scopes.contains(&TokenScope::Drafts));
                prop_assert!(is_given || !opens(&scopes, &role, wanted));
            }
        }
    }

    #[test]
    fn an_editor_makes_no_token_that_publishes_and_a_chair_none_at_all() {
        assert_eq!(scopes_of(&Role::Editor), [TokenScope::Read, TokenScope::Drafts]);
        assert_eq!(scopes_of(&Role::Publisher), [TokenScope::Read, TokenScope::Drafts, TokenScope::Publish]);
        assert_eq!(scopes_of(&Role::Admin), TokenScope::ALL);
        assert!(scopes_of(&Role::Chair(Vec::new())).is_empty());
    }
}
