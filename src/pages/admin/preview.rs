//! The preview of a draft: what will happen and when, what members will read, what is missing.

use askama::Template;

use super::doubts::{self, Notice};
use super::draft_forms;
use super::outline_form::OutlineForm;
use super::proposed::Proposed;
use super::publishing::Publishing;
use super::staff::{Menu, StaffView};
use super::steps::{Step, Steps};
use crate::domain::address::{Admin, Number};
use crate::domain::answer::Requested;
use crate::domain::document::Document;
use crate::domain::four_eyes::{Asked, FourEyes};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::media::Media;
use crate::domain::organization::Organization;
use crate::domain::posted::StandCount;
use crate::domain::recognition::Progress as RecognitionProgress;
use crate::domain::requisites::RequisitesInput;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::version::Version;
use crate::domain::{AsOf, Day, Lang};
use crate::pages::change_marks::{Mark, marks};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::compared_line::{LineView, title};
use crate::pages::form::{Form, Look, button};
use crate::pages::html::{Banner, Link, Tone};
use crate::pages::naming;
use crate::pages::posted::stands_in_words;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{Argument, say, say_of, say_with};
use crate::text::body::Body;
use crate::text::compare::{Comparison, LineChange, Section};
use crate::text::review::Doubt;

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct PreviewView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The draft's identifier.
    pub id: DraftId,
    /// What is seen here, in short; the publication carries it.
    pub state: &'a str,
    /// The document as it would be.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The version that the draft would become; it is in the document too.
    pub version: &'a Version,
    /// The readable bodies by language.
    pub bodies: &'a [(Lang, Body)],
    /// The identifiers of the texts' files by language.
    pub files: &'a [(Lang, AttachmentId)],
    /// How far the texts with scanned pages have come.
    pub scans: &'a [ScanState],
    /// Whether a program is there that recognises words.
    pub is_recognising: bool,
    /// What is doubtful in the texts.
    pub doubts: &'a [Doubt],
    /// The language whose file holds the Kazakh and the Russian text side by side.
    pub bilingual: Option<Lang>,
    /// Whether the publication was asked for before the doubts were seen.
    pub unseen: bool,
    /// What would refuse the publication.
    pub problems: &'a [String],
    /// The stands on which the document belongs.
    pub stands: StandCount,
    /// What changes against the text that answers now, by language.
    pub changes: &'a [(Lang, Comparison)],
    /// The dates as they were entered.
    pub requisites: &'a RequisitesInput,
    /// Whether another person looks at what is published.
    pub four_eyes: FourEyes,
    /// Who asked for the look at it as it is.
    pub asked: Option<&'a Asked>,
    /// The school that proposed it.
    pub proposed: Option<Proposed<'a>>,
    /// The languages that were told by words just now.
    pub guessed: &'a [Lang],
    /// The language in which the member's page is offered first.
    pub first: Lang,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

/// How far a text with scanned pages has come.
#[derive(Debug, Clone, Copy)]
pub struct ScanState {
    /// The language of the text.
    pub lang: Lang,
    /// How far the recognition of its pages has come.
    pub progress: RecognitionProgress,
    /// How many of its pages were scanned.
    pub pages: usize,
    /// How many of them a person compared with their pictures.
    pub checked: usize,
    /// Whether its pages may be put into another order.
    pub is_of_photos: bool,
    /// The first page that nobody has compared yet; none where all were.
    pub next: Option<u32>,
}

/// Which text a member's page shows to prove what the draft would become, and on which day: the document's own address
/// on the day on which the draft applies, or the version's, where that address would show another.
pub fn requested<'a>(document: &'a Document, version: &'a Version, as_of: AsOf) -> (Requested<'a>, AsOf) {
    let as_of = as_of.on(as_of.day.max(version.requisites.effective_from));
    match resolve(document, as_of) {
        Answer::Version { version: answer, .. } if answer.id == version.id => (Requested::Latest, as_of),
        _ => (Requested::Edition(version), as_of),
    }
}

struct TextPreview {
    lang: Lang,
    name: String,
    details: String,
    form: Option<OutlineForm>,
    file: Option<Admin>,
    frame: String,
    is_framed: bool,
    page: Link,
    check: Option<Link>,
    order: Option<Form>,
    notices: Vec<Banner>,
}

/// The recognition of scanned pages that goes on.
struct Progress {
    own: Admin,
    words: Banner,
    is_over: bool,
}

/// What changes in the text of a language.
struct Changes {
    name: String,
    sections: Vec<Changed>,
}

/// A section that changes.
struct Changed {
    title: String,
    marks: Vec<Mark>,
    lines: Vec<LineView>,
}

