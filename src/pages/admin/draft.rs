//! A draft: the dates and the files of what may become the next edition.

use askama::Template;

use super::draft_forms;
use super::proposed::Proposed;
use super::staff::{Menu, StaffView};
use super::steps::Steps;
use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::domain::document::Document;
use crate::domain::draft::{Draft, DraftFile, DraftPart};
use crate::domain::ids::DraftId;
use crate::domain::organization::Organization;
use crate::domain::version::{AttachmentRole, Authenticity, FILE_MAX_BYTES, File, Version};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{self, Choice, Control, Field, Form, Group, Look, Typed};
use crate::pages::html::{Banner, Link};
use crate::pages::naming;
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{Argument, say, say_of, say_with};

/// Rows for attachments in one request; more are added after saving.
pub const ATTACHMENT_ROWS: usize = 3;

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct DraftView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The draft.
    pub draft: &'a Draft,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The version that the draft corrects.
    pub corrects: Option<&'a Version>,
    /// The language whose file holds the Kazakh and the Russian text side by side.
    pub bilingual: Option<Lang>,
    /// What was typed and refused, and why.
    pub typed: &'a Typed,
    /// Whether the refusal can be answered by looking at the preview again.
    pub look_again: Option<LookAgain>,
    /// The school that proposed it.
    pub proposed: Option<Proposed<'a>>,
    /// Whether it was saved just now.
    pub saved: bool,
}

/// The document has changed since the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookAgain;

#[derive(Template)]
#[template(path = "admin/draft.html")]
struct DraftPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    id: DraftId,
    steps: Steps,
    proposed: Option<Banner>,
    /// What throws it away; what a school proposed is declined instead.
    discard: Option<Form>,
    document: Link,
    corrects: Option<String>,
    refusals: &'a [String],
    look_again: bool,
    done: String,
    split: Option<Form>,
    form: Form,
}

/// The complete page.
pub fn render(view: &DraftView<'_>) -> String {
    let page = view.staff.lang;
    let title = naming::title(view.document, view.owner, page);
    let corrects = view.corrects.map(|version| {
        let date = say_day(page, version.requisites.effective_from, DayForm::Long);
        say_of(page, "admin-upload-corrects", "date", &date)
    });
    finish(&DraftPage {
        chrome: view.staff.chrome_of("admin-upload-title"),
        menu: view.staff.menu(),
        id: view.draft.id,
        document: Link { href: Admin::Document(view.document.code).to_string(), words: title },
        corrects,
        refusals: &view.typed.refusals,
        look_again: view.look_again.is_some(),
        done: if view.saved { say(page, "admin-saved") } else { String::new() },
        split: view.bilingual.map(|lang| draft_forms::split(page, view.draft.id, lang)),
        steps: Steps::new(page, view.draft.id, true, &[]),
        proposed: view.proposed.map(|proposed| proposed.banner(page)),
        discard: view.proposed.is_none().then(|| draft_forms::discard(page, view.draft.id)),
        form: view.form().filled(view.typed),
    })
}

impl DraftView<'_> {
    fn form(&self) -> Form {
        let page = self.staff.lang;
        Form::new("draft", Admin::Draft(self.draft.id))
            .with(self.dropped())
            .with(self.dates())
            .with_all(Lang::ALL.map(|lang| self.text(lang)))
            .with(self.attachments())
            .button(form::button(page, "admin-upload-submit", Look::First).sending("then", "preview"))
            .button(form::button(page, "admin-upload-save", Look::Second).sending("then", "stay"))
    }

    fn dates(&self) -> Group {
        let page = self.staff.lang;
        let fields = draft_forms::dates(page, self.document.kind, &self.draft.requisites);
        Group::named(say(page, "admin-upload-dates"), fields)
    }

    /// Files of all languages at once, which are told apart by their words.
    fn dropped(&self) -> Group {
        let page = self.staff.lang;
        let limit = i64::try_from(FILE_MAX_BYTES >> 20).unwrap_or(i64::MAX);
        let field =
            form::files(page, "dropped", "upload-dropped").with_hint(say(page, "upload-dropped-hint"));
        Group {
            hint: Some(say_with(page, "admin-upload-files-hint", &[("limit", Argument::Number(limit))])),
            ..Group::from(field)
        }
    }

    fn text(&self, lang: Lang) -> Group {
        let page = self.staff.lang;
        let there = self.draft.text(lang);
        let before = there.and_then(DraftFile::authenticity).unwrap_or(Authenticity::Authentic);
        let mut fields = vec![
            form::files(
                page,
                format!("text_{lang}"),
                if there.is_some() { "admin-upload-replace" } else { "admin-upload-attachment-file" },
            ),
            form::authenticity(page, format!("authenticity_{lang}"), before),
        ];
        fields.extend(there.map(|file| self.remove(file)));
        Group {
            present: there.map(|file| named(&file.file, page)).into_iter().collect(),
            ..Group::named(say(page, &format!("admin-upload-file-{lang}")), fields)
        }
    }

    fn attachments(&self) -> Group {
        let page = self.staff.lang;
        let mut fields = Vec::new();
        for file in self.draft.attachments() {
            if let DraftPart::Attachment { role, title, dated_on } = &file.part {
                let role = say(page, role_key(*role));
                let day = dated_on.map(|day| format!(", {}", say_day(page, day, DayForm::Short)));
                let words =
                    format!("{title}{} – {role}, {}", day.unwrap_or_default(), named(&file.file, page));
                let remove = say(page, "admin-upload-remove");
                fields.push(Field::tick("remove", file.id.to_string(), format!("{remove}: {words}")));
            }
        }
        for row in 1..=ATTACHMENT_ROWS {
            fields.push(form::file(page, format!("attachment_{row}"), "admin-upload-attachment-file"));
            fields.push(role_of(page, format!("attachment_{row}_role")));
            let title =
                form::line(page, format!("attachment_{row}_title"), "admin-upload-attachment-title", "");
            fields.push(title.optional(page));
            let day = form::day(page, format!("attachment_{row}_date"), "admin-upload-attachment-date", "");
            fields.push(day.optional(page));
        }
        Group::named(say(page, "admin-upload-attachments"), fields)
    }

    /// A file is taken out by a tick and saving, so that nothing else that was typed is lost.
    fn remove(&self, file: &DraftFile) -> Field {
        Field::tick("remove", file.id.to_string(), say(self.staff.lang, "admin-upload-remove"))
    }
}

/// What a further file is to the texts.
fn role_of(page: Lang, name: String) -> Field {
    let choice = |role: AttachmentRole| {
        Choice::new(role.name(), say(page, role_key(role)), AttachmentRole::default().name())
    };
    let choices = Control::Select(AttachmentRole::ALL.map(choice).into());
    Field::new(name, say(page, "attachment-role"), choices)
}

/// The phrase for what a further file is to the texts.
pub(super) const fn role_key(role: AttachmentRole) -> &'static str {
    match role {
        AttachmentRole::Annex => "attachment-role-annex",
        AttachmentRole::Amendment => "attachment-role-amendment",
        AttachmentRole::SignedOriginal => "attachment-role-signed-original",
        AttachmentRole::ClosedOriginal => "attachment-role-closed-original",
    }
}

fn named(file: &File, page: Lang) -> String {
    format!("{} ({})", file.name, naming::type_and_size(file, page))
}
