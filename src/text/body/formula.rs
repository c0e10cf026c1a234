//! Formulas: what stands over, under, above and below, as a tree; and how a person would type it in one line.

use serde::{Deserialize, Serialize};

use super::{Position, Span};

/// A formula, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Formula {
    /// Letters, numbers and signs.
    Words(String),
    /// Parts one behind the other.
    Row(Vec<Formula>),
    /// One part above another one.
    Fraction {
        /// The upper part.
        above: Box<Formula>,
        /// The lower part.
        below: Box<Formula>,
        /// Whether a line stands between them.
        is_ruled: bool,
    },
    /// A part with indices and exponents, such as `x²`.
    Scripts {
        /// The part that has them.
        base: Box<Formula>,
        /// What is lowered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lowered: Option<Box<Formula>>,
        /// What is raised.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        raised: Option<Box<Formula>>,
    },
    /// A part with others right below and above it: the limits of a sum.
    Limits {
        /// The part that has them.
        base: Box<Formula>,
        /// What stands below it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        below: Option<Box<Formula>>,
        /// What stands above it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        above: Option<Box<Formula>>,
    },
    /// A part with a sign over or under it that belongs to it: `x̄`.
    Accent {
        /// The part.
        base: Box<Formula>,
        /// The sign.
        sign: String,
        /// Whether it stands under the part.
        is_under: bool,
    },
    /// A root.
    Root {
        /// What stands under it.
        of: Box<Formula>,
        /// Which root, if not the second.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        degree: Option<Box<Formula>>,
    },
    /// Parts in brackets.
    Fenced {
        /// The bracket before them.
        open: String,
        /// What stands between them.
        between: String,
        /// The bracket behind them.
        close: String,
        /// The parts.
        parts: Vec<Formula>,
    },
    /// Rows of parts, in columns.
    Grid(Vec<Vec<Formula>>),
}

impl Formula {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Words(words) => words.trim().is_empty(),
            Self::Row(parts) => parts.iter().all(Self::is_empty),
            _ => false,
        }
    }

    /// The formula in one line: `(a + b)/c`, `x²`.
    pub fn line(&self) -> String {
        let mut text = String::new();
        self.write(true, &mut text);
        text
    }

    /// The formula as words of a paragraph.
    pub fn into_span(self) -> Span {
        Span { text: self.line(), formula: Some(Box::new(self)), ..Span::default() }
    }

    /// Writes the formula; `is_on_line` says whether it is neither raised nor lowered.
    fn write(&self, is_on_line: bool, text: &mut String) {
        let shifted = |part: &Option<Box<Self>>, position, text: &mut String| {
            if let Some(part) = part {
                part.shift(position, is_on_line, text);
            }
        };
        match self {
            Self::Words(words) => text.push_str(words),
            Self::Row(parts) => parts.iter().for_each(|part| part.write(is_on_line, text)),
            Self::Fraction { above, below, is_ruled } => {
                above.operand(is_on_line, text);
                text.push_str(if *is_ruled { "/" } else { " , " });
                below.operand(is_on_line, text);
            }
            Self::Scripts { base, lowered, raised } => {
                base.write(is_on_line, text);
                shifted(lowered, Position::Lowered, text);
                shifted(raised, Position::Raised, text);
            }
            Self::Limits { base, below, above } => {
                base.write(is_on_line, text);
                shifted(below, Position::Lowered, text);
                shifted(above, Position::Raised, text);
            }
            Self::Accent { base, .. } => base.write(is_on_line, text),
            Self::Root { of, degree } => {
                shifted(degree, Position::Raised, text);
                text.push('√');
                of.operand(is_on_line, text);
            }
            Self::Fenced { open, between, close, parts } => {
                text.push_str(open);
                for (at, part) in parts.iter().enumerate() {
                    text.push_str(if at > 0 { between } else { "" });
                    part.write(is_on_line, text);
                }
                text.push_str(close);
            }
            Self::Grid(rows) => {
                let is_column = rows.iter().all(|row| row.len() < 2);
                let [open, next, close] = if is_column { ["", "\n", ""] } else { ["[", "; ", "]"] };
                text.push_str(open);
                for (at, row) in rows.iter().enumerate() {
                    text.push_str(if at > 0 { next } else { "" });
                    for (column, part) in row.iter().enumerate() {
                        text.push_str(if column > 0 { ", " } else { "" });
                        part.write(is_on_line, text);
                    }
                }
                text.push_str(close);
            }
        }
    }

    /// A part that belongs together: in brackets, unless it is one number or one word.
    fn operand(&self, is_on_line: bool, text: &mut String) {
        let mut inner = String::new();
        self.write(is_on_line, &mut inner);
        bracket(&inner, text);
    }

    /// A power or an index; what is raised twice is written behind a sign.
    fn shift(&self, position: Position, is_on_line: bool, text: &mut String) {
        let mut inner = String::new();
        self.write(false, &mut inner);
        if inner.is_empty() {
            return;
        }
        if is_on_line {
            return text.push_str(&position.plain(&inner));
        }
        text.push(if position == Position::Raised { '^' } else { '_' });
        bracket(&inner, text);
    }
}

fn bracket(inner: &str, text: &mut String) {
    let is_bare = is_one(inner.trim());
    text.push_str(if is_bare { "" } else { "(" });
    text.push_str(inner);
    text.push_str(if is_bare { "" } else { ")" });
}

/// Whether a part is one number or one word.
fn is_one(text: &str) -> bool {
    let is_number = text.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','));
    is_number || text.chars().all(char::is_alphabetic)
}
