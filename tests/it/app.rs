//! A running register, and what people do with it.

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use tempfile::TempDir;
use tizilim::config::{MailSettings, Memory};
use tizilim::domain::document::AppliesTo;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::ids::DraftId;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::requisites::RequisitesInput;
use tizilim::domain::version::AttachmentRole;
use tizilim::domain::{Checksum, Code, Day, Instant, Lang};
use tizilim::print::qr::Base;
use tizilim::registry::{
    Clock, DocumentInput, Error, Import, NewWords, Published, Refusal, Registry, Result, Setup,
    StoreSettings, Worker,
};
use tizilim::web;

pub use crate::ask::{OWN_FORM, Reply, agent, ask, prompt};
pub use crate::edition::Edition;
use crate::postgres::{self, Fresh};
use crate::{register, samples};

/// The day on which the tests begin; eleven o'clock in Astana.
pub const TODAY: &str = "2026-11-22";
const NOW: &str = "2026-11-22T06:00:00Z";

/// Who does everything here.
pub const ACTOR: &str = "test";

/// How often a register looks for changes of other processes.
const POLL_EVERY: Duration = Duration::from_millis(50);

/// The worker that reads uploaded files.
pub fn worker() -> Worker {
    Worker {
        program: env!("CARGO_BIN_EXE_tizilim").into(),
        arguments: vec![tizilim::config::WORKER_COMMAND.to_owned()],
        converter: None,
        photos: None,
    }
}

/// The day that is written like this.
pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// Runs a test on SQLite, then on PostgreSQL where there is one.
pub fn on_each_engine(test: impl Fn(&TestApp)) {
    on_each_engine_polling(POLL_EVERY, test);
}

/// Runs a test of what does not depend on the engine.
pub fn on_sqlite(test: impl Fn(&TestApp)) {
    test(&TestApp::start(None, POLL_EVERY));
}

/// The same as [`on_each_engine`], with a program that recognises the words of scans, where there is one.
pub fn recognising(test: impl Fn(&TestApp)) {
    if !samples::has_tesseract() {
        return;
    }
    for database in [None].into_iter().chain(postgres::fresh().map(Some)) {
        let clock = Clock::standing_at(NOW.parse().expect("an instant"));
        let database_url = database.as_ref().map(|fresh| fresh.url.clone());
        let state = State { database_url, tesseract: Some("tesseract".to_owned()), ..State::default() };
        test(&TestApp::open(state, database, clock, (POLL_EVERY, Duration::from_secs(30))));
    }
}

/// The same as [`on_each_engine`], looking for changes of other processes this often.
pub fn on_each_engine_polling(every: Duration, test: impl Fn(&TestApp)) {
    println!("on SQLite");
    test(&TestApp::start(None, every));
    if let Some(database) = postgres::fresh() {
        println!("on PostgreSQL");
        test(&TestApp::start(Some(database), every));
    }
}

/// A register that is served.
pub struct TestApp {
    /// The register itself.
    pub registry: Registry,
    /// Where it is served, without a slash at the end.
    pub address: String,
    app: Arc<web::App>,
    clock: Clock,
    agent: ureq::Agent,
    server: ServerHandle,
    thread: Option<JoinHandle<()>>,
    folder: TempDir,
    database: Option<Fresh>,
    state: State,
}

/// Where the state of a register lies, if not in the data folder.
#[derive(Clone, Default)]
struct State {
    database_url: Option<String>,
    store: Option<StoreSettings>,
    tesseract: Option<String>,
    mail: Option<MailSettings>,
}

impl TestApp {
    fn start(database: Option<Fresh>, poll_every: Duration) -> Self {
        Self::start_with(database, None, poll_every)
    }

    fn start_with(database: Option<Fresh>, store: Option<StoreSettings>, poll_every: Duration) -> Self {
        let clock = Clock::standing_at(NOW.parse().expect("an instant"));
        let database_url = database.as_ref().map(|fresh| fresh.url.clone());
        let state = State { database_url, store, ..State::default() };
        Self::open(state, database, clock, (poll_every, Duration::from_secs(30)))
    }

    /// A register whose files lie in this store, on this database, or on SQLite.
    pub fn with_files_in(store: StoreSettings, database: Option<Fresh>) -> Self {
        Self::start_with(database, Some(store), POLL_EVERY)
    }

