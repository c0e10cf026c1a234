//! Settings: on the command line, in the environment, and what is said of a wrong one.

use crate::command::tizilim;
use crate::program::program;

fn with(variables: &[(&str, &str)], arguments: &[&str]) -> (i32, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = program();
    let output = command.args(arguments).envs(variables.iter().copied()).current_dir(folder.path()).output();
    let output = output.expect("the program");
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[test]
fn a_wrong_value_is_named_with_its_setting() {
    for (variables, arguments, status, words) in [
        (&[][..], &["migrate", "--listen", "nowhere"][..], 2, "--listen"),
        (&[("TIZILIM_LISTEN", "nowhere")], &["migrate"], 1, "TIZILIM_LISTEN"),
        (&[("TIZILIM_BASE_URL", "qr.example.kz")], &["migrate"], 1, "--base-url qr.example.kz"),
        (&[], &["serve", "--log", "tizilim=loud"], 1, "--log (RUST_LOG)"),
        (&[("DATABASE_URL", "mysql://a")], &["migrate"], 1, "postgres://"),
        (&[("TIZILIM_SMTP_URL", "mail.example.kz")], &["migrate"], 1, "smtps://"),
        (&[("TIZILIM_SMTP_URL", "smtps://a:secret@mail.example.kz")], &["migrate"], 1, "--smtp-from"),
        (&[], &["migrate", "--smtp-from", "tizilim"], 2, "--smtp-from"),
        (&[], &["migrate", "--oidc-issuer", "http://id.example.kz"], 2, "--oidc-issuer"),
        (&[("TIZILIM_OIDC_ISSUER", "https://id.example.kz")], &["migrate"], 1, "TIZILIM_OIDC_CLIENT_ID"),
        (&[], &["migrate", "--oidc-second-factor", "perhaps"], 2, "on or off"),
    ] {
        let (code, said) = with(variables, arguments);
        assert!(code == status && said.contains(words), "{variables:?} {arguments:?}: {code} {said}");
    }
}

#[test]
fn an_empty_variable_says_nothing_and_the_command_line_says_more_than_the_environment() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = [("DATABASE_URL", ""), ("TIZILIM_LISTEN", ""), ("TIZILIM_DATA", "")];
    assert_eq!(with(&empty, &["migrate"]), (0, String::new()));
    let own = folder.path().join("own");
    let told = [("TIZILIM_DATA", "elsewhere")];
    assert_eq!(with(&told, &["migrate", "--data", &own.to_string_lossy()]).0, 0);
    assert!(own.join("tizilim.sqlite").exists());
}

#[test]
fn the_help_names_every_setting_with_its_default() {
    let folder = tempfile::tempdir().expect("a folder");
    let help = tizilim(folder.path(), &["serve", "--help"]).out;
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["--data <DIR>", "[default: 127.0.0.1:8080] [env: TIZILIM_LISTEN]", "[env: DATABASE_URL]"] {
        assert!(help.contains(words), "{words}: {help}");
    }
}
