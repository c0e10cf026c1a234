//! What was sent at once: how far it was looked at, what became of each organization's agreement, and its publication.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Number, Token};
use crate::domain::ids::DraftId;
use crate::domain::line_state::LineState;
use crate::domain::requisites::RequisitesInput;
use crate::domain::role::Action;
use crate::domain::{Code, Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::doubt_sentence;
use crate::pages::form::{Choice, Control, Field, Form, Look, Typed, button};
use crate::pages::html::{Banner, Link, Passage, Tone};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{Argument, say, say_of, say_with};
use crate::text::review::{Doubt, Gravity};

/// The form that publishes: ticks in the list belong to it.
pub const FORM: &str = "publish";

/// The name of a tick in the list, and the choice that means these.
pub const TICKED: &str = "these";

const fn tone(state: LineState) -> Tone {
    match state {
        LineState::Sound | LineState::Published => Tone::Good,
        LineState::Same => Tone::Notice,
        LineState::Doubtful | LineState::Refused | LineState::Gone => Tone::Warning,
    }
}

/// The agreement of an organization.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// The organization's code.
    pub organization: Code,
    /// Its number.
    pub number: String,
    /// Its name, in the language of the page where it has one.
    pub name: Passage,
    /// Its document.
    pub document: Option<Code>,
    /// Whether it is the first one that it has.
    pub is_first: bool,
    /// How it stands.
    pub state: LineState,
    /// The files by their languages.
    pub files: Vec<(Lang, String)>,
    /// The names of files that could not be read.
    pub broken: Vec<String>,
    /// The names of files that are published already.
    pub same: Vec<String>,
    /// The days.
    pub days: RequisitesInput,
    /// Whether the text says some of them.
    pub days_from_text: bool,
    /// What is wrong with the days, in a sentence.
    pub problem: Option<String>,
    /// What is doubtful.
    pub doubts: Vec<Doubt>,
    /// Its draft.
    pub draft: Option<DraftId>,
    /// The edition that it became.
    pub edition: Option<u32>,
}

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct IntakeView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The name of the delivery.
    pub id: Token,
    /// How many files were looked at, of how many; all of them once it is ready.
    pub progress: (usize, usize),
    /// Whether everything was looked at.
    pub is_ready: bool,
    /// The agreements.
    pub agreements: &'a [Agreement],
    /// What was not taken, in sentences.
    pub problems: &'a [String],
    /// What the form carries, so that nothing is published that nobody has seen.
    pub seen: &'a str,
    /// How many were just published.
    pub published: Option<usize>,
    /// What was chosen, where it was refused, and why.
    pub typed: &'a Typed,
}

struct Row {
    name: Passage,
    state: Banner,
    lines: Vec<String>,
    warnings: Vec<String>,
    tick: Option<Tick>,
    links: Vec<Link>,
}

/// A tick in the list.
struct Tick {
    code: Code,
    is_set: bool,
}

#[derive(Template)]
#[template(path = "admin/intake.html")]
struct IntakePage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    own: Admin,
    refusals: &'a [String],
    done: String,
    is_ready: bool,
    progress: (usize, usize),
    state: String,
    counts: Vec<String>,
    problems: &'a [String],
    rows: Vec<Row>,
    form: &'static str,
    ticked: &'static str,
    publish: Option<Form>,
    is_for_publisher: bool,
    discard: Form,
}

/// The complete page.
pub fn render(view: &IntakeView<'_>) -> String {
    let page = view.staff.lang;
    let count = |state: LineState| view.agreements.iter().filter(|one| one.state == state).count();
    let said = |key: &str, count: usize| say_with(page, key, &[("count", number(count))]);
    let counts = LineState::ALL.into_iter().filter(|state| count(*state) > 0);
    let (done, of) = view.progress;
    let (sound, doubtful) = (count(LineState::Sound), count(LineState::Doubtful));
    let is_open = view.is_ready && sound + doubtful > 0;
    finish(&IntakePage {
        chrome: view.staff.chrome_of("intake-title"),
        menu: view.staff.menu(),
        own: Admin::Intake(view.id),
        refusals: &view.typed.refusals,
        done: view.published.map(|count| said("intake-published", count)).unwrap_or_default(),
        is_ready: view.is_ready,
        progress: view.progress,
        state: if view.is_ready {
            say(page, "intake-ready")
        } else {
            say_with(page, "intake-reading", &[("done", number(done)), ("of", number(of))])
        },
        counts: counts.map(|state| said(&format!("intake-count-{}", state.name()), count(state))).collect(),
        problems: view.problems,
        rows: view.agreements.iter().map(|one| view.row(one)).collect(),
        form: FORM,
        ticked: TICKED,
        publish: (is_open && view.staff.may(Action::Publish)).then(|| view.publish(sound, doubtful)),
        is_for_publisher: is_open && !view.staff.may(Action::Publish),
        discard: Form::press(
            "discard",
            Admin::DiscardIntake(view.id),
            button(page, "intake-discard", Look::Danger),
        ),
    })
}

