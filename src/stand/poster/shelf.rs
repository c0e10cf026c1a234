//! The row at the top of a poster: the shelf's own code, and the call to read it, in words that are seen from afar.

use super::format::{Format, Span};
use crate::domain::Lang;
use crate::phrases::say;
use crate::stand::canvas::{Block, Canvas};
use crate::stand::kit::LANGUAGES;
use crate::stand::layout::{Measure, Style, wrap};
use crate::stand::qr::QUIET_ZONE_MODULES;
use crate::stand::sheet::{DrawnCode, modules};
use crate::stand::wording::Entry;

/// Height of the capitals of the call on A4: they are read from 3 m.
const CAPITAL_MM: f32 = 15.2;

/// Space above the capitals of a call, for accents, and below, for tails; as parts of the capitals.
const ABOVE: f32 = 0.16;
const BELOW: f32 = 0.34;

/// The row.
pub(super) struct Shelf<'e> {
    entry: &'e Entry,
    side_mm: f32,
    /// Where the words stand.
    text: [(usize, Span); 2],
    call: Style,
    capital_mm: f32,
    titles: Vec<Block>,
    address: Block,
    stacked: bool,
    height_mm: f32,
}
