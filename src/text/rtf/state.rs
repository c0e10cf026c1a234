//! What a group of Rich Text Format inherits from the one around it.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::text::body::Position;
use crate::text::docx::look::Look;

/// Half-points of the largest size that nobody sees.
const MAX_UNSEEN_SIZE: i32 = 2;

/// How far words must be moved to stand raised or lowered, in half-points.
const MIN_SHIFT: i32 = 4;

/// Where words go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Destination {
    /// Into the text.
    #[default]
    Text,
    /// Nowhere.
    Nowhere,
    /// Into the table of fonts.
    Fonts,
    /// Into the table of styles.
    Styles,
    /// Into the table of colours.
    Colours,
    /// They are the number of the paragraph.
    Label,
    /// They are the instruction of a field.
    Instruction,
    /// They are the name of a bookmark.
    Bookmark,
    /// Into a text box.
    Box,
    /// Into a note.
    Note,
    /// Above the first page of a section alone.
    Head,
}

/// The state of a group.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// Where its words go.
    pub destination: Destination,
    /// How they look.
    pub look: Look,
    /// The number of their font.
    pub font: i32,
    /// How many characters stand behind a Unicode one for programs that do not know it.
    pub fallback: usize,
    /// Whether they were deleted and wait for it to be accepted.
    pub is_deleted: bool,
    /// The number of the style.
    pub style: i32,
    /// Where they lead.
    pub link: Option<String>,
}

/// A font of the table of fonts.
#[derive(Debug, Clone, Default)]
pub struct Font {
    /// Its name.
    pub name: String,
    /// The Windows character set (`\fcharset`), as far as it is said.
    pub charset: Option<i32>,
}

impl State {
    /// Changes the look of words by a control word; whether it was one.
    pub fn apply(&mut self, word: &str, number: Option<i32>, white: &[bool]) -> bool {
        let on = Some(number != Some(0));
        let is_white =
            || white.get(usize::try_from(number.unwrap_or(0)).unwrap_or(0)).copied().unwrap_or(false);
        let look = &mut self.look;
        match word {
            "plain" => *look = Look::default(),
            "b" => look.bold = on,
            "i" => look.italic = on,
            "v" => look.hidden = on,
            "strike" => look.struck = on,
            "striked" => look.struck_twice = on,
            "caps" => look.capitals = on,
            "scaps" => look.small_capitals = on,
            "super" => look.position = on.filter(|on| *on).map(|_| Position::Raised),
            "sub" => look.position = on.filter(|on| *on).map(|_| Position::Lowered),
            "nosupersub" => look.position = None,
            "up" => look.position = (number.unwrap_or(6) >= MIN_SHIFT).then_some(Position::Raised),
            "dn" => look.position = (number.unwrap_or(6) >= MIN_SHIFT).then_some(Position::Lowered),
            "fs" => look.tiny = number.map(|size| size <= MAX_UNSEEN_SIZE),
            "cf" => look.white = Some(is_white()),
            "highlight" | "chcbpat" | "cb" => look.shaded = Some(number.unwrap_or(0) != 0 && !is_white()),
            "deleted" => self.is_deleted = on == Some(true),
            "f" => self.font = number.unwrap_or(0),
            "uc" => self.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            _ => return false,
        }
        true
    }
}

/// The encoding of a Windows code page.
pub fn code_page(number: i32) -> &'static Encoding {
    let label = match number {
        874 => "windows-874".to_owned(),
        866 => "ibm866".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10007 => "x-mac-cyrillic".to_owned(),
        65001 => "utf-8".to_owned(),
        other => format!("windows-{other}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

/// The encoding of a Windows character set; none for the one of the file.
pub fn of_charset(charset: i32) -> Option<&'static Encoding> {
    let page = match charset {
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        255 => 866,
        _ => return None,
    };
    Some(code_page(page))
}
