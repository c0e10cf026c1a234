//! The audit trail: who did what, when, and to what.

use askama::Template;

use super::role_fields;
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href};
use crate::domain::deed::{BY_LETTER, COMMAND_LINE, Deed, token_of};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::role::RoleKind;
use crate::domain::{Instant, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Choice, Control, Field, Form, Look, button, day, line};
use crate::pages::html::Passage;
use crate::pages::{naming, table_file};
use crate::phrases::dates::moment;
use crate::phrases::{say, say_with};

/// Longest name of a person or a subject, in characters.
const NAME_MAX_CHARS: usize = 100;

/// What something was done to.
#[derive(Debug)]
pub enum Subject<'a> {
    /// A document, or an edition of it.
    Document {
        /// The document.
        document: &'a Document,
        /// Whose it is.
        owner: &'a Organization,
        /// The edition.
        ordinal: Option<u32>,
    },
    /// An organization.
    Organization(&'a Organization),
    /// A role that is given.
    Role(RoleKind),
    /// Anything else, as it was noted.
    Words(&'a str),
}

/// A line of the audit trail.
#[derive(Debug)]
pub struct Noted<'a> {
    /// When.
    pub at: Instant,
    /// Who: a login, a token of one, or the command line.
    pub actor: &'a str,
    /// What; none where another program noted what this one does not know.
    pub deed: Option<Deed>,
    /// To what.
    pub subject: Subject<'a>,
}

/// What was asked for, as it was typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// Who.
    pub actor: &'a str,
    /// What.
    pub deed: &'a str,
    /// From which day on.
    pub from: &'a str,
    /// Up to which day.
    pub until: &'a str,
    /// To what.
    pub subject: &'a str,
}

impl Asked<'_> {
    /// A page with the same choice.
    pub fn at(&self, page: Admin) -> Href {
        let all = [
            ("actor", self.actor),
            ("deed", self.deed),
            ("from", self.from),
            ("until", self.until),
            ("subject", self.subject),
        ];
        let chosen = all.into_iter().filter(|(_, value)| !value.is_empty());
        chosen.fold(Href::to(page), |href, (name, value)| href.with(name, value))
    }
}

/// What the page is made from.
#[derive(Debug)]
pub struct AuditView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// What was asked for.
    pub asked: Asked<'a>,
    /// Why it cannot be looked for.
    pub refusals: &'a [String],
    /// What was found.
    pub found: &'a [Noted<'a>],
    /// The next page, where there is one.
    pub next: Option<Href>,
}

struct Line {
    when: String,
    who: String,
    what: String,
    subject: Passage,
    href: Option<Admin>,
}

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct AuditPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    filter: Form,
    lines: Vec<Line>,
    table: Href,
    next: Option<&'a Href>,
}

/// The complete page.
pub fn render(view: &AuditView<'_>) -> String {
    let page = view.staff.lang;
    finish(&AuditPage {
        chrome: view.staff.chrome_of("audit-title"),
        menu: view.staff.menu(),
        refusals: view.refusals,
        filter: view.filter(),
        lines: view.found.iter().map(|noted| noted.line(page)).collect(),
        table: view.asked.at(Admin::AuditTable),
        next: view.next.as_ref(),
    })
}

/// The lines as a file.
pub fn table(page: Lang, found: &[Noted<'_>]) -> String {
    let keys = ["audit-when", "audit-who", "audit-what", "audit-subject"];
    let head = keys.map(|key| say(page, key)).to_vec();
    let row = |noted: &Noted<'_>| {
        let line = noted.line(page);
        vec![line.when, line.who, line.what, line.subject.text]
    };
    table_file::csv(std::iter::once(head).chain(found.iter().map(row)))
}

/// What was done, in words.
pub fn phrase(page: Lang, deed: Option<Deed>) -> String {
    match deed {
        Some(deed) => say(page, &format!("deed-{}", deed.name().replace(' ', "-"))),
        None => say(page, "deed-unknown"),
    }
}

impl Noted<'_> {
    fn line(&self, page: Lang) -> Line {
        let (subject, href) = self.subject.named(page);
        let when = moment(page, self.at);
        let who = match self.actor {
            COMMAND_LINE => say(page, "audit-command-line"),
            BY_LETTER => say(page, "audit-by-letter"),
            actor => match token_of(actor) {
                Some((login, token)) => {
                    say_with(page, "audit-by-token", &[("login", login.into()), ("token", token.into())])
                }
                None => actor.to_owned(),
            },
        };
        Line { when, who, what: phrase(page, self.deed), subject, href }
    }
}

impl Subject<'_> {
    fn named(&self, page: Lang) -> (Passage, Option<Admin>) {
        match self {
            Self::Document { document, owner, ordinal } => {
                let mut title = naming::title(document, owner, page);
                if let Some(version) = ordinal.and_then(|ordinal| document.version(ordinal)) {
                    title.text = format!("{} ({})", title.text, naming::edition(version, page));
                }
                (title, Some(Admin::Document(document.code)))
            }
            Self::Organization(one) => (naming::name(one, page), Some(Admin::Organization(one.code))),
            Self::Role(role) => (Passage::plain(role_fields::name(page, *role)), None),
            Self::Words(words) => (Passage::plain(*words), None),
        }
    }
}

impl AuditView<'_> {
    fn filter(&self) -> Form {
        let (page, asked) = (self.staff.lang, self.asked);
        let all = Choice::new("", say(page, "people-all"), asked.deed);
        let mut deeds: Vec<Choice> =
            Deed::ALL.map(|deed| Choice::new(deed.name(), phrase(page, Some(deed)), asked.deed)).into();
        deeds.sort_by(|a, b| a.words.text.cmp(&b.words.text));
        let deeds = std::iter::once(all).chain(deeds).collect();
        Form::in_address("filter", Admin::Audit)
            .with(vec![
                line(page, "actor", "audit-who", asked.actor).optional(page).at_most(NAME_MAX_CHARS),
                Field::new("deed", say(page, "audit-what"), Control::Select(deeds)),
                day(page, "from", "audit-from", asked.from).optional(page),
                day(page, "until", "audit-until", asked.until).optional(page),
                line(page, "subject", "audit-subject", asked.subject)
                    .optional(page)
                    .at_most(NAME_MAX_CHARS)
                    .with_hint(say(page, "audit-subject-hint")),
            ])
            .button(button(page, "people-show", Look::First))
    }
}

#[cfg(test)]
mod tests {
    use super::phrase;
    use crate::domain::Lang;
    use crate::domain::deed::Deed;

    #[test]
    fn each_deed_has_its_own_phrase_in_each_language() {
        for lang in Lang::ALL {
            let mut seen = std::collections::BTreeSet::new();
            for deed in Deed::ALL.map(Some).into_iter().chain([None]) {
                let words = phrase(lang, deed);
                assert!(!words.contains("deed-"), "{deed:?} has no phrase in {lang}");
                assert!(seen.insert(words), "{deed:?} reads like another one in {lang}");
            }
        }
    }
}
