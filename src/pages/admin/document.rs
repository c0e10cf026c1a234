//! Everything about one document: its code, its editions with their repairs, its drafts, what can be edited.

use askama::Template;

use super::document_fields::{self, Scope};
use super::repairs::{self, RepairForm};
use super::second_look::LookForm;
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Picture, Public};
use crate::domain::calendar::local_day;
use crate::domain::document::Document;
use crate::domain::draft::Draft;
use crate::domain::edition_status::EditionStatus;
use crate::domain::four_eyes::SecondLook;
use crate::domain::ids::VersionId;
use crate::domain::names::names;
use crate::domain::organization::Organization;
use crate::domain::resolution::candidates;
use crate::domain::role::Action;
use crate::domain::version::Attachment;
use crate::domain::version::Version;
use crate::domain::{AsOf, Code, Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, Look, Typed, button};
use crate::pages::html::{Banner, Link, Passage};
use crate::pages::site::in_language;
use crate::pages::{edition_status, naming};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_of};
use crate::print::model::choice::Stock;

names! {
    /// What was done, as the page says it.
    pub enum Done {
        /// The document was created.
        Created = "created",
        /// What can be edited was.
        Saved = "saved",
        /// A fact, a text or an attachment was recorded.
        Recorded = "recorded",
        /// An edition was withdrawn.
        Withdrawn = "withdrawn",
        /// An edition was erased.
        Erased = "erased",
        /// A draft was thrown away.
        Discarded = "discarded",
        /// An edition was confirmed in a second look.
        Confirmed = "confirmed",
        /// A doubt was raised in a second look.
        Doubted = "doubted",
    }
}

impl Done {
    fn sentence(self, page: Lang, document: &Document) -> String {
        match self {
            Self::Created => say_of(page, "admin-document-created", "code", &document.code.grouped()),
            Self::Saved => say(page, "admin-saved"),
            Self::Recorded => say(page, "admin-repair-done-recorded"),
            Self::Withdrawn => say(page, "admin-repair-done-withdrawn"),
            Self::Erased => say(page, "admin-repair-done-erased"),
            Self::Discarded => say(page, "admin-document-draft-deleted"),
            Self::Confirmed => say(page, "second-look-done-confirmed"),
            Self::Doubted => say(page, "second-look-done-doubted"),
        }
    }
}

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct DocumentAdminView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The document that took its place.
    pub successor: Option<&'a Document>,
    /// To whom a document of the union may apply.
    pub scope: &'a Scope,
    /// Its drafts, oldest first.
    pub drafts: &'a [Draft],
    /// The second looks for which its editions wait, or in which a doubt stands.
    pub looks: &'a [(VersionId, SecondLook)],
    /// What was done.
    pub done: Option<Done>,
    /// The labels on which its titles, as they were just saved, have no room.
    pub too_small: &'a [Stock],
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

struct DraftEntry {
    href: Admin,
    words: String,
    details: String,
}

struct Cut {
    words: String,
    field: Link,
}

struct Edition {
    anchor: String,
    heading: Link,
    banner: Banner,
    texts: String,
    /// What begins its correction, where it can be corrected.
    correct: Option<Form>,
    /// What begins the edition that an additional agreement makes of it.
    amend: Option<Form>,
    /// Its signed originals that are not given out to everybody.
    closed: Vec<Link>,
    outlines: Vec<Link>,
    /// The second look for which it waits.
    look: Option<LookForm>,
    /// What ends or withdraws it.
    decisive: Vec<RepairForm>,
    repairs: Vec<RepairForm>,
    is_open: bool,
}

