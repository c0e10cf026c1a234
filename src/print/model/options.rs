//! The table of print options: what may be chosen, how it is written, and where it shows.
//!
//! Addresses, forms, commands, refusals and the names of files follow from [`OPTIONS`]. An option is added by a field of
//! [`Choice`], a row here, and its phrases `choice-KEY` and `choice-KEY-VALUE`.

use super::choice::{Choice, Documents, Edge, Languages, Look, Occasion, Paper, Part, Pending, Shift, Stock};
use crate::domain::{Clause, Code};
use crate::print::qr::Level;

/// A row of the table.
pub struct PrintOption {
    /// Its name in addresses, forms and commands. Its phrases begin with `choice-` and this name.
    pub key: &'static str,
    /// What may be chosen.
    pub values: Values,
    /// How a command asks for it.
    pub command: Command,
    /// Whether forms explain it, by its phrase that ends in `-hint`.
    pub has_hint: bool,
    /// Takes what was written, every time that it was named.
    read: fn(&mut Choice, &[&str]) -> Result<(), Wrong>,
    /// What is chosen, as [`Self::read`] reads it.
    write: fn(&Choice) -> String,
    /// What the name of a file says of a choice where another one was expected.
    in_file_names: fn(&Choice, &Choice) -> Option<String>,
    /// Whether it changes nothing in what is chosen.
    is_idle: fn(&Choice) -> bool,
}

/// What may be chosen.
#[derive(Debug, Clone, Copy)]
pub enum Values {
    /// One of these names.
    One(fn() -> Vec<&'static str>),
    /// Any of these names, one at least.
    Any(fn() -> Vec<&'static str>),
    /// A number from 1 to this one, or to a smaller one.
    Number(fn() -> usize),
    /// Millimetres with tenths, as far as [`Shift::MOST`] in both directions.
    Millimetres,
    /// Documents of the shelf, by their codes.
    Documents,
    /// Articles and points of its documents: `7K3M9Q3-P5.2`.
    Clauses,
}

/// How a command asks for something.
#[derive(Debug, Clone, Copy)]
pub enum Command {
    /// By its key and a value.
    Value,
    /// By a word alone, which stands for this value.
    Flag(&'static str, &'static str),
}

/// A value that there is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidOption {
    /// What was chosen: `paper`, `start` …
    pub key: &'static str,
    /// What was written; empty where nothing was chosen of what must be.
    pub value: String,
    /// The greatest number that there is, where it is a number.
    pub most: Option<usize>,
}

/// What is wrong in an option, and the greatest number that it may be.
struct Wrong(String, Option<usize>);

impl InvalidOption {
    /// A value that stands for nothing.
    pub fn new(key: &'static str, value: &str) -> Self {
        Self { key, value: value.to_owned(), most: None }
    }
}

/// An option of which one value is chosen, in a field of this type.
macro_rules! one {
    ($key:literal, $field:ident: $type:ty) => {
        PrintOption {
            key: $key,
            values: Values::One(|| <$type>::ALL.map(<$type>::name).to_vec()),
            command: Command::Value,
            has_hint: false,
            read: |choice, given| {
                for text in given {
                    choice.$field = named(&<$type>::ALL, <$type>::name, text)?;
                }
                Ok(())
            },
            write: |choice| choice.$field.name().to_owned(),
            in_file_names: |choice, expected| {
                (choice.$field != expected.$field).then(|| choice.$field.name().to_owned())
            },
            is_idle: |_| false,
        }
    };
}

/// How far the labels are moved in one direction.
macro_rules! shift {
    ($key:literal, $direction:ident) => {
        PrintOption {
            key: $key,
            values: Values::Millimetres,
            command: Command::Value,
            has_hint: true,
            read: |choice, given| {
                for text in given.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
                    choice.shift.$direction = tenths(text).ok_or_else(|| Wrong(text.to_owned(), None))?;
                }
                Ok(())
            },
            write: |choice| {
                let tenths = choice.shift.$direction;
                let sign = if tenths < 0 { "-" } else { "" };
                match (tenths.abs() / 10, tenths.abs() % 10) {
                    (whole, 0) => format!("{sign}{whole}"),
                    (whole, rest) => format!("{sign}{whole}.{rest}"),
                }
            },
            in_file_names: |_, _| None,
            is_idle: |choice| choice.shift.$direction != 0 && !choice.has(Part::Stickers),
        }
    };
}

