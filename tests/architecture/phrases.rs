//! Phrases that nobody says: a key that stands neither whole nor as what is put together in the code or in a template.

use std::collections::BTreeSet;

/// Where the phrases stand that the other languages follow.
const FIRST: &str = "assets/locales/kk/";

/// What is said in a file, and what the keys that are put together begin and end with.
#[derive(Default)]
struct Said {
    whole: BTreeSet<String>,
    parted: Vec<(String, String)>,
}

impl Said {
    fn read(&mut self, text: &str) {
        for word in text.split('"') {
            let is_key = |c: char| c.is_ascii_alphanumeric() || "-_{}.()".contains(c);
            if word.is_empty() || !word.chars().all(is_key) {
                continue;
            }
            match (word.split_once('{'), word.rsplit_once('}')) {
                (Some((begins, _)), Some((_, ends))) if begins.contains('-') => {
                    self.parted.push((begins.to_owned(), ends.to_owned()));
                }
                _ => {
                    self.whole.insert(word.to_owned());
                }
            }
        }
    }

    fn has(&self, key: &str) -> bool {
        let fits = |(begins, ends): &(String, String)| key.starts_with(begins) && key.ends_with(ends);
        self.whole.contains(key) || self.parted.iter().any(fits)
    }
}

/// The keys of phrases: what stands before the sign at the beginning of a line.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.split_once(" =").map(|(key, _)| key)).filter(|key| {
        key.starts_with(|c: char| c.is_ascii_lowercase())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    })
}

/// The complaints about these files: paths from the root of the project with their text.
pub fn unsaid(files: &[(String, String)]) -> Vec<String> {
    let mut said = Said::default();
    for (path, text) in files {
        if path.starts_with("src/") && !path.ends_with("tests.rs") || path.starts_with("assets/templates/") {
            said.read(text);
        }
    }
    let phrases = files.iter().filter(|(path, _)| path.starts_with(FIRST));
    let taken_in = |key: &str| {
        let named = format!("{{ {key} }}");
        files.iter().any(|(path, text)| path.starts_with(FIRST) && text.contains(&named))
    };
    phrases
        .flat_map(|(path, text)| keys(text).map(move |key| (path, key)))
        .filter(|(_, key)| !said.has(key) && !taken_in(key))
        .map(|(path, key)| format!("{path}: nobody says {key}"))
        .collect()
}
