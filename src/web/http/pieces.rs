//! Content of which a part is the same in many answers: the text of a law on the stands of three hundred schools. That part
//! is compressed once, and what stands around it for each answer.

use std::convert::Infallible;
use std::io::Write as _;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use actix_web::web::Bytes;
use brotli::enc::BrotliEncoderParams;
use flate2::Crc;
use flate2::write::DeflateEncoder;

use super::encoding::{BROTLI, GZIP, KEPT_QUALITY};
use crate::domain::Checksum;

/// The empty last block of a stream of brotli (RFC 7932, section 9.2).
const BROTLI_END: u8 = 3;

/// The head of a member of gzip without a name: made by deflate at its smallest, on a system nobody knows (RFC 1952).
const GZIP_HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];

/// A part of content, compressed so that it can stand in the middle of any other.
pub struct Piece {
    /// What the part is known by.
    pub checksum: Checksum,
    brotli: Bytes,
    deflate: Bytes,
    crc: Crc,
}

impl Piece {
    /// Compresses a part.
    pub fn new(content: &[u8]) -> Self {
        Self {
            checksum: Checksum::of(content),
            brotli: brotli(content, Place::Later).into(),
            deflate: deflate(content, Place::Later).into(),
            crc: crc(content),
        }
    }

    /// The part in a coding.
    pub fn coded(&self, coding: &str) -> Bytes {
        if coding == BROTLI { self.brotli.clone() } else { self.deflate.clone() }
    }

    /// What the part takes in memory, in bytes.
    pub fn weight_bytes(&self) -> u64 {
        (self.brotli.len() + self.deflate.len()) as u64
    }

    /// What stands before and after the part in the codings that are offered, the better one first.
    pub fn around(&self, before: &[u8], after: &[u8]) -> [(&'static str, [Vec<u8>; 2]); 2] {
        let mut last = brotli(after, Place::Later);
        last.push(BROTLI_END);
        let head = GZIP_HEAD.into_iter().chain(deflate(before, Place::First)).collect();
        let mut tail = deflate(after, Place::Last);
        let mut whole = crc(before);
        whole.combine(&self.crc);
        whole.combine(&crc(after));
        tail.extend(whole.sum().to_le_bytes());
        tail.extend(whole.amount().to_le_bytes());
        [(BROTLI, [brotli(before, Place::First), last]), (GZIP, [head, tail])]
    }
}

/// Where a part stands in the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Later,
    Last,
}

/// A part of a stream of brotli that ends with a whole byte, and refers to nothing before it.
fn brotli(content: &[u8], place: Place) -> Vec<u8> {
    let params = BrotliEncoderParams {
        quality: KEPT_QUALITY,
        size_hint: content.len(),
        bare_stream: true,
        appendable: true,
        catable: place != Place::First,
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    // Reading from and writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &*content, &mut compressed, &params);
    compressed
}

/// A part of a stream of deflate (RFC 1951) that ends with a whole byte, and refers to nothing before it.
fn deflate(content: &[u8], place: Place) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(content);
    if place == Place::Last {
        return encoder.finish().unwrap_or_default();
    }
    let _ = encoder.flush();
    std::mem::take(encoder.get_mut())
}

fn crc(content: &[u8]) -> Crc {
    let mut crc = Crc::new();
    crc.update(content);
    crc
}

/// Content in parts, as it is sent.
pub struct Parts(pub std::vec::IntoIter<Bytes>);

impl MessageBody for Parts {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.0.as_slice().iter().map(|part| part.len() as u64).sum())
    }

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Poll::Ready(self.0.next().map(Ok))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use proptest::prelude::*;

    use super::*;

    fn unpacked(coding: &str, bytes: &[u8]) -> Vec<u8> {
        let mut content = Vec::new();
        match coding {
            BROTLI => brotli::BrotliDecompress(&mut &*bytes, &mut content).map(drop).expect("brotli"),
            _ => flate2::read::GzDecoder::new(bytes).read_to_end(&mut content).map(drop).expect("gzip"),
        }
        content
    }

    proptest! {
        #[test]
        fn parts_give_what_the_whole_was(before in "\\PC{0,300}", shared in "(\\PC{0,40}Кәсіподақ мүшесі ){0,200}", after in "\\PC{0,300}") {
            let piece = Piece::new(shared.as_bytes());
            for (coding, [first, last]) in piece.around(before.as_bytes(), after.as_bytes()) {
                let sent = [&first[..], &piece.coded(coding), &last].concat();
                prop_assert_eq!(unpacked(coding, &sent), format!("{before}{shared}{after}").into_bytes());
            }
        }
    }
}
