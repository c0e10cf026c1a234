//! Bytes that are on their way in: on disk and not in memory, in files without a name that go with the process.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::error::{Error, Result, says_full};

/// A file that nobody else finds.
#[derive(Debug)]
pub struct Spool {
    file: Mutex<File>,
    length: u64,
}

/// Some bytes of a spool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    first: u64,
    length: u64,
}

impl Piece {
    /// How many bytes it has.
    pub const fn length(self) -> u64 {
        self.length
    }
}

impl Spool {
    /// Makes one in a folder.
    ///
    /// # Errors
    /// A folder that cannot be written.
    pub fn make(within: &Path) -> Result<Self> {
        let file = tempfile::tempfile_in(within).map_err(failed)?;
        Ok(Self { file: Mutex::new(file), length: 0 })
    }

    /// Adds bytes at the end.
    ///
    /// # Errors
    /// A disk that cannot be written, such as a full one.
    pub fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.get_mut().unwrap_or_else(PoisonError::into_inner).write_all(bytes).map_err(failed)?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Adds bytes and says where they are.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub fn put(&mut self, bytes: &[u8]) -> Result<Piece> {
        let first = self.length;
        self.add(bytes)?;
        Ok(self.since(first))
    }

    /// What was added since the spool had this length.
    pub fn since(&self, first: u64) -> Piece {
        Piece { first, length: self.length.saturating_sub(first) }
    }

    /// How many bytes it has.
    pub const fn length(&self) -> u64 {
        self.length
    }

    /// Some of its bytes.
    ///
    /// # Errors
    /// A disk that cannot be read.
    pub fn get(&self, piece: Piece) -> Result<Vec<u8>> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = vec![0; usize::try_from(piece.length).unwrap_or(usize::MAX)];
        file.seek(SeekFrom::Start(piece.first)).map_err(failed)?;
        file.read_exact(&mut bytes).map_err(failed)?;
        Ok(bytes)
    }

    /// The file from its beginning, for another process. Nothing else may be asked of the spool while that reads.
    ///
    /// # Errors
    /// A disk that cannot be read.
    pub fn handed_over(&self) -> Result<File> {
        let mut file =
            self.file.lock().unwrap_or_else(PoisonError::into_inner).try_clone().map_err(failed)?;
        file.rewind().map_err(failed)?;
        Ok(file)
    }
}

/// The file that this process was started with as its input, which it may read at any place.
///
/// # Errors
/// An input that cannot be opened a second time.
pub fn standard_input() -> std::io::Result<File> {
    #[cfg(unix)]
    return Ok(std::os::fd::AsFd::as_fd(&std::io::stdin()).try_clone_to_owned()?.into());
    #[cfg(windows)]
    return Ok(std::os::windows::io::AsHandle::as_handle(&std::io::stdin()).try_clone_to_owned()?.into());
}

fn failed(why: std::io::Error) -> Error {
    let said = why.to_string();
    if says_full(&said) { Error::Full(said) } else { Error::Files(said) }
}
