//! The list of organizations.

use askama::Template;

use super::{Menu, Staff};
use crate::domain::organization::{Organization, Status};
use crate::domain::{Code, Lang};
use crate::pages::layout::{Chrome, Passage, finish};
use crate::pages::naming;
use crate::phrases::say;

/// The kinds of organizations that have a name in every language. A table may bring others.
pub const KINDS: [&str; 10] = [
    "union",
    "school",
    "school-lyceum",
    "school-gymnasium",
    "kindergarten",
    "college",
    "university",
    "extracurricular",
    "special",
    "other",
];

/// What a kind of organization is called; its own word where no language has a name for it.
pub fn kind_name(kind: &str, lang: Lang) -> String {
    if KINDS.contains(&kind) { say(lang, &format!("orgkind-{kind}")) } else { kind.to_owned() }
}

/// The kit of an organization; one that does not exist any more has no stand.
pub fn kit_of(organization: &Organization) -> Option<String> {
    (organization.status == Status::Active).then(|| format!("/{}/kit.pdf", organization.code))
}

struct Line {
    number: String,
    name: Passage,
    href: String,
    dissolved: bool,
    code: String,
    shelf: String,
    kit: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/organizations.html")]
struct OrganizationsPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    query: &'a str,
    lines: Vec<Line>,
}

/// The complete page: the organizations whose number, name or code holds what was typed.
pub fn render(staff: Staff<'_>, organizations: &[Organization], query: &str) -> String {
    let wanted = query.trim().to_lowercase();
    let code = Code::parse(query).ok();
    let found = organizations.iter().filter(|organization| {
        organization.number.to_lowercase().contains(&wanted)
            || organization.names.last().is_some_and(|dated| {
                dated.names.iter().any(|(_, name)| name.to_lowercase().contains(&wanted))
            })
            || code == Some(organization.code)
    });
    let line = |organization: &Organization| Line {
        number: organization.number.clone(),
        name: naming::name(organization, staff.lang),
        href: format!("/admin/organizations/{}", organization.code),
        dissolved: organization.status == Status::Dissolved,
        code: organization.code.grouped(),
        shelf: format!("/{}", organization.code),
        kit: kit_of(organization),
    };
    finish(&OrganizationsPage {
        chrome: staff.chrome_of("admin-organizations"),
        menu: staff.menu(),
        query,
        lines: found.map(line).collect(),
    })
}
