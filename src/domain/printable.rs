//! The letters that can be printed: those of the three fonts on paper. A name or title that has others is refused when it
//! is typed, and not only when its stand is to be printed.

/// The letters that every font has, as ranges in order; `press` compares them with the fonts.
const LETTERS: &[(char, char)] = &[
    ('\u{20}', '\u{7E}'),
    ('\u{A0}', '\u{377}'),
    ('\u{37A}', '\u{37F}'),
    ('\u{384}', '\u{38A}'),
    ('\u{38C}', '\u{38C}'),
    ('\u{38E}', '\u{3A1}'),
    ('\u{3A3}', '\u{3E1}'),
    ('\u{3F0}', '\u{52F}'),
    ('\u{1AB0}', '\u{1AC0}'),
    ('\u{1C80}', '\u{1C88}'),
    ('\u{1D00}', '\u{1DF9}'),
    ('\u{1DFB}', '\u{1F15}'),
    ('\u{1F18}', '\u{1F1D}'),
    ('\u{1F20}', '\u{1F45}'),
    ('\u{1F48}', '\u{1F4D}'),
    ('\u{1F50}', '\u{1F57}'),
    ('\u{1F59}', '\u{1F59}'),
    ('\u{1F5B}', '\u{1F5B}'),
    ('\u{1F5D}', '\u{1F5D}'),
    ('\u{1F5F}', '\u{1F7D}'),
    ('\u{1F80}', '\u{1FB4}'),
    ('\u{1FB6}', '\u{1FC4}'),
    ('\u{1FC6}', '\u{1FD3}'),
    ('\u{1FD6}', '\u{1FDB}'),
    ('\u{1FDD}', '\u{1FEF}'),
    ('\u{1FF2}', '\u{1FF4}'),
    ('\u{1FF6}', '\u{1FFE}'),
    ('\u{2000}', '\u{2064}'),
    ('\u{2066}', '\u{2071}'),
    ('\u{2074}', '\u{208E}'),
    ('\u{2090}', '\u{209C}'),
    ('\u{20A0}', '\u{20BF}'),
    ('\u{20F0}', '\u{20F0}'),
    ('\u{2100}', '\u{215F}'),
    ('\u{2184}', '\u{2184}'),
    ('\u{2189}', '\u{2189}'),
    ('\u{25CC}', '\u{25CC}'),
    ('\u{2C60}', '\u{2C7F}'),
    ('\u{2DE0}', '\u{2E52}'),
    ('\u{A640}', '\u{A69F}'),
    ('\u{A700}', '\u{A7BF}'),
    ('\u{A7C2}', '\u{A7CA}'),
    ('\u{A7F5}', '\u{A7FF}'),
    ('\u{A92E}', '\u{A92E}'),
    ('\u{AB30}', '\u{AB6B}'),
    ('\u{FB00}', '\u{FB06}'),
    ('\u{FE00}', '\u{FE00}'),
    ('\u{FE20}', '\u{FE2F}'),
    ('\u{FEFF}', '\u{FEFF}'),
];

/// The letters of a text that cannot be printed, each once, in their order. Controls are nobody's letters.
pub fn missing_letters(text: &str) -> String {
    let mut missing = String::new();
    for letter in text.chars().filter(|letter| !letter.is_control() && !can_be_printed(*letter)) {
        if !missing.contains(letter) {
            missing.push(letter);
        }
    }
    missing
}

/// Whether the fonts have a letter.
pub fn can_be_printed(letter: char) -> bool {
    let after = LETTERS.partition_point(|(first, _)| *first <= letter);
    after.checked_sub(1).is_some_and(|at| letter <= LETTERS[at].1)
}

#[cfg(test)]
mod tests {
    use super::missing_letters;

    #[test]
    fn letters_without_a_shape_are_named_once() {
        assert_eq!(missing_letters("Устав 中文 📚 中"), "中文📚");
        assert_eq!(missing_letters("Ә ғ қ ң ө ұ ү һ і Ё № ₸ – « » é § ½ “”\n"), "");
        assert_eq!(missing_letters("лost\u{FFFD}"), "\u{FFFD}");
    }
}
