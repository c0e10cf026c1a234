//! What a person should look at before a text is published: the program only doubts, it never changes or refuses.

mod dates;
mod doubt;
mod letters;
mod numbering;
mod owner;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::amendment;
use super::body::{Amendment, Block, Body};
use super::language;
use super::outline::{Mark, Part, markers};
use crate::domain::Lang;
use crate::domain::organization::Organization;
use crate::domain::requisites::RequisitesInput;
pub use dates::read as read_days;
pub use doubt::{Doubt, DoubtKind, Gravity};
pub use owner::{Key as OwnerKey, head, keys_of, named as owners_named};

/// Characters below which a text needs no headings: a leaflet.
const HEADLESS_MAX_CHARS: usize = 3_000;

/// Characters below which a text is hardly one: the cover of a scan, a page that was saved by mistake.
const SHORT_MAX_CHARS: usize = 40;

/// What a text should say besides its words.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The days that were typed.
    pub requisites: &'a RequisitesInput,
}

/// What is doubtful in the texts of one version: first what concerns a whole text, then from its beginning to its end.
/// A text without words has no doubts but those about its file. `expected` is what is known besides the texts.
pub fn doubts(texts: &[(Lang, &Body)], expected: Option<Expected<'_>>) -> Vec<Doubt> {
    let own = |body: &Body| {
        let mut own = body.clone();
        amendment::detach(&mut own);
        own
    };
    let bodies: Vec<Body> = texts.iter().map(|(_, body)| own(body)).collect();
    let amended: Vec<&[Amendment]> = texts.iter().map(|(_, body)| body.amendments.as_slice()).collect();
    let texts: Vec<Reviewed<'_>> = texts
        .iter()
        .zip(&bodies)
        .map(|((lang, _), body)| Reviewed { lang: *lang, body, marks: markers(&body.blocks) })
        .collect();
    let mut doubts = Vec::new();
    for (text, amendments) in texts.iter().zip(amended) {
        let doubt = |(anchor, kind)| Doubt { lang: text.lang, anchor, kind };
        // The days of an amended text are those of what amends it.
        let no_days = expected.map(|expected| RequisitesInput {
            signed_on: None,
            effective_from: None,
            ..*expected.requisites
        });
        let expected = match (expected, &no_days) {
            (Some(Expected { owner, .. }), Some(requisites)) if !amendments.is_empty() => {
                Some(Expected { owner, requisites })
            }
            (expected, _) => expected,
        };
        doubts.extend(amendments.iter().filter_map(of_amendment).map(doubt));
        doubts.extend(text.whole(expected).into_iter().map(|kind| doubt((None, kind))));
        doubts.extend(letters::doubts(&text.body.blocks).into_iter().map(doubt));
        doubts.extend(numbering::doubts(&text.body.blocks, &text.marks).into_iter().map(doubt));
        doubts.extend(text.missing(&texts));
    }
    doubts
}

/// What is doubtful about an amendment.
fn of_amendment(amendment: &Amendment) -> Option<(Option<String>, DoubtKind)> {
    let kind = match (amendment.is_read, amendment.changes.is_empty()) {
        (false, _) => DoubtKind::AmendmentUnread,
        (true, true) => DoubtKind::AmendmentWithoutPlace,
        (true, false) => return None,
    };
    Some((Some(amendment.anchor()), kind))
}

struct Reviewed<'a> {
    lang: Lang,
    body: &'a Body,
    marks: Vec<Option<Mark>>,
}

impl Reviewed<'_> {
    /// Doubts about the text as a whole.
    fn whole(&self, expected: Option<Expected<'_>>) -> Vec<DoubtKind> {
        let text = self.body.to_text();
        let mut doubts: Vec<DoubtKind> = self.body.warnings.iter().cloned().map(DoubtKind::File).collect();
        let characters = text.trim().chars().count();
        if characters == 0 && doubts.is_empty() {
            doubts.push(DoubtKind::NoWords);
        } else if (1..SHORT_MAX_CHARS).contains(&characters) {
            doubts.push(DoubtKind::FewWords { characters });
        }
        if let Some(looks_like) = language::of(&text).filter(|looks_like| *looks_like != self.lang) {
            doubts.push(DoubtKind::Language { looks_like });
        }
        if let Some(Expected { owner, requisites }) = expected {
            doubts.extend(owner::doubt(&text, owner));
            doubts.extend(dates::doubts(&text, requisites));
        }
        let heading = |block: &Block| matches!(block, Block::Heading { .. });
        if !self.body.blocks.iter().any(heading) && characters > HEADLESS_MAX_CHARS {
            doubts.push(DoubtKind::NoHeadings);
        }
        doubts
    }

    /// The anchors that the languages of a text must share: its parts, and in a text without articles its points such
    /// as `1.2`.
    fn shared(&self) -> Vec<&str> {
        let articles = self.marks.iter().flatten().any(|mark| mark.part() == Some(Part::Article));
        let is_shared = |mark: &Mark| match mark {
            Mark::Part(..) | Mark::Loud(_) => true,
            Mark::Point(number) => !articles && number.contains('-'),
            Mark::Subpoint(_) | Mark::Roman(_) | Mark::Bold(_) => false,
        };
        let marked = self.body.blocks.iter().zip(&self.marks);
        marked
            .filter(|(_, mark)| mark.as_ref().is_some_and(is_shared))
            .filter_map(|(block, _)| block.anchor())
            .collect()
    }

    /// What other languages have and this one lacks; nothing where it has no words at all.
    fn missing(&self, texts: &[Reviewed<'_>]) -> Vec<Doubt> {
        if self.body.is_empty() {
            return Vec::new();
        }
        let mut known: HashSet<String> = self.shared().into_iter().map(str::to_owned).collect();
        let mut doubts = Vec::new();
        for other in texts.iter().filter(|other| other.lang != self.lang) {
            for anchor in other.shared() {
                if known.insert(anchor.to_owned()) {
                    let kind = DoubtKind::Missing { present_in: other.lang };
                    doubts.push(Doubt { lang: self.lang, anchor: Some(anchor.to_owned()), kind });
                }
            }
        }
        doubts
    }
}
