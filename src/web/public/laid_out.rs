//! The kits that were looked at last. A browser asks for the picture of each page by itself, and a kit is laid out as a
//! whole.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use crate::press::{self, PressError};
use crate::print::model::choice::Part;
use crate::print::model::display_list::Page;
use crate::print::model::kit::Kit;

/// Kits that are held: a few people look at a time, and a large one takes about a megabyte.
const HELD_MAX: usize = 8;

/// The pages of each part of a kit.
type Parts = Vec<(Part, Vec<Page>)>;

/// The kits that were looked at last, the newest first.
#[derive(Default)]
pub struct LaidOut(Mutex<VecDeque<(Kit, Arc<Parts>)>>);

impl LaidOut {
    /// The pages of a kit.
    ///
    /// # Errors
    /// A kit that cannot be laid out.
    pub fn pages(&self, kit: &Kit) -> Result<Arc<Parts>, PressError> {
        if let Some((_, parts)) = self.held().iter().find(|(held, _)| held == kit) {
            return Ok(Arc::clone(parts));
        }
        // Others need not wait meanwhile.
        let parts = Arc::new(press::parts(kit)?);
        let mut held = self.held();
        held.truncate(HELD_MAX - 1);
        held.push_front((kit.clone(), Arc::clone(&parts)));
        Ok(parts)
    }

    fn held(&self) -> std::sync::MutexGuard<'_, VecDeque<(Kit, Arc<Parts>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
