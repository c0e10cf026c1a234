//! `tizilim org`: import a table of organizations, list them.

use std::path::PathBuf;

use clap::Subcommand;
use serde::Serialize;

use super::{ACTOR, Common, Done, json, read_file};
use crate::domain::Lang;
use crate::domain::organization::Status;
use crate::registry::{Import, RowChange};

#[derive(Debug, Subcommand)]
pub enum OrgCommand {
    /// Take over a table of organizations (CSV UTF-8), matched by number. All of it or nothing.
    ///
    /// Columns: number, name_kk, name_ru, kind, district; name_en and since (first day of the names) may be there too.
    /// Separated by comma, semicolon or tab.
    Import {
        /// The table.
        file: PathBuf,
        /// Only say what would change.
        #[arg(long)]
        dry_run: bool,
    },
    /// List the organizations: number, code, name.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Serialize)]
struct Listed<'a> {
    number: &'a str,
    code: &'a str,
    name_kk: Option<&'a str>,
    name_ru: Option<&'a str>,
    name_en: Option<&'a str>,
    kind: &'a str,
    district: &'a str,
    status: &'static str,
}

/// Runs the command.
pub fn run(command: &OrgCommand, common: &Common) -> Done {
    let (registry, _) = common.open()?;
    match command {
        OrgCommand::Import { file, dry_run } => {
            let (_, bytes) = read_file(file)?;
            let import =
                if *dry_run { registry.plan_import(&bytes)? } else { registry.import(&bytes, ACTOR)? };
            tell(&import);
        }
        OrgCommand::List { json: as_json } => {
            let snapshot = registry.snapshot();
            let listed: Vec<Listed<'_>> = snapshot
                .organizations()
                .iter()
                .map(|organization| Listed {
                    number: &organization.number,
                    code: organization.code.as_str(),
                    name_kk: organization.name().get(Lang::Kk),
                    name_ru: organization.name().get(Lang::Ru),
                    name_en: organization.name().get(Lang::En),
                    kind: &organization.kind,
                    district: &organization.district,
                    status: if organization.status == Status::Active { "active" } else { "dissolved" },
                })
                .collect();
            if *as_json {
                println!("{}", json(&listed));
            } else {
                for row in &listed {
                    let name = row.name_kk.or(row.name_ru).or(row.name_en).unwrap_or_default();
                    println!("{}\t{}\t{name}", row.number, row.code);
                }
            }
        }
    }
    Ok(())
}

fn tell(import: &Import) {
    let count = |wanted: fn(&RowChange) -> bool| import.rows.iter().filter(|row| wanted(&row.change)).count();
    for row in &import.rows {
        let name = row.names.best(Lang::Kk).unwrap_or_default();
        match &row.change {
            RowChange::New => println!("new\t{}\t{name}", row.number),
            RowChange::Renamed { from } => {
                println!("renamed\t{}\t{} -> {name}", row.number, from.best(Lang::Kk).unwrap_or_default());
            }
            RowChange::Moved => println!("changed\t{}\t{name}", row.number),
            RowChange::Unchanged => {}
        }
    }
    eprintln!(
        "{} new, {} renamed, {} with another kind or district, {} unchanged",
        count(|change| matches!(change, RowChange::New)),
        count(|change| matches!(change, RowChange::Renamed { .. })),
        count(|change| matches!(change, RowChange::Moved)),
        count(|change| matches!(change, RowChange::Unchanged)),
    );
}
