//! Checking a stand: before it, under way, and as it is kept.

use askama::Template;

use super::kept_check;
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Asset, Href};
use crate::domain::calendar::{local_day, local_time};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::stand_check::{Check, OPEN_MAX, Sighting, Verdict};
use crate::domain::{Code, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, LineKind, Look, Typed, button};
use crate::pages::html::{Banner, Link, Passage, Tone};
use crate::pages::{kit_address, naming};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// The form in which a code is typed; the script of the page knows it too.
pub const TICK: &str = "tick";

/// The form in which a photo of the stand is sent, and its field; the script of the page knows it too.
pub const PHOTO: &str = "photo";

/// The files that a photo is: phones offer their camera for them.
const PHOTO_FILES: &str = "image/*";

/// The longest address of a code, in characters.
const TYPED_MAX_CHARS: usize = 200;

/// A code that was seen, or is missing, with what the register knows of it.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The code.
    pub sighting: Sighting,
    /// What it is to the stand.
    pub verdict: Verdict,
    /// The document that it opens, with its owner.
    pub document: Option<(&'a Document, &'a Organization)>,
    /// The organization whose shelf it opens, or for whose stand it was printed.
    pub organization: Option<&'a Organization>,
}

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct CheckView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// Whose stand it is.
    pub organization: &'a Organization,
    /// The check that is under way, or that was kept; none before it begins.
    pub check: Option<&'a Check>,
    /// What was seen and what is missing, in the order of the shelf.
    pub seen: &'a [Seen<'a>],
    /// Earlier checks, the latest first.
    pub earlier: &'a [Check],
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
    /// The key of what was just done.
    pub done: Option<&'a str>,
}

/// A code in a list.
struct Line {
    is_found: bool,
    title: Passage,
    words: String,
}

#[derive(Template)]
#[template(path = "admin/check.html")]
struct CheckPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    own: Admin,
    start: Form,
    tick: Form,
    photo: Form,
    end: Form,
    organization: Link,
    /// Whether a check is under way.
    is_open: bool,
    /// When a kept check was made.
    of: String,
    ends: String,
    progress: String,
    expected: Vec<Line>,
    wrong: Vec<Line>,
    all_right: bool,
    kit: Option<Href>,
    earlier: Vec<Link>,
    refusals: &'a [String],
    done: String,
    script: Asset,
}

/// The complete page.
pub fn render(view: &CheckView<'_>) -> String {
    let (organization, lang) = (view.organization, view.staff.lang);
    let code = organization.code;
    let of = |verdict: Verdict| view.seen.iter().filter(move |seen| seen.verdict == verdict);
    let expected: Vec<Line> =
        view.seen.iter().filter(|seen| is_expected(seen.verdict)).map(|seen| view.line(seen)).collect();
    let wrong: Vec<Line> =
        view.seen.iter().filter(|seen| !is_expected(seen.verdict)).map(|seen| view.line(seen)).collect();
    let missing: Vec<&Document> =
        of(Verdict::Missing).filter_map(|seen| seen.document.map(|(document, _)| document)).collect();
    let kept = view.check.and_then(|check| check.finished_at);
    let number = |count: usize| Argument::from(i64::try_from(count).unwrap_or(i64::MAX));
    let found = expected.iter().filter(|line| line.is_found).count();
    let hours = usize::try_from(OPEN_MAX.as_secs() / 3600).unwrap_or_default();
    finish(&CheckPage {
        chrome: view.staff.chrome_of("check-title"),
        menu: view.staff.menu(),
        organization: Link {
            href: Admin::Organization(code).to_string(),
            words: naming::name(organization, lang),
        },
        own: Admin::StandCheck(code),
        start: Form::press("start", Admin::StandCheck(code), button(lang, "check-start", Look::First)),
        tick: view.tick(),
        photo: view.photo(),
        end: Form::press("finish", Admin::EndCheck(code), button(lang, "check-finish", Look::First)),
        is_open: view.check.is_some() && kept.is_none(),
        of: kept.map(|at| time_of("check-of", at, lang)).unwrap_or_default(),
        ends: say_with(lang, "check-ends", &[("hours", number(hours))]),
        progress: say_with(
            lang,
            "check-progress",
            &[("found", number(found)), ("all", number(expected.len()))],
        ),
        all_right: kept.is_some() && missing.is_empty() && wrong.is_empty() && found == expected.len(),
        kit: (kept.is_some() && !missing.is_empty()).then(|| kit_of(code, &missing)),
        expected,
        wrong,
        earlier: view.earlier.iter().map(|check| kept_check::link(code, check, lang)).collect(),
        refusals: &view.typed.refusals,
        done: view.done.map(|key| say(lang, key)).unwrap_or_default(),
        script: Asset::Script(*crate::pages::CHECK_SCRIPT_NAME),
    })
}

