//! What stands on the labels of a kit, decided once for all of them: how large the codes are, what stands beside the
//! titles, and the sizes of both.

use super::shorten::shortened;
use super::stock::TOLERANCE_MM;
use super::words::{ADDRESS, Extent, Setting, Words};
use super::{CODE_MIN_MM, LEAST_PT, MODULE_MIN_MM, stock};
use crate::domain::Lang;
use crate::domain::lang::Trilingual;
use crate::print::model::LayoutError;
use crate::print::model::choice::Stock;
use crate::print::model::geometry::{Area, count_f32};
use crate::print::model::kit::{Document, Kit, LabelledClause, PrintStatus};
use crate::print::model::style::Measure;
use crate::print::typeset::titled_code::TitledCode;

/// Largest part of a label's width that a code takes with its quiet zone.
const CODE_PART: f32 = 0.56;

/// How far accents and tails of tight lines reach out of their place.
const TIGHT_MM: f32 = 0.4;

/// Sides of codes that are tried.
const SIDES: u8 = 6;

/// A title that is smaller than this makes the code smaller; as a multiple of the small print.
const COMFORTABLE: f32 = 1.3;

/// A title that is smaller than this is worth more than the organization's name and a larger code.
const WORTH_PT: f32 = 7.5;

/// How much larger than the smallest title another one may be, unless it would be uncomfortable then.
const UNLIKE: f32 = 1.5;

/// Height of the mark of a trial print, as a part of the label's.
const MARK: f32 = 0.1;

/// Between the words and the mark.
const MARK_GAP_MM: f32 = 0.5;

/// Characters of a title that is too long for its label, the most of them that find room.
const SHORTER: [usize; 8] = [90, 72, 58, 48, 40, 32, 24, 14];

/// What a label is of, and what it says where the titles have no room.
pub(super) struct Labelled {
    /// With its titles.
    pub titled: TitledCode,
    /// With less and less of them: the short ones that the office gave, else words from both ends.
    shorter: Vec<TitledCode>,
    /// What stands under the titles, smaller: the organization, or the document of an article.
    pub of: Trilingual,
    /// Whether the first of these are those that the office gave.
    has_given: bool,
}

impl Labelled {
    ///
    /// # Errors
    /// [`LayoutError`] where a title fits in no size, or an address in no code.
    pub fn document(kit: &Kit, document: &Document, measure: &dyn Measure) -> Result<Self, LayoutError> {
        let with = |titles| TitledCode::document(kit, &Document { titles, ..document.clone() }, measure);
        let given = |lang| document.short_titles.get(lang).or_else(|| document.titles.get(lang));
        let shorter = |most: usize| {
            let text = |lang| given(lang).map_or_else(String::new, |title| shortened(title, most));
            Trilingual::new(&text(Lang::Kk), &text(Lang::Ru), &text(Lang::En))
        };
        let has_given = document.short_titles.iter().next().is_some();
        let most = has_given.then_some(usize::MAX).into_iter().chain(SHORTER);
        Ok(Self {
            titled: TitledCode::document(kit, document, measure)?,
            shorter: most.map(|most| with(shorter(most))).collect::<Result<_, _>>()?,
            of: kit.organization.names.clone(),
            has_given,
        })
    }

    ///
    /// # Errors
    /// [`LayoutError`] where a name fits in no size, or an address in no code.
    pub fn shelf(kit: &Kit, measure: &dyn Measure) -> Result<Self, LayoutError> {
        let of = kit.organization.names.clone();
        Ok(Self { titled: TitledCode::shelf(kit, measure)?, shorter: Vec::new(), has_given: false, of })
    }

