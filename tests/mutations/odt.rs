//! Damaged ODT files.

use std::path::Path;

use super::archive::{Format, Sample, Samples};

/// What a reader of OpenDocument may stumble over.
const TOKENS: [&str; 36] = [
    "<text:p>",
    "</text:p>",
    "<text:h text:outline-level=\"4294967296\">",
    "</text:h>",
    "<text:span text:style-name=\"T1\">",
    "</text:span>",
    "<text:s text:c=\"2147483647\"/>",
    "<text:tab/>",
    "<text:line-break/>",
    "<text:list>",
    "</text:list>",
    "<text:list-item text:start-value=\"99999999999999999999999\">",
    "</text:list-item>",
    "<text:list-header>",
    "<text:list text:continue-numbering=\"true\" text:continue-list=\"list1\">",
    "<text:note text:note-class=\"footnote\"><text:note-body>",
    "</text:note-body></text:note>",
    "<table:table>",
    "</table:table>",
    "<table:table-row table:number-rows-repeated=\"2147483647\">",
    "<table:table-cell table:number-columns-repeated=\"2147483647\">",
    "<table:table-cell table:number-columns-spanned=\"65535\" table:number-rows-spanned=\"65535\">",
    "<table:covered-table-cell/>",
    "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion>",
    "<text:change-start text:change-id=\"c1\"/>",
    "<text:change text:change-id=\"c1\"/>",
    "<text:bookmark-start text:name=\"b\"/>",
    "<text:a xlink:href=\"#b\">",
    "<draw:frame><draw:text-box>",
    "<style:style style:name=\"P1\" style:parent-style-name=\"P1\"/>",
    "<text:list-level-style-number text:level=\"255\" text:display-levels=\"255\"/>",
    "&#0;",
    "&#x10FFFF;",
    "<!DOCTYPE x [<!ENTITY lol \"lol\">]>",
    "<![CDATA[",
    "\u{0}",
];

const FORMAT: Format = Format { tokens: &TOKENS, main: "content.xml", filler: b"<text:p/>" };

pub fn load(folder: &Path) -> Samples {
    let paths = super::files(&folder.join("office"), "odt");
    Samples::new(FORMAT, paths.iter().map(|path| Sample::open(path)).collect())
}
