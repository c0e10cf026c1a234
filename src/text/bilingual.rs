//! A document that says everything twice, Kazakh and Russian side by side in a table, is two texts.

use std::collections::HashMap;

use super::body::{Block, Body, Note, Row, Span};
use super::{language, link, outline};
use crate::domain::Lang;

/// The share of a document's characters that its bilingual tables hold at least, in percent: the rest is a title and
/// signatures.
const MIN_SHARE_PERCENT: usize = 60;

/// Rows that a bilingual table has at least: two words beside each other are no document.
const MIN_ROWS: usize = 2;

/// The two texts of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bilingual {
    /// The Kazakh text.
    pub kk: Body,
    /// The Russian text.
    pub ru: Body,
}

/// The columns of a table of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    kk: usize,
    ru: usize,
}

/// Splits a document whose words stand in tables of a Kazakh and a Russian column; none when it is no such document.
///
/// What stands outside of the tables goes to the text of its language, and to both where its letters do not say.
pub fn split(body: &Body) -> Option<Bilingual> {
    let columns: Vec<Option<Columns>> = body.blocks.iter().map(columns).collect();
    let length = |block: &Block| block.to_text().chars().count();
    let inside = body.blocks.iter().zip(&columns).filter(|(_, columns)| columns.is_some());
    let inside: usize = inside.map(|(block, _)| length(block)).sum();
    let all: usize = body.blocks.iter().map(length).sum();
    if inside == 0 || inside * 100 < all * MIN_SHARE_PERCENT {
        return None;
    }
    let text = |lang: Lang| {
        let blocks =
            body.blocks.iter().zip(&columns).flat_map(|(block, columns)| part(block, *columns, lang));
        finish(body, blocks.collect())
    };
    Some(Bilingual { kk: text(Lang::Kk), ru: text(Lang::Ru) })
}

/// The columns of a bilingual table by the letters in them: a heading row need not name the languages.
fn columns(block: &Block) -> Option<Columns> {
    let Block::Table { rows } = block else { return None };
    let pairs: Vec<&Row> = rows.iter().filter(|row| row.cells.len() == 2).collect();
    // Rows of one cell span both columns: titles.
    if pairs.len() < MIN_ROWS || rows.iter().any(|row| row.cells.len() > 2) {
        return None;
    }
    let words = |column: usize| -> String {
        pairs.iter().flat_map(|row| &row.cells[column].blocks).map(|block| block.to_text() + "\n").collect()
    };
    match (language::of(&words(0))?, language::of(&words(1))?) {
        (Lang::Kk, Lang::Ru) => Some(Columns { kk: 0, ru: 1 }),
        (Lang::Ru, Lang::Kk) => Some(Columns { kk: 1, ru: 0 }),
        _ => None,
    }
}

/// What one language's text takes from a block.
fn part(block: &Block, columns: Option<Columns>, lang: Lang) -> Vec<Block> {
    let (Some(columns), Block::Table { rows }) = (columns, block) else {
        let other = language::of(&block.to_text()).is_some_and(|own| own != lang);
        return if other { Vec::new() } else { vec![block.clone()] };
    };
    let column = if lang == Lang::Kk { columns.kk } else { columns.ru };
    let cells = rows.iter().enumerate().filter(|(index, row)| *index > 0 || !names_languages(row));
    let blocks = cells.flat_map(|(_, row)| match row.cells.len() {
        2 => row.cells[column].blocks.clone(),
        _ => {
            row.cells.iter().flat_map(|cell| &cell.blocks).flat_map(|block| part(block, None, lang)).collect()
        }
    });
    blocks.collect()
}

/// Whether the first row only says which column is which: `Қазақша | Русский`.
fn names_languages(row: &Row) -> bool {
    let named = |text: &str| {
        let text = text.to_lowercase();
        let short = text.chars().count() <= 60;
        short && ["қазақ", "мемлекеттік тіл", "каз", "орыс", "рус"].iter().any(|name| text.contains(name))
    };
    let words = |cell: &super::body::Cell| cell.blocks.iter().map(Block::to_text).collect::<String>();
    row.cells.len() == 2 && row.cells.iter().all(|cell| named(&words(cell)))
}