    ///
    /// # Errors
    /// [`LayoutError`] where an address fits in no code.
    pub fn clause(kit: &Kit, labelled: &LabelledClause, measure: &dyn Measure) -> Result<Self, LayoutError> {
        let shorter = |most: usize| {
            let text = |lang| labelled.names.get(lang).map_or_else(String::new, |name| shortened(name, most));
            let names = Trilingual::new(&text(Lang::Kk), &text(Lang::Ru), &text(Lang::En));
            TitledCode::clause(kit, &LabelledClause { names, ..labelled.clone() }, measure)
        };
        let heading = |lang| {
            kit.document(labelled.document)
                .map_or_else(String::new, |document| document.heading(lang, &kit.organization))
        };
        Ok(Self {
            titled: TitledCode::clause(kit, labelled, measure)?,
            shorter: SHORTER.into_iter().map(shorter).collect::<Result<_, _>>()?,
            has_given: false,
            of: Trilingual::new(&heading(Lang::Kk), &heading(Lang::Ru), ""),
        })
    }
}

/// Whether a label keeps room for the mark of a trial print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reserve {
    Nothing,
    Mark,
}

/// Where things stand on a label, from its corner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Side of the code.
    pub side_mm: f32,
    /// The code's corner.
    pub code_mm: (f32, f32),
    /// The place of the words.
    pub text: Area,
    /// The place of the mark of a trial print, below the words; without height where none is kept.
    pub mark: Area,
}

/// A label as it is printed.
pub(super) struct Arranged {
    pub frame: Frame,
    pub words: Words,
    pub reserve: Reserve,
}

impl Frame {
    /// The frame for a code of this side; none where the label has no room for it.
    fn new(stock: Stock, entry: &TitledCode, side_mm: f32, reserve: Reserve) -> Option<Self> {
        const ROUNDING_MM: f32 = 0.001;
        let (size, printed) = (stock::geometry(stock), stock::printed(stock));
        let quiet_mm = entry.symbol.quiet_mm(side_mm);
        let left_mm = printed.left_mm.max(TOLERANCE_MM + quiet_mm);
        let top_mm = (size.height_mm - side_mm) / 2.0;
        let code_fits = top_mm + ROUNDING_MM >= printed.top_mm.max(TOLERANCE_MM + quiet_mm);
        let mut text = Area {
            left_mm: left_mm + side_mm + quiet_mm,
            top_mm: printed.top_mm + TIGHT_MM,
            bottom_mm: printed.bottom_mm - TIGHT_MM,
            ..printed
        };
        let mark_mm = if reserve == Reserve::Mark { size.height_mm * MARK } else { 0.0 };
        let mark = Area { top_mm: text.bottom_mm - mark_mm, ..text };
        if reserve == Reserve::Mark {
            text.bottom_mm = mark.top_mm - MARK_GAP_MM;
        }
        code_fits.then_some(Self { side_mm, code_mm: (left_mm, top_mm), text, mark })
    }

    /// The frames for a code, the largest code first.
    fn all(stock: Stock, entry: &TitledCode, reserve: Reserve) -> Vec<Self> {
        let size = stock::geometry(stock);
        let zone_mm = (size.width_mm * CODE_PART).min(size.height_mm - 2.0 * TOLERANCE_MM);
        let least_mm = CODE_MIN_MM.max(MODULE_MIN_MM * count_f32(entry.symbol.side_modules()));
        let most_mm = (zone_mm * entry.symbol.part()).max(least_mm);
        let side = |step: u8| least_mm + (most_mm - least_mm) * f32::from(step) / f32::from(SIDES);
        (0..=SIDES).rev().filter_map(|step| Self::new(stock, entry, side(step), reserve)).collect()
    }
}

/// All labels. A trial print keeps room for its mark only where that costs no label its titles.
///
/// # Errors
/// A document whose title has no room however short, and two labels that read alike.
pub(super) fn arranged(
    kit: &Kit,
    labels: &[Labelled],
    measure: &dyn Measure,
) -> Result<Vec<Arranged>, LayoutError> {
    let bare = Arrangement::new(kit, labels, Reserve::Nothing, measure)?;
    if kit.status == PrintStatus::Trial
        && let Ok(marked) = Arrangement::new(kit, labels, Reserve::Mark, measure)
        && marked.titled() == bare.titled()
    {
        return Ok(marked.set());
    }
    Ok(bare.set())
}

