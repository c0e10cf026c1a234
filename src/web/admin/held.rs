//! Files for those who manage documents alone.

use actix_web::http::header::{self, DispositionType};

use crate::domain::version::File;
use crate::web::http::csp::Audience;
use crate::web::http::disposition::named;
use crate::web::http::encoding::Effort;
use crate::web::rendered::{CachePolicy, Rendered};

/// A file: no cache keeps it.
pub(super) fn held_file(file: &File, bytes: Vec<u8>) -> Rendered {
    let disposition =
        if file.media.shown_inline() { DispositionType::Inline } else { DispositionType::Attachment };
    let held = Rendered::document(file.media.media_type(), bytes).for_audience(Audience::Held);
    let held = Rendered { cache: CachePolicy::NotStored, effort: Effort::None, ..held };
    held.with(header::CONTENT_DISPOSITION, named(disposition, &file.name))
}
