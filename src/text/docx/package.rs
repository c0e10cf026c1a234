//! The package of a DOCX (ISO/IEC 29500-2): a ZIP archive of parts that name each other by relationships.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml;
use crate::text::limits::{MAX_DECLARED_BYTES, MAX_ENTRIES, MAX_UNPACKED_BYTES};
use crate::text::refusal::{Measure, Refusal};

/// The content types of the main part of a DOCX, of a template, and of both with macros, which are never touched.
const MAIN_TYPES: [&str; 4] = [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
];

/// An open package.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Where each part stands in the archive; names are compared without case (ISO/IEC 29500-2, 6.2.2.3).
    entries: HashMap<String, usize>,
    left_bytes: u64,
}

/// The parts of a document by their role.
#[derive(Debug, Default)]
pub struct Parts {
    /// The document itself.
    pub document: String,
    /// Styles.
    pub styles: Option<String>,
    /// Numbering.
    pub numbering: Option<String>,
    /// Footnotes.
    pub footnotes: Option<String>,
    /// Endnotes.
    pub endnotes: Option<String>,
    /// The addresses outside of the package that hyperlinks of the document lead to, by the relationship's identifier.
    pub links: HashMap<String, String>,
    /// What stands above its pages, by the relationship's identifier.
    pub headers: HashMap<String, String>,
    /// The files that stand in place of paragraphs, by the relationship's identifier.
    pub chunks: HashMap<String, String>,
    /// The words of diagrams, by the relationship's identifier.
    pub diagrams: HashMap<String, String>,
}

/// Of which parts there may be many.
const MANY: [&str; 3] = ["header", "aFChunk", "diagramData"];

/// What a part names.
#[derive(Debug, Default)]
struct Related {
    /// Other parts by the last word of the relationship's type; the first of a type wins.
    parts: HashMap<String, String>,
    /// Addresses of hyperlinks by the relationship's identifier.
    links: HashMap<String, String>,
    /// Parts of which there may be many, by the last word of the relationship's type and its identifier.
    many: HashMap<String, HashMap<String, String>>,
}

