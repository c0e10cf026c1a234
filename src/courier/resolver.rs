//! What the client that connects resolves names with: an address that is not allowed is none.

use std::fmt;
use std::net::SocketAddr;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Reach;

/// A resolver that gives no address that is out of reach.
pub(super) struct Guarded(pub Reach);

/// A name leads to an address that is out of reach.
#[derive(Debug)]
pub(super) struct NotAllowed;

impl fmt::Display for NotAllowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name leads into a network that is not public")
    }
}

impl std::error::Error for NotAllowed {}

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.0;
        Box::pin(async move {
            // The port is the one of the address that was typed.
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            // A name that leads to both is a trick or a mistake.
            if found.iter().any(|address| !reach.allows(address.ip())) {
                return Err(NotAllowed.into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}
