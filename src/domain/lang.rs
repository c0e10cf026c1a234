//! The three languages, and how a reader's wish is found.

use std::fmt;

use super::names::names;
use super::typed::clean;

names! {
    /// A language of texts and pages, in the order in which they are shown and fallen back to. Its name is the BCP 47 tag.
    pub enum Lang as tag {
        /// Kazakh, the first language.
        Kk = "kk",
        /// Russian.
        Ru = "ru",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// The language that a reader wishes: the path's, else the best of `Accept-Language`, else Kazakh.
    ///
    /// `accepted` are the header's primary subtags with their weights in thousandths. An `en` counts only when the
    /// list names neither `kk` nor `ru`: phones sold here often ask for English that their owner never chose.
    pub fn wished(path: Option<Self>, accepted: &[(&str, u16)]) -> Self {
        if let Some(lang) = path {
            return lang;
        }
        let known = accepted
            .iter()
            .filter(|(_, q)| *q > 0)
            .filter_map(|(tag, q)| Self::parse(&tag.to_ascii_lowercase()).map(|lang| (lang, *q)));
        let local = known.clone().any(|(lang, _)| lang != Self::En);
        let mut best: Option<(Self, u16)> = None;
        for (lang, q) in known.filter(|(lang, _)| !local || *lang != Self::En) {
            if best.is_none_or(|(_, best_q)| q > best_q) {
                best = Some((lang, q));
            }
        }
        best.map_or(Self::Kk, |(lang, _)| lang)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A short text in up to three languages, such as a title or a name. Each part is trimmed and never empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trilingual {
    parts: [Option<String>; 3],
}

impl Trilingual {
    /// The text from its parts; each is [cleaned](clean), and an empty part counts as missing.
    pub fn new(kk: &str, ru: &str, en: &str) -> Self {
        let part = |text: &str| {
            let kept = clean(text);
            (!kept.is_empty()).then_some(kept)
        };
        Self { parts: [part(kk), part(ru), part(en)] }
    }

    /// The part in exactly this language.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.parts[lang as usize].as_deref()
    }

    /// The part in this language, else the first there is in the order kk, ru, en.
    pub fn best(&self, lang: Lang) -> Option<&str> {
        self.get(lang).or_else(|| self.parts.iter().flatten().next().map(String::as_str))
    }

    /// Whether no language has a part.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(Option::is_none)
    }

    /// The parts there are, in the order kk, ru, en.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().filter_map(|lang| self.get(lang).map(|text| (lang, text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_wins_then_the_weight_then_kazakh() {
        assert_eq!(Lang::wished(Some(Lang::En), &[("ru", 1000)]), Lang::En);
        assert_eq!(Lang::wished(None, &[("ru", 900), ("kk", 1000)]), Lang::Kk);
        assert_eq!(Lang::wished(None, &[("en", 1000), ("ru", 100)]), Lang::Ru);
        assert_eq!(Lang::wished(None, &[("en", 1000), ("de", 900)]), Lang::En);
        assert_eq!(Lang::wished(None, &[("en", 1000), ("ru", 0)]), Lang::En);
        assert_eq!(Lang::wished(None, &[]), Lang::Kk);
    }

    #[test]
    fn a_missing_part_falls_back_in_order() {
        let title = Trilingual::new("", " Устав   союза ", "");
        assert_eq!(title.get(Lang::Kk), None);
        assert_eq!(title.best(Lang::Kk), Some("Устав союза"));
        assert!(Trilingual::new(" ", "", "\t").is_empty());
    }
}
