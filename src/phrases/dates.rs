//! Days as people write them: 1 қыркүйек 2026 ж. · 1 сентября 2026 г. · 1 September 2026.

use super::say_with;
use crate::domain::{Day, Instant, Lang, calendar};

/// The Kazakh case, or the Russian and English form, in which a day stands in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// On its own: «1 қыркүйек 2026 ж.», «1 сентября 2026 г.».
    Short,
    /// In a sentence, unchanged: «2026 жылғы 1 қыркүйек», «1 сентября 2026 года».
    Long,
    /// From that day (шығыс септік): «2026 жылғы 1 қыркүйектен».
    From,
    /// To that day (барыс септік): «2026 жылғы 31 желтоқсанға».
    To,
    /// On that day (жатыс септік): «2026 жылғы 31 желтоқсанда».
    On,
}

/// The day in a language and form.
pub fn day(lang: Lang, day: Day, form: Form) -> String {
    let key = match form {
        Form::Short => "day-short",
        Form::Long => "day-long",
        Form::From => "day-from",
        Form::To => "day-to",
        Form::On => "day-on",
    };
    let arguments = [
        ("day", i64::from(day.day()).into()),
        ("month", i64::from(day.month()).into()),
        ("year", i64::from(day.year()).to_string().into()),
    ];
    say_with(lang, key, &arguments)
}

/// The day and the time of day in Asia/Almaty: «1 сентября 2026 г., 14:05».
pub fn moment(lang: Lang, instant: Instant) -> String {
    let (on, (hours, minutes)) = (calendar::local_day(instant), calendar::local_time(instant));
    let time = format!("{hours:02}:{minutes:02}");
    say_with(lang, "day-and-time", &[("day", day(lang, on, Form::Short).into()), ("time", time.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_write_them() {
        let first = Day::constant(2026, 9, 1);
        assert_eq!(day(Lang::Kk, first, Form::Short), "1 қыркүйек 2026 ж.");
        assert_eq!(day(Lang::Ru, first, Form::Short), "1 сентября 2026 г.");
        assert_eq!(day(Lang::En, first, Form::Short), "1 September 2026");
        assert_eq!(day(Lang::Kk, first, Form::From), "2026 жылғы 1 қыркүйектен");
        let last = Day::constant(2025, 12, 31);
        assert_eq!(day(Lang::Kk, last, Form::On), "2025 жылғы 31 желтоқсанда");
        assert_eq!(day(Lang::Kk, last, Form::To), "2025 жылғы 31 желтоқсанға");
        assert_eq!(day(Lang::Ru, last, Form::Long), "31 декабря 2025 года");
    }

    #[test]
    fn a_moment_is_told_by_the_clock_on_the_wall() {
        let instant = "2026-09-01T09:05:59Z".parse().expect("an instant");
        assert_eq!(moment(Lang::Ru, instant), "1 сентября 2026 г., 14:05");
    }
}
