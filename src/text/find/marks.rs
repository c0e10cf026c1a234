//! Where the words of a query stand in a text, so that a page can mark them.

use std::ops::Range;

use super::matcher::Matcher;
use super::query::{Group, Query};
use super::word::words;
use crate::domain::Lang;
use crate::text::body::STRUCK;

/// Length of an excerpt, in characters: four or five lines on a phone.
const EXCERPT_CHARS: usize = 260;

/// What is shown before the first marked word of a long paragraph, in characters.
const BEFORE_CHARS: usize = 70;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words, exactly as they stand.
    pub text: String,
    /// Whether they were searched for.
    pub is_marked: bool,
    /// Whether they are crossed out, as far as an excerpt or a heading tells.
    pub is_struck: bool,
}

/// A heading of a passage in pieces, with the words of the query marked.
pub fn heading(text: &str, lang: Lang, query: &Query) -> Vec<Piece> {
    crossed_out(marked(text, lang, query), false)
}

/// A text in pieces, with the words of the query marked. Together they are the text.
pub fn marked(text: &str, lang: Lang, query: &Query) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for Place { at, .. } in places(text, lang, query) {
        push(&mut pieces, &text[end..at.start], false);
        push(&mut pieces, &text[at.clone()], true);
        end = at.end;
    }
    push(&mut pieces, &text[end..], false);
    pieces
}

/// The part of a text that answers the query best, in pieces; an ellipsis stands where something was left out.
pub fn excerpt(text: &str, lang: Lang, query: &Query) -> Vec<Piece> {
    let places = places(text, lang, query);
    let range = best_range(text, &places, query);
    let begins_struck = text[..range.start].matches(STRUCK).count() % 2 == 1;
    let mut pieces = crossed_out(marked(&text[range.clone()], lang, query), begins_struck);
    let ellipsis = |text: &str| Piece { text: text.to_owned(), is_marked: false, is_struck: false };
    if range.start > 0 {
        pieces.insert(0, ellipsis("… "));
    }
    if range.end < text.len() {
        pieces.push(ellipsis(" …"));
    }
    pieces
}

/// The same pieces without the signs that stand around crossed-out words in plain text, and with what they say.
fn crossed_out(pieces: Vec<Piece>, begins_struck: bool) -> Vec<Piece> {
    let mut is_struck = begins_struck;
    let mut apart = Vec::new();
    for piece in pieces {
        for (at, text) in piece.text.split(STRUCK).enumerate() {
            is_struck ^= at > 0;
            if !text.is_empty() {
                apart.push(Piece { text: text.to_owned(), is_struck, ..piece });
            }
        }
    }
    apart
}

/// The shortest word of a text that stands for the group of a query, as the text writes it.
pub fn surface<'t>(text: &'t str, lang: Lang, group: &Group) -> Option<&'t str> {
    let best = group.alternatives.iter().map(|one| one.weight).fold(0.0, f64::max);
    let is_best = |stem: String| {
        group.alternatives.iter().any(|one| one.weight >= best && one.words == [stem.as_str()])
    };
    let found = words(text).filter(|word| word.stem(lang).is_some_and(is_best));
    found.map(|word| &text[word.at]).min_by_key(|word| word.len())
}

fn push(pieces: &mut Vec<Piece>, text: &str, is_marked: bool) {
    if !text.is_empty() {
        pieces.push(Piece { text: text.to_owned(), is_marked, is_struck: false });
    }
}

/// A word that was searched for.
struct Place {
    /// Where it stands, in bytes.
    at: Range<usize>,
    /// The groups of the query that it answers, and how near it comes.
    groups: Vec<(usize, f64)>,
}

/// Where words of the query stand, in order.
fn places(text: &str, lang: Lang, query: &Query) -> Vec<Place> {
    let stems: Vec<(Range<usize>, String)> =
        words(text).filter_map(|word| word.stem(lang).map(|stem| (word.at, stem))).collect();
    let numbered = stems.iter().enumerate().map(|(position, (_, stem))| (position, stem.as_str()));
    let mut groups: Vec<Vec<(usize, f64)>> = vec![Vec::new(); stems.len()];
    for (group, hits) in Matcher::new(query).hits(numbered).iter().enumerate() {
        for hit in hits {
            groups[hit.position].push((group, hit.weight));
        }
    }
    let places = stems.into_iter().zip(groups).map(|((at, _), groups)| Place { at, groups });
    places.filter(|place| !place.groups.is_empty()).collect()
}

/// The bytes of the excerpt: from the beginning of a paragraph where its words are met early, else from a little before
/// them.
fn best_range(text: &str, places: &[Place], query: &Query) -> Range<usize> {
    let worth = |from: usize| {
        let end = places[from].at.start
            + text[places[from].at.start..].floor_char_boundary(2 * (EXCERPT_CHARS - BEFORE_CHARS));
        let mut met = vec![0.0_f64; query.groups.len()];
        let near = places[from..].iter().take_while(|place| place.at.end <= end);
        near.flat_map(|place| &place.groups)
            .for_each(|(group, weight)| met[*group] = met[*group].max(*weight));
        query.groups.iter().zip(met).map(|(group, met)| group.weight * met).sum::<f64>()
    };
    // The earliest of equals.
    let best = (0..places.len()).rev().max_by(|a, b| worth(*a).total_cmp(&worth(*b)));
    let first = best.map_or(0, |best| places[best].at.start);
    let paragraph = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let start = if text[paragraph..first].chars().count() <= BEFORE_CHARS {
        paragraph
    } else {
        let before = text[..first].char_indices().rev().nth(BEFORE_CHARS).map_or(0, |(at, _)| at);
        text[before..first].find(' ').map_or(first, |space| before + space + 1)
    };
    let Some((end, _)) = text[start..].char_indices().nth(EXCERPT_CHARS) else { return start..text.len() };
    let end = start + end;
    let cut = text[start..end].rfind(char::is_whitespace).map_or(end, |space| start + space);
    start..if cut > first { cut } else { end }
}
