//! Pages in a real browser: Chromium, driven by its driver, against the demo as a stranger would start it.
//!
//! Without Chromium the tests say so and pass; in CI they fail instead.

mod demo;
mod person;
#[path = "../program.rs"]
mod program;
mod session;

mod administrator;
mod kit;
mod offline;
mod phone;
mod prints;
mod reading;
mod stands;
