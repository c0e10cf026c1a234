//! The language of words by their letters.

use crate::domain::Lang;

/// Letters below which the language is not told: a name or a date has fewer.
const MIN_LETTERS: usize = 12;

/// The share of Kazakh letters above which a Cyrillic text is Kazakh, in percent: a Kazakh text has about 20, a Russian
/// one that names Kazakh laws and schools up to 3.
const KAZAKH_PERCENT: usize = 6;

/// Whether a letter is one that Kazakh has and Russian has not; a Latin i within Cyrillic words stands for і.
pub fn is_kazakh_letter(letter: char) -> bool {
    matches!(
        letter,
        'ә' | 'ғ'
            | 'қ'
            | 'ң'
            | 'ө'
            | 'ұ'
            | 'ү'
            | 'һ'
            | 'і'
            | 'Ә'
            | 'Ғ'
            | 'Қ'
            | 'Ң'
            | 'Ө'
            | 'Ұ'
            | 'Ү'
            | 'Һ'
            | 'І'
    )
}

/// Whether a letter belongs to a Cyrillic alphabet that is neither Kazakh nor Russian: Serbian, Macedonian, Ukrainian.
pub fn is_foreign(letter: char) -> bool {
    let basic = matches!(letter, '\u{0402}'..='\u{040F}' | '\u{0452}'..='\u{045F}' | '\u{0490}' | '\u{0491}');
    // І and і are Kazakh.
    basic && !matches!(letter, 'І' | 'і')
}

/// The language that a text looks like; none where it has too few letters to say.
pub fn of(text: &str) -> Option<Lang> {
    let (mut cyrillic, mut kazakh, mut latin) = (0_usize, 0_usize, 0_usize);
    for letter in text.chars() {
        match letter {
            '\u{0400}'..='\u{04FF}' => {
                cyrillic += 1;
                kazakh += usize::from(is_kazakh_letter(letter));
            }
            'A'..='Z' | 'a'..='z' => latin += 1,
            _ => {}
        }
    }
    if cyrillic + latin < MIN_LETTERS {
        return None;
    }
    Some(match (latin > cyrillic, kazakh * 100 > cyrillic * KAZAKH_PERCENT) {
        (true, _) => Lang::En,
        (false, true) => Lang::Kk,
        (false, false) => Lang::Ru,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language() {
        assert_eq!(of("Педагог мәртебесі туралы"), Some(Lang::Kk));
        assert_eq!(of("Кәсiптiк одақтар туралы заң"), Some(Lang::Kk));
        assert_eq!(
            of(
                "О статусе педагога в Қазақстан Республикасы, закон и порядок его применения, а также иные акты, которые регулируют труд педагога в организациях образования и науки, и их последующее изменение"
            ),
            Some(Lang::Ru)
        );
        assert_eq!(of("On the status of the teacher"), Some(Lang::En));
        assert_eq!(of("№ 54, 2026"), None);
    }
}
