//! Titles, names and numbers: short texts of which every word of a search must be found.

use super::lexicon::are_near;
use super::synonyms::is_stop_word;
use super::word::{Word, words};
use super::{keyboard, latin};

/// Words, folded, that people put before a number.
const NUMBER_WORDS: [&str; 4] = ["номер", "номери", "номир", "ном"];

/// What organizations are, folded: whoever forgets how one is called officially names it by the rest.
const KIND_WORDS: [&str; 17] = [
    "школа",
    "школы",
    "школе",
    "школу",
    "мектеп",
    "мектеби",
    "лицей",
    "гимназия",
    "сад",
    "садик",
    "детский",
    "балабакша",
    "балабакшасы",
    "колледж",
    "имени",
    "им",
    "атындагы",
];

/// Letters with which a name begins that may be misspelt.
const BEGINNING: usize = 3;

/// Fewest letters of a misspelt word.
const MISSPELT_MIN: usize = 5;

/// Digits of an organization's number, as in K001.
const NUMBER_DIGITS: usize = 3;

/// Endings of surnames, folded, and their cases: the same person is Байтурсынов and Байтурсынұлы.
const SURNAME_ENDINGS: [&str; 12] =
    ["улы", "ова", "ову", "овой", "ове", "ов", "ева", "еву", "евой", "еве", "ев", "кызы"];

/// Fewest letters of a surname before its ending.
const SURNAME_MIN: usize = 4;

/// What people write behind a number, folded: «54-ші», «54-я».
const ORDINAL_ENDINGS: [&str; 12] =
    ["ши", "шы", "ынши", "инши", "ыншы", "иншы", "й", "я", "ая", "ой", "го", "ою"];

/// The vowels that are taken for each other.
const VOWELS: &str = "аоуеиы";

fn may_be_misspelt(word: &str) -> bool {
    word.chars().count() >= MISSPELT_MIN && word.chars().all(char::is_alphabetic)
}

/// A title, a name or a number whose words are ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Name {
    words: Vec<(String, Vec<String>)>,
}

/// The words of a search for names: those that stand everywhere count only where there are no others.
pub fn wanted(query: &str) -> Name {
    let all = Name::new(query);
    let tells = |word: &str| !is_stop_word(word) && !NUMBER_WORDS.contains(&word);
    let telling: Vec<_> = all.words.iter().filter(|(word, _)| tells(word)).cloned().collect();
    if telling.is_empty() { all } else { Name { words: telling } }
}

/// Other ways to read a search for names, for where the plain one finds nothing: letters and digits apart, a number with
/// its letter, another keyboard, Latin letters, without the kind of organization.
pub fn other_readings(query: &str) -> Vec<Name> {
    let mut texts = vec![apart(query), without_ordinals(query), numbered(query)];
    for readings in [keyboard::readings as fn(&str) -> Vec<String>, latin::readings] {
        let read = |chunk: &str| {
            let has_letters = chunk.chars().any(|c| c.is_ascii_alphabetic());
            let reading = if has_letters { readings(chunk).into_iter().next() } else { None };
            reading.unwrap_or_else(|| chunk.to_owned())
        };
        texts.push(query.split_whitespace().map(read).collect::<Vec<_>>().join(" "));
    }
    let own = wanted(query);
    let apart = wanted(&texts[0]);
    let others: Vec<_> =
        apart.words.iter().filter(|(word, _)| !KIND_WORDS.contains(&word.as_str())).cloned().collect();
    let mut readings: Vec<Name> = texts.iter().map(|text| wanted(text)).collect();
    readings.push(Name { words: others });
    let mut known = vec![own];
    for reading in readings {
        if !reading.is_empty() && !known.iter().any(|one| one.words == reading.words) {
            known.push(reading);
        }
    }
    known.split_off(1)
}

/// A surname without its ending; any other word as it is.
fn person(word: &str) -> &str {
    let cut = SURNAME_ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    cut.filter(|name| name.chars().count() >= SURNAME_MIN).min_by_key(|name| name.len()).unwrap_or(word)
}

/// «54-ші мектеп» as «54 мектеп».
fn without_ordinals(query: &str) -> String {
    let plain = |chunk: &str| {
        let (number, ending) = chunk.split_once(['-', '\u{2010}', '\u{2011}', '–'])?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let is_ending = words(ending).all(|word| ORDINAL_ENDINGS.contains(&word.folded.as_str()));
        (is_number && is_ending).then(|| number.to_owned())
    };
    let chunks = query.split_whitespace().map(|chunk| plain(chunk).unwrap_or_else(|| chunk.to_owned()));
    chunks.collect::<Vec<_>>().join(" ")
}

