//! The union and its primary organizations.

use std::cmp::Ordering;

use super::calendar::{Day, Instant};
use super::code::Code;
use super::ids::OrganizationId;
use super::lang::Trilingual;
use super::names::names;

/// Longest name of an organization in one language, in characters: official names reach 190.
pub const NAME_MAX_CHARS: usize = 300;

/// The union itself, or one primary organization.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Its identifier inside the registry.
    pub id: OrganizationId,
    /// Its code for life.
    pub code: Code,
    /// The union's own number for it, such as `S054`: unique, editable, what tables are matched by.
    pub number: String,
    /// Whether it is the union itself.
    pub is_union: bool,
    /// Every name it ever had, oldest first; the last is the present one.
    pub names: Vec<DatedNames>,
    /// What it is, such as `school`.
    pub kind: String,
    /// The district, written `kk / ru`; empty where there is none.
    pub district: String,
    /// Whether it still exists.
    pub status: OrganizationStatus,
    /// What it became, or what became part of it.
    pub successions: Vec<Succession>,
    /// Whom to ask. Personal data: shown on pages, never printed, never in the ledger.
    pub contact: Option<Contact>,
}

/// Names that an organization has had from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedNames {
    /// The names.
    pub names: Trilingual,
    /// The first day of the names; none for the first ones.
    pub since: Option<Day>,
    /// When the registry learned of them.
    pub recorded_at: Instant,
}

names! {
    /// Whether an organization still exists.
    pub enum OrganizationStatus {
        /// It exists.
        Active = "active",
        /// It was dissolved or merged into another.
        Dissolved = "dissolved",
    }
}

/// One organization following another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    /// The earlier organization.
    pub from: OrganizationId,
    /// The later organization.
    pub to: OrganizationId,
    /// How it came about.
    pub relation: Relation,
    /// The day of the change.
    pub on: Day,
}

names! {
    /// How one organization came to follow another.
    pub enum Relation {
        /// The earlier one became part of the later one.
        Merge = "merge",
        /// The later one was split off from the earlier one.
        Split = "split",
    }
}

/// Whom members may call or write to. Erasable; given with consent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The person's name.
    pub name: String,
    /// Telephone number as people write it; empty where there is none.
    pub phone: String,
    /// WhatsApp number as people write it; empty where there is none.
    pub whatsapp: String,
    /// Where to find the person; empty where unknown.
    pub room: String,
    /// The day on which the contact was last confirmed.
    pub confirmed_on: Day,
}

/// The digits of a telephone number in international form without `+`, as `tel:` and `wa.me` links want them.
///
/// A number of eleven digits that begins with 8, the national prefix of Kazakhstan, is read as +7. None where the
/// number has fewer than 10 or more than 15 digits (ITU-T E.164).
pub fn international_digits(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let international = match (digits.len(), digits.as_bytes().first()) {
        (11, Some(b'8')) => format!("7{}", &digits[1..]),
        (10, _) => format!("7{digits}"),
        _ => digits,
    };
    (11..=15).contains(&international.len()).then_some(international)
}

/// The digits of a number as people count; what has none comes last.
fn counted(number: &str) -> u64 {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(u64::MAX)
}

/// The order of the union's numbers as people count: all of a letter together, S9 before S10.
pub fn number_order(number: &str, other: &str) -> Ordering {
    let letters = |number: &str| number.trim_start_matches(|c: char| !c.is_ascii_digit()).len();
    let key = |number: &'_ str| (number[..number.len() - letters(number)].to_uppercase(), counted(number));
    key(number).cmp(&key(other)).then_with(|| number.cmp(other))
}

/// The order in which many organizations get something, each given by its district and its number: by district, then by
/// number as people count, S9 before S10.
pub fn delivery_order((district, number): (&str, &str), (other, of_other): (&str, &str)) -> Ordering {
    district.cmp(other).then_with(|| (counted(number), number).cmp(&(counted(of_other), of_other)))
}

impl Organization {
    /// The present names.
    pub fn name(&self) -> &Trilingual {
        static NONE: std::sync::OnceLock<Trilingual> = std::sync::OnceLock::new();
        self.names.last().map_or_else(|| NONE.get_or_init(Trilingual::default), |dated| &dated.names)
    }

    /// The organization that this one was merged into.
    pub fn merged_into(&self) -> Option<OrganizationId> {
        self.successions
            .iter()
            .find(|succession| succession.from == self.id && succession.relation == Relation::Merge)
            .map(|succession| succession.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_and_letters_kept_together() {
        let mut numbers = ["S10", "s2", "K12", "S1", "10", "№ 3", "K3", "2", "S002", "Ж"];
        numbers.sort_by(|a, b| number_order(a, b));
        assert_eq!(numbers, ["2", "10", "K3", "K12", "S1", "S002", "s2", "S10", "Ж", "№ 3"]);
    }

    #[test]
    fn numbers_become_international() {
        for text in ["8 701 123 45 67", "+7 (701) 123-45-67", "77011234567", "701 123 4567"] {
            assert_eq!(international_digits(text).as_deref(), Some("77011234567"), "{text}");
        }
        assert_eq!(international_digits("22-33"), None);
        assert_eq!(international_digits(""), None);
    }
}
