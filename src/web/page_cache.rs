//! Pages that are ready to be sent, each until a part of what it was made of changes or its last day is over.

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::HttpResponse;
use actix_web::http::header::HeaderMap;
use actix_web::web::Bytes;
use quick_cache::sync::{Cache, DefaultLifecycle, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, Weighter};

use super::http::encoding::Effort;
use super::http::pieces::Piece;
use super::page::Page;
use super::rendered::Rendered;
use crate::domain::address::Public;
use crate::domain::{Checksum, Day, Instant, Lang};
use crate::pages::LanguagePreference;
use crate::pages::html::Banner;
use crate::registry::{Stamp, StatePart};

/// What a ready page takes besides its bytes: its headers and its place in the cache.
const OVERHEAD_BYTES: u64 = 4096;

/// What an address takes that shares the page of another one.
const SHARED_BYTES: u64 = 512;

/// Pages that are expected in it.
const CACHE_PAGES: usize = 4_000;

/// Parts of pages that are expected in it.
const CACHE_PIECES: usize = 1_000;

/// A part of a page that is shorter, in bytes, is compressed with the page: in two pieces both would be larger.
const PIECE_MIN_BYTES: usize = 16 * 1024;

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
            Public::StandClause(document, _, clause) => Public::Clause(document, clause),
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
#[derive(Clone)]
pub struct Ready {
    /// The page.
    pub page: Arc<Page>,
    /// The part of it that other pages have too.
    pub piece: Option<Arc<Piece>>,
    /// What it was made of.
    pub source: Source,
}

impl Ready {
    /// The answer to a request with these headers.
    pub fn answer(&self, asked: &HeaderMap) -> HttpResponse {
        self.page.answer_with(asked, self.piece.as_deref(), None)
    }

    /// The content as it is.
    pub fn content(&self) -> Bytes {
        self.page.content(self.piece.as_deref())
    }

    /// The answer to a request with these headers, with the content that was made as it is.
    pub fn answer_unpacked(&self, asked: &HeaderMap, content: Bytes) -> HttpResponse {
        self.page.answer_with(asked, self.piece.as_deref(), Some(content))
    }

    /// The same page with a notice for one reader.
    pub fn announcing(&self, notice: &Banner) -> HttpResponse {
        self.page.announcing(notice, self.piece.as_deref())
    }

    /// The same page with a notice for everybody.
    pub fn with_notice(&self, notice: &Banner) -> Self {
        let page = Arc::new(self.page.with_notice(notice, self.piece.as_deref()));
        Self { page, piece: None, source: self.source.clone() }
    }
}

/// What is kept under a key.
#[derive(Debug, Clone)]
enum Entry {
    /// A page, without the part that other pages have too.
    Page(Arc<Page>, Source),
    /// The same page as another one, as long as this holds.
    SameAs(Key, Source),
}

impl Entry {
    const fn source(&self) -> &Source {
        match self {
            Self::Page(_, source) | Self::SameAs(_, source) => source,
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
                Entry::Page(page, _) => page.weight_bytes() + OVERHEAD_BYTES,
                Entry::SameAs(..) => SHARED_BYTES,
            }
    }
}

impl Weighter<Checksum, Arc<Piece>> for ByBytes {
    fn weight(&self, _: &Checksum, piece: &Arc<Piece>) -> u64 {
        piece.weight_bytes() + OVERHEAD_BYTES
    }
}

/// Pages that are ready to be sent, and apart from them the parts that many have in common.
pub struct PageCache {
    /// How many pages were made.
    made: AtomicU64,
    pages: Cache<Key, Entry, ByBytes>,
    pieces: Cache<Checksum, Arc<Piece>, ByBytes>,
}

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
        let _ = self.0.insert(Entry::Page(ready.page, ready.source));
    }

    /// Notes that another key stands for the same page.
    pub fn keep_same(self, key: Key, source: Source) {
        let _ = self.0.insert(Entry::SameAs(key, source));
    }
}

impl PageCache {
    /// A cache that takes so much memory, half of it for what pages have in common.
    pub fn new(bytes: u64) -> Self {
        Self {
            made: AtomicU64::new(0),
            pages: Cache::with_weighter(CACHE_PAGES, bytes - bytes / 2, ByBytes),
            pieces: Cache::with_weighter(CACHE_PIECES, bytes / 2, ByBytes),
        }
    }

    /// How many pages were made: what shows that the others were ready.
    pub fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// The page that a handler gave, compressed; of what other pages have too, what one of them has compressed already.
    pub fn compressed(&self, mut rendered: Rendered, source: impl FnOnce() -> Source) -> Ready {
        self.made.fetch_add(1, Ordering::Relaxed);
        let shared = rendered.shared.take().filter(|shared| shared.len() >= PIECE_MIN_BYTES);
        let (Some(shared), Effort::Kept) = (shared, rendered.effort) else {
            return Ready { page: Arc::new(Page::new(rendered)), piece: None, source: source() };
        };
        let part = &rendered.content[shared.clone()];
        let checksum = Checksum::of(part);
        let Ok(piece) =
            self.pieces.get_or_insert_with(&checksum, || Ok::<_, Infallible>(Arc::new(Piece::new(part))));
        if self.pieces.get(&checksum).is_none() {
            // There is no room for it: a page without it would be made again each time.
            return Ready { page: Arc::new(Page::new(rendered)), piece: None, source: source() };
        }
        let page = Arc::new(Page::around(rendered, &shared, &piece));
        Ready { page, piece: Some(piece), source: source() }
    }

