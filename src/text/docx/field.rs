//! Fields (ISO/IEC 29500-1, 17.16): an instruction computes something, and its result is shown.

use super::xml::Element;
use crate::text::link::is_safe;

/// Which part of a field is being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// What computes it, as far as it is read.
    Instruction(String),
    /// What it shows, and where that leads.
    Result(Option<String>),
}

impl Field {
    /// Goes on from the instruction to its result.
    pub fn show(&mut self) {
        if let Self::Instruction(instruction) = self {
            *self = Self::Result(target(instruction));
        }
    }
}

/// Where an instruction leads: `HYPERLINK` (17.16.5.25) to an address, to a bookmark after `\l`, or to both; a reference
/// to a number or to words (`REF`, 17.16.5.45) to its bookmark.
pub fn target(instruction: &str) -> Option<String> {
    let mut words = words(instruction).into_iter();
    match words.next()?.to_uppercase().as_str() {
        "HYPERLINK" => {}
        "REF" => return Some(format!("#{}", words.next().filter(|word| !word.starts_with('\\'))?)),
        _ => return None,
    }
    let (mut address, mut bookmark) = (String::new(), None);
    while let Some(word) = words.next() {
        match word.as_str() {
            "\\l" => bookmark = words.next(),
            "\\o" | "\\t" => {
                words.next();
            }
            switch if switch.starts_with('\\') => {}
            _ if address.is_empty() => address = word,
            _ => {}
        }
    }
    followed(address + &bookmark.map(|bookmark| format!("#{bookmark}")).unwrap_or_default())
}

/// What a form field shows that keeps no result: a box to tick (17.16.7), or the entry chosen of a list (17.16.9).
pub fn chosen(data: &Element) -> Option<&str> {
    if let Some(tick) = data.child("checkBox") {
        let is_ticked = tick.toggle("checked").or_else(|| tick.toggle("default")).unwrap_or(false);
        return Some(if is_ticked { "☒" } else { "☐" });
    }
    let list = data.child("ddList")?;
    let chosen = list.property("result").or_else(|| list.property("default")).unwrap_or("0");
    list.children_named("listEntry").nth(chosen.parse().ok()?)?.attribute("val")
}

/// A target that may be followed: a safe address, or `#` and a bookmark.
pub fn followed(target: String) -> Option<String> {
    (is_safe(&target) || target.starts_with('#')).then_some(target)
}

/// The words of an instruction; quotation marks hold words together, a backslash keeps a quotation mark.
fn words(instruction: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    let mut characters = instruction.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            '\\' if quoted => word.extend(characters.next()),
            blank if blank.is_whitespace() && !quoted => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
            other => word.push(other),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn hyperlinks_name_addresses_and_bookmarks() {
        for (instruction, expected) in [
            (r#" HYPERLINK "https://example.kz/a" "#, Some("https://example.kz/a")),
            (r#"HYPERLINK \l "_Toc1" \h"#, Some("#_Toc1")),
            (r#"hyperlink "https://example.kz" \l "x" \o "tip \"quoted\"""#, Some("https://example.kz#x")),
            ("HYPERLINK https://example.kz", Some("https://example.kz")),
            (r"REF _Ref5 \r \h", Some("#_Ref5")),
            (" ref _Ref5", Some("#_Ref5")),
            (r"REF \h", None),
            ("PAGEREF _Toc1", None),
            ("HYPERLINK", None),
            ("", None),
        ] {
            assert_eq!(target(instruction).as_deref(), expected, "{instruction}");
        }
    }
}
