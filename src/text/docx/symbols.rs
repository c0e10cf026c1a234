//! Characters of symbol fonts, which stand in the private area of Unicode.

/// The character that a sign of a symbol font looks like.
pub fn symbol(font: &str, code: u32) -> char {
    // Symbol fonts put their 256 signs at U+F000 (ISO/IEC 29500-1, 17.3.3.30).
    let sign = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let known = match font.to_lowercase().as_str() {
        "symbol" => symbol_sign(sign),
        "wingdings" => wingdings_sign(sign),
        "wingdings 2" => match sign {
            0x50 => Some('✓'),
            0x52 => Some('☑'),
            0xA3 => Some('☐'),
            _ => None,
        },
        _ => char::from_u32(code).filter(|_| sign == code),
    };
    known.unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn symbol_sign(sign: u32) -> Option<char> {
    Some(match sign {
        0xA3 => '≤',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB7 => '•',
        0xB8 => '÷',
        0xB9 => '≠',
        0xBB => '≈',
        0xA5 => '∞',
        0xAE => '→',
        0xDE => '⇒',
        0xD2 => '®',
        0xD3 => '©',
        0x61 => 'α',
        0x62 => 'β',
        0x67 => 'γ',
        0x2D => '−',
        0x20..=0x3F => char::from_u32(sign)?,
        _ => return None,
    })
}

fn wingdings_sign(sign: u32) -> Option<char> {
    Some(match sign {
        0x20 => ' ',
        0x28 => '☎',
        0x2A => '✉',
        0x6C | 0x9F => '•',
        0x6E | 0xA7 => '▪',
        0x6F | 0x71 | 0xA8 => '☐',
        0x76 => '❖',
        0x78 | 0xFD => '☒',
        0xFB => '✗',
        0xFC => '✓',
        0xFE => '☑',
        0xD8 => '➢',
        0xE0 | 0xE8 => '→',
        _ => return None,
    })
}
