//! Page numbers and running heads are no part of the text: lines in the margins, at one height of many pages, apart from
//! the words of the page. The last point of a page is none, even if every page ends with the same words.

use std::collections::HashMap;

use super::line::Line;
use super::lines::Sheet;

/// The share of the page's height that a margin takes at most.
const MARGIN: f64 = 0.12;

/// How far apart the heights of a running head may be on two pages, in points.
const SAME_HEIGHT: f64 = 4.0;

/// How much farther than the next line a running head stands from the text, in distances of lines.
const APART: f64 = 1.25;

/// A line this much smaller or larger than its neighbour is apart from it, however near it stands.
const OTHER_SIZE: f64 = 0.08;

/// Running heads, a line between two parts of them, a number: more lines than these stand in no margin.
const MAX_LINES: usize = 4;

/// Removes page numbers and running heads from the pages.
pub fn remove(pages: &mut [Sheet]) {
    for edge in [Edge::Top, Edge::Bottom] {
        for _ in 0..MAX_LINES {
            if !remove_edge(pages, edge) {
                break;
            }
        }
    }
}

/// Removes lines that stand at one place of several pages without words of their own: stamps on a scan.
pub fn remove_stamps(pages: &mut [Sheet], is_picture: impl Fn(u32) -> bool) {
    let mut places: HashMap<String, Vec<(u32, f64)>> = HashMap::new();
    for line in pages.iter().filter(|page| is_picture(page.page)).flat_map(|page| &page.lines) {
        places.entry(without_digits(&line.text)).or_default().push((line.page, line.y));
    }
    for page in pages.iter_mut().filter(|page| page.tables.is_empty() && is_picture(page.page)) {
        page.lines.retain(|line| {
            let elsewhere =
                |(number, y): &(u32, f64)| *number != line.page && (y - line.y).abs() < SAME_HEIGHT;
            !places.get(&without_digits(&line.text)).is_some_and(|places| places.iter().any(elsewhere))
        });
    }
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|character| !character.is_ascii_digit()).collect()
}

#[derive(Clone, Copy)]
enum Edge {
    Top,
    Bottom,
}

/// A line at the edge of a page that may be a running head.
struct Candidate {
    at: usize,
    page: u32,
    height: f64,
    /// Its words without their numbers; none where it has no words.
    words: Option<String>,
    number: Option<i64>,
    is_apart: bool,
    /// Whether it stands at the head of the page, and its words with their numbers.
    is_head: bool,
    text: String,
}

/// Removes the outermost line of each page where it is a running head; whether any was.
fn remove_edge(pages: &mut [Sheet], edge: Edge) -> bool {
    let candidates: Vec<Option<Candidate>> = pages.iter().map(|page| edge.candidate(page)).collect();
    let mut offsets: HashMap<i64, usize> = HashMap::new();
    for candidate in candidates.iter().flatten() {
        if let Some(number) = candidate.number {
            *offsets.entry(number - i64::from(candidate.page)).or_default() += 1;
        }
    }
    let filled = |parity: Option<u32>| {
        let of_parity = |page: &&Sheet| parity.is_none_or(|parity| page.page % 2 == parity);
        pages
            .iter()
            .filter(|page| !page.lines.is_empty() || !page.tables.is_empty())
            .filter(of_parity)
            .count()
    };
    let counts = [filled(None), filled(Some(0)), filled(Some(1))];
    let repeats = |candidate: &Candidate| {
        let same = |parity: Option<u32>| {
            let is_same = |other: &&Candidate| {
                other.words.is_some()
                    && other.words == candidate.words
                    && (other.height - candidate.height).abs() < SAME_HEIGHT
                    && parity.is_none_or(|parity| other.page % 2 == parity)
            };
            let found: Vec<&Candidate> = candidates.iter().flatten().filter(is_same).collect();
            // The first page may have its title close below.
            let apart = found.iter().filter(|other| other.is_apart).count();
            // Pages that begin with the very same line have a head, however close it stands.
            let same_head =
                candidate.is_head && found.iter().filter(|other| other.text == candidate.text).count() > 1;
            if apart * 2 >= found.len() || same_head { found.len() } else { 0 }
        };
        let often = |found: usize, of: usize| found > 1 && found * 3 >= of * 2;
        let parity = candidate.page % 2;
        candidate.words.is_some()
            && (often(same(None), counts[0]) || often(same(Some(parity)), counts[1 + parity as usize]))
    };
    let removed: Vec<Option<usize>> = candidates
        .iter()
        .map(|candidate| {
            let candidate = candidate.as_ref()?;
            let offset = candidate.number.map(|number| number - i64::from(candidate.page));
            let is_number =
                offset.is_some_and(|offset| offset == 0 || offsets.get(&offset).is_some_and(|n| *n > 1));
            (is_number || repeats(candidate)).then_some(candidate.at)
        })
        .collect();
    for (page, at) in pages.iter_mut().zip(&removed) {
        if let Some(at) = *at {
            page.lines.remove(at);
            page.tables.iter_mut().filter(|table| table.at > at).for_each(|table| table.at -= 1);
        }
    }
    removed.iter().any(Option::is_some)
}

