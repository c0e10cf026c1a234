//! The mail server: a letter is handed to it, and what it says of that.

use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::SmtpTransport;
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, Transport};

use crate::config::MailSettings;
use crate::domain::Instant;
use crate::pages::admin::mail_letter::Letter;
use crate::registry::PostOutcome;

/// How long one answer of the server may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Hosts that are this machine: what is said to them is heard by nobody else.
const OWN_HOSTS: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// A letter to one person.
#[derive(Debug, Clone, Copy)]
pub struct Posted<'a> {
    /// Where to.
    pub to: &'a str,
    /// What it says.
    pub letter: &'a Letter,
    /// What names it for ever, so that a server that gets it twice knows it again.
    pub name: &'a str,
    /// When it is sent.
    pub at: Instant,
    /// The address that ends the letters; none of the letter that confirms.
    pub stop: Option<&'a str>,
}

/// What sends letters.
pub struct Mailer {
    transport: SmtpTransport,
    from: Mailbox,
    host: String,
}

/// What ends letters at one press (RFC 2369, section 3.2).
#[derive(Clone)]
struct Unsubscribe(String);

/// That a program may press (RFC 8058, section 3.1).
#[derive(Clone)]
struct UnsubscribePost;

/// Declares headers that are written and never read.
macro_rules! headers {
    ($( $type:ident as $name:literal = $value:expr; )+) => {
        $(
            impl Header for $type {
                fn name() -> HeaderName {
                    HeaderName::new_from_ascii_str($name)
                }

                fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                    Err("it is only written".into())
                }

                fn display(&self) -> HeaderValue {
                    let value: fn(&Self) -> String = $value;
                    HeaderValue::new(Self::name(), value(self))
                }
            }
        )+
    };
}

headers! {
    Unsubscribe as "List-Unsubscribe" = |own| format!("<{}>", own.0);
    UnsubscribePost as "List-Unsubscribe-Post" = |_| "List-Unsubscribe=One-Click".to_owned();
}

impl Mailer {
    /// What speaks with the server of these settings, as the host that the register is served at.
    ///
    /// # Errors
    /// Settings that cannot be used, in words that say nothing of the password.
    pub fn new(settings: &MailSettings, host: &str) -> Result<Self, String> {
        let wrong = |what: &str| format!("{what} cannot be used for mail");
        let transport = SmtpTransport::from_url(&encrypted(&settings.url));
        let transport = transport.map_err(|_| wrong("the address of the server"))?;
        let address: Address = settings.from.parse().map_err(|_| wrong(&settings.from))?;
        let own = ClientId::Domain(host.to_owned());
        Ok(Self {
            transport: transport.timeout(Some(PATIENCE)).hello_name(own).build(),
            from: Mailbox::new(None, address),
            host: host.to_owned(),
        })
    }

    /// Hands a letter to the server.
    pub fn send(&self, posted: Posted<'_>) -> PostOutcome {
        let message = match self.message(posted) {
            Ok(message) => message,
            Err(why) => return PostOutcome::Impossible(why),
        };
        // Whatever goes wrong before the letter itself leaves no doubt.
        match self.transport.test_connection() {
            Ok(true) => {}
            Ok(false) => return PostOutcome::Refused("the server does not answer".to_owned()),
            Err(error) => return PostOutcome::Refused(error.to_string()),
        }
        match self.transport.send(&message) {
            Ok(_) => PostOutcome::Sent,
            Err(error) if error.is_transient() => PostOutcome::Refused(error.to_string()),
            Err(error) if error.is_permanent() => PostOutcome::Impossible(error.to_string()),
            Err(error) => PostOutcome::Unknown(error.to_string()),
        }
    }

    fn message(&self, posted: Posted<'_>) -> Result<Message, String> {
        let to: Address = posted.to.parse().map_err(|_| "no server takes this address".to_owned())?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(posted.letter.subject.as_str())
            .date(SystemTime::from(posted.at))
            .message_id(Some(format!("<{}@{}>", posted.name, self.host)))
            .header(ContentType::TEXT_PLAIN);
        if let Some(stop) = posted.stop {
            message = message.header(Unsubscribe(stop.to_owned())).header(UnsubscribePost);
        }
        message.body(posted.letter.body.clone()).map_err(|error| error.to_string())
    }
}

/// The address of a server with encryption, which none does without but one on this machine.
fn encrypted(url: &str) -> String {
    let Some(rest) = url.strip_prefix("smtp://") else { return url.to_owned() };
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let is_own = OWN_HOSTS.iter().any(|own| {
        host.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    });
    let plain = url.split('?').next().unwrap_or_default();
    if is_own { plain.to_owned() } else { format!("{plain}?tls=required") }
}

#[cfg(test)]
mod tests {
    use super::encrypted;

    #[test]
    fn nothing_is_said_in_clear_but_to_this_machine() {
        for own in ["smtp://127.0.0.1:2525", "smtp://localhost", "smtp://a:b@[::1]:25", "smtps://mail.kz:465"]
        {
            assert_eq!(encrypted(own), own);
        }
        for other in [
            "smtp://mail.kz:587",
            "smtp://a:b@mail.kz",
            "smtp://localhost.mail.kz",
            "smtp://localhost@mail.kz",
        ] {
            assert_eq!(encrypted(other), format!("{other}?tls=required"));
            assert_eq!(encrypted(&format!("{other}?tls=opportunistic")), format!("{other}?tls=required"));
        }
    }
}
