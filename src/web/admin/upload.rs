//! Forms with files (RFC 7578), read within limits.

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::http::header;
use futures_util::TryStreamExt as _;

use super::fields::Fields;
use crate::domain::Checksum;
use crate::domain::counting::counted;
use crate::domain::version::FILE_MAX_BYTES;
use crate::pages::error::Problem;
use crate::registry::{Once, Refusal};
use crate::web::access::StaffSession;
use crate::web::dispatch::Body;
use crate::web::error::WebError;

/// Largest request in bytes: three texts and their attachments at once, each as large as a file may be.
const REQUEST_MAX_BYTES: u64 = 4 * FILE_MAX_BYTES;

/// Largest field that is no file, in bytes: ten times the longest reason.
const FIELD_MAX_BYTES: usize = 10_000;

/// Most parts of a request: the longest form has 30, and as many files can be ticked as a version may have.
const PARTS_MAX: usize = 200;

/// What a form brought.
#[derive(Debug, Default)]
pub struct Upload {
    /// The fields that are no files.
    pub fields: Fields,
    /// The files that were chosen.
    pub files: Vec<Uploaded>,
}

/// A file that was chosen in a form.
#[derive(Debug)]
pub struct Uploaded {
    /// The name of the field.
    pub field: String,
    /// The name of the file on the sender's machine.
    pub name: String,
    /// Its bytes; none where it is larger than a file may be.
    bytes: Option<Vec<u8>>,
}

impl Uploaded {
    /// The checksum of its bytes; of those that are too large, that of none.
    pub fn checksum(&self) -> Checksum {
        Checksum::of(self.bytes.as_deref().unwrap_or_default())
    }

    /// The bytes.
    ///
    /// # Errors
    /// A file larger than [`FILE_MAX_BYTES`].
    pub fn into_bytes(self) -> Result<Vec<u8>, Refusal> {
        self.bytes.ok_or(Refusal::FileTooLarge { limit_mib: FILE_MAX_BYTES >> 20 })
    }
}

impl Upload {
    /// The sending of this form to an address by one who is signed in: other files are another wish.
    pub fn once(&self, staff: &StaffSession, address: &str) -> Once {
        let mut sent = self.fields.clone();
        for file in &self.files {
            sent.push(file.field.clone(), file.checksum().to_string());
        }
        sent.once(staff, address)
    }

    /// Takes all files of a field out, in the order of their names as people count: phones name photos by their time.
    pub fn take_all(&mut self, field: &str) -> Vec<Uploaded> {
        let (mut taken, left): (Vec<Uploaded>, Vec<Uploaded>) =
            std::mem::take(&mut self.files).into_iter().partition(|file| file.field == field);
        self.files = left;
        taken.sort_by_cached_key(|file| counted(&file.name));
        taken
    }

    /// Takes the file of a field out.
    pub fn take(&mut self, field: &str) -> Option<Uploaded> {
        let at = self.files.iter().position(|file| file.field == field)?;
        Some(self.files.remove(at))
    }
}

impl Body for Upload {
    /// Reads a form to its end, because browsers show no answer while they are still sending. One without files may come
    /// as a form without files does.
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        let kind = http.headers().get(header::CONTENT_TYPE).map(|value| value.as_bytes());
        if kind.is_some_and(|kind| kind.starts_with(b"application/x-www-form-urlencoded")) {
            return Ok(Self { fields: Fields::read(http, payload).await?, files: Vec::new() });
        }
        read(Multipart::new(http.headers(), payload.take())).await
    }
}

/// Reads a form to its end, because browsers show no answer while they are still sending.
///
/// # Errors
/// 413 for more than [`REQUEST_MAX_BYTES`], 400 for what is no form.
async fn read(mut parts: Multipart) -> Result<Upload, WebError> {
    let mut upload = Upload::default();
    let mut room = REQUEST_MAX_BYTES;
    let mut is_over = false;
    let mut count = 0;
    while let Some(mut part) = parts.try_next().await.map_err(bad)? {
        count += 1;
        if count > PARTS_MAX {
            return Err(Problem::BadRequest.into());
        }
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
        let Some(file_name) = file_name else {
            let bytes = take(&mut part, FIELD_MAX_BYTES).await.map_err(bad)?;
            let bytes = bytes.ok_or(Problem::BadRequest)?;
            upload.fields.push(name, String::from_utf8_lossy(&bytes).into_owned());
            continue;
        };
        let limit = FILE_MAX_BYTES.min(room);
        let bytes = take(&mut part, usize::try_from(limit).unwrap_or(usize::MAX)).await.map_err(bad)?;
        // A file that is too large by itself is refused by its name; only the sum of the others is the request's.
        is_over |= bytes.is_none() && limit < FILE_MAX_BYTES;
        room -= bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
        // A browser sends a nameless empty file where none was chosen.
        let is_chosen = !file_name.is_empty() || bytes.as_ref().is_none_or(|bytes| !bytes.is_empty());
        if is_chosen && !is_over {
            upload.files.push(Uploaded { field: name, name: file_name, bytes });
        }
    }
    if is_over {
        return Err(Problem::TooLarge { limit_bytes: REQUEST_MAX_BYTES }.into());
    }
    Ok(upload)
}

/// Reads the one large field of a form: its file's name, empty where it is none, and its bytes, with the small fields that
/// came along.
///
/// # Errors
/// 413 for a request with more than `limit_bytes`, 400 for what is no form or has no such field.
pub async fn one(
    http: &HttpRequest,
    payload: &mut Payload,
    (field, limit_bytes): (&str, usize),
) -> Result<(String, Vec<u8>, Fields), WebError> {
    let mut parts = Multipart::new(http.headers(), payload.take());
    let mut others = Fields::default();
    let (mut found, mut room, mut is_over) = (None, limit_bytes, false);
    let mut count = 0;
    while let Some(mut part) = parts.try_next().await.map_err(bad)? {
        count += 1;
        if count > PARTS_MAX {
            return Err(Problem::BadRequest.into());
        }
        let is_it = part.name() == Some(field) && found.is_none();
        let file_name = part.content_disposition().and_then(|d| d.get_filename()).unwrap_or_default();
        let file_name = file_name.to_owned();
        let bytes = take(&mut part, room).await.map_err(bad)?;
        is_over |= bytes.is_none();
        room -= bytes.as_ref().map_or(0, Vec::len);
        if is_it {
            found = bytes.map(|bytes| (file_name, bytes));
        } else if let Some(bytes) = bytes.filter(|bytes| bytes.len() <= FIELD_MAX_BYTES) {
            let name = part.name().unwrap_or_default().to_owned();
            others.push(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    if is_over {
        return Err(Problem::TooLarge { limit_bytes: limit_bytes as u64 }.into());
    }
    let (name, bytes) = found.ok_or(WebError::Problem(Problem::BadRequest))?;
    Ok((name, bytes, others))
}

fn bad(_: MultipartError) -> WebError {
    Problem::BadRequest.into()
}

/// The bytes of a part; none where there are more than `limit`.
async fn take(part: &mut Field, limit: usize) -> Result<Option<Vec<u8>>, MultipartError> {
    match part.bytes(limit).await {
        Ok(bytes) => Ok(Some(bytes?.to_vec())),
        Err(_) => Ok(None),
    }
}
