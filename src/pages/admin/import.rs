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
const TABLE_FILES: &str = ".csv,text/csv";

/// What a table would change.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The table itself, which the next form carries.
    pub table: String,
    /// What would change, in the order of the table.
    pub changes: Vec<Change>,
    /// How many rows change nothing.
    pub unchanged: usize,
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
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "admin/import.html")]
struct ImportPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: String,
    choose: Form,
    kinds: Vec<(&'static str, String)>,
    planned: Option<Planned>,
}

/// The complete page: the form for a file, and what the table would change if one was read.
pub fn render(staff: StaffView<'_>, plan: Option<&Plan>, refusals: &[String], done: Option<&str>) -> String {
    let lang = staff.lang;
    let kinds = OrganizationKind::of_members().map(OrganizationKind::name);
    finish(&ImportPage {
        chrome: staff.chrome_of("admin-import"),
        menu: staff.menu(),
        refusals,
        done: done.map(|key| say(lang, key)).unwrap_or_default(),
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

fn planned(staff: StaffView<'_>, plan: &Plan) -> Planned {
    let lang = staff.lang;
    let count = |key: &str, count: usize| {
        say_with(lang, key, &[("count", i64::try_from(count).unwrap_or(i64::MAX).into())])
    };
    let of = |wanted: fn(&Change) -> bool| plan.changes.iter().filter(|change| wanted(change)).count();
    let renamed =
        |change: &Change| change.before.as_ref().is_some_and(|before| before.names != change.after.names);
    let line = |change: &Change| Line {
        line: change.line,
        number: change.number.clone(),
        before: change.before.as_ref().map(|before| words(staff, before)).unwrap_or_default(),
        after: words(staff, &change.after),
        since: change.since.map(|day| say_day(lang, day, DayForm::Short)).unwrap_or_default(),
    };
    Planned {
        apply: Form::new("apply", Admin::ApplyImport)
            .with(Field::hidden("table", &plan.table))
            .as_files()
            .button(button(lang, "admin-import-apply", Look::First))
            .link(Link::new(Admin::Import, say(lang, "admin-cancel"))),
        counts: vec![
            count("admin-import-new", of(|change| change.before.is_none())),
            count("admin-import-renamed", of(renamed)),
            count(
                "admin-import-changed",
                of(|change| change.before.as_ref().is_some_and(|before| before.names == change.after.names)),
            ),
            count("admin-import-unchanged", plan.unchanged),
        ],
        lines: plan.changes.iter().map(line).collect(),
    }
}

fn words(staff: StaffView<'_>, details: &Details) -> Vec<String> {
    let names = details.names.iter().map(|(_, name)| name.to_owned());
    let rest = [naming::organization_kind(&details.kind, staff.lang), details.district.clone()];
    names.chain(rest).filter(|words| !words.is_empty()).collect()
}
