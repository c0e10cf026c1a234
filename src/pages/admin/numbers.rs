//! What people opened over a period, and how far the union is covered: charts, each over the table that it is drawn from,
//! which is also what the files hold.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Figures, FiguresFile, Href, TableFormat};
use crate::domain::coverage::Coverage;
use crate::domain::listing::{OrganizationsWanted, StandWanted};
use crate::domain::organization::Organization;
use crate::domain::period::{OFFERED_DAYS, PERIOD_MAX_DAYS, Period, PeriodProblem};
use crate::domain::stand_life::SILENT_DAYS;
use crate::domain::{Day, Lang};
use crate::pages::chart::{Chart, Item, Shape};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Form, Look, button, day as day_field};
use crate::pages::html::{Link, Passage};
use crate::pages::naming;
use crate::pages::table_file::{Cell, Table};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// What is shown of: everything, or one stand.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    /// The union.
    Union,
    /// The stand of an organization.
    Stand(&'a Organization),
}

/// A table of figures, and whether it is all of them.
#[derive(Debug)]
pub struct Counted {
    /// What is counted.
    pub figures: Figures,
    /// The figures.
    pub table: Table,
    /// Whether there are more, on a page of their own.
    pub is_part: bool,
}

/// What a page of numbers is made from.
#[derive(Debug)]
pub struct NumbersView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// Of what.
    pub of: Of<'a>,
    /// One list alone, on a page of its own.
    pub alone: Option<Figures>,
    /// What was asked for as it was typed: from which day, until which one.
    pub typed: (&'a str, &'a str),
    /// The period; why there is none.
    pub period: Result<Period, PeriodProblem>,
    /// Today.
    pub today: Day,
    /// How much was opened altogether, where it is told.
    pub total: Option<u64>,
    /// How the stands live, where it is told.
    pub coverage: &'a [Coverage],
    /// The figures, in the order of the page.
    pub counted: Vec<Counted>,
    /// The next page, where there is one.
    pub next: Option<Href>,
}

/// A chart with its table.
struct Section {
    id: &'static str,
    title: String,
    chart: String,
    table: Shown,
    files: Vec<Link>,
    /// The same with nothing left out.
    all: Option<Link>,
    /// Whether the table is folded away under the chart.
    is_folded: bool,
}

/// A table as it is shown.
struct Shown {
    head: Vec<ShownCell>,
    rows: Vec<Vec<ShownCell>>,
}

/// A cell as it is shown: numbers stand one below the other.
struct ShownCell {
    words: String,
    is_number: bool,
}

#[derive(Template)]
#[template(path = "admin/numbers.html")]
struct NumbersPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    back: Option<Link>,
    refusals: Vec<String>,
    presets: Vec<(Link, bool)>,
    choose: Form,
    shown: Option<String>,
    total: Option<String>,
    stands: Vec<Link>,
    sections: Vec<Section>,
    next: Option<&'a Href>,
}

/// The complete page.
pub fn render(view: &NumbersView<'_>) -> String {
    let page = view.staff.lang;
    let title = match (view.of, view.alone) {
        (Of::Stand(organization), _) => {
            let name = naming::name(organization, page);
            Passage { text: format!("{}: {}", say(page, "numbers-title"), name.text), ..name }
        }
        (Of::Union, Some(figures)) => Passage::plain(title(page, figures)),
        (Of::Union, None) => Passage::plain(say(page, "numbers-title")),
    };
    let period = view.period.as_ref().ok();
    let named = |(first, last): (Day, Day)| {
        let written = |day| Argument::from(say_day(page, day, DayForm::Short));
        say_with(page, "numbers-shown", &[("first", written(first)), ("last", written(last))])
    };
    finish(&NumbersPage {
        chrome: view.staff.chrome(title),
        menu: view.staff.menu(),
        back: view.back(),
        refusals: view
            .period
            .as_ref()
            .err()
            .map(|problem| problem_words(page, problem))
            .into_iter()
            .collect(),
        presets: view.presets(),
        choose: view.choose(),
        shown: period.map(|period| named(period.days(view.today))),
        total: view.total.map(|count| counted(page, "numbers-total", count)),
        stands: view.stands(),
        sections: view.counted.iter().map(|counted| view.section(counted)).collect(),
        next: view.next.as_ref(),
    })
}

fn counted(page: Lang, key: &str, count: u64) -> String {
    say_with(page, key, &[("count", i64::try_from(count).unwrap_or(i64::MAX).into())])
}

fn title(page: Lang, figures: Figures) -> String {
    say(page, &format!("numbers-{}", figures.name()))
}

/// Why there is no such period, in words.
fn problem_words(page: Lang, problem: &PeriodProblem) -> String {
    match problem {
        PeriodProblem::NotADay(typed) => {
            say_with(page, "refusal-date-format", &[("value", typed.as_str().into())])
        }
        PeriodProblem::Reversed => say(page, "numbers-refused-reversed"),
        PeriodProblem::Future => say(page, "numbers-refused-future"),
        PeriodProblem::TooLong => say_with(page, "numbers-refused-long", &[("days", PERIOD_MAX_DAYS.into())]),
        PeriodProblem::NotOffered => say(page, "numbers-refused-length"),
    }
}

