//! `registry.id`: which register the files belong to, and how far it had come. It lies beside the files, so that a
//! database that was emptied, put back from an older copy or taken from elsewhere is noticed before it is served.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::error::{Error, Result};

/// The line that stands there after a database was put back: the files may be of editions that it does not know.
const PUT_BACK: &str = "put-back yes";

/// What the first line says to people.
const HEAD: &str = "# Which register these files belong to. Keep it with them.";

/// A register at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The random text that a register has from its creation on.
    pub timeline: String,
    /// Leaves of the ledger.
    pub revision: u64,
}

/// The file.
#[derive(Debug)]
pub struct IdentityFile {
    path: PathBuf,
    written: Mutex<Option<Identity>>,
}

impl IdentityFile {
    /// The file in a data folder.
    pub fn new(folder: &Path) -> Self {
        Self { path: folder.join("registry.id"), written: Mutex::default() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the file says; none where there is no such file.
    ///
    /// # Errors
    /// A file that cannot be read, or says something else.
    pub fn read(&self) -> Result<Option<Identity>> {
        let text = match std::fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(why) => return Err(Error::Folder(self.path.clone(), why)),
        };
        let field = |name: &str| {
            text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')).map(str::trim)
        };
        let timeline = field("timeline").filter(|text| !text.is_empty());
        let revision = field("revision").and_then(|text| text.parse().ok());
        match (timeline, revision) {
            (Some(timeline), Some(revision)) => {
                Ok(Some(Identity { timeline: timeline.to_owned(), revision }))
            }
            _ => Err(Error::Corrupt { column: "registry.id", value: text.chars().take(200).collect() }),
        }
    }

    /// Refuses a database that is not the one, or not as new as the one, to which the files belong. `found` is what the
    /// database says before anything is changed in it; none where it is empty.
    ///
    /// # Errors
    /// [`Error::Emptied`], [`Error::Foreign`] or [`Error::Older`].
    pub fn compare(&self, found: Option<&Identity>) -> Result<()> {
        match (self.read()?, found) {
            (Some(_), None) => Err(Error::Emptied(self.path.clone())),
            (None, None) if self.has_files() => Err(Error::Emptied(self.path.clone())),
            // Before it had a timeline a register wrote no such file.
            (Some(was), Some(is)) if was.timeline != is.timeline => Err(Error::Foreign(self.path.clone())),
            (Some(was), Some(is)) if was.revision > is.revision => {
                Err(Error::Older { was: was.revision, is: is.revision, file: self.path.clone() })
            }
            _ => Ok(()),
        }
    }

    /// Whether there is no such file although there are files: a copy of a folder may have left it out.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn is_missing(&self) -> Result<bool> {
        Ok(self.read()?.is_none() && self.has_files())
    }

    fn has_files(&self) -> bool {
        let folder = self.path.with_file_name("files");
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries
            .filter(|entry| entry.path().is_dir())
            .any(|folder| std::fs::read_dir(folder.path()).is_ok_and(|mut inside| inside.next().is_some()))
    }

    /// Writes the file anew, whole or not at all. Does nothing where it says the same already, or that the same register
    /// had come farther: another process was faster.
    ///
    /// # Errors
    /// A folder that cannot be written.
    pub fn keep(&self, identity: &Identity) -> Result<()> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if written.as_ref() == Some(identity) {
            return Ok(());
        }
        let _turn = self.lock()?;
        let is_behind =
            |was: &Identity| was.timeline == identity.timeline && was.revision > identity.revision;
        if !self.read()?.as_ref().is_some_and(is_behind) {
            self.write(identity, self.is_put_back()?)?;
        }
        *written = Some(identity.clone());
        Ok(())
    }

    /// Writes the file anew, also where the register has gone back or is another one.
    ///
    /// # Errors
    /// A folder that cannot be written.
    pub fn replace(&self, identity: &Identity) -> Result<()> {
        let _turn = self.lock()?;
        self.write(identity, true)
    }

    /// Whether the database was put back under these files at some time.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn is_put_back(&self) -> Result<bool> {
        match std::fs::read_to_string(&self.path) {
            Ok(text) => Ok(text.lines().any(|line| line == PUT_BACK)),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(why) => Err(Error::Folder(self.path.clone(), why)),
        }
    }

    fn write(&self, Identity { timeline, revision }: &Identity, is_put_back: bool) -> Result<()> {
        let mut text = format!("{HEAD}\ntimeline {timeline}\nrevision {revision}\n");
        if is_put_back {
            text.push_str(PUT_BACK);
            text.push('\n');
        }
        let beside = self.path.with_extension("new");
        let written = std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, &self.path));
        written.map_err(|why| {
            // What was begun on a full disk helps nobody; where even this fails, the next try writes over it.
            let _ = std::fs::remove_file(&beside);
            Error::of_writing(&self.path, why)
        })
    }

    /// One program writes at a time, until the value is dropped.
    fn lock(&self) -> Result<std::fs::File> {
        let path = self.path.with_extension("lock");
        let failed = |why| Error::of_writing(&path, why);
        let file = std::fs::File::create(&path).map_err(failed)?;
        file.lock().map_err(failed)?;
        Ok(file)
    }
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
        let file = IdentityFile::new(folder.path());
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