/// Every option, in the order in which it is offered.
pub const OPTIONS: &[PrintOption] = &[
    PrintOption {
        key: "parts",
        values: Values::Any(|| Part::ALL.map(Part::name).to_vec()),
        command: Command::Value,
        has_hint: false,
        read: |choice, given| {
            choice.parts = list(given, |name| named(&Part::ALL, Part::name, name).ok())?;
            choice.parts.sort_unstable();
            choice.parts.dedup();
            Ok(())
        },
        write: |choice| joined(choice.parts.iter().map(|part| part.name()), "."),
        in_file_names: |choice, expected| {
            let differs = choice.parts != expected.parts;
            differs.then(|| joined(choice.parts.iter().map(|part| part.name()), "-"))
        },
        is_idle: |_| false,
    },
    PrintOption {
        is_idle: |choice| match choice.paper {
            Paper::A4 => false,
            Paper::A3 | Paper::A4x2 => !choice.has(Part::Poster),
            Paper::A5 => !choice.has(Part::Sheets),
        },
        ..one!("paper", paper: Paper)
    },
    PrintOption {
        has_hint: true,
        in_file_names: |choice, _| choice.has(Part::Stickers).then(|| choice.stock.name().to_owned()),
        is_idle: |choice| choice.stock != Stock::default() && !choice.has(Part::Stickers),
        ..one!("stock", stock: Stock)
    },
    PrintOption {
        key: "start",
        values: Values::Number(|| Stock::ALL.map(Stock::labels).into_iter().fold(1, usize::max)),
        command: Command::Value,
        has_hint: true,
        read: |choice, given| {
            // The stock stands before it in the table, and was read before it.
            let most = choice.stock.labels();
            for text in given.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
                let number = text.parse().ok().filter(|number| (1..=most).contains(number));
                choice.start = number.ok_or_else(|| Wrong(text.to_owned(), Some(most)))?;
            }
            Ok(())
        },
        write: |choice| choice.start.to_string(),
        in_file_names: |choice, expected| {
            let says = choice.has(Part::Stickers) && choice.start != expected.start;
            says.then(|| format!("from-{}", choice.start))
        },
        is_idle: |choice| choice.start > 1 && !choice.has(Part::Stickers),
    },
    shift!("right", right),
    shift!("down", down),
    PrintOption {
        is_idle: |choice| choice.level != Level::default() && choice.parts == [Part::Guide],
        ..one!("level", level: Level)
    },
    PrintOption {
        in_file_names: |choice, expected| {
            let last = choice.languages.name().rsplit(',').next().map(str::to_owned);
            last.filter(|_| choice.languages != expected.languages)
        },
        ..one!("languages", languages: Languages)
    },
    PrintOption {
        is_idle: |choice| choice.look != Look::default() && choice.parts == [Part::Stickers],
        ..one!("look", look: Look)
    },
    PrintOption {
        command: Command::Flag("bleed", "bleed"),
        // Labels are cut already.
        is_idle: |choice| choice.edge != Edge::default() && choice.parts == [Part::Stickers],
        ..one!("edge", edge: Edge)
    },
    PrintOption { command: Command::Flag("reprint", "reprint"), ..one!("occasion", occasion: Occasion) },
    PrintOption {
        command: Command::Flag("pending", "yes"),
        in_file_names: |choice, expected| (choice.pending != expected.pending).then(|| "pending".to_owned()),
        ..one!("pending", pending: Pending)
    },
    PrintOption {
        key: "documents",
        values: Values::Documents,
        command: Command::Value,
        has_hint: true,
        read: |choice, given| {
            choice.documents = Documents::These(list(given, |name| Code::parse(name).ok())?);
            Ok(())
        },
        write: |choice| joined(choice.documents.codes().iter().map(Code::as_str), "."),
        in_file_names: |choice, _| match choice.documents.codes() {
            [] => None,
            [only] => Some(only.to_string()),
            some => Some(format!("of-{}", some.len())),
        },
        is_idle: |choice| {
            let of_documents = [Part::Sheets, Part::Stickers, Part::SignatureSheet];
            choice.documents != Documents::All && !of_documents.iter().any(|part| choice.has(*part))
        },
    },
    PrintOption {
        key: "clauses",
        values: Values::Clauses,
        command: Command::Value,
        has_hint: true,
        read: |choice, given| {
            let named = given.iter().flat_map(|text| text.split([',', ' '])).filter(|name| !name.is_empty());
            for name in named {
                let clause = clause(name).ok_or_else(|| Wrong(name.to_owned(), None))?;
                if !choice.clauses.contains(&clause) {
                    choice.clauses.push(clause);
                }
            }
            Ok(())
        },
        write: |choice| {
            let written = choice.clauses.iter().map(|(code, clause)| format!("{code}-{clause}"));
            written.collect::<Vec<_>>().join(",")
        },
        in_file_names: |choice, _| {
            (!choice.clauses.is_empty()).then(|| format!("articles-{}", choice.clauses.len()))
        },
        is_idle: |choice| !choice.clauses.is_empty() && !choice.has(Part::Stickers),
    },
];

