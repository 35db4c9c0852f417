//! The terminal is gone while the disk does not answer: what was typed is kept all the same, in the time that is left.
//!
//! The program is this test binary itself, in the test `child`: the interface over an engine whose disk hangs in a sync.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::FixedOffset;
use portable_pty::CommandBuilder;
use smotr::locale::{Lang, Locale};
use smotr::service::unsaved::UnsavedFiles;
use smotr::tui::alone::KeepAlone;
use smotr::tui::input::Charset;
use smotr::tui::keys::Keymap;
use smotr::tui::run::{self, Inbox, Options};
use smotr::tui::theme::Theme;

use super::{SIZE, typed};
use crate::support::desk::{clock, start};
use crate::support::faulty_disk::{Failing, FaultyDisk};
use crate::support::pty::Session;

const FOLDER: &str = "SMOTR_TEST_FOLDER";
/// Planted: input is kept by the engine alone.
const PLANTED: &str = "SMOTR_TEST_PLANTED";

/// Not a test by itself.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let disk = FaultyDisk::default();
    let engine = start(Arc::new(disk.clone()), &folder);
    let inbox = Inbox::default();
    let (port, welcome) = engine.join("orlova", inbox.news()).unwrap();
    disk.fail_next(Failing::Stuck);
    let user = welcome.user;
    let planted = std::env::var_os(PLANTED).is_some();
    let options = Options {
        locale: Arc::new(Locale::new(Lang::Ru)),
        theme: Theme::default(),
        keymap: Keymap::default(),
        offset: FixedOffset::east_opt(3 * 3600).unwrap(),
        first_command: 1 << 64,
        charset: Charset::Cp1251,
        over_ssh: false,
        in_tmux: false,
        exports: folder.clone(),
        section_form: std::sync::Arc::new(|_| unreachable!("no section is founded")),
        catalogues: std::sync::Arc::new(|_, _| unreachable!("no catalogue is named")),
        tables: std::sync::Arc::new(|_, _, _, _| unreachable!("nothing is written")),
        incoming: std::sync::Arc::new(|| unreachable!("no folder is looked into")),
        values: std::sync::Arc::new(|_, _, _| unreachable!("no file is read")),
        words: Vec::new(),
        note: None,
        keep_alone: KeepAlone {
            keep: Box::new(move |inputs| {
                if !planted {
                    UnsavedFiles::of(&folder)
                        .merge(user, inputs.to_vec())
                        .unwrap();
                }
            }),
            taken: Box::new(|_| true),
            left: Vec::new(),
        },
    };
    let _ = run::run(options, inbox, &port, welcome, &clock);
    // As the program does; it waits for the disk.
    let _ = engine.close();
}

/// What is left on disk of a value that was accepted and of a text that was not, after the terminal went away.
fn kept(folder: &Path, planted: bool) -> String {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args([
        "--exact",
        "pty::stuck::child",
        "--nocapture",
        "--test-threads=1",
    ]);
    command.env(FOLDER, folder);
    command.env("TERM", "xterm-256color");
    if planted {
        command.env(PLANTED, "1");
    }
    let mut session = Session::start(command, SIZE);
    session.wait_for("F10 выход");
    session.send(typed("→→↓19/24⏎"));
    session.wait_for("сохраняется");
    session.send(typed("р"));
    session.wait_for("Записать рекомендацию");
    session.send("Провести");
    session.wait_for("Провести");
    let (outlived, code) = session.hang_up();
    assert!(outlived < Duration::from_secs(1), "{outlived:?}");
    assert_eq!(code, 129);
    let files = std::fs::read_dir(folder.join("unsaved"));
    let files = files.into_iter().flatten();
    files
        .map(|it| std::fs::read_to_string(it.unwrap().path()).unwrap())
        .collect()
}

#[test]
fn a_hang_up_before_a_disk_that_does_not_answer_loses_nothing_typed() {
    let folder = tempfile::tempdir().unwrap();
    let kept_alone = kept(folder.path(), false);
    assert!(kept_alone.contains("Провести"), "{kept_alone}");
    assert!(kept_alone.contains("19/24"), "the value: {kept_alone}");
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(kept(folder.path(), true), "", "the disk does not hang");
}
