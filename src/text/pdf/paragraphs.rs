//! Lines make paragraphs, over the ends of lines and pages.

use std::collections::{HashSet, VecDeque};

use super::glyphs::Look;
use super::line::Line;
use super::lines::Sheet;
use super::margins::{columns, right_margin};
use super::spans::{between, spans};
use super::tables::Table;
use super::voice::{changes_voice, is_item};
use crate::domain::Lang;
use crate::text::body::{Block, ScannedPage, Span};
use crate::text::language;
use crate::text::outline::{begins_part, begins_point, is_contents_line, is_title};

/// Lines around a line whose distances say what is usual there.
const WINDOW: usize = 15;

/// A distance this many times the usual one separates paragraphs.
const WIDE_GAP: f64 = 1.25;

/// A font this many times larger than the body's makes a heading.
const HEADING_SCALE: f64 = 1.1;

/// The longest heading, in characters: titles of articles stay under 300.
const MAX_HEADING_CHARS: usize = 300;

/// An indent, in sizes of the font.
const INDENT: f64 = 0.9;

/// Words parted at the ends of lines, and their share among lines in percent, from which an office program has done it:
/// people write a compound there now and then, a program parts a word in every tenth line.
const MIN_PARTED: (usize, usize) = (8, 4);

/// The same in Russian, for which all office programs part words; for Kazakh none does.
const MIN_PARTED_RUSSIAN: (usize, usize) = (2, 10);

/// The shortest first half of a compound in Russian, such as «научно-», and the shortest second half, in letters.
const MIN_HALVES: (usize, usize) = (6, 4);

/// Dots from which they lead to a page.
const MIN_LEADERS: usize = 4;

/// What is always written behind a hyphen.
const PARTICLES: [&str; 6] = ["ақ", "ау", "то", "либо", "нибудь", "таки"];

/// What remarks on changes begin with in official texts.
const REMARKS: [&str; 4] = ["Ескерту.", "Сноска.", "Ескерту:", "Примечание."];

/// The text between its margins.
struct Layout {
    left: f64,
    right: f64,
    /// The most common size of the font.
    size: f64,
    /// The words of the document, to tell hyphens from parted words.
    words: HashSet<String>,
    /// Whether the office program parted words by itself.
    hyphenated: bool,
    /// Whether each line's margins are those of its column and not of the page.
    columns: Vec<Option<(f64, f64)>>,
    lines: Vec<Line>,
}

/// What stands between lines, and parts the words before it from those behind.
enum Between {
    Table(Table),
    Page(ScannedPage),
}

/// The blocks of a document; `scans` are the pages that are shown as pictures, each before what was read of it.
pub fn read(sheets: Vec<Sheet>, scans: &[ScannedPage]) -> Vec<Block> {
    let mut lines: Vec<Line> = Vec::new();
    let mut between: Vec<(usize, Between)> = Vec::new();
    let mut scans = scans.iter().copied().peekable();
    let across = sheets.iter().find(|sheet| !sheet.lines.is_empty()).map(|sheet| sheet.sides);
    for sheet in sheets {
        while let Some(scan) = scans.next_if(|scan| scan.number <= sheet.page) {
            between.push((lines.len(), Between::Page(scan)));
        }
        for (index, table) in sheet.tables.into_iter().enumerate() {
            let at = lines.len() + table.at;
            match between.last_mut() {
                // No words between the end of a page and the top of the next: one table goes on.
                Some((before, Between::Table(open)))
                    if index == 0 && table.at == 0 && *before == at && open.continues(&table) =>
                {
                    open.append(table);
                }
                _ => between.push((at, Between::Table(table))),
            }
        }
        lines.extend(sheet.lines);
    }
    between.extend(scans.map(|scan| (lines.len(), Between::Page(scan))));
    let Some(layout) = Layout::of(lines, across.unwrap_or_default()) else {
        return between.into_iter().map(|(_, between)| between.into()).collect();
    };
    let parted: HashSet<usize> = between.iter().map(|(at, _)| *at).collect();
    let mut paragraphs: Vec<std::ops::Range<usize>> = Vec::new();
    for index in 0..layout.lines.len() {
        match paragraphs.last_mut() {
            Some(paragraph) if !parted.contains(&index) && !layout.breaks(paragraph.start, index) => {
                paragraph.end = index + 1;
            }
            _ => paragraphs.push(index..index + 1),
        }
    }
    let sizes = layout.heading_sizes();
    let mut between = between.into_iter().peekable();
    let mut blocks: Vec<Block> = Vec::new();
    for paragraph in paragraphs {
        while let Some((_, between)) = between.next_if(|(at, _)| *at <= paragraph.start) {
            blocks.push(between.into());
        }
        let content = layout.join(&layout.lines[paragraph.clone()]);
        blocks.push(match layout.heading_level(paragraph, &content, &sizes, blocks.is_empty()) {
            Some(level) => {
                Block::Heading { level, anchor: None, label: None, content: Span::of_heading(content) }
            }
            None => Block::Paragraph { anchor: None, label: None, depth: 0, content },
        });
    }
    blocks.extend(between.map(|(_, between)| Block::from(between)));
    blocks
}

