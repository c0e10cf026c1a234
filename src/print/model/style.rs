//! The typeface: its weights, its sizes, and what a layout must know of them.

/// A cut of the house's one typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Font {
    /// Noto Sans Regular.
    Regular,
    /// Noto Sans Bold.
    Bold,
    /// Noto Sans Condensed Bold: headlines, of which a line holds a sixth more letters at the same height.
    Condensed,
}

impl Font {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Condensed];
}

/// A font at a size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The font.
    pub font: Font,
    /// Its size in points.
    pub size_pt: f32,
}

/// Millimetres in a point (1/72 inch).
pub const MM_PER_PT: f32 = 25.4 / 72.0;

/// Distance of two base lines, as a multiple of the size.
const LEADING: f32 = 1.2;

impl Style {
    /// The regular font at a size in points.
    pub const fn regular(size_pt: f32) -> Self {
        Self { font: Font::Regular, size_pt }
    }

    /// The bold font at a size in points.
    pub const fn bold(size_pt: f32) -> Self {
        Self { font: Font::Bold, size_pt }
    }

    /// The font of headlines at a size in points.
    pub const fn headline(size_pt: f32) -> Self {
        Self { font: Font::Condensed, size_pt }
    }

    /// Height of a line in millimetres.
    pub fn leading_mm(self) -> f32 {
        self.size_pt * MM_PER_PT * LEADING
    }
}

/// What layout must know of the fonts.
pub trait Measure {
    /// Width of the shaped text in millimetres.
    fn width_mm(&self, text: &str, style: Style) -> f32;

    /// How far accents reach above the base line, in millimetres.
    fn ascent_mm(&self, style: Style) -> f32;

    /// How far letters reach below the base line, in millimetres.
    fn descent_mm(&self, style: Style) -> f32;

    /// Height of a capital in millimetres.
    fn capital_mm(&self, style: Style) -> f32;
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A typewriter: every letter is as wide as an ordinary one of the house's typeface.
    pub(crate) struct Typewriter;

    impl Measure for Typewriter {
        fn width_mm(&self, text: &str, style: Style) -> f32 {
            let letters = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
            let part = if style.font == Font::Condensed { 0.5 } else { 0.57 };
            f32::from(letters) * part * style.size_pt * MM_PER_PT
        }

        fn ascent_mm(&self, style: Style) -> f32 {
            0.95 * style.size_pt * MM_PER_PT
        }

        fn descent_mm(&self, style: Style) -> f32 {
            0.24 * style.size_pt * MM_PER_PT
        }

        fn capital_mm(&self, style: Style) -> f32 {
            0.714 * style.size_pt * MM_PER_PT
        }
    }
}
