//! The program as the tests start it: without what a person at this machine set for a register of their own.

use std::ffi::OsStr;
use std::process::Command;

/// Settings that the program shares with others.
const SHARED: [&str; 3] = ["DATABASE_URL", "LANG", "RUST_LOG"];

/// The program, deaf to the settings of the environment.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tizilim"));
    for (name, _) in std::env::vars_os() {
        if is_setting(&name) {
            command.env_remove(name);
        }
    }
    command
}

fn is_setting(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b"TIZILIM_") || SHARED.iter().any(|shared| name == *shared)
}

#[test]
fn every_setting_of_the_program_is_kept_from_it_and_nothing_else() {
    let help =
        Command::new(env!("CARGO_BIN_EXE_tizilim")).args(["serve", "--help"]).output().expect("the program");
    let help = String::from_utf8(help.stdout).expect("UTF-8");
    let named: Vec<&str> =
        help.split("[env: ").skip(1).filter_map(|rest| rest.split(['=', ']']).next()).collect();
    assert!(named.contains(&"TIZILIM_BASE_URL"), "{named:?}");
    assert!(named.iter().all(|name| is_setting(OsStr::new(name))), "{named:?}");
    assert!(!is_setting(OsStr::new("PATH")));
}
