//! The kinds of organizations that have a name in every language.

use super::names::names;

names! {
    /// What an organization is. A table of organizations may bring other kinds, which are kept in their own words.
    pub enum OrganizationKind {
        /// The union itself.
        Union = "union",
        /// A school.
        School = "school",
        /// A school-lyceum.
        SchoolLyceum = "school-lyceum",
        /// A school-gymnasium.
        SchoolGymnasium = "school-gymnasium",
        /// A kindergarten.
        Kindergarten = "kindergarten",
        /// A college.
        College = "college",
        /// A university.
        University = "university",
        /// An organization of education outside school.
        Extracurricular = "extracurricular",
        /// An organization of special education.
        Special = "special",
        /// Anything else.
        Other = "other",
    }
}

impl OrganizationKind {
    /// The kinds that a primary organization may be of.
    pub fn of_members() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|kind| *kind != Self::Union)
    }
}