impl PrintOption {
    /// The option with this key.
    pub fn of(key: &str) -> Option<&'static Self> {
        OPTIONS.iter().find(|option| option.key == key)
    }

    /// The names that may be chosen; none where it is no choice among names.
    pub fn names(&self) -> Vec<&'static str> {
        match self.values {
            Values::One(names) | Values::Any(names) => names(),
            Values::Number(_) | Values::Millimetres | Values::Documents | Values::Clauses => Vec::new(),
        }
    }

    /// The phrase that says what one of its names means.
    pub fn phrase(&self, name: &str) -> String {
        format!("choice-{}-{}", self.key, name.to_ascii_lowercase().replace(',', "-"))
    }

    /// What is chosen, as it stands in addresses.
    pub fn written(&self, choice: &Choice) -> String {
        (self.write)(choice)
    }

    /// What the name of a file says of a choice where another one was expected.
    pub fn in_file_names(&self, choice: &Choice, expected: &Choice) -> Option<String> {
        (self.in_file_names)(choice, expected)
    }
}

impl Choice {
    /// Reads the choices of an address or a form. What is not named stays as it is by default; a name that may stand
    /// several times (`parts=poster&parts=sheets`) may also be one list (`parts=poster.sheets`).
    ///
    /// # Errors
    /// A value that there is not, by name; no part or document at all, where they are named. Unknown names are not
    /// choices and are left to others, an empty number is the default.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, InvalidOption> {
        let pairs: Vec<(&str, &str)> = pairs.into_iter().collect();
        let mut choice = Self::default();
        for option in OPTIONS {
            let given = pairs.iter().filter(|(key, _)| *key == option.key).map(|(_, value)| *value);
            let given: Vec<&str> = given.collect();
            if !given.is_empty() {
                let invalid = |Wrong(value, most)| InvalidOption { key: option.key, value, most };
                (option.read)(&mut choice, &given).map_err(invalid)?;
            }
        }
        Ok(choice)
    }

    /// The choices that are not the default ones, as they stand in an address. [`Choice::read`] reads them back.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let usual = Self::default();
        let pairs = OPTIONS.iter().map(|option| (option, option.written(self)));
        let own = pairs.filter(|(option, written)| *written != option.written(&usual));
        own.map(|(option, written)| (option.key, written)).collect()
    }

    /// The choices that change nothing in what is chosen: paper for a part that is not printed, and the like.
    pub fn idle(&self) -> Vec<&'static str> {
        OPTIONS.iter().filter(|option| (option.is_idle)(self)).map(|option| option.key).collect()
    }
}

/// The value with a name, in any case.
fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, text: &str) -> Result<T, Wrong> {
    let found = all.iter().copied().find(|value| name(*value).eq_ignore_ascii_case(text.trim()));
    found.ok_or_else(|| Wrong(text.to_owned(), None))
}

/// Millimetres with at most one tenth, as people write them in any of the languages, in tenths.
fn tenths(text: &str) -> Option<i16> {
    let (sign, digits) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, rest) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let digit =
        |text: &str| text.parse::<i16>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let rest = digit(rest).filter(|rest| *rest < 10 && text.len() < 8)?;
    let tenths = digit(whole)?.checked_mul(10)?.checked_add(rest)?;
    (tenths <= Shift::MOST).then_some(sign * tenths)
}

/// An article or point of a document, as it stands in addresses.
fn clause(text: &str) -> Option<(Code, Clause)> {
    let (code, clause) = text.rsplit_once('-')?;
    Some((Code::parse(code).ok()?, Clause::parse(clause)?))
}

/// The values of lists; at least one must be named.
fn list<T>(given: &[&str], read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Wrong> {
    let mut found = Vec::new();
    for text in given {
        for name in text.split(['.', ',', ' ']).filter(|name| !name.is_empty()) {
            found.push(read(name).ok_or_else(|| Wrong((*text).to_owned(), None))?);
        }
    }
    if found.is_empty() { Err(Wrong(String::new(), None)) } else { Ok(found) }
}

fn joined<'a>(names: impl Iterator<Item = &'a str>, by: &str) -> String {
    names.collect::<Vec<_>>().join(by)
}

#[cfg(test)]
mod tests;
