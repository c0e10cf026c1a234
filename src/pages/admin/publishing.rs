//! The last step of a draft: publishing it, or asking another person for the look at it.

use super::draft_forms;
use super::preview::PreviewView;
use crate::domain::address::Admin;
use crate::domain::calendar::local_day;
use crate::domain::four_eyes::{Asked, FourEyes};
use crate::domain::role::Action;
use crate::pages::form::{Field, Form, Look, button};
use crate::pages::html::{Banner, Tone};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_with};
use crate::text::review::Doubt;

/// What can be done in the last step.
pub(super) struct Publishing {
    /// What stands in the way, or what happens afterwards.
    pub(super) notice: Option<Banner>,
    /// What asks another person for the look.
    pub(super) ask: Option<Form>,
    /// What publishes the draft, for those who may.
    pub(super) publish: Option<Form>,
}

impl Publishing {
    pub(super) fn of(view: &PreviewView<'_>) -> Self {
        let page = view.staff.lang;
        let may_publish = view.staff.may(Action::Publish);
        let publish = || {
            let must_be_seen = view.doubts.iter().any(Doubt::is_serious);
            may_publish.then(|| draft_forms::publish(page, view.id, view.state, must_be_seen))
        };
        let said = |key: &str| Some(Banner::new(Tone::Notice, say(page, key)));
        let for_publisher = (!may_publish).then(|| said("admin-preview-for-publisher")).flatten();
        match (view.four_eyes, view.asked) {
            (FourEyes::Off, _) => Self { notice: for_publisher, ask: None, publish: publish() },
            (FourEyes::After, _) => {
                let notice = for_publisher.or_else(|| said("look-after"));
                Self { notice, ask: None, publish: publish() }
            }
            (FourEyes::Before, None) => {
                let fields = vec![Field::hidden("seen_state", view.state)];
                let ask = Form::new("ask", Admin::AskForLook(view.id)).with(fields);
                let ask = ask.button(button(page, "look-ask", Look::Big));
                Self { notice: said("look-needed"), ask: Some(ask), publish: None }
            }
            (FourEyes::Before, Some(asked)) if asked.by == view.staff.login => {
                Self { notice: Some(asked_by(asked, "look-asked-by-you", view)), ask: None, publish: None }
            }
            (FourEyes::Before, Some(asked)) => {
                Self { notice: Some(asked_by(asked, "look-asked", view)), ask: None, publish: publish() }
            }
        }
    }
}

fn asked_by(asked: &Asked, key: &str, view: &PreviewView<'_>) -> Banner {
    let page = view.staff.lang;
    let date = say_day(page, local_day(asked.at), DayForm::Short);
    let named = [("login", asked.by.as_str().into()), ("date", date.into())];
    Banner::new(Tone::Notice, say_with(page, key, &named))
}
