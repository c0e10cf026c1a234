//! How fast a search is in a register of 10,000 versions: real queries by the registry's verb and over HTTP, against a page
//! that is ready in memory.
//!
//! `cargo bench --bench search`. The texts are made of runs of words from the sample laws, so common words are common here
//! too. Rows are written into the database at once, because 10,000 publications would each wait for the disk; what is
//! measured is what they would have left behind.

use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use tizilim::config::{Memory, WORKER_COMMAND};
use tizilim::domain::ids::{DocumentId, TextId, VersionId};
use tizilim::domain::organization::Organization;
use tizilim::domain::{Checksum, Code, Lang};
use tizilim::pages::naming;
use tizilim::print::qr::Base;
use tizilim::registry::{
    Clock, Editions, Error, NewWords, OrganizationFilter, Registry, Scope, Search, Setup, View, Worker,
};
use tizilim::text::body::{Block, Body, Span};

/// Schools, documents of each, and city-wide documents.
const SCHOOLS: usize = 300;
const DOCUMENTS_OF_SCHOOL: usize = 8;
const DOCUMENTS_OF_UNION: usize = 100;

/// Versions of each document: 2,500 documents have 10,000 versions, each in Kazakh and Russian.
const VERSIONS: usize = 4;

/// Articles of each text, and runs of words in each article.
const ARTICLES: usize = 10;
const RUNS: usize = 5;

/// How often every query is asked.
const ROUNDS: usize = 5;

/// The slowest that one search in a hundred may be.
const P99_MAX: Duration = Duration::from_millis(20);

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let registry = open(folder.path());
    fill(&registry, folder.path());
    registry.refresh().expect("the present state");
    let start = Instant::now();
    let texts = registry.index_missing().expect("an index");
    let size = std::fs::metadata(folder.path().join("tizilim.sqlite")).map_or(0, |file| file.len() >> 20);
    println!("{texts} texts indexed in {:.1} s; the database has {size} MiB", start.elapsed().as_secs_f64());

    let queries = queries();
    let organizations = organizations(&registry);
    let stand = organizations[SCHOOLS / 2].code;
    // The first search after a change prepares the words.
    let first = timed(|| verb(&registry, &queries[0], Scope::Union));
    println!("first search after a change: {first:?}");
    let mut worst = Duration::ZERO;
    for (name, scope) in [("whole union", Scope::Union), ("one stand", Scope::Shelf(stand))] {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            times.extend(queries.iter().map(|query| timed(|| verb(&registry, query, scope))));
        }
        worst = worst.max(report(&format!("verb, {name}"), times));
    }

    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let app = Arc::new(tizilim::web::App::new(
        registry,
        Base::parse(&address).expect("a base"),
        Memory::default().pages_bytes(),
    ));
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async { tizilim::web::server(app, listener)?.await })
    });
    let agent: ureq::Agent = ureq::Agent::config_builder().build().into();
    let get = |path: &str| {
        let mut reply = agent.get(format!("{address}{path}")).call().expect("an answer");
        reply.body_mut().read_to_vec().expect("a body").len()
    };
    get("/help/ru");
    let (mut plain, mut searches) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for (lang, query) in &queries {
            let encoded: String = query.bytes().map(|byte| format!("%{byte:02x}")).collect();
            searches.push(timed(|| get(&format!("/search/{lang}?q={encoded}"))));
            plain.push(timed(|| get("/help/ru")));
        }
    }
    let (search_p50, plain_p50) = (percentile(&mut searches, 50), percentile(&mut plain, 50));
    report("ready page over HTTP", plain);
    worst = worst.max(report("search over HTTP", searches));
    println!(
        "a search takes as long as {:.1} ready pages",
        search_p50.as_secs_f64() / plain_p50.as_secs_f64()
    );
    // The server's threads end with the process.
    std::process::exit(i32::from(worst > P99_MAX));
}

fn open(folder: &Path) -> Registry {
    Registry::open(Setup {
        folder: folder.to_owned(),
        database_url: None,
        store: None,
        clock: Clock::Machine,
        worker: Worker {
            program: env!("CARGO_BIN_EXE_tizilim").into(),
            arguments: vec![WORKER_COMMAND.to_owned()],
            converter: None,
            photos: None,
        },
        tesseract: None,
        poll_every: Duration::from_millis(250),
        stale_after: Duration::from_secs(30),
        cache_bytes: Memory::default().register_bytes(),
    })
    .expect("a registry")
}

fn verb(registry: &Registry, (lang, query): &(Lang, String), scope: Scope) -> usize {
    let search = Search { query, scope, editions: Editions::Present, wish: *lang, skip: 0, take: 20 };
    registry.read(|view| Ok::<_, Error>(view.search(&search, naming::kind)?.passages.len())).expect("results")
}

fn samples() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples")
}

fn queries() -> Vec<(Lang, String)> {
    let set = std::fs::read_to_string(samples().join("queries.tsv")).expect("the set of queries");
    let lines = set.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let query = |line: &str| {
        let (lang, rest) = line.split_once('\t').expect("columns");
        (Lang::parse(lang).expect("a language"), rest.split('\t').next().unwrap_or_default().to_owned())
    };
    lines.map(query).collect()
}

fn timed(work: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() - 1) * percent / 100]
}

fn report(name: &str, mut times: Vec<Duration>) -> Duration {
    let [p50, p99] = [50, 99].map(|percent| percentile(&mut times, percent));
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!("{name:24} p50 {:>7.2} ms   p99 {:>7.2} ms   ({} requests)", ms(p50), ms(p99), times.len());
    p99
}

