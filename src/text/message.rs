//! Web pages saved as a message (MHT, RFC 2557): what stands around the page is taken off.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// First bytes among which a file says that it is a message, in bytes.
const HEAD_BYTES: usize = 1_024;

/// Whether a file is a web page saved as a message.
pub fn is_message(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]).to_ascii_lowercase();
    head.contains("mime-version:") && (head.contains("multipart/related") || head.contains("text/html"))
}

/// The bytes of the page in a message.
pub fn page(bytes: &[u8]) -> Option<Vec<u8>> {
    let (head, content) = parted(bytes)?;
    let boundary = boundary(&head);
    let (head, content) = match &boundary {
        // The page is the first part that is one; pictures and styles are others.
        Some(boundary) => split(content, boundary.as_bytes())
            .filter_map(parted)
            .find(|(head, _)| field(head, "content-type").is_some_and(|kind| kind.contains("text/html")))?,
        None => (head, content),
    };
    let encoding = field(&head, "content-transfer-encoding").unwrap_or_default();
    match encoding.trim().to_ascii_lowercase().as_str() {
        "base64" => {
            let letters: Vec<u8> =
                content.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
            STANDARD.decode(letters).ok()
        }
        "quoted-printable" => Some(printable(content)),
        _ => Some(content.to_vec()),
    }
}

/// The fields before the first empty line, and what stands behind it.
fn parted(bytes: &[u8]) -> Option<(String, &[u8])> {
    let ends: [&[u8]; 2] = [b"\r\n\r\n", b"\n\n"];
    let found = ends.iter().filter_map(|end| Some((position(bytes, end)?, end.len()))).min()?;
    let head = String::from_utf8_lossy(&bytes[..found.0]).replace("\r\n", "\n");
    // A line that begins with white space goes on with the field before.
    Some((head.replace("\n ", " ").replace("\n\t", " "), &bytes[found.0 + found.1..]))
}

fn field<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let mut fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(known, _)| known.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

fn boundary(head: &str) -> Option<String> {
    let kind = field(head, "content-type")?;
    let at = kind.to_ascii_lowercase().find("boundary=")?;
    let value = kind.get(at + "boundary=".len()..)?.split(';').next()?.trim().trim_matches('"');
    Some(format!("--{value}"))
}

/// The parts between the boundaries.
fn split<'b>(mut bytes: &'b [u8], boundary: &'b [u8]) -> impl Iterator<Item = &'b [u8]> {
    let mut is_open = false;
    std::iter::from_fn(move || {
        loop {
            let end = position(bytes, boundary)?;
            let part = &bytes[..end];
            bytes = &bytes[end + boundary.len()..];
            if std::mem::replace(&mut is_open, true) {
                return Some(part.strip_prefix(b"\r\n").or(part.strip_prefix(b"\n")).unwrap_or(part));
            }
        }
    })
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len().max(1)).position(|window| window == wanted)
}

/// Quoted-printable bytes (RFC 2045, 6.7) as they were.
fn printable(bytes: &[u8]) -> Vec<u8> {
    let mut found = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        let code = |digits: &[u8]| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok();
        rest = match (first, behind) {
            (b'=', [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..]) => behind,
            (b'=', [high, low, behind @ ..]) if code(&[*high, *low]).is_some() => {
                found.extend(code(&[*high, *low]));
                behind
            }
            _ => {
                found.push(*first);
                behind
            }
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{is_message, page};

    #[test]
    fn a_page_is_taken_out_of_its_message() {
        let message = |encoding: &str, words: &str| {
            format!(
                "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"b1\"\r\n\r\nold programs see this\r\n\
                 --b1\r\nContent-Type: image/png\r\n\r\nPNG\r\n\
                 --b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{words}\r\n--b1--\r\n"
            )
        };
        let read = |encoding: &str, words: &str| {
            let message = message(encoding, words);
            assert!(is_message(message.as_bytes()));
            String::from_utf8(page(message.as_bytes()).expect("a page")).expect("letters").trim().to_owned()
        };
        assert_eq!(read("8bit", "<p>Шарт"), "<p>Шарт");
        assert_eq!(read("quoted-printable", "<p>=D0=A8 a=3Db=\r\nc =x"), "<p>Ш a=bc =x");
        assert_eq!(read("base64", "PHA+\r\nYQ=="), "<p>a");
        assert_eq!(
            page(b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>a").as_deref(),
            Some(&b"<p>a"[..])
        );
        assert_eq!(page(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nno part"), None);
    }
}
