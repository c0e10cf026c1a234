//! How fast a warm scan is: requests a second of a full compressed page, against a bare static response of the same bytes
//! by the same HTTP server, taken in turn in one run.
//!
//! `cargo bench --bench scan`. The ratio is what counts; the absolute numbers are the machine's.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::{App as ActixApp, HttpResponse, HttpServer, web};
use tizilim::config::{Memory, WORKER_COMMAND};
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::requisites::Prolongation;
use tizilim::domain::requisites::RequisitesInput;
use tizilim::domain::version::Authenticity;
use tizilim::domain::{Code, Day, Lang};
use tizilim::print::qr::Base;
use tizilim::registry::{Clock, DocumentInput, Registry, Setup, Worker};

/// The allocator of the program.
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Slices of each kind, in turn.
const ROUNDS: usize = 15;

/// Length of a slice.
const SLICE: Duration = Duration::from_millis(700);

/// Connections at the same time.
const CONNECTIONS: usize = 4;

/// What the ratio must reach.
const LEAST_RATIO: f64 = 0.7;

/// What it must reach on a shared machine of CI, where other work falls on one of the two sides.
const LEAST_SHARED_RATIO: f64 = 0.5;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let registry = registry(folder.path());
    let code = publish(&registry);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let base = Base::parse(&format!("http://{address}")).expect("a base");
    let app = Arc::new(tizilim::web::App::new(registry, base, Memory::default().pages_bytes()));
    run(move || tizilim::web::server(app, listener));

    let path = format!("/{code}/kk");
    let page = once(address, &path);
    let body = page[find(&page, b"\r\n\r\n") + 4..].to_vec();
    println!("page: {} bytes compressed", body.len());
    let fixed = static_server(body);
    once(fixed, "/");

    let mut ratios = Vec::new();
    let (mut scans, mut statics) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let scan = per_second(address, &path);
        let plain = per_second(fixed, "/");
        scans.push(scan);
        statics.push(plain);
        ratios.push(scan / plain);
    }
    let ratio = median(ratios);
    println!("warm scan:       {:>9.0} requests a second (median of {ROUNDS})", median(scans));
    println!("static response: {:>9.0} requests a second (median of {ROUNDS})", median(statics));
    let least = if std::env::var_os("CI").is_some() { LEAST_SHARED_RATIO } else { LEAST_RATIO };
    println!("ratio:           {ratio:>9.2} (at least {LEAST_RATIO}; less than {least} breaks)");
    // The servers' threads end with the process.
    std::process::exit(i32::from(ratio < least));
}

fn registry(folder: &std::path::Path) -> Registry {
    Registry::open(Setup {
        folder: folder.to_owned(),
        database_url: None,
        store: None,
        clock: Clock::Machine,
        worker: Worker {
            program: env!("CARGO_BIN_EXE_tizilim").into(),
            arguments: vec![WORKER_COMMAND.to_owned()],
        },
        poll_every: Duration::from_millis(250),
        stale_after: Duration::from_secs(30),
        cache_bytes: Memory::default().register_bytes(),
    })
    .expect("a registry")
}

fn publish(registry: &Registry) -> Code {
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
    let bytes = include_bytes!("../../assets/demo/collective_agreement_kk_v2.docx").to_vec();
    registry.put_text(draft, Lang::Kk, Authenticity::Authentic, "a.docx", bytes).expect("a text");
    registry.preview(draft).expect("a preview");
    registry.publish(draft, "bench").expect("a publication");
    code
}

fn run(make: impl FnOnce() -> std::io::Result<actix_web::dev::Server> + Send + 'static) {
    std::thread::spawn(move || actix_web::rt::System::new().block_on(async { make()?.await }));
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

fn request(path: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: kk,ru;q=0.8\r\n\
         User-Agent: Mozilla/5.0 (Linux; Android 10)\r\n\r\n"
    )
    .into_bytes()
}

fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).expect("a part of a response")
}

/// One request on a new connection: the whole response.
fn once(address: SocketAddr, path: &str) -> Vec<u8> {
    let deadline = Instant::now() + Duration::from_secs(10);
    let mut stream = loop {
        match TcpStream::connect(address) {
            Ok(stream) => break stream,
            Err(why) => assert!(Instant::now() < deadline, "the server does not answer: {why}"),
        }
    };
    exchange(&mut stream, &request(path))
}

/// Sends a request and reads exactly its response.
fn exchange(stream: &mut TcpStream, request: &[u8]) -> Vec<u8> {
    stream.write_all(request).expect("a request sent");
    let mut response = Vec::with_capacity(16 * 1024);
    let mut buffer = [0; 64 * 1024];
    loop {
        let read = stream.read(&mut buffer).expect("a response");
        assert!(read > 0, "the server closed the connection");
        response.extend_from_slice(&buffer[..read]);
        let Some(head) = response.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let headers = String::from_utf8_lossy(&response[..head]).to_ascii_lowercase();
        assert!(headers.starts_with("http/1.1 200"), "{headers}");
        let length =
            headers.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
        if response.len() == head + 4 + length.trim().parse::<usize>().expect("a number") {
            return response;
        }
    }
}

/// Requests a second over several connections.
fn per_second(address: SocketAddr, path: &str) -> f64 {
    let request = request(path);
    let start = Instant::now();
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
    count as f64 / start.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
