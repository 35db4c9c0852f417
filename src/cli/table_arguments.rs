//! Arguments of `smotr template`, `smotr export` and `smotr reminder` as they are declared, and as they were given.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use super::arguments::{Task, examples, text};
use super::{reminder, tables, template};
use crate::analysis::extract::Shape;
use crate::locale::{Locale, Phrase};

/// The charset of programs that know nothing else.
const WINDOWS: &str = "windows-1251";

/// The subcommands as the parser sees them.
#[must_use]
pub fn commands(locale: &Locale) -> [Command; 3] {
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
        .arg(option(
            "direction",
            Phrase::CliNameOfDirection,
            Phrase::CliOptionOfDirection,
        ))
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
                    "smotr template 2025/26 муниципалитет",
                    Phrase::CliExampleTemplateMunicipality,
                ),
                (
                    "smotr template 2025/26 12 --direction 6",
                    Phrase::CliExampleTemplateDirection,
                ),
                (
                    "smotr template --all формы --period 2025/26",
                    Phrase::CliExampleTemplateAll,
                ),
            ],
        ));
    let of_table = |arg: Arg| arg.requires("shape");
    let export = sub("export", Phrase::CliExportAbout)
        .arg(of_table(file(Phrase::CliArgTable)))
        .arg(flag("matrix", Phrase::CliOptionMatrix).requires("period"))
        .arg(flag("list", Phrase::CliOptionList).requires("period"))
        .group(ArgGroup::new("shape").args(["matrix", "list"]))
        .arg(of_table(option(
            "period",
            Phrase::CliNamePeriod,
            Phrase::CliArgPeriod,
        )))
        .arg(of_table(option(
            "direction",
            Phrase::CliNameOfDirection,
            Phrase::CliOptionOfDirection,
        )))
        .arg(
            flag("parts", Phrase::CliOptionParts)
                .requires("matrix")
                .conflicts_with("for-publication"),
        )
        .arg(of_table(flag(
            "for-publication",
            Phrase::CliOptionPublication,
        )))
        .arg(of_table(
            option(
                "encoding",
                Phrase::CliNameEncoding,
                Phrase::CliOptionEncoding,
            )
            .value_parser(["utf-8", WINDOWS]),
        ))
        .arg(of_table(flag("replace", Phrase::CliOptionReplace)))
        .after_help(examples(
            locale,
            &[
                ("smotr export > smotr.jsonl", Phrase::CliExampleExport),
                (
                    "smotr export --matrix --period 2025/26",
                    Phrase::CliExampleMatrix,
                ),
                (
                    "smotr export --list --period 2025/26",
                    Phrase::CliExampleList,
                ),
            ],
        ));
    let reminder = sub("reminder", Phrase::CliReminderAbout)
        .arg(named("period", Phrase::CliNamePeriod, Phrase::CliArgPeriod).required(true))
        .arg(named("whom", Phrase::CliNameWhom, Phrase::CliArgWhom))
        .arg(flag("list", Phrase::CliReminderList).conflicts_with("whom"))
        .after_help(examples(
            locale,
            &[
                ("smotr reminder 2025/26 9", Phrase::CliExampleReminder),
                (
                    "smotr reminder 2025/26 --list",
                    Phrase::CliExampleReminderList,
                ),
            ],
        ));
    [reminder, template, export]
}

/// What was asked for.
#[must_use]
pub fn read(name: &str, mut matches: ArgMatches) -> Task {
    if name == "export" {
        return export(matches);
    }
    if name == "reminder" {
        return Task::Reminder(reminder::Wanted {
            period: text(&mut matches, "period"),
            whom: matches.remove_one("whom"),
            list: matches.get_flag("list"),
        });
    }
    let place = text(&mut matches, "place");
    let all = matches.remove_one::<PathBuf>("all");
    Task::Template(template::Wanted {
        direction: matches.remove_one("direction"),
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

/// A table, or all records where none is asked for.
fn export(mut matches: ArgMatches) -> Task {
    let shape = match (matches.get_flag("matrix"), matches.get_flag("list")) {
        (true, _) => Shape::Matrix {
            parts: matches.get_flag("parts"),
        },
        (_, true) => Shape::List,
        _ => return Task::Export,
    };
    let encoding = matches.remove_one::<String>("encoding");
    Task::Table(tables::Wanted {
        period: text(&mut matches, "period"),
        direction: matches.remove_one("direction"),
        shape,
        published: matches.get_flag("for-publication"),
        is_1251: encoding.is_some_and(|it| it == WINDOWS),
        file: matches.remove_one("file"),
        replace: matches.get_flag("replace"),
    })
}
