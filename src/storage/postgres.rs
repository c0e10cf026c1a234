//! PostgreSQL by address, with TLS in pure Rust.

use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_postgres::config::Host;
use tokio_postgres::tls::{MakeTlsConnect, TlsStream};
use tokio_postgres::{Client, Connection, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::error::{Error, Result};
use super::patience::{Patience, Patient};
use super::runtime;

/// Where PostgreSQL listens unless the URL says otherwise.
const DEFAULT_PORT: u16 = 5432;

/// How a PostgreSQL server is reached.
#[derive(Debug, Clone)]
pub struct Address {
    config: tokio_postgres::Config,
    tls: Tls,
}

/// Whether the connection is encrypted. Where it is, certificate and host name are always checked.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Tls {
    Off,
    On { root_certificate: Option<PathBuf> },
}

impl Address {
    /// Reads a `postgres://` URL.
    ///
    /// `sslmode` is `disable`, `require`, `verify-ca` or `verify-full`; the last three all check the certificate and the
    /// host name, against `sslrootcert` (a PEM file) or the system's roots. Without `sslmode`, a server on this machine
    /// is reached without TLS and any other one with it. `prefer` and `allow` are refused: they would silently send
    /// everything in the clear.
    ///
    /// # Errors
    /// An address that is none, or options that are not supported.
    pub fn parse(url: &str) -> Result<Self> {
        let (base, query) = url.split_once('?').unwrap_or((url, ""));
        let mut mode = None;
        let mut root_certificate = None;
        let mut rest = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned();
            match key {
                "sslmode" => mode = Some(value),
                "sslrootcert" => root_certificate = Some(PathBuf::from(value)),
                _ => rest.push(pair),
            }
        }
        let plain = if rest.is_empty() { base.to_owned() } else { format!("{base}?{}", rest.join("&")) };
        let mut config =
            tokio_postgres::Config::from_str(&plain).map_err(|why| Error::Address(why.to_string()))?;
        let tls = match mode.as_deref() {
            Some("disable") => Tls::Off,
            Some("require" | "verify-ca" | "verify-full") => Tls::On { root_certificate },
            None if config.get_hosts().iter().all(is_this_machine) && root_certificate.is_none() => Tls::Off,
            None => Tls::On { root_certificate },
            Some(other) => {
                return Err(Error::Address(format!(
                    "sslmode {other:?}; give disable, require, verify-ca or verify-full"
                )));
            }
        };
        config.ssl_mode(match tls {
            Tls::Off => tokio_postgres::config::SslMode::Disable,
            Tls::On { .. } => tokio_postgres::config::SslMode::Require,
        });
        config.application_name("tizilim");
        Ok(Self { config, tls })
    }
}

fn is_this_machine(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
        Host::Unix(_) => true,
    }
}

/// Opens one connection, which is waited for no longer than `patience` allows once it stands. One host may take until
/// `deadline`, its name, TLS and password included.
///
/// # Errors
/// No host that answers in time, with what each of them said.
pub fn connect(
    address: &Address,
    patience: &Arc<Patience>,
    deadline: Duration,
) -> Result<AsyncConnectionWrapper<AsyncPgConnection>> {
    let runtime = runtime::runtime()?;
    let _inside = runtime.enter();
    let connection = runtime.block_on(async {
        let mut said = Vec::new();
        for place in address.places() {
            match timeout(deadline, address.reach(&place, patience)).await {
                Ok(Ok(connection)) => return Ok(connection),
                Ok(Err(Error::Away(why))) => said.push(why),
                Ok(Err(error)) => said.push(error.to_string()),
                Err(_) => said.push(format!("{place:?}: no answer within {deadline:?}")),
            }
        }
        Err(Error::Away(said.join("; ")))
    })?;
    Ok(AsyncConnectionWrapper::from(connection))
}

/// What a connection says first: the server ends by itself what takes too long, and frees what a program holds that was
/// stopped in the middle of a transaction.
pub fn deadlines(lock: Duration, answer: Duration) -> String {
    let (lock_ms, answer_ms) = (lock.as_millis(), answer.as_millis());
    format!(
        "SET lock_timeout = {lock_ms}; SET statement_timeout = {answer_ms}; \
         SET idle_in_transaction_session_timeout = {answer_ms}"
    )
}

/// Where a server may be.
#[derive(Debug)]
enum Place {
    Tcp(String, u16),
    #[cfg(unix)]
    Socket(PathBuf),
}

