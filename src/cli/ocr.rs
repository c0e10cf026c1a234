//! `tizilim ocr`: the words on scanned pages of published texts are recognised.

use clap::Args;

use super::common::{ACTOR, Common, Done, Stop, output, read_code};
use crate::domain::Code;
use crate::phrases::say;
use crate::registry::{Stale, Wanted};

#[derive(Debug, Args)]
pub struct OcrArgs {
    /// Only the texts of this document.
    #[arg(long, value_name = "CODE", value_parser = read_code)]
    document: Option<Code>,
}

/// Runs the command. A text of which nothing can be recognised stays as it is, is named, and the others go on.
pub fn run(args: &OcrArgs, common: &Common) -> Done {
    let (registry, _) = common.open()?;
    let recognizer =
        registry.recognizer().ok_or_else(|| Stop::Refused(say(common.messages, "scan-no-recognizer")))?;
    let texts = registry.stale(args.document, Wanted::All)?;
    let (mut read, mut failed) = (0, 0);
    for (text, number) in texts.iter().zip(1..) {
        let Stale { code, ordinal, lang, file, .. } = text;
        let named = format!("{number}/{} {code} v{ordinal} {lang} {}", texts.len(), file.name);
        let mut pages = 0;
        let step = |done: usize, of: usize| {
            pages = of;
            eprintln!("{named}: {done} of {of} pages");
        };
        match registry.recognise_text(recognizer, text, ACTOR, step) {
            Ok(found) => {
                read += found;
                failed += pages - found;
            }
            Err(error) => {
                failed += 1;
                let reasons = Stop::Registry(error, file.name.clone()).lines(common.messages);
                eprintln!("{named}: {}", reasons.join("; "));
            }
        }
    }
    output(format_args!("{} texts, {read} pages recognised, {failed} failed", texts.len()))?;
    if failed == 0 { Ok(()) } else { Err(Stop::Told) }
}
