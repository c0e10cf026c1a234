//! Damaged files that are no archives of parts: RTF, old Word files, photos. Of PNG the checks are made right again, so that
//! a reader looks behind them.

use std::path::Path;

use super::bytes::damage;
use super::random::Random;

/// What a reader of RTF may stumble over.
const RTF: [&[u8]; 30] = [
    b"{",
    b"}",
    b"{{{{{{{{",
    b"}}}}}}}}",
    b"\\",
    b"\\'",
    b"\\'ff",
    b"\\u-32768?",
    b"\\u4294967296 ?",
    b"\\uc65535 ",
    b"\\bin2147483647 ",
    b"\\bin-1 ",
    b"\\ansicpg65001 ",
    b"\\ansicpg0 ",
    b"\\fcharset204 ",
    b"{\\fonttbl{\\f0\\fcharset204 X;}}",
    b"{\\*\\unknown ",
    b"\\trowd\\cellx1\\cellx0\\cellx-1 ",
    b"\\intbl\\cell\\row ",
    b"\\itap255 ",
    b"\\nestcell\\nestrow ",
    b"\\clmrg\\clvmrg ",
    b"{\\field{\\*\\fldinst HYPERLINK \"#",
    b"{\\fldrslt ",
    b"{\\footnote ",
    b"\\ls2147483647\\ilvl255 ",
    b"{\\listtext ",
    b"\\outlinelevel-1 ",
    b"\\par ",
    b"\0",
];

/// What tells old Word files from others.
const DOC: [&[u8]; 5] = [
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0",
    b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
    b"PK\x03\x04",
    b"%PDF-1.7",
];

/// What a reader of JPEG and PNG may stumble over: markers with their lengths, chunks.
const PHOTO: [&[u8]; 26] = [
    b"\xFF\xD8",
    b"\xFF\xD9",
    b"\xFF\xC0\0\x11\x08\xFF\xFF\xFF\xFF\x03\x01\x22\0",
    b"\xFF\xC2\0\x0B\x08\0\0\0\0\x01\x01\x11\0",
    b"\xFF\xC1",
    b"\xFF\xC4\0\x14\0",
    b"\xFF\xDB\0\x43\x10",
    b"\xFF\xDA\0\x0C\x03",
    b"\xFF\xDD\0\x04\0\x01",
    b"\xFF\xD0",
    b"\xFF\xE1\xFF\xFFExif\0\0MM\0*\0\0\0\x08",
    b"\xFF\xE1\0\x10Exif\0\0II*\0\xFF\xFF\xFF\xFF",
    b"\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0\x02",
    b"\xFF\xE2\0\x10ICC_PROFILE\0\x01\xFF",
    b"\xFF\xFF\xFF",
    b"\xFF\0",
    b"\0\0\0\0IEND",
    b"\0\0\0\x0DIHDR\0\0\xFF\xFF\0\0\xFF\xFF\x10\x06\0\0\x01",
    b"\0\0\0\x0DIHDR\x7F\xFF\xFF\xFF\0\0\0\x01\x01\0\0\0\0",
    b"\0\0\0\x03PLTE\0\0\0",
    b"\0\0\0\x01tRNS\0",
    b"\0\0\0\x0Cacdt",
    b"\0\0\0\x10eXIf",
    b"\0\0\0\x10iCCP",
    b"IDAT",
    b"\xFF\xFF\xFF\xFF",
];

/// What is damaged, and with what.
pub struct Samples {
    samples: Vec<Vec<u8>>,
    tokens: &'static [&'static [u8]],
}

impl Samples {
    pub fn rtf(folder: &Path) -> Self {
        Self::load(&folder.join("office"), &["rtf"], &RTF)
    }

    pub fn doc(folder: &Path) -> Self {
        Self::load(&folder.join("office"), &["doc"], &DOC)
    }

    pub fn photos(folder: &Path) -> Self {
        Self::load(&folder.join("scans"), &["jpg", "png"], &PHOTO)
    }

    fn load(folder: &Path, endings: &[&str], tokens: &'static [&'static [u8]]) -> Self {
        let paths = endings.iter().flat_map(|ending| super::files(folder, ending));
        let samples: Vec<Vec<u8>> =
            paths.map(|path| std::fs::read(path).expect("a readable sample")).collect();
        assert!(!samples.is_empty(), "{folder:?} has samples of {endings:?}");
        Self { samples, tokens }
    }

    /// One damaged file.
    pub fn mutant(&self, random: &mut Random) -> Vec<u8> {
        let mut bytes = random.pick(&self.samples).clone();
        for _ in 0..random.small(8) {
            damage(&mut bytes, random, self.tokens);
        }
        if random.percent(80) {
            mend_checks(&mut bytes);
        }
        bytes
    }
}

/// Makes the checks of a PNG's chunks right, as far as it has chunks (PNG, 5.3: length, type, data, CRC).
fn mend_checks(bytes: &mut [u8]) {
    const SIGNATURE: usize = 8;
    if !bytes.starts_with(b"\x89PNG") {
        return;
    }
    let mut at = SIGNATURE;
    while let Some(length) = bytes.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()) {
        let end = at + 8 + u32::from_be_bytes(length) as usize;
        if end + 4 > bytes.len() {
            return;
        }
        let check = crc(&bytes[at + 4..end]);
        bytes[end..end + 4].copy_from_slice(&check.to_be_bytes());
        at = end + 4;
    }
}

/// The CRC of a chunk (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 },
        )
    };
    !bytes.iter().fold(u32::MAX, step)
}
