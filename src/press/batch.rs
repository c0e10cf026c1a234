//! Many kits, one after the other, in the order in which they are delivered.

use std::fmt;
use std::io;
use std::ops::ControlFlow;
use std::rc::Rc;
use std::sync::Arc;

use super::{Bundle, Order, PressError, prove_with, why};
use crate::domain::organization::{Organization, Status};
use crate::domain::shelf::names_district;
use crate::domain::{Code, Lang};
use crate::print::model::kit::Kit;
use crate::print::pdf::Fonts;
use crate::registry::{self, Registry, Snapshot};

/// Whose kits are printed: everything that is given must fit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The district, in both languages or in either; none for all.
    pub district: Option<String>,
    /// The kind, such as `school`; none for all.
    pub kind: Option<String>,
}

impl Scope {
    /// The organizations, by district and then by number. Those that do not exist any more have no stand.
    pub fn organizations<'s>(&self, snapshot: &'s Snapshot) -> Vec<&'s Organization> {
        let is_in = |organization: &&Organization| {
            let is_of_kind = self.kind.as_ref().is_none_or(|kind| organization.kind == *kind);
            organization.status == Status::Active && is_of_kind && self.has_district(&organization.district)
        };
        let mut found: Vec<&Organization> = snapshot.organizations().iter().filter(is_in).collect();
        found.sort_by(|a, b| a.delivery_order(b));
        found
    }

    fn has_district(&self, district: &str) -> bool {
        let Some(wanted) = &self.district else { return true };
        names_district(&district.to_lowercase(), wanted.trim().to_lowercase().as_str())
    }
}

/// Kits to be printed with the same choices, from one state of the register.
#[derive(Debug, Clone)]
pub struct Batch {
    /// The register.
    pub snapshot: Arc<Snapshot>,
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
    /// Whose kits, in the order of delivery.
    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.iter().filter_map(|code| self.snapshot.organization(*code))
    }

    /// The pages of all kits together, and the kits that cannot be laid out.
    pub fn counted(&self) -> (usize, Vec<NotPrinted>) {
        let fonts = Fonts::new();
        let mut not_printed = Vec::new();
        let mut pages = 0;
        for organization in self.organizations() {
            let kit = self.kit(organization);
            match super::laid_out(&kit, &fonts) {
                Ok(document) => pages += document.pages.len(),
                Err(error) => not_printed.push(self.not_printed(organization, &kit, &error)),
            }
        }
        (pages, not_printed)
    }

    /// Prints every kit into the bundle. The codes of each are kept before the first byte of it is given away.
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
        for organization in self.organizations() {
            let kit = self.kit(organization);
            let flow = match prove_with(&kit, &fonts).and_then(|proved| bundle.ready(proved)) {
                Ok(ready) => {
                    registry.keep_codes(&ready.kit().codes()).map_err(BatchError::Registry)?;
                    bundle.add(organization, &kit.choice, &ready).map_err(BatchError::Output)?;
                    printed += 1;
                    told(Told::Printed(organization))
                }
                Err(error) => {
                    tracing::error!(?error, organization = %organization.code, "a kit was not printed");
                    not_printed.push(self.not_printed(organization, &kit, &error));
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

    fn kit(&self, organization: &Organization) -> Kit {
        self.order.kit(&self.snapshot, organization)
    }

    fn not_printed(&self, organization: &Organization, kit: &Kit, error: &PressError) -> NotPrinted {
        NotPrinted {
            number: organization.number.clone(),
            name: kit.organization.name(self.lang).to_owned(),
            why: why(self.lang, error, kit),
        }
    }
}
