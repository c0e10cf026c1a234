//! The pages about people, with hostile texts wherever a text can stand.

use super::account::{self, Account, Session};
use super::audit::{self, Asked, AuditView, Noted, Subject};
use super::invitation_links::{self, MadeLink, Purpose};
use super::invitations::{self, Invitations, Open};
use super::needs_address;
use super::passkeys::ListedPasskey;
use super::people::{self, Listed, People};
use super::person::{self, PersonView};
use super::provider::{self, ProviderAccount, Returned};
use super::second_factor::{self, Shown};
use super::sign_in::Visitor;
use super::tests::{HOSTILE, staff, typed};
use super::tokens::{self, ListedToken, NewToken};
use crate::domain::address::{Admin, Href};
use crate::domain::deed::Deed;
use crate::domain::ids::UserId;
use crate::domain::organization::Organization;
use crate::domain::role::{Role, RoleKind};
use crate::domain::token_scope::TokenScope;
use crate::domain::{Day, Lang};
use crate::pages::Site;
use crate::pages::form::Typed;
use crate::pages::tests::samples::{TODAY, agreement, now, school, union};
use crate::print::model::kit::PrintStatus;

fn listed(role: RoleKind, own: &[Organization]) -> Listed<'_> {
    Listed {
        id: UserId::from_random([7; 16]),
        login: HOSTILE,
        role,
        organizations: own.iter().collect(),
        since: TODAY,
        signed_in_on: (role == RoleKind::Chair).then_some(TODAY),
        sessions: own.len(),
        has_second_factor: role == RoleKind::Chair,
        passkeys: own.len(),
    }
}

fn token(handle: &str, used_on: Option<Day>) -> ListedToken<'_> {
    ListedToken { handle, name: HOSTILE, scopes: &TokenScope::ALL, last_day: TODAY, used_on }
}

/// Every page about people in a language.
pub(super) fn all(lang: Lang) -> Vec<String> {
    of_people(lang).into_iter().chain(of_the_own_account(lang)).chain(of_the_trail(lang)).collect()
}

fn of_people(lang: Lang) -> Vec<String> {
    let (union, own) = (union(), [school()]);
    let at = |path| staff(&union, &Role::Admin, lang, path);
    let (chair, editor) = (listed(RoleKind::Chair, &own), listed(RoleKind::Editor, &[]));
    let open = |login| Open {
        name: "c0ffee",
        role: RoleKind::Chair,
        organizations: own.iter().collect(),
        login,
        note: HOSTILE,
        expires_at: now(),
    };
    let link = |purpose| MadeLink { purpose, token: "c0ffee", expires_at: now() };
    let of_person = |person: &Listed<'_>, typed: &Typed| {
        let staff = at("/admin/people/07070707-0707-4707-8707-070707070707");
        let tokens = [token("c0ffee2", None)];
        let provider = Some(ProviderAccount { name: HOSTILE, connected: Some((TODAY, None)) });
        let done = Some("admin-saved");
        person::render(&PersonView { staff, person, tokens: &tokens, provider, typed, done })
    };
    let of_invitations = |open: &[Open<'_>], typed: &Typed| {
        let staff = at("/admin/people/invitations");
        let done = Some("invitations-revoked");
        invitations::render(&Invitations { staff, open, without_chair: open.len(), typed, key: "k", done })
    };
    let next = Some(Href::to(Admin::People).with("after", HOSTILE));
    let found = [listed(RoleKind::Chair, &own), listed(RoleKind::Admin, &[])];
    vec![
        people::render(&People { staff: at("/admin/people"), found: &found, role: None, next, done: None }),
        people::render(&People {
            staff: at("/admin/people"),
            found: &[],
            role: Some(RoleKind::Editor),
            next: None,
            done: Some("people-removed"),
        }),
        of_person(&chair, &typed(person::ROLE, &["role", "organization"])),
        of_person(&editor, &typed(person::REMOVE, &["sure"])),
        of_invitations(&[open(None)], &typed(invitations::INVITE, &["organization", "note"])),
        of_invitations(&[open(Some(HOSTILE))], &Typed::default()),
        of_invitations(&[], &Typed::default()),
        invitation_links::render_one(at("/admin/people/invitations"), &link(Purpose::Staff)),
        invitation_links::render_one(at("/admin/people/invitations"), &link(Purpose::Chair(&own[0]))),
        invitation_links::render_one(at("/admin/people"), &link(Purpose::NewPassword)),
        invitation_links::render_chairs(
            at("/admin/people/invitations"),
            &[(&own[0], link(Purpose::Chair(&own[0]))), (&union, link(Purpose::Chair(&union)))],
        ),
    ]
}

