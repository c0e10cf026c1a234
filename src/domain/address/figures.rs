//! The tables of the office in addresses: what they count, and how they are written as files.

use std::fmt;

use super::AddressError;
use super::segment::Segment;
use crate::domain::names::names;

names! {
    /// How a table is written as a file, by the ending of its name.
    pub enum TableFormat {
        /// Values separated by commas (RFC 4180).
        Csv = "csv",
        /// A workbook of Excel.
        Xlsx = "xlsx",
    }
}

names! {
    /// What the numbers of the office count by.
    pub enum Figures {
        /// Openings by day.
        Days = "days",
        /// Openings by language.
        Languages = "languages",
        /// Openings by the district of the stand.
        Districts = "districts",
        /// Organizations with an agreement and with a stand that lives, by district.
        Coverage = "coverage",
        /// Openings by document.
        Documents = "documents",
        /// Openings by organization.
        Organizations = "organizations",
    }
}

/// A table of the numbers as a file: `days.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FiguresFile {
    /// What it counts.
    pub figures: Figures,
    /// How it is written.
    pub format: TableFormat,
}

/// A list as a file: `table.csv`.
impl Segment for TableFormat {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        Self::parse(text.strip_prefix("table.")?).map(Ok)
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "table.{}", self.name())
    }
}

impl Segment for Figures {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        Self::parse(text).map(Ok)
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Segment for FiguresFile {
    fn read(text: &str) -> Option<Result<Self, AddressError>> {
        let (figures, format) = text.split_once('.')?;
        Some(Ok(Self { figures: Figures::parse(figures)?, format: TableFormat::parse(format)? }))
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.figures.name(), self.format.name())
    }
}
