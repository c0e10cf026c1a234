//! Long because every refusal has its words here, and nowhere else.
//!
//! The register's refusals as sentences in the reader's language.

mod intake;

use crate::domain::brand::{CONTRAST_MIN, NotAnAccent};
use crate::domain::four_eyes::NotLooked;
use crate::domain::look_alike::Script;
use crate::domain::requisites::DateProblem;
use crate::domain::webhook::{ADDRESS_MAX_CHARS, BadAddress};
use crate::domain::{Day, Instant, Lang};
use crate::phrases::dates::{Form, day, moment};
use crate::phrases::{Argument, say, say_with};
use crate::print::model::vector_shape::InvalidShape;
use crate::registry::{Field, ImportNote, ImportProblem, NewWord, Refusal, Trouble};
use crate::text;
use crate::text::refusal::{ForeignKind, Measure};
use crate::text::table::TableRefusal;
use crate::text::traced::Untraced;

/// Columns that a table of organizations must have.
const COLUMNS: &str = "number, name_kk, name_ru, kind, district";

/// Columns that a table of agreements may have.
pub const AGREEMENT_COLUMNS: &str = "number, file, signed_on, effective_from, term_end";

pub use intake::intake_problem;

/// What a refusal says. `file` is the name of the file that was being uploaded; empty where there is none.
pub fn sentences(lang: Lang, refusal: &Refusal, file: &str) -> Vec<String> {
    match refusal {
        Refusal::Table(problems) => problems.iter().map(|problem| of_table(lang, problem)).collect(),
        Refusal::Deliveries(files) => {
            files.iter().map(|(file, problem)| intake_problem(lang, file, problem)).collect()
        }
        other => vec![sentence(lang, other, file)],
    }
}

/// That letters could not be sent, or not yet, for the one who administers the register.
pub fn letters_unsent(lang: Lang, count: usize, why: &str) -> String {
    let count = Argument::from(i64::try_from(count).unwrap_or(i64::MAX));
    say_with(lang, "trouble-letters", &[("count", count), ("why", why.into())])
}

/// What is wrong with the server, for the one who administers the register.
pub fn trouble(lang: Lang, trouble: &Trouble) -> String {
    let at = |key: &str, instant: Instant| say_with(lang, key, &[("time", moment(lang, instant).into())]);
    match trouble {
        Trouble::Away(since) => at("trouble-away", *since),
        Trouble::StoreAway(since, why) => say_with(
            lang,
            "trouble-store-away",
            &[("time", moment(lang, *since).into()), ("why", why.as_str().into())],
        ),
        Trouble::Sealed(why) => say_with(lang, "trouble-sealed", &[("why", why.as_str().into())]),
        Trouble::ClockBehind(latest) => at("trouble-clock-behind", *latest),
        Trouble::ClockApart(there) => at("trouble-clock-apart", *there),
        Trouble::PutBack { was, is } => {
            say_with(lang, "trouble-put-back", &[("was", number(*was)), ("is", number(*is))])
        }
        Trouble::Damaged(file) => say_with(lang, "trouble-damaged", &[("file", file.to_string().into())]),
    }
}

