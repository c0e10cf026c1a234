//! What a person should look at before a text is published: the program only doubts, it never changes or refuses.

mod dates;
mod letters;
mod numbering;
mod owner;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::body::{Block, Body, Warning};
use super::language;
use super::outline::{Mark, Part, markers};
use crate::domain::organization::Organization;
use crate::domain::requisites::RequisitesInput;
use crate::domain::{Code, Lang};

/// Characters below which a text needs no headings: a leaflet.
const HEADLESS_MAX_CHARS: usize = 3_000;

/// Characters below which a text is hardly one: the cover of a scan, a page that was saved by mistake.
const SHORT_MAX_CHARS: usize = 200;

/// What a text should say besides its words.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The days that were typed.
    pub requisites: &'a RequisitesInput,
}

/// A doubt about one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The text that it is about.
    pub lang: Lang,
    /// Where it is: an anchor of this text, for [`DoubtKind::Missing`] one of the text that has it. None for the whole text.
    pub anchor: Option<String>,
    /// What is doubtful.
    pub kind: DoubtKind,
}

/// What is doubtful. Numbers are written as in anchors: `3-1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoubtKind {
    /// What the reader noticed in the file itself.
    File(Warning),
    /// There are no words that can be read.
    NoWords,
    /// There are hardly any words.
    FewWords {
        /// Its characters.
        characters: usize,
    },
    /// Another school is named, and the owner is not.
    OtherOrganization {
        /// How the text names it.
        found: String,
    },
    /// The text has another term than was typed.
    OtherTerm {
        /// Its term, such as `2026–2028`.
        found: String,
    },
    /// The text has another day than was typed.
    OtherDay {
        /// The line that names it.
        found: String,
    },
    /// Another organization's document has the same file.
    SameFile {
        /// That document.
        document: Code,
    },
    /// The letters are those of another language: languages swapped, or the wrong file.
    Language {
        /// The language that it looks like.
        looks_like: Lang,
    },
    /// A long text without any heading: no contents, no links to articles.
    NoHeadings,
    /// Numbers are left out.
    Gap {
        /// The number before the gap; none where the first number is not 1.
        after: Option<String>,
        /// The number behind the gap.
        before: String,
    },
    /// A number stands twice in one list.
    Repeated {
        /// The number.
        number: String,
    },
    /// Another language has a heading that this one lacks.
    Missing {
        /// The language that has it.
        present_in: Lang,
    },
    /// Characters that no text has: a broken font or a wrong encoding.
    Garbled {
        /// Blocks that have some.
        blocks: usize,
        /// The first word.
        sample: String,
    },
    /// Words that mix Latin letters into Cyrillic ones; search and comparison fold them.
    LookAlikes {
        /// Blocks that have some.
        blocks: usize,
        /// The first word.
        sample: String,
    },
}

/// How much a doubt matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Good to know.
    Note,
    /// Probably a mistake.
    Warning,
}

impl Doubt {
    /// Whether it is so doubtful that a person must say that it was seen.
    pub fn is_serious(&self) -> bool {
        self.kind.gravity() == Gravity::Warning
    }
}

impl DoubtKind {
    /// Its name for programs.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::File(warning) => warning.name(),
            Self::NoWords => "no_words",
            Self::FewWords { .. } => "few_words",
            Self::OtherOrganization { .. } => "other_organization",
            Self::OtherTerm { .. } => "other_term",
            Self::OtherDay { .. } => "other_day",
            Self::SameFile { .. } => "same_file",
            Self::Language { .. } => "language",
            Self::NoHeadings => "no_headings",
            Self::Gap { .. } => "gap",
            Self::Repeated { .. } => "repeated",
            Self::Missing { .. } => "missing",
            Self::Garbled { .. } => "garbled",
            Self::LookAlikes { .. } => "look_alikes",
        }
    }

    /// The pages that it is about; empty where it is about none, or about the whole file.
    pub fn pages(&self) -> &[u32] {
        match self {
            Self::File(warning) => warning.pages(),
            _ => &[],
        }
    }

    /// How much it matters.
    pub const fn gravity(&self) -> Gravity {
        match self {
            Self::LookAlikes { .. } | Self::FewWords { .. } => Gravity::Note,
            Self::File(_)
            | Self::NoWords
            | Self::OtherOrganization { .. }
            | Self::OtherTerm { .. }
            | Self::OtherDay { .. }
            | Self::SameFile { .. }
            | Self::Language { .. }
            | Self::NoHeadings
            | Self::Gap { .. }
            | Self::Repeated { .. }
            | Self::Missing { .. }
            | Self::Garbled { .. } => Gravity::Warning,
        }
    }
}

/// What is doubtful in the texts of one version: first what concerns a whole text, then from its beginning to its end.
/// A text without words has no doubts but those about its file. `expected` is what is known besides the texts.
pub fn doubts(texts: &[(Lang, &Body)], expected: Option<Expected<'_>>) -> Vec<Doubt> {
    let texts: Vec<Reviewed<'_>> = texts
        .iter()
        .map(|(lang, body)| Reviewed { lang: *lang, body, marks: markers(&body.blocks) })
        .collect();
    let mut doubts = Vec::new();
    for text in &texts {
        let doubt = |(anchor, kind)| Doubt { lang: text.lang, anchor, kind };
        doubts.extend(text.whole(expected).into_iter().map(|kind| doubt((None, kind))));
        doubts.extend(letters::doubts(&text.body.blocks).into_iter().map(doubt));
        doubts.extend(numbering::doubts(&text.body.blocks, &text.marks).into_iter().map(doubt));
        doubts.extend(text.missing(&texts));
    }
    doubts
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
