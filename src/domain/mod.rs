//! The rules of the register: plain values and pure functions.
//!
//! Nothing here reads a clock, a file, a database or a random number: instants, ids and random bytes are
//! arguments, so the same input gives the same answer everywhere.

pub mod address;
pub mod agreement_state;
pub mod answer;
pub mod as_of;
pub mod brand;
pub mod calendar;
pub mod checksum;
pub mod clause;
pub mod code;
pub mod counting;
pub mod coverage;
pub mod deed;
pub mod document;
pub mod document_kind;
pub mod draft;
pub mod edition_status;
pub mod fact;
pub mod file_name;
pub mod four_eyes;
pub mod ids;
pub mod lang;
pub mod law;
pub mod letter;
pub mod line_state;
pub mod listing;
pub mod look_alike;
pub mod mail;
pub mod media;
pub(crate) mod names;
pub mod next_change;
pub mod opening;
pub mod organization;
pub mod organization_kind;
pub mod period;
pub mod posted;
pub mod printable;
pub mod proposal;
pub mod recognition;
pub mod reminder;
pub mod requisites;
pub mod resolution;
pub mod role;
pub mod shelf;
pub mod stand_check;
pub mod stand_life;
pub mod stray;
pub mod timeline;
pub mod token_scope;
pub mod typed;
pub mod version;
pub mod webhook;

pub use as_of::AsOf;
pub use calendar::{Day, Instant};
pub use checksum::Checksum;
pub use clause::Clause;
pub use code::{Code, TypedCode};
pub use lang::Lang;