#[derive(Template)]
#[template(path = "admin/preview.html")]
struct PreviewPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    id: DraftId,
    document: Link,
    problems: &'a [String],
    unseen: bool,
    effects: Vec<Banner>,
    progress: Option<Progress>,
    doubts: Vec<Notice>,
    split: Option<Form>,
    steps: Steps,
    proposed: Option<Banner>,
    /// What changes, by language.
    changes: Vec<Changes>,
    dates: Form,
    publishing: Publishing,
    /// What throws it away; what a school proposed is declined instead.
    discard: Option<Form>,
    texts: Vec<TextPreview>,
    attachments: Vec<String>,
    stands: String,
}

/// The complete page.
pub fn render(view: &PreviewView<'_>) -> String {
    let page = view.staff.lang;
    let of = naming::title(view.document, view.owner, page);
    let mut texts: Vec<TextPreview> = view.version.texts.iter().map(|text| view.text(text)).collect();
    texts.sort_by_key(|text| text.lang != view.first);
    finish(&PreviewPage {
        chrome: view.staff.chrome_of("admin-preview"),
        menu: view.staff.menu(),
        id: view.id,
        document: Link { href: Admin::Document(view.document.code).to_string(), words: of },
        problems: view.problems,
        unseen: view.unseen,
        effects: view.effects(),
        progress: view.progress(),
        doubts: doubts::notices(view.doubts, view.bodies, page),
        split: view.bilingual.map(|lang| draft_forms::split(page, view.id, lang)),
        steps: view.steps(),
        proposed: view.proposed.map(|proposed| proposed.banner(page)),
        changes: view.changes(),
        dates: view.dates(),
        publishing: Publishing::of(view),
        discard: view.proposed.is_none().then(|| draft_forms::discard(page, view.id)),
        texts,
        attachments: view.version.attachments.iter().map(|attachment| attachment.title.clone()).collect(),
        stands: stands_in_words(view.stands, page),
    })
}

