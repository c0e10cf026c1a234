//! The addresses of programs.

use super::segment::Number;
use super::table::addresses;
use crate::domain::{Code, Lang};

addresses! {
    /// What programs ask.
    Api {
        /// The union, and how much the register holds.
        Union = "api" / "v1" / "union";
        /// The organizations.
        Organizations = "api" / "v1" / "organizations";
        /// One organization.
        Organization(organization: Code) = "api" / "v1" / "organizations" / organization;
        /// What hangs on its stand.
        Shelf(organization: Code) = "api" / "v1" / "organizations" / organization / "shelf";
        /// The documents.
        Documents = "api" / "v1" / "documents";
        /// One document.
        Document(document: Code) = "api" / "v1" / "documents" / document;
        /// The text that applies on a day.
        Answer(document: Code) = "api" / "v1" / "documents" / document / "answer";
        /// What happened to a document.
        History(document: Code) = "api" / "v1" / "documents" / document / "history";
        /// One edition.
        Version(document: Code, number: Number) = "api" / "v1" / "documents" / document / "versions" / number;
        /// The body of a text with its structure.
        Body(document: Code, number: Number, lang: Lang) =
            "api" / "v1" / "documents" / document / "versions" / number / "texts" / lang / "body";
        /// The words of a text.
        Plain(document: Code, number: Number, lang: Lang) =
            "api" / "v1" / "documents" / document / "versions" / number / "texts" / lang / "plain";
        /// What a code stands for.
        Meaning(code: Code) = "api" / "v1" / "codes" / code;
        /// The search.
        Search = "api" / "v1" / "search";
    }
}