impl From<Between> for Block {
    fn from(between: Between) -> Self {
        match between {
            Between::Table(table) => block(table),
            Between::Page(page) => Self::ScannedPage(page),
        }
    }
}

/// A table as a body has it: its cells have paragraphs and no headings.
fn block(table: Table) -> Block {
    let paragraph = |block| match block {
        Block::Heading { label, content, .. } => Block::Paragraph { anchor: None, label, depth: 0, content },
        block => block,
    };
    let words = |lines| {
        let sheet = Sheet { lines, ..Sheet::default() };
        read(vec![sheet], &[]).into_iter().map(paragraph).collect()
    };
    Block::Table { rows: table.into_rows(words) }
}

impl Layout {
    /// The layout of lines on pages that reach `across`, where that is known.
    fn of(lines: Vec<Line>, across: (f64, f64)) -> Option<Self> {
        let mut lefts: Vec<f64> = lines.iter().map(|line| line.left).collect();
        let mut rights: Vec<f64> = lines.iter().map(|line| line.right).collect();
        lefts.sort_by(f64::total_cmp);
        rights.sort_by(f64::total_cmp);
        // One line in fifty may hang over a margin: a stamp, a remark.
        let spare = lines.len() / 50;
        let left = *lefts.get(spare)?;
        let longest = *rights.get(rights.len() - 1 - spare)?;
        let mut sizes: Vec<(f64, usize)> =
            lines.iter().map(|line| (line.size, line.text.chars().count())).collect();
        sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut left_over = sizes.iter().map(|(_, count)| count).sum::<usize>() / 2;
        let middle = sizes.iter().find(|(_, count)| {
            let found = left_over <= *count;
            left_over = left_over.saturating_sub(*count);
            found
        });
        let size = middle?.0;
        let right = right_margin(&rights, (left, longest), size, across);
        let (words, hyphenated) = vocabulary(&lines);
        let columns = columns(&lines, right - left);
        Some(Self { left, right, size, words, hyphenated, columns, lines })
    }

    fn margins(&self, index: usize) -> (f64, f64) {
        self.columns[index].unwrap_or((self.left, self.right))
    }

