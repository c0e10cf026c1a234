//! The small parts of pages: words that may be in another language, links, notices. They know of no page.

use askama::Template;

use crate::domain::Lang;

/// Words that may be in another language than the page around them.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "passage.html")]
pub struct Passage {
    /// The words.
    pub text: String,
    /// The tag of their language, where it is not the page's.
    pub foreign: Option<&'static str>,
}

impl From<String> for Passage {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

impl Passage {
    /// Words in the language of the page, or in nobody knows which.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), foreign: None }
    }

    /// The words as they stand on a line: a number stays with its sign.
    fn shown(&self) -> String {
        self.text.replace("№ ", "№\u{a0}")
    }

    /// Words in `lang` on a page in `page`.
    pub fn new(text: impl Into<String>, lang: Lang, page: Lang) -> Self {
        Self { text: text.into(), foreign: (lang != page).then_some(lang.tag()) }
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
    /// Where to go.
    pub link: Option<Link>,
}

impl Banner {
    /// A notice without a link.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into(), link: None }
    }

    /// The notice with a link after its words.
    pub fn with_link(mut self, href: impl ToString, words: impl Into<String>) -> Self {
        self.link = Some(Link::new(href, words));
        self
    }
}
