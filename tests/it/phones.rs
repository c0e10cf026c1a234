//! Photos of phones (HEIC) are taken where heif-convert is found, and kept as what browsers show.

use std::process::Command;

use tizilim::domain::Code;

use crate::command::{tizilim, with_each_engine};
use crate::samples;

/// A photo of a phone.
const PHOTO: &str = "scans/phone.heic";

/// Whether the program that reads such photos is there; in CI it must be.
fn has_heif_convert() -> bool {
    let is_there = Command::new("heif-convert").arg("--help").output().is_ok();
    if !is_there {
        assert!(std::env::var_os("CI").is_none(), "CI needs libheif-examples");
        println!("skipped: heif-convert is not installed");
    }
    is_there
}

#[test]
fn a_photo_of_a_phone_is_read_where_its_program_is_found_and_refused_with_advice_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = samples::folder().join(PHOTO);
    let photo = path.to_str().expect("a path");
    for off in ["off", "no-such-program"] {
        let told = tizilim(folder.path(), &["extract", "--json", photo, "--heif-convert", off]);
        assert_eq!(told.status, 1, "{told:?}");
        assert!(told.err.contains("HEIC") && told.err.contains("JPG"), "{told:?}");
    }
    if !has_heif_convert() {
        return;
    }
    let told = tizilim(folder.path(), &["extract", "--json", photo]);
    assert_eq!(told.status, 0, "{told:?}");
    let read: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(read["media_type"], "image/jpeg");
    assert_eq!(read["doubts"][0]["kind"], "pages_without_words");
    // What only begins like a photo is refused in the same words.
    let broken = [&std::fs::read(&path).expect("a sample")[..200], &[7; 900]].concat();
    let path = folder.path().join("broken.heic");
    std::fs::write(&path, broken).expect("a file");
    let told = tizilim(folder.path(), &["extract", "--json", path.to_str().expect("a path")]);
    assert!(told.status == 1 && told.err.contains("HEIC"), "{told:?}");
}

#[test]
fn a_photo_of_a_phone_is_published_as_a_picture() {
    if !has_heif_convert() {
        return;
    }
    with_each_engine(|office| {
        let photo = std::fs::read(samples::folder().join(PHOTO)).expect("a sample");
        let file = office.file("IMG_1.heic", &photo);
        let code =
            office.done(&["document", "add", "--owner", "union", "--kind", "law", "--title-kk", "Заң"]);
        let code = Code::parse(code.trim()).expect("a code");
        let dates = ["--signed-on", "2025-01-01", "--effective-from", "2025-01-01"];
        let more = ["--accept-doubts", "--tesseract", "off"];
        office.done(&[&["publish", code.as_str(), "--kk", &file][..], &dates, &more].concat());
        let served = office.serve();
        let page = served.get(&format!("/{code}/kk"), &[]).text();
        assert!(page.contains("JPG, ") && page.contains("page-1.jpg"), "{page}");
        let picture = served.get(&format!("/{code}/v1/kk/page-1.jpg"), &[]);
        let picture = image::load_from_memory(&picture.body).expect("a JPEG").into_luma8();
        assert!(picture.pixels().any(|pixel| pixel.0[0] < 80), "there are letters on it");
    });
}
