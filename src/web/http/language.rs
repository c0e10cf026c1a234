//! The language that a browser asks for.

use actix_web::http::header::{self, HeaderMap};

use crate::domain::Lang;

/// The best language of `Accept-Language` (RFC 9110, section 12.5.4).
pub fn accepted(headers: &HeaderMap) -> Lang {
    let Some(header) = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()) else {
        return Lang::wished(None, &[]);
    };
    let list: Vec<(&str, u16)> = header.split(',').take(LANGUAGES_MAX).map(ranked).collect();
    Lang::wished(None, &list)
}

/// Languages of a header that are looked at: more are no person's wish.
const LANGUAGES_MAX: usize = 20;

/// The primary subtag of a range with its weight in thousandths; 0 for what cannot be read.
fn ranked(range: &str) -> (&str, u16) {
    let mut parts = range.split(';');
    let tag = parts.next().unwrap_or_default().trim();
    let primary = tag.split('-').next().unwrap_or_default();
    let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1000, |q| {
        let weight: f32 = q.trim().parse().unwrap_or_default();
        // A weight is 0 to 1 with at most three decimals.
        (weight.clamp(0.0, 1.0) * 1000.0) as u16
    });
    (primary, weight)
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn wished(header: &str) -> Lang {
        accepted(
            TestRequest::get().insert_header((header::ACCEPT_LANGUAGE, header)).to_http_request().headers(),
        )
    }

    #[test]
    fn the_weights_of_the_header_decide() {
        assert_eq!(wished("ru-RU,ru;q=0.9,en-US;q=0.8"), Lang::Ru);
        assert_eq!(wished("ru;q=0.5, kk-KZ;q=0.9"), Lang::Kk);
        assert_eq!(wished("en-US,en;q=0.9,ru;q=0.1"), Lang::Ru);
        assert_eq!(wished("de,en;q=0.5"), Lang::En);
        assert_eq!(wished("fr;q=junk,,;"), Lang::Kk);
    }
}
