//! Texts in the notation of what must be read: a block a line, `# ` before a heading, tabs between cells, `[1]` for a note,
//! `¹` or `^(1а)` and `₂` or `_(2а)` for raised and lowered words, `~~words~~` crossed out, `**words**` bold.

use crate::text::body::{Block, Body, Emphasis, Position, Span, write_words};

/// What tells words apart from those around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Raised words.
    Raised,
    /// Lowered words.
    Lowered,
    /// Crossed-out words.
    Struck,
    /// Bold words.
    Bold,
    /// The number of a note.
    Note,
}

/// A line of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Whether it is a heading.
    pub is_heading: bool,
    /// The words of its cells; one where it is no row of a table.
    pub cells: Vec<String>,
}

/// A text whose marks stand beside its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Noted {
    /// The lines that are not empty.
    pub lines: Vec<Line>,
    /// What is marked: how, and which words.
    pub marks: Vec<(Kind, String)>,
}

impl Noted {
    /// Reads a text in this notation.
    pub fn read(text: &str) -> Self {
        let mut noted = Self::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let heading = line.strip_prefix("# ");
            let cells = heading.unwrap_or(line).split('\t');
            let cells = cells.map(|cell| spaced(&plain(cell, &mut noted.marks))).collect();
            noted.lines.push(Line { is_heading: heading.is_some(), cells });
        }
        noted
    }

    /// All words, with one space for white space.
    pub fn words(&self) -> String {
        let words = self.lines.iter().map(Line::words);
        words.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The rows of tables.
    pub fn rows(&self) -> impl Iterator<Item = &[String]> {
        self.lines.iter().map(|line| line.cells.as_slice()).filter(|cells| cells.len() > 1)
    }
}

impl Line {
    /// Its words, with one space for white space.
    pub fn words(&self) -> String {
        spaced(&self.cells.join(" "))
    }
}

/// One space for white space.
pub fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A body in this notation.
pub fn of_body(body: &Body) -> String {
    let mut text = String::new();
    for block in body.blocks.iter().filter(|block| !matches!(block, Block::ScannedPage(_))) {
        if let Block::Heading { .. } = block {
            text.push_str("# ");
        }
        write_block(block, &mut text);
        text.push('\n');
    }
    for note in &body.notes {
        text.push_str(&note.mark());
        text.push(' ');
        write_spans(&note.content, &mut text);
        text.push('\n');
    }
    text
}

fn write_block(block: &Block, text: &mut String) {
    match block {
        Block::Heading { label, content, .. } | Block::Paragraph { label, content, .. } => {
            if let Some(label) = label {
                text.push_str(label);
                text.push(' ');
            }
            write_spans(content, text);
        }
        Block::Table { rows } => {
            for (index, row) in rows.iter().enumerate() {
                text.push_str(if index > 0 { "\n" } else { "" });
                for (column, cell) in row.cells.iter().enumerate() {
                    text.push_str(if column > 0 { "\t" } else { "" });
                    let mut words = String::new();
                    for block in &cell.blocks {
                        write_block(block, &mut words);
                        words.push(' ');
                    }
                    text.push_str(&spaced(&words));
                }
            }
        }
        Block::Picture | Block::ScannedPage(_) => {}
    }
}

/// The words of one block on one line; bold ones between `**`.
fn write_spans(spans: &[Span], text: &mut String) {
    let spans: Vec<Span> = spans.iter().cloned().map(emboldened).collect();
    let mut words = String::new();
    write_words(&spans, &mut words, |span, text| text.push_str(&span.note_mark()));
    text.push_str(&words.replace('\n', " "));
}

fn emboldened(mut span: Span) -> Span {
    let words = span.text.trim();
    let is_bold = matches!(span.emphasis, Emphasis::Bold | Emphasis::BoldItalic);
    if is_bold && span.position.is_on_line() && span.note.is_none() && !words.is_empty() {
        span.text = span.text.replacen(words, &format!("**{words}**"), 1);
    }
    span
}

