//! `tizilim org`: import a table of organizations, list them.

use std::path::PathBuf;

use clap::Subcommand;
use serde::Serialize;

use super::common::{ACTOR, Common, Done, json, output, read_file};
use crate::domain::Lang;
use crate::domain::organization::Organization;
use crate::refusals::{import_note, new_word};
use crate::registry::{Error, Import, NewWords, OrganizationFilter, RowChange, View};

/// Organizations that are read at once.
const AT_ONCE: usize = 500;

#[derive(Debug, Subcommand)]
pub enum OrgCommand {
    /// Take over a table of organizations (XLSX or CSV), matched by number. All of it or nothing.
    ///
    /// Columns: number, name_kk, name_ru, kind, district; name_en and since (first day of the names) may be there too.
    /// A CSV is separated by comma, semicolon or tab, in UTF-8 or UTF-16.
    Import {
        /// The table.
        file: PathBuf,
        /// Only say what would change.
        #[arg(long)]
        dry_run: bool,
        /// Kinds and districts that no organization has yet are meant.
        #[arg(long)]
        accept_new: bool,
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
        OrgCommand::Import { file, dry_run, accept_new } => {
            let (_, bytes) = read_file(file)?;
            let table = registry.table(&bytes)?;
            let new_words = if *accept_new { NewWords::Accepted } else { NewWords::Refused };
            let import = if *dry_run {
                registry.plan_import(&table, new_words)?
            } else {
                registry.import(&table, new_words, ACTOR)?
            };
            tell(&import, common.messages)?;
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

fn tell(import: &Import, lang: Lang) -> Done {
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
    for note in &import.notes {
        eprintln!("{}", import_note(lang, note));
    }
    for word in &import.new_words {
        eprintln!("{}", new_word(lang, word));
    }
    let [new, renamed, changed, unchanged] = import.counts();
    eprintln!("{new} new, {renamed} renamed, {changed} with another kind or district, {unchanged} unchanged");
    Ok(())
}
