//! Numbers as Word writes them (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59).

use super::xml::Element;

/// Digits that a number has at least, at most: a forged format must not fill the page with zeros.
const MAX_DIGITS: usize = 9;

const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";

/// The Russian letters that number a list: ё, й, ъ and ь are passed over.
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// How a level writes its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Numeral {
    /// 1, 2, 3; also what unknown formats fall back to, as in Word.
    #[default]
    Decimal,
    /// 01, 02, 03, or with more zeros: so many digits at least.
    Zeros(u8),
    /// - 1 -, - 2 -.
    Dashed,
    /// ①, ②, ③.
    Circled,
    /// (1), (2), (3).
    Bracketed,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
    /// a, b, c … z, aa, bb.
    LowerLetter,
    /// A, B, C … Z, AA, BB.
    UpperLetter,
    /// а, б, в.
    LowerRussian,
    /// А, Б, В.
    UpperRussian,
    /// A sign instead of a number.
    Bullet,
    /// Nothing.
    None,
}

impl Numeral {
    /// The format that this element names. Custom ones, `001, 002, 003, ...`, count digits.
    pub fn read(format: &Element) -> Self {
        let custom = format.attribute("format").and_then(|custom| custom.split(',').next());
        match (format.attribute("val").unwrap_or_default(), custom) {
            ("custom", Some(first)) if first.trim().bytes().all(|digit| digit.is_ascii_digit()) => {
                Self::Zeros(first.trim().len().min(MAX_DIGITS) as u8)
            }
            (name, _) => Self::parse(name),
        }
    }

    /// The format that OpenDocument names by its first number (ODF 1.3, part 3, 19.506).
    pub fn of_first(number: &str) -> Self {
        match number.chars().next() {
            None => Self::None,
            Some('a') => Self::LowerLetter,
            Some('A') => Self::UpperLetter,
            Some('i') => Self::LowerRoman,
            Some('I') => Self::UpperRoman,
            Some('а') => Self::LowerRussian,
            Some('А') => Self::UpperRussian,
            Some('①') => Self::Circled,
            Some('0') => Self::Zeros(2),
            Some(_) => Self::Decimal,
        }
    }

    /// The format with this name.
    fn parse(name: &str) -> Self {
        match name {
            "decimalZero" => Self::Zeros(2),
            "numberInDash" => Self::Dashed,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Circled,
            "decimalEnclosedParen" => Self::Bracketed,
            "lowerRoman" => Self::LowerRoman,
            "upperRoman" => Self::UpperRoman,
            "lowerLetter" => Self::LowerLetter,
            "upperLetter" => Self::UpperLetter,
            "russianLower" => Self::LowerRussian,
            "russianUpper" => Self::UpperRussian,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// The number in this format; Word leaves out a zero that letters and Roman numerals cannot write.
    pub fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::Zeros(digits) => format!("{number:0digits$}", digits = usize::from(digits)),
            Self::Dashed => format!("- {number} -"),
            Self::Bracketed => format!("({number})"),
            Self::Circled => circled(number),
            Self::LowerRoman => roman(number),
            Self::UpperRoman => roman(number).to_uppercase(),
            Self::LowerLetter => letters(number, LATIN),
            Self::UpperLetter => letters(number, LATIN).to_uppercase(),
            Self::LowerRussian => letters(number, RUSSIAN),
            Self::UpperRussian => letters(number, RUSSIAN).to_uppercase(),
            Self::Bullet | Self::None => String::new(),
        }
    }
}

/// The letter of a number; past the last one, letters are doubled, tripled and so on.
fn letters(number: u32, alphabet: &str) -> String {
    let Some(index) = number.checked_sub(1) else { return String::new() };
    let count = alphabet.chars().count() as u32;
    let letter = alphabet.chars().nth((index % count) as usize);
    // Word numbers lists up to 32,767; the bound keeps a forged start from filling the page with letters.
    let times = (index / count + 1).min(32) as usize;
    letter.map(|letter| letter.to_string().repeat(times)).unwrap_or_default()
}

/// The number in a circle; Unicode has them up to 20.
fn circled(number: u32) -> String {
    let sign =
        number.checked_sub(1).filter(|index| *index < 20).and_then(|index| char::from_u32(0x2460 + index));
    sign.map_or_else(|| number.to_string(), String::from)
}

fn roman(number: u32) -> String {
    let mut left = number.min(32_767);
    let mut text = String::new();
    for (value, letters) in ROMAN {
        while left >= value {
            text.push_str(letters);
            left -= value;
        }
    }
    text
}