    /// Whether a line begins a new paragraph, and does not continue the one that starts at `start`.
    fn breaks(&self, start: usize, index: usize) -> bool {
        let (before, line) = (&self.lines[index - 1], &self.lines[index]);
        let is_cut = before.text.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic));
        if is_cut && line.text.starts_with(char::is_lowercase) && before.column == line.column {
            return false;
        }
        let ends = before.ends_sentence();
        let opens = line.text.chars().find(|character| character.is_alphanumeric());
        let open = before.text.ends_with(|last: char| last.is_alphabetic() || last == ',');
        let goes_on = before.page != line.page && open && opens.is_some_and(char::is_lowercase);
        if (line.column != before.column && is_other_language(before, line))
            || (line.size - before.size).abs() > line.size * 0.08
            || is_contents_line(&before.text)
            || (begins_part(&line.text) && (ends || begins_part(&self.lines[start].text)))
            || (begins_point(&line.text) && (ends || begins_part(&self.lines[start].text)))
            || is_item(&line.text, ends || is_item(&self.lines[start].text, true))
            || changes_voice(before, line)
            || (ends && REMARKS.iter().any(|remark| line.text.starts_with(remark)))
            || (!goes_on && self.is_short(index - 1, line.first_word_width))
        {
            return true;
        }
        let gap = before.y - line.y;
        if before.page != line.page || gap < 0.0 {
            return ends && opens.is_some_and(|opens| !opens.is_lowercase());
        }
        gap / line.size > self.usual_gap(index) * WIDE_GAP || self.is_indented(start, index)
    }

    /// Whether a line's end was chosen: the first word of the next line had room on it.
    fn is_short(&self, index: usize, next_word_width: f64) -> bool {
        let line = &self.lines[index];
        let (left, right) = self.margins(index);
        let mut room = right - line.right;
        if self.is_centred(index) {
            room += line.left - left;
        }
        room > next_word_width + line.size * 0.4
    }

    fn is_centred(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let (left, right) = self.margins(index);
        let (before, after) = (line.left - left, right - line.right);
        before > line.size * 2.0 && (before - after).abs() < line.size * 1.5
    }

    /// Whether a line is set in like the first of a paragraph, or set out like the next item of a list.
    fn is_indented(&self, start: usize, index: usize) -> bool {
        let (before, line) = (&self.lines[index - 1], &self.lines[index]);
        let (left, right) = self.margins(index - 1);
        let (room_before, room_after) = (before.left - left, right - before.right);
        let balanced = room_before > before.size * 0.5 && (room_before - room_after).abs() < before.size;
        if self.is_centred(index) && balanced {
            return false;
        }
        let indent = line.left - before.left;
        let posted = index - 1 == start && begins_point(&before.text);
        (indent > line.size * INDENT && !posted) || (indent < -line.size * INDENT && index - start > 1)
    }

    /// The usual distance of base lines around a line, in sizes of the font.
    fn usual_gap(&self, index: usize) -> f64 {
        let from = index.saturating_sub(WINDOW).max(1);
        let to = (index + WINDOW).min(self.lines.len());
        let mut gaps: Vec<f64> = (from..to)
            .filter(|at| self.lines[*at].page == self.lines[at - 1].page)
            .map(|at| (self.lines[at - 1].y - self.lines[at].y) / self.lines[at].size)
            .filter(|gap| (0.5..3.0).contains(gap))
            .collect();
        gaps.sort_by(f64::total_cmp);
        // The lower third: distances between paragraphs are wider, and may be the most common.
        gaps.get(gaps.len() / 3).copied().unwrap_or(1.2)
    }

    /// The sizes of headings, the largest first.
    fn heading_sizes(&self) -> Vec<f64> {
        let larger = self.lines.iter().map(|line| line.size).filter(|size| *size > self.size * HEADING_SCALE);
        let mut sizes: Vec<f64> = larger.collect();
        sizes.sort_by(|a, b| b.total_cmp(a));
        sizes.dedup_by(|next, before| *before - *next < *before * 0.04);
        sizes
    }

    fn heading_level(
        &self,
        paragraph: std::ops::Range<usize>,
        content: &[Span],
        sizes: &[f64],
        first: bool,
    ) -> Option<u8> {
        let characters = content.iter().flat_map(|span| span.text.chars());
        let letters = characters.clone().filter(|character| character.is_alphabetic()).count();
        if characters.count() > MAX_HEADING_CHARS || letters < 3 {
            return None;
        }
        let size = self.lines[paragraph.start].size;
        if size > self.size * HEADING_SCALE {
            let rank = sizes.iter().position(|known| size > known * 0.96)?;
            return Some((rank as u8 + 1).min(6));
        }
        let centred = paragraph.into_iter().all(|index| self.is_centred(index));
        (centred && is_title(content)).then_some(if first { 1 } else { 2 })
    }

    /// Whether a hyphen at the end of a line only parts a word: not where the word is written with it elsewhere. Where
    /// words are parted all over, a hyphen between two words of the document belongs to both.
    fn parts(&self, last: &str, next: &str) -> bool {
        if PARTICLES.contains(&next) {
            return false;
        }
        let known = |word: &str| self.words.contains(word);
        let parted = || self.hyphenated && !(known(last) && known(next)) && !is_compound(last, next);
        !known(&format!("{last}-{next}")) && (known(&format!("{last}{next}")) || parted())
    }

    /// The words of a paragraph.
    fn join(&self, lines: &[Line]) -> Vec<Span> {
        let mut text = String::new();
        let mut looks: Vec<Look> = Vec::new();
        for line in lines {
            if text.ends_with(['\u{AD}', '\u{2010}']) {
                text.pop();
            } else if let Some(open) =
                text.strip_suffix('-').filter(|open| open.ends_with(char::is_alphabetic))
            {
                let last = words(open).last().unwrap_or_default();
                let next = words(&line.text).next().unwrap_or_default();
                if self.parts(&last, &next) {
                    text.pop();
                }
            } else if !text.is_empty() && (!text.ends_with('-') || text.ends_with(" -")) {
                text.push(' ');
            }
            looks.resize(text.chars().count(), between(looks.last()));
            for (character, look) in line.text.chars().zip(&line.looks) {
                if character != '\u{AD}' {
                    text.push(character);
                    looks.push(*look);
                }
            }
            // A hint to part the last word is kept until the next line joins it.
            if line.text.ends_with('\u{AD}') {
                text.push('\u{AD}');
                looks.push(Look::default());
            }
        }
        let (text, looks) = contents(text.trim_end_matches('\u{AD}'), looks);
        spans(&text, &looks)
    }
}