fn of_the_own_account(lang: Lang) -> Vec<String> {
    let union = union();
    let at = |path| staff(&union, &Role::Editor, lang, path);
    let session =
        |name, is_this, device| Session { name, device, since: TODAY, used_on: Some(TODAY), is_this };
    let sessions = [session("c0ffee", true, ""), session("c0ffee1", false, HOSTILE)];
    let guest = typed(second_factor::CODE, &["code"]);
    let site = Site { union: &union, origin: "https://qr.example.kz", standing: PrintStatus::Permanent };
    let codes = [HOSTILE.to_owned()];
    let secret = Shown::Secret { secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", host: HOSTILE };
    let factor = |shown, form: &str| {
        let fields = typed(form, &["code", "present"]);
        second_factor::render(
            at("/admin/account/second-factor"),
            shown,
            &fields,
            Some("second-factor-given-up"),
        )
    };
    let tokens = [token("c0ffee3", None), token("c0ffee4", Some(TODAY))];
    let passkey = |id, used_on| ListedPasskey { id, name: HOSTILE, made_on: TODAY, used_on };
    let passkeys = [passkey("c0ffee5", None), passkey("c0ffee6", Some(TODAY))];
    let account = |connected| Some(ProviderAccount { name: HOSTILE, connected });
    let refused = typed(tokens::MAKE, &["name", "last_day", "present"]);
    let new_token = |typed| NewToken { key: "c0ffee", last_day: TODAY, typed };
    vec![
        tokens::render_made(at("/admin/account"), HOSTILE, "tizilim_c0ffee"),
        needs_address::render_made(at("/admin/account"), "c0ffee"),
        account::render(&Account {
            staff: at("/admin/account"),
            sessions: &sessions,
            recovery_codes: Some(3),
            needs_address: Some(TODAY),
            mail: Some(Some((HOSTILE, false))),
            passkeys: (&passkeys, Some("https://qr.example.kz")),
            provider: account(None),
            tokens: &tokens,
            new_token: new_token(&refused),
            done: Some("account-ended"),
        }),
        account::render(&Account {
            staff: at("/admin/account"),
            sessions: &sessions[..1],
            recovery_codes: None,
            needs_address: None,
            mail: Some(None),
            passkeys: (&[], None),
            provider: account(Some((TODAY, Some(TODAY)))),
            tokens: &[],
            new_token: new_token(&Typed::default()),
            done: None,
        }),
        second_factor::code(&Visitor { site, lang, typed: &guest }, true, None),
        second_factor::code(&Visitor { site, lang, typed: &guest }, false, Some(HOSTILE)),
        provider::leading(site, lang, HOSTILE, HOSTILE),
        provider::returned(site, lang, &Returned::default(), &[HOSTILE.to_owned()]),
        factor(Shown::Missing { is_required: true }, ""),
        factor(secret, second_factor::SET_UP),
        factor(Shown::Codes(&codes), ""),
        factor(Shown::Active { codes_left: 2, may_go: true }, second_factor::GIVE_UP),
        factor(Shown::Active { codes_left: 0, may_go: false }, second_factor::RENEW),
    ]
}

fn of_the_trail(lang: Lang) -> Vec<String> {
    let (union, school, document) = (union(), school(), agreement());
    let staff = staff(&union, &Role::Admin, lang, "/admin/people/audit");
    let noted = |deed, subject| Noted { at: now(), actor: HOSTILE, deed, subject };
    let edition = Subject::Document { document: &document, owner: &school, ordinal: Some(1) };
    let found = [
        noted(Some(Deed::Publish), edition),
        noted(Some(Deed::HandOver), Subject::Organization(&school)),
        noted(Some(Deed::Invite), Subject::Role(RoleKind::Chair)),
        noted(None, Subject::Words(HOSTILE)),
    ];
    let asked = Asked { actor: HOSTILE, deed: "publish", from: HOSTILE, until: HOSTILE, subject: HOSTILE };
    let next = Some(asked.at(Admin::Audit).with("after", HOSTILE));
    vec![
        audit::render(&AuditView { staff, asked, refusals: &[HOSTILE.to_owned()], found: &found, next }),
        audit::render(&AuditView { staff, asked: Asked::default(), refusals: &[], found: &[], next: None }),
    ]
}

#[test]
fn what_is_secret_is_never_shown_again() {
    for page in of_the_own_account(Lang::Ru) {
        for name in ["code", "present"] {
            let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
            assert!(field.is_none_or(|rest| rest.starts_with('"')), "{name} in {page}");
        }
    }
}
