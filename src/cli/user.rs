//! `tizilim user`: the people who sign in.

use clap::Subcommand;

use super::common::{ACTOR, Common, Done, Stop, named, organization_code, output};
use crate::config::Config;
use crate::domain::address::{Admin, Token};
use crate::domain::role::{Role, RoleKind};
use crate::registry::{Error, Field, Invited, PeopleFilter, Person, Refusal, Registry};

/// People that are read at once.
const AT_ONCE: usize = 500;

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Print all people, one a line: login, role, numbers of organizations, day of the last sign-in, open sessions, whether
    /// there is a second factor. Tabs stand between.
    List,
    /// Print a one-time link with which a person chooses a login and a password. It works for 7 days.
    Invite {
        /// What the person will be: an administrator may do everything, a publisher publishes documents, an editor prepares
        /// them, a chair keeps the contact and the stand of one organization up to date.
        #[arg(long, value_parser = named(RoleKind::ALL.map(RoleKind::name), RoleKind::parse))]
        role: RoleKind,
        /// The organization of a chair: its code or number.
        #[arg(long, value_name = "CODE|NUMBER", required_if_eq("role", RoleKind::Chair.name()))]
        organization: Option<String>,
    },
    /// Print a one-time link with which a person sets a new password. The present one works until then.
    Reset {
        /// The login of the person.
        login: String,
        /// Take the person's second factor away instead, the app for codes and all passkeys, because the device is lost. Ends
        /// all sessions.
        #[arg(long)]
        second_factor: bool,
    },
    /// Take a person's access away: sessions and links are dead at once. The audit trail keeps what the person did.
    Remove {
        /// The login of the person.
        login: String,
    },
}

/// Runs the command.
pub fn run(command: &UserCommand, common: &Common) -> Done {
    let (registry, config) = common.open()?;
    match command {
        UserCommand::List => list(&registry)?,
        UserCommand::Invite { role, organization } => {
            let role = role_of(&registry, *role, organization.as_deref())?;
            output(invitation(&registry, &config, role)?)?;
        }
        UserCommand::Reset { login, second_factor: true } => {
            let person = registry.person_named(login)?;
            registry.remove_second_factor(person, ACTOR)?;
            registry.remove_passkeys(person, ACTOR)?;
        }
        UserCommand::Reset { login, second_factor: false } => {
            let invited = registry.invite_to_reset(registry.person_named(login)?, ACTOR)?;
            output(link(&config, &invited))?;
        }
        UserCommand::Remove { login } => registry.remove_person(registry.person_named(login)?, ACTOR)?,
    }
    Ok(())
}

fn role_of(registry: &Registry, kind: RoleKind, organization: Option<&str>) -> Result<Role, Stop> {
    if !kind.is_of_organization() {
        return Ok(Role::new(kind, Vec::new()));
    }
    let code =
        organization_code(registry, organization.ok_or(Error::Refused(Refusal::Missing(Field::Name)))?)?;
    let found =
        registry.read(|view| Ok::<_, Error>(view.organization(code)?.map(|organization| organization.id)))?;
    Ok(Role::new(kind, found.into_iter().collect()))
}

fn list(registry: &Registry) -> Done {
    let mut filter = PeopleFilter::default();
    loop {
        let people = registry.people(&filter, AT_ONCE)?;
        for person in &people {
            output(line(registry, person)?)?;
        }
        match people.last() {
            Some(last) if people.len() == AT_ONCE => filter.after = Some(last.login.clone()),
            _ => return Ok(()),
        }
    }
}

fn line(registry: &Registry, person: &Person) -> Result<String, Error> {
    let numbers = registry.read(|view| {
        let own = person.role.organizations().iter().map(|id| view.organization_by_id(*id));
        let own = own.collect::<Result<Vec<_>, _>>()?;
        Ok::<_, Error>(own.into_iter().flatten().map(|one| one.number.clone()).collect::<Vec<_>>())
    })?;
    let signed_in = person.signed_in_on.map(|day| day.to_string()).unwrap_or_default();
    let has_any = person.has_second_factor || person.passkeys > 0;
    let second_factor = if has_any { "yes" } else { "no" };
    let role = person.role.kind().name();
    Ok([&*person.login, role, &numbers.join(" "), &signed_in, &person.sessions.to_string(), second_factor]
        .join("\t"))
}

/// A one-time link.
///
/// # Errors
/// A database that cannot be written.
pub fn invitation(registry: &Registry, config: &Config, role: Role) -> Result<String, Error> {
    Ok(link(config, &registry.invite(role, "", ACTOR)?))
}

fn link(config: &Config, invited: &Invited) -> String {
    format!("{}{}", config.base.origin(), Admin::Invitation(Token::new(&invited.token)))
}
