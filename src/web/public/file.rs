//! The bytes of one published file, exactly as they were uploaded.

use actix_web::body::SizedStream;
use actix_web::http::header::{self, DispositionType, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::Stream;

use crate::domain::Checksum;
use crate::pages::error::Problem;
use crate::registry::FileUse;
use crate::web::access::Anyone;
use crate::web::error::{Sent, WebError};
use crate::web::http::disposition::named;
use crate::web::http::etag::has_already;
use crate::web::http::range::{self, ByteRange};
use crate::web::state::App;

/// Bytes of a file that are in memory at once for one reader: what a phone's network takes in a second.
const PIECE_BYTES: u64 = 256 << 10;

/// The bytes: 404 for a draft's file, 410 for an erased one.
///
/// # Errors
/// A file that is not published, was erased or cannot be read.
pub async fn bytes(reader: Anyone, http: HttpRequest, checksum: Checksum) -> Sent {
    let app = reader.app.clone();
    let etag = format!("\"{checksum}\"");
    let is_there = has_already(http.headers(), etag.as_bytes());
    let (pools, peer) = (reader.app.clone(), reader.peer());
    let published = pools.pools.pages.run(peer, move || {
        let file = app.registry.read(|view| view.file(checksum))?.ok_or(Problem::NoSuchPage)?;
        if file.erased {
            return Err(Problem::FileGone.into());
        }
        let total = if is_there { 0 } else { app.registry.check_file(checksum)? };
        Ok::<_, WebError>((file.media, disposition(&file), total))
    });
    let (media, disposition, total) = published.await?;
    if is_there {
        return Ok(HttpResponse::NotModified()
            .insert_header((header::ETAG, etag))
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .finish());
    }
    let digest = STANDARD.encode(checksum.as_bytes());
    let (mut response, first, end) = match range::of(&http, &etag, total) {
        ByteRange::Whole => (HttpResponse::Ok(), 0, total),
        ByteRange::Part(first, last) => {
            let mut response = HttpResponse::PartialContent();
            response.insert_header((header::CONTENT_RANGE, format!("bytes {first}-{last}/{total}")));
            (response, first, last + 1)
        }
        ByteRange::Outside => {
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
        .insert_header((header::CONTENT_TYPE, media.media_type()))
        .insert_header((header::CONTENT_DISPOSITION, disposition))
        .body(SizedStream::new(end - first, pieces(reader.app.clone(), checksum, first, end))))
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

fn disposition(file: &FileUse) -> HeaderValue {
    named(
        if file.media.shown_inline() { DispositionType::Inline } else { DispositionType::Attachment },
        &file.name,
    )
}
