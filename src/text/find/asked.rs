//! The words of a query as they were meant: on another keyboard, in Latin letters, written together.

use super::keyboard;
use super::latin::{self, sound};
use super::lexicon::Lexicon;
use super::query::Alternative;
use super::synonyms;
use super::word::{Word, words};

/// Most words of a query that are looked at: a question has fewer.
const WORDS_MAX: usize = 30;

/// Most stretches without spaces that are looked at.
const CHUNKS_MAX: usize = 40;

/// Fewest letters of a word that may be two written together, and of each of the two.
const TOGETHER_MIN: usize = 8;
const PART_MIN: usize = 4;

/// Greetings of two words, folded, of which the second one means something elsewhere.
const GREETINGS: [(&str, &str); 7] = [
    ("добрый", "день"),
    ("добрый", "вечер"),
    ("доброе", "утро"),
    ("доброго", "дня"),
    ("доброго", "времени"),
    ("кайырлы", "кун"),
    ("кайырлы", "кеш"),
];

/// How people ask what a word means, folded, and where texts say so.
const DEFINING: [(&str, &str); 9] = [
    ("что", "такое"),
    ("кто", "такой"),
    ("кто", "такая"),
    ("кто", "такие"),
    ("что", "значит"),
    ("кто", "считается"),
    ("кто", "является"),
    ("деген", "не"),
    ("деген", "ким"),
];
const DEFINITIONS: &str = "понятия ұғымдар";

/// One word of a query.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// As it was typed.
    pub(super) typed: String,
    /// What it was read as, where it was typed on another keyboard.
    pub(super) read: Option<String>,
    /// Whether it was read otherwise than it was typed.
    pub(super) is_read: bool,
    /// The forms under which it may be indexed.
    pub(super) forms: Vec<String>,
    /// Whether it asks for nothing, and so tells little.
    pub(super) is_light: bool,
    pub(super) folded: String,
}

impl Asked {
    fn new(typed: &str, word: &Word) -> Self {
        let forms = word.forms();
        Self {
            typed: typed.to_owned(),
            read: None,
            is_read: false,
            is_light: synonyms::is_light(&forms),
            forms,
            folded: word.folded.clone(),
        }
    }

    /// This word and the next one as one.
    pub(super) fn joined(&self, next: &Self) -> Option<Word> {
        if self.folded.is_empty() || next.folded.is_empty() {
            return None;
        }
        words(&format!("{}{}", self.folded, next.folded))
            .next()
            .filter(|word| !word.folded.contains(char::is_numeric))
    }
}

/// The indexed words that begin like the typed ones, and all of them, where these are at hand.
#[derive(Clone, Copy)]
pub(super) struct Lexicons<'l> {
    pub(super) near: &'l Lexicon,
    pub(super) all: Option<&'l Lexicon>,
}

