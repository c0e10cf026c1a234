//! What a proposal is called and how far it has come: the school and the office read the same words.

use crate::domain::Lang;
use crate::domain::address::{Admin, Public, Token};
use crate::domain::calendar::local_day;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::proposal::{Outcome, Proposal, ProposalState};
use crate::pages::html::{Banner, Passage, Tone};
use crate::pages::naming;
use crate::pages::row::Row;
use crate::pages::site::in_language;
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{say, say_of, say_with};

/// A proposal with its school and, where it is there, its document.
#[derive(Debug, Clone, Copy)]
pub struct Proposed<'a> {
    /// The proposal.
    pub proposal: &'a Proposal,
    /// The school.
    pub organization: &'a Organization,
    /// The document whose edition it may become.
    pub document: Option<&'a Document>,
}

impl Proposed<'_> {
    /// What is proposed.
    pub(super) fn title(&self, page: Lang) -> Passage {
        match self.document {
            Some(document) => naming::title(document, self.organization, page),
            None => {
                let kind = naming::kind(self.proposal.kind, page);
                Passage::plain(say_of(page, "proposal-new", "kind", &kind))
            }
        }
    }

    /// By whom and when.
    pub(super) fn from(&self, page: Lang) -> String {
        let day = say_day(page, local_day(self.proposal.proposed_at), Form::Short);
        let name = naming::name(self.organization, page).text;
        say_with(page, "proposal-from", &[("organization", name.into()), ("date", day.into())])
    }

    /// On the pages of its draft: that a school proposed it.
    pub(super) fn banner(&self, page: Lang) -> Banner {
        let of = Admin::Proposal(Token::new(&self.proposal.id));
        Banner::new(Tone::Notice, self.from(page)).with_link(of, say(page, "proposal-open"))
    }

    /// How far it has come.
    pub(super) fn state(&self, page: Lang) -> Banner {
        match (&self.proposal.outcome, self.proposal.state()) {
            (Some(Outcome::Declined(reason)), _) => {
                Banner::new(Tone::Warning, say_of(page, "proposal-declined", "reason", reason))
            }
            (Some(Outcome::Published(ordinal)), _) => {
                let banner = Banner::new(Tone::Good, say(page, "proposal-published"));
                match self.document {
                    Some(document) => {
                        let edition = in_language(Public::Version(document.code, *ordinal), page);
                        banner.with_link(edition, say(page, "proposal-published-open"))
                    }
                    None => banner,
                }
            }
            (None, state) => {
                let key = if state == ProposalState::Draft { "proposal-draft" } else { "proposal-waiting" };
                Banner::new(Tone::Notice, say(page, key))
            }
        }
    }
}

/// What was proposed, as a list: the title and its state, and what the school said.
pub(super) fn rows(proposals: &[Proposed<'_>], page: Lang) -> Vec<Row> {
    let row = |one: &Proposed<'_>| {
        let note = Some(one.proposal.note.as_str()).filter(|note| !note.is_empty());
        let lines = [one.from(page)].into_iter().chain(note.map(str::to_owned));
        let status = one.state(page);
        let href = status.link.as_ref().map(|link| link.href.clone()).unwrap_or_default();
        Row { href, title: one.title(page), lines: lines.map(Passage::plain).collect(), status: Some(status) }
    };
    proposals.iter().map(row).collect()
}
