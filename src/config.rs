//! Long because it is a table.
//!
//! Every setting of the program, in one table: on the command line, in the environment, or as it is without either. Only
//! this file reads the environment.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::domain::Lang;
use crate::domain::mail::MailAddress;
use crate::print::qr::{Base, InvalidBase};
use crate::registry::{Clock, Converter, ProviderSettings, Setup, StoreSettings, Worker};

/// How often the register looks for changes made by another process.
const POLL_EVERY: Duration = Duration::from_millis(250);

/// How long the register may not have been confirmed before every answer says so.
const STALE_AFTER: Duration = Duration::from_secs(30);

/// The hidden command that makes the program a worker.
pub const WORKER_COMMAND: &str = "extract-worker";

/// The variable of the data folder.
pub const DATA: &str = "TIZILIM_DATA";
/// The variable of the log.
pub const LOG: &str = "RUST_LOG";
const LISTEN: &str = "TIZILIM_LISTEN";
const BASE_URL: &str = "TIZILIM_BASE_URL";
const DATABASE_URL: &str = "DATABASE_URL";
const MEMORY: &str = "TIZILIM_MEMORY";
const LIBREOFFICE: &str = "TIZILIM_LIBREOFFICE";
const TESSERACT: &str = "TIZILIM_TESSERACT";
const HEIF_CONVERT: &str = "TIZILIM_HEIF_CONVERT";
/// What stands for no program.
const OFF: &str = "off";
const SMTP_URL: &str = "TIZILIM_SMTP_URL";
const SMTP_FROM: &str = "TIZILIM_SMTP_FROM";
const OIDC_ISSUER: &str = "TIZILIM_OIDC_ISSUER";
const OIDC_CLIENT_ID: &str = "TIZILIM_OIDC_CLIENT_ID";
const OIDC_CLIENT_SECRET: &str = "TIZILIM_OIDC_CLIENT_SECRET";
const OIDC_NAME: &str = "TIZILIM_OIDC_NAME";
const OIDC_SECOND_FACTOR: &str = "TIZILIM_OIDC_SECOND_FACTOR";
/// What stands for something that is wanted.
const ON: &str = "on";
const MESSAGES: &str = "LANG";

/// The least memory that a server works with, in MiB: what it takes without anything kept, and room for its work.
const MEMORY_MIN_MIB: u64 = 96;
const STORAGE_URL: &str = "STORAGE_URL";
const STORE_ENDPOINT: &str = "AWS_ENDPOINT_URL";
const STORE_REGION: &str = "AWS_REGION";
const STORE_KEY_ID: &str = "AWS_ACCESS_KEY_ID";
const STORE_SECRET: &str = "AWS_SECRET_ACCESS_KEY";
const STORE_TOKEN: &str = "AWS_SESSION_TOKEN";

/// Says what is wrong with a value.
pub type Check = fn(&str) -> Result<(), String>;

/// A setting of the program.
pub struct Setting {
    /// Its name in the environment.
    pub variable: &'static str,
    /// Its name on the command line, without the hyphens; none for a secret, which others could read there.
    pub option: Option<&'static str>,
    /// What stands for its value in the help.
    pub value: &'static str,
    /// What holds where it is not given; empty where that is nothing.
    pub default: &'static str,
    /// What it is for.
    pub what: &'static str,
    /// What looks at a value; none where any will do, or where only its use shows it.
    pub check: Option<Check>,
}

