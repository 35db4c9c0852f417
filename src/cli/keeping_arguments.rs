//! Arguments of what keeps the data whole: archives and checks, as they are declared and as they were given.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::access_log;
use super::arguments::examples;
use super::erase;
use crate::locale::{Locale, Phrase};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Write an archive.
    Backup {
        /// Where to.
        path: Option<PathBuf>,
        /// Over a file that is there.
        replace: bool,
    },
    /// Print the access log.
    AccessLog(access_log::Wanted),
    /// Make a store of an archive.
    Restore {
        /// The archive.
        archive: PathBuf,
        /// What was erased, if that does not lie beside it.
        erasures: Option<PathBuf>,
    },
    /// Erase a person's data.
    Erase(erase::Wanted),
    /// Compare journal and derived state; or an archive and the journal.
    Verify(Option<PathBuf>),
}

/// The subcommands as the parser sees them.
#[must_use]
pub fn commands(locale: &Locale) -> [Command; 5] {
    let say = |phrase| locale.say(phrase);
    let sub = |name: &'static str, about| Command::new(name).about(say(about));
    let file = |id: &'static str, help| {
        let file = Arg::new(id)
            .value_name(say(Phrase::CliNameFile))
            .help(say(help));
        file.value_parser(value_parser!(PathBuf))
    };
    let replace = Arg::new("replace")
        .long("replace")
        .action(ArgAction::SetTrue);
    let backup = sub("backup", Phrase::CliBackupAbout)
        .arg(file("file", Phrase::CliArgBackupFile))
        .arg(replace.help(say(Phrase::CliOptionReplace)))
        .after_help(say(Phrase::CliBackupHelp));
    let restore = sub("restore", Phrase::CliRestoreAbout)
        .arg(file("archive", Phrase::CliArgRestore).required(true))
        .arg(file("erasures", Phrase::CliOptionErasures).long("erasures"))
        .after_help(examples(
            locale,
            &[(
                "smotr --data /srv/smotr restore smotr-2026-05-23.jsonl.zst",
                Phrase::CliExampleRestore,
            )],
        ));
    let verify = sub("verify", Phrase::CliVerifyAbout)
        .arg(file("archive", Phrase::CliArgArchive))
        .after_help(say(Phrase::CliVerifyHelp));
    [
        backup,
        restore,
        verify,
        access_log_command(locale),
        erase_command(locale),
    ]
}

fn access_log_command(locale: &Locale) -> Command {
    let say = |phrase| locale.say(phrase);
    let option = |id: &'static str, name, help| {
        let option = Arg::new(id).long(id).value_name(say(name));
        option.help(say(help))
    };
    let day = |id: &'static str, help| option(id, Phrase::CliNameDay, help);
    Command::new("access-log")
        .about(say(Phrase::CliAccessAbout))
        .arg(option(
            "user",
            Phrase::CliNameAccount,
            Phrase::CliOptionAccessUser,
        ))
        .arg(
            option("about", Phrase::CliNameWords, Phrase::CliOptionAccessAbout)
                .visible_alias("person"),
        )
        .arg(day("since", Phrase::CliOptionSince))
        .arg(day("until", Phrase::CliOptionUntil))
        .arg(
            Arg::new("json")
                .long("json")
                .action(ArgAction::SetTrue)
                .help(say(Phrase::CliOptionJson)),
        )
        .after_help(examples(
            locale,
            &[
                (
                    "smotr access-log --since 01.05.2026",
                    Phrase::CliExampleAccessSince,
                ),
                (
                    "smotr access-log --about ерёмин",
                    Phrase::CliExampleAccessAbout,
                ),
            ],
        ))
}

/// What was asked for by one of [`commands`].
pub fn read(name: &str, mut matches: ArgMatches) -> Task {
    match name {
        "backup" => Task::Backup {
            path: matches.remove_one("file"),
            replace: matches.get_flag("replace"),
        },
        "access-log" => Task::AccessLog(access_log::Wanted {
            user: matches.remove_one("user"),
            about: matches.remove_one("about"),
            since: matches.remove_one("since"),
            until: matches.remove_one("until"),
            json: matches.get_flag("json"),
        }),
        "restore" => Task::Restore {
            archive: matches.remove_one("archive").unwrap_or_default(),
            erasures: matches.remove_one("erasures"),
        },
        "erase" => Task::Erase(erase::Wanted {
            who: (matches.remove_many("who").into_iter().flatten()).collect(),
            reason: matches.remove_one("reason").unwrap_or_default(),
            keep: (matches.remove_many("keep").into_iter().flatten()).collect(),
            yes: matches.remove_one("yes"),
            act: matches.remove_one("act"),
        }),
        _ => Task::Verify(matches.remove_one("archive")),
    }
}

fn erase_command(locale: &Locale) -> Command {
    let say = |phrase| locale.say(phrase);
    let option = |id: &'static str, name, help| {
        let option = Arg::new(id).long(id).value_name(say(name));
        option.help(say(help))
    };
    let who = Arg::new("who")
        .value_name(say(Phrase::CliNamePerson))
        .num_args(1..)
        .required(true)
        .help(say(Phrase::CliArgEraseWho));
    let keep = option("keep", Phrase::CliNameNumbers, Phrase::CliOptionKeep)
        .value_delimiter(',')
        .value_parser(value_parser!(usize));
    let act = option("act", Phrase::CliNameFile, Phrase::CliOptionAct);
    Command::new("erase")
        .about(say(Phrase::CliEraseAbout))
        .arg(who)
        .arg(option("reason", Phrase::CliNameText, Phrase::CliOptionReason).required(true))
        .arg(keep)
        .arg(option("yes", Phrase::CliNameCode, Phrase::CliOptionYes))
        .arg(act.value_parser(value_parser!(PathBuf)))
        .after_help(say(Phrase::CliEraseHelp))
}
