//! The server: it listens, answers and stops.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::{App as ActixApp, HttpServer, middleware, web};

use super::post::Post;
use super::state::App;
use super::{guard, log, routes, sockets};
use crate::config::Config;
use crate::registry::Registry;

/// Seconds that requests under way get when the server is asked to stop; with what is written down afterwards it takes
/// no more than ten.
const SHUTDOWN_S: u64 = 7;

/// Seconds to wait for the next request of a connection: phones come back within a page's reading.
const KEEP_ALIVE_S: u64 = 30;

/// Seconds that the first head of a connection may take: all of it fits into a few packets.
const HEAD_S: u64 = 5;

/// Connections of a worker at least, however few files may be open.
const CONNECTIONS_MIN: usize = 8;

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
            .wrap(middleware::from_fn(guard::guard))
            .wrap(middleware::from_fn(log::log))
            .default_service(web::to(routes::answer))
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
    let mut app = App::new(registry.clone(), config.base.clone(), config.memory.pages_bytes());
    if let Some(settings) = &config.mail {
        app = app.with_mail(settings).map_err(std::io::Error::other)?;
    }
    let app = Arc::new(app);
    if let Some(provider) = &config.provider {
        registry.offer_provider(provider.clone());
    }
    let background = registry.keep_fresh();
    let post = Post::start(&app);
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
    if let Some(post) = post {
        post.join();
    }
    result
}
