//! Files in a bucket of an S3-compatible store: every question has an end, and a store that is away is asked by one at a
//! time until it answers again.

use std::fmt::Write as _;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures_util::{Stream, StreamExt, TryStreamExt};
use object_store::aws::{AmazonS3Builder, S3ConditionalPut};
use object_store::path::Path as Key;
use object_store::prefix::PrefixStore;
use object_store::{
    BackoffConfig, ClientOptions, ObjectStore, ObjectStoreExt, PutMode, PutOptions, RetryConfig,
    UpdateVersion,
};

use super::super::encryption;
use super::super::error::{Error, Result, says_full};
use super::super::runtime::wait;
use super::address::{Address, StoreSettings};
use super::{FOLDER, Work, failed, said};

/// The longest wait for a little: a phone's request waits for it.
const LOOK: Duration = Duration::from_secs(2);

/// The longest wait for a write of nothing; a look before it makes it ten seconds in all.
const WRITE: Duration = Duration::from_secs(8);

/// How fast at least the network to a store must be, in bytes a second; a slower one is a store that is away.
const SLOWEST: u64 = 1 << 20;

/// The longest wait once the program stops.
const WHILE_STOPPING: Duration = Duration::from_secs(1);

/// The longest wait for a connection.
const CONNECT: Duration = Duration::from_millis(1500);

/// How soon a store that was away is asked again. Who comes earlier is refused at once.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// How long a connection may be idle: routers forget one after minutes, and what is sent then vanishes.
const IDLE: Duration = Duration::from_secs(20);

/// Names that are listed at once: what the protocol gives in one answer.
const BATCH: usize = 1_000;

/// A part of a bucket.
#[derive(Clone)]
pub struct Bucket {
    store: Arc<dyn ObjectStore>,
    /// `s3://bucket/prefix`.
    url: String,
    /// The address of the store, for people.
    endpoint: String,
    bucket: String,
    region: String,
    contact: Arc<Mutex<Contact>>,
    stopping: Arc<AtomicBool>,
}

/// How the store was met last.
enum Contact {
    /// It answered.
    Near,
    /// It refused. Who is refused one thing may be allowed another.
    Refuses { since: Instant, why: String },
    /// It did not answer.
    Away {
        since: Instant,
        why: String,
        /// When it may be asked again.
        again: Instant,
    },
}

/// What stands in an object, with what tells it from what others put there later.
pub struct Note {
    /// The text.
    pub text: String,
    version: UpdateVersion,
}

impl Bucket {
    /// Opens a bucket, after a question whether it is there and may be used.
    ///
    /// # Errors
    /// [`Error::StoreAddress`] for settings that are wrong, [`Error::StoreAway`] for a store that does not answer or
    /// refuses.
    pub fn open(settings: &StoreSettings) -> Result<Self> {
        let address = Address::read(settings)?;
        encryption::choose();
        let options = ClientOptions::new()
            .with_allow_http(address.is_open)
            .with_connect_timeout(CONNECT)
            .with_pool_idle_timeout(IDLE)
            // How long something may take depends on what it is, which only `ask` knows.
            .with_timeout_disabled();
        let retry = RetryConfig {
            backoff: BackoffConfig {
                init_backoff: Duration::from_millis(100),
                max_backoff: Duration::from_millis(400),
                base: 2.0,
            },
            max_retries: 3,
            retry_timeout: LOOK,
        };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(address.bucket)
            .with_region(&settings.region)
            .with_access_key_id(address.key.0)
            .with_secret_access_key(address.key.1)
            .with_conditional_put(S3ConditionalPut::ETagMatch)
            // Not every store knows how to delete many at once.
            .with_disable_bulk_delete(true)
            .with_client_options(options)
            .with_retry(retry);
        if let Some(endpoint) = address.endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        if let Some(token) = &settings.token {
            builder = builder.with_token(token);
        }
        let store = builder.build().map_err(|why| Error::StoreAddress(said(&why)))?;
        let bucket = Self {
            store: Arc::new(PrefixStore::new(store, address.prefix)),
            url: settings.url.trim_end_matches('/').to_owned(),
            endpoint: address.endpoint.unwrap_or("Amazon").to_owned(),
            bucket: address.bucket.to_owned(),
            region: settings.region.clone(),
            contact: Arc::new(Mutex::new(Contact::Near)),
            stopping: Arc::default(),
        };
        bucket.names_up_to(1, None)?;
        Ok(bucket)
    }

