//! The one runtime that drives what is asynchronous below: PostgreSQL connections and the object store.

use std::future::Future;
use std::sync::LazyLock;

use super::error::{Error, Result};

static RUNTIME: LazyLock<std::io::Result<tokio::runtime::Runtime>> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).thread_name("storage").enable_all().build()
});

/// Waits for a future. Call it only where blocking is allowed.
///
/// # Errors
/// A runtime that cannot be started.
pub fn wait<F: Future>(future: F) -> Result<F::Output> {
    Ok(runtime()?.block_on(future))
}

/// The runtime, for values that must be made inside it.
///
/// # Errors
/// A runtime that cannot be started.
pub fn runtime() -> Result<&'static tokio::runtime::Runtime> {
    RUNTIME.as_ref().map_err(|why| Error::Away(why.to_string()))
}
