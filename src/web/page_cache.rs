//! Pages that are ready to be sent, each until a part of what it was made of changes or its last day is over.

use std::collections::HashSet;
use std::sync::Arc;

use quick_cache::sync::{Cache, DefaultLifecycle, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, Weighter};

use super::rendered::Page;
use crate::domain::address::Public;
use crate::domain::{Day, Instant, Lang};
use crate::pages::LanguagePreference;
use crate::registry::{Stamp, StatePart};

/// What a ready page takes besides its bytes: its headers and its place in the cache.
const OVERHEAD_BYTES: u64 = 4096;

/// What an address takes that shares the page of another one.
const SHARED_BYTES: u64 = 512;

/// Pages that are expected in it.
const CACHE_PAGES: usize = 4_000;

/// What a page answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// What the address asks for.
    pub address: Public,
    /// Whether the address names an organization besides, which there is not: all such addresses share one page.
    pub is_astray: bool,
    /// The reader's language, and how it became known.
    pub lang: (Lang, bool),
    /// The version that `Accept-Datetime` selects, where it is not the one that answers today. A version and not the
    /// instant itself, so that there are no more keys than pages.
    pub selected: Option<u32>,
    /// Up to when the register is known, where the page says so.
    pub stale_since: Option<Instant>,
}

impl Key {
    /// The key of a page.
    pub fn new(address: Public, wish: LanguagePreference) -> Self {
        let lang = (wish.lang(), matches!(wish, LanguagePreference::InPath(_)));
        Self { address, is_astray: false, lang, selected: None, stale_since: None }
    }

    /// The key of the page of a document under the code of an organization that there is not.
    pub fn astray(self) -> Option<Self> {
        let address = match self.address {
            Public::Stand(document, _) => Public::Code(document),
            Public::StandView(document, _, view) => Public::CodeView(document, view),
            _ => return None,
        };
        Some(Self { address, is_astray: true, ..self })
    }
}

/// What a page was made of, and how long it is good.
#[derive(Debug, Clone)]
pub struct Source {
    /// The state of the register.
    pub stamp: Stamp,
    /// The parts of it; none where everything belongs to it.
    pub parts: Option<Arc<[StatePart]>>,
    /// The day on which it was made.
    pub from: Day,
    /// The first day on which it is not good any more.
    pub until: Option<Day>,
}

impl Source {
    fn is_good_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    fn is_touched(&self, touched: &HashSet<&StatePart>) -> bool {
        self.parts.as_ref().is_none_or(|parts| parts.iter().any(|part| touched.contains(part)))
    }
}

/// A page that is ready.
#[derive(Debug, Clone)]
pub struct Ready {
    /// The page.
    pub page: Arc<Page>,
    /// What it was made of.
    pub source: Source,
}

/// What is kept under a key.
#[derive(Debug, Clone)]
enum Entry {
    Page(Ready),
    /// The same page as another one, as long as this holds.
    SameAs(Key, Source),
}

impl Entry {
    const fn source(&self) -> &Source {
        match self {
            Self::Page(Ready { source, .. }) | Self::SameAs(_, source) => source,
        }
    }
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Entry> for ByBytes {
    fn weight(&self, _: &Key, entry: &Entry) -> u64 {
        let parts = entry.source().parts.as_ref().map_or(0, |parts| size_of_val(&**parts) as u64);
        parts
            + match entry {
                Entry::Page(ready) => ready.page.weight_bytes() + OVERHEAD_BYTES,
                Entry::SameAs(..) => SHARED_BYTES,
            }
    }
}

/// Pages that are ready to be sent.
pub struct PageCache(Cache<Key, Entry, ByBytes>);

/// What is found under a key.
pub enum Found<'c> {
    /// The page.
    Ready(Ready),
    /// Nothing under this key, which may be another one that stands for the same page: whoever has its place makes it, and
    /// the others wait.
    Missing(Key, Place<'c>),
}

/// The right to make a page. Where it is dropped, the next one who waits makes it.
pub struct Place<'c>(Guard<'c>);

type Guard<'c> = PlaceholderGuard<'c, Key, Entry, ByBytes, DefaultHashBuilder, DefaultLifecycle<Key, Entry>>;

impl Place<'_> {
    /// Keeps the page.
    pub fn keep(self, ready: Ready) {
        // It can only have been taken away, and then nobody needs it.
        let _ = self.0.insert(Entry::Page(ready));
    }

    /// Notes that another key stands for the same page.
    pub fn keep_same(self, key: Key, source: Source) {
        let _ = self.0.insert(Entry::SameAs(key, source));
    }
}

impl PageCache {
    /// A cache that takes so much memory: the pages of 300 organizations in two languages take some 60 MiB.
    pub fn new(bytes: u64) -> Self {
        Self(Cache::with_weighter(CACHE_PAGES, bytes, ByBytes))
    }

    /// The page, if it is ready and good on this day.
    pub fn get(&self, key: &Key, day: Day) -> Option<Ready> {
        match self.0.get(key)? {
            Entry::Page(ready) => Some(ready).filter(|ready| ready.source.is_good_on(day)),
            Entry::SameAs(other, source) if source.is_good_on(day) => match self.0.get(&other)? {
                Entry::Page(ready) => Some(ready).filter(|ready| ready.source.is_good_on(day)),
                Entry::SameAs(..) => None,
            },
            Entry::SameAs(..) => None,
        }
    }

    /// The page, or the right to make it: of those who ask at the same time one makes it.
    pub async fn find(&self, key: Key, day: Day) -> Found<'_> {
        let mut key = key;
        loop {
            // A key that stands for another one leads to a page, never further.
            let is_first = key.astray().is_some();
            match self.0.get_value_or_guard_async(&key).await {
                Err(guard) => return Found::Missing(key, Place(guard)),
                Ok(Entry::Page(ready)) if ready.source.is_good_on(day) => return Found::Ready(ready),
                Ok(Entry::SameAs(other, source)) if is_first && source.is_good_on(day) => key = other,
                Ok(_) => drop(self.0.remove_if(&key, |entry| match entry {
                    Entry::Page(ready) => !ready.source.is_good_on(day),
                    Entry::SameAs(_, source) => !is_first || !source.is_good_on(day),
                })),
            }
        }
    }

    /// Keeps a page that is no other one's to make.
    pub fn insert(&self, key: Key, ready: Ready) {
        self.0.insert(key, Entry::Page(ready));
    }

    /// Lets go of the pages that were made of what was touched; of all where anything may have been.
    pub fn forget(&self, touched: Option<&[StatePart]>) {
        match touched {
            Some(touched) => {
                let touched: HashSet<&StatePart> = touched.iter().collect();
                self.0.retain(|_, entry| !entry.source().is_touched(&touched));
            }
            None => self.0.clear(),
        }
    }
}
