//! The file store: bytes by their SHA-256, written once and never changed.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutOptions};
use quick_cache::sync::Cache;

use super::error::{Error, Result, says_full, says_read_only};
use super::runtime::wait;
use crate::domain::Checksum;
use crate::domain::checksum::Summing;

/// Files that are remembered as checked: one takes some hundred bytes.
const CHECKED_FILES: usize = 20_000;

/// The store of one registry.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    folder: PathBuf,
    reads: Arc<AtomicU64>,
    /// Files whose bytes were read and found good, by what the store says of them: another state is checked again.
    checked: Arc<Cache<Checksum, String>>,
    /// One file is checked at a time: many who ask for the same large file wait for one reading.
    checking: Arc<Mutex<()>>,
}

impl Files {
    /// Opens the store in the folder `files` of the data folder, which is made for its owner alone.
    ///
    /// # Errors
    /// A folder that cannot be made.
    pub fn open(folder: &Path) -> Result<Self> {
        let root = folder.join("files");
        make_folder(&root)?;
        let store = LocalFileSystem::new_with_prefix(&root).map_err(failed)?.with_fsync(true);
        Ok(Self {
            store: Arc::new(store),
            folder: root,
            reads: Arc::default(),
            checked: Arc::new(Cache::new(CHECKED_FILES)),
            checking: Arc::default(),
        })
    }

    /// Keeps bytes and gives their checksum. Bytes that are there already are read; where they are not what they should
    /// be, the good ones take their place.
    ///
    /// # Errors
    /// A store that cannot be written, such as a full disk; nothing is left under the name.
    pub fn put(&self, bytes: Vec<u8>) -> Result<Checksum> {
        let checksum = Checksum::of(&bytes);
        let _writing = self.lock(std::fs::File::lock_shared)?;
        let put = |bytes: Vec<u8>, mode| {
            let options = PutOptions { mode, ..PutOptions::default() };
            wait(self.store.put_opts(&key(checksum), bytes.into(), options))
        };
        match put(bytes.clone(), PutMode::Create)? {
            Ok(_) => Ok(checksum),
            Err(object_store::Error::AlreadyExists { .. }) => match self.check(checksum) {
                Ok(_) => Ok(checksum),
                Err(Error::FileChanged(_) | Error::FileLost(_)) => {
                    put(bytes, PutMode::Overwrite)?.map(|_| checksum).map_err(failed)
                }
                Err(other) => Err(other),
            },
            Err(why) => Err(failed(why)),
        }
    }

    /// Reads a file from its beginning to its end and compares it with its checksum, unless that was done already; gives
    /// its length in bytes.
    ///
    /// # Errors
    /// [`Error::FileLost`], [`Error::FileChanged`], or a store that cannot be read.
    pub fn check(&self, checksum: Checksum) -> Result<u64> {
        let found = self.found(checksum)?;
        let state = format!("{:?} {} {}", found.e_tag, found.size, found.last_modified);
        if self.checked.get(&checksum).as_ref() == Some(&state) {
            return Ok(found.size);
        }
        let _turn = self.checking.lock().unwrap_or_else(PoisonError::into_inner);
        if self.checked.get(&checksum).as_ref() == Some(&state) {
            return Ok(found.size);
        }
        self.reads.fetch_add(1, Ordering::Relaxed);
        let sum = wait(async {
            let mut pieces = self.store.get(&key(checksum)).await?.into_stream();
            let mut sum = Summing::default();
            while let Some(piece) = pieces.try_next().await? {
                sum.add(&piece);
            }
            Ok(sum.finish())
        })?
        .map_err(|why| lost_or_failed(checksum, why))?;
        if sum != checksum {
            return Err(Error::FileChanged(checksum));
        }
        self.checked.insert(checksum, state);
        Ok(found.size)
    }

