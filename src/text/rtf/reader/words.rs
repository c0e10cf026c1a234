//! Bytes and characters become words, in the encoding of their font, and go where the group says.

use std::rc::Rc;

use super::Reader;
use crate::text::body::Span;
use crate::text::rtf::state::{Destination, of_charset};

/// The length from which nothing is added to a font's name: it is looked at for every word. Names have some 30 letters.
const MAX_FONT_NAME_BYTES: usize = 256;

impl Reader<'_> {
    /// A byte of text, unless a character before it stands for it.
    pub(super) fn byte(&mut self, byte: u8) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if self.state.destination == Destination::Colours {
            if byte == b';' {
                self.white.push(self.colour == [255; 3]);
                self.colour = [0; 3];
            }
            return;
        }
        self.bytes.push(byte);
    }

    /// Shows the bytes that wait, in the encoding of their font.
    pub(super) fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let font = self.fonts.get(&self.state.font);
        let charset = font.and_then(|font| font.charset).unwrap_or(1);
        let is_text = matches!(
            self.state.destination,
            Destination::Text | Destination::Box | Destination::Note | Destination::Head | Destination::Label
        );
        if charset == 2 && is_text {
            // A symbol font has signs of its own under its bytes.
            let signs: String =
                bytes.iter().filter_map(|byte| char::from_u32(0xF000 + u32::from(*byte))).collect();
            return self.show(&signs);
        }
        let encoding = of_charset(charset).filter(|_| is_text).unwrap_or(self.encoding);
        let text = encoding.decode_without_bom_handling(&bytes).0.into_owned();
        self.show(&text);
    }

    /// A character by its code in UTF-16; what follows for programs that do not know it is passed over.
    pub(super) fn unicode(&mut self, unit: u16) {
        self.skipped = 0;
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        if (0xD800..0xDC00).contains(&unit) {
            self.half = Some(unit);
        } else {
            let text: String = char::decode_utf16(units).flatten().collect();
            self.show(&text);
        }
        self.skipped = self.state.fallback;
    }

    /// Words for where the group leads.
    pub(super) fn show(&mut self, text: &str) {
        let state = &self.state;
        match state.destination {
            Destination::Text | Destination::Box | Destination::Note | Destination::Head => {}
            Destination::Fonts => {
                let font = self.fonts.entry(state.font).or_default();
                if font.name.len() < MAX_FONT_NAME_BYTES {
                    font.name.push_str(text.trim_end_matches(';'));
                }
                return;
            }
            Destination::Styles => {
                if text.trim().eq_ignore_ascii_case("title;") {
                    self.titles.push(state.style);
                }
                return;
            }
            Destination::Label => {
                let mut look = state.look.clone();
                look.fonts = self.font_names();
                let text = look.shown(text);
                return self.flow().label.push_str(&text);
            }
            Destination::Instruction => return self.instruction.push_str(text),
            Destination::Bookmark => return self.bookmark.push_str(text),
            Destination::Nowhere | Destination::Colours => return,
        }
        if state.is_deleted {
            return;
        }
        let mut look = state.look.clone();
        look.fonts = self.font_names();
        let is_white =
            look.white == Some(true) && look.shaded != Some(true) && !self.flow().paragraph.in_table;
        if look.hidden == Some(true) || look.tiny == Some(true) || is_white {
            return self.noticed.hide(text);
        }
        self.noticed.show(text, &look);
        let link = self.state.link.clone();
        let span = Span {
            text: look.shown(text),
            emphasis: look.emphasis(),
            position: look.position.unwrap_or_default(),
            is_struck: look.is_struck(),
            link,
            note: None,
            formula: None,
        };
        self.flow().line.push(span);
    }

    fn font_names(&self) -> [Option<Rc<str>>; 2] {
        let name = self.fonts.get(&self.state.font).map(|font| Rc::from(font.name.trim()));
        [name.clone(), name]
    }
}
