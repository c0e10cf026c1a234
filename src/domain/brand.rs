//! How the union shows in print: its emblem, one colour, and the telephone of its office.

use std::fmt;

/// Least contrast of the colour to white: enough for text of any size (WCAG 2.2, 1.4.3).
pub const CONTRAST_MIN: f32 = 4.5;

/// Most lightness of the colour in a black-and-white print, of 1: darker is told from white on every printer.
pub const GREY_MAX: f32 = 0.5;

/// The union's look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brand {
    /// The emblem as SVG path data (SVG 2, section 9.3); empty where there is none.
    pub emblem: String,
    /// The one colour.
    pub accent: Accent,
    /// The telephone of its office as people write it; empty where none is printed.
    pub phone: String,
}

/// The one colour besides black and white. It is dark enough to be read on white, and to be seen in black and white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    rgb: [u8; 3],
}

/// Why a colour cannot be the accent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NotAnAccent {
    /// It is not written `#005f6e`.
    Form,
    /// Text in it cannot be read on white.
    TooPale {
        /// Its contrast to white; at least [`CONTRAST_MIN`] is needed.
        contrast: f32,
    },
    /// It is too light once it is printed in black and white.
    TooLight {
        /// Its lightness, of 1; at most [`GREY_MAX`] is allowed.
        grey: f32,
    },
}

impl Default for Accent {
    /// The green-blue of the pages.
    fn default() -> Self {
        Self { rgb: [0x00, 0x5F, 0x6E] }
    }
}

impl Accent {
    /// Reads `#005f6e`, in any case, and checks that it can be printed.
    ///
    /// # Errors
    /// Another form, or a colour that is too light.
    pub fn parse(text: &str) -> Result<Self, NotAnAccent> {
        let digits = text.trim().strip_prefix('#').ok_or(NotAnAccent::Form)?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotAnAccent::Form);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| NotAnAccent::Form)?;
        let [_, red, green, blue] = number.to_be_bytes();
        let accent = Self { rgb: [red, green, blue] };
        let (contrast, grey) = (accent.contrast(), accent.grey());
        if contrast < CONTRAST_MIN {
            return Err(NotAnAccent::TooPale { contrast });
        }
        if grey > GREY_MAX {
            return Err(NotAnAccent::TooLight { grey });
        }
        Ok(accent)
    }

    /// Red, green and blue in sRGB.
    pub const fn rgb(self) -> [u8; 3] {
        self.rgb
    }

    /// Its contrast to white, 1 to 21 (WCAG 2.2, contrast ratio).
    pub fn contrast(self) -> f32 {
        let [red, green, blue] = self.rgb.map(|value| {
            let value = f32::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }

    /// How light it is in a black-and-white print, of 1 (ITU-R BT.601, luma: what printer drivers use).
    pub fn grey(self) -> f32 {
        let [red, green, blue] = self.rgb.map(|value| f32::from(value) / 255.0);
        0.299 * red + 0.587 * green + 0.114 * blue
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.rgb;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_colours_are_accents_and_come_back_as_they_were_written() {
        for text in ["#005f6e", "#000000", "#8b0000", "#1d3f8f"] {
            assert_eq!(Accent::parse(text).map(|accent| accent.to_string()).as_deref(), Ok(text));
        }
        assert_eq!(Accent::parse(" #005F6E "), Ok(Accent::default()));
        assert_eq!(Accent::parse(&Accent::default().to_string()), Ok(Accent::default()));
    }

    #[test]
    fn light_colours_and_other_words_are_refused_with_the_reason() {
        for text in ["", "005f6e", "#05f", "#00zz00", "red", "#é5f6e"] {
            assert_eq!(Accent::parse(text), Err(NotAnAccent::Form), "{text}");
        }
        for text in ["#ffffff", "#ffd700", "#00afca"] {
            assert!(matches!(Accent::parse(text), Err(NotAnAccent::TooPale { contrast }) if contrast < 4.5));
        }
    }

    #[test]
    fn black_and_white_have_the_contrast_of_the_standard() {
        assert!((Accent { rgb: [0; 3] }.contrast() - 21.0).abs() < 0.01);
        assert!((Accent { rgb: [255; 3] }.contrast() - 1.0).abs() < 0.01);
    }
}
