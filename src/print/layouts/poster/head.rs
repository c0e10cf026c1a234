//! The head of a poster: whose stand it is, on its first page larger than on the pages after it.

use super::format::PosterFormat;
use crate::domain::Lang;
use crate::print::model::choice::{Languages, Look};
use crate::print::model::display_list::Role;
use crate::print::model::kit::Kit;
use crate::print::model::style::{Font, Measure, Style};
use crate::print::typeset::canvas::Block;
use crate::print::typeset::line_break::wrap_evenly;
use crate::print::typeset::masthead::{self, HeadFrame, HeadStyle, Masthead, ON_A_POSTER};
use crate::print::typeset::trilingual::Wording;

/// Sizes of the names on the first page. The last ones are for names of more than 100 characters.
const NAMES_PT: [f32; 8] = [24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0];

/// Sizes of the names on the pages after it.
const NAMES_FOLLOWING_PT: [f32; 3] = [13.0, 12.0, 11.0];

/// Size of the English name.
const ENGLISH_PT: f32 = 10.0;

/// Height of the emblem, as a part of the most that names may have.
const EMBLEM: f32 = 0.85;

/// Which page of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PagePosition {
    First,
    Following,
}

impl PagePosition {
    const fn sizes_pt(self) -> &'static [f32] {
        match self {
            Self::First => &NAMES_PT,
            Self::Following => &NAMES_FOLLOWING_PT,
        }
    }

    /// How high the names and the emblem may be.
    const fn most_mm(self) -> f32 {
        match self {
            Self::First => 18.0,
            Self::Following => 11.2,
        }
    }
}

/// The head of a page, its names in the largest size in which they are low enough.
pub(super) fn head(
    kit: &Kit,
    format: &PosterFormat,
    position: PagePosition,
    measure: &dyn Measure,
) -> Masthead {
    let style = HeadStyle { line_mm: ON_A_POSTER.line_mm * format.scale, ..ON_A_POSTER };
    let inset_mm = if kit.choice.look == Look::Banner { style.padding_mm } else { 0.0 };
    let most_mm = position.most_mm() * format.scale;
    let emblem_mm = most_mm * EMBLEM;
    let columns = format.columns_within(inset_mm, masthead::taken_mm(kit, emblem_mm));
    let names = Wording::names(kit, Font::Bold, measure);
    let set = |size_pt: &f32| names.set(size_pt * format.scale, &columns, measure);
    let sizes_pt = position.sizes_pt();
    let is_low = |size_pt: &&f32| {
        let names = set(size_pt);
        names.sides_mm() <= most_mm && !names.breaks_a_word()
    };
    let names = set(sizes_pt.iter().find(is_low).unwrap_or(&sizes_pt[sizes_pt.len() - 1]));
    let is_first = position == PagePosition::First;
    let names = if is_first { names.with_role(Role::Title) } else { names };
    let english = kit.organization.names.get(Lang::En).filter(|_| {
        let has_another = [Lang::Kk, Lang::Ru].iter().any(|lang| kit.organization.names.get(*lang).is_some());
        is_first && has_another && kit.choice.languages == Languages::KkRuEn
    });
    let english = english.map(|name| {
        let style = Style::regular(ENGLISH_PT * format.scale);
        let block = Block::new(name, style, columns.whole.width_mm(), wrap_evenly, measure);
        (block.in_lang(Lang::En), columns.whole)
    });
    let frame = HeadFrame {
        texts: format.leaves.to_vec(),
        bands: format.bands(kit.choice.edge),
        top_mm: format.top_mm,
        right_mm: format.last().right_mm - inset_mm,
    };
    Masthead::new(kit, style, frame, names.with_english(english), emblem_mm)
}