impl PreviewView<'_> {
    /// What the publication does, and on which day.
    fn effects(&self) -> Vec<Banner> {
        let page = self.staff.lang;
        let dated = |key: &str, day: Day, form: DayForm| say_of(page, key, "date", &say_day(page, day, form));
        let mut effects = Vec::new();
        let corrected = self.version.corrects.and_then(|ordinal| self.document.version(ordinal));
        if let Some(corrected) = corrected {
            let of = corrected.requisites.effective_from;
            effects.push(Banner::new(Tone::Notice, dated("admin-preview-correction", of, DayForm::Long)));
        }
        let from = self.version.requisites.effective_from;
        let text = match resolve(self.document, self.as_of) {
            Answer::Version { version: answer, .. } if answer.id == self.version.id => {
                if from > self.as_of.day {
                    dated("admin-preview-first-scheduled", from, DayForm::From)
                } else {
                    say(page, "admin-preview-now")
                }
            }
            Answer::Version { version: answer, .. } if from > self.as_of.day => {
                let until = say_day(page, answer.requisites.effective_from, DayForm::Long);
                let arguments =
                    [("date", say_day(page, from, DayForm::From).into()), ("present", until.into())];
                say_with(page, "admin-preview-scheduled", &arguments)
            }
            Answer::Version { version: answer, .. } => {
                dated("admin-preview-older", answer.requisites.effective_from, DayForm::Long)
            }
            Answer::NothingPublished | Answer::AllWithdrawn => say(page, "admin-preview-now"),
        };
        effects.push(Banner::new(Tone::Good, text));
        let term = self.version.requisites.term_end;
        effects
            .extend(term.map(|day| Banner::new(Tone::Notice, dated("admin-preview-term", day, DayForm::On))));
        let has = |lang: Lang| self.version.texts.iter().any(|text| text.lang == lang);
        if !self.version.texts.is_empty() {
            let missing = [Lang::Kk, Lang::Ru].into_iter().filter(|lang| !has(*lang));
            effects.extend(missing.map(|lang| {
                let language = say(page, &format!("admin-language-{lang}"));
                let text = say_of(page, "admin-preview-missing-language", "language", &language);
                Banner::new(Tone::Warning, text)
            }));
        }
        effects
    }

    /// The steps that there are something to do in.
    fn steps(&self) -> Steps {
        let no_text: &[Step] =
            if self.version.texts.is_empty() { &[Step::Doubts, Step::Member] } else { &[] };
        let unchanged: &[Step] = if self.changes.is_empty() { &[Step::Changes] } else { &[] };
        Steps::new(self.staff.lang, self.id, false, &[no_text, unchanged].concat())
    }

    /// The dates, to be changed here.
    fn dates(&self) -> Form {
        let page = self.staff.lang;
        let fields = draft_forms::dates(page, self.document.kind, self.requisites);
        Form::new("dates", Admin::DraftDates(self.id)).with(fields).button(button(
            page,
            "preview-dates-save",
            Look::Second,
        ))
    }

    /// What changes, by language: each section with the lines that are not the same.
    fn changes(&self) -> Vec<Changes> {
        let page = self.staff.lang;
        let section = |section: &Section| Changed {
            title: title(section, section.place(), page),
            marks: marks(section, page),
            lines: section
                .lines
                .iter()
                .filter(|line| line.change != LineChange::Same)
                .map(|line| LineView::new(line, page))
                .collect(),
        };
        let of_language = |(lang, comparison): &(Lang, Comparison)| {
            let sections: Vec<Changed> = comparison.changes().map(section).collect();
            let count = Argument::Number(i64::try_from(sections.len()).unwrap_or(i64::MAX));
            let language = say(page, &format!("admin-upload-file-{lang}"));
            let named = [("text", language.into()), ("count", count)];
            Changes { name: say_with(page, "preview-changes", &named), sections }
        };
        self.changes.iter().map(of_language).collect()
    }

    /// How far the recognition of scanned pages has come; none where there are none.
    fn progress(&self) -> Option<Progress> {
        let page = self.staff.lang;
        let all = |count: fn(&RecognitionProgress) -> usize| -> usize {
            self.scans.iter().map(|scan| count(&scan.progress)).sum()
        };
        let (asked, done, failed) = (all(|of| of.asked), all(|of| of.done), all(|of| of.failed));
        let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let is_over = done + failed >= asked;
        let next = self.scans.iter().find_map(|scan| self.check(scan.lang));
        let words = if asked == 0 {
            let is_unread = self.scans.iter().any(|scan| scan.next.is_some()) && !self.is_recognising;
            Banner::new(Tone::Notice, is_unread.then(|| say(page, "scan-no-program"))?)
        } else if !is_over {
            let arguments = [("done", number(done)), ("asked", number(asked))];
            Banner::new(Tone::Notice, say_with(page, "scan-progress", &arguments))
        } else if failed > 0 {
            Banner::new(Tone::Warning, say_with(page, "scan-failed", &[("count", number(failed))]))
        } else {
            Banner { link: Some(next?), ..Banner::new(Tone::Good, say(page, "scan-ready")) }
        };
        Some(Progress { own: Admin::Preview(self.id), words, is_over })
    }

    /// To the comparison of a text's scanned pages with their pictures.
    fn check(&self, lang: Lang) -> Option<Link> {
        let scan = self.scans.iter().find(|scan| scan.lang == lang)?;
        let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let arguments = [("checked", number(scan.checked)), ("of", number(scan.pages))];
        let words = say_with(self.staff.lang, "scan-check", &arguments);
        Some(Link::new(Admin::ScannedDraftPage(self.id, lang, Number(scan.next?)), words))
    }

    /// Puts the pages of a text that was joined of photos into another order.
    fn order(&self, lang: Lang) -> Option<Form> {
        let scan = self.scans.iter().find(|scan| scan.lang == lang && scan.is_of_photos && scan.pages > 1)?;
        Some(draft_forms::order(self.staff.lang, self.id, lang, scan.pages))
    }

    fn text(&self, text: &crate::domain::version::Text) -> TextPreview {
        let page = self.staff.lang;
        let of_text = |(lang, body): &&(Lang, Body)| *lang == text.lang && !body.is_empty();
        let body = self.bodies.iter().find(of_text).map(|(_, body)| body);
        let words = body.map(Body::to_text).unwrap_or_default();
        let characters = i64::try_from(words.trim().chars().count()).unwrap_or(i64::MAX);
        let count = say_with(page, "admin-preview-characters", &[("count", Argument::Number(characters))]);
        let mut notices = Vec::new();
        if body.is_none() {
            notices.push(Banner::new(Tone::Warning, say(page, "admin-preview-no-text")));
        }
        if self.guessed.contains(&text.lang) {
            notices.push(Banner::new(Tone::Notice, say(page, "upload-guessed")));
        }
        let file = self.files.iter().find(|(lang, _)| *lang == text.lang).map(|(_, id)| *id);
        let action = Admin::DraftOutline(self.id, text.lang);
        TextPreview {
            lang: text.lang,
            name: say(page, &format!("admin-upload-file-{}", text.lang)),
            details: format!("{}, {}, {count}", text.file.name, naming::type_and_size(&text.file, page)),
            form: body.map(|body| OutlineForm::new(action, body, text.lang, page)),
            file: file.map(|file| Admin::DraftFile(self.id, file)),
            frame: format!("{}: {}", say(page, "review-original"), text.file.name),
            is_framed: file.is_some() && text.file.media == Media::Pdf,
            page: Link::new(Admin::DraftPage(self.id, text.lang), say(page, "admin-preview-as-member")),
            check: self.check(text.lang),
            order: self.order(text.lang),
            notices,
        }
    }
}
