//! The bytes of one published file, exactly as they were uploaded.

use actix_web::body::SizedStream;
use actix_web::http::header::{
    self, ByteRangeSpec, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
    Header, Range,
};
use actix_web::{HttpResponse, web};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::Stream;

use super::App;
use super::failure::Failure;
use super::page::has_already;
use super::reader::Reader;
use crate::domain::Checksum;
use crate::pages::error::Problem;
use crate::registry::FileUse;

/// Bytes of a file that are in memory at once for one reader: what a phone's network takes in a second.
const PIECE_BYTES: u64 = 256 << 10;

/// Answers `/f/{sha256}`: 404 for a draft's file, 410 for an erased one.
pub async fn answer(
    reader: &Reader<'_>,
    app: &web::Data<App>,
    checksum: Checksum,
) -> Result<HttpResponse, Failure> {
    let snapshot = app.registry.snapshot();
    let Some(file) = snapshot.file(checksum) else { return Err(reader.problem(Problem::NoSuchPage)) };
    if file.erased {
        return Err(reader.problem(Problem::FileGone));
    }
    let etag = format!("\"{checksum}\"");
    if has_already(reader.request, &etag) {
        return Ok(HttpResponse::NotModified()
            .insert_header((header::ETAG, etag))
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .finish());
    }
    let state = app.clone();
    let total = match web::block(move || state.registry.check_file(checksum)).await {
        Ok(Ok(total)) => total,
        Ok(Err(error)) => return Err(reader.failed(error)),
        Err(_) => return Err(reader.problem(Problem::Internal)),
    };
    let digest = STANDARD.encode(checksum.as_bytes());
    let (mut response, first, end) = match range(reader, &etag, total) {
        Asked::Whole => (HttpResponse::Ok(), 0, total),
        Asked::Part(first, last) => {
            let mut response = HttpResponse::PartialContent();
            response.insert_header((header::CONTENT_RANGE, format!("bytes {first}-{last}/{total}")));
            (response, first, last + 1)
        }
        Asked::Outside => {
            return Ok(HttpResponse::RangeNotSatisfiable()
                .insert_header((header::CONTENT_RANGE, format!("bytes */{total}")))
                .insert_header((header::CACHE_CONTROL, "no-store"))
                .finish());
        }
    };
    Ok(response
        .insert_header((header::ETAG, etag))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::ACCEPT_RANGES, "bytes"))
        .insert_header(("repr-digest", format!("sha-256=:{digest}:")))
        .insert_header((header::CONTENT_TYPE, file.media.media_type()))
        .insert_header(disposition(file))
        .body(SizedStream::new(end - first, pieces(app.clone(), checksum, first, end))))
}

/// The bytes of a file in pieces, each read when the one before it has gone out: a reader who reads nothing holds one.
fn pieces(
    app: web::Data<App>,
    checksum: Checksum,
    first: u64,
    end: u64,
) -> impl Stream<Item = Result<web::Bytes, actix_web::Error>> {
    futures_util::stream::try_unfold(first, move |at| {
        let app = app.clone();
        async move {
            if at >= end {
                return Ok(None);
            }
            let next = end.min(at + PIECE_BYTES);
            let piece = web::block(move || app.registry.file_piece(checksum, at, next)).await?;
            let piece = piece.map_err(|error| {
                tracing::error!(%error, "a file broke off");
                actix_web::error::ErrorInternalServerError("the file broke off")
            })?;
            Ok(Some((web::Bytes::from(piece), next)))
        }
    })
}

fn disposition(file: &FileUse) -> ContentDisposition {
    named(
        if file.media.shown_inline() { DispositionType::Inline } else { DispositionType::Attachment },
        &file.name,
    )
}

/// A disposition with the name in UTF-8 (RFC 6266, RFC 8187), and in ASCII for programs that know no other.
pub fn named(disposition: DispositionType, name: &str) -> ContentDisposition {
    let ascii: String =
        name.chars().map(|c| if c.is_ascii() && c != '"' && c != '\\' { c } else { '_' }).collect();
    let extended = ExtendedValue {
        charset: Charset::Ext("UTF-8".to_owned()),
        language_tag: None,
        value: name.as_bytes().to_vec(),
    };
    ContentDisposition {
        disposition,
        parameters: vec![DispositionParam::Filename(ascii), DispositionParam::FilenameExt(extended)],
    }
}

/// Which bytes are asked for.
enum Asked {
    Whole,
    Part(u64, u64),
    Outside,
}

/// One range is served (RFC 9110, section 14); several, or an `If-Range` of other bytes, give the whole file.
fn range(reader: &Reader<'_>, etag: &str, total: u64) -> Asked {
    let headers = reader.request.headers();
    if let Some(condition) = headers.get(header::IF_RANGE)
        && condition.as_bytes() != etag.as_bytes()
    {
        return Asked::Whole;
    }
    if !headers.contains_key(header::RANGE) {
        return Asked::Whole;
    }
    match Range::parse(reader.request) {
        Ok(Range::Bytes(specs)) => match specs.as_slice() {
            [spec] => match ByteRangeSpec::to_satisfiable_range(spec, total) {
                Some((first, last)) => Asked::Part(first, last),
                None => Asked::Outside,
            },
            _ => Asked::Whole,
        },
        _ => Asked::Whole,
    }
}
