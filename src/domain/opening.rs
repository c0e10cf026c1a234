//! Openings of documents, as they are counted: without people.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::calendar::Day;
use super::code::Code;
use super::lang::Lang;
use super::names::names;

names! {
    /// Who opened a document.
    pub enum ReaderKind {
        /// Somebody.
        Human = "human",
        /// A program, such as a messenger's link preview.
        Robot = "robot",
    }
}

/// The names by which programs that look like browsers are known. Every scan asks for them.
static ROBOTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/robots.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// What the first word of a browser's name begins with. All modern ones say Mozilla; the others are those of old telephones.
const BROWSERS: [&str; 9] =
    ["mozilla", "opera", "ucweb", "nokia", "samsung", "sonyericsson", "blackberry", "lg-", "mot-"];

/// How names of programs that follow links end.
const KINDS_OF_ROBOTS: [&str; 3] = ["bot", "spider", "crawler"];

/// Names of people's devices that end like that.
const PHONES: [&str; 1] = ["cubot"];

impl ReaderKind {
    /// Who names himself so in the header `User-Agent`: whole names, never parts of words. A program says what it is by
    /// convention: it does not begin like a browser, gives an address where to ask, or has a name of the list.
    pub fn of_agent(agent: &str) -> Self {
        let agent = agent.trim_start().to_ascii_lowercase();
        let is_browser = BROWSERS.iter().any(|browser| agent.starts_with(browser));
        let gives_address = agent.contains("http://") || agent.contains("https://");
        let is_name = |c: char| c.is_ascii_alphanumeric() || "-_.!".contains(c);
        let names_robot = || {
            agent.split(|c: char| !is_name(c) && c != '/').any(|word| {
                let (name, version) = word.split_once('/').unwrap_or((word, ""));
                let follows = KINDS_OF_ROBOTS.iter().any(|kind| name.ends_with(kind))
                    && version.starts_with(|c: char| c.is_ascii_digit())
                    && !PHONES.contains(&name);
                follows || ROBOTS.contains(name.trim_end_matches('!'))
            })
        };
        if is_browser && !gives_address && !names_robot() { Self::Human } else { Self::Robot }
    }
}

names! {
    /// How a reader came.
    pub enum OpeningWay {
        /// By the printed code, or by typing it.
        Scanned = "scanned",
        /// By an address that carries a language, as every link that is offered for sharing does.
        Shared = "shared",
        /// By a link on a page, of this site or of another, that carries no language: a tap on a shelf, say.
        Followed = "followed",
    }
}

/// One opening of a document. Equal ones are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Opening {
    /// The calendar day in Asia/Almaty.
    pub day: Day,
    /// The document.
    pub document: Code,
    /// The organization whose stand it was, where the address named one.
    pub organization: Option<Code>,
    /// The language of the text that was served.
    pub lang: Lang,
    /// Who opened it.
    pub reader: ReaderKind,
    /// How they came.
    pub way: OpeningWay,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_people_whatever_they_are_called() {
        let chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36";
        for device in ["CUBOT NOTE 21", "CUBOT_P9/V1", "M BOT TAB 103", "SM-A145F", "Robot 5", "Scanner X1"] {
            let agent = format!("Mozilla/5.0 (Linux; Android 12; {device}) {chrome}");
            assert_eq!(ReaderKind::of_agent(&agent), ReaderKind::Human, "{agent}");
        }
        for agent in [
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 [FBAN/FBIOS;FBAV/468.0]",
            "Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 Instagram 334.0",
            "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Version/4.0 Chrome/126 Telegram-Android/10.14",
            "Opera/9.80 (Android; Opera Mini/36.2/191.249; U; ru) Presto/2.12.423 Version/12.16",
            "Mozilla/5.0 (Windows NT 10.0; rv:127.0) Gecko/20100101 Firefox/127.0",
        ] {
            assert_eq!(ReaderKind::of_agent(agent), ReaderKind::Human, "{agent}");
        }
    }

    #[test]
    fn programs_are_none() {
        for agent in [
            "",
            "curl/8.5.0",
            "Go-http-client/2.0",
            "okhttp/4.12.0",
            "axios/1.6.8",
            "python-requests/2.31",
            "Apache-HttpClient/4.5.14 (Java/17.0.9)",
            "WhatsApp/2.24.10.75 A",
            "TelegramBot (like TwitterBot)",
            "Viber/21.0.0.4",
            "Mastodon/4.2.8 (http.rb/5.1.1; +https://m.example/)",
            "Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)",
            "Mozilla/5.0 (compatible; vkShare)",
            "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
            "Mozilla/5.0+(compatible; UptimeRobot/2.0)",
            "Mozilla/5.0 (compatible; YandexBot/3.0)",
            "Mozilla/5.0 (compatible; Yahoo! Slurp)",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/126.0.0.0 Safari/537.36",
        ] {
            assert_eq!(ReaderKind::of_agent(agent), ReaderKind::Robot, "{agent}");
        }
    }
}
