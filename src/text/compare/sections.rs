//! A body cut into its sections, each with its heading, and which section of one text is which of the other.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::words::{Class, Numbering, Token, tokens};
use crate::text::body::{Block, Body, Span, write_words};

/// Shares of equal words, of 1, from which two sections are the same one: under one number, and under two.
const SAME_NUMBER_SHARE: f64 = 0.5;
const OTHER_NUMBER_SHARE: f64 = 0.6;

/// Fewest words by which a section is recognised under another number, unless it is equal to the last word.
const RENUMBERED_MIN_WORDS: usize = 8;

/// Most pairs of sections whose words are compared: 500 new articles against 500 that are gone.
const MAX_PAIRS: usize = 250_000;

/// Most tokens at the start of a heading among which its number stands: `Статья 1.2.3.`
const NUMBER_TOKENS: usize = 8;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A heading.
    Heading,
    /// A paragraph or a picture.
    Paragraph,
    /// A row of a table; its cells are separated by tabs.
    Row,
    /// A footnote.
    Note,
}

/// A line of one text.
pub struct Source {
    pub kind: Kind,
    pub text: String,
    pub tokens: Vec<Token>,
    /// Equal lines have equal numbers.
    pub number: u32,
    /// The numbers of its words, sorted.
    pub words: Vec<u32>,
}

/// A heading and what stands below it, up to the next heading.
pub struct Part {
    pub place: Place,
    pub lines: Vec<Source>,
    /// The words that number it; equal numbers are equal.
    pub numeral: Vec<u32>,
    /// Equal sections have equal numbers, whatever number stands in their headings.
    pub content: u32,
    role: Role,
    title: u32,
    title_words: usize,
    /// The numbers of its words without those that number it, sorted.
    words: Vec<u32>,
}

/// Where a section stands in one of the two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The anchor of its heading.
    pub anchor: Option<String>,
    /// The depth of its heading, from 1; 0 for what has none.
    pub level: u8,
    /// The words of its heading; empty before the first heading, and for footnotes.
    pub title: String,
    /// How many sections stand before it in its text.
    pub position: usize,
}

/// By what a section is found again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Role {
    Opening,
    Numbered(String),
    Unnumbered,
    Notes,
}

impl Part {
    fn new(place: Place, role: Role, lines: Vec<Source>, numbering: &mut Numbering) -> Self {
        let heading = lines.first().filter(|_| matches!(role, Role::Numbered(_) | Role::Unnumbered));
        let heading = heading.map_or(&[][..], |line| &line.tokens[..]);
        let (numeral, title) = heading.split_at(number_length(heading));
        // The name of the part stands before its number: «Статья 5».
        let (name, numeral): (Vec<&Token>, Vec<&Token>) = numeral
            .iter()
            .filter(|token| token.class != Class::Mark)
            .partition(|token| token.class == Class::Word);
        let title: Vec<&Token> = name.into_iter().chain(title).collect();
        let rest = if heading.is_empty() { &lines[..] } else { &lines[1..] };
        let mut words: Vec<u32> = rest.iter().flat_map(|line| line.words.iter().copied()).collect();
        words.extend(title.iter().filter(|token| token.class != Class::Mark).map(|token| token.number));
        words.sort_unstable();
        let title_words = title.iter().filter(|token| token.class != Class::Mark).count();
        let title = numbering.line(title.iter().map(|token| token.number).collect());
        let content =
            numbering.line([title].into_iter().chain(rest.iter().map(|line| line.number)).collect());
        let numeral = numeral.iter().map(|token| token.number).collect();
        Self { place, lines, numeral, content, role, title, title_words, words }
    }

    fn anchor(&self) -> Option<&str> {
        if let Role::Numbered(anchor) = &self.role { Some(anchor) } else { None }
    }
}

/// How many tokens at the start of a heading name its part and its number; 0 where it has no number.
fn number_length(heading: &[Token]) -> usize {
    let classes: Vec<Class> = heading.iter().take(NUMBER_TOKENS).map(|token| token.class).collect();
    let name = usize::from(classes.first() == Some(&Class::Word));
    if classes.get(name) != Some(&Class::Numeral) {
        return 0;
    }
    name + classes[name..].iter().take_while(|class| **class != Class::Word).count()
}

