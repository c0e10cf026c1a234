//! A browser in words that its owner knows again: "Chrome, Android". Nothing else of what it says of itself is kept.

/// What is looked for in what a browser says of itself, in this order: most of them name others as well.
const BROWSERS: [(&str, &str); 9] = [
    ("YaBrowser/", "Yandex"),
    ("SamsungBrowser/", "Samsung"),
    ("OPR/", "Opera"),
    ("Edg", "Edge"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// The same for machines.
const MACHINES: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

/// The words for a browser; empty where nothing of it is known.
pub(super) fn words(user_agent: &str) -> String {
    let known = |list: &[(&str, &'static str)]| {
        list.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    let words: Vec<&str> = known(&BROWSERS).into_iter().chain(known(&MACHINES)).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn browsers_are_called_as_their_owners_call_them() {
        let android = "Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
        assert_eq!(words(android), "Chrome, Android");
        assert_eq!(words(&format!("{android} YaBrowser/24.1")), "Yandex, Android");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
        assert_eq!(words(phone), "Safari, iPhone");
        assert_eq!(
            words("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0"),
            "Firefox, Windows"
        );
        assert_eq!(words("curl/8.5.0"), "");
        assert_eq!(words("<script>Linux"), "Linux", "only words of ours are kept");
    }
}
