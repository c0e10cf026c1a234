//! How fast a warm scan is: requests a second of a full compressed page, against a bare static response of the same bytes
//! by the same HTTP server, taken in turn in one run; and what the processor spends on each. Then what a page costs that is
//! not ready: of an agreement of sixty articles, and of a law of three thousand paragraphs.
//!
//! `cargo bench --bench scan`. The ratios are what counts; the absolute numbers are the machine's.

#[path = "../it/samples.rs"]
#[expect(dead_code, reason = "one of its ways to make a file is enough here")]
mod samples;
mod server;

use std::collections::BTreeSet;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use actix_web::{App as ActixApp, HttpResponse, HttpServer, web};
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::requisites::Prolongation;
use tizilim::domain::requisites::RequisitesInput;
use tizilim::domain::version::Authenticity;
use tizilim::domain::{Code, Day, Lang};
use tizilim::registry::{DocumentInput, Registry};

use server::{exchange, once, registry, request, run, serve};

/// The allocator of the program.
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Slices of each kind, in turn.
const ROUNDS: usize = 15;

/// Length of a slice.
const SLICE: Duration = Duration::from_millis(700);

/// Connections at the same time.
const CONNECTIONS: usize = 4;

/// Pages that are not ready, of each kind.
const COLD_ROUNDS: usize = 5;

/// Texts whose page is not ready: lines, what that is, and the most that the page may take of a processor, in ms.
const COLD: [(usize, &str, f64); 2] = [(300, "60 articles", 40.0), (3_000, "3,000 paragraphs", 250.0)];

/// Words of a law.
const WORDS: [&str; 24] = [
    "кәсіподақ",
    "ұйымының",
    "мүшелері",
    "еңбек",
    "шартын",
    "жасасуға",
    "құқылы",
    "және",
    "жұмыс",
    "берушінің",
    "міндеттері",
    "заңнамада",
    "белгіленген",
    "тәртіппен",
    "ұжымдық",
    "келіссөздер",
    "жүргізу",
    "туралы",
    "қызметкерлердің",
    "әлеуметтік",
    "кепілдіктері",
    "демалыс",
    "уақыты",
    "жалақысы",
];

/// What the ratio must reach.
const LEAST_RATIO: f64 = 0.9;

/// What a scan may take of a processor, as a multiple of the static response.
const MOST_CPU: f64 = 1.15;

/// The same on a shared machine of CI.
const MOST_SHARED_CPU: f64 = 2.0;

/// How much more processor a page may take on a shared machine of CI.
const SHARED_CPU: f64 = 3.0;

/// What it must reach on a shared machine of CI, where other work falls on one of the two sides.
const LEAST_SHARED_RATIO: f64 = 0.5;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let registry = registry(folder.path());
    let agreement = include_bytes!("../../assets/demo/collective_agreement_kk_v2.docx");
    let code = publish(&registry, agreement.to_vec());
    let laws = COLD.map(|(lines, ..)| [0; COLD_ROUNDS].map(|_| publish(&registry, law(lines))));
    let others = Threads::now();
    let (address, _app) = serve(registry);
    let path = format!("/{code}/kk");
    let page = once(address, &path);
    let own = Threads::now().without(&others);
    let body = page[find(&page, b"\r\n\r\n") + 4..].to_vec();
    println!("page: {} bytes compressed", body.len());
    let others = Threads::now();
    let fixed = static_server(body);
    once(fixed, "/");
    let fixed_own = Threads::now().without(&others);
    let mut is_good = warm((address, &path, &own), (fixed, "/", &fixed_own));
    for ((lines, name, most_ms), codes) in COLD.iter().zip(laws) {
        is_good &= cold(address, (name, *lines, *most_ms), codes);
    }
    // The servers' threads end with the process.
    std::process::exit(i32::from(!is_good));
}

/// Who is asked for what, and which threads answer.
type Asked<'a> = (SocketAddr, &'a str, &'a Threads);

/// A warm scan against a static response of the same bytes.
fn warm(scan: Asked<'_>, fixed: Asked<'_>) -> bool {
    let rounds: Vec<[Slice; 2]> = (0..ROUNDS).map(|_| [slice(scan), slice(fixed)]).collect();
    let of = |value: fn(&[Slice; 2]) -> f64| median(rounds.iter().map(value).collect());
    let ratio = of(|[scan, fixed]| scan.per_second / fixed.per_second);
    let cpu_ratio = of(|[scan, fixed]| scan.cpu_us / fixed.cpu_us);
    let (scans, scan_us) = (of(|[scan, _]| scan.per_second), of(|[scan, _]| scan.cpu_us));
    let (statics, static_us) = (of(|[_, fixed]| fixed.per_second), of(|[_, fixed]| fixed.cpu_us));
    let is_shared = std::env::var_os("CI").is_some();
    let least = if is_shared { LEAST_SHARED_RATIO } else { LEAST_RATIO };
    let most = if is_shared { MOST_SHARED_CPU } else { MOST_CPU };
    println!("warm scan:       {scans:>9.0} a second, {scan_us:>6.1} µs of the server's processor each");
    println!("static response: {statics:>9.0} a second, {static_us:>6.1} µs (medians of {ROUNDS})");
    println!("ratio:           {ratio:>9.2} of speed (at least {LEAST_RATIO}; less than {least} breaks)");
    println!("                 {cpu_ratio:>9.2} of processor (at most {MOST_CPU}; more than {most} breaks)");
    ratio >= least && cpu_ratio <= most
}

