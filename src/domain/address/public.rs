//! The addresses of the register that everybody may open: on codes, in links, in feeds.

use super::segment::{KitPage, Pair, Picture, ScanPicture, View};
use super::table::addresses;
use crate::domain::{Checksum, Clause, Code, Day};

addresses! {
    /// A public page or file. Its language may stand after it.
    Public {
        /// The first page.
        Start = "";
        /// The search in everything.
        Search = "search";
        /// The organizations by their districts.
        Organizations = "organizations";
        /// The help.
        Help = "help";
        /// The bytes of one published file.
        File(checksum: Checksum) = "f" / checksum;
        /// The feed of everything that is published.
        Feed = "feed.atom";
        /// The text of a document side by side or for the printer.
        CodeView(code: Code, view: View) = code / view;
        /// The same of one edition.
        VersionView(document: Code, version: u32, view: View) = document / version / view;
        /// The same on the stand of an organization.
        StandView(document: Code, organization: Code, view: View) = document / organization / view;
        /// The code of a document or a shelf as a picture.
        Qr(code: Code, picture: Picture) = code / picture;
        /// The code of a document on one stand as a picture.
        StandQr(document: Code, organization: Code, picture: Picture) = document / organization / picture;
        /// What a code opens: a document, or the shelf of an organization.
        Code(code: Code) = code;
        /// Every edition with its date, for programs (RFC 7089).
        Timemap(document: Code) = document / "timemap";
        /// What links from a document, for programs (RFC 9264).
        Linkset(document: Code) = document / "linkset";
        /// The feed of a document, or of the shelf of an organization.
        FeedOf(code: Code) = code / "feed.atom";
        /// The shelf of an organization inside of another site's page.
        Embed(organization: Code) = organization / "embed";
        /// What happened to a document.
        History(document: Code) = document / "history";
        /// The kit of a stand as a PDF.
        Kit(organization: Code) = organization / "kit.pdf";
        /// The kit to be looked at, and what may be chosen.
        KitPreview(organization: Code) = organization / "kit";
        /// The picture of a page of it.
        KitPicture(organization: Code, page: KitPage) = organization / "kit" / page;
        /// The sheet of one document for one stand as a PDF.
        Sheet(document: Code, organization: Code) = document / organization / "sheet.pdf";
        /// What answered on a day.
        On(document: Code, day: Day) = document / "at" / day;
        /// What changed between two editions.
        Compare(document: Code, pair: Pair) = document / "compare" / pair;
        /// The picture of an edition that messengers show beside a shared address, in a language.
        Card(document: Code, version: u32, lang: crate::domain::Lang) = document / version / lang / "card.png";
        /// The picture of a page of a text that was scanned.
        Scan(document: Code, version: u32, lang: crate::domain::Lang, scan: ScanPicture) = document / version / lang / scan;
        /// The labels for articles of a document that may be printed for a stand.
        ClauseLabels(document: Code, organization: Code) = document / organization / "labels";
        /// An article or a point of the text that answers today, which is shown first.
        Clause(document: Code, clause: Clause) = document / clause;
        /// The same on the stand of an organization: what the codes of labels for articles say.
        StandClause(document: Code, organization: Code, clause: Clause) = document / organization / clause;
        /// One edition, for ever.
        Version(document: Code, version: u32) = document / version;
        /// A document on the stand of an organization: what most codes say.
        Stand(document: Code, organization: Code) = document / organization;
    }
}

impl Public {
    /// The page of a document, on the stand of an organization where one is named.
    pub fn document(document: Code, stand: Option<Code>) -> Self {
        stand.map_or(Self::Code(document), |organization| Self::Stand(document, organization))
    }

    /// An article or a point of a document, on the stand of an organization where one is named.
    pub fn clause(document: Code, stand: Option<Code>, clause: Clause) -> Self {
        stand.map_or(Self::Clause(document, clause), |organization| {
            Self::StandClause(document, organization, clause)
        })
    }

    /// The same text in another view; none of what is no text.
    pub const fn viewed(self, view: View) -> Option<Self> {
        match self {
            Self::Code(document) => Some(Self::CodeView(document, view)),
            Self::Stand(document, organization) => Some(Self::StandView(document, organization, view)),
            Self::Version(document, version) => Some(Self::VersionView(document, version, view)),
            _ => None,
        }
    }

    /// Whether the answer is the same for every reader, whatever language is wished.
    pub const fn is_same_for_all(self) -> bool {
        matches!(self, Self::Timemap(_) | Self::Linkset(_) | Self::Card(..) | Self::Scan(..))
    }

    /// Whether it is a picture, which takes longer to be drawn than a page.
    pub const fn is_drawn(self) -> bool {
        matches!(self, Self::Card(..) | Self::Scan(..))
    }

    /// The organization that is named after a document, for whose stand the text is asked.
    pub const fn stand(self) -> Option<Code> {
        match self {
            Self::Stand(_, organization)
            | Self::StandView(_, organization, _)
            | Self::StandClause(_, organization, _) => Some(organization),
            _ => None,
        }
    }

    /// Whether it is what stands on walls.
    pub const fn is_printed(self) -> bool {
        matches!(self, Self::Code(_) | Self::Stand(..) | Self::Clause(..) | Self::StandClause(..))
    }

    /// Whether a language may stand after it.
    pub(super) const fn takes_language(self) -> bool {
        !matches!(self, Self::Timemap(_) | Self::Linkset(_) | Self::File(_))
    }

    /// Whether it is a page with a text, in which one can search.
    pub const fn is_text(self) -> bool {
        matches!(
            self,
            Self::Code(_)
                | Self::Stand(..)
                | Self::Clause(..)
                | Self::StandClause(..)
                | Self::Version(..)
                | Self::On(..)
        )
    }
}
