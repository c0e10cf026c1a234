//! Sending the letters that are due: beside the answers, one after another, by whichever process takes each.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use super::admin::needs;
use super::mailer::{Mailer, Posted};
use super::state::App;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::ids;
use crate::pages::admin::mail_letter::{Letter, confirmation, weekly};
use crate::registry::{Error, Outgoing, PostOutcome, PostedLetter};

/// How often is looked for letters: who waits for the one that confirms looks into the mail now.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// How often is looked whether the process is about to end.
const PAUSE: Duration = Duration::from_millis(250);

/// How long the end of a process waits for a letter that is being sent.
const END_PATIENCE: Duration = Duration::from_secs(2);

/// Lines of a kind that are told where there is a list of all of them.
const TOLD_MAX: usize = 20;

/// The thread that sends letters.
pub struct Post(JoinHandle<()>);

impl Post {
    /// Starts it; none where no mail is sent.
    pub fn start(app: &Arc<App>) -> Option<Self> {
        app.mailer.as_ref()?;
        let app = app.clone();
        Some(Self(std::thread::spawn(move || {
            let mut since = LOOK_EVERY;
            while !app.registry.is_stopping() {
                if since >= LOOK_EVERY {
                    since = Duration::ZERO;
                    if let Err(error) = round(&app) {
                        tracing::warn!(%error, "letters are sent after the next try");
                    }
                }
                std::thread::sleep(PAUSE);
                since += PAUSE;
            }
        })))
    }

    /// Waits for a moment until it has ended. A letter that is being sent then is not sent again.
    pub fn join(self) {
        let mut left = END_PATIENCE;
        while !self.0.is_finished() && !left.is_zero() {
            std::thread::sleep(PAUSE);
            left = left.saturating_sub(PAUSE);
        }
    }
}

/// Sends what is due now; how many letters the server took.
///
/// # Errors
/// Trouble with the state.
pub fn round(app: &App) -> Result<usize, Error> {
    let Some(mailer) = &app.mailer else { return Ok(0) };
    let mut sent = 0;
    while !app.registry.is_stopping() {
        let Some(outgoing) = app.registry.take_letter()? else { break };
        let outcome = match written(app, &outgoing) {
            Ok(Some(letter)) => handed(app, mailer, &outgoing, &letter),
            Ok(None) => PostOutcome::Empty,
            Err(error) => PostOutcome::Refused(error.to_string()),
        };
        match &outcome {
            PostOutcome::Sent => sent += 1,
            PostOutcome::Empty => {}
            // Where to stands in no log.
            PostOutcome::Refused(_) => tracing::warn!("a letter was not taken; it is tried again"),
            PostOutcome::Impossible(_) => tracing::warn!("a letter is not taken"),
            PostOutcome::Unknown(_) => tracing::warn!("whether a letter was taken is not known"),
        }
        app.registry.settle_letter(&outgoing, &outcome)?;
    }
    Ok(sent)
}

/// What a letter says; none where there is nothing to tell.
fn written(app: &App, outgoing: &Outgoing) -> Result<Option<Letter>, Error> {
    let (lang, origin) = (outgoing.lang, app.origin.as_str());
    match (outgoing.letter, &outgoing.link) {
        (PostedLetter::Confirmation, Some(link)) => {
            let link = at(app, Admin::ConfirmMail(Token::new(link)));
            Ok(Some(confirmation(lang, (origin, &link))))
        }
        (PostedLetter::Confirmation, None) => Ok(None),
        (PostedLetter::Weekly(week), _) => {
            let telling = (TOLD_MAX, origin, lang);
            let role = &outgoing.who.role;
            let groups = app.registry.read(|view| needs::groups(&app.registry, view, role, telling))?;
            let stop = at(app, Admin::StopMail(Token::new(&outgoing.stop_token)));
            Ok((!groups.is_empty()).then(|| weekly(lang, week, &groups, (origin, &stop))))
        }
    }
}

fn handed(app: &App, mailer: &Mailer, outgoing: &Outgoing, letter: &Letter) -> PostOutcome {
    let stop = at(app, Admin::StopMail(Token::new(&outgoing.stop_token)));
    let (name, stop) = match outgoing.letter {
        PostedLetter::Weekly(week) => (format!("{week}/{}", outgoing.who.user), Some(stop)),
        PostedLetter::Confirmation => (outgoing.link.clone().unwrap_or_default(), None),
    };
    // The link is a secret, and what is made of it is none.
    let name = ids::name_based(&format!("letter/{name}")).to_string();
    let at = app.registry.now();
    mailer.send(Posted { to: &outgoing.address, letter, name: &name, at, stop: stop.as_deref() })
}

fn at(app: &App, address: Admin) -> String {
    format!("{}{}", app.origin, Href::to(address))
}
