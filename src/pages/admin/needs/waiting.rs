//! What others wait for: proposals, letters, looks at drafts and editions, and drafts that lie.

use super::group::{Group, Line, documents};
use crate::domain::address::{Admin, Token};
use crate::domain::calendar::local_day;
use crate::domain::document::Document;
use crate::domain::four_eyes::{Asked, SecondLook};
use crate::domain::ids::DraftId;
use crate::domain::letter::Letter;
use crate::domain::listing::{DocumentsWanted, ReadingWanted};
use crate::domain::organization::Organization;
use crate::domain::reminder::Urgency;
use crate::domain::version::Version;
use crate::domain::{Instant, Lang};
use crate::pages::admin::filters::Count;
use crate::pages::admin::proposed::Proposed;
use crate::pages::admin::second_look::sentence;
use crate::pages::html::Passage;
use crate::pages::naming;
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::say_of;

/// The beginning of a letter that is shown in a line, in characters.
const BEGUN_MAX_CHARS: usize = 120;

/// What schools propose, what chairs write, and what waits for another person's look.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting<'a> {
    /// The proposals that are open.
    pub proposals: &'a [Proposed<'a>],
    /// The letters that wait for an answer, each with its school.
    pub letters: &'a [(&'a Letter, &'a Organization)],
    /// The drafts that wait for the look before they are published, with who asked.
    pub drafts: &'a [(DraftId, &'a Document, &'a Organization, &'a Asked)],
    /// The editions that wait for a second look, or in which a doubt stands.
    pub looks: &'a [(&'a Document, &'a Organization, &'a Version, &'a SecondLook)],
}

/// A line of what somebody waits for since then.
fn line(name: String, href: impl ToString, (title, words): (Passage, String), since: Instant) -> Line {
    Line { words, urgency: Urgency::Soon, since: Some(since), ..Line::new(name, href, title) }
}

/// Kind by kind: what others wait for presses more than what a date asks.
pub(super) fn groups(waiting: &Waiting<'_>, page: Lang) -> Vec<Group> {
    let owner = |organization: &Organization| naming::name(organization, page).text;
    let proposals = waiting.proposals.iter().map(|one| {
        let (id, at) = (&one.proposal.id, one.proposal.proposed_at);
        let words = (one.title(page), one.from(page));
        let line = line(format!("proposal/{id}"), Admin::Proposal(Token::new(id)), words, at);
        Line { of: owner(one.organization), ..line }
    });
    let letters = waiting.letters.iter().map(|(letter, organization)| {
        let begun: String = letter.words.chars().take(BEGUN_MAX_CHARS).collect();
        let words = (naming::name(organization, page), begun);
        let name = format!("letter/{}", letter.id);
        let line = line(name, Admin::Letter(Token::new(&letter.id)), words, letter.written_at);
        Line { of: owner(organization), ..line }
    });
    let drafts = waiting.drafts.iter().map(|(draft, document, of, asked)| {
        let words = say_of(page, "look-asked-by", "login", &asked.by);
        let words = (naming::title(document, of, page), words);
        Line { of: owner(of), ..line(format!("look/{draft}"), Admin::Preview(*draft), words, asked.at) }
    });
    let looks = waiting.looks.iter().map(|(document, of, version, look)| {
        let href = format!("{}#v{}", Admin::Document(document.code), version.ordinal);
        let words = (naming::title(document, of, page), sentence(look, page));
        Line { of: owner(of), ..line(format!("second-look/{}", version.id), href, words, look.since) }
    });
    let group = |name: &str, lines: Vec<Line>| {
        let count = Count { found: lines.len(), is_all: true };
        Some(Group { is_pressing: true, ..Group::new(name, count, lines, page)? })
    };
    let groups = [
        group("proposals", proposals.collect()),
        group("letters", letters.collect()),
        group("drafts", drafts.collect()),
        group("second-looks", looks.collect()),
    ];
    groups.into_iter().flatten().collect()
}

/// Drafts that lie for some days, each with its document and when it was begun; and how many there are.
pub type LyingDrafts<'a> = (Vec<(DraftId, &'a Document, &'a Organization, Instant)>, usize);

/// The same as lines.
pub(super) fn lying((drafts, count): &LyingDrafts<'_>, page: Lang) -> Option<Group> {
    let lines = drafts.iter().map(|(draft, document, of, begun)| {
        let begun_on = say_day(page, local_day(*begun), Form::Short);
        let words = (naming::title(document, of, page), say_of(page, "need-draft", "date", &begun_on));
        let line = line(format!("draft/{draft}"), Admin::Preview(*draft), words, *begun);
        Line { of: naming::name(of, page).text, ..line }
    });
    let count = Count { found: *count, is_all: true };
    let wanted = DocumentsWanted { reading: Some(ReadingWanted::DraftWaits), ..DocumentsWanted::default() };
    Some(Group::new("lying-drafts", count, lines.collect(), page)?.listed(documents(&wanted), page))
}
