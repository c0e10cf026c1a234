//! `tizilim user`: invite a person.

use clap::Subcommand;

use super::common::{ACTOR, Common, Done, named, organization_code, output};
use crate::config::Config;
use crate::domain::address::{Admin, Token};
use crate::domain::role::{Role, RoleKind};
use crate::registry::{Error, Field, Refusal, Registry};

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Print a one-time link with which a person chooses a login and a password. It works for 7 days.
    Invite {
        /// What the person will be: an administrator may do everything, a chair keeps the contact and the stand of one
        /// organization up to date.
        #[arg(long, value_parser = named(RoleKind::ALL.map(RoleKind::name), RoleKind::parse))]
        role: RoleKind,
        /// The organization of a chair: its code or number.
        #[arg(long, value_name = "CODE|NUMBER", required_if_eq("role", RoleKind::Chair.name()))]
        organization: Option<String>,
    },
}

/// Runs the command.
pub fn run(command: &UserCommand, common: &Common) -> Done {
    let (registry, config) = common.open()?;
    let UserCommand::Invite { role, organization } = command;
    let own = if role.is_of_organization() {
        let name = organization.as_deref().ok_or(Error::Refused(Refusal::Missing(Field::Name)))?;
        let code = organization_code(&registry, name)?;
        let found = registry
            .read(|view| Ok::<_, Error>(view.organization(code)?.map(|organization| organization.id)))?;
        found.into_iter().collect()
    } else {
        Vec::new()
    };
    let role = Role::new(*role, own);
    output(invitation(&registry, &config, role)?)?;
    Ok(())
}

/// A one-time link.
///
/// # Errors
/// A database that cannot be written.
pub fn invitation(registry: &Registry, config: &Config, role: Role) -> Result<String, Error> {
    let invited = registry.invite(role, ACTOR)?;
    let invitation = Admin::Invitation(Token::new(&invited.token));
    Ok(format!("{}{invitation}", config.base.origin()))
}
