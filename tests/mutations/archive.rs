//! Damaged office files that are archives: mostly the XML in them, sometimes the archive.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::bytes::{damage, range};
use super::random::Random;

/// What a reader of archives may stumble over.
const ARCHIVE_TOKENS: [&str; 5] = ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "../", "\u{0}"];

/// What is stumbled over in a format.
#[derive(Clone, Copy)]
pub struct Format {
    /// What its XML may hold.
    pub tokens: &'static [&'static str],
    /// The end of the name of its main part.
    pub main: &'static str,
    /// What stands inside of tags that are nested.
    pub filler: &'static [u8],
}

/// The parts of one file.
pub struct Sample {
    whole: Vec<u8>,
    parts: Vec<(String, Vec<u8>)>,
}

/// What is damaged: the last one as often as all others together.
pub struct Samples {
    format: Format,
    samples: Vec<Sample>,
}

impl Samples {
    pub fn new(format: Format, samples: Vec<Sample>) -> Self {
        Self { format, samples }
    }

    /// One damaged file.
    pub fn mutant(&self, random: &mut Random) -> Vec<u8> {
        let last = &self.samples[self.samples.len() - 1];
        let sample = if random.percent(50) { last } else { random.pick(&self.samples) };
        if random.percent(20) {
            let mut bytes = sample.whole.clone();
            for _ in 0..random.small(4) {
                damage(&mut bytes, random, &ARCHIVE_TOKENS);
            }
            return bytes;
        }
        let mut parts = sample.parts.clone();
        for _ in 0..random.small(4) {
            let main = parts.iter().position(|(name, _)| name.ends_with(self.format.main));
            let at = main.filter(|_| random.percent(60)).unwrap_or_else(|| random.below(parts.len()));
            match random.below(20) {
                0 => {
                    parts.swap_remove(at);
                }
                1 => {
                    let other = random.pick(&parts).1.clone();
                    parts[at].1 = other;
                }
                2..=9 => damage(&mut parts[at].1, random, self.format.tokens),
                _ => rearrange(&mut parts[at].1, random, self.format.filler),
            }
            if parts.is_empty() {
                break;
            }
        }
        archive(&parts, random)
    }
}

impl Sample {
    pub fn open(path: &Path) -> Self {
        let whole = fs::read(path).expect("a readable sample");
        let mut archive = ZipArchive::new(Cursor::new(&whole)).expect("a sample is an archive");
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).expect("an entry");
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("a whole entry");
            let name = entry.name().expect("a name").to_string();
            if name.ends_with(".xml") || name.ends_with(".rels") || name == "mimetype" {
                parts.push((name, bytes));
            }
        }
        Self { whole, parts }
    }

    /// The same with these parts in place of its own.
    pub fn with(&self, others: &[(String, Vec<u8>)]) -> Self {
        let mut parts = self.parts.clone();
        parts.retain(|(known, _)| others.iter().all(|(name, _)| name != known));
        parts.extend_from_slice(others);
        let whole = archive(&parts, &mut Random::new(0, 0));
        Self { whole, parts }
    }
}

/// Moves, repeats or nests whole tags, so that most of the result is still XML.
fn rearrange(bytes: &mut Vec<u8>, random: &mut Random, filler: &[u8]) {
    let tags: Vec<usize> =
        bytes.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| at).collect();
    if tags.len() < 2 {
        return;
    }
    let places = range(tags.len() - 1, random);
    let (from, to) = (tags[places.start], tags[places.end]);
    let fragment = bytes[from..to].to_vec();
    match random.below(4) {
        0 => {
            bytes.drain(from..to);
        }
        1 => {
            let times = random.small(512).min((1 << 20) / fragment.len().max(1));
            bytes.splice(from..from, fragment.repeat(times));
        }
        2 => {
            bytes.drain(from..to);
            let at = tags[random.below(places.start + 1)];
            bytes.splice(at..at, fragment);
        }
        _ => {
            // Nested: the opening tag many times, and its end as often.
            let end = bytes[from..].iter().position(|byte| *byte == b'>').map_or(to, |at| from + at + 1);
            let open = bytes[from..end].to_vec();
            let name: Vec<u8> = open[1..].iter().copied().take_while(|byte| !b" />".contains(byte)).collect();
            let close = [b"</", &name[..], b">"].concat();
            let times = random.small(256);
            let nested = [open.repeat(times), filler.to_vec(), close.repeat(times)].concat();
            bytes.splice(from..from, nested);
        }
    }
}

fn archive(parts: &[(String, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let deflated = random.percent(20);
        let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options = SimpleFileOptions::default().compression_method(method);
        // A name that stands twice is refused by the writer: the first one stays.
        if writer.start_file(name.as_str(), options).is_ok() {
            writer.write_all(content).expect("memory");
        }
    }
    writer.finish().expect("an archive").into_inner()
}
