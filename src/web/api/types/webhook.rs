//! What webhooks are told, for the description alone: `registry::webhooks` writes it, and a test compares both.

use serde::Serialize;
use utoipa::ToSchema;

use super::Names;

/// A message to a webhook.
#[derive(Serialize, ToSchema)]
pub struct WebhookMessage {
    /// What happened, such as `document.published`.
    r#type: String,
    /// When it happened; when the message is sent stands in `webhook-timestamp`.
    #[schema(format = DateTime)]
    timestamp: String,
    /// What is public of it.
    data: WebhookDocument,
}

/// The document to which something happened.
#[derive(Serialize, ToSchema)]
pub struct WebhookDocument {
    /// Its code for life.
    code: String,
    /// The page with the text that applies today.
    page: String,
    /// What it is, such as `collective_agreement`.
    kind: String,
    /// Its titles; where all are missing, its kind and its owner's name stand in.
    titles: Names,
    /// The code of the organization whose document it is.
    owner: String,
    /// The edition to which it happened; none for a document that was created.
    version: Option<WebhookVersion>,
}

/// The edition to which something happened, as it was then.
#[derive(Serialize, ToSchema)]
pub struct WebhookVersion {
    /// 1, 2, 3… within its document.
    ordinal: u32,
    /// Its permanent page.
    page: String,
    /// The ordinal of the version that it corrects.
    corrects: Option<u32>,
    /// The first day on which it applies; it may be yet to come.
    #[schema(format = Date)]
    effective_from: String,
    /// The last day of its term.
    #[schema(format = Date)]
    term_end: Option<String>,
    /// The languages of its texts: `kk`, `ru`, `en`.
    languages: Vec<String>,
    /// The first day on which it no longer applies, where it ended before or apart from its term.
    #[schema(format = Date)]
    ended_on: Option<String>,
    /// Whether its files were erased, not only withdrawn.
    erased: bool,
}
