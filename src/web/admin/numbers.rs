//! What people opened over a period, and how far the union is covered: pages, and the same figures as files.

use actix_web::http::StatusCode;

use super::document::find;
use super::fields::Fields;
use super::tables::{ROWS_AT_ONCE, ROWS_MAX, sent};
use crate::domain::address::{Admin, Figures, FiguresFile, Href};
use crate::domain::coverage::Coverage;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::period::{Period, PeriodProblem};
use crate::domain::{Code, Day, Lang};
use crate::pages::admin::figures::{
    OpenedDocument, OpenedStand, coverage, days as days_table, districts, documents, languages, organizations,
};
use crate::pages::admin::filters::next;
use crate::pages::admin::numbers::{Counted, NumbersView, Of, render};
use crate::pages::error::Problem;
use crate::pages::table_file::Table;
use crate::registry::{DocumentFilter, Error, OrganizationFilter, View};
use crate::web::access::{ManageOrganizations, Staff, StaffSession, TendStand};
use crate::web::error::{Reply, WebError};
use crate::web::rendered::Rendered;

/// Documents or organizations on one page: what the database sums up in a moment.
const PER_PAGE: usize = 100;

/// Documents of the union that are drawn: those that are opened most.
const DRAWN_MAX: usize = 12;

/// The first and the last day of a period.
type Days = (Day, Day);

fn period(fields: &Fields, today: Day) -> Result<Period, PeriodProblem> {
    Period::read(|name| fields.get(name), today)
}

/// The period of a file, which no page offers where there is none.
fn days_of_file(fields: &Fields, today: Day) -> Result<Days, WebError> {
    Ok(period(fields, today).map_err(|_| Problem::BadRequest)?.days(today))
}

/// The page of the union.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<ManageOrganizations>, view: &View) -> Reply {
    let (fields, today) = (Fields::of_query(&staff.request), view.as_of().day);
    let period = period(&fields, today);
    let (mut counted, mut covered, mut total) = (Vec::new(), Vec::new(), None);
    if let Ok(period) = &period {
        let (lang, days) = (staff.lang, period.days(today));
        let by_day = view.opened_by_day(days)?;
        total = Some(by_day.iter().map(|(_, count)| count).sum());
        covered = view.coverage()?;
        let drawn = most_opened(view, days)?;
        counted = vec![
            whole(Figures::Days, days_table(lang, days, &by_day)),
            whole(Figures::Languages, languages(lang, &view.opened_by_lang(days)?)),
            whole(Figures::Districts, districts(lang, &view.opened_by_district(days)?)),
            whole(Figures::Coverage, coverage(lang, &covered)),
            Counted { is_part: true, ..whole(Figures::Documents, documents(lang, &drawn)) },
        ];
    }
    let made = Made { of: Of::Union, alone: None, period, total, coverage: &covered, counted, next: None };
    Ok(made.page(staff, view, &fields, Admin::Numbers))
}

/// The page of the documents or of the organizations, a hundred at a time.
///
/// # Errors
/// Figures that have no page of their own; something to begin after that there is not; trouble with the state.
pub fn list(staff: &Staff<ManageOrganizations>, view: &View, figures: Figures) -> Reply {
    let (fields, today) = (Fields::of_query(&staff.request), view.as_of().day);
    let after = fields.get("after");
    let period = period(&fields, today);
    let days = period.as_ref().map_or_else(|_| Period::default().days(today), |period| period.days(today));
    let (table, last) = match figures {
        Figures::Documents => {
            let (found, last) = opened_documents(view, days, after, PER_PAGE)?;
            (documents(staff.lang, &found), last)
        }
        Figures::Organizations => {
            let (found, last) = opened_stands(view, days, after, PER_PAGE)?;
            (organizations(staff.lang, &found, today), last)
        }
        Figures::Days | Figures::Languages | Figures::Districts | Figures::Coverage => {
            return Err(Problem::NoSuchPage.into());
        }
    };
    let at = Admin::NumbersOf(figures);
    let next = last.and_then(|last| Some(next(at, period.as_ref().ok()?.fields(), &last)));
    let counted = if period.is_ok() { vec![whole(figures, table)] } else { Vec::new() };
    let made =
        Made { of: Of::Union, alone: Some(figures), period, total: None, coverage: &[], counted, next };
    Ok(made.page(staff, view, &fields, at))
}

