//! What needs a person, as a calendar (iCalendar, RFC 5545): each last day is an event of a whole day.

use icalendar::{Calendar, Component, Event, Property};

use super::needs::{Group, Line};
use crate::domain::address::{Admin, Href};
use crate::domain::{Instant, Lang, ids};
use crate::phrases::say;

/// The media type of a calendar.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// Who made the calendar (RFC 5545, section 3.7.3).
const PRODUCT: &str = "-//Tizilim//Tizilim//EN";

/// How often a program should look again: what is told changes by the day.
const LOOK_AGAIN: &str = "PT12H";

/// The calendar. Without the days of the month it is the same bytes as long as the same is told.
pub fn calendar(page: Lang, groups: &[Group], origin: &str) -> String {
    let mut calendar = Calendar::new();
    calendar.properties.retain(|property| property.key() != "PRODID");
    calendar.append_property(("PRODID", PRODUCT));
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.name(&say(page, "needs-title"));
    for (name, value) in [("REFRESH-INTERVAL", LOOK_AGAIN), ("X-PUBLISHED-TTL", LOOK_AGAIN)] {
        let mut property = Property::new(name, value);
        if name == "REFRESH-INTERVAL" {
            property.add_parameter("VALUE", "DURATION");
        }
        calendar.append_property(property);
    }
    for group in groups {
        for line in &group.lines {
            calendar.extend(event(group, line, origin));
        }
    }
    calendar.to_string()
}

/// A line that has a last day.
fn event(group: &Group, line: &Line, origin: &str) -> Option<Event> {
    let day = line.due?;
    let at = line.href.clone().unwrap_or_else(|| Href::to(Admin::Dashboard).to_string());
    let mut start = Property::new("DTSTART", day.strftime("%Y%m%d").to_string());
    start.add_parameter("VALUE", "DATE");
    let mut event = Event::new();
    event
        .uid(&ids::name_based(&format!("{origin}/needs/{}", line.name)).to_string())
        .add_property("DTSTAMP", utc(line.since.unwrap_or(Instant::UNIX_EPOCH)))
        .append_property(start)
        .summary(&format!("{}: {}", group.title, line.title.text))
        .description(&format!("{}\n{}", line.of, line.words))
        .url(&format!("{origin}{at}"))
        // It takes nobody's time.
        .add_property("TRANSP", "TRANSPARENT");
    Some(event.done())
}

/// An instant as calendars write it.
fn utc(instant: Instant) -> String {
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}
