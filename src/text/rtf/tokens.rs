//! The tokens of Rich Text Format 1.9.1: groups, control words, and the bytes of text.

/// The longest control word in bytes (a longer one is none).
const MAX_WORD_BYTES: usize = 32;

/// A token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'b> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\b`, `\fs24`, with its number.
    Word(&'b str, Option<i32>),
    /// `\~`, `\*`: a backslash and a sign.
    Sign(u8),
    /// A byte of text, plain or as `\'e0`.
    Byte(u8),
}

/// The tokens of a file.
pub struct Tokens<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Tokens<'b> {
    /// The tokens of these bytes.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Passes over so many bytes of binary data.
    pub fn pass(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn while_is(&mut self, is: impl Fn(&u8) -> bool) -> &'b [u8] {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take_while(|byte| is(byte)).count();
        self.at += length;
        &rest[..length]
    }

    fn control(&mut self) -> Option<Token<'b>> {
        let first = self.peek()?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            if first != b'\'' {
                return Some(Token::Sign(first));
            }
            let digits =
                self.bytes.get(self.at..self.at + 2).and_then(|digits| std::str::from_utf8(digits).ok());
            let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            self.at += if byte.is_some() { 2 } else { 0 };
            return Some(Token::Byte(byte.unwrap_or(b'?')));
        }
        let word = self.while_is(u8::is_ascii_alphabetic);
        let minus = self.peek() == Some(b'-') && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit);
        self.at += usize::from(minus);
        let digits = std::str::from_utf8(self.while_is(u8::is_ascii_digit)).unwrap_or_default();
        let number = digits.parse::<i32>().ok().map(|number| if minus { -number } else { number });
        self.at += usize::from(self.peek() == Some(b' '));
        let word = &word[..word.len().min(MAX_WORD_BYTES)];
        Some(Token::Word(std::str::from_utf8(word).unwrap_or_default(), number))
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        self.while_is(|byte| matches!(byte, b'\r' | b'\n' | b'\0'));
        let first = self.peek()?;
        self.at += 1;
        match first {
            b'{' => Some(Token::Open),
            b'}' => Some(Token::Close),
            b'\\' => self.control(),
            byte => Some(Token::Byte(byte)),
        }
    }
}
