//! The server: one route table, one file a group of pages, one error type.

mod admin;
mod api;
mod bodies;
mod card;
mod checking;
mod compare;
mod dressed;
mod failure;
mod file;
mod health;
mod installed;
mod json_ld;
mod links;
mod machines;
mod memento;
mod page;
mod print;
mod public;
mod reader;
pub mod refusals;
mod search;
mod security;
mod sockets;
mod stale;

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::{App as ActixApp, FromRequest, Handler, HttpServer, Resource, Responder, middleware, web};

use crate::config::Config;
use crate::domain::address::Asset;
use crate::pages::Site;
use crate::print::model::kit::PrintStatus;
use crate::print::qr::Base;
use crate::registry::{Registry, Snapshot};

use page::PageCache;

/// Seconds that requests under way get when the server is asked to stop; with what is written down afterwards it takes
/// no more than ten.
const SHUTDOWN_S: u64 = 7;

/// Seconds to wait for the next request of a connection: phones come back within a page's reading.
const KEEP_ALIVE_S: u64 = 30;

/// Seconds that the first head of a connection may take: all of it fits into a few packets.
const HEAD_S: u64 = 5;

/// Connections of a worker at least, however few files may be open.
const CONNECTIONS_MIN: usize = 8;

/// What every handler has.
pub struct App {
    /// The register.
    pub registry: Registry,
    /// The public address that codes carry.
    pub base: Base,
    /// Scheme and host of the public address, without a slash at the end.
    pub origin: String,
    /// Places for bodies that are waited for.
    bodies: bodies::Places,
    /// Pages that are ready to be sent.
    pages: PageCache,
    /// Kits that somebody looks at.
    laid_out: print::LaidOut,
    /// Many kits at once, as far as this server prints them.
    prints: admin::prints::Jobs,
}

impl App {
    /// The state of a server.
    pub fn new(registry: Registry, base: Base) -> Self {
        let origin = base.origin();
        registry.serve_at(&origin);
        Self {
            registry,
            base,
            origin,
            bodies: bodies::Places::new(sockets::bodies()),
            pages: PageCache::default(),
            laid_out: print::LaidOut::default(),
            prints: admin::prints::Jobs::default(),
        }
    }

    /// What every page says of the registry.
    pub fn site<'a>(&'a self, snapshot: &'a Snapshot) -> Site<'a> {
        Site { union: snapshot.union(), origin: &self.origin, standing: print_status(&self.base, snapshot) }
    }

    /// Whether this is a trial on this machine: no browser elsewhere reaches it by its public address.
    pub fn is_trial(&self) -> bool {
        loopback_port(&self.origin).is_some()
    }

    /// Whether a page of this origin is one of ours. A trial answers by every name of this machine.
    pub fn is_own_origin(&self, origin: &[u8]) -> bool {
        let Ok(origin) = std::str::from_utf8(origin) else { return false };
        origin == self.origin || (self.is_trial() && loopback_port(origin) == loopback_port(&self.origin))
    }

    /// Whether browsers reach the server over TLS.
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

/// The port of an origin that names this machine and is reached without TLS.
fn loopback_port(origin: &str) -> Option<&str> {
    let rest = origin.strip_prefix("http://")?;
    ["127.0.0.1", "localhost", "[::1]"].iter().find_map(|host| {
        let port = rest.strip_prefix(host)?;
        (port.is_empty() || port.starts_with(':')).then_some(port)
    })
}

/// Whether prints may hang on walls for ever.
pub fn print_status(base: &Base, snapshot: &Snapshot) -> PrintStatus {
    snapshot.permanent_host(&base.origin()).map_or(PrintStatus::Trial, |_| PrintStatus::Permanent)
}

/// The route table: what is not named here is an address of the register, read by [`crate::domain::address::Address`].
fn routes(config: &mut web::ServiceConfig) {
    config
        .service(read_only("/healthz", health::healthz))
        .service(read_only("/readyz", health::readyz))
        .service(read_only("/robots.txt", health::robots))
        .service(read_only(&Asset::Script(*crate::pages::SCRIPT_NAME).to_string(), installed::script))
        .service(read_only(
            &Asset::Script(*crate::pages::CHECK_SCRIPT_NAME).to_string(),
            installed::check_script,
        ))
        .service(read_only("/worker.js", installed::worker))
        .service(read_only("/app.webmanifest", installed::manifest))
        .service(read_only("/icon.svg", installed::icon_svg))
        .service(read_only("/help/kit.png", installed::kit_picture))
        .service(read_only("/icon-192.png", installed::icon_192))
        .service(read_only("/icon-512.png", installed::icon_512))
        .service(read_only("/openapi.json", api::description))
        .service(web::scope("/api/v1").configure(api::routes))
        .service(web::scope("/admin").configure(admin::routes))
        .default_service(web::to(public::answer));
}

/// An address for machines that answers GET and HEAD alone.
fn read_only<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::resource(path)
        .route(web::get().to(handler.clone()))
        .route(web::head().to(handler))
        .default_service(web::to(health::method_not_allowed))
}

/// Waits for SIGTERM or SIGINT.
async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminated.recv() => {}
                // Where the signal cannot be watched, the other one must do.
                _ = interrupted => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}

/// A server on a listening socket; it runs when awaited and stops when its handle says so.
///
/// # Errors
/// A socket that cannot be used.
pub fn server(app: Arc<App>, listener: TcpListener) -> std::io::Result<Server> {
    let data = web::Data::from(app);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    Ok(HttpServer::new(move || {
        ActixApp::new()
            .app_data(data.clone())
            .wrap(middleware::from_fn(security::guard))
            .wrap(middleware::from_fn(health::log))
            .configure(routes)
    })
    .workers(workers)
    .max_connections((sockets::connections() / workers).max(CONNECTIONS_MIN))
    .client_request_timeout(Duration::from_secs(HEAD_S))
    .keep_alive(Duration::from_secs(KEEP_ALIVE_S))
    .shutdown_timeout(SHUTDOWN_S)
    .disable_signals()
    .listen(listener)?
    .run())
}

/// Serves a register until the process is asked to stop; then what is in memory is written down.
///
/// # Errors
/// An address that cannot be listened on.
pub fn serve(registry: Registry, config: &Config, listener: TcpListener) -> std::io::Result<()> {
    sockets::raise_limit();
    let app = Arc::new(App::new(registry.clone(), config.base.clone()));
    let background = registry.keep_fresh();
    let result = actix_web::rt::System::new().block_on(async {
        let server = server(app, listener)?;
        let (handle, asked) = (server.handle(), registry.clone());
        actix_web::rt::spawn(async move {
            asked_to_stop().await;
            // A database that hangs must not keep requests under way, and with them the process.
            asked.hurry();
            handle.stop(true).await;
        });
        server.await
    });
    registry.close();
    background.join();
    result
}
