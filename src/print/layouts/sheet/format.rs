//! The formats of a sheet: its grid, the sizes of its type, and how its code must be. Every number of the two is here.

use crate::print::model::geometry::{A4, Size, count_f32};
use crate::print::model::style::MM_PER_PT;
use crate::print::qr::QUIET_ZONE_MODULES;
use crate::print::typeset::density::Density;
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

/// How a sheet of one size is set.
pub struct SheetFormat {
    /// Where things stand. The left margin takes in the quiet zone, so that the code stands flush with the text.
    pub grid: Grid,
    /// Least side of the code.
    pub code_min_mm: f32,
    /// Least side of a module.
    pub module_min_mm: f32,
    /// Side of a module that is not exceeded: the quiet zone must fit into the left margin.
    pub module_max_mm: f32,
    /// Height of the capitals of the call.
    pub call_capital_mm: f32,
    /// Height of the emblem, and where room is scarce.
    pub emblems_mm: (f32, f32),
    /// Sizes of the address that are tried; the last always fits.
    pub addresses_pt: &'static [f32],
    /// Sizes of the small print beside the code that are tried, the largest first.
    pub rails: &'static [Small],
    /// Size of the last lines.
    pub fine_pt: f32,
    /// The instruction where room is scarce, and none beside the code.
    pub instruction_scarce: Instruction,
    /// Least size of the titles; only from here down may a word of theirs be broken.
    pub title_floor_pt: f32,
    /// What is tried, the most generous first.
    pub plans: &'static [SheetPlan],
}

/// Sizes of the small print beside the code.
#[derive(Clone, Copy)]
pub struct Small {
    /// What to do.
    pub lead_pt: f32,
    /// What the code opens.
    pub body_pt: f32,
}

/// A way to set a sheet. The name always stands in the masthead.
pub struct SheetPlan {
    /// Size of the name.
    pub name_pt: f32,
    /// How closely.
    pub density: Density,
    /// Sizes of the instruction under the call; without them it stands in the small print beside the code.
    pub instruction: Option<Instruction>,
    /// Sizes of the titles, the largest first.
    pub titles_pt: &'static [f32],
}

/// Sizes of the instruction under the call.
#[derive(Clone, Copy)]
pub struct Instruction {
    /// What to do.
    pub lead_pt: f32,
    /// What is not asked for.
    pub safe_pt: f32,
}

const fn ample(name_pt: f32, instruction: (f32, f32), titles_pt: &'static [f32]) -> SheetPlan {
    let (lead_pt, safe_pt) = instruction;
    SheetPlan {
        name_pt,
        density: Density::Ample,
        instruction: Some(Instruction { lead_pt, safe_pt }),
        titles_pt,
    }
}

const fn close(name_pt: f32, instruction: (f32, f32), titles_pt: &'static [f32]) -> SheetPlan {
    SheetPlan { density: Density::Scarce, ..ample(name_pt, instruction, titles_pt) }
}

const fn scarce(name_pt: f32, titles_pt: &'static [f32]) -> SheetPlan {
    SheetPlan { name_pt, density: Density::Scarce, instruction: None, titles_pt }
}

/// The sheet on A4. Titles have 16 pt and names 14 pt at least, as a wall needs them: where there is no room, the small
/// print shrinks first, then the titles, then the names. The plans below 14 pt are for a long name above a long title,
/// or for English too where the code is larger, and the last three for titles beyond 190 letters, or beyond some 150 where
/// a host of more than 17 characters makes the code larger.
pub const SHEET: SheetFormat = SheetFormat {
    grid: Grid::new(A4, (20.0, 11.0)),
    code_min_mm: CODE_MIN_MM,
    module_min_mm: MODULE_MIN_MM,
    module_max_mm: 4.75,
    call_capital_mm: 15.2,
    emblems_mm: (14.0, 8.0),
    addresses_pt: &[20.0, 18.0, 16.0],
    rails: &[
        Small { lead_pt: 10.5, body_pt: 9.5 },
        Small { lead_pt: 10.0, body_pt: 9.0 },
        Small { lead_pt: 9.5, body_pt: 8.5 },
        Small { lead_pt: 9.0, body_pt: 8.0 },
        Small { lead_pt: 8.5, body_pt: 7.5 },
        Small { lead_pt: 8.0, body_pt: 7.0 },
    ],
    fine_pt: 7.0,
    instruction_scarce: Instruction { lead_pt: 9.0, safe_pt: 7.0 },
    title_floor_pt: 16.0,
    plans: &[
        ample(15.0, (13.0, 11.5), &[30.0, 28.0, 26.0, 24.0, 22.0, 20.0]),
        ample(14.0, (12.0, 10.0), &[20.0, 18.0, 17.0, 16.0]),
        close(14.0, (12.0, 10.0), &[20.0, 18.0, 17.0, 16.0]),
        scarce(14.0, &[20.0, 18.0, 17.0, 16.0]),
        scarce(12.0, &[18.0, 17.0, 16.0]),
        scarce(10.0, &[18.0, 17.0, 16.0]),
        scarce(8.5, &[16.0]),
        scarce(7.0, &[16.0]),
        scarce(10.0, &[14.0, 13.0]),
        scarce(7.0, &[14.0, 13.0, 12.0, 11.0, 10.0]),
        scarce(6.0, &[10.0, 9.0, 8.0, 7.0, 6.0]),
    ],
};