/// What a refusal says, in one piece.
#[expect(clippy::too_many_lines, reason = "a table of the refusals")]
pub fn sentence(lang: Lang, refusal: &Refusal, file: &str) -> String {
    let one = |key: &str, name: &'static str, value: Argument<'_>| say_with(lang, key, &[(name, value)]);
    let of_file = |key: &str| say_with(lang, key, &[("file", file.into())]);
    match refusal {
        Refusal::SameBytes { effective_from, file } => {
            let date = day(lang, *effective_from, Form::Long);
            say_with(
                lang,
                "refusal-file-same-bytes",
                &[("file", file.as_str().into()), ("date", date.into())],
            )
        }
        Refusal::EmptyFile => of_file("refusal-file-empty"),
        Refusal::FileTooLarge { limit_mib } => {
            let limit = number(*limit_mib);
            say_with(lang, "refusal-file-too-large", &[("file", file.into()), ("limit", limit)])
        }
        Refusal::Unreadable(refusal) => of_reading(lang, *refusal, file),
        Refusal::ReadingStopped { limit_s } => {
            let seconds = number(*limit_s);
            say_with(lang, "refusal-file-takes-too-long", &[("file", file.into()), ("seconds", seconds)])
        }
        Refusal::NoText => say(lang, "refusal-file-missing"),
        Refusal::NoBody => of_file("refusal-no-body"),
        Refusal::DoubtsUnseen => say(lang, "refusal-doubts-unaccepted"),
        Refusal::NoOrder { pages } => one("refusal-no-order", "pages", number((*pages).into())),
        Refusal::NotBilingual => of_file("refusal-not-bilingual"),
        Refusal::WordsLost => of_file("refusal-words-lost"),
        Refusal::TooManyAttachments { limit } => {
            one("refusal-attachments-too-many", "limit", number(*limit as u64))
        }
        Refusal::Dates(problem) => of_dates(lang, *problem),
        Refusal::SecondCollectiveAgreement { code } => {
            one("refusal-second-collective-agreement", "code", code.grouped().into())
        }
        Refusal::UnknownOrganization(name) => {
            one("refusal-organization-unknown", "organization", name.as_str().into())
        }
        Refusal::UnknownDocument(code) => one("refusal-document-unknown", "code", code.as_str().into()),
        Refusal::UnknownVersion(_) => say(lang, "refusal-version-unknown"),
        Refusal::UnknownDraft => say(lang, "refusal-draft-unknown"),
        Refusal::ChangedSincePreview => say(lang, "refusal-changed-since-preview"),
        Refusal::NotCorrectable(_) => say(lang, "refusal-corrected-already"),
        Refusal::WithdrawnAlready => say(lang, "refusal-withdrawn-already"),
        Refusal::LanguageExists => say(lang, "refusal-language-there"),
        Refusal::Missing(field) => say(lang, &format!("refusal-{}-missing", field_name(*field))),
        Refusal::TooLong { field, limit } => {
            let field = say(lang, &format!("field-{}", field_name(*field)));
            say_with(
                lang,
                "refusal-text-too-long",
                &[("field", field.into()), ("limit", number(*limit as u64))],
            )
        }
        Refusal::NoLetters { field, letters } => {
            let field = say(lang, &format!("field-{}", field_name(*field)));
            say_with(
                lang,
                "refusal-letters-not-printable",
                &[("field", field.into()), ("letters", letters.as_str().into())],
            )
        }
        Refusal::NumberLooksTaken { typed, taken } => say_with(
            lang,
            "refusal-number-looks-taken",
            &[("number", typed.as_str().into()), ("taken", taken.as_str().into())],
        ),
        Refusal::NumberTaken(taken) => one("refusal-number-taken", "number", taken.as_str().into()),
        Refusal::NameFromLaterDay => say(lang, "refusal-name-later"),
        Refusal::DissolvedAlready => say(lang, "refusal-dissolved-already"),
        Refusal::UnionIsOne => say(lang, "refusal-union-is-one"),
        Refusal::OwnSuccessor => say(lang, "refusal-own-successor"),
        Refusal::StillReading => say(lang, "refusal-still-reading"),
        Refusal::NotPossible => say(lang, "refusal-not-possible"),
        Refusal::NotRemovable => say(lang, "refusal-not-removable"),
        Refusal::NothingToHang => say(lang, "refusal-nothing-to-hang"),
        Refusal::NotEmpty => say(lang, "refusal-not-empty"),
        Refusal::NoCheck => say(lang, "refusal-no-check"),
        Refusal::BadPhone(value) => one("refusal-phone", "value", value.as_str().into()),
        Refusal::BadMailAddress(value) => one("refusal-mail-address", "value", value.as_str().into()),
        Refusal::NoConsent => say(lang, "refusal-consent-missing"),
        Refusal::Table(problems) => {
            problems.iter().map(|problem| of_table(lang, problem)).collect::<Vec<_>>().join("\n")
        }
        Refusal::Deliveries(files) => {
            let said = files.iter().map(|(file, problem)| intake_problem(lang, file, problem));
            said.collect::<Vec<_>>().join("\n")
        }
        Refusal::UnknownIntake => say(lang, "refusal-intake-unknown"),
        Refusal::OneOfMany { number, why } => {
            let why = sentence(lang, why, "");
            say_with(lang, "refusal-one-of-many", &[("number", number.as_str().into()), ("why", why.into())])
        }
        Refusal::BadHost(host) => one("refusal-host-not-https", "host", host.as_str().into()),
        Refusal::BadInvitation => say(lang, "refusal-invitation"),
        Refusal::WrongPassword => say(lang, "refusal-sign-in"),
        Refusal::TooManyAttempts { wait_s } => {
            one("refusal-too-many-attempts", "minutes", number(wait_s.div_ceil(60)))
        }
        Refusal::Busy { wait_s } => one("refusal-busy", "seconds", number(*wait_s)),
        Refusal::ShortPassword { least } => {
            one("refusal-password-too-short", "length", number(*least as u64))
        }
        Refusal::LongPassword { most } => one("refusal-password-too-long", "length", number(*most as u64)),
        Refusal::EasyPassword => say(lang, "refusal-password-easy"),
        Refusal::BadLogin => say(lang, "refusal-login-taken"),
        Refusal::WrongCode => say(lang, "refusal-code"),
        Refusal::BadPasskey => say(lang, "refusal-passkey"),
        Refusal::AnswerTooLate => say(lang, "refusal-answer-late"),
        Refusal::PasskeyCopied => say(lang, "refusal-passkey-copied"),
        Refusal::NoPasskeysHere => say(lang, "refusal-passkeys-not-here"),
        Refusal::NoProvider => say(lang, "refusal-provider-none"),
        Refusal::ProviderAway { name } => one("refusal-provider-away", "name", name.as_str().into()),
        Refusal::ProviderRefused { name } => one("refusal-provider", "name", name.as_str().into()),
        Refusal::NotConnected { name } => one("refusal-provider-unknown", "name", name.as_str().into()),
        Refusal::ConnectedElsewhere { name } => one("refusal-provider-other", "name", name.as_str().into()),
        Refusal::TooManyPasskeys { limit } => {
            one("refusal-passkeys-too-many", "limit", number(*limit as u64))
        }
        Refusal::LastSecondFactor => say(lang, "refusal-last-second-factor"),
        Refusal::BadToken => say(lang, "refusal-token"),
        Refusal::TokenNameTaken(name) => one("refusal-token-name", "name", name.as_str().into()),
        Refusal::TooManyTokens { limit } => one("refusal-tokens-too-many", "limit", number(*limit as u64)),
        Refusal::TokenEnd { latest } => {
            one("refusal-token-end", "date", day(lang, *latest, Form::Long).into())
        }
        Refusal::KeyReused => say(lang, "refusal-key-reused"),
        Refusal::KeyOpen => say(lang, "refusal-key-open"),
        Refusal::UnknownPerson => say(lang, "refusal-person-unknown"),
        Refusal::LastAdministrator => say(lang, "refusal-last-administrator"),
        Refusal::SignedOut => say(lang, "refusal-signed-out"),
        Refusal::WrongClock => say(lang, "refusal-clock"),
        Refusal::LanguageUnknown => of_file("refusal-language-unknown"),
        Refusal::LanguageTwice(of) => {
            let language = say(lang, &format!("admin-language-{of}"));
            let named = [("file", file.into()), ("language", language.into())];
            say_with(lang, "refusal-language-twice", &named)
        }
        Refusal::ProposedBySchool => say(lang, "refusal-proposed-by-school"),
        Refusal::NoProposal => say(lang, "refusal-no-proposal"),
        Refusal::TooManyOpen { limit } => one("refusal-too-many-open", "limit", number(*limit as u64)),
        Refusal::NoLetter => say(lang, "refusal-no-letter"),
        Refusal::NotLooked(NotLooked::NotAsked) => say(lang, "refusal-look-not-asked"),
        Refusal::NotLooked(NotLooked::SamePerson) => say(lang, "refusal-look-same-person"),
        Refusal::NotLooked(NotLooked::AtOnce) => say(lang, "refusal-look-at-once"),
        Refusal::TooFewPublishers { least } => {
            one("refusal-too-few-publishers", "least", number(*least as u64))
        }
        Refusal::LastPublishers { least } => one("refusal-last-publishers", "least", number(*least as u64)),
        Refusal::NoSecondLook => say(lang, "refusal-no-second-look"),
        Refusal::WebhookAddress(why) => of_address(lang, *why),
        Refusal::TooManyWebhooks { limit } => {
            one("refusal-webhooks-too-many", "limit", number(*limit as u64))
        }
        Refusal::NoWebhook => say(lang, "refusal-no-webhook"),
        Refusal::NotAllowed => say(lang, "refusal-not-allowed"),
    }
}

