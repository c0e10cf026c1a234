//! What is known of an edition besides its text: its dates, its registration, whom it concerns.

use crate::domain::Day;
use crate::domain::answer::Resolved;
use crate::domain::fact::FactDetail;
use crate::domain::version::{Attachment, Authenticity};
use crate::pages::document_view::DocumentView;
use crate::pages::html::Passage;
use crate::pages::naming;
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say_with};

/// A line of what is known of an edition: «Қол қойылған күні: 25 тамыз 2025 ж.»
pub(super) struct Requisite {
    pub(super) label: String,
    pub(super) value: Passage,
}

impl DocumentView<'_> {
    /// What stands in full above the text.
    pub(super) fn requisites(&self) -> Vec<Requisite> {
        let page = self.wish.lang();
        let mut lines: Vec<Requisite> = Vec::new();
        if let Resolved::Edition { choice: Some(choice), .. } = self.resolved
            && choice.text.authenticity == Authenticity::Translation
        {
            lines.push(self.line("requisite-text", Passage::plain(self.say("text-is-translation"))));
        }
        if let Resolved::Edition { version, choice: Some(_), .. } = self.resolved {
            let originals = version.known_attachments(self.as_of.known).filter(|one| one.role.is_original());
            lines.extend(originals.map(|one| self.line("requisite-text", self.copy_of(one))));
        }
        lines.extend(
            naming::best(&self.document.concerns, page).map(|value| self.line("requisite-concerns", value)),
        );
        lines
    }

    /// "This is the public copy", and of which original.
    fn copy_of(&self, original: &Attachment) -> Passage {
        let key = if original.role.is_open() { "text-is-public-copy" } else { "text-is-copy-of-closed" };
        let arguments = [("title", Argument::from(original.title.as_str()))];
        Passage::plain(say_with(self.wish.lang(), key, &arguments))
    }

    /// What is folded above the text, so that a small screen begins with the text itself.
    pub(super) fn dates(&self) -> Vec<Requisite> {
        let Resolved::Edition { version, .. } = self.resolved else { return Vec::new() };
        let page = self.wish.lang();
        let signed = version.requisites.signed_on.map(|day| self.on_day("requisite-signed", day));
        let term_end = version.requisites.term_end.map(|day| self.on_day("requisite-term-end", day));
        let registered = version.known_details(self.as_of.known).filter_map(|detail| match detail {
            FactDetail::Registered { number, on } => {
                Some(self.line("requisite-registered", naming::number_and_day(number, *on, page)))
            }
            _ => None,
        });
        let originals = version.known_attachments(self.as_of.known).filter(|one| one.role.is_original());
        let checksums = originals.map(|one| {
            self.line("requisite-original-checksum", Passage::plain(one.file.checksum.to_string()))
        });
        signed.into_iter().chain(term_end).chain(registered).chain(checksums).collect()
    }

    fn on_day(&self, key: &str, day: Day) -> Requisite {
        let on = say_day(self.wish.lang(), day, Form::Short);
        self.line(key, Passage::plain(on.as_str()).naming(day, on))
    }

    fn line(&self, key: &str, value: Passage) -> Requisite {
        Requisite { label: self.say(key), value }
    }
}
