//! Arguments as they are declared, and as they were given. What they mean is the affair of each subcommand.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use super::keeping_arguments;
use super::{user_arguments, users};
use crate::locale::{Lang, Locale, Phrase};
use crate::tui::text::{Align, fit, width};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// The interface; words open the card that they find.
    Interface(Vec<String>),
    /// The demo store.
    Demo(Demo),
    /// Print what words find.
    Lookup(Vec<String>),
    /// Print a value.
    Get(Place),
    /// Print the evaluation sheet of a head.
    Sheet {
        /// The period's name.
        period: String,
        /// The organisation or its head.
        whom: String,
    },
    /// Enter a value.
    Set {
        /// Where.
        place: Place,
        /// What, as typed; `None` clears.
        value: Option<String>,
        /// The note with it; none keeps what there is.
        note: Option<String>,
    },
    /// All records and the journal as JSON Lines.
    Export,
    /// Values of a period as a table.
    Table(super::tables::Wanted),
    /// Letters to those who have not sent.
    Reminder(super::reminder::Wanted),
    /// Workbooks to be filled in.
    Template(super::template::Wanted),
    /// Values out of files.
    Import(super::import::Wanted),
    /// Who uses the store.
    User(users::Task),
    /// Make a store and set it up.
    Init(super::init::Wanted),
    /// The catalogue in files.
    Catalogue(super::catalogue::Task),
    /// A section of the assessment in files.
    Cycle(super::cycle::Task),
    /// Registers in files.
    Register(super::registers::Task),
    /// Print the completions for a shell.
    Completions(String),
    /// Print the manual page.
    Man,
    /// Serve the store.
    Serve,
    /// Print a file for the system that keeps services.
    PrintUnit(String),
    /// Archives, and whether everything is whole.
    Keeping(keeping_arguments::Task),
    /// The key table.
    Keys(Option<String>),
    /// What terminal and store look like.
    Doctor,
}

/// Which cell, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The period.
    pub period: String,
    /// The indicator.
    pub indicator: String,
    /// The organisation or its head.
    pub whom: String,
}

/// How a demo store is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demo {
    /// Make it anew.
    pub reset: bool,
    /// Do not open the interface.
    pub no_ui: bool,
    /// Number of organisations.
    pub organisations: Option<u32>,
    /// Number of school years.
    pub years: Option<u32>,
    /// The seed.
    pub seed: Option<u64>,
}

/// A call of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The store's folder, if given.
    pub data: Option<PathBuf>,
    /// The server's socket, if given.
    pub socket: Option<PathBuf>,
    /// What to do.
    pub task: Task,
}

/// Reads a call.
///
/// # Errors
/// Those of the parser; also help and version come this way.
pub fn read(arguments: &[OsString], locale: &Locale) -> Result<Call, clap::Error> {
    let mut matches = locale
        .help(command(locale))
        .try_get_matches_from(arguments)?;
    let data = matches.remove_one::<PathBuf>("data");
    let socket = matches
        .remove_one::<PathBuf>("socket")
        .filter(|it| !it.as_os_str().is_empty());
    let task = match matches.remove_subcommand() {
        Some((name, matches)) => task(&name, matches),
        None => Task::Interface(words(&mut matches)),
    };
    Ok(Call { data, socket, task })
}

fn task(name: &str, mut matches: ArgMatches) -> Task {
    match name {
        "demo" => Task::Demo(Demo {
            reset: matches.get_flag("reset"),
            no_ui: matches.get_flag("no-ui"),
            organisations: matches.remove_one("organisations"),
            years: matches.remove_one("years"),
            seed: matches.remove_one("seed"),
        }),
        "lookup" => Task::Lookup(words(&mut matches)),
        "get" => Task::Get(place(&mut matches)),
        "sheet" => Task::Sheet {
            period: text(&mut matches, "period"),
            whom: text(&mut matches, "whom"),
        },
        "set" => Task::Set {
            place: place(&mut matches),
            value: matches.remove_one("value"),
            note: matches.remove_one("note"),
        },
        "export" | "template" | "reminder" => super::table_arguments::read(name, matches),
        "serve" => match matches.remove_one("print-unit") {
            Some(unit) => Task::PrintUnit(unit),
            None => Task::Serve,
        },
        "import" => Task::Import(super::import_arguments::read(matches)),
        "user" => Task::User(user_arguments::read(matches)),
        "init" => Task::Init(super::init::Wanted {
            municipality: matches.remove_one("municipality"),
            name: matches.remove_one("name"),
            catalogue: matches.remove_one("catalogue"),
        }),
        "cycle" => Task::Cycle(super::cycle_arguments::read(&matches)),
        "catalogue" => Task::Catalogue(super::catalogue_arguments::read(&matches)),
        "register" => Task::Register(super::register_arguments::read(&matches)),
        "completions" => Task::Completions(text(&mut matches, "shell")),
        "man" => Task::Man,
        "access-log" | "backup" | "restore" | "verify" | "erase" => {
            Task::Keeping(keeping_arguments::read(name, matches))
        }
        "keys" => Task::Keys(matches.remove_one("keymap")),
        _ => Task::Doctor,
    }
}

