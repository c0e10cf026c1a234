//! A document: one thing that lives on through its versions, and the kinds there are.

use super::calendar::{self, Day};
use super::code::Code;
use super::ids::{DocumentId, OrganizationId};
use super::lang::Trilingual;
use super::version::{Requisites, Version};

/// What a document is. The order is the order on a shelf: laws and higher agreements first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Заң · Закон
    Law,
    /// Бас келісім · Генеральное соглашение
    GeneralAgreement,
    /// Салалық келісім · Отраслевое соглашение
    SectorAgreement,
    /// Өңірлік келісім · Региональное соглашение
    RegionalAgreement,
    /// Жарғы · Устав
    Charter,
    /// Ереже · Положение
    Regulation,
    /// Ұжымдық шарт · Коллективный договор
    CollectiveAgreement,
    /// Еңбек тәртіптемесі қағидалары · Правила трудового распорядка
    LabourRules,
    /// Жұмыс жоспары · План работы
    WorkPlan,
    /// Есеп · Отчёт
    Report,
    /// Қаулы · Постановление
    Resolution,
    /// Нұсқаулық · Инструкция
    Instruction,
    /// Өтініш үлгісі · Бланк заявления
    Form,
    /// Жинақ · Сборник
    Collection,
    /// Жадынама · Памятка
    Leaflet,
}

/// Whether a requisite must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must be there.
    Required,
    /// It may be there.
    Optional,
}

/// Longest term of a general, sector or regional agreement in years (Labour Code of Kazakhstan, art. 150(4)).
pub const AGREEMENT_MAX_YEARS: i16 = 3;

impl Kind {
    /// Every kind, in the order of a shelf.
    pub const ALL: [Self; 15] = [
        Self::Law,
        Self::GeneralAgreement,
        Self::SectorAgreement,
        Self::RegionalAgreement,
        Self::Charter,
        Self::Regulation,
        Self::CollectiveAgreement,
        Self::LabourRules,
        Self::WorkPlan,
        Self::Report,
        Self::Resolution,
        Self::Instruction,
        Self::Form,
        Self::Collection,
        Self::Leaflet,
    ];

    /// The stable name in addresses, tables and the ledger.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::GeneralAgreement => "general_agreement",
            Self::SectorAgreement => "sector_agreement",
            Self::RegionalAgreement => "regional_agreement",
            Self::Charter => "charter",
            Self::Regulation => "regulation",
            Self::CollectiveAgreement => "collective_agreement",
            Self::LabourRules => "labour_rules",
            Self::WorkPlan => "work_plan",
            Self::Report => "report",
            Self::Resolution => "resolution",
            Self::Instruction => "instruction",
            Self::Form => "form",
            Self::Collection => "collection",
            Self::Leaflet => "leaflet",
        }
    }

    /// The kind with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether the date of signing must be given.
    pub const fn signed_on(self) -> Need {
        match self {
            Self::Leaflet | Self::Form | Self::Collection => Need::Optional,
            _ => Need::Required,
        }
    }

    /// Whether the end of the term must be given. Agreements are always made for a time.
    pub const fn term_end(self) -> Need {
        match self {
            Self::GeneralAgreement
            | Self::SectorAgreement
            | Self::RegionalAgreement
            | Self::CollectiveAgreement => Need::Required,
            _ => Need::Optional,
        }
    }

    /// Longest term in years, where the law sets one. A collective agreement has whatever term the parties set.
    pub const fn max_term_years(self) -> Option<i16> {
        match self {
            Self::GeneralAgreement | Self::SectorAgreement | Self::RegionalAgreement => {
                Some(AGREEMENT_MAX_YEARS)
            }
            _ => None,
        }
    }

    /// Whether an organization has at most one document of this kind, so that a renewal is its next version.
    pub const fn one_per_organization(self) -> bool {
        matches!(self, Self::CollectiveAgreement)
    }

    /// Checks the dates of a version of this kind.
    ///
    /// # Errors
    /// A day that is missing, out of range, or contradicts another one.
    pub fn check(self, requisites: &RequisitesInput) -> Result<Requisites, DateProblem> {
        let effective_from = requisites.effective_from.ok_or(DateProblem::EffectiveFromMissing)?;
        if requisites.signed_on.is_none() && self.signed_on() == Need::Required {
            return Err(DateProblem::SignedOnMissing);
        }
        if requisites.term_end.is_none() && self.term_end() == Need::Required {
            return Err(DateProblem::TermEndMissing);
        }
        for day in [requisites.signed_on, Some(effective_from), requisites.term_end].into_iter().flatten() {
            if !(EARLIEST_DAY..=LATEST_DAY).contains(&day) {
                return Err(DateProblem::OutOfRange { day });
            }
        }
        if let Some(term_end) = requisites.term_end {
            if term_end < effective_from {
                return Err(DateProblem::EndsBeforeItBegins);
            }
            if let Some(signed_on) = requisites.signed_on
                && signed_on > term_end
            {
                return Err(DateProblem::SignedAfterTheEnd);
            }
            if let Some(years) = self.max_term_years() {
                let latest = calendar::day_before(calendar::years_later(effective_from, years));
                if term_end > latest {
                    return Err(DateProblem::TermTooLong { years, latest });
                }
            }
        }
        Ok(Requisites {
            signed_on: requisites.signed_on,
            effective_from,
            term_end: requisites.term_end,
            prolongation: requisites.prolongation,
        })
    }
}

