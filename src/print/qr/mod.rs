//! The codes: the address in them, the symbol that carries it, and its outlines.
//!
//! Only this room may name the `qrcode` crate. A symbol leaves it as the outlines of its dark areas, to be drawn as
//! one even-odd polygon: a rectangle a module leaves grey seams in printers' renderers at nearly every resolution.

mod outline;
mod picture;

use std::ops::RangeInclusive;

use qrcode::bits::Bits;
use qrcode::types::{QrError, QrResult};
use qrcode::{Color, EcLevel, QrCode, Version};

use crate::domain::address::Public;
use crate::domain::names::names;
use crate::domain::{Clause, Code};

pub use picture::{png, svg};

/// White modules that must stay around a symbol (ISO/IEC 18004, 9.1).
pub const QUIET_ZONE_MODULES: usize = 4;

/// Smallest and largest version that is printed. Version 1 holds no address, and the modules of a larger one than 4
/// are too small for a phone that stands 3 m away.
const VERSIONS: RangeInclusive<i16> = 2..=4;

/// The same for a symbol on a screen: the largest holds a thousand characters.
const SCREEN_VERSIONS: RangeInclusive<i16> = 2..=30;

/// The address under which the register is served: what every printed code begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    scheme: Scheme,
    host: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Http,
    Https,
}

/// Why a text is not the address of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidBase {
    /// It does not begin with `https://` or `http://`.
    Scheme,
    /// The host is empty or has other characters than letters, digits, `-`, `.` and a port.
    Host,
    /// Something follows the host; the codes have no room for it.
    Path,
    /// A code of a document on a stand has no room for the host.
    TooLong {
        /// The host with its port.
        host: String,
        /// Most characters that a host may have, its port included.
        limit: usize,
    },
}

/// A shorter host, and what it would gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shorter {
    /// Its characters at most.
    pub host_chars: usize,
    /// Modules along the side of its codes.
    pub side_modules: usize,
    /// How much farther away they are read, in percent.
    pub farther_percent: usize,
}

impl Base {
    /// Reads `https://qr.example.kz` or `http://192.168.1.5:8080`, with or without a slash at the end.
    ///
    /// A name outside ASCII is written in Punycode. A host that fits in no code is refused.
    ///
    /// # Errors
    /// [`InvalidBase`]: another scheme, a path, no host name, or one that is too long for a code.
    pub fn parse(text: &str) -> Result<Self, InvalidBase> {
        let text = text.trim().to_ascii_lowercase();
        let (scheme, rest) = if let Some(rest) = text.strip_prefix("https://") {
            (Scheme::Https, rest)
        } else {
            (Scheme::Http, text.strip_prefix("http://").ok_or(InvalidBase::Scheme)?)
        };
        let host = rest.strip_suffix('/').unwrap_or(rest);
        if host.contains(['/', '?', '#']) {
            return Err(InvalidBase::Path);
        }
        let (name, port) = host.split_once(':').unwrap_or((host, "80"));
        let name_ok = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
            && name.split('.').all(|label| !label.is_empty());
        if !name_ok || port.parse::<u16>().is_err() {
            return Err(InvalidBase::Host);
        }
        let base = Self { scheme, host: host.to_owned() };
        if base.side_with(host.len(), Level::Q).is_none() {
            let limit = base.host_limit(Level::Q);
            return Err(InvalidBase::TooLong { host: base.host, limit });
        }
        Ok(base)
    }

    /// The host in lower case, with its port.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Scheme and host in lower case, without a slash at the end: what links begin with.
    pub fn origin(&self) -> String {
        format!("{}{}", self.scheme(), self.host)
    }

    /// What a code carries: the scheme in lower case, host and path in capitals (`https://QR.EXAMPLE.KZ/7K3M9Q3`).
    ///
    /// Capitals take 5.5 bits each instead of 8; a scheme in capitals breaks scanners of several phones.
    pub fn address(&self, path: &[Code]) -> String {
        let mut address = self.capitals();
        for code in path {
            address.push('/');
            address.push_str(code.as_str());
        }
        address
    }

    /// The same of an address whose path has capitals, digits and dots alone.
    pub fn address_of(&self, path: Public) -> String {
        format!("{}{path}", self.capitals())
    }

    fn capitals(&self) -> String {
        format!("{}{}", self.scheme(), self.host.to_ascii_uppercase())
    }

    /// The address of an article or a point as people read and type it: `qr.example.kz/7K3-M9Q3/P5.2`.
    pub fn shown_clause(&self, code: Code, clause: Clause) -> String {
        format!("{}/{clause}", self.shown(code))
    }

    /// The address as people read and type it: `qr.example.kz/7K3-M9Q3`. Only a plain `http://` is written out,
    /// because browsers try `https` first.
    pub fn shown(&self, code: Code) -> String {
        let scheme = if self.scheme == Scheme::Http { "http://" } else { "" };
        format!("{scheme}{}/{}", self.host, code.grouped())
    }

    /// Most characters of a host, port included, with which a document's code on a stand can be printed at a level.
    pub fn host_limit(&self, level: Level) -> usize {
        let lengths: Vec<usize> = (1..128).collect();
        lengths.partition_point(|length| self.side_with(*length, level).is_some())
    }

