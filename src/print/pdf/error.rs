//! Why a file could not be written.

/// The PDF could not be written.
#[derive(Debug)]
pub enum PdfError {
    /// A bundled font could not be read.
    Font,
    /// There is no page to write.
    Empty,
    /// A part of the file was announced and never written.
    Unfinished,
    /// The parts of the file do not fit together.
    Structure(lopdf::Error),
    /// The target took no more bytes.
    Write(std::io::Error),
}

impl From<lopdf::Error> for PdfError {
    fn from(error: lopdf::Error) -> Self {
        Self::Structure(error)
    }
}
