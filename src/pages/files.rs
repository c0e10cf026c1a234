//! Files for download: the original and what is attached to it.

use super::html::{Link, Passage};
use super::naming;
use crate::domain::address::Public;
use crate::domain::version::{Attachment, AttachmentRole, File, Text, Version};
use crate::domain::{Instant, Lang};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say_with};

/// A file with what a reader should know before it is fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLink {
    /// Where its bytes are, and what it is.
    pub link: Link,
    /// Its type, size and date.
    pub details: Passage,
}

/// The address of a file's bytes.
pub fn address(file: &File) -> Public {
    Public::File(file.checksum)
}

/// The main file of a text.
pub fn original(text: &Text, page: Lang) -> FileLink {
    let words = say_with(page, "file-original", &[("lang", Argument::from(text.lang.tag()))]);
    FileLink {
        link: Link::new(address(&text.file), words),
        details: Passage::plain(naming::type_and_size(&text.file, page)),
    }
}

/// What amends the texts of a version, by its number among them.
pub fn amendment(version: &Version, number: u32, known: Instant) -> Option<&Attachment> {
    let amends = version.known_attachments(known).filter(|one| one.role == AttachmentRole::Amendment);
    amends.zip(1..).find(|(_, at)| *at == number).map(|(one, _)| one)
}

/// The attachments of a version that everybody may have, in order.
pub fn attachments(version: &Version, page: Lang, known: Instant) -> Vec<FileLink> {
    let attached = version.known_attachments(known).filter(|one| one.role.is_open());
    attached
        .map(|attachment| {
            let size = naming::type_and_size(&attachment.file, page);
            let details = match attachment.dated_on {
                Some(day) => {
                    let on = say_day(page, day, Form::Short);
                    Passage::plain(format!("{on}, {size}")).naming(day, on)
                }
                None => Passage::plain(size),
            };
            let words = Passage::plain(attachment.title.clone());
            FileLink { link: Link { href: address(&attachment.file).to_string(), words }, details }
        })
        .collect()
}
