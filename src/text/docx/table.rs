//! Tables: rows of cells, each with paragraphs of its own.

use super::flow::Flow;
use super::look::shaded;
use super::xml::Element;
use crate::text::body::{Block, Cell, Row};
use crate::text::limits::{MAX_COLUMNS, MAX_TABLE_NESTING};
use crate::text::refusal::Refusal;

impl Flow<'_> {
    /// Reads a table. A frame around most of the document is none.
    pub(super) fn table(&mut self, element: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        if self.asides == 0 && self.is_frame(element) {
            let rows = element.children_named("tr");
            return rows
                .flat_map(|row| row.children_named("tc"))
                .try_for_each(|cell| self.blocks(cell, blocks));
        }
        self.count_block()?;
        self.tables += 1;
        if self.tables > MAX_TABLE_NESTING {
            return Err(Refusal::TooDeep { limit: MAX_TABLE_NESTING });
        }
        let mut rows = Vec::new();
        let properties = element.child("tblPr");
        let styled = properties.and_then(|properties| properties.property("tblStyle"));
        let is_coloured = properties.and_then(shaded) == Some(true)
            || styled.is_some_and(|style| self.styles.is_coloured(style));
        self.coloured += u32::from(is_coloured);
        self.rows(element, &mut rows)?;
        self.coloured -= u32::from(is_coloured);
        self.tables -= 1;
        if !rows.is_empty() {
            blocks.push(Block::Table { rows });
        }
        Ok(())
    }

    /// Whether a table has one column and holds most of the document's paragraphs.
    fn is_frame(&self, table: &Element) -> bool {
        let mut rows = table.children_named("tr").peekable();
        let paragraphs = paragraphs(table);
        // Rows and cells may stand in content controls, which a frame has none of.
        let is_plain = |row: &Element| {
            row.children_named("tc").count() == 1 && row.children_named("sdt").next().is_none()
        };
        paragraphs > 1
            && paragraphs * 2 >= self.paragraphs
            && rows.peek().is_some()
            && table.children_named("sdt").next().is_none()
            && rows.all(is_plain)
    }

    fn rows(&mut self, parent: &Element, rows: &mut Vec<Row>) -> Result<(), Refusal> {
        for child in &parent.children {
            if child.is_word("tr") {
                let properties = child.child("trPr");
                if properties.is_some_and(|properties| properties.child("del").is_some()) {
                    continue;
                }
                let mut row = Row::default();
                let gap = |name: &str| {
                    properties?.property(name)?.parse::<u16>().ok().filter(|columns| *columns > 0)
                };
                row.cells.extend(gap("gridBefore").map(empty_cell));
                self.cells(child, &mut row.cells)?;
                row.cells.extend(gap("gridAfter").map(empty_cell));
                if !row.cells.is_empty() {
                    rows.push(row);
                }
            } else if !child.is_word("tblPr") && !child.is_word("tblGrid") {
                self.rows(child, rows)?;
            }
        }
        Ok(())
    }

    fn cells(&mut self, parent: &Element, cells: &mut Vec<Cell>) -> Result<(), Refusal> {
        for child in &parent.children {
            if child.is_word("tc") {
                self.count_block()?;
                let properties = child.child("tcPr");
                if properties.is_some_and(|properties| properties.child("cellDel").is_some()) {
                    continue;
                }
                let span = properties.and_then(|properties| properties.property("gridSpan")?.parse().ok());
                let mut cell = empty_cell(span.unwrap_or(1));
                let merged = properties.and_then(|properties| properties.child("vMerge"));
                if merged.is_none_or(|merged| merged.attribute("val") == Some("restart")) {
                    let is_coloured = properties.and_then(shaded) == Some(true);
                    self.coloured += u32::from(is_coloured);
                    self.apart(child, &mut cell.blocks)?;
                    self.coloured -= u32::from(is_coloured);
                }
                cells.push(cell);
            } else if !child.is_word("trPr") && !child.is_word("tblPrEx") {
                self.cells(child, cells)?;
            }
        }
        Ok(())
    }
}

fn empty_cell(columns: u16) -> Cell {
    Cell { columns: columns.clamp(1, MAX_COLUMNS), blocks: Vec::new() }
}

/// How many paragraphs an element has, those in tables included.
pub fn paragraphs(element: &Element) -> usize {
    usize::from(element.is_word("p")) + element.children.iter().map(paragraphs).sum::<usize>()
}
