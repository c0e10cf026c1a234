//! What is printed as plain values: the kit and its options, and the display list that a layout makes of them.

pub mod choice;
pub mod display_list;
mod error;
pub mod geometry;
pub mod kit;
pub mod options;
#[cfg(test)]
pub(crate) mod samples;
pub mod style;
pub mod vector_shape;

pub use self::error::LayoutError;
