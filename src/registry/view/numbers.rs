//! What people opened over a period, and how far the union is covered. Counted as it is written down: a few seconds ago.

use std::collections::HashMap;

use super::View;
use crate::domain::coverage::Coverage;
use crate::domain::organization::Organization;
use crate::domain::{Code, Day, Lang};
use crate::registry::Result;
use crate::storage::numbers::{self, Days, OfStand};

impl View {
    /// What people opened on each day of a period on which they opened anything.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn opened_by_day(&self, days: Days) -> Result<Vec<(Day, u64)>> {
        self.ask_all(|conn| Ok(numbers::by_day(conn, days)?))
    }

    /// What people opened in each language over a period.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn opened_by_lang(&self, days: Days) -> Result<Vec<(Lang, u64)>> {
        self.ask_all(|conn| Ok(numbers::by_lang(conn, days)?))
    }

    /// What people opened at the stands of each district over a period; an empty one stands for none.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn opened_by_district(&self, days: Days) -> Result<Vec<(String, u64)>> {
        self.ask_all(|conn| Ok(numbers::by_district(conn, days)?))
    }

    /// How often people opened each of these documents over a period; those that nobody opened are left out.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn opened_documents(&self, documents: &[Code], days: Days) -> Result<HashMap<Code, u64>> {
        self.ask_all(|conn| Ok(numbers::of_documents(conn, documents, days)?))
    }

    /// How often people opened something at each of these stands over a period; those at which nobody did are left out.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn opened_at_stands(&self, stands: &[Code], days: Days) -> Result<HashMap<Code, u64>> {
        self.ask_all(|conn| Ok(numbers::of_stands(conn, stands, days)?))
    }

    /// What people opened at the stand of an organization over a period.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn opened_at(&self, organization: &Organization, days: Days) -> Result<OfStand> {
        self.ask_all(|conn| Ok(numbers::of_stand(conn, organization.code, days)?))
    }

    /// How far each district is covered today.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn coverage(&self) -> Result<Vec<Coverage>> {
        let today = self.as_of.day;
        self.ask_all(|conn| Ok(numbers::coverage(conn, today)?))
    }
}
