//! What the colours of the file mean: sRGB, as a profile written here from the numbers of the standard.

use std::sync::LazyLock;

/// Points of the tone curve.
const CURVE_POINTS: u16 = 1024;

/// The profile (ICC.1:2001-04, version 2.4, a three-component matrix profile for displays).
pub(super) static SRGB: LazyLock<Vec<u8>> = LazyLock::new(profile);

/// White and the three primaries as the profile's space sees them: IEC 61966-2-1 adapted from D65 to D50 by Bradford's
/// matrix, in 1/65536.
const WHITE: [i32; 3] = [0xF6D6, 0x10000, 0xD32D];
const RED: [i32; 3] = [0x6FA2, 0x38F5, 0x0390];
const GREEN: [i32; 3] = [0x6299, 0xB785, 0x18DA];
const BLUE: [i32; 3] = [0x24A0, 0x0F84, 0xB6CF];

const HEADER_BYTES: usize = 128;
const ENTRY_BYTES: usize = 12;

fn profile() -> Vec<u8> {
    let curve = curve();
    // All three components share one curve: the last three entries lead to the same place.
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz(WHITE)),
        (b"rXYZ", xyz(RED)),
        (b"gXYZ", xyz(GREEN)),
        (b"bXYZ", xyz(BLUE)),
        (b"rTRC", curve),
        (b"gTRC", Vec::new()),
        (b"bTRC", Vec::new()),
    ];
    let (mut table, mut data) = (long(tags.len()).to_vec(), Vec::new());
    let first = HEADER_BYTES + 4 + tags.len() * ENTRY_BYTES;
    let (mut place, mut size) = (0, 0);
    for (name, value) in tags {
        if !value.is_empty() {
            (place, size) = (first + data.len(), value.len());
            data.extend(value);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        table.extend(name);
        table.extend(long(place));
        table.extend(long(size));
    }
    let mut profile = header(first + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

/// ICC.1:2001-04, 6.1.
fn header(size: usize) -> Vec<u8> {
    let mut header = long(size).to_vec();
    header.extend([0; 4]);
    header.extend([2, 0x40, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // A fixed date: 1 January 2026.
    header.extend([2026_u16, 1, 1, 0, 0, 0].map(u16::to_be_bytes).concat());
    header.extend(b"acsp");
    // No platform, flags, manufacturer, model or attributes; perceptual.
    header.extend([0; 28]);
    // The light of the profile's space: D50.
    header.extend([0xF6D6_u32, 0x10000, 0xD32D].map(u32::to_be_bytes).concat());
    header.resize(HEADER_BYTES, 0);
    header
}

fn typed(name: &[u8; 4]) -> Vec<u8> {
    [name.as_slice(), &[0; 4]].concat()
}

fn text(words: &str) -> Vec<u8> {
    [&typed(b"text"), words.as_bytes(), &[0]].concat()
}

/// Its words in ASCII; none in Unicode, none for a Macintosh.
fn description(words: &str) -> Vec<u8> {
    const REST_BYTES: usize = 4 + 4 + 2 + 1 + 67;
    [&typed(b"desc"), long(words.len() + 1).as_slice(), words.as_bytes(), &[0], &[0; REST_BYTES]].concat()
}

fn xyz(values: [i32; 3]) -> Vec<u8> {
    [typed(b"XYZ "), values.map(i32::to_be_bytes).concat()].concat()
}

/// From a component to light (IEC 61966-2-1, 5.2).
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 65535 and rounded")]
fn curve() -> Vec<u8> {
    let mut curve = typed(b"curv");
    curve.extend(long(usize::from(CURVE_POINTS)));
    for point in 0..CURVE_POINTS {
        let value = f64::from(point) / f64::from(CURVE_POINTS - 1);
        let light = if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        curve.extend(((light * 65535.0).round() as u16).to_be_bytes());
    }
    curve
}

fn long(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}
