//! The small parts of pages: words that may be in another language, links, notices. They know of no page.

use askama::Template;

use crate::domain::{Day, Lang};

/// Words that may be in another language than the page around them.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "passage.html")]
pub struct Passage {
    /// The words.
    pub text: String,
    /// The tag of their language, where it is not the page's.
    pub foreign: Option<&'static str>,
    /// The days that are named in them, as they are written there: programs read these too.
    pub days: Vec<(Day, String)>,
}

impl From<String> for Passage {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

impl Passage {
    /// Words in the language of the page, or in nobody knows which.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), foreign: None, days: Vec::new() }
    }

    /// The words, in which a day stands as it is written.
    pub fn naming(mut self, day: Day, written: impl Into<String>) -> Self {
        self.days.push((day, written.into()));
        self
    }

    /// The words as they stand on a line, in pieces: a day is a piece of its own, a number stays with its sign.
    fn shown(&self) -> Vec<(Option<Day>, String)> {
        let mut pieces = Vec::new();
        let mut rest = self.text.as_str();
        for (day, written) in &self.days {
            let Some((before, after)) = rest.split_once(written.as_str()) else { continue };
            pieces.extend([(None, before), (Some(*day), written.as_str())]);
            rest = after;
        }
        pieces.push((None, rest));
        pieces.into_iter().map(|(day, text)| (day, text.replace("№ ", "№\u{a0}"))).collect()
    }

    /// Words in `lang` on a page in `page`.
    pub fn new(text: impl Into<String>, lang: Lang, page: Lang) -> Self {
        Self { foreign: (lang != page).then_some(lang.tag()), ..Self::plain(text) }
    }
}

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The words.
    pub words: Passage,
}

impl Link {
    /// A link in the language of the page.
    pub fn new(href: impl ToString, words: impl Into<String>) -> Self {
        Self { href: href.to_string(), words: Passage::plain(words) }
    }
}

/// How urgent a notice is: it chooses the look, never the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// All is well.
    Good,
    /// Worth knowing.
    Notice,
    /// The reader must not rely on the text.
    Warning,
}

impl Tone {
    /// The class in the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Notice => "notice",
            Self::Warning => "warning",
        }
    }
}

/// A notice above the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// How urgent it is.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// The days that are named in it, as they are written there.
    pub days: Vec<(Day, String)>,
    /// Where to go.
    pub link: Option<Link>,
}

impl Banner {
    /// A notice without a link.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into(), days: Vec::new(), link: None }
    }

    /// The notice, in which a day stands as it is written.
    pub fn naming(mut self, day: Day, written: impl Into<String>) -> Self {
        self.days.push((day, written.into()));
        self
    }

    /// What it says, as it stands on a page.
    pub fn words(&self) -> Passage {
        Passage { days: self.days.clone(), ..Passage::plain(self.text.as_str()) }
    }

    /// The notice with a link after its words.
    pub fn with_link(mut self, href: impl ToString, words: impl Into<String>) -> Self {
        self.link = Some(Link::new(href, words));
        self
    }
}
