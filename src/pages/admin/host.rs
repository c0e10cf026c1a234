//! The site: its address on walls, and how the union looks in print.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::domain::brand::Brand;
use crate::domain::four_eyes::FourEyes;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Choice, Control, Field, Form, LineKind, Look, Typed, button};
use crate::phrases::{Argument, say, say_with};
use crate::print::model::kit::PrintStatus;
use crate::print::model::vector_shape::VectorShape;
use crate::print::qr::{Base, Level, Shorter};

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct SiteView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The host of the public address.
    pub host: &'a str,
    /// Whether that host may stand on walls.
    pub standing: PrintStatus,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
    /// The key of what was just done.
    pub done: Option<&'a str>,
    /// How the union looks in print.
    pub brand: &'a Brand,
    /// Whether another person looks at what is published.
    pub four_eyes: FourEyes,
}

/// The form of four eyes.
pub const FOUR_EYES: &str = "four-eyes";

/// The form of the union's look.
pub const LOOK: &str = "other-look";

/// The field with the file of the emblem.
pub const EMBLEM: &str = "emblem";

/// The files that an emblem is read out of, as a browser is told.
const EMBLEM_FILES: &str = ".svg,.png,.jpg,.jpeg,image/svg+xml,image/png,image/jpeg";

/// The emblem as it is drawn: path data, and its width at height 1.
struct Drawn {
    accent: String,
    path: String,
    width: f64,
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
    /// How fine the codes are with this host, before it is confirmed.
    fineness: String,
    over_tls: bool,
    confirm: Form,
    not_https: String,
    look: Form,
    four_eyes: Form,
    drawn: Option<Drawn>,
}

/// How fine codes with this address are, and whether a shorter one would be read from farther away.
fn fineness(origin: &str, lang: Lang) -> String {
    let number = |count: usize| Argument::from(i64::try_from(count).unwrap_or(i64::MAX));
    let Some((side, shorter)) = Base::parse(origin).ok().and_then(|base| base.side(Level::Q)) else {
        return String::new();
    };
    let own = say_with(lang, "admin-host-fineness", &[("modules", number(side))]);
    let Some(Shorter { host_chars, side_modules, farther_percent }) = shorter else { return own };
    let named = [
        ("letters", number(host_chars)),
        ("modules", number(side_modules)),
        ("percent", number(farther_percent)),
    ];
    format!("{own} {}", say_with(lang, "admin-host-shorter", &named))
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
        refusals: &view.typed.refusals,
        done: view.done.map(|key| say(lang, key)).unwrap_or_default(),
        host: say_with(lang, key, &host),
        confirmed,
        fineness: if confirmed { String::new() } else { fineness(view.staff.site.origin, lang) },
        over_tls: view.staff.site.origin.starts_with("https://"),
        not_https: say_with(lang, "refusal-host-not-https", &host),
        confirm: Form::press(
            "confirm-host",
            Admin::ConfirmHost,
            button(lang, "admin-host-confirm", Look::First),
        ),
        look: view.look(),
        four_eyes: view.four_eyes(),
        drawn: view.drawn(),
    })
}

impl SiteView<'_> {
    /// How the union looks in print.
    fn look(&self) -> Form {
        let page = self.staff.lang;
        let accent =
            Field::line(LineKind::Colour, "accent", say(page, "brand-accent"), self.brand.accent.to_string());
        let emblem = Field::new(EMBLEM, say(page, "brand-emblem"), Control::File(EMBLEM_FILES));
        let without = Field::new("no_emblem", say(page, "brand-emblem-none"), Control::Consent);
        let phone = Field::line(LineKind::Words, "phone", say(page, "brand-phone"), self.brand.phone.clone());
        let mut fields = vec![
            accent.with_hint(say(page, "brand-accent-hint")),
            emblem.optional(page).with_hint(say(page, "brand-emblem-hint")),
        ];
        fields.extend((!self.brand.emblem.is_empty()).then_some(without));
        fields.push(phone.optional(page).with_hint(say(page, "brand-phone-hint")));
        Form::new(LOOK, Admin::Look)
            .with(fields)
            .button(button(page, "admin-save", Look::First))
            .filled(self.typed)
    }

    /// Whether another person looks at what is published.
    fn four_eyes(&self) -> Form {
        let page = self.staff.lang;
        let choice = |of: FourEyes| {
            let words = say(page, &format!("four-eyes-{}", of.name()));
            Choice::new(of.name(), words, self.four_eyes.name())
        };
        let choices = Control::Radio(FourEyes::ALL.map(choice).into());
        Form::new(FOUR_EYES, Admin::FourEyes)
            .with(vec![Field::new("four_eyes", say(page, "four-eyes-question"), choices)])
            .button(button(page, "admin-save", Look::First))
            .filled(self.typed)
    }

    /// The emblem that is printed now.
    fn drawn(&self) -> Option<Drawn> {
        let (path, width) = VectorShape::parse(&self.brand.emblem).ok()?.svg();
        Some(Drawn { accent: self.brand.accent.to_string(), path, width })
    }
}