/// A table of the union, whole.
///
/// # Errors
/// A period that is none; trouble with the state.
pub fn file(staff: &Staff<ManageOrganizations>, view: &View, sheet: FiguresFile) -> Reply {
    let (lang, today) = (staff.lang, view.as_of().day);
    let days = days_of_file(&Fields::of_query(&staff.request), today)?;
    let table = match sheet.figures {
        Figures::Days => days_table(lang, days, &view.opened_by_day(days)?),
        Figures::Languages => languages(lang, &view.opened_by_lang(days)?),
        Figures::Districts => districts(lang, &view.opened_by_district(days)?),
        Figures::Coverage => coverage(lang, &view.coverage()?),
        Figures::Documents => {
            let all = whole_list(|after| opened_documents(view, days, after, ROWS_AT_ONCE))?;
            documents(lang, &all)
        }
        Figures::Organizations => {
            let all = whole_list(|after| opened_stands(view, days, after, ROWS_AT_ONCE))?;
            organizations(lang, &all, today)
        }
    };
    sent(&table, sheet.format, sheet.figures.name(), today)
}

/// The page of one stand.
///
/// # Errors
/// Trouble with the state.
pub fn of_stand(staff: &Staff<TendStand>, view: &View, code: Code) -> Reply {
    let (fields, today) = (Fields::of_query(&staff.request), view.as_of().day);
    let organization = &staff.subject;
    let period = period(&fields, today);
    let (mut counted, mut total) = (Vec::new(), None);
    if let Ok(period) = &period {
        let days = period.days(today);
        let found = view.opened_at(organization, days)?;
        total = Some(found.days.iter().map(|(_, count)| count).sum());
        for figures in [Figures::Days, Figures::Languages, Figures::Documents] {
            let table = table_of_stand(staff.lang, view, organization, days, figures)?;
            counted.extend(table.map(|table| whole(figures, table)));
        }
    }
    let of = Of::Stand(organization);
    let made = Made { of, alone: None, period, total, coverage: &[], counted, next: None };
    Ok(made.page(staff, view, &fields, Admin::StandNumbers(code)))
}

/// A table of one stand.
///
/// # Errors
/// Figures that a stand does not have; a period that is none; trouble with the state.
pub fn file_of_stand(staff: &Staff<TendStand>, view: &View, code: Code, sheet: FiguresFile) -> Reply {
    let today = view.as_of().day;
    let days = days_of_file(&Fields::of_query(&staff.request), today)?;
    let table = table_of_stand(staff.lang, view, &staff.subject, days, sheet.figures)?;
    let table = table.ok_or(Problem::NoSuchPage)?;
    sent(&table, sheet.format, &format!("{}-{code}", sheet.figures.name()), today)
}

fn table_of_stand(
    lang: Lang,
    view: &View,
    organization: &Organization,
    days: Days,
    figures: Figures,
) -> Result<Option<Table>, Error> {
    let found = view.opened_at(organization, days)?;
    Ok(Some(match figures {
        Figures::Days => days_table(lang, days, &found.days),
        Figures::Languages => languages(lang, &found.langs),
        Figures::Documents => {
            let mut opened = Vec::new();
            for (code, count) in found.documents {
                // What was taken back is counted among the days, and has no name any more.
                if let Some(document) = view.document(code)? {
                    opened.push((document, view.owner(document)?, count));
                }
            }
            documents(lang, &most_first(opened))
        }
        Figures::Districts | Figures::Coverage | Figures::Organizations => return Ok(None),
    }))
}

/// What a page is made of, but for who looks.
struct Made<'a> {
    of: Of<'a>,
    alone: Option<Figures>,
    period: Result<Period, PeriodProblem>,
    total: Option<u64>,
    coverage: &'a [Coverage],
    counted: Vec<Counted>,
    next: Option<Href>,
}

