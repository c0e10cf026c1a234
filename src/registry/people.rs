//! The people who sign in, as an administrator manages them.

use super::four_eyes::keep_publishers;
use super::handle::Registry;
use super::invitations::Invited;
use super::transaction::present_organization;
use super::{Refusal, Result};
use crate::domain::Code;
use crate::domain::deed::Deed;
use crate::domain::ids::UserId;
use crate::domain::organization::OrganizationStatus;
use crate::domain::role::{Action, Role, may};
use crate::storage::accounts::{self, Filter, Person, User};
use crate::storage::journal::{self, Part};
use crate::storage::{Conn, invitations, needs_addresses, organizations, second_factors, sessions};

impl Registry {
    /// The people whom a filter lets through, by login; at most `most`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn people(&self, filter: &Filter, most: usize) -> Result<Vec<Person>> {
        let now = self.now();
        Ok(self.inner.database.read(|conn| accounts::people(conn, filter, now, most))?)
    }

    /// One person.
    ///
    /// # Errors
    /// No such person.
    pub fn person(&self, id: UserId) -> Result<Person> {
        let filter = Filter { id: Some(id), ..Filter::default() };
        self.people(&filter, 1)?.pop().ok_or_else(|| Refusal::UnknownPerson.into())
    }

    /// The person with this login.
    ///
    /// # Errors
    /// No such person.
    pub fn person_named(&self, login: &str) -> Result<UserId> {
        let login = login.trim().to_lowercase();
        let found = self.inner.database.read(|conn| accounts::by_login(conn, &login))?;
        Ok(found.ok_or(Refusal::UnknownPerson)?.id)
    }

    /// Gives a person another role. What the person may do changes with the next request.
    ///
    /// # Errors
    /// No such person, the last administrator, or one without whom too few could publish.
    pub fn change_role(&self, id: UserId, role: &Role, actor: &str) -> Result<()> {
        self.about(id, Deed::ChangeRole, actor, |conn, person| {
            if *role != Role::Admin {
                keep_an_admin(conn, person)?;
            }
            accounts::set_role(conn, id, role)?;
            if may(&person.role, Action::Publish) { keep_publishers(conn) } else { Ok(()) }
        })
    }

    /// Ends every session of a person, and the secret address of the person's calendar.
    ///
    /// # Errors
    /// No such person.
    pub fn end_sessions(&self, id: UserId, actor: &str) -> Result<()> {
        self.about(id, Deed::EndSessions, actor, |conn, _| sign_out_everywhere(conn, id))
    }

    /// Takes a person's access away: sessions and links are dead at once. The audit trail keeps what the person did.
    ///
    /// # Errors
    /// No such person, the last administrator, or one without whom too few could publish.
    pub fn remove_person(&self, id: UserId, actor: &str) -> Result<()> {
        self.about(id, Deed::RemovePerson, actor, |conn, person| {
            keep_an_admin(conn, person)?;
            accounts::delete(conn, id)?;
            if may(&person.role, Action::Publish) { keep_publishers(conn) } else { Ok(()) }
        })
    }

    /// Takes a person's app for codes away, because the device is lost, and ends the sessions.
    ///
    /// # Errors
    /// No such person.
    pub fn remove_second_factor(&self, id: UserId, actor: &str) -> Result<()> {
        self.about(id, Deed::RemoveSecondFactor, actor, |conn, _| {
            second_factors::delete(conn, id)?;
            sign_out_everywhere(conn, id)
        })
    }

    pub(super) fn about(
        &self,
        id: UserId,
        deed: Deed,
        actor: &str,
        work: impl FnOnce(&mut Conn, &User) -> Result<()>,
    ) -> Result<()> {
        self.write_about(actor, deed, |conn| {
            let person = accounts::by_id(conn, id)?.ok_or(Refusal::UnknownPerson)?;
            work(conn, &person)?;
            Ok((person.login, ()))
        })
    }

    /// Hands an organization over to its next chair: the present one is signed out and may do nothing for it any more, the
    /// public contact is erased, and a new invitation is made.
    ///
    /// # Errors
    /// No such organization, or one that is dissolved.
    pub fn hand_over(&self, code: Code, actor: &str) -> Result<Invited> {
        let id = self.organization_id(code)?;
        let (invited, invitation) = self.prepared(Role::Chair(vec![id]))?;
        self.write(actor, Deed::HandOver, code.as_str(), |conn| {
            if present_organization(conn, id)?.status == OrganizationStatus::Dissolved {
                return Err(Refusal::DissolvedAlready.into());
            }
            for chair in accounts::chairs(conn, id)? {
                sessions::close_all(conn, chair.id, None)?;
                let others = chair.role.organizations().iter().copied().filter(|other| *other != id);
                match others.collect::<Vec<_>>() {
                    none if none.is_empty() => accounts::delete(conn, chair.id)?,
                    others => accounts::set_role(conn, chair.id, &Role::Chair(others))?,
                }
            }
            invitations::end_those_of_chairs(conn, id)?;
            organizations::set_contact(conn, id, None)?;
            journal::note(conn, &[Part::Organization(id)])?;
            Ok(invitations::insert(conn, std::slice::from_ref(&invitation))?)
        })?;
        Ok(invited)
    }
}

/// Ends all that a device of a person may have: the sessions, and the secret address of the calendar.
pub(super) fn sign_out_everywhere(conn: &mut Conn, id: UserId) -> Result<()> {
    needs_addresses::delete(conn, id)?;
    Ok(sessions::close_all(conn, id, None)?)
}

/// Refuses what would leave nobody who may do everything.
fn keep_an_admin(conn: &mut Conn, person: &User) -> Result<()> {
    if person.role == Role::Admin && accounts::admins(conn)? < 2 {
        return Err(Refusal::LastAdministrator.into());
    }
    Ok(())
}
