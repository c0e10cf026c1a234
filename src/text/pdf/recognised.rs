//! Words that were recognised on a picture stand on their page like drawn ones, so that columns, tables and paragraphs come
//! about in the same way.

use super::glyphs::{Glyph, Layer, Look, Page};
use super::rules::{Along, Rule};
use crate::text::body::{Block, Span};
use crate::text::recognition::{PageWords, RecognisedPage, RecognisedWord, Words, is_poor, odd_percent};
use crate::text::ruling::Ruled;

/// How high letters are without what stands under the line, in sizes of the font (as in most fonts): small letters,
/// capitals and digits.
const SMALL: f64 = 0.53;
const TALL: f64 = 0.72;

/// How far letters reach below the line, in sizes of the font.
const BELOW: f64 = 0.2;

/// Letters that reach above the small ones, and below the line.
const ASCENDING: &str = "бйёіўfhkldbt";
const DESCENDING: &str = "руфцщдғқңүұјgjpqy,;()[]{}QЦЩҒҚҢД";

/// Sizes this near to the usual one of the page are that one: heights are measured by the pixel.
const SAME_SIZE: f64 = 0.16;

/// The place of no font: recognised words have none.
const NO_FONT: usize = usize::MAX;

/// The widest space between two words, in sizes of the font: of most lines, and of one that is stretched to both margins,
/// whose spaces are alike.
const SPACE_MAX: f64 = 1.2;
const STRETCHED_MAX: f64 = 3.0;

/// A usual space, in sizes of the font.
const SPACE: f64 = 0.3;

/// How many times the middle one the widest space of a stretched line is.
const ALIKE: f64 = 1.6;

/// What is known of the words of a page, put on it.
pub fn put(page: &mut Page, known: &PageWords) {
    page.is_checked = known.is_checked;
    match &known.words {
        // What is no better does not take the place of what the file has.
        Words::Recognised(words) if page.layer == Layer::Poor && !is_better(words, page) => {}
        Words::Recognised(words) => {
            fill(page, words);
            if page.layer == Layer::Poor {
                page.layer = Layer::Replaced;
            }
        }
        // What a person wrote stands behind the picture; see [`write`].
        Words::Written(_) => page.glyphs.clear(),
    }
}

/// Looks at the words that the file's own machine put over the picture of a page.
pub fn judge(page: &mut Page) {
    let is_letter = |glyph: &&Glyph| glyph.text.contains(char::is_alphanumeric);
    let letters = page.glyphs.iter().filter(is_letter).count();
    if page.recognised * 2 > letters && is_poor(&drawn(page)) {
        page.layer = Layer::Poor;
    }
}

/// Whether words look more like words than those of a page.
fn is_better(words: &RecognisedPage, page: &Page) -> bool {
    let text = words.to_text();
    !is_poor(&text) || odd_percent(&text) < odd_percent(&drawn(page))
}

/// The words of a page as they are drawn: a wide space and another line part them.
fn drawn(page: &Page) -> String {
    let mut text = String::new();
    let mut last: Option<&Glyph> = None;
    for glyph in &page.glyphs {
        let is_apart = |last: &Glyph| {
            let gap = glyph.x - last.x - last.width;
            (glyph.y - last.y).abs() > glyph.size * APART || gap > glyph.size * APART || gap < -glyph.size
        };
        if last.is_some_and(is_apart) {
            text.push(' ');
        }
        text.push_str(&glyph.text);
        last = Some(glyph);
    }
    text
}

/// From which distance two characters stand in two words, in sizes of the font.
const APART: f64 = 0.25;

/// Puts what a person wrote down of pages behind their pictures.
pub fn write(blocks: &mut Vec<Block>, known: &[PageWords]) {
    if !known.iter().any(|known| matches!(known.words, Words::Written(_))) {
        return;
    }
    let written = |block: &Block| {
        let Block::ScannedPage(page) = block else { return Vec::new() };
        let of_page = known.iter().find(|known| known.page == page.number).map(|known| &known.words);
        let Some(Words::Written(paragraphs)) = of_page else { return Vec::new() };
        let paragraph = |text: &String| Block::Paragraph {
            anchor: None,
            label: None,
            depth: 0,
            content: vec![Span::plain(text.clone())],
        };
        paragraphs.iter().filter(|text| !text.trim().is_empty()).map(paragraph).collect()
    };
    *blocks = std::mem::take(blocks)
        .into_iter()
        .flat_map(|block| {
            let written = written(&block);
            std::iter::once(block).chain(written)
        })
        .collect();
}

