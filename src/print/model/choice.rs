//! What a chair may choose: a few named choices, each with a short name for addresses and commands.

use crate::domain::{Code, Lang};
use crate::print::qr::Level;

/// The two languages of everything printed, in equal size and in their order: left or first, right or second.
pub const LANGUAGES: [Lang; 2] = [Lang::Kk, Lang::Ru];

/// What is printed, and how. The default is what a chair gets with one tap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The parts, in the order of the file, each once.
    pub parts: Vec<Part>,
    /// The paper.
    pub paper: Paper,
    /// The label stock of the stickers.
    pub stock: Stock,
    /// The first label that is still on its sheet, counted from 1.
    pub start: usize,
    /// Least error correction of the codes.
    pub level: Level,
    /// The languages.
    pub languages: Languages,
    /// How it looks.
    pub look: Look,
    /// Who prints it.
    pub edge: Edge,
    /// The documents that get sheets and stickers; the poster always shows the whole shelf.
    pub documents: Documents,
    /// What happens to documents without a published text.
    pub pending: Pending,
    /// Whether a stand hangs already.
    pub occasion: Occasion,
}

/// A part of a kit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What to do, for the chair.
    Guide,
    /// All codes of the shelf.
    Poster,
    /// A sheet for each document.
    Sheets,
    /// Labels, one code on each.
    Stickers,
    /// A table for names and signatures.
    SignatureSheet,
}

/// The paper. What is not named is A4.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Paper {
    /// Everything on A4.
    #[default]
    A4,
    /// The poster on A3.
    A3,
    /// The poster as A3 on two A4 that overlap.
    A4x2,
    /// Sheets of A5, two on an A4.
    A5,
}

/// Label stock on A4, named as shops name it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stock {
    /// 63.5 × 38.1 mm, 3 × 7.
    #[default]
    L7160,
    /// 99.1 × 67.7 mm, 2 × 4.
    L7165,
    /// 70 × 37 mm, 3 × 8, to the edges of the paper.
    S70x37,
    /// 105 × 74 mm, 2 × 4, to the edges of the paper.
    S105x74,
}

/// The languages of everything printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Languages {
    /// Kazakh and Russian, in equal size.
    #[default]
    KkRu,
    /// English under both, smaller.
    KkRuEn,
}

/// How it looks. Nothing is lost in black and white in either.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    /// Lines on white: saves toner.
    #[default]
    Plain,
    /// A band in the union's colour at the head.
    Banner,
}

/// Who prints it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Edge {
    /// An office printer, which leaves the paper's edge white.
    #[default]
    Office,
    /// A print shop: colour to the edge with a bleed of 3 mm, and cut marks.
    PrintShop,
}

/// The documents that get sheets and stickers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Documents {
    /// The whole shelf.
    #[default]
    All,
    /// These of it.
    These(Vec<Code>),
}

/// What happens to documents without a published text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pending {
    /// The guide names them; they get no sheet.
    #[default]
    LeftOut,
    /// They are printed as well: the code opens the text once there is one.
    Printed,
}

/// Whether a stand hangs already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Occasion {
    /// A stand is hung; whatever hung there before comes down.
    #[default]
    New,
    /// Sheets that have become outdated are replaced. The guide says in bold that the old codes keep working.
    Reprint,
}

/// A choice that there is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidOption {
    /// What was chosen: `paper`, `start` …
    pub key: &'static str,
    /// What was written; empty where nothing was chosen of what must be.
    pub value: String,
    /// The greatest number that there is, where it is a number.
    pub most: Option<usize>,
}

impl InvalidOption {
    /// A value that stands for nothing.
    pub fn new(key: &'static str, value: &str) -> Self {
        Self { key, value: value.to_owned(), most: None }
    }
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            parts: vec![Part::Guide, Part::Poster, Part::Sheets],
            paper: Paper::default(),
            stock: Stock::default(),
            start: 1,
            level: Level::default(),
            languages: Languages::default(),
            look: Look::default(),
            edge: Edge::default(),
            documents: Documents::default(),
            pending: Pending::default(),
            occasion: Occasion::default(),
        }
    }
}

/// Names of the values of an enum, for addresses and commands.
macro_rules! named {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order in which it is offered.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in addresses and commands.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }

            /// The value with a name, in any case.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name().eq_ignore_ascii_case(name.trim()))
            }
        }
    };
}

named!(Part { Guide = "guide", Poster = "poster", Sheets = "sheets", Stickers = "stickers", SignatureSheet = "acquaintance" });
named!(Paper { A4 = "a4", A3 = "a3", A4x2 = "a4x2", A5 = "a5" });
named!(Stock { L7160 = "L7160", L7165 = "L7165", S70x37 = "70x37", S105x74 = "105x74" });
named!(Languages { KkRu = "kk,ru", KkRuEn = "kk,ru,en" });
named!(Look { Plain = "plain", Banner = "banner" });
named!(Edge { Office = "office", PrintShop = "bleed" });
named!(Pending { LeftOut = "no", Printed = "yes" });
named!(Occasion { New = "new", Reprint = "reprint" });
named!(Level { Q = "q", H = "h" });

impl Stock {
    /// Labels in a row and in a column.
    pub const fn grid(self) -> (usize, usize) {
        match self {
            Self::L7160 => (3, 7),
            Self::L7165 | Self::S105x74 => (2, 4),
            Self::S70x37 => (3, 8),
        }
    }

