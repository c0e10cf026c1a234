//! The server: one table of routes, one file a page, one error type.
//!
//! A request is read to an address, found in [`routes`], and answered by a plain function beside the requests of others.

mod access;
mod admin;
mod api;
mod bodies;
mod dispatch;
mod error;
mod guard;
mod health;
mod http;
mod kept;
mod log;
mod mailer;
mod page;
mod page_cache;
mod pool;
pub mod post;
mod public;
mod reader;
mod rendered;
mod request;
pub mod routes;
mod server;
mod sockets;
mod stand_check;
mod state;
mod web_app;

pub use server::{serve, server};
pub use state::App;
