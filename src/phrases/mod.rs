//! Every phrase that the program says to a person, in Kazakh, Russian and English.
//!
//! The phrases stand in `assets/locales/{kk,ru,en}/*.ftl` (Fluent); a test proves that the three languages have the
//! same keys with the same arguments. Dates as people write them are in [`dates`].

pub mod dates;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::Lang;
use crate::domain::clause::NamedClause;

/// The parts of every locale: one file for each group of readers or pages.
macro_rules! locale {
    ($tag:literal) => {
        [
            include_str!(concat!("../../assets/locales/", $tag, "/admin.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/brand.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/compare.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/demo.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/errors.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/help.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/intake.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/kinds.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/labels.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/machines.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/needs.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/numbers.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/pages.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/passkeys.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/people.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/prints.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/programs.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/reading.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/review.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/school.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/search.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/stand.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/stands.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/troubles.ftl")),
            include_str!(concat!("../../assets/locales/", $tag, "/webhooks.ftl")),
        ]
    };
}

/// Files in a locale.
const FILES: usize = locale!("kk").len();

static SOURCES: [[&str; FILES]; 3] = [locale!("kk"), locale!("ru"), locale!("en")];

/// In which file each phrase stands: the same in every language.
static FILE_OF: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    let in_file = |(file, source): (usize, &'static str)| keys(source).map(move |key| (key, file));
    SOURCES[0].into_iter().enumerate().flat_map(in_file).collect()
});

/// The files that were read: each when a phrase of it is said for the first time. Who prints a sheet or runs a command
/// does not wait for the help.
static BUNDLES: [[OnceLock<FluentBundle<FluentResource>>; FILES]; 3] =
    [const { [const { OnceLock::new() }; FILES] }; 3];

/// The keys of the phrases in a file.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    let phrases = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    phrases.filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
}

fn bundle(lang: Lang, source: &str) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would stand in PDFs, messages and copied text.
    bundle.set_use_isolating(false);
    // What cannot be read is left out here; a test proves that nothing is.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The phrase in a language. A key that does not exist gives the key itself, which a test of the pages notices.
pub fn say(lang: Lang, key: &str) -> String {
    say_with(lang, key, &[])
}

/// Whether a word is the key of a phrase, which a person must never see.
/// What an article or a point is called: «Annual leave: art. 19».
pub fn clause_name(lang: Lang, named: &NamedClause) -> String {
    let number = named.clause.number();
    // A heading without a number has its words alone.
    if number.is_empty() || named.clause.kind() == "h" {
        return named.words.clone();
    }
    let key = format!("clause-name-{}", named.clause.kind());
    say_with(lang, &key, &[("words", named.words.as_str().into()), ("number", number.into())])
}

#[cfg(test)]
pub(crate) fn is_key(word: &str) -> bool {
    FILE_OF.contains_key(word)
}

/// The phrase in a language, with arguments.
pub fn say_with(lang: Lang, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    let Some(&file) = FILE_OF.get(key) else { return key.to_owned() };
    let bundle = BUNDLES[lang as usize][file].get_or_init(|| bundle(lang, SOURCES[lang as usize][file]));
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut args = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        args.set(*name, value.clone());
    }
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

/// The phrase in a language, with one argument in words.
pub fn say_of(lang: Lang, key: &str, name: &str, value: &str) -> String {
    say_with(lang, key, &[(name, Argument::from(value))])
}

/// An argument of a phrase.
#[derive(Debug, Clone)]
pub enum Argument<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A number, which may choose a plural form.
    Number(i64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Argument<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<Argument<'a>> for FluentValue<'a> {
    fn from(argument: Argument<'a>) -> Self {
        match argument {
            Argument::Text(text) => FluentValue::String(text),
            Argument::Number(number) => FluentValue::from(number),
        }
    }
}

#[cfg(test)]
mod tests;