/// Cuts both texts into sections. A line that is a heading in one of them begins a section in the other as well.
pub fn cut(old: &Body, new: &Body, numbering: &mut Numbering) -> (Vec<Part>, Vec<Part>) {
    let (old, new) = (lines(old, numbering), lines(new, numbering));
    let headings = |lines: &[(Source, Option<Place>)]| -> HashSet<u32> {
        let headings = lines.iter().filter(|(line, place)| place.is_some() && line.words.len() > 1);
        headings.map(|(line, _)| line.number).collect()
    };
    let (of_old, of_new) = (headings(&old), headings(&new));
    (parts(old, &of_new, numbering), parts(new, &of_old, numbering))
}

fn parts(lines: Vec<(Source, Option<Place>)>, known: &HashSet<u32>, numbering: &mut Numbering) -> Vec<Part> {
    let nowhere = |title: &str| Place { anchor: None, level: 0, title: title.to_owned(), position: 0 };
    let mut cut: Vec<(Place, Role, Vec<Source>)> = vec![(nowhere(""), Role::Opening, Vec::new())];
    for (line, place) in lines {
        let begun = cut.last().map(|(_, role, _)| role.clone());
        match place {
            Some(place) => {
                let numbered = place.anchor.clone().filter(|anchor| !anchor.starts_with("h-"));
                cut.push((place, numbered.map_or(Role::Unnumbered, Role::Numbered), Vec::new()));
            }
            None if line.kind == Kind::Paragraph && known.contains(&line.number) => {
                cut.push((nowhere(line.text.trim()), Role::Unnumbered, Vec::new()));
            }
            None if line.kind == Kind::Note && begun != Some(Role::Notes) => {
                cut.push((nowhere(""), Role::Notes, Vec::new()));
            }
            None => {}
        }
        if let Some((.., lines)) = cut.last_mut() {
            lines.push(line);
        }
    }
    let cut = cut.into_iter().enumerate();
    cut.map(|(position, (place, role, lines))| Part::new(Place { position, ..place }, role, lines, numbering))
        .collect()
}

/// The lines of a body, headings with their place.
fn lines(body: &Body, numbering: &mut Numbering) -> Vec<(Source, Option<Place>)> {
    let mut lines = Vec::new();
    for block in &body.blocks {
        match block {
            Block::Heading { level, anchor, label, content } => {
                let line = source(Kind::Heading, label.as_deref(), &[content], numbering);
                let title = block.line();
                lines.push((line, Some(Place { anchor: anchor.clone(), level: *level, title, position: 0 })));
            }
            Block::Paragraph { label, content, .. } => {
                lines.push((source(Kind::Paragraph, label.as_deref(), &[content], numbering), None));
            }
            Block::Table { rows } => {
                for row in rows {
                    lines.push((plain(Kind::Row, row.to_text(), &[], numbering), None));
                }
            }
            Block::Picture | Block::ScannedPage(_) => {
                lines.push((plain(Kind::Paragraph, String::new(), &[], numbering), None))
            }
        }
    }
    for note in &body.notes {
        let text = note.sign.clone().unwrap_or_default();
        let number = Span { note: Some(note.number), text, ..Span::default() };
        let line = source(Kind::Note, None, &[&[number, Span::plain(" ")], &note.content], numbering);
        lines.push((line, None));
    }
    lines
}

fn source(kind: Kind, label: Option<&str>, content: &[&[Span]], numbering: &mut Numbering) -> Source {
    let mut text = label.map(|label| format!("{label} ")).unwrap_or_default();
    let mut silent = Vec::new();
    for spans in content {
        write_words(spans, &mut text, |note, text| {
            let start = text.len();
            text.push_str(&note.note_mark());
            silent.push(start..text.len());
        });
    }
    plain(kind, text, &silent, numbering)
}

fn plain(kind: Kind, text: String, silent: &[Range<usize>], numbering: &mut Numbering) -> Source {
    let tokens = tokens(&text, silent, numbering);
    let number = numbering.line(tokens.iter().map(|token| token.number).collect());
    let words = tokens.iter().filter(|token| token.class != Class::Mark);
    let mut words: Vec<u32> = words.map(|token| token.number).collect();
    words.sort_unstable();
    Source { kind, text, tokens, number, words }
}

