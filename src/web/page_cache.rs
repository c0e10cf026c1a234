//! Pages that are ready to be sent, until something changes or the day ends.

use std::sync::Arc;

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::rendered::Page;
use crate::domain::address::Public;
use crate::domain::{Day, Instant, Lang};
use crate::pages::Wish;

/// Memory for ready pages in bytes: the pages of 300 organizations in two languages take half of it.
const CACHE_BYTES: u64 = 128 << 20;

/// What a ready page takes besides its bytes: its headers and its place in the cache.
const OVERHEAD_BYTES: u64 = 4096;

/// Pages that are expected in it.
const CACHE_PAGES: usize = 4_000;

/// What a page was made from: another state of the register or another day is another page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// What the address asks for.
    pub address: Public,
    /// The reader's language, and how it became known.
    pub lang: (Lang, bool),
    /// The version that `Accept-Datetime` selects, where it is not the one that answers today. A version and not the
    /// instant itself, so that there are no more keys than pages.
    pub selected: Option<u32>,
    /// The state of the register.
    pub generation: u64,
    /// The day in Asia/Almaty.
    pub day: Day,
    /// Up to when the register is known, where the page says so.
    pub stale_since: Option<Instant>,
}

impl Key {
    /// The key of a page.
    pub fn new(address: Public, wish: Wish, generation: u64, day: Day) -> Self {
        let lang = (wish.lang(), matches!(wish, Wish::InPath(_)));
        Self { address, lang, selected: None, generation, day, stale_since: None }
    }
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Arc<Page>> for ByBytes {
    fn weight(&self, _: &Key, page: &Arc<Page>) -> u64 {
        page.weight_bytes() + OVERHEAD_BYTES
    }
}

/// Pages that are ready to be sent. Pages of earlier states are pushed out by newer ones.
pub struct PageCache(Cache<Key, Arc<Page>, ByBytes>);

impl Default for PageCache {
    fn default() -> Self {
        Self(Cache::with_weighter(CACHE_PAGES, CACHE_BYTES, ByBytes))
    }
}

impl PageCache {
    /// The page, if it is ready.
    pub fn get(&self, key: &Key) -> Option<Arc<Page>> {
        self.0.get(key)
    }

    /// Keeps a page.
    pub fn insert(&self, key: Key, page: Arc<Page>) {
        self.0.insert(key, page);
    }
}
