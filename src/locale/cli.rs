//! The parser of arguments speaks English only: here its help gets our headings and its complaints our sentences.
//! Knows the parser's shapes, not the subcommands: what they are called and what they do is said by whoever declares them.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use super::{Locale, Phrase, Told, args};

/// The names of values in a usage line, and what a sentence says instead of them.
const IN_WORDS: [(Phrase, Phrase); 5] = [
    (Phrase::CliNameWords, Phrase::CliWantedWords),
    (Phrase::CliNamePeriod, Phrase::CliWantedPeriod),
    (Phrase::CliNameIndicator, Phrase::CliWantedIndicator),
    (Phrase::CliNameWhom, Phrase::CliWantedWhom),
    (Phrase::CliNameValue, Phrase::CliWantedValue),
];

impl Locale {
    /// The command with headings, usage line and help options of this language, its subcommands too.
    ///
    /// Descriptions and names of values are the caller's; what the parser would add in English is said here instead.
    pub fn help(&self, command: Command) -> Command {
        self.help_under(command, "")
    }

    fn help_under(&self, command: Command, parent: &str) -> Command {
        let path = [parent, command.get_name()].join(" ").trim().to_owned();
        let names: Vec<String> = command
            .get_subcommands()
            .map(|it| it.get_name().to_owned())
            .collect();
        let has_version = command.get_version().is_some();
        let mut command = command
            .disable_help_subcommand(true)
            .disable_help_flag(true)
            .disable_version_flag(true)
            .arg(option(
                'h',
                "help",
                ArgAction::Help,
                self.say(Phrase::CliOptionHelp),
            ));
        if has_version {
            command = command.arg(option(
                'V',
                "version",
                ArgAction::Version,
                self.say(Phrase::CliOptionVersion),
            ));
        }
        for name in names {
            command = command.mut_subcommand(name, |it| self.help_under(it, &path));
        }
        let usage = self.usage(&command, &path);
        let mut place = 0;
        command
            .mut_args(|it| {
                let it = self.argument(it);
                if !it.is_positional() {
                    return it;
                }
                // As they are typed; the parser would sort them by name.
                place += 1;
                it.display_order(place)
            })
            .override_usage(usage)
            .subcommand_help_heading(self.say(Phrase::CliHeadingCommands))
            .help_template(format!(
                "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
                self.say(Phrase::CliHeadingUsage)
            ))
    }

    /// «smotr set \[ПАРАМЕТРЫ\] `<ПЕРИОД>` `<ПОКАЗАТЕЛЬ>` `<КТО>` `<ЗНАЧЕНИЕ>`».
    fn usage(&self, command: &Command, path: &str) -> String {
        let mut usage = format!("{path} [{}]", self.say(Phrase::CliNameOptions));
        let named = command.get_arguments().filter(|it| !it.is_positional());
        for it in named.filter(|it| it.is_required_set()) {
            let many = it.get_num_args().is_some_and(|it| it.max_values() > 1);
            let (option, name) = (it.get_long().unwrap_or_default(), value_name(it));
            let more = if many { "…" } else { "" };
            usage.push_str(&format!(" --{option} <{name}>{more}"));
        }
        for it in command.get_positionals() {
            let name = value_name(it);
            if let Some(instead) = instead_of(command, it) {
                usage.push_str(&format!(" <{name} | {instead}>"));
                continue;
            }
            let many = if it
                .get_num_args()
                .is_some_and(|range| range.max_values() > 1)
            {
                "…"
            } else {
                ""
            };
            let shown = if it.is_required_set() {
                format!(" <{name}>{many}")
            } else {
                format!(" [{name}]{many}")
            };
            usage.push_str(&shown);
        }
        if command.has_subcommands() {
            usage.push_str(&format!(" [{}]", self.say(Phrase::CliNameCommand)));
        }
        usage
    }

    /// Puts an argument under its heading and says its default and its possible values.
    fn argument(&self, arg: Arg) -> Arg {
        let heading = if arg.is_positional() {
            Phrase::CliHeadingArguments
        } else {
            Phrase::CliHeadingOptions
        };
        let arg = arg.help_heading(self.say(heading));
        if !arg.get_action().takes_values() {
            return arg;
        }
        let mut notes = Vec::new();
        let possible: Vec<_> = arg
            .get_possible_values()
            .iter()
            .filter(|it| !it.is_hide_set())
            .map(|it| it.get_name().to_owned())
            .collect();
        if !possible.is_empty() && !arg.is_hide_possible_values_set() {
            notes.push(self.say_with(
                Phrase::CliPossibleValues,
                &args![values = possible.join(", ")],
            ));
        }
        let default: Vec<_> = arg
            .get_default_values()
            .iter()
            .map(|it| it.to_string_lossy())
            .collect();
        if !default.is_empty() && !arg.is_hide_default_value_set() {
            notes.push(self.say_with(Phrase::CliDefaultValue, &args![value = default.join(", ")]));
        }
        let help = arg.get_help().map(StyledStr::to_string).unwrap_or_default();
        let arg = arg
            .hide_possible_values(true)
            .hide_default_value(true)
            .hide_env(true);
        if notes.is_empty() {
            arg
        } else {
            arg.help(format!("{help} ({})", notes.join("; ")))
        }
    }

