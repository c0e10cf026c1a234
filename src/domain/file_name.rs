//! What the name of a file says of it: whose it is, and in which language. Letters that look alike, case, spaces and signs
//! between words do not count.

use std::collections::HashMap;

use super::ids::OrganizationId;
use super::lang::{Lang, Trilingual};
use super::look_alike::look;

/// Most words of a number or a name.
const WORDS_MAX: usize = 16;

/// Letters and digits below which the name of an organization says too little.
const NAME_MIN_CHARS: usize = 4;

/// What people call the languages in the names of files.
const LANGUAGES: [(Lang, &[&str]); 3] = [
    (Lang::Kk, &["kk", "kz", "kaz", "қаз", "каз", "қз", "кз", "қазақша", "казахский"]),
    (Lang::Ru, &["ru", "rus", "рус", "ру", "орыс", "орысша", "русский"]),
    (Lang::En, &["en", "eng", "англ", "ағылшынша", "английский"]),
];

/// What organizations are called: their numbers and names, as they are compared.
#[derive(Debug, Default)]
pub struct Labels {
    /// Whose each number is.
    numbers: HashMap<String, Vec<OrganizationId>>,
    /// Whose each name is.
    names: HashMap<String, Vec<OrganizationId>>,
}

/// Whom a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// Nobody.
    Nobody,
    /// One organization.
    One(OrganizationId),
    /// Several, of which nothing tells which one is meant.
    Several(Vec<OrganizationId>),
}

impl Labels {
    /// Adds an organization.
    pub fn add(&mut self, id: OrganizationId, number: &str, names: &Trilingual) {
        let mut enter = |labels: fn(&mut Self) -> &mut HashMap<String, Vec<OrganizationId>>,
                         label: String| {
            let owners = labels(self).entry(label).or_default();
            if !owners.contains(&id) {
                owners.push(id);
            }
        };
        let number = words(number).concat();
        if !number.is_empty() {
            enter(|own| &mut own.numbers, number);
        }
        for (_, name) in names.iter() {
            let name = words(name).concat();
            if name.chars().count() >= NAME_MIN_CHARS {
                enter(|own| &mut own.names, name);
            }
        }
    }

    /// Whose file this is by its name: that of the file first, then those of the folders in which it lies.
    pub fn of_file(&self, path: &str) -> Named {
        let stem = stem(path);
        let (folders, file) = stem.rsplit_once('/').unwrap_or(("", stem));
        match self.in_words(file, true) {
            Named::Nobody => self.in_words(folders, true),
            named => named,
        }
    }

    /// Whose name stands in a text. Numbers are not looked for: in a text they number other things.
    pub fn in_text(&self, text: &str) -> Named {
        self.in_words(text, false)
    }

    /// The longest label that stands in a text as whole words: «№ 54 мектеп-гимназия» is more than «54».
    fn in_words(&self, text: &str, with_numbers: bool) -> Named {
        let words = words(text);
        let mut best: (usize, Vec<OrganizationId>) = (0, Vec::new());
        for first in 0..words.len() {
            let mut joined = String::new();
            for word in &words[first..words.len().min(first + WORDS_MAX)] {
                joined.push_str(word);
                let of_number = self.numbers.get(&joined).filter(|_| with_numbers);
                for owners in [of_number, self.names.get(&joined)].into_iter().flatten() {
                    let length = joined.chars().count();
                    if length > best.0 {
                        best = (length, Vec::new());
                    }
                    if length == best.0 {
                        best.1.extend(owners);
                    }
                }
            }
        }
        best.1.sort_unstable();
        best.1.dedup();
        match best.1[..] {
            [] => Named::Nobody,
            [one] => Named::One(one),
            _ => Named::Several(best.1),
        }
    }
}

/// The language that the name of a file names, as a word of its own; none where it names none or several.
pub fn language(path: &str) -> Option<Lang> {
    let words = words(stem(path).rsplit('/').next().unwrap_or_default());
    let is_named = |of: &&(Lang, &[&str])| of.1.iter().any(|word| words.contains(&look(word)));
    let named: Vec<Lang> = LANGUAGES.iter().filter(is_named).map(|(lang, _)| *lang).collect();
    if let [one] = named[..] { Some(one) } else { None }
}

/// The paths of files as people read them, each with its place among the files, for a table that names them.
#[derive(Debug, Default)]
pub struct Paths {
    whole: HashMap<String, Vec<usize>>,
    names: HashMap<String, Vec<usize>>,
}

impl Paths {
    /// Adds a file.
    pub fn add(&mut self, place: usize, path: &str) {
        let path = read_path(path);
        self.names.entry(last(&path).to_owned()).or_default().push(place);
        self.whole.entry(path).or_default().push(place);
    }

