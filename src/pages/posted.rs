//! The state of a stand in words: what hangs, what must be printed anew and why.

use super::html::Passage;
use super::kit_address;
use super::naming;
use crate::domain::address::Href;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::posted::{Advice, Posted, Reason, StandCount};
use crate::domain::{Code, Lang};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// What the state of a stand is said from.
#[derive(Debug, Clone, Copy)]
pub struct StandView<'a> {
    /// Whose stand it is.
    pub organization: &'a Organization,
    /// What is known to hang.
    pub posted: &'a Posted,
    /// What is to be done.
    pub advice: &'a Advice,
    /// The documents that the advice names, each with its owner.
    pub named: &'a [(&'a Document, &'a Organization)],
}

/// The state of a stand.
pub(super) struct StandState {
    /// All in one sentence, for the chair.
    pub summary: String,
    /// Since when it hangs.
    pub since: Passage,
    /// What is to be done with each sheet.
    pub lines: Vec<Line>,
    /// A kit of what is to be printed anew.
    pub kit: Option<Href>,
}

/// A sheet, and why something is to be done with it.
pub(super) struct Line {
    pub title: Passage,
    pub words: String,
}

/// The state of a stand in one sentence; none where nothing is known to hang.
pub fn summary(view: &StandView<'_>, page: Lang) -> Option<String> {
    state(view, page).map(|state| state.summary)
}

/// The state of a stand; none where nothing is known to hang.
pub(super) fn state(view: &StandView<'_>, page: Lang) -> Option<StandState> {
    let since = view.posted.values().map(|hung| hung.since).min()?;
    let advice = view.advice;
    let count =
        |key, count| say_with(page, key, &[("count", i64::try_from(count).unwrap_or(i64::MAX).into())]);
    let own = view.organization.code;
    let summary = if advice.is_empty() && !view.posted.contains_key(&own) {
        count("hang-opened", view.posted.len())
    } else if advice.is_empty() && view.posted.values().all(|hung| hung.host.is_none()) {
        say(page, "hang-specimen")
    } else if advice.is_empty() {
        say(page, "hang-current")
    } else if advice.to_print() > 0 {
        count("hang-to-print", advice.to_print())
    } else {
        count("hang-to-take-down", advice.take_down.len())
    };
    let poster = (!advice.poster.is_empty()).then(|| Line {
        title: Passage::plain(say(page, "hang-poster")),
        words: reasons(&advice.poster, page),
    });
    let sheets = advice
        .sheets
        .iter()
        .map(|sheet| Line { title: view.title(sheet.document, page), words: reasons(&sheet.reasons, page) });
    let gone = advice
        .take_down
        .iter()
        .map(|code| Line { title: view.title_on_wall(*code, page), words: say(page, "hang-take-down") });
    let written = say_day(page, since, Form::From);
    Some(StandState {
        summary,
        since: Passage::plain(say_with(page, "hang-since", &[("date", written.as_str().into())]))
            .naming(since, written),
        lines: poster.into_iter().chain(sheets).chain(gone).collect(),
        kit: kit_address::of_advice(view.organization.code, advice),
    })
}

impl StandView<'_> {
    /// What a document is called.
    fn title(&self, code: Code, page: Lang) -> Passage {
        let found = self.named.iter().find(|(document, _)| document.code == code);
        found.map_or_else(
            || Passage::plain(code.grouped()),
            |(document, owner)| naming::title(document, owner, page),
        )
    }

    /// What stands on the sheet that is to be looked for.
    fn title_on_wall(&self, code: Code, page: Lang) -> Passage {
        let hung = self.posted.get(&code).and_then(|hung| naming::best(&hung.titles, page));
        hung.unwrap_or_else(|| self.title(code, page))
    }
}

/// On how many stands a document belongs, and what becomes of the sheets there.
pub(super) fn stands_in_words(stands: StandCount, page: Lang) -> String {
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let count = [("count", number(stands.all))];
    let all = say_with(page, "stands-of-document", &count);
    let sheets = match stands.without_sheet {
        0 => say(page, "stands-keep-sheets"),
        some => say_with(page, "stands-need-sheet", &[("count", number(some))]),
    };
    format!("{all} {sheets}")
}

/// Reasons in words.
pub(super) fn reasons(reasons: &[Reason], page: Lang) -> String {
    let key = |reason: &Reason| match reason {
        Reason::Renamed => "hang-reason-renamed",
        Reason::Retitled => "hang-reason-retitled",
        Reason::New => "hang-reason-new",
        Reason::HostChanged => "hang-reason-host",
        Reason::Specimen => "hang-reason-specimen",
        Reason::ListChanged => "hang-reason-list",
    };
    reasons.iter().map(|reason| say(page, key(reason))).collect::<Vec<_>>().join("; ")
}
