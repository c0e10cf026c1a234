//! How text is broken into lines over a [`Measure`]. No letter is ever lost.

mod ties;

use self::ties::{Tie, pieces};
use crate::print::model::style::{Font, Measure, Style};

/// One line of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its text; a line that ends between words keeps the space, so that extracted text does not join them.
    pub text: String,
    /// Its width in millimetres, without a space at its end.
    pub width_mm: f32,
}

/// A text in one font, cut where its lines may end, and each piece measured once: it is broken at any size and width
/// by adding up.
pub struct Words {
    text: String,
    font: Font,
    pieces: Vec<Piece>,
    /// Width of a space at 1 pt.
    space_mm: f32,
}

/// What stands between two places where a line may end, its spaces at the end included.
struct Piece {
    /// Where it ends in the text, in bytes.
    end: usize,
    /// Bytes of its spaces at the end.
    spaces: u16,
    /// Its width at 1 pt, without them.
    word_mm: f32,
    /// How it holds on to the next piece.
    tie: Tie,
}

/// Where lines end, in bytes, and how much was torn for it: ties, and words.
#[derive(Default)]
struct Ends {
    at: Vec<usize>,
    torn: usize,
}

impl Words {
    /// Measures a text.
    pub fn new(text: &str, font: Font, measure: &dyn Measure) -> Self {
        let point = Style { font, size_pt: 1.0 };
        let mut end = 0;
        let piece = |(piece, tie): (&str, Tie)| {
            end += piece.len();
            let word = piece.trim_end_matches(' ');
            let spaces = u16::try_from(piece.len() - word.len()).unwrap_or(u16::MAX);
            Piece { end, spaces, word_mm: measure.width_mm(word, point), tie }
        };
        let pieces = pieces(text).into_iter().map(piece).collect();
        Self { text: text.to_owned(), font, pieces, space_mm: measure.width_mm(" ", point) }
    }

    /// The lines at a size, none wider than `width_mm`: broken between words, after a hyphen, at worst inside a word.
    pub fn lines(&self, size_pt: f32, width_mm: f32, measure: &dyn Measure) -> Vec<Line> {
        self.cut(&self.ends(size_pt, width_mm, measure).at, size_pt, measure)
    }

    /// As [`Words::lines`], with lines of similar length: no last line of one short word.
    pub fn even_lines(&self, size_pt: f32, width_mm: f32, measure: &dyn Measure) -> Vec<Line> {
        const STEPS: usize = 6;
        let mut best = self.ends(size_pt, width_mm, measure);
        let (mut narrow_mm, mut wide_mm) = (width_mm / 2.0, width_mm);
        for _ in 0..STEPS {
            let middle_mm = f32::midpoint(narrow_mm, wide_mm);
            let ends = self.ends(size_pt, middle_mm, measure);
            if ends.at.len() == best.at.len() && ends.torn <= best.torn {
                best = ends;
                wide_mm = middle_mm;
            } else {
                narrow_mm = middle_mm;
            }
        }
        self.cut(&best.at, size_pt, measure)
    }

    /// How many lines there are at a size.
    pub fn count(&self, size_pt: f32, width_mm: f32, measure: &dyn Measure) -> usize {
        self.ends(size_pt, width_mm, measure).at.len()
    }

    /// Whether every word fits into a line at a size.
    pub fn stay_whole(&self, size_pt: f32, width_mm: f32) -> bool {
        size_pt <= self.whole_pt(width_mm)
    }

    /// The largest size at which every word fits into a line.
    pub fn whole_pt(&self, width_mm: f32) -> f32 {
        width_mm / self.pieces.iter().map(|piece| piece.word_mm).fold(f32::MIN_POSITIVE, f32::max)
    }

    /// How many letters there are, spaces and signs included.
    pub fn letters(&self) -> usize {
        self.text.chars().count()
    }

    /// Where the lines end: at the last of the loosest ties in each, at worst inside a word.
    fn ends(&self, size_pt: f32, width_mm: f32, measure: &dyn Measure) -> Ends {
        const WORD: usize = 3;
        let style = Style { font: self.font, size_pt };
        let mut ends = Ends::default();
        // Where the line and the piece begin, and how wide the line is so far.
        let (mut line, mut start, mut line_mm) = (0, 0, 0.0);
        // The last tie of each kind in the line, and how wide the line is behind it.
        let mut ties: [Option<(usize, f32)>; 3] = [None; 3];
        for piece in &self.pieces {
            let mut word_mm = piece.word_mm * size_pt;
            while line < start && line_mm + word_mm > width_mm {
                let loosest = ties.iter().enumerate().find_map(|(tie, place)| place.map(|at| (tie, at)));
                let (tie, (at, behind_mm)) = loosest.unwrap_or((0, (start, 0.0)));
                ends.at.push(at);
                ends.torn += tie;
                (line, line_mm) = (at, behind_mm);
                ties = ties.map(|place| place.filter(|(other, _)| *other > at));
            }
            while line == start && word_mm > width_mm {
                let rest = &self.text[start..piece.end];
                let head = longest_head(measure, rest, style, width_mm);
                if head >= rest.len() {
                    break;
                }
                start += head;
                ends.at.push(start);
                ends.torn += WORD;
                line = start;
                word_mm = width(measure, &self.text[start..piece.end], style);
            }
            word_mm += f32::from(piece.spaces) * self.space_mm * size_pt;
            line_mm += word_mm;
            ties = ties.map(|place| place.map(|(at, behind_mm)| (at, behind_mm + word_mm)));
            start = piece.end;
            ties[piece.tie as usize] = Some((start, 0.0));
        }
        if line < self.text.len() {
            ends.at.push(self.text.len());
        }
        ends
    }