/// The address of a kit of the sheets of these documents.
fn kit_of(organization: Code, documents: &[&Document]) -> Href {
    let codes: Vec<Code> = documents.iter().map(|document| document.code).collect();
    let waits = documents.iter().any(|document| document.versions.is_empty());
    kit_address::of_sheets(organization, &codes, waits)
}

/// Whether a code with this verdict belongs on the stand.
fn is_expected(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Found | Verdict::Missing)
}

fn time_of(key: &str, at: crate::domain::Instant, lang: Lang) -> String {
    let (hours, minutes) = local_time(at);
    let date = say_day(lang, local_day(at), DayForm::Short);
    say_with(lang, key, &[("date", date.into()), ("time", format!("{hours:02}:{minutes:02}").into())])
}

impl CheckView<'_> {
    /// A code that is typed.
    fn tick(&self) -> Form {
        let page = self.staff.lang;
        let code = Field::line(LineKind::Code, "code", say(page, "check-type"), "");
        Form::new(TICK, Admin::Tick(self.organization.code))
            .with(code.required().at_most(TYPED_MAX_CHARS).with_hint(say(page, "check-type-hint")))
            .button(button(page, "check-tick", Look::Second))
            .filled(self.typed)
    }

    /// A photo of the whole stand.
    fn photo(&self) -> Form {
        let page = self.staff.lang;
        let photo = Field::new(PHOTO, say(page, "check-photo"), Control::File(PHOTO_FILES));
        Form::new(PHOTO, Admin::TickPhoto(self.organization.code))
            .with(photo.required().with_hint(say(page, "check-photo-hint")))
            .button(button(page, "check-photo-tick", Look::Second))
            .filled(self.typed)
    }

    fn line(&self, seen: &Seen<'_>) -> Line {
        let lang = self.staff.lang;
        let is_kept = self.check.is_some_and(|check| check.finished_at.is_some());
        let title = match (seen.document, seen.organization) {
            (Some((document, owner)), _) => naming::title(document, owner, lang),
            (None, Some(_)) if seen.sighting.code == self.organization.code => {
                Passage::plain(say(lang, "hang-poster"))
            }
            (None, Some(organization)) if organization.code == seen.sighting.code => {
                naming::name(organization, lang)
            }
            (None, _) => Passage::plain(seen.sighting.code.grouped()),
        };
        let words = match seen.verdict {
            Verdict::Found => say(lang, "check-found"),
            Verdict::Missing if is_kept => say(lang, "check-missing"),
            Verdict::Missing => say(lang, "check-not-seen"),
            Verdict::Older => say(lang, "check-older"),
            Verdict::Unknown => say(lang, "check-unknown"),
            Verdict::Foreign => {
                let stand = seen.sighting.stand.unwrap_or(seen.sighting.code).grouped();
                let whose = seen.organization.map_or(stand, |other| naming::name(other, lang).text);
                say_with(lang, "check-foreign", &[("organization", whose.into())])
            }
        };
        Line { is_found: seen.verdict == Verdict::Found, title, words }
    }
}

/// What a person who checks a stand reads above a page that was opened from the wall.
pub fn ticked(organization: Code, verdict: Verdict, lang: Lang) -> Banner {
    let (tone, key) = match verdict {
        Verdict::Found => (Tone::Good, "check-banner-found"),
        Verdict::Foreign => (Tone::Warning, "check-banner-foreign"),
        Verdict::Older | Verdict::Missing | Verdict::Unknown => (Tone::Warning, "check-banner-older"),
    };
    Banner::new(tone, say(lang, key)).with_link(Admin::StandCheck(organization), say(lang, "check-back"))
}
