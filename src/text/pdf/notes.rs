//! Footnotes: small lines at the foot of a page that begin with the number that stands raised in the text above.

use super::line::Line;
use super::lines::Sheet;
use super::paragraphs;
use crate::text::body::{Note, Position};

/// Notes are at most this large, in sizes of the text.
const SMALLER: f64 = 0.93;

/// The longest mark, in characters: three digits and a bracket.
const MAX_MARK: usize = 4;

/// A mark in a line: what it says, and which characters it takes.
struct Mark {
    label: String,
    characters: std::ops::Range<usize>,
}

/// Takes the footnotes out of the pages, and gives their marks in the text their numbers, which count through the whole
/// document.
pub fn take(sheets: &mut [Sheet]) -> Vec<Note> {
    let size = usual_size(sheets);
    let mut notes = Vec::new();
    for sheet in sheets {
        let mut foot: Vec<(String, usize, Vec<Line>)> = Vec::new();
        let Some(start) = below_rule(sheet).or_else(|| start(&sheet.lines, size)) else { continue };
        let is_doubled = is_doubled(&sheet.lines[..start]);
        for line in &sheet.lines[start..] {
            match opening(line) {
                // A program may write the sign twice before a note.
                Some((label, length)) if is_doubled(&label) => {
                    foot.push((label[..label.len() / 2].to_owned(), length, vec![line.clone()]));
                }
                Some((label, length)) => foot.push((label, length, vec![line.clone()])),
                None => foot.last_mut().map(|(.., lines)| lines.push(line.clone())).unwrap_or_default(),
            }
        }
        let (above, _) = sheet.lines.split_at_mut(start);
        let cells = sheet.tables.iter_mut().flat_map(|table| &mut table.rows).flatten();
        let mut lines: Vec<&mut Line> = above.iter_mut().chain(cells.flat_map(|(_, lines)| lines)).collect();
        let is_marked = |label: &str| lines.iter().any(|line| marks(line).any(|mark| mark.label == label));
        // Half of them would leave the rest without their page.
        if !foot.iter().all(|(label, ..)| is_marked(label)) {
            continue;
        }
        let mut after = (0, 0);
        for (label, length, mut own) in foot {
            let number = notes.len() as u32 + 1;
            if let Some((at, mark)) = find(&lines, &label, after) {
                after = (at, mark.characters.end);
                lines[at].looks[mark.characters].iter_mut().for_each(|look| look.note = Some(number));
            }
            cut(&mut own[0], length);
            let sign = label.starts_with('*').then_some(label);
            notes.push(Note { number, sign, content: paragraphs::joined(own) });
        }
        sheet.lines.truncate(start);
        let end = sheet.lines.len();
        sheet.tables.iter_mut().for_each(|table| table.at = table.at.min(end));
    }
    notes
}

/// The size in which most of the document is written.
fn usual_size(sheets: &[Sheet]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = sheets
        .iter()
        .flat_map(|sheet| &sheet.lines)
        .map(|line| (line.size, line.text.chars().count()))
        .collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, count)| count).sum::<usize>() / 2;
    let mut before = 0;
    let middle = sizes.iter().find(|(_, count)| {
        before += count;
        before > half
    });
    middle.map(|(size, _)| *size).unwrap_or_default()
}

/// Where the notes of a page begin that stand below a short rule to its end.
fn below_rule(sheet: &Sheet) -> Option<usize> {
    let foot = sheet.foot?;
    let first = sheet.lines.iter().position(|line| line.y < foot)?;
    let honest = first > 0 && sheet.lines[first..].iter().all(|line| line.y < foot);
    (honest && opening(&sheet.lines[first]).is_some()).then_some(first)
}

