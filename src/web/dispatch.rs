//! The way of a request to its handler and of what the handler gives back to the one who asked.
//!
//! Handlers are plain functions: they may wait for the database, so they run beside the requests of others. Only reading
//! a body and sending a long file wait for the network.

use std::future::Future;
use std::net::IpAddr;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse, web};

use super::access::{Admission, Open};
use super::admin::carried;
use super::error::{Reply, Sent, WebError};
use super::page::Page;
use super::request::Request;
use super::state::App;
use crate::domain::address::Located;
use crate::registry::View;

/// A request on its way to its handler.
pub struct Incoming {
    /// The server's state.
    pub app: web::Data<App>,
    /// The request.
    pub http: HttpRequest,
    /// Its body.
    pub payload: Payload,
    /// What it asks for.
    pub at: Located,
}

impl Incoming {
    /// The method by which its handler is found: HEAD is answered like GET (RFC 9110, section 9.3.2).
    pub fn method(&self) -> Method {
        match *self.http.method() {
            Method::HEAD => Method::GET,
            ref method => method.clone(),
        }
    }

    /// The machine that the connection comes from.
    pub fn peer(&self) -> Option<IpAddr> {
        self.http.peer_addr().map(|peer| peer.ip())
    }

    /// What it says of itself.
    pub fn request(&self) -> Arc<Request> {
        Arc::new(Request::of(&self.app, &self.http, Some(self.at)))
    }
}

/// What a form or an upload brought.
pub trait Body: Sized + Send + 'static {
    /// Reads it to its end.
    fn read(http: &HttpRequest, payload: &mut Payload) -> impl Future<Output = Result<Self, WebError>>;
}

/// Nothing was sent, or nothing of it matters.
impl Body for () {
    async fn read(_: &HttpRequest, _: &mut Payload) -> Result<Self, WebError> {
        Ok(())
    }
}

/// Answers a request by what a handler reads of the register as of one state.
pub async fn read<A: Admission>(
    incoming: Incoming,
    handler: impl Fn(&A, &View) -> Reply + Send + 'static,
) -> HttpResponse {
    let request = incoming.request();
    let asked = request.clone();
    let page = run::<A, _>(&request, move || {
        let answer = asked.app.registry.read(|view| handler(&A::admit(&asked, view)?, view));
        Ok(page(&asked, answer))
    });
    let page = page.await;
    sent(request, page)
}

/// Does what may wait for the database, the disk or a processor, in the pool of those who are admitted.
async fn run<A: Admission, T: Send + 'static>(
    request: &Request,
    work: impl FnOnce() -> Result<T, WebError> + Send + 'static,
) -> Result<T, WebError> {
    A::pool(&request.app.pools).run(request.peer(), work).await
}

/// Lets the one who sent a request in.
async fn admitted<A: Admission>(request: &Arc<Request>) -> Result<A, WebError> {
    let asked = request.clone();
    run::<A, _>(request, move || asked.app.registry.read(|view| A::admit(&asked, view))).await
}

/// Answers a request by what a handler does with its body. Who may not do it sends the body in vain.
pub async fn submit<A: Admission, B: Body>(
    mut incoming: Incoming,
    handler: impl FnOnce(A, B) -> Reply + Send + 'static,
) -> HttpResponse {
    let request = incoming.request();
    let admitted = match admitted(&request).await {
        Ok(admitted) => admitted,
        Err(WebError::SignedOut) => {
            let error = carried::to_sign_in(&request, &incoming.http, &mut incoming.payload).await;
            return refused(request, error);
        }
        Err(error) => return refused(request, error),
    };
    let body = match B::read(&incoming.http, &mut incoming.payload).await {
        Ok(body) => body,
        Err(error) => return refused(request, error),
    };
    let asked = request.clone();
    let answer = move || Ok(page(&asked, handler(admitted, body)));
    let page = run::<A, _>(&request, answer).await;
    sent(request, page)
}

/// Answers a request by a handler that sends as it goes.
pub async fn stream<A: Admission, F: Future<Output = Sent>>(
    incoming: Incoming,
    handler: impl FnOnce(A, HttpRequest) -> F,
) -> HttpResponse {
    let request = incoming.request();
    let answer = match admitted(&request).await {
        Ok(admitted) => handler(admitted, incoming.http).await,
        Err(error) => Err(error),
    };
    match answer {
        Ok(response) => response,
        Err(error) => refused(request, error),
    }
}

/// Answers a request without asking anybody, so that it is answered whatever hangs.
pub async fn direct<A: Open>(incoming: Incoming, handler: impl FnOnce(&Incoming) -> Sent) -> HttpResponse {
    match handler(&incoming) {
        Ok(response) => response,
        Err(error) => refused(incoming.request(), error),
    }
}

/// The answer to a request that is not answered as it was asked.
pub fn refused(request: impl Into<Arc<Request>>, error: impl Into<WebError>) -> HttpResponse {
    // It says so of what is at hand: nobody is asked, and nobody waits.
    let request = request.into();
    page(&request, Err(error.into())).answer(&request.headers)
}

fn sent(request: Arc<Request>, page: Result<Page, WebError>) -> HttpResponse {
    match page {
        Ok(page) => page.answer(&request.headers),
        Err(error) => refused(request, error),
    }
}

fn page(request: &Request, answer: Reply) -> Page {
    Page::new(answer.unwrap_or_else(|error| error.rendered(request)))
}