/// A body of some of the blocks of another one: with the footnotes that it refers to, and anchors of its own.
fn finish(whole: &Body, blocks: Vec<Block>) -> Body {
    let mut body = Body { blocks, warnings: whole.warnings.clone(), ..Body::default() };
    outline::apply(&mut body.blocks);
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    body.for_each_span(|span: &mut Span| {
        if let Some(number) = &mut span.note {
            let next = numbers.len() as u32 + 1;
            *number = *numbers.entry(*number).or_insert(next);
        }
    });
    let notes = whole
        .notes
        .iter()
        .filter_map(|note| Some(Note { number: *numbers.get(&note.number)?, ..note.clone() }));
    body.notes = notes.collect();
    body.notes.sort_by_key(|note| note.number);
    body.number_notes();
    link::prune(&mut body);
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::body::Cell;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph { anchor: None, label: None, depth: 0, content: vec![Span::plain(text)] }
    }

    fn row(cells: &[&[&str]]) -> Row {
        let cell = |lines: &&[&str]| Cell {
            columns: if cells.len() == 1 { 2 } else { 1 },
            blocks: lines.iter().map(|line| paragraph(line)).collect(),
        };
        Row { cells: cells.iter().map(cell).collect() }
    }

    fn lines(body: &Body) -> Vec<(String, String)> {
        let line = |block: &Block| (block.anchor().unwrap_or_default().to_owned(), block.to_text());
        body.blocks.iter().map(line).collect()
    }

    fn agreement() -> Body {
        let mut noted = row(&[&["1. Жұмыс беруші төлейді"], &["1. Работодатель платит"]]);
        if let Block::Paragraph { content, .. } = &mut noted.cells[1].blocks[0] {
            content.push(Span { note: Some(2), ..Span::default() });
            content
                .push(Span { text: "см.".to_owned(), link: Some("#art-9".to_owned()), ..Span::default() });
        }
        let rows = vec![
            row(&[&["Қазақша"], &["Русский"]]),
            row(&[&["1-бап. Жалпы ережелер", "Осы шарт жасалды"], &["Статья 1. Общие положения"]]),
            noted,
            row(&[&["№ 54"]]),
            row(&[&["2-бап. Еңбекақы төлеу тәртібі"], &["Статья 2. Порядок оплаты труда"]]),
        ];
        let notes =
            (1..=2).map(|number| Note { number, sign: None, content: vec![Span::plain("x")] }).collect();
        let blocks = vec![paragraph("ҰЖЫМДЫҚ ШАРТ ЖӘНЕ ҚОСЫМША"), paragraph("2026"), Block::Table { rows }];
        Body { blocks, notes, ..Body::default() }
    }

    fn own(lines: &[(&str, &str)]) -> Vec<(String, String)> {
        lines.iter().map(|(anchor, text)| ((*anchor).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn each_language_gets_its_column_and_anchors_of_its_own() {
        let Bilingual { kk, ru } = split(&agreement()).expect("a bilingual document");
        let expected = [
            ("", "ҰЖЫМДЫҚ ШАРТ ЖӘНЕ ҚОСЫМША"),
            ("", "2026"),
            ("art-1", "1-бап. Жалпы ережелер"),
            ("", "Осы шарт жасалды"),
            ("art-1-p-1", "1. Жұмыс беруші төлейді"),
            ("", "№ 54"),
            ("art-2", "2-бап. Еңбекақы төлеу тәртібі"),
        ];
        assert_eq!(lines(&kk), own(&expected));
        assert_eq!(kk.notes, []);
        let expected = [
            ("", "2026"),
            ("art-1", "Статья 1. Общие положения"),
            ("art-1-p-1", "1. Работодатель платит[1]см."),
            ("", "№ 54"),
            ("art-2", "Статья 2. Порядок оплаты труда"),
        ];
        assert_eq!(lines(&ru), own(&expected));
        assert_eq!(ru.notes.iter().map(|note| note.number).collect::<Vec<_>>(), [1]);
        let Block::Paragraph { content, .. } = &ru.blocks[2] else { panic!("a paragraph") };
        assert_eq!(content[2].link, None);
    }

    #[test]
    fn columns_may_stand_the_other_way_round() {
        let mut body = agreement();
        if let Block::Table { rows } = &mut body.blocks[2] {
            rows.iter_mut().for_each(|row| row.cells.reverse());
        }
        assert_eq!(split(&body), split(&agreement()));
    }

    #[test]
    fn other_tables_are_left_alone() {
        let salaries = vec![
            row(&[&["Лауазымы мен біліктілік санаты"], &["Айлықақысы"]]),
            row(&[&["Мұғалім, педагог-зерттеуші"], &["120 000"]]),
        ];
        assert_eq!(split(&Body { blocks: vec![Block::Table { rows: salaries }], ..Body::default() }), None);
        // A bilingual table in an annex does not make a text bilingual.
        let mut body = agreement();
        body.blocks.extend(vec![
            paragraph("Стороны договорились о нижеследующем порядке. ");
            40
        ]);
        assert_eq!(split(&body), None);
        assert_eq!(split(&Body::default()), None);
    }
}