/// Every setting.
pub const SETTINGS: [Setting; 23] = [
    Setting {
        variable: DATA,
        option: Some("data"),
        value: "DIR",
        default: "tizilim-data",
        what: "Data folder: SQLite, uploaded files, the server's lock. Made where it is missing. That of the demo is \
               demo-data",
        check: None,
    },
    Setting {
        variable: LISTEN,
        option: Some("listen"),
        value: "ADDR",
        default: "127.0.0.1:8080",
        what: "Where the server listens",
        check: Some(is_socket),
    },
    Setting {
        variable: BASE_URL,
        option: Some("base-url"),
        value: "URL",
        default: "",
        what: "Public address that codes carry, such as https://qr.example.kz. Without it: the address that is listened on",
        check: None,
    },
    Setting {
        variable: DATABASE_URL,
        option: Some("database-url"),
        value: "URL",
        default: "",
        what: "PostgreSQL instead of SQLite: \
               postgres://user:password@host/database?sslmode=verify-full&sslrootcert=FILE",
        check: None,
    },
    Setting {
        variable: STORAGE_URL,
        option: Some("storage-url"),
        value: "URL",
        default: "",
        what: "Uploaded files in an S3-compatible store instead of the data folder: s3://bucket/prefix",
        check: None,
    },
    Setting {
        variable: STORE_ENDPOINT,
        option: Some("storage-endpoint"),
        value: "URL",
        default: "",
        what: "Address of that store, such as https://s3.example.kz. Without it: Amazon's in the region",
        check: None,
    },
    Setting {
        variable: STORE_REGION,
        option: Some("storage-region"),
        value: "NAME",
        default: "us-east-1",
        what: "Region of that store",
        check: None,
    },
    Setting {
        variable: STORE_KEY_ID,
        option: None,
        value: "NAME",
        default: "",
        what: "Name of the key to that store",
        check: None,
    },
    Setting {
        variable: STORE_SECRET,
        option: None,
        value: "KEY",
        default: "",
        what: "The key to that store",
        check: None,
    },
    Setting {
        variable: STORE_TOKEN,
        option: None,
        value: "TOKEN",
        default: "",
        what: "What belongs to a key that is good for a short time",
        check: None,
    },
    Setting {
        variable: MEMORY,
        option: Some("memory"),
        value: "MIB",
        default: "256",
        what: "Memory that a server stays below, in MiB, at least 96: a quarter of it keeps finished pages, an eighth \
               parts of the register",
        check: Some(is_memory),
    },
    Setting {
        variable: TESSERACT,
        option: Some("tesseract"),
        value: "PROGRAM",
        default: "tesseract",
        what: "Program that recognises words on scans, by its name or path, where it is installed; off for none",
        check: None,
    },
    Setting {
        variable: LIBREOFFICE,
        option: Some("libreoffice"),
        value: "PROGRAM",
        default: "soffice",
        what: "Program that old Word files (DOC) are read with, by its name or path, where it is installed; off for none",
        check: None,
    },
    Setting {
        variable: HEIF_CONVERT,
        option: Some("heif-convert"),
        value: "PROGRAM",
        default: "heif-convert",
        what: "Program that photos of phones (HEIC) are read with, by its name or path, where it is installed; off for none",
        check: None,
    },
    Setting {
        variable: SMTP_URL,
        option: None,
        value: "URL",
        default: "",
        what: "Mail server for the weekly letter: smtps://user:password@host:465, or smtp://user:password@host:587, which \
               is encrypted by STARTTLS. Without it no mail is sent",
        check: Some(is_smtp),
    },
    Setting {
        variable: SMTP_FROM,
        option: Some("smtp-from"),
        value: "ADDRESS",
        default: "",
        what: "Who the weekly letter is from, such as tizilim@example.kz; needed with a mail server",
        check: Some(is_address),
    },
    Setting {
        variable: OIDC_ISSUER,
        option: Some("oidc-issuer"),
        value: "URL",
        default: "",
        what: "OpenID Connect provider at which people may sign in, such as https://id.example.kz. Who was invited \
               connects the account once. Without it: passwords and passkeys alone",
        check: Some(is_issuer),
    },
    Setting {
        variable: OIDC_CLIENT_ID,
        option: Some("oidc-client-id"),
        value: "NAME",
        default: "",
        what: "How that provider names this register. It leads back to /admin/sign-in/provider of the public address",
        check: None,
    },
    Setting {
        variable: OIDC_CLIENT_SECRET,
        option: None,
        value: "SECRET",
        default: "",
        what: "What this register proves itself with to that provider, where it asks for it",
        check: None,
    },
    Setting {
        variable: OIDC_NAME,
        option: Some("oidc-name"),
        value: "WORDS",
        default: "",
        what: "What people call that provider. Without it: its host",
        check: None,
    },
    Setting {
        variable: OIDC_SECOND_FACTOR,
        option: Some("oidc-second-factor"),
        value: "on|off",
        default: OFF,
        what: "Whether a sign-in at that provider stands for the second factor as well: only where it asks everybody for one",
        check: Some(is_switch),
    },
    Setting {
        variable: MESSAGES,
        option: Some("messages"),
        value: "LANG",
        default: "en",
        what: "Language of messages: kk, ru or en",
        check: None,
    },
    Setting {
        variable: LOG,
        option: Some("log"),
        value: "FILTER",
        default: "info",
        what: "What a server logs on standard error, a line of JSON each: error, warn, info, debug, or by part, such as \
               info,tizilim::web=debug. The demo logs errors alone",
        check: None,
    },
];

