//! What is printed, and how, as arguments of a command: the table of print options. What is not said stays as it is in
//! the usual kit.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches, Args, FromArgMatches};

use crate::cli::common::{Stop, read_code};
use crate::domain::{Code, Lang};
use crate::phrases::say;
use crate::press;
use crate::print::model::choice::Choice;
use crate::print::model::options::{Command, OPTIONS, PrintOption, Values};

/// What was said, as it stands in addresses.
#[derive(Debug)]
pub struct ChoiceArgs(Vec<(&'static str, String)>);

impl ChoiceArgs {
    /// The choices, in the words of the command's user where there is no such choice.
    ///
    /// # Errors
    /// A value that there is not.
    pub fn read(&self, lang: Lang) -> Result<Choice, Stop> {
        let pairs = self.0.iter().map(|(key, value)| (*key, value.as_str()));
        Choice::read(pairs).map_err(|wrong| Stop::Refused(press::no_choice(lang, &wrong)))
    }
}

impl Args for ChoiceArgs {
    fn augment_args(command: clap::Command) -> clap::Command {
        command.args(OPTIONS.iter().map(argument))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for ChoiceArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let said = OPTIONS.iter().filter_map(|option| Some((option.key, said(option, matches)?)));
        Ok(Self(said.collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// An option as an argument. Help is English, like that of every command.
fn argument(option: &'static PrintOption) -> Arg {
    let words = |key: &str| say(Lang::En, key);
    let name = words(&format!("choice-{}", option.key));
    if let Command::Flag(flag, value) = option.command {
        let help = format!("{name}: {}", words(&option.phrase(value)));
        return Arg::new(option.key).long(flag).action(ArgAction::SetTrue).help(help);
    }
    let hint = option.has_hint.then(|| format!(". {}", words(&format!("choice-{}-hint", option.key))));
    let usual = option.written(&Choice::default()).replace('.', ",");
    let usual = Some(usual).filter(|usual| !usual.is_empty()).map(|usual| format!(" [default: {usual}]"));
    let help = format!("{name}{}{}", hint.unwrap_or_default(), usual.unwrap_or_default());
    let argument = Arg::new(option.key).long(option.key).help(help).ignore_case(true);
    let value = |name: &'static str| PossibleValue::new(name).help(words(&option.phrase(name)));
    let one_of = |names: Vec<&'static str>| PossibleValuesParser::new(names.into_iter().map(value));
    match option.values {
        Values::One(names) => argument.value_name("NAME").value_parser(one_of(names())),
        Values::Any(names) => argument
            .value_name("NAMES")
            .value_delimiter(',')
            .action(ArgAction::Append)
            .value_parser(one_of(names())),
        Values::Number(_) => argument.value_name("N").value_parser(clap::value_parser!(usize)),
        Values::Millimetres => argument.value_name("MM").allow_hyphen_values(true),
        Values::Clauses => argument.value_name("CODE-CLAUSES"),
        Values::Documents => argument
            .value_name("CODES")
            .value_delimiter(',')
            .action(ArgAction::Append)
            .value_parser(read_code),
    }
}

/// What was said of an option; nothing where it was not named.
fn said(option: &PrintOption, matches: &ArgMatches) -> Option<String> {
    let key = option.key;
    if let Command::Flag(_, value) = option.command {
        return matches.get_flag(key).then(|| value.to_owned());
    }
    match option.values {
        Values::One(_) | Values::Millimetres | Values::Clauses => matches.get_one::<String>(key).cloned(),
        Values::Any(_) => Some(matches.get_many::<String>(key)?.cloned().collect::<Vec<_>>().join(".")),
        Values::Number(_) => matches.get_one::<usize>(key).map(usize::to_string),
        Values::Documents => {
            Some(matches.get_many::<Code>(key)?.map(Code::as_str).collect::<Vec<_>>().join("."))
        }
    }
}
