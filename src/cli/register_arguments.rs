//! Arguments of `smotr register` as they are declared, and as they were given.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::arguments::examples;
use super::registers::Task;
use crate::exchange::registers::Register;
use crate::locale::{Locale, Phrase};

/// The subcommand as the parser sees it.
#[must_use]
pub fn command(locale: &Locale) -> Command {
    let say = |phrase| locale.say(phrase);
    let sub = |name: &'static str, about| Command::new(name).about(say(about));
    let kind = || {
        let kind = Arg::new("kind").value_name(say(Phrase::CliNameRegister));
        let names = Register::ALL.map(|it| it.0);
        kind.help(say(Phrase::CliArgRegister))
            .required(true)
            .value_parser(names)
    };
    let file = |help| {
        let file = Arg::new("file").value_name(say(Phrase::CliNameFile));
        file.help(say(help))
            .required(true)
            .value_parser(value_parser!(PathBuf))
    };
    let flag = |id: &'static str, help| {
        let flag = Arg::new(id).long(id).action(ArgAction::SetTrue);
        flag.help(say(help))
    };
    sub("register", Phrase::CliRegisterAbout)
        .subcommand_required(true)
        .subcommand(
            sub("export", Phrase::CliRegisterExportAbout)
                .arg(kind())
                .arg(file(Phrase::CliArgRegisterOut))
                .arg(flag("replace", Phrase::CliOptionReplace)),
        )
        .subcommand(
            sub("import", Phrase::CliRegisterImportAbout)
                .arg(kind())
                .arg(file(Phrase::CliArgRegisterIn))
                .arg(flag("yes", Phrase::CliOptionWrite)),
        )
        .after_help(examples(
            locale,
            &[
                (
                    "smotr register export reserve reserve.xlsx",
                    Phrase::CliExampleRegisterExport,
                ),
                (
                    "smotr register import careers careers.csv",
                    Phrase::CliExampleRegisterShow,
                ),
                (
                    "smotr register import careers careers.csv --yes",
                    Phrase::CliExampleRegisterImport,
                ),
            ],
        ))
}

/// What was asked for.
#[must_use]
pub fn read(matches: &ArgMatches) -> Task {
    let file = |it: &ArgMatches| it.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let kind = |it: &ArgMatches| {
        let name = it.get_one::<String>("kind");
        let found = Register::ALL
            .iter()
            .find(|(typed, _)| name.is_some_and(|it| it == typed));
        found.map_or(Register::Organisations, |it| it.1)
    };
    match matches.subcommand() {
        Some(("import", it)) => Task::Import {
            kind: kind(it),
            file: file(it),
            yes: it.get_flag("yes"),
        },
        Some((_, it)) => Task::Export {
            kind: kind(it),
            file: file(it),
            replace: it.get_flag("replace"),
        },
        None => Task::Export {
            kind: Register::Organisations,
            file: PathBuf::new(),
            replace: false,
        },
    }
}