fn is_socket(text: &str) -> Result<(), String> {
    let parsed = text.parse::<SocketAddr>();
    parsed.map(drop).map_err(|_| "write an address and a port, such as 127.0.0.1:8080".to_owned())
}

fn is_smtp(text: &str) -> Result<(), String> {
    let host = ["smtps://", "smtp://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    // What was given is a secret: it is not said again.
    let wrong = || "write smtps://user:password@host:465 or smtp://user:password@host:587".to_owned();
    host.filter(|rest| !rest.is_empty()).map(drop).ok_or_else(wrong)
}

fn is_address(text: &str) -> Result<(), String> {
    MailAddress::parse(text)
        .map(drop)
        .ok_or_else(|| "write an address, such as tizilim@example.kz".to_owned())
}

fn is_memory(text: &str) -> Result<(), String> {
    match text.parse::<u64>() {
        Ok(mib) if (MEMORY_MIN_MIB..=1 << 20).contains(&mib) => Ok(()),
        _ => Err(format!("write a number of MiB, at least {MEMORY_MIN_MIB}")),
    }
}

/// Who reads what goes to the provider signs in as anybody, so that it is encrypted unless it stays on this machine.
fn is_issuer(text: &str) -> Result<(), String> {
    let own = ["http://localhost", "http://127.0.0.1", "http://[::1]"];
    let stays = own.iter().filter_map(|host| text.strip_prefix(host));
    let is_own = stays.into_iter().any(|rest| rest.is_empty() || rest.starts_with([':', '/']));
    let has_host = text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
    if has_host || is_own { Ok(()) } else { Err("write an address that begins with https://".to_owned()) }
}

fn is_switch(text: &str) -> Result<(), String> {
    if [ON, OFF].contains(&text) { Ok(()) } else { Err(format!("write {ON} or {OFF}")) }
}

/// What was given on the command line; the environment and the table say the rest.
#[derive(Clone, Default)]
pub struct Given(BTreeMap<&'static str, OsString>);

impl Given {
    /// Takes the value of a setting.
    pub fn give(&mut self, variable: &'static str, value: OsString) {
        self.0.insert(variable, value);
    }

    /// The value of a setting; none where neither anything was given nor the table has one.
    fn value(&self, setting: &Setting) -> Option<OsString> {
        let given = self.0.get(setting.variable).cloned();
        given
            .or_else(|| std::env::var_os(setting.variable).filter(|value| !value.is_empty()))
            .or_else(|| (!setting.default.is_empty()).then(|| setting.default.into()))
    }

    /// The value of a setting that is text.
    fn text(&self, variable: &'static str) -> Result<Option<String>, ConfigError> {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.variable == variable) else {
            return Ok(None);
        };
        let Some(value) = self.value(setting) else { return Ok(None) };
        let wrong = |why: String| ConfigError::Value(setting.variable, setting.option, why);
        let text = value.into_string().map_err(|_| wrong("it is no text".to_owned()))?;
        setting.check.map_or(Ok(()), |check| check(&text)).map_err(wrong)?;
        Ok(Some(text))
    }

    /// The language of messages. `kk_KZ.UTF-8` is Kazakh; what is neither Kazakh nor Russian is English.
    pub fn messages(&self) -> Lang {
        let text = self.text(MESSAGES).ok().flatten().unwrap_or_default();
        let tag = text.split(['_', '-', '.']).next().unwrap_or_default();
        Lang::parse(&tag.to_ascii_lowercase()).unwrap_or(Lang::En)
    }

    /// The same with values for what is not given, in place of those of the table.
    pub fn or(&self, defaults: &[(&'static str, &str)]) -> Self {
        let mut given = self.clone();
        for (variable, value) in defaults {
            if std::env::var_os(variable).is_none_or(|value| value.is_empty()) {
                given.0.entry(variable).or_insert_with(|| value.into());
            }
        }
        given
    }
}

/// The settings of one run.
#[derive(Clone)]
pub struct Config {
    /// The data folder.
    pub folder: PathBuf,
    /// A `postgres://` URL; none for SQLite in the data folder.
    pub database_url: Option<String>,
    /// The store of the files; none for the data folder.
    pub store: Option<StoreSettings>,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The public address that codes carry.
    pub base: Base,
    /// Memory that the server stays below.
    pub memory: Memory,
    /// The program that old Word files are read with; none where that is not wanted.
    pub libreoffice: Option<String>,
    /// The program that photos of phones are read with; none where that is not wanted.
    pub heif_convert: Option<String>,
    /// The program that recognises words on scans; none where that is not wanted.
    pub tesseract: Option<String>,
    /// The mail server of the weekly letter; none where no mail is sent.
    pub mail: Option<MailSettings>,
    /// The provider at which people may sign in; none where there is none.
    pub provider: Option<ProviderSettings>,
    /// What is logged.
    pub log: String,
}

/// A mail server, and who letters are from.
#[derive(Clone)]
pub struct MailSettings {
    /// The server with whatever lets the program in: `smtps://user:password@host:465`.
    pub url: String,
    /// The address that letters are from.
    pub from: String,
}

/// Memory that a server stays below, in MiB. What is not kept is left for its work: pages that are made, kits that are
/// printed, connections.
#[derive(Debug, Clone, Copy)]
pub struct Memory(u64);

impl Default for Memory {
    fn default() -> Self {
        Self(256)
    }
}

impl Memory {
    /// What finished pages take, in bytes.
    pub const fn pages_bytes(self) -> u64 {
        (self.0 << 20) / 4
    }

    /// What parts of the register take that were asked for lately, in bytes.
    pub const fn register_bytes(self) -> u64 {
        (self.0 << 20) / 8
    }
}

/// Why settings cannot be used.
#[derive(Debug)]
pub enum ConfigError {
    /// The value of a setting, by its variable and its option, is wrong.
    Value(&'static str, Option<&'static str>, String),
    /// The public address cannot stand in codes.
    Base(String, InvalidBase),
    /// The program does not know its own path.
    Program(std::io::Error),
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Value(variable, Some(option), why) => write!(f, "--{option} ({variable}): {why}"),
            Self::Value(variable, None, why) => write!(f, "{variable}: {why}"),
            Self::Base(text, InvalidBase::TooLong { host, limit }) => write!(
                f,
                "--base-url {text}: the host {host} has {} characters and codes have room for {limit}",
                host.chars().count()
            ),
            Self::Base(text, InvalidBase::Scheme) => {
                write!(f, "--base-url {text}: it must begin with https:// (or http:// for a trial)")
            }
            Self::Base(text, InvalidBase::Path) => {
                write!(f, "--base-url {text}: nothing may follow the host, because codes have no room for it")
            }
            Self::Base(text, InvalidBase::Host) => write!(f, "--base-url {text}: the host is no host name"),
            Self::Program(why) => write!(f, "the program cannot find itself: {why}"),
        }
    }
}

impl Config {
    /// The settings from what was given. Without a public address, the one that is listened on stands in.
    ///
    /// # Errors
    /// A value that is wrong, or a public address that cannot stand in codes.
    pub fn read(given: &Given) -> Result<Self, ConfigError> {
        let listen = given.text(LISTEN)?.and_then(|text| text.parse().ok());
        let listen = listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        let folder = SETTINGS.iter().find(|setting| setting.variable == DATA);
        Ok(Self {
            folder: folder.and_then(|setting| given.value(setting)).unwrap_or_default().into(),
            database_url: given.text(DATABASE_URL)?,
            store: store(given)?,
            listen,
            base: base(&given.text(BASE_URL)?.unwrap_or_else(|| format!("http://{listen}")))?,
            memory: given
                .text(MEMORY)?
                .and_then(|text| text.parse().ok())
                .map_or_else(Memory::default, Memory),
            libreoffice: given.text(LIBREOFFICE)?.filter(|program| program != OFF),
            heif_convert: given.text(HEIF_CONVERT)?.filter(|program| program != OFF),
            tesseract: given.text(TESSERACT)?.filter(|program| program != OFF),
            mail: mail(given)?,
            provider: provider(given)?,
            log: given.text(LOG)?.unwrap_or_default(),
        })
    }

    /// The same settings for a server that listens elsewhere, under another public address.
    ///
    /// # Errors
    /// A public address that cannot stand in codes.
    pub fn at(&self, listen: SocketAddr, base_url: &str) -> Result<Self, ConfigError> {
        Ok(Self { listen, base: base(base_url)?, ..self.clone() })
    }

    /// How the register is opened with these settings.
    ///
    /// # Errors
    /// The program does not know its own path, so that it cannot start workers.
    pub fn setup(&self) -> Result<Setup, ConfigError> {
        let program = std::env::current_exe().map_err(ConfigError::Program)?;
        let converter = |program: String| Converter { program, scratch: std::env::temp_dir() };
        Ok(Setup {
            folder: self.folder.clone(),
            database_url: self.database_url.clone(),
            store: self.store.clone(),
            clock: Clock::Machine,
            worker: Worker {
                program,
                arguments: vec![WORKER_COMMAND.to_owned()],
                converter: self.libreoffice.clone().map(converter),
                photos: self.heif_convert.clone().map(converter),
            },
            tesseract: self.tesseract.clone(),
            poll_every: POLL_EVERY,
            stale_after: STALE_AFTER,
            cache_bytes: self.memory.register_bytes(),
        })
    }

    /// The error of a log filter that cannot be read.
    pub fn wrong_log(why: &dyn std::fmt::Display) -> ConfigError {
        ConfigError::Value(LOG, Some("log"), why.to_string())
    }
}

fn provider(given: &Given) -> Result<Option<ProviderSettings>, ConfigError> {
    let Some(issuer) = given.text(OIDC_ISSUER)? else { return Ok(None) };
    let client_id = given.text(OIDC_CLIENT_ID)?.ok_or_else(|| {
        let why = format!("it is needed with {OIDC_ISSUER}");
        ConfigError::Value(OIDC_CLIENT_ID, Some("oidc-client-id"), why)
    })?;
    let host = issuer.split('/').nth(2).unwrap_or_default().to_owned();
    Ok(Some(ProviderSettings {
        client_id,
        client_secret: given.text(OIDC_CLIENT_SECRET)?,
        name: given.text(OIDC_NAME)?.unwrap_or(host),
        is_second_factor: given.text(OIDC_SECOND_FACTOR)?.as_deref() == Some(ON),
        issuer,
    }))
}

fn store(given: &Given) -> Result<Option<StoreSettings>, ConfigError> {
    let Some(url) = given.text(STORAGE_URL)? else { return Ok(None) };
    Ok(Some(StoreSettings {
        url,
        endpoint: given.text(STORE_ENDPOINT)?,
        region: given.text(STORE_REGION)?.unwrap_or_default(),
        key_id: given.text(STORE_KEY_ID)?,
        secret: given.text(STORE_SECRET)?,
        token: given.text(STORE_TOKEN)?,
    }))
}

fn mail(given: &Given) -> Result<Option<MailSettings>, ConfigError> {
    match (given.text(SMTP_URL)?, given.text(SMTP_FROM)?) {
        (None, _) => Ok(None),
        (Some(url), Some(from)) => Ok(Some(MailSettings { url, from })),
        (Some(_), None) => {
            let why = format!("it is needed with {SMTP_URL}");
            Err(ConfigError::Value(SMTP_FROM, Some("smtp-from"), why))
        }
    }
}

fn base(text: &str) -> Result<Base, ConfigError> {
    Base::parse(text).map_err(|why| ConfigError::Base(text.to_owned(), why))
}
