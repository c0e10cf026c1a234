//! Tables of Rich Text Format: each row says where its cells end, and how they are joined.

use crate::text::body::{Block, Cell, Row};
use crate::text::limits::MAX_COLUMNS;

/// The edges of cells in one row, at most: Word itself allows 63.
const MAX_EDGES: usize = 256;

/// A table being read.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Vec<(i32, Cell)>>,
    /// The cells of the row that is being read.
    cells: Vec<Vec<Block>>,
    /// Where the cells of the row end, and whether each is a continuation of the one above or to the left.
    edges: Vec<Edge>,
    next: Edge,
}

#[derive(Debug, Clone, Copy, Default)]
struct Edge {
    at: i32,
    of_above: bool,
    of_left: bool,
}

impl Table {
    /// Takes a control word that describes cells; whether it was one.
    pub fn apply(&mut self, word: &str, number: Option<i32>) -> bool {
        match word {
            "trowd" => {
                self.edges.clear();
                self.next = Edge::default();
            }
            "clvmrg" => self.next.of_above = true,
            "clmrg" => self.next.of_left = true,
            "cellx" => {
                if self.edges.len() < MAX_EDGES {
                    self.edges.push(Edge { at: number.unwrap_or(0), ..self.next });
                }
                self.next = Edge::default();
            }
            _ => return false,
        }
        true
    }

    /// Ends a cell.
    pub fn end_cell(&mut self, blocks: Vec<Block>) {
        self.cells.push(blocks);
    }

    /// Ends a row.
    pub fn end_row(&mut self) {
        let mut row: Vec<(i32, Cell)> = Vec::new();
        for (index, blocks) in std::mem::take(&mut self.cells).into_iter().enumerate() {
            let last = self.edges.last().map_or(0, |edge| edge.at);
            let beyond = Edge { at: last.saturating_add(index as i32 + 1), ..Edge::default() };
            let edge = self.edges.get(index).copied().unwrap_or(beyond);
            match row.last_mut().filter(|_| edge.of_left) {
                Some((at, _)) => *at = edge.at,
                None => {
                    let blocks = if edge.of_above { Vec::new() } else { blocks };
                    row.push((edge.at, Cell { columns: 1, blocks }));
                }
            }
        }
        if !row.is_empty() {
            self.rows.push(row);
        }
    }

    /// Whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.cells.is_empty()
    }

    /// The table: cells span as many columns as other rows have edges within them.
    pub fn finish(mut self) -> Option<Block> {
        if !self.cells.is_empty() {
            self.end_row();
        }
        let mut edges: Vec<i32> = self.rows.iter().flatten().map(|(edge, _)| *edge).collect();
        edges.sort_unstable();
        edges.dedup();
        let rows = self.rows.into_iter().map(|row| {
            let mut before = 0;
            let cells = row.into_iter().map(|(edge, cell)| {
                let end = edges.partition_point(|other| *other <= edge);
                let columns = end.saturating_sub(before).clamp(1, usize::from(MAX_COLUMNS)) as u16;
                before = end.max(before);
                Cell { columns, ..cell }
            });
            Row { cells: cells.collect() }
        });
        let rows: Vec<Row> = rows.collect();
        (!rows.is_empty()).then_some(Block::Table { rows })
    }
}