#[derive(Template)]
#[template(path = "admin/document.html")]
struct DocumentPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    done: String,
    /// Which labels are too small for the titles, and what leads to the field of a short one.
    cut: Option<Cut>,
    refusals: &'a [String],
    title: Passage,
    owner: String,
    code: Code,
    grouped: String,
    address: String,
    sheet: Public,
    /// The code as a picture in its two forms.
    codes: [Public; 2],
    editions: Vec<Edition>,
    drafts: Vec<DraftEntry>,
    upload: Form,
    /// What takes it back, where it never had a text.
    remove: Option<Form>,
    /// What changes what is not part of an edition, for those who may.
    edit: Option<Form>,
    edits: bool,
}

/// The complete page.
pub fn render(view: &DocumentAdminView<'_>) -> String {
    let page = view.staff.lang;
    let title = naming::title(view.document, view.owner, page);
    let code = view.document.code;
    let applies_to = view.owner.is_union.then_some(&view.document.applies_to);
    let edit = document_fields::edit(page, view.document, view.successor, applies_to, view.scope);
    let cut = view.cut(&edit);
    let mut versions: Vec<&Version> = view.document.versions.iter().collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.ordinal));
    finish(&DocumentPage {
        chrome: view.staff.chrome(title.clone()),
        menu: view.staff.menu(),
        done: view.done.map(|done| done.sentence(page, view.document)).unwrap_or_default(),
        refusals: &view.typed.refusals,
        title,
        owner: format!(
            "{} · {} · {}",
            naming::kind(view.document.kind, page),
            view.owner.number,
            naming::name(view.owner, page).text
        ),
        grouped: view.document.code.grouped(),
        address: format!("{}{}", view.staff.site.origin, Public::Code(code)),
        sheet: Public::Sheet(code, view.owner.code),
        codes: Picture::ALL.map(|picture| Public::Qr(code, picture)),
        editions: versions.into_iter().map(|version| view.edition(version)).collect(),
        drafts: view.drafts.iter().map(|draft| view.draft(draft)).collect(),
        upload: Form::press("upload", Admin::BeginDraft(code), button(page, "admin-upload", Look::First)),
        remove: view.document.versions.is_empty().then(|| view.remove().filled(view.typed)),
        edits: edit.was_refused(view.typed) || cut.is_some(),
        cut,
        edit: view.publishes().then(|| edit.filled(view.typed)),
        code,
    })
}