/// «Школа54» as «школа 54».
fn apart(query: &str) -> String {
    let mut text = String::new();
    let mut before: Option<char> = None;
    for c in query.chars() {
        if before.is_some_and(|before| {
            before.is_alphabetic() && c.is_ascii_digit() || before.is_ascii_digit() && c.is_alphabetic()
        }) {
            text.push(' ');
        }
        text.push(c);
        before = Some(c);
    }
    text
}

/// «К-1», «k 01» and «Л001» on another keyboard as «k001».
fn numbered(query: &str) -> String {
    let apart = apart(query);
    let parts: Vec<&str> =
        apart.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let [letter, digits] = parts[..] else { return query.to_owned() };
    let is_number = digits.len() <= NUMBER_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    let mut letters = letter.chars().flat_map(char::to_lowercase);
    match (letters.next(), letters.next()) {
        (Some(letter), None) if is_number => format!("{}{digits:0>NUMBER_DIGITS$}", number_letter(letter)),
        _ => query.to_owned(),
    }
}

/// The Latin letter of a number that was typed in Cyrillic: by its look, its sound, or its key.
fn number_letter(c: char) -> char {
    match c {
        'к' => 'k',
        'с' | 'ы' => 's',
        'х' | 'ч' => 'x',
        'о' | 'щ' => 'o',
        'п' | 'р' | 'з' => 'p',
        'у' | 'г' => 'u',
        'л' => 'k',
        other => other,
    }
}

impl Name {
    /// The words of a name.
    pub fn new(text: &str) -> Self {
        Self { words: words(text).map(|word| (word.folded.clone(), Word::forms(&word))).collect() }
    }

    /// Its words, each as a name of its own.
    pub fn parts(&self) -> impl Iterator<Item = Self> {
        self.words.iter().map(|word| Self { words: vec![word.clone()] })
    }

    /// Its words as they are written, and every form under which each is found.
    pub fn words_and_forms(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.words.iter().map(|(word, forms)| (word.as_str(), forms.as_slice()))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The ways in which a name may begin that has a word of this one, misspelt or not; none where it is too short to be
    /// misspelt.
    pub fn beginnings(&self) -> Vec<String> {
        let Some((word, _)) = self.words.first().filter(|(word, _)| may_be_misspelt(word)) else {
            return Vec::new();
        };
        let begun: Vec<char> = word.chars().take(BEGINNING).collect();
        let mut beginnings = vec![begun.iter().collect::<String>()];
        for (at, letter) in begun.iter().enumerate().filter(|(_, letter)| VOWELS.contains(**letter)) {
            for other in VOWELS.chars().filter(|other| other != letter) {
                let mut begun = begun.clone();
                begun[at] = other;
                beginnings.push(begun.into_iter().collect());
            }
        }
        beginnings
    }

    /// How well the name answers a search whose words may be misspelt.
    pub fn points_if_misspelt(&self, wanted: &Self) -> usize {
        let of_word = |part: Self| {
            let known = self.points(&part);
            let word = part.words.first().map(|(word, _)| word.as_str()).filter(|word| may_be_misspelt(word));
            let near = |word: &str| {
                let is_near = |own: &str| are_near(word, own) || are_near(person(word), person(own));
                // A name may stand in another case: «имени Кунанбаева».
                self.words.iter().any(|(own, _)| is_near(own) || is_near(own.trim_end_matches('а')))
            };
            if known == 0 && word.is_some_and(near) { 1 } else { known }
        };
        let points: Vec<usize> = wanted.parts().map(of_word).collect();
        if points.contains(&0) { 0 } else { points.into_iter().sum() }
    }

    /// How well the name answers a search: the number of characters that matched, 0 where a word of the search is
    /// missing.
    ///
    /// A word of the search matches a word of the name that it begins, so that endings may be missing, or one that differs
    /// by its ending.
    pub fn points(&self, wanted: &Self) -> usize {
        let mut points = 0;
        for (word, forms) in &wanted.words {
            let best = self.words.iter().filter_map(|(own, own_forms)| {
                if own.starts_with(word.as_str()) {
                    // A whole word is better than the beginning of one.
                    return Some(2 * word.chars().count() + usize::from(own == word));
                }
                let shared = forms.iter().filter(|form| own_forms.contains(form));
                shared.map(|form| form.chars().count()).max()
            });
            match best.max() {
                Some(best) => points += best,
                None => return 0,
            }
        }
        points
    }
}
