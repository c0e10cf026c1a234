//! What commands share: the settings that each takes, how each ends, and what they read alike.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{ErrorKind, Write};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches, Args, FromArgMatches, value_parser};

use crate::config::{Config, ConfigError, Given, SETTINGS, Setting};
use crate::domain::code::NotACode;
use crate::domain::{Code, Day, Lang, calendar};
use crate::refusals::sentences;
use crate::registry::{Error, Refusal, Registry};

pub(super) use crate::domain::deed::COMMAND_LINE as ACTOR;

/// The settings, which every command takes after its name.
#[derive(Clone)]
pub(super) struct Common {
    pub(super) given: Given,
    /// The language of messages.
    pub(super) messages: Lang,
}

impl Args for Common {
    fn augment_args(command: clap::Command) -> clap::Command {
        command.args(SETTINGS.iter().filter_map(argument))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Common {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut given = Given::default();
        for setting in &SETTINGS {
            if setting.option.is_some()
                && let Some(value) = matches.get_one::<OsString>(setting.variable)
            {
                given.give(setting.variable, value.clone());
            }
        }
        Ok(Self { messages: given.messages(), given })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The option of a setting that has one.
fn argument(setting: &'static Setting) -> Option<Arg> {
    let Setting { variable, option, value, check, .. } = setting;
    let argument = Arg::new(*variable).long((*option)?).value_name(*value).global(true).help(about(setting));
    Some(match check {
        Some(check) => argument.value_parser(|text: &str| check(text).map(|()| OsString::from(text))),
        None => argument.value_parser(value_parser!(OsString)),
    })
}

pub(super) fn about(Setting { variable, default, what, .. }: &Setting) -> String {
    let default = if default.is_empty() { String::new() } else { format!(" [default: {default}]") };
    format!("{what}{default} [env: {variable}]")
}

/// Why a command ended without its result.
pub(super) enum Stop {
    /// The register refused, or failed. The name is that of the file at hand.
    Registry(Error, String),
    /// A setting cannot be used.
    Config(ConfigError),
    /// What was asked for is refused, in the words of the reader's language.
    Refused(String),
    /// What failed was told already.
    Told,
    /// A file or a socket cannot be used.
    Io(String, std::io::Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Registry(error, String::new())
    }
}

impl From<ConfigError> for Stop {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl Stop {
    /// The reason in the reader's language, one line a reason.
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        match self {
            Self::Registry(Error::Refused(refusal), file) => sentences(lang, refusal, file),
            Self::Registry(other, _) => vec![other.to_string()],
            Self::Told => Vec::new(),
            Self::Config(error) => vec![error.to_string()],
            Self::Refused(why) => vec![why.clone()],
            Self::Io(what, error) => vec![format!("{what}: {error}")],
        }
    }
}

pub(super) type Done = Result<(), Stop>;

impl Common {
    pub(super) fn config(&self) -> Result<Config, Stop> {
        Ok(Config::read(&self.given)?)
    }

    /// The register in the data folder, and the settings.
    pub(super) fn open(&self) -> Result<(Registry, Config), Stop> {
        let config = self.config()?;
        Ok((Registry::open(config.setup()?)?, config))
    }
}

pub(super) fn read_code(text: &str) -> Result<Code, String> {
    Code::parse(text).map_err(|why| match why {
        NotACode::Form => "a code has seven characters, such as 7K3-M9Q3".to_owned(),
        NotACode::Check => "mistyped? the last character does not fit the others".to_owned(),
    })
}

pub(super) fn read_day(text: &str) -> Result<Day, String> {
    calendar::parse_day(text).ok_or_else(|| "write a day as 2026-09-01 or 01.09.2026".to_owned())
}

pub(super) fn read_lang(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "kk, ru or en".to_owned())
}

/// `v3` or `3`.
pub(super) fn read_ordinal(text: &str) -> Result<u32, String> {
    let digits = text.strip_prefix('v').unwrap_or(text);
    digits
        .parse()
        .ok()
        .filter(|ordinal| *ordinal > 0)
        .ok_or_else(|| "an edition is written v1, v2, …".to_owned())
}

/// The bytes of a file, with its name.
pub(super) fn read_file(path: &std::path::Path) -> Result<(String, Vec<u8>), Stop> {
    let bytes = std::fs::read(path).map_err(|why| Stop::Io(path.display().to_string(), why))?;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok((name, bytes))
}

/// Reads one of these names; the help lists them.
pub(super) fn named<T, const N: usize>(
    names: [&'static str; N],
    read: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T>
where
    T: Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(move |name| read(&name).ok_or("it has no such name"))
}

/// The organization that a person names by code or number.
pub(super) fn organization_code(registry: &Registry, name: &str) -> Result<Code, Stop> {
    let found = registry
        .read(|view| Ok::<_, Error>(view.organization_named(name)?.map(|organization| organization.code)))?;
    found.ok_or_else(|| Error::Refused(Refusal::UnknownOrganization(name.to_owned())).into())
}

/// Writes a line of results.
pub(super) fn output(line: impl Display) -> Done {
    output_text(format_args!("{line}\n"))
}

/// Writes results as they are.
pub(super) fn output_text(text: impl Display) -> Done {
    match write!(std::io::stdout(), "{text}") {
        // Whoever reads them has read enough; what is to be done is done all the same.
        Err(why) if why.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|why| Stop::Io("standard output".to_owned(), why)),
    }
}

/// A value as one line of JSON.
pub(super) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
