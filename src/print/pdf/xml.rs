//! Texts in XML: metadata here, drawings elsewhere.

/// A text with the letters that XML keeps for itself written otherwise (XML 1.0, 2.4); what XML forbids is left out.
pub fn escaped(text: &str) -> String {
    let allowed = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    allowed.fold(String::with_capacity(text.len()), |mut escaped, c| {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup() {
        assert_eq!(escaped("<b>А & Б</b>\u{0}\u{b}\u{FFFF}"), "&lt;b&gt;А &amp; Б&lt;/b&gt;");
    }
}
