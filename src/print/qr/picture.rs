//! A symbol as a picture file, with its quiet zone.

use std::fmt::Write as _;

use super::{QUIET_ZONE_MODULES, Symbol};

/// The symbol as SVG: one path on white, a module one unit wide.
pub fn svg(symbol: &Symbol) -> String {
    let side = symbol.side_modules() + 2 * QUIET_ZONE_MODULES;
    let mut path = String::new();
    for outline in symbol.outlines() {
        for (i, (x, y)) in outline.into_iter().enumerate() {
            let command = if i == 0 { 'M' } else { 'L' };
            // Writing to a string cannot fail.
            let _ = write!(path, "{command}{} {}", x + QUIET_ZONE_MODULES, y + QUIET_ZONE_MODULES);
        }
        path.push('Z');
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <path fill=\"#fff\" d=\"M0 0H{side}V{side}H0Z\"/>\
         <path fill=\"#000\" fill-rule=\"evenodd\" d=\"{path}\"/></svg>\n"
    )
}

/// The symbol as a black-and-white PNG with this many pixels a module.
///
/// # Errors
/// A picture too large for its form.
pub fn png(symbol: &Symbol, module_px: u32) -> Result<Vec<u8>, png::EncodingError> {
    let module_px = module_px.max(1);
    let side_modules = symbol.side_modules() + 2 * QUIET_ZONE_MODULES;
    let side_px = u32::try_from(side_modules).unwrap_or(u32::MAX).saturating_mul(module_px);
    let mut pixels = Vec::new();
    for row in 0..side_modules {
        let line = packed_line(symbol, row, side_px, module_px);
        for _ in 0..module_px {
            pixels.extend_from_slice(&line);
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side_px, side_px);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// One line of pixels, eight a byte, white as 1.
fn packed_line(symbol: &Symbol, row: usize, side_px: u32, module_px: u32) -> Vec<u8> {
    let mut line = vec![0xFF_u8; side_px.div_ceil(8) as usize];
    for x in 0..side_px {
        let column = (x / module_px) as usize;
        let dark = column >= QUIET_ZONE_MODULES
            && row >= QUIET_ZONE_MODULES
            && symbol.is_dark(column - QUIET_ZONE_MODULES, row - QUIET_ZONE_MODULES);
        if dark {
            line[(x / 8) as usize] &= !(0x80 >> (x % 8));
        }
    }
    line
}
