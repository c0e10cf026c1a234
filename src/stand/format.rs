//! The formats of a sheet: its grid, the sizes of its type, and how its code must be. Every number of the two is here.

use super::grid::Grid;
use super::layout::{Font, MM_PER_PT};
use super::sheet::{A4, Size};

/// Least side of the code on A4. From 3 m a telephone with 1080 lines sees it with two pixels a module.
pub const CODE_MIN_MM: f32 = 130.0;

/// Least side of a module on A4: what such a telephone can still resolve from 3 m.
pub const MODULE_MIN_MM: f32 = 4.4;

/// Least side of the code on A5: a pocket sheet is read at arm's length, and this one still from 1.9 m.
pub const A5_CODE_MIN_MM: f32 = 85.0;

/// Least side of a module on A5: what the same telephone resolves from 1.7 m.
pub const A5_MODULE_MIN_MM: f32 = 2.6;

/// The paper of a pocket sheet: half of an A4 on its side.
pub(super) const HALF: Size = Size { width_mm: A4.height_mm / 2.0, height_mm: A4.width_mm };

/// How a sheet of one size is set.
pub(super) struct Format {
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
    /// Height of the emblem.
    pub emblem_mm: f32,
    /// Sizes of the address that are tried; the last always fits.
    pub addresses_pt: &'static [f32],
    /// Sizes of the small print beside the code that are tried, the largest first.
    pub rails: &'static [Small],
    /// Small print below the code, where there is no room beside it.
    pub below: Small,
    /// The same when room is scarce.
    pub below_scarce: Small,
    /// What is tried, the most generous first.
    pub plans: &'static [Plan],
}

/// Sizes of the small print.
#[derive(Clone, Copy)]
pub(super) struct Small {
    /// What to do.
    pub lead_pt: f32,
    /// What the code opens.
    pub body_pt: f32,
    /// When it was printed.
    pub fine_pt: f32,
}

/// Where the organization's name stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Name {
    /// In the masthead, in this size.
    Masthead(f32),
    /// In the small print, because the titles are so long that there is no room for both.
    SmallPrint,
}

/// The order of the parts.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Order {
    /// The masthead and the titles stand above the code.
    TitlesFirst,
    /// The code stands at the head, so that its quiet zone takes in the white edge of the paper too.
    CodeFirst,
}

/// How closely things stand.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Room {
    /// As it looks best.
    Ample,
    /// Lines and parts nearer to each other.
    Scarce,
}

/// A way to set a sheet.
pub(super) struct Plan {
    /// Where the name stands.
    pub name: Name,
    /// What comes first.
    pub order: Order,
    /// How closely.
    pub room: Room,
    /// The weight of the titles.
    pub font: Font,
    /// Their sizes, the largest first. Words are broken only at the last one of the last plans.
    pub titles_pt: &'static [f32],
}

const fn plan(name: Name, order: Order, room: Room, font: Font, titles_pt: &'static [f32]) -> Plan {
    Plan { name, order, room, font, titles_pt }
}