/// Whether a label says all of its titles, or all of the short ones that the office gave.
pub(super) fn is_whole(kit: &Kit, label: &Labelled, measure: &dyn Measure) -> bool {
    let labels = std::slice::from_ref(label);
    let Ok(arranged) = Arrangement::new(kit, labels, Reserve::Nothing, measure) else { return false };
    let given = label.shorter.first().filter(|_| label.has_given);
    let is_said = |whole: &TitledCode| std::ptr::eq(arranged.entries[0], whole);
    is_said(&label.titled) || given.is_some_and(is_said)
}

/// What was decided.
struct Arrangement<'a> {
    kit: &'a Kit,
    /// What each label says.
    entries: Vec<&'a TitledCode>,
    /// Its frames, as many for each.
    frames: Vec<Vec<Frame>>,
    reserve: Reserve,
    /// Which of the frames.
    number: usize,
    extent: Extent,
    /// Size of the address with each of the frames.
    addresses_pt: Vec<f32>,
    /// Most size of a title.
    most_pt: f32,
    measure: &'a dyn Measure,
    labels: &'a [Labelled],
}

impl<'a> Arrangement<'a> {
    /// All codes have one size, the largest with which every title can be read comfortably; the organization's name
    /// stands there where it does not cost half of the code's growth. Titles that are not too long for it have one
    /// size.
    fn new(
        kit: &'a Kit,
        labels: &'a [Labelled],
        reserve: Reserve,
        measure: &'a dyn Measure,
    ) -> Result<Self, LayoutError> {
        let entries: Vec<&TitledCode> = labels.iter().map(|label| &label.titled).collect();
        let mut frames: Vec<Vec<Frame>> =
            entries.iter().map(|entry| Frame::all(kit.choice.stock, entry, reserve)).collect();
        let most = frames.iter().map(Vec::len).min().unwrap_or_default();
        if let Some(none) = frames.iter().position(Vec::is_empty) {
            return Err(LayoutError::TitleTooLong { code: entries[none].name });
        }
        for frames in &mut frames {
            frames.drain(..frames.len() - most);
        }
        let last = most - 1;
        let (extent, most_pt) = (Extent::WithoutEnglish, f32::INFINITY);
        let mut this = Self {
            kit,
            entries,
            frames,
            reserve,
            number: last,
            extent,
            addresses_pt: Vec::new(),
            most_pt,
            measure,
            labels,
        };
        this.addresses_pt = (0..most).map(|number| this.address_pt(number)).collect();
        for (at, label) in labels.iter().enumerate() {
            for shorter in &label.shorter {
                if this.size_pt(at, last, extent).is_some() {
                    break;
                }
                this.entries[at] = shorter;
            }
        }
        this.tell_apart()?;
        this.decide(last)?;
        Ok(this)
    }

    /// The size of the codes, what stands beside the titles, and how large those are.
    fn decide(&mut self, last: usize) -> Result<(), LayoutError> {
        let comfortable_pt = COMFORTABLE * beside_pt(self.kit.choice.stock);
        // What each title must have: one that is too long for comfort even beside the smallest code may be smaller.
        let floor_pt = |at: usize| {
            let most_pt = self.size_pt(at, last, Extent::WithoutName).unwrap_or(LEAST_PT);
            if most_pt >= comfortable_pt { comfortable_pt } else { most_pt.min(WORTH_PT) }
        };
        let floors_pt: Vec<f32> = (0..self.entries.len()).map(floor_pt).collect();
        let tried = [
            (Extent::Everything, (last + 1).div_ceil(2)),
            (Extent::WithoutName, last + 1),
            (Extent::WithoutEnglish, last + 1),
            (Extent::WithoutCall, last + 1),
        ];
        let found = tried.into_iter().find_map(|(extent, count)| {
            let fits = |(at, floor_pt): (usize, &f32), number: usize| {
                self.size_pt(at, number, extent).is_some_and(|size_pt| size_pt >= *floor_pt)
            };
            let all = |number: &usize| floors_pt.iter().enumerate().all(|label| fits(label, *number));
            (0..count).find(all).map(|number| (number, extent))
        });
        let (number, extent) = found.unwrap_or((last, Extent::WithoutCall));
        let mut least_pt = [f32::INFINITY; 2];
        for (at, floor_pt) in floors_pt.iter().enumerate() {
            let code = self.entries[at].name;
            let size_pt = self.size_pt(at, number, extent).ok_or(LayoutError::TitleTooLong { code })?;
            let is_ordinary = *floor_pt >= comfortable_pt;
            least_pt[usize::from(is_ordinary)] = least_pt[usize::from(is_ordinary)].min(size_pt);
        }
        let [long_pt, ordinary_pt] = least_pt;
        self.most_pt = ordinary_pt.min((UNLIKE * long_pt).max(comfortable_pt));
        (self.number, self.extent) = (number, extent);
        Ok(())
    }

