//! A server in this process, and one who asks it as a browser does.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tizilim::config::{Memory, WORKER_COMMAND};
use tizilim::print::qr::Base;
use tizilim::registry::{Clock, Registry, Setup, Worker};
use tizilim::web::App;

/// A register in a folder.
pub fn registry(folder: &std::path::Path) -> Registry {
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

/// A server of a register, and what its handlers have.
pub fn serve(registry: Registry) -> (SocketAddr, Arc<App>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let base = Base::parse(&format!("http://{address}")).expect("a base");
    let app = Arc::new(App::new(registry, base, Memory::default().pages_bytes()));
    let served = app.clone();
    run(move || tizilim::web::server(served, listener));
    (address, app)
}

/// Runs a server until this process ends.
pub fn run(make: impl FnOnce() -> std::io::Result<actix_web::dev::Server> + Send + 'static) {
    std::thread::spawn(move || actix_web::rt::System::new().block_on(async { make()?.await }));
}

/// A request of a phone.
pub fn request(path: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: kk,ru;q=0.8\r\n\
         User-Agent: Mozilla/5.0 (Linux; Android 10)\r\n\r\n"
    )
    .into_bytes()
}

/// One request on a new connection: the whole response.
pub fn once(address: SocketAddr, path: &str) -> Vec<u8> {
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
pub fn exchange(stream: &mut TcpStream, request: &[u8]) -> Vec<u8> {
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
