//! What programs send as JSON. A field that nobody knows is refused, because what it says would be lost.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::domain::lang::Trilingual;

/// A short text in up to three languages, as it is sent.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In Kazakh.
    kk: Option<String>,
    /// In Russian.
    ru: Option<String>,
    /// In English.
    en: Option<String>,
}

impl From<&Words> for Trilingual {
    fn from(words: &Words) -> Self {
        let [kk, ru, en] =
            [&words.kk, &words.ru, &words.en].map(|words| words.as_deref().unwrap_or_default());
        Self::new(kk, ru, en)
    }
}

/// An organization that is to be entered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "number": "S777", "names": {"kk": "№777 мектеп", "ru": "Школа № 777"}, "kind": "school",
    "district": "Есіл ауданы / район Есиль"
}))]
pub struct OrganizationToAdd {
    /// The union's own number for it.
    pub number: String,
    /// Its names.
    pub names: Words,
    /// What it is, such as `school`.
    pub kind: String,
    /// Its district, in Kazakh and Russian.
    #[serde(default)]
    pub district: String,
    /// First day of its names, where it is known.
    #[schema(format = Date)]
    pub since: Option<String>,
    /// Whether the kind and the district are meant although no organization has them yet.
    #[serde(default)]
    pub new_words: bool,
}

/// What is to be changed of an organization; what is missing stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"district": "Алматы ауданы / район Алматы"}))]
pub struct OrganizationChange {
    /// The union's own number for it.
    pub number: Option<String>,
    /// What it is, such as `school`.
    pub kind: Option<String>,
    /// Its district, in Kazakh and Russian.
    pub district: Option<String>,
}

/// Other names of an organization. Its code, and every printed sheet, stays good.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"names": {"kk": "№54 гимназия", "ru": "Гимназия № 54"}, "since": "2026-09-01"}))]
pub struct NamesToGive {
    /// The names.
    pub names: Words,
    /// Since which day; it must have come.
    #[schema(format = Date)]
    pub since: Option<String>,
}

/// A document that is to be created. Its code may be printed before anything is published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "owner": "S054", "kind": "leaflet", "titles": {"kk": "Жадынама", "ru": "Памятка"}
}))]
pub struct DocumentToAdd {
    /// The code or number of the organization whose document it is.
    pub owner: String,
    /// What it is, such as `collective_agreement`.
    pub kind: String,
    /// Its titles; where all are missing, the kind and the owner's name stand in.
    #[serde(default)]
    pub titles: Words,
    /// Whom it concerns, in one line.
    #[serde(default)]
    pub concerns: Words,
    /// What labels call it, where its title is too long for them.
    #[serde(default)]
    pub short_titles: Words,
    /// To which organizations a document of the union applies: `all`, or `kinds:`, `districts:` or `organizations:` with
    /// a list parted by `|`. By default `all`.
    pub applies_to: Option<String>,
    /// The code of the document that took its place.
    pub successor: Option<String>,
}

/// The publication of a draft.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"state": "0123456789abcdef", "accept": ["no_headings"]}))]
pub struct DraftToPublish {
    /// The `state` of the draft, as it was last seen: what changed since is refused.
    pub state: String,
    /// The kinds of serious doubts that are accepted, by their names.
    #[serde(default)]
    pub accept: Vec<String>,
}

/// The withdrawal of an edition: the one before it answers again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Wrong file"}))]
pub struct WithdrawalToRecord {
    /// Why. It stands on the public page.
    pub reason: String,
}

