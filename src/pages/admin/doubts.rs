//! What a person should look at before a text is published, in sentences with links to the places.

use std::cmp::Reverse;

use super::outline_form::place;
use crate::domain::Lang;
use crate::pages::doubt_sentence::sentence;
use crate::pages::html::{Link, Tone};
use crate::phrases::{Argument, say_with};
use crate::text::body::Body;
use crate::text::review::{Doubt, DoubtKind, Gravity};

/// Links to places of one kind: who meets more of them has the wrong file.
const LINKS_MAX: usize = 12;

/// Longest words of a link to a place, in characters.
const PLACE_MAX_CHARS: usize = 80;

/// Doubts of one kind about one text.
pub(super) struct Notice {
    pub(super) tone: Tone,
    pub(super) text: String,
    pub(super) links: Vec<Link>,
    /// How many places are not linked, in words.
    pub(super) more: Option<String>,
}

/// The doubts as notices, the serious ones first; those that say the same are one.
pub(super) fn notices(doubts: &[Doubt], bodies: &[(Lang, Body)], page: Lang) -> Vec<Notice> {
    let mut sorted: Vec<&Doubt> = doubts.iter().collect();
    sorted.sort_by_key(|doubt| Reverse(doubt.kind.gravity()));
    let same = |one: &&Doubt, other: &&Doubt| (one.lang, &one.kind) == (other.lang, &other.kind);
    sorted.chunk_by(same).map(|doubts| notice(doubts, bodies, page)).collect()
}

fn notice(doubts: &[&Doubt], bodies: &[(Lang, Body)], page: Lang) -> Notice {
    let Doubt { lang, kind, .. } = doubts[0];
    let of = if let DoubtKind::Missing { present_in } = kind { *present_in } else { *lang };
    let anchors = doubts.iter().filter_map(|doubt| doubt.anchor.as_deref());
    let link = |anchor: &str| Link::new(format!("#{}", place(of, anchor)), words_at(anchor, of, bodies));
    let more = anchors.clone().count().saturating_sub(LINKS_MAX);
    let count = Argument::from(i64::try_from(more).unwrap_or(i64::MAX));
    Notice {
        tone: match kind.gravity() {
            Gravity::Warning => Tone::Warning,
            Gravity::Note => Tone::Notice,
        },
        text: sentence(doubts[0], page),
        links: anchors.take(LINKS_MAX).map(link).collect(),
        more: (more > 0).then(|| say_with(page, "review-more", &[("count", count)])),
    }
}

/// The first words of the block with this anchor.
fn words_at(anchor: &str, lang: Lang, bodies: &[(Lang, Body)]) -> String {
    let body = bodies.iter().find(|(of, _)| *of == lang).map(|(_, body)| body);
    let block = body.and_then(|body| body.blocks.iter().find(|block| block.anchor() == Some(anchor)));
    let text = block.map(|block| block.to_text()).unwrap_or_default();
    match text.char_indices().nth(PLACE_MAX_CHARS) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
