//! What the lists of the office show that is not as it should be: texts that are missing, stands, codes that nothing has.

use super::group::{Group, Line, documents, message, number, organizations};
use crate::domain::address::{Admin, Href, Public};
use crate::domain::agreement_state::AgreementState;
use crate::domain::document::Document;
use crate::domain::listing::{DocumentsWanted, OrganizationsWanted, ReadingWanted, StandWanted};
use crate::domain::organization::Organization;
use crate::domain::posted::{Advice, Posted};
use crate::domain::stand_life::SILENT_DAYS;
use crate::domain::{Day, Lang, TypedCode};
use crate::pages::admin::filters::Count;
use crate::pages::html::Passage;
use crate::pages::posted::{self, StandView};
use crate::pages::{kit_address, naming};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say, say_of, say_with};

/// A part of a list, and how long the whole is.
#[derive(Debug)]
pub struct Part<T> {
    /// The first of it.
    pub found: Vec<T>,
    /// How many there are.
    pub count: Count,
}

/// Documents that have no text in a language, with their owners.
pub type Lacking<'a> = Part<(&'a Document, &'a Organization)>;

/// A stand of which something is to be said.
#[derive(Debug, Clone)]
pub struct NeedyStand<'a> {
    /// Whose it is.
    pub organization: &'a Organization,
    /// What is known to hang there.
    pub posted: &'a Posted,
    /// What is to be done.
    pub advice: Advice,
    /// The last day on which a person scanned a code of it.
    pub last: Option<Day>,
}

/// A code that nothing has: how often it was asked for, and on which day last.
pub type StrayCode = (TypedCode, u64, Day);

/// What the lists of organizations and stands say: for those who may open them.
#[derive(Debug)]
pub struct Stands<'a> {
    /// Organizations without an agreement.
    pub without_agreement: Part<&'a Organization>,
    /// Stands, by what is to be said of them.
    pub needy: Vec<(StandWanted, Part<NeedyStand<'a>>)>,
    /// Codes that nothing has.
    pub strays: Part<StrayCode>,
}

/// How a text is missing, by its language.
pub const fn lacking_in(lang: Lang) -> Option<ReadingWanted> {
    match lang {
        Lang::Kk => Some(ReadingWanted::WithoutKazakh),
        Lang::Ru => Some(ReadingWanted::WithoutRussian),
        Lang::En => None,
    }
}

/// Documents without a text, in one language.
pub(super) fn lacking(reading: ReadingWanted, part: &Lacking<'_>, origin: &str, page: Lang) -> Option<Group> {
    let name = reading.name();
    let line = |(document, owner): &(&Document, &Organization)| {
        let of = naming::name(owner, page).text;
        let title = naming::title(document, owner, page);
        let link = Href::to(Public::Code(document.code)).in_language(page);
        let text = format!("{}\n{}\n{origin}{link}", title.text, say(page, &format!("message-{name}")));
        // What is the union's own is nobody's to send.
        let whatsapp = (!owner.is_union).then(|| message(owner, &text));
        let line = Line::new(format!("{name}/{}", document.code), Admin::Document(document.code), title);
        Line { words: of.clone(), of, whatsapp, ..line }
    };
    let wanted = DocumentsWanted { reading: Some(reading), ..DocumentsWanted::default() };
    let group = Group::new(name, part.count, part.found.iter().map(line).collect(), page)?;
    Some(group.listed(documents(&wanted), page))
}

/// Organizations, stands and codes.
pub(super) fn of_stands(stands: &Stands<'_>, origin: &str, page: Lang) -> Vec<Group> {
    let stand = |(wanted, part): &(StandWanted, Part<NeedyStand<'_>>)| needy(*wanted, part, origin, page);
    let without = without_agreement(&stands.without_agreement, origin, page);
    let strays = strays(&stands.strays, page);
    without.into_iter().chain(stands.needy.iter().filter_map(stand)).chain(strays).collect()
}

fn without_agreement(part: &Part<&Organization>, origin: &str, page: Lang) -> Option<Group> {
    let line = |organization: &&Organization| {
        let asked = say(page, "message-without-agreement");
        let whatsapp = Some(to_chair(organization, &asked, &shelf(organization, page), origin, page));
        let href = Admin::Organization(organization.code);
        let name = naming::name(organization, page);
        let of = name.text.clone();
        Line { of, whatsapp, ..Line::new(format!("without-agreement/{}", organization.code), href, name) }
    };
    let agreement = Some(AgreementState::Without);
    let list = organizations(&OrganizationsWanted { agreement, ..OrganizationsWanted::default() });
    let group = Group::new("without-agreement", part.count, part.found.iter().map(line).collect(), page)?;
    Some(group.listed(list, page))
}

fn needy(wanted: StandWanted, part: &Part<NeedyStand<'_>>, origin: &str, page: Lang) -> Option<Group> {
    let name = format!("stand-{}", wanted.name());
    let line = |stand: &NeedyStand<'_>| {
        let organization = stand.organization;
        let href = Href::to(Admin::Organization(organization.code)).at("stand");
        let (words, asked, link) = stand.words(wanted, page);
        let title = naming::name(organization, page);
        let whatsapp = Some(to_chair(organization, &asked, &link, origin, page));
        let of = title.text.clone();
        Line { of, words, whatsapp, ..Line::new(format!("{name}/{}", organization.code), href, title) }
    };
    let list = organizations(&OrganizationsWanted { stand: Some(wanted), ..OrganizationsWanted::default() });
    Some(Group::new(&name, part.count, part.found.iter().map(line).collect(), page)?.listed(list, page))
}

impl NeedyStand<'_> {
    /// What is said of it, what the chair is asked, and what the chair opens.
    fn words(&self, wanted: StandWanted, page: Lang) -> (String, String, Href) {
        let organization = self.organization;
        if wanted == StandWanted::Outdated {
            let stand = StandView { organization, posted: self.posted, advice: &self.advice, named: &[] };
            let words = posted::summary(&stand, page).unwrap_or_default();
            let kit = kit_address::of_advice(organization.code, &self.advice);
            return (words.clone(), words, kit.unwrap_or_else(|| shelf(organization, page)));
        }
        let last =
            self.last.map(|day| say_of(page, "hang-list-opened", "date", &say_day(page, day, Form::Short)));
        let days = [("days", Argument::from(SILENT_DAYS))];
        let asked = say_with(page, &format!("message-stand-{}", wanted.name()), &days);
        (last.unwrap_or_default(), asked, shelf(organization, page))
    }
}

/// The page of an organization's stand.
fn shelf(organization: &Organization, page: Lang) -> Href {
    Href::to(Public::Code(organization.code)).in_language(page)
}

/// A message to the chair of an organization, with what to open.
fn to_chair(organization: &Organization, asked: &str, link: &Href, origin: &str, page: Lang) -> String {
    message(organization, &format!("{}\n{asked}\n{origin}{link}", naming::name(organization, page).text))
}

fn strays(part: &Part<StrayCode>, page: Lang) -> Option<Group> {
    let line = |(code, count, last): &StrayCode| {
        let key = if code.code().is_some() { "need-stray-unknown" } else { "need-stray-mistyped" };
        let last = say_day(page, *last, Form::Short);
        let count = number(usize::try_from(*count).unwrap_or(usize::MAX));
        let words = say_with(page, key, &[("count", count), ("date", last.into())]);
        let name = format!("stray/{}", code.as_str());
        Line { href: None, words, ..Line::new(name, "", Passage::plain(code.grouped())) }
    };
    Group::new("strays", part.count, part.found.iter().map(line).collect(), page)
}
