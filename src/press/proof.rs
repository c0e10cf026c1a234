//! The print proof: a code is painted again from the polygon that was drawn, at its printed size, and read.

use rxing::common::GlobalHistogramBinarizer;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BinaryBitmap, Luma8LuminanceSource, Reader};

use super::PressError;
use crate::print::model::display_list::DrawnCode;

/// Pixels in a millimetre, about 100 dpi: less than any camera or scanner sees of a code that it can read. A second
/// try is a little finer, as a phone tries frame after frame.
const PIXELS_PER_MM: [f32; 2] = [4.0, 5.3];

/// Pixels of a module in a large code: no phone needs more, and a sheet is proved in a quarter of the time.
const PIXELS_PER_MODULE: [f32; 2] = [8.0, 10.6];

/// Modules in the width of a quiet zone ([`crate::print::qr::QUIET_ZONE_MODULES`]).
const QUIET_MODULES: f32 = 4.0;

/// Refuses a code that does not say its address in full.
pub(super) fn prove(code: &DrawnCode) -> Result<(), PressError> {
    let says_its_address = |text: String| text == code.address;
    let module_mm = code.quiet_mm / QUIET_MODULES;
    let densities = PIXELS_PER_MM.into_iter().zip(PIXELS_PER_MODULE);
    let mut densities = densities.map(|(per_mm, per_module)| per_mm.min(per_module / module_mm));
    if densities.any(|density| read(code, density).is_some_and(says_its_address)) {
        Ok(())
    } else {
        Err(PressError::Unreadable { code: code.name })
    }
}

/// What the drawn polygon says, found by its three corner patterns as a phone finds it.
fn read(code: &DrawnCode, px_per_mm: f32) -> Option<String> {
    let (pixels, side_px) = paint(code, px_per_mm)?;
    let side_px = u32::try_from(side_px).ok()?;
    let source = Luma8LuminanceSource::new(pixels, side_px, side_px).ok()?;
    let mut picture = BinaryBitmap::new(GlobalHistogramBinarizer::new(source));
    let result = QrReader.decode(&mut picture).ok()?;
    Some(result.getText().to_owned())
}

/// Paints the polygon and its quiet zone, black on white, by the even-odd rule: a pixel is black when its middle is
/// inside. Gives back the pixels and how many there are along a side; nothing when a side of the polygon is crooked.
fn paint(code: &DrawnCode, px_per_mm: f32) -> Option<(Vec<u8>, usize)> {
    let zone = code.zone();
    let side_px = pixels((zone.right_mm - zone.left_mm) * px_per_mm)?;
    // The first pixel whose middle is right of, or below, a place.
    let first = |place_mm: f32, from_mm: f32| pixels((place_mm - from_mm) * px_per_mm - 0.5);
    // Where the colour changes from a row to the one above it: at the ends of each upright side.
    let mut changes = Vec::new();
    for outline in &code.outlines {
        for (a, b) in outline.iter().zip(outline.iter().cycle().skip(1)) {
            let (is_upright, is_level) = (same(a.0, b.0), same(a.1, b.1));
            if !is_upright && !is_level {
                return None;
            }
            if is_upright {
                let column = first(a.0, zone.left_mm)?;
                changes.extend([(first(a.1, zone.top_mm)?, column), (first(b.1, zone.top_mm)?, column)]);
            }
        }
    }
    changes.sort_unstable();
    let mut picture = vec![0xFF_u8; side_px * side_px];
    let mut changes = changes.into_iter().peekable();
    for row in 0..side_px {
        let start = row * side_px;
        if row > 0 {
            picture.copy_within(start - side_px..start, start);
        }
        let line = picture.get_mut(start..start + side_px)?;
        // Two changes of one row bound a stretch whose pixels turn over.
        while let Some((_, from)) = changes.next_if(|change| change.0 == row) {
            let (_, to) = changes.next_if(|change| change.0 == row)?;
            line.get_mut(from..to)?.iter_mut().for_each(|pixel| *pixel = !*pixel);
        }
    }
    Some((picture, side_px))
}

/// Whether two places are one: they come from the same module.
fn same(a_mm: f32, b_mm: f32) -> bool {
    (a_mm - b_mm).abs() < 1e-4
}

/// A length in pixels as their number, rounded up; none when it is not a number that a page can have.
fn pixels(length_px: f32) -> Option<usize> {
    const MOST: f32 = 8192.0;
    if !(0.0..=MOST).contains(&length_px) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was just checked")]
    Some(length_px.ceil() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Code;
    use crate::print::qr::{Level, Symbol};

    const ADDRESS: &str = "https://QR.EXAMPLE.KZ/7K3M9Q3/4HD0TWX";

    fn code(side_mm: f32) -> DrawnCode {
        let name = Code::parse("7K3M9Q3").expect("a code");
        DrawnCode::new(name, &Symbol::new(ADDRESS, Level::Q).expect("a symbol"), (37.3, 81.9), side_mm)
    }

    #[test]
    fn a_drawn_code_says_its_address_at_every_size() {
        for side_mm in [22.0, 42.0, 130.0, 149.0] {
            assert!(prove(&code(side_mm)).is_ok(), "{side_mm} mm");
        }
    }

    #[test]
    fn no_sound_code_is_refused() {
        for number in 0..60_u8 {
            let name = Code::from_random([number, 3, number.wrapping_mul(7), 9, 11, 13]);
            let address = format!("https://QR.EXAMPLE.KZ/{name}/4HD0TWX");
            let symbol = Symbol::new(&address, Level::Q).expect("a symbol");
            let code = DrawnCode::new(name, &symbol, (12.0 + f32::from(number) * 0.013, 81.9), 42.0);
            assert!(prove(&code).is_ok(), "{address}");
        }
    }

    #[test]
    fn a_broken_polygon_is_refused_by_name() {
        let mut torn = code(130.0);
        torn.outlines.drain(..3);
        let mut shifted = code(130.0);
        for outline in shifted.outlines.iter_mut().skip(5) {
            outline.iter_mut().for_each(|corner| corner.0 += 4.0);
        }
        let mut other = code(130.0);
        other.address.replace_range(29.., "/9XXXXXX");
        for broken in [torn, shifted, other] {
            assert!(matches!(prove(&broken), Err(PressError::Unreadable { code }) if code == broken.name));
        }
    }
}