    /// Modules along the side of a document's code on a stand, and where a shorter host would have fewer of them, the
    /// longest such host in characters with how many it has. Fewer modules are larger, and read from farther away.
    pub fn side(&self, level: Level) -> Option<(usize, Option<Shorter>)> {
        let own = self.side_with(self.host.len(), level)?;
        let shorter = (1..self.host.len()).rev().find_map(|host_chars| {
            let side_modules = self.side_with(host_chars, level).filter(|fewer| *fewer < own)?;
            Some(Shorter { host_chars, side_modules, farther_percent: 100 * own / side_modules - 100 })
        });
        Some((own, shorter))
    }

    /// Modules along the side of a document's code on a stand with a host of so many characters; none where it has no room.
    fn side_with(&self, length: usize, level: Level) -> Option<usize> {
        let codes = "/7K3M9Q3/4HD0TWX";
        let address = format!("{}{}{codes}", self.scheme(), "A".repeat(length));
        Some(Symbol::new(&address, level).ok()?.side_modules())
    }

    const fn scheme(&self) -> &'static str {
        match self.scheme {
            Scheme::Http => "http://",
            Scheme::Https => "https://",
        }
    }
}

names! {
    /// The error correction that is asked for at least.
    #[derive(Default)]
    pub enum Level {
        /// About a quarter of the code words may be lost. Larger modules, read from farther away.
        #[default]
        Q = "q",
        /// About 30 %, for doors and outdoors, where damage is likelier than distance.
        H = "h",
    }
}

/// A text is too long for the largest symbol that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

/// The symbol of an address in two parts, the scheme in bytes and the rest in capitals: the parts that the crate chooses are
/// longer for some codes with many digits, so that it would depend on the code whether a long host has room.
fn in_two(payload: &str, version: i16, ec_level: EcLevel) -> QrResult<QrCode> {
    let (scheme, rest) = payload.split_at(payload.find("//").unwrap_or_default());
    let is_capital =
        |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" $%*+-./:".contains(&byte);
    if !rest.bytes().all(is_capital) {
        return Err(QrError::InvalidCharacter);
    }
    let mut bits = Bits::new(Version::Normal(version));
    bits.push_byte_data(scheme.as_bytes())?;
    bits.push_alphanumeric_data(rest.as_bytes())?;
    bits.push_terminator(ec_level)?;
    QrCode::with_bits(bits, ec_level)
}

/// One QR symbol: which modules are dark, and the text they carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    payload: String,
    version: i16,
    level: Level,
    side_modules: usize,
    dark: Vec<bool>,
}

impl Symbol {
    /// The symbol of the smallest version that holds the text at the level; then the strongest level that this
    /// version allows.
    ///
    /// # Errors
    /// [`TooLong`] where no symbol holds the text at the level.
    pub fn new(payload: &str, level: Level) -> Result<Self, TooLong> {
        Self::within(VERSIONS, payload, level)
    }

    /// A symbol that is read from a screen, once and from near: it may hold more than one on a wall.
    ///
    /// # Errors
    /// [`TooLong`] where no symbol holds the text.
    pub fn on_screen(payload: &str) -> Result<Self, TooLong> {
        Self::within(SCREEN_VERSIONS, payload, Level::Q)
    }

    fn within(versions: RangeInclusive<i16>, payload: &str, level: Level) -> Result<Self, TooLong> {
        let levels = [(Level::H, EcLevel::H), (Level::Q, EcLevel::Q)];
        for version in versions {
            for (reached, ec_level) in levels.into_iter().filter(|(reached, _)| *reached >= level) {
                let in_parts = QrCode::with_version(payload, Version::Normal(version), ec_level);
                if let Ok(code) = in_parts.or_else(|_| in_two(payload, version, ec_level)) {
                    return Ok(Self {
                        payload: payload.to_owned(),
                        version,
                        level: reached,
                        side_modules: code.width(),
                        dark: code.into_colors().into_iter().map(|color| color == Color::Dark).collect(),
                    });
                }
            }
        }
        Err(TooLong)
    }

    /// The text that it carries.
    pub fn payload(&self) -> &str {
        &self.payload
    }

    /// The version: 2 to 4.
    pub const fn version(&self) -> i16 {
        self.version
    }

    /// The level that was reached.
    pub const fn level(&self) -> Level {
        self.level
    }

    /// Modules along a side, without the quiet zone.
    pub const fn side_modules(&self) -> usize {
        self.side_modules
    }

    /// Width of the quiet zone around the symbol where it has this side.
    pub fn quiet_mm(&self, side_mm: f32) -> f32 {
        let zone = f32::from(u16::try_from(QUIET_ZONE_MODULES).unwrap_or_default());
        side_mm * zone / f32::from(u16::try_from(self.side_modules).unwrap_or(u16::MAX))
    }

    /// Side of the symbol with its quiet zone, where it has this side without it.
    pub fn zone_mm(&self, side_mm: f32) -> f32 {
        side_mm + 2.0 * self.quiet_mm(side_mm)
    }

    /// The symbol's side as a part of its side with the quiet zone.
    pub fn part(&self) -> f32 {
        1.0 / self.zone_mm(1.0)
    }

    /// Whether the module in this column and row is dark; outside of the symbol nothing is.
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.side_modules
            && row < self.side_modules
            && self.dark.get(row * self.side_modules + column).copied().unwrap_or_default()
    }

    /// The closed outlines of the dark areas, holes included, in modules from the top left corner. Filled together by
    /// the even-odd rule they are the symbol.
    pub fn outlines(&self) -> Vec<Vec<(usize, usize)>> {
        outline::trace(self)
    }
}

#[cfg(test)]
mod tests;
