//! `registry.id`: which register the files belong to, and how far it had come. It lies beside the files, so that a
//! database that was emptied, put back from an older copy or taken from elsewhere is noticed before it is served.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::error::{Error, Result};
use super::files::{Bucket, Files};

/// What the note is called.
const NAME: &str = "registry.id";

/// The line that stands there after a database was put back: the files may be of editions that it does not know.
const PUT_BACK: &str = "put-back yes";

/// What the first line says to people.
const HEAD: &str = "# Which register these files belong to. Keep it with them.";

/// Tries to put the note into a bucket while others do so too: each of them writes once a public change.
const TRIES: usize = 8;

/// A register at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The random text that a register has from its creation on.
    pub timeline: String,
    /// Leaves of the ledger.
    pub revision: u64,
}

/// The note.
pub struct IdentityFile {
    home: Home,
    written: Mutex<Option<Identity>>,
    owed: Mutex<Option<(Identity, PutBack)>>,
}

/// Whether a register has gone back, or is another one than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutBack {
    /// It has come farther.
    No,
    /// It has.
    Yes,
}

/// Where it lies.
enum Home {
    Folder(PathBuf),
    Bucket(Bucket),
}

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Note {
    identity: Identity,
    is_put_back: bool,
}

impl IdentityFile {
    /// The note beside the files.
    pub fn new(folder: &Path, files: &Files) -> Self {
        let home = match files.bucket() {
            Some(bucket) => Home::Bucket(bucket.clone()),
            None => Home::Folder(folder.join(NAME)),
        };
        Self { home, written: Mutex::default(), owed: Mutex::default() }
    }

    /// Where it is, for people.
    pub fn place(&self) -> String {
        match &self.home {
            Home::Folder(path) => path.display().to_string(),
            Home::Bucket(bucket) => bucket.place(NAME),
        }
    }

    /// What the note says; none where there is none.
    ///
    /// # Errors
    /// A note that cannot be read, or says something else.
    pub fn read(&self) -> Result<Option<Identity>> {
        Ok(self.note()?.map(|note| note.identity))
    }

    fn note(&self) -> Result<Option<Note>> {
        match &self.home {
            Home::Folder(path) => text_at(path)?.map(|text| Note::parse(&text)).transpose(),
            Home::Bucket(bucket) => bucket.note(NAME)?.map(|note| Note::parse(&note.text)).transpose(),
        }
    }

    /// Refuses a database that is not the one, or not as new as the one, to which the files belong. `found` is what the
    /// database says before anything is changed in it; none where it is empty.
    ///
    /// # Errors
    /// [`Error::Emptied`], [`Error::Foreign`] or [`Error::Older`].
    pub fn compare(&self, found: Option<&Identity>) -> Result<()> {
        self.compare_noted(self.read()?, found)
    }

    /// The same with what the note said before the database was asked. Others publish meanwhile, and note it after the
    /// database: a note that is read first is never ahead of its own database.
    ///
    /// # Errors
    /// Those of [`Self::compare`].
    pub fn compare_noted(&self, noted: Option<Identity>, found: Option<&Identity>) -> Result<()> {
        match (noted, found) {
            (Some(_), None) => Err(Error::Emptied(self.place())),
            (None, None) if self.has_files()? => Err(Error::Emptied(self.place())),
            // Before it had a timeline a register wrote no such file.
            (Some(was), Some(is)) if was.timeline != is.timeline => Err(Error::Foreign(self.place())),
            (Some(was), Some(is)) if was.revision > is.revision => {
                Err(Error::Older { was: was.revision, is: is.revision, note: self.place() })
            }
            _ => Ok(()),
        }
    }

    /// Whether there is no note although there are files: a copy of a folder may have left it out.
    ///
    /// # Errors
    /// A note that cannot be read.
    pub fn is_missing(&self) -> Result<bool> {
        Ok(self.read()?.is_none() && self.has_files()?)
    }

    fn has_files(&self) -> Result<bool> {
        let path = match &self.home {
            Home::Folder(path) => path,
            Home::Bucket(bucket) => return bucket.has_files(),
        };
        let entries = std::fs::read_dir(path.with_file_name("files")).into_iter().flatten().flatten();
        Ok(entries
            .filter(|entry| entry.path().is_dir())
            .any(|folder| std::fs::read_dir(folder.path()).is_ok_and(|mut inside| inside.next().is_some())))
    }

