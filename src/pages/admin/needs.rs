//! What needs a person of the office, or a chair: told on the first page, and by every other way.

mod agreements;
mod group;
mod lists;
mod waiting;

pub use agreements::Need;
pub(super) use agreements::own;
pub use group::{Group, Line};
pub use lists::{Lacking, NeedyStand, Part, Stands, StrayCode, lacking_in};
pub use waiting::{LyingDrafts, Waiting};

use crate::domain::Lang;
use crate::domain::listing::ReadingWanted;
use crate::phrases::say;

/// What needs the office, as it was read.
#[derive(Debug)]
pub struct Needs<'a> {
    /// Lines of a kind that are told where there is a list of all of them.
    pub most: usize,
    /// What agreements ask, what is due first before the rest, and whether that is all.
    pub agreements: (&'a [Need<'a>], bool),
    /// What others wait for.
    pub waiting: Waiting<'a>,
    /// Drafts that lie.
    pub lying: LyingDrafts<'a>,
    /// Documents that have no text in a language.
    pub lacking: Vec<(ReadingWanted, Lacking<'a>)>,
    /// What is to be said of organizations and stands; none for those who do not manage them.
    pub stands: Option<Stands<'a>>,
}

/// What needs the office, kind by kind, what presses first.
pub fn of_office(needs: &Needs<'_>, origin: &str, page: Lang) -> Vec<Group> {
    let (agreements, is_all) = needs.agreements;
    let mut groups = waiting::groups(&needs.waiting, page);
    groups.extend(agreements::of_office(agreements, is_all, origin, page));
    groups.extend(waiting::lying(&needs.lying, page));
    let lacking =
        |(reading, part): &(ReadingWanted, Lacking<'_>)| lists::lacking(*reading, part, origin, page);
    groups.extend(needs.lacking.iter().filter_map(lacking));
    groups.extend(needs.stands.iter().flat_map(|stands| lists::of_stands(stands, origin, page)));
    for group in groups.iter_mut().filter(|group| group.list.is_some()) {
        group.lines.truncate(needs.most);
    }
    groups
}

/// What needs a chair, kind by kind: what the agreements of the own organizations ask.
pub fn of_chair(needs: &[Need<'_>], page: Lang) -> Vec<Group> {
    agreements::of_chair(needs, page)
}

/// What is said where nothing is to be done.
pub(super) fn none(page: Lang) -> String {
    say(page, "needs-none")
}
