//! Arguments of `smotr import` as they are declared, and as they were given.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::arguments::examples;
use super::import::Wanted;
use crate::locale::{Locale, Phrase};

/// The subcommand as the parser sees it.
#[must_use]
pub fn command(locale: &Locale) -> Command {
    let say = |phrase| locale.say(phrase);
    let option = |id: &'static str, name, help| {
        let option = Arg::new(id).long(id).value_name(say(name));
        option.help(say(help))
    };
    let flag = |id: &'static str, help| {
        let flag = Arg::new(id).long(id).action(ArgAction::SetTrue);
        flag.help(say(help))
    };
    let paths = Arg::new("paths").value_name(say(Phrase::CliNameFile));
    let paths = paths
        .help(say(Phrase::CliArgImportPaths))
        .required_unless_present("names")
        .num_args(1..)
        .value_parser(value_parser!(PathBuf));
    let about = say(Phrase::CliImportAbout);
    Command::new("import")
        .about(about)
        .arg(paths)
        .arg(option(
            "period",
            Phrase::CliNamePeriod,
            Phrase::CliOptionImportPeriod,
        ))
        .arg(option("name", Phrase::CliNameMeant, Phrase::CliOptionMeant).action(ArgAction::Append))
        .arg(option(
            "organisation",
            Phrase::CliNameWhom,
            Phrase::CliOptionImportOrganisation,
        ))
        .arg(flag("names", Phrase::CliOptionRemembered))
        .arg(flag("similar", Phrase::CliOptionSimilar))
        .arg(flag("again", Phrase::CliOptionAgain))
        .arg(flag("over", Phrase::CliOptionOver))
        .arg(flag("skip-refused", Phrase::CliOptionSkipRefused))
        .arg(flag("yes", Phrase::CliOptionWrite))
        .after_help(examples(
            locale,
            &[
                ("smotr import загрузка/", Phrase::CliExampleImportShow),
                ("smotr import свод.xlsx --yes", Phrase::CliExampleImport),
                (
                    "smotr import таблица.xlsx --organisation 12",
                    Phrase::CliExampleImportOrganisation,
                ),
                (
                    "smotr import свод.xlsx --name «МБОУ СОШ 12=СШ № 12»",
                    Phrase::CliExampleImportName,
                ),
            ],
        ))
}

/// What was asked for.
#[must_use]
pub fn read(mut matches: ArgMatches) -> Wanted {
    let many = |matches: &mut ArgMatches| {
        let all = matches.remove_many::<String>("name");
        all.map(Iterator::collect).unwrap_or_default()
    };
    Wanted {
        paths: (matches.remove_many::<PathBuf>("paths"))
            .map(Iterator::collect)
            .unwrap_or_default(),
        period: matches.remove_one("period"),
        meant: many(&mut matches),
        organisation: matches.remove_one("organisation"),
        names: matches.get_flag("names"),
        similar: matches.get_flag("similar"),
        again: matches.get_flag("again"),
        over: matches.get_flag("over"),
        skip_refused: matches.get_flag("skip-refused"),
        yes: matches.get_flag("yes"),
    }
}