    /// Writes the note anew, whole or not at all. Does nothing where it says the same already, or that the same register
    /// had come farther: another process was faster.
    ///
    /// # Errors
    /// A place that cannot be written.
    pub fn keep(&self, identity: &Identity) -> Result<()> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if written.as_ref() == Some(identity) {
            return Ok(());
        }
        self.change(|was| {
            let is_behind = |was: &Note| {
                was.identity.timeline == identity.timeline && was.identity.revision >= identity.revision
            };
            let is_put_back = was.is_some_and(|was| was.is_put_back);
            (!was.is_some_and(is_behind)).then(|| Note { identity: identity.clone(), is_put_back })
        })?;
        *written = Some(identity.clone());
        Ok(())
    }

    /// Writes the note anew, also where the register has gone back or is another one.
    ///
    /// # Errors
    /// A place that cannot be written.
    pub fn replace(&self, identity: &Identity) -> Result<()> {
        let note = Note { identity: identity.clone(), is_put_back: true };
        self.change(|was| (was != Some(&note)).then(|| note.clone()))
    }

    /// Notes in memory what is to be written.
    pub fn owe(&self, identity: Identity, put_back: PutBack) {
        let mut owed = self.owed.lock().unwrap_or_else(PoisonError::into_inner);
        let was_put_back = owed.as_ref().is_some_and(|(_, owed)| *owed == PutBack::Yes);
        *owed = Some((identity, if was_put_back { PutBack::Yes } else { put_back }));
    }

    /// Whether something is to be written.
    pub fn is_owed(&self) -> bool {
        self.owed.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// Writes what is owed, if anything is. What fails is owed until the next time.
    ///
    /// # Errors
    /// A place that cannot be written.
    pub fn write_owed(&self) -> Result<()> {
        let owed = || self.owed.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(due) = owed().clone() else { return Ok(()) };
        match &due {
            (identity, PutBack::No) => self.keep(identity)?,
            (identity, PutBack::Yes) => self.replace(identity)?,
        }
        let mut owed = owed();
        if owed.as_ref() == Some(&due) {
            *owed = None;
        }
        Ok(())
    }

    /// Whether the database was put back under these files at some time.
    ///
    /// # Errors
    /// A note that cannot be read.
    pub fn is_put_back(&self) -> Result<bool> {
        Ok(self.note()?.is_some_and(|note| note.is_put_back))
    }

    /// Puts what follows from what stands there in its place; one program at a time.
    fn change(&self, next: impl Fn(Option<&Note>) -> Option<Note>) -> Result<()> {
        match &self.home {
            Home::Folder(path) => {
                let _turn = lock(path)?;
                match next(self.note()?.as_ref()) {
                    Some(note) => write(path, &note.text()),
                    None => Ok(()),
                }
            }
            Home::Bucket(bucket) => {
                for _ in 0..TRIES {
                    let found = bucket.note(NAME)?;
                    let was = found.as_ref().map(|note| Note::parse(&note.text)).transpose()?;
                    let Some(note) = next(was.as_ref()) else { return Ok(()) };
                    if bucket.put_note(NAME, note.text(), found.as_ref())? {
                        return Ok(());
                    }
                }
                Err(Error::Files(format!("{}: others change it all the time", self.place())))
            }
        }
    }
}

impl Note {
    fn parse(text: &str) -> Result<Self> {
        let field = |name: &str| {
            text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')).map(str::trim)
        };
        let timeline = field("timeline").filter(|text| !text.is_empty());
        let revision = field("revision").and_then(|text| text.parse().ok());
        let (Some(timeline), Some(revision)) = (timeline, revision) else {
            return Err(Error::Corrupt { column: NAME, value: text.chars().take(200).collect() });
        };
        let is_put_back = text.lines().any(|line| line == PUT_BACK);
        Ok(Self { identity: Identity { timeline: timeline.to_owned(), revision }, is_put_back })
    }

    fn text(&self) -> String {
        let Identity { timeline, revision } = &self.identity;
        let put_back = if self.is_put_back { format!("{PUT_BACK}\n") } else { String::new() };
        format!("{HEAD}\ntimeline {timeline}\nrevision {revision}\n{put_back}")
    }
}

fn text_at(path: &Path) -> Result<Option<String>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(why) => Err(Error::Folder(path.to_owned(), why)),
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    let beside = path.with_extension("new");
    let written = std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|why| {
        // What was begun on a full disk helps nobody; where even this fails, the next try writes over it.
        let _ = std::fs::remove_file(&beside);
        Error::of_writing(path, why)
    })
}

/// One program writes at a time, until the value is dropped.
fn lock(path: &Path) -> Result<std::fs::File> {
    let path = path.with_extension("lock");
    let failed = |why| Error::of_writing(&path, why);
    let file = std::fs::File::create(&path).map_err(failed)?;
    file.lock().map_err(failed)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(timeline: &str, revision: u64) -> Identity {
        Identity { timeline: timeline.to_owned(), revision }
    }

    #[test]
    fn only_the_register_of_the_files_and_no_older_state_of_it_is_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(folder.path().join("files/ab")).expect("a folder");
        let files = Files::open(folder.path(), None).expect("a store");
        let file = IdentityFile::new(folder.path(), &files);
        file.compare(None).expect("nothing is there yet");
        std::fs::write(folder.path().join("files/ab/abcd"), "x").expect("a file");
        assert!(matches!(file.compare(None), Err(Error::Emptied(_))));
        file.compare(Some(&identity("a", 3))).expect("a register from before the file");
        file.keep(&identity("a", 3)).expect("a file");
        file.compare(Some(&identity("a", 3))).expect("the same");
        file.compare(Some(&identity("a", 4))).expect("it has come farther");
        assert!(matches!(file.compare(Some(&identity("a", 2))), Err(Error::Older { was: 3, is: 2, .. })));
        assert!(matches!(file.compare(Some(&identity("b", 9))), Err(Error::Foreign(_))));
        assert!(matches!(file.compare(None), Err(Error::Emptied(_))));
        file.keep(&identity("a", 2)).expect("another process was faster");
        assert_eq!(file.read().expect("a file"), Some(identity("a", 3)));
    }
}
