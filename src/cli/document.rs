//! `tizilim document`: add a document.

use clap::Subcommand;

use super::common::{ACTOR, Common, Done, named, organization_code, output, read_code};
use crate::domain::Code;
use crate::domain::address::Public;
use crate::domain::document::AppliesTo;
use crate::domain::document_kind::DocumentKind;
use crate::domain::lang::Trilingual;
use crate::registry::DocumentInput;

#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    /// Add a document and print its code, which may be printed on a stand before the first upload.
    Add {
        /// Whose document it is: an organization's code or number, or `union`.
        #[arg(long, value_name = "CODE|NUMBER|union")]
        owner: String,
        /// What it is.
        #[arg(long, value_parser = named(DocumentKind::ALL.map(DocumentKind::name), DocumentKind::parse))]
        kind: DocumentKind,
        /// Title in Kazakh. Without any title, the kind and the owner's name stand in.
        #[arg(long, default_value = "")]
        title_kk: String,
        /// Title in Russian.
        #[arg(long, default_value = "")]
        title_ru: String,
        /// Title in English.
        #[arg(long, default_value = "")]
        title_en: String,
        /// What labels call it in Kazakh, where the title is too long for them; at most 40 characters.
        #[arg(long, default_value = "")]
        short_title_kk: String,
        /// The same in Russian.
        #[arg(long, default_value = "")]
        short_title_ru: String,
        /// The same in English.
        #[arg(long, default_value = "")]
        short_title_en: String,
        /// To whom a city-wide document applies: all, kinds:school|college, districts:…|…, organizations:CODE|CODE.
        #[arg(long, default_value = "all", value_parser = read_applies_to)]
        applies_to: AppliesTo,
    },
    /// Take back a document that was added by mistake: it never had a text, and its code was never printed.
    Remove {
        /// Its code.
        #[arg(value_parser = read_code)]
        code: Code,
    },
}

fn read_applies_to(text: &str) -> Result<AppliesTo, String> {
    AppliesTo::parse(text)
        .ok_or_else(|| "all, kinds:school|college, districts:…|… or organizations:CODE|CODE".to_owned())
}

/// Runs the command.
pub fn run(command: &DocumentCommand, common: &Common) -> Done {
    match command {
        DocumentCommand::Add { .. } => add(command, common),
        DocumentCommand::Remove { code } => Ok(common.open()?.0.remove_document(*code, ACTOR)?),
    }
}

fn add(command: &DocumentCommand, common: &Common) -> Done {
    let (registry, config) = common.open()?;
    let DocumentCommand::Add {
        owner,
        kind,
        title_kk,
        title_ru,
        title_en,
        short_title_kk,
        short_title_ru,
        short_title_en,
        applies_to,
    } = command
    else {
        return Ok(());
    };
    let owner = organization_code(&registry, owner)?;
    let input = DocumentInput {
        titles: Trilingual::new(title_kk, title_ru, title_en),
        short_titles: Trilingual::new(short_title_kk, short_title_ru, short_title_en),
        applies_to: applies_to.clone(),
        ..DocumentInput::default()
    };
    let code = registry.add_document(owner, *kind, &input, ACTOR)?;
    output(code)?;
    eprintln!("{}{}", config.base.origin(), Public::Code(code));
    Ok(())
}