/// Why an address cannot be a webhook's.
fn of_address(lang: Lang, why: BadAddress) -> String {
    match why {
        BadAddress::TooLong => {
            say_with(lang, "refusal-webhook-too-long", &[("limit", number(ADDRESS_MAX_CHARS as u64))])
        }
        why => say(lang, &format!("refusal-webhook-{}", why.name())),
    }
}

/// A day that was typed in a form and is none.
pub fn not_a_day(lang: Lang, typed: &str) -> String {
    say_with(lang, "refusal-date-format", &[("value", typed.into())])
}

/// Why a colour cannot be the union's.
pub fn of_accent(lang: Lang, why: NotAnAccent) -> String {
    // One digit after the comma, as both languages write it.
    let number = |value: f32| {
        // Down, so that what misses the least never looks as if it reached it.
        let value = format!("{:.1}", (value * 10.0).floor() / 10.0);
        if lang == Lang::En { value } else { value.replace('.', ",") }
    };
    match why {
        NotAnAccent::Form => say(lang, "refusal-accent-form"),
        NotAnAccent::TooPale { contrast } => say_with(
            lang,
            "refusal-accent-pale",
            &[("contrast", number(contrast).into()), ("least", number(CONTRAST_MIN).into())],
        ),
        NotAnAccent::TooLight { .. } => say(lang, "refusal-accent-light"),
    }
}

