//! Calendar days and instants, in the time of Astana.

use jiff::tz::TimeZone;

/// A calendar day.
pub type Day = jiff::civil::Date;

/// A point in time, in microseconds at the finest: what both database engines keep.
pub type Instant = jiff::Timestamp;

// Asia/Almaty is UTC+6 until 2024-02-29 and UTC+5 from 2024-03-01. The rules are compiled in, because an old
// system's tz database does not know of the change.
static ALMATY: TimeZone = jiff::tz::get!("Asia/Almaty");

/// The calendar day of an instant in Asia/Almaty.
pub fn local_day(instant: Instant) -> Day {
    instant.to_zoned(ALMATY.clone()).date()
}

/// The instant at which a day begins in Asia/Almaty.
pub fn local_midnight(day: Day) -> Instant {
    day.to_zoned(ALMATY.clone()).map_or(Instant::MAX, |zoned| zoned.timestamp())
}

/// The wall-clock time of an instant in Asia/Almaty as hours and minutes.
pub fn local_time(instant: Instant) -> (i8, i8) {
    let zoned = instant.to_zoned(ALMATY.clone());
    (zoned.hour(), zoned.minute())
}

/// The instant as HTTP writes it, to the second: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7). None for
/// a year that has no four digits.
pub fn http_date(instant: Instant) -> Option<String> {
    jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&instant).ok()
}

/// An instant written exactly as [`http_date`] writes it (RFC 1123, which RFC 7089, section 2.1.1 asks for).
pub fn parse_http_date(text: &str) -> Option<Instant> {
    let instant = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?;
    (http_date(instant).as_deref() == Some(text)).then_some(instant)
}

/// The instant without what is finer than a microsecond.
pub fn to_microseconds(instant: Instant) -> Instant {
    Instant::from_microsecond(instant.as_microsecond()).unwrap_or(Instant::UNIX_EPOCH)
}

/// A day written `YYYY-MM-DD` or `DD.MM.YYYY`.
pub fn parse_day(text: &str) -> Option<Day> {
    let text = text.trim();
    let digits = |part: &str, len: usize| {
        (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())
            .flatten()
    };
    let (year, month, day) = if text.contains('.') {
        let mut parts = text.splitn(3, '.');
        let (d, m, y) = (parts.next()?, parts.next()?, parts.next()?);
        (digits(y, 4)?, digits(m, 2)?, digits(d, 2)?)
    } else {
        let mut parts = text.splitn(3, '-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        (digits(y, 4)?, digits(m, 2)?, digits(d, 2)?)
    };
    Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day some years later, on the same day of the month (29 February becomes 28 February).
pub fn years_later(day: Day, years: i16) -> Day {
    day.saturating_add(jiff::Span::new().years(years))
}

/// The day some months later, on the same day of the month, or on the last one of a shorter month.
pub fn months_later(day: Day, months: i32) -> Day {
    day.saturating_add(jiff::Span::new().months(months))
}

/// The Monday of a day's week.
pub fn monday_of(day: Day) -> Day {
    days_before(day, i64::from(day.weekday().to_monday_zero_offset()))
}

/// The day before.
pub fn day_before(day: Day) -> Day {
    day.saturating_sub(jiff::Span::new().days(1))
}

/// The day so many days before.
pub fn days_before(day: Day, days: i64) -> Day {
    day.saturating_sub(jiff::Span::new().days(days))
}

/// The day after.
pub fn day_after(day: Day) -> Day {
    day.saturating_add(jiff::Span::new().days(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_change_of_2024_is_known() {
        assert_eq!(local_midnight(Day::constant(2024, 2, 29)).to_string(), "2024-02-28T18:00:00Z");
        assert_eq!(local_midnight(Day::constant(2024, 3, 2)).to_string(), "2024-03-01T19:00:00Z");
        let before: Instant = "2026-08-31T18:59:59.999999Z".parse().expect("an instant");
        let after: Instant = "2026-08-31T19:00:00Z".parse().expect("an instant");
        assert_eq!(local_day(before), Day::constant(2026, 8, 31));
        assert_eq!(local_day(after), Day::constant(2026, 9, 1));
    }

    #[test]
    fn http_dates_are_read_as_they_are_written_and_in_no_other_form() {
        let midnight = local_midnight(Day::constant(2025, 9, 1));
        assert_eq!(http_date(midnight).as_deref(), Some("Sun, 31 Aug 2025 19:00:00 GMT"));
        assert_eq!(parse_http_date("Sun, 31 Aug 2025 19:00:00 GMT"), Some(midnight));
        for wrong in [
            "",
            "2025-09-01",
            "Mon, 31 Aug 2025 19:00:00 GMT",
            "Sun, 31 Aug 2025 19:00:00 +0000",
            "Sun, 31 Aug 2025 19:00 GMT",
            "Sunday, 31-Aug-25 19:00:00 GMT",
            "Sun, 32 Aug 2025 19:00:00 GMT",
            " Sun, 31 Aug 2025 19:00:00 GMT",
        ] {
            assert_eq!(parse_http_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_week_begins_on_monday() {
        let monday = Day::constant(2026, 11, 23);
        for days in 0..7 {
            assert_eq!(monday_of(days_before(monday, -days)), monday);
        }
        assert_eq!(monday_of(day_before(monday)), Day::constant(2026, 11, 16));
    }

    #[test]
    fn days_are_read_in_two_forms_only() {
        assert_eq!(parse_day("01.09.2026"), Some(Day::constant(2026, 9, 1)));
        assert_eq!(parse_day(" 2026-09-01 "), Some(Day::constant(2026, 9, 1)));
        for wrong in ["1.9.2026", "2026-9-1", "31.02.2026", "2026/09/01", "", "09.2026", "-2026-09-01"] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
    }
}
