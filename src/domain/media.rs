//! What kind of file an upload is, known by its content and never by its name.

/// A kind of file that the register keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Media {
    /// Office Open XML text (ISO/IEC 29500).
    Docx,
    /// PDF (ISO 32000).
    Pdf,
    /// A JPEG picture, such as a photographed page.
    Jpeg,
    /// A PNG picture.
    Png,
    /// OpenDocument text (ISO/IEC 26300).
    Odt,
    /// Rich Text Format.
    Rtf,
    /// Word's binary format before 2007.
    Doc,
}

impl Media {
    /// Every kind of file.
    pub const ALL: [Self; 7] =
        [Self::Docx, Self::Pdf, Self::Jpeg, Self::Png, Self::Odt, Self::Rtf, Self::Doc];

    /// The media type (RFC 6838) with which the bytes are served.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Rtf => "application/rtf",
            Self::Doc => "application/msword",
        }
    }

    /// The kind of file with this media type.
    pub fn parse(media_type: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media| media.media_type() == media_type)
    }

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
