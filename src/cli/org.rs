//! `tizilim org`: import a table of organizations, list them.

use std::path::PathBuf;

use clap::Subcommand;
use serde::Serialize;

use super::common::{ACTOR, Common, Done, json, output, read_file};
use crate::domain::Lang;
use crate::domain::organization::Organization;
use crate::registry::{Error, Import, OrganizationFilter, RowChange, View};

/// Organizations that are read at once.
const AT_ONCE: usize = 500;

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
struct Listed {
    number: String,
    code: String,
    name_kk: Option<String>,
    name_ru: Option<String>,
    name_en: Option<String>,
    kind: String,
    district: String,
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
            tell(&import)?;
        }
        OrgCommand::List { json: as_json } => {
            let listed = registry.read(listed)?;
            if *as_json {
                output(json(&listed))?;
            } else {
                for row in &listed {
                    let name = row.name_kk.as_ref().or(row.name_ru.as_ref()).or(row.name_en.as_ref());
                    output(format_args!(
                        "{}\t{}\t{}",
                        row.number,
                        row.code,
                        name.map_or("", String::as_str)
                    ))?;
                }
            }
        }
    }
    Ok(())
}

/// Every organization, by number.
fn listed(view: &View) -> Result<Vec<Listed>, Error> {
    let name = |of: &Organization, lang| of.name().get(lang).map(str::to_owned);
    let (mut listed, mut filter) = (Vec::new(), OrganizationFilter::default());
    loop {
        let found = view.organizations(&filter, 0, AT_ONCE)?;
        let Some(last) = found.last() else { return Ok(listed) };
        filter.after = Some(last.number.clone());
        listed.extend(found.into_iter().map(|organization| Listed {
            number: organization.number.clone(),
            code: organization.code.to_string(),
            name_kk: name(organization, Lang::Kk),
            name_ru: name(organization, Lang::Ru),
            name_en: name(organization, Lang::En),
            kind: organization.kind.clone(),
            district: organization.district.clone(),
            status: organization.status.name(),
        }));
    }
}

fn tell(import: &Import) -> Done {
    let count = |wanted: fn(&RowChange) -> bool| import.rows.iter().filter(|row| wanted(&row.change)).count();
    for row in &import.rows {
        let name = row.names.best(Lang::Kk).unwrap_or_default();
        match &row.change {
            RowChange::New => output(format_args!("new\t{}\t{name}", row.number))?,
            RowChange::Renamed { from } => {
                output(format_args!(
                    "renamed\t{}\t{} -> {name}",
                    row.number,
                    from.best(Lang::Kk).unwrap_or_default()
                ))?;
            }
            RowChange::Moved => output(format_args!("changed\t{}\t{name}", row.number))?,
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
    Ok(())
}
