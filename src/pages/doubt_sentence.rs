//! What is doubtful in a text, in a sentence: forms, commands and the interface for programs say the same.

use crate::domain::Lang;
use crate::phrases::{Argument, say, say_with};
use crate::text::body::Warning;
use crate::text::review::{Doubt, DoubtKind};

/// A doubt with the text that it is about.
pub fn sentence(doubt: &Doubt, page: Lang) -> String {
    let text = say(page, &format!("admin-upload-file-{}", doubt.lang));
    let arguments = [("text", Argument::from(text)), ("doubt", said(&doubt.kind, page).into())];
    say_with(page, "review-doubt", &arguments)
}

/// The same with its place, for those who cannot follow a link.
pub fn line(doubt: &Doubt, page: Lang) -> String {
    let place = doubt.anchor.as_deref().map(|anchor| format!(" (#{anchor})")).unwrap_or_default();
    format!("{}{place}", sentence(doubt, page))
}

fn said(kind: &DoubtKind, page: Lang) -> String {
    let count = |blocks: &usize| Argument::from(i64::try_from(*blocks).unwrap_or(i64::MAX));
    match kind {
        DoubtKind::File(warning) => of_file(warning, page),
        DoubtKind::NoWords => say(page, "review-no-words"),
        DoubtKind::FewWords { characters } => {
            say_with(page, "review-few-words", &[("count", count(characters))])
        }
        DoubtKind::OtherOrganization { found } => {
            say_with(page, "review-other-organization", &[("found", found.as_str().into())])
        }
        DoubtKind::OtherTerm { found } => {
            say_with(page, "review-other-term", &[("found", found.as_str().into())])
        }
        DoubtKind::OtherDay { found } => {
            say_with(page, "review-other-day", &[("found", found.as_str().into())])
        }
        DoubtKind::SameFile { document } => {
            say_with(page, "review-same-file", &[("document", document.grouped().into())])
        }
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
        DoubtKind::AmendmentUnread => say(page, "review-amendment-unread"),
        DoubtKind::AmendmentWithoutPlace => say(page, "review-amendment-without-place"),
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
        Warning::PoorWords { pages } => {
            say_with(page, "review-poor-words", &[("pages", page_list(pages).into())])
        }
        Warning::ReplacedWords { pages } => {
            say_with(page, "review-replaced-words", &[("pages", page_list(pages).into())])
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
pub(super) fn page_list(pages: &[u32]) -> String {
    let runs = pages.chunk_by(|before, next| before + 1 == *next);
    let run = |run: &[u32]| match run {
        [first, .., last] => format!("{first}–{last}"),
        _ => run.iter().map(ToString::to_string).collect(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}
