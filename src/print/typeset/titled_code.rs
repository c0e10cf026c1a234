//! What is said of a document beside its code: its titles, its address, and words for who cannot see the code.

use super::canvas::Block;
use super::density::TIGHT;
use super::line_break::{Line, Words};
use super::trilingual::ENGLISH;
use crate::domain::{Code, Lang};
use crate::phrases::{say, say_with};
use crate::print::model::LayoutError;
use crate::print::model::display_list::Role;
use crate::print::model::geometry::count_f32;
use crate::print::model::kit::{Document, Kit, LabelledClause};
use crate::print::model::style::{Font, Measure, Style};
use crate::print::qr::Symbol;

/// A title in one language.
pub struct Title {
    pub lang: Lang,
    pub text: String,
    words: Words,
    /// Bold in every language that has the full size.
    font: Font,
}

impl Title {
    fn new(lang: Lang, text: String, font: Font, measure: &dyn Measure) -> Self {
        let words = Words::new(&text, font, measure);
        Self { lang, text, words, font }
    }

    /// Its font where Kazakh and Russian have this size.
    pub fn style(&self, size_pt: f32) -> Style {
        let part = if self.lang == Lang::En && self.font == Font::Regular { ENGLISH } else { 1.0 };
        Style { font: self.font, size_pt: size_pt * part }
    }

    /// How many lines it has, where no word must be broken for them.
    pub fn lines(&self, size_pt: f32, width_mm: f32, measure: &dyn Measure) -> Option<usize> {
        let size_pt = self.style(size_pt).size_pt;
        self.words.stay_whole(size_pt, width_mm).then(|| self.words.count(size_pt, width_mm, measure))
    }

    /// How high so many lines of it are, as near to each other as accents and tails allow.
    pub fn height_mm(&self, lines: usize, size_pt: f32) -> f32 {
        count_f32(lines) * self.style(size_pt).leading_mm() * TIGHT
    }

    /// The title broken into even lines.
    pub fn block(&self, size_pt: f32, width_mm: f32, measure: &dyn Measure) -> Block {
        let style = self.style(size_pt);
        let lines = self.words.even_lines(style.size_pt, width_mm, measure);
        Block::of_lines(lines, style).in_lang(self.lang).with_role(Role::Heading)
    }
}

/// A code with what it is of, and its address.
struct Named {
    name: Code,
    symbol: Symbol,
    shown: String,
}

/// One code and what stands beside it.
pub struct TitledCode {
    /// The document, or the organization for the code of the whole shelf.
    pub name: Code,
    /// The code.
    pub symbol: Symbol,
    /// Titles, in the languages that there are.
    pub titles: Vec<Title>,
    /// The address as people read it.
    pub shown: String,
    /// Its width at a size of one point.
    shown_mm: f32,
}

impl TitledCode {
    /// The shelf's own code.
    ///
    /// # Errors
    /// [`LayoutError`] where the address fits in no code.
    pub fn shelf(kit: &Kit, measure: &dyn Measure) -> Result<Self, LayoutError> {
        let titles = kit.choice.languages.all().iter().map(|lang| (*lang, say(*lang, "stand-shelf")));
        let code = kit.organization.code;
        let named = Named { name: code, symbol: kit.symbol(None)?, shown: kit.base.shown(code) };
        Ok(Self::new(named, titles.collect(), measure))
    }

    /// The code of a document.
    ///
    /// # Errors
    /// [`LayoutError`] where the address fits in no code.
    pub fn document(kit: &Kit, document: &Document, measure: &dyn Measure) -> Result<Self, LayoutError> {
        let name = document.code;
        let named = Named { name, symbol: kit.symbol(Some(name))?, shown: kit.base.shown(name) };
        Ok(Self::new(named, headings(kit, document), measure))
    }

    /// The code of an article or a point.
    ///
    /// # Errors
    /// [`LayoutError`] where the address fits in no code.
    pub fn clause(kit: &Kit, labelled: &LabelledClause, measure: &dyn Measure) -> Result<Self, LayoutError> {
        let (name, clause) = (labelled.document, labelled.clause);
        let symbol = kit.clause_symbol(name, clause)?;
        let named = Named { name, symbol, shown: kit.base.shown_clause(name, clause) };
        let langs = kit.choice.languages.all().iter();
        let titles = langs.filter_map(|lang| Some((*lang, labelled.names.get(*lang)?.to_owned())));
        Ok(Self::new(named, titles.collect(), measure))
    }

