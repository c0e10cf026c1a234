//! Who may ask: a handler says by the type of its first argument whom it answers, and gets none of the others.

use std::ops::Deref;
use std::sync::Arc;

use super::error::WebError;
use super::pool::{Pool, Pools};
use super::rendered::Rendered;
use super::request::Request;
use super::state::App;
use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::domain::organization::Organization;
use crate::domain::role::{Action, may};
use crate::pages::error::Problem;
use crate::registry::{SignedIn, View};

/// Someone whom a handler answers.
pub trait Admission: Sized + Send + 'static {
    /// What the table of routes calls it.
    const NAME: &'static str;

    /// The pool in which they are answered.
    fn pool(pools: &Pools) -> &Pool;

    /// Lets the one who sent a request in.
    ///
    /// # Errors
    /// What those are told who may not ask.
    fn admit(request: &Arc<Request>, view: &View) -> Result<Self, WebError>;
}

/// Declares admissions that ask nothing of anybody, so that it need not be looked at.
macro_rules! open {
    ($( $(#[$doc:meta])* $name:ident in $pool:ident; )+) => {
        $(
            $(#[$doc])*
            pub struct $name(Arc<Request>);

            impl Admission for $name {
                const NAME: &'static str = "anyone";

                fn pool(pools: &Pools) -> &Pool {
                    &pools.$pool
                }

                fn admit(request: &Arc<Request>, _: &View) -> Result<Self, WebError> {
                    Ok(Self(request.clone()))
                }
            }

            impl Open for $name {}

            impl Deref for $name {
                type Target = Request;

                fn deref(&self) -> &Request {
                    &self.0
                }
            }
        )+
    };
}

/// An admission that asks nothing of anybody.
pub trait Open: Admission {}

open! {
    /// Everybody.
    Anyone in work;
    /// Everybody who wants something printed or drawn.
    AnyoneToPrint in drawings;
}

/// Somebody for whom another server is asked: in a pool of its own, so that nobody else waits for that server.
pub struct AskingElsewhere<A>(pub A);

impl<A: Admission> Admission for AskingElsewhere<A> {
    const NAME: &'static str = A::NAME;

    fn pool(pools: &Pools) -> &Pool {
        &pools.elsewhere
    }

    fn admit(request: &Arc<Request>, view: &View) -> Result<Self, WebError> {
        A::admit(request, view).map(Self)
    }
}

/// A person who is signed in.
pub struct StaffSession {
    /// The request.
    pub request: Arc<Request>,
    /// Who it is.
    pub who: SignedIn,
    /// The language of the pages.
    pub lang: Lang,
}

impl StaffSession {
    /// The server's state.
    pub fn app(&self) -> &App {
        &self.request.app
    }

    /// Who acts, as the audit trail names them.
    pub fn actor(&self) -> &str {
        &self.who.login
    }

    /// Reads the register as of one state.
    ///
    /// # Errors
    /// What `work` returns, or a database that cannot be read.
    pub fn read<T>(&self, work: impl FnMut(&View) -> Result<T, WebError>) -> Result<T, WebError> {
        self.app().registry.read(work)
    }
}

/// A person who is signed in and may do something.
pub struct Staff<P: Permission> {
    session: StaffSession,
    /// What the permission is about.
    pub subject: P::Subject,
}

impl<P: Permission> Admission for Staff<P> {
    const NAME: &'static str = P::NAME;

    fn pool(pools: &Pools) -> &Pool {
        &pools.staff
    }

    fn admit(request: &Arc<Request>, view: &View) -> Result<Self, WebError> {
        let token = request.session().unwrap_or_default();
        let Some(who) = request.app.registry.session(&token)? else {
            let waits = request.app.registry.awaiting_code(&token)?.is_some();
            let code = || WebError::page(Rendered::see_other(Admin::SignInCode));
            return Err(if waits { code() } else { WebError::SignedOut });
        };
        let (needed, subject) = P::needed(request, view)?;
        if needed.is_some_and(|action| !may(&who.role, action)) {
            return Err(Problem::Forbidden.into());
        }
        let session = StaffSession { request: request.clone(), who, lang: request.lang() };
        Ok(Self { session, subject })
    }
}

impl<P: Permission> Deref for Staff<P> {
    type Target = StaffSession;

    fn deref(&self) -> &StaffSession {
        &self.session
    }
}

/// A right that a route needs.
pub trait Permission: 'static {
    /// What the table of routes calls it.
    const NAME: &'static str;

    /// What it is about.
    type Subject: Send + 'static;

    /// The action that must be allowed for a request, and what it is about.
    ///
    /// # Errors
    /// What it is about does not exist.
    fn needed(request: &Request, view: &View) -> Result<(Option<Action>, Self::Subject), WebError>;
}

/// Declares permissions that are about nothing in particular.
macro_rules! permissions {
    ($( $(#[$doc:meta])* $name:ident = $text:literal needs $action:expr; )+) => {
        $(
            $(#[$doc])*
            pub enum $name {}

            impl Permission for $name {
                const NAME: &'static str = $text;
                type Subject = ();

                fn needed(_: &Request, _: &View) -> Result<(Option<Action>, ()), WebError> {
                    Ok(($action, ()))
                }
            }
        )+
    };
}

permissions! {
    /// To be signed in, and nothing else.
    SignedInOnly = "staff" needs None;
    /// To manage organizations.
    ManageOrganizations = "manage organizations" needs Some(Action::ManageOrganizations);
    /// To take up what schools propose, and to answer what chairs write.
    HearSchools = "hear schools" needs Some(Action::HearSchools);
    /// To prepare documents and drafts.
    EditDrafts = "prepare drafts" needs Some(Action::EditDrafts);
    /// To publish, and to change what is published.
    Publish = "publish" needs Some(Action::Publish);
    /// To manage the site.
    ManageSite = "manage the site" needs Some(Action::ManageSite);
    /// To manage people.
    ManagePeople = "manage people" needs Some(Action::ManagePeople);
}

/// Declares permissions that are about the organization of the address.
macro_rules! of_organization {
    ($( $(#[$doc:meta])* $name:ident = $text:literal; )+) => {
        $(
            $(#[$doc])*
            pub enum $name {}

            impl Permission for $name {
                const NAME: &'static str = $text;
                type Subject = Organization;

                fn needed(
                    request: &Request,
                    view: &View,
                ) -> Result<(Option<Action>, Organization), WebError> {
                    let organization = organization(request, view)?;
                    Ok((Some(Action::$name(organization.id)), organization))
                }
            }
        )+
    };
}

of_organization! {
    /// To say whom members ask in the organization of the address.
    EditContact = "edit the contact";
    /// To tend the stand of the organization of the address.
    TendStand = "tend the stand";
    /// To propose something to the office in the name of the organization of the address, and to write to it.
    AskOffice = "ask the office";
}

/// The organization of the address.
fn organization(request: &Request, view: &View) -> Result<Organization, WebError> {
    let code = request.admin().and_then(Admin::organization).ok_or(Problem::NoSuchPage)?;
    view.organization(code)?.cloned().ok_or(WebError::Problem(Problem::UnknownCode(code)))
}
