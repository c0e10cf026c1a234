//! Kin of a stem: what is left of it without the endings that make nouns of verbs, adjectives of nouns, and one aspect of
//! a verb of the other. «Уволить», «увольнять» and «увольнение» have one root, as have «кешігу» and «кешіктіру».
//!
//! A root is only compared with other roots. It is cut more boldly than a stem, so that it must never be indexed.

/// Fewest letters of a root: shorter ones are shared by words of different meaning.
const ROOT_MIN: usize = 4;

/// Most endings of one stem.
const ENDINGS_MAX: usize = 4;

/// Russian endings that make other words, longest first among those that share a last letter.
const RUSSIAN: &[&str] = &[
    "ировани",
    "ирован",
    "ирова",
    "изаци",
    "ическ",
    "ствова",
    "овани",
    "ельн",
    "альн",
    "еств",
    "ость",
    "ител",
    "ован",
    "еван",
    "енн",
    "анн",
    "онн",
    "ени",
    "ани",
    "яни",
    "ова",
    "ева",
    "ыва",
    "ива",
    "ск",
    "ств",
    "ост",
    "тел",
    "ник",
    "чик",
    "щик",
    "нут",
    "ен",
    "ан",
    "ян",
    "ну",
    "ац",
    "ец",
    "ть",
    "н",
    "к",
    "л",
    "а",
    "я",
    "и",
    "ь",
    "у",
    "е",
    "о",
    "й",
];

/// Kazakh ones, in the folded letters of [`super::word`].
const KAZAKH: &[&str] = &[
    "тир", "тыр", "дир", "дыр", "гиз", "гыз", "киз", "кыз", "лик", "лык", "дик", "дык", "тик", "тык", "кер",
    "гер", "сиз", "сыз", "шы", "ши", "ма", "ме", "ба", "бе", "па", "пе", "ил", "ыл", "ин", "ын", "им", "ым",
    "ис", "ыс", "ки", "гы", "кы", "ги", "лы", "ли", "ды", "ди", "ты", "ти", "уш", "у", "а", "е", "и", "ы",
    "н", "л", "т", "й",
];

/// The roots of a stem, as if it were Russian and as if it were Kazakh: nobody says which it is.
pub(super) fn roots(stem: &str) -> [String; 2] {
    [RUSSIAN, KAZAKH].map(|endings| root(stem, endings))
}

/// Whether two stems are of one root.
pub(super) fn are_kin(one: &[String; 2], other: &[String; 2]) -> bool {
    one.iter().zip(other).any(|(a, b)| a == b && is_root(a))
}

/// Whether a root is long enough to be no other word's.
pub(super) fn is_root(root: &str) -> bool {
    root.chars().count() >= ROOT_MIN
}

fn root(stem: &str, endings: &[&str]) -> String {
    let mut rest = stem;
    for _ in 0..ENDINGS_MAX {
        let cut = |ending: &&str| {
            let shorter = rest.strip_suffix(*ending)?;
            // One letter at the end of a short stem is rather a part of it, but for the sign that no root ends in.
            let least = ROOT_MIN + usize::from(ending.chars().count() == 1 && *ending != "ь");
            (shorter.chars().count() >= least).then_some(shorter)
        };
        let Some(shorter) = endings.iter().filter_map(cut).min_by_key(|rest| rest.len()) else { break };
        rest = shorter;
    }
    let mut root = rest.to_owned();
    // The last consonant of a root changes: сократить and сокращение, расторгнуть and расторжение.
    if let Some(last) = root.pop() {
        root.push(match last {
            'г' | 'ж' | 'д' | 'з' => 'ж',
            'к' | 'ч' | 'ц' | 'т' | 'щ' => 'ч',
            'х' | 'ш' | 'с' => 'ш',
            'б' | 'п' => 'п',
            other => other,
        });
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::text::find::words;

    fn kin(one: &str, other: &str, lang: Lang) -> bool {
        let stem = |text| words(text).next().and_then(|word| word.stem(lang)).expect("a word");
        are_kin(&roots(&stem(one)), &roots(&stem(other)))
    }

    #[test]
    fn aspects_and_nouns_of_a_verb_are_kin() {
        for (one, other) in [
            ("уволить", "увольнение"),
            ("увольнять", "увольнение"),
            ("расторгнуть", "расторжение"),
            ("сократить", "сокращение"),
            ("сокращать", "сократили"),
            ("выплачивать", "выплата"),
            ("отпуск", "отпускные"),
            ("премия", "премировать"),
            ("защищать", "защита"),
            ("задерживают", "задержка"),
        ] {
            assert!(kin(one, other, Lang::Ru), "{one}, {other}");
        }
        for (one, other) in
            [("кешіктіру", "кешіксе"), ("қысқарту", "қысқартылса"), ("тәлімгер", "тәлімгерлік")]
        {
            assert!(kin(one, other, Lang::Kk), "{one}, {other}");
        }
    }

    #[test]
    fn words_that_only_begin_alike_are_no_kin() {
        for (one, other) in [
            ("работник", "работодатель"),
            ("возраст", "возражение"),
            ("устав", "установить"),
            ("состав", "состояние"),
            ("декрет", "деньги"),
        ] {
            assert!(!kin(one, other, Lang::Ru), "{one}, {other}");
        }
        assert!(!kin("жарғы", "жарна", Lang::Kk));
        assert!(!kin("қызмет", "қызыл", Lang::Kk));
    }
}
