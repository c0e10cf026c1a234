//! The printed matter, looked at with other people's tools: poppler, qpdf, zbar and zxing-cpp.
//!
//! A tool that is not installed is named and its check skipped; on a continuous integration server (`CI` is set) that
//! is a failure.

#[path = "print/kits.rs"]
mod kits;
#[path = "print/tools.rs"]
mod tools;

use std::time::Instant;

use tizilim::press;

#[test]
fn samples() {
    for (name, kit) in kits::gallery() {
        let started = Instant::now();
        let bytes = press::kit(&kit).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        println!("{name}: {} bytes, {:?}", bytes.len(), started.elapsed());
        tools::keep(&format!("{name}.pdf"), &bytes);
    }
}
