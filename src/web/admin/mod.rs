//! What administrators and chairs do, behind a session. One file a group of pages.

mod accounts;
mod browser;
mod desk;
mod document_form;
mod documents;
mod draft_form;
mod drafts;
mod fields;
mod forms;
mod import;
mod organizations;
mod outline;
pub mod prints;
mod repairs;
mod site;
mod stands;
mod upload;

use actix_web::web::ServiceConfig;

use crate::domain::address::Admin;
use crate::pages::Site;
use crate::pages::admin::Staff;
use desk::Desk;

/// The routes below `/admin`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .configure(forms::reading)
        .configure(accounts::routes)
        .configure(organizations::routes)
        .configure(import::routes)
        .configure(site::routes)
        .configure(stands::routes)
        .configure(documents::routes)
        .configure(drafts::routes)
        .configure(outline::routes)
        .configure(repairs::routes)
        .configure(prints::routes);
}

impl Desk {
    /// Whose page it is, for the page.
    fn staff<'a>(&'a self, site: Site<'a>, at: Admin) -> Staff<'a> {
        Staff { site, lang: self.lang, login: &self.who.login, role: &self.who.role, at }
    }
}
