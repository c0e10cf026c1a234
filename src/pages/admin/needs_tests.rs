//! What needs a person, with hostile texts wherever a text can stand: as a page has it, as a calendar, a feed and a letter.

use super::filters::Count;
use super::mail_letter::{confirmation, weekly};
use super::needs::{Group, Need, Needs, NeedyStand, Part, Stands, Waiting, of_chair, of_office};
use super::needs_calendar::calendar;
use super::needs_feed::{NeedsFeed, render};
use super::needs_table::table;
use super::tests::HOSTILE;
use crate::domain::document::Document;
use crate::domain::four_eyes::Asked;
use crate::domain::ids::DraftId;
use crate::domain::lang::Trilingual;
use crate::domain::listing::{ReadingWanted, StandWanted};
use crate::domain::organization::Organization;
use crate::domain::posted::{Advice, Posted};
use crate::domain::reminder::{Reminder, ReminderKind, Urgency};
use crate::domain::{Lang, TypedCode};
use crate::pages::Site;
use crate::pages::tests::samples::{TODAY, agreement, as_of, code, now, school, union};
use crate::print::model::kit::PrintStatus;

fn reminders<'a>(document: &'a Document, school: &'a Organization) -> Vec<Need<'a>> {
    let kinds = ReminderKind::ALL.into_iter().flat_map(|kind| Urgency::ALL.map(|urgency| (kind, urgency)));
    let due = as_of().day;
    kinds
        .map(|(kind, urgency)| (document, school, Reminder { kind, due, urgency, article: Some("156(11)") }))
        .collect()
}

/// Everything that can need the office, of one document.
pub(super) fn groups(document: &Document, school: &Organization, origin: &str, page: Lang) -> Vec<Group> {
    let count = |found| Count { found, is_all: false };
    let (posted, draft) = (Posted::new(), DraftId::from_random([1; 16]));
    let stand =
        NeedyStand { organization: school, posted: &posted, advice: Advice::default(), last: Some(TODAY) };
    let asked = Asked { by: HOSTILE.to_owned(), at: now(), state: String::new() };
    let letter = super::school_tests::letter();
    let agreements = reminders(document, school);
    let mistyped = TypedCode::parse("7K3M9Q4").expect("a code");
    let needs = Needs {
        most: 2,
        agreements: (&agreements, true),
        waiting: Waiting {
            letters: &[(&letter, school)],
            drafts: &[(draft, document, school, &asked)],
            ..Waiting::default()
        },
        lying: (vec![(draft, document, school, now())], 1),
        lacking: [ReadingWanted::WithoutKazakh, ReadingWanted::WithoutRussian]
            .map(|reading| (reading, Part { found: vec![(document, school)], count: count(3) }))
            .into(),
        stands: Some(Stands {
            without_agreement: Part { found: vec![school], count: count(1) },
            needy: [StandWanted::Outdated, StandWanted::Unprinted, StandWanted::Silent, StandWanted::Never]
                .map(|wanted| (wanted, Part { found: vec![stand.clone()], count: count(1) }))
                .into(),
            strays: Part { found: vec![(code(1).into(), 2, TODAY), (mistyped, 7, TODAY)], count: count(2) },
        }),
    };
    of_office(&needs, origin, page)
}

fn hostile() -> (Document, Organization) {
    let mut document = agreement();
    document.titles = Trilingual::new(HOSTILE, "Договор, часть; 1\nи 2", "");
    (document, school())
}

const ORIGIN: &str = "https://qr.example.kz";

#[test]
fn whatever_needs_somebody_is_named_once_and_says_what_in_words() {
    let (document, school) = hostile();
    for page in Lang::ALL {
        let groups = groups(&document, &school, ORIGIN, page);
        let mut names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
        for group in &groups {
            assert!(!group.title.starts_with("needs-") && group.heading.contains(&group.title), "{group:?}");
            assert!(group.list.is_none() || group.lines.len() <= 2, "{group:?}");
            for line in &group.lines {
                assert!(!line.words.starts_with("need-"), "{line:?}");
            }
        }
        let rows = table(page, &groups, ORIGIN).rows;
        assert_eq!(rows.len(), groups.iter().map(|group| group.lines.len()).sum::<usize>());
    }
}

#[test]
fn a_calendar_and_a_feed_hold_whatever_a_title_is() {
    let (document, school) = hostile();
    let union = union();
    let site = Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent };
    for lang in Lang::ALL {
        let groups = groups(&document, &school, ORIGIN, lang);
        let written = calendar(lang, &groups, ORIGIN);
        assert_eq!(written, calendar(lang, &groups, ORIGIN), "the same bytes");
        let lines: Vec<&str> = written.split("\r\n").collect();
        assert_eq!(
            (lines.first(), lines.get(lines.len() - 2)),
            (Some(&"BEGIN:VCALENDAR"), Some(&"END:VCALENDAR"))
        );
        assert!(lines.iter().all(|line| !line.contains('\n') && line.len() <= 75), "{written}");
        assert_eq!(written.matches("BEGIN:VEVENT").count(), 2 * ReminderKind::ALL.len());
        assert_eq!(written.matches("DTSTART;VALUE=DATE:").count(), 2 * ReminderKind::ALL.len());
        let feed =
            render(&NeedsFeed { site, lang, login: HOSTILE, since: now(), today: TODAY, groups: &groups });
        assert!(!feed.contains("<script>"), "{feed}");
        assert!(feed.parse::<atom_syndication::Feed>().is_ok());
    }
}

#[test]
fn a_letter_names_what_has_a_day_and_quotes_nobody() {
    let (document, school) = (agreement(), school());
    for lang in Lang::ALL {
        let groups = groups(&document, &school, ORIGIN, lang);
        let letter = weekly(lang, TODAY, &groups, (ORIGIN, "https://qr.example.kz/admin/mail/c0ffee/stop"));
        for group in &groups {
            assert!(letter.body.contains(&group.heading), "{}", letter.body);
        }
        assert!(letter.body.contains("/admin/mail/c0ffee/stop"));
        let written = super::school_tests::letter().words;
        let begun: String = written.chars().take(20).collect();
        assert!(!letter.body.contains(&begun), "what a chair wrote does not stand in it: {}", letter.body);
        assert!(!letter.subject.contains("mail-") && !letter.body.contains("mail-weekly"));
        let confirms = confirmation(lang, (ORIGIN, "https://qr.example.kz/admin/mail/c0ffee"));
        assert!(confirms.body.contains("/admin/mail/c0ffee\n") && confirms.body.contains(ORIGIN));
        let own = of_chair(&reminders(&document, &school), lang);
        let letter = weekly(lang, TODAY, &own, (ORIGIN, "stop"));
        assert!(!letter.body.contains("/admin/documents"), "{}", letter.body);
    }
}
