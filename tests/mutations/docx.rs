//! Damaged DOCX files.

use std::path::Path;

use super::archive::{Format, Sample, Samples};

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

const FORMAT: Format = Format { tokens: &TOKENS, main: "document.xml", filler: b"<w:p/>" };

pub fn load(folder: &Path) -> Samples {
    let paths = super::files(&folder.join("law"), "docx");
    let mut samples: Vec<Sample> = paths.iter().map(|path| Sample::open(path)).collect();
    // Last, because it is small and has more to stumble over.
    samples.push(rich(&samples[0]));
    Samples::new(FORMAT, samples)
}

/// The rich document in the package of a law, whose styles it borrows.
fn rich(law: &Sample) -> Sample {
    let part = |part: &str| {
        let (name, content) = part.split_once("-->").expect("a named part");
        (name.to_owned(), content.trim().as_bytes().to_vec())
    };
    let parts: Vec<(String, Vec<u8>)> = RICH.split("<!--part ").skip(1).map(part).collect();
    law.with(&parts)
}
