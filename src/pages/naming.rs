//! What things are called on a page: titles, names, editions and files.

use super::html::Passage;
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::lang::Trilingual;
use crate::domain::organization::Organization;
use crate::domain::organization_kind::OrganizationKind;
use crate::domain::version::{File, Version};
use crate::domain::{Day, Lang};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// The best part of a trilingual text for a page.
pub fn best(text: &Trilingual, page: Lang) -> Option<Passage> {
    let exact = text.get(page).map(|words| (page, words));
    exact.or_else(|| text.iter().next()).map(|(lang, words)| Passage::new(words, lang, page))
}

/// The present name of an organization; its number where it has no name.
pub fn name(organization: &Organization, page: Lang) -> Passage {
    best(organization.name(), page).unwrap_or_else(|| Passage::plain(organization.number.clone()))
}

/// The name of a kind of document.
pub fn kind(kind: DocumentKind, page: Lang) -> String {
    say(page, &format!("kind-{}", kind.name().replace('_', "-")))
}

/// What a kind of organization is called; its own word where no language has a name for it.
pub fn organization_kind(kind: &str, page: Lang) -> String {
    OrganizationKind::parse(kind)
        .map_or_else(|| kind.to_owned(), |kind| say(page, &format!("orgkind-{}", kind.name())))
}

/// The title of a document; its kind and its owner's name where it has none.
pub fn title(document: &Document, owner: &Organization, page: Lang) -> Passage {
    best(&document.titles, page).unwrap_or_else(|| {
        let (kind, owner) = (kind(document.kind, page), name(owner, page));
        let arguments = [("kind", Argument::from(kind)), ("owner", owner.text.into())];
        Passage::plain(say_with(page, "title-of-untitled", &arguments))
    })
}

/// What an edition is called: by the day from which it applies, never by its ordinal.
pub fn edition(version: &Version, page: Lang) -> String {
    let of = day_of(version.requisites.effective_from, page);
    say_with(page, "edition-of", &[("of", of.into())])
}

/// What an edition is called, with its day.
pub fn dated_edition(version: &Version, page: Lang) -> Passage {
    let day = version.requisites.effective_from;
    Passage::plain(edition(version, page)).naming(day, day_of(day, page))
}

/// The part of a district's name that is in the language of a page: «Есіл ауданы / район Есиль» has a Kazakh and a Russian
/// one.
pub fn district(district: &str, page: Lang) -> &str {
    match district.split_once(" / ") {
        Some((_, russian)) if page == Lang::Ru => russian,
        Some((kazakh, _)) => kazakh,
        None => district,
    }
}

/// A day to which something belongs: «2025 жылғы 1 қыркүйектегі», «1 сентября 2025 года».
pub fn day_of(day: Day, page: Lang) -> String {
    let arguments = [
        ("day", i64::from(day.day()).into()),
        ("month", i64::from(day.month()).into()),
        ("year", i64::from(day.year()).to_string().into()),
    ];
    say_with(page, "day-of", &arguments)
}

/// What was given on a day under a number: «№ 12, 1 сентября 2025 г.»
pub fn number_and_day(number: &str, day: Day, page: Lang) -> Passage {
    let on = say_day(page, day, Form::Short);
    let arguments = [("number", Argument::from(number)), ("on", on.as_str().into())];
    Passage::plain(say_with(page, "number-and-day", &arguments)).naming(day, on)
}

/// The kind and the size of a file: «DOCX, 1,4 МБ».
pub fn type_and_size(file: &File, page: Lang) -> String {
    let kind = file.media.extension().to_uppercase();
    say_with(
        page,
        "file-type-and-size",
        &[("type", kind.into()), ("size", size(file.size_bytes, page).into())],
    )
}

/// A length in bytes as people read it, in units of 1024 bytes, rounded up so that no phone gets more than it was told.
pub fn size(bytes: u64, page: Lang) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = 1024 * KIB;
    let number = |n: u64| Argument::from(i64::try_from(n).unwrap_or(i64::MAX));
    if bytes < MIB {
        say_with(page, "size-kilobytes", &[("whole", number(bytes.div_ceil(KIB)))])
    } else {
        let tenths = bytes.saturating_mul(10).div_ceil(MIB);
        say_with(page, "size-megabytes", &[("whole", number(tenths / 10)), ("tenth", number(tenths % 10))])
    }
}
