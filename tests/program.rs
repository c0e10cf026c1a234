//! The program as the tests start it: without what a person at this machine set for a register of their own.

use std::ffi::OsStr;
use std::process::Command;

/// Settings that the program shares with others.
const SHARED: [&str; 4] = ["DATABASE_URL", "LANG", "RUST_LOG", "STORAGE_URL"];

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
    let name_of_ours = [b"TIZILIM_".as_slice(), b"AWS_"];
    name_of_ours.iter().any(|begin| name.as_encoded_bytes().starts_with(begin))
        || SHARED.iter().any(|shared| name == *shared)
}

#[test]
fn every_setting_of_the_program_is_kept_from_it_and_nothing_else() {
    let help = |arguments: &[&str]| {
        let said = Command::new(env!("CARGO_BIN_EXE_tizilim")).args(arguments).output().expect("the program");
        String::from_utf8(said.stdout).expect("UTF-8")
    };
    let help = help(&["serve", "--help"]) + &help(&["--help"]);
    let named: Vec<&str> =
        help.split("[env: ").skip(1).filter_map(|rest| rest.split(['=', ']']).next()).collect();
    assert!(named.contains(&"TIZILIM_BASE_URL") && named.contains(&"AWS_SECRET_ACCESS_KEY"), "{named:?}");
    assert!(named.iter().all(|name| is_setting(OsStr::new(name))), "{named:?}");
    assert!(!is_setting(OsStr::new("PATH")));
}
