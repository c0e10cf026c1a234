//! Many kits, one after the other, in the order in which they are delivered.

use std::fmt;
use std::io;
use std::ops::ControlFlow;
use std::rc::Rc;

use super::{Bundle, Order, PressError, prove_with, why};
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::shelf::names_district;
use crate::domain::{Code, Lang};
use crate::print::model::kit::Kit;
use crate::print::pdf::Fonts;
use crate::registry::{self, OrganizationFilter, Registry, View};

/// Whose kits are printed: everything that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The district, in both languages or in either; none for all.
    pub district: Option<String>,
    /// The kind, such as `school`; none for all.
    pub kind: Option<String>,
}

impl Scope {
    /// The codes of the organizations, by district and then by number. Those that do not exist any more have no stand.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organizations(&self, view: &View) -> registry::Result<Vec<Code>> {
        let districts = match &self.district {
            Some(wanted) => {
                let (mut districts, _) = view.districts_and_kinds()?;
                let wanted = wanted.trim().to_lowercase();
                districts.retain(|district| names_district(&district.to_lowercase(), &wanted));
                Some(districts)
            }
            None => None,
        };
        let (status, kind) = (Some(OrganizationStatus::Active), self.kind.clone());
        view.recipients(&OrganizationFilter { status, kind, districts, ..OrganizationFilter::default() })
    }
}

/// Kits to be printed with the same choices, each from the register as it is when its turn comes.
#[derive(Debug, Clone)]
pub struct Batch {
    /// What is printed.
    pub order: Order,
    /// Whose kits, in the order of delivery.
    pub organizations: Vec<Code>,
    /// The language of what is told.
    pub lang: Lang,
}

/// A kit that could not be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotPrinted {
    /// The organization's number.
    pub number: String,
    /// Its name.
    pub name: String,
    /// Why, in words.
    pub why: String,
}

impl fmt::Display for NotPrinted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.number, self.name, self.why)
    }
}

/// What happened to a kit.
#[derive(Debug)]
pub enum Told<'a> {
    /// It was handed out.
    Printed(&'a Organization),
    /// It was left out, and the rest goes on.
    NotPrinted(&'a NotPrinted),
}

/// Why a batch ended before its end.
#[derive(Debug)]
pub enum BatchError {
    /// Somebody stopped it.
    Stopped,
    /// Every kit was left out: there is nothing that the file could hold.
    Nothing,
    /// It cannot be written any more: nobody waits for it, or a disk is full.
    Output(io::Error),
    /// The codes could not be kept. What is not kept is not given away.
    Registry(registry::Error),
}

impl Batch {
    /// The pages of all kits together, and the kits that cannot be laid out.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn counted(&self, registry: &Registry) -> registry::Result<(usize, Vec<NotPrinted>)> {
        let fonts = Fonts::new();
        let mut not_printed = Vec::new();
        let mut pages = 0;
        for code in &self.organizations {
            let Some((organization, kit)) = self.kit(registry, *code)? else { continue };
            match super::laid_out(&kit, &fonts) {
                Ok(document) => pages += document.pages.len(),
                Err(error) => not_printed.push(self.not_printed(&organization, &kit, &error)),
            }
        }
        Ok((pages, not_printed))
    }

    /// Prints every kit into the bundle. The codes of each are kept before the first byte of it is given away. An
    /// organization that was dissolved meanwhile gets none.
    ///
    /// # Errors
    /// See [`BatchError`]; the bundle then gets no end.
    pub fn print(
        &self,
        registry: &Registry,
        bundle: &mut dyn Bundle,
        told: &mut dyn FnMut(Told<'_>) -> ControlFlow<()>,
    ) -> Result<(), BatchError> {
        let fonts = Rc::default();
        let (mut printed, mut not_printed) = (0_usize, Vec::new());
        for code in &self.organizations {
            let Some((organization, kit)) = self.kit(registry, *code).map_err(BatchError::Registry)? else {
                continue;
            };
            let flow = match prove_with(&kit, &fonts).and_then(|proved| bundle.ready(proved)) {
                Ok(ready) => {
                    registry.keep_codes(&ready.kit().codes()).map_err(BatchError::Registry)?;
                    bundle.add(&organization, &kit.choice, &ready).map_err(BatchError::Output)?;
                    printed += 1;
                    told(Told::Printed(&organization))
                }
                Err(error) => {
                    tracing::error!(?error, organization = %organization.code, "a kit was not printed");
                    not_printed.push(self.not_printed(&organization, &kit, &error));
                    not_printed.last().map_or(ControlFlow::Continue(()), |kit| told(Told::NotPrinted(kit)))
                }
            };
            if flow.is_break() {
                return Err(BatchError::Stopped);
            }
        }
        if printed == 0 {
            return Err(BatchError::Nothing);
        }
        bundle.finish(&not_printed).map_err(BatchError::Output)
    }

    /// The kit of an organization as the register is now; none where it does not exist any more.
    fn kit(&self, registry: &Registry, code: Code) -> registry::Result<Option<(Organization, Kit)>> {
        registry.read(|view| {
            let found = view.organization(code)?.filter(|found| found.status == OrganizationStatus::Active);
            found.map(|found| Ok((found.clone(), self.order.kit(view, found)?))).transpose()
        })
    }

    fn not_printed(&self, organization: &Organization, kit: &Kit, error: &PressError) -> NotPrinted {
        NotPrinted {
            number: organization.number.clone(),
            name: kit.organization.name(self.lang).to_owned(),
            why: why(self.lang, error, kit),
        }
    }
}
