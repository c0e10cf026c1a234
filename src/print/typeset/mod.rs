//! What all layouts are set with: text broken into lines, the grid, the head and foot of a page, and its marks.

pub mod canvas;
pub mod crop_marks;
pub mod density;
pub mod footer;
pub mod grid;
pub mod line_break;
pub mod masthead;
pub mod ornament;
pub mod titled_code;
pub mod trial_mark;
pub mod trilingual;
