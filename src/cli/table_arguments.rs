//! Arguments of `smotr template` and `smotr export` as they are declared, and as they were given.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use super::arguments::{Task, examples, text};
use super::template;
use crate::locale::{Locale, Phrase};

/// The subcommands as the parser sees them.
#[must_use]
pub fn commands(locale: &Locale) -> [Command; 2] {
    let say = |phrase| locale.say(phrase);
    let sub = |name: &'static str, about| Command::new(name).about(say(about));
    let named = |id: &'static str, name, help| Arg::new(id).value_name(say(name)).help(say(help));
    let option = |id: &'static str, name, help| named(id, name, help).long(id);
    let file = |help| named("file", Phrase::CliNameFile, help).value_parser(value_parser!(PathBuf));
    let flag = |id: &'static str, help| {
        let flag = Arg::new(id).long(id).action(ArgAction::SetTrue);
        flag.help(say(help))
    };
    let template = sub("template", Phrase::CliTemplateAbout)
        .arg(named("place", Phrase::CliNamePeriod, Phrase::CliArgPeriod))
        .arg(named("whom", Phrase::CliNameWhom, Phrase::CliArgWhom).requires("place"))
        .arg(file(Phrase::CliArgTemplate))
        .arg(
            option("all", Phrase::CliNameFolder, Phrase::CliOptionAll)
                .value_parser(value_parser!(PathBuf))
                .conflicts_with_all(["whom", "file"]),
        )
        .arg(option("period", Phrase::CliNamePeriod, Phrase::CliArgPeriod).conflicts_with("place"))
        .arg(flag("replace", Phrase::CliOptionReplace))
        .group(
            ArgGroup::new("when")
                .args(["place", "period"])
                .required(true),
        )
        .group(ArgGroup::new("who").args(["whom", "all"]).required(true))
        .after_help(examples(
            locale,
            &[
                ("smotr template 2025/26 12", Phrase::CliExampleTemplate),
                (
                    "smotr template 2025/26 12 12.xlsx",
                    Phrase::CliExampleTemplateFile,
                ),
                (
                    "smotr template --all формы --period 2025/26",
                    Phrase::CliExampleTemplateAll,
                ),
            ],
        ));
    let export = sub("export", Phrase::CliExportAbout).after_help(examples(
        locale,
        &[("smotr export > smotr.jsonl", Phrase::CliExampleExport)],
    ));
    [template, export]
}

/// What was asked for.
#[must_use]
pub fn read(name: &str, mut matches: ArgMatches) -> Task {
    if name == "export" {
        return Task::Export;
    }
    let place = text(&mut matches, "place");
    let all = matches.remove_one::<PathBuf>("all");
    Task::Template(template::Wanted {
        period: matches.remove_one("period").unwrap_or(place),
        whom: match all {
            Some(folder) => template::Whom::All { folder },
            None => template::Whom::One {
                words: text(&mut matches, "whom"),
                file: matches.remove_one("file"),
            },
        },
        replace: matches.get_flag("replace"),
    })
}
