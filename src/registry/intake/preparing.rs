//! Files become drafts: those of one organization at a time, so that memory holds few texts, on as many threads as there are
//! readers.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::found::{Found, IntakeChange, KIND};
use super::parcels::Source;
use super::sorting::{Register, language_of};
use crate::domain::document::Document;
use crate::domain::draft::{Draft, DraftPart};
use crate::domain::ids::{DraftId, OrganizationId};
use crate::domain::requisites::RequisitesInput;
use crate::domain::resolution::candidates;
use crate::domain::version::Authenticity;
use crate::domain::{Checksum, Instant, Lang};
use crate::registry::blobs::Upload;
use crate::registry::document::{enter_plain, standing};
use crate::registry::doubts::doubts;
use crate::registry::drafting::{Basis, draft_file, new_draft};
use crate::registry::handle::Registry;
use crate::registry::intake_problem::IntakeProblem;
use crate::registry::random::random;
use crate::registry::recipe::Recipe;
use crate::registry::{Error, Result};
use crate::storage::intakes::{self, IntakeFile, IntakeRow};
use crate::storage::{Conn, drafts, recognition};
use crate::text::review::read_days;

/// Threads that prepare: one for each reader that may run.
const THREADS: usize = 2;

/// How long a delivery is one process's to prepare after each step: longer than any step takes.
const TAKEN_FOR: Duration = Duration::from_secs(120);

/// Until when a step of preparing may take that begins now.
pub(super) fn until(now: Instant) -> Instant {
    now.checked_add(TAKEN_FOR).unwrap_or(now)
}

/// What files are prepared with.
pub(super) struct Preparing<'a> {
    pub registry: &'a Registry,
    pub register: &'a Register,
    /// The days that the table says.
    pub days: &'a HashMap<OrganizationId, RequisitesInput>,
    pub source: &'a Source,
    /// The delivery in which it is kept; none for a dry run.
    pub keep: Option<&'a str>,
    /// Who sent it.
    pub actor: &'a str,
}

/// What became of the files of an organization.
pub(super) struct Made {
    pub row: IntakeRow,
    pub found: Found,
    pub document: Document,
    pub requisites: RequisitesInput,
}

/// A file that was read, with its language.
struct Read {
    file: IntakeFile,
    lang: Lang,
    upload: Upload,
}

