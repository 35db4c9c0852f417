//! Arguments of `smotr catalogue` as they are declared, and as they were given.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::arguments::examples;
use super::catalogue::Task;
use crate::locale::{Locale, Phrase};

/// The subcommand as the parser sees it.
#[must_use]
pub fn command(locale: &Locale) -> Command {
    let say = |phrase| locale.say(phrase);
    let sub = |name: &'static str, about| Command::new(name).about(say(about));
    let file = |help| {
        let file = Arg::new("file").value_name(say(Phrase::CliNameFile));
        file.help(say(help)).value_parser(value_parser!(PathBuf))
    };
    let number = |id: &'static str, help| {
        let number = Arg::new(id).value_name(say(Phrase::CliNameNumber));
        number.help(say(help)).value_parser(value_parser!(u32))
    };
    let flag = |id: &'static str, help| {
        let flag = Arg::new(id).long(id).action(ArgAction::SetTrue);
        flag.help(say(help))
    };
    let export = sub("export", Phrase::CliCatalogueExportAbout)
        .arg(file(Phrase::CliArgCatalogueOut))
        .arg(number("edition", Phrase::CliOptionEditionOut).long("edition"))
        .arg(flag("replace", Phrase::CliOptionReplace));
    let import = sub("import", Phrase::CliCatalogueImportAbout)
        .arg(file(Phrase::CliArgCatalogueIn).required(true))
        .arg(number("into", Phrase::CliOptionInto).long("into"))
        .arg(flag("yes", Phrase::CliOptionWrite));
    let check = sub("check", Phrase::CliCatalogueCheckAbout)
        .arg(number("edition", Phrase::CliOptionEdition));
    sub("catalogue", Phrase::CliCatalogueAbout)
        .subcommand_required(true)
        .subcommand(sub("list", Phrase::CliCatalogueListAbout))
        .subcommand(export)
        .subcommand(import)
        .subcommand(check)
        .after_help(examples(
            locale,
            &[
                (
                    "smotr catalogue export catalogue.toml",
                    Phrase::CliExampleCatalogueExport,
                ),
                (
                    "smotr catalogue export catalogue.xlsx",
                    Phrase::CliExampleCatalogueBook,
                ),
                (
                    "smotr catalogue import catalogue.xlsx",
                    Phrase::CliExampleCatalogueShow,
                ),
                (
                    "smotr catalogue import catalogue.xlsx --yes",
                    Phrase::CliExampleCatalogueImport,
                ),
                ("smotr catalogue check", Phrase::CliExampleCatalogueCheck),
            ],
        ))
}

/// What was asked for.
#[must_use]
pub fn read(matches: &ArgMatches) -> Task {
    let number = |it: &ArgMatches, id| it.get_one::<u32>(id).copied();
    let path = |it: &ArgMatches| it.get_one::<PathBuf>("file").cloned();
    match matches.subcommand() {
        Some(("export", it)) => Task::Export {
            file: path(it),
            edition: number(it, "edition"),
            replace: it.get_flag("replace"),
        },
        Some(("import", it)) => Task::Import {
            file: path(it).unwrap_or_default(),
            into: number(it, "into"),
            yes: it.get_flag("yes"),
        },
        Some(("check", it)) => Task::Check {
            edition: number(it, "edition"),
        },
        _ => Task::List,
    }
}
