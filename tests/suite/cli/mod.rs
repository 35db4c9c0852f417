//! The command line as scripts see it: a child process, its two outputs and its exit code. In both languages.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use smotr::tui::text::width;

mod archives;
mod at_server;
mod bad_input;
mod catalogue;
mod cycle;
mod empty;
mod erase;
mod full;
mod held;
mod import;
mod import_again;
mod init;
mod keeping;
mod privacy;
mod registers;
mod reminder;
mod serve;
mod serving;
mod set;
mod sheet;
mod store_words;
mod template;
mod torn;
mod users;

/// A home of its own, so that nobody's real store is ever touched.
struct Home(tempfile::TempDir);

/// What a call came to.
#[derive(Debug)]
struct Said {
    out: String,
    err: String,
    code: i32,
}

impl Home {
    fn new() -> Home {
        Home(tempfile::tempdir().unwrap())
    }

    /// A home with a small demo store, and its folder.
    fn with_demo() -> (Home, PathBuf) {
        let home = Home::new();
        let dir = home.0.path().join("data");
        let said = home.at(&dir, &["demo", "--no-ui", "--organisations", "14"]);
        assert_eq!(said.code, 0, "{said:?}");
        (home, dir)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_smotr"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.0.path())
            .env("LANG", "ru_RU.UTF-8")
            .env("TERM", "xterm")
            .stdin(Stdio::null());
        command
    }

    fn call(&self, arguments: &[&str]) -> Said {
        let output = self.command(arguments).output().unwrap();
        Said {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap(),
        }
    }

    fn at(&self, dir: &Path, arguments: &[&str]) -> Said {
        let dir = dir.to_str().unwrap();
        self.call(&[&["--data", dir], arguments].concat())
    }
}

impl Said {
    /// Ended so, saying this (a no-break space reads as a space).
    #[track_caller]
    fn check(&self, code: i32, text: &str) -> &Said {
        let all = format!("{}{}", self.out, self.err).replace('\u{a0}', " ");
        assert!(all.contains(text), "no {text:?} in {self:?}");
        assert_eq!(self.code, code, "{self:?}");
        self
    }
}

#[test]
fn help_and_complaints_are_in_the_language_asked_for() {
    let home = Home::new();
    for (arguments, code, text) in [
        (&["--help"][..], 0, "Команды:"),
        (&["--lang", "en", "--help"], 0, "Commands:"),
        (&["--lang=en", "set", "--help"], 0, "Enter a value"),
        (&["set", "--help", "--lang", "en"], 0, "Enter a value"),
        (&["--version"], 0, "smotr 0.1.0"),
        (&["--nonsense"], 2, "Нет параметра --nonsense."),
        (&["--lang", "en", "--nonsense"], 2, "--nonsense"),
        (
            &["get"],
            2,
            "Нужно указать ещё: период, код показателя, организацию или руководителя.",
        ),
        (
            &["--lang", "en", "get", "2025/26"],
            2,
            "Still needed: the code of the indicator, the organisation or its head.",
        ),
        (&["lookup"], 2, "Нужно указать ещё: слова для поиска."),
        (&["--lang", "fr"], 2, "«fr»"),
        (&["demo", "--years", "0"], 2, "«0»"),
    ] {
        home.call(arguments).check(code, text);
    }
}

#[test]
fn the_help_of_a_command_shows_it_as_it_is_typed() {
    let home = Home::new();
    for lang in ["ru", "en"] {
        for (command, order) in [
            (
                "get",
                &["ПЕРИОД PERIOD", "ПОКАЗАТЕЛЬ INDICATOR", "КТО WHOM"][..],
            ),
            (
                "set",
                &[
                    "ПЕРИОД PERIOD",
                    "ПОКАЗАТЕЛЬ INDICATOR",
                    "КТО WHOM",
                    "ЗНАЧЕНИЕ VALUE",
                ],
            ),
        ] {
            let help = home.call(&["--lang", lang, command, "--help"]).out;
            let heading = if lang == "ru" {
                "Аргументы:\n"
            } else {
                "Arguments:\n"
            };
            let (_, arguments) = help.split_once(heading).unwrap();
            let listed: Vec<&str> = arguments
                .lines()
                .map_while(|line| line.trim().split(' ').next().filter(|it| !it.is_empty()))
                .collect();
            let one = usize::from(lang == "en");
            let expected: Vec<String> = order
                .iter()
                .map(|it| it.split(' ').nth(one).unwrap())
                .map(|it| match it {
                    "ЗНАЧЕНИЕ" | "VALUE" => format!("[{it}]"),
                    it => format!("<{it}>"),
                })
                .collect();
            assert_eq!(listed, expected, "{help}");
        }
    }
    home.call(&["set", "--help"]).check(
        0,
        "smotr set [ПАРАМЕТРЫ] <ПЕРИОД> <ПОКАЗАТЕЛЬ> <КТО> <ЗНАЧЕНИЕ | --clear>",
    );
}

