//! The formats of a sheet: its paper, the sizes of its type, and how its code must be. Every number of the two is here.

use crate::print::model::geometry::{A4, Area, EDGE_MM, Size, count_f32};
use crate::print::model::style::MM_PER_PT;
use crate::print::qr::QUIET_ZONE_MODULES;
use crate::print::typeset::grid::{Grid, Span};

/// Least side of the code on A4. From 3 m a telephone with 1080 lines sees it with two pixels a module.
pub const CODE_MIN_MM: f32 = 130.0;

/// Least side of a module on A4: what such a telephone can still resolve from 3 m.
pub const MODULE_MIN_MM: f32 = 4.4;

/// Least side of the code on A5: a pocket sheet is read at arm's length, and this one still from 1.9 m.
pub const A5_CODE_MIN_MM: f32 = 85.0;

/// Least side of a module on A5: what the same telephone resolves from 1.7 m.
pub const A5_MODULE_MIN_MM: f32 = 2.6;

/// The paper of a pocket sheet: half of an A4 on its side.
pub const HALF: Size = Size { width_mm: A4.height_mm / 2.0, height_mm: A4.width_mm };

/// Narrowest column beside a code in which small print still reads well, in letters.
const RAIL_LETTERS: f32 = 19.0;

/// Between the code's quiet zone and a column beside it nothing is needed: the zone is white.
const LETTER: f32 = 0.57;

/// How a sheet of one size is set.
pub struct SheetFormat {
    paper: Size,
    /// Least and largest side of the code. The largest decides where everything begins: its quiet zone must find room
    /// on the paper to its left, and the text stands flush with the code.
    code_mm: (f32, f32),
    /// Least side of a module.
    module_min_mm: f32,
    /// Height of the capitals of the call.
    pub call_capital_mm: f32,
    /// Height of the phone before it.
    pub phone_mm: f32,
    /// Where the second column begins, beside the call and the address.
    second_mm: f32,
    /// Sizes of what stands there, the largest first; the last always fits.
    pub beside_pt: &'static [f32],
    /// Height of the emblem.
    pub emblem_mm: f32,
    /// Sizes of the address that are tried; the last always fits.
    pub addresses_pt: &'static [f32],
    /// What titles must be and may be, from the shortest to the longest.
    pub titles: &'static [TitleClass],
    /// Least size of the titles; only from here down may a word of theirs be broken.
    pub title_floor_pt: f32,
    /// What is tried, the most generous first.
    pub plans: &'static [SheetPlan],
}

/// Titles of a length.
pub struct TitleClass {
    /// Most letters of the longer language.
    letters: usize,
    /// Least and largest height of their capitals.
    pub capital_mm: (f32, f32),
}

/// A way to set a sheet.
pub struct SheetPlan {
    /// Size of the name.
    pub name_pt: f32,
    /// Size of the small print.
    pub fine_pt: f32,
    /// A least size of titles in place of what their class asks for.
    pub title_pt: Option<f32>,
}

const fn full(name_pt: f32, fine_pt: f32) -> SheetPlan {
    SheetPlan { name_pt, fine_pt, title_pt: None }
}

const fn scarce(name_pt: f32, fine_pt: f32, title_pt: f32) -> SheetPlan {
    SheetPlan { name_pt, fine_pt, title_pt: Some(title_pt) }
}

/// The sheet on A4. Titles of up to 30 letters have capitals of 12 mm, of up to 80 letters of 8 mm, longer ones 16 pt at
/// least, and names 14 pt: what is read from 3 m. The plans after the first two are for a long name above a long title,
/// for English too, and for a host of more than 17 characters, which makes the code larger.
pub const SHEET: SheetFormat = SheetFormat {
    paper: A4,
    code_mm: (CODE_MIN_MM, 150.0),
    module_min_mm: MODULE_MIN_MM,
    call_capital_mm: 7.0,
    phone_mm: 9.6,
    second_mm: 96.0,
    beside_pt: &[10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0],
    emblem_mm: 10.0,
    addresses_pt: &[20.0, 19.0, 18.0, 16.0],
    titles: &[
        TitleClass { letters: 30, capital_mm: (12.0, 15.0) },
        TitleClass { letters: 80, capital_mm: (8.0, 12.0) },
        TitleClass { letters: usize::MAX, capital_mm: (4.1, 9.0) },
    ],
    title_floor_pt: 16.0,
    plans: &[
        full(14.0, 7.0),
        full(14.0, 6.5),
        scarce(14.0, 6.5, 22.0),
        scarce(14.0, 6.5, 16.0),
        scarce(12.0, 6.5, 16.0),
        scarce(10.0, 6.5, 16.0),
        scarce(8.5, 6.5, 16.0),
        scarce(7.0, 6.5, 16.0),
        scarce(10.0, 6.5, 13.0),
        scarce(7.0, 6.5, 10.0),
        scarce(6.0, 6.0, 6.0),
    ],
};

