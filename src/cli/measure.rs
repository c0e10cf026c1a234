//! `tizilim measure`: how much of known texts is read right, by the same worker as the server's.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::common::{Common, Done, Stop, json, output, read_file};
use crate::domain::Lang;
use crate::registry::Worker;
use crate::text::language;
use crate::text::measure::{Measured, Share, Wanted, measure, measure_text};
use crate::text::review;

/// What may be measured.
const EXTENSIONS: [&str; 8] = ["docx", "docm", "dotx", "dotm", "odt", "rtf", "doc", "pdf"];

#[derive(Debug, Args)]
pub struct MeasureArgs {
    /// Folder of DOCX, ODT, RTF, DOC and PDF files, each with what must be read beside it as .txt or .expected.txt: a block
    /// a line, "# " before a heading, tabs between cells, 1 in brackets for a note, ¹ ₂ or ^(1а) _(2а) for raised and lowered words,
    /// ~~crossed out~~, **bold**. If wanted, its headings as .outline: a line LEVEL ANCHOR WORDS for each, with level 0 for
    /// numbered paragraphs; its doubts as .doubts: a line NAME PAGES for each, as `extract --json` names them.
    folder: PathBuf,
    /// Least share of characters of an office file, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 99.9)]
    min_chars: f64,
    /// Least share of characters of a PDF, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 99.5)]
    min_pdf: f64,
    /// Folder with what another program read, FILE.txt for each FILE: measures that, and refuses nothing.
    #[arg(long, value_name = "FOLDER")]
    found: Option<PathBuf>,
    /// For each file and in total what is right and what is wanted, as JSON.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(args: &MeasureArgs, common: &Common) -> Done {
    let worker = common.config()?.setup()?.worker;
    let files = files(&args.folder).map_err(|why| Stop::Io(args.folder.display().to_string(), why))?;
    let mut rows = Vec::new();
    let mut total = Measured::default();
    let mut below = Vec::new();
    for (file, text) in files {
        let measured = measure_file(&worker, &file, &text, args.found.as_deref())?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_pdf = file.extension().is_some_and(|known| known == "pdf");
        let least = if is_pdf { args.min_pdf } else { args.min_chars };
        below.extend(faults(&measured, least).into_iter().map(|fault| format!("{name} {fault}")));
        total += measured;
        rows.push((name, measured));
    }
    rows.push(("total".to_owned(), total));
    if args.json {
        output(as_json(&rows))?
    } else {
        output(table(&rows))?
    }
    if total.characters.wanted == 0 {
        below.push("no file with a .txt beside it".to_owned());
    } else if args.found.is_some() {
        below.clear();
    }
    match below.is_empty() {
        true => Ok(()),
        false => Err(Stop::Io(args.folder.display().to_string(), io::Error::other(below.join("; ")))),
    }
}

/// The files that have a text beside them, and that text.
fn files(folder: &Path) -> io::Result<Vec<(PathBuf, PathBuf)>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let is_known = path.extension().is_some_and(|known| EXTENSIONS.iter().any(|wanted| known == *wanted));
        let texts = ["txt", "expected.txt"].map(|extension| path.with_extension(extension));
        if let Some(text) = texts.into_iter().find(|text| is_known && text.is_file()) {
            files.push((path, text));
        }
    }
    files.sort();
    Ok(files)
}

fn measure_file(worker: &Worker, file: &Path, text: &Path, found: Option<&Path>) -> Result<Measured, Stop> {
    let read =
        |path: &Path| std::fs::read_to_string(path).map_err(|why| Stop::Io(path.display().to_string(), why));
    let beside = |extension: &str| {
        let path = file.with_extension(extension);
        path.is_file().then(|| read(&path)).transpose()
    };
    let text = read(text)?;
    if let Some(folder) = found {
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(".txt");
        return Ok(measure_text(&read(&folder.join(name))?, &text));
    }
    let (outline, doubts) = (beside("outline")?, beside("doubts")?);
    let (name, bytes) = read_file(file)?;
    let body = worker.read(&bytes, Vec::new()).map_err(|error| Stop::Registry(error, name))?.body;
    let lang = language::of(&body.to_text()).unwrap_or(Lang::Kk);
    let told = review::doubts(&[(lang, &body)], None);
    Ok(measure(&body, &told, Wanted { text: &text, outline: outline.as_deref(), doubts: doubts.as_deref() }))
}

/// What is not as it must be: `least` is the least share of characters.
fn faults(measured: &Measured, least: f64) -> Vec<String> {
    let fault = |(name, share): (&str, Share)| match name {
        "characters" => {
            (share.percent() < least).then(|| format!("has less than {least} % of its characters"))
        }
        "order" => (share.right < share.wanted).then(|| "is not in order".to_owned()),
        _ => (share.right < share.wanted).then(|| format!("has not all of its {name}")),
    };
    measured.shares().into_iter().filter_map(fault).collect()
}

fn table(rows: &[(String, Measured)]) -> String {
    let titles = Measured::default().shares().map(|(name, _)| format!("{name:>10}")).join("  ");
    let share = |(_, share): (&str, Share)| match share.wanted {
        0 => format!("{:>10}", "–"),
        // Rounded down: 99.9999 % is not all.
        _ => format!("{:8.3} %", (share.percent() * 1000.0).floor() / 1000.0),
    };
    let row = |(name, measured): &(String, Measured)| {
        format!("{}  {name}", measured.shares().map(share).join("  "))
    };
    let lines: Vec<String> = [format!("{titles}  file")].into_iter().chain(rows.iter().map(row)).collect();
    lines.join("\n")
}

fn as_json(rows: &[(String, Measured)]) -> String {
    let shares = |measured: &Measured| -> BTreeMap<&str, [usize; 2]> {
        measured.shares().into_iter().map(|(name, share)| (name, [share.right, share.wanted])).collect()
    };
    let rows: BTreeMap<&str, _> =
        rows.iter().map(|(name, measured)| (name.as_str(), shares(measured))).collect();
    json(&rows)
}
