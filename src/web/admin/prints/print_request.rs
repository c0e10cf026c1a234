//! What is wanted of many stands: whose kits, in which file, and how they are printed. All of it stands in addresses.

use crate::domain::address::{Admin, Href};
use crate::press::{self, BundleKind, Scope};
use crate::print::model::choice::Choice;
use crate::print::model::options::InvalidOption;

/// What was chosen in the form, as its address says.
#[derive(Debug, Clone, Default)]
pub struct PrintRequest {
    /// Whose kits.
    pub scope: Scope,
    /// In which file.
    pub bundle: BundleKind,
    /// What is printed, and how.
    pub choice: Choice,
    /// Whether it was chosen at all.
    pub is_asked: bool,
}

impl PrintRequest {
    /// What an address says.
    ///
    /// # Errors
    /// A value that there is not.
    pub fn read(fields: &[(String, String)]) -> Result<Self, InvalidOption> {
        let value =
            |name: &str| fields.iter().find(|(of, _)| of == name).map_or("", |(_, value)| value.trim());
        let given = |name: &str| Some(value(name).to_owned()).filter(|value| !value.is_empty());
        let name = value("bundle");
        let wrong = || InvalidOption::new("bundle", name);
        let bundle = if name.is_empty() { Some(BundleKind::default()) } else { BundleKind::parse(name) };
        Ok(Self {
            scope: Scope { district: given("district"), kind: given("kind") },
            bundle: bundle.ok_or_else(wrong)?,
            choice: Choice::read(fields.iter().map(|(key, value)| (key.as_str(), value.as_str())))?,
            is_asked: !name.is_empty(),
        })
    }

    /// All of it as the fields of an address.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let scope = [("district", &self.scope.district), ("kind", &self.scope.kind)];
        let scope = scope.into_iter().filter_map(|(name, value)| Some((name, value.clone()?)));
        [("bundle", self.bundle.name().to_owned())]
            .into_iter()
            .chain(scope)
            .chain(self.choice.pairs())
            .collect()
    }

    /// The address of the form with all of it.
    pub fn address(&self) -> Href {
        Href::to(Admin::Prints).with_all(self.fields())
    }

    /// The name of a file of so many kits.
    pub fn file_name(&self, kits: usize) -> String {
        format!("{}.{}", press::of_batch(&self.scope, kits, &self.choice), self.bundle.name())
    }
}