/// Words without their marks, which are put aside.
fn plain(text: &str, marks: &mut Vec<(Kind, String)>) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kind, inner, length) = if let Some(found) = marked(rest, words.ends_with('_')) {
            found
        } else {
            words.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        rest = &rest[length..];
        let inner = match kind {
            Kind::Note => inner,
            _ => plain(&inner, marks),
        };
        words.push_str(&inner);
        marks.push((kind, spaced(&inner)));
    }
    words
}

/// What is marked at the beginning of a text: how, its words, and how many bytes that takes.
fn marked(text: &str, is_rule: bool) -> Option<(Kind, String, usize)> {
    for (sign, kind) in [("~~", Kind::Struck), ("**", Kind::Bold)] {
        if let Some(rest) = text.strip_prefix(sign) {
            let end = rest.find(sign).filter(|end| !rest[..*end].trim().is_empty())?;
            return Some((kind, rest[..end].to_owned(), end + 2 * sign.len()));
        }
    }
    if let Some(rest) = text.strip_prefix('[') {
        let number = &rest[..rest.find(']')?];
        let is_number = !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
        return is_number.then(|| (Kind::Note, number.to_owned(), number.len() + 2));
    }
    for (sign, kind) in [("^(", Kind::Raised), ("_(", Kind::Lowered)] {
        // Behind a line to write on, brackets hold what is to be written.
        if let Some(rest) = text.strip_prefix(sign).filter(|_| !(is_rule && kind == Kind::Lowered)) {
            let end = closing(rest)?;
            return Some((kind, rest[..end].to_owned(), sign.len() + end + 1));
        }
    }
    let of_sign = |sign: char| Position::of_sign(sign);
    let (position, _) = of_sign(text.chars().next()?)?;
    let signs =
        text.chars().map_while(|sign| Some((sign, of_sign(sign).filter(|(own, _)| *own == position)?.1)));
    let (mut inner, mut length) = (String::new(), 0);
    for (sign, letter) in signs {
        inner.push(letter);
        length += sign.len_utf8();
    }
    let kind = if position == Position::Raised { Kind::Raised } else { Kind::Lowered };
    Some((kind, inner, length))
}

/// Where the bracket that was opened before a text closes.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Kind, Noted, of_body};
    use crate::text::body::{Block, Body, Emphasis, Position, Span};

    #[test]
    fn marks_stand_beside_the_words() {
        let noted =
            Noted::read("# 19¹-бап\n**Мөлшері** ~~42~~ м² CO₂ x^(а(б)в)[3]\t____(қолы) _(аб)\n\n[x] a ~~ b");
        let words: Vec<String> = noted.lines.iter().map(super::Line::words).collect();
        assert_eq!(words, ["191-бап", "Мөлшері 42 м2 CO2 xа(б)в3 ____(қолы) аб", "[x] a ~~ b"]);
        assert_eq!(noted.lines.iter().map(|line| line.is_heading).collect::<Vec<_>>(), [true, false, false]);
        let marks: Vec<(Kind, &str)> =
            noted.marks.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
        let expected = [
            (Kind::Raised, "1"),
            (Kind::Bold, "Мөлшері"),
            (Kind::Struck, "42"),
            (Kind::Raised, "2"),
            (Kind::Lowered, "2"),
            (Kind::Raised, "а(б)в"),
            (Kind::Note, "3"),
            (Kind::Lowered, "аб"),
        ];
        assert_eq!(marks, expected);
        assert_eq!(noted.rows().count(), 1);
    }

    #[test]
    fn a_body_is_written_as_it_is_read() {
        let content = vec![
            Span { emphasis: Emphasis::Bold, ..Span::plain("Мөлшері ") },
            Span { is_struck: true, ..Span::plain("42") },
            Span::plain(" м"),
            Span { position: Position::Raised, ..Span::plain("2") },
            Span { note: Some(1), ..Span::default() },
        ];
        let body = Body {
            blocks: vec![
                Block::Heading {
                    level: 1,
                    anchor: None,
                    label: Some("1.".to_owned()),
                    content: vec![Span::plain("Бап")],
                },
                Block::Paragraph { anchor: None, label: None, depth: 0, content },
            ],
            ..Body::default()
        };
        assert_eq!(of_body(&body), "# 1. Бап\n**Мөлшері** ~~42~~ м²[1]\n");
    }
}
