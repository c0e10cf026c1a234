//! Tizilim: a register of the documents that a trade union hangs on its wall stands.
//!
//! The map of the house is in ARCHITECTURE.md; `tests/architecture.rs` enforces which room may import which.

pub mod cli;
pub mod config;
mod courier;
pub mod domain;
pub mod ledger;
pub mod pages;
pub mod phrases;
pub mod press;
pub mod print;
pub mod refusals;
pub mod registry;
mod storage;
pub mod text;
pub mod web;