    /// A register on this database.
    pub fn on(database: Fresh) -> Self {
        Self::start(Some(database), POLL_EVERY)
    }

    /// A register on this database, or on SQLite, that sends mail.
    pub fn with_mail(settings: MailSettings, database: Option<Fresh>) -> Self {
        let clock = Clock::standing_at(NOW.parse().expect("an instant"));
        let database_url = database.as_ref().map(|fresh| fresh.url.clone());
        let state = State { database_url, mail: Some(settings), ..State::default() };
        Self::open(state, database, clock, (POLL_EVERY, Duration::from_secs(30)))
    }

    /// Sends the letters that are due, as the thread of a server does; how many were taken.
    pub fn post(&self) -> usize {
        web::post::round(&self.app).expect("the register")
    }

    /// The server's state as another process has it that serves the same register.
    pub fn another(&self) -> web::App {
        let base = Base::parse("https://qr.example.kz").expect("a base");
        let app = web::App::new(self.open_again(), base, Memory::default().pages_bytes());
        let settings = self.state.mail.as_ref().expect("a mail server");
        app.with_mail(settings).expect("a mail server")
    }

    /// Another instance of the same register, which reaches the database by a way of its own.
    pub fn beside(other: &Self, url: &str, stale_after: Duration) -> Self {
        let state = State { database_url: Some(url.to_owned()), ..other.state.clone() };
        Self::open(state, None, other.clock.clone(), (POLL_EVERY, stale_after))
    }

