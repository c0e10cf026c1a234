//! What a school proposes to the office: a document or its next edition. It becomes a draft of the office, and then an
//! edition, or it is declined with a reason.

use super::calendar::{Day, Instant};
use super::document_kind::DocumentKind;
use super::ids::{DocumentId, DraftId, OrganizationId};

/// Proposals of one organization that may be open at a time: more than anybody looks at in a week.
pub const OPEN_MAX: usize = 10;

/// Longest note beside a proposal, in characters: half a page.
pub const NOTE_MAX_CHARS: usize = 1_000;

/// Something that a school proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its identifier.
    pub id: String,
    /// The school.
    pub organization: OrganizationId,
    /// The document whose edition it may become; none where it is yet to be added.
    pub document: Option<DocumentId>,
    /// The kind of that document.
    pub kind: DocumentKind,
    /// The first day, as the school says.
    pub effective_from: Option<Day>,
    /// What the school says of it; may be empty.
    pub note: String,
    /// The login of who proposes it.
    pub proposed_by: String,
    /// When.
    pub proposed_at: Instant,
    /// The draft that was made of it.
    pub draft: Option<DraftId>,
    /// How it ended; none while it is open.
    pub outcome: Option<Outcome>,
}

/// How a proposal ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was published as the version with this ordinal.
    Published(u32),
    /// It was declined for this reason.
    Declined(String),
}

/// How far a proposal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalState {
    /// Nobody in the office has taken it up.
    Waiting,
    /// The office works on it as a draft.
    Draft,
    /// It was published.
    Published,
    /// It was declined.
    Declined,
}

impl ProposalState {
    /// The end of the key of its phrases.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Declined => "declined",
        }
    }

    /// Whether the office has yet to decide.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Draft)
    }
}

impl Proposal {
    /// How far it has come.
    pub const fn state(&self) -> ProposalState {
        match (&self.outcome, self.draft) {
            (Some(Outcome::Published(_)), _) => ProposalState::Published,
            (Some(Outcome::Declined(_)), _) => ProposalState::Declined,
            (None, Some(_)) => ProposalState::Draft,
            (None, None) => ProposalState::Waiting,
        }
    }
}

/// Whether a school may propose a document of this kind: laws, charters and the agreements above it are the union's to add.
pub const fn is_proposable(kind: DocumentKind) -> bool {
    match kind {
        DocumentKind::Law
        | DocumentKind::Charter
        | DocumentKind::GeneralAgreement
        | DocumentKind::SectorAgreement
        | DocumentKind::RegionalAgreement => false,
        DocumentKind::CollectiveAgreement
        | DocumentKind::Regulation
        | DocumentKind::LabourRules
        | DocumentKind::WorkPlan
        | DocumentKind::Report
        | DocumentKind::Resolution
        | DocumentKind::Instruction
        | DocumentKind::Form
        | DocumentKind::Collection
        | DocumentKind::Leaflet => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal(draft: Option<DraftId>, outcome: Option<Outcome>) -> Proposal {
        Proposal {
            id: "p".to_owned(),
            organization: OrganizationId::from_random([1; 16]),
            document: None,
            kind: DocumentKind::WorkPlan,
            effective_from: None,
            note: String::new(),
            proposed_by: "chair".to_owned(),
            proposed_at: Instant::UNIX_EPOCH,
            draft,
            outcome,
        }
    }

    #[test]
    fn a_proposal_is_open_until_it_is_published_or_declined_whatever_becomes_of_its_draft() {
        let draft = Some(DraftId::from_random([2; 16]));
        assert_eq!(proposal(None, None).state(), ProposalState::Waiting);
        assert_eq!(proposal(draft, None).state(), ProposalState::Draft);
        for left in [None, draft] {
            let published = proposal(left, Some(Outcome::Published(1))).state();
            let declined = proposal(left, Some(Outcome::Declined("why".to_owned()))).state();
            assert_eq!((published, declined), (ProposalState::Published, ProposalState::Declined));
            assert!(!published.is_open() && !declined.is_open());
            assert!(proposal(left, None).state().is_open());
        }
    }

    #[test]
    fn what_hangs_on_every_stand_is_not_proposed_by_one_school() {
        for kind in DocumentKind::ALL {
            let is_above = kind.rules().max_term_years.is_some();
            assert!(!(is_above && is_proposable(kind)), "{kind:?}");
        }
        assert!(is_proposable(DocumentKind::CollectiveAgreement) && !is_proposable(DocumentKind::Law));
    }
}
