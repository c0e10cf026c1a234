//! Other people's tools, run on files in the target folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tizilim::stand::sheet::Area;

/// Writes a file into the target folder and gives back its path.
pub fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("a file in the target folder");
    path
}

/// What a tool wrote when it ran with success; none, with the reason printed, when it is not installed.
pub fn run(tool: &str, arguments: &[&str]) -> Option<String> {
    let output = match Command::new(tool).args(arguments).stdin(Stdio::null()).output() {
        Ok(output) => output,
        Err(error) => return skip(&format!("{tool}: {error}")),
    };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaint.is_empty(), "{tool} {arguments:?}: {complaint}");
    Some(String::from_utf8(output.stdout).expect("text in UTF-8"))
}

/// Says why a check is skipped; on a continuous integration server every tool must be there.
pub fn skip<T>(reason: &str) -> Option<T> {
    assert!(std::env::var_os("CI").is_none(), "not skipped in CI: {reason}");
    println!("skipped: {reason}");
    None
}

/// The text of a file in the order in which it was written, without white space.
pub fn text_of(pdf: &Path) -> Option<String> {
    let text = run("pdftotext", &["-raw", "-enc", "UTF-8", path(pdf), "-"])?;
    Some(squeezed(&text))
}

/// A text without white space.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A part of a page as a picture at 150 dpi.
pub fn picture(pdf: &Path, page: usize, part: Area, name: &str) -> Option<PathBuf> {
    const PIXELS_PER_MM: f32 = 150.0 / 25.4;
    let px = |mm: f32| (mm * PIXELS_PER_MM).round().to_string();
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let page = page.to_string();
    let (width, height) = (px(part.right_mm - part.left_mm), px(part.bottom_mm - part.top_mm));
    let (x, y) = (px(part.left_mm), px(part.top_mm));
    let arguments = [
        "-r",
        "150",
        "-gray",
        "-png",
        "-singlefile",
        "-f",
        &page,
        "-l",
        &page,
        "-x",
        &x,
        "-y",
        &y,
        "-W",
        &width,
        "-H",
        &height,
        path(pdf),
        path(&out),
    ];
    run("pdftoppm", &arguments)?;
    Some(out.with_extension("png"))
}

/// What zbar reads in a picture.
pub fn zbar(picture: &Path) -> Option<String> {
    run("zbarimg", &["-q", "--raw", "--nodbus", path(picture)]).map(|text| text.trim_end().to_owned())
}

/// What zxing-cpp reads in each of these pictures.
pub fn zxing(pictures: &[PathBuf]) -> Option<Vec<String>> {
    const READ: &str = "import sys, zxingcpp
from PIL import Image
for name in sys.argv[1:]:
    print(' '.join(code.text for code in zxingcpp.read_barcodes(Image.open(name))))";
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let imports = Command::new(&python).args(["-c", "import zxingcpp, PIL"]).stderr(Stdio::null()).status();
    if !imports.is_ok_and(|status| status.success()) {
        return skip("python3 with zxing-cpp and pillow");
    }
    let mut arguments = vec!["-c", READ];
    arguments.extend(pictures.iter().map(|picture| path(picture)));
    run(&python, &arguments).map(|text| text.lines().map(str::to_owned).collect())
}

/// A path as text.
pub fn path(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}