/// Why path data are not the union's emblem.
pub fn of_emblem(lang: Lang, why: InvalidShape) -> String {
    match why {
        InvalidShape::Form => say(lang, "refusal-emblem-form"),
        InvalidShape::TooLong => say(lang, "refusal-emblem-long"),
        InvalidShape::Shape => say(lang, "refusal-emblem-shape"),
    }
}

/// Why nothing of a drawing or a picture is an emblem.
pub fn of_untraced(lang: Lang, why: Untraced) -> String {
    match why {
        Untraced::NoPicture => of_emblem(lang, InvalidShape::Form),
        Untraced::Letters => say(lang, "refusal-emblem-letters"),
    }
}

fn number(value: u64) -> Argument<'static> {
    Argument::Number(i64::try_from(value).unwrap_or(i64::MAX))
}

const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Reason => "reason",
        Field::Name => "name",
        Field::Title => "title",
        Field::ShortTitle => "short-title",
        Field::Number => "number",
        Field::Kind => "kind",
        Field::Day => "day",
        Field::Phone => "phone",
        Field::Choice => "choice",
        Field::Words => "words",
    }
}

/// What to do with a file of a kind that is not kept.
const fn of_kind(kind: ForeignKind) -> &'static str {
    match kind {
        ForeignKind::Workbook => "refusal-file-workbook",
        ForeignKind::Slides => "refusal-file-slides",
        ForeignKind::WebPage => "refusal-file-web-page",
        ForeignKind::Heic => "refusal-file-heic",
        ForeignKind::Tiff => "refusal-file-tiff",
        ForeignKind::Picture => "refusal-file-picture",
        ForeignKind::Djvu => "refusal-file-djvu",
        ForeignKind::Pictures => "refusal-file-pictures",
        ForeignKind::Archive => "refusal-file-archive",
    }
}

