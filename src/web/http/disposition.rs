//! The name under which a browser keeps a file.

use actix_web::http::header::{
    Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue, HeaderValue,
    TryIntoHeaderValue as _,
};

/// A disposition with the name in UTF-8 (RFC 6266, RFC 8187), and in ASCII for programs that know no other.
pub fn named(disposition: DispositionType, name: &str) -> HeaderValue {
    let ascii: String =
        name.chars().map(|c| if c.is_ascii() && c != '"' && c != '\\' { c } else { '_' }).collect();
    let extended = ExtendedValue {
        charset: Charset::Ext("UTF-8".to_owned()),
        language_tag: None,
        value: name.as_bytes().to_vec(),
    };
    let disposition = ContentDisposition {
        disposition,
        parameters: vec![DispositionParam::Filename(ascii), DispositionParam::FilenameExt(extended)],
    };
    // Whatever the name holds was encoded.
    disposition.try_into_value().unwrap_or(HeaderValue::from_static("attachment"))
}
