//! Numbers that are left out or stand twice.

use std::collections::HashSet;

use super::doubt::DoubtKind;
use crate::text::body::Block;
use crate::text::outline::{Mark, Part};

/// What is doubtful about the numbers, each with the anchor of the block that surprises.
pub fn doubts(blocks: &[Block], marks: &[Option<Mark>]) -> Vec<(Option<String>, DoubtKind)> {
    let mut lists = Lists::default();
    let mut doubts = Vec::new();
    for (block, mark) in blocks.iter().zip(marks) {
        let kind = match (block, mark) {
            (Block::Heading { .. }, Some(Mark::Part(part, number))) => lists.heading(*part, number),
            (Block::Heading { .. }, Some(Mark::Loud(number))) => lists.heading(Part::Section, number),
            (Block::Heading { .. }, _) => {
                lists.within = None;
                lists.close_points();
                None
            }
            (Block::Paragraph { .. }, Some(Mark::Point(number) | Mark::Loud(number))) => lists.point(number),
            (Block::Paragraph { .. }, Some(Mark::Subpoint(number))) => lists.subpoint(number),
            _ => None,
        };
        doubts.extend(kind.map(|kind| (block.anchor().map(str::to_owned), kind)));
    }
    doubts
}

/// The lists that are being counted.
#[derive(Default)]
struct Lists {
    parts: Vec<(Part, List)>,
    points: List,
    subpoints: List,
    /// The innermost part: within an article, points begin with 1.
    within: Option<Part>,
}

/// Numbers of one kind, in order.
#[derive(Default)]
struct List {
    last: Option<Vec<u32>>,
    seen: HashSet<Vec<u32>>,
    /// Whether a wider part began since the last number: the list may begin anew.
    may_restart: bool,
}

impl Lists {
    fn heading(&mut self, part: Part, number: &str) -> Option<DoubtKind> {
        self.within = Some(part);
        self.close_points();
        if part == Part::Appendix {
            // An annex has a numbering of its own.
            self.parts.retain(|(known, _)| *known == Part::Appendix);
        }
        for (_, list) in self.parts.iter_mut().filter(|(known, _)| *known > part) {
            list.may_restart = true;
        }
        if number.is_empty() {
            return None;
        }
        let at = self.parts.iter().position(|(known, _)| *known == part).unwrap_or_else(|| {
            self.parts.push((part, List::default()));
            self.parts.len() - 1
        });
        self.parts[at].1.count(number)
    }

    fn point(&mut self, number: &str) -> Option<DoubtKind> {
        self.subpoints = List::default();
        let first = self.points.last.is_none();
        let doubt = self.points.count_freely(number);
        self.first_of_article(first, number).or(doubt)
    }

    fn subpoint(&mut self, number: &str) -> Option<DoubtKind> {
        let first = self.subpoints.last.is_none();
        let doubt = self.subpoints.count_freely(number);
        self.first_of_article(first, number).or(doubt)
    }

    fn first_of_article(&self, first: bool, number: &str) -> Option<DoubtKind> {
        let doubtful = first && self.within == Some(Part::Article) && !opens(&parse(number));
        doubtful.then(|| DoubtKind::Gap { after: None, before: number.to_owned() })
    }

    fn close_points(&mut self) {
        self.points = List::default();
        self.subpoints = List::default();
    }
}

impl List {
    /// Counts a number in a list that may begin anew only after a wider part began.
    fn count(&mut self, number: &str) -> Option<DoubtKind> {
        let next = parse(number);
        if std::mem::take(&mut self.may_restart) && next == [1] {
            *self = Self::default();
        }
        self.count_on(next, number)
    }

    /// Counts a number in a list that may begin anew at any time.
    fn count_freely(&mut self, number: &str) -> Option<DoubtKind> {
        let next = parse(number);
        if opens(&next) && self.last.as_ref() != Some(&next) {
            *self = Self::default();
        }
        self.count_on(next, number)
    }

    fn count_on(&mut self, next: Vec<u32>, number: &str) -> Option<DoubtKind> {
        let last = self.last.replace(next.clone());
        if !self.seen.insert(next.clone()) {
            return Some(DoubtKind::Repeated { number: number.to_owned() });
        }
        let last = last?;
        let after = last.iter().map(u32::to_string).collect::<Vec<_>>().join("-");
        (next > last && !follows(&last, &next))
            .then(|| DoubtKind::Gap { after: Some(after), before: number.to_owned() })
    }
}

fn parse(number: &str) -> Vec<u32> {
    number.split('-').filter_map(|part| part.parse().ok()).collect()
}

/// Whether a number is the first of a list: 1, 2.1, 1.1.1.
fn opens(number: &[u32]) -> bool {
    number.last() == Some(&1)
}

/// Whether a number comes right after another one: 4 after 3, after 3-1 and after 3-2; 3-1 after 3; 2.1 after 1.5.
fn follows(last: &[u32], next: &[u32]) -> bool {
    let same = last.iter().zip(next).take_while(|(last, next)| last == next).count();
    let (Some(step), deeper) = (next.get(same), next.get(same + 1..).unwrap_or_default()) else {
        return false;
    };
    *step == last.get(same).map_or(1, |last| last + 1) && deeper.iter().all(|part| *part == 1)
}
