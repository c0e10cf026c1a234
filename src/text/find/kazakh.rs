//! Kazakh endings: cut off one after another until a stem is left.
//!
//! The letters are those of [`super::word`]: Kazakh letters have become Russian ones, so that a word typed without a
//! Kazakh keyboard has the same stem. Endings obey two rules, which keep the stripper from eating stems: the first sound
//! of an ending agrees with the last one of the stem, and its vowel with the stem's last vowel where the folded letter
//! still tells.

/// Most endings of one word: plural, possessive, case, verb endings before them.
const ENDINGS_MAX: usize = 6;

/// Endings with the fewest letters that must be left before them. Longest first, so that `ларының` is never taken for
/// `ның` with something unknown before it.
const ENDINGS: &[(&str, usize)] = &[
    // Participles and finite verbs.
    ("майтын", 3),
    ("мейтин", 3),
    ("байтын", 3),
    ("бейтин", 3),
    ("пайтын", 3),
    ("пейтин", 3),
    ("майды", 3),
    ("мейди", 3),
    ("байды", 3),
    ("бейди", 3),
    ("пайды", 3),
    ("пейди", 3),
    ("атын", 3),
    ("етин", 3),
    ("йтын", 3),
    ("йтин", 3),
    ("ады", 3),
    ("еди", 3),
    ("йды", 3),
    ("йди", 3),
    ("ймын", 3),
    ("ймин", 3),
    ("ймыз", 3),
    ("ймиз", 3),
    ("йсыз", 3),
    ("йсиз", 3),
    ("амын", 3),
    ("емин", 3),
    ("май", 3),
    ("мей", 3),
    ("бай", 3),
    ("бей", 3),
    ("пай", 3),
    ("пей", 3),
    ("й", 3),
    ("сам", 3),
    ("сем", 3),
    ("сак", 3),
    ("сек", 3),
    ("быз", 3),
    ("биз", 3),
    ("пыз", 3),
    ("пиз", 3),
    ("маган", 3),
    ("меген", 3),
    ("баган", 3),
    ("беген", 3),
    ("паган", 3),
    ("пеген", 3),
    ("ган", 3),
    ("ген", 3),
    ("кан", 3),
    ("кен", 3),
    ("са", 4),
    ("се", 4),
    ("ып", 4),
    ("ип", 4),
    ("ыл", 4),
    ("ил", 4),
    ("у", 3),
    // Cases, after a possessive of the third person too.
    ("ндагы", 3),
    ("ндеги", 3),
    ("дагы", 3),
    ("деги", 3),
    ("тагы", 3),
    ("теги", 3),
    ("нда", 3),
    ("нде", 3),
    ("нан", 3),
    ("нен", 3),
    ("нын", 3),
    ("нин", 3),
    ("дын", 3),
    ("дин", 3),
    ("тын", 3),
    ("тин", 3),
    ("дан", 3),
    ("ден", 3),
    ("тан", 3),
    ("тен", 3),
    ("мен", 3),
    ("бен", 3),
    ("пен", 3),
    ("га", 3),
    ("ге", 3),
    ("ка", 3),
    ("ке", 3),
    ("на", 3),
    ("не", 3),
    ("да", 3),
    ("де", 3),
    ("та", 3),
    ("те", 3),
    ("ны", 3),
    ("ни", 3),
    ("ды", 3),
    ("ди", 3),
    ("ты", 3),
    ("ти", 3),
    // Plural.
    ("лар", 2),
    ("лер", 2),
    ("дар", 2),
    ("дер", 2),
    ("тар", 2),
    ("тер", 2),
    // Possessives.
    ("ымыз", 4),
    ("имиз", 4),
    ("мыз", 4),
    ("миз", 4),
    ("ыныз", 4),
    ("иниз", 4),
    ("ныз", 4),
    ("низ", 4),
    ("ым", 5),
    ("им", 5),
    ("сын", 3),
    ("син", 3),
    ("ын", 3),
    ("ин", 3),
    ("сы", 3),
    ("си", 3),
    // «Демалыс» and «демалысы»: nobody sees whether the с belongs to the stem, so it goes from both.
    ("с", 3),
    ("ы", 3),
    ("и", 3),
];

/// Stems that look like forms of others, whatever follows them: «шығын» is an expense and no way out, «жағдай» no side.
const WHOLE: [&str; 2] = ["шыгын", "жагдай"];

/// The stem of a folded word.
pub fn stem(folded: &str) -> String {
    if let Some(whole) = WHOLE.iter().find(|whole| folded.starts_with(**whole)) {
        return (*whole).to_owned();
    }
    let mut word: Vec<char> = folded.chars().collect();
    for _ in 0..ENDINGS_MAX {
        let Some(length) = longest_ending(&word) else { break };
        let begins_with_vowel = is_vowel(word[word.len() - length]);
        word.truncate(word.len() - length);
        if begins_with_vowel {
            harden(&mut word);
        }
    }
    // «Педагог» never softened, but ends like what did: compared in the hard form, they all agree.
    harden(&mut word);
    word.into_iter().collect()
}

/// Құқығы → құқық, мектебі → мектеп: a stem's last consonant softens before a vowel.
fn harden(word: &mut [char]) {
    match word.last_mut() {
        Some(last) if *last == 'г' => *last = 'к',
        Some(last) if *last == 'б' => *last = 'п',
        _ => {}
    }
}

fn longest_ending(word: &[char]) -> Option<usize> {
    let fits = |ending: &str, least: usize| {
        let length = ending.chars().count();
        word.len() >= length + least
            && word[word.len() - length..].iter().copied().eq(ending.chars())
            && agrees(&word[..word.len() - length], ending)
    };
    let fitting = ENDINGS.iter().filter(|(ending, least)| fits(ending, *least));
    fitting.map(|(ending, _)| ending.chars().count()).max()
}

/// Whether an ending can follow a stem.
fn agrees(stem: &[char], ending: &str) -> bool {
    let (Some(last), Some(first)) = (stem.last().copied(), ending.chars().next()) else { return false };
    let Some(vowel) = stem.iter().rev().find(|c| is_vowel(**c)).copied() else { return false };
    // No stem ends in о: «кәсіподағы» is «кәсіподақ» and no place.
    if last == 'о' {
        return false;
    }
    // The conditional «шығарса» follows any sound, the possessive «мүшесі» a vowel.
    let sounds = matches!(ending, "са" | "се" | "сам" | "сем" | "сак" | "сек") || sounds_agree(last, first);
    sounds && vowels_agree(vowel, ending)
}

fn sounds_agree(last: char, first: char) -> bool {
    let voiceless = matches!(last, 'п' | 'ф' | 'к' | 'т' | 'с' | 'ш' | 'щ' | 'ч' | 'ц' | 'х');
    match first {
        'т' | 'к' | 'п' => voiceless || matches!(last, 'б' | 'в' | 'г' | 'д'),
        'д' | 'г' | 'б' | 'м' => !voiceless,
        'л' => is_vowel(last) || matches!(last, 'р' | 'й'),
        'н' => is_vowel(last) || matches!(last, 'м' | 'н'),
        'й' | 'с' => is_vowel(last),
        // У is a vowel here and a consonant there.
        _ => !is_vowel(last) || last == 'у' || first == 'у',
    }
}

/// Back vowels follow back ones. А, о and у may have been ә, ө and ү, and и may be in either row.
fn vowels_agree(vowel: char, ending: &str) -> bool {
    match ending.chars().find(|c| is_vowel(*c)) {
        Some('а' | 'ы') => !matches!(vowel, 'е' | 'э'),
        Some('е' | 'и') => vowel != 'ы',
        _ => true,
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}
