//! `tizilim kit`: stand kits as PDF, of one organization or of many.

mod choices;
mod files;

use std::io::{IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;

use self::choices::ChoiceArgs;
use self::files::{Files, Unfinished};
use super::common::{Common, Done, Stop, organization_code};
use crate::domain::Lang;
use crate::phrases::{Argument, say, say_with};
use crate::press::{Batch, BatchError, Bundle, Merged, Order, Scope, Told, Zip};
use crate::registry::Registry;

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("whose").required(true).multiple(true))]
pub struct KitArgs {
    /// The organization's code or number.
    #[arg(value_name = "CODE|NUMBER", group = "whose", conflicts_with_all = ["all", "district", "kind"])]
    organization: Option<String>,
    /// Every organization.
    #[arg(long, group = "whose")]
    all: bool,
    /// Every organization of a district, in one of its languages or in both.
    #[arg(long, value_name = "D", group = "whose", conflicts_with = "all")]
    district: Option<String>,
    /// Every organization of a kind, such as school.
    #[arg(long, value_name = "K", group = "whose")]
    kind: Option<String>,
    /// Where to write: FILE.pdf for one kit or many in a row, a folder, or FILE.zip.
    #[arg(long, value_name = "FILE.pdf|DIR|FILE.zip")]
    out: PathBuf,
    #[command(flatten)]
    choice: ChoiceArgs,
}

/// Runs the command.
pub fn run(args: &KitArgs, common: &Common) -> Done {
    let lang = common.messages;
    let choice = args.choice.read(lang)?;
    let (registry, config) = common.open()?;
    let order = Order { base: config.base, choice };
    let organizations = match &args.organization {
        Some(name) => vec![organization_code(&registry, name)?],
        None => {
            let scope = Scope { district: args.district.clone(), kind: args.kind.clone() };
            registry.read(|view| scope.organizations(view))?
        }
    };
    if organizations.is_empty() {
        return Err(Stop::Refused(format!("{} {}", say(lang, "prints-none"), possible(lang, &registry)?)));
    }
    let ending = ending(&args.out);
    if ending.is_some() && !matches!(ending.as_deref(), Some("pdf" | "zip")) && !args.out.is_dir() {
        let name = args.out.display().to_string();
        return Err(Stop::Refused(say_with(lang, "prints-out", &[("name", name.into())])));
    }
    let batch = Batch { order, organizations, lang };
    let not_printed = match ending.as_deref() {
        Some("zip") => whole(&args.out, |file| print(&registry, &batch, &mut Zip::new(file))),
        Some("pdf") if batch.organizations.len() == 1 => print(&registry, &batch, &mut Files::One(&args.out)),
        Some("pdf") => whole(&args.out, |file| {
            let mut merged = Merged::new(file, batch.organizations.len()).map_err(BatchError::Output)?;
            print(&registry, &batch, &mut merged)
        }),
        _ => std::fs::create_dir_all(&args.out)
            .map_err(BatchError::Output)
            .and_then(|()| print(&registry, &batch, &mut Files::In(&args.out))),
    };
    match not_printed {
        Ok(0) => {
            eprintln!("{}", args.out.display());
            Ok(())
        }
        // Each of them was told when it was left out.
        Ok(_) => Err(Stop::Told),
        Err(BatchError::Nothing) => Err(Stop::Refused(say(lang, "prints-nothing"))),
        Err(BatchError::Stopped) => Err(Stop::Refused(say(lang, "prints-interrupted"))),
        Err(BatchError::Output(why)) => Err(Stop::Io(args.out.display().to_string(), why)),
        Err(BatchError::Registry(error)) => Err(error.into()),
    }
}

/// The districts and kinds that there are.
fn possible(lang: Lang, registry: &Registry) -> Result<String, Stop> {
    let (districts, kinds) = registry.read(|view| view.districts_and_kinds())?;
    let joined = |names: Vec<String>| Argument::from(names.join("; "));
    Ok(say_with(lang, "prints-possible", &[("districts", joined(districts)), ("kinds", joined(kinds))]))
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

/// One file of all kits; nothing is left of one that was not finished.
fn whole(
    path: &Path,
    write: impl FnOnce(&mut Unfinished) -> Result<usize, BatchError>,
) -> Result<usize, BatchError> {
    let mut file = Unfinished::create(path).map_err(BatchError::Output)?;
    let not_printed = write(&mut file)?;
    file.finish().map_err(BatchError::Output)?;
    Ok(not_printed)
}

/// Prints every kit and tells how far it is; gives how many could not be printed.
fn print(registry: &Registry, batch: &Batch, bundle: &mut dyn Bundle) -> Result<usize, BatchError> {
    let is_stopped = stopped_by_the_keyboard();
    let total = batch.organizations.len();
    let (mut done, mut not_printed) = (0, 0);
    batch.print(registry, bundle, &mut |told| {
        done += 1;
        match told {
            Told::Printed(organization) => tell(batch.lang, (done, total), &organization.number),
            Told::NotPrinted(kit) => {
                not_printed += 1;
                tell(batch.lang, (done, total), &kit.to_string());
                eprintln!();
            }
        }
        if is_stopped.load(Ordering::SeqCst) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(not_printed)
}

/// How far it is: on one line that changes where a person looks, else on a line of its own.
fn tell(lang: Lang, (done, total): (usize, usize), what: &str) {
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let counts = say_with(lang, "prints-progress", &[("done", number(done)), ("total", number(total))]);
    let mut err = std::io::stderr();
    if err.is_terminal() {
        let end = if done == total { "\n" } else { "" };
        // What cannot be told is not worth stopping for.
        let _ = write!(err, "\r\u{1b}[K{counts} {what}{end}").and_then(|()| err.flush());
    } else {
        eprintln!("{counts} {what}");
    }
}

/// A flag that Ctrl-C raises: the kit at hand is finished, then everything is left in order.
fn stopped_by_the_keyboard() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    let raised = flag.clone();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        if runtime.is_ok_and(|runtime| runtime.block_on(tokio::signal::ctrl_c()).is_ok()) {
            raised.store(true, Ordering::SeqCst);
        }
    });
    flag
}
