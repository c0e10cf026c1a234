//! The picture of an edition as PNG.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::PressError;
use crate::pdf::{Fonts, fonts};
use crate::stand::card::{BAND_MM, Card, HEIGHT_MM, Ink, WIDTH_MM};
use crate::stand::layout::{Font, MM_PER_PT};

/// Pixels of the picture: 1200 × 630, which messengers show without cutting.
const SIZE_PX: (u32, u32) = (1200, 630);

/// The bundled fonts and no others, so that every machine draws the same picture.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for font in [Font::Regular, Font::Bold] {
        database.load_font_data(fonts::bytes(font).to_vec());
    }
    Arc::new(database)
});

/// The picture as PNG of 1200 × 630 pixels.
///
/// # Errors
/// A drawing that cannot be read or written; no text makes one.
pub fn card(card: &Card) -> Result<Vec<u8>, PressError> {
    let options = Options { fontdb: FONTS.clone(), ..Options::default() };
    let tree = Tree::from_str(&svg(card), &options).map_err(|_| PressError::Picture)?;
    let mut picture = Pixmap::new(SIZE_PX.0, SIZE_PX.1).ok_or(PressError::Picture)?;
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    picture.encode_png().map_err(|_| PressError::Picture)
}

fn svg(card: &Card) -> String {
    let (width_px, height_px) = SIZE_PX;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width_px}\" height=\"{height_px}\" \
         viewBox=\"0 0 {WIDTH_MM} {HEIGHT_MM}\" font-family=\"Noto Sans\">\
         <path fill=\"#fdfcf9\" d=\"M0 0H{WIDTH_MM}V{HEIGHT_MM}H0Z\"/>\
         <path fill=\"{}\" d=\"M0 0H{BAND_MM}V{HEIGHT_MM}H0Z\"/>",
        colour(Ink::Accent)
    );
    for (ink, line) in card.lines(&Fonts::new()) {
        let weight = match line.style.font {
            Font::Regular => 400,
            Font::Bold => 700,
        };
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{}\">{}</text>",
            line.x_mm,
            line.baseline_mm,
            line.style.size_pt * MM_PER_PT,
            colour(ink),
            escaped(line.text.trim_end())
        );
    }
    svg + "</svg>"
}

/// Dark enough on white for every eye (WCAG 2.2, 1.4.3), as on the pages.
const fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Strong => "#1b2528",
        Ink::Soft => "#4f5d61",
        Ink::Accent => "#005f6e",
    }
}

/// Letters that XML keeps for itself, written otherwise; what XML forbids is left out.
fn escaped(text: &str) -> String {
    let allowed = text.chars().filter(|c| !c.is_control());
    allowed.fold(String::with_capacity(text.len()), |mut escaped, c| {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
        escaped
    })
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
