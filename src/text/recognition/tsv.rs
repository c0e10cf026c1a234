//! The table that tesseract writes: a line for each page, block, paragraph, line and word, its columns parted by tabs
//! (tesseract(1), "tsv").

use super::{RecognisedPage, RecognisedWord};

/// What each line of the table says.
struct Row<'a> {
    level: u32,
    left: u32,
    top: u32,
    width: u32,
    height: u32,
    confidence: u8,
    text: &'a str,
}

/// The levels of the table.
const PAGE: u32 = 1;
const LINE: u32 = 4;
const WORD: u32 = 5;

/// What the program is less sure of is no word: specks, the edge of the paper, a stamp.
const NO_WORD_PERCENT: u8 = 12;

/// Reads the table of one page; lines of it that have another form are passed over.
pub fn read(table: &str) -> RecognisedPage {
    let mut page = RecognisedPage::default();
    for row in table.lines().filter_map(row) {
        match row.level {
            PAGE => (page.width, page.height) = (row.width, row.height),
            LINE => page.lines.push(Vec::new()),
            WORD => {
                let text = row.text.trim();
                let is_word = !text.is_empty() && row.confidence >= NO_WORD_PERCENT;
                if let Some(line) = page.lines.last_mut().filter(|_| is_word) {
                    line.push(RecognisedWord {
                        text: text.to_owned(),
                        left: row.left,
                        top: row.top,
                        width: row.width,
                        height: row.height,
                        confidence: row.confidence,
                    });
                }
            }
            _ => {}
        }
    }
    page.lines.retain(|line| !line.is_empty());
    page
}

fn row(line: &str) -> Option<Row<'_>> {
    let columns: Vec<&str> = line.splitn(12, '\t').collect();
    let [level, _, _, _, _, _, left, top, width, height, confidence, text] = columns[..] else { return None };
    let confidence: f32 = confidence.parse().ok()?;
    Some(Row {
        level: level.parse().ok()?,
        left: left.parse().ok()?,
        top: top.parse().ok()?,
        width: width.parse().ok()?,
        height: height.parse().ok()?,
        confidence: confidence.clamp(0.0, 100.0) as u8,
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
        1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n\
        4\t1\t1\t1\t1\t0\t300\t200\t900\t50\t-1\t\n\
        5\t1\t1\t1\t1\t1\t300\t200\t400\t50\t96.33\tҰЖЫМДЫҚ\n\
        5\t1\t1\t1\t1\t2\t720\t200\t300\t50\t61.2\tШАРТ\n\
        5\t1\t1\t1\t1\t3\t1100\t200\t4\t4\t3.5\t|\n\
        4\t1\t1\t1\t2\t0\t300\t300\t9\t9\t-1\t\n\
        5\t1\t1\t1\t2\t1\t300\t300\t9\t9\t95\t \n\
        broken";

    #[test]
    fn lines_hold_their_words_without_specks_and_blanks() {
        let page = read(TABLE);
        assert_eq!((page.width, page.height, page.lines.len()), (2480, 3508, 1));
        let words: Vec<(&str, u8)> =
            page.lines[0].iter().map(|word| (word.text.as_str(), word.confidence)).collect();
        assert_eq!(words, [("ҰЖЫМДЫҚ", 96), ("ШАРТ", 61)]);
        let doubtful: Vec<&str> = page.doubtful().map(|word| word.text.as_str()).collect();
        assert_eq!(doubtful, ["ШАРТ"]);
    }

    #[test]
    fn anything_else_is_a_page_without_words() {
        for table in ["", "\t\t\t", "5\t1", "1\t1\t0\t0\t0\t0\t0\t0\tx\t9\t-1\t"] {
            assert_eq!(read(table), RecognisedPage::default());
        }
    }
}
