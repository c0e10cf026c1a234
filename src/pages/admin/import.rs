//! Taking over a table of organizations: choose a file, see what would change, take it over.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::Admin;
use crate::domain::lang::Trilingual;
use crate::domain::organization_kind::OrganizationKind;
use crate::domain::{Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, Look, button};
use crate::pages::html::Link;
use crate::pages::naming;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of, say_with};

/// The heading of a table, as in the sample.
pub const COLUMNS: &str = "number,name_kk,name_ru,name_en,kind,district,since";

/// The files in which tables come.
const TABLE_FILES: &str =
    ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What the address of the page calls the counts after an import: new, renamed, changed otherwise, unchanged.
pub const COUNTS: [&str; 4] = ["new", "renamed", "changed", "unchanged"];

/// The field of the tick that new kinds and districts are meant.
pub const NEW_WORDS: &str = "new_words";

/// What a table would change.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The table itself, which the next form carries.
    pub table: String,
    /// What would change, in the order of the table.
    pub changes: Vec<Change>,
    /// How many rows are new, renamed, changed otherwise, and unchanged.
    pub counts: [usize; 4],
    /// What should be seen of the rows.
    pub notes: Vec<String>,
    /// The kinds and districts that no organization has yet.
    pub new_words: Vec<String>,
    /// Whether it must be said that they are meant.
    pub asks: bool,
}

/// A row that changes something.
#[derive(Debug, Clone)]
pub struct Change {
    /// The line in the file.
    pub line: u64,
    /// The union's number.
    pub number: String,
    /// What stands in the register; none for a new organization.
    pub before: Option<Details>,
    /// What will stand there.
    pub after: Details,
    /// First day of the names, where the table says it.
    pub since: Option<Day>,
}

/// What a table says of an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// The names.
    pub names: Trilingual,
    /// The kind.
    pub kind: String,
    /// The district.
    pub district: String,
}

struct Line {
    line: u64,
    number: String,
    before: Vec<String>,
    after: Vec<String>,
    since: String,
}

struct Planned {
    apply: Form,
    counts: Vec<String>,
    notes: Vec<String>,
    new_words: Vec<String>,
    changes: bool,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "admin/import.html")]
struct ImportPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: Option<Vec<String>>,
    onward: Vec<Link>,
    choose: Form,
    kinds: Vec<(&'static str, String)>,
    planned: Option<Planned>,
}

/// The complete page: the form for a file, and what the table would change if one was read.
pub fn render(
    staff: StaffView<'_>,
    plan: Option<&Plan>,
    refusals: &[String],
    done: Option<[usize; 4]>,
) -> String {
    let lang = staff.lang;
    let kinds = OrganizationKind::of_members().map(OrganizationKind::name);
    finish(&ImportPage {
        chrome: staff.chrome_of("admin-import"),
        menu: staff.menu(),
        refusals,
        done: done.map(|counts| said(lang, counts)),
        onward: vec![
            Link::new(Admin::Organizations, say(lang, "admin-organizations")),
            Link::new(Admin::Prints, say(lang, "prints-title")),
        ],
        choose: choose(lang),
        kinds: kinds.map(|kind| (kind, naming::organization_kind(kind, lang))).collect(),
        planned: plan.map(|plan| planned(staff, plan)),
    })
}

/// The form for a file.
fn choose(lang: Lang) -> Form {
    let file = Field::new("file", say(lang, "admin-import-file"), Control::File(TABLE_FILES));
    let hint = say_of(lang, "admin-import-hint", "columns", COLUMNS);
    Form::new("choose", Admin::Import).with(file.required().with_hint(hint)).button(button(
        lang,
        "admin-import-dry-run",
        Look::First,
    ))
}

/// The counts of an import, each in words.
fn said(lang: Lang, counts: [usize; 4]) -> Vec<String> {
    let keys = ["admin-import-new", "admin-import-renamed", "admin-import-changed", "admin-import-unchanged"];
    let count = |(key, count): (&str, usize)| {
        say_with(lang, key, &[("count", i64::try_from(count).unwrap_or(i64::MAX).into())])
    };
    keys.into_iter().zip(counts).map(count).collect()
}

fn planned(staff: StaffView<'_>, plan: &Plan) -> Planned {
    let lang = staff.lang;
    let line = |change: &Change| Line {
        line: change.line,
        number: change.number.clone(),
        before: change.before.as_ref().map(|before| words(staff, before)).unwrap_or_default(),
        after: words(staff, &change.after),
        since: change.since.map(|day| say_day(lang, day, DayForm::Short)).unwrap_or_default(),
    };
    let form = Form::new("apply", Admin::ApplyImport).with(Field::hidden("table", &plan.table));
    let form = if plan.asks {
        form.with(
            Field::new(NEW_WORDS, say(lang, "admin-import-new-words-meant"), Control::Consent).required(),
        )
    } else {
        form
    };
    Planned {
        apply: form
            .as_files()
            .button(button(lang, "admin-import-apply", Look::First))
            .link(Link::new(Admin::Import, say(lang, "admin-cancel"))),
        counts: said(lang, plan.counts),
        notes: plan.notes.clone(),
        new_words: plan.new_words.clone(),
        changes: !plan.changes.is_empty(),
        lines: plan.changes.iter().map(line).collect(),
    }
}

fn words(staff: StaffView<'_>, details: &Details) -> Vec<String> {
    let names = details.names.iter().map(|(_, name)| name.to_owned());
    let rest = [naming::organization_kind(&details.kind, staff.lang), details.district.clone()];
    names.chain(rest).filter(|words| !words.is_empty()).collect()
}
