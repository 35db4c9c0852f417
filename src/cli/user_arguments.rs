//! Arguments of `smotr user` as they are declared, and as they were given.

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};

use super::arguments::{examples, text};
use super::{deputies, users};
use crate::domain::people::Role;
use crate::locale::{Locale, Phrase};

/// The subcommand as the parser sees it.
#[must_use]
pub fn command(locale: &Locale) -> Command {
    let say = |phrase| locale.say(phrase);
    let named = |id: &'static str, name, help| Arg::new(id).value_name(say(name)).help(say(help));
    let option = |id: &'static str, name, help| named(id, name, help).long(id);
    let sub = |name: &'static str, about| Command::new(name).about(say(about));
    let account = || named("account", Phrase::CliNameAccount, Phrase::CliArgAccount).required(true);
    let role = || {
        let role = named("role", Phrase::CliNameRole, Phrase::CliArgRole).required(true);
        // Said once with several names, several times, or with commas: all are ways that people know.
        (role.num_args(1..).action(ArgAction::Append))
            .value_delimiter(',')
            .value_parser(users::ROLES)
    };
    let scope = || {
        [
            option(
                "direction",
                Phrase::CliNameNumber,
                Phrase::CliOptionDirection,
            ),
            option(
                "organisation",
                Phrase::CliNameWhom,
                Phrase::CliOptionOrganisation,
            ),
        ]
        .map(|it| it.action(ArgAction::Append))
    };
    // One of two flags, of which the later one does not silently win.
    let either = |yes: &'static str, shown, no: &'static str, hidden| {
        let flag = |id: &'static str, help| {
            let flag = Arg::new(id).long(id).help(say(help));
            flag.action(ArgAction::SetTrue)
        };
        [flag(yes, shown).conflicts_with(no), flag(no, hidden)]
    };
    let add = sub("add", Phrase::CliUserAddAbout)
        .arg(account())
        .arg(role().long("role"))
        .arg(option("name", Phrase::CliNameText, Phrase::CliOptionName))
        .args(scope())
        .args(either(
            "names",
            Phrase::CliOptionNames,
            "no-names",
            Phrase::CliOptionNoNames,
        ));
    let names = sub("names", Phrase::CliUserNamesAbout)
        .arg(account())
        .args(either(
            "show",
            Phrase::CliOptionShow,
            "hide",
            Phrase::CliOptionHide,
        ))
        .group(ArgGroup::new("which").args(["show", "hide"]).required(true));
    let roles = sub("role", Phrase::CliUserRoleAbout)
        .arg(account())
        .arg(role());
    // Whoever only wants to look says nothing of a scope: that must not widen it.
    let scopes = sub("scope", Phrase::CliUserScopeAbout)
        .arg(account())
        .args(scope())
        .arg(
            Arg::new("all")
                .long("all")
                .help(say(Phrase::CliOptionScopeAll))
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["direction", "organisation"]),
        )
        .group(
            ArgGroup::new("which")
                .args(["direction", "organisation", "all"])
                .multiple(true)
                .required(true),
        );
    let deputy = sub("deputy", Phrase::CliUserDeputyAbout)
        .arg(named("account", Phrase::CliNameAccount, Phrase::CliArgDeputy).required(true))
        .arg(option("for", Phrase::CliNameAccount, Phrase::CliOptionFor))
        .arg(option("from", Phrase::CliNameDate, Phrase::CliOptionFrom))
        .arg(option("to", Phrase::CliNameDate, Phrase::CliOptionTo).required_unless_present("end"))
        .arg(
            Arg::new("end")
                .long("end")
                .help(say(Phrase::CliOptionEnd))
                .action(ArgAction::SetTrue)
                .conflicts_with("from"),
        );
    sub("user", Phrase::CliUserAbout)
        .subcommand_required(true)
        .subcommand(add)
        .subcommand(roles)
        .subcommand(scopes)
        .subcommand(names)
        .subcommand(deputy)
        .subcommand(sub("list", Phrase::CliUserListAbout))
        .subcommand(sub("remove", Phrase::CliUserRemoveAbout).arg(account()))
        .after_help(examples(
            locale,
            &[
                (
                    "smotr user add ivanova --role methodist",
                    Phrase::CliExampleUserAdd,
                ),
                (
                    "smotr user role ivanova methodist head",
                    Phrase::CliExampleUserRole,
                ),
                (
                    "smotr user scope ivanova --direction 1 --direction 2",
                    Phrase::CliExampleUserScope,
                ),
                ("smotr user names dolin --hide", Phrase::CliExampleUserNames),
                (
                    "smotr user deputy orlova --from 1.08 --to 14.08",
                    Phrase::CliExampleUserDeputy,
                ),
            ],
        ))
}

/// What is to be done with users.
pub fn read(mut matches: ArgMatches) -> users::Task {
    let Some((name, mut matches)) = matches.remove_subcommand() else {
        return users::Task::List;
    };
    let all = |matches: &mut ArgMatches, id| -> Vec<String> {
        let given = matches.remove_many(id);
        given.map(Iterator::collect).unwrap_or_default()
    };
    let roles = |matches: &mut ArgMatches| -> Vec<Role> {
        let names = all(matches, "role");
        names.iter().filter_map(|it| users::role(it)).collect()
    };
    let scope = |matches: &mut ArgMatches| users::Scope {
        directions: all(matches, "direction"),
        organisations: all(matches, "organisation"),
    };
    match name.as_str() {
        "add" => users::Task::Add {
            account: text(&mut matches, "account"),
            name: matches.remove_one("name"),
            roles: roles(&mut matches),
            scope: scope(&mut matches),
            names: match (matches.get_flag("names"), matches.get_flag("no-names")) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            },
        },
        "names" => users::Task::Names {
            account: text(&mut matches, "account"),
            shown: matches.get_flag("show"),
        },
        "role" => users::Task::Roles {
            account: text(&mut matches, "account"),
            roles: roles(&mut matches),
        },
        "scope" => users::Task::Scope {
            account: text(&mut matches, "account"),
            scope: scope(&mut matches),
        },
        "deputy" => users::Task::Deputy(deputies::Task {
            account: text(&mut matches, "account"),
            head: matches.remove_one("for"),
            from: matches.remove_one("from"),
            to: matches.remove_one("to"),
            end: matches.get_flag("end"),
        }),
        "remove" => users::Task::Remove(text(&mut matches, "account")),
        _ => users::Task::List,
    }
}
