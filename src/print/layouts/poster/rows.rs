//! Which codes stand side by side, and which rows on one page.

use super::plan::RowSpace;

/// What stands on one leaf in a row: codes side by side, or one alone whose title is too long for a column. By their
/// numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lane {
    Columns(Vec<usize>),
    Alone(usize),
}

impl Lane {
    pub fn numbers(&self) -> &[usize] {
        match self {
            Self::Columns(numbers) => numbers,
            Self::Alone(number) => std::slice::from_ref(number),
        }
    }
}

/// The lanes of a shelf, in its order. One that stands alone waits until the lane before it is full: it leaves no
/// hole.
pub(super) fn lanes(alone: &[bool], columns: usize) -> Vec<Lane> {
    let (mut lanes, mut open, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
    for (number, is_alone) in alone.iter().enumerate() {
        if *is_alone {
            waiting.push(Lane::Alone(number));
        } else {
            open.push(number);
        }
        if open.len() == columns {
            lanes.push(Lane::Columns(std::mem::take(&mut open)));
        }
        if open.is_empty() {
            lanes.append(&mut waiting);
        }
    }
    lanes.append(&mut waiting);
    if !open.is_empty() {
        lanes.push(Lane::Columns(open));
    }
    lanes
}

/// On how many pages rows fit; none where the first page would have no row, or a row is higher than a page.
pub(super) fn pages(rows_mm: &[f32], gap_mm: f32, room: &RowSpace) -> Option<usize> {
    if rows_mm.iter().any(|row_mm| *row_mm > room.again_mm) || rows_mm.first()? > &room.first_mm {
        return None;
    }
    Some(filled(rows_mm, gap_mm, room).len())
}

/// How many rows stand on each page when each is filled before the next one is begun.
fn filled(rows_mm: &[f32], gap_mm: f32, room: &RowSpace) -> Vec<usize> {
    let mut pages = vec![0];
    let mut free_mm = room.first_mm;
    for row_mm in rows_mm {
        if *row_mm > free_mm + ROUNDING_MM {
            pages.push(0);
            free_mm = room.again_mm;
        }
        if let Some(rows) = pages.last_mut() {
            *rows += 1;
        }
        free_mm -= row_mm + gap_mm;
    }
    pages
}

const ROUNDING_MM: f32 = 0.01;

/// How many rows stand on each page: on as few pages as there can be, and all of them as evenly full as can be. With
/// them the largest part of a page that stays blank.
pub(super) fn flow(rows_mm: &[f32], gap_mm: f32, room: &RowSpace) -> (Vec<usize>, f32) {
    let pages = filled(rows_mm, gap_mm, room);
    if pages.len() < 2 || pages[0] == 0 {
        return (pages, 0.0);
    }
    let rows = rows_mm.len();
    let mut ends_mm = vec![0.0];
    ends_mm.extend(rows_mm.iter().scan(0.0, |sum_mm, row_mm| {
        *sum_mm += row_mm + gap_mm;
        Some(*sum_mm)
    }));
    let blank = |page: usize, from: usize, to: usize| {
        let room_mm = if page == 0 { room.first_mm } else { room.again_mm };
        let taken_mm = ends_mm[to] - ends_mm[from] - gap_mm;
        (taken_mm <= room_mm + ROUNDING_MM).then(|| 1.0 - taken_mm / room_mm)
    };
    // The least sum of squares of what stays blank when so many rows stand on the pages so far, and where the last of
    // them begins.
    let mut best: Vec<Vec<(f32, usize)>> = Vec::new();
    for page in 0..pages.len() {
        let ending = |to: usize| {
            let from = if page == 0 { 0..1 } else { page..to };
            let cost = |from: usize| {
                let before = if page == 0 { 0.0 } else { best[page - 1][from].0 };
                blank(page, from, to).map_or(f32::INFINITY, |blank| before + blank * blank)
            };
            let costs = from.rev().map(|from| (cost(from), from));
            costs.min_by(|one, other| one.0.total_cmp(&other.0)).unwrap_or((f32::INFINITY, 0))
        };
        let row = (0..=rows).map(|to| if to > page { ending(to) } else { (f32::INFINITY, 0) });
        let row = row.collect();
        best.push(row);
    }
    let (mut to, mut counts, mut most) = (rows, Vec::new(), 0.0_f32);
    for page in (0..pages.len()).rev() {
        let from = best[page][to].1;
        counts.push(to - from);
        most = most.max(blank(page, from, to).unwrap_or_default());
        to = from;
    }
    counts.reverse();
    (counts, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(first_mm: f32, again_mm: f32) -> RowSpace {
        RowSpace { shelf_mm: 40.0, first_mm, again_mm, cost_mm: 0.0 }
    }

    #[test]
    fn rows_stand_evenly_on_as_few_pages_as_there_can_be() {
        for (rows, room, counts) in [
            (9, room(20.0, 40.0), vec![2, 4, 3]),
            (5, room(20.0, 40.0), vec![2, 3]),
            (4, room(40.0, 40.0), vec![4]),
            (5, room(40.0, 40.0), vec![3, 2]),
            (13, room(40.0, 40.0), vec![4, 3, 3, 3]),
        ] {
            let rows_mm = vec![10.0; rows];
            assert_eq!(pages(&rows_mm, 0.0, &room), Some(counts.len()));
            let (found, _) = flow(&rows_mm, 0.0, &room);
            assert_eq!(found, counts);
        }
        assert_eq!(pages(&[30.0], 0.0, &room(20.0, 40.0)), None, "the first page would be empty");
    }

    #[test]
    fn what_stands_alone_waits_until_the_row_before_it_is_full() {
        let found = lanes(&[false, true, false, false], 2);
        assert_eq!(found, [Lane::Columns(vec![0, 2]), Lane::Alone(1), Lane::Columns(vec![3])]);
        assert_eq!(lanes(&[true, false], 2), [Lane::Alone(0), Lane::Columns(vec![1])]);
    }
}