impl DocumentAdminView<'_> {
    /// That labels have no room for the titles, and the field that helps.
    fn cut(&self, edit: &Form) -> Option<Cut> {
        let page = self.staff.lang;
        let stocks: Vec<&str> = self.too_small.iter().map(|stock| stock.name()).collect();
        let words = say_of(page, "admin-document-cut", "stocks", &stocks.join(", "));
        let field = Link::new(edit.place_of("short_title_kk"), say(page, "admin-document-cut-open"));
        (!stocks.is_empty()).then_some(Cut { words, field })
    }

    /// Whether the one who looks may change what is published.
    fn publishes(&self) -> bool {
        self.staff.may(Action::Publish)
    }

    fn edition(&self, version: &Version) -> Edition {
        let page = self.staff.lang;
        let ordinal = version.ordinal;
        let anchor = format!("v{ordinal}");
        let is_candidate =
            candidates(self.document, self.as_of.known).iter().any(|candidate| candidate.id == version.id);
        let own_names = version
            .known_texts(self.as_of.known)
            .map(|text| say(text.lang, "language-own-name"))
            .collect::<Vec<_>>();
        let status = EditionStatus::of(self.document, version, self.as_of);
        let repairs = match self.publishes() {
            true => repairs::of_version(page, self.document, version, self.as_of, self.typed),
            false => Vec::new(),
        };
        let (decisive, repairs): (Vec<_>, Vec<_>) = repairs.into_iter().partition(|one| one.is_decisive);
        Edition {
            heading: Link::new(
                in_language(Public::Version(self.document.code, ordinal), page),
                naming::edition(version, page),
            ),
            banner: edition_status::banner(page, self.document, status),
            texts: own_names.join(", "),
            outlines: if self.publishes() { self.outlines(version) } else { Vec::new() },
            closed: self.closed(version),
            correct: is_candidate.then(|| self.correct(ordinal)),
            amend: is_candidate.then(|| self.amend(ordinal)),
            look: self.look(version).filter(|_| is_candidate),
            is_open: repairs.iter().any(|repair| repair.is_open),
            decisive,
            repairs,
            anchor,
        }
    }

    /// The second look for which an edition waits, with the form for those who may take it.
    fn look(&self, version: &Version) -> Option<LookForm> {
        let (_, look) = self.looks.iter().find(|(id, _)| *id == version.id)?;
        let address = Admin::SecondLook(self.document.code, version.ordinal);
        let may_look = self.publishes() && look.may_look(self.staff.login);
        Some(LookForm::new(self.staff.lang, look, may_look.then_some((address, version.ordinal)), self.typed))
    }

    /// Takes the document back.
    fn remove(&self) -> Form {
        let page = self.staff.lang;
        let sure = Field::new("sure", say(page, "admin-document-remove-sure"), Control::Consent).required();
        Form::new("remove", Admin::RemoveDocument(self.document.code)).with(vec![sure]).button(button(
            page,
            "admin-document-remove",
            Look::Danger,
        ))
    }

    /// Begins the correction of an edition.
    fn correct(&self, ordinal: u32) -> Form {
        let correct = button(self.staff.lang, "admin-repair-correct", Look::Second);
        let begin = correct.sending("corrects", ordinal.to_string());
        Form::press(format!("v{ordinal}-correct"), Admin::BeginDraft(self.document.code), begin)
    }

    /// Begins the edition that an additional agreement makes of an edition.
    fn amend(&self, ordinal: u32) -> Form {
        let amend = button(self.staff.lang, "admin-document-amend", Look::Second);
        let begin = amend.sending("amends", ordinal.to_string());
        Form::press(format!("v{ordinal}-amend"), Admin::BeginDraft(self.document.code), begin)
    }

    /// To the headings of each text that stands.
    fn outlines(&self, version: &Version) -> Vec<Link> {
        let page = self.staff.lang;
        let standing =
            version.known_texts(self.as_of.known).filter(|_| !version.is_withdrawn(self.as_of.known));
        let link = |lang: Lang| {
            let text = say(page, &format!("admin-upload-file-{lang}"));
            Link::new(
                Admin::Outline(self.document.code, version.ordinal, lang),
                say_of(page, "review-outline-open", "text", &text),
            )
        };
        standing.map(|text| link(text.lang)).collect()
    }

    /// To the signed originals that only those who manage documents may open.
    fn closed(&self, version: &Version) -> Vec<Link> {
        let closed = version.known_attachments(self.as_of.known).filter(|one| !one.role.is_open());
        let closed = closed.filter(|_| !version.is_erased(self.as_of.known));
        let link = |one: &Attachment| {
            let words = say_of(self.staff.lang, "admin-document-closed-original", "title", &one.title);
            Link::new(Admin::ClosedOriginal(self.document.code, one.file.checksum), words)
        };
        closed.map(link).collect()
    }

    fn draft(&self, draft: &Draft) -> DraftEntry {
        let page = self.staff.lang;
        let corrected = draft.corrects.and_then(|ordinal| self.document.version(ordinal));
        let long = |day: Day| say_day(page, day, DayForm::Long);
        let words = match (corrected, draft.requisites.effective_from) {
            (Some(version), _) => {
                let date = long(version.requisites.effective_from);
                say_of(page, "admin-upload-corrects", "date", &date)
            }
            (None, Some(day)) => say_of(page, "admin-document-edition-of", "date", &long(day)),
            (None, None) => say(page, "admin-document-draft-undated"),
        };
        DraftEntry {
            href: Admin::Draft(draft.id),
            words: format!("{}: {words}", say(page, "admin-document-draft")),
            details: say_day(page, local_day(draft.created_at), DayForm::Short),
        }
    }
}
