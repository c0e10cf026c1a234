//! What a person decides about headings where the words alone mislead.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::derive;
use crate::text::body::{Block, Body};
use crate::text::link;

/// The deepest heading.
const LEVEL_MAX: u8 = 6;

/// What a block of words is known by: a fingerprint of its letters and digits, and which of the blocks of equal words
/// it is. It stays the same when a better reader finds other blocks around it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(String);

/// A person's decision about one block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The block.
    pub block: Key,
    /// The level of the heading that it is, from 1 to 6; none for a paragraph.
    pub level: Option<u8>,
}

impl Key {
    /// A key as it was shown, such as `1f9a2c…-1`; none when it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let (print, turn) = text.split_once('-')?;
        let hexadecimal = print.len() == 16 && print.bytes().all(|digit| digit.is_ascii_hexdigit());
        (hexadecimal && turn.parse::<u32>().is_ok()).then(|| Self(text.to_owned()))
    }

    /// The key as it is shown: letters, digits and a hyphen.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The key of each block of the text itself; tables and pictures have none.
pub fn keys(body: &Body) -> Vec<Option<Key>> {
    let mut turns: HashMap<u64, u32> = HashMap::new();
    let key = |block: &Block| {
        if matches!(block, Block::Table { .. } | Block::Picture | Block::ScannedPage(_)) {
            return None;
        }
        let print = fingerprint(&block.to_text());
        let turn = turns.entry(print).or_default();
        *turn += 1;
        Some(Key(format!("{print:016x}-{turn}")))
    };
    body.own().iter().map(key).collect()
}

/// Changes the levels of headings and gives all anchors anew; links within the text follow. The later of two decisions
/// about one block counts, and one about words that the body no longer has is passed over.
pub fn correct(body: &mut Body, corrections: &[Correction]) {
    let decided: BTreeMap<&Key, Option<u8>> = corrections
        .iter()
        .map(|correction| (&correction.block, correction.level.map(|level| level.clamp(1, LEVEL_MAX))))
        .collect();
    let chosen: HashMap<usize, Option<u8>> = keys(body)
        .iter()
        .enumerate()
        .filter_map(|(index, key)| Some((index, *decided.get(key.as_ref()?)?)))
        .collect();
    let amending = body.blocks.split_off(body.own().len());
    let before: Vec<Option<String>> =
        body.blocks.iter().map(|block| block.anchor().map(str::to_owned)).collect();
    derive(&mut body.blocks, &chosen);
    link::follow(body, &before);
    body.blocks.extend(amending);
}

/// FNV-1a (Fowler, Noll, Vo) over the letters and digits: it tells blocks apart and need not resist anybody.
fn fingerprint(text: &str) -> u64 {
    let bytes = text.chars().filter(|character| character.is_alphanumeric()).flat_map(|character| {
        let mut utf8 = [0; 4];
        let length = character.encode_utf8(&mut utf8).len();
        utf8.into_iter().take(length)
    });
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tests::outlined as body;

    fn outline(body: &Body) -> Vec<(u8, &str)> {
        let entry = |block: &Block| if let Block::Heading { level, .. } = block { *level } else { 0 };
        body.blocks.iter().map(|block| (entry(block), block.anchor().unwrap_or_default())).collect()
    }

    #[test]
    fn levels_change_and_anchors_follow() {
        let mut body = body(&["Кіріспе", "Статья 1. Цель", "1. Раз", "Статья 2. Как", "1. Два"]);
        if let Block::Paragraph { content, .. } = &mut body.blocks[0] {
            content[0].link = Some("#art-2-p-1".to_owned());
        }
        let keys = keys(&body);
        let choose =
            |index: usize, level| Correction { block: keys[index].clone().expect("a block of words"), level };
        let before = body.clone();
        correct(&mut body, &[choose(0, Some(9)), choose(3, None), choose(0, Some(1))]);
        let expected = [(1, "h-1"), (2, "art-1"), (0, "art-1-p-1"), (0, ""), (0, "art-1-p-1-x2")];
        assert_eq!(outline(&body), expected);
        let Block::Heading { content, .. } = &body.blocks[0] else { panic!("a heading") };
        assert_eq!(content[0].link.as_deref(), Some("#art-1-p-1-x2"));
        // Keys stand for words: taking the decisions back gives the body as it was.
        correct(&mut body, &[choose(0, None), choose(3, Some(2))]);
        assert_eq!(body, before);
    }

    #[test]
    fn equal_words_have_keys_of_their_own() {
        let keys = keys(&body(&["Бірдей", "Басқа", "Бірдей."]));
        assert_eq!(keys[0].as_ref().map(|key| key.as_str().len()), Some(18));
        assert_ne!(keys[0], keys[2]);
        assert_eq!(keys[2].as_ref().and_then(|key| Key::parse(key.as_str())), keys[2]);
        for wrong in ["", "x", "0123456789abcdef", "0123456789abcdef-", "0123456789abcdeg-1", "\"><script>-1"]
        {
            assert_eq!(Key::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn no_decision_changes_nothing() {
        let mut body = body(&["Раздел 1", "1. Раз", "Приложение 1", "1. Два"]);
        let before = body.clone();
        correct(&mut body, &[Correction { block: Key("0000000000000000-1".to_owned()), level: Some(1) }]);
        assert_eq!(body, before);
    }
}