/// The pocket sheet: half of an A4. Titles have 10 pt and names 9 pt at least, as on [`SHEET`].
pub const POCKET: SheetFormat = SheetFormat {
    grid: Grid::new(HALF, (13.5, 10.5)),
    code_min_mm: A5_CODE_MIN_MM,
    module_min_mm: A5_MODULE_MIN_MM,
    module_max_mm: 3.1,
    call_capital_mm: 9.0,
    emblems_mm: (10.0, 6.0),
    addresses_pt: &[13.0, 12.0, 11.0, 10.0],
    rails: &[
        Small { lead_pt: 9.5, body_pt: 8.5 },
        Small { lead_pt: 9.0, body_pt: 8.0 },
        Small { lead_pt: 8.5, body_pt: 7.5 },
        Small { lead_pt: 8.0, body_pt: 7.0 },
        Small { lead_pt: 7.5, body_pt: 6.5 },
        Small { lead_pt: 7.0, body_pt: 6.0 },
    ],
    fine_pt: 6.0,
    instruction_scarce: Instruction { lead_pt: 7.5, safe_pt: 6.5 },
    title_floor_pt: 10.0,
    plans: &[
        ample(10.5, (8.5, 8.0), &[18.0, 17.0, 16.0, 15.0, 14.0, 13.0]),
        ample(9.0, (8.5, 7.5), &[14.0, 13.0, 12.0, 11.0, 10.0]),
        close(9.0, (8.5, 7.5), &[14.0, 13.0, 12.0, 11.0, 10.0]),
        scarce(9.0, &[14.0, 13.0, 12.0, 11.0, 10.0]),
        scarce(7.5, &[12.0, 11.0, 10.0]),
        scarce(6.0, &[11.0, 10.0, 9.0, 8.0, 7.0, 6.0]),
    ],
};

impl SheetFormat {
    /// Height of the emblem.
    pub fn emblem_mm(&self, density: Density) -> f32 {
        let (ample_mm, scarce_mm) = self.emblems_mm;
        if density == Density::Ample { ample_mm } else { scarce_mm }
    }

    /// Least side of a code with this many modules a side.
    pub fn least_mm(&self, side_modules: f32) -> f32 {
        self.code_min_mm.max(self.module_min_mm * side_modules)
    }

    /// The column beside a code with this many modules a side and this side, and how far down it may reach.
    pub fn rail_span(&self, grid: &Grid, (side_modules, side_mm): (f32, f32)) -> (Span, f32) {
        let quiet_mm = side_mm * count_f32(QUIET_ZONE_MODULES) / side_modules;
        (grid.span().after(side_mm + quiet_mm), side_mm + quiet_mm)
    }

    /// What stands beside a code with this many modules a side.
    pub fn beside(&self, side_modules: f32) -> Beside {
        let (span, _) = self.rail_span(&self.grid, (side_modules, self.least_mm(side_modules)));
        let has_room = self.rails.iter().any(|small| span.width_mm() >= rail_min_mm(*small));
        if has_room { Beside::Rail } else { Beside::Nothing }
    }
}

/// What stands beside a code.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Beside {
    /// Small print.
    Rail,
    /// Nothing: the code is too large for that.
    Nothing,
}

/// Narrowest column in which small print still reads well, in letters of its body text.
pub fn rail_min_mm(small: Small) -> f32 {
    const LETTERS: f32 = 16.0;
    LETTERS * 0.57 * small.body_pt * MM_PER_PT
}

/// Height of the call's capitals and of the white above them, as a multiple of theirs.
pub const fn call_above(density: Density) -> f32 {
    match density {
        Density::Ample => 1.25,
        Density::Scarce => 1.2,
    }
}

/// Space between parts.
pub const fn gap_mm(density: Density) -> f32 {
    match density {
        Density::Ample => 3.5,
        Density::Scarce => 1.5,
    }
}