    /// Refuses two labels that read alike: who sticks them would not know which is which.
    fn tell_apart(&self) -> Result<(), LayoutError> {
        let said = |entry: &TitledCode| entry.titles.iter().map(|title| title.text.to_lowercase()).collect();
        let said: Vec<Vec<String>> = self.entries.iter().map(|entry| said(entry)).collect();
        for (at, label) in said.iter().enumerate() {
            if let Some(other) = said[..at].iter().position(|other| other == label) {
                return Err(LayoutError::LabelsAlike {
                    codes: [self.entries[other].name, self.entries[at].name],
                });
            }
        }
        Ok(())
    }

    /// How many labels have their titles.
    fn titled(&self) -> usize {
        self.entries
            .iter()
            .zip(self.labels)
            .filter(|(entry, label)| std::ptr::eq(**entry, &raw const label.titled))
            .count()
    }

    /// The largest size in which the address of each label is one line.
    fn address_pt(&self, number: usize) -> f32 {
        let sizes_pt = ADDRESS.map(|part| part * beside_pt(self.kit.choice.stock));
        let one_line = |size_pt: &f32| {
            self.entries.iter().zip(&self.frames).all(|(entry, frames)| {
                let text = frames[number].text;
                entry.address(&[*size_pt], text.right_mm - text.left_mm, self.measure).lines.len() == 1
            })
        };
        sizes_pt.into_iter().find(one_line).unwrap_or(sizes_pt[sizes_pt.len() - 1])
    }

    fn setting(&self, at: usize, number: usize) -> Setting<'_> {
        let sizes_pt = (beside_pt(self.kit.choice.stock), self.addresses_pt[number]);
        Setting::new(
            &self.labels[at].of,
            self.entries[at],
            self.frames[at][number].text,
            sizes_pt,
            self.measure,
        )
    }

    fn size_pt(&self, at: usize, number: usize, extent: Extent) -> Option<f32> {
        self.setting(at, number).size_pt(extent)
    }

    /// Every label with its words, which begin on one line on all of them.
    fn set(&self) -> Vec<Arranged> {
        let set = |at: usize| {
            let setting = self.setting(at, self.number);
            let size_pt = setting.size_pt(self.extent).map_or(LEAST_PT, |size_pt| size_pt.min(self.most_pt));
            let words = setting.words(self.extent, size_pt);
            Arranged { frame: self.frames[at][self.number], words, reserve: self.reserve }
        };
        let mut labels: Vec<Arranged> = (0..self.entries.len()).map(set).collect();
        // Level with the codes where the words of all labels are no higher than them.
        let top_mm = labels.iter().map(|label| label.frame.text.top_mm.max(label.frame.code_mm.1));
        let top_mm = top_mm.fold(0.0, f32::max);
        let ends_mm = labels
            .iter()
            .map(|label| label.frame.text.bottom_mm.min(label.frame.code_mm.1 + label.frame.side_mm));
        let bottom_mm = ends_mm.fold(f32::INFINITY, f32::min);
        if labels.iter().all(|label| label.words.height_mm() <= bottom_mm - top_mm) {
            for label in &mut labels {
                label.frame.text = Area { top_mm, bottom_mm, ..label.frame.text };
            }
        }
        labels
    }
}

/// The sizes of what stands beside a title, by the height of a label.
fn beside_pt(stock: Stock) -> f32 {
    match stock {
        Stock::L7160 | Stock::S70x37 => 6.0,
        Stock::L7165 | Stock::S105x74 => 9.0,
    }
}
