//! What the lists of the office show: filters that stand in the address of a list, so that a list can be kept and sent.
//!
//! Each filter reads the fields of a query and writes them; a test holds the two together.

use super::agreement_state::AgreementState;
use super::document_kind::DocumentKind;
use super::names::names;
use super::organization::OrganizationStatus;
use super::reminder::ReminderKind;

/// What stands in a query for having none: a name is never this sign alone.
pub const NONE: &str = "-";

names! {
    /// Which stands are listed.
    pub enum StandWanted {
        /// Those that live (see [`StandLife`](super::stand_life::StandLife)).
        Live = "live",
        /// Those that were scanned earlier, and not lately.
        Silent = "silent",
        /// Those that nobody ever scanned.
        Never = "never",
        /// Those with a sheet to be printed anew or taken down.
        Outdated = "outdated",
        /// Those whose code was never printed.
        Unprinted = "unprinted",
    }
}

names! {
    /// Which documents are listed by how they are read.
    pub enum ReadingWanted {
        /// Those without a published text.
        WithoutText = "without-text",
        /// Those that nobody ever opened.
        NeverOpened = "never-opened",
        /// Those whose present text there is not in Kazakh.
        WithoutKazakh = "without-kk",
        /// Those whose present text there is not in Russian.
        WithoutRussian = "without-ru",
        /// Those with a draft that has waited for some days (see [`drafts_begun_before`](super::draft::drafts_begun_before)).
        DraftWaits = "draft-waits",
    }
}

/// A field of a query that a list does not know, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownFilter(pub &'static str);

/// A field with its value.
pub type QueryField = (&'static str, String);

/// Which organizations are listed: everything that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganizationsWanted {
    /// Words of their names, their number or code; empty for all.
    pub words: String,
    /// The district, as it is written down; an empty one stands for none.
    pub district: Option<String>,
    /// The kind, as it is written down; an empty one stands for none.
    pub kind: Option<String>,
    /// Whether they exist.
    pub status: Option<OrganizationStatus>,
    /// How they stand with their agreement. Only active primary organizations are.
    pub agreement: Option<AgreementState>,
    /// How their stands are. The same holds.
    pub stand: Option<StandWanted>,
}

/// Which documents are listed: everything that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentsWanted {
    /// Words of their titles and owners, or a code; empty for all.
    pub words: String,
    /// Their kind.
    pub kind: Option<DocumentKind>,
    /// The district of their owner; an empty one stands for none.
    pub district: Option<String>,
    /// The kind of their owner; an empty one stands for none.
    pub owner_kind: Option<String>,
    /// What they ask of the office.
    pub asks: Option<ReminderKind>,
    /// How they are read.
    pub reading: Option<ReadingWanted>,
}

/// A value that may stand for none.
fn named(text: &str) -> Option<String> {
    match text {
        "" => None,
        NONE => Some(String::new()),
        text => Some(text.to_owned()),
    }
}

/// How [`named`] reads it.
fn written(value: &str) -> String {
    if value.is_empty() { NONE.to_owned() } else { value.to_owned() }
}

/// A value of a closed set.
fn known<T>(
    name: &'static str,
    text: &str,
    parse: fn(&str) -> Option<T>,
) -> Result<Option<T>, UnknownFilter> {
    match text {
        "" => Ok(None),
        text => parse(text).map(Some).ok_or(UnknownFilter(name)),
    }
}

