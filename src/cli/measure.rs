//! `tizilim measure`: how much of known texts the reader gets right, by the same worker as the server's.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::common::{Common, Done, Stop, output, read_file};
use crate::registry::Worker;
use crate::text::measure::{Measured, Share, measure};

/// What may be measured.
const EXTENSIONS: [&str; 2] = ["docx", "pdf"];

#[derive(Debug, Args)]
pub struct MeasureArgs {
    /// Folder of DOCX and PDF files, each with its exact words beside it as .txt, and if wanted its headings as
    /// .outline: a line LEVEL ANCHOR WORDS for each, with level 0 for numbered paragraphs.
    folder: PathBuf,
    /// Least share of characters of a DOCX, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 99.9)]
    min_chars: f64,
    /// Least share of characters of a PDF, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 99.5)]
    min_pdf: f64,
}

/// Runs the command.
pub fn run(args: &MeasureArgs, common: &Common) -> Done {
    let worker = common.config()?.setup()?.worker;
    let files = files(&args.folder).map_err(|why| Stop::Io(args.folder.display().to_string(), why))?;
    output("characters    headings       order  file")?;
    let mut total = Measured::default();
    let mut below = Vec::new();
    for file in files {
        let measured = measure_file(&worker, &file)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        output(format_args!("{}  {name}", line(&measured)))?;
        let least =
            if file.extension().is_some_and(|known| known == "pdf") { args.min_pdf } else { args.min_chars };
        if measured.characters.percent() < least {
            below.push(format!("{name} has less than {least} % of its characters"));
        }
        if measured.headings.right < measured.headings.wanted {
            below.push(format!("{name} has not all of its headings"));
        }
        if measured.order.right < measured.order.wanted {
            below.push(format!("{name} is not in order"));
        }
        total += measured;
    }
    output(format_args!("{}  total", line(&total)))?;
    if total.characters.wanted == 0 {
        below.push("no DOCX or PDF with a .txt beside it".to_owned());
    }
    match below.is_empty() {
        true => Ok(()),
        false => Err(Stop::Io(args.folder.display().to_string(), io::Error::other(below.join("; ")))),
    }
}

/// The files that have a text beside them.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let known = path.extension().is_some_and(|known| EXTENSIONS.iter().any(|wanted| known == *wanted));
        if known && path.with_extension("txt").is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn measure_file(worker: &Worker, file: &Path) -> Result<Measured, Stop> {
    let text = |path: PathBuf| {
        std::fs::read_to_string(&path).map_err(|why| Stop::Io(path.display().to_string(), why))
    };
    let wanted = text(file.with_extension("txt"))?;
    let outline = file.with_extension("outline");
    let outline = if outline.is_file() { Some(text(outline)?) } else { None };
    let (name, bytes) = read_file(file)?;
    let extracted = worker.read(&bytes, Vec::new()).map_err(|error| Stop::Registry(error, name))?;
    Ok(measure(&extracted.body, &wanted, outline.as_deref()))
}

fn line(measured: &Measured) -> String {
    let share = |share: Share| match share.wanted {
        0 => format!("{:>10}", "–"),
        // Rounded down: 99.9999 % is not all.
        _ => format!("{:8.3} %", (share.percent() * 1000.0).floor() / 1000.0),
    };
    format!("{}  {}  {}", share(measured.characters), share(measured.headings), share(measured.order))
}
