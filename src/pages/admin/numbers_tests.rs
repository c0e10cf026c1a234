//! Charts show the numbers of their tables, whatever they are called; and filters lead to the list without them.

use super::figures::{OpenedStand, coverage, days, districts, documents, languages, organizations};
use super::numbers::{self, Counted, NumbersView, Of};
use super::tests::{HOSTILE, staff};
use crate::domain::address::{Admin, Figures, Href};
use crate::domain::calendar::days_before;
use crate::domain::coverage::Coverage;
use crate::domain::lang::Lang;
use crate::domain::period::{Period, PeriodProblem};
use crate::domain::role::Role;
use crate::pages::table_file::{Cell, Table};
use crate::pages::tests::samples::{TODAY, agreement, school, union};

fn covered() -> Vec<Coverage> {
    let one = |district: &str, all| Coverage {
        district: district.to_owned(),
        all,
        in_force: all / 2,
        live: all / 3,
        silent: all / 4,
        never: all - all / 3 - all / 4,
    };
    vec![one("", 7), one("Есіл ауданы / район Есиль", 120), one(HOSTILE, 31)]
}

/// The tables of a page, with numbers that are all different.
fn counted(page: Lang) -> Vec<Counted> {
    let (union, school, document) = (union(), school(), agreement());
    let period = Period::Last(30).days(TODAY);
    let by_day = [(TODAY, 41), (days_before(TODAY, 3), 17)];
    let by_district = [(HOSTILE.to_owned(), 5), (String::new(), 23), ("А ауданы / район А".to_owned(), 30)];
    let whole = |figures, table| Counted { figures, table, is_part: false };
    let stands = [
        OpenedStand { organization: &school, count: 11, last: Some(TODAY) },
        OpenedStand { organization: &union, count: 0, last: None },
    ];
    vec![
        whole(Figures::Days, days(page, period, &by_day)),
        whole(Figures::Languages, languages(page, &[(Lang::Kk, 38), (Lang::Ru, 20)])),
        whole(Figures::Districts, districts(page, &by_district)),
        whole(Figures::Coverage, coverage(page, &covered())),
        Counted { is_part: true, ..whole(Figures::Documents, documents(page, &[(&document, &school, 58)])) },
        whole(Figures::Organizations, organizations(page, &stands, TODAY)),
    ]
}

fn page(of: Of<'_>, alone: Option<Figures>, period: Result<Period, PeriodProblem>, lang: Lang) -> String {
    let union = union();
    let counted = if period.is_ok() { counted(lang) } else { Vec::new() };
    numbers::render(&NumbersView {
        staff: staff(&union, &Role::Admin, lang, "/admin/numbers"),
        of,
        alone,
        typed: (HOSTILE, ""),
        period,
        today: TODAY,
        total: Some(58),
        coverage: &covered(),
        counted,
        next: Some(Href::to(Admin::NumbersOf(Figures::Documents)).with("after", HOSTILE)),
    })
}

/// Every page of numbers.
pub(super) fn all(lang: Lang) -> Vec<String> {
    let school = school();
    let between = Period::Between(days_before(TODAY, 9), TODAY);
    vec![
        page(Of::Union, None, Ok(Period::default()), lang),
        page(Of::Union, Some(Figures::Documents), Ok(between), lang),
        page(Of::Stand(&school), None, Ok(Period::Last(365)), lang),
        page(Of::Union, None, Err(PeriodProblem::NotADay(HOSTILE.to_owned())), lang),
        page(Of::Union, None, Err(PeriodProblem::Reversed), lang),
        page(Of::Union, None, Err(PeriodProblem::Future), lang),
        page(Of::Union, None, Err(PeriodProblem::TooLong), lang),
        page(Of::Union, None, Err(PeriodProblem::NotOffered), lang),
    ]
}

/// The part of a page from one mark to the next.
fn between<'p>(page: &'p str, from: &str, until: &str) -> &'p str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(until).unwrap_or_else(|| panic!("no {until}")).0
}

fn numbers_in<'p>(text: &'p str, open: &str, close: &str) -> Vec<&'p str> {
    let parts = text.split(open).skip(1).filter_map(|rest| rest.split_once(close)).map(|(inner, _)| inner);
    parts.collect()
}

#[test]
fn charts_carry_the_numbers_of_their_tables() {
    let html = page(Of::Union, None, Ok(Period::default()), Lang::Ru);
    for Counted { figures, table, .. } in counted(Lang::Ru) {
        if figures == Figures::Organizations {
            continue;
        }
        let section = between(&html, &format!("<h2 id=\"{}\">", figures.name()), "</section>");
        let (chart, below) = section.split_once("</figure>").expect("a chart");
        // Of each bar, what is said of it.
        let said: Vec<u64> = numbers_in(chart, "\"><title>", "</title>")
            .iter()
            .map(|title| title.rsplit_once(": ").expect("a number").1.parse().expect("a number"))
            .collect();
        let columns: &[usize] = match figures {
            Figures::Coverage => &[2, 3, 1],
            Figures::Documents => &[4],
            _ => &[1],
        };
        let wanted: Vec<u64> =
            table.rows.iter().flat_map(|row| columns.iter().map(|at| number(row, *at))).collect();
        assert_eq!(said, wanted, "{figures:?}");
        // The table on the page is the same table.
        let below = below.replace("<td class=\"n\">", "<td>");
        let shown: Vec<&str> = numbers_in(&below, "<td>", "</td>");
        let cells: Vec<String> = table.rows.iter().flat_map(|row| row.iter().skip(1).map(text)).collect();
        assert_eq!(shown.len(), cells.len(), "{figures:?}");
        let numbers = |cell: &&str| cell.bytes().all(|byte| byte.is_ascii_digit()) && !cell.is_empty();
        let shown: Vec<&str> = shown.into_iter().filter(numbers).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).filter(numbers).collect();
        assert_eq!(shown, cells, "{figures:?}");
    }
}

fn number(row: &[Cell], column: usize) -> u64 {
    match row[column] {
        Cell::Number(number) => number,
        _ => panic!("no number in {row:?}"),
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) => words.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => format!("{day:?}"),
    }
}

#[test]
fn every_day_of_a_period_has_a_row_and_every_language() {
    let period = Period::Last(365).days(TODAY);
    let table = days(Lang::Kk, period, &[(TODAY, 3)]);
    assert_eq!(table.rows.len(), 365);
    assert_eq!(table.rows.last(), Some(&vec![Cell::Day(Some(TODAY)), Cell::Number(3)]));
    let Table { rows, .. } = languages(Lang::Kk, &[(Lang::Ru, 2)]);
    assert_eq!(rows.iter().map(|row| number(row, 1)).collect::<Vec<_>>(), [0, 2, 0]);
}

#[test]
fn a_page_of_one_list_leads_back_and_goes_on_with_the_same_period() {
    let between = Period::Between(days_before(TODAY, 9), TODAY);
    let html = page(Of::Union, Some(Figures::Documents), Ok(between), Lang::Ru);
    let first = days_before(TODAY, 9);
    assert!(html.contains(&format!("href=\"/admin/numbers?from={first}&#38;until={TODAY}\"")), "{html}");
    assert!(html.contains(&format!("/admin/numbers/documents.xlsx?from={first}&#38;until={TODAY}\"")));
}