    fn new(named: Named, titles: Vec<(Lang, String)>, measure: &dyn Measure) -> Self {
        let Named { name, symbol, shown } = named;
        let alone = titles.len() == 1;
        let title = |(lang, text)| {
            let font = if lang == Lang::En && !alone { Font::Regular } else { Font::Bold };
            Title::new(lang, text, font, measure)
        };
        Self {
            name,
            symbol,
            titles: titles.into_iter().map(title).collect(),
            shown_mm: measure.width_mm(&shown, Style::regular(1.0)),
            shown,
        }
    }

    /// The address in the largest size in which it is one line, and below the last size in several. On a screen it is
    /// a link to what the code opens.
    pub fn address(&self, sizes_pt: &[f32], width_mm: f32, measure: &dyn Measure) -> Block {
        let style = Style::regular(self.address_pt(sizes_pt, width_mm).unwrap_or_else(|least_pt| least_pt));
        Block::new(&self.shown, style, width_mm, wrap_address, measure)
            .linked(self.symbol.payload().to_owned())
    }

    /// How high the address is, without setting it where it is one line.
    pub fn address_mm(&self, sizes_pt: &[f32], width_mm: f32, measure: &dyn Measure) -> f32 {
        match self.address_pt(sizes_pt, width_mm) {
            Ok(size_pt) => Style::regular(size_pt).leading_mm(),
            Err(_) => self.address(sizes_pt, width_mm, measure).height_mm(),
        }
    }

    /// The largest size in which the address is one line, else the least size that there is.
    fn address_pt(&self, sizes_pt: &[f32], width_mm: f32) -> Result<f32, f32> {
        let fitting = sizes_pt.iter().copied().find(|size_pt| self.shown_mm * size_pt <= width_mm);
        fitting.ok_or_else(|| sizes_pt.last().copied().unwrap_or(7.0))
    }

    /// The code in words.
    pub fn alternative(&self) -> String {
        let (lang, title) = self.titles.first().map_or((Lang::Kk, ""), |title| (title.lang, &*title.text));
        say_with(lang, "stand-code-of", &[("title", title.into()), ("address", (&*self.shown).into())])
    }
}

/// The titles of a document in the chosen languages; only those that it has, and its kind where it has none.
fn headings(kit: &Kit, document: &Document) -> Vec<(Lang, String)> {
    let chosen = kit.choice.languages.all();
    let titled: Vec<Lang> =
        chosen.iter().copied().filter(|lang| document.titles.get(*lang).is_some()).collect();
    let langs = match (titled.as_slice(), document.titles.get(Lang::En)) {
        ([], Some(_)) => &[Lang::En],
        ([], None) => chosen,
        _ => &titled,
    };
    let heading = |lang: &Lang| (*lang, document.heading(*lang, &kit.organization));
    let mut headings: Vec<(Lang, String)> = langs.iter().map(heading).collect();
    // The same in two languages is said once.
    headings.dedup_by(|one, other| one.1 == other.1);
    headings
}

/// Breaks an address: after a slash, else after a dot or hyphen of the host, at worst anywhere. The code at its end
/// stays whole.
pub fn wrap_address(measure: &dyn Measure, text: &str, style: Style, width_mm: f32) -> Vec<Line> {
    let fits = |text: &str| measure.width_mm(text, style) <= width_mm;
    if fits(text) {
        return vec![Line { text: text.to_owned(), width_mm: measure.width_mm(text, style) }];
    }
    let scheme = text.find("://").map_or(0, |at| at + "://".len());
    let path_at = text[scheme..].find('/').map_or(text.len(), |at| scheme + at + 1);
    let (host, path) = text.split_at(path_at);
    let pieces = host.split_inclusive(['/', '.', '-']).chain(path.split_inclusive('/'));
    let pieces = pieces.filter(|piece| !piece.is_empty());
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line}{piece}")) => line.push_str(piece),
            _ => lines.extend(
                super::line_break::wrap(measure, piece, style, width_mm).into_iter().map(|line| line.text),
            ),
        }
    }
    lines.into_iter().map(|text| Line { width_mm: measure.width_mm(&text, style), text }).collect()
}
