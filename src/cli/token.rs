//! `tizilim token`: the tokens with which programs act for people.

use clap::Subcommand;

use super::common::{ACTOR, Common, Done, output};

#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Print the tokens that work, one a line: login, name, scopes, last day, day of the last use. Tabs stand between.
    List {
        /// Only those of this person.
        login: Option<String>,
    },
    /// Revoke a token: it opens nothing from now on.
    Revoke {
        /// The login of the person.
        login: String,
        /// The name of the token.
        name: String,
    },
}

/// Runs the command.
pub fn run(command: &TokenCommand, common: &Common) -> Done {
    let (registry, _) = common.open()?;
    match command {
        TokenCommand::List { login } => {
            let of = login.as_deref().map(|login| registry.person_named(login)).transpose()?;
            for token in registry.tokens(of)? {
                let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.name()).collect();
                let used_on = token.used_on.map(|day| day.to_string()).unwrap_or_default();
                let last_day = token.last_day.to_string();
                output([&*token.login, &token.name, &scopes.join(" "), &last_day, &used_on].join("\t"))?;
            }
        }
        TokenCommand::Revoke { login, name } => {
            registry.revoke_token_named(registry.person_named(login)?, name, ACTOR)?;
        }
    }
    Ok(())
}
