//! What changed between two texts: aligned by article, then by paragraph, then by word.
//!
//! Anchors are numbers: between two editions of a law article 3-1 appears between 3 and 4, and nothing else moves. Look-alike
//! letters, kinds of quotes and dashes, hyphenation and white space make no difference; the words are kept as each
//! text writes them, so both texts can be given back. The cost is bounded: beyond constant limits only what is equal
//! or has the same number is recognised.

mod lines;
mod sections;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashMap;

pub use lines::{Line, LineChange, Piece};
pub use sections::{Kind, Place};

use self::sections::Part;
use self::words::Numbering;
use super::body::Body;

/// The difference between two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The sections in the order of the new text; what was removed stands where it stood.
    pub sections: Vec<Section>,
}

/// A heading with what stands below it, up to the next heading, in one text or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What happened to it as a whole.
    pub fate: Fate,
    /// Whether its words changed, apart from its number.
    pub reworded: bool,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// What happened to a section as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It stands where it stood.
    Kept {
        /// In the old text.
        old: Place,
        /// In the new text.
        new: Place,
    },
    /// It stands elsewhere under the same number.
    Moved {
        /// In the old text.
        old: Place,
        /// In the new text.
        new: Place,
    },
    /// It has another number.
    Renumbered {
        /// In the old text.
        old: Place,
        /// In the new text.
        new: Place,
    },
    /// It is new.
    Added(Place),
    /// It is gone.
    Removed(Place),
}

impl Section {
    /// Where it stands in the old text.
    pub fn before(&self) -> Option<&Place> {
        match &self.fate {
            Fate::Kept { old, .. } | Fate::Moved { old, .. } | Fate::Renumbered { old, .. } => Some(old),
            Fate::Removed(place) => Some(place),
            Fate::Added(_) => None,
        }
    }

    /// Where it stands in the new text.
    pub fn after(&self) -> Option<&Place> {
        match &self.fate {
            Fate::Kept { new, .. } | Fate::Moved { new, .. } | Fate::Renumbered { new, .. } => Some(new),
            Fate::Added(place) => Some(place),
            Fate::Removed(_) => None,
        }
    }

    /// Where it stands in the new text, else where it stood.
    pub fn place(&self) -> &Place {
        match &self.fate {
            Fate::Kept { new, .. } | Fate::Moved { new, .. } | Fate::Renumbered { new, .. } => new,
            Fate::Added(place) | Fate::Removed(place) => place,
        }
    }

    /// Whether nothing happened to it.
    pub fn is_unchanged(&self) -> bool {
        !self.reworded && matches!(self.fate, Fate::Kept { .. })
    }
}

impl Comparison {
    /// Whether the texts say the same.
    pub fn is_unchanged(&self) -> bool {
        self.sections.iter().all(Section::is_unchanged)
    }

    /// The sections to which something happened.
    pub fn changes(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| !section.is_unchanged())
    }
}

/// Compares two texts of one language.
pub fn compare(old: &Body, new: &Body) -> Comparison {
    let mut numbering = Numbering::default();
    let (old, new) = sections::cut(old, new, &mut numbering);
    let pairs = sections::matched(&old, &new);
    let stayed = stayed(&pairs);
    let mut removed = removed(&old, &pairs, &stayed);
    let mut sections = removed.remove(&None).unwrap_or_default();
    for (index, part) in new.iter().enumerate() {
        sections.push(match pairs[index] {
            Some(of_old) => both(&old[of_old], part, stayed[index]),
            None => Section {
                fate: Fate::Added(part.place.clone()),
                reworded: true,
                lines: part.lines.iter().map(Line::added).collect(),
            },
        });
        sections.extend(removed.remove(&Some(index)).unwrap_or_default());
    }
    // The opening of a text that begins with a heading is nothing at all.
    sections.retain(|section| !section.lines.is_empty());
    Comparison { sections }
}

fn both(old: &Part, new: &Part, stayed: bool) -> Section {
    let (of_old, of_new) = (old.place.clone(), new.place.clone());
    let fate = if old.numeral != new.numeral {
        Fate::Renumbered { old: of_old, new: of_new }
    } else if stayed {
        Fate::Kept { old: of_old, new: of_new }
    } else {
        Fate::Moved { old: of_old, new: of_new }
    };
    let lines = lines::align(&old.lines, &new.lines);
    let is_same = |lines: &[Line]| lines.iter().all(|line| line.change == LineChange::Same);
    // Where the number changed, the heading did as well: the content without it decides.
    let reworded = old.content != new.content && !is_same(&lines);
    Section { fate, reworded, lines }
}

/// The sections that are gone, by the section of the new text after which they stood.
fn removed(old: &[Part], pairs: &[Option<usize>], stayed: &[bool]) -> HashMap<Option<usize>, Vec<Section>> {
    let mut of_old = vec![None; old.len()];
    for (new, pair) in pairs.iter().enumerate() {
        if let Some(pair) = pair {
            of_old[*pair] = Some(new);
        }
    }
    let mut removed: HashMap<Option<usize>, Vec<Section>> = HashMap::new();
    let mut after = None;
    for (part, new) in old.iter().zip(of_old) {
        match new {
            Some(new) if stayed[new] => after = Some(new),
            Some(_) => {}
            None => removed.entry(after).or_default().push(Section {
                fate: Fate::Removed(part.place.clone()),
                reworded: true,
                lines: part.lines.iter().map(Line::removed).collect(),
            }),
        }
    }
    removed
}

/// Which pairs keep their order: the longest run of sections that stand in the order of both texts.
fn stayed(pairs: &[Option<usize>]) -> Vec<bool> {
    // ends[n] is the pair with the smallest position in the old text that ends a run of n + 1.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (index, pair) in pairs.iter().enumerate() {
        let Some(old) = pair else { continue };
        let length = ends.partition_point(|end| pairs[*end] < Some(*old));
        before[index] = length.checked_sub(1).map(|previous| ends[previous]);
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut stayed = vec![false; pairs.len()];
    let mut at = ends.last().copied();
    while let Some(index) = at {
        stayed[index] = true;
        at = before[index];
    }
    stayed
}
