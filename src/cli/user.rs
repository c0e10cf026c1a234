//! `tizilim user`: invite a person.

use clap::{Subcommand, ValueEnum};

use super::{ACTOR, Common, Done, organization_code};
use crate::config::Config;
use crate::domain::role::Role;
use crate::registry::{Error, Field, Refusal, Registry};

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Print a one-time link with which a person chooses a login and a password. It works for 7 days.
    Invite {
        /// What the person will be.
        #[arg(long)]
        role: RoleName,
        /// The organization of a chair: its code or number.
        #[arg(long, value_name = "CODE|NUMBER", required_if_eq("role", "chair"))]
        organization: Option<String>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RoleName {
    /// Administrator of the union: may do everything.
    Admin,
    /// Chair of one organization: keeps its contact up to date.
    Chair,
}

/// Runs the command.
pub fn run(command: &UserCommand, common: &Common) -> Done {
    let (registry, config) = common.open()?;
    let UserCommand::Invite { role, organization } = command;
    let role = match role {
        RoleName::Admin => Role::Admin,
        RoleName::Chair => {
            let name = organization.as_deref().ok_or(Error::Refused(Refusal::Missing(Field::Name)))?;
            let code = organization_code(&registry, name)?;
            Role::Chair(registry.snapshot().organization(code).map(|o| o.id).into_iter().collect())
        }
    };
    println!("{}", invitation(&registry, &config, role)?);
    Ok(())
}

/// A one-time link.
///
/// # Errors
/// A database that cannot be written.
pub fn invitation(registry: &Registry, config: &Config, role: Role) -> Result<String, Error> {
    let invited = registry.invite(role, ACTOR)?;
    Ok(format!("{}/admin/invitation/{}", config.base.origin(), invited.token))
}
