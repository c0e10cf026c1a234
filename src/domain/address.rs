//! Addresses: what a path asks for, and how a link is written. Whoever links says where to, never how it is spelt.
//!
//! Each address is declared once, in one of four lists: [`Public`], [`Admin`], [`Api`] and [`Asset`]. It is read and
//! written from there. An impossible address is refused here, before anything else is asked.

mod admin;
mod api;
mod asset;
mod figures;
mod href;
mod public;
mod segment;
mod table;
#[cfg(test)]
mod tests;

use std::fmt;

pub use admin::Admin;
pub use api::Api;
pub use asset::Asset;
pub use figures::{Figures, FiguresFile, TableFormat};
pub use href::{Href, encoded};
pub use public::Public;
use segment::Segment;
pub use segment::{KitPage, Number, Pair, Picture, ScanPicture, Script, ScriptPart, Token, TypeSize, View};

use super::fact::FactKind;
use super::ids::{AttachmentId, DraftId, UserId};
use super::{Checksum, Clause, Code, Day, Lang};

/// Where a request asks for something, or a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Address {
    /// A page or file of the register.
    Public(Public),
    /// A page of people who sign in.
    Admin(Admin),
    /// An answer to programs.
    Api(Api),
    /// What belongs to the program.
    Asset(Asset),
}

/// An address, perhaps with a language after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Located {
    /// The address.
    pub address: Address,
    /// The language that the path names.
    pub lang: Option<Lang>,
}

/// Why a path is no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressError {
    /// There is no such page.
    NoSuchPage,
    /// It looks like a code, but the check character is wrong.
    MistypedCode(String),
    /// A day that does not exist.
    BadDay,
}

/// Values from which one address of each form is made.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is named as in the lists of addresses")]
pub struct Parts {
    pub code: Code,
    pub document: Code,
    pub organization: Code,
    pub version: u32,
    pub ordinal: Number,
    pub pair: Pair,
    pub view: View,
    pub picture: Picture,
    pub page: KitPage,
    pub scan: ScanPicture,
    pub day: Day,
    pub clause: Clause,
    pub lang: Lang,
    pub checksum: Checksum,
    pub draft: DraftId,
    pub person: UserId,
    pub file: AttachmentId,
    pub fact: FactKind,
    pub token: Token,
    pub script: Script,
    pub figures: Figures,
    pub sheet: FiguresFile,
    pub table: TableFormat,
}

impl Address {
    /// Reads a path, decoded from percent-encoding. After a public address a language may stand. People type those by
    /// hand, so empty segments are passed over; the others are read as they are written.
    ///
    /// # Errors
    /// A path that is no address.
    pub fn parse(path: &str) -> Result<Located, AddressError> {
        let exact: Vec<&str> = path.strip_prefix('/').unwrap_or(path).split('/').collect();
        let alone = |address| Located { address, lang: None };
        let private = match exact.first() {
            Some(&"admin") => Admin::read(&exact).map(|read| read.map(Self::Admin)),
            Some(&"api") => Api::read(&exact).map(|read| read.map(Self::Api)),
            _ => Asset::read(&exact).map(|read| read.map(Self::Asset)),
        };
        if let Some(read) = private {
            return read.map(alone);
        }
        let mut segments: Vec<&str> = exact.into_iter().filter(|segment| !segment.is_empty()).collect();
        let lang = segments.last().and_then(|last| Lang::parse(last));
        if lang.is_some() {
            segments.pop();
        }
        if segments.is_empty() {
            segments.push("");
        }
        let public = Public::read(&segments).unwrap_or(Err(AddressError::NoSuchPage))?;
        if lang.is_some() && !public.takes_language() {
            return Err(AddressError::NoSuchPage);
        }
        Ok(Located { address: Self::Public(public), lang })
    }

    /// One address of each form.
    pub fn each(parts: &Parts) -> Vec<Self> {
        let public = Public::each(parts).into_iter().map(Self::Public);
        let admin = Admin::each(parts).into_iter().map(Self::Admin);
        let api = Api::each(parts).into_iter().map(Self::Api);
        let asset = Asset::each(parts).into_iter().map(Self::Asset);
        public.chain(admin).chain(api).chain(asset).collect()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public(address) => address.fmt(f),
            Self::Admin(address) => address.fmt(f),
            Self::Api(address) => address.fmt(f),
            Self::Asset(address) => address.fmt(f),
        }
    }
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.address, self.lang) {
            (Address::Public(Public::Start), Some(lang)) => write!(f, "/{lang}"),
            (address, Some(lang)) => write!(f, "{address}/{lang}"),
            (address, None) => address.fmt(f),
        }
    }
}
