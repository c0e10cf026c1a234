//! How long a body may take. One that arrives byte by byte would hold its connection for ever.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::error::PayloadError;
use actix_web::http::header;
use actix_web::rt::time::{Sleep, sleep};
use actix_web::web::Bytes;
use actix_web::{HttpMessage as _, HttpResponse};
use futures_util::Stream;

use crate::pages::error::Problem;
use crate::registry::Stopwatch;

/// How long the server waits for a body without having got any of it, in microseconds. A phone that changes from one mast to
/// the next is silent for some seconds.
const GRACE_US: u64 = 15 * 1_000_000;

/// The slowest body that is waited for, in bytes a second: 32 kbit/s, what is left of a mobile line when its volume is used
/// up. A file of 50 MiB may take three hours and a half; an office line takes minutes.
const LEAST_BYTES_PER_S: u64 = 4 * 1024;

/// What those are told to wait whose bodies cannot be waited for, in seconds.
const WAIT_S: u64 = 15;

/// Places for bodies that are waited for.
#[derive(Debug, Clone)]
pub struct Places {
    free: Arc<AtomicUsize>,
}

/// A place, until it is dropped.
struct Place(Arc<AtomicUsize>);

impl Places {
    /// So many places.
    pub fn new(count: usize) -> Self {
        Self { free: Arc::new(AtomicUsize::new(count)) }
    }

    fn take(&self) -> Option<Place> {
        let taken = self.free.try_update(Ordering::SeqCst, Ordering::SeqCst, |free| free.checked_sub(1));
        taken.is_ok().then(|| Place(self.free.clone()))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

/// The body of a request, watched: whoever reads it gets an error where it is too slow.
pub struct Watched(Option<Rc<Shared>>);

struct Shared {
    payload: RefCell<Payload>,
    given_up: RefCell<Option<Problem>>,
}

impl Watched {
    /// Watches the body of a request, if it has one.
    pub fn of(request: &mut ServiceRequest, places: &Places) -> Self {
        let headers = request.headers();
        let is_empty = headers.get(header::CONTENT_LENGTH).is_none_or(|length| length.as_bytes() == b"0")
            && !headers.contains_key(header::TRANSFER_ENCODING);
        if is_empty {
            return Self(None);
        }
        let payload = RefCell::new(request.take_payload());
        let shared = Rc::new(Shared { payload, given_up: RefCell::new(None) });
        let stream = Patient {
            shared: shared.clone(),
            places: places.clone(),
            place: None,
            received: 0,
            waited_us: 0,
            silence: None,
            alarm: None,
        };
        request.set_payload(Payload::Stream { payload: Box::pin(stream) });
        Self(Some(shared))
    }

    /// Why the body was given up, if it was.
    pub fn given_up(&self) -> Option<Problem> {
        self.0.as_ref().and_then(|shared| shared.given_up.borrow().clone())
    }

    /// The answer, with the rest of the body: as long as somebody holds it, the connection is closed after the answer instead
    /// of waiting for what nobody reads.
    pub fn hold(self, response: HttpResponse<BoxBody>) -> HttpResponse<BoxBody> {
        match self.0 {
            None => response,
            Some(shared) => response.map_body(|_, body| BoxBody::new(Held { body, _rest: shared })),
        }
    }
}

/// A body that is waited for.
struct Patient {
    shared: Rc<Shared>,
    places: Places,
    place: Option<Place>,
    received: u64,
    waited_us: u64,
    /// Since when nothing came: what the server itself takes does not count.
    silence: Option<Stopwatch>,
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    /// Notes that nothing is there yet. None as long as the sender has time.
    fn wait(&mut self, cx: &mut Context<'_>) -> Option<Problem> {
        if self.place.is_none() {
            self.place = self.places.take();
            if self.place.is_none() {
                return Some(Problem::Busy { wait_s: WAIT_S });
            }
        }
        let may_wait_us = GRACE_US + self.received * 1_000_000 / LEAST_BYTES_PER_S;
        let left = Duration::from_micros(may_wait_us.saturating_sub(self.waited_us));
        let mut alarm = Box::pin(sleep(left));
        if left.is_zero() || alarm.as_mut().poll(cx).is_ready() {
            return Some(Problem::TooSlow);
        }
        self.alarm = Some(alarm);
        self.silence = Some(Stopwatch::start());
        None
    }
}

impl Stream for Patient {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if let Some(silence) = this.silence.take() {
            this.waited_us += silence.elapsed_us();
        }
        let polled = Pin::new(&mut *this.shared.payload.borrow_mut()).poll_next(cx);
        match polled {
            Poll::Ready(Some(Ok(bytes))) => {
                this.received += bytes.len() as u64;
                Poll::Ready(Some(Ok(bytes)))
            }
            Poll::Ready(end) => {
                this.place = None;
                Poll::Ready(end)
            }
            Poll::Pending => match this.wait(cx) {
                None => Poll::Pending,
                Some(problem) => {
                    this.place = None;
                    this.shared.given_up.replace(Some(problem));
                    let why = std::io::Error::from(std::io::ErrorKind::TimedOut);
                    Poll::Ready(Some(Err(PayloadError::Io(why))))
                }
            },
        }
    }
}

/// The body of an answer, together with what is left of the request's.
struct Held {
    body: BoxBody,
    _rest: Rc<Shared>,
}

impl MessageBody for Held {
    type Error = Box<dyn std::error::Error>;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_next(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_given_back() {
        let places = Places::new(1);
        let taken = places.take();
        assert!(taken.is_some() && places.take().is_none());
        drop(taken);
        assert!(places.take().is_some());
    }
}
