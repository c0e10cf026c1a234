//! Damaged DOCX files: mostly the XML in them, sometimes the archive.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::bytes::{damage, range};
use super::random::Random;

/// A document that uses what the laws do not: tables, notes, fields, links, lists, tracked changes, boxes.
const RICH: &str = include_str!("rich.xml");

/// What a reader of WordprocessingML may stumble over.
const TOKENS: [&str; 40] = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "<w:del>",
    "</w:del>",
    "<w:ins>",
    "<w:moveFrom>",
    "<w:sdt><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<w:vMerge/>",
    "<w:gridSpan w:val=\"65535\"/>",
    "<w:gridBefore w:val=\"65535\"/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"separate\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:instrText>HYPERLINK \"",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:numPr><w:ilvl w:val=\"8\"/><w:numId w:val=\"1\"/></w:numPr>",
    "<w:outlineLvl w:val=\"255\"/>",
    "<w:txbxContent>",
    "<mc:AlternateContent><mc:Choice>",
    "<w:sym w:char=\"FFFFFFFF\" w:font=\"Wingdings\"/>",
    "%1%2%3%4%5%6%7%8%9",
    "&#0;",
    "&#xD800;",
    "&#x10FFFF;",
    "&lol;",
    "<!DOCTYPE x [<!ENTITY lol \"lol\">]>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "\u{0}",
];

/// The parts of one file.
struct Sample {
    whole: Vec<u8>,
    parts: Vec<(String, Vec<u8>)>,
}

/// What is damaged.
pub struct Samples(Vec<Sample>);

impl Samples {
    pub fn load(folder: &Path) -> Self {
        let mut samples: Vec<Sample> =
            super::files(&folder.join("law"), "docx").iter().map(|path| Sample::open(path)).collect();
        samples.push(rich(&samples[0]));
        Self(samples)
    }

    /// One damaged file.
    pub fn mutant(&self, random: &mut Random) -> Vec<u8> {
        // The rich document is small and has more to stumble over.
        let sample = if random.percent(50) { &self.0[self.0.len() - 1] } else { random.pick(&self.0) };
        if random.percent(20) {
            let mut bytes = sample.whole.clone();
            for _ in 0..random.small(4) {
                damage(&mut bytes, random, &["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "../", "\u{0}"]);
            }
            return bytes;
        }
        let mut parts = sample.parts.clone();
        for _ in 0..random.small(4) {
            let main = parts.iter().position(|(name, _)| name.ends_with("document.xml"));
            let at = main.filter(|_| random.percent(60)).unwrap_or_else(|| random.below(parts.len()));
            match random.below(20) {
                0 => {
                    parts.swap_remove(at);
                }
                1 => {
                    let other = random.pick(&parts).1.clone();
                    parts[at].1 = other;
                }
                2..=9 => damage(&mut parts[at].1, random, &TOKENS),
                _ => rearrange(&mut parts[at].1, random),
            }
            if parts.is_empty() {
                break;
            }
        }
        archive(&parts, random)
    }
}

impl Sample {
    fn open(path: &Path) -> Self {
        let whole = fs::read(path).expect("a readable sample");
        let mut archive = ZipArchive::new(Cursor::new(&whole)).expect("a sample is an archive");
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).expect("an entry");
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("a whole entry");
            let name = entry.name().expect("a name").to_string();
            if name.ends_with(".xml") || name.ends_with(".rels") {
                parts.push((name, bytes));
            }
        }
        Self { whole, parts }
    }
}

/// The rich document in the package of a law, whose styles it borrows.
fn rich(law: &Sample) -> Sample {
    let mut parts = law.parts.clone();
    for part in RICH.split("<!--part ").skip(1) {
        let (name, content) = part.split_once("-->").expect("a named part");
        parts.retain(|(known, _)| known != name);
        parts.push((name.to_owned(), content.trim().as_bytes().to_vec()));
    }
    let whole = archive(&parts, &mut Random::new(0, 0));
    Sample { whole, parts }
}

/// Moves, repeats or nests whole tags, so that most of the result is still XML.
fn rearrange(bytes: &mut Vec<u8>, random: &mut Random) {
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
            let nested = [open.repeat(times), b"<w:p/>".to_vec(), close.repeat(times)].concat();
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