/// Earliest day that a version may name: before it lies a mistyped year.
pub const EARLIEST_DAY: Day = Day::constant(1900, 1, 1);

/// Latest day that a version may name: after it lies a mistyped year.
pub const LATEST_DAY: Day = Day::constant(2199, 12, 31);

/// The dates of a version as they were entered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RequisitesInput {
    /// Day of signing or adoption.
    pub signed_on: Option<Day>,
    /// First day on which the version applies.
    pub effective_from: Option<Day>,
    /// Last day of the term.
    pub term_end: Option<Day>,
    /// Whether it goes on after its term.
    pub prolongation: super::version::Prolongation,
}

/// Why dates cannot be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateProblem {
    /// No day from which the version applies.
    EffectiveFromMissing,
    /// No day of signing, and the kind needs one.
    SignedOnMissing,
    /// No end of the term, and the kind needs one.
    TermEndMissing,
    /// The term ends before the version applies.
    EndsBeforeItBegins,
    /// It was signed after its term had ended.
    SignedAfterTheEnd,
    /// The term is longer than the law allows (art. 150(4)).
    TermTooLong {
        /// Longest term in years.
        years: i16,
        /// Latest end of the term that is allowed.
        latest: Day,
    },
    /// A year that nobody can mean.
    OutOfRange {
        /// The day that was entered.
        day: Day,
    },
}

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
        let list = |rest: &str| {
            rest.split('|')
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
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
    pub kind: Kind,
    /// Its titles; where all are missing, the kind and the owner's name stand in.
    pub titles: Trilingual,
    /// One line saying whom it concerns.
    pub concerns: Trilingual,
    /// To whom it applies, if it is city-wide.
    pub applies_to: AppliesTo,
    /// The document that took its place.
    pub successor: Option<DocumentId>,
    /// Its versions, by ordinal.
    pub versions: Vec<Version>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::version::Prolongation;

    fn dates(signed: Option<Day>, from: Option<Day>, end: Option<Day>) -> RequisitesInput {
        RequisitesInput {
            signed_on: signed,
            effective_from: from,
            term_end: end,
            prolongation: Prolongation::None,
        }
    }

    #[test]
    fn an_agreement_needs_all_its_dates_and_at_most_three_years() {
        let (signed, from) = (Some(Day::constant(2025, 12, 20)), Some(Day::constant(2026, 1, 1)));
        let kind = Kind::SectorAgreement;
        assert!(kind.check(&dates(signed, from, Some(Day::constant(2028, 12, 31)))).is_ok());
        assert_eq!(
            kind.check(&dates(signed, from, Some(Day::constant(2029, 1, 1)))),
            Err(DateProblem::TermTooLong { years: 3, latest: Day::constant(2028, 12, 31) })
        );
        assert_eq!(kind.check(&dates(signed, from, None)), Err(DateProblem::TermEndMissing));
        assert_eq!(kind.check(&dates(None, from, signed)), Err(DateProblem::SignedOnMissing));
        assert_eq!(kind.check(&dates(signed, None, None)), Err(DateProblem::EffectiveFromMissing));
    }

    #[test]
    fn a_collective_agreement_has_the_term_that_the_parties_set() {
        let day = Day::constant(2026, 1, 1);
        let long = Some(Day::constant(2031, 12, 31));
        assert!(Kind::CollectiveAgreement.check(&dates(Some(day), Some(day), long)).is_ok());
    }

    #[test]
    fn a_leaflet_needs_only_its_first_day() {
        assert!(Kind::Leaflet.check(&dates(None, Some(Day::constant(2026, 1, 1)), None)).is_ok());
    }

    #[test]
    fn contradicting_dates_are_named() {
        let day = |y| Some(Day::constant(y, 5, 1));
        let kind = Kind::Regulation;
        assert_eq!(kind.check(&dates(day(2026), day(2026), day(2025))), Err(DateProblem::EndsBeforeItBegins));
        assert_eq!(kind.check(&dates(day(2028), day(2026), day(2027))), Err(DateProblem::SignedAfterTheEnd));
        assert!(matches!(kind.check(&dates(day(206), day(2026), None)), Err(DateProblem::OutOfRange { .. })));
    }

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