/// The sheet on A4. Titles have 16 pt and names 14 pt at least, as a wall needs them; the plans below
/// 14 pt are for names that would fill a third of the sheet, and the last three sizes for
/// titles beyond 190 characters, or beyond some 150 where a host of more than 17 characters makes the code larger.
pub(super) const SHEET: Format = Format {
    grid: Grid::new(A4, (20.0, 11.0)),
    code_min_mm: CODE_MIN_MM,
    module_min_mm: MODULE_MIN_MM,
    module_max_mm: 4.75,
    call_capital_mm: 15.2,
    emblem_mm: 14.0,
    addresses_pt: &[24.0, 22.0, 20.0, 18.0, 16.0],
    rails: &[
        Small { lead_pt: 10.5, body_pt: 9.5, fine_pt: 7.0 },
        Small { lead_pt: 10.0, body_pt: 9.0, fine_pt: 7.0 },
        Small { lead_pt: 9.5, body_pt: 8.5, fine_pt: 7.0 },
        Small { lead_pt: 9.0, body_pt: 8.0, fine_pt: 7.0 },
        Small { lead_pt: 8.5, body_pt: 7.5, fine_pt: 7.0 },
        Small { lead_pt: 8.0, body_pt: 7.0, fine_pt: 7.0 },
    ],
    below: Small { lead_pt: 10.0, body_pt: 9.0, fine_pt: 8.0 },
    below_scarce: Small { lead_pt: 9.0, body_pt: 7.0, fine_pt: 7.0 },
    plans: &[
        plan(
            Name::Masthead(15.0),
            Order::TitlesFirst,
            Room::Ample,
            Font::Bold,
            &[36.0, 34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0],
        ),
        plan(Name::Masthead(14.0), Order::TitlesFirst, Room::Scarce, Font::Bold, &[20.0, 18.0, 17.0, 16.0]),
        plan(Name::Masthead(14.0), Order::CodeFirst, Room::Scarce, Font::Bold, &[20.0, 18.0, 16.0]),
        plan(Name::Masthead(14.0), Order::CodeFirst, Room::Scarce, Font::Regular, &[16.0]),
        plan(
            Name::Masthead(11.0),
            Order::TitlesFirst,
            Room::Scarce,
            Font::Bold,
            &[24.0, 22.0, 20.0, 18.0, 16.0],
        ),
        plan(Name::Masthead(11.0), Order::CodeFirst, Room::Scarce, Font::Bold, &[20.0, 18.0, 16.0]),
        plan(
            Name::SmallPrint,
            Order::TitlesFirst,
            Room::Scarce,
            Font::Bold,
            &[32.0, 28.0, 24.0, 22.0, 20.0, 18.0, 16.0],
        ),
        plan(Name::SmallPrint, Order::CodeFirst, Room::Scarce, Font::Bold, &[20.0, 18.0, 16.0]),
        plan(Name::SmallPrint, Order::CodeFirst, Room::Scarce, Font::Regular, &[16.0, 13.0, 10.0, 7.0]),
    ],
};

/// The pocket sheet: half of an A4.
pub(super) const POCKET: Format = Format {
    grid: Grid::new(HALF, (13.5, 10.5)),
    code_min_mm: A5_CODE_MIN_MM,
    module_min_mm: A5_MODULE_MIN_MM,
    module_max_mm: 3.1,
    call_capital_mm: 9.0,
    emblem_mm: 10.0,
    addresses_pt: &[16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0],
    rails: &[
        Small { lead_pt: 9.5, body_pt: 8.5, fine_pt: 6.0 },
        Small { lead_pt: 9.0, body_pt: 8.0, fine_pt: 6.0 },
        Small { lead_pt: 8.5, body_pt: 7.5, fine_pt: 6.0 },
        Small { lead_pt: 8.0, body_pt: 7.0, fine_pt: 6.0 },
        Small { lead_pt: 7.5, body_pt: 6.5, fine_pt: 6.0 },
        Small { lead_pt: 7.0, body_pt: 6.0, fine_pt: 6.0 },
    ],
    below: Small { lead_pt: 8.5, body_pt: 7.5, fine_pt: 7.0 },
    below_scarce: Small { lead_pt: 7.5, body_pt: 6.5, fine_pt: 6.0 },
    plans: &[
        plan(
            Name::Masthead(10.5),
            Order::TitlesFirst,
            Room::Ample,
            Font::Bold,
            &[24.0, 22.0, 20.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0],
        ),
        plan(
            Name::Masthead(9.0),
            Order::TitlesFirst,
            Room::Scarce,
            Font::Bold,
            &[14.0, 13.0, 12.0, 11.0, 10.0],
        ),
        plan(Name::Masthead(9.0), Order::CodeFirst, Room::Scarce, Font::Bold, &[13.0, 12.0, 11.0, 10.0]),
        plan(
            Name::Masthead(7.5),
            Order::TitlesFirst,
            Room::Scarce,
            Font::Bold,
            &[14.0, 13.0, 12.0, 11.0, 10.0],
        ),
        plan(
            Name::SmallPrint,
            Order::TitlesFirst,
            Room::Scarce,
            Font::Bold,
            &[22.0, 20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0],
        ),
        plan(
            Name::SmallPrint,
            Order::CodeFirst,
            Room::Scarce,
            Font::Regular,
            &[12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0],
        ),
    ],
};

impl Format {
    /// Least side of a code with this many modules a side.
    pub fn least_mm(&self, side_modules: f32) -> f32 {
        self.code_min_mm.max(self.module_min_mm * side_modules)
    }
}

/// Narrowest column in which small print still reads well, in letters of its body text.
pub(super) fn rail_min_mm(small: Small) -> f32 {
    const LETTERS: f32 = 16.0;
    LETTERS * 0.57 * small.body_pt * MM_PER_PT
}
