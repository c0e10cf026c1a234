//! State on disk: two database engines and the file store. Only the registry comes in here.
//!
//! One file a table or group of tables. A function takes a [`Conn`], which holds either engine; `on_engine!` compiles
//! its body once for each.

#[macro_use]
mod connection;
mod commit;
mod database;

pub mod accounts;
mod agreements;
mod answers;
pub mod api_tokens;
pub mod audit;
pub mod bodies;
pub mod ceremonies;
pub mod checks;
pub mod codes;
pub mod documents;
pub mod drafts;
pub mod encryption;
pub mod erasure;
pub mod error;
pub mod files;
pub mod identity;
pub mod intakes;
pub mod invitations;
pub mod journal;
pub mod leaves;
pub mod letters;
pub mod looks;
pub mod mail;
mod migrations;
pub mod names;
pub mod needs_addresses;
pub mod news;
pub mod numbers;
pub mod openings;
pub mod organizations;
pub mod passkeys;
mod patience;
mod postgres;
pub mod proposals;
pub mod provider_accounts;
pub mod recognition;
mod runtime;
mod schema;
pub mod scratch;
pub mod search;
pub mod second_factors;
pub mod sessions;
pub mod spool;
mod sqlite;
pub mod stands;
pub mod state;
mod stored;
pub mod strays;
pub mod submissions;
#[cfg(test)]
mod tests;
pub mod uses;
pub mod versions;
pub mod vocabulary;
pub mod webhooks;

pub use connection::Conn;
pub use database::{Database, Reading, has_database};
pub use error::Error;