    /// The page of an entry that is good on this day, where all of it is there.
    fn whole(&self, entry: Entry, day: Day) -> Option<Ready> {
        let Entry::Page(page, source) = entry else { return None };
        let piece = match page.shared {
            Some(shared) => Some(self.pieces.get(&shared)?),
            None => None,
        };
        source.is_good_on(day).then_some(Ready { page, piece, source })
    }

    /// The page, if it is ready and good on this day.
    pub fn get(&self, key: &Key, day: Day) -> Option<Ready> {
        match self.pages.get(key)? {
            Entry::SameAs(other, source) if source.is_good_on(day) => {
                self.whole(self.pages.get(&other)?, day)
            }
            entry => self.whole(entry, day),
        }
    }

    /// The page, or the right to make it: of those who ask at the same time one makes it.
    pub async fn find(&self, key: Key, day: Day) -> Found<'_> {
        let mut key = key;
        loop {
            // A key that stands for another one leads to a page, never further.
            let is_first = key.astray().is_some();
            match self.pages.get_value_or_guard_async(&key).await {
                Err(guard) => return Found::Missing(key, Place(guard)),
                Ok(Entry::SameAs(other, source)) if is_first && source.is_good_on(day) => key = other,
                Ok(entry) => match self.whole(entry, day) {
                    Some(ready) => return Found::Ready(ready),
                    None => drop(self.pages.remove_if(&key, |entry| match entry {
                        Entry::Page(..) => self.whole(entry.clone(), day).is_none(),
                        Entry::SameAs(_, source) => !is_first || !source.is_good_on(day),
                    })),
                },
            }
        }
    }

    /// Keeps a page that is no other one's to make.
    pub fn insert(&self, key: Key, ready: Ready) {
        self.pages.insert(key, Entry::Page(ready.page, ready.source));
    }

    /// Lets go of the pages that were made of what was touched, and of what they had in common; of all where anything may
    /// have been.
    pub fn forget(&self, touched: Option<&[StatePart]>) {
        match touched {
            Some(touched) => {
                let touched: HashSet<&StatePart> = touched.iter().collect();
                self.pages.retain(|_, entry| {
                    let is_touched = entry.source().is_touched(&touched);
                    // A text that was erased stays nowhere.
                    if is_touched
                        && let Entry::Page(page, _) = entry
                        && let Some(shared) = &page.shared
                    {
                        self.pieces.remove(shared);
                    }
                    !is_touched
                });
            }
            None => {
                self.pages.clear();
                self.pieces.clear();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Code;

    fn day() -> Day {
        Day::constant(2026, 9, 1)
    }

    fn key(code: u8) -> Key {
        Key::new(Public::Code(Code::from_random([code; 6])), LanguagePreference::InPath(Lang::Kk))
    }

    /// A page of a long text.
    fn page(pages: &PageCache, beginning: &str) -> Ready {
        let mut dice = fastrand::Rng::with_seed(1);
        let text: String = (0..PIECE_MIN_BYTES).map(|_| dice.alphabetic()).collect();
        let content = format!("{beginning}{text}</html>");
        let shared = Some(beginning.len()..beginning.len() + text.len());
        let rendered = Rendered { shared, ..Rendered::document("text/html", content) };
        let source = Source { stamp: Stamp::default(), parts: None, from: day(), until: None };
        pages.compressed(rendered, || source)
    }

    #[test]
    fn pages_of_one_text_have_it_in_common() {
        let pages = PageCache::new(1 << 20);
        let ready = ["<p>А", "<p>Б"].map(|beginning| page(&pages, beginning));
        let [a, b] = ready.each_ref().map(|ready| ready.piece.as_ref().expect("a long text"));
        assert!(Arc::ptr_eq(a, b));
        for (at, ready) in (0..).zip(ready) {
            assert!(ready.page.weight_bytes() < 1_000, "the text is not counted again");
            pages.insert(key(at), ready);
            assert!(pages.get(&key(at), day()).is_some());
        }
    }

    #[test]
    fn a_page_whose_text_was_let_go_of_is_made_anew() {
        let pages = PageCache::new(1 << 20);
        let ready = page(&pages, "<p>");
        let piece = ready.piece.clone().expect("a long text");
        pages.insert(key(0), ready);
        pages.pieces.remove(&piece.checksum);
        assert!(pages.get(&key(0), day()).is_none(), "it is never given away without its text");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let found = runtime.block_on(pages.find(key(0), day()));
        assert!(matches!(found, Found::Missing(missing, _) if missing == key(0)));
    }

    #[test]
    fn a_text_for_which_there_is_no_room_stays_in_its_page() {
        let pages = PageCache::new(16 * 1024);
        let ready = page(&pages, "<p>");
        assert!(ready.piece.is_none() && ready.page.shared.is_none());
        assert!(ready.page.weight_bytes() > 1_000);
    }

    #[test]
    fn what_pages_have_in_common_leaves_with_them() {
        let pages = PageCache::new(1 << 20);
        for touched in [Some(&[StatePart::Union][..]), None] {
            let ready = page(&pages, "<p>");
            let piece = ready.piece.clone().expect("a long text");
            pages.insert(key(0), ready);
            pages.forget(touched);
            assert!(pages.pieces.get(&piece.checksum).is_none(), "{touched:?}");
        }
    }
}