#[test]
fn an_example_of_the_help_fits_a_line() {
    let home = Home::new();
    for command in ["lookup", "get", "set", "export", "keys", "user", "serve"] {
        for lang in ["ru", "en"] {
            let help = home.call(&["--lang", lang, command, "--help"]).out;
            let examples = help.lines().filter(|it| it.starts_with("  smotr "));
            assert!(examples.clone().count() > 0, "{help}");
            for line in examples {
                assert!(width(line) <= 80, "{line}");
            }
        }
    }
}

/// The examples in the help of a command: what follows `smotr`.
fn examples(help: &str) -> Vec<Vec<String>> {
    let (_, examples) = help.split_once("Примеры:\n").unwrap_or_default();
    let calls = examples
        .lines()
        .map(|it| it.trim().split("  ").next().unwrap());
    calls
        .map(|call| {
            let quoted = call.split('"').enumerate();
            let words = quoted.flat_map(|(at, part)| match at % 2 {
                0 => part.split_whitespace().map(str::to_owned).collect(),
                _ => vec![part.to_owned()],
            });
            words.skip(1).take_while(|it| it != ">").collect()
        })
        .collect()
}

#[test]
fn every_example_of_the_help_works_on_the_demo() {
    let home = Home::new();
    let dir = home.0.path().join("data");
    home.at(&dir, &["demo", "--no-ui"]).check(0, "создано");
    let mut seen = 0;
    for command in ["lookup", "get", "set", "export", "keys"] {
        for call in examples(&home.call(&[command, "--help"]).out) {
            let call: Vec<&str> = call.iter().map(String::as_str).collect();
            assert_eq!(home.at(&dir, &call).code, 0, "{call:?}");
            seen += 1;
        }
    }
    assert_eq!(seen, 18);
}

#[test]
fn a_shell_and_a_manual_know_the_commands() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let said = home.call(&["completions", shell]);
        said.check(0, "lookup").check(0, "print-unit");
    }
    home.call(&["completions", "csh"]).check(2, "«csh»");
    home.call(&["man"]).check(0, ".TH smotr").check(0, "lookup");
}

#[test]
fn without_a_terminal_the_interface_says_so_in_one_line() {
    let home = Home::new();
    for arguments in [&[][..], &["ерёмин"], &["demo"]] {
        let said = home.call(arguments);
        said.check(2, "Интерфейсу нужен терминал");
        assert_eq!(said.err.lines().count(), 1);
    }
    home.call(&["--lang", "en"]).check(2, "terminal");
    // Nothing was made on the way.
    assert!(!home.0.path().join(".local").exists());
}

#[test]
fn a_demo_store_holds_what_it_should_and_is_made_once() {
    let home = Home::new();
    let dir = home.0.path().join("data");
    home.at(&dir, &["demo", "--no-ui"]).check(0, "создано");
    let export = home.at(&dir, &["export"]);
    let count = |kind: &str| {
        let begins = format!("{{\"kind\":\"{kind}\"");
        export
            .out
            .lines()
            .filter(|it| it.starts_with(&begins))
            .count()
    };
    for (kind, number) in [
        ("direction", 18),
        ("indicator", 110),
        ("document", 15),
        ("requirement", 32),
        ("citation", 35),
        ("organisation", 61),
    ] {
        assert_eq!(count(kind), number, "{kind}");
    }
    for line in export.out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(value["kind"].is_string());
    }
    // What was checked, and how much of it.
    let commits = export
        .out
        .lines()
        .filter(|it| it.starts_with("{\"kind\":\"commit\""))
        .count();
    let entries = smotr::domain::number::format(commits.into(), 0).replace('\u{a0}', " ");
    home.at(&dir, &["verify"])
        .check(0, "Расхождений нет")
        .check(0, &format!("записей — {entries}, изменений — "))
        .check(0, "Журнал прочитан целиком");

    // It stays as it is until it is asked for anew; and then it is the same again.
    home.at(&dir, &["set", "2025/26", "6.2", "12", "21/24"])
        .check(0, "внесено");
    home.at(&dir, &["demo", "--no-ui"]).check(0, "уже есть");
    assert_ne!(home.at(&dir, &["export"]).out, export.out);
    home.at(&dir, &["demo", "--no-ui", "--reset"])
        .check(0, "создано");
    assert_eq!(home.at(&dir, &["export"]).out, export.out);
    // Another seed is another town.
    home.at(&dir, &["demo", "--no-ui", "--reset", "--seed", "7"])
        .check(0, "создано");
    assert_ne!(home.at(&dir, &["export"]).out, export.out);
    let beside: Vec<_> = fs::read_dir(home.0.path()).unwrap().flatten().collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
}

