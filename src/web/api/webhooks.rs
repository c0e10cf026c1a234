//! What webhooks are told, as the description of the interface says it (OpenAPI 3.1, `webhooks`).

use utoipa::PartialSchema as _;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, Parameter, ParameterIn, PathItem};
use utoipa::openapi::request_body::RequestBody;
use utoipa::openapi::response::Response;
use utoipa::openapi::{Content, Paths, Ref, RefOr, Required};

use crate::domain::webhook::Event;

/// The headers of each message (Standard Webhooks 1.0).
const HEADERS: [(&str, &str); 3] = [
    ("webhook-id", "What the message is known by, the same at each try: what came before is not done twice."),
    (
        "webhook-timestamp",
        "When it is sent, in seconds since 1970: what is older than some minutes is not to be trusted.",
    ),
    (
        "webhook-signature",
        "`v1,` and the base64 of HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body, parted by full stops; the \
         key is the base64 after `whsec_` in the secret. For a day after a new secret there are two, parted by a space.",
    ),
];

/// What may be answered.
const ANSWERS: [(&str, &str); 3] = [
    ("2XX", "It arrived. The answer comes within 10 seconds, and its body is not read"),
    ("410", "The address is gone for good: nothing is sent to it any more"),
    (
        "default",
        "It is tried again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, and what comes after it waits",
    ),
];

/// One webhook for each event.
pub fn webhooks() -> Paths {
    let mut paths = Paths::new();
    for event in Event::ALL {
        paths.paths.insert(event.in_messages(), message(event));
    }
    paths
}

fn message(event: Event) -> PathItem {
    let mut body = RequestBody::new();
    body.required = Some(Required::True);
    let content = Content::new(Some(Ref::from_schema_name("WebhookMessage")));
    body.content.insert("application/json".to_owned(), content.into());
    let mut operation = OperationBuilder::new().summary(Some(summary(event))).build();
    operation.request_body = Some(RefOr::T(body));
    operation.parameters = Some(HEADERS.map(|(name, what)| RefOr::T(header(name, what))).into());
    for (status, what) in ANSWERS {
        operation.responses.responses.insert(status.to_owned(), RefOr::T(Response::new(what)));
    }
    PathItem::new(HttpMethod::Post, operation)
}

const fn summary(event: Event) -> &'static str {
    match event {
        Event::Created => "A document was added; it may have no text yet.",
        Event::Published => "An edition was published; the day from which it applies may be yet to come.",
        Event::Corrected => "An edition was published in the place of one that was wrong.",
        Event::Withdrawn => "An edition was withdrawn, or its files were erased.",
        Event::Ended => "An edition ends before or apart from its term.",
    }
}

fn header(name: &str, what: &str) -> Parameter {
    let mut parameter = Parameter::new(name);
    parameter.parameter_in = ParameterIn::Header;
    parameter.required = Required::True;
    parameter.description = Some(what.to_owned());
    parameter.schema = Some(String::schema());
    parameter
}
