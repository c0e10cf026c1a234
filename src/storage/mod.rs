//! State on disk: two database engines and the file store. Only the registry comes in here.
//!
//! One file a table or group of tables. A function takes a [`Conn`], which holds either engine; [`on_engine!`] compiles
//! its body once for each.

#[macro_use]
mod connection;

pub mod accounts;
pub mod checks;
pub mod codes;
pub mod documents;
pub mod drafts;
pub mod error;
pub mod files;
pub mod leaves;
pub mod openings;
pub mod organizations;
mod postgres;
mod runtime;
mod schema;
pub mod search;
pub mod stands;
pub mod state;
mod stored;
#[cfg(test)]
mod tests;
pub mod versions;

pub use connection::{Conn, Database};
pub use error::Error;
