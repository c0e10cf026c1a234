//! The command line: one file a command. Results go to standard output, everything else to standard error.

mod adopt;
mod bench_data;
mod clock;
mod demo;
mod document;
mod extract;
mod host;
mod kit;
mod measure;
mod org;
mod publish;
mod reextract;
mod serve;
mod show;
mod user;
mod withdraw;

pub use serve::Server;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches, Args, FromArgMatches, Parser, Subcommand, value_parser};

use crate::config::{Config, ConfigError, Given, SETTINGS, Setting, WORKER_COMMAND};
use crate::domain::code::NotACode;
use crate::domain::{Code, Day, Lang, calendar};
use crate::registry::{Error, Refusal, Registry};
use crate::web::refusals::sentences;

/// Who the audit trail names for changes from the command line.
const ACTOR: &str = "command line";

/// Tizilim keeps every edition of a union's documents, gives each document one short address and QR code for life,
/// prints stand kits, and answers every scan with the text that applies today.
///
/// State lies in a data folder (SQLite and files), or in PostgreSQL and an S3-compatible store where DATABASE_URL and
/// STORAGE_URL say so. Every command works on
/// the same folder while a server runs; the server shows the change within a second. Start with `tizilim demo`.
#[derive(Parser)]
#[command(name = "tizilim", version, max_term_width = 100, after_help = after_help())]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

const EXIT_STATUS: &str = "\
Exit status: 0 when done; 1 when refused or failed, with the reason on standard error; 2 when the command line is wrong.
Days are written 2026-09-01 or 01.09.2026. A code is read in any case, with or without the hyphen.";

/// The settings, which every command takes after its name.
#[derive(Clone)]
struct Common {
    given: Given,
    /// The language of messages.
    messages: Lang,
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

fn about(Setting { variable, default, what, .. }: &Setting) -> String {
    let default = if default.is_empty() { String::new() } else { format!(" [default: {default}]") };
    format!("{what}{default} [env: {variable}]")
}

/// What stands below the commands: how they end, and the settings that only the environment has.
fn after_help() -> String {
    let secrets = SETTINGS.iter().filter(|setting| setting.option.is_none());
    let secrets: String = secrets.map(|setting| format!("\n  {}", about(setting))).collect();
    format!("From the environment alone:{secrets}\n\n{EXIT_STATUS}")
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a sample union and serve it, to look at what Tizilim does.
    Demo(demo::DemoArgs),
    /// Serve the registry.
    Serve,
    /// Bring the database up to date. Every other command does so too; this one does nothing else.
    Migrate,
    /// Organizations: import a table, list.
    #[command(subcommand)]
    Org(org::OrgCommand),
    /// Documents: add.
    #[command(subcommand)]
    Document(document::DocumentCommand),
    /// Publish an edition of a document, or correct one.
    Publish(publish::PublishArgs),
    /// Withdraw an edition, or erase its files.
    Withdraw(withdraw::WithdrawArgs),
    /// Show what a code answers, today or on a day.
    Show(show::ShowArgs),
    /// Read any office file and print its readable body, as the server would.
    Extract(extract::ExtractArgs),
    /// Make readable bodies again after an improvement of the reader.
    Reextract(reextract::ReextractArgs),
    /// Measure how much of known texts is read right: characters, headings, order.
    Measure(measure::MeasureArgs),
    /// Write the stand kits of an organization, a district or the union as PDF.
    Kit(Box<kit::KitArgs>),
    /// The host that may stand on walls: confirm.
    #[command(subcommand)]
    Host(host::HostCommand),
    /// The clock of the server: confirm that it is right.
    #[command(subcommand)]
    Clock(clock::ClockCommand),
    /// Fill an empty register with large data, to measure what size costs: real codes, texts that are found, leaves.
    BenchData(bench_data::BenchDataArgs),
    /// Take the database as it is, although the files belong to a newer or another one.
    Adopt,
    /// People: invite.
    #[command(subcommand)]
    User(user::UserCommand),
    /// Read one file from standard input under limits; the server starts this itself.
    #[command(name = WORKER_COMMAND, hide = true)]
    ExtractWorker,
}

/// Why a command ended without its result.
enum Stop {
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
    fn lines(&self, lang: Lang) -> Vec<String> {
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

type Done = Result<(), Stop>;

impl Common {
    fn config(&self) -> Result<Config, Stop> {
        Ok(Config::read(&self.given)?)
    }

    /// The register in the data folder, and the settings.
    fn open(&self) -> Result<(Registry, Config), Stop> {
        let config = self.config()?;
        Ok((Registry::open(config.setup()?)?, config))
    }
}

/// Runs the command line; `server` is what answers scans.
pub fn run(server: Server) -> ExitCode {
    let Cli { command, common } = Cli::parse();
    let lang = common.messages;
    let done = match command {
        Command::Demo(args) => demo::run(&args, &common, server),
        Command::Serve => serve::run(&common, server),
        Command::Migrate => common.open().map(drop),
        Command::Org(command) => org::run(&command, &common),
        Command::Document(command) => document::run(&command, &common),
        Command::Publish(args) => publish::run(&args, &common),
        Command::Withdraw(args) => withdraw::run(&args, &common),
        Command::Show(args) => show::run(&args, &common),
        Command::Extract(args) => extract::run(&args, &common),
        Command::Reextract(args) => reextract::run(&args, &common),
        Command::Measure(args) => measure::run(&args, &common),
        Command::Kit(args) => kit::run(&args, &common),
        Command::Host(command) => host::run(&command, &common),
        Command::Clock(command) => clock::run(&command, &common),
        Command::BenchData(args) => bench_data::run(&args, &common),
        Command::Adopt => adopt::run(&common),
        Command::User(command) => user::run(&command, &common),
        Command::ExtractWorker => extract::worker(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            stop.lines(lang).iter().for_each(|line| eprintln!("{line}"));
            ExitCode::FAILURE
        }
    }
}

fn read_code(text: &str) -> Result<Code, String> {
    Code::parse(text).map_err(|why| match why {
        NotACode::Form => "a code has seven characters, such as 7K3-M9Q3".to_owned(),
        NotACode::Check => "mistyped? the last character does not fit the others".to_owned(),
    })
}

fn read_day(text: &str) -> Result<Day, String> {
    calendar::parse_day(text).ok_or_else(|| "write a day as 2026-09-01 or 01.09.2026".to_owned())
}

fn read_lang(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "kk, ru or en".to_owned())
}

/// `v3` or `3`.
fn read_ordinal(text: &str) -> Result<u32, String> {
    let digits = text.strip_prefix('v').unwrap_or(text);
    digits
        .parse()
        .ok()
        .filter(|ordinal| *ordinal > 0)
        .ok_or_else(|| "an edition is written v1, v2, …".to_owned())
}

/// The bytes of a file, with its name.
fn read_file(path: &std::path::Path) -> Result<(String, Vec<u8>), Stop> {
    let bytes = std::fs::read(path).map_err(|why| Stop::Io(path.display().to_string(), why))?;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok((name, bytes))
}

/// Reads one of these names; the help lists them.
fn named<T, const N: usize>(
    names: [&'static str; N],
    read: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T>
where
    T: Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(move |name| read(&name).ok_or("it has no such name"))
}

/// The organization that a person names by code or number.
fn organization_code(registry: &Registry, name: &str) -> Result<Code, Stop> {
    let found = registry
        .read(|view| Ok::<_, Error>(view.organization_named(name)?.map(|organization| organization.code)))?;
    found.ok_or_else(|| Error::Refused(Refusal::UnknownOrganization(name.to_owned())).into())
}

/// A value as one line of JSON.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
