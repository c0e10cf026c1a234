//! Which page an address asks for. An impossible address is refused here, before anything else is asked.

use crate::domain::code::NotACode;
use crate::domain::{Checksum, Code, Day, Lang, calendar};
use crate::pages::paper::Type;

/// A public page or file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// `/`
    Start,
    /// `/search`
    Search,
    /// `/help`
    Help,
    /// `/{CODE}`: a document, or the shelf of an organization.
    Code(Code),
    /// `/{DOC}/{ORG}`
    OnStand(Code, Code),
    /// `/{DOC}/v3`
    Version(Code, u32),
    /// `/{DOC}/at/2025-09-01`
    On(Code, Day),
    /// `/{DOC}/history`
    History(Code),
    /// `/{DOC}/{ORG}/both`, `/{DOC}/v3/print`: a text in another dress.
    Dressed(TextOf, Dress),
    /// `/{DOC}/timemap`
    Timemap(Code),
    /// `/{DOC}/linkset`
    Linkset(Code),
    /// `/feed.atom`: everything that is published.
    Feed,
    /// `/{CODE}/feed.atom`: of a document, or of the shelf of an organization.
    FeedOf(Code),
    /// `/{ORG}/embed`: the shelf inside of another site's page.
    Embed(Code),
    /// `/{DOC}/v3/kk/card.png`: the picture of an edition that messengers show beside a shared address.
    Card(Code, u32, Lang),
    /// `/{DOC}/compare/v2..v3`
    Compare(Code, u32, u32),
    /// `/{CODE}/qr.svg`, `/{CODE}/qr.png`
    Qr(Code, Picture),
    /// `/{DOC}/{ORG}/qr.svg`, `/{DOC}/{ORG}/qr.png`: the code of a document on one stand.
    QrOnStand(Code, Code, Picture),
    /// `/{DOC}/{ORG}/sheet.pdf`
    Sheet(Code, Code),
    /// `/{ORG}/kit.pdf`
    Kit(Code),
    /// `/{ORG}/kit`: the kit to be looked at, and what may be chosen.
    KitPage(Code),
    /// `/{ORG}/kit/1.png`: the picture of a page of it, counted from 1.
    KitPicture(Code, usize),
    /// `/f/{sha256}`
    File(Checksum),
}

/// Which text of a document an address asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextOf {
    /// `/{DOC}`
    Document(Code),
    /// `/{DOC}/{ORG}`
    Stand(Code, Code),
    /// `/{DOC}/v3`
    Version(Code, u32),
}

/// How a text is shown other than as the page to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dress {
    /// `both`: Kazakh and Russian side by side.
    Both,
    /// `print`, `print-large`: for the printer.
    Print(Type),
}

/// The form of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Picture {
    /// In outlines, for print shops.
    Svg,
    /// In pixels, for everything else.
    Png,
}

impl Picture {
    /// The ending of its file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    fn of_qr(segment: &str) -> Option<Self> {
        let ending = segment.strip_prefix("qr.")?;
        [Self::Svg, Self::Png].into_iter().find(|picture| picture.name() == ending)
    }
}

impl Dress {
    fn parse(name: &str) -> Option<Self> {
        let prints = [Type::Normal, Type::Large].map(|size| (size.name(), Self::Print(size)));
        [("both", Self::Both)]
            .into_iter()
            .chain(prints)
            .find_map(|(own, dress)| (own == name).then_some(dress))
    }
}

impl Target {
    /// Whether the answer is the same for every reader, whatever language is wished.
    pub const fn is_same_for_all(self) -> bool {
        matches!(self, Self::Timemap(_) | Self::Linkset(_) | Self::Card(..))
    }
}

/// Why an address leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nowhere {
    /// There is no such page.
    NoSuchPage,
    /// It looks like a code, but the check character is wrong.
    Mistyped(String),
    /// A day that does not exist.
    BadDay,
}

