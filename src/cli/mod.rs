//! The command line: one file a command. Results go to standard output, everything else to standard error.

mod adopt;
mod bench_data;
mod clock;
mod common;
mod demo;
mod document;
mod extract;
mod host;
mod import_agreements;
mod kit;
mod measure;
mod ocr;
mod org;
mod publish;
mod reextract;
mod serve;
mod show;
mod token;
mod user;
mod withdraw;

pub use serve::Server;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{SETTINGS, WORKER_COMMAND};
use common::{Common, about};

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
    /// Publish many collective agreements at once, out of an archive.
    ImportAgreements(import_agreements::ImportAgreementsArgs),
    /// Withdraw an edition, or erase its files.
    Withdraw(withdraw::WithdrawArgs),
    /// Show what a code answers, today or on a day.
    Show(show::ShowArgs),
    /// Read any office file and print its readable body, as the server would.
    Extract(extract::ExtractArgs),
    /// Make readable bodies again after an improvement of the reader.
    Reextract(reextract::ReextractArgs),
    /// Recognise the words on scanned pages of published texts.
    Ocr(ocr::OcrArgs),
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
    /// People: list, invite, new password, remove.
    #[command(subcommand)]
    User(user::UserCommand),
    /// Tokens of programs: list, revoke.
    #[command(subcommand)]
    Token(token::TokenCommand),
    /// Read one file from standard input under limits; the server starts this itself.
    #[command(name = WORKER_COMMAND, hide = true)]
    ExtractWorker,
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
        Command::ImportAgreements(args) => import_agreements::run(&args, &common),
        Command::Withdraw(args) => withdraw::run(&args, &common),
        Command::Show(args) => show::run(&args, &common),
        Command::Extract(args) => extract::run(&args, &common),
        Command::Reextract(args) => reextract::run(&args, &common),
        Command::Ocr(args) => ocr::run(&args, &common),
        Command::Measure(args) => measure::run(&args, &common),
        Command::Kit(args) => kit::run(&args, &common),
        Command::Host(command) => host::run(&command, &common),
        Command::Clock(command) => clock::run(&command, &common),
        Command::BenchData(args) => bench_data::run(&args, &common),
        Command::Adopt => adopt::run(&common),
        Command::User(command) => user::run(&command, &common),
        Command::Token(command) => token::run(&command, &common),
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
