//! An agreement that amends a text: it is read after it, and each place that it changes says so. The text stays as it was
//! signed, because nobody but the parties may put the words together.

mod places;
#[cfg(test)]
mod tests;

use super::body::{Amendment, Block, Body, Change, Note, Span};
use super::{bilingual, language};
use crate::domain::{Day, Lang};
use places::Place;

/// Most paragraphs of an amendment that stand at the place that they change; the rest is read in the amendment.
const WORDS_MAX_PARAGRAPHS: usize = 12;

/// Most characters of them.
const WORDS_MAX_CHARS: usize = 1_500;

/// The deepest heading.
const LEVEL_MAX: u8 = 6;

/// What amends a text.
#[derive(Debug, Clone)]
pub struct Amending {
    /// What it is called.
    pub title: String,
    /// The day on it.
    pub dated_on: Option<Day>,
    /// What it says; without words where nobody can read them.
    pub body: Body,
}

/// Puts what amends a text in `lang` after it, in place of what stood there before.
///
/// Of an amendment that is there in several languages the text gets its own; one that is not there in the text's language
/// is shown in the one that it has: who reads must not take the text for all that applies.
pub fn join(body: &mut Body, lang: Lang, amending: &[Amending]) {
    detach(body);
    let parts: Vec<Option<Body>> = amending.iter().map(|one| part(one, lang)).collect();
    for (at, one) in amending.iter().enumerate() {
        let other = || {
            amending.iter().zip(&parts).any(|(other, part)| other.dated_on == one.dated_on && part.is_some())
        };
        let own = match &parts[at] {
            Some(own) => own.clone(),
            None if one.dated_on.is_some() && other() => continue,
            None => one.body.clone(),
        };
        append(body, u32::try_from(at + 1).unwrap_or(u32::MAX), &one.title, own);
    }
    find_changes(body);
}

/// Takes what amends a text away from it.
pub fn detach(body: &mut Body) {
    let own = body.own().len();
    body.blocks.truncate(own);
    body.amendments.clear();
}

/// The words of an amendment in a language; none where they are in another one.
fn part(amending: &Amending, lang: Lang) -> Option<Body> {
    if let Some(both) = bilingual::split(&amending.body) {
        return match lang {
            Lang::Kk => Some(both.kk),
            Lang::Ru => Some(both.ru),
            Lang::En => None,
        };
    }
    let own = language::of(&amending.body.to_text()).is_none_or(|own| own == lang);
    (own && !amending.body.is_empty()).then(|| amending.body.clone())
}

/// Puts an amendment after a text: its title as a heading, its words under anchors of its own.
fn append(body: &mut Body, number: u32, title: &str, own: Body) {
    let is_read = !own.is_empty();
    let amendment = Amendment { number, title: title.to_owned(), is_read, changes: Vec::new() };
    let prefix = amendment.anchor();
    body.amendments.push(amendment);
    body.blocks.push(Block::Heading {
        level: 1,
        anchor: Some(prefix.clone()),
        label: None,
        content: vec![Span::plain(title)],
    });
    // The address of a page's picture names the text's own file, so an amendment's pages are read in its file.
    let blocks = own.blocks.into_iter().filter(|block| !matches!(block, Block::ScannedPage(_)));
    body.blocks.extend(blocks.map(|block| prefixed(block, &prefix)));
    body.blocks.extend(own.notes.into_iter().map(note));
}

/// A footnote of an amendment stands at its end as a paragraph: those of the text have their numbers already.
fn note(note: Note) -> Block {
    let mut content = vec![Span::plain(format!("{} ", note.mark()))];
    content.extend(note.content);
    Block::Paragraph { anchor: None, label: None, depth: 0, content }
}

/// A block of an amendment with anchors and links of its own.
fn prefixed(mut block: Block, prefix: &str) -> Block {
    block.for_each_span(&mut |span| {
        if span.note.is_some() {
            span.text = span.note_mark().into_owned();
            span.note = None;
        }
        span.link = span.link.take().map(|link| match link.strip_prefix('#') {
            Some(within) => format!("#{prefix}-{within}"),
            None => link,
        });
    });
    match &mut block {
        Block::Heading { anchor, level, .. } => {
            *level = (*level + 1).min(LEVEL_MAX);
            *anchor = anchor.as_ref().map(|anchor| format!("{prefix}-{anchor}"));
        }
        Block::Paragraph { anchor, .. } => {
            *anchor = anchor.as_ref().map(|anchor| format!("{prefix}-{anchor}"));
        }
        Block::Table { .. } | Block::Picture | Block::ScannedPage(_) => {}
    }
    block
}

/// Notes which places of the text its amendments change: anew where its anchors became others.
pub fn find_changes(body: &mut Body) {
    let anchors: Vec<&str> = body.own().iter().filter_map(Block::anchor).collect();
    let start = |amendment: &Amendment| {
        let wanted = amendment.anchor();
        body.blocks.iter().position(|block| block.anchor() == Some(wanted.as_str()))
    };
    let starts: Vec<usize> = body.amendments.iter().filter_map(start).collect();
    let ends = starts.iter().skip(1).copied().chain([body.blocks.len()]);
    let found: Vec<Vec<Change>> =
        starts.iter().zip(ends).map(|(start, end)| changes(&body.blocks[*start..end], &anchors)).collect();
    for (amendment, changes) in body.amendments.iter_mut().zip(found) {
        amendment.changes = changes;
    }
}

/// What the blocks of one amendment change.
fn changes(blocks: &[Block], anchors: &[&str]) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut by = String::new();
    let mut is_quoted = false;
    for (at, block) in blocks.iter().enumerate() {
        if let Some(anchor) = block.anchor().filter(|_| !is_quoted) {
            anchor.clone_into(&mut by);
        }
        let line = block.line();
        let places: Vec<Place> = if is_quoted { Vec::new() } else { places::changed(&line) };
        is_quoted = places::ends_quoted(&line, is_quoted);
        let found: Vec<&str> = places.iter().filter_map(|place| place.find(anchors)).collect();
        if found.is_empty() {
            continue;
        }
        let words = words(&blocks[at..]);
        for place in found {
            if !changes
                .iter()
                .any(|change: &Change| change.at == place && change.by == by && change.words == words)
            {
                changes.push(Change { at: place.to_owned(), by: by.clone(), words: words.clone() });
            }
        }
    }
    changes
}

/// The paragraph that changes something, and after a colon the new words that follow it.
fn words(blocks: &[Block]) -> Vec<String> {
    let first = blocks[0].line();
    let mut is_quoted = places::ends_quoted(&first, false);
    let mut goes_on = is_quoted || first.ends_with(':');
    let mut room = WORDS_MAX_CHARS.saturating_sub(first.chars().count());
    let mut words = vec![first];
    for block in &blocks[1..] {
        let line = block.to_text().trim().to_owned();
        let length = line.chars().count();
        if !goes_on || length > room || words.len() == WORDS_MAX_PARAGRAPHS {
            break;
        }
        if line.is_empty() {
            continue;
        }
        is_quoted = places::ends_quoted(&line, is_quoted);
        goes_on = is_quoted;
        room -= length;
        words.push(line);
    }
    words
}
