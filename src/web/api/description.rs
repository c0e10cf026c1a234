//! The description of the interface (OpenAPI 3.1). What is the same of many addresses is said once, here: how a token is shown,
//! and what each kind of request may be refused with.

use utoipa::openapi::path::{Operation, Parameter, ParameterIn};
use utoipa::openapi::response::Response;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{Content, OpenApi as Document, PathItem, Paths, Ref, RefOr, Required};
use utoipa::{OpenApi, PartialSchema as _};

use super::problem::ProblemDetails;
use super::types::WebhookMessage;
use super::webhooks::webhooks;
use crate::registry::TOKEN_PREFIX;
use crate::web::http::csp::Audience;
use crate::web::page::Page;
use crate::web::rendered::Rendered;

/// Where the interface begins: its description gives addresses from here on.
const BASE: &str = "/api/v1";

/// The name of the way to show a token.
const TOKEN: &str = "token";

/// What any request may be answered with.
const ANY: &[(&str, &str)] = &[
    ("400", "A parameter or a body cannot be understood"),
    ("404", "There is no such thing"),
    ("408", "What was sent did not come in time"),
    ("500", "The program failed"),
    (
        "503",
        "Too many others at the same time, or a part of the server is away; try again after `Retry-After`",
    ),
];

/// What one with a token may be answered with.
const WITH_TOKEN: &[(&str, &str)] = &[
    ("401", "No token, or none that works"),
    ("403", "The token, or the role of its person, does not allow it"),
    ("429", "Too many wrong tokens from this address; try again after `Retry-After`"),
];

/// What one that changes something may be answered with.
const CHANGES: &[(&str, &str)] = &[
    ("409", "Another change came first, or the same is being done under this `Idempotency-Key`"),
    ("413", "More than is taken at once"),
    ("415", "Another kind of content than is taken"),
    (
        "422",
        "Refused; `problem` says by which rule, `detail` what to do. Or another content under this `Idempotency-Key`",
    ),
    ("507", "No room is left on the server"),
];

/// The description of the interface, but for its paths.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tizilim",
        version = "1",
        description = "A register of a trade union's documents: which text applies, since when, and what applied before. \
                       What is public is read without a key. What changes something takes a token, which a person makes \
                       on the page of the own account; it may do no more than that person. Errors are problem details \
                       (RFC 9457) in Kazakh, Russian or English by Accept-Language.",
        license(name = "MIT OR Apache-2.0")
    ),
    servers((url = "/api/v1")),
    components(schemas(ProblemDetails, WebhookMessage))
)]
struct Description;

/// The description of the interface with what the table of routes describes.
pub fn description(routes: Document) -> Page {
    let mut whole = Description::openapi().merge_from(routes);
    let mut paths = Paths::new();
    for (path, mut item) in whole.paths.paths {
        complete(&mut item);
        paths.paths.insert(path.strip_prefix(BASE).unwrap_or(&path).to_owned(), item);
    }
    whole.paths = paths;
    whole.webhooks = Some(webhooks());
    if let Some(components) = &mut whole.components {
        let mut scheme = Http::new(HttpAuthScheme::Bearer);
        scheme.bearer_format = Some(format!("{TOKEN_PREFIX} and 64 hexadecimal digits"));
        scheme.description =
            Some("A token of a person, with the scopes that the address asks for.".to_owned());
        components.security_schemes.insert(TOKEN.to_owned(), SecurityScheme::Http(scheme).into());
    }
    let json = whole.to_json().unwrap_or_default();
    Page::new(Rendered::document("application/json", json).for_audience(Audience::Programs))
}

/// Adds what is the same of many addresses to one of them.
fn complete(item: &mut PathItem) {
    if let Some(read) = &mut item.get {
        refusals(read, ANY);
        if read.security.is_some() {
            refusals(read, WITH_TOKEN);
        }
    }
    for change in [&mut item.post, &mut item.patch, &mut item.delete].into_iter().flatten() {
        refusals(change, ANY);
        refusals(change, WITH_TOKEN);
        refusals(change, CHANGES);
        change.parameters.get_or_insert_default().push(RefOr::T(key()));
    }
}

/// The header by which what is sent twice is done once.
fn key() -> Parameter {
    let mut parameter = Parameter::new("Idempotency-Key");
    parameter.parameter_in = ParameterIn::Header;
    parameter.required = Required::False;
    parameter.description = Some(
        "A key that the program makes up, such as a UUID: the same key with the same content is done once and gets the same \
         answer for 24 hours, with another content it is refused."
            .to_owned(),
    );
    parameter.schema = Some(String::schema());
    parameter
}

/// Adds the refusals that an address does not describe in words of its own.
fn refusals(operation: &mut Operation, all: &[(&str, &str)]) {
    for (status, description) in all {
        operation.responses.responses.entry((*status).to_owned()).or_insert_with(|| {
            let schema = Ref::from_schema_name("ProblemDetails");
            let content = Content::new(Some(schema));
            let mut response = Response::new(*description);
            response.content.insert("application/problem+json".to_owned(), content.into());
            RefOr::T(response)
        });
    }
}
