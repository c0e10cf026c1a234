//! What would hang or overflow the reading of a PDF is found before it starts: forms that play themselves, forms
//! that play each other a million times, page trees without a root.

use std::collections::HashMap;

use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use crate::text::limits::{MAX_FORM_NESTING, MAX_OPERATIONS, MAX_PAGES};
use crate::text::refusal::{Measure, Refusal};

/// Checks a document.
///
/// # Errors
/// [`Refusal::Damaged`] without pages, [`Refusal::TooLarge`] and [`Refusal::TooDeep`].
pub fn check(document: &Document) -> Result<(), Refusal> {
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(Refusal::Damaged);
    }
    Refusal::above(Measure::Pages, pages.len() as u64, MAX_PAGES)?;
    let mut play = Play { document, forms: HashMap::new() };
    let mut operations = 0;
    for page in pages.into_values() {
        let resources = inherited_resources(document, page)?;
        let content = document.get_page_content(page).map_err(|_| Refusal::Damaged)?;
        operations += play.operations(&content, resources, 0)?;
        Refusal::above(Measure::Operations, operations, MAX_OPERATIONS)?;
    }
    Ok(())
}

/// The resources of a page or of the nearest node above it that has any.
fn inherited_resources(document: &Document, page: ObjectId) -> Result<Option<&Dictionary>, Refusal> {
    let mut node = document.get_dictionary(page).map_err(|_| Refusal::Damaged)?;
    let mut resources = None;
    // The whole way up is walked even when resources are found early: other properties are sought there later.
    for _ in 0..MAX_FORM_NESTING {
        resources = resources.or_else(|| dictionary(document, node.get(b"Resources").ok()?));
        let parent = node.get(b"Parent").and_then(Object::as_reference);
        match parent.and_then(|parent| document.get_dictionary(parent)) {
            Ok(parent) => node = parent,
            Err(_) => return Ok(resources),
        }
    }
    Err(Refusal::TooDeep { limit: MAX_FORM_NESTING })
}

struct Play<'d> {
    document: &'d Document,
    /// How many operations each form comes to.
    forms: HashMap<ObjectId, u64>,
}

impl<'d> Play<'d> {
    fn operations(
        &mut self,
        content: &[u8],
        resources: Option<&'d Dictionary>,
        depth: u64,
    ) -> Result<u64, Refusal> {
        if depth > MAX_FORM_NESTING {
            return Err(Refusal::TooDeep { limit: MAX_FORM_NESTING });
        }
        let Ok(content) = Content::decode(content) else { return Ok(0) };
        let mut count = content.operations.len() as u64;
        for operation in content.operations.iter().filter(|operation| operation.operator == "Do") {
            let name = operation.operands.first().and_then(|name| name.as_name().ok());
            if let Some((id, form)) = name.and_then(|name| self.form(resources, name)) {
                count += self.form_operations(id, form, resources, depth)?;
            }
            Refusal::above(Measure::Operations, count, MAX_OPERATIONS)?;
        }
        Ok(count)
    }

    fn form_operations(
        &mut self,
        id: ObjectId,
        form: &'d Stream,
        outer: Option<&'d Dictionary>,
        depth: u64,
    ) -> Result<u64, Refusal> {
        if let Some(count) = self.forms.get(&id) {
            return Ok(*count);
        }
        let own = form.dict.get(b"Resources").ok().and_then(|own| dictionary(self.document, own));
        let content = form.decompressed_content().unwrap_or_else(|_| form.content.clone());
        let count = self.operations(&content, own.or(outer), depth + 1)?;
        self.forms.insert(id, count);
        Ok(count)
    }

    fn form(&self, resources: Option<&'d Dictionary>, name: &[u8]) -> Option<(ObjectId, &'d Stream)> {
        let forms = dictionary(self.document, resources?.get(b"XObject").ok()?)?;
        let id = forms.get(name).ok()?.as_reference().ok()?;
        Some((id, self.document.get_object(id).ok()?.as_stream().ok()?))
    }
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    match object {
        Object::Reference(id) => document.get_object(*id).ok()?.as_dict().ok(),
        object => object.as_dict().ok(),
    }
}
