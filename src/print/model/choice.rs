//! What a chair may choose, as plain values. How it is written and where it shows stands in the table of
//! [`options`](super::options).

use crate::domain::names::names;
use crate::domain::{Clause, Code, Lang};
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
    /// How far the labels are moved.
    pub shift: Shift,
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
    /// The articles and points that get labels, in place of the documents; none for the documents.
    pub clauses: Vec<(Code, Clause)>,
    /// What happens to documents without a published text.
    pub pending: Pending,
    /// Whether a stand hangs already.
    pub occasion: Occasion,
}

names! {
    /// A part of a kit.
    pub enum Part {
        /// What to do, for the chair.
        Guide = "guide",
        /// All codes of the shelf.
        Poster = "poster",
        /// A sheet for each document.
        Sheets = "sheets",
        /// Labels, one code on each.
        Stickers = "stickers",
        /// A table for names and signatures.
        SignatureSheet = "acquaintance",
        /// Lines of a known length, to see whether a printer keeps sizes.
        Ruler = "ruler",
    }
}

names! {
    /// The paper. What is not named is A4.
    #[derive(Default)]
    pub enum Paper {
        /// Everything on A4.
        #[default]
        A4 = "a4",
        /// The poster on A3.
        A3 = "a3",
        /// The poster as A3 on two A4 that overlap.
        A4x2 = "a4x2",
        /// Sheets of A5, two on an A4.
        A5 = "a5",
    }
}

names! {
    /// Label stock on A4, named as shops name it.
    #[derive(Default)]
    pub enum Stock {
        /// 63.5 × 38.1 mm, 3 × 7.
        #[default]
        L7160 = "L7160",
        /// 99.1 × 67.7 mm, 2 × 4.
        L7165 = "L7165",
        /// 70 × 37 mm, 3 × 8, to the edges of the paper.
        S70x37 = "70x37",
        /// 105 × 74 mm, 2 × 4, to the edges of the paper.
        S105x74 = "105x74",
    }
}

/// How far the labels are moved for a printer that draws its paper in askew, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shift {
    /// To the right.
    pub right: i16,
    /// Down.
    pub down: i16,
}

impl Shift {
    /// The farthest, in tenths of a millimetre: a printer that is worse needs a mechanic.
    pub const MOST: i16 = 50;

    /// To the right and down, in millimetres.
    pub fn mm(self) -> (f32, f32) {
        (f32::from(self.right) / 10.0, f32::from(self.down) / 10.0)
    }
}

names! {
    /// The languages of everything printed.
    #[derive(Default)]
    pub enum Languages {
        /// Kazakh and Russian, in equal size.
        #[default]
        KkRu = "kk,ru",
        /// English under both, smaller.
        KkRuEn = "kk,ru,en",
    }
}

names! {
    /// How it looks. Nothing is lost in black and white in any.
    #[derive(Default)]
    pub enum Look {
        /// Lines on white: saves toner.
        #[default]
        Plain = "plain",
        /// A band in the union's colour at the head.
        Banner = "banner",
        /// Thin lines, and an ornament in the union's colour down the margin.
        Gallery = "gallery",
    }
}

names! {
    /// Who prints it.
    #[derive(Default)]
    pub enum Edge {
        /// An office printer, which leaves the paper's edge white.
        #[default]
        Office = "office",
        /// A print shop: colour to the edge with a bleed of 3 mm, and cut marks.
        PrintShop = "bleed",
    }
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

names! {
    /// What happens to documents without a published text.
    #[derive(Default)]
    pub enum Pending {
        /// The guide names them; they get no sheet.
        #[default]
        LeftOut = "no",
        /// They are printed as well: the code opens the text once there is one.
        Printed = "yes",
    }
}

names! {
    /// Whether a stand hangs already.
    #[derive(Default)]
    pub enum Occasion {
        /// A stand is hung; whatever hung there before comes down.
        #[default]
        New = "new",
        /// Sheets that have become outdated are replaced. The guide says in bold that the old codes keep working.
        Reprint = "reprint",
    }
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            parts: vec![Part::Guide, Part::Poster, Part::Sheets],
            paper: Paper::default(),
            stock: Stock::default(),
            start: 1,
            shift: Shift::default(),
            level: Level::default(),
            languages: Languages::default(),
            look: Look::default(),
            edge: Edge::default(),
            documents: Documents::default(),
            clauses: Vec::new(),
            pending: Pending::default(),
            occasion: Occasion::default(),
        }
    }
}

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

impl Documents {
    /// The documents that are named; none for the whole shelf.
    pub fn codes(&self) -> &[Code] {
        match self {
            Self::All => &[],
            Self::These(codes) => codes,
        }
    }
}

impl Choice {
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
