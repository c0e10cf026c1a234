//! Files on their way in: written to the disk as they come, then unpacked one after the other.

use std::collections::HashMap;

use crate::domain::Checksum;
use crate::domain::version::FILE_MAX_BYTES;
use crate::registry::Result;
use crate::registry::extract::Worker;
use crate::registry::handle::Registry;
use crate::registry::intake_problem::IntakeProblem;
use crate::registry::refusal::{ImportProblem, Refusal};
use crate::storage::intakes::IntakeFile;
use crate::storage::spool::{Piece, Spool};
use crate::text::archive::{MAX_FILES, Packed, is_litter};
use crate::text::table::Table;

/// Largest archive in bytes: what it holds is packed hardly smaller where it was scanned.
const ARCHIVE_MAX_BYTES: u64 = 768 << 20;

/// Archives of one delivery: one for each district, and each open while it is read.
const ARCHIVES_MAX: usize = 12;

/// The endings of tables.
const TABLES: [&str; 2] = [".csv", ".xlsx"];

/// Files that were sent and that nobody has looked at yet.
#[derive(Debug)]
pub struct Parcels {
    folder: std::path::PathBuf,
    loose: Spool,
    files: Vec<(String, Parcel)>,
}

#[derive(Debug)]
enum Parcel {
    /// Some bytes of the common spool.
    Loose(Piece),
    /// A spool of its own, with what a worker reads before an archive.
    Archive(Spool),
    /// More than is taken.
    Refused(IntakeProblem),
}

impl Parcels {
    /// How many bytes may come in all.
    pub const MAX_BYTES: u64 = ARCHIVE_MAX_BYTES;

    /// Begins another file.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn begin(&mut self, name: &str) -> Result<()> {
        let archives = self.files.iter().filter(|(_, parcel)| matches!(parcel, Parcel::Archive(_))).count();
        let is_archive = name.to_lowercase().ends_with(".zip");
        let parcel = if self.files.len() >= MAX_FILES || (is_archive && archives >= ARCHIVES_MAX) {
            Parcel::Refused(IntakeProblem::TooMany)
        } else if is_archive {
            let mut spool = Spool::make(&self.folder)?;
            spool.add(&Worker::head_of_archive()?)?;
            Parcel::Archive(spool)
        } else {
            Parcel::Loose(self.loose.since(self.loose.length()))
        };
        self.files.push((name.to_owned(), parcel));
        Ok(())
    }

    /// Adds bytes to the file that was begun last; of one that is too large no more is kept.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn add(&mut self, bytes: &[u8]) -> Result<()> {
        let Some((_, parcel)) = self.files.last_mut() else { return Ok(()) };
        let room = |length: u64, most: u64| length + bytes.len() as u64 <= most;
        let limit = match parcel {
            Parcel::Loose(piece) if room(piece.length(), FILE_MAX_BYTES) => {
                let first = self.loose.length() - piece.length();
                self.loose.add(bytes)?;
                *piece = self.loose.since(first);
                return Ok(());
            }
            Parcel::Archive(spool) if room(spool.length(), ARCHIVE_MAX_BYTES) => return Ok(spool.add(bytes)?),
            Parcel::Loose(_) => FILE_MAX_BYTES,
            Parcel::Archive(_) => ARCHIVE_MAX_BYTES,
            Parcel::Refused(_) => return Ok(()),
        };
        *parcel = Parcel::Refused(IntakeProblem::TooLarge { limit_mib: limit >> 20 });
        Ok(())
    }

    /// Whether nothing came.
    pub const fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

/// Where the bytes of a delivery lie.
pub(super) enum Source {
    /// In the file store.
    Store,
    /// In a spool, each file at its place, so that nothing is written elsewhere.
    Spool(Spool, HashMap<usize, Piece>),
}

/// What was sent, taken apart.
pub(super) struct Gathered {
    /// The files.
    pub files: Vec<IntakeFile>,
    /// Where their bytes are.
    pub source: Source,
    /// The table that came with them.
    pub table: Option<Table>,
    /// What tells this delivery from another one.
    pub key: Checksum,
}

impl Gathered {
    /// What is kept in the file store for it.
    pub fn stored(&self) -> Vec<Checksum> {
        if matches!(self.source, Source::Store) {
            self.files.iter().filter_map(|file| file.checksum).collect()
        } else {
            Vec::new()
        }
    }
}

/// Takes files in.
struct Gathering<'a> {
    registry: &'a Registry,
    files: Vec<IntakeFile>,
    problems: Vec<Option<IntakeProblem>>,
    source: Source,
    table: Option<(String, Vec<u8>)>,
}

impl Registry {
    /// A place for files that are sent.
    ///
    /// # Errors
    /// A data folder that cannot be written.
    pub fn parcels(&self) -> Result<Parcels> {
        let folder = self.inner.folder.clone();
        Ok(Parcels { loose: Spool::make(&folder)?, folder, files: Vec::new() })
    }