fn words(matches: &mut ArgMatches) -> Vec<String> {
    let words = matches.remove_many::<String>("words");
    words.map(Iterator::collect).unwrap_or_default()
}

fn place(matches: &mut ArgMatches) -> Place {
    Place {
        period: text(matches, "period"),
        indicator: text(matches, "indicator"),
        whom: text(matches, "whom"),
    }
}

pub(super) fn text(matches: &mut ArgMatches, name: &str) -> String {
    matches.remove_one(name).unwrap_or_default()
}

/// The program as the parser sees it.
#[must_use]
pub fn command(locale: &Locale) -> Command {
    let say = |phrase| locale.say(phrase);
    let named = |id: &'static str, name, help| Arg::new(id).value_name(say(name)).help(say(help));
    let option = |id: &'static str, name, help| named(id, name, help).long(id);
    let flag = |id: &'static str, help| {
        let flag = Arg::new(id).long(id).action(ArgAction::SetTrue);
        flag.help(say(help))
    };
    let words = || named("words", Phrase::CliNameWords, Phrase::CliArgWords);
    let place = || {
        [
            named("period", Phrase::CliNamePeriod, Phrase::CliArgPeriod),
            named(
                "indicator",
                Phrase::CliNameIndicator,
                Phrase::CliArgIndicator,
            ),
            named("whom", Phrase::CliNameWhom, Phrase::CliArgWhom),
        ]
        .map(|it| it.required(true))
    };
    let sub = |name: &'static str, about| Command::new(name).about(say(about));
    let demo = sub("demo", Phrase::CliDemoAbout)
        .arg(flag("reset", Phrase::CliOptionReset))
        .arg(flag("no-ui", Phrase::CliOptionNoUi))
        .arg(
            option(
                "organisations",
                Phrase::CliNameNumber,
                Phrase::CliOptionOrganisations,
            )
            .value_parser(value_parser!(u32).range(1..=5_000)),
        )
        .arg(
            option("years", Phrase::CliNameNumber, Phrase::CliOptionYears)
                .value_parser(value_parser!(u32).range(1..=60)),
        )
        .arg(
            option("seed", Phrase::CliNameNumber, Phrase::CliOptionSeed)
                .value_parser(value_parser!(u64)),
        );
    let set = sub("set", Phrase::CliSetAbout)
        .args(place())
        .arg(
            named("value", Phrase::CliNameValue, Phrase::CliArgValue)
                // A number may be below zero.
                .allow_hyphen_values(true),
        )
        .arg(option("note", Phrase::CliNameText, Phrase::CliOptionNote))
        .arg(flag("clear", Phrase::CliOptionClear))
        // An empty text clears nothing: a variable that a script has not filled must not erase a value.
        .group(
            ArgGroup::new("entry")
                .args(["value", "clear"])
                .required(true),
        )
        .after_help(examples(
            locale,
            &[
                ("smotr set 2025/26 6.2 12 21/24", Phrase::CliExampleSetRatio),
                (
                    "smotr set 2025/26 6.2 12 21",
                    Phrase::CliExampleSetNumerator,
                ),
                (
                    "smotr set 2025/26 6.2 ерёмин 87,5%",
                    Phrase::CliExampleSetPercent,
                ),
                (
                    "smotr set 2025/26 3.2 12 \"н/п: причина\"",
                    Phrase::CliExampleSetNotApplicable,
                ),
                (
                    "smotr set 2025/26 3.2 12 \"нд: причина\"",
                    Phrase::CliExampleSetNoData,
                ),
                (
                    "smotr set 2025/26 1.2 12 1 --note \"по акту\"",
                    Phrase::CliExampleSetNote,
                ),
                (
                    "smotr set 2025/26 6.2 12 --clear",
                    Phrase::CliExampleSetClear,
                ),
            ],
        ));
    let init = sub("init", Phrase::CliInitAbout)
        .arg(option(
            "municipality",
            Phrase::CliNameText,
            Phrase::CliOptionMunicipality,
        ))
        .arg(option("name", Phrase::CliNameText, Phrase::CliOptionName))
        .arg(
            option("catalogue", Phrase::CliNameFile, Phrase::CliOptionCatalogue)
                .value_parser(value_parser!(PathBuf)),
        )
        .after_help(examples(
            locale,
            &[
                (
                    "smotr init --municipality \"Город\" --name \"Орлова Анна Петровна\"",
                    Phrase::CliExampleInit,
                ),
                (
                    "smotr init --municipality \"Город\" --catalogue empty",
                    Phrase::CliExampleInitEmpty,
                ),
            ],
        ));
    let lookup = sub("lookup", Phrase::CliLookupAbout)
        .arg(words().num_args(1..).required(true))
        .after_help(examples(
            locale,
            &[
                ("smotr lookup ерёмин", Phrase::CliExampleLookupName),
                ("smotr lookup 12", Phrase::CliExampleLookupNumber),
                ("smotr lookup 259/1", Phrase::CliExampleLookupDocument),
            ],
        ));
    let get = sub("get", Phrase::CliGetAbout)
        .args(place())
        .after_help(examples(
            locale,
            &[
                ("smotr get 2025/26 6.2 12", Phrase::CliExampleGetNumber),
                (
                    "smotr get 2025/26 6.2 \"СШ № 12\"",
                    Phrase::CliExampleGetName,
                ),
                ("smotr get 2024/25 6.2 ерёмин", Phrase::CliExampleGetHead),
            ],
        ));
    let sheet = sub("sheet", Phrase::CliSheetAbout)
        .args([
            named("period", Phrase::CliNamePeriod, Phrase::CliArgPeriod).required(true),
            named("whom", Phrase::CliNameWhom, Phrase::CliArgWhom).required(true),
        ])
        .after_help(examples(
            locale,
            &[
                ("smotr sheet 2025/26 12", Phrase::CliExampleSheet),
                ("smotr sheet 2024/25 ерёмин", Phrase::CliExampleGetHead),
            ],
        ));
    let keys = sub("keys", Phrase::CliKeysAbout)
        .arg(option(
            "keymap",
            Phrase::CliNameKeymap,
            Phrase::CliOptionKeymap,
        ))
        .after_help(examples(
            locale,
            &[
                ("smotr keys", Phrase::CliExampleKeysOwn),
                ("smotr keys --keymap vim", Phrase::CliExampleKeysNamed),
            ],
        ));
    let serve = sub("serve", Phrase::CliServeAbout)
        .arg(
            option(
                "print-unit",
                Phrase::CliNameUnit,
                Phrase::CliOptionPrintUnit,
            )
            .value_parser(super::serve::units()),
        )
        .after_help(examples(
            locale,
            &[
                (
                    "smotr --data /var/lib/smotr serve --socket /run/smotr/socket",
                    Phrase::CliExampleServe,
                ),
                ("smotr serve --print-unit service", Phrase::CliExampleUnit),
            ],
        ));
    Command::new("smotr")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(Phrase::CliAbout))
        .after_help(say(Phrase::CliAfterHelp))
        .args_conflicts_with_subcommands(false)
        .subcommand_precedence_over_arg(true)
        .arg(words().num_args(0..))
        .arg(
            option("data", Phrase::CliNameFolder, Phrase::CliOptionData)
                .global(true)
                // What a command has of its own comes first.
                .display_order(900)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            option("socket", Phrase::CliNameSocket, Phrase::CliOptionSocket)
                .global(true)
                .env("SMOTR_SOCKET")
                .hide_env(true)
                .display_order(901)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            option("lang", Phrase::CliNameLanguage, Phrase::CliOptionLang)
                .global(true)
                .display_order(902)
                .value_parser(Lang::ALL.map(Lang::code))
                .default_value(Lang::default().code()),
        )
        .subcommand(demo)
        .subcommand(init)
        .subcommand(lookup)
        .subcommand(get)
        .subcommand(sheet)
        .subcommand(set)
        .subcommands(super::table_arguments::commands(locale))
        .subcommand(super::import_arguments::command(locale))
        .subcommand(user_arguments::command(locale))
        .subcommand(super::catalogue_arguments::command(locale))
        .subcommand(super::register_arguments::command(locale))
        .subcommand(super::cycle_arguments::command(locale))
        .subcommand(serve)
        .subcommands(keeping_arguments::commands(locale))
        .subcommand(keys)
        .subcommand(
            sub("completions", Phrase::CliCompletionsAbout).arg(
                named("shell", Phrase::CliNameShell, Phrase::CliArgShell)
                    .required(true)
                    .value_parser(super::shell::SHELLS),
            ),
        )
        .subcommand(sub("man", Phrase::CliManAbout))
        .subcommand(sub("doctor", Phrase::CliDoctorAbout))
}

/// Calls as they are typed, each with what it does, in two columns under a heading.
pub(super) fn examples(locale: &Locale, calls: &[(&str, Phrase)]) -> String {
    let column = calls.iter().map(|(call, _)| width(call)).max().unwrap_or(0);
    let mut text = locale.say(Phrase::CliHeadingExamples);
    for (call, phrase) in calls {
        let call = fit(call, column, Align::Left, "");
        text.push_str(&format!("\n  {call}  {}", locale.say(*phrase)));
    }
    text
}