impl Edge {
    fn candidate(self, page: &Sheet) -> Option<Candidate> {
        let lines = &page.lines;
        let by_height = |a: &usize, b: &usize| lines[*a].y.total_cmp(&lines[*b].y);
        let at = match self {
            Self::Top => (0..lines.len()).max_by(by_height),
            Self::Bottom => (0..lines.len()).min_by(by_height),
        }?;
        let line = &lines[at];
        let (bottom, top) = page.edges;
        let margin = (top - bottom) * MARGIN;
        let within = match self {
            Self::Top => line.y + line.size > top - margin,
            Self::Bottom => line.y < bottom + margin,
        };
        if !within {
            return None;
        }
        // A line of numbers alone may be a row of a table.
        let is_words = line.text.contains(char::is_alphabetic);
        let words = is_words.then(|| without_digits(&line.text));
        let is_apart = is_apart(lines, at);
        Some(Candidate {
            at,
            page: line.page,
            height: line.y,
            words,
            number: page_number(&line.text),
            is_apart,
            is_head: matches!(self, Self::Top),
            text: line.text.clone(),
        })
    }
}

/// Whether a line stands farther from its neighbour than lines of the text do from each other, or is alone.
fn is_apart(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let others = || lines.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, line)| line);
    let distance = |a: &Line, b: &Line| (a.y - b.y).abs();
    let next = others()
        .filter(|other| distance(other, line) > line.size * 0.5)
        .min_by(|a, b| distance(a, line).total_cmp(&distance(b, line)));
    let Some(next) = next else { return true };
    let mut gaps: Vec<f64> = lines
        .windows(2)
        .map(|pair| distance(&pair[0], &pair[1]))
        .filter(|gap| *gap > next.size * 0.5)
        .collect();
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 3).copied().unwrap_or(next.size * 1.2).min(next.size * 2.0);
    (line.size - next.size).abs() > next.size * OTHER_SIZE || distance(next, line) > usual * APART
}

/// The number in a line that holds nothing but a page number: `5`, `- 5 -`, `5-бет`, `стр. 5`, `5 / 12`, `5 из 12`.
fn page_number(text: &str) -> Option<i64> {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| {
            !matches!(*word, "" | "стр" | "страница" | "с" | "бет" | "page" | "из" | "of" | "беті")
        })
        .map(str::to_owned)
        .collect();
    match words.as_slice() {
        [number] | [number, _] if words.iter().all(|word| word.len() <= 4) => {
            words.iter().all(|word| word.parse::<u16>().is_ok()).then(|| number.parse().ok())?
        }
        _ => None,
    }
}
