//! What the file says of itself: its title, its dates, its conformance and what its colours mean.

use std::io::Write;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::colour::SRGB;
use super::error::PdfError;
use super::file::File;
use super::xml::escaped;
use crate::print::model::display_list::Document;

/// Who wrote the file.
const PROGRAM: &str = "Tizilim";

/// The file's title and day, in both places where a file says them.
pub(super) struct Identity {
    title: String,
    /// `2026-11-22`.
    day: String,
}

impl Identity {
    /// Those of a document.
    pub fn of(document: &Document) -> Self {
        let day = document.printed_on;
        let day = format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day());
        Self { title: document.title.clone(), day }
    }

    /// The same day under another title.
    pub fn titled(self, title: &str) -> Self {
        Self { title: title.to_owned(), ..self }
    }

    /// The later day of the two; days written like these are in order.
    pub fn not_before(self, other: Option<Self>) -> Self {
        let day = other.map(|other| other.day).unwrap_or_default().max(self.day);
        Self { day, ..self }
    }

    /// The document information (ISO 32000-1, 14.3.3).
    ///
    /// # Errors
    /// A target that takes no bytes.
    pub fn info<W: Write>(&self, file: &mut File<W>) -> Result<ObjectId, PdfError> {
        // A day, not a moment: noon UTC is that day in Kazakhstan and wherever else the file is read.
        let date = format!("D:{}120000+00'00'", self.day.replace('-', ""));
        file.add(dictionary! {
            "Title" => lopdf::text_string(&self.title),
            "Creator" => Object::string_literal(PROGRAM),
            "Producer" => Object::string_literal(PROGRAM),
            "CreationDate" => Object::string_literal(date.as_str()),
            "ModDate" => Object::string_literal(date.as_str()),
        })
    }

    /// The same as XMP, with the claim of PDF/A-1b (ISO 19005-1, 6.7). It stays readable without unpacking.
    ///
    /// # Errors
    /// A target that takes no bytes.
    pub fn metadata<W: Write>(&self, file: &mut File<W>) -> Result<ObjectId, PdfError> {
        let (title, day) = (escaped(&self.title), &self.day);
        let packet = format!(
            r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{PROGRAM}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
<xmp:CreateDate>{day}T12:00:00+00:00</xmp:CreateDate>
<xmp:ModifyDate>{day}T12:00:00+00:00</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
            mark = '\u{FEFF}'
        );
        let entries = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        file.add(Stream::new(entries, packet.into_bytes()))
    }
}

/// What red, green and blue mean in the file (ISO 19005-1, 6.2.2).
pub(super) fn output_intent<W: Write>(file: &mut File<W>) -> Result<Dictionary, PdfError> {
    let profile = file.add_stream(dictionary! { "N" => 3 }, &SRGB)?;
    Ok(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB (IEC 61966-2-1)"),
        "DestOutputProfile" => profile,
    })
}
