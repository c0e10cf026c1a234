//! The kinds of files that hold many kits.

use crate::domain::names::names;

names! {
    /// In which file many kits are got. Its name is the ending of the file.
    #[derive(Default)]
    pub enum BundleKind {
        /// An archive of PDFs.
        #[default]
        Zip = "zip",
        /// One PDF in a row.
        Pdf = "pdf",
    }
}

impl BundleKind {
    /// The type of the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Zip => "application/zip",
            Self::Pdf => "application/pdf",
        }
    }
}
