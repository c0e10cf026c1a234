//! The addresses of programs.

use super::segment::Number;
use super::table::addresses;
use crate::domain::ids::DraftId;
use crate::domain::{Code, Lang};

addresses! {
    /// What programs ask.
    Api {
        /// The union, and how much the register holds.
        Union as UNION = "api" / "v1" / "union";
        /// The organizations.
        Organizations as ORGANIZATIONS = "api" / "v1" / "organizations";
        /// One organization.
        Organization(code: Code) as ORGANIZATION = "api" / "v1" / "organizations" / code;
        /// Its names.
        OrganizationNames(code: Code) as ORGANIZATION_NAMES = "api" / "v1" / "organizations" / code / "names";
        /// What hangs on its stand.
        Shelf(code: Code) as SHELF = "api" / "v1" / "organizations" / code / "shelf";
        /// The documents.
        Documents as DOCUMENTS = "api" / "v1" / "documents";
        /// One document.
        Document(code: Code) as DOCUMENT = "api" / "v1" / "documents" / code;
        /// The text that applies on a day.
        Answer(code: Code) as ANSWER = "api" / "v1" / "documents" / code / "answer";
        /// What happened to a document.
        History(code: Code) as HISTORY = "api" / "v1" / "documents" / code / "history";
        /// The drafts of its next edition.
        DocumentDrafts(code: Code) as DOCUMENT_DRAFTS = "api" / "v1" / "documents" / code / "drafts";
        /// One draft.
        Draft(draft: DraftId) as DRAFT = "api" / "v1" / "drafts" / draft;
        /// The publication of a draft.
        DraftPublication(draft: DraftId) as DRAFT_PUBLICATION = "api" / "v1" / "drafts" / draft / "publication";
        /// The editions of a document.
        Versions(code: Code) as VERSIONS = "api" / "v1" / "documents" / code / "versions";
        /// One edition.
        Version(code: Code, ordinal: Number) as VERSION = "api" / "v1" / "documents" / code / "versions" / ordinal;
        /// The withdrawal of an edition.
        Withdrawal(code: Code, ordinal: Number) as WITHDRAWAL =
            "api" / "v1" / "documents" / code / "versions" / ordinal / "withdrawal";
        /// The body of a text with its structure.
        Body(code: Code, ordinal: Number, lang: Lang) as BODY =
            "api" / "v1" / "documents" / code / "versions" / ordinal / "texts" / lang / "body";
        /// The words of a text.
        Plain(code: Code, ordinal: Number, lang: Lang) as PLAIN =
            "api" / "v1" / "documents" / code / "versions" / ordinal / "texts" / lang / "plain";
        /// What a code stands for.
        Meaning(code: Code) as MEANING = "api" / "v1" / "codes" / code;
        /// The search.
        Search as SEARCH = "api" / "v1" / "search";
        /// The token with which is asked.
        Token as TOKEN = "api" / "v1" / "token";
    }
}