fn of_reading(lang: Lang, refusal: text::Refusal, file: &str) -> String {
    let (key, limit) = match refusal {
        text::Refusal::UnknownType => ("refusal-file-type", 0),
        text::Refusal::Foreign { kind } => (of_kind(kind), 0),
        text::Refusal::Encrypted => ("refusal-file-password", 0),
        text::Refusal::Damaged => ("refusal-file-damaged", 0),
        text::Refusal::Doctype => ("refusal-file-doctype", 0),
        text::Refusal::TooDeep { limit } => ("refusal-file-too-deep", limit),
        text::Refusal::TooLarge { what, limit } => match what {
            Measure::UnpackedBytes => ("refusal-file-unpacks-too-large", limit >> 20),
            Measure::Entries => ("refusal-file-too-many-entries", limit),
            Measure::Elements => ("refusal-file-too-many-elements", limit),
            Measure::Blocks => ("refusal-file-too-many-blocks", limit),
            Measure::Pages => ("refusal-file-too-many-pages", limit),
            Measure::Characters => ("refusal-file-too-many-characters", limit),
            Measure::Operations => ("refusal-file-too-many-operations", limit),
        },
    };
    say_with(lang, key, &[("file", file.into()), ("limit", number(limit))])
}

fn of_dates(lang: Lang, problem: DateProblem) -> String {
    let said = |date: Day, form| Argument::from(day(lang, date, form));
    match problem {
        DateProblem::EffectiveFromMissing => say(lang, "refusal-date-effective-from-missing"),
        DateProblem::SignedOnMissing => say(lang, "refusal-date-signed-on-missing"),
        DateProblem::TermEndMissing => say(lang, "refusal-date-term-end-missing"),
        DateProblem::EndsBeforeItBegins => say(lang, "refusal-date-ends-before-it-begins"),
        DateProblem::SignedAfterTheEnd => say(lang, "refusal-date-signed-after-the-end"),
        DateProblem::TermTooLong { years, latest } => {
            let years = Argument::Number(i64::from(years));
            say_with(
                lang,
                "refusal-date-term-too-long",
                &[("years", years), ("latest", said(latest, Form::Short))],
            )
        }
        DateProblem::OutOfRange { day } => {
            say_with(lang, "refusal-date-out-of-range", &[("date", said(day, Form::Short))])
        }
    }
}

