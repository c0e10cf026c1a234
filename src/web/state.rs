//! What every handler has.

use std::sync::Arc;

use super::admin::prints::job::Jobs;
use super::bodies::Places;
use super::mailer::Mailer;
use super::page_cache::PageCache;
use super::pool::Pools;
use super::public::laid_out::LaidOut;
use super::sockets;
use crate::config::MailSettings;
use crate::pages::Site;
use crate::press::print_status;
use crate::print::qr::Base;
use crate::registry::{Registry, View};

/// What every handler has.
pub struct App {
    /// The register.
    pub registry: Registry,
    /// The public address that codes carry.
    pub base: Base,
    /// Scheme and host of the public address, without a slash at the end.
    pub origin: String,
    /// Places for bodies that are waited for.
    pub bodies: Places,
    /// What runs beside warm scans.
    pub pools: Pools,
    /// Pages that are ready to be sent.
    pub pages: Arc<PageCache>,
    /// Kits that somebody looks at.
    pub laid_out: LaidOut,
    /// Many kits at once, as far as this server prints them.
    pub prints: Jobs,
    /// What sends letters; none where no mail is sent.
    pub mailer: Option<Mailer>,
}

impl App {
    /// The state of a server whose finished pages may take so much memory, in bytes.
    pub fn new(registry: Registry, base: Base, pages_bytes: u64) -> Self {
        let origin = base.origin();
        registry.serve_at(&origin);
        let pages = Arc::new(PageCache::new(pages_bytes));
        let kept = pages.clone();
        registry.listen(Box::new(move |touched| kept.forget(touched)));
        Self {
            registry,
            base,
            origin,
            bodies: Places::new(sockets::bodies()),
            pools: Pools::default(),
            pages,
            laid_out: LaidOut::default(),
            prints: Jobs::default(),
            mailer: None,
        }
    }

    /// The same with a mail server.
    ///
    /// # Errors
    /// Settings with which no letter can be sent; why, in words.
    pub fn with_mail(self, settings: &MailSettings) -> Result<Self, String> {
        let mailer = Mailer::new(settings, self.base.host())?;
        Ok(Self { mailer: Some(mailer), ..self })
    }

    /// What every page says of the registry.
    pub fn site<'a>(&'a self, view: &'a View) -> Site<'a> {
        Site { union: view.union(), origin: &self.origin, standing: print_status(&self.base, view) }
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