    /// Some bytes of a file, from `first` up to but without `end`. Whether the file is good is [`Self::check`]'s to say.
    ///
    /// # Errors
    /// A file that is lost or too short, or a store that cannot be read.
    pub fn piece(&self, checksum: Checksum, first: u64, end: u64) -> Result<Vec<u8>> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        let piece = wait(self.store.get_range(&key(checksum), first..end))?;
        Ok(piece.map_err(|why| lost_or_failed(checksum, why))?.to_vec())
    }

    /// The bytes with this checksum, checked again.
    ///
    /// # Errors
    /// [`Error::FileLost`], [`Error::FileChanged`], or a store that cannot be read.
    pub fn get(&self, checksum: Checksum) -> Result<Vec<u8>> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        let found = wait(async { self.store.get(&key(checksum)).await?.bytes().await })?;
        let bytes = found.map_err(|why| lost_or_failed(checksum, why))?;
        if Checksum::of(&bytes) == checksum { Ok(bytes.to_vec()) } else { Err(Error::FileChanged(checksum)) }
    }

    /// Whether bytes with this checksum are there.
    ///
    /// # Errors
    /// A store that cannot be read.
    pub fn has(&self, checksum: Checksum) -> Result<bool> {
        match self.found(checksum) {
            Ok(_) => Ok(true),
            Err(Error::FileLost(_)) => Ok(false),
            Err(other) => Err(other),
        }
    }

    fn found(&self, checksum: Checksum) -> Result<object_store::ObjectMeta> {
        wait(self.store.head(&key(checksum)))?.map_err(|why| lost_or_failed(checksum, why))
    }

    /// Removes bytes for ever.
    ///
    /// # Errors
    /// A store that cannot be written.
    pub fn erase(&self, checksum: Checksum) -> Result<()> {
        self.checked.remove(&checksum);
        match wait(self.store.delete(&key(checksum)))? {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(why) => Err(failed(why)),
        }
    }

    /// Removes what programs left that were ended while they wrote, unless one writes at this moment; says how much.
    ///
    /// # Errors
    /// A store that cannot be read or written.
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
    /// A store that cannot be read.
    pub fn shelves(&self) -> Result<Vec<PathBuf>> {
        Ok(entries(&self.folder)?.into_iter().filter(|path| path.is_dir()).collect())
    }

    /// The files in one of [`Self::shelves`].
    ///
    /// # Errors
    /// A store that cannot be read.
    pub fn on_shelf(shelf: &Path) -> Result<Vec<Checksum>> {
        let named = |path: PathBuf| Checksum::parse(path.file_name()?.to_str()?);
        Ok(entries(shelf)?.into_iter().filter_map(named).collect())
    }

    /// A lock of those who write, held until the value is dropped.
    fn lock(&self, take: impl FnOnce(&std::fs::File) -> std::io::Result<()>) -> Result<std::fs::File> {
        let path = self.folder.with_file_name("writing.lock");
        let opened = std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = opened.map_err(|why| Error::of_writing(&path, why))?;
        take(&file).map_err(|why| Error::of_writing(&path, why))?;
        Ok(file)
    }

    /// How often a file has been read.
    pub fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = |why| Error::Folder(folder.to_owned(), why);
    let entries = std::fs::read_dir(folder).map_err(failed)?;
    entries.map(|entry| Ok(entry.map_err(failed)?.path())).collect()
}

fn lost_or_failed(checksum: Checksum, why: object_store::Error) -> Error {
    match why {
        object_store::Error::NotFound { .. } => Error::FileLost(checksum),
        other => failed(other),
    }
}

/// `ab/abcd…`: no folder grows beyond what a file manager can show.
fn key(checksum: Checksum) -> Key {
    let name = checksum.to_string();
    Key::from(format!("{}/{name}", &name[..2]))
}

fn failed(error: object_store::Error) -> Error {
    let mut said = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(inner) = cause {
        said = format!("{said}: {inner}");
        cause = inner.source();
    }
    if says_full(&said) {
        Error::Full(said)
    } else if says_read_only(&said) {
        Error::ReadOnly(said)
    } else {
        Error::Files(said)
    }
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
