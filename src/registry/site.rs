//! The permanent host, and how the union looks in print.

use super::handle::Registry;
use super::{Refusal, Result};
use crate::domain::brand::Brand;
use crate::domain::deed::Deed;
use crate::domain::organization::international_digits;
use crate::domain::typed::clean;
use crate::ledger::{Change, leaf};
use crate::storage::journal::Part;
use crate::storage::{leaves, state};
use crate::text::traced::Untraced;

impl Registry {
    /// Confirms a host as the permanent one, so that prints no longer say specimen.
    ///
    /// # Errors
    /// A text that is no host name.
    pub fn confirm_host(&self, host: &str, actor: &str) -> Result<()> {
        let host = host.trim().to_ascii_lowercase();
        let is_label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let has_letters =
            host.rsplit('.').next().is_some_and(|top| top.bytes().all(|b| b.is_ascii_alphabetic()));
        if !host.contains('.') || !host.split('.').all(is_label) || !has_letters {
            return Err(Refusal::BadHost(host).into());
        }
        let now = self.now();
        self.write(actor, Deed::ConfirmHost, &host, |conn| {
            state::confirm_host(conn, &host)?;
            leaves::append(conn, &leaf(Change::Host(&host), now), now, &[Part::Union])?;
            Ok(())
        })
    }

    /// What is dark in a drawing or a picture, traced in the worker; its longer side is drawn with so many pixels.
    ///
    /// # Errors
    /// A file that is too large, or that cannot be read within the limits.
    pub fn traced(&self, file: &[u8], side_px: u32) -> Result<std::result::Result<String, Untraced>> {
        self.inner.worker.trace(file, side_px)
    }

    /// Keeps how the union looks in print. Pages that were printed before stay as good as they were.
    ///
    /// # Errors
    /// A telephone that nobody can call, or a database that cannot be written.
    pub fn set_brand(&self, brand: &Brand, actor: &str) -> Result<()> {
        let brand = &Brand { phone: clean(&brand.phone), ..brand.clone() };
        if !brand.phone.is_empty() && international_digits(&brand.phone).is_none() {
            return Err(Refusal::BadPhone(brand.phone.clone()).into());
        }
        self.write(actor, Deed::SetBrand, &brand.accent.to_string(), |conn| {
            Ok(state::set_brand(conn, brand)?)
        })
    }
}