/// What a page costs that is not ready, and another page of the same text.
fn cold(address: SocketAddr, (name, lines, most_ms): (&str, usize, f64), codes: [Code; COLD_ROUNDS]) -> bool {
    let cost = |path: String| {
        let before = Threads::now().cpu();
        let page = once(address, &path);
        assert!(find(&page, b"\r\n\r\n") > 0);
        (Threads::now().cpu() - before).as_secs_f64() * 1e3
    };
    let first = median(codes.map(|code| cost(format!("/{code}/kk"))).into());
    let further = median(codes.map(|code| cost(format!("/{code}/v1/kk"))).into());
    let most = if std::env::var_os("CI").is_some() { most_ms * SHARED_CPU } else { most_ms };
    println!(
        "cold page of {name} ({lines} lines): {first:>6.1} ms of processor, another one of this text {further:.1} ms \
         (median of {COLD_ROUNDS}; at most {most_ms} ms; more than {most} breaks)"
    );
    first <= most
}

/// Threads of this process.
struct Threads(BTreeSet<u32>);

impl Threads {
    /// Those that there are now.
    fn now() -> Self {
        let tasks = std::fs::read_dir("/proc/self/task").expect("the threads of a process (proc(5))");
        let number = |task: std::io::Result<std::fs::DirEntry>| task.ok()?.file_name().to_str()?.parse().ok();
        Self(tasks.filter_map(number).collect())
    }

    fn without(self, others: &Self) -> Self {
        Self(self.0.difference(&others.0).copied().collect())
    }

    /// How long they have had a processor. A thread that has ended counts for nothing.
    fn cpu(&self) -> Duration {
        let of = |thread: &u32| -> Option<u64> {
            let told = std::fs::read_to_string(format!("/proc/self/task/{thread}/schedstat")).ok()?;
            told.split(' ').next()?.parse().ok()
        };
        Duration::from_nanos(self.0.iter().filter_map(of).sum())
    }
}

/// A law of so many paragraphs, no two of which are alike; every fifth is the heading of an article.
fn law(lines: usize) -> Vec<u8> {
    let mut dice = fastrand::Rng::new();
    let lines: Vec<String> = (0..lines)
        .map(|at| match (at % 5, at / 5 + 1) {
            (0, article) => format!("{article}-бап. {}", sentence(&mut dice, 4)),
            (point, _) => format!("{point}. {}", sentence(&mut dice, 28)),
        })
        .collect();
    samples::docx_of_lines(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

fn sentence(dice: &mut fastrand::Rng, words: usize) -> String {
    (0..words).map(|_| WORDS[dice.usize(0..WORDS.len())]).collect::<Vec<_>>().join(" ")
}

fn publish(registry: &Registry, bytes: Vec<u8>) -> Code {
    let union = registry.glance().union().code;
    let code = registry
        .add_document(union, DocumentKind::Law, &DocumentInput::default(), "bench")
        .expect("a document");
    let draft = registry.begin_draft(code, None, "bench").expect("a draft");
    let day = Day::constant(2025, 1, 1);
    let requisites = RequisitesInput {
        signed_on: Some(day),
        effective_from: Some(day),
        term_end: None,
        prolongation: Prolongation::None,
    };
    registry.set_requisites(draft, requisites).expect("dates");
    registry.put_text(draft, Lang::Kk, Authenticity::Authentic, "a.docx", bytes).expect("a text");
    registry.preview(draft).expect("a preview");
    registry.publish(draft, "bench").expect("a publication");
    code
}

fn static_server(body: Vec<u8>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let body = web::Bytes::from(body);
    run(move || {
        Ok(HttpServer::new(move || {
            let body = body.clone();
            let handler = move || {
                let body = body.clone();
                async move {
                    HttpResponse::Ok()
                        .insert_header(("content-encoding", "br"))
                        .insert_header(("content-type", "text/html; charset=utf-8"))
                        .body(body)
                }
            };
            ActixApp::new().default_service(web::to(handler))
        })
        .listen(listener)?
        .run())
    });
    address
}

/// What one slice showed.
struct Slice {
    per_second: f64,
    /// Time of a processor that the server's threads took for a request, in microseconds.
    cpu_us: f64,
}

/// Asks over several connections for the length of a slice.
fn slice((address, path, threads): Asked<'_>) -> Slice {
    let request = request(path);
    let (start, cpu) = (Instant::now(), threads.cpu());
    let count: u64 = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                scope.spawn(|| {
                    let mut stream = TcpStream::connect(address).expect("a connection");
                    let mut count = 0;
                    while start.elapsed() < SLICE {
                        exchange(&mut stream, &request);
                        count += 1;
                    }
                    count
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("a thread")).sum()
    });
    let cpu_us = (threads.cpu() - cpu).as_secs_f64() * 1e6 / count as f64;
    Slice { per_second: count as f64 / start.elapsed().as_secs_f64(), cpu_us }
}

/// Where bytes begin in a response.
fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).expect("a part of a response")
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
