//! What a person should look at before a text is published, in sentences with links to the places.

use std::cmp::Reverse;

use super::outline_form::place;
use crate::domain::Lang;
use crate::pages::html::{Link, Tone};
use crate::phrases::{Argument, say, say_with};
use crate::text::body::{Body, Warning};
use crate::text::review::{Doubt, DoubtKind, Gravity};

/// Links to places of one kind: who meets more of them has the wrong file.
const LINKS_MAX: usize = 12;

/// Longest words of a link to a place, in characters.
const PLACE_MAX_CHARS: usize = 80;

/// Whether something is so doubtful that a person must say that it was seen.
pub fn is_serious(doubts: &[Doubt]) -> bool {
    doubts.iter().any(|doubt| doubt.kind.gravity() == Gravity::Warning)
}

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
    let text = say(page, &format!("admin-upload-file-{lang}"));
    let arguments = [("text", Argument::from(text)), ("doubt", sentence(kind, page).into())];
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
        text: say_with(page, "review-doubt", &arguments),
        links: anchors.take(LINKS_MAX).map(link).collect(),
        more: (more > 0).then(|| say_with(page, "review-more", &[("count", count)])),
    }
}

fn sentence(kind: &DoubtKind, page: Lang) -> String {
    let count = |blocks: &usize| Argument::from(i64::try_from(*blocks).unwrap_or(i64::MAX));
    match kind {
        DoubtKind::File(warning) => of_file(warning, page),
        DoubtKind::Language { looks_like } => {
            say_with(page, "review-language", &[("lang", looks_like.tag().into())])
        }
        DoubtKind::NoHeadings => say(page, "review-no-headings"),
        DoubtKind::Gap { after: None, before } => {
            say_with(page, "review-gap-first", &[("before", before.as_str().into())])
        }
        DoubtKind::Gap { after: Some(after), before } => {
            let arguments = [("after", Argument::from(after.as_str())), ("before", before.as_str().into())];
            say_with(page, "review-gap", &arguments)
        }
        DoubtKind::Repeated { number } => {
            say_with(page, "review-repeated", &[("number", number.as_str().into())])
        }
        DoubtKind::Missing { present_in } => {
            say_with(page, "review-missing", &[("lang", present_in.tag().into())])
        }
        DoubtKind::Garbled { blocks, sample } => {
            let arguments = [("sample", sample.as_str().into()), ("count", count(blocks))];
            say_with(page, "review-garbled", &arguments)
        }
        DoubtKind::LookAlikes { blocks, sample } => {
            let arguments = [("sample", sample.as_str().into()), ("count", count(blocks))];
            say_with(page, "review-look-alikes", &arguments)
        }
    }
}

/// What the reader noticed in the file itself.
fn of_file(warning: &Warning, page: Lang) -> String {
    let number = |number: u32| Argument::from(i64::from(number));
    match warning {
        Warning::OpenChanges => say(page, "review-open-changes"),
        Warning::PagesWithoutWords { pages, of } => {
            let arguments = [("pages", page_list(pages).into()), ("of", number(*of))];
            say_with(page, "review-pages-without-words", &arguments)
        }
        Warning::PicturesWithoutWords { pictures } => {
            say_with(page, "review-pictures-without-words", &[("count", number(*pictures))])
        }
        Warning::RecognisedWords { pages } => {
            say_with(page, "review-recognised-words", &[("pages", page_list(pages).into())])
        }
        Warning::HiddenWords { sample, places } => {
            let arguments = [("sample", sample.as_str().into()), ("count", number(*places))];
            say_with(page, "review-hidden-words", &arguments)
        }
        Warning::UnreadableLetters { letters, .. } => {
            say_with(page, "review-unreadable-letters", &[("count", number(*letters))])
        }
        Warning::FormNotice => say(page, "review-form-notice"),
        Warning::EmbeddedDocument => say(page, "review-embedded-document"),
        Warning::NoReader => say(page, "review-no-reader"),
        Warning::OldFont { font } => say_with(page, "review-old-font", &[("font", font.as_str().into())]),
    }
}

/// Numbers of pages as people write them: `1, 3–5`.
fn page_list(pages: &[u32]) -> String {
    let runs = pages.chunk_by(|before, next| before + 1 == *next);
    let run = |run: &[u32]| match run {
        [first, .., last] => format!("{first}–{last}"),
        _ => run.iter().map(ToString::to_string).collect(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
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
