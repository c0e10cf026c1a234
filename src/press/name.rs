//! What files are called: whose they are and what is in them, so that a folder of them is sorted for delivery.

use super::Scope;
use crate::domain::Code;
use crate::domain::organization::Organization;
use crate::print::model::choice::{Choice, Part, Pending};
use crate::print::model::options::{OPTIONS, PrintOption, Values};

/// The kit of an organization: `tizilim-S054-7K3M9Q3.pdf`, or `tizilim-S054-7K3M9Q3-stickers-L7160.pdf`.
pub fn file_name(organization: &Organization, choice: &Choice) -> String {
    named(organization, organization.code, &chosen(choice, &Choice::default()))
}

/// What is printed of one document: `tizilim-S054-4HD0TWX.pdf`. Its sheet alone is what one expects.
pub fn of_sheet(organization: &Organization, document: Code, choice: &Choice) -> String {
    let (parts, pending) = (vec![Part::Sheets], Pending::Printed);
    let expected = Choice { parts, pending, ..Choice::default() };
    named(organization, document, &chosen(choice, &expected))
}

/// Many kits in one file, without its ending: `tizilim-school-121-stickers-L7160`.
pub fn of_batch(scope: &Scope, kits: usize, choice: &Choice) -> String {
    let whose = scope.district.iter().chain(&scope.kind).map(|name| format!("-{}", in_file_names(name)));
    format!("tizilim{}-{kits}{}", whose.collect::<String>(), chosen(choice, &Choice::default()))
}

fn named(organization: &Organization, code: Code, chosen: &str) -> String {
    format!("tizilim-{}-{code}{chosen}.pdf", in_file_names(&organization.number))
}

/// What tells a file from the one that is expected, as far as one must not mix them up on paper: words, then numbers.
fn chosen(choice: &Choice, expected: &Choice) -> String {
    let is_number = |option: &&PrintOption| {
        matches!(option.values, Values::Number(_) | Values::Millimetres | Values::Documents | Values::Clauses)
    };
    let (numbers, words): (Vec<&PrintOption>, Vec<_>) = OPTIONS.iter().partition(is_number);
    let said = words.into_iter().chain(numbers);
    said.filter_map(|option| option.in_file_names(choice, expected)).map(|word| format!("-{word}")).collect()
}

/// The words as every system takes them in the name of a file or a folder: no sign that has a meaning, no dot or space at
/// an end, nothing empty.
pub(super) fn in_file_names(words: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || " ._-".contains(c) { c } else { '-' };
    let words: String = words.chars().map(plain).collect();
    let words = words.trim_matches([' ', '.']);
    if words.is_empty() { "-".to_owned() } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_is_in_a_file() {
        let read = |pairs: &[(&str, &str)]| Choice::read(pairs.iter().copied()).expect("choices");
        let said = |pairs: &[(&str, &str)]| of_batch(&Scope::default(), 3, &read(pairs));
        assert_eq!(said(&[]), "tizilim-3");
        assert_eq!(said(&[("parts", "stickers"), ("stock", "l7165")]), "tizilim-3-stickers-L7165");
        assert_eq!(said(&[("paper", "a3"), ("level", "h")]), "tizilim-3-a3-h");
        assert_eq!(said(&[("languages", "kk,ru,en"), ("look", "banner")]), "tizilim-3-en-banner");
        assert_eq!(said(&[("pending", "yes"), ("occasion", "reprint")]), "tizilim-3-reprint-pending");
        let some = said(&[("documents", "7K3M9Q3.4HD0TWX"), ("parts", "stickers"), ("start", "4")]);
        assert_eq!(some, "tizilim-3-stickers-L7160-from-4-of-2");
        assert_eq!(said(&[("documents", "7K3M9Q3")]), "tizilim-3-7K3M9Q3");
        let scope =
            Scope { district: Some("Есіл / Есиль".to_owned()), kind: Some("school".to_owned()) };
        assert_eq!(of_batch(&scope, 3, &read(&[])), "tizilim-Есіл - Есиль-school-3");
    }

    #[test]
    fn no_number_leads_out_of_a_folder() {
        assert_eq!(in_file_names("../S 054\\Есіл / Есиль"), "-S 054-Есіл - Есиль");
        for word in ["..", ".", " ", "", "…"] {
            assert_eq!(in_file_names(word), "-", "{word:?}");
        }
        assert_eq!(in_file_names("Есіл. "), "Есіл");
    }
}