impl Address {
    /// Every host of the URL with its port, in order.
    fn places(&self) -> Vec<Place> {
        let ports = self.config.get_ports();
        let port = |at: usize| ports.get(at).or(ports.first()).copied().unwrap_or(DEFAULT_PORT);
        let addresses = self.config.get_hostaddrs();
        let hosts = self.config.get_hosts();
        let mut places: Vec<Place> = (0..hosts.len().max(addresses.len()))
            .filter_map(|at| match (addresses.get(at), hosts.get(at)) {
                (Some(address), _) => Some(Place::Tcp(address.to_string(), port(at))),
                (None, Some(Host::Tcp(name))) => Some(Place::Tcp(name.clone(), port(at))),
                #[cfg(unix)]
                (None, Some(Host::Unix(folder))) => {
                    Some(Place::Socket(folder.join(format!(".s.PGSQL.{}", port(at)))))
                }
                _ => None,
            })
            .collect();
        if places.is_empty() {
            places.push(Place::Tcp("localhost".to_owned(), port(0)));
        }
        places
    }

    async fn reach(&self, place: &Place, patience: &Arc<Patience>) -> Result<AsyncPgConnection> {
        let unreached = |why: std::io::Error| Error::Away(format!("{place:?}: {why}"));
        match place {
            Place::Tcp(host, port) => {
                let stream = TcpStream::connect((host.as_str(), *port)).await.map_err(unreached)?;
                stream.set_nodelay(true).map_err(unreached)?;
                self.begin(stream, host, patience).await
            }
            #[cfg(unix)]
            Place::Socket(path) => {
                let stream = tokio::net::UnixStream::connect(path).await.map_err(unreached)?;
                self.begin(stream, "", patience).await
            }
        }
    }

    async fn begin<S>(&self, stream: S, host: &str, patience: &Arc<Patience>) -> Result<AsyncPgConnection>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let stream = Patient::new(stream, patience.clone());
        match &self.tls {
            Tls::Off => drive(self.config.connect_raw(stream, NoTls).await.map_err(told)?, patience).await,
            Tls::On { root_certificate } => {
                let mut tls = MakeRustlsConnect::new(client_config(root_certificate.as_deref())?);
                let tls = MakeTlsConnect::<Patient<S>>::make_tls_connect(&mut tls, self.server_name(host))
                    .map_err(|why| Error::Address(format!("{host}: {why}")))?;
                drive(self.config.connect_raw(stream, tls).await.map_err(told)?, patience).await
            }
        }
    }

    /// The name that the certificate must have: the host's of the URL, also where its address was given beside it.
    fn server_name<'a>(&'a self, host: &'a str) -> &'a str {
        let names = self.config.get_hosts().iter().zip(self.config.get_hostaddrs());
        let named = names.into_iter().find(|(_, address)| address.to_string() == host);
        match named {
            Some((Host::Tcp(name), _)) => name,
            _ => host,
        }
    }
}

/// Lets a connection work in the background until it is dropped or fails.
async fn drive<S, T>(
    (client, connection): (Client, Connection<S, T>),
    patience: &Arc<Patience>,
) -> Result<AsyncPgConnection>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    T: TlsStream + Unpin + Send + 'static,
{
    let patience = patience.clone();
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::warn!(%error, "a connection to the database is lost");
        }
        patience.close();
    });
    AsyncPgConnection::try_from(client).await.map_err(|why| Error::Away(why.to_string()))
}

/// The whole chain of causes: "error connecting to server" alone helps nobody.
fn told(error: tokio_postgres::Error) -> Error {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    Error::Away(text)
}

fn client_config(root_certificate: Option<&std::path::Path>) -> Result<rustls::ClientConfig> {
    let mut roots = rustls::RootCertStore::empty();
    match root_certificate {
        Some(path) => {
            let unusable = |why: String| Error::Address(format!("sslrootcert {}: {why}", path.display()));
            for certificate in CertificateDer::pem_file_iter(path).map_err(|why| unusable(why.to_string()))? {
                let certificate = certificate.map_err(|why| unusable(why.to_string()))?;
                roots.add(certificate).map_err(|why| unusable(why.to_string()))?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|why| Error::Away(why.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tls(url: &str) -> Tls {
        Address::parse(url).expect("an address").tls
    }

    #[test]
    fn only_a_server_on_this_machine_is_reached_in_the_clear() {
        assert_eq!(tls("postgres://u@127.0.0.1/d"), Tls::Off);
        assert_eq!(tls("postgres://u@db.example.kz/d?sslmode=disable"), Tls::Off);
        assert_eq!(tls("postgres://u@db.example.kz/d"), Tls::On { root_certificate: None });
        assert_eq!(
            tls("postgres://u@localhost/d?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem"),
            Tls::On { root_certificate: Some("/etc/ca.pem".into()) }
        );
        assert!(matches!(Address::parse("postgres://u@db/d?sslmode=prefer"), Err(Error::Address(_))));
    }
}