/// The share of equal words in two sorted lists (Dice's coefficient), from 0 to 1; two empty lists are equal.
pub fn share(one: &[u32], other: &[u32]) -> f64 {
    if one.is_empty() && other.is_empty() {
        return 1.0;
    }
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    2.0 * f64::from(common) / (one.len() + other.len()) as f64
}

/// Which section of the old text each section of the new one is.
///
/// First what is equal, under its number or another; then equal titles; then nearly the same words, under the same
/// number and under any; at last, what has the same number: an article in a new wording.
pub fn matched(old: &[Part], new: &[Part]) -> Vec<Option<usize>> {
    let mut pairs = Pairs { old, new, of_new: vec![None; new.len()], taken: vec![false; old.len()] };
    pairs.unique(|part| matches!(part.role, Role::Opening | Role::Notes).then(|| part.role.clone()));
    pairs.unique(|part| part.anchor().map(|anchor| (anchor.to_owned(), part.content)));
    pairs.unique(|part| (part.title_words > 0).then_some(part.content));
    pairs.unique(|part| (part.title_words > 1).then_some(part.title));
    pairs.same_number(SAME_NUMBER_SHARE);
    pairs.same_words();
    pairs.same_number(0.0);
    pairs.of_new
}

struct Pairs<'a> {
    old: &'a [Part],
    new: &'a [Part],
    of_new: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Pairs<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        if !self.taken[old] && self.of_new[new].is_none() {
            self.taken[old] = true;
            self.of_new[new] = Some(old);
        }
    }

    fn free_old(&self) -> Vec<usize> {
        (0..self.old.len()).filter(|index| !self.taken[*index]).collect()
    }

    fn free_new(&self) -> Vec<usize> {
        (0..self.new.len()).filter(|index| self.of_new[*index].is_none()).collect()
    }

    /// Pairs what has a key that no other free section of its text has.
    fn unique<K: std::hash::Hash + Eq>(&mut self, key: impl Fn(&Part) -> Option<K>) {
        let keyed = |parts: &[Part], free: Vec<usize>| -> HashMap<K, Option<usize>> {
            let mut keyed = HashMap::new();
            for index in free {
                if let Some(key) = key(&parts[index]) {
                    keyed.entry(key).and_modify(|found| *found = None).or_insert(Some(index));
                }
            }
            keyed
        };
        let old = keyed(self.old, self.free_old());
        for (key, new) in keyed(self.new, self.free_new()) {
            if let (Some(Some(old)), Some(new)) = (old.get(&key), new) {
                self.pair(*old, new);
            }
        }
    }

    /// Pairs what has the same number and at least this share of its words.
    fn same_number(&mut self, least: f64) {
        let old: HashMap<&str, usize> = self
            .free_old()
            .into_iter()
            .filter_map(|index| Some((self.old[index].anchor()?, index)))
            .collect();
        for new in self.free_new() {
            let Some(old) = self.new[new].anchor().and_then(|anchor| old.get(anchor)) else { continue };
            if share(&self.old[*old].words, &self.new[new].words) >= least {
                self.pair(*old, new);
            }
        }
    }

    /// Pairs what has nearly the same words, the most alike first.
    fn same_words(&mut self) {
        let worth = |part: &Part| part.words.len() >= RENUMBERED_MIN_WORDS;
        let old: Vec<usize> = self.free_old().into_iter().filter(|index| worth(&self.old[*index])).collect();
        let new: Vec<usize> = self.free_new().into_iter().filter(|index| worth(&self.new[*index])).collect();
        if old.len() * new.len() > MAX_PAIRS {
            return;
        }
        let mut alike = Vec::new();
        for old in old {
            for new in &new {
                let share = share(&self.old[old].words, &self.new[*new].words);
                if share >= OTHER_NUMBER_SHARE {
                    // Thousandths, so that the order is total.
                    alike.push((Reverse((share * 1000.0) as u32), old.abs_diff(*new), old, *new));
                }
            }
        }
        alike.sort_unstable();
        for (.., old, new) in alike {
            self.pair(old, new);
        }
    }
}
