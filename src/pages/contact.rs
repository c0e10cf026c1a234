//! Whom a reader can ask.

use super::html::Passage;
use super::naming;
use super::site::Site;
use super::whatsapp;
use crate::domain::Lang;
use crate::domain::organization::{Organization, international_digits};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::say_with;

/// Whom to ask, with what can be tapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactView {
    /// The organization that is asked.
    pub organization: Passage,
    /// The person, where one is known.
    pub person: Option<Person>,
}

/// A person who answers members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The person's name.
    pub name: String,
    /// Where to find the person; empty where unknown.
    pub room: String,
    /// The telephone number as people write it; empty where there is none.
    pub phone: String,
    /// A `tel:` address.
    pub call: Option<String>,
    /// An address of WhatsApp with the question begun.
    pub write: Option<String>,
    /// When the contact was last confirmed, in words.
    pub confirmed: Passage,
}

/// Whom to ask: the first of these organizations that has a contact, else the union.
pub fn whom_to_ask<'a>(
    site: Site<'a>,
    page: Lang,
    organizations: impl IntoIterator<Item = &'a Organization>,
    message: &str,
) -> ContactView {
    let mut all = organizations.into_iter().chain([site.union]);
    let Some((organization, contact)) = all.find_map(|o| o.contact.as_ref().map(|contact| (o, contact)))
    else {
        return ContactView { organization: naming::name(site.union, page), person: None };
    };
    let confirmed = say_day(page, contact.confirmed_on, Form::Short);
    let person = Person {
        name: contact.name.clone(),
        room: contact.room.clone(),
        phone: contact.phone.clone(),
        call: international_digits(&contact.phone).map(|digits| format!("tel:+{digits}")),
        write: international_digits(&contact.whatsapp).map(|digits| whatsapp::message_to(&digits, message)),
        confirmed: Passage::plain(say_with(page, "contact-confirmed", &[("on", confirmed.as_str().into())]))
            .naming(contact.confirmed_on, confirmed),
    };
    ContactView { organization: naming::name(organization, page), person: Some(person) }
}
