//! Letters of Kazakh fonts of the time before Unicode: they stand under the codes of Serbian, Macedonian and Ukrainian ones.

use crate::text::body::Body;

/// What fonts draw for letters that all of them have.
const COMMON: [(char, char); 11] = [
    ('ў', 'ұ'),
    ('Ў', 'Ұ'),
    ('¦', 'Ұ'),
    ('ґ', 'ө'),
    ('Ґ', 'Ө'),
    ('ї', 'ү'),
    ('Ї', 'Ү'),
    ('ќ', 'қ'),
    ('Ќ', 'Қ'),
    ('ћ', 'һ'),
    ('Ћ', 'Һ'),
];

/// What fonts draw that follow the look of the letters.
const BY_LOOK: [(char, char); 6] = [('є', 'ә'), ('Є', 'Ә'), ('ѓ', 'ғ'), ('Ѓ', 'Ғ'), ('њ', 'ң'), ('Њ', 'Ң')];

/// What fonts draw that follow the code page of Kazakhstan (KZ-1048).
const BY_CODE: [(char, char); 6] = [('ј', 'ә'), ('Ј', 'Ә'), ('є', 'ғ'), ('Є', 'Ғ'), ('ѕ', 'ң'), ('Ѕ', 'Ң')];

/// Gives a body in such a font the letters that the font draws.
pub fn mend(body: &mut Body) {
    // Only one of the two kinds has letters under these codes.
    let is_by_code = body.to_text().contains(['ј', 'Ј', 'ѕ', 'Ѕ']);
    let own = if is_by_code { &BY_CODE } else { &BY_LOOK };
    let drawn = |letter: char| {
        let known = COMMON.iter().chain(own).find(|(code, _)| *code == letter);
        known.map_or(letter, |(_, letter)| *letter)
    };
    body.for_each_span(|span| span.text = span.text.chars().map(drawn).collect());
}

#[cfg(test)]
mod tests {
    use super::mend;
    use crate::text::body::{Block, Body, Span};

    #[test]
    fn letters_are_those_that_the_font_draws() {
        let mended = |text: &str| {
            let content = vec![Span::plain(text)];
            let paragraph = Block::Paragraph { anchor: None, label: None, depth: 0, content };
            let mut body = Body { blocks: vec![paragraph], ..Body::default() };
            mend(&mut body);
            body.to_text()
        };
        assert_eq!(
            mended("Ґтемаќы мґлшері, єрбір ќызметкер, ењбек жаѓдайы"),
            "Өтемақы мөлшері, әрбір қызметкер, еңбек жағдайы\n"
        );
        assert_eq!(mended("јрбір ќызметкер, еѕбек жаєдайы"), "әрбір қызметкер, еңбек жағдайы\n");
        assert_eq!(mended("¦жымдыќ шарт"), "Ұжымдық шарт\n");
    }
}
