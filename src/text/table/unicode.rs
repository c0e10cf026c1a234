//! The letters of a table: UTF-8 with and without a mark, and the encoding of a Russian Windows. What is in another one is
//! refused: of bytes alone nobody can say which.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};

/// The text of a file, and whether its encoding has no Kazakh letters; none where it is in no known one.
pub fn decode(bytes: &[u8]) -> Option<(String, bool)> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match whole(UTF_8, bytes) {
        Some(text) => Some((text, false)),
        // The one byte that stands for no letter there.
        None => whole(WINDOWS_1251, bytes).filter(|text| !text.contains('\u{98}')).map(|text| (text, true)),
    }
}

/// The whole text, where every byte of it is a letter's.
fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.contains('\0')).then(|| text.into_owned())
}
