//! Help and complaints of the command line in the person's language.

use clap::{Arg, ArgAction, Command};
use smotr::locale::{Lang, Locale, Phrase};

/// A program with one of everything, described in the language.
fn program(lang: Lang) -> Command {
    let locale = Locale::new(lang);
    let say = |phrase| locale.say(phrase);
    let value = |id: &'static str, name, help| {
        Arg::new(id)
            .required(true)
            .value_name(say(name))
            .help(say(help))
    };
    let command = Command::new("smotr")
        .version("0.1.0")
        .about(say(Phrase::CliAbout))
        .after_help(say(Phrase::CliAfterHelp))
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_parser(["ru", "en"])
                .default_value("ru")
                .value_name(say(Phrase::CliNameLanguage))
                .help(say(Phrase::CliOptionLang)),
        )
        .arg(
            Arg::new("words")
                .value_name(say(Phrase::CliNameWords))
                .num_args(0..)
                .help(say(Phrase::CliArgWords)),
        )
        .subcommand(
            Command::new("set")
                .about(say(Phrase::CliSetAbout))
                .arg(value("period", Phrase::CliNamePeriod, Phrase::CliArgPeriod))
                .arg(value(
                    "indicator",
                    Phrase::CliNameIndicator,
                    Phrase::CliArgIndicator,
                )),
        )
        .subcommand(
            Command::new("demo")
                .about(say(Phrase::CliDemoAbout))
                .arg(
                    Arg::new("years")
                        .long("years")
                        .value_name(say(Phrase::CliNameNumber))
                        .value_parser(clap::value_parser!(u8).range(1..=20))
                        .help(say(Phrase::CliOptionYears)),
                )
                .arg(
                    Arg::new("reset")
                        .long("reset")
                        .action(ArgAction::SetTrue)
                        .help(say(Phrase::CliOptionReset)),
                ),
        );
    locale.help(command)
}

fn complaint(lang: Lang, call: &[&str]) -> String {
    let error = program(lang).try_get_matches_from(call).unwrap_err();
    Locale::new(lang).call_error(&error).unwrap().to_string()
}

#[test]
fn the_help_is_russian_throughout() {
    let help = program(Lang::Ru).term_width(100).render_help().to_string();
    for want in [
        "Вызов: smotr [ПАРАМЕТРЫ] [СЛОВА]… [КОМАНДА]",
        "Команды:\n",
        "Аргументы:\n",
        "Параметры:\n",
        "--lang <ЯЗЫК>",
        "возможные значения: ru, en; по умолчанию: ru",
        "Показать справку",
        "Показать версию",
    ] {
        assert!(help.contains(want), "{want} is not in\n{help}");
    }
    for foreign in [
        "Usage",
        "Options",
        "Commands",
        "Arguments",
        "default",
        "possible",
        "Print",
    ] {
        assert!(!help.contains(foreign), "{foreign} is in\n{help}");
    }
    let help = program(Lang::Ru)
        .find_subcommand_mut("set")
        .unwrap()
        .render_help()
        .to_string();
    assert!(
        help.contains("Вызов: smotr set [ПАРАМЕТРЫ] <ПЕРИОД> <ПОКАЗАТЕЛЬ>\n"),
        "{help}"
    );
}

#[test]
fn a_call_that_is_not_understood_is_explained() {
    for (call, want) in [
        (
            &["smotr", "--lagn", "ru"][..],
            "Нет параметра --lagn. Возможно, имелось в виду --lang.",
        ),
        (
            &["smotr", "set", "--frob"],
            "Нет параметра --frob. Справка: smotr --help",
        ),
        (
            &["smotr", "--lang", "de"],
            "Параметр --lang не принимает значение «de». Возможные значения: ru, en.",
        ),
        (
            &["smotr", "--lang"],
            "Параметру --lang нужно значение. Возможные значения: ru, en.",
        ),
        (
            &["smotr", "demo", "--years", "99"],
            "Параметр --years не принимает значение «99». Справка: smotr --help",
        ),
        (
            &["smotr", "demo", "--reset=1"],
            "Параметр --reset не принимает значения. Справка: smotr --help",
        ),
        (
            &["smotr", "demo", "--reset", "--reset"],
            "Параметр --reset указан дважды. Справка: smotr --help",
        ),
        (
            &["smotr", "demo", "лишнее"],
            "Лишний аргумент лишнее. Справка: smotr --help",
        ),
        (
            &["smotr", "set", "2025/26"],
            "Нужно указать ещё: код показателя. Справка: smotr --help",
        ),
    ] {
        assert_eq!(complaint(Lang::Ru, call), want);
        assert!(
            complaint(Lang::En, call).is_ascii()
                || call.contains(&"лишнее")
                || call.contains(&"de")
                || call.contains(&"99")
        );
    }
}

#[test]
fn asking_for_help_is_no_mistake() {
    for call in [["smotr", "--help"], ["smotr", "--version"]] {
        let error = program(Lang::Ru).try_get_matches_from(call).unwrap_err();
        assert_eq!(Locale::new(Lang::Ru).call_error(&error), None);
    }
}

#[test]
fn the_command_declared_so_is_sound() {
    for lang in Lang::ALL {
        program(lang).debug_assert();
    }
}