    fn open(
        state: State,
        database: Option<Fresh>,
        clock: Clock,
        (poll_every, stale_after): (Duration, Duration),
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let setup = Setup {
            folder: folder.path().to_owned(),
            database_url: state.database_url.clone(),
            store: state.store.clone(),
            clock: clock.clone(),
            worker: worker(),
            tesseract: state.tesseract.clone(),
            poll_every,
            stale_after,
            cache_bytes: Memory::default().register_bytes(),
        };
        let registry = Registry::open(setup).expect("a register");
        registry.keep_fresh();
        let base = Base::parse("https://qr.example.kz").expect("a base");
        let app = web::App::new(registry.clone(), base, Memory::default().pages_bytes());
        let app = Arc::new(match &state.mail {
            Some(settings) => app.with_mail(settings).expect("a mail server"),
            None => app,
        });
        let served = app.clone();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let (sender, receiver) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let server = web::server(served, listener).expect("a server");
                sender.send(server.handle()).expect("somebody waits");
                server.await.expect("a server that stops well");
            });
        });
        let server = receiver.recv().expect("a handle");
        Self {
            registry,
            address,
            app,
            clock,
            agent: agent(),
            server,
            thread: Some(thread),
            folder,
            database,
            state,
        }
    }

    /// The same register, opened once more as another process would.
    pub fn open_again(&self) -> Registry {
        let setup = Setup {
            folder: self.folder.path().to_owned(),
            database_url: self.state.database_url.clone(),
            store: self.state.store.clone(),
            clock: self.clock.clone(),
            worker: worker(),
            tesseract: None,
            poll_every: POLL_EVERY,
            stale_after: Duration::from_secs(30),
            cache_bytes: Memory::default().register_bytes(),
        };
        Registry::open(setup).expect("a register")
    }

    /// Whether the state lies in the data folder.
    pub fn is_local(&self) -> bool {
        self.database.is_none()
    }

    /// Where SQLite keeps the register.
    pub fn database_file(&self) -> String {
        self.folder.path().join("tizilim.sqlite").to_string_lossy().into_owned()
    }

    /// The data folder.
    pub fn data(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Where the bytes of a file lie.
    pub fn stored_at(&self, checksum: Checksum) -> std::path::PathBuf {
        let name = checksum.to_string();
        self.folder.path().join("files").join(&name[..2]).join(name)
    }

    /// How many files lie in the store; none where it is no folder.
    pub fn stored_files(&self) -> Option<usize> {
        if !self.is_local() {
            return None;
        }
        let shelves = std::fs::read_dir(self.data().join("files")).expect("the store").flatten();
        let on = |shelf: std::fs::DirEntry| std::fs::read_dir(shelf.path()).map_or(0, |files| files.count());
        Some(shelves.filter(|shelf| shelf.path().is_dir() && shelf.file_name().len() == 2).map(on).sum())
    }

    /// Sets the clock.
    pub fn set_clock(&self, instant: &str) {
        self.clock.set(instant.parse::<Instant>().expect("an instant"));
    }

    /// Asks for a page as a browser that says nothing of itself.
    pub fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[])
    }

    /// Scans a code with a phone in this language, and gives the page.
    pub fn scan(&self, path: &str, lang: Lang) -> String {
        let reply = self.ask("GET", path, &[("accept-language", lang.tag())]);
        assert_eq!(reply.status, 200, "{path}");
        reply.text()
    }

    /// Sends a request.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        ask(&self.agent, method, &format!("{}{path}", self.address), headers)
    }

    /// Adds a city-wide document.
    pub fn document(&self, kind: DocumentKind) -> Code {
        let union = register::union(&self.registry);
        self.document_of(union, kind).expect("a document")
    }

    /// Adds a document of an organization.
    pub fn document_of(&self, owner: Code, kind: DocumentKind) -> Result<Code> {
        let input = DocumentInput {
            titles: Trilingual::new("Сынақ құжаты", "Пробный документ", ""),
            applies_to: AppliesTo::All,
            ..DocumentInput::default()
        };
        self.registry.add_document(owner, kind, &input, ACTOR)
    }

    /// Adds schools with these numbers and gives their codes.
    pub fn schools(&self, numbers: &[&str]) -> Vec<Code> {
        let rows: String = numbers
            .iter()
            .map(|number| {
                format!("{number},{number} мектеп,Школа {number},school,Есіл ауданы / район Есиль\n")
            })
            .collect();
        let table = format!("number,name_kk,name_ru,kind,district\n{rows}");
        self.import(table.as_bytes()).expect("an import");
        numbers.iter().map(|number| self.registry.code_of_number(number).expect("a school")).collect()
    }

    /// Takes over a table of organizations with whatever kinds and districts it has.
    pub fn import(&self, table: &[u8]) -> Result<Import> {
        self.registry.import(&self.registry.table(table)?, NewWords::Accepted, ACTOR)
    }

    /// Makes a draft of an edition.
    pub fn draft(&self, code: Code, edition: &Edition) -> Result<DraftId> {
        let draft = self.registry.begin_draft(code, edition.corrects, ACTOR)?;
        if edition.dates != RequisitesInput::default() {
            self.registry.set_requisites(draft, edition.dates)?;
        }
        for (lang, authenticity, name, bytes) in &edition.texts {
            self.registry.put_text(draft, *lang, *authenticity, name, bytes.clone())?;
        }
        for (name, bytes) in &edition.attachments {
            self.registry.put_attachment(draft, (AttachmentRole::Annex, "", None), name, bytes.clone())?;
        }
        Ok(draft)
    }

    /// Publishes an edition, if nothing speaks against it.
    pub fn try_publish(&self, code: Code, edition: &Edition) -> Result<Published> {
        let draft = self.draft(code, edition)?;
        self.registry.preview(draft)?;
        self.registry.publish(draft, ACTOR)
    }

    /// Publishes an edition.
    pub fn publish(&self, code: Code, edition: &Edition) -> Published {
        self.try_publish(code, edition).expect("a publication")
    }

    /// The refusal of what is tried, which changes nothing that anybody sees of a document.
    pub fn refused<T: std::fmt::Debug>(&self, code: Code, attempt: impl FnOnce() -> Result<T>) -> Refusal {
        let before = self.public_state(code);
        let refusal = match attempt() {
            Err(Error::Refused(refusal)) => refusal,
            other => panic!("not refused: {other:?}"),
        };
        assert_eq!(self.public_state(code), before, "{refusal:?} changed something");
        refusal
    }

    fn public_state(&self, code: Code) -> (usize, u64, u16, Vec<u8>) {
        let leaves = self.registry.leaves().expect("leaves").len();
        let page = self.get(&format!("/{code}/kk"));
        (leaves, self.registry.glance().revision(), page.status, page.body)
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.registry.close();
        // The order to stop is sent at once; only its completion would have to be awaited.
        drop(self.server.stop(false));
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            eprintln!("the server panicked");
        }
    }
}
