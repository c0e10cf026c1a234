//! Who looks at a page below `/admin`, and the menu above it.

use crate::domain::Lang;
use crate::domain::address::{Admin, Href};
use crate::domain::role::{Action, Role, may};
use crate::pages::chrome::{Chrome, LanguageLink};
use crate::pages::form::{Form, Look, button};
use crate::pages::html::Passage;
use crate::pages::{LanguagePreference, Site};
use crate::phrases::{Argument, say, say_with};

/// Who looks at a page below `/admin`, and which page it is.
#[derive(Debug, Clone, Copy)]
pub struct StaffView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The language of the page.
    pub lang: Lang,
    /// The login of the person.
    pub login: &'a str,
    /// What the person may do.
    pub role: &'a Role,
    /// The page: where the language switch leads.
    pub at: Admin,
}

impl<'a> StaffView<'a> {
    /// The surroundings of the page.
    pub fn chrome(self, title: Passage) -> Chrome<'a> {
        chrome(self.site, self.lang, title, self.at.into())
    }

    /// A page that is named by a phrase.
    pub fn chrome_of(self, key: &str) -> Chrome<'a> {
        self.chrome(Passage::plain(say(self.lang, key)))
    }

    /// Whether the one who looks may do something: what is refused is not offered.
    pub fn may(self, action: Action) -> bool {
        may(self.role, action)
    }

    /// The menu.
    pub fn menu(self) -> Menu {
        let all: [(Admin, &str, Option<Action>); 8] = [
            (Admin::Dashboard, "admin-dashboard", None),
            (Admin::Organizations, "admin-organizations", Some(Action::ManageOrganizations)),
            (Admin::Documents, "admin-documents", Some(Action::EditDrafts)),
            (Admin::Numbers, "numbers-title", Some(Action::ManageOrganizations)),
            (Admin::Prints, "prints-title", Some(Action::ManageOrganizations)),
            (Admin::Site, "admin-site", Some(Action::ManageSite)),
            (Admin::People, "people-title", Some(Action::ManagePeople)),
            (Admin::Account, "account-title", None),
        ];
        let entries = all
            .into_iter()
            .filter(|(_, _, action)| action.is_none_or(|action| self.may(action)))
            .map(|(href, key, _)| Entry { href, words: say(self.lang, key), current: self.is_below(href) })
            .collect();
        let login = [("login", Argument::from(self.login))];
        let sign_out = button(self.lang, "admin-sign-out", Look::Second);
        Menu {
            entries,
            signed_in: say_with(self.lang, "admin-signed-in-as", &login),
            sign_out: Form::press("sign-out", Admin::SignOut, sign_out),
        }
    }

    fn is_below(self, entry: Admin) -> bool {
        let (own, entry_path) = (self.at.to_string(), entry.to_string());
        let rest = own.strip_prefix(&entry_path);
        rest.is_some_and(|rest| rest.is_empty() || (entry != Admin::Dashboard && rest.starts_with('/')))
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
    /// What signs the person out.
    pub sign_out: Form,
}

/// A page in the menu.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The address.
    pub href: Admin,
    /// The name.
    pub words: String,
    /// Whether the page, or one below it, is open.
    pub current: bool,
}

/// The surroundings of a page that keeps the language in a cookie: the switch adds `?lang=ru` to its address.
pub fn chrome<'a>(site: Site<'a>, lang: Lang, title: Passage, at: Href) -> Chrome<'a> {
    let mut chrome = Chrome::new(site, LanguagePreference::Accepted(lang), title, None);
    chrome.languages = Lang::ALL
        .map(|lang| LanguageLink {
            lang,
            name: say(lang, "language-own-name"),
            href: at.clone().with("lang", lang).to_string(),
        })
        .into();
    chrome
}
