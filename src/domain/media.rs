//! What kind of file an upload is, known by its content and never by its name.

use super::names::names;

names! {
    /// A kind of file that the register keeps. Its name is the media type (RFC 6838) with which the bytes are served.
    pub enum Media as media_type {
        /// Office Open XML text (ISO/IEC 29500).
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        /// PDF (ISO 32000).
        Pdf = "application/pdf",
        /// A JPEG picture, such as a photographed page.
        Jpeg = "image/jpeg",
        /// A PNG picture.
        Png = "image/png",
        /// OpenDocument text (ISO/IEC 26300).
        Odt = "application/vnd.oasis.opendocument.text",
        /// Rich Text Format.
        Rtf = "application/rtf",
        /// Word's binary format before 2007.
        Doc = "application/msword",
    }
}

impl Media {
    /// The usual ending of a file's name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Doc => "doc",
        }
    }

    /// Whether a browser may show the bytes in place; everything else is downloaded.
    pub const fn shown_inline(self) -> bool {
        matches!(self, Self::Pdf)
    }
}
