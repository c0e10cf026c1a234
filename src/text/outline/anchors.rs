//! Anchors from numbers, unique in a body.

use std::collections::{HashMap, HashSet};

use super::marker::{Marker, Part};

/// The anchors given so far, and where in the document the next one stands.
#[derive(Default)]
pub struct Anchors {
    taken: HashSet<String>,
    /// How often each anchor was wanted once it was taken.
    turns: HashMap<String, u32>,
    /// The headings above, from the widest part to the narrowest.
    above: Vec<(Part, String)>,
    point: Option<String>,
    unnumbered: u32,
}

impl Anchors {
    /// The anchor of a heading that begins with this.
    pub fn heading(&mut self, marker: Option<Marker>) -> String {
        self.point = None;
        let (part, wanted) = match marker {
            Some(Marker::Part(part, number)) if number.is_empty() => (part, part.prefix().to_owned()),
            Some(Marker::Part(part, number)) => (part, format!("{}-{number}", part.prefix())),
            Some(Marker::Point(number) | Marker::Loud(number) | Marker::Subpoint(number)) => {
                (Part::Section, format!("sec-{number}"))
            }
            Some(Marker::Roman(_) | Marker::Bold(_)) | None => {
                self.unnumbered += 1;
                let wanted = format!("h-{}", self.unnumbered);
                self.above.retain(|(above, _)| *above != Part::Article);
                return self.claim(wanted, None);
            }
        };
        self.above.retain(|(above, _)| *above < part);
        let appendix = self.above.iter().find(|(above, _)| *above == Part::Appendix);
        let wanted = appendix.map_or(wanted.clone(), |(_, appendix)| format!("{appendix}-{wanted}"));
        let parent = self.above.last().map(|(_, anchor)| anchor.clone());
        let anchor = self.claim(wanted, parent);
        self.above.push((part, anchor.clone()));
        anchor
    }

    /// The anchor of a paragraph that begins with this; none without a number.
    pub fn point(&mut self, marker: Option<Marker>) -> Option<String> {
        let (letter, number) = match marker? {
            Marker::Point(number) | Marker::Loud(number) => ('p', number),
            Marker::Subpoint(number) => ('s', number),
            Marker::Part(..) | Marker::Roman(_) | Marker::Bold(_) => return None,
        };
        let within = self.above.iter().rev().find(|(part, _)| matches!(part, Part::Article | Part::Appendix));
        let prefix = match (&self.point, within) {
            (Some(point), _) if letter == 's' => Some(point.clone()),
            (_, Some((_, anchor))) => Some(anchor.clone()),
            _ => None,
        };
        let wanted = match &prefix {
            Some(prefix) => format!("{prefix}-{letter}-{number}"),
            None => format!("{letter}-{number}"),
        };
        let parent =
            if prefix.is_none() { self.above.last().map(|(_, anchor)| anchor.clone()) } else { None };
        let anchor = self.claim(wanted, parent);
        if letter == 'p' {
            self.point = Some(anchor.clone());
        }
        Some(anchor)
    }

    /// Takes the wanted anchor, else the one told apart by the heading above, else one told apart by its turn.
    fn claim(&mut self, wanted: String, parent: Option<String>) -> String {
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let base = parent.map_or(wanted.clone(), |parent| format!("{parent}-{wanted}"));
        if self.taken.insert(base.clone()) {
            return base;
        }
        // The turns go on where they stopped: a file of a million equal numbers must not be counted anew for each.
        let turn = self.turns.entry(base.clone()).or_insert(1);
        loop {
            *turn += 1;
            let anchor = format!("{base}-x{turn}");
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }
}
