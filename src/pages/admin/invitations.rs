//! Invitations: those that still work, and new ones.

use askama::Template;

use super::invitation_links::valid;
use super::people::counted;
use super::role_fields;
use super::staff::{Menu, StaffView};
use crate::domain::Instant;
use crate::domain::address::{Admin, Token};
use crate::domain::organization::Organization;
use crate::domain::role::RoleKind;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Field, Form, Look, Typed, button, line};
use crate::pages::html::Passage;
use crate::pages::naming;
use crate::phrases::{say, say_of};

/// The form of an invitation.
pub const INVITE: &str = "new-invitation";

/// Longest words that say for whom an invitation is, in characters.
const NOTE_MAX_CHARS: usize = 100;

/// An invitation that still works.
#[derive(Debug)]
pub struct Open<'a> {
    /// What names it in addresses.
    pub name: &'a str,
    /// What it makes of a person.
    pub role: RoleKind,
    /// The organizations of a chair.
    pub organizations: Vec<&'a Organization>,
    /// The login of the person who sets a new password with it.
    pub login: Option<&'a str>,
    /// For whom it is.
    pub note: &'a str,
    /// When it stops working.
    pub expires_at: Instant,
}

/// What the page is made from.
#[derive(Debug)]
pub struct Invitations<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// Those that still work.
    pub open: &'a [Open<'a>],
    /// How many organizations have no chair.
    pub without_chair: usize,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
    /// What tells this form from the next one of its kind.
    pub key: &'a str,
    /// The key of what was just done.
    pub done: Option<&'a str>,
}

struct Line {
    role: String,
    names: Vec<Passage>,
    for_whom: String,
    valid: String,
    revoke: Form,
}

#[derive(Template)]
#[template(path = "admin/invitations.html")]
struct InvitationsPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: String,
    invite: Form,
    without_chair: String,
    chairs: Option<Form>,
    lines: Vec<Line>,
}

/// The complete page.
pub fn render(view: &Invitations<'_>) -> String {
    let page = view.staff.lang;
    finish(&InvitationsPage {
        chrome: view.staff.chrome_of("invitations-title"),
        menu: view.staff.menu(),
        refusals: &view.typed.refusals,
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        invite: view.invite(),
        without_chair: counted(page, "invitations-without-chair", view.without_chair),
        chairs: (view.without_chair > 0).then(|| {
            Form::press("chairs", Admin::InviteChairs, button(page, "invitations-chairs-make", Look::Second))
        }),
        lines: view.open.iter().map(|open| view.line(open)).collect(),
    })
}

impl Invitations<'_> {
    fn invite(&self) -> Form {
        let page = self.staff.lang;
        let note = line(page, "note", "invitations-note", "").optional(page).at_most(NOTE_MAX_CHARS);
        let mut fields = role_fields::fields(page, "admin-invite-role", (RoleKind::Chair, ""));
        fields.push(note.with_hint(say(page, "invitations-note-hint")));
        fields.push(Field::hidden("key", self.key));
        Form::new(INVITE, Admin::Invite)
            .with(fields)
            .button(button(page, "admin-invite", Look::First))
            .filled(self.typed)
    }

    fn line(&self, open: &Open<'_>) -> Line {
        let page = self.staff.lang;
        let names: Vec<Passage> =
            open.organizations.iter().map(|organization| naming::name(organization, page)).collect();
        let for_whom = match open.login {
            Some(login) => say_of(page, "invitations-new-password", "login", login),
            None => open.note.to_owned(),
        };
        let revoke = button(page, "invitations-revoke", Look::Second);
        Line {
            role: role_fields::name(page, open.role),
            names,
            for_whom,
            valid: valid(page, open.expires_at),
            revoke: Form::press(
                format!("revoke-{}", open.name),
                Admin::RevokeInvitation(Token::new(open.name)),
                revoke,
            ),
        }
    }
}
