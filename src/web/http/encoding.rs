//! Content codings: how an answer is compressed, and which coding a browser takes.

use std::io::{Read as _, Write as _};

use actix_web::http::header::{self, HeaderMap};

/// Brotli's quality for what is kept, of 11: 8 and 9 fill tables of 32 MB first, which takes ten times as long and saves
/// nothing on a page; 11 takes thirty times as long for 7 % less.
pub const KEPT_QUALITY: i32 = 7;

/// Brotli's quality for what one reader gets, who waits while it is compressed.
const QUICK_QUALITY: i32 = 4;

/// The coding that browsers take, over TLS (RFC 7932).
pub const BROTLI: &str = "br";

/// The coding that every browser takes.
pub const GZIP: &str = "gzip";

/// How much work compressing an answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// It is kept and sent many times: brotli and gzip, small.
    Kept,
    /// One reader gets it: brotli, quickly.
    Quick,
    /// It is compressed already, or holds what must not be compressed beside what others write.
    None,
}

impl Effort {
    /// The content in the codings that are offered, the better one first.
    pub fn codings(self, content: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
        match self {
            Self::Kept => vec![(BROTLI, brotli(content, KEPT_QUALITY)), (GZIP, gzip(content))],
            Self::Quick => vec![(BROTLI, brotli(content, QUICK_QUALITY))],
            Self::None => Vec::new(),
        }
    }
}

/// Whether `Accept-Encoding` takes a coding (RFC 9110, section 12.5.3).
pub fn takes(headers: &HeaderMap, coding: &str) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.unwrap_or_default().split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let refused =
            weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse().is_ok_and(|q: f32| q <= 0.0));
        name.trim().eq_ignore_ascii_case(coding) && !refused
    })
}

/// Compresses content as browsers take it (RFC 7932).
fn brotli(content: &[u8], quality: i32) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams { quality, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    // Reading from and writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &*content, &mut compressed, &params);
    compressed
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

/// What was compressed with [`GZIP`] here.
pub fn unpacked(compressed: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    // What was compressed in memory is whole.
    let _ = flate2::read::GzDecoder::new(compressed).read_to_end(&mut content);
    content
}
