//! What administrators and chairs see: one file a page.
//!
//! [`staff`] is what all of them begin with: who looks, and the menu above the page. Their fields are forms of
//! [`super::form`]; what was refused stands above, and what was typed in its field.

pub mod account;
pub mod audit;
pub mod dashboard;
pub mod document;
pub mod document_fields;
pub mod documents;
pub mod doubts;
pub mod draft;
mod draft_forms;
pub mod figures;
pub mod filters;
pub mod host;
pub mod import;
pub mod intake;
pub mod intakes;
pub mod invitation_links;
pub mod invitations;
mod kept_check;
pub mod letter;
pub mod letters;
pub mod mail;
pub mod mail_letter;
pub mod needs;
pub mod needs_address;
pub mod needs_calendar;
pub mod needs_feed;
pub mod needs_table;
pub mod new_document;
pub mod numbers;
pub mod organization;
pub mod organization_forms;
pub mod organizations;
pub mod outline;
mod outline_form;
pub mod passkeys;
pub mod people;
pub mod person;
pub mod preview;
pub mod prints;
pub mod proposal;
pub mod propose;
pub mod proposed;
pub mod provider;
pub mod published;
mod publishing;
pub mod repairs;
mod role_fields;
pub mod scanned_page;
pub mod scheduled;
pub mod second_factor;
pub mod second_look;
mod shown_letter;
pub mod sign_in;
pub mod staff;
pub mod stand_check;
mod steps;
pub mod tokens;
pub mod webhook;
pub mod webhooks;

#[cfg(test)]
mod document_tests;
#[cfg(test)]
mod filters_tests;
#[cfg(test)]
mod needs_tests;
#[cfg(test)]
mod numbers_tests;
#[cfg(test)]
mod people_tests;
#[cfg(test)]
mod school_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod webhook_tests;
