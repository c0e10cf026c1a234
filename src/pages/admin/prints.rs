//! Many kits at once: whose and how, then how far the file is.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href};
use crate::pages::choices::of_many;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Choice, Control, Field, Form, Group, Look, button};
use crate::pages::html::{Passage, Tone};
use crate::pages::naming;
use crate::phrases::{Argument, say, say_with};
use crate::print::model::choice::{self, Part};
use crate::print::model::kit::PrintStatus;

/// What would be printed.
#[derive(Debug, Clone)]
pub struct Counted {
    /// How many kits.
    pub kits: usize,
    /// How many pages they have together.
    pub pages: usize,
    /// Kits that cannot be printed, and why.
    pub not_printed: Vec<String>,
    /// Where the form is sent: the choices as an address.
    pub action: Href,
}

impl Counted {
    /// Whether none of the kits can be printed.
    const fn is_refused(&self) -> bool {
        self.not_printed.len() == self.kits
    }
}

/// What the first page is made from.
#[derive(Debug, Clone, Copy)]
pub struct PrintsView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The districts there are.
    pub districts: &'a [String],
    /// The kinds there are.
    pub kinds: &'a [String],
    /// The district that was chosen; empty for all.
    pub district: &'a str,
    /// The kind that was chosen; empty for all.
    pub kind: &'a str,
    /// The names of the files that many kits can be got in.
    pub bundles: &'a [&'a str],
    /// The one that was chosen.
    pub bundle: &'a str,
    /// What is printed, and how.
    pub choice: &'a choice::Choice,
    /// What that would be, once it was asked for.
    pub counted: Option<&'a Counted>,
    /// Whether prints may hang for ever.
    pub standing: PrintStatus,
    /// Why something cannot be chosen.
    pub refusals: &'a [String],
}

#[derive(Template)]
#[template(path = "admin/prints.html")]
struct PrintsPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    /// That prints must not hang yet.
    specimen: Option<String>,
    choose: Form,
    prepare: Option<Form>,
    counted: Option<&'a Counted>,
    counts: String,
}

/// The complete page.
pub fn render(view: &PrintsView<'_>) -> String {
    let page = view.staff.lang;
    let counts = view.counted.map(|counted| {
        let [kits, pages] = [counted.kits, counted.pages].map(number);
        say_with(page, "prints-counted", &[("kits", kits), ("pages", pages)])
    });
    finish(&PrintsPage {
        chrome: view.staff.chrome_of("prints-title"),
        menu: view.staff.menu(),
        refusals: view.refusals,
        specimen: (view.standing == PrintStatus::Trial).then(|| say(page, "kit-specimen-short")),
        choose: view.choose(),
        prepare: view.counted.filter(|counted| !counted.is_refused()).map(|counted| {
            Form::press("prepare", &counted.action, button(page, "prints-prepare", Look::Big))
        }),
        counted: view.counted,
        counts: counts.unwrap_or_default(),
    })
}

impl PrintsView<'_> {
    /// Whose kits, in which file, and how they are printed.
    fn choose(&self) -> Form {
        let page = self.staff.lang;
        let all = |key: &str, chosen: &str| Choice::new("", say(page, key), chosen);
        let district = |name: &String| Choice::new(name, name.clone(), self.district);
        let kind = |kind: &String| Choice::new(kind, naming::organization_kind(kind, page), self.kind);
        let bundle =
            |name: &&str| Choice::new(*name, say(page, &format!("prints-bundle-{name}")), self.bundle);
        let districts = [all("prints-district-all", self.district)];
        let kinds = [all("prints-kind-all", self.kind)];
        let districts = districts.into_iter().chain(self.districts.iter().map(district)).collect();
        let kinds = kinds.into_iter().chain(self.kinds.iter().map(kind)).collect();
        let bundles = self.bundles.iter().map(bundle).collect();
        let look = if self.counted.is_some() { Look::Second } else { Look::First };
        Form::in_address("choose", Admin::Prints)
            .with(vec![
                Field::new("district", say(page, "prints-district"), Control::Select(districts)),
                Field::new("kind", say(page, "prints-kind"), Control::Select(kinds)),
                Field::new("bundle", say(page, "prints-bundle"), Control::Radio(bundles)),
            ])
            .with(Group::folded(say(page, "prints-choices"), of_many(page, self.choice)))
            .button(button(page, "prints-count", look))
    }
}

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nobody has asked for it yet.
    Waiting,
    /// It is being printed while it is downloaded.
    Running,
    /// All of it was handed over.
    Done,
    /// Somebody stopped it.
    Stopped,
    /// Every kit was refused.
    Nothing,
    /// It broke off.
    Broken,
}