/// Where the notes of a page begin: small lines to its end, the first with a mark, below all others.
fn start(lines: &[Line], size: f64) -> Option<usize> {
    let small = lines.iter().rev().take_while(|line| line.size < size * SMALLER).count();
    let from = lines.len() - small;
    let first = (from..lines.len()).find(|at| opening(&lines[*at]).is_some())?;
    let top = lines[first].y + lines[first].size;
    (first > 0 && lines[..first].iter().all(|line| line.y > top - lines[first].size)).then_some(first)
}

/// The mark with which a note begins, and how many characters it takes with the space behind it.
fn opening(line: &Line) -> Option<(String, usize)> {
    let raised = line.looks.iter().take_while(|look| look.position == Position::Raised).count();
    let sign = |character: &char| character.is_ascii_digit() || matches!(character, '*' | ')');
    let length = match raised {
        0 => line.text.chars().take_while(sign).count(),
        raised => raised,
    };
    let label = label(&line.text.chars().take(length).collect::<String>())?;
    let blank = line.text.chars().skip(length).take_while(|character| character.is_whitespace()).count();
    // "1. Text" and "10 МРП" are no notes: a number on the line needs a space and a word behind it.
    let next = line.text.chars().nth(length + blank)?;
    (raised > 0 || (blank > 0 && next.is_uppercase())).then_some((label, length + blank))
}

/// The raised marks in a line.
fn marks(line: &Line) -> impl Iterator<Item = Mark> {
    let mut at = 0;
    line.looks.chunk_by(|a, b| a.position == b.position).filter_map(move |run| {
        let characters = at..at + run.len();
        at += run.len();
        if run[0].position != Position::Raised || run.len() > MAX_MARK {
            return None;
        }
        let words: String = line.text.chars().skip(characters.start).take(run.len()).collect();
        Some(Mark { label: label(&words)?, characters })
    })
}

/// The mark of a note: the first behind that of the note before which is no exponent, else the first.
fn find(lines: &[&mut Line], label: &str, after: (usize, usize)) -> Option<(usize, Mark)> {
    let all = || {
        let marks = lines.iter().enumerate().flat_map(|(at, line)| marks(line).map(move |mark| (at, mark)));
        marks.filter(|(_, mark)| mark.label == label)
    };
    let behind = |(at, mark): &(usize, Mark)| (*at, mark.characters.start) >= after;
    let is_honest = |(at, mark): &(usize, Mark)| !is_exponent(lines[*at], mark.characters.start);
    all().filter(behind).find(is_honest).or_else(|| all().find(is_honest)).or_else(|| all().next())
}

/// Whether what is raised at a place belongs to a number or a unit: 19¹, м², кг/м³.
fn is_exponent(line: &Line, at: usize) -> bool {
    let before: Vec<char> = line.text.chars().take(at).collect();
    let Some(last) = before.last() else { return false };
    let unit = before.iter().rev().take_while(|character| character.is_alphabetic()).count();
    last.is_ascii_digit() || (1..=2).contains(&unit)
}

/// Whether a label has twice the asterisks of a mark in the text.
fn is_doubled(above: &[Line]) -> impl Fn(&str) -> bool + use<> {
    let known: Vec<String> = above.iter().flat_map(marks).map(|mark| mark.label).collect();
    move |label| {
        let half = &label[..label.len() / 2];
        label.starts_with('*')
            && label.len().is_multiple_of(2)
            && !known.iter().any(|known| known == label)
            && known.iter().any(|known| known == half)
    }
}

/// What a mark says: a number or asterisks, with or without a bracket.
fn label(words: &str) -> Option<String> {
    let label = words.trim().trim_end_matches(')');
    let honest = !label.is_empty() && label.chars().count() < MAX_MARK;
    let number = label.chars().all(|character| character.is_ascii_digit());
    let stars = label.chars().all(|character| character == '*');
    (honest && (number || stars)).then(|| label.to_owned())
}

/// Cuts the first characters of a line off.
fn cut(line: &mut Line, count: usize) {
    let count = count.min(line.looks.len());
    line.text = line.text.chars().skip(count).collect();
    line.looks.drain(..count);
    line.places.drain(..count);
}
