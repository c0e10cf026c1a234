//! A PDF file while it is written: objects leave at once, and only their places are kept.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::error::PdfError;

/// PDF/A-1 is built on PDF 1.4. The bytes above 127 tell whoever passes the file on that it is no text (ISO 19005-1,
/// 6.1.2).
const HEADER: &[u8] = b"%PDF-1.4\n%\xC7\xD7\xC5\xCE\n";

/// The file. `W` is where its bytes go.
pub(super) struct File<W> {
    target: W,
    written: usize,
    /// Where the object with the number one higher begins.
    places: Vec<Option<usize>>,
    /// One for all streams: its tables are larger than most of them.
    deflater: ZlibEncoder<Vec<u8>>,
}

impl<W: Write> File<W> {
    /// A file with nothing in it.
    ///
    /// # Errors
    /// A target that takes no bytes.
    pub fn begin(mut target: W) -> Result<Self, PdfError> {
        target.write_all(HEADER).map_err(PdfError::Write)?;
        let deflater = ZlibEncoder::new(Vec::new(), Compression::default());
        Ok(Self { target, written: HEADER.len(), places: Vec::new(), deflater })
    }

    /// The number of an object that is written later.
    pub fn reserve(&mut self) -> ObjectId {
        self.places.push(None);
        (number(self.places.len()), 0)
    }

    /// Writes an object under its number.
    ///
    /// # Errors
    /// A target that takes no bytes, or an object that cannot be written.
    pub fn put(&mut self, id: ObjectId, object: impl Into<Object>) -> Result<(), PdfError> {
        if let Some(place) = self.places.get_mut(id.0 as usize - 1) {
            *place = Some(self.written);
        }
        let opening = format!("{} {} obj\n", id.0, id.1);
        // A content stream of one operation: its operand, a space, its operator.
        let content = Content { operations: [Operation::new("\nendobj\n", vec![object.into()])] };
        self.write(opening.as_bytes())?;
        self.write(&content.encode()?)
    }

    /// Writes an object under the next number.
    ///
    /// # Errors
    /// A target that takes no bytes, or an object that cannot be written.
    pub fn add(&mut self, object: impl Into<Object>) -> Result<ObjectId, PdfError> {
        let id = self.reserve();
        self.put(id, object)?;
        Ok(id)
    }

    /// Writes a stream, deflated.
    ///
    /// # Errors
    /// A target that takes no bytes, or content that cannot be deflated.
    pub fn add_stream(&mut self, mut entries: Dictionary, content: &[u8]) -> Result<ObjectId, PdfError> {
        self.deflater.write_all(content).map_err(PdfError::Write)?;
        let deflated = self.deflater.reset(Vec::new()).map_err(PdfError::Write)?;
        entries.set("Filter", "FlateDecode");
        self.add(Stream::new(entries, deflated))
    }

    /// Writes where every object is and which of them is read first. Gives back where the bytes went.
    ///
    /// # Errors
    /// A target that takes no bytes, or an object that was announced and never written.
    pub fn finish(mut self, mut trailer: Dictionary) -> Result<W, PdfError> {
        let start = self.written;
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.places.len() + 1);
        for place in &self.places {
            let place = place.ok_or(PdfError::Unfinished)?;
            table.push_str(&format!("{place:010} 00000 n \n"));
        }
        trailer.set("Size", i64::from(number(self.places.len() + 1)));
        let content = Content { operations: [Operation::new("\nstartxref\n", vec![trailer.into()])] };
        self.write(table.as_bytes())?;
        self.write(b"trailer\n")?;
        self.write(&content.encode()?)?;
        self.write(format!("{start}\n%%EOF\n").as_bytes())?;
        Ok(self.target)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), PdfError> {
        self.written += bytes.len();
        self.target.write_all(bytes).map_err(PdfError::Write)
    }
}

/// PDF counts objects in 32 bits; memory would end long before.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