fn of_table(lang: Lang, problem: &ImportProblem) -> String {
    let at = |key: &str, line: u64| say_with(lang, key, &[("line", number(line))]);
    match problem {
        ImportProblem::NotATable(refusal) => of_file_as_table(lang, *refusal),
        ImportProblem::NotUtf8 => say(lang, "refusal-csv-not-utf8"),
        ImportProblem::Empty => say(lang, "refusal-csv-empty"),
        ImportProblem::TooManyRows { limit } => {
            say_with(lang, "refusal-csv-rows-too-many", &[("limit", number(*limit as u64))])
        }
        ImportProblem::NoNumbers => {
            say_with(lang, "refusal-csv-no-numbers", &[("columns", AGREEMENT_COLUMNS.into())])
        }
        ImportProblem::MissingColumn(column) => say_with(
            lang,
            "refusal-csv-column-missing",
            &[("column", (*column).into()), ("columns", COLUMNS.into())],
        ),
        ImportProblem::BadLine { line } => at("refusal-csv-line-fields", *line),
        ImportProblem::LostLetters { line } => at("refusal-csv-question-mark", *line),
        ImportProblem::NoLetters { line, letters } => say_with(
            lang,
            "refusal-csv-letters",
            &[("line", number(*line)), ("letters", letters.as_str().into())],
        ),
        ImportProblem::EmptyField { line, field: Field::Number } => at("refusal-csv-number-empty", *line),
        ImportProblem::EmptyField { line, .. } => {
            say_with(lang, "refusal-csv-name-empty", &[("line", number(*line)), ("column", "name_kk".into())])
        }
        ImportProblem::TooLong { line, field, limit } => {
            let key = match field {
                Field::Name => "refusal-csv-name-too-long",
                Field::Number => "refusal-csv-number-too-long",
                _ => "refusal-csv-district-too-long",
            };
            say_with(lang, key, &[("line", number(*line)), ("limit", number(*limit as u64))])
        }
        ImportProblem::BadKind { line } => at("refusal-csv-kind-letters", *line),
        ImportProblem::BadDay { line } => at("refusal-csv-day", *line),
        ImportProblem::NumberIsDay { line } => at("refusal-csv-number-is-day", *line),
        ImportProblem::IsUnion { line } => at("refusal-csv-union", *line),
        ImportProblem::TwiceTheSame { line, first } => {
            say_with(lang, "refusal-csv-number-twice", &[("line", number(*line)), ("first", number(*first))])
        }
        ImportProblem::TwiceAlike { line, number: one, first, other } => say_with(
            lang,
            "refusal-csv-number-twice-alike",
            &[
                ("line", number(*line)),
                ("number", one.as_str().into()),
                ("first", number(*first)),
                ("other", other.as_str().into()),
            ],
        ),
        ImportProblem::LooksTaken { line, typed, taken } => say_with(
            lang,
            "refusal-csv-number-looks-taken",
            &[("line", number(*line)), ("number", typed.as_str().into()), ("taken", taken.as_str().into())],
        ),
        ImportProblem::NewWord(word) => new_word(lang, word),
    }
}

fn of_file_as_table(lang: Lang, refusal: TableRefusal) -> String {
    let at = |key: &str, line: u64| say_with(lang, key, &[("line", number(line))]);
    match refusal {
        TableRefusal::Encoding => say(lang, "refusal-csv-not-utf8"),
        TableRefusal::OldWorkbook => say(lang, "refusal-csv-old-workbook"),
        TableRefusal::BadWorkbook => say(lang, "refusal-csv-bad-workbook"),
        TableRefusal::TooLarge => say(lang, "refusal-csv-too-large"),
        TableRefusal::OpenQuote { line } => at("refusal-csv-quote-open", line),
        TableRefusal::StrayQuote { line } => at("refusal-csv-quote-stray", line),
    }
}

/// A kind or a district that no organization has yet, and in how many rows it stands.
pub fn new_word(lang: Lang, new: &NewWord) -> String {
    let key = if new.is_kind { "import-new-kind" } else { "import-new-district" };
    say_with(lang, key, &[("word", new.word.as_str().into()), ("rows", number(new.rows as u64))])
}

/// What should be seen of a row, though nothing is wrong with it.
pub fn import_note(lang: Lang, note: &ImportNote) -> String {
    let line = ("line", number(note.line()));
    match note {
        ImportNote::NumberSpelled { number, letter: (letter, script), .. } => {
            let key = match script {
                Script::Cyrillic => "import-number-cyrillic",
                Script::Latin => "import-number-latin",
                Script::Greek => "import-number-greek",
            };
            let letter = letter.to_string();
            say_with(lang, key, &[line, ("number", number.as_str().into()), ("letter", letter.into())])
        }
        ImportNote::SameName { name, other, .. } => say_with(
            lang,
            "import-same-name",
            &[line, ("name", name.as_str().into()), ("other", other.as_str().into())],
        ),
        ImportNote::DistrictSpelled { district, .. } => {
            say_with(lang, "import-district-spelled", &[line, ("district", district.as_str().into())])
        }
    }
}
