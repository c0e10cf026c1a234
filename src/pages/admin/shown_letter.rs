//! A letter with its answer, as the school and the office read it.

use crate::domain::Lang;
use crate::domain::calendar::local_day;
use crate::domain::letter::Letter;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::say_of;

/// A letter as it is shown, line by line.
pub(super) struct Shown {
    pub(super) heading: String,
    pub(super) words: Vec<String>,
    /// The answer with its heading.
    pub(super) answer: Option<(String, Vec<String>)>,
}

impl Shown {
    pub(super) fn of(letter: &Letter, page: Lang) -> Self {
        let lines = |words: &str| words.lines().map(str::to_owned).collect();
        let on = |key: &str, at| say_of(page, key, "date", &say_day(page, local_day(at), DayForm::Short));
        Self {
            heading: on("letter-written", letter.written_at),
            words: lines(&letter.words),
            answer: letter
                .answer
                .as_ref()
                .map(|given| (on("letter-answered", given.at), lines(&given.words))),
        }
    }
}