impl Lexicons<'_> {
    fn each(&self) -> impl Iterator<Item = &Lexicon> {
        std::iter::once(self.near).chain(self.all)
    }

    pub(super) fn frequency(&self, word: &str) -> u64 {
        self.each().map(|one| one.frequency(word)).max().unwrap_or_default()
    }

    /// What a typed word with these forms may mean, as it was typed.
    pub(super) fn alternatives(&self, forms: &[String]) -> Vec<Alternative> {
        let mut found: Vec<Alternative> = Vec::new();
        for one in self.each().flat_map(|one| one.alternatives(forms)) {
            if !found.iter().any(|known| known.words == one.words) {
                found.push(one);
            }
        }
        found
    }

    /// What a typed word with these forms may be misspelt from; nothing where people write it just so.
    pub(super) fn misspelt(&self, forms: &[String], folded: &str) -> Vec<Alternative> {
        if synonyms::has(forms) || synonyms::is_light(forms) {
            return Vec::new();
        }
        let length = folded.chars().count();
        self.each().map(|one| one.misspelt(forms, length)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Whether a word stands in a text just so, or means what another one does.
    fn knows(&self, word: &Word) -> bool {
        let forms = word.forms();
        forms.iter().any(|form| self.frequency(form) > 0) || synonyms::has(&forms)
    }

    /// Whether a word has kin in a text.
    fn has_kin(&self, forms: &[String]) -> bool {
        self.each().any(|one| one.alternatives(forms).iter().any(|known| known.certainty >= 0.9))
    }
}

/// The words of a query that say something, as they were typed.
pub(super) fn plain(typed: &str) -> Vec<Asked> {
    let asked = |chunk| {
        let own = telling(chunk).into_iter();
        own.map(move |word| Asked::new(&chunk[word.at.clone()], &word))
    };
    chunks(typed).into_iter().flat_map(asked).chain(defining(typed)).take(WORDS_MAX).collect()
}

/// The stretches without spaces that are no greeting.
fn chunks(typed: &str) -> Vec<&str> {
    let all: Vec<&str> = typed.split_whitespace().take(CHUNKS_MAX).collect();
    let is_greeting = |at: usize| at + 1 < all.len() && is_one_of(&GREETINGS, all[at], all[at + 1]);
    let stays = |at: &usize| !is_greeting(*at) && !at.checked_sub(1).is_some_and(is_greeting);
    (0..all.len()).filter(stays).map(|at| all[at]).collect()
}

fn is_one_of(pairs: &[(&str, &str)], first: &str, second: &str) -> bool {
    let folded = |chunk| words(chunk).next().map(|word| word.folded).unwrap_or_default();
    let (first, second) = (folded(first), folded(second));
    pairs.iter().any(|(a, b)| *a == first && *b == second)
}

/// The heading under which texts say what a word means, where that was asked. It asks for nothing by itself.
fn defining(typed: &str) -> Option<Asked> {
    let all: Vec<&str> = typed.split_whitespace().take(CHUNKS_MAX).collect();
    let at = all.windows(2).position(|pair| is_one_of(&DEFINING, pair[0], pair[1]))?;
    let forms = words(DEFINITIONS).flat_map(|word| word.forms()).collect();
    let typed = format!("{} {}", all[at], all[at + 1]);
    let folded = String::new();
    Some(Asked { typed, read: None, is_read: false, forms, is_light: true, folded })
}

/// The words of a query that say something, as they were meant, and whether more could be told of them with all words at
/// hand.
pub(super) fn asked(typed: &str, lexicons: &Lexicons<'_>) -> (Vec<Asked>, bool) {
    let (mut asked, mut needs_all) = (Vec::new(), false);
    for chunk in chunks(typed) {
        let own = telling(chunk);
        let is_known = |word: &Word| lexicons.knows(word) || lexicons.has_kin(&word.forms());
        if own.iter().all(is_known) {
            asked.extend(own.iter().map(|word| Asked::new(&chunk[word.at.clone()], word)));
            continue;
        }
        needs_all = true;
        let read = on_another_keyboard(chunk, lexicons)
            .or_else(|| in_latin_letters(chunk, lexicons))
            .or_else(|| misspelt_there(chunk, lexicons));
        match read {
            Some(read) => asked.extend(read),
            None => asked.extend(own.iter().flat_map(|word| apart(chunk, word, lexicons))),
        }
    }
    asked.extend(defining(typed));
    asked.truncate(WORDS_MAX);
    (asked, needs_all)
}

fn telling(chunk: &str) -> Vec<Word> {
    words(chunk).filter(|word| !synonyms::is_stop_word(&word.folded)).collect()
}

/// The words that were meant, if the layout was another one and all of them are known.
fn on_another_keyboard(chunk: &str, lexicons: &Lexicons<'_>) -> Option<Vec<Asked>> {
    let readings = keyboard::readings(chunk);
    let known = |reading: &&String| {
        let mut all = words(reading).peekable();
        all.peek().is_some() && telling(reading).iter().all(|word| lexicons.knows(word))
    };
    let reading = readings.iter().find(known)?;
    Some(telling(reading).iter().map(|word| read(chunk, &reading[word.at.clone()], word)).collect())
}

fn read(chunk: &str, reading: &str, word: &Word) -> Asked {
    Asked { read: Some(reading.to_owned()), is_read: true, ..Asked::new(chunk, word) }
}

/// The word that was meant, if it sounds like a known one.
fn in_latin_letters(chunk: &str, lexicons: &Lexicons<'_>) -> Option<Vec<Asked>> {
    for reading in latin::readings(chunk) {
        let word = words(&reading).next()?;
        if synonyms::sounds_like_a_stop_word(&word.folded) {
            return Some(Vec::new());
        }
        let mut known: Vec<String> = Vec::new();
        for heard in word.forms().iter().filter_map(|form| sound(form)) {
            known.extend(lexicons.each().flat_map(|one| one.sounding(&heard)));
            known.extend(synonyms::sounding(&heard));
        }
        if !known.is_empty() {
            known.sort_unstable();
            known.dedup();
            let is_light = synonyms::is_light(&known);
            let read = Some(reading);
            let asked = Asked::new(chunk, &word);
            return Some(vec![Asked { read, is_read: true, forms: known, is_light, ..asked }]);
        }
    }
    None
}

/// The words that were meant, if the layout or the alphabet was another one and they are misspelt besides.
fn misspelt_there(chunk: &str, lexicons: &Lexicons<'_>) -> Option<Vec<Asked>> {
    if !chunk.chars().any(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    for reading in keyboard::readings(chunk).into_iter().chain(latin::readings(chunk)) {
        let [word] = &telling(&reading)[..] else { continue };
        if lexicons.has_kin(&word.forms()) || !lexicons.misspelt(&word.forms(), &word.folded).is_empty() {
            return Some(vec![read(chunk, &reading, word)]);
        }
    }
    None
}

/// A word, or the two known ones that were written together.
fn apart(chunk: &str, word: &Word, lexicons: &Lexicons<'_>) -> Vec<Asked> {
    let typed = &chunk[word.at.clone()];
    let whole = || vec![Asked::new(typed, word)];
    if lexicons.knows(word) || lexicons.has_kin(&word.forms()) || word.folded.chars().count() < TOGETHER_MIN {
        return whole();
    }
    let parts = |(at, _): (usize, char)| {
        let (first, second) = word.folded.split_at(at);
        let parts: Vec<Word> = [first, second].into_iter().flat_map(words).collect();
        let is_part = |part: &Word| part.folded.chars().count() >= PART_MIN && lexicons.knows(part);
        (parts.len() == 2 && parts.iter().all(is_part)).then_some(parts)
    };
    let split = word.folded.char_indices().skip(1).find_map(parts);
    match split {
        Some(parts) => parts.iter().map(|part| Asked { is_read: true, ..Asked::new(typed, part) }).collect(),
        None => whole(),
    }
}
