//! What the register itself says, beside what pages show.

use tizilim::domain::Code;
use tizilim::domain::document::Document;
use tizilim::domain::ids::TextId;
use tizilim::domain::organization::Organization;
use tizilim::domain::posted::Posted;
use tizilim::domain::stand_check::Check;
use tizilim::registry::{Error, Registry, View};
use tizilim::text::body::Body;

fn read<T>(registry: &Registry, work: impl Fn(&View) -> Result<T, Error>) -> T {
    registry.read(work).expect("the register")
}

/// The code of the union.
pub fn union(registry: &Registry) -> Code {
    registry.glance().union().code
}

/// The document with a code.
pub fn document(registry: &Registry, code: Code) -> Document {
    read(registry, |view| Ok(view.document(code)?.cloned())).expect("a document")
}

/// The organization with a code.
pub fn organization(registry: &Registry, code: Code) -> Organization {
    read(registry, |view| Ok(view.organization(code)?.cloned())).expect("an organization")
}

/// What is known to hang on the stand of an organization.
pub fn posted(registry: &Registry, code: Code) -> Posted {
    let of = organization(registry, code);
    read(registry, |view| Ok(view.posted(&of)?.clone()))
}

/// The documents on the shelf of an organization.
pub fn shelf(registry: &Registry, code: Code) -> Vec<Document> {
    let of = organization(registry, code);
    read(registry, |view| Ok(view.shelf(&of)?.into_iter().cloned().collect()))
}

/// The checks of an organization's stand that are over.
pub fn checks(registry: &Registry, code: Code) -> Vec<Check> {
    let of = organization(registry, code);
    read(registry, |view| view.checks_over(&of))
}

/// The readable body of a text.
pub fn body(registry: &Registry, text: TextId) -> Option<Body> {
    read(registry, |view| view.body(text))
}

/// The organization with a number.
pub fn numbered(registry: &Registry, number: &str) -> Organization {
    read(registry, |view| Ok(view.organization_named(number)?.cloned())).expect("an organization")
}
