//! The fields of a form as they came, and how days in them are read.

use actix_web::{HttpRequest, web};

use crate::domain::{Day, Lang, calendar};
use crate::pages::admin::form::Typed;
use crate::web::refusals;

/// Names and values, in the order of the form.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl From<Vec<(String, String)>> for Fields {
    fn from(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }
}

impl Fields {
    /// The fields of an address.
    pub fn of_query(request: &HttpRequest) -> Self {
        let query = web::Query::<Vec<(String, String)>>::from_query(request.query_string());
        Self(query.map(web::Query::into_inner).unwrap_or_default())
    }

    /// The first value with this name, without white space around it; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Every value with this name.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let name = name.to_owned();
        self.0.iter().filter(move |(of, _)| *of == name).map(|(_, value)| value.trim())
    }

    /// The day with this name; none where nothing was typed.
    ///
    /// # Errors
    /// The sentence that says that it is no day.
    pub fn day(&self, name: &str, lang: Lang) -> Result<Option<Day>, String> {
        let typed = self.get(name);
        if typed.is_empty() {
            return Ok(None);
        }
        calendar::parse_day(typed).map(Some).ok_or_else(|| refusals::not_a_day(lang, typed))
    }

    /// Forgets the fields with this name, because they were taken.
    pub fn forget(&mut self, name: &str) {
        self.0.retain(|(of, _)| of != name);
    }

    /// Adds a field.
    pub fn push(&mut self, name: String, value: String) {
        self.0.push((name, value));
    }

    /// What a form shows again after a refusal.
    pub fn typed(self, form: &str, refusals: Vec<String>) -> Typed {
        Typed { form: form.to_owned(), fields: self.0, refusals }
    }
}
