//! What a person should look at before a text is published, in sentences with links to the places.

use super::outline::place;
use crate::domain::Lang;
use crate::pages::layout::{Banner, Tone};
use crate::phrases::{Argument, say, say_with};
use crate::text::body::Body;
use crate::text::review::{Doubt, Gravity, What};

/// Doubts that are listed: who meets more of them has the wrong file.
const SHOWN_MAX: usize = 40;

/// Longest words of a link to a place, in characters.
const PLACE_MAX_CHARS: usize = 80;

/// Whether something is so doubtful that a person must say that it was seen.
pub fn is_serious(doubts: &[Doubt]) -> bool {
    doubts.iter().any(|doubt| doubt.what.gravity() == Gravity::Warning)
}

/// The doubts as notices, the serious ones first.
pub(super) fn notices(doubts: &[Doubt], bodies: &[(Lang, Body)], page: Lang) -> Vec<Banner> {
    let mut sorted: Vec<&Doubt> = doubts.iter().collect();
    sorted.sort_by_key(|doubt| std::cmp::Reverse(doubt.what.gravity()));
    let mut notices: Vec<Banner> =
        sorted.iter().take(SHOWN_MAX).map(|doubt| notice(doubt, bodies, page)).collect();
    let more = sorted.len().saturating_sub(SHOWN_MAX);
    if more > 0 {
        let count = Argument::from(i64::try_from(more).unwrap_or(i64::MAX));
        notices.push(Banner::new(Tone::Warning, say_with(page, "review-more", &[("count", count)])));
    }
    notices
}

fn notice(doubt: &Doubt, bodies: &[(Lang, Body)], page: Lang) -> Banner {
    let tone = match doubt.what.gravity() {
        Gravity::Warning => Tone::Warning,
        Gravity::Note => Tone::Notice,
    };
    let text = say(page, &format!("admin-upload-file-{}", doubt.lang));
    let arguments = [("text", Argument::from(text)), ("doubt", sentence(&doubt.what, page).into())];
    let banner = Banner::new(tone, say_with(page, "review-doubt", &arguments));
    let of = if let What::Missing { present_in } = doubt.what { present_in } else { doubt.lang };
    match &doubt.anchor {
        Some(anchor) => banner.with_link(format!("#{}", place(of, anchor)), words_at(anchor, of, bodies)),
        None => banner,
    }
}

fn sentence(what: &What, page: Lang) -> String {
    let count = |blocks: &usize| Argument::from(i64::try_from(*blocks).unwrap_or(i64::MAX));
    match what {
        What::OpenChanges => say(page, "review-open-changes"),
        What::Language { looks_like } => {
            say_with(page, "review-language", &[("lang", looks_like.tag().into())])
        }
        What::NoHeadings => say(page, "review-no-headings"),
        What::Gap { after: None, before } => {
            say_with(page, "review-gap-first", &[("before", before.as_str().into())])
        }
        What::Gap { after: Some(after), before } => {
            let arguments = [("after", Argument::from(after.as_str())), ("before", before.as_str().into())];
            say_with(page, "review-gap", &arguments)
        }
        What::Repeated { number } => say_with(page, "review-repeated", &[("number", number.as_str().into())]),
        What::Missing { present_in } => {
            say_with(page, "review-missing", &[("lang", present_in.tag().into())])
        }
        What::Garbled { blocks, sample } => {
            let arguments = [("sample", sample.as_str().into()), ("count", count(blocks))];
            say_with(page, "review-garbled", &arguments)
        }
        What::LookAlikes { blocks, sample } => {
            let arguments = [("sample", sample.as_str().into()), ("count", count(blocks))];
            say_with(page, "review-look-alikes", &arguments)
        }
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