impl IntakeView<'_> {
    /// Publishes all, those that are sound, or those that are ticked in the list.
    fn publish(&self, sound: usize, doubtful: usize) -> Form {
        let page = self.staff.lang;
        let counted = |key: &str, count: usize| say_with(page, key, &[("count", number(count))]);
        let mut choices = vec![Choice::new("sound", counted("intake-choose-sound", sound), "sound")];
        if doubtful > 0 {
            choices.push(Choice::new("all", counted("intake-choose-all", sound + doubtful), ""));
        }
        choices.push(Choice::new(TICKED, say(page, "intake-choose-these"), ""));
        let mut fields = vec![
            Field::hidden("seen_state", self.seen),
            Field::new("what", say(page, "intake-choose"), Control::Radio(choices)),
        ];
        if doubtful > 0 {
            fields.push(Field::new("seen", say(page, "intake-seen"), Control::Consent));
        }
        let publish = button(page, "intake-publish", Look::First);
        Form::new(FORM, Admin::PublishIntake(self.id)).with(fields).button(publish).filled(self.typed)
    }

    /// The tick of an agreement, set where it was before a refusal.
    fn tick(&self, organization: Code) -> Tick {
        let is_this = |(name, value): &(String, String)| name == TICKED && value == organization.as_str();
        Tick { code: organization, is_set: self.typed.fields.iter().any(is_this) }
    }

    fn row(&self, one: &Agreement) -> Row {
        let page = self.staff.lang;
        let mut lines: Vec<String> = Vec::new();
        if matches!(one.state, LineState::Sound | LineState::Doubtful | LineState::Refused) {
            let key = if one.is_first { "intake-change-document" } else { "intake-change-edition" };
            lines.push(say(page, key));
            lines.push(self.days(one));
        }
        let file = |(lang, name): &(Lang, String)| format!("{lang}: {name}");
        lines.push(one.files.iter().map(file).collect::<Vec<_>>().join(" · "));
        Row {
            name: Passage { text: format!("{} · {}", one.number, one.name.text), ..one.name.clone() },
            state: Banner::new(tone(one.state), say(page, &format!("intake-state-{}", one.state.name()))),
            lines,
            warnings: self.warnings(one),
            tick: matches!(one.state, LineState::Sound | LineState::Doubtful)
                .then(|| self.tick(one.organization)),
            links: self.links(one),
        }
    }

    fn days(&self, one: &Agreement) -> String {
        let page = self.staff.lang;
        let said =
            |day: Option<Day>| day.map_or_else(|| "–".to_owned(), |day| say_day(page, day, DayForm::Short));
        let RequisitesInput { signed_on, effective_from, term_end, .. } = one.days;
        let days = [("signed", signed_on), ("from", effective_from), ("until", term_end)];
        say_with(page, "intake-days", &days.map(|(name, day)| (name, said(day).into())))
    }

    /// What should be looked at before it is published.
    fn warnings(&self, one: &Agreement) -> Vec<String> {
        let page = self.staff.lang;
        if matches!(one.state, LineState::Published | LineState::Same | LineState::Gone) {
            return Vec::new();
        }
        let mut warnings: Vec<String> = one.problem.iter().cloned().collect();
        if !one.same.is_empty() {
            warnings.push(say_of(page, "intake-partly-same", "files", &one.same.join(", ")));
        }
        if !one.broken.is_empty() {
            warnings.push(say_of(page, "intake-broken", "files", &one.broken.join(", ")));
        }
        if one.days_from_text {
            warnings.push(say(page, "intake-days-from-text"));
        }
        let mut doubts: Vec<&Doubt> = one.doubts.iter().collect();
        doubts.sort_by_key(|doubt| doubt.kind.gravity() == Gravity::Note);
        for doubt in doubts {
            let sentence = doubt_sentence::sentence(doubt, page);
            // The places are on the page of the draft.
            if warnings.last() != Some(&sentence) {
                warnings.push(sentence);
            }
        }
        warnings
    }

    fn links(&self, one: &Agreement) -> Vec<Link> {
        let page = self.staff.lang;
        let mut links = Vec::new();
        if let Some(draft) = one.draft {
            links.push(Link::new(Admin::Preview(draft), say(page, "intake-open-draft")));
        }
        if let (Some(document), Some(edition)) = (one.document, one.edition)
            && self.staff.may(Action::Publish)
        {
            let published = Admin::Published(document, Number(edition));
            links.push(Link::new(published, document.grouped()));
        }
        links
    }
}

fn number(count: usize) -> Argument<'static> {
    Argument::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
