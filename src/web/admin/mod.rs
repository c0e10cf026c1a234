//! What people who sign in do: one file a page, named like the page in `pages`.

mod browser;
pub mod dashboard;
pub mod document;
mod document_form;
pub mod documents;
pub mod draft;
mod draft_form;
mod fields;
mod held;
pub mod host;
pub mod import;
pub mod new_document;
pub mod organization;
pub mod organizations;
pub mod outline;
pub mod preview;
pub mod prints;
pub mod published;
pub mod repairs;
pub mod scanned_page;
pub mod session;
pub mod sign_in;
pub mod stand_check;
mod upload;
mod wrong_fields;
