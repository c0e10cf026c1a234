//! Words that stand above or below their line.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Where words stand on their line: «Статья 19¹» is another article than «Статья 191».
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// On it.
    #[default]
    OnLine,
    /// Above it, such as the exponent of m².
    Raised,
    /// Below it, such as the index of CO₂.
    Lowered,
}

impl Position {
    /// Whether they stand on it.
    pub const fn is_on_line(&self) -> bool {
        matches!(self, Self::OnLine)
    }

    /// Words in this position as plain characters: with signs of their own where Unicode has them for all, else behind
    /// `^` or `_` in brackets.
    pub(super) fn plain(self, text: &str) -> Cow<'_, str> {
        let (signs, mark) = match self {
            Self::OnLine => return Cow::Borrowed(text),
            Self::Raised => (RAISED_SIGNS, '^'),
            Self::Lowered => (LOWERED_SIGNS, '_'),
        };
        let sign = |letter: char| signs.iter().find(|(on_line, _)| *on_line == letter).map(|(_, sign)| *sign);
        let letters =
            || text.chars().map(|letter| if letter.is_whitespace() { Some(letter) } else { sign(letter) });
        match letters().collect::<Option<String>>() {
            Some(signs) => Cow::Owned(signs),
            None => Cow::Owned(format!("{mark}({})", text.trim())),
        }
    }
}

impl Position {
    /// Where a sign of Unicode stands that is raised or lowered by itself, and the one on the line that it stands for.
    pub fn of_sign(sign: char) -> Option<(Self, char)> {
        let own = |signs: &[(char, char)]| {
            signs.iter().find(|(_, known)| *known == sign).map(|(letter, _)| *letter)
        };
        let raised = own(RAISED_SIGNS).map(|letter| (Self::Raised, letter));
        raised.or_else(|| own(LOWERED_SIGNS).map(|letter| (Self::Lowered, letter)))
    }
}

/// Raised signs of Unicode.
const RAISED_SIGNS: &[(char, char)] = &[
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('=', '⁼'),
    ('(', '⁽'),
    (')', '⁾'),
    ('i', 'ⁱ'),
    ('k', 'ᵏ'),
    ('m', 'ᵐ'),
    ('n', 'ⁿ'),
];

/// Lowered signs of Unicode.
const LOWERED_SIGNS: &[(char, char)] = &[
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
    ('+', '₊'),
    ('-', '₋'),
    ('−', '₋'),
    ('=', '₌'),
    ('(', '₍'),
    (')', '₎'),
    ('i', 'ᵢ'),
    ('k', 'ₖ'),
    ('m', 'ₘ'),
    ('n', 'ₙ'),
];
