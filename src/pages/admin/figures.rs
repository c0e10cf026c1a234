//! The figures of the numbers as tables: what pages show, charts draw and files hold.

use crate::domain::coverage::Coverage;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::stand_life::StandLife;
use crate::domain::{Day, Lang, calendar};
use crate::pages::naming;
use crate::pages::table_file::{Cell, Table};
use crate::phrases::say;

/// A document that was opened so often, with its owner.
pub type OpenedDocument<'a> = (&'a Document, &'a Organization, u64);

/// An organization at whose stand so much was opened, with how the stand lives and the day of its last scan.
#[derive(Debug, Clone, Copy)]
pub struct OpenedStand<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// How much was opened.
    pub count: u64,
    /// When a code was scanned last.
    pub last: Option<Day>,
}

fn head<const N: usize>(page: Lang, keys: [&str; N]) -> Vec<String> {
    keys.map(|key| say(page, key)).into()
}

/// Every day of a period with what was opened on it.
pub fn days(page: Lang, (first, last): (Day, Day), found: &[(Day, u64)]) -> Table {
    let of = |day: Day| found.iter().find(|(own, _)| *own == day).map_or(0, |(_, count)| *count);
    let all = std::iter::successors(Some(first), |day| Some(calendar::day_after(*day)));
    let rows =
        all.take_while(|day| *day <= last).map(|day| vec![Cell::Day(Some(day)), Cell::Number(of(day))]);
    Table { head: head(page, ["numbers-day", "numbers-openings"]), rows: rows.collect() }
}

/// Every language with what was opened in it.
pub fn languages(page: Lang, found: &[(Lang, u64)]) -> Table {
    let row = |lang: Lang| {
        let count = found.iter().find(|(own, _)| *own == lang).map_or(0, |(_, count)| *count);
        vec![Cell::words(say(lang, "language-own-name")), Cell::Number(count)]
    };
    Table { head: head(page, ["numbers-language", "numbers-openings"]), rows: Lang::ALL.map(row).into() }
}

/// A district as it is called on a page.
fn district(page: Lang, district: &str) -> String {
    if district.is_empty() {
        say(page, "districts-none")
    } else {
        naming::district(district, page).to_owned()
    }
}

/// The districts with what was opened at their stands, the most first.
pub fn districts(page: Lang, found: &[(String, u64)]) -> Table {
    let mut found: Vec<&(String, u64)> = found.iter().collect();
    found.sort_by(|(a, of_a), (b, of_b)| of_b.cmp(of_a).then_with(|| a.cmp(b)));
    let row = |(name, count): &&(String, u64)| {
        let name = if name.is_empty() { say(page, "numbers-no-district") } else { district(page, name) };
        vec![Cell::Words(name), Cell::Number(*count)]
    };
    let head = head(page, ["admin-organization-district", "numbers-openings"]);
    Table { head, rows: found.iter().map(row).collect() }
}

/// How far each district is covered; those that are in none come last.
pub fn coverage(page: Lang, found: &[Coverage]) -> Table {
    let mut found: Vec<&Coverage> = found.iter().collect();
    found.sort_by_key(|one| (one.district.is_empty(), &one.district));
    let row = |one: &&Coverage| {
        let counts = [one.all, one.in_force, one.live, one.silent, one.never].map(Cell::Number);
        std::iter::once(Cell::Words(district(page, &one.district))).chain(counts).collect()
    };
    let keys = [
        "admin-organization-district",
        "numbers-all-organizations",
        "filter-agreement-in-force",
        "filter-stand-live",
        "filter-stand-silent",
        "filter-stand-never",
    ];
    Table { head: head(page, keys), rows: found.iter().map(row).collect() }
}

/// Documents with how often they were opened.
pub fn documents(page: Lang, found: &[OpenedDocument<'_>]) -> Table {
    let row = |(document, owner, count): &OpenedDocument<'_>| {
        vec![
            Cell::Words(naming::title(document, owner, page).text),
            Cell::words(owner.number.as_str()),
            Cell::Words(naming::kind(document.kind, page)),
            Cell::Words(document.code.grouped()),
            Cell::Number(*count),
        ]
    };
    let keys =
        ["admin-document-titles", "numbers-owner", "admin-document-kind", "admin-code", "numbers-openings"];
    Table { head: head(page, keys), rows: found.iter().map(row).collect() }
}

/// Organizations with what was opened at their stands.
pub fn organizations(page: Lang, found: &[OpenedStand<'_>], today: Day) -> Table {
    let row = |one: &OpenedStand<'_>| {
        let organization = one.organization;
        let life = StandLife::of(one.last, today);
        vec![
            Cell::words(organization.number.as_str()),
            Cell::Words(naming::name(organization, page).text),
            Cell::Words(district(page, &organization.district)),
            Cell::Number(one.count),
            Cell::Day(one.last),
            Cell::Words(say(page, &format!("filter-stand-{}", life.name()))),
        ]
    };
    let keys = [
        "admin-organization-number",
        "admin-organization-name",
        "admin-organization-district",
        "numbers-openings",
        "numbers-last-scan",
        "filter-stand",
    ];
    Table { head: head(page, keys), rows: found.iter().map(row).collect() }
}
