//! The program itself under a real pseudo-terminal: its own binary, a home folder of its own, the demo store.

mod accounts;
mod budget;
mod idle;
mod journey;
mod life;
mod locales;
mod stuck;
mod told;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use portable_pty::CommandBuilder;
use ratatui::layout::Size;
use tempfile::TempDir;

use crate::support::pty::Session;

/// What the budgets are meant for.
const SIZE: Size = Size {
    width: 120,
    height: 40,
};

/// A person's home with the demo store in it. Made once, and copied for every test.
struct Home(TempDir);

impl Home {
    fn new() -> Home {
        static MADE: OnceLock<TempDir> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let mut command = Command::new(env!("CARGO_BIN_EXE_smotr"));
            command.args(["demo", "--no-ui"]).env_clear();
            for (name, value) in environment(folder.path()) {
                command.env(name, value);
            }
            assert!(command.output().unwrap().status.success());
            folder
        });
        let home = tempfile::tempdir().unwrap();
        copy(made.path(), home.path());
        Home(home)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn store(&self) -> PathBuf {
        self.path().join(".local/share/smotr-demo")
    }

    /// What is kept of unfinished input.
    fn unsaved(&self) -> String {
        let folder = self.store().join("unsaved");
        let Ok(files) = std::fs::read_dir(folder) else {
            return String::new();
        };
        files
            .filter_map(|it| std::fs::read_to_string(it.unwrap().path()).ok())
            .collect()
    }

    /// What of it is not finished: a place whose input was accepted or dropped is remembered for a while as gone.
    fn unfinished(&self) -> Vec<serde_json::Value> {
        let kept = self.unsaved();
        let files = serde_json::Deserializer::from_str(&kept).into_iter::<serde_json::Value>();
        let inputs = files.flat_map(|it| it.unwrap()["inputs"].as_array().unwrap().clone());
        inputs.filter(|it| !it["fields"].is_null()).collect()
    }

    /// The program, not started.
    fn command(&self) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_smotr"));
        command.env_clear();
        for (name, value) in environment(self.path()) {
            command.env(name, value);
        }
        command.cwd(self.path());
        command
    }

    /// The interface on the demo store, its first picture complete.
    fn open(&self) -> Session {
        let mut command = self.command();
        command.arg("demo");
        let session = Session::start(command, SIZE);
        // What was left unfinished is told in the place of the hints.
        session.wait("the bottom line", |it| {
            let shown = it.contents();
            shown.contains("F10 выход") || shown.contains("езаконченных записей")
        });
        session
    }
}

fn environment(home: &Path) -> Vec<(&'static str, String)> {
    vec![
        ("HOME", home.display().to_string()),
        ("LANG", "ru_RU.UTF-8".to_owned()),
        ("TERM", "xterm-256color".to_owned()),
        ("PATH", std::env::var("PATH").unwrap_or_default()),
    ]
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What a keyboard sends: letters as they are, the signs of the stage for the rest.
fn typed(keys: &str) -> Vec<u8> {
    let mut out = String::new();
    for c in keys.chars() {
        match c {
            '⏎' => out.push('\r'),
            '⎋' => out.push('\x1b'),
            '⇥' => out.push('\t'),
            '⌫' => out.push('\x7f'),
            '↑' => out.push_str("\x1b[A"),
            '↓' => out.push_str("\x1b[B"),
            '→' => out.push_str("\x1b[C"),
            '←' => out.push_str("\x1b[D"),
            c => out.push(c),
        }
    }
    out.into_bytes()
}

/// F10, and whatever it is answered by; the exit code.
fn leave(mut session: Session) -> u32 {
    session.send("\x1b[21~");
    session.end()
}
