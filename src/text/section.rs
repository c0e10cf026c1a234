//! A body in sections: what stands under one heading that links can lead to.

use std::ops::Range;

use super::body::{Block, Body};

/// A heading with an anchor, and the blocks up to the next one.
#[derive(Debug, Clone, Copy)]
pub struct Section<'b> {
    /// Where links lead; none for what stands before the first heading.
    pub anchor: Option<&'b str>,
    /// Depth of the heading, from 1; 0 before the first heading.
    pub level: u8,
    /// The blocks, the heading first.
    pub blocks: &'b [Block],
}

impl Section<'_> {
    /// The words of the heading, with the number that the office program computed; empty before the first heading.
    pub fn title(&self) -> String {
        self.blocks.first().filter(|_| self.anchor.is_some()).map(Block::line).unwrap_or_default()
    }
}

/// The sections of a body in reading order: together they are all its blocks.
pub fn sections(body: &Body) -> Vec<Section<'_>> {
    let mut sections = Vec::new();
    let mut start = 0;
    for end in 1..=body.blocks.len() {
        let is_next = body.blocks.get(end).is_none_or(|block| heading(block).is_some());
        if is_next {
            let (anchor, level) = heading(&body.blocks[start]).map_or((None, 0), |(a, l)| (Some(a), l));
            sections.push(Section { anchor, level, blocks: &body.blocks[start..end] });
            start = end;
        }
    }
    sections
}

/// Where the blocks stand of the part that an anchor leads to: a heading with all that stands below it, or a point with its own
/// points; none where the body has no such anchor.
pub fn part(body: &Body, anchor: &str) -> Option<Range<usize>> {
    let start = body.blocks.iter().position(|block| block.anchor() == Some(anchor))?;
    let level = heading(&body.blocks[start]).map(|(_, level)| level);
    let ends = |block: &Block| match (level, heading(block), block.anchor()) {
        (Some(level), Some((_, next)), _) => next <= level,
        (None, Some(_), _) => true,
        (None, None, Some(next)) => next.strip_prefix(anchor).is_none_or(|rest| !rest.starts_with('-')),
        (_, None, _) => false,
    };
    let rest = &body.blocks[start + 1..];
    let length = rest.iter().position(ends).unwrap_or(rest.len());
    Some(start..start + 1 + length)
}

fn heading(block: &Block) -> Option<(&str, u8)> {
    match block {
        Block::Heading { anchor: Some(anchor), level, .. } => Some((anchor, *level)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::body::Span;

    fn heading(anchor: &str, words: &str) -> Block {
        Block::Heading {
            level: 2,
            anchor: Some(anchor.to_owned()),
            label: Some("1.".to_owned()),
            content: vec![Span::plain(words)],
        }
    }

    fn paragraph(words: &str) -> Block {
        Block::Paragraph { anchor: None, label: None, depth: 0, content: vec![Span::plain(words)] }
    }

    #[test]
    fn every_block_is_in_one_section() {
        let body = Body {
            blocks: vec![paragraph("before"), heading("ch-1", "Pay"), paragraph("a"), heading("ch-2", "Aid")],
            ..Body::default()
        };
        let sections = sections(&body);
        let anchors: Vec<_> = sections.iter().map(|section| section.anchor).collect();
        assert_eq!(anchors, [None, Some("ch-1"), Some("ch-2")]);
        assert_eq!(sections.iter().map(|section| section.blocks.len()).sum::<usize>(), 4);
        assert_eq!(sections[1].title(), "1. Pay");
        assert_eq!(sections[0].title(), "");
    }

    fn point(anchor: &str) -> Block {
        let content = vec![Span::plain(anchor)];
        Block::Paragraph { anchor: Some(anchor.to_owned()), label: None, depth: 0, content }
    }

    #[test]
    fn a_part_is_what_stands_below_its_number() {
        let blocks = vec![
            heading("sec-5", "Leave"),
            point("p-5-1"),
            paragraph("more"),
            point("p-5-1-s-1"),
            point("p-5-10"),
            heading("sec-6", "Pay"),
            point("p-6-1"),
        ];
        let body = Body { blocks, ..Body::default() };
        let lengths = ["sec-5", "p-5-1", "p-5-10", "p-6-1", "p-7"].map(|at| Some(part(&body, at)?.len()));
        assert_eq!(lengths, [Some(5), Some(3), Some(1), Some(1), None]);
    }

    #[test]
    fn an_empty_body_has_no_section() {
        assert!(sections(&Body::default()).is_empty());
    }
}
