//! Where a bucket is and how it is opened: the settings, looked at before anything is asked.

use super::super::error::{Error, Result};

/// The settings of a store that is not in the data folder, as they were given.
#[derive(Clone, PartialEq, Eq)]
pub struct StoreSettings {
    /// `s3://bucket/prefix`.
    pub url: String,
    /// The address of the store; none for Amazon's in the region.
    pub endpoint: Option<String>,
    /// Its region.
    pub region: String,
    /// The name of the key.
    pub key_id: Option<String>,
    /// The key.
    pub secret: Option<String>,
    /// What belongs to a key that is good for a short time.
    pub token: Option<String>,
}

impl std::fmt::Debug for StoreSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoreSettings").field("url", &self.url).field("endpoint", &self.endpoint).finish()
    }
}

/// Settings that can be used.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Address<'a> {
    /// The bucket.
    pub bucket: &'a str,
    /// What all names begin with; empty where the bucket is the register's own.
    pub prefix: &'a str,
    /// The address of the store; none for Amazon's.
    pub endpoint: Option<&'a str>,
    /// Whether it is on this computer and may be spoken to openly.
    pub is_open: bool,
    /// The name of the key, and the key.
    pub key: (&'a str, &'a str),
}

impl<'a> Address<'a> {
    /// Looks at the settings.
    ///
    /// # Errors
    /// [`Error::StoreAddress`] in words.
    pub fn read(settings: &'a StoreSettings) -> Result<Self> {
        let wrong = |why: &str| Error::StoreAddress(why.to_owned());
        let rest = settings.url.strip_prefix("s3://");
        let rest = rest.ok_or_else(|| wrong("STORAGE_URL must be s3://bucket or s3://bucket/prefix"))?;
        if rest.contains(['?', '#', '@']) {
            return Err(wrong(
                "STORAGE_URL has room for a bucket and a prefix alone; keys are AWS_ACCESS_KEY_ID and \
                 AWS_SECRET_ACCESS_KEY, another store than Amazon's is AWS_ENDPOINT_URL",
            ));
        }
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
        if !(3..=63).contains(&bucket.len()) || !bucket.chars().all(is_name) {
            return Err(wrong(
                "the bucket in STORAGE_URL has 3 to 63 characters: small Latin letters, digits, - and .",
            ));
        }
        let prefix = prefix.trim_end_matches('/');
        let is_part = |part: &str| {
            !part.is_empty()
                && part.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
                && part != ".."
        };
        if !prefix.is_empty() && !prefix.split('/').all(is_part) {
            return Err(wrong(
                "the prefix in STORAGE_URL has Latin letters, digits, -, _ and . between single slashes",
            ));
        }
        let (endpoint, is_open) = match settings.endpoint.as_deref() {
            Some(endpoint) => (Some(endpoint.trim_end_matches('/')), is_open(endpoint)?),
            None => (None, false),
        };
        let key = settings.key_id.as_deref().zip(settings.secret.as_deref());
        let key = key.ok_or_else(|| wrong("a bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"))?;
        Ok(Self { bucket, prefix, endpoint, is_open, key })
    }
}

/// Whether the store is spoken to without encryption, which is taken for a trial on this computer alone.
fn is_open(endpoint: &str) -> Result<bool> {
    let wrong = |why: &str| Err(Error::StoreAddress(format!("AWS_ENDPOINT_URL: {why}")));
    let (scheme, rest) = endpoint.split_once("://").unwrap_or_default();
    let authority = rest.trim_end_matches('/');
    if authority.is_empty() || authority.contains(['/', '?', '#', '@']) {
        return wrong("write a scheme, a host and perhaps a port, such as https://s3.example.kz");
    }
    let host = authority.strip_prefix('[').and_then(|rest| Some(rest.split_once(']')?.0));
    let host = host.unwrap_or_else(|| authority.split_once(':').map_or(authority, |(host, _)| host));
    let is_near = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
    match scheme {
        "https" => Ok(false),
        "http" if is_near => Ok(true),
        "http" => wrong("http:// is taken for a store on this computer alone; use https://"),
        _ => wrong("it must begin with https://"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: &str, endpoint: &str) -> StoreSettings {
        StoreSettings {
            url: url.to_owned(),
            endpoint: (!endpoint.is_empty()).then(|| endpoint.to_owned()),
            region: "us-east-1".to_owned(),
            key_id: Some("id".to_owned()),
            secret: Some("hush".to_owned()),
            token: None,
        }
    }

    #[test]
    fn an_address_is_read() {
        let given = settings("s3://tizilim/a/b/", "http://127.0.0.1:9000/");
        let address = Address::read(&given).expect("an address");
        assert_eq!((address.bucket, address.prefix), ("tizilim", "a/b"));
        assert_eq!((address.endpoint, address.is_open), (Some("http://127.0.0.1:9000"), true));
        let given = settings("s3://tizilim", "https://s3.example.kz");
        let address = Address::read(&given).expect("an address");
        assert_eq!((address.prefix, address.is_open), ("", false));
        assert!(Address::read(&settings("s3://tizilim", "http://[::1]:9000")).expect("an address").is_open);
    }

    #[test]
    fn a_wrong_address_is_named_and_no_key_is_told() {
        for (url, endpoint, words) in [
            ("S3://tizilim", "", "s3://bucket"),
            ("https://s3.example.kz/tizilim", "", "s3://bucket"),
            ("s3://", "", "3 to 63"),
            ("s3://Tizilim", "", "3 to 63"),
            ("s3://id:hush@tizilim", "", "AWS_ACCESS_KEY_ID"),
            ("s3://tizilim/a//b", "", "prefix"),
            ("s3://tizilim/../b", "", "prefix"),
            ("s3://tizilim", "s3.example.kz", "AWS_ENDPOINT_URL"),
            ("s3://tizilim", "ftp://s3.example.kz", "https://"),
            ("s3://tizilim", "http://s3.example.kz", "this computer"),
            ("s3://tizilim", "http://127.0.0.1.example.kz", "this computer"),
            ("s3://tizilim", "https://s3.example.kz/tizilim", "a host"),
        ] {
            let given = settings(url, endpoint);
            let why = Address::read(&given).expect_err("refused").to_string();
            assert!(why.contains(words) && !why.contains("hush"), "{url} {endpoint}: {why}");
            assert!(!format!("{given:?}").replace(url, "").contains("hush"));
        }
        let without = StoreSettings { secret: None, ..settings("s3://tizilim", "") };
        let why = Address::read(&without).expect_err("refused").to_string();
        assert!(why.contains("AWS_SECRET_ACCESS_KEY"), "{why}");
    }
}