    /// The store, which knows names without the prefix.
    pub fn store(&self) -> &dyn ObjectStore {
        self.store.as_ref()
    }

    /// Where an object is, for people.
    pub fn place(&self, name: &str) -> String {
        format!("{}/{name}", self.url)
    }

    /// Waits for an answer, no longer than its work may take. While the store is away one asks at a time; the others are
    /// refused at once.
    ///
    /// # Errors
    /// [`Error::StoreAway`]. What the store answers about the object itself is in the outcome.
    pub fn ask<T>(
        &self,
        work: Work,
        question: impl Future<Output = object_store::Result<T>>,
    ) -> Result<object_store::Result<T>> {
        let limit = self.limit(work);
        self.take_turn(limit)?;
        let answer = wait(async { tokio::time::timeout(limit, question).await })?;
        match answer {
            Err(_) => Err(self.lost(format!("no answer within {} s", limit.as_secs()), false)),
            Ok(Err(why)) if !is_about_the_object(&why) => {
                let said = said(&why);
                if says_full(&said) {
                    self.heard();
                    return Err(Error::Full(said));
                }
                Err(self.lost(self.reason(&said), status(&said).starts_with('4')))
            }
            Ok(answer) => {
                self.heard();
                Ok(answer)
            }
        }
    }

    fn limit(&self, work: Work) -> Duration {
        let limit = match work {
            Work::Look => LOOK,
            Work::Read(bytes) => LOOK + Duration::from_secs(bytes / SLOWEST),
            Work::Write(bytes) => WRITE + Duration::from_secs(bytes / SLOWEST),
        };
        if self.stopping.load(Ordering::SeqCst) { limit.min(WHILE_STOPPING) } else { limit }
    }

    fn contact(&self) -> std::sync::MutexGuard<'_, Contact> {
        self.contact.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_turn(&self, limit: Duration) -> Result<()> {
        let now = Instant::now();
        match &mut *self.contact() {
            Contact::Away { why, again, .. } if now < *again => Err(self.away_because(why)),
            Contact::Away { again, .. } => {
                *again = now + limit + AGAIN_AFTER;
                Ok(())
            }
            Contact::Near | Contact::Refuses { .. } => Ok(()),
        }
    }

    fn heard(&self) {
        *self.contact() = Contact::Near;
    }

    fn lost(&self, why: String, is_refusal: bool) -> Error {
        let error = self.away_because(&why);
        let now = Instant::now();
        let mut contact = self.contact();
        let since = match &*contact {
            Contact::Away { since, .. } | Contact::Refuses { since, .. } => *since,
            Contact::Near => now,
        };
        *contact = if is_refusal {
            Contact::Refuses { since, why }
        } else {
            Contact::Away { since, why, again: now + AGAIN_AFTER }
        };
        error
    }

    fn told(&self, why: &str) -> String {
        format!("{} at {}: {why}", self.url, self.endpoint)
    }

    fn away_because(&self, why: &str) -> Error {
        Error::StoreAway(self.told(why))
    }

    /// How long the store has been away, and what is wrong; none where it answered last.
    pub fn away(&self) -> Option<(Duration, String)> {
        match &*self.contact() {
            Contact::Near => None,
            Contact::Away { since, why, .. } | Contact::Refuses { since, why } => {
                Some((since.elapsed(), self.told(why)))
            }
        }
    }

    /// Asks whether the store is there.
    ///
    /// # Errors
    /// [`Error::StoreAway`].
    pub fn greet(&self) -> Result<()> {
        self.ask(Work::Look, self.store.head(&Key::from(FOLDER))).map(drop)
    }

