//! The kinds of documents, and what each asks of its dates.

use super::calendar;
use super::names::names;
use super::requisites::{DateProblem, EARLIEST_DAY, LATEST_DAY, Requisites, RequisitesInput};

names! {
    /// What a document is. The order is the order on a shelf: laws and higher agreements first.
    pub enum DocumentKind {
        /// Заң · Закон
        Law = "law",
        /// Бас келісім · Генеральное соглашение
        GeneralAgreement = "general_agreement",
        /// Салалық келісім · Отраслевое соглашение
        SectorAgreement = "sector_agreement",
        /// Өңірлік келісім · Региональное соглашение
        RegionalAgreement = "regional_agreement",
        /// Жарғы · Устав
        Charter = "charter",
        /// Ереже · Положение
        Regulation = "regulation",
        /// Ұжымдық шарт · Коллективный договор
        CollectiveAgreement = "collective_agreement",
        /// Еңбек тәртіптемесі қағидалары · Правила трудового распорядка
        LabourRules = "labour_rules",
        /// Жұмыс жоспары · План работы
        WorkPlan = "work_plan",
        /// Есеп · Отчёт
        Report = "report",
        /// Қаулы · Постановление
        Resolution = "resolution",
        /// Нұсқаулық · Инструкция
        Instruction = "instruction",
        /// Өтініш үлгісі · Бланк заявления
        Form = "form",
        /// Жинақ · Сборник
        Collection = "collection",
        /// Жадынама · Памятка
        Leaflet = "leaflet",
    }
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

/// What holds for all documents of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindRules {
    /// Whether the date of signing must be given.
    pub signed_on: Need,
    /// Whether the end of the term must be given.
    pub term_end: Need,
    /// Longest term in years, where the law sets one.
    pub max_term_years: Option<i16>,
    /// Whether an organization has at most one document of this kind, so that a renewal is its next version.
    pub one_per_organization: bool,
}

/// What somebody adopted or signed, for as long as it says.
const ADOPTED: KindRules = KindRules {
    signed_on: Need::Required,
    term_end: Need::Optional,
    max_term_years: None,
    one_per_organization: false,
};

/// What is handed out: nobody signs it.
const HANDED_OUT: KindRules = KindRules { signed_on: Need::Optional, ..ADOPTED };

/// An agreement above the organizations: always made for a time, which the law limits.
const HIGHER_AGREEMENT: KindRules =
    KindRules { term_end: Need::Required, max_term_years: Some(AGREEMENT_MAX_YEARS), ..ADOPTED };

/// The agreement of one organization: always made for a time, however long the parties set it.
const OWN_AGREEMENT: KindRules =
    KindRules { term_end: Need::Required, one_per_organization: true, ..ADOPTED };

impl DocumentKind {
    /// What holds for all documents of this kind.
    pub const fn rules(self) -> KindRules {
        match self {
            Self::GeneralAgreement | Self::SectorAgreement | Self::RegionalAgreement => HIGHER_AGREEMENT,
            Self::CollectiveAgreement => OWN_AGREEMENT,
            Self::Law
            | Self::Charter
            | Self::Regulation
            | Self::LabourRules
            | Self::WorkPlan
            | Self::Report
            | Self::Resolution
            | Self::Instruction => ADOPTED,
            Self::Form | Self::Collection | Self::Leaflet => HANDED_OUT,
        }
    }

    /// Whether parties agree on it for a time that must be followed by the next one.
    pub const fn is_agreement(self) -> bool {
        matches!(
            self,
            Self::GeneralAgreement
                | Self::SectorAgreement
                | Self::RegionalAgreement
                | Self::CollectiveAgreement
        )
    }

    /// Checks the dates of a version of this kind.
    ///
    /// # Errors
    /// A date that is missing, or that contradicts another one or the law.
    pub fn check(self, requisites: &RequisitesInput) -> Result<Requisites, DateProblem> {
        let rules = self.rules();
        let effective_from = requisites.effective_from.ok_or(DateProblem::EffectiveFromMissing)?;
        if requisites.signed_on.is_none() && rules.signed_on == Need::Required {
            return Err(DateProblem::SignedOnMissing);
        }
        if requisites.term_end.is_none() && rules.term_end == Need::Required {
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
            if let Some(years) = rules.max_term_years {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::domain::requisites::Prolongation;

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
        let kind = DocumentKind::SectorAgreement;
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
        assert!(DocumentKind::CollectiveAgreement.check(&dates(Some(day), Some(day), long)).is_ok());
    }

    #[test]
    fn a_leaflet_needs_only_its_first_day() {
        assert!(DocumentKind::Leaflet.check(&dates(None, Some(Day::constant(2026, 1, 1)), None)).is_ok());
    }

    #[test]
    fn contradicting_dates_are_named() {
        let day = |y| Some(Day::constant(y, 5, 1));
        let kind = DocumentKind::Regulation;
        assert_eq!(kind.check(&dates(day(2026), day(2026), day(2025))), Err(DateProblem::EndsBeforeItBegins));
        assert_eq!(kind.check(&dates(day(2028), day(2026), day(2027))), Err(DateProblem::SignedAfterTheEnd));
        assert!(matches!(kind.check(&dates(day(206), day(2026), None)), Err(DateProblem::OutOfRange { .. })));
    }
}
