//! The outlines of a symbol's dark areas.

use std::collections::BTreeMap;

use super::Symbol;

type Corner = (usize, usize);

/// Walks around every dark area with the dark side on the right, and keeps only the corners where the way turns.
pub(super) fn trace(symbol: &Symbol) -> Vec<Vec<Corner>> {
    let mut steps = steps(symbol);
    let mut outlines = Vec::new();
    while let Some((&start, _)) = steps.iter().next() {
        let mut path = vec![start];
        let mut at = start;
        while let Some(next) = take_step(&mut steps, at) {
            if next == start {
                break;
            }
            path.push(next);
            at = next;
        }
        outlines.push(turns(&path));
    }
    outlines
}

/// From each corner, where the border between dark and light leads next.
fn steps(symbol: &Symbol) -> BTreeMap<Corner, Vec<Corner>> {
    let mut steps: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    let mut step = |from: Corner, to: Corner| steps.entry(from).or_default().push(to);
    for row in 0..symbol.side_modules() {
        for column in (0..symbol.side_modules()).filter(|column| symbol.is_dark(*column, row)) {
            if row == 0 || !symbol.is_dark(column, row - 1) {
                step((column, row), (column + 1, row));
            }
            if !symbol.is_dark(column + 1, row) {
                step((column + 1, row), (column + 1, row + 1));
            }
            if !symbol.is_dark(column, row + 1) {
                step((column + 1, row + 1), (column, row + 1));
            }
            if column == 0 || !symbol.is_dark(column - 1, row) {
                step((column, row + 1), (column, row));
            }
        }
    }
    steps
}

/// Takes the step that leads on from a corner. Where two dark modules touch only there, either way is as good
/// as the other: the even-odd rule fills the same modules.
fn take_step(steps: &mut BTreeMap<Corner, Vec<Corner>>, at: Corner) -> Option<Corner> {
    let ways = steps.get_mut(&at)?;
    let next = ways.pop();
    if ways.is_empty() {
        steps.remove(&at);
    }
    next
}

/// The corners of a closed path at which it changes direction.
fn turns(path: &[Corner]) -> Vec<Corner> {
    let len = path.len();
    (0..len)
        .filter(|&i| {
            let (before, here, after) = (path[(i + len - 1) % len], path[i], path[(i + 1) % len]);
            !(before.0 == here.0 && here.0 == after.0 || before.1 == here.1 && here.1 == after.1)
        })
        .map(|i| path[i])
        .collect()
}
