//! A period over which openings are counted: so many days up to today, or from one day to another.

use super::calendar::{Day, days_before, parse_day};

/// The lengths that are offered, in days up to and with today: a month, a quarter, a year.
pub const OFFERED_DAYS: [i64; 3] = [30, 90, 365];

/// The longest period, in days: three years. A line for every day of a longer one is read by nobody.
pub const PERIOD_MAX_DAYS: i64 = 3 * 366;

/// A period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// One of [`OFFERED_DAYS`], up to and with today.
    Last(i64),
    /// From a day to a day, both counted.
    Between(Day, Day),
}

/// Why there is no such period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodProblem {
    /// This is no day.
    NotADay(String),
    /// It ends before it begins.
    Reversed,
    /// It begins after today: nothing is counted yet.
    Future,
    /// It is longer than [`PERIOD_MAX_DAYS`].
    TooLong,
    /// Its length is none that is offered.
    NotOffered,
}

impl Default for Period {
    fn default() -> Self {
        Self::Last(OFFERED_DAYS[0])
    }
}

impl Period {
    /// Reads the fields of a query, each by its name; one that is missing is empty. Where only the first day is given, the
    /// period ends today; where only the last one, it has the shortest length that is offered.
    ///
    /// # Errors
    /// What is no period.
    pub fn read<'q>(field: impl Fn(&str) -> &'q str, today: Day) -> Result<Self, PeriodProblem> {
        let day = |name: &str| match field(name).trim() {
            "" => Ok(None),
            typed => parse_day(typed).map(Some).ok_or_else(|| PeriodProblem::NotADay(typed.to_owned())),
        };
        let (first, last) = match (day("from")?, day("until")?) {
            (None, None) => return Self::of_days(field("days")),
            (Some(first), last) => (first, last.unwrap_or(today)),
            (None, Some(last)) => (days_before(last, OFFERED_DAYS[0] - 1), last),
        };
        if first > today {
            return Err(PeriodProblem::Future);
        }
        if last < first {
            return Err(PeriodProblem::Reversed);
        }
        // Longer is what does not end by this day.
        if last > days_before(first, 1 - PERIOD_MAX_DAYS) {
            return Err(PeriodProblem::TooLong);
        }
        Ok(Self::Between(first, last))
    }

    fn of_days(typed: &str) -> Result<Self, PeriodProblem> {
        match typed.trim() {
            "" => Ok(Self::default()),
            typed => {
                let offered = OFFERED_DAYS.into_iter().find(|days| days.to_string() == typed);
                offered.map(Self::Last).ok_or(PeriodProblem::NotOffered)
            }
        }
    }

    /// The fields of a query that is read as this period.
    pub fn fields(self) -> Vec<(&'static str, String)> {
        match self {
            Self::Last(days) => vec![("days", days.to_string())],
            Self::Between(first, last) => vec![("from", first.to_string()), ("until", last.to_string())],
        }
    }

    /// Its first and its last day; what lies after today is left out, because nothing is counted there.
    pub fn days(self, today: Day) -> (Day, Day) {
        match self {
            Self::Last(days) => (days_before(today, days - 1), today),
            Self::Between(first, last) => (first, last.min(today)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TODAY: Day = Day::constant(2026, 11, 22);

    fn read(query: &[(&str, &str)]) -> Result<Period, PeriodProblem> {
        let field = |name: &str| query.iter().find(|(of, _)| *of == name).map_or("", |(_, value)| *value);
        Period::read(field, TODAY)
    }

    #[test]
    fn what_is_missing_is_filled_in() {
        assert_eq!(read(&[]), Ok(Period::Last(30)));
        assert_eq!(Period::Last(30).days(TODAY), (Day::constant(2026, 10, 24), TODAY), "with today");
        assert_eq!(read(&[("from", "01.11.2026")]), Ok(Period::Between(Day::constant(2026, 11, 1), TODAY)));
        let until = read(&[("until", "2026-10-30")]).expect("a period");
        assert_eq!(until.days(TODAY), (Day::constant(2026, 10, 1), Day::constant(2026, 10, 30)));
        let with_future = read(&[("from", "2026-11-20"), ("until", "2027-01-01")]).expect("a period");
        assert_eq!(with_future.days(TODAY).1, TODAY);
    }

    #[test]
    fn what_is_no_period_is_said() {
        for (query, problem) in [
            (vec![("from", "32.11.2026")], PeriodProblem::NotADay("32.11.2026".to_owned())),
            (vec![("from", "2026-11-02"), ("until", "2026-11-01")], PeriodProblem::Reversed),
            (vec![("from", "2026-11-23")], PeriodProblem::Future),
            (vec![("from", "2022-01-01"), ("until", "2026-01-01")], PeriodProblem::TooLong),
            (vec![("days", "31")], PeriodProblem::NotOffered),
        ] {
            assert_eq!(read(&query), Err(problem), "{query:?}");
        }
    }

    proptest! {
        #[test]
        fn a_period_is_read_as_it_is_written(first in 0_i64..2_000, length in 0_i64..PERIOD_MAX_DAYS) {
            let from = days_before(TODAY, first);
            let written = Period::Between(from, days_before(from, -length));
            for period in OFFERED_DAYS.map(Period::Last).into_iter().chain([written]) {
                let fields = period.fields();
                let field = |name: &str| fields.iter().find(|(of, _)| *of == name).map_or("", |(_, value)| value);
                prop_assert_eq!(Period::read(field, TODAY), Ok(period));
                let (first, last) = period.days(TODAY);
                prop_assert!(first <= last && last <= TODAY);
            }
            let longer = days_before(from, -PERIOD_MAX_DAYS).to_string();
            let (from, longer) = (from.to_string(), longer);
            prop_assert_eq!(read(&[("from", &from), ("until", &longer)]), Err(PeriodProblem::TooLong));
        }
    }
}
