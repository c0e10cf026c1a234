//! A folder for a program that reads and writes files, and for nothing else.

use std::path::{Path, PathBuf};

/// A folder that goes with everything in it.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes a folder within another one; nobody else may know the name.
    ///
    /// # Errors
    /// A folder that cannot be made.
    pub fn make(within: &Path, name: &str) -> std::io::Result<Self> {
        let path = within.join(name);
        let mut folder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.create(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file into it, and says where that is.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
        let path = self.0.join(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    }

    /// Reads a file in it.
    ///
    /// # Errors
    /// No such file, or one that cannot be read.
    pub fn read(&self, name: &str) -> std::io::Result<Vec<u8>> {
        std::fs::read(self.0.join(name))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, which empties its folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