#[test]
fn the_demo_command_leaves_other_folders_alone() {
    let (home, dir) = Home::with_demo();
    fs::write(dir.join("письмо.txt"), "моё").unwrap();
    home.at(&dir, &["demo", "--no-ui", "--reset"])
        .check(1, "не только демонстрационное");
    assert!(dir.join("письмо.txt").exists());

    let own = home.0.path().join("own");
    fs::create_dir(&own).unwrap();
    fs::write(own.join("письмо.txt"), "моё").unwrap();
    assert_eq!(home.at(&own, &["demo", "--no-ui"]).code, 1);
    assert_eq!(fs::read_dir(&own).unwrap().count(), 1);

    // What a killed call has left is in nobody's way.
    let other = home.0.path().join("other");
    let left = home.0.path().join("other.new");
    fs::create_dir_all(left.join("journal")).unwrap();
    fs::write(left.join("store.toml"), "half").unwrap();
    home.at(
        &other,
        &["demo", "--no-ui", "--organisations", "2", "--years", "1"],
    )
    .check(0, "создано");
    assert!(!left.exists());
}

#[test]
fn the_same_leader_is_found_however_the_name_is_typed() {
    let (home, dir) = Home::with_demo();
    for words in [
        "Ерёмин",
        "ерёмин",
        "ЕРЕМИН",
        "еремин",
        "thtvby",
        "th`vby",
        "eremin",
        "EREMIN",
        "yeryomin",
        "кирилл ерем",
        "Ерёмин К. Л.",
        "12 ерёмин",
    ] {
        let said = home.at(&dir, &["lookup", words]);
        said.check(0, "Ерёмин Кирилл Львович");
        assert!(said.out.starts_with("СШ № 12 ·"), "{words}: {}", said.out);
        said.check(0, "2025/26 · индекс");
    }
    // Where several fit, the first is shown and the others are named.
    let several = home.at(&dir, &["lookup", "анна"]);
    let (_, others) = several.out.split_once("Ещё нашлось:\n").unwrap();
    assert!(
        others.lines().filter(|it| it.contains("Жанна")).count() > 0,
        "{several:?}"
    );
    // What is advised or decided names whom, and what is not listed is counted.
    let said = home.at(&dir, &["lookup", "провести"]).out;
    let (_, others) = said.split_once("Ещё нашлось:\n").unwrap();
    let lines: Vec<&str> = others.lines().collect();
    let (more, named) = lines.split_last().unwrap();
    assert!(more.starts_with("  и ещё "), "{said}");
    assert_eq!(named.len(), 9, "{said}");
    assert!(named.iter().all(|it| it.contains("№")), "{said}");
    assert!(named.iter().all(|it| it.chars().count() <= 78), "{said}");
    home.at(&dir, &["lookup", "сш", "12"]).check(0, "СШ № 12");
    home.at(&dir, &["lookup", "6.2"]).check(0, "6.2");
    home.at(&dir, &["lookup", "абракадабра"])
        .check(1, "ничего не найдено");
    home.at(&dir, &["--lang", "en", "lookup", "eremin"])
        .check(0, "index");
}

#[test]
fn without_the_derived_state_nothing_is_lost() {
    let (home, dir) = Home::with_demo();
    home.at(&dir, &["set", "2025/26", "6.2", "12", "21/24"])
        .check(0, "внесено");
    let before = home.at(&dir, &["export"]).out;
    fs::remove_dir_all(dir.join("sled")).unwrap();
    assert_eq!(home.at(&dir, &["export"]).out, before);
    // Damaged instead of missing: set aside, made again, and the person is told.
    fs::write(dir.join("sled/db"), b"not a database").unwrap();
    fs::remove_file(dir.join("clean")).unwrap();
    let said = home.at(&dir, &["export"]);
    said.check(0, "построена заново");
    assert_eq!(said.out, before);
    assert!(dir.join("sled.bad-1").exists());
}

