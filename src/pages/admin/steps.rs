//! The steps from the files to the publication, as a line at the top of the pages of a draft.

use askama::Template;

use crate::domain::Lang;
use crate::domain::address::{Admin, Href};
use crate::domain::ids::DraftId;
use crate::phrases::say;

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Choosing the files and the dates.
    Files,
    /// Looking at what is doubtful.
    Doubts,
    /// Reading it as members will.
    Member,
    /// Reading what changes.
    Changes,
    /// When, and on how many stands.
    When,
    /// Publishing.
    Publish,
}

impl Step {
    const ALL: [Self; 6] =
        [Self::Files, Self::Doubts, Self::Member, Self::Changes, Self::When, Self::Publish];

    /// Where it stands on its page.
    const fn anchor(self) -> &'static str {
        match self {
            Self::Files => "draft",
            Self::Doubts => "doubts",
            Self::Member => "member",
            Self::Changes => "changes",
            Self::When => "when",
            Self::Publish => "publishing",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Files => "step-files",
            Self::Doubts => "step-doubts",
            Self::Member => "step-member",
            Self::Changes => "step-changes",
            Self::When => "step-when",
            Self::Publish => "step-publish",
        }
    }
}

/// The line of steps.
#[derive(Template)]
#[template(path = "admin/steps.html")]
pub(super) struct Steps {
    name: String,
    entries: Vec<(Href, String, bool)>,
}

impl Steps {
    /// The steps of a draft, seen from its form or from its preview. Those that the preview has not are left out.
    pub(super) fn new(page: Lang, id: DraftId, on_form: bool, left_out: &[Step]) -> Self {
        let entry = |step: Step| {
            let is_form = step == Step::Files;
            let href = if is_form { Href::to(Admin::Draft(id)) } else { Href::to(Admin::Preview(id)) };
            (
                href.at(step.anchor()),
                say(page, step.key()),
                is_form == on_form && (is_form || step == Step::Doubts),
            )
        };
        let steps = Step::ALL.into_iter().filter(|step| !left_out.contains(step));
        Self { name: say(page, "steps"), entries: steps.map(entry).collect() }
    }
}
