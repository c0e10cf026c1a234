//! No key of a phrase is ever shown in place of its words.

use super::every_page;
use crate::domain::Lang;

/// The words of a page: what stands outside of tags and of the style.
pub(super) fn words(html: &str) -> String {
    let (before, rest) = html.split_once("<style>").expect("a style");
    let (_, after) = rest.split_once("</style>").expect("its end");
    let text: String = [before, after]
        .concat()
        .split('<')
        .map(|part| part.split_once('>').map_or("", |(_, text)| text).to_owned() + " ")
        .collect();
    text
}

#[test]
fn no_key_of_a_phrase_is_shown() {
    for (name, html) in Lang::ALL.into_iter().flat_map(every_page) {
        for word in words(&html).split(|c: char| c.is_whitespace() || c == '>') {
            // A key that does not exist is shown as it is: most have two hyphens, which no word here has.
            let is_mistyped_key = word.split('-').count() > 2
                && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                && word.starts_with(|c: char| c.is_ascii_lowercase());
            let is_key = is_mistyped_key || word.contains('-') && crate::phrases::is_key(word);
            assert!(!is_key, "{name}: {word}");
        }
        assert!(!html.contains("{ $") && !html.contains("{$"), "{name}");
    }
}

/// A page without the elements that tell programs the days in its sentences.
pub(super) fn undated(html: &str) -> String {
    let mut parts = html.split("<time ");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once('>')).map(|(_, after)| after);
    rest.fold(first, |all, part| all + part).replace("</time>", "")
}