/// Puts the words on a page in place of those that it has, which are on its picture as well.
fn fill(page: &mut Page, words: &RecognisedPage) {
    page.glyphs.clear();
    page.hidden.clear();
    page.outlines = 0;
    if words.width == 0 || words.height == 0 {
        return;
    }
    let (across, down) = (page.width / f64::from(words.width), page.height / f64::from(words.height));
    let sizes: Vec<f64> = words.lines.iter().map(|line| size(line) * down).collect();
    let usual = usual(&sizes, words);
    let slope = slope(words);
    page.rules = rules(page, words, slope);
    for (line, size) in words.lines.iter().zip(sizes) {
        let size = if (size / usual - 1.0).abs() < SAME_SIZE { usual } else { size };
        let (from, base) = (line.first().map_or(0.0, |word| f64::from(word.left)), baseline(line, slope));
        let y = page.height - (base - slope * from) * down;
        let space_max = space_max(line, size / across) * across;
        let mut end: Option<f64> = None;
        for word in line {
            let x = (f64::from(word.left) + slope * base) * across;
            let width = f64::from(word.width) * across;
            if is_rule(&page.rules, word, (x, y, width)) {
                continue;
            }
            if let Some(end) = end.filter(|end| x - end < space_max && !is_parted(&page.rules, (*end, x), y))
            {
                // What the program sees as one line is one, however far it is stretched: the letter before a wide space
                // takes its rest.
                let from = end.max(x - size * SPACE);
                if let Some(last) = page.glyphs.last_mut() {
                    last.width += from - end;
                }
                page.glyphs.push(glyph(" ", (from, y), (x - from).max(0.0), size));
            }
            let letters = word.text.chars().count().max(1) as f64;
            for (at, letter) in word.text.chars().enumerate() {
                let mut text = [0; 4];
                let from = x + width * at as f64 / letters;
                page.glyphs.push(glyph(letter.encode_utf8(&mut text), (from, y), width / letters, size));
            }
            end = Some(x + width);
        }
    }
    page.recognised = page.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).count();
}

/// The lines of a picture on its page, set upright like the words.
fn rules(page: &Page, words: &RecognisedPage, slope: f64) -> Vec<Rule> {
    let (across, down) = (page.width / f64::from(words.width), page.height / f64::from(words.height));
    let place = |x: u32, y: u32| {
        let (x, y) = (f64::from(x), f64::from(y));
        ((x + slope * y) * across, page.height - (y - slope * x) * down)
    };
    let rule = |[left, top, right, bottom]: &Ruled| {
        let (first, last) = (place(*left, *top), place(*right, *bottom));
        if right.abs_diff(*left) > bottom.abs_diff(*top) {
            Rule { along: Along::Lines, at: (first.1 + last.1) / 2.0, from: first.0, to: last.0 }
        } else {
            Rule { along: Along::Columns, at: (first.0 + last.0) / 2.0, from: last.1, to: first.1 }
        }
    };
    words.rules.iter().map(rule).collect()
}

/// Whether an upright line stands between two distances from the left at a height.
fn is_parted(rules: &[Rule], (from, to): (f64, f64), y: f64) -> bool {
    rules.iter().any(|rule| {
        rule.along == Along::Columns && (from..=to).contains(&rule.at) && (rule.from..=rule.to).contains(&y)
    })
}

/// Whether a word is an upright line that was taken for a letter.
fn is_rule(rules: &[Rule], word: &RecognisedWord, (x, y, width): (f64, f64, f64)) -> bool {
    let is_stroke =
        word.text.chars().all(|letter| matches!(letter, '|' | '[' | ']' | '!' | '(' | ')' | '_' | '—'));
    is_stroke && is_parted(rules, (x - width, x + 2.0 * width), y)
}

fn glyph(text: &str, (x, y): (f64, f64), width: f64, size: f64) -> Glyph {
    Glyph {
        x,
        y,
        width,
        size,
        turn: 0,
        text: text.to_owned(),
        look: Look::default(),
        is_slanting: false,
        is_pale: false,
        font: NO_FONT,
        code: None,
        is_added: false,
    }
}

/// The widest space between words of a line, in pixels; what is wider stands between columns.
fn space_max(line: &[RecognisedWord], size: f64) -> f64 {
    let gap = |pair: &[RecognisedWord]| {
        f64::from(pair[1].left) - f64::from(pair[0].left) - f64::from(pair[0].width)
    };
    let middle = middle(line.windows(2).map(gap).collect()).unwrap_or_default();
    (size * SPACE_MAX).max((middle * ALIKE).min(size * STRETCHED_MAX))
}

/// The size of the font of a line, in pixels: the middle one of what its words say.
fn size(line: &[RecognisedWord]) -> f64 {
    let sizes = line.iter().map(|word| f64::from(word.height) / height(&word.text)).collect();
    middle(sizes).unwrap_or(1.0).max(1.0)
}

/// The middle one of some values; none where there are none.
fn middle(mut values: Vec<f64>) -> Option<f64> {
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable_by(middle, f64::total_cmp).1)
}

/// How high a word is, in sizes of its font.
fn height(word: &str) -> f64 {
    let is_tall = word.chars().any(|letter| {
        letter.is_uppercase()
            || letter.is_ascii_digit()
            || ASCENDING.contains(letter)
            || !letter.is_alphabetic()
    });
    let above = if is_tall { TALL } else { SMALL };
    if reaches_below(word) { above + BELOW } else { above }
}

