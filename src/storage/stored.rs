//! Stored text becomes values of the domain, or an error that names the column.

use std::str::FromStr;

use super::error::{Error, Result};
use crate::domain::{Checksum, Code, Day, Instant, calendar};

fn corrupt(column: &'static str, value: impl ToString) -> Error {
    Error::Corrupt { column, value: value.to_string() }
}

/// An id, or anything else that reads back from its own text.
///
/// # Errors
/// [`Error::Corrupt`] where the value means nothing.
pub fn id<T: FromStr>(column: &'static str, text: &str) -> Result<T> {
    text.parse().map_err(|_| corrupt(column, text))
}

/// A value of a closed set, read by its own `parse`.
///
/// # Errors
/// [`Error::Corrupt`] where the value means nothing.
pub fn named<T>(column: &'static str, text: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T> {
    parse(text).ok_or_else(|| corrupt(column, text))
}

/// A code.
///
/// # Errors
/// [`Error::Corrupt`] where the value means nothing.
pub fn code(column: &'static str, text: &str) -> Result<Code> {
    Code::parse(text).map_err(|_| corrupt(column, text))
}

/// A checksum.
///
/// # Errors
/// [`Error::Corrupt`] where the value means nothing.
pub fn checksum(column: &'static str, text: &str) -> Result<Checksum> {
    named(column, text, Checksum::parse)
}

/// A day.
///
/// # Errors
/// [`Error::Corrupt`] where the value means nothing.
pub fn day(column: &'static str, text: &str) -> Result<Day> {
    named(column, text, calendar::parse_day)
}

/// A day that may be missing.
///
/// # Errors
/// [`Error::Corrupt`] where the value means nothing.
pub fn optional_day(column: &'static str, text: Option<&str>) -> Result<Option<Day>> {
    text.map(|text| day(column, text)).transpose()
}

/// An instant from microseconds.
///
/// # Errors
/// [`Error::Corrupt`] where the value means nothing.
pub fn instant(column: &'static str, microseconds: i64) -> Result<Instant> {
    Instant::from_microsecond(microseconds).map_err(|_| corrupt(column, microseconds))
}

/// A number that is never negative.
///
/// # Errors
/// [`Error::Corrupt`] where the value means nothing.
pub fn number<T: TryFrom<i64>>(column: &'static str, number: i64) -> Result<T> {
    T::try_from(number).map_err(|_| corrupt(column, number))
}

/// A count as the engines take it.
pub fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
