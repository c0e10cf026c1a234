//! Files in the data folder: written beside their place, flushed to the disk, and put there whole.

use std::path::{Path, PathBuf};

use object_store::ObjectStore;
use object_store::local::LocalFileSystem;

use super::super::error::{Error, Result};
use super::{FOLDER, failed};
use crate::domain::Checksum;

/// The files of a data folder.
pub struct Folder {
    store: LocalFileSystem,
    root: PathBuf,
}

impl Folder {
    /// The folder `files` in the data folder, which is made for its owner alone.
    ///
    /// # Errors
    /// A folder that cannot be made.
    pub fn open(folder: &Path) -> Result<Self> {
        let root = folder.join(FOLDER);
        make_folder(&root)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(failed)?.with_fsync(true);
        Ok(Self { store, root })
    }

    /// The store, which knows the files by their path in the data folder.
    pub fn store(&self) -> &dyn ObjectStore {
        &self.store
    }

    /// A lock of those who write, held until the value is dropped.
    ///
    /// # Errors
    /// A folder that cannot be written, or a lock that is not had.
    pub fn lock(&self, take: impl FnOnce(&std::fs::File) -> std::io::Result<()>) -> Result<std::fs::File> {
        let path = self.root.with_file_name("writing.lock");
        let opened = std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = opened.map_err(|why| Error::of_writing(&path, why))?;
        take(&file).map_err(|why| Error::of_writing(&path, why))?;
        Ok(file)
    }

    /// Removes half-written files, unless somebody writes at this moment; says how many.
    ///
    /// # Errors
    /// A folder that cannot be read or written.
    pub fn remove_staged(&self) -> Result<usize> {
        let Ok(_alone) = self.lock(|file| file.try_lock().map_err(std::io::Error::from)) else {
            return Ok(0);
        };
        let mut removed = 0;
        for shelf in self.shelves()? {
            for path in entries(&shelf)? {
                // The store writes under the name and a number after this sign, then renames.
                if path.file_name().is_some_and(|name| name.to_string_lossy().contains('#')) {
                    std::fs::remove_file(&path).map_err(|why| Error::of_writing(&path, why))?;
                    removed += 1;
                }
            }
        }
        Ok(removed)
    }

    /// Every folder in which files lie.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn shelves(&self) -> Result<Vec<PathBuf>> {
        Ok(entries(&self.root)?.into_iter().filter(|path| path.is_dir()).collect())
    }

    /// The files in one of [`Self::shelves`].
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn on_shelf(shelf: &Path) -> Result<Vec<Checksum>> {
        let named = |path: PathBuf| Checksum::parse(path.file_name()?.to_str()?);
        Ok(entries(shelf)?.into_iter().filter_map(named).collect())
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = |why| Error::Folder(folder.to_owned(), why);
    let entries = std::fs::read_dir(folder).map_err(failed)?;
    entries.map(|entry| Ok(entry.map_err(failed)?.path())).collect()
}

/// The lock that one server holds on a data folder.
#[derive(Debug)]
pub struct FolderLock {
    _file: std::fs::File,
}

impl FolderLock {
    /// Takes the lock, which is let go when the value is dropped or the process ends.
    ///
    /// # Errors
    /// [`Error::Locked`] where another server holds it.
    pub fn take(folder: &Path) -> Result<Self> {
        let path = folder.join("server.lock");
        let file = std::fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|why| Error::Folder(path.clone(), why))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(std::fs::TryLockError::WouldBlock) => Err(Error::Locked(folder.to_owned())),
            Err(std::fs::TryLockError::Error(why)) => Err(Error::Folder(path, why)),
        }
    }
}

/// Makes the data folder, for its owner only.
///
/// # Errors
/// A folder that cannot be made.
pub fn make_folder(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder).map_err(|why| Error::Folder(folder.to_owned(), why))
}
