//! The mark of a specimen: ҮЛГІ and ОБРАЗЕЦ in outlines all over a page, wherever no code stands.

use super::kit::LANGUAGES;
use super::layout::{Measure, Style};
use super::sheet::{Area, EDGE_MM, Item, Page, Size, Specimen};
use crate::phrases::say;

/// How far the words rise to the right.
const ANGLE_DEGREES: f32 = 18.0;

/// Sizes that are tried, the largest first.
const SIZES_PT: [f32; 6] = [72.0, 60.0, 50.0, 42.0, 34.0, 26.0];

/// So many words mark a page: fewer can be cut off or overlooked.
const ENOUGH: usize = 4;

/// How finely places are tried.
const STEP_MM: f32 = 4.0;

/// White around a word.
const GAP_MM: f32 = 3.0;

/// The words for a page: the largest size of which enough find room, none over a code or its quiet zone.
pub(super) fn marks(page: &Page, measure: &dyn Measure) -> Vec<Item> {
    let zones: Vec<Area> = page.codes().map(super::sheet::DrawnCode::zone).collect();
    let mut words = Vec::new();
    for size_pt in SIZES_PT {
        words = placed(page.size, &zones, Style::bold(size_pt), measure);
        if words.len() >= ENOUGH {
            break;
        }
    }
    words.into_iter().map(Item::Specimen).collect()
}

/// Words at one size, from the top of the page to its end, Kazakh and Russian in turn.
fn placed(size: Size, zones: &[Area], style: Style, measure: &dyn Measure) -> Vec<Specimen> {
    let texts = LANGUAGES.map(|lang| say(lang, "stand-specimen"));
    let (sin, cos) = ANGLE_DEGREES.to_radians().sin_cos();
    let (ascent_mm, descent_mm) = (measure.ascent_mm(style), measure.descent_mm(style));
    let mut taken = zones.to_vec();
    let mut words = Vec::new();
    let mut y_mm = EDGE_MM;
    while y_mm < size.height_mm - EDGE_MM {
        let mut x_mm = EDGE_MM;
        while x_mm < size.width_mm - EDGE_MM {
            let text = &texts[words.len() % texts.len()];
            let width_mm = measure.width_mm(text, style);
            let area = Area {
                left_mm: x_mm,
                top_mm: y_mm,
                right_mm: x_mm + width_mm * cos + (ascent_mm + descent_mm) * sin,
                bottom_mm: y_mm + width_mm * sin + (ascent_mm + descent_mm) * cos,
            };
            let inside =
                area.right_mm <= size.width_mm - EDGE_MM && area.bottom_mm <= size.height_mm - EDGE_MM;
            if inside && !taken.iter().any(|other| other.overlaps(&area)) {
                words.push(Specimen {
                    from_mm: (area.left_mm + ascent_mm * sin, area.bottom_mm - descent_mm * cos),
                    angle_degrees: ANGLE_DEGREES,
                    style,
                    text: text.clone(),
                });
                taken.push(area.grown(GAP_MM));
            }
            x_mm += STEP_MM;
        }
        y_mm += STEP_MM;
    }
    words
}

/// Both words beside each other, as large as they fit in a place where nothing else stands: for small labels, on
/// which a word over the text would make it unreadable.
pub(super) fn strip(place: Area, measure: &dyn Measure) -> Vec<Item> {
    const PROBE: Style = Style::bold(10.0);
    let texts = LANGUAGES.map(|lang| say(lang, "stand-specimen"));
    let space_mm = measure.width_mm(" ", PROBE);
    let widths_mm = [0, 1].map(|i| measure.width_mm(&texts[i], PROBE));
    let wide = (place.right_mm - place.left_mm) / (widths_mm[0] + space_mm + widths_mm[1]);
    let high = (place.bottom_mm - place.top_mm) / (measure.ascent_mm(PROBE) + measure.descent_mm(PROBE));
    let part = wide.min(high);
    let style = Style::bold(PROBE.size_pt * part);
    let baseline_mm = place.bottom_mm - measure.descent_mm(style);
    let starts_mm = [place.left_mm, place.left_mm + (widths_mm[0] + space_mm) * part];
    let word = |(text, x_mm)| {
        Item::Specimen(Specimen { from_mm: (x_mm, baseline_mm), angle_degrees: 0.0, style, text })
    };
    texts.into_iter().zip(starts_mm).map(word).collect()
}