    fn cut(&self, ends: &[usize], size_pt: f32, measure: &dyn Measure) -> Vec<Line> {
        let style = Style { font: self.font, size_pt };
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let line = |(start, end): (usize, &usize)| {
            let text = self.text[start..*end].to_owned();
            Line { width_mm: width(measure, &text, style), text }
        };
        starts.zip(ends).map(line).collect()
    }
}

/// Breaks a text into lines once; see [`Words::lines`].
pub fn wrap(measure: &dyn Measure, text: &str, style: Style, width_mm: f32) -> Vec<Line> {
    Words::new(text, style.font, measure).lines(style.size_pt, width_mm, measure)
}

/// Breaks a text into even lines once; see [`Words::even_lines`].
pub fn wrap_evenly(measure: &dyn Measure, text: &str, style: Style, width_mm: f32) -> Vec<Line> {
    Words::new(text, style.font, measure).even_lines(style.size_pt, width_mm, measure)
}

fn width(measure: &dyn Measure, text: &str, style: Style) -> f32 {
    measure.width_mm(text.trim_end_matches(' '), style)
}

/// Bytes of the longest beginning that fits, at least one letter with its accents: of an address as far as a point or
/// a hyphen.
fn longest_head(measure: &dyn Measure, word: &str, style: Style, width_mm: f32) -> usize {
    let is_accent = |c: char| ('\u{300}'..='\u{36F}').contains(&c);
    let ends: Vec<usize> = word
        .char_indices()
        .skip(1)
        .filter(|(_, c)| !is_accent(*c))
        .map(|(at, _)| at)
        .chain([word.len()])
        .collect();
    let fitting = ends.partition_point(|end| width(measure, &word[..*end], style) <= width_mm);
    let head = ends.get(fitting.saturating_sub(1)).copied().unwrap_or(word.len());
    if head == word.len() {
        return head;
    }
    word[..head].rfind(['.', '-', '/']).map_or(head, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::print::model::style::tests::Typewriter;

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn words_keep_their_spaces_and_numbers_their_sign() {
        let lines = wrap(&Typewriter, "Школа-лицей № 54 города", Style::regular(10.0), 20.0);
        assert_eq!(texts(&lines), ["Школа-", "лицей ", "№ 54 ", "города"]);
    }

    #[test]
    fn a_preposition_starts_a_line_and_a_dash_ends_one() {
        let lines = wrap(&Typewriter, "Закон «О союзах»", Style::regular(10.0), 21.0);
        assert_eq!(texts(&lines), ["Закон ", "«О союзах»"]);
        let lines = wrap(&Typewriter, "плакат – бет", Style::regular(10.0), 16.5);
        assert_eq!(texts(&lines), ["плакат – ", "бет"]);
    }

    #[test]
    fn what_belongs_together_stays_in_one_line_where_it_fits() {
        for (text, letters, expected) in [
            ("Закон «О профессиональных союзах»", 22, &["Закон ", "«О профессиональных ", "союзах»"][..]),
            ("Памятка (с планом) к плану", 11, &["Памятка ", "(с планом) ", "к плану"]),
            ("лист не менять для стенда", 13, &["лист ", "не менять ", "для стенда"]),
            ("эта памятка, наклейки – 1 стр.", 23, &["эта памятка, ", "наклейки – 1 стр."]),
            ("наклейки – 1 стр.", 12, &["наклейки – ", "1 стр."]),
            ("поля по 3 мм при 100 % печати", 11, &["поля ", "по 3 мм ", "при 100 % ", "печати"]),
            ("на высоте 140–170 см от пола", 17, &["на высоте ", "140–170 см ", "от пола"]),
            ("шарт 2025 жылғы 23 қараша", 10, &["шарт ", "2025 жылғы ", "23 қараша"]),
            ("Printed on 23 November", 14, &["Printed on ", "23 November"]),
            ("печать без «подогнать под страницу».", 31, &["печать ", "без «подогнать под страницу»."]),
            ("қағазға «бетке сыйдыру» деген", 17, &["қағазға ", "«бетке сыйдыру» ", "деген"]),
            ("Школа № 54 города", 15, &["Школа № 54 ", "города"]),
        ] {
            let width_mm = Typewriter.width_mm(&"о".repeat(letters), Style::regular(10.0)) + 0.01;
            let lines = wrap(&Typewriter, text, Style::regular(10.0), width_mm);
            assert_eq!(texts(&lines), expected, "{text}");
        }
    }

    #[test]
    fn a_year_keeps_its_abbreviation() {
        let lines = wrap(&Typewriter, "ноября 2026 г. Если", Style::regular(10.0), 24.0);
        assert_eq!(texts(&lines), ["ноября ", "2026 г. ", "Если"]);
    }

    #[test]
    fn an_address_is_broken_after_a_point() {
        let lines = wrap(&Typewriter, "kasipodaq.example.kz", Style::regular(10.0), 30.0);
        assert_eq!(texts(&lines), ["kasipodaq.", "example.kz"]);
    }

    #[test]
    fn even_lines_leave_no_orphan() {
        let lines = wrap_evenly(&Typewriter, "один два три четыре", Style::regular(10.0), 36.0);
        assert_eq!(texts(&lines), ["один два ", "три четыре"]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_and_no_line_is_too_wide(text in "[а-яё №-]{0,190}", width_mm in 8.0_f32..200.0) {
            let style = Style::bold(16.0);
            for lines in [
                wrap(&Typewriter, &text, style, width_mm),
                wrap_evenly(&Typewriter, &text, style, width_mm),
            ] {
                prop_assert_eq!(texts(&lines).concat(), text.clone());
                prop_assert!(lines.iter().all(|line| line.width_mm <= width_mm + 0.001));
            }
        }
    }
}