    /// What is wrong with the call; `None` where the parser only asks to print help or the version.
    pub fn call_error(&self, error: &clap::Error) -> Option<Told> {
        let said = |kind| error.get(kind).map(plain).unwrap_or_default();
        let named = |kind| {
            let value = error.get(kind);
            value.map(|it| self.named(it)).unwrap_or_default()
        };
        let (option, given) = (
            named(ContextKind::InvalidArg),
            said(ContextKind::InvalidValue),
        );
        let fact = match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            | ErrorKind::DisplayVersion => return None,
            ErrorKind::UnknownArgument => {
                // As it was typed: it is no argument of ours that had a name.
                let given = said(ContextKind::InvalidArg);
                let phrase = if given.starts_with('-') {
                    Phrase::CliUnknownOption
                } else {
                    Phrase::CliUnexpectedArgument
                };
                self.say_with(phrase, &args![given])
            }
            ErrorKind::InvalidSubcommand => self.say_with(
                Phrase::CliUnknownCommand,
                &args![given = said(ContextKind::InvalidSubcommand)],
            ),
            ErrorKind::InvalidValue
            | ErrorKind::TooFewValues
            | ErrorKind::NoEquals
            | ErrorKind::WrongNumberOfValues
                if given.is_empty() =>
            {
                self.say_with(Phrase::CliValueNeeded, &args![option])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                self.say_with(Phrase::CliBadValue, &args![option, given])
            }
            ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
                self.say_with(Phrase::CliValueNotNeeded, &args![option])
            }
            ErrorKind::ArgumentConflict => {
                let other = named(ContextKind::PriorArg);
                if option == other {
                    self.say_with(Phrase::CliGivenTwice, &args![option])
                } else {
                    self.say_with(Phrase::CliNotTogether, &args![option, other])
                }
            }
            ErrorKind::MissingRequiredArgument => {
                self.say_with(Phrase::CliArgumentsMissing, &args![missing = option])
            }
            ErrorKind::MissingSubcommand => self.say(Phrase::CliCommandMissing),
            ErrorKind::InvalidUtf8 => self.say(Phrase::CliNotUtfEight),
            _ => self.say(Phrase::CliBadCall),
        };
        let valid = said(ContextKind::ValidValue);
        let suggestion = [
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedValue,
        ]
        .into_iter()
        .map(said)
        .find(|it| !it.is_empty());
        let next = match suggestion {
            Some(suggestion) => self.say_with(Phrase::CliDidYouMean, &args![suggestion]),
            None if !valid.is_empty() => {
                self.say_with(Phrase::CliChooseValue, &args![values = valid])
            }
            None => self.say_with(Phrase::CliSeeHelp, &args![command = "smotr"]),
        };
        Some(Told { fact, next })
    }

    /// The arguments that an error is about, as a sentence names them.
    fn named(&self, value: &ContextValue) -> String {
        match value {
            ContextValue::Strings(list) => {
                let list: Vec<String> = list.iter().map(|it| self.in_words(it)).collect();
                list.join(", ")
            }
            ContextValue::String(one) => self.in_words(one),
            other => plain(other),
        }
    }

    /// What a usage line calls `<ПЕРИОД>`, `--lang <ЯЗЫК>` or `<ЗНАЧЕНИЕ|--clear>`, in words.
    fn in_words(&self, notation: &str) -> String {
        if notation.starts_with('-') {
            let option = notation.split([' ', '=', '[']).next();
            return option.unwrap_or(notation).to_owned();
        }
        let of_usage = ['<', '>', '[', ']', '.', '…'];
        let mut either = notation.trim_matches(of_usage).split('|').map(|name| {
            let known = (IN_WORDS.iter()).find(|(it, _)| self.say(*it) == name);
            known.map_or_else(|| name.to_owned(), |(_, words)| self.say(*words))
        });
        let first = either.next().unwrap_or_default();
        either.fold(first, |first, second| {
            self.say_with(Phrase::CliEither, &args![first, second])
        })
    }
}

fn option(short: char, long: &'static str, action: ArgAction, help: String) -> Arg {
    // Last in the list, as in every other program.
    Arg::new(long)
        .short(short)
        .long(long)
        .action(action)
        .help(help)
        .display_order(1000)
}

/// The option that may stand in the place of an argument, where one of the two has to.
fn instead_of(command: &Command, arg: &Arg) -> Option<String> {
    let groups = command.get_groups().filter(|it| it.is_required_set());
    let mut members = groups
        .map(|it| it.get_args().collect::<Vec<_>>())
        .find(|it| it.contains(&arg.get_id()))?
        .into_iter();
    let other = members.find(|it| *it != arg.get_id())?;
    let other = command.get_arguments().find(|it| it.get_id() == other)?;
    Some(format!("--{}", other.get_long()?))
}

fn value_name(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    names
        .first()
        .map_or_else(|| arg.get_id().as_str().to_uppercase(), ToString::to_string)
}

/// What the parser tells about an error, as text without colours.
fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(list) => list.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(list) => list
            .iter()
            .map(StyledStr::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
