//! A document: one thing that lives on through its versions.

use super::calendar::Instant;
use super::code::Code;
use super::document_kind::DocumentKind;
use super::ids::{DocumentId, OrganizationId};
use super::lang::Trilingual;
use super::typed::clean;
use super::version::Version;

/// To which organizations a city-wide document applies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AppliesTo {
    /// To all.
    #[default]
    All,
    /// To organizations of these kinds, such as `school`.
    Kinds(Vec<String>),
    /// To organizations of these districts, by either of the district's names.
    Districts(Vec<String>),
    /// To these organizations.
    Organizations(Vec<Code>),
}

impl AppliesTo {
    /// The canonical text: `all`, `kinds:a|b`, `districts:a|b`, `organizations:CODE|CODE`.
    pub fn to_text(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Kinds(kinds) => format!("kinds:{}", kinds.join("|")),
            Self::Districts(districts) => format!("districts:{}", districts.join("|")),
            Self::Organizations(codes) => {
                format!("organizations:{}", codes.iter().map(Code::as_str).collect::<Vec<_>>().join("|"))
            }
        }
    }

    /// Reads the canonical text.
    pub fn parse(text: &str) -> Option<Self> {
        let list =
            |rest: &str| rest.split('|').map(clean).filter(|part| !part.is_empty()).collect::<Vec<_>>();
        match text.trim().split_once(':') {
            None if text.trim() == "all" => Some(Self::All),
            Some(("kinds", rest)) => Some(Self::Kinds(list(rest))).filter(|_| !list(rest).is_empty()),
            Some(("districts", rest)) => Some(Self::Districts(list(rest))).filter(|_| !list(rest).is_empty()),
            Some(("organizations", rest)) => {
                let codes = list(rest).iter().map(|c| Code::parse(c).ok()).collect::<Option<Vec<_>>>()?;
                (!codes.is_empty()).then_some(Self::Organizations(codes))
            }
            _ => None,
        }
    }
}

/// A document with its whole history.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its identifier inside the registry.
    pub id: DocumentId,
    /// Its code for life.
    pub code: Code,
    /// The organization whose document it is; the union's own documents are the city-wide ones.
    pub owner: OrganizationId,
    /// What it is.
    pub kind: DocumentKind,
    /// Its titles; where all are missing, the kind and the owner's name stand in.
    pub titles: Trilingual,
    /// One line saying whom it concerns.
    pub concerns: Trilingual,
    /// What labels call it, where its title is too long for them.
    pub short_titles: Trilingual,
    /// To whom it applies, if it is city-wide.
    pub applies_to: AppliesTo,
    /// The document that took its place.
    pub successor: Option<DocumentId>,
    /// Its versions, by ordinal.
    pub versions: Vec<Version>,
}

impl Document {
    /// The version with this ordinal.
    pub fn version(&self, ordinal: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.ordinal == ordinal)
    }

    /// The versions that were published by `known`, by ordinal.
    pub fn known_versions(&self, known: Instant) -> impl DoubleEndedIterator<Item = &Version> {
        self.versions.iter().filter(move |version| version.is_known(known))
    }

    /// The latest instant at which anything of it was recorded; what a publication must have seen. The beginning of time
    /// where nothing was.
    pub fn latest_record(&self) -> Instant {
        let facts = |version: &Version| version.facts.iter().map(|fact| fact.recorded_at).max();
        let records = self.versions.iter().flat_map(|version| [Some(version.published_at), facts(version)]);
        records.flatten().max().unwrap_or(Instant::UNIX_EPOCH)
    }

    /// The versions that were published by `known` in place of the one with this ordinal.
    pub fn corrections(&self, ordinal: u32, known: Instant) -> impl Iterator<Item = &Version> {
        self.known_versions(known).filter(move |version| version.corrects == Some(ordinal))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applies_to_reads_back() {
        let code = Code::parse("4HD0TWX").expect("a code");
        for value in [
            AppliesTo::All,
            AppliesTo::Kinds(vec!["school".into(), "college".into()]),
            AppliesTo::Districts(vec!["Есіл ауданы / район Есиль".into()]),
            AppliesTo::Organizations(vec![code]),
        ] {
            assert_eq!(AppliesTo::parse(&value.to_text()), Some(value));
        }
        for wrong in ["", "kinds:", "organizations:xyz", "everyone"] {
            assert_eq!(AppliesTo::parse(wrong), None);
        }
    }
}