impl Made<'_> {
    fn page(self, staff: &StaffSession, view: &View, fields: &Fields, at: Admin) -> Rendered {
        let Self { of, alone, period, total, coverage, counted, next } = self;
        let status = if period.is_ok() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        staff.page(view, status, |site| {
            render(&NumbersView {
                staff: staff.view(site, at),
                of,
                alone,
                typed: (fields.get("from"), fields.get("until")),
                period,
                today: view.as_of().day,
                total,
                coverage,
                counted,
                next,
            })
        })
    }
}

/// Figures of which nothing is left out.
fn whole(figures: Figures, table: Table) -> Counted {
    Counted { figures, table, is_part: false }
}

/// The documents that are opened most before the rest; equal ones by their codes.
fn most_first(mut opened: Vec<OpenedDocument<'_>>) -> Vec<OpenedDocument<'_>> {
    opened.sort_by_key(|(document, _, count)| (std::cmp::Reverse(*count), document.code));
    opened
}

/// The union's own documents that are opened most.
fn most_opened(view: &View, days: Days) -> Result<Vec<OpenedDocument<'_>>, Error> {
    let own: Vec<&Document> = view.city_wide().collect();
    let mut opened = most_first(counted_documents(view, own, days)?);
    opened.truncate(DRAWN_MAX);
    opened.retain(|(.., count)| *count > 0);
    Ok(opened)
}

fn counted_documents<'v>(
    view: &'v View,
    documents: Vec<&'v Document>,
    days: Days,
) -> Result<Vec<OpenedDocument<'v>>, Error> {
    let codes: Vec<Code> = documents.iter().map(|document| document.code).collect();
    let counts = view.opened_documents(&codes, days)?;
    view.load_owners(documents.iter().copied())?;
    let count = |document: &Document| counts.get(&document.code).copied().unwrap_or_default();
    documents.into_iter().map(|document| Ok((document, view.owner(document)?, count(document)))).collect()
}

/// A part of a list, and what the next one begins after, where there is one.
type Part<T> = (Vec<T>, Option<String>);

/// Documents in the order in which they were added, after the one with a code.
fn opened_documents<'v>(
    view: &'v View,
    days: Days,
    after: &str,
    most: usize,
) -> Result<Part<OpenedDocument<'v>>, WebError> {
    let after = match after {
        "" => None,
        typed => Some(find(view, Code::parse(typed).map_err(|_| Problem::BadRequest)?)?.id),
    };
    let filter = DocumentFilter { after, ..DocumentFilter::default() };
    let mut found = view.documents_page(&filter, 0, most + 1)?;
    let is_more = found.len() > most;
    found.truncate(most);
    let last = found.last().filter(|_| is_more).map(|last| last.code.to_string());
    Ok((counted_documents(view, found, days)?, last))
}

/// Organizations by number, after this number.
fn opened_stands<'v>(
    view: &'v View,
    days: Days,
    after: &str,
    most: usize,
) -> Result<Part<OpenedStand<'v>>, WebError> {
    let after = Some(after.to_owned()).filter(|after| !after.is_empty());
    let filter = OrganizationFilter { after, ..OrganizationFilter::default() };
    let mut found = view.organizations(&filter, 0, most + 1)?;
    let is_more = found.len() > most;
    found.truncate(most);
    let last = found.last().filter(|_| is_more).map(|last| last.number.clone());
    let codes: Vec<Code> = found.iter().map(|organization| organization.code).collect();
    let counts = view.opened_at_stands(&codes, days)?;
    let scanned = view.last_opened(&found)?;
    let opened = |organization: &'v Organization| OpenedStand {
        organization,
        count: counts.get(&organization.code).copied().unwrap_or_default(),
        last: scanned.get(&organization.code).copied(),
    };
    Ok((found.into_iter().map(opened).collect(), last))
}

/// All parts of a list, one after the other, as far as a file goes.
fn whole_list<T>(mut part: impl FnMut(&str) -> Result<Part<T>, WebError>) -> Result<Vec<T>, WebError> {
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let (found, last) = part(&after)?;
        all.extend(found);
        match last {
            Some(last) if all.len() < ROWS_MAX => after = last,
            _ => return Ok(all),
        }
    }
}
