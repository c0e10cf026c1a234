//! The three languages say the same things, and every file can be read.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::*;

/// The names of the arguments in a Fluent message's source.
fn arguments(source: &str) -> BTreeSet<String> {
    source
        .split('$')
        .skip(1)
        .map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
        })
        .collect()
}

/// Key → arguments of one file.
fn phrases(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let key = line.split('=').next().unwrap_or_default().trim().to_owned();
            assert!(keys.insert(key.clone(), arguments(line)).is_none(), "{key} stands twice");
            current = Some(key);
        } else if let Some(key) = &current {
            keys.entry(key.clone()).or_default().extend(arguments(line));
        }
    }
    keys
}

#[test]
fn every_file_can_be_read() {
    for source in SOURCES.into_iter().flatten() {
        if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
            panic!("{errors:?}");
        }
    }
}

#[test]
fn every_phrase_stands_in_one_file_and_is_found() {
    let all: Vec<&str> = SOURCES[0].into_iter().flat_map(keys).collect();
    assert!(all.len() > 500 && all.len() == FILE_OF.len(), "{} of {}", FILE_OF.len(), all.len());
    for key in all {
        for lang in Lang::ALL {
            assert_ne!(say(lang, key), key);
        }
    }
}

#[test]
fn the_languages_have_the_same_keys_and_arguments() {
    for (file, source) in SOURCES[0].iter().enumerate() {
        let kazakh = phrases(source);
        for lang in [Lang::Ru, Lang::En] {
            let other = phrases(SOURCES[lang as usize][file]);
            let missing: Vec<_> = kazakh.iter().filter(|(key, args)| other.get(*key) != Some(args)).collect();
            let extra: Vec<_> = other.keys().filter(|key| !kazakh.contains_key(*key)).collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{lang}: differ {missing:?}, only there {extra:?}"
            );
        }
    }
}

#[test]
fn every_kind_has_a_name() {
    for kind in crate::domain::document_kind::DocumentKind::ALL {
        for lang in Lang::ALL {
            let key = format!("kind-{}", kind.name().replace('_', "-"));
            assert_ne!(say(lang, &key), key);
        }
    }
}