fn reaches_below(word: &str) -> bool {
    word.chars().any(|letter| DESCENDING.contains(letter))
}

/// How a page stands askew: how far its lines go down for each pixel to the right.
fn slope(words: &RecognisedPage) -> f64 {
    let of_line = |line: &Vec<RecognisedWord>| {
        let mut on_base = line.iter().filter(|word| !reaches_below(&word.text));
        let (first, last) = (on_base.next()?, on_base.next_back()?);
        let across = f64::from(last.left) - f64::from(first.left);
        (across > f64::from(words.width) * LONG).then(|| (bottom(last) - bottom(first)) / across)
    };
    middle(words.lines.iter().filter_map(of_line).collect()).unwrap_or_default()
}

/// The share of a page's width from which a line tells how it stands.
const LONG: f64 = 0.3;

fn bottom(word: &RecognisedWord) -> f64 {
    f64::from(word.top + word.height)
}

/// Where the base line of a line is at its first word, in pixels from above: the lower edge of most words that do not reach
/// below it.
fn baseline(line: &[RecognisedWord], slope: f64) -> f64 {
    let from = line.first().map_or(0, |word| word.left);
    let bottoms = |below: bool| {
        let words = line.iter().filter(|word| reaches_below(&word.text) == below);
        middle(words.map(|word| bottom(word) - slope * f64::from(word.left - from.min(word.left))).collect())
    };
    bottoms(false).or_else(|| bottoms(true).map(|bottom| bottom - size(line) * BELOW)).unwrap_or_default()
}

/// The size of most letters of the page, in points.
fn usual(sizes: &[f64], words: &RecognisedPage) -> f64 {
    let count = |line: &Vec<RecognisedWord>| line.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let mut sizes: Vec<(f64, usize)> = sizes.iter().copied().zip(words.lines.iter().map(count)).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut left = sizes.iter().map(|(_, count)| count).sum::<usize>() / 2;
    for (size, count) in sizes {
        if left <= count {
            return size;
        }
        left -= count;
    }
    1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::recognition::paragraphs;

    /// A page with these lines: words with their left edge, upper edge, width and height.
    fn page(lines: &[&[(&str, [u32; 4])]]) -> RecognisedPage {
        let word = |(text, [left, top, width, height]): &(&str, [u32; 4])| RecognisedWord {
            text: (*text).to_owned(),
            left: *left,
            top: *top,
            width: *width,
            height: *height,
            confidence: 95,
        };
        let lines = lines.iter().map(|line| line.iter().map(word).collect()).collect();
        RecognisedPage { width: 2_480, height: 3_508, lines, rules: Vec::new() }
    }

    #[test]
    fn a_page_that_stands_askew_is_read_like_a_straight_one() {
        let askew = |slope: f64| {
            let lines: Vec<Vec<(String, [u32; 4])>> = (0..40_u32)
                .map(|row| {
                    let words = (0..8_u32).map(|at| {
                        let (x, y) = (f64::from(300 + at * 240), f64::from(400 + row * 70));
                        let place = [(x - slope * y) as u32, (y + slope * x) as u32, 200, 26];
                        let is_last = at == 7 && row % 4 == 3;
                        (format!("со{}", if is_last { "с." } else { "нм" }), place)
                    });
                    words.collect()
                })
                .collect();
            let lines: Vec<Vec<(&str, [u32; 4])>> = lines
                .iter()
                .map(|line| line.iter().map(|(text, at)| (text.as_str(), *at)).collect())
                .collect();
            paragraphs(&page(&lines.iter().map(Vec::as_slice).collect::<Vec<_>>()))
        };
        let straight = askew(0.0);
        for slope in [0.023, -0.023, 0.05] {
            assert_eq!(askew(slope), straight, "{slope}");
        }
    }

    #[test]
    fn lines_that_are_stretched_to_both_margins_are_no_columns() {
        let found = paragraphs(&page(&[
            &[
                ("среднего", [357, 2362, 185, 35]),
                ("(начального,", [600, 2352, 265, 44]),
                ("основного", [924, 2362, 216, 25]),
                ("среднего,", [1198, 2362, 197, 35]),
                ("общего", [1453, 2350, 153, 47]),
                ("среднего),", [1664, 2352, 212, 45]),
                ("технического", [1934, 2362, 284, 25]),
                ("и", [2275, 2363, 25, 23]),
            ],
            &[
                ("профессионального,", [356, 2417, 430, 46]),
                ("послесреднего", [834, 2428, 308, 35]),
                ("образования,", [1191, 2416, 273, 47]),
                ("специализированных,", [1514, 2428, 459, 35]),
                ("специальных", [2023, 2428, 278, 34]),
            ],
        ]));
        assert_eq!(
            found,
            [
                "среднего (начального, основного среднего, общего среднего), технического и профессионального, \
              послесреднего образования, специализированных, специальных"
            ]
        );
    }
}