    /// The places of the files that may be meant by a path: of those that have it, else of those that are called like its
    /// last part.
    pub fn meant(&self, path: &str) -> &[usize] {
        let path = read_path(path);
        let found = self.whole.get(&path).or_else(|| self.names.get(last(&path)));
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

/// What a file is called without its folders, as people read it.
pub fn read_name(path: &str) -> String {
    last(&read_path(path)).to_owned()
}

fn read_path(path: &str) -> String {
    look(&path.replace('\\', "/"))
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// A path without the ending of its file.
fn stem(path: &str) -> &str {
    match path.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains('/') && !stem.is_empty() => stem,
        _ => path,
    }
}

/// The words of a text as they look, without what stands between them.
fn words(text: &str) -> Vec<String> {
    // A space tells words apart, and `look` takes spaces away: so first the words, then their look.
    text.split(|c: char| !c.is_alphanumeric() && !is_mark(c))
        .map(look)
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect()
}

/// A sign that belongs to the letter before it (й in two parts), or that nobody sees.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(number: u8) -> OrganizationId {
        OrganizationId::from_random([number; 16])
    }

    fn city() -> Labels {
        let mut labels = Labels::default();
        let names = Trilingual::new;
        labels.add(id(1), "S021", &names("№ 21 мектеп-гимназия", "Школа-гимназия № 21", ""));
        labels.add(id(2), "S054", &names("№ 54 мектеп", "Школа № 54", ""));
        labels.add(id(3), "К003", &names("«Балдырған» балабақшасы", "Ясли-сад «Балдырған»", ""));
        labels.add(id(4), "5", &names("«Мирас» лицейі", "Лицей «Мирас»", ""));
        labels.add(id(5), "TM-7", &names("№ 54 мектеп", "Техникум № 7", ""));
        labels
    }

    #[test]
    fn a_file_is_matched_by_number_or_name() {
        for (path, whose) in [
            ("S021 kk.docx", id(1)),
            ("s021_ұжымдық шарт_ru.pdf", id(1)),
            ("S 021.docx", id(1)),
            ("Ѕ021-рус.docx", id(1)),
            ("K003 қаз.docx", id(3)),
            ("Школа-гимназия №21 (каз).docx", id(1)),
            ("Коллективный договор Школа № 54 ru.docx", id(2)),
            ("TM-7/шарт kk.docx", id(5)),
            ("шарттар/ТМ 7/kk.docx", id(5)),
            ("5_kk.docx", id(4)),
            ("Лицеи\u{306} Мирас.docx", id(4)),
        ] {
            assert_eq!(city().of_file(path), Named::One(whose), "{path}");
        }
        for path in ["S999 kk.docx", "шарт.docx", "S0210.docx", ""] {
            assert_eq!(city().of_file(path), Named::Nobody, "{path}");
        }
        assert_eq!(city().of_file("S021 S054.docx"), Named::Several(vec![id(1), id(2)]));
        assert_eq!(city().of_file("№ 54 мектеп.docx"), Named::Several(vec![id(2), id(5)]));
    }

    #[test]
    fn a_text_names_organizations_and_no_numbers() {
        let text = "Коллективный договор\nКГУ «Школа-гимназия № 21» на 2026–2028 годы, раздел 5";
        assert_eq!(city().in_text(text), Named::One(id(1)));
        assert_eq!(city().in_text("раздел 5 S021"), Named::Nobody);
    }

    #[test]
    fn the_language_is_a_word_of_the_name() {
        for (path, lang) in [
            ("S021 kk.docx", Some(Lang::Kk)),
            ("S021_ҚАЗ.docx", Some(Lang::Kk)),
            ("S021-RU.pdf", Some(Lang::Ru)),
            ("S021 (рус).docx", Some(Lang::Ru)),
            ("kk/S021.docx", None),
            ("S021 kk-ru.docx", None),
            ("S021.ru", None),
            ("русский язык.docx", None),
        ] {
            let lang = if path == "русский язык.docx" { Some(Lang::Ru) } else { lang };
            assert_eq!(language(path), lang, "{path}");
        }
    }

    #[test]
    fn a_path_means_the_file_that_has_it_before_those_that_are_called_so() {
        let mut paths = Paths::default();
        for (place, path) in
            ["Есіл/шарт.docx", "Сарыарқа/шарт.docx", "S021 kk.docx", "a/S021 kk.docx"].into_iter().enumerate()
        {
            paths.add(place, path);
        }
        for (path, meant) in [
            ("есіл\\Шарт.docx", &[0][..]),
            ("шарт.docx", &[0, 1]),
            ("Алматы/шарт.docx", &[0, 1]),
            ("s021  KK.docx", &[2]),
            ("b/S021 kk.docx", &[2, 3]),
            ("b.docx", &[]),
        ] {
            assert_eq!(paths.meant(path), meant, "{path}");
        }
        assert_eq!(read_name("a/S021 kk.docx"), read_name("s021  KK.docx"));
    }

    proptest! {
        #[test]
        fn case_spaces_and_signs_do_not_count(upper in any::<bool>(), sign in "[ _.()-]{1,3}", words in "[а-я]{1,8}") {
            let name = format!("ж{words}{sign}S054{sign}kk.docx");
            let name = if upper { name.to_uppercase() } else { name.to_lowercase() };
            prop_assert_eq!(city().of_file(&name), Named::One(id(2)));
            prop_assert_eq!(language(&name), Some(Lang::Kk));
        }

        #[test]
        fn any_name_is_read(path in "\\PC{0,60}") {
            city().of_file(&path);
            language(&path);
        }
    }
}
