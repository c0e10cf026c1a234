//! What encrypts connections to other servers.

/// Chooses it; another part of the program may have chosen already.
pub fn choose() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}