/// The pocket sheet: half of an A4. Titles have 10 pt and names 9 pt at least, as on [`SHEET`].
pub const POCKET: SheetFormat = SheetFormat {
    paper: HALF,
    code_mm: (A5_CODE_MIN_MM, 102.0),
    module_min_mm: A5_MODULE_MIN_MM,
    call_capital_mm: 5.0,
    phone_mm: 6.9,
    second_mm: 67.0,
    beside_pt: &[8.0, 7.5, 7.0, 6.5, 6.0, 5.5],
    emblem_mm: 8.0,
    addresses_pt: &[13.0, 12.0, 11.0, 10.0],
    titles: &[
        TitleClass { letters: 30, capital_mm: (8.0, 10.0) },
        TitleClass { letters: 80, capital_mm: (5.4, 8.0) },
        TitleClass { letters: usize::MAX, capital_mm: (2.6, 6.0) },
    ],
    title_floor_pt: 10.0,
    plans: &[
        full(9.5, 6.0),
        full(9.0, 6.0),
        scarce(9.0, 6.0, 14.0),
        scarce(9.0, 6.0, 10.0),
        scarce(7.5, 6.0, 10.0),
        scarce(6.0, 6.0, 10.0),
        scarce(6.0, 6.0, 7.0),
        scarce(6.0, 5.5, 6.0),
    ],
};

impl SheetFormat {
    /// The grid for codes with this many modules a side, the sheet this far from the paper's left edge.
    pub fn grid(&self, side_modules: f32, moved_mm: f32) -> Grid {
        const RIGHT_MM: f32 = EDGE_MM + 0.5;
        let most_mm = self.code_mm.1.max(self.least_mm(side_modules));
        let left_mm = most_mm * count_f32(QUIET_ZONE_MODULES) / side_modules;
        let grid = Grid::new(self.paper, (left_mm, RIGHT_MM));
        let (top_mm, bottom_mm) = (EDGE_MM + 0.5, self.paper.height_mm - EDGE_MM - 0.2);
        Grid { text: Area { top_mm, bottom_mm, ..grid.text }, ..grid }.moved(moved_mm)
    }

    /// Least side of a code with this many modules a side.
    pub fn least_mm(&self, side_modules: f32) -> f32 {
        self.code_mm.0.max(self.module_min_mm * side_modules)
    }

    /// Largest side of a code with this many modules a side, its zone and a column beside it in as much width.
    fn most_beside_mm(&self, width_mm: f32, side_modules: f32) -> f32 {
        let zone = count_f32(QUIET_ZONE_MODULES) / side_modules;
        (width_mm / (1.0 + zone)).min(self.code_mm.1)
    }

    /// Largest side of a code with this many modules a side that has this column beside it, or none.
    pub fn most_mm(&self, grid: &Grid, side_modules: f32, rail: Option<Span>) -> f32 {
        let beside_mm = rail.map(|rail| self.most_beside_mm(rail.left_mm - grid.text.left_mm, side_modules));
        beside_mm.unwrap_or(self.code_mm.1).max(self.least_mm(side_modules))
    }

    /// The columns beside a code with this many modules a side: the narrowest that still reads well, which lets the code
    /// grow, and all that the least code leaves; none where that is too narrow to read.
    pub fn rails(&self, grid: &Grid, side_modules: f32, fine_pt: f32) -> Vec<Span> {
        let rail_mm = RAIL_LETTERS * LETTER * fine_pt * MM_PER_PT;
        let least_mm = self.least_mm(side_modules);
        let most_mm = self.most_beside_mm(grid.width_mm() - rail_mm, side_modules);
        let zone = count_f32(QUIET_ZONE_MODULES) / side_modules;
        let sides_mm = [most_mm, least_mm].into_iter().filter(|_| most_mm >= least_mm);
        sides_mm.map(|side_mm| grid.span().after(side_mm * (1.0 + zone))).collect()
    }

    /// The columns beside each other: the call and the address, and what stands beside them.
    pub fn pair(&self, grid: &Grid) -> (Span, Span) {
        const GAP_MM: f32 = 4.0;
        let whole = grid.span();
        let first = Span::new(whole.left_mm, whole.left_mm + self.second_mm - GAP_MM);
        (first, whole.after(self.second_mm))
    }

    /// The class of titles of which the longer language has this many letters.
    pub fn class(&self, letters: usize) -> usize {
        self.titles.iter().position(|class| letters <= class.letters).unwrap_or_default()
    }
}