impl Preparing<'_> {
    /// Prepares files, but for those of organizations that are `done`. Gives the files as they stand then.
    ///
    /// # Errors
    /// Trouble with the state, or a program that stops; what was prepared until then stays.
    pub fn run(
        &self,
        files: Vec<IntakeFile>,
        done: &HashSet<OrganizationId>,
    ) -> Result<(Vec<IntakeFile>, Vec<Made>)> {
        let (open, mut looked_at): (Vec<IntakeFile>, Vec<IntakeFile>) =
            files.into_iter().partition(|file| file.problem.is_empty() && file.checksum.is_some());
        let (unsorted, mut sorted): (Vec<IntakeFile>, Vec<IntakeFile>) =
            open.into_iter().partition(|file| file.organization.is_none());
        for file in self.each(unsorted, |file| self.sort(file))? {
            if file.problem.is_empty() { sorted.push(file) } else { looked_at.push(file) }
        }
        let mut groups: BTreeMap<OrganizationId, Vec<IntakeFile>> = BTreeMap::new();
        for file in sorted {
            match file.organization {
                Some(id) if !done.contains(&id) => groups.entry(id).or_default().push(file),
                _ => looked_at.push(file),
            }
        }
        let mut made = Vec::new();
        for (files, one) in self.each(groups.into_iter().collect(), |group| self.one(group))? {
            looked_at.extend(files);
            made.extend(one);
        }
        looked_at.sort_by_key(|file| file.ordinal);
        Ok((looked_at, made))
    }

    /// Does a piece of work for each item, on some threads; ends at the first that fails, and once the program stops.
    fn each<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> Result<R> + Sync) -> Result<Vec<R>> {
        let waiting = Mutex::new(VecDeque::from(items));
        let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let one = || -> Result<Vec<R>> {
            let mut done = Vec::new();
            while let Some(item) = next() {
                if self.registry.is_stopping() {
                    return Err(Error::Moved);
                }
                match work(item) {
                    Ok(result) => done.push(result),
                    Err(error) => {
                        // The other threads end after what they have begun.
                        waiting.lock().unwrap_or_else(PoisonError::into_inner).clear();
                        return Err(error);
                    }
                }
            }
            Ok(done)
        };
        let ended: Vec<Result<Vec<R>>> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(one)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap_or(Err(Error::Moved))).collect()
        });
        Ok(ended.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    }

    /// Looks into a file whose name does not say whose it is.
    fn sort(&self, mut file: IntakeFile) -> Result<IntakeFile> {
        match self.read(&file) {
            Ok(upload) => self.register.by_text(&mut file, &upload.extracted.body.to_text()),
            Err(error) => file.problem = IntakeProblem::of(error)?.stored(),
        }
        let gone = if file.problem.is_empty() { None } else { file.checksum.take() };
        self.keep_files(std::slice::from_ref(&file), &Vec::from_iter(gone))?;
        Ok(file)
    }

    fn read(&self, file: &IntakeFile) -> Result<Upload> {
        let (Some(checksum), registry) = (file.checksum, self.registry) else {
            return Err(crate::storage::Error::FileLost(Checksum::of(&[])).into());
        };
        let bytes = match self.source {
            Source::Store => registry.inner.files.get(checksum)?,
            Source::Spool(spool, pieces) => {
                let piece = pieces.get(&file.ordinal).copied();
                piece.map(|piece| spool.get(piece)).transpose()?.unwrap_or_default()
            }
        };
        registry.look_at(&file.name, bytes, &Recipe::default())
    }

    /// Prepares the files of one organization.
    fn one(
        &self,
        (organization, files): (OrganizationId, Vec<IntakeFile>),
    ) -> Result<(Vec<IntakeFile>, Option<Made>)> {
        let (mut read, mut refused): (Vec<Read>, Vec<IntakeFile>) = (Vec::new(), Vec::new());
        for mut file in files {
            let problem = match self.read(&file) {
                Ok(upload) => {
                    let lang = language_of(&file, &upload.extracted.body.to_text());
                    match read.iter().find(|other| other.lang == lang) {
                        Some(first) => IntakeProblem::SecondOfLanguage { first: first.file.name.clone() },
                        None => {
                            file.lang = Some(lang);
                            read.push(Read { file, lang, upload });
                            continue;
                        }
                    }
                }
                Err(error) => IntakeProblem::of(error)?,
            };
            file.problem = problem.stored();
            refused.push(file);
        }
        if read.is_empty() {
            let gone: Vec<Checksum> = refused.iter_mut().filter_map(|file| file.checksum.take()).collect();
            self.keep_files(&refused, &gone)?;
            return Ok((refused, None));
        }
        read.sort_by_key(|read| read.lang);
        let broken: Vec<String> = refused.iter().map(|file| file.name.clone()).collect();
        // The draft will hold its files: what is erased of it must not be held by the delivery.
        let mut all = refused;
        all.extend(read.iter().map(|read| read.file.clone()));
        let mut gone: Vec<Checksum> = all.iter_mut().filter_map(|file| file.checksum.take()).collect();
        // A photo of a phone is kept as another file.
        gone.extend(read.iter().map(|read| read.upload.file.checksum));
        let now = self.registry.now();
        let enter = |conn: &mut Conn| self.enter(conn, organization, (&read, &broken), now);
        let Some(intake) = self.keep else {
            return Ok((all, Some(self.registry.rehearse(enter)?)));
        };
        let stored = read.iter().try_for_each(|read| self.registry.retain(&read.upload));
        let made = stored.and_then(|()| {
            self.registry.inner.database.write(|conn| {
                let made = enter(conn)?;
                self.note(conn, intake, &all)?;
                Ok(made)
            })
        });
        // Whatever became of it: what nobody has is nobody's.
        self.registry.release(&gone)?;
        Ok((all, Some(made?)))
    }

    /// Writes down how files stand, and lets go of bytes that nobody else has.
    fn keep_files(&self, files: &[IntakeFile], gone: &[Checksum]) -> Result<()> {
        let Some(intake) = self.keep else { return Ok(()) };
        self.registry.inner.database.write(|conn| self.note(conn, intake, files))?;
        self.registry.release(gone).map(drop)
    }

    /// Writes down how files stand in the present transaction; the delivery stays in the hands of this process.
    fn note(&self, conn: &mut Conn, intake: &str, files: &[IntakeFile]) -> Result<()> {
        files.iter().try_for_each(|file| intakes::set_file(conn, intake, file))?;
        Ok(intakes::hold(conn, intake, until(self.registry.now()))?)
    }

    /// Makes the draft of an organization in the present transaction, and the document where there is none.
    fn enter(
        &self,
        conn: &mut Conn,
        organization: OrganizationId,
        (read, broken): (&[Read], &[String]),
        now: Instant,
    ) -> Result<Made> {
        let present = standing(conn, organization, KIND, None)?;
        let is_new_document = present.is_none();
        let document = match present {
            Some(document) => document,
            None => enter_plain(conn, (organization, KIND), (self.actor, now))?,
        };
        let (mut requisites, days_from_text) = self.requisites(organization, read);
        let same = same_files(&document, read);
        let mut found = Found {
            change: IntakeChange::of(&document),
            files: read.iter().map(|read| (read.lang.tag().to_owned(), read.file.name.clone())).collect(),
            broken: broken.to_vec(),
            same: same.iter().map(|read| read.file.name.clone()).collect(),
            days_from_text,
            doubts: Vec::new(),
        };
        let mut draft_id = None;
        if same.len() == read.len() && broken.is_empty() {
            found.change = IntakeChange::Same;
            requisites = latest(&document).unwrap_or_default();
        } else {
            let draft = self.draft(conn, (&document, requisites), read, now)?;
            found.doubts = doubts(conn, &draft, &document)?;
            draft_id = Some(draft.id);
        }
        let row = IntakeRow {
            organization,
            document: document.id,
            is_new_document,
            draft: draft_id,
            found: found.stored(),
            changes: 0,
            edition: None,
            is_in_hand: false,
        };
        if let Some(intake) = self.keep {
            intakes::add_row(conn, intake, &row)?;
        }
        Ok(Made { row, found, document, requisites })
    }

    /// Writes a draft down with its files.
    fn draft(
        &self,
        conn: &mut Conn,
        (document, requisites): (&Document, RequisitesInput),
        read: &[Read],
        now: Instant,
    ) -> Result<Draft> {
        let id = DraftId::from_random(random()?);
        let mut draft = new_draft(conn, id, document, (Basis::Nothing, &HashMap::new()), now)?;
        draft.requisites = requisites;
        drafts::save(conn, &draft)?;
        for (Read { lang, upload, .. }, ordinal) in read.iter().zip(1..) {
            let part = DraftPart::Text { lang: *lang, authenticity: Authenticity::Authentic };
            let file = draft_file(part, upload)?;
            drafts::put_file(conn, id, ordinal, &file)?;
            if self.keep.is_some() {
                self.registry.retain(upload)?;
                let pages = self.registry.unrecognised(&file.part, &upload.extracted.body);
                recognition::ask(conn, file.file.checksum, &pages, now)?;
            }
            draft.files.push(file);
        }
        Ok(draft)
    }

    /// The days of an agreement: as the table says, else as its texts say, where they do not contradict each other.
    fn requisites(&self, organization: OrganizationId, read: &[Read]) -> (RequisitesInput, bool) {
        let mut days = self.days.get(&organization).copied().unwrap_or_default();
        let texts: Vec<RequisitesInput> =
            read.iter().map(|read| read_days(&read.upload.extracted.body.to_text())).collect();
        let mut is_read = false;
        for field in [
            (|days| &mut days.signed_on) as fn(&mut RequisitesInput) -> &mut Option<crate::domain::Day>,
            |days| &mut days.effective_from,
            |days| &mut days.term_end,
        ] {
            let mut said: Vec<_> = texts.iter().filter_map(|text| *field(&mut text.clone())).collect();
            said.dedup();
            if let (None, [one]) = (*field(&mut days), &said[..]) {
                *field(&mut days) = Some(*one);
                is_read = true;
            }
        }
        (days, is_read)
    }
}

/// Those files that an edition of the document has, which may still answer.
fn same_files<'r>(document: &Document, read: &'r [Read]) -> Vec<&'r Read> {
    let published: HashSet<Checksum> = candidates(document, Instant::MAX)
        .into_iter()
        .flat_map(|version| version.texts.iter().map(|text| text.file.checksum))
        .collect();
    read.iter().filter(|read| published.contains(&read.upload.file.checksum)).collect()
}

/// The days of the latest edition that may answer.
fn latest(document: &Document) -> Option<RequisitesInput> {
    candidates(document, Instant::MAX).into_iter().last().map(|version| version.requisites.into())
}
