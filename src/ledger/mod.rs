//! The append-only log of public changes: what one leaf says.
//!
//! A leaf is fixed UTF-8 text, one `key value` a line, without personal data. Hashing and checkpoints are built on it.

use std::fmt::Write as _;

use crate::domain::document::Document;

use crate::domain::fact::FactDetail;
use crate::domain::organization::{DatedNames, Organization, OrganizationStatus, Relation};
use crate::domain::version::{AttachmentRole, Version};
use crate::domain::{Checksum, Code, Day, Instant};

/// One public change.
#[derive(Debug, Clone, Copy)]
pub enum Change<'a> {
    /// An organization was entered or its number, kind or district changed.
    Organization(&'a Organization),
    /// An organization has these names.
    Names(Code, &'a DatedNames),
    /// An organization's status changed.
    OrganizationStatus(Code, OrganizationStatus),
    /// One organization follows another.
    Succession {
        /// The earlier organization.
        from: Code,
        /// The later organization.
        to: Code,
        /// How.
        relation: Relation,
        /// The day of the change.
        on: Day,
    },
    /// A document was created, or its titles or application changed.
    Document {
        /// The document.
        document: &'a Document,
        /// Its owner's code.
        owner: Code,
        /// The code of the document that took its place.
        successor: Option<Code>,
    },
    /// A document that had never had a text was taken back.
    DocumentRemoved(Code),
    /// A version was published.
    Publication(Code, &'a Version),
    /// A text or attachment was added to a version.
    LateFile {
        /// The document's code.
        document: Code,
        /// The version's ordinal.
        version: u32,
        /// What was added, in canonical form: `text kk authentic` or `attachment`.
        part: &'a str,
        /// The file.
        file: Checksum,
    },
    /// Something became known of a version.
    Fact {
        /// The document's code.
        document: Code,
        /// The version's ordinal.
        version: u32,
        /// What became known.
        detail: &'a FactDetail,
        /// Hides a reason: the leaf holds the hash of salt and reason.
        salt: &'a str,
    },
    /// A host was confirmed as permanent.
    Host(&'a str),
}

/// The canonical text of a change: the same change at the same instant always gives the same bytes.
pub fn leaf(change: Change<'_>, at: Instant) -> String {
    let mut leaf = Lines::default();
    leaf.line("tizilim", "leaf/1");
    leaf.line("at-us", at.as_microsecond());
    match change {
        Change::Organization(organization) => {
            leaf.line("change", "organization");
            leaf.line("organization", organization.code);
            leaf.line("number", &organization.number);
            leaf.line("kind", &organization.kind);
            leaf.line("district", &organization.district);
        }
        Change::Names(code, dated) => {
            leaf.line("change", "names");
            leaf.line("organization", code);
            dated.names.iter().for_each(|(lang, name)| leaf.line("name", format_args!("{lang} {name}")));
            leaf.optional("since", dated.since);
        }
        Change::OrganizationStatus(code, status) => {
            leaf.line("change", "status");
            leaf.line("organization", code);
            leaf.line("status", status.name());
        }
        Change::Succession { from, to, relation, on } => {
            leaf.line("change", "succession");
            leaf.line("from", from);
            leaf.line("to", to);
            leaf.line("relation", relation.name());
            leaf.line("on", on);
        }
        Change::Document { document, owner, successor } => {
            leaf.line("change", "document");
            leaf.line("document", document.code);
            leaf.line("owner", owner);
            leaf.line("kind", document.kind.name());
            let texts = [
                ("title", &document.titles),
                ("concerns", &document.concerns),
                ("short-title", &document.short_titles),
            ];
            for (key, text) in texts {
                text.iter().for_each(|(lang, words)| leaf.line(key, format_args!("{lang} {words}")));
            }
            leaf.line("applies-to", document.applies_to.to_text());
            leaf.optional("successor", successor);
        }
        Change::DocumentRemoved(code) => {
            leaf.line("change", "document-removed");
            leaf.line("document", code);
        }
        Change::Publication(code, version) => publication(&mut leaf, code, version),
        Change::LateFile { document, version, part, file } => {
            leaf.line("change", "late-file");
            leaf.line("document", document);
            leaf.line("version", version);
            leaf.line("part", format_args!("{part} {file}"));
        }
        Change::Fact { document, version, detail, salt } => {
            leaf.line("change", "fact");
            leaf.line("document", document);
            leaf.line("version", version);
            fact(&mut leaf, detail, salt);
        }
        Change::Host(host) => {
            leaf.line("change", "host");
            leaf.line("host", host);
        }
    }
    leaf.0
}

fn publication(leaf: &mut Lines, code: Code, version: &Version) {
    leaf.line("change", "publication");
    leaf.line("document", code);
    leaf.line("version", version.ordinal);
    leaf.optional("corrects", version.corrects);
    leaf.optional("signed-on", version.requisites.signed_on);
    leaf.line("effective-from", version.requisites.effective_from);
    leaf.optional("term-end", version.requisites.term_end);
    leaf.line("prolongation", version.requisites.prolongation.name());
    for text in &version.texts {
        let authenticity = text.authenticity.name();
        leaf.line("text", format_args!("{} {authenticity} {}", text.lang, text.file.checksum));
    }
    for attachment in &version.attachments {
        let key = match attachment.role {
            AttachmentRole::Annex => "attachment",
            AttachmentRole::Amendment => "amendment",
            AttachmentRole::SignedOriginal | AttachmentRole::ClosedOriginal => "signed-original",
        };
        leaf.line(key, attachment.file.checksum);
    }
}

fn fact(leaf: &mut Lines, detail: &FactDetail, salt: &str) {
    leaf.line("fact", detail.kind().hyphenated());
    for (field, value) in detail.values() {
        if field.is_private() {
            let hidden = Checksum::of(format!("{salt}{value}").as_bytes());
            leaf.line(&format!("{}-hash", field.name()), hidden);
        } else {
            leaf.line(field.name(), value);
        }
    }
}

/// Lines of `key value`; whatever a value holds, it stays on its line.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, key: &str, value: impl std::fmt::Display) {
        let start = self.0.len();
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{key} {value}");
        if self.0[start..].contains(char::is_control) {
            let clean: String =
                self.0[start..].chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            self.0.truncate(start);
            self.0.push_str(&clean);
        }
        self.0.push('\n');
    }

    fn optional(&mut self, key: &str, value: Option<impl std::fmt::Display>) {
        if let Some(value) = value {
            self.line(key, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::domain::fact::EndVerb;

    fn code() -> Code {
        Code::parse("7K3M9Q3").expect("a code")
    }

    #[test]
    fn a_reason_stays_out_of_the_leaf() {
        let detail = FactDetail::Withdrawn { reason: "Иванов И. И. болен".into() };
        let text = leaf(
            Change::Fact { document: code(), version: 2, detail: &detail, salt: "s" },
            Instant::UNIX_EPOCH,
        );
        let hash = Checksum::of("sИванов И. И. болен".as_bytes());
        assert_eq!(
            text,
            format!(
                "tizilim leaf/1\nat-us 0\nchange fact\ndocument 7K3M9Q3\nversion 2\nfact withdrawn\nreason-hash {hash}\n"
            )
        );
    }

    #[test]
    fn a_value_cannot_forge_a_line() {
        let text = leaf(Change::Host("a\nchange fact"), Instant::UNIX_EPOCH);
        assert_eq!(text.lines().filter(|line| line.starts_with("change")).count(), 1);
    }
    #[test]
    fn the_leaf_of_every_kind_of_fact_stays_as_it_was() {
        let on = Day::constant(2026, 2, 3);
        let hash = |words: &str| Checksum::of(format!("s{words}").as_bytes());
        let words = || "w".to_owned();
        let verb = EndVerb::Repealed;
        for (detail, expected) in [
            (
                FactDetail::Registered { number: "7".into(), on },
                "registered\nnumber 7\non 2026-02-03\n".to_owned(),
            ),
            (FactDetail::Submitted { on }, "submitted\non 2026-02-03\n".to_owned()),
            (FactDetail::RenewalProposed { on }, "renewal-proposed\non 2026-02-03\n".to_owned()),
            (FactDetail::Ended { on, verb }, "ended\non 2026-02-03\nverb repealed\n".to_owned()),
            (FactDetail::LateText { lang: Lang::Ru }, "late-text\nlang ru\n".to_owned()),
            (
                FactDetail::LateAttachment { title: words() },
                format!("late-attachment\ntitle-hash {}\n", hash("w")),
            ),
            (FactDetail::Withdrawn { reason: words() }, format!("withdrawn\nreason-hash {}\n", hash("w"))),
            (FactDetail::Erased { reason: words() }, format!("erased\nreason-hash {}\n", hash("w"))),
            (
                FactDetail::BodyRemade { lang: Lang::Kk, extractor: "2".into() },
                "body-remade\nlang kk\nextractor 2\n".to_owned(),
            ),
        ] {
            let change = Change::Fact { document: code(), version: 2, detail: &detail, salt: "s" };
            let text = leaf(change, Instant::UNIX_EPOCH);
            let head = "tizilim leaf/1\nat-us 0\nchange fact\ndocument 7K3M9Q3\nversion 2\nfact ";
            assert_eq!(text, format!("{head}{expected}"));
        }
    }
}
