//! Files of the time before 2007 are read where LibreOffice is found, and kept as they are.

use std::process::Command;

use tizilim::domain::Code;

use crate::command::{tizilim, with_each_engine};
use crate::samples::{self, KK_V2};

/// The law as Word wrote it before 2007; none where nothing makes it, which CI must.
fn old_law() -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let made = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()))
        .args(["--headless", "--convert-to", "doc", "--outdir"])
        .arg(folder.path())
        .arg(samples::folder().join("law").join(KK_V2))
        .output();
    if made.is_err() {
        assert!(std::env::var_os("CI").is_none(), "CI needs libreoffice-writer-nogui");
        println!("skipped: LibreOffice is not installed");
        return None;
    }
    Some(std::fs::read(folder.path().join(KK_V2).with_extension("doc")).expect("an old file"))
}

#[test]
fn an_old_file_is_read_where_libreoffice_is_found() {
    let Some(old) = old_law() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("zan.doc");
    std::fs::write(&path, &old).expect("a file");
    let file = path.to_str().expect("a path");
    let read = tizilim(folder.path(), &["extract", "--text", file]);
    assert_eq!(read.status, 0, "{read:?}");
    let expected = String::from_utf8(samples::law(&KK_V2.replace(".docx", ".txt"))).expect("UTF-8");
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&read.out), words(&expected));
    for off in ["off", "no-such-program"] {
        let told = tizilim(folder.path(), &["extract", "--json", file, "--libreoffice", off]);
        assert!(told.out.contains("\"no_reader\""), "{told:?}");
    }
    let broken = [&old[..4_096], b"WordDocument".as_slice()].concat();
    std::fs::write(&path, broken).expect("a file");
    let told = tizilim(folder.path(), &["extract", "--json", file]);
    assert!(told.status != 0 || told.out.contains("doubts"), "a broken file is told: {told:?}");
}

#[test]
fn an_old_file_is_published_as_it_is_with_its_words() {
    let Some(old) = old_law() else { return };
    with_each_engine(|office| {
        let file = office.file("zan.doc", &old);
        let code =
            office.done(&["document", "add", "--owner", "union", "--kind", "law", "--title-kk", "Заң"]);
        let code = Code::parse(code.trim()).expect("a code");
        let dates = ["--signed-on", "2025-01-01", "--effective-from", "2025-01-01"];
        office.done(&[&["publish", code.as_str(), "--kk", &file, "--accept-doubts"][..], &dates].concat());
        let served = office.serve();
        let page = served.get(&format!("/{code}/kk"), &[]);
        assert!(page.text().contains("1-бап. Осы Заңда пайдаланылатын негізгі ұғымдар"), "{}", page.text());
        assert!(page.text().contains("id=\"art-1\""));
        assert!(page.text().contains("DOC"), "the file stays what it is");
    });
}
