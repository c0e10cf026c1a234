//! Pages in a real browser: Chromium, driven by its driver, against the demo as a stranger would start it.
//!
//! Without Chromium the tests say so and pass; in CI they fail instead.

mod demo;
mod person;
#[path = "../program.rs"]
mod program;
#[expect(dead_code, reason = "other tests ask for more")]
#[path = "../it/samples.rs"]
mod samples;
#[expect(dead_code, reason = "other tests ask for more")]
#[path = "../it/scanned.rs"]
mod scanned;
mod session;

mod administrator;
mod agreements;
mod kit;
mod office;
mod offline;
mod passkeys;
mod people;
mod phone;
mod prints;
mod reading;
mod scans;
mod spacing;
mod stands;
