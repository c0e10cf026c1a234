//! The file store: bytes by their SHA-256, written once and never changed. They lie in the data folder, or in a bucket of
//! any S3-compatible store, under the same names.

mod address;
mod local;
mod s3;

use std::future::Future;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::TryStreamExt;
use object_store::path::Path as Key;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload};
use quick_cache::sync::Cache;

pub use self::address::StoreSettings;
pub use self::local::{FolderLock, make_folder};
pub(super) use self::s3::Bucket;
use super::error::{Error, Result, says_full, says_read_only};
use super::runtime::wait;
use crate::domain::Checksum;
use crate::domain::checksum::Summing;

/// Files that are remembered as checked: one takes some hundred bytes.
const CHECKED_FILES: usize = 20_000;

/// The folder, or the part of a bucket, in which the files lie.
const FOLDER: &str = "files";

/// The store of one registry.
#[derive(Clone)]
pub struct Files {
    place: Arc<Place>,
    reads: Arc<AtomicU64>,
    /// Files whose bytes were read and found good, by what the store says of them: another state is checked again.
    checked: Arc<Cache<Checksum, String>>,
    /// One file is checked at a time: many who ask for the same large file wait for one reading.
    checking: Arc<Mutex<()>>,
}

/// Where the bytes lie.
enum Place {
    Folder(local::Folder),
    Bucket(Bucket),
}

/// How long an answer may take where the store is not in the data folder.
#[derive(Debug, Clone, Copy)]
pub enum Work {
    /// Reading a little: what a phone's request waits for.
    Look,
    /// Reading so many bytes.
    Read(u64),
    /// Writing so many bytes, or listing names.
    Write(u64),
}

/// Whether more is to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// The rest as well.
    Some,
    /// No more.
    Enough,
}

impl Files {
    /// Opens the store in the folder `files` of the data folder, which is made for its owner alone; or that of the
    /// settings, which is asked whether it is there.
    ///
    /// # Errors
    /// A folder that cannot be made; settings that are wrong, or a store that is away or refuses.
    pub fn open(folder: &Path, settings: Option<&StoreSettings>) -> Result<Self> {
        let place = match settings {
            Some(settings) => Place::Bucket(Bucket::open(settings)?),
            None => Place::Folder(local::Folder::open(folder)?),
        };
        Ok(Self {
            place: Arc::new(place),
            reads: Arc::default(),
            checked: Arc::new(Cache::new(CHECKED_FILES)),
            checking: Arc::default(),
        })
    }

    /// The bucket; none where the bytes lie in the data folder.
    pub fn bucket(&self) -> Option<&Bucket> {
        match self.place.as_ref() {
            Place::Bucket(bucket) => Some(bucket),
            Place::Folder(_) => None,
        }
    }

    fn store(&self) -> &dyn ObjectStore {
        match self.place.as_ref() {
            Place::Folder(folder) => folder.store(),
            Place::Bucket(bucket) => bucket.store(),
        }
    }

    /// Waits for an answer of the store, no longer than its work may take.
    fn ask<T>(
        &self,
        work: Work,
        question: impl Future<Output = object_store::Result<T>>,
    ) -> Result<object_store::Result<T>> {
        match self.place.as_ref() {
            Place::Folder(_) => wait(question),
            Place::Bucket(bucket) => bucket.ask(work, question),
        }
    }

    /// Keeps bytes and gives their checksum. Bytes that are there already are read; where they are not what they should
    /// be, the good ones take their place.
    ///
    /// # Errors
    /// A store that cannot be written, such as a full disk; nothing is left under the name.
    pub fn put(&self, bytes: Vec<u8>) -> Result<Checksum> {
        let checksum = Checksum::of(&bytes);
        let _writing = match self.place.as_ref() {
            Place::Folder(folder) => Some(folder.lock(std::fs::File::lock_shared)?),
            // Looked at first: a store that is away says so sooner than it would take large bytes.
            Place::Bucket(_) if self.is_whole(checksum)? => return Ok(checksum),
            Place::Bucket(_) => None,
        };
        let work = Work::Write(bytes.len() as u64);
        let payload = PutPayload::from(bytes);
        let put = |mode| {
            let options = PutOptions { mode, ..PutOptions::default() };
            self.ask(work, self.store().put_opts(&key(checksum), payload.clone(), options))
        };
        match put(PutMode::Create)? {
            Ok(_) => Ok(checksum),
            Err(object_store::Error::AlreadyExists { .. }) if self.is_whole(checksum)? => Ok(checksum),
            Err(object_store::Error::AlreadyExists { .. }) => {
                put(PutMode::Overwrite)?.map(|_| checksum).map_err(failed)
            }
            Err(why) => Err(failed(why)),
        }
    }

