//! The picture of an edition as PNG.

use super::{PressError, svg};
use crate::print::layouts::card::{BAND_MM, Card, HEIGHT_MM, Ink, WIDTH_MM};
use crate::print::pdf::Fonts;

/// Pixels of the picture: 1200 × 630, which messengers show without cutting.
const SIZE_PX: (u32, u32) = (1200, 630);

/// The picture as PNG of 1200 × 630 pixels.
///
/// # Errors
/// A drawing that cannot be read or written; no text makes one.
pub fn card(card: &Card) -> Result<Vec<u8>, PressError> {
    svg::paint(&drawing(card), SIZE_PX)?.encode_png().map_err(|_| PressError::Picture)
}

fn drawing(card: &Card) -> String {
    let mut drawing = svg::begun(SIZE_PX, [0.0, 0.0, WIDTH_MM, HEIGHT_MM]);
    svg::fill(&mut drawing, [0.0, 0.0, WIDTH_MM, HEIGHT_MM], "#fdfcf9");
    svg::fill(&mut drawing, [0.0, 0.0, BAND_MM, HEIGHT_MM], colour(Ink::Accent));
    for (ink, line) in card.lines(&Fonts::new()) {
        svg::text(&mut drawing, &line, colour(ink), "");
    }
    drawing + "</svg>"
}

/// Dark enough on white for every eye (WCAG 2.2, 1.4.3), as on the pages.
const fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Strong => "#1b2528",
        Ink::Soft => "#4f5d61",
        Ink::Accent => "#005f6e",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weight of a picture that a weak network still shows.
    const HEAVIEST_BYTES: usize = 100 * 1024;

    fn sample(title: &str) -> Card {
        Card {
            union: "Астана қаласының білім және ғылым қызметкерлері кәсіподағы".to_owned(),
            kind: "Ұжымдық шарт".to_owned(),
            title: title.to_owned(),
            owner: "№ 54 мектеп-лицей".to_owned(),
            edition: "2025 жылғы 1 қыркүйектегі редакция".to_owned(),
            code: "7K3-M9Q3".to_owned(),
        }
    }

    #[test]
    fn every_title_gives_a_light_picture_and_the_same_one_each_time() {
        let long = "Әкімшілік & кәсіподақ комитеті <арасындағы> келісім ".repeat(6);
        for title in ["A", "№ 54 мектеп-лицейдің ұжымдық шарты", long.trim()] {
            let png = card(&sample(title)).expect("a picture");
            assert!(png.starts_with(b"\x89PNG") && png.len() <= HEAVIEST_BYTES, "{} bytes", png.len());
            assert_eq!(png[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 × 630");
            assert!(png == card(&sample(title)).expect("a picture"), "the same bytes");
        }
        let crowded = "Әйгілі щұқыр ".repeat(23).trim().to_owned();
        let worst = Card { union: crowded.clone(), owner: crowded.clone(), ..sample(&crowded) };
        assert!(
            card(&worst).expect("a picture").len() <= HEAVIEST_BYTES,
            "{}",
            card(&worst).expect("a picture").len()
        );
        assert!(card(&sample("A")).expect("one") != card(&sample("B")).expect("another"));
    }
}