/// The fields that are given.
fn given<const N: usize>(fields: [(&'static str, Option<String>); N]) -> Vec<QueryField> {
    fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

impl OrganizationsWanted {
    /// Reads the fields of a query, each by its name; one that is missing is empty.
    ///
    /// # Errors
    /// A value that no list has.
    pub fn read<'q>(field: impl Fn(&str) -> &'q str) -> Result<Self, UnknownFilter> {
        Ok(Self {
            words: field("q").trim().to_owned(),
            district: named(field("district").trim()),
            kind: named(field("kind").trim()),
            status: known("status", field("status"), OrganizationStatus::parse)?,
            agreement: known("agreement", field("agreement"), AgreementState::parse)?,
            stand: known("stand", field("stand"), StandWanted::parse)?,
        })
    }

    /// The fields of a query that is read as this filter.
    pub fn fields(&self) -> Vec<QueryField> {
        given([
            ("q", Some(self.words.clone()).filter(|words| !words.is_empty())),
            ("district", self.district.as_deref().map(written)),
            ("kind", self.kind.as_deref().map(written)),
            ("status", self.status.map(|status| status.name().to_owned())),
            ("agreement", self.agreement.map(|state| state.name().to_owned())),
            ("stand", self.stand.map(|stand| stand.name().to_owned())),
        ])
    }
}

impl DocumentsWanted {
    /// Reads the fields of a query, each by its name; one that is missing is empty.
    ///
    /// # Errors
    /// A value that no list has.
    pub fn read<'q>(field: impl Fn(&str) -> &'q str) -> Result<Self, UnknownFilter> {
        Ok(Self {
            words: field("q").trim().to_owned(),
            kind: known("kind", field("kind"), DocumentKind::parse)?,
            district: named(field("district").trim()),
            owner_kind: named(field("of").trim()),
            asks: known("asks", field("asks"), ReminderKind::parse)?,
            reading: known("reading", field("reading"), ReadingWanted::parse)?,
        })
    }

    /// The fields of a query that is read as this filter.
    pub fn fields(&self) -> Vec<QueryField> {
        given([
            ("q", Some(self.words.clone()).filter(|words| !words.is_empty())),
            ("kind", self.kind.map(|kind| kind.name().to_owned())),
            ("district", self.district.as_deref().map(written)),
            ("of", self.owner_kind.as_deref().map(written)),
            ("asks", self.asks.map(|kind| kind.name().to_owned())),
            ("reading", self.reading.map(|reading| reading.name().to_owned())),
        ])
    }
}

#[cfg(test)]
mod tests {
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    /// Words and names as forms send them: without white space around them, and none of them the sign for none.
    fn name() -> impl Strategy<Value = String> {
        "[А-ЯӘІҢҒҮҰҚӨҺа-яәіңғүұқөһA-Z0-9&=+%#? /-]{0,20}"
            .prop_map(|name| name.trim().to_owned())
            .prop_filter("a name is never that sign", |name| name != NONE)
    }

    fn field<'f>(fields: &'f [QueryField], name: &str) -> &'f str {
        fields.iter().find(|(of, _)| *of == name).map_or("", |(_, value)| value)
    }

    proptest! {
        #[test]
        fn a_filter_of_organizations_is_read_as_it_is_written(
            words in name(),
            district in option::of(name()),
            kind in option::of(name()),
            status in option::of(select(OrganizationStatus::ALL.to_vec())),
            agreement in option::of(select(AgreementState::ALL.to_vec())),
            stand in option::of(select(StandWanted::ALL.to_vec())),
        ) {
            let wanted = OrganizationsWanted { words, district, kind, status, agreement, stand };
            let fields = wanted.fields();
            prop_assert_eq!(OrganizationsWanted::read(|name| field(&fields, name)), Ok(wanted));
        }

        #[test]
        fn a_filter_of_documents_is_read_as_it_is_written(
            words in name(),
            kind in option::of(select(DocumentKind::ALL.to_vec())),
            district in option::of(name()),
            owner_kind in option::of(name()),
            asks in option::of(select(ReminderKind::ALL.to_vec())),
            reading in option::of(select(ReadingWanted::ALL.to_vec())),
        ) {
            let wanted = DocumentsWanted { words, kind, district, owner_kind, asks, reading };
            let fields = wanted.fields();
            prop_assert_eq!(DocumentsWanted::read(|name| field(&fields, name)), Ok(wanted));
        }
    }

    #[test]
    fn what_no_list_has_is_named() {
        let one = |wanted: &'static str| move |name: &str| if name == wanted { "nothing" } else { "" };
        for name in ["status", "agreement", "stand"] {
            assert_eq!(OrganizationsWanted::read(one(name)), Err(UnknownFilter(name)));
        }
        for name in ["kind", "asks", "reading"] {
            assert_eq!(DocumentsWanted::read(one(name)), Err(UnknownFilter(name)));
        }
    }
}