    /// From now on nothing is waited for long.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
    }

    /// Names of files after this one, some at a time, in order; empty where there are no more.
    ///
    /// # Errors
    /// [`Error::StoreAway`].
    pub fn names(&self, after: Option<&Key>) -> Result<Vec<Key>> {
        self.names_up_to(BATCH, after)
    }

    /// Whether there are files.
    ///
    /// # Errors
    /// [`Error::StoreAway`].
    pub fn has_files(&self) -> Result<bool> {
        Ok(!self.names_up_to(1, None)?.is_empty())
    }

    fn names_up_to(&self, count: usize, after: Option<&Key>) -> Result<Vec<Key>> {
        let root = Key::from(FOLDER);
        let listed = match after {
            Some(after) => self.store.list_with_offset(Some(&root), after),
            None => self.store.list(Some(&root)),
        };
        let some = listed.take(count).map_ok(|found| found.location).try_collect();
        self.ask(Work::Write(0), some)?.map_err(failed)
    }

    /// What stands in an object; none where there is none.
    ///
    /// # Errors
    /// [`Error::StoreAway`], or bytes that are no text.
    pub fn note(&self, name: &str) -> Result<Option<Note>> {
        let read = async {
            let found = self.store.get(&Key::from(name)).await?;
            let version =
                UpdateVersion { e_tag: found.meta.e_tag.clone(), version: found.meta.version.clone() };
            Ok((found.bytes().await?, version))
        };
        match self.ask(Work::Look, read)? {
            Ok((bytes, version)) => {
                Ok(Some(Note { text: String::from_utf8_lossy(&bytes).into_owned(), version }))
            }
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(why) => Err(failed(why)),
        }
    }

    /// Puts a text into an object in the place of what stood there; says whether nobody else was faster.
    ///
    /// # Errors
    /// [`Error::StoreAway`].
    pub fn put_note(&self, name: &str, text: String, was: Option<&Note>) -> Result<bool> {
        let mode = match was {
            None => PutMode::Create,
            Some(note) if note.version.e_tag.is_some() => PutMode::Update(note.version.clone()),
            // A store that names no versions takes the last word.
            Some(_) => PutMode::Overwrite,
        };
        let options = PutOptions { mode, ..PutOptions::default() };
        match self.ask(Work::Write(0), self.store.put_opts(&Key::from(name), text.into(), options))? {
            Ok(_) => Ok(true),
            Err(object_store::Error::AlreadyExists { .. } | object_store::Error::Precondition { .. }) => {
                Ok(false)
            }
            Err(why) => Err(failed(why)),
        }
    }

    /// Why the store is of no use, in words, from what it said.
    fn reason(&self, said: &str) -> String {
        let code = between(said, "<Code>", "</Code>").unwrap_or_default();
        let status = status(said);
        let mut reason = match code {
            "NoSuchBucket" => format!("there is no bucket {}", self.bucket),
            "InvalidAccessKeyId" | "SignatureDoesNotMatch" | "InvalidToken" | "ExpiredToken" => {
                "it refuses the keys (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)".to_owned()
            }
            "RequestTimeTooSkewed" => "its clock and that of this machine are too far apart".to_owned(),
            "AuthorizationHeaderMalformed" | "PermanentRedirect" | "IllegalLocationConstraintException" => {
                format!("the bucket is not in the region {} (AWS_REGION)", self.region)
            }
            _ if said.contains("without LOCATION") => {
                format!("the bucket is not in the region {} (AWS_REGION)", self.region)
            }
            _ if code == "AccessDenied" || status == "403" || status == "401" => {
                format!("the keys (AWS_ACCESS_KEY_ID) may not use the bucket {}", self.bucket)
            }
            _ if !status.is_empty() => format!("it answers with {status}"),
            _ => said.rsplit(": ").next().unwrap_or(said).to_owned(),
        };
        if !code.is_empty() {
            // A string takes whatever is written to it.
            let _ = write!(reason, " [{code}]");
        }
        reason
    }
}

/// The next piece of a file; silence in between is an end.
///
/// # Errors
/// What the store says, or that it says nothing.
pub async fn next<T>(
    pieces: &mut (impl Stream<Item = object_store::Result<T>> + Unpin),
) -> object_store::Result<Option<T>> {
    let silent = |_| object_store::Error::Generic {
        store: "S3",
        source: format!("no more of the file within {} s", LOOK.as_secs()).into(),
    };
    tokio::time::timeout(LOOK, pieces.try_next()).await.map_err(silent)?
}

/// Whether an answer says something of the object that was asked for, and not of the store.
const fn is_about_the_object(why: &object_store::Error) -> bool {
    use object_store::Error as Why;
    matches!(
        why,
        Why::NotFound { .. } | Why::AlreadyExists { .. } | Why::Precondition { .. } | Why::NotModified { .. }
    )
}

/// The status of a refusal; empty where there was no answer.
fn status(said: &str) -> &str {
    between(said, "status code: ", " ").unwrap_or_default()
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> Option<&'a str> {
    let rest = text.split_once(begin)?.1;
    Some(rest.split_once(end).map_or(rest, |(inner, _)| inner))
}
