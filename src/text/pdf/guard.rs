//! What would hang or overflow the reading of a PDF is found before it starts: forms that play themselves, forms
//! that play each other a million times, more words than anybody reads.

use std::collections::HashMap;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::content::UntypedIter;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};

use crate::text::limits::{MAX_FORM_NESTING, MAX_GLYPHS, MAX_OPERATIONS, MAX_PAGES};
use crate::text::refusal::{Measure, Refusal};

/// Bytes by which a character is written at most.
const BYTES_PER_GLYPH: u64 = 2;

/// Checks a document.
///
/// # Errors
/// [`Refusal::Damaged`] without pages, [`Refusal::TooLarge`] and [`Refusal::TooDeep`].
pub fn check(pdf: &Pdf) -> Result<(), Refusal> {
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Refusal::Damaged);
    }
    Refusal::above(Measure::Pages, pages.len() as u64, MAX_PAGES)?;
    let mut play = Play { forms: HashMap::new() };
    let mut cost = Cost::default();
    for page in pages.iter() {
        cost.add(play.cost(page.operations(), page.resources(), 0)?)?;
        let notes = page.raw().get::<Array<'_>>(b"Annots");
        for note in notes.iter().flat_map(|notes| notes.iter::<Dict<'_>>()) {
            for form in appearances(&note) {
                cost.add(play.form_cost(&form, page.resources(), 0)?)?;
            }
        }
    }
    Ok(())
}

/// Whether a part of what draws a page is broken: its words would be missing.
pub fn is_broken(page: &Page<'_>) -> bool {
    let is_lost = |content: Stream<'_>| match content.decoded_data() {
        Ok(data) => data.is_empty() && !content.raw_data().is_empty(),
        Err(_) => true,
    };
    match page.raw().get::<Object<'_>>(b"Contents") {
        Some(Object::Stream(content)) => is_lost(content),
        Some(Object::Array(contents)) => contents.iter::<Stream<'_>>().any(is_lost),
        _ => false,
    }
}

/// How many pages a document says that it has; as many as were found where it says less, or nothing that can be true.
pub fn count(pdf: &Pdf) -> u32 {
    let found = pdf.pages().len() as u32;
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let said = catalog.get::<Dict<'_>>(b"Pages").and_then(|pages| pages.get::<u32>(b"Count"));
    said.filter(|said| *said > found && u64::from(*said) <= MAX_PAGES).unwrap_or(found)
}

/// The forms that draw an annotation, whatever state it is in.
fn appearances<'a>(note: &Dict<'a>) -> Vec<Stream<'a>> {
    let normal = note.get::<Dict<'a>>(b"AP").and_then(|forms| forms.get::<Object<'a>>(b"N"));
    match normal {
        Some(Object::Stream(form)) => vec![form],
        Some(Object::Dict(states)) => {
            states.keys().filter_map(|state| states.get::<Stream<'a>>(state.as_ref())).collect()
        }
        _ => Vec::new(),
    }
}

/// What drawing takes.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    operations: u64,
    /// The bytes of the words that are shown.
    bytes: u64,
}

impl Cost {
    fn add(&mut self, other: Self) -> Result<(), Refusal> {
        self.operations += other.operations;
        self.bytes += other.bytes;
        Refusal::above(Measure::Operations, self.operations, MAX_OPERATIONS)?;
        if self.bytes > MAX_GLYPHS * BYTES_PER_GLYPH {
            return Err(Refusal::TooLarge { what: Measure::Characters, limit: MAX_GLYPHS });
        }
        Ok(())
    }
}

struct Play {
    /// What each form comes to.
    forms: HashMap<ObjectIdentifier, Cost>,
}

impl Play {
    fn cost(
        &mut self,
        mut content: UntypedIter<'_>,
        resources: &Resources<'_>,
        depth: u64,
    ) -> Result<Cost, Refusal> {
        if depth > MAX_FORM_NESTING {
            return Err(Refusal::TooDeep { limit: MAX_FORM_NESTING });
        }
        let mut cost = Cost::default();
        while let Some(instruction) = content.next() {
            let words: usize = instruction.operands().map(bytes).sum();
            cost.add(Cost { operations: 1, bytes: words as u64 })?;
            if &**instruction.operator == b"Do"
                && let Some(Object::Name(name)) = instruction.operands().next()
                && let Some(form) = resources.get_x_object(name)
            {
                cost.add(self.form_cost(&form, resources, depth)?)?;
            }
        }
        Ok(cost)
    }

    fn form_cost(&mut self, form: &Stream<'_>, outer: &Resources<'_>, depth: u64) -> Result<Cost, Refusal> {
        let kind = form.dict().get::<Name<'_>>(b"Subtype");
        if kind.is_some_and(|kind| kind.as_ref() == b"Image") {
            return Ok(Cost::default());
        }
        if let Some(cost) = self.forms.get(&form.obj_id()) {
            return Ok(*cost);
        }
        let Ok(content) = form.decoded_data() else { return Ok(Cost::default()) };
        let own = form.dict().get::<Dict<'_>>(b"Resources").map(Resources::new);
        let cost = self.cost(UntypedIter::new(&content), own.as_ref().unwrap_or(outer), depth + 1)?;
        self.forms.insert(form.obj_id(), cost);
        Ok(cost)
    }
}

/// The bytes of the words in an operand.
fn bytes(operand: &Object<'_>) -> usize {
    match operand {
        Object::String(words) => words.as_bytes().len(),
        Object::Array(parts) => parts
            .iter::<Object<'_>>()
            .map(|part| match part {
                Object::String(words) => words.as_bytes().len(),
                _ => 0,
            })
            .sum(),
        _ => 0,
    }
}
