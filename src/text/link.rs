//! Where links in a text may lead: a file is a stranger's, and so are its links.

use std::collections::{HashMap, HashSet};

use super::body::Body;

/// The longest address that is kept, in bytes: what browsers and servers commonly take.
const MAX_ADDRESS_BYTES: usize = 2_000;

/// Whether an address may stand on a page: `http`, `https`, `mailto` or `tel`, written in visible characters.
pub fn is_safe(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    let visible = |character: char| {
        !character.is_whitespace() && !character.is_control() && !matches!(character, '"' | '<' | '>' | '\\')
    };
    let leads = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest
            .strip_prefix("//")
            .is_some_and(|rest| rest.starts_with(|first: char| first.is_alphanumeric())),
        "mailto" | "tel" => !rest.is_empty(),
        _ => false,
    };
    leads && address.len() <= MAX_ADDRESS_BYTES && address.chars().all(visible)
}

/// Gives links within the text the anchors of the blocks that they name by a bookmark. `bookmarks` says before which
/// block each bookmark stands. A link that leads nowhere becomes mere words.
pub(super) fn settle(body: &mut Body, bookmarks: &HashMap<String, usize>) {
    let anchor = |bookmark: &str| {
        let block = body.blocks.get(*bookmarks.get(bookmark)?)?;
        Some(format!("#{}", block.anchor()?))
    };
    let targets: HashMap<&str, String> =
        bookmarks.keys().filter_map(|name| Some((name.as_str(), anchor(name)?))).collect();
    redirect(body, |bookmark| targets.get(bookmark).cloned());
}

/// Gives links within the text the anchors that the blocks have now; `before` are those that they had.
pub(super) fn follow(body: &mut Body, before: &[Option<String>]) {
    let moved = before.iter().zip(&body.blocks);
    let targets: HashMap<&str, String> = moved
        .filter_map(|(before, block)| Some((before.as_deref()?, format!("#{}", block.anchor()?))))
        .collect();
    redirect(body, |anchor| targets.get(anchor).cloned());
}

/// Turns links within the text whose anchors it does not have into mere words.
pub(super) fn prune(body: &mut Body) {
    let anchors: HashSet<String> =
        body.blocks.iter().filter_map(|block| Some(block.anchor()?.to_owned())).collect();
    redirect(body, |anchor| anchors.contains(anchor).then(|| format!("#{anchor}")));
}

fn redirect(body: &mut Body, target: impl Fn(&str) -> Option<String>) {
    body.for_each_span(|span| {
        if let Some(name) = span.link.as_deref().and_then(|link| link.strip_prefix('#')) {
            span.link = target(name);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn only_the_web_mail_and_telephones_are_led_to() {
        for address in [
            "https://adilet.zan.kz/kaz/docs/K1500000414#z158",
            "HTTP://example.kz",
            "mailto:chair@example.kz",
            "tel:+77011234567",
            "https://мектеп.қаз/",
        ] {
            assert!(is_safe(address), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " https://example.kz",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "//example.kz",
            "/admin",
            "example.kz",
            "https:example.kz",
            "https://",
            "https:///admin",
            "mailto:",
            "https://example.kz/\"onmouseover=",
            "",
        ] {
            assert!(!is_safe(address), "{address}");
        }
        assert!(!is_safe(&format!("https://example.kz/{}", "a".repeat(2_000))));
    }
}
