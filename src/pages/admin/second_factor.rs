//! The second factor: setting it up, its recovery codes, and its code at the sign-in.

use askama::Template;

use super::passkeys::{self, PasskeyForm};
use super::people::counted;
use super::sign_in::Visitor;
use super::staff::{Menu, StaffView, chrome};
use crate::domain::Lang;
use crate::domain::address::{Admin, encoded};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, LineKind, Look, Typed, button};
use crate::pages::html::Passage;
use crate::phrases::say;
use crate::print::qr::{Symbol, svg};

/// The form that asks for a code at the sign-in.
pub const CODE: &str = "code";
/// The form that sets a second factor up.
pub const SET_UP: &str = "set-up";
/// The form that makes new recovery codes.
pub const RENEW: &str = "renew-codes";
/// The form that gives a second factor up.
pub const GIVE_UP: &str = "give-up";

/// Longest code with what people write between its letters, in characters.
const CODE_MAX_CHARS: usize = 40;

/// Longest password, in characters.
const PASSWORD_MAX_CHARS: usize = 200;

/// What the page says.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// There is none yet.
    Missing {
        /// Whether it is required.
        is_required: bool,
    },
    /// A secret to be taken over by the person's device.
    Secret {
        /// In Base32.
        secret: &'a str,
        /// Whose codes they are, as the device shows it.
        host: &'a str,
    },
    /// Recovery codes that were just made; shown this once.
    Codes(&'a [String]),
    /// There is one.
    Active {
        /// Recovery codes that were not used yet.
        codes_left: usize,
        /// Whether the person may be without it.
        may_go: bool,
    },
}

/// A secret as it is shown.
struct Secret {
    symbol: String,
    address: String,
    grouped: String,
    form: Form,
}

/// What may be done about a second factor that there is.
struct Active {
    state: String,
    renew: Form,
    other_phone: Form,
    give_up: Option<Form>,
}

#[derive(Template)]
#[template(path = "admin/second_factor.html")]
struct SecondFactorPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: String,
    is_required: bool,
    begin: Option<Form>,
    secret: Option<Secret>,
    codes: &'a [String],
    active: Option<Active>,
}

/// The complete page.
pub fn render(staff: StaffView<'_>, shown: Shown<'_>, typed: &Typed, done: Option<&str>) -> String {
    let page = staff.lang;
    let begin =
        || Form::press("begin", Admin::SecondFactor, button(page, "second-factor-begin", Look::First));
    finish(&SecondFactorPage {
        chrome: staff.chrome_of("second-factor-title"),
        menu: staff.menu(),
        refusals: &typed.refusals,
        done: done.map(|key| say(page, key)).unwrap_or_default(),
        is_required: matches!(shown, Shown::Missing { is_required: true }),
        begin: matches!(shown, Shown::Missing { .. }).then(begin),
        secret: match shown {
            Shown::Secret { secret, host } => Some(set_up(staff, (secret, host), typed)),
            _ => None,
        },
        codes: if let Shown::Codes(codes) = shown { codes } else { &[] },
        active: match shown {
            Shown::Active { codes_left, may_go } => Some(active(page, (codes_left, may_go), typed)),
            _ => None,
        },
    })
}

fn active(page: Lang, (codes_left, may_go): (usize, bool), typed: &Typed) -> Active {
    let other_phone = button(page, "second-factor-other-phone", Look::Second);
    let give_up = ("second-factor-give-up", Look::Danger);
    Active {
        state: counted(page, "second-factor-on", codes_left),
        renew: asking(page, RENEW, Admin::RecoveryCodes, ("second-factor-renew", Look::Second), typed),
        other_phone: Form::press("other-phone", Admin::SecondFactor, other_phone),
        give_up: may_go.then(|| asking(page, GIVE_UP, Admin::DropSecondFactor, give_up, typed)),
    }
}

fn code_field(page: Lang, key: &str) -> Field {
    Field::line(LineKind::OneTimeCode, "code", say(page, key), "").required().at_most(CODE_MAX_CHARS)
}

/// A form that asks for nothing but a code.
fn asking(page: Lang, id: &str, action: Admin, (key, look): (&str, Look), typed: &Typed) -> Form {
    let field = code_field(page, "second-factor-code");
    Form::new(id, action).with(field).button(button(page, key, look)).filled(typed)
}

/// A secret, and the form that shows that the device has it. The secret goes along with the form: nothing is kept before.
fn set_up(staff: StaffView<'_>, (secret, host): (&str, &str), typed: &Typed) -> Secret {
    let page = staff.lang;
    let (issuer, account) = (encoded(host), encoded(staff.login));
    // The form of an address that apps for codes read (Key Uri Format).
    let address = format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}");
    let symbol = Symbol::on_screen(&address).map(|symbol| svg(&symbol)).unwrap_or_default();
    let groups: Vec<&str> =
        secret.as_bytes().chunks(4).filter_map(|four| std::str::from_utf8(four).ok()).collect();
    let password = Field::line(LineKind::Password, "present", say(page, "admin-password-present"), "");
    let form = Form::new(SET_UP, Admin::SecondFactor)
        .with(vec![
            Field::new("username", "", Control::Account(staff.login.to_owned())),
            Field::new("secret", "", Control::Hidden(secret.to_owned())),
            code_field(page, "second-factor-first-code"),
            password.required().at_most(PASSWORD_MAX_CHARS),
        ])
        .button(button(page, "second-factor-confirm", Look::First))
        .filled(typed);
    Secret { symbol, address, grouped: groups.join(" "), form }
}

#[derive(Template)]
#[template(path = "admin/sign_in_code.html")]
struct CodePage<'a> {
    chrome: Chrome<'a>,
    refusals: &'a [String],
    form: Option<Form>,
    passkey: Option<PasskeyForm>,
}

/// The page that asks for the second factor after the password: for a code where the person has an app for them, for a passkey
/// where there is one and an origin at which it works.
pub fn code(visitor: &Visitor<'_>, has_app: bool, passkey_origin: Option<&str>) -> String {
    let page = visitor.lang;
    let title = Passage::plain(say(page, "second-factor-sign-in"));
    let form = asking(page, CODE, Admin::SignInCode, ("admin-sign-in", Look::First), visitor.typed);
    finish(&CodePage {
        chrome: chrome(visitor.site, page, title, Admin::SignInCode.into()),
        refusals: &visitor.typed.refusals,
        form: has_app.then_some(form),
        passkey: passkey_origin.map(|origin| passkeys::confirm(page, origin)),
    })
}