/// Reads a path, decoded from percent-encoding. The language may stand at the end.
pub fn parse(path: &str) -> Result<(Target, Option<Lang>), Nowhere> {
    let mut segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let lang = segments.last().and_then(|last| Lang::parse(last));
    if lang.is_some() {
        segments.pop();
    }
    let dress = segments.last().and_then(|last| Dress::parse(last));
    if let Some(dress) = dress {
        segments.pop();
        return Ok((Target::Dressed(text_of(&segments)?, dress), lang));
    }
    if let Some(picture) = segments.last().and_then(|last| Picture::of_qr(last)) {
        segments.pop();
        return match segments.as_slice() {
            [code] => Ok((Target::Qr(read(code)?, picture), lang)),
            [document, organization] => {
                Ok((Target::QrOnStand(read(document)?, read(organization)?, picture), lang))
            }
            _ => Err(Nowhere::NoSuchPage),
        };
    }
    let target = match segments.as_slice() {
        [] => Target::Start,
        ["search"] => Target::Search,
        ["help"] => Target::Help,
        ["f", checksum] if lang.is_none() => {
            Target::File(Checksum::parse(checksum).ok_or(Nowhere::NoSuchPage)?)
        }
        [code, "timemap"] if lang.is_none() => Target::Timemap(read(code)?),
        [code, "linkset"] if lang.is_none() => Target::Linkset(read(code)?),
        ["feed.atom"] => Target::Feed,
        [code] => Target::Code(read(code)?),
        [code, "feed.atom"] => Target::FeedOf(read(code)?),
        [code, "embed"] => Target::Embed(read(code)?),
        [code, version, page, "card.png"] if is_version(version) => {
            let page = Lang::parse(page).ok_or(Nowhere::NoSuchPage)?;
            Target::Card(read(code)?, ordinal(version)?, page)
        }
        [code, "history"] => Target::History(read(code)?),
        [code, "kit.pdf"] => Target::Kit(read(code)?),
        [code, "kit"] => Target::KitPage(read(code)?),
        [code, "kit", picture] => Target::KitPicture(read(code)?, page_number(picture)?),
        [document, organization, "sheet.pdf"] => Target::Sheet(read(document)?, read(organization)?),
        [code, "at", day] => Target::On(read(code)?, calendar::parse_day(day).ok_or(Nowhere::BadDay)?),
        [code, "compare", versions] => {
            let (old, new) = versions.split_once("..").ok_or(Nowhere::NoSuchPage)?;
            Target::Compare(read(code)?, version(old)?, version(new)?)
        }
        [code, version] if is_version(version) => Target::Version(read(code)?, ordinal(version)?),
        [document, organization] => Target::OnStand(read(document)?, read(organization)?),
        _ => return Err(Nowhere::NoSuchPage),
    };
    Ok((target, lang))
}

fn text_of(segments: &[&str]) -> Result<TextOf, Nowhere> {
    Ok(match segments {
        [code] => TextOf::Document(read(code)?),
        [code, version] if is_version(version) => TextOf::Version(read(code)?, ordinal(version)?),
        [document, organization] => TextOf::Stand(read(document)?, read(organization)?),
        _ => return Err(Nowhere::NoSuchPage),
    })
}

fn read(text: &str) -> Result<Code, Nowhere> {
    Code::parse(text).map_err(|why| match why {
        NotACode::Form => Nowhere::NoSuchPage,
        NotACode::Check => Nowhere::Mistyped(text.to_owned()),
    })
}

