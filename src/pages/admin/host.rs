//! The site: its address on walls, and invitations to its staff.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Token};
use crate::domain::role::RoleKind;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::whatsapp;
use crate::phrases::{Argument, say, say_with};
use crate::print::model::kit::PrintStatus;
use crate::print::model::vector_shape::VectorShape;

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct SiteView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The host of the public address.
    pub host: &'a str,
    /// Whether that host may stand on walls.
    pub standing: PrintStatus,
    /// The secret part of an invitation that was just made; shown this once.
    pub token: Option<&'a str>,
    /// The organization that was typed for a chair.
    pub organization: &'a str,
    /// Why a form was refused; empty at first.
    pub refusals: &'a [String],
    /// The key of what was just done.
    pub done: Option<&'a str>,
    /// How the union looks in print, as it was typed last.
    pub look: LookFields<'a>,
}

/// How the union looks in print, as a form holds it.
#[derive(Debug, Clone, Copy)]
pub struct LookFields<'a> {
    /// The colour.
    pub accent: &'a str,
    /// The emblem's path data.
    pub emblem: &'a str,
}

/// The emblem as it is drawn: path data, and its width at height 1.
struct Drawn {
    path: String,
    width: f64,
}

struct Invitation {
    link: String,
    message: String,
    whatsapp: String,
}

#[derive(Template)]
#[template(path = "admin/site.html")]
struct SitePage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: String,
    host: String,
    confirmed: bool,
    over_tls: bool,
    not_https: String,
    invitation: Option<Invitation>,
    roles: [(&'static str, String); RoleKind::ALL.len()],
    organization: &'a str,
    look: LookFields<'a>,
    drawn: Option<Drawn>,
}

/// The complete page.
pub fn render(view: &SiteView<'_>) -> String {
    let lang = view.staff.lang;
    let confirmed = view.standing == PrintStatus::Permanent;
    let key = if confirmed { "admin-host-confirmed" } else { "admin-host-unconfirmed" };
    let host = [("host", Argument::from(view.host))];
    finish(&SitePage {
        chrome: view.staff.chrome_of("admin-site"),
        menu: view.staff.menu(),
        refusals: view.refusals,
        done: view.done.map(|key| say(lang, key)).unwrap_or_default(),
        host: say_with(lang, key, &host),
        confirmed,
        over_tls: view.staff.site.origin.starts_with("https://"),
        not_https: say_with(lang, "refusal-host-not-https", &host),
        invitation: view.token.map(|token| {
            let invitation = Admin::Invitation(Token::new(token));
            let link = format!("{}{invitation}", view.staff.site.origin);
            let message = say_with(lang, "message-invitation", &[("link", link.as_str().into())]);
            Invitation { whatsapp: whatsapp::message(&message), link, message }
        }),
        roles: RoleKind::ALL.map(|role| (role.name(), say(lang, &format!("admin-role-{}", role.name())))),
        organization: view.organization,
        look: view.look,
        drawn: VectorShape::parse(view.look.emblem).ok().map(|emblem| {
            let (path, width) = emblem.svg();
            Drawn { path, width }
        }),
    })
}
