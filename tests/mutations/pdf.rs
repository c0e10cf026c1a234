//! Damaged PDF files: objects, what streams hold once unpacked, and bytes.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use super::bytes::{EDGES, damage};
use super::random::Random;

/// What a reader of PDF may stumble over.
const TOKENS: [&str; 40] = [
    "obj",
    "endobj",
    "stream\n",
    "endstream",
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "1 0 R",
    "0 65535 R",
    "/Length 99999999",
    "/Filter/FlateDecode",
    "/Filter[/ASCIIHexDecode/ASCII85Decode/LZWDecode]",
    "/DecodeParms<</Predictor 15/Columns 2147483647>>",
    "xref\n",
    "startxref\n0\n%%EOF",
    "trailer<</Root 1 0 R>>",
    "/Kids[1 0 R 1 0 R]",
    "/W[1 2147483647 500]",
    " BT ",
    " ET ",
    " q ",
    " Q ",
    " Do ",
    " Tj ",
    " TJ ",
    " 0 Tf ",
    " 1e38 0 0 1e38 0 0 cm ",
    " 0 0 0 0 0 0 Tm ",
    " BI /W 9999999 ID ",
    " EI ",
    "1 begincodespacerange <00> <FFFFFFFF> endcodespacerange",
    "1 beginbfrange <0000> <FFFF> <0041> endbfrange",
    "1 beginbfrange <0000> <FFFF> [<0041>] endbfrange",
    "100 begincidrange",
    "\u{0}",
];

/// Names that mean something somewhere.
const NAMES: [&str; 20] = [
    "Type",
    "Pages",
    "Page",
    "Catalog",
    "Font",
    "Type0",
    "Type3",
    "CIDFontType2",
    "TrueType",
    "Identity-H",
    "Identity-V",
    "Form",
    "Image",
    "FlateDecode",
    "LZWDecode",
    "DCTDecode",
    "ObjStm",
    "XRef",
    "WinAnsiEncoding",
    "Differences",
];

/// How pictures are coded: a reader looks at their bytes as they are.
const CODED: [&[u8]; 4] = [b"DCTDecode", b"JPXDecode", b"CCITTFaxDecode", b"JBIG2Decode"];

/// Streams that are unpacked to damage what they hold, at most: larger ones are fonts and pictures.
const MAX_UNPACKED_BYTES: usize = 256 << 10;

struct Sample {
    whole: Vec<u8>,
    /// Its objects, where they can be read at all.
    document: Option<Document>,
}

/// What is damaged.
pub struct Samples(Vec<Sample>);

impl Samples {
    /// Those of these folders.
    pub fn load(folder: &Path, folders: &[&str]) -> Self {
        let paths: Vec<_> = folders.iter().flat_map(|name| super::files(&folder.join(name), "pdf")).collect();
        let open = |path: &std::path::PathBuf| {
            let whole = fs::read(path).expect("a readable sample");
            let document = catch_unwind(|| Document::load_mem(&whole).ok()).ok().flatten();
            Sample { whole, document }
        };
        Self(paths.iter().map(open).collect())
    }

    /// One damaged file.
    pub fn mutant(&self, random: &mut Random) -> Vec<u8> {
        let sample = random.pick(&self.0);
        let Some(document) = sample.document.as_ref().filter(|_| random.percent(65)) else {
            let mut bytes = sample.whole.clone();
            for _ in 0..random.small(8) {
                damage(&mut bytes, random, &TOKENS);
            }
            return bytes;
        };
        let mut document = document.clone();
        let ids: Vec<ObjectId> = document.objects.keys().copied().collect();
        if ids.is_empty() {
            return sample.whole.clone();
        }
        for _ in 0..random.small(6) {
            mutate(&mut document, &ids, random);
        }
        let mut bytes = Vec::new();
        match document.save_to(&mut bytes) {
            Ok(()) => bytes,
            Err(_) => sample.whole.clone(),
        }
    }
}

/// Changes one object.
fn mutate(document: &mut Document, ids: &[ObjectId], random: &mut Random) {
    let id = *random.pick(ids);
    if random.percent(10) {
        // Two objects change places, or one stands for both.
        let other = document.objects.get(random.pick(ids)).cloned();
        if let Some(other) = other {
            document.objects.insert(id, other);
        }
        return;
    }
    let value = value(ids, id, random, 0);
    let Some(object) = document.objects.get_mut(&id) else { return };
    match object {
        Object::Stream(stream) if random.percent(70) => {
            let mut content = match stream.content.len() < MAX_UNPACKED_BYTES {
                true => stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()),
                false => stream.content.clone(),
            };
            for _ in 0..random.small(8) {
                damage(&mut content, random, &TOKENS);
            }
            let is_picture =
                matches!(stream.dict.get(b"Filter"), Ok(Object::Name(name)) if CODED.contains(&&name[..]));
            let raw = random.percent(15) || is_picture && random.percent(90);
            if !raw {
                stream.dict.remove(b"Filter");
                stream.dict.remove(b"DecodeParms");
            }
            stream.set_content(content);
        }
        Object::Stream(stream) => change(&mut stream.dict, value, random),
        Object::Dictionary(dictionary) => change(dictionary, value, random),
        Object::Array(array) if !array.is_empty() => {
            let at = random.below(array.len());
            array[at] = value;
        }
        other => *other = value,
    }
}

/// Changes one entry, or one within it.
fn change(dictionary: &mut Dictionary, value: Object, random: &mut Random) {
    let keys: Vec<Vec<u8>> = dictionary.iter().map(|(key, _)| key.clone()).collect();
    if keys.is_empty() {
        return;
    }
    let key = random.pick(&keys).clone();
    match dictionary.get_mut(&key) {
        Ok(Object::Dictionary(inner)) if random.percent(70) => change(inner, value, random),
        Ok(Object::Array(array)) if !array.is_empty() && random.percent(70) => {
            let at = random.below(array.len());
            array[at] = value;
        }
        _ if random.percent(15) => {
            dictionary.remove(&key);
        }
        _ => dictionary.set(key, value),
    }
}

/// Any value: numbers at the edges, names, references to anything, to itself, to nothing.
fn value(ids: &[ObjectId], own: ObjectId, random: &mut Random, depth: usize) -> Object {
    match random.below(10) {
        0 | 1 => random.pick(&EDGES).parse::<i64>().map_or(Object::Null, Object::Integer),
        2 => Object::Real(*random.pick(&[0.0, -1.0, 1e-30, 1e30, f32::MAX, 0.5])),
        3 => Object::Name(random.pick(&NAMES).as_bytes().to_vec()),
        4 | 5 => Object::Reference(*random.pick(ids)),
        6 => Object::Reference(own),
        7 => Object::String(random.pick(&TOKENS).as_bytes().to_vec(), StringFormat::Literal),
        8 if depth < 8 => {
            let times = random.small(64);
            Object::Array(vec![value(ids, own, random, depth + 1); times])
        }
        9 if depth < 8 => {
            let mut dictionary = Dictionary::new();
            dictionary.set(*random.pick(&NAMES), value(ids, own, random, depth + 1));
            Object::Dictionary(dictionary)
        }
        _ => Object::Null,
    }
}
