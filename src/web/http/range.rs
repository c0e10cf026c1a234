//! Parts of a file (RFC 9110, section 14).

use actix_web::HttpRequest;
use actix_web::http::header::{self, ByteRangeSpec, Header as _, Range};

/// Which bytes are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByteRange {
    /// All.
    Whole,
    /// From the first one to the last one, both included.
    Part(u64, u64),
    /// None that there are.
    Outside,
}

/// The range of a request. One range is served; several, or an `If-Range` of other bytes, give the whole file.
pub fn of(request: &HttpRequest, etag: &str, total: u64) -> ByteRange {
    let headers = request.headers();
    if let Some(condition) = headers.get(header::IF_RANGE)
        && condition.as_bytes() != etag.as_bytes()
    {
        return ByteRange::Whole;
    }
    if !headers.contains_key(header::RANGE) {
        return ByteRange::Whole;
    }
    match Range::parse(request) {
        Ok(Range::Bytes(specs)) => match specs.as_slice() {
            [spec] => match ByteRangeSpec::to_satisfiable_range(spec, total) {
                Some((first, last)) => ByteRange::Part(first, last),
                None => ByteRange::Outside,
            },
            _ => ByteRange::Whole,
        },
        _ => ByteRange::Whole,
    }
}
