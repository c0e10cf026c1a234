//! The values between the slashes of a path: how each is read, and how it is written.

use std::fmt::{self, Write as _};

use super::AddressError;
use crate::domain::code::NotACode;
use crate::domain::fact::FactKind;
use crate::domain::ids::{AttachmentId, DraftId, UserId};
use crate::domain::names::names;
use crate::domain::{Checksum, Clause, Code, Day, Lang, calendar};

/// Longest token: 32 bytes as hexadecimal digits.
const TOKEN_MAX: usize = 64;

/// Most digits of the number of an edition.
const ORDINAL_DIGITS_MAX: usize = 5;

/// A value that stands between two slashes.
pub trait Segment: Copy {
    /// Reads a segment; none where it has another form, so that the path may be another address.
    fn read(text: &str) -> Option<Result<Self, AddressError>>;

    /// Writes it as it is read.
    ///
    /// # Errors
    /// A formatter that fails.
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// How a text is shown other than as the page to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// `both`: Kazakh and Russian side by side.
    Bilingual,
    /// `print`, `print-large`: for the printer.
    Printable(TypeSize),
}

/// The size of the type on a printed page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypeSize {
    /// For most readers.
    Normal,
    /// For weak eyes.
    Large,
}

impl View {
    const ALL: [Self; 3] =
        [Self::Bilingual, Self::Printable(TypeSize::Normal), Self::Printable(TypeSize::Large)];

    const fn name(self) -> &'static str {
        match self {
            Self::Bilingual => "both",
            Self::Printable(TypeSize::Normal) => "print",
            Self::Printable(TypeSize::Large) => "print-large",
        }
    }
}

names! {
    /// The form of a code as a picture, by the ending of its file: `qr.svg`, `qr.png`.
    pub enum Picture {
        /// In outlines, for print shops.
        Svg = "svg",
        /// In pixels, for everything else.
        Png = "png",
    }
}

/// Two editions that are compared, by their numbers: `v2..v3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair(pub u32, pub u32);

/// The picture of a page of a kit, counted from 1: `12.png`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct KitPage(pub usize);

/// The picture of a page of a scanned text, counted from 1: `page-3.jpg` for a phone, `page-3-large.jpg` to look closely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScanPicture {
    /// The page.
    pub page: u32,
    /// Whether it is the large one.
    pub is_large: bool,
}

/// A number that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number(pub u32);

/// Letters, digits and hyphens that name something: an invitation, a job, a check.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    bytes: [u8; TOKEN_MAX],
    length: usize,
}

impl Token {
    /// The token that a text is; what cannot stand in one is left out.
    pub fn new(text: &str) -> Self {
        let mut token = Self { bytes: [0; TOKEN_MAX], length: 0 };
        for (slot, byte) in token.bytes.iter_mut().zip(text.bytes().filter(|byte| Self::takes(*byte))) {
            *slot = byte;
            token.length += 1;
        }
        token
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        // Only ASCII is ever put in.
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }

    const fn takes(byte: u8) -> bool {
        byte.is_ascii_alphanumeric() || byte == b'-'
    }
}

impl fmt::Debug for Token {
    /// A token may be a secret, which no log may show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A script, whose address changes with its content: `app-0123456789abcdef.js`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Script {
    /// Which one.
    pub part: ScriptPart,
    /// The first eight bytes of the checksum of its content.
    pub fingerprint: u64,
}

names! {
    /// The scripts of the pages.
    pub enum ScriptPart {
        /// Of every page.
        App = "app",
        /// Of the page on which a stand is checked.
        Check = "check",
        /// Of the pages on which passkeys are made and used.
        Passkey = "passkey",
    }
}

impl Script {
    /// The script with this content.
    pub fn of(part: ScriptPart, content: &str) -> Self {
        let mut first = [0; 8];
        first.copy_from_slice(&Checksum::of(content.as_bytes()).as_bytes()[..8]);
        Self { part, fingerprint: u64::from_be_bytes(first) }
    }
}

/// What was read, or that there is no such page.
fn found<T>(value: Option<T>) -> Option<Result<T, AddressError>> {
    Some(value.ok_or(AddressError::NoSuchPage))
}

/// A number as it is written: without a sign, and without zeros before it.
fn number<T: std::str::FromStr>(digits: &str) -> Option<T> {
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    digits.parse().ok().filter(|_| is_plain)
}

impl Segment for Code {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        Some(Self::parse(text).map_err(|why| match why {
            NotACode::Form => AddressError::NoSuchPage,
            NotACode::Check => AddressError::MistypedCode(text.to_owned()),
        }))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Segment for Clause {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        Self::parse(text).map(Ok)
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// The number of an edition: `v3`. It can never be a code, which has seven characters.
impl Segment for u32 {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        let digits = text.strip_prefix('v')?;
        let is_one = (1..=ORDINAL_DIGITS_MAX).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_one { found(number(digits)) } else { None }
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v{self}")
    }
}

impl Segment for Number {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        found(number(text).map(Self))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Segment for Pair {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        let edition = |text| u32::read(text)?.ok();
        found(text.split_once("..").and_then(|(old, new)| Some(Self(edition(old)?, edition(new)?))))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v{}..v{}", self.0, self.1)
    }
}

impl Segment for KitPage {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        found(text.strip_suffix(".png").and_then(number).map(Self))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.png", self.0)
    }
}

impl Segment for ScanPicture {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        let name = text.strip_prefix("page-")?.strip_suffix(".jpg")?;
        let (digits, is_large) = name.strip_suffix("-large").map_or((name, false), |digits| (digits, true));
        found(number(digits).map(|page| Self { page, is_large }))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "page-{}{}.jpg", self.page, if self.is_large { "-large" } else { "" })
    }
}

impl Segment for Lang {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        found(Self::parse(text))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl Segment for Day {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        Some(calendar::parse_day(text).ok_or(AddressError::BadDay))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Segment for Checksum {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        found(Self::parse(text))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Segment for View {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        Self::ALL.into_iter().find(|view| view.name() == text).map(Ok)
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Segment for Picture {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        Self::parse(text.strip_prefix("qr.")?).map(Ok)
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "qr.{}", self.name())
    }
}

impl Segment for FactKind {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        found(Self::parse_hyphenated(text))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hyphenated())
    }
}

impl Segment for Token {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        let is_one = (1..=TOKEN_MAX).contains(&text.len()) && text.bytes().all(Self::takes);
        found(is_one.then(|| Self::new(text)))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Segment for Script {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        let (name, digits) = text.strip_suffix(".js")?.split_once('-')?;
        let part = ScriptPart::parse(name)?;
        let is_plain =
            digits.len() == 16 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let fingerprint = u64::from_str_radix(digits, 16).ok().filter(|_| is_plain)?;
        Some(Ok(Self { part, fingerprint }))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.part.name())?;
        f.write_char('-')?;
        write!(f, "{:016x}.js", self.fingerprint)
    }
}

/// An identifier as [`uuid::Uuid`] writes it, with hyphens.
macro_rules! id {
    ($($name:ident),+) => {
        $(
            impl Segment for $name {
                fn read(text: &str) -> Option<Result<Self, AddressError>> {
                    found(text.parse().ok())
                }

                fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "{self}")
                }
            }
        )+
    };
}

id!(AttachmentId, DraftId, UserId);
