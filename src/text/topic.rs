//! What members ask about most, and where a text answers it: found by the words of the text.

use super::body::Body;
use super::find;
use super::section::{Section, sections};
use crate::domain::Lang;
use crate::domain::names::names;

/// The words by which a topic is recognised.
const WORDS: &str = include_str!("../../assets/topics.txt");

/// A word in a heading says more than one in the text below it.
const HEADING_WEIGHT: usize = 12;

/// Matches in the text of a section that are counted: a long section is not a better answer.
const TEXT_MAX: usize = 4;

names! {
    /// What members ask about, in the order in which they ask. Its name stands in `assets/topics.txt` and in the phrases.
    pub enum Topic {
        /// Leave.
        Leave = "leave",
        /// Pay.
        Pay = "pay",
        /// Allowances to pay.
        Allowances = "allowances",
        /// Working hours.
        Hours = "hours",
        /// Dismissal.
        Dismissal = "dismissal",
        /// Material aid.
        Aid = "aid",
    }
}

impl Topic {
    /// The wordings of the topic in a language: runs of beginnings of words.
    fn wordings(self, lang: Lang) -> Vec<Vec<String>> {
        let head = format!("{} {} ", self.name(), lang.tag());
        let line = WORDS.lines().find_map(|line| line.strip_prefix(&head)).unwrap_or_default();
        line.split('|').map(folded).filter(|run| !run.is_empty()).collect()
    }
}

/// The topics that a body in `lang` answers, each with the anchor where it does best.
pub fn topics(body: &Body, lang: Lang) -> Vec<(Topic, &str)> {
    let sections: Vec<Words<'_>> = sections(body).into_iter().map(Words::new).collect();
    Topic::ALL
        .into_iter()
        .filter_map(|topic| {
            let wordings = topic.wordings(lang);
            let best = sections.iter().rev().max_by_key(|section| section.score(&wordings))?;
            (best.score(&wordings) > 0).then(|| best.place(&wordings)).flatten().map(|anchor| (topic, anchor))
        })
        .collect()
}

/// A section in words.
struct Words<'b> {
    anchor: Option<&'b str>,
    title: Vec<String>,
    /// The paragraphs below the heading, with the anchors of those that have one.
    blocks: Vec<(Option<&'b str>, Vec<String>)>,
}

impl<'b> Words<'b> {
    fn new(section: Section<'b>) -> Self {
        let below = section.blocks.iter().skip(usize::from(section.anchor.is_some()));
        let blocks = below.map(|block| (block.anchor(), folded(&block.to_text())));
        Self { anchor: section.anchor, title: folded(&section.title()), blocks: blocks.collect() }
    }

    fn score(&self, wordings: &[Vec<String>]) -> usize {
        let text: usize = self.blocks.iter().map(|(_, words)| matches(words, wordings)).sum();
        HEADING_WEIGHT * matches(&self.title, wordings).min(1) + text.min(TEXT_MAX)
    }

    /// The heading where it names the topic, else the first paragraph that does and can be linked to.
    fn place(&self, wordings: &[Vec<String>]) -> Option<&'b str> {
        if matches(&self.title, wordings) > 0 {
            return self.anchor;
        }
        let named = self.blocks.iter().filter(|(_, words)| matches(words, wordings) > 0);
        named.filter_map(|(anchor, _)| *anchor).next().or(self.anchor)
    }
}

/// The words of a text as they are compared.
fn folded(text: &str) -> Vec<String> {
    find::words(text).map(|word| word.folded).collect()
}

/// How often one of the wordings occurs.
fn matches(words: &[String], wordings: &[Vec<String>]) -> usize {
    let at = |start: usize| {
        wordings.iter().any(|run| {
            words.get(start..start + run.len()).is_some_and(|part| {
                part.iter().zip(run).all(|(word, beginning)| word.starts_with(beginning.as_str()))
            })
        })
    };
    (0..words.len()).filter(|start| at(*start)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_words_in_every_language() {
        for topic in Topic::ALL {
            for lang in Lang::ALL {
                assert!(!topic.wordings(lang).is_empty(), "{topic:?} {lang}");
            }
        }
        let lines = WORDS.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(lines, Topic::ALL.len() * Lang::ALL.len(), "a line of no topic");
    }

    #[test]
    fn an_agreement_answers_what_members_ask() {
        let files: [(Lang, &[u8]); 2] = [
            (Lang::Kk, include_bytes!("../../assets/demo/collective_agreement_kk_v2.docx")),
            (Lang::Ru, include_bytes!("../../assets/demo/collective_agreement_ru_v2.docx")),
        ];
        for (lang, bytes) in files {
            let reading = crate::text::read(bytes).expect("a text");
            let found = topics(&reading.body, lang);
            for wanted in [Topic::Leave, Topic::Pay, Topic::Hours] {
                assert!(found.iter().any(|(topic, _)| *topic == wanted), "{lang}: {wanted:?} in {found:?}");
            }
        }
    }

    #[test]
    fn a_body_about_something_else_answers_nothing() {
        let body = Body {
            blocks: vec![crate::text::body::Block::Paragraph {
                anchor: Some("p-1".into()),
                label: None,
                depth: 0,
                content: vec![crate::text::body::Span::plain("Устав союза")],
            }],
            ..Body::default()
        };
        assert!(topics(&body, Lang::Ru).is_empty());
    }
}
