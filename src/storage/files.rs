//! The file store: bytes by their SHA-256, written once and never changed.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutOptions};

use super::error::{Error, Result};
use super::runtime::wait;
use crate::domain::Checksum;

/// The store of one registry.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    reads: Arc<AtomicU64>,
}

impl Files {
    /// Opens the store in the folder `files` of the data folder.
    ///
    /// # Errors
    /// A folder that cannot be made.
    pub fn open(folder: &Path) -> Result<Self> {
        let root = folder.join("files");
        std::fs::create_dir_all(&root).map_err(|why| Error::Folder(root.clone(), why))?;
        let store = LocalFileSystem::new_with_prefix(&root).map_err(failed)?.with_fsync(true);
        Ok(Self { store: Arc::new(store), reads: Arc::default() })
    }

    /// Keeps bytes and gives their checksum. Bytes that are there already stay as they are.
    ///
    /// # Errors
    /// A store that cannot be written, such as a full disk; nothing is left under the name.
    pub fn put(&self, bytes: Vec<u8>) -> Result<Checksum> {
        let checksum = Checksum::of(&bytes);
        let options = PutOptions { mode: PutMode::Create, ..PutOptions::default() };
        match wait(self.store.put_opts(&key(checksum), bytes.into(), options))? {
            Ok(_) | Err(object_store::Error::AlreadyExists { .. }) => Ok(checksum),
            Err(why) => Err(failed(why)),
        }
    }

    /// The bytes with this checksum, checked again; none where they are not there.
    ///
    /// # Errors
    /// Bytes that have changed, or a store that cannot be read.
    pub fn get(&self, checksum: Checksum) -> Result<Option<Vec<u8>>> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        let found = wait(async { self.store.get(&key(checksum)).await?.bytes().await })?;
        let bytes = match found {
            Ok(bytes) => bytes,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(why) => return Err(failed(why)),
        };
        if Checksum::of(&bytes) == checksum {
            Ok(Some(bytes.to_vec()))
        } else {
            Err(Error::FileChanged(checksum))
        }
    }

    /// Whether bytes with this checksum are there.
    ///
    /// # Errors
    /// A store that cannot be read.
    pub fn has(&self, checksum: Checksum) -> Result<bool> {
        match wait(self.store.head(&key(checksum)))? {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(why) => Err(failed(why)),
        }
    }

    /// Removes bytes for ever.
    ///
    /// # Errors
    /// A store that cannot be written.
    pub fn erase(&self, checksum: Checksum) -> Result<()> {
        match wait(self.store.delete(&key(checksum)))? {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(why) => Err(failed(why)),
        }
    }

    /// How often a file has been read.
    pub fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }
}

/// `ab/abcd…`: no folder grows beyond what a file manager can show.
fn key(checksum: Checksum) -> Key {
    let name = checksum.to_string();
    Key::from(format!("{}/{name}", &name[..2]))
}

fn failed(error: object_store::Error) -> Error {
    Error::Files(error.to_string())
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