/// `v` and digits can never be a code: seven characters without a V that stands for a digit would be needed.
fn is_version(text: &str) -> bool {
    text.strip_prefix('v').is_some_and(|digits| {
        !digits.is_empty() && digits.len() <= 5 && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn version(text: &str) -> Result<u32, Nowhere> {
    if is_version(text) { ordinal(text) } else { Err(Nowhere::NoSuchPage) }
}

fn ordinal(text: &str) -> Result<u32, Nowhere> {
    let digits = text.trim_start_matches('v');
    digits.parse().ok().filter(|n| *n > 0 && !digits.starts_with('0')).ok_or(Nowhere::NoSuchPage)
}

/// `1.png`, `2.png` …
fn page_number(text: &str) -> Result<usize, Nowhere> {
    let digits = text.strip_suffix(".png").filter(|digits| !digits.starts_with(['0', '+']));
    digits.and_then(|digits| digits.parse().ok()).ok_or(Nowhere::NoSuchPage)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> Code {
        Code::parse(text).expect("a code")
    }

    #[test]
    fn every_address_of_the_contract_is_known() {
        let (document, organization) = (code("7K3M9Q3"), code("4HD0TWX"));
        for (path, target, lang) in [
            ("/", Target::Start, None),
            ("/ru", Target::Start, Some(Lang::Ru)),
            ("/7K3M9Q3", Target::Code(document), None),
            ("/7k3-m9q3/", Target::Code(document), None),
            ("/7K3M9Q3/kk", Target::Code(document), Some(Lang::Kk)),
            ("/7K3M9Q3/4HD0TWX", Target::OnStand(document, organization), None),
            ("/7K3M9Q3/4HD0TWX/ru", Target::OnStand(document, organization), Some(Lang::Ru)),
            ("/7K3M9Q3/v3", Target::Version(document, 3), None),
            ("/7K3M9Q3/v3/en", Target::Version(document, 3), Some(Lang::En)),
            ("/7K3M9Q3/at/2025-09-01", Target::On(document, Day::constant(2025, 9, 1)), None),
            ("/7K3M9Q3/both", Target::Dressed(TextOf::Document(document), Dress::Both), None),
            (
                "/7K3M9Q3/v3/print-large/ru",
                Target::Dressed(TextOf::Version(document, 3), Dress::Print(Type::Large)),
                Some(Lang::Ru),
            ),
            (
                "/7K3M9Q3/4HD0TWX/print/kk",
                Target::Dressed(TextOf::Stand(document, organization), Dress::Print(Type::Normal)),
                Some(Lang::Kk),
            ),
            ("/7K3M9Q3/history", Target::History(document), None),
            ("/7K3M9Q3/compare/v2..v3", Target::Compare(document, 2, 3), None),
            ("/7K3M9Q3/compare/v2..v3/ru", Target::Compare(document, 2, 3), Some(Lang::Ru)),
            ("/7K3M9Q3/qr.svg", Target::Qr(document, Picture::Svg), None),
            ("/7K3M9Q3/4HD0TWX/qr.png", Target::QrOnStand(document, organization, Picture::Png), None),
            ("/4HD0TWX/kit", Target::KitPage(organization), None),
            ("/4HD0TWX/kit/kk", Target::KitPage(organization), Some(Lang::Kk)),
            ("/4HD0TWX/kit/12.png", Target::KitPicture(organization, 12), None),
            ("/7K3M9Q3/4HD0TWX/sheet.pdf", Target::Sheet(document, organization), None),
            ("/4HD0TWX/kit.pdf", Target::Kit(organization), None),
            ("/search", Target::Search, None),
            ("/7K3M9Q3/timemap", Target::Timemap(document), None),
            ("/7K3M9Q3/linkset", Target::Linkset(document), None),
            ("/feed.atom", Target::Feed, None),
            ("/feed.atom/ru", Target::Feed, Some(Lang::Ru)),
            ("/7K3M9Q3/feed.atom/kk", Target::FeedOf(document), Some(Lang::Kk)),
            ("/4HD0TWX/embed/ru", Target::Embed(organization), Some(Lang::Ru)),
            ("/7K3M9Q3/v3/kk/card.png", Target::Card(document, 3, Lang::Kk), None),
        ] {
            assert_eq!(parse(path), Ok((target, lang)), "{path}");
        }
    }

    #[test]
    fn what_leads_nowhere_says_why() {
        assert_eq!(parse("/7K3M9Q4"), Err(Nowhere::Mistyped("7K3M9Q4".into())));
        assert_eq!(parse("/7K3M9Q3/at/2025-02-30"), Err(Nowhere::BadDay));
        for path in [
            "/wp-login.php",
            "/7K3M9Q3/v0",
            "/7K3M9Q3/v03",
            "/f/abc",
            "/7K3M9Q3/a/b/c/d",
            "/7K3M9Q3/timemap/ru",
            "/7K3M9Q3/compare/v2",
            "/7K3M9Q3/compare/v0..v2",
            "/4HD0TWX/kit/0.png",
            "/4HD0TWX/kit/+1.png",
            "/4HD0TWX/kit/1.jpg",
            "/qr.svg",
            "/7K3M9Q3/4HD0TWX/7K3M9Q3/qr.svg",
            "/f/abc",
            "/7K3M9Q3/a/b/c/d",
        ] {
            assert_eq!(parse(path), Err(Nowhere::NoSuchPage), "{path}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(path: String) {
            let _ = parse(&path);
        }
    }
}