    /// Whether the bytes are there, all of them as they should be.
    fn is_whole(&self, checksum: Checksum) -> Result<bool> {
        match self.check(checksum) {
            Ok(_) => Ok(true),
            Err(Error::FileChanged(_) | Error::FileLost(_)) => Ok(false),
            Err(other) => Err(other),
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
        let mut sum = Summing::default();
        self.read(checksum, found.size, |piece| sum.add(piece))?;
        if sum.finish() != checksum {
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
        let piece = self.ask(Work::Look, self.store().get_range(&key(checksum), first..end))?;
        Ok(piece.map_err(|why| lost_or_failed(checksum, why))?.to_vec())
    }

    /// The bytes with this checksum, checked again.
    ///
    /// # Errors
    /// [`Error::FileLost`], [`Error::FileChanged`], or a store that cannot be read.
    pub fn get(&self, checksum: Checksum) -> Result<Vec<u8>> {
        let size = self.found(checksum)?.size;
        self.reads.fetch_add(1, Ordering::Relaxed);
        let mut bytes = Vec::new();
        self.read(checksum, size, |piece| bytes.extend_from_slice(piece))?;
        if Checksum::of(&bytes) == checksum { Ok(bytes) } else { Err(Error::FileChanged(checksum)) }
    }

    /// Reads a file of this size from its beginning to its end.
    fn read(&self, checksum: Checksum, size: u64, mut take: impl FnMut(&[u8])) -> Result<()> {
        let is_near = self.bucket().is_none();
        let read = self.ask(Work::Read(size), async {
            let mut pieces = self.store().get(&key(checksum)).await?.into_stream();
            while let Some(piece) =
                if is_near { pieces.try_next().await? } else { s3::next(&mut pieces).await? }
            {
                take(&piece);
            }
            Ok(())
        })?;
        read.map_err(|why| lost_or_failed(checksum, why))
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

    fn found(&self, checksum: Checksum) -> Result<ObjectMeta> {
        self.ask(Work::Look, self.store().head(&key(checksum)))?.map_err(|why| lost_or_failed(checksum, why))
    }

    /// Removes bytes for ever.
    ///
    /// # Errors
    /// A store that cannot be written.
    pub fn erase(&self, checksum: Checksum) -> Result<()> {
        self.checked.remove(&checksum);
        match self.ask(Work::Write(0), self.store().delete(&key(checksum)))? {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(why) => Err(failed(why)),
        }
    }

    /// Removes what programs left that were ended while they wrote, unless one writes at this moment; says how much. A
    /// bucket has an object whole or not at all.
    ///
    /// # Errors
    /// A store that cannot be read or written.
    pub fn remove_staged(&self) -> Result<usize> {
        match self.place.as_ref() {
            Place::Folder(folder) => folder.remove_staged(),
            Place::Bucket(_) => Ok(0),
        }
    }

    /// Looks at the names of all files, some at a time, until `look` has seen enough.
    ///
    /// # Errors
    /// A store that cannot be read, or what `look` fails with.
    pub fn look_through<E: From<Error>>(
        &self,
        mut look: impl FnMut(&[Checksum]) -> std::result::Result<Seen, E>,
    ) -> std::result::Result<(), E> {
        match self.place.as_ref() {
            Place::Folder(folder) => {
                for shelf in folder.shelves()? {
                    if look(&local::Folder::on_shelf(&shelf)?)? == Seen::Enough {
                        break;
                    }
                }
            }
            Place::Bucket(bucket) => {
                let mut last = None;
                loop {
                    let some = bucket.names(last.as_ref())?;
                    let named = |found: &Key| Checksum::parse(found.filename()?);
                    let names: Vec<Checksum> = some.iter().filter_map(named).collect();
                    last = some.into_iter().last();
                    if last.is_none() || look(&names)? == Seen::Enough {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// How often a file has been read.
    pub fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }

    /// From now on nothing waits long for the store: the program is about to stop.
    pub fn stop(&self) {
        if let Some(bucket) = self.bucket() {
            bucket.stop();
        }
    }

    /// Asks whether the store is there.
    ///
    /// # Errors
    /// [`Error::StoreAway`].
    pub fn greet(&self) -> Result<()> {
        self.bucket().map_or(Ok(()), Bucket::greet)
    }

    /// How long the store has been away, and what is wrong with it; none where it answers.
    pub fn away(&self) -> Option<(Duration, String)> {
        self.bucket().and_then(Bucket::away)
    }
}

fn lost_or_failed(checksum: Checksum, why: object_store::Error) -> Error {
    match why {
        object_store::Error::NotFound { .. } => Error::FileLost(checksum),
        other => failed(other),
    }
}

/// `files/ab/abcd…`: no folder grows beyond what a file manager can show.
fn key(checksum: Checksum) -> Key {
    let name = checksum.to_string();
    Key::from(format!("{FOLDER}/{}/{name}", &name[..2]))
}

fn failed(error: object_store::Error) -> Error {
    let said = said(&error);
    if says_full(&said) {
        Error::Full(said)
    } else if says_read_only(&said) {
        Error::ReadOnly(said)
    } else {
        Error::Files(said)
    }
}

/// An error with its causes.
fn said(error: &object_store::Error) -> String {
    let mut said = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        said = format!("{said}: {inner}");
        cause = inner.source();
    }
    said
}