impl<'a> Package<'a> {
    /// Opens a package without unpacking anything.
    ///
    /// # Errors
    /// [`Refusal::Damaged`] when it is no ZIP archive, [`Refusal::TooLarge`] when it declares too much.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        Refusal::above(Measure::Entries, archive.len() as u64, MAX_ENTRIES)?;
        let mut entries = HashMap::new();
        let mut declared_bytes: u64 = 0;
        for index in 0..archive.len() {
            let entry = archive.by_index_data(index).map_err(|_| Refusal::Damaged)?;
            declared_bytes = declared_bytes.saturating_add(entry.size());
            if let Some(Ok(name)) = archive.name_for_index(index) {
                entries.entry(name.trim_start_matches('/').to_lowercase()).or_insert(index);
            }
        }
        Refusal::above(Measure::UnpackedBytes, declared_bytes, MAX_DECLARED_BYTES)?;
        Ok(Self { archive, entries, left_bytes: MAX_UNPACKED_BYTES })
    }

    /// The bytes of a part, or `None` when there is no such part.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] when all parts read so far unpack to too much, [`Refusal::Encrypted`], [`Refusal::Damaged`].
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(index) = self.entries.get(&name.to_lowercase()).copied() else { return Ok(None) };
        let entry = self.archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Encrypted,
            _ => Refusal::Damaged,
        })?;
        let mut bytes = Vec::new();
        entry.take(self.left_bytes + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Damaged)?;
        let Some(left) = self.left_bytes.checked_sub(bytes.len() as u64) else {
            return Err(Refusal::TooLarge { what: Measure::UnpackedBytes, limit: MAX_UNPACKED_BYTES });
        };
        self.left_bytes = left;
        Ok(Some(bytes))
    }

    /// A part as a tree, or `None` when there is no such part.
    ///
    /// # Errors
    /// Those of [`Package::bytes`] and [`xml::parse`].
    pub fn tree(&mut self, name: &str) -> Result<Option<xml::Element>, Refusal> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        xml::parse(&decode(bytes)?).map(Some)
    }

    /// A part as a tree whose words stand between elements, or `None` when there is no such part.
    ///
    /// # Errors
    /// Those of [`Package::bytes`] and [`xml::parse`].
    pub fn mixed_tree(&mut self, name: &str) -> Result<Option<xml::Element>, Refusal> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        xml::parse_mixed(&decode(bytes)?).map(Some)
    }

    /// Whether the content types name the main part of a DOCX.
    ///
    /// # Errors
    /// Those of [`Package::tree`].
    pub fn is_document(&mut self) -> Result<bool, Refusal> {
        let is_main = |kind: &String| MAIN_TYPES.iter().any(|main| kind.eq_ignore_ascii_case(main));
        Ok(self.content_types()?.iter().any(is_main))
    }

    /// The content types that the package names.
    ///
    /// # Errors
    /// Those of [`Package::tree`].
    pub fn content_types(&mut self) -> Result<Vec<String>, Refusal> {
        let types = self.tree("[Content_Types].xml")?;
        let types = types.iter().flat_map(|types| &types.children);
        Ok(types.filter_map(|entry| Some(entry.attribute("ContentType")?.to_owned())).collect())
    }

    /// The names of all files in it, in small letters.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Finds the parts by their relationships, or at their usual places where these are missing.
    ///
    /// # Errors
    /// Those of [`Package::tree`].
    pub fn parts(&mut self) -> Result<Parts, Refusal> {
        let main = self.related("", "_rels/.rels")?.parts.remove("officeDocument");
        let document = main.unwrap_or_else(|| "word/document.xml".to_owned());
        let (folder, file) = document.rsplit_once('/').unwrap_or(("", &document));
        let relations = if folder.is_empty() {
            format!("_rels/{file}.rels")
        } else {
            format!("{folder}/_rels/{file}.rels")
        };
        let mut related = self.related(folder, &relations)?;
        let mut find = |role: &str| {
            let usual = join(folder, &format!("{role}.xml"));
            related
                .parts
                .remove(role)
                .or_else(|| self.entries.contains_key(&usual.to_lowercase()).then_some(usual))
        };
        Ok(Parts {
            styles: find("styles"),
            numbering: find("numbering"),
            footnotes: find("footnotes"),
            endnotes: find("endnotes"),
            links: related.links,
            headers: related.many.remove("header").unwrap_or_default(),
            chunks: related.many.remove("aFChunk").unwrap_or_default(),
            diagrams: related.many.remove("diagramData").unwrap_or_default(),
            document,
        })
    }

    /// What a part names in its relationships.
    fn related(&mut self, folder: &str, relations: &str) -> Result<Related, Refusal> {
        let mut related = Related::default();
        let Some(tree) = self.tree(relations)? else { return Ok(related) };
        for relation in tree.children_named("Relationship") {
            let (Some(kind), Some(target)) = (relation.attribute("Type"), relation.attribute("Target"))
            else {
                continue;
            };
            let role = kind.rsplit('/').next().unwrap_or(kind);
            if relation.attribute("TargetMode") != Some("External") {
                if let Some(id) = relation.attribute("Id").filter(|_| MANY.contains(&role)) {
                    let many = related.many.entry(role.to_owned()).or_default();
                    many.insert(id.to_owned(), join(folder, target));
                }
                related.parts.entry(role.to_owned()).or_insert_with(|| join(folder, target));
            } else if let Some(id) = relation.attribute("Id").filter(|_| role == "hyperlink") {
                related.links.insert(id.to_owned(), target.to_owned());
            }
        }
        Ok(related)
    }
}

/// Resolves a target against the folder of the part that names it.
fn join(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The text of a part: UTF-8, or UTF-16 with its mark, the two encodings that packages may use.
fn decode(bytes: Vec<u8>) -> Result<String, Refusal> {
    let units = |order: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| order([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| Refusal::Damaged)
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).map_err(|_| Refusal::Damaged),
        _ => String::from_utf8(bytes).map_err(|_| Refusal::Damaged),
    }
}
