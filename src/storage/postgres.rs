//! PostgreSQL by address, with TLS in pure Rust.

use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use tokio_postgres::config::Host;
use tokio_postgres_rustls::MakeRustlsConnect;

use super::error::{Error, Result};
use super::runtime;

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
        config.application_name("tizilim").connect_timeout(std::time::Duration::from_secs(10));
        Ok(Self { config, tls })
    }
}

fn is_this_machine(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
        Host::Unix(_) => true,
    }
}

/// Opens one connection.
pub fn connect(address: &Address) -> Result<AsyncConnectionWrapper<AsyncPgConnection>> {
    let runtime = runtime::runtime()?;
    let _inside = runtime.enter();
    let connection = runtime.block_on(async {
        match &address.tls {
            Tls::Off => {
                let (client, connection) =
                    address.config.connect(tokio_postgres::NoTls).await.map_err(told)?;
                AsyncPgConnection::try_from_client_and_connection(client, connection)
                    .await
                    .map_err(|why| Error::Connect(why.to_string()))
            }
            Tls::On { root_certificate } => {
                let tls = MakeRustlsConnect::new(client_config(root_certificate.as_deref())?);
                let (client, connection) = address.config.connect(tls).await.map_err(told)?;
                AsyncPgConnection::try_from_client_and_connection(client, connection)
                    .await
                    .map_err(|why| Error::Connect(why.to_string()))
            }
        }
    })?;
    Ok(AsyncConnectionWrapper::from(connection))
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
    Error::Connect(text)
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
        .map_err(|why| Error::Connect(why.to_string()))?
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
