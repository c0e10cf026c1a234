//! Words as they are searched: case folded, Latin look-alikes in Kazakh words folded, endings ignored by prefix.

/// The words of a text in the form in which they are compared.
pub fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect()
}

/// How well a text answers a search: the number of characters that matched, 0 where a word of the search is missing.
///
/// A word of the search matches a word of the text that it begins, so that endings may be missing.
pub fn score(wanted: &[String], text: &str) -> usize {
    let present = words(text);
    let mut score = 0;
    for word in wanted {
        let best = present
            .iter()
            .filter(|other| other.starts_with(word.as_str()))
            // A whole word is better than the beginning of one.
            .map(|other| 2 * word.chars().count() + usize::from(other == word))
            .max();
        match best {
            Some(points) => score += points,
            None => return 0,
        }
    }
    score
}

/// One word, folded. A word with a Cyrillic letter has its Latin look-alikes folded, because official Kazakh text mixes
/// them.
fn fold(word: &str) -> String {
    let lower = word.to_lowercase();
    if !lower.chars().any(|c| matches!(c, '\u{0400}'..='\u{04ff}')) {
        return lower;
    }
    lower
        .chars()
        .map(|c| match c {
            'a' => 'а',
            'c' => 'с',
            'e' => 'е',
            'i' | 'ı' => 'і',
            'o' => 'о',
            'p' => 'р',
            'x' => 'х',
            'y' => 'у',
            'ə' => 'ә',
            'ё' => 'е',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_case_and_endings_do_not_matter() {
        let score = |query: &str, text: &str| score(&words(query), text);
        assert!(score("келiсiм", "Салалық келісім") > 0);
        assert!(score("КОЛЛЕКТ дог", "Коллективный договор школы № 54") > 0);
        assert!(score("54", "№ 54 мектеп") > score("5", "№ 54 мектеп"));
        assert_eq!(score("устав школы", "Устав союза"), 0);
        assert_eq!(score("lyceum", "School-lyceum"), 13);
    }
}
