//! Page numbers and running heads are no part of the text: a line that stands at the same end of two pages in three.

use std::collections::HashMap;

use super::lines::{Line, Sheet};

/// Removes page numbers and running heads from the pages.
pub fn remove(pages: &mut [Sheet]) {
    // A page has at most a running head and a number at either end.
    for _ in 0..2 {
        remove_edge(pages, Edge::Top);
        remove_edge(pages, Edge::Bottom);
    }
}

#[derive(Clone, Copy)]
enum Edge {
    Top,
    Bottom,
}

fn remove_edge(pages: &mut [Sheet], edge: Edge) {
    let outermost: Vec<Option<usize>> = pages.iter().map(|page| edge.of(&page.lines)).collect();
    let mut repeats: HashMap<String, usize> = HashMap::new();
    let mut offsets: HashMap<i64, usize> = HashMap::new();
    for (page, at) in pages.iter().zip(&outermost) {
        let Some(line) = at.map(|at| &page.lines[at]) else { continue };
        // A line of numbers alone may be a row of a table.
        if line.text.contains(char::is_alphabetic) {
            *repeats.entry(pattern(&line.text)).or_default() += 1;
        }
        if let Some(number) = page_number(&line.text) {
            *offsets.entry(number - i64::from(line.page)).or_default() += 1;
        }
    }
    let count = pages.len();
    for (page, at) in pages.iter_mut().zip(outermost) {
        let Some(at) = at else { continue };
        let line = &page.lines[at];
        let numbered = page_number(&line.text).map(|number| number - i64::from(line.page));
        let is_number =
            numbered.is_some_and(|offset| offset == 0 || offsets.get(&offset).is_some_and(|n| *n > 1));
        let repeated = repeats.get(&pattern(&line.text)).copied().unwrap_or_default();
        if is_number || (repeated > 1 && repeated * 3 >= count * 2) {
            page.lines.remove(at);
            page.tables.iter_mut().filter(|table| table.at > at).for_each(|table| table.at -= 1);
        }
    }
}

impl Edge {
    fn of(self, lines: &[Line]) -> Option<usize> {
        let by_height = |a: &usize, b: &usize| lines[*a].y.total_cmp(&lines[*b].y);
        match self {
            Self::Top => (0..lines.len()).max_by(by_height),
            Self::Bottom => (0..lines.len()).min_by(by_height),
        }
    }
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

/// A line with its numbers left out.
fn pattern(text: &str) -> String {
    text.chars().filter(|character| !character.is_ascii_digit()).collect()
}
