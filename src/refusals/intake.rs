//! What is wrong with files that came many at once, as sentences in the reader's language.

use super::{number, of_reading, of_table};
use crate::domain::Lang;
use crate::domain::version::FILE_MAX_BYTES;
use crate::phrases::{Argument, say_with};
use crate::registry::{ImportProblem, IntakeProblem};
use crate::text::archive::{ArchiveRefusal, MAX_ALL_BYTES, MAX_FILES, PackedRefusal};

/// What is wrong with a file, or with a row of the table, which has no name.
pub fn intake_problem(lang: Lang, file: &str, problem: &IntakeProblem) -> String {
    let with = |key: &str, more: &[(&'static str, Argument<'_>)]| {
        let arguments: Vec<_> =
            [("file", Argument::from(file))].into_iter().chain(more.iter().cloned()).collect();
        say_with(lang, key, &arguments)
    };
    let limit = |key: &str, limit: u64| with(key, &[("limit", number(limit))]);
    match problem {
        IntakeProblem::Archive(why) => match why {
            ArchiveRefusal::Damaged => with("intake-archive-damaged", &[]),
            ArchiveRefusal::TooManyFiles => limit("intake-archive-files", MAX_FILES as u64),
            ArchiveRefusal::TooLarge => limit("intake-archive-large", MAX_ALL_BYTES >> 20),
        },
        IntakeProblem::Packed(why) => match why {
            PackedRefusal::Outside => with("intake-packed-outside", &[]),
            PackedRefusal::Encrypted => with("intake-packed-encrypted", &[]),
            PackedRefusal::Archive => with("intake-packed-archive", &[]),
            PackedRefusal::TooLarge => limit("intake-packed-large", FILE_MAX_BYTES >> 20),
            PackedRefusal::Damaged => with("intake-packed-damaged", &[]),
        },
        IntakeProblem::TooLarge { limit_mib } => limit("refusal-file-too-large", *limit_mib),
        IntakeProblem::TooMany => limit("intake-too-many", MAX_FILES as u64),
        IntakeProblem::Empty => with("refusal-file-empty", &[]),
        IntakeProblem::Unreadable(why) => of_reading(lang, *why, file),
        IntakeProblem::Stopped { limit_s } => {
            with("refusal-file-takes-too-long", &[("seconds", number(*limit_s))])
        }
        IntakeProblem::Lost => with("intake-lost", &[]),
        IntakeProblem::SecondTable => with("intake-second-table", &[]),
        IntakeProblem::Nobodys => with("intake-nobodys", &[]),
        IntakeProblem::Several(numbers) => with("intake-several", &[("numbers", numbers.join(", ").into())]),
        IntakeProblem::OfUnion => with("intake-of-union", &[]),
        IntakeProblem::SameTwice { first } => with("intake-same-twice", &[("first", first.as_str().into())]),
        IntakeProblem::SecondOfLanguage { first } => {
            with("intake-second-of-language", &[("first", first.as_str().into())])
        }
        IntakeProblem::OfRows { first, line } => {
            with("intake-of-rows", &[("first", number(*first)), ("line", number(*line))])
        }
        IntakeProblem::RowOfSeveral { line } => {
            say_with(lang, "intake-row-of-several", &[("line", number(*line))])
        }
        IntakeProblem::RowOfNobody { line, number: typed } => {
            let arguments = [("line", number(*line)), ("number", typed.as_str().into())];
            say_with(lang, "intake-row-of-nobody", &arguments)
        }
        IntakeProblem::RowWithoutNumber { line } => {
            let field = crate::registry::Field::Number;
            of_table(lang, &ImportProblem::EmptyField { line: *line, field })
        }
        IntakeProblem::RowTwice { line, first } => {
            say_with(lang, "intake-row-twice", &[("line", number(*line)), ("first", number(*first))])
        }
        IntakeProblem::RowWithoutDay { line } => of_table(lang, &ImportProblem::BadDay { line: *line }),
        IntakeProblem::RowWithoutFile { line, number: of } => {
            let arguments = [("line", number(*line)), ("number", of.as_str().into())];
            say_with(lang, "intake-row-without-file", &arguments)
        }
    }
}