/// Whether two halves are those of a compound by the first one: «санитарно-», «научно-», and not «законо-».
fn is_compound(last: &str, next: &str) -> bool {
    let is_stem =
        last.strip_suffix("но").is_some_and(|stem| !stem.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'я']));
    is_stem && last.chars().count() >= MIN_HALVES.0 && next.chars().count() >= MIN_HALVES.1
}

/// The words of lines that are one paragraph, such as those of a footnote.
pub fn joined(lines: Vec<Line>) -> Vec<Span> {
    let layout = Layout::of(lines, (0.0, 0.0));
    layout.map(|layout| layout.join(&layout.lines)).unwrap_or_default()
}

/// A line of the contents has a tab before its page, and no dots that lead there.
fn contents(text: &str, mut looks: Vec<Look>) -> (String, Vec<Look>) {
    let page = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let words = page.trim_end_matches([' ', '.', '…', '\u{A0}']);
    let is_led = page.len() < text.len() && page[words.len()..].matches(['.', '…']).count() >= MIN_LEADERS;
    if !is_led || words.is_empty() {
        return (text.to_owned(), looks);
    }
    let (before, after) = (words.chars().count(), page.chars().count());
    looks.drain(before + 1..after);
    (format!("{words}\t{}", &text[page.len()..]), looks)
}

/// Whether lines stand in columns of different languages.
fn is_other_language(before: &Line, line: &Line) -> bool {
    [before, line].iter().any(|line| line.column.is_some_and(|column| column.is_language))
}

/// The whole words of a document, and whether an office program parted many of them.
fn vocabulary(lines: &[Line]) -> (HashSet<String>, bool) {
    let mut vocabulary = HashSet::new();
    let mut parted = 0;
    let mut open = false;
    for line in lines {
        let mut own: VecDeque<String> = words(&line.text).collect();
        if open {
            own.pop_front();
            parted += usize::from(line.text.starts_with(char::is_lowercase));
        }
        open = line.text.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic));
        if open {
            own.pop_back();
        }
        vocabulary.extend(own);
    }
    let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let is_usual =
        |(least, percent): (usize, usize)| parted >= least && parted * 100 >= lines.len() * percent;
    let is_russian = || language::of(&text.join(" ")) == Some(Lang::Ru);
    (vocabulary, is_usual(MIN_PARTED) || (is_usual(MIN_PARTED_RUSSIAN) && is_russian()))
}

/// The words of a text, hyphens within them included.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|character: char| !character.is_alphanumeric() && character != '-')
        .map(|word| word.trim_matches('-').to_lowercase())
        .filter(|word| !word.is_empty())
}