    /// Takes what was sent apart: into the file store, or with `is_dry` into a spool. What is stored is let go of where it
    /// ends with an error.
    pub(super) fn gather(&self, parcels: Parcels, is_dry: bool) -> Result<Gathered> {
        let source =
            if is_dry { Source::Spool(Spool::make(&parcels.folder)?, HashMap::new()) } else { Source::Store };
        let mut gathering =
            Gathering { registry: self, files: Vec::new(), problems: Vec::new(), source, table: None };
        let gathered = gathering.all(parcels);
        let stored: Vec<Checksum> = gathering.files.iter().filter_map(|file| file.checksum).collect();
        let whole = gathered.and_then(|()| gathering.whole());
        if whole.is_err() && !is_dry {
            self.release(&stored)?;
        }
        whole
    }
}

impl Gathering<'_> {
    fn all(&mut self, parcels: Parcels) -> Result<()> {
        let Parcels { loose, files, .. } = parcels;
        for (name, parcel) in files {
            match parcel {
                Parcel::Refused(problem) => self.push(name, None, Some(problem)),
                Parcel::Loose(_) if is_litter(&name) => {}
                Parcel::Loose(piece) => self.take(name, loose.get(piece)?)?,
                Parcel::Archive(spool) => self.unpack(name, &spool)?,
            }
        }
        Ok(())
    }

    /// Takes the files of an archive in; of one that is refused as a whole nothing stays.
    fn unpack(&mut self, name: String, archive: &Spool) -> Result<()> {
        let (before, had_table) = (self.files.len(), self.table.is_some());
        let registry = self.registry;
        let unpacked = registry.inner.worker.unpack(archive, |Packed { name, bytes }| match bytes {
            Ok(bytes) => self.take(name, bytes),
            Err(why) => {
                self.push(name, None, Some(IntakeProblem::Packed(why)));
                Ok(())
            }
        });
        let problem = match unpacked {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(why)) => IntakeProblem::Archive(why),
            Err(error) => IntakeProblem::of(error)?,
        };
        let mut gone: Vec<Checksum> = self.files.drain(before..).filter_map(|file| file.checksum).collect();
        self.problems.truncate(before);
        if !had_table {
            self.table = None;
        }
        if matches!(self.source, Source::Store) {
            // Nothing in the database refers to what came before the archive: the same bytes may be among that.
            gone.retain(|checksum| self.files.iter().all(|file| file.checksum != Some(*checksum)));
            registry.release(&gone)?;
        }
        self.push(name, None, Some(problem));
        Ok(())
    }

    fn take(&mut self, name: String, bytes: Vec<u8>) -> Result<()> {
        let lower = name.to_lowercase();
        if TABLES.iter().any(|ending| lower.ends_with(ending)) {
            match &self.table {
                None => self.table = Some((name, bytes)),
                Some(_) => self.push(name, None, Some(IntakeProblem::SecondTable)),
            }
        } else if bytes.is_empty() {
            self.push(name, None, Some(IntakeProblem::Empty));
        } else if self.files.len() >= MAX_FILES {
            self.push(name, None, Some(IntakeProblem::TooMany));
        } else {
            let checksum = match &mut self.source {
                Source::Store => self.registry.inner.files.put(bytes)?,
                Source::Spool(spool, pieces) => {
                    pieces.insert(self.files.len() + 1, spool.put(&bytes)?);
                    Checksum::of(&bytes)
                }
            };
            self.push(name, Some(checksum), None);
        }
        Ok(())
    }

    fn push(&mut self, name: String, checksum: Option<Checksum>, problem: Option<IntakeProblem>) {
        let ordinal = self.files.len() + 1;
        let stored = problem.as_ref().map(IntakeProblem::stored).unwrap_or_default();
        let file = IntakeFile { ordinal, name, checksum, organization: None, lang: None, problem: stored };
        self.files.push(file);
        self.problems.push(problem);
    }

    /// What was taken in, unless that is nothing, or its table cannot be read.
    fn whole(self) -> Result<Gathered> {
        let Self { registry, files, problems, source, table } = self;
        if files.iter().all(|file| file.checksum.is_none()) {
            let why = files.into_iter().zip(problems).filter_map(|(file, why)| Some((file.name, why?)));
            return Err(Refusal::Deliveries(why.collect()).into());
        }
        let mut sent = String::new();
        for file in &files {
            let sum = file.checksum.map(|sum| sum.to_string()).unwrap_or_default();
            sent.push_str(&format!("{} {} {sum}\n", file.name.len(), file.name));
        }
        let table = match table {
            None => None,
            Some((_, bytes)) if bytes.len() as u64 > FILE_MAX_BYTES => {
                return Err(Refusal::FileTooLarge { limit_mib: FILE_MAX_BYTES >> 20 }.into());
            }
            Some((_, bytes)) => {
                sent.push_str(&format!("table {}\n", Checksum::of(&bytes)));
                Some(registry.table(&bytes)?)
            }
        };
        if table.as_ref().is_some_and(|table| table.rows.is_empty()) {
            return Err(Refusal::Table(vec![ImportProblem::Empty]).into());
        }
        Ok(Gathered { files, source, table, key: Checksum::of(sent.as_bytes()) })
    }
}
