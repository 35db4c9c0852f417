//! README.md says what is so: its picture is the real screen, its key table the default keymap's, its commands those of the program.
//!
//! `SMOTR_UPDATE_README=1 cargo test readme` writes the picture and the table anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use smotr::cli::Exit;
use smotr::domain::ids::{PROGRAM, Seq, Timestamp};
use smotr::domain::record::Key;
use smotr::domain::state::{Stamp, State};
use smotr::exchange::demo::{Options, records};
use smotr::locale::{Lang, Locale};
use smotr::tui::keys::{Keymap, load, markdown};
use smotr::tui::text::width;

use crate::support::stage::Stage;

/// What is pressed for the picture: a school with a low value and what followed from it.
const KEYS: &str = "→↓↓↓↓→↓↓↓↓↓↓↓↓↓";

/// Tests that write the file take turns.
static FILE: Mutex<()> = Mutex::new(());

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> String {
    fs::read_to_string(path()).unwrap()
}

/// What stands between the marks of a part, and where.
fn part<'a>(text: &'a str, name: &str) -> &'a str {
    let begin = format!("<!-- {name}: begin -->\n");
    let end = format!("<!-- {name}: end -->");
    let (_, rest) = text.split_once(&begin).expect(&begin);
    rest.split_once(&end).expect(&end).0
}

/// Holds a part to what it should be, or makes it so.
fn hold(name: &str, expected: &str) {
    let _turn = FILE.lock().unwrap();
    let text = readme();
    let found = part(&text, name);
    if std::env::var_os("SMOTR_UPDATE_README").is_some() {
        let mark = format!("<!-- {name}: begin -->\n");
        let text = text.replace(
            &format!("{mark}{found}<!--"),
            &format!("{mark}{expected}<!--"),
        );
        fs::write(path(), text).unwrap();
        return;
    }
    assert_eq!(
        found, expected,
        "README.md is behind the program; bring it up to date with SMOTR_UPDATE_README=1 cargo test readme"
    );
}

/// The demo as people see it on its first day, at 80×24.
fn demo() -> Stage {
    let mut state = State::default();
    let stamp = Stamp {
        rev: Seq(1),
        by: PROGRAM,
        at: Timestamp(1_779_537_600_000),
    };
    for (key, record) in records(Options::DEMO).unwrap() {
        if let Key::Period(id) = key {
            state.load_shard(id, Arc::default());
        }
        state.put(key, Some(record), stamp);
    }
    let user = *state.users.keys().next().unwrap();
    Stage::new(state, user)
}

#[test]
fn the_picture_is_the_screen() {
    let mut stage = demo();
    stage.press_and_rest(KEYS);
    let screen = stage.screen();
    let lines: Vec<&str> = screen.lines().map(str::trim_end).collect();
    assert_eq!(lines.len(), 24, "{screen}");
    assert!(lines.iter().all(|it| width(it) <= 80), "{screen}");
    hold("picture", &format!("```text\n{}\n```\n", lines.join("\n")));
}

#[test]
fn the_key_table_is_the_default_keymap() {
    let table = markdown(&Keymap::default(), &Locale::new(Lang::Ru));
    hold("keys", &table);
}

#[test]
fn the_keymap_shown_as_an_example_has_no_fault() {
    let text = readme();
    let (_, rest) = text.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let loaded = load(example, "keymap.toml");
    let faults: Vec<String> = loaded
        .faults
        .iter()
        .map(|it| it.say(&Locale::new(Lang::Ru)))
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn the_commands_are_those_of_the_program() {
    let help = Command::new(env!("CARGO_BIN_EXE_smotr"))
        .arg("--help")
        .env("LANG", "ru_RU.UTF-8")
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let (_, commands) = help.split_once("Команды:\n").unwrap();
    let (commands, _) = commands.split_once("\n\n").unwrap();
    let known: BTreeSet<&str> = commands
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let text = readme();
    let told: BTreeSet<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `smotr "))
        .filter_map(|rest| rest.split([' ', '`']).next())
        .filter(|word| !word.starts_with('['))
        .collect();
    assert_eq!(told, known);
}

#[test]
fn the_exit_codes_are_those_of_the_program() {
    let text = readme();
    let (_, table) = text
        .split_once("| Код | Что значит |\n|---|---|\n")
        .unwrap();
    let told: Vec<u8> = table
        .lines()
        .map_while(|line| line.strip_prefix("| ")?.split(" |").next())
        .flat_map(|codes| codes.split(", "))
        .map(|code| code.parse().unwrap())
        .collect();
    let known = [
        Exit::Done,
        Exit::Refused,
        Exit::Usage,
        Exit::Held,
        Exit::Unusable,
        Exit::NoServer,
        Exit::Version,
        Exit::Archive,
        Exit::NotEmpty,
        Exit::Network,
        Exit::SocketPath,
        Exit::Broken,
        Exit::Interrupted,
        Exit::HungUp,
        Exit::Terminated,
    ];
    assert_eq!(told, known.map(|it| it as u8));
}