    /// Labels on a sheet of A4.
    pub const fn labels(self) -> usize {
        let (columns, rows) = self.grid();
        columns * rows
    }
}

impl Languages {
    /// The languages in their order.
    pub fn all(self) -> &'static [Lang] {
        match self {
            Self::KkRu => &LANGUAGES,
            Self::KkRuEn => &[Lang::Kk, Lang::Ru, Lang::En],
        }
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
        let mut choice = Self::default();
        let (mut parts, mut documents, mut start) = (None, None, None);
        for (key, value) in pairs {
            let wrong = |key| InvalidOption::new(key, value);
            match key {
                "parts" => {
                    let parts = parts.get_or_insert_with(Vec::new);
                    for name in listed(value) {
                        parts.push(Part::parse(name).ok_or_else(|| wrong("parts"))?);
                    }
                }
                "documents" => {
                    let documents = documents.get_or_insert_with(Vec::new);
                    for name in listed(value) {
                        documents.push(Code::parse(name).map_err(|_| wrong("documents"))?);
                    }
                }
                "paper" => choice.paper = Paper::parse(value).ok_or_else(|| wrong("paper"))?,
                "stock" => choice.stock = Stock::parse(value).ok_or_else(|| wrong("stock"))?,
                "start" => start = Some(value.trim()).filter(|start| !start.is_empty()),
                "level" => choice.level = Level::parse(value).ok_or_else(|| wrong("level"))?,
                "languages" => {
                    choice.languages = Languages::parse(value).ok_or_else(|| wrong("languages"))?;
                }
                "look" => choice.look = Look::parse(value).ok_or_else(|| wrong("look"))?,
                "edge" => choice.edge = Edge::parse(value).ok_or_else(|| wrong("edge"))?,
                "pending" => choice.pending = Pending::parse(value).ok_or_else(|| wrong("pending"))?,
                "occasion" => choice.occasion = Occasion::parse(value).ok_or_else(|| wrong("occasion"))?,
                _ => {}
            }
        }
        if let Some(start) = start {
            let most = choice.stock.labels();
            let number = start.parse().ok().filter(|number| (1..=most).contains(number));
            let wrong = || InvalidOption { most: Some(most), ..InvalidOption::new("start", start) };
            choice.start = number.ok_or_else(wrong)?;
        }
        if let Some(mut parts) = parts {
            if parts.is_empty() {
                return Err(InvalidOption::new("parts", ""));
            }
            parts.sort_unstable();
            parts.dedup();
            choice.parts = parts;
        }
        if let Some(documents) = documents {
            if documents.is_empty() {
                return Err(InvalidOption::new("documents", ""));
            }
            choice.documents = Documents::These(documents);
        }
        Ok(choice)
    }

    /// The choices that are not the default ones, as they stand in an address. [`Choice::read`] reads them back.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let (own, default) = (self.all_pairs(), Self::default().all_pairs());
        own.into_iter().filter(|pair| !default.contains(pair)).collect()
    }

    fn all_pairs(&self) -> Vec<(&'static str, String)> {
        let parts: Vec<&str> = self.parts.iter().map(|part| part.name()).collect();
        let documents: Vec<&str> = match &self.documents {
            Documents::All => Vec::new(),
            Documents::These(codes) => codes.iter().map(Code::as_str).collect(),
        };
        vec![
            ("parts", parts.join(".")),
            ("paper", self.paper.name().to_owned()),
            ("stock", self.stock.name().to_owned()),
            ("start", self.start.to_string()),
            ("level", self.level.name().to_owned()),
            ("languages", self.languages.name().to_owned()),
            ("look", self.look.name().to_owned()),
            ("edge", self.edge.name().to_owned()),
            ("documents", documents.join(".")),
            ("pending", self.pending.name().to_owned()),
            ("occasion", self.occasion.name().to_owned()),
        ]
    }

    /// The choices that change nothing in what is chosen: paper for a part that is not printed, and the like.
    pub fn idle(&self) -> Vec<&'static str> {
        let usual = Self::default();
        let (has_large, has_sheets) = (self.has(Part::Poster), self.has(Part::Sheets));
        let stickers = self.has(Part::Stickers);
        let paper_serves = match self.paper {
            Paper::A4 => true,
            Paper::A3 | Paper::A4x2 => has_large,
            Paper::A5 => has_sheets,
        };
        let has_codes = self.parts.iter().any(|part| *part != Part::Guide);
        let names_documents = self.documents != Documents::All;
        [
            ("paper", !paper_serves),
            ("stock", self.stock != usual.stock && !stickers),
            ("start", self.start != usual.start && !stickers),
            ("level", self.level != usual.level && !has_codes),
            ("look", self.look != usual.look && self.parts == [Part::Stickers]),
            ("edge", self.edge != usual.edge && self.parts == [Part::Stickers]),
            ("documents", names_documents && !has_sheets && !stickers && !self.has(Part::SignatureSheet)),
        ]
        .into_iter()
        .filter_map(|(key, is_idle)| is_idle.then_some(key))
        .collect()
    }

    /// Whether a part is chosen.
    pub fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// Whether a document gets a sheet, as far as its code decides.
    pub fn names(&self, code: Code) -> bool {
        match &self.documents {
            Documents::All => true,
            Documents::These(codes) => codes.contains(&code),
        }
    }
}

/// The values of a list, which may be empty.
fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split(['.', ',', ' ']).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests;
