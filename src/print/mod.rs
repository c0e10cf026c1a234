//! Everything that is printed: the kit of a stand as a display list in millimetres, and the display list as PDF.
//!
//! [`model`] holds the kit, its options and the display list, [`qr`] the codes. `typeset` breaks lines over a
//! [`Measure`](model::style::Measure) and is what all [`layouts`] are set with; a layout is one file a printed thing.
//! [`pdf`] draws the display list.

pub mod layouts;
pub mod model;
pub mod pdf;
pub mod qr;
mod typeset;

pub use self::layouts::{lay_out, parts};
pub use self::model::LayoutError;
