//! The emblem out of a drawing or a picture, which is traced in a worker.

use crate::print::model::vector_shape::{InvalidShape, VectorShape};
use crate::registry::{self, Registry};
use crate::text::traced::Untraced;

/// Longer sides in pixels at which a drawing is traced, one after another until its outlines are few enough. An emblem is
/// printed up to 40 mm high, so that a step of the first is .03 mm.
const SIDES_PX: [u32; 3] = [1_400, 700, 350];

/// Why a file is no emblem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidEmblem {
    /// It could not be traced.
    Untraced(Untraced),
    /// What was traced is no shape of an emblem.
    Shape(InvalidShape),
}

/// The outlines of what is dark in an SVG, PNG or JPEG file, as path data of a [`VectorShape`].
///
/// # Errors
/// A file that cannot be read within the limits.
pub fn emblem(registry: &Registry, file: &[u8]) -> registry::Result<Result<String, InvalidEmblem>> {
    let mut found = Err(InvalidShape::Form);
    for side_px in SIDES_PX {
        let path = match registry.traced(file, side_px)? {
            Ok(path) => path,
            Err(why) => return Ok(Err(InvalidEmblem::Untraced(why))),
        };
        found = VectorShape::parse(&path).map(|_| path);
        if !matches!(found, Err(InvalidShape::TooLong)) {
            break;
        }
    }
    Ok(found.map_err(InvalidEmblem::Shape))
}
