//! The letters of a table: UTF-8 and UTF-16 with and without a mark, and the encoding of a Russian Windows.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// The text of a file, and whether its encoding has no Kazakh letters; none where it is in no known one.
pub fn decode(bytes: &[u8]) -> Option<(String, bool)> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, &bytes[mark..]).map(|text| (text, false));
    }
    if let Some(encoding) = unmarked(bytes) {
        return whole(encoding, bytes).map(|text| (text, false));
    }
    match whole(UTF_8, bytes) {
        Some(text) => Some((text, false)),
        // The one byte that stands for no letter there.
        None => whole(WINDOWS_1251, bytes).filter(|text| !text.contains('\u{98}')).map(|text| (text, true)),
    }
}

/// UTF-16 without a mark: headings are of Latin letters, so that every second byte at the beginning is zero.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Some(UTF_16LE),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The whole text, where every byte of it is a letter's.
fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.contains('\0')).then(|| text.into_owned())
}