impl NumbersView<'_> {
    /// This page.
    fn at(&self) -> Admin {
        match (self.of, self.alone) {
            (Of::Stand(organization), _) => Admin::StandNumbers(organization.code),
            (Of::Union, Some(figures)) => Admin::NumbersOf(figures),
            (Of::Union, None) => Admin::Numbers,
        }
    }

    /// The fields of the period, for links.
    fn fields(&self) -> Vec<(&'static str, String)> {
        self.period.as_ref().map(|period| period.fields()).unwrap_or_default()
    }

    fn back(&self) -> Option<Link> {
        let page = self.staff.lang;
        match (self.of, self.alone) {
            (Of::Stand(organization), _) => Some(Link {
                href: Admin::Organization(organization.code).to_string(),
                words: naming::name(organization, page),
            }),
            (Of::Union, Some(_)) => {
                let all = Href::to(Admin::Numbers).with_all(self.fields());
                Some(Link::new(all, say(page, "numbers-title")))
            }
            (Of::Union, None) => None,
        }
    }

    fn presets(&self) -> Vec<(Link, bool)> {
        let preset = |days: i64| {
            let words = say_with(self.staff.lang, "numbers-last", &[("days", days.into())]);
            let href = Href::to(self.at()).with_all(Period::Last(days).fields());
            (Link::new(href, words), self.period == Ok(Period::Last(days)))
        };
        OFFERED_DAYS.map(preset).into()
    }

    fn choose(&self) -> Form {
        let (page, (from, until)) = (self.staff.lang, self.typed);
        Form::in_address("period", self.at())
            .with(vec![
                day_field(page, "from", "audit-from", from),
                day_field(page, "until", "audit-until", until),
            ])
            .button(button(page, "people-show", Look::Second))
    }

    /// How many stands live, are silent, and were never opened, each with the list of them.
    fn stands(&self) -> Vec<Link> {
        if self.coverage.is_empty() {
            return Vec::new();
        }
        let sum = |part: fn(&Coverage) -> u64| self.coverage.iter().map(part).sum::<u64>();
        let stand = |(wanted, key, count): (StandWanted, &str, u64)| {
            let wanted = OrganizationsWanted { stand: Some(wanted), ..OrganizationsWanted::default() };
            let arguments = [
                ("count", Argument::from(i64::try_from(count).unwrap_or(i64::MAX))),
                ("days", SILENT_DAYS.into()),
            ];
            let words = say_with(self.staff.lang, key, &arguments);
            Link::new(Href::to(Admin::Organizations).with_all(wanted.fields()), words)
        };
        [
            (StandWanted::Live, "numbers-stands-live", sum(|one| one.live)),
            (StandWanted::Silent, "numbers-stands-silent", sum(|one| one.silent)),
            (StandWanted::Never, "numbers-stands-never", sum(|one| one.never)),
        ]
        .map(stand)
        .into()
    }

    fn section(&self, counted: &Counted) -> Section {
        let page = self.staff.lang;
        let Counted { figures, table, is_part } = counted;
        let title = match (self.of, is_part) {
            (Of::Union, true) => say(page, "numbers-union-documents"),
            _ => title(page, *figures),
        };
        let file = |format: TableFormat| {
            let sheet = FiguresFile { figures: *figures, format };
            let at = match self.of {
                Of::Stand(organization) => Admin::StandFigures(organization.code, sheet),
                Of::Union => Admin::NumbersFile(sheet),
            };
            let words = say(page, &format!("table-{}", format.name()));
            Link::new(Href::to(at).with_all(self.fields()), words)
        };
        let all = Href::to(Admin::NumbersOf(*figures)).with_all(self.fields());
        Section {
            id: figures.name(),
            chart: self.chart(*figures, title.clone(), table).map(|chart| chart.drawn()).unwrap_or_default(),
            title,
            table: Shown::new(page, table),
            files: TableFormat::ALL.map(file).into(),
            all: is_part.then(|| Link::new(all, say(page, "numbers-all-documents"))),
            is_folded: *figures == Figures::Days,
        }
    }

    /// The chart of a table; none where each row is for itself.
    fn chart(&self, figures: Figures, title: String, table: &Table) -> Option<Chart> {
        let page = self.staff.lang;
        let (id, shape, columns): (_, _, &[usize]) = match figures {
            Figures::Days => ("chart-days", Shape::Columns, &[1]),
            Figures::Languages => ("chart-languages", Shape::Rows, &[1]),
            Figures::Districts => ("chart-districts", Shape::Rows, &[1]),
            Figures::Coverage => ("chart-coverage", Shape::Rows, &[2, 3, 1]),
            Figures::Documents if self.alone.is_none() => ("chart-documents", Shape::Rows, &[4]),
            Figures::Documents | Figures::Organizations => return None,
        };
        let item = |row: &Vec<Cell>| {
            let label = row.first().map(|cell| shown(page, cell)).unwrap_or_default();
            Item::of_row(label, row, columns)
        };
        // A single series is what the title says.
        let named = if columns.len() > 1 { columns } else { &[] };
        let series = named.iter().filter_map(|column| table.head.get(*column).cloned()).collect();
        let description = say_with(page, "numbers-chart", &[("title", title.as_str().into())]);
        let items = table.rows.iter().map(item).collect();
        Some(Chart { id, title, description, shape, series, items })
    }
}

impl Shown {
    fn new(page: Lang, table: &Table) -> Self {
        let is_number = |cell: &Cell| matches!(cell, Cell::Number(_));
        let above = |(column, words): (usize, &String)| ShownCell {
            words: words.clone(),
            is_number: table.rows.first().and_then(|row| row.get(column)).is_some_and(is_number),
        };
        let cell = |cell: &Cell| ShownCell { words: shown(page, cell), is_number: is_number(cell) };
        Self {
            head: table.head.iter().enumerate().map(above).collect(),
            rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        }
    }
}

/// A cell as it stands on a page.
fn shown(page: Lang, cell: &Cell) -> String {
    match cell {
        Cell::Words(words) => words.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.map(|day| say_day(page, day, DayForm::Short)).unwrap_or_default(),
    }
}
