//! The mark of a trial print: ҮЛГІ and ОБРАЗЕЦ in outlines on a page, as large as they find room where no code, no band of
//! colour and no small print stands.

use crate::phrases::say;
use crate::print::model::choice::LANGUAGES;
use crate::print::model::display_list::DrawnCode;
use crate::print::model::display_list::{Item, Page, Text, TrialMark};
use crate::print::model::geometry::{Area, EDGE_MM};
use crate::print::model::style::{Measure, Style};

/// How far the words rise to the right.
const ANGLE_DEGREES: f32 = 18.0;

/// Sizes that are tried, the largest first.
const SIZES_PT: [f32; 11] = [112.0, 98.0, 86.0, 75.0, 66.0, 58.0, 50.0, 42.0, 34.0, 26.0, 20.0];

/// Below this size words stand over small print rather than become smaller yet.
const OVER_SMALL_PRINT_PT: f32 = 34.0;

/// Text of this size is small print: outlines over it make it hard to read.
const SMALL_PRINT_PT: f32 = 9.9;

/// So many words mark a page: one in each language.
const ENOUGH: usize = 2;

/// How finely places are tried.
const STEP_MM: f32 = 4.0;

/// White around a word, as a part of the height of its line.
const GAP: f32 = 0.3;

/// Most words in a place: where only small ones find room, more of them only trouble who reads.
const MOST: usize = 6;

/// The words for each of these places of a page, which is cut into them: the largest size of which enough find room,
/// none over a code or its quiet zone.
pub fn marks(page: &Page, places: &[Area], measure: &dyn Measure) -> Vec<Item> {
    places.iter().flat_map(|place| in_place(page, place, measure)).collect()
}

fn in_place(page: &Page, place: &Area, measure: &dyn Measure) -> Vec<Item> {
    let zones = page.codes().map(DrawnCode::zone);
    let fills = page.items.iter().filter_map(|item| match item {
        Item::Fill(fill) => Some(fill.area),
        _ => None,
    });
    let covered: Vec<Area> = zones.chain(fills).collect();
    let small = page.texts().filter(|text| text.style.size_pt <= SMALL_PRINT_PT);
    let mut all = covered.clone();
    all.extend(small.map(|text| area(text, measure)));
    let clear = SIZES_PT.into_iter().filter(|size_pt| *size_pt >= OVER_SMALL_PRINT_PT);
    let tried = clear.map(|size_pt| (size_pt, &all)).chain(SIZES_PT.map(|size_pt| (size_pt, &covered)));
    let mut words = Vec::new();
    for (size_pt, taken) in tried {
        words = placed(place, taken, Style::bold(size_pt), measure);
        if words.len() >= ENOUGH {
            break;
        }
    }
    // An odd step, so that both languages stay.
    let step = (words.len() / MOST) | 1;
    words.into_iter().step_by(step).map(Item::TrialMark).collect()
}

fn area(text: &Text, measure: &dyn Measure) -> Area {
    Area {
        left_mm: text.x_mm,
        top_mm: text.baseline_mm - measure.capital_mm(text.style),
        right_mm: text.x_mm + text.width_mm,
        bottom_mm: text.baseline_mm + measure.descent_mm(text.style),
    }
}

/// Words at one size, from the top of a place to its end, Kazakh and Russian in turn.
fn placed(place: &Area, taken: &[Area], style: Style, measure: &dyn Measure) -> Vec<TrialMark> {
    let texts = LANGUAGES.map(|lang| say(lang, "stand-specimen"));
    let (sin, cos) = ANGLE_DEGREES.to_radians().sin_cos();
    let (ascent_mm, descent_mm) = (measure.ascent_mm(style), measure.descent_mm(style));
    let height_mm = ascent_mm + descent_mm;
    let mut taken = taken.to_vec();
    let mut words = Vec::new();
    let inner = place.grown(-EDGE_MM);
    let mut y_mm = inner.top_mm;
    while y_mm < inner.bottom_mm {
        let mut x_mm = inner.left_mm;
        while x_mm < inner.right_mm {
            let text = &texts[words.len() % texts.len()];
            let width_mm = measure.width_mm(text, style);
            let area = Area {
                left_mm: x_mm,
                top_mm: y_mm,
                right_mm: x_mm + width_mm * cos + height_mm * sin,
                bottom_mm: y_mm + width_mm * sin + height_mm * cos,
            };
            let inside = area.right_mm <= inner.right_mm && area.bottom_mm <= inner.bottom_mm;
            if inside && !taken.iter().any(|other| other.overlaps(&area)) {
                words.push(TrialMark {
                    from_mm: (area.left_mm + ascent_mm * sin, area.bottom_mm - descent_mm * cos),
                    angle_degrees: ANGLE_DEGREES,
                    style,
                    text: text.clone(),
                });
                taken.push(area.grown(GAP * height_mm));
            }
            x_mm += STEP_MM;
        }
        y_mm += STEP_MM;
    }
    words
}

/// Both words in outlines one below the other, as large as they fit in a place: for a label without a free place.
pub fn outlined(place: Area, measure: &dyn Measure) -> Vec<Item> {
    const PROBE: Style = Style::bold(10.0);
    let texts = LANGUAGES.map(|lang| say(lang, "stand-specimen"));
    let widest_mm = texts.iter().map(|text| measure.width_mm(text, PROBE)).fold(0.0, f32::max);
    let line_mm = measure.ascent_mm(PROBE) + measure.descent_mm(PROBE);
    let wide = (place.right_mm - place.left_mm) / widest_mm;
    let part = wide.min((place.bottom_mm - place.top_mm) / (2.0 * line_mm));
    let style = Style::bold(PROBE.size_pt * part);
    let mut baseline_mm = place.top_mm + measure.ascent_mm(style);
    let word = |text: String| {
        let from_mm = (place.left_mm, baseline_mm);
        baseline_mm += line_mm * part;
        Item::TrialMark(TrialMark { from_mm, angle_degrees: 0.0, style, text })
    };
    texts.into_iter().map(word).collect()
}
