//! What programs send, and how they are answered: JSON, or forms with files (RFC 7578).

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, dev::Payload, web};
use futures_util::StreamExt as _;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::address::Api;
use crate::domain::ids::AttachmentId;
use crate::domain::requisites::Prolongation;
use crate::domain::version::{AttachmentRole, Authenticity};
use crate::domain::{Checksum, Day, calendar};
use crate::pages::error::Problem;
use crate::web::admin::fields::Fields;
use crate::web::admin::upload::Upload;
use crate::web::dispatch::Body;
use crate::web::error::{Reply, WebError};
use crate::web::http::encoding::Effort;
use crate::web::rendered::{CachePolicy, Rendered};

/// The largest JSON that is read, in bytes: every field has a limit far below.
const JSON_MAX_BYTES: usize = 64 * 1024;

/// What can be told apart from something else that was sent under the same key.
pub trait Fingerprint: Body {
    /// The checksum of all that was sent.
    fn fingerprint(&self) -> Checksum;
}

impl Fingerprint for () {
    fn fingerprint(&self) -> Checksum {
        Checksum::of(b"")
    }
}

/// A value in JSON.
pub struct Json<T> {
    /// The value.
    pub value: T,
    checksum: Checksum,
}

impl<T: DeserializeOwned + Send + 'static> Body for Json<T> {
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        need(http, "application/json")?;
        let mut bytes = web::BytesMut::new();
        while let Some(chunk) = payload.next().await {
            bytes.extend_from_slice(&chunk.map_err(|_| Problem::BadRequest)?);
            if bytes.len() > JSON_MAX_BYTES {
                return Err(Problem::TooLarge { limit_bytes: JSON_MAX_BYTES as u64 }.into());
            }
        }
        let value = serde_json::from_slice(&bytes).map_err(|why| WebError::Body(why.to_string()))?;
        Ok(Self { value, checksum: Checksum::of(&bytes) })
    }
}

impl<T: DeserializeOwned + Send + 'static> Fingerprint for Json<T> {
    fn fingerprint(&self) -> Checksum {
        self.checksum
    }
}

/// A form with files.
pub struct FormData {
    /// What it brought.
    pub upload: Upload,
}

impl Body for FormData {
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        need(http, "multipart/form-data")?;
        Ok(Self { upload: Upload::read(http, payload).await? })
    }
}

impl Fingerprint for FormData {
    /// Of what was in the form, because each sending parts it by another line.
    fn fingerprint(&self) -> Checksum {
        let mut text = String::new();
        for (name, value) in self.upload.fields.iter() {
            text.push_str(&format!("{} {} {name}{value}\n", name.len(), value.len()));
        }
        for file in &self.upload.files {
            let (field, name) = (&file.field, &file.name);
            text.push_str(&format!("{} {} {field}{name} {}\n", field.len(), name.len(), file.checksum()));
        }
        Checksum::of(text.as_bytes())
    }
}

impl FormData {
    /// Refuses a field of another name, a value that says nothing, and a file where words belong or the other way round:
    /// what was meant would be lost.
    ///
    /// # Errors
    /// The first of them.
    pub fn need_only(&self, names: &[&str]) -> Result<(), WebError> {
        let fields = self.upload.fields.iter().map(|(name, value)| (name, says(name, value.trim())));
        let files = self.upload.files.iter().map(|file| (file.field.as_str(), is_for_file(&file.field)));
        for (name, is_sound) in fields.chain(files) {
            if !names.contains(&name) {
                return Err(WebError::Body(format!("unknown field `{name}`")));
            }
            if !is_sound {
                return Err(WebError::Body(format!("field `{name}`: not one of its values")));
            }
        }
        Ok(())
    }
}

/// Whether a field is one for a file.
fn is_for_file(name: &str) -> bool {
    name.starts_with("text_")
        || name.strip_prefix("attachment_").is_some_and(|row| row.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether what was typed in a field of this name is one of its values. Days and numbers are refused where they are read.
fn says(name: &str, value: &str) -> bool {
    if is_for_file(name) {
        return false;
    }
    match name {
        "prolongation" => value.is_empty() || Prolongation::parse(value).is_some(),
        "remove" => value.parse::<AttachmentId>().is_ok(),
        _ if name.starts_with("authenticity_") => Authenticity::parse(value).is_some(),
        _ if name.ends_with("_role") => AttachmentRole::parse(value).is_some(),
        _ => true,
    }
}

/// Refuses what says that it is of another kind.
fn need(http: &HttpRequest, taken: &'static str) -> Result<(), WebError> {
    let kind = http.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = kind.and_then(|kind| kind.split(';').next()).map(str::trim);
    match essence {
        Some(essence) if essence.eq_ignore_ascii_case(taken) => Ok(()),
        _ => Err(Problem::MediaType { taken }.into()),
    }
}

/// The day in a field of JSON.
///
/// # Errors
/// What is no day.
pub fn day(name: &'static str, text: Option<&str>) -> Result<Option<Day>, WebError> {
    text.map(|text| calendar::parse_day(text).ok_or(WebError::Parameter(name))).transpose()
}

/// The number of an edition in a form; none where nothing was typed.
///
/// # Errors
/// What is no such number.
pub fn ordinal(fields: &Fields, name: &'static str) -> Result<Option<u32>, WebError> {
    match fields.get(name) {
        "" => Ok(None),
        typed => match typed.parse() {
            Ok(ordinal) if ordinal > 0 => Ok(Some(ordinal)),
            _ => Err(WebError::Parameter(name)),
        },
    }
}

/// An answer for one program, which nobody keeps.
pub fn private(status: StatusCode, json: Vec<u8>) -> Rendered {
    let media_type = if json.is_empty() { "" } else { "application/json" };
    Rendered {
        status,
        cache: CachePolicy::NotStored,
        effort: Effort::None,
        ..Rendered::document(media_type, json)
    }
}

/// A value for one program.
///
/// # Errors
/// A value that cannot be written.
pub fn own<T: Serialize>(status: StatusCode, value: &T) -> Reply {
    Ok(private(status, serde_json::to_vec(value).map_err(|_| Problem::Internal)?))
}

/// What is read of what was just changed. Where it cannot be read, nobody is told that nothing has changed.
///
/// # Errors
/// [`Problem::Unsettled`] in place of any trouble.
pub fn afterwards<T>(read: Result<T, WebError>) -> Result<T, WebError> {
    read.map_err(|_| Problem::Unsettled.into())
}

/// What was made, with its address.
///
/// # Errors
/// A value that cannot be written.
pub fn created<T: Serialize>(at: Api, value: &T) -> Reply {
    let made = own(StatusCode::CREATED, value)?;
    Ok(match HeaderValue::from_str(&at.to_string()) {
        Ok(location) => made.with(header::LOCATION, location),
        // An address is ASCII.
        Err(_) => made,
    })
}
