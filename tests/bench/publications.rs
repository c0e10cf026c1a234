//! Whether publications of some schools leave the pages of the others ready.
//!
//! `cargo bench --bench publications`; after `--`, `--publications N`. As many schools publish an edition each, from another
//! process's handle, while readers open the pages of a hundred other schools. What counts is the share of answers for which
//! no page was made.

mod server;

use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::version::Authenticity;
use tizilim::domain::{Code, Day, Lang};
use tizilim::registry::{
    Accepts, BenchData, BenchFile, DocumentInput, EditionInput, Error, FileInput, FilePart,
    OrganizationFilter, Registry,
};

use server::{exchange, once, registry, request, serve};

/// Publications.
const PUBLICATIONS: usize = 1_000;

/// Schools that publish nothing, whose pages are opened.
const OTHERS: usize = 100;

/// Readers at the same time.
const READERS: usize = 2;

/// Answers of a hundred for which no page is made, at least.
const WARM_PERCENT_MIN: f64 = 99.0;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let given = arguments.iter().position(|argument| argument == "--publications");
    let publications = given.map_or(PUBLICATIONS, |at| arguments[at + 1].parse().expect("a number"));
    let folder = tempfile::tempdir().expect("a folder");
    let (of_server, of_publisher) = (registry(folder.path()), registry(folder.path()));
    let data = BenchData { organizations: publications + OTHERS, documents: 2, editions: 1, seed: 1 };
    of_server.fill(data, vec![file()], &mut |_| {}).expect("a large register");
    let schools = of_server
        .read(|view| view.recipients(&OrganizationFilter::default()))
        .expect("the codes of all schools");
    let union = of_server.glance().union().code;
    let schools: Vec<Code> = schools.into_iter().filter(|code| *code != union).collect();
    let (others, publishing) = schools.split_at(OTHERS);
    let addresses = addresses(&of_server, others);
    let _background = of_server.keep_fresh();
    let (address, app) = serve(of_server);
    for path in &addresses {
        once(address, path);
    }
    let (made, started) = (app.pages.made(), Instant::now());
    let is_over = AtomicBool::new(false);
    let answers: u64 = std::thread::scope(|scope| {
        let (paths, is_over) = (&addresses, &is_over);
        let reader = |seed| scope.spawn(move || read(address, paths, is_over, seed));
        let readers: Vec<_> = (0..READERS as u64).map(reader).collect();
        publishing[..publications].iter().for_each(|school| publish(&of_publisher, *school));
        is_over.store(true, Ordering::SeqCst);
        readers.into_iter().map(|reader| reader.join().expect("a reader")).sum()
    });
    let made = app.pages.made() - made;
    let warm = 100.0 * (1.0 - made as f64 / answers as f64);
    println!(
        "{publications} publications in {:.0} s; {answers} answers to {} addresses of other schools, {made} pages made: \
         {warm:.2} % warm (at least {WARM_PERCENT_MIN} %)",
        started.elapsed().as_secs_f64(),
        addresses.len(),
    );
    // The server's threads end with the process.
    std::process::exit(i32::from(warm < WARM_PERCENT_MIN));
}

/// A text that has the words of a union's papers.
fn file() -> BenchFile {
    let bytes = include_bytes!("../../assets/demo/zakon_profsoyuz_kk.docx").to_vec();
    BenchFile { lang: Lang::Kk, name: "law.docx".to_owned(), bytes }
}

/// The shelf of each school, and each document on it, alone and on the stand.
fn addresses(registry: &Registry, schools: &[Code]) -> Vec<String> {
    let of = |school: &Code| {
        registry.read(|view| {
            let organization = view.organization(*school)?.expect("a school");
            let documents = view.owned(organization)?;
            let pages = documents
                .iter()
                .flat_map(|document| [format!("/{}", document.code), format!("/{}/{school}", document.code)]);
            Ok::<_, Error>([format!("/{school}")].into_iter().chain(pages).collect::<Vec<_>>())
        })
    };
    schools.iter().flat_map(|school| of(school).expect("a shelf")).collect()
}

/// Opens addresses at random until it is over; how many answers came.
fn read(address: SocketAddr, paths: &[String], is_over: &AtomicBool, seed: u64) -> u64 {
    let mut dice = fastrand::Rng::with_seed(seed);
    let mut stream = TcpStream::connect(address).expect("a connection");
    let mut count = 0;
    while !is_over.load(Ordering::SeqCst) {
        exchange(&mut stream, &request(&paths[dice.usize(..paths.len())]));
        count += 1;
    }
    count
}

/// A leaflet of a school, and its edition.
fn publish(registry: &Registry, school: Code) {
    let code = registry.add_document(school, DocumentKind::Leaflet, &DocumentInput::default(), "bench");
    let code = code.expect("a document");
    let day = Some(Day::constant(2026, 1, 1));
    let bytes = include_bytes!("../../assets/demo/leaflet_kk.docx").to_vec();
    let part = FilePart::Text(Lang::Kk, Authenticity::Authentic);
    let files = vec![FileInput { part, name: "leaflet.docx".to_owned(), bytes }];
    let edition = EditionInput {
        signed_on: day,
        effective_from: day,
        files,
        accepts: Accepts::Everything,
        ..EditionInput::default()
    };
    registry.publish_at_once(code, edition, "bench").map(drop).expect("a publication");
}