/// Declares forms with files (RFC 7578). They describe what is read as the form of the page is; most fields are the same.
macro_rules! forms {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$of:meta])* $field:ident: $type:ty, )* } )+) => {
        $(
            $(#[$doc])*
            #[derive(ToSchema)]
            #[expect(dead_code, reason = "it describes a form, which is read by the names of its fields")]
            pub struct $name {
                $( $(#[$of])* $field: $type, )*
                /// The day of signing or adoption: `2026-09-01`.
                signed_on: Option<String>,
                /// The first day on which it applies. Until then the present edition goes on answering.
                effective_from: Option<String>,
                /// The last day of its term; agreements need one.
                term_end: Option<String>,
                /// Whether it goes on after its term: `none` or `until_replaced`.
                prolongation: Option<String>,
                /// The text in Kazakh: DOCX, ODT, RTF, DOC or PDF; or photos of its pages, as parts of the same name.
                #[schema(value_type = Option<String>, format = Binary)]
                text_kk: Option<String>,
                /// The text in Russian.
                #[schema(value_type = Option<String>, format = Binary)]
                text_ru: Option<String>,
                /// The text in English.
                #[schema(value_type = Option<String>, format = Binary)]
                text_en: Option<String>,
                /// Whether the text in Kazakh is `authentic` (by default) or a `translation`.
                authenticity_kk: Option<String>,
                /// The same of the text in Russian.
                authenticity_ru: Option<String>,
                /// The same of the text in English.
                authenticity_en: Option<String>,
                /// A further file.
                #[schema(value_type = Option<String>, format = Binary)]
                attachment_1: Option<String>,
                /// What it is: `annex` (by default), `amendment`, `signed_original` or `closed_original`.
                attachment_1_role: Option<String>,
                /// Its title; by default it is called like the file.
                attachment_1_title: Option<String>,
                /// The day on it.
                attachment_1_date: Option<String>,
                /// A second further file.
                #[schema(value_type = Option<String>, format = Binary)]
                attachment_2: Option<String>,
                /// What it is.
                attachment_2_role: Option<String>,
                /// Its title.
                attachment_2_title: Option<String>,
                /// The day on it.
                attachment_2_date: Option<String>,
                /// A third further file.
                #[schema(value_type = Option<String>, format = Binary)]
                attachment_3: Option<String>,
                /// What it is.
                attachment_3_role: Option<String>,
                /// Its title.
                attachment_3_title: Option<String>,
                /// The day on it.
                attachment_3_date: Option<String>,
            }

            impl $name {
                /// The names of its fields.
                pub const FIELDS: &'static [&'static str] = &[
                    $( stringify!($field), )*
                    "signed_on", "effective_from", "term_end", "prolongation", "text_kk", "text_ru", "text_en",
                    "authenticity_kk", "authenticity_ru", "authenticity_en",
                    "attachment_1", "attachment_1_role", "attachment_1_title", "attachment_1_date",
                    "attachment_2", "attachment_2_role", "attachment_2_title", "attachment_2_date",
                    "attachment_3", "attachment_3_role", "attachment_3_title", "attachment_3_date",
                ];
            }
        )+
    };
}

forms! {
    /// A draft that is begun.
    DraftToBegin {
        /// The ordinal of the version that it corrects: it begins with all that this one has.
        corrects: Option<u32>,
        /// The ordinal of the version whose texts stay, because something amends it.
        amends: Option<u32>,
    }

    /// What is to be changed of a draft; what is missing stays, and a text takes the place of the one in its language.
    DraftChange {
        /// The `id` of a file that is taken out; may stand several times.
        remove: Option<String>,
    }

    /// An edition that is published at once, without a draft.
    EditionToPublish {
        /// The ordinal of the version that it corrects: what is missing here is taken over from it.
        corrects: Option<u32>,
        /// The ordinal of the version whose texts stay, because something amends it.
        amends: Option<u32>,
        /// A kind of serious doubt that is accepted, by its name; may stand several times.
        accept: Option<String>,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use utoipa::PartialSchema;

    use super::*;

    fn described<T: PartialSchema>() -> BTreeSet<String> {
        let schema = serde_json::to_value(T::schema()).expect("JSON");
        schema["properties"].as_object().expect("fields").keys().cloned().collect()
    }

    #[test]
    fn each_form_takes_the_fields_that_are_described_and_no_other() {
        for (described, taken) in [
            (described::<DraftToBegin>(), DraftToBegin::FIELDS),
            (described::<DraftChange>(), DraftChange::FIELDS),
            (described::<EditionToPublish>(), EditionToPublish::FIELDS),
        ] {
            assert_eq!(described, taken.iter().map(|name| (*name).to_owned()).collect());
        }
    }
}