/// A sequence that looks random and is the same every time (a linear congruential generator, Knuth's constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.below(256) as u8)
    }

    /// Some words of a text that follow each other.
    fn run(&mut self, words: &[String], length: usize) -> String {
        let start = self.below(words.len() - length);
        words[start..start + length].join(" ")
    }

    fn body(&mut self, words: &[String], article: &str) -> Body {
        let mut blocks = Vec::new();
        for number in 1..=ARTICLES {
            let heading = format!("{article} {number}. {}", self.run(words, 4));
            let anchor = Some(format!("art-{number}"));
            blocks.push(Block::Heading {
                level: 2,
                anchor,
                label: None,
                content: vec![Span::plain(heading)],
            });
            for _ in 0..RUNS {
                let length = 6 + self.below(9);
                let content = vec![Span::plain(self.run(words, length))];
                blocks.push(Block::Paragraph { anchor: None, label: None, depth: 0, content });
            }
        }
        Body { blocks, ..Body::default() }
    }
}

/// Writes the documents with their versions, texts and bodies.
fn fill(registry: &Registry, folder: &Path) {
    let rows: String = (0..SCHOOLS).map(|n| format!("N{n:03},{n} мектеп,Школа {n},school,\n")).collect();
    let table = format!("number,name_kk,name_ru,kind,district\n{rows}");
    let table = registry.table(table.as_bytes()).expect("a table");
    registry.import(&table, NewWords::Accepted, "bench").expect("an import");
    let path = folder.join("tizilim.sqlite");
    let mut conn = SqliteConnection::establish(&path.to_string_lossy()).expect("the database");
    conn.batch_execute("PRAGMA synchronous = OFF; BEGIN IMMEDIATE").expect("a transaction");
    let mut dice = Dice(1);
    let words = |names: &[&str]| -> Vec<String> {
        let read = |name: &&str| std::fs::read_to_string(samples().join("law").join(name)).expect("a sample");
        let text: String = names.iter().map(read).collect();
        text.split_whitespace().map(str::to_owned).collect()
    };
    let kazakh = words(&["zakon_pedagog_kk_v2.txt", "zakon_profsoyuz_kk.txt"]);
    let russian =
        words(&["zakon_pedagog_ru_v2.txt", "zakon_profsoyuz_ru.txt", "trudovoi_kodeks_razdel4_ru.txt"]);
    for organization in organizations(registry) {
        let documents = if organization.is_union { DOCUMENTS_OF_UNION } else { DOCUMENTS_OF_SCHOOL };
        for _ in 0..documents {
            let document = add_document(&mut conn, &mut dice, &organization.code);
            for ordinal in 1..=VERSIONS {
                let bodies =
                    [(Lang::Kk, dice.body(&kazakh, "Бап")), (Lang::Ru, dice.body(&russian, "Статья"))];
                add_version(&mut conn, &mut dice, &document, ordinal, &bodies);
            }
        }
    }
    conn.batch_execute("UPDATE state SET changes = changes + 1; COMMIT").expect("a commit");
}

fn organizations(registry: &Registry) -> Vec<Organization> {
    let all = |view: &View| {
        let found = view.organizations(&OrganizationFilter::default(), 0, usize::MAX)?;
        Ok::<_, Error>(found.into_iter().cloned().collect())
    };
    registry.read(all).expect("organizations")
}

fn add_document(conn: &mut SqliteConnection, dice: &mut Dice, owner: &Code) -> String {
    let id = DocumentId::from_random(dice.bytes()).to_string();
    let code = Code::from_random(dice.bytes::<6>().map(|byte| byte % 29)).to_string();
    diesel::sql_query("INSERT INTO codes VALUES (?, 'kept', 0)")
        .bind::<Text, _>(&code)
        .execute(conn)
        .expect("a code");
    diesel::sql_query(
        "INSERT INTO documents SELECT ?, ?, id, 'regulation', '', '', '', '', '', '', 'all', NULL, 0, '', '', '' \
         FROM organizations WHERE code = ?",
    )
    .bind::<Text, _>(&id)
    .bind::<Text, _>(&code)
    .bind::<Text, _>(owner.as_str())
    .execute(conn)
    .expect("a document");
    id
}

fn add_version(
    conn: &mut SqliteConnection,
    dice: &mut Dice,
    document: &str,
    ordinal: usize,
    bodies: &[(Lang, Body)],
) {
    let version = VersionId::from_random(dice.bytes()).to_string();
    diesel::sql_query("INSERT INTO versions VALUES (?, ?, ?, NULL, ?, NULL, 'none', NULL, 0)")
        .bind::<Text, _>(&version)
        .bind::<Text, _>(document)
        .bind::<BigInt, _>(ordinal as i64)
        .bind::<Text, _>(format!("{}-01-01", 2019 + ordinal))
        .execute(conn)
        .expect("a version");
    for (lang, body) in bodies {
        let text = TextId::from_random(dice.bytes()).to_string();
        let sha256 = Checksum::of(text.as_bytes()).to_string();
        diesel::sql_query("INSERT INTO files VALUES (?, 1, 'application/pdf')")
            .bind::<Text, _>(&sha256)
            .execute(conn)
            .expect("a file");
        diesel::sql_query("INSERT INTO texts VALUES (?, ?, ?, 'authentic', ?, 'a.pdf', 0)")
            .bind::<Text, _>(&text)
            .bind::<Text, _>(&version)
            .bind::<Text, _>(lang.tag())
            .bind::<Text, _>(&sha256)
            .execute(conn)
            .expect("a text");
        diesel::sql_query("INSERT INTO bodies (text_id, extractor, body) VALUES (?, 'bench', ?)")
            .bind::<Text, _>(&text)
            .bind::<Text, _>(serde_json::to_string(body).expect("JSON"))
            .execute(conn)
            .expect("a body");
    }
}