#[test]
fn a_store_that_cannot_be_used_has_its_own_exit_code() {
    let (home, dir) = Home::with_demo();
    let missing = home.0.path().join("nothing");
    home.at(&missing, &["lookup", "ерёмин"]).check(1, "nothing");
    assert!(!missing.exists());

    // A flipped byte is damage, wherever it is. At the end, which every opening looks at, it stops writing; reading goes on.
    let segment = dir.join("journal/000001.smj");
    let whole = fs::read(&segment).unwrap();
    let flip = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&segment, &bytes).unwrap();
    };
    flip(whole.len() / 2);
    assert_eq!(home.at(&dir, &["verify"]).code, 4);
    flip(whole.len() - 10);
    home.at(&dir, &["lookup", "ерёмин"]).check(0, "СШ № 12");
    let said = home.at(&dir, &["set", "2025/26", "6.2", "12", "21/24"]);
    assert_eq!(said.code, 1, "{said:?}");
    // Where it is damaged is said once.
    let said = home.at(&dir, &["verify"]);
    assert_eq!((said.code, said.err.lines().count()), (4, 1), "{said:?}");
    fs::write(&segment, &whole).unwrap();
    home.at(&dir, &["verify"]).check(0, "Расхождений нет");
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let (home, dir) = Home::with_demo();
    let dir = dir.to_str().unwrap();
    let mut child = home
        .command(&["--data", dir, "export"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn keys_prints_the_table_of_any_keymap() {
    let home = Home::new();
    home.call(&["keys"]).check(0, "F10");
    for name in ["russian", "far", "vim"] {
        assert!(home.call(&["keys", "--keymap", name]).out.lines().count() > 20);
    }
    let own = home.0.path().join("мои.toml");
    fs::write(
        &own,
        "[keys]\n\"ц\" = \"card\"\n\"ж\" = \"no-such-command\"\n",
    )
    .unwrap();
    let own = own.to_str().unwrap();
    home.call(&["keys", "--keymap", own])
        .check(0, "no-such-command");
    home.call(&["keys", "--keymap", "emacs"])
        .check(2, "russian");
    // The person's own keymap is the one that counts without a name.
    let config = home.0.path().join(".config/smotr");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("keymap.toml"), "title = \"Мои клавиши\"\n").unwrap();
    home.call(&["keys"]).check(0, "Мои клавиши");
}

#[test]
fn doctor_says_what_it_sees() {
    let (home, dir) = Home::with_demo();
    home.at(&dir, &["doctor"])
        .check(0, "Терминал: нет")
        .check(0, "UTF-8 (ru_RU.UTF-8)")
        .check(0, "14 организаций");
    let nothing = home.0.path().join("nothing");
    home.at(&nothing, &["--lang", "en", "doctor"])
        .check(0, "no store yet");
    assert!(!nothing.exists());
    // Without a folder it is the person's own, by the rules of XDG.
    home.call(&["doctor"]).check(0, ".local/share/smotr.");
    let mut command = home.command(&["doctor"]);
    let output = command
        .env("XDG_DATA_HOME", "/data/of/mine")
        .output()
        .unwrap();
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains(" /data/of/mine/smotr.")
    );
    let mut command = home.command(&["--data", dir.to_str().unwrap(), "doctor"]);
    let output = command.env("LANG", "ru_RU.CP1251").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("> Remote character set"), "{text}");
}

#[test]
fn a_keymap_that_cannot_be_read_says_why_and_the_store_is_looked_at() {
    let (home, dir) = Home::with_demo();
    let config = home.0.path().join(".config/smotr");
    let own = config.join("keymap.toml");
    fs::create_dir_all(&config).unwrap();
    let doctor = |said: &str| {
        let call = home.at(&dir, &["doctor"]);
        call.check(0, said).check(0, "14 организаций");
        assert!(!call.err.contains("Набора клавиш"), "{}", call.err);
    };
    // «п» of CP1251, in the second line.
    fs::write(&own, b"title = \"x\"\n\"\xef\" = \"search\"\n").unwrap();
    doctor("keymap.toml:2: это не UTF-8");
    fs::write(&own, "title = \"x\"\n[keys\n").unwrap();
    doctor("keymap.toml:2: строка не читается");
    fs::remove_file(&own).unwrap();
    fs::create_dir(&own).unwrap();
    doctor("keymap.toml: это папка");
}

#[test]
fn a_log_is_written_only_when_asked_for() {
    let (home, dir) = Home::with_demo();
    let log = home.0.path().join(".local/state/smotr/smotr.log");
    home.at(&dir, &["lookup", "ерёмин"]).check(0, "");
    assert!(!log.exists());
    let mut command = home.command(&["--data", dir.to_str().unwrap(), "lookup", "ерёмин"]);
    command.env("SMOTR_LOG", "trace").output().unwrap();
    let text = fs::read_to_string(&log).unwrap();
    assert!(!text.to_lowercase().contains("ерёмин"), "{text}");
    assert_eq!(
        fs::metadata(&log).unwrap().permissions().mode() & 0o777,
        0o600
    );
}