impl Progress {
    const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "prints-waiting",
            Self::Running => "prints-running",
            Self::Done => "prints-done",
            Self::Stopped => "prints-stopped",
            Self::Nothing => "prints-nothing",
            Self::Broken => "prints-broken",
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Waiting | Self::Running => Tone::Notice,
            Self::Done => Tone::Good,
            Self::Stopped | Self::Nothing | Self::Broken => Tone::Warning,
        }
    }
}

/// What the page of one file is made from.
#[derive(Debug, Clone, Copy)]
pub struct JobView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The choices as the query of an address.
    pub choices: &'a [(&'static str, String)],
    /// The file of the kits.
    pub file: Admin,
    /// What stops it.
    pub cancel: Admin,
    /// How far it is.
    pub progress: Progress,
    /// The district; none for all.
    pub district: Option<&'a str>,
    /// The kind of organizations; none for all.
    pub kind: Option<&'a str>,
    /// What is printed.
    pub parts: &'a [Part],
    /// The name of the file in which it is got.
    pub bundle: &'a str,
    /// Kits that were looked at.
    pub done: usize,
    /// All of them.
    pub total: usize,
    /// Kits that could not be printed, and why.
    pub not_printed: &'a [String],
    /// Why it was not begun.
    pub refusals: &'a [String],
}

#[derive(Template)]
#[template(path = "admin/print_job.html")]
struct JobPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    view: JobView<'a>,
    own: Href,
    go: Form,
    again: Href,
    what: Vec<String>,
    state: String,
    tone: &'static str,
    counted: String,
    is_live: bool,
}

/// The complete page.
pub fn job(view: &JobView<'_>) -> String {
    let page = view.staff.lang;
    let download = match view.progress {
        Progress::Running => None,
        Progress::Waiting => Some("prints-download"),
        Progress::Done | Progress::Stopped | Progress::Nothing | Progress::Broken => {
            Some("prints-download-again")
        }
    };
    let title = say_with(page, "prints-job", &[("count", number(view.total))]);
    let mut chrome = view.staff.chrome(Passage::plain(title));
    for link in &mut chrome.languages {
        link.href = view.chosen(view.staff.at).with("lang", link.lang).to_string();
    }
    let counts = [("done", number(view.done)), ("total", number(view.total))];
    finish(&JobPage {
        chrome,
        menu: view.staff.menu(),
        view: *view,
        own: view.chosen(view.staff.at),
        go: match download {
            Some(key) => Form::press("download", view.chosen(view.file), button(page, key, Look::Big)),
            None => {
                let cancel = button(page, "prints-cancel", Look::Danger);
                Form::press("cancel", view.chosen(view.cancel), cancel)
            }
        },
        again: view.chosen(Admin::Prints),
        what: view.what(),
        state: say(page, view.progress.key()),
        tone: view.progress.tone().class(),
        counted: say_with(page, "prints-progress", &counts),
        is_live: matches!(view.progress, Progress::Waiting | Progress::Running),
    })
}

impl JobView<'_> {
    /// A page with what was chosen in its address.
    fn chosen(&self, at: Admin) -> Href {
        let choices = self.choices.iter().map(|(name, value)| (*name, value));
        Href::to(at).with_all(choices)
    }

    /// Whose kits these are, what is in them, and in which file they come.
    fn what(&self) -> Vec<String> {
        let page = self.staff.lang;
        let district = self.district.map_or_else(|| say(page, "prints-district-all"), str::to_owned);
        let kind = self
            .kind
            .map_or_else(|| say(page, "prints-kind-all"), |kind| naming::organization_kind(kind, page));
        let parts = self.parts.iter().map(|part| say(page, &format!("choice-parts-{}", part.name())));
        let parts = parts.collect::<Vec<_>>().join(", ");
        vec![district, kind, parts, say(page, &format!("prints-bundle-{}", self.bundle))]
    }
}

fn number(count: usize) -> Argument<'static> {
    Argument::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
