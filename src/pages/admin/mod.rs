//! What administrators and chairs see: a menu above every page, forms that work without script, refusals at the top.

pub mod check;
pub mod dashboard;
pub mod document;
pub mod documents;
pub mod doubts;
pub mod draft;
pub mod form;
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
pub mod sign_in;

use super::layout::{Chrome, LanguageLink, Passage, Site, Wish};
use crate::domain::Lang;
use crate::domain::role::{Action, Role, may};
use crate::phrases::{Argument, say, say_with};

/// Who looks at a page below `/admin`, and which page it is.
#[derive(Debug, Clone, Copy)]
pub struct Staff<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The language of the page.
    pub lang: Lang,
    /// The login of the person.
    pub login: &'a str,
    /// What the person may do.
    pub role: &'a Role,
    /// The address of the page, without a query: where the language switch leads.
    pub path: &'a str,
}

impl<'a> Staff<'a> {
    /// The surroundings of the page.
    pub fn chrome(self, title: Passage) -> Chrome<'a> {
        chrome(self.site, self.lang, title, self.path)
    }

    /// A page that is named by a phrase.
    pub fn chrome_of(self, key: &str) -> Chrome<'a> {
        self.chrome(Passage::plain(say(self.lang, key)))
    }

    /// The menu.
    pub fn menu(self) -> Menu {
        let all: [(&str, &str, Option<Action>); 6] = [
            ("/admin", "admin-dashboard", None),
            ("/admin/organizations", "admin-organizations", Some(Action::ManageOrganizations)),
            ("/admin/documents", "admin-documents", Some(Action::ManageDocuments)),
            ("/admin/prints", "prints-title", Some(Action::ManageOrganizations)),
            ("/admin/site", "admin-site", Some(Action::ManageSite)),
            ("/admin/password", "admin-password", None),
        ];
        let entries = all
            .into_iter()
            .filter(|(_, _, action)| action.is_none_or(|action| may(self.role, action)))
            .map(|(href, key, _)| Entry { href, words: say(self.lang, key), current: self.is_below(href) })
            .collect();
        let login = [("login", Argument::from(self.login))];
        Menu { entries, signed_in: say_with(self.lang, "admin-signed-in-as", &login) }
    }

    fn is_below(self, href: &str) -> bool {
        let rest = self.path.strip_prefix(href);
        rest.is_some_and(|rest| rest.is_empty() || (href != "/admin" && rest.starts_with('/')))
    }
}

/// The menu of a signed-in person. A page below `/admin` has a template that extends `admin/desk.html`, and a struct
/// with the fields `chrome` and `menu`.
#[derive(Debug, Clone)]
pub struct Menu {
    /// The pages that the person may open.
    pub entries: Vec<Entry>,
    /// Who is signed in, in words.
    pub signed_in: String,
}

/// A page in the menu.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The address.
    pub href: &'static str,
    /// The name.
    pub words: String,
    /// Whether the page, or one below it, is open.
    pub current: bool,
}

/// The surroundings of a page that keeps the language in a cookie: the switch adds `?lang=ru` to its address.
pub fn chrome<'a>(site: Site<'a>, lang: Lang, title: Passage, path: &str) -> Chrome<'a> {
    let mut chrome = Chrome::new(site, Wish::Accepted(lang), title, None);
    chrome.languages = Lang::ALL
        .map(|lang| LanguageLink {
            lang,
            name: say(lang, "language-own-name"),
            href: format!("{path}?lang={lang}"),
        })
        .into();
    chrome
}

#[cfg(test)]
mod document_tests;
#[cfg(test)]
mod tests;
