//! Arguments of `smotr cycle` as they are declared, and as they were given.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::arguments::examples;
use super::cycle::{Export, Import, Task};
use crate::exchange::section::Format;
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
    let option = |id: &'static str, name, help| {
        let option = Arg::new(id).long(id).value_name(say(name));
        option.help(say(help))
    };
    let flag = |id: &'static str, help| {
        let flag = Arg::new(id).long(id).action(ArgAction::SetTrue);
        flag.help(say(help))
    };
    let section = || option("section", Phrase::CliNameCode, Phrase::CliOptionSection);
    let formats = Format::ALL.map(|it| it.0);
    let import = sub("import", Phrase::CliCycleImportAbout)
        .arg(file(Phrase::CliArgCycleIn).required(true))
        .arg(section())
        .arg(flag("similar", Phrase::CliOptionCycleSimilar))
        .arg(flag("yes", Phrase::CliOptionWrite));
    let export = sub("export", Phrase::CliCycleExportAbout)
        .arg(file(Phrase::CliArgCycleOut))
        .arg(option("format", Phrase::CliNameFormat, Phrase::CliOptionFormat).value_parser(formats))
        .arg(section())
        .arg(
            option("round", Phrase::CliNameYear, Phrase::CliOptionRound)
                .value_parser(value_parser!(u16)),
        )
        .arg(flag("replace", Phrase::CliOptionReplace));
    sub("cycle", Phrase::CliCycleAbout)
        .subcommand_required(true)
        .subcommand(import)
        .subcommand(export)
        .after_help(examples(
            locale,
            &[
                ("smotr cycle import 2.1.txt", Phrase::CliExampleCycleImport),
                ("smotr cycle export 2.1.docx", Phrase::CliExampleCycleDocx),
                ("smotr cycle export", Phrase::CliExampleCycleText),
            ],
        ))
}

/// What was asked for.
#[must_use]
pub fn read(matches: &ArgMatches) -> Task {
    let path = |it: &ArgMatches| it.get_one::<PathBuf>("file").cloned();
    let text = |it: &ArgMatches, id| it.get_one::<String>(id).cloned();
    match matches.subcommand() {
        Some(("import", it)) => Task::Import(Import {
            file: path(it).unwrap_or_default(),
            section: text(it, "section"),
            similar: it.get_flag("similar"),
            yes: it.get_flag("yes"),
        }),
        Some((_, it)) => Task::Export(Export {
            file: path(it),
            format: text(it, "format").and_then(|it| Format::named(&it)),
            section: text(it, "section"),
            round: it.get_one::<u16>("round").copied(),
            replace: it.get_flag("replace"),
        }),
        None => Task::Export(Export::default()),
    }
}
