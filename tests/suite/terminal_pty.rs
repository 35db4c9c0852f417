//! The terminal, its keys and its end, under a real pseudo-terminal. The program there is this test binary itself, in the
//! test `child`.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use smotr::tui::backend::TermBackend;
use smotr::tui::input::{self, Charset, InputEvent, Parser};
use smotr::tui::terminal::{
    OutputCharset, Terminal, Tty, can_suspend, has_job_control, install_panic_hook, is_terminal,
    keyboard, size,
};
use smotr::tui::watchdog::{self, TerminalEvent};

use crate::support::pty::Session;

const ROLE: &str = "SMOTR_TEST_ROLE";
const FOLDER: &str = "SMOTR_TEST_FOLDER";
const SIZE: Size = Size {
    width: 60,
    height: 12,
};

/// What makes this test binary the program.
const AS_CHILD: [&str; 4] = [
    "--exact",
    "terminal_pty::child",
    "--nocapture",
    "--test-threads=1",
];

fn start(role: &str, folder: &Path) -> Session {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(AS_CHILD);
    start_command(command, role, folder)
}

fn start_command(mut command: CommandBuilder, role: &str, folder: &Path) -> Session {
    command.env(ROLE, role);
    command.env(FOLDER, folder);
    command.cwd(folder);
    let session = Session::start(command, SIZE);
    session.wait_for("ready");
    session
}

fn run(role: &str) -> Session {
    start(role, &std::env::temp_dir())
}

enum Msg {
    Input(InputEvent),
    Terminal(TerminalEvent),
}

/// The program: shows what it hears, ends with `q`.
#[test]
fn child() {
    let Ok(role) = std::env::var(ROLE) else {
        return;
    };
    let folder = std::env::var_os(FOLDER).unwrap();
    install_panic_hook(folder.clone().into(), smotr::store::is_guarded, |note| {
        vec![
            format!("broken: {}", note.message),
            format!("report: {}", note.report.is_some()),
        ]
    });
    assert!(is_terminal());
    let mut terminal = Terminal::enter().unwrap();
    let mut backend = TermBackend::new(Tty, size());
    let (send, messages) = mpsc::channel();
    let to_loop = send.clone();
    input::spawn(
        keyboard(),
        Parser::new(Charset::Cp1251, Duration::from_millis(50)),
        move |it| to_loop.send(Msg::Input(it)).is_ok(),
    )
    .unwrap();
    watchdog::spawn(keyboard(), move |it| {
        let _ = send.send(Msg::Terminal(it));
    })
    .unwrap();
    let mut said = vec!["ready".to_owned()];
    loop {
        let area = Rect::from((Position::ORIGIN, size()));
        let mut buffer = Buffer::empty(area);
        for (y, line) in (0..area.height).zip(&said) {
            buffer.set_stringn(0, y, line, usize::from(area.width), Style::new());
        }
        // A terminal that takes no picture is gone; the event that says so may still be on its way.
        let gone = backend.show(&buffer, None).is_err();
        if role == "stuck" {
            std::thread::sleep(Duration::from_secs(3_600));
        }
        let message = if gone {
            Msg::Terminal(TerminalEvent::HangUp)
        } else {
            messages.recv().unwrap()
        };
        match message {
            Msg::Input(InputEvent::Key(key)) => match key.code.to_string().as_str() {
                "q" => {
                    terminal.leave();
                    std::process::exit(7);
                }
                "p" => panic!("planned \x1b[31m"),
                "t" => {
                    let _ = std::thread::spawn(|| panic!("aside")).join();
                    said.push("aside is over".to_owned());
                }
                "z" => said.push(format!(
                    "suspended {}, could {}",
                    terminal.suspend().unwrap(),
                    can_suspend()
                )),
                name => said.push(name.to_owned()),
            },
            Msg::Input(InputEvent::HangUp) | Msg::Terminal(TerminalEvent::HangUp) => {
                terminal.abandon();
                std::fs::write(Path::new(&folder).join("kept"), said.join("\n")).unwrap();
                std::process::exit(9);
            }
            Msg::Input(other) => said.push(format!("{other:?}")),
            Msg::Terminal(TerminalEvent::Resized) => {
                backend.resize(size());
                said.push(format!("{:?}", size()));
            }
            Msg::Terminal(TerminalEvent::Terminate) => {
                terminal.leave();
                std::process::exit(8);
            }
            Msg::Terminal(TerminalEvent::Resumed) => {
                terminal.reenter().unwrap();
                backend.repaint();
                said.push("resumed".to_owned());
            }
            Msg::Terminal(TerminalEvent::Suspend) => said.push("asked to suspend".to_owned()),
        }
    }
}

fn signal(session: &Session, name: &str) {
    let done = std::process::Command::new("kill")
        .args([name, &session.pid().to_string()])
        .status()
        .unwrap();
    assert!(done.success());
}

fn ends_with_leaving(session: &Session) -> bool {
    session.bytes().windows(8).any(|it| it == b"\x1b[?1049l")
}

#[test]
fn the_terminal_is_given_back_as_it_was() {
    let mut session = run("plain");
    session.wait("the alternate screen", |it| {
        it.alternate_screen() && it.bracketed_paste() && it.hide_cursor()
    });
    let raw = session.line();
    session.send("q");
    assert_eq!(session.end(), 7);
    session.wait("the shell's screen", |it| {
        !it.alternate_screen() && !it.bracketed_paste() && !it.hide_cursor()
    });
    assert_ne!(session.line(), raw, "the line is cooked again");
    let sent = String::from_utf8(session.bytes()).unwrap();
    for query in ["\x1b[6n", "\x1b[c", "\x1b[5n", "$p", "\x1b]0;", "\x1b]2;"] {
        assert!(!sent.contains(query), "sent {query:?}");
    }
}

#[test]
fn a_dead_terminal_ends_the_program_and_keeps_the_input() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start("plain", folder.path());
    session.send("ж");
    session.wait_for("ж");
    let (outlived, code) = session.hang_up();
    assert!(outlived < Duration::from_secs(1), "{outlived:?}");
    assert_eq!(code, 9);
    let kept = std::fs::read_to_string(folder.path().join("kept")).unwrap();
    // The library that makes the terminal types a line feed and an end of file when it is closed.
    assert!(kept.starts_with("ready\nж"), "{kept:?}");
}

#[test]
fn a_dead_terminal_ends_a_loop_that_does_not_answer() {
    let (outlived, code) = run("stuck").hang_up();
    assert!(outlived < Duration::from_secs(1), "{outlived:?}");
    assert_eq!(code, 129);
}

#[test]
fn sigterm_ends_in_order_and_without_an_answer_all_the_same() {
    let mut session = run("plain");
    signal(&session, "-TERM");
    assert_eq!(session.end(), 8);
    let mut session = run("stuck");
    signal(&session, "-TERM");
    assert_eq!(session.end(), 143);
}

#[test]
fn keys_arrive_whole() {
    let mut session = run("plain");
    session.send(b"\x1b");
    session.send(b"[");
    session.send(b"A");
    session.wait_for("Up");
    session.send(b"\xef");
    session.wait_for("ForeignBytes");
    session.wait_for("п");
    session.send(b"\x1b");
    session.wait_for("Esc");
    session.send("\x1b[200~две\rстроки\x1b[201~");
    session.wait_for("Paste(\"две\\nстроки\")");
}

#[test]
fn ctrl_s_does_not_stop_the_output() {
    let mut session = run("plain");
    session.send(b"\x13");
    session.wait_for("s");
    session.send("ё");
    session.wait_for("ё");
}

#[test]
fn a_new_size_is_noticed() {
    let mut session = run("plain");
    session.resize(Size::new(40, 5));
    session.wait_for("Size { width: 40, height: 5 }");
    session.wait("the cursor's row", |it| {
        it.rows(0, 40)
            .next()
            .is_some_and(|it| it.starts_with("ready"))
    });
}

#[test]
fn without_job_control_nothing_is_suspended() {
    let mut session = run("plain");
    session.send("z");
    session.wait_for("suspended false, could false");
    signal(&session, "-TSTP");
    session.wait_for("asked to suspend");
    signal(&session, "-CONT");
    session.wait_for("resumed");
}

#[test]
fn job_control_is_told_by_groups_and_sessions() {
    let shell = "10 (bash) S 9 10 10 34816 50 0";
    for (expected, ours, parent) in [
        (true, "50 (smotr) R 10 50 10 34816 50 0", shell),
        (true, "50 (a) b (c) R 10 50 10 34816 50 0", shell),
        // The session's first process: nobody would continue it.
        (false, "50 (smotr) R 10 50 50 34816 50 0", shell),
        // A command of a script stays in the script's group.
        (false, "50 (smotr) R 10 10 10 34816 50 0", shell),
        // The session was begun outside the container.
        (
            false,
            "50 (smotr) R 10 50 0 34816 50 0",
            "10 (bash) S 0 0 0 0 -1",
        ),
        (false, "50 (smotr) R 0 0 0 34816 50 0", "0 (?) S 0 0 0 0 -1"),
        (false, "", shell),
        (false, "50 (smotr) R", shell),
    ] {
        assert_eq!(has_job_control(ours, parent), expected, "{ours}");
    }
}

#[test]
fn a_shell_with_job_control_stops_and_continues_it() {
    let me = std::env::current_exe().unwrap();
    let mut command = CommandBuilder::new("sh");
    let script = r#"set -m; "$@"; echo "stopped $?"; read answer; fg >/dev/null; echo "ended $?""#;
    command.args(["-c", script, "sh"]);
    command.arg(me);
    command.args(AS_CHILD);
    let mut session = start_command(command, "plain", &std::env::temp_dir());
    session.send("z");
    session.wait_for("stopped ");
    session.wait("the shell's screen", |it| {
        !it.alternate_screen() && !it.hide_cursor()
    });
    session.send("go on\n");
    session.wait_for("suspended true, could true");
    session.wait_for("resumed");
    session.wait("our screen", |it| {
        it.alternate_screen() && it.contents().starts_with("ready")
    });
    session.send("q");
    session.wait_for("ended 7");
}

/// How often the threads of the program have gone to sleep so far: unchanged, if none woke.
fn sleeps(pid: u32) -> Vec<String> {
    let mut lines = Vec::new();
    for task in std::fs::read_dir(format!("/proc/{pid}/task")).unwrap() {
        let status = std::fs::read_to_string(task.unwrap().path().join("status")).unwrap();
        lines.extend(
            status
                .lines()
                .filter(|it| it.contains("ctxt_switches"))
                .map(str::to_owned),
        );
    }
    lines.sort();
    lines
}

#[test]
fn idle_costs_no_bytes_and_no_wake_ups() {
    let mut session = run("plain");
    // An Esc arms the one timer that there is; it must not stay armed.
    session.send(b"\x1b");
    session.wait_for("Esc");
    let settled = std::time::Instant::now() + Duration::from_secs(10);
    // A thread that has answered may still be on its way to sleep.
    let mut before = sleeps(session.pid());
    loop {
        std::thread::sleep(Duration::from_millis(300));
        let after = sleeps(session.pid());
        if before == after {
            break;
        }
        assert!(
            std::time::Instant::now() < settled,
            "its threads wake and wake: {before:?} {after:?}"
        );
        before = after;
    }
    let sent = session.bytes().len();
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(sleeps(session.pid()), before);
    assert_eq!(session.bytes().len(), sent);
}

#[test]
fn a_panic_gives_the_terminal_back_and_writes_a_report() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start("plain", folder.path());
    session.send("p");
    assert_ne!(session.end(), 7);
    session.wait("the shell's screen", |it| {
        !it.alternate_screen() && !it.bracketed_paste()
    });
    session.wait_for("report: true");
    let sent = String::from_utf8(session.bytes()).unwrap();
    assert!(sent.contains("planned \\u{1b}[31m"), "{sent:?}");
    let reports: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    let [report] = reports.as_slice() else {
        panic!("one report: {reports:?}")
    };
    let text = std::fs::read_to_string(report).unwrap();
    assert!(
        text.contains("planned \\u{1b}[31m") && text.contains("terminal_pty"),
        "{text}"
    );
    assert!(!text.contains('\x1b'));
}

#[test]
fn a_panic_aside_leaves_the_screen_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start("plain", folder.path());
    session.send("t");
    session.wait_for("aside is over");
    assert!(!ends_with_leaving(&session));
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        1,
        "it is reported all the same"
    );
    session.send("q");
    assert_eq!(session.end(), 7);
}

#[test]
fn locales() {
    for (all, ctype, lang, expected) in [
        (None, None, Some("ru_RU.UTF-8"), OutputCharset::Utf8),
        (None, None, Some("C.utf8"), OutputCharset::Utf8),
        (None, Some("UTF-8"), None, OutputCharset::Utf8),
        (Some("C"), None, Some("ru_RU.UTF-8"), OutputCharset::Ascii),
        (Some(""), None, Some("ru_RU.UTF-8"), OutputCharset::Utf8),
        (None, None, None, OutputCharset::Ascii),
        (None, None, Some("POSIX"), OutputCharset::Ascii),
        (
            None,
            None,
            Some("ru_RU.KOI8-R"),
            OutputCharset::OneByte(Charset::Koi8R),
        ),
        (
            None,
            None,
            Some("ru_RU.CP1251@x"),
            OutputCharset::OneByte(Charset::Cp1251),
        ),
        (None, None, Some("ru_RU"), OutputCharset::Ascii),
    ] {
        assert_eq!(
            OutputCharset::of_locale(all, ctype, lang),
            expected,
            "{all:?} {ctype:?} {lang:?}"
        );
    }
    assert_eq!(OutputCharset::Ascii.encode("№ 5"), b"? 5");
    assert_eq!(
        OutputCharset::OneByte(Charset::Koi8R).encode("да"),
        b"\xc4\xc1"
    );
    assert_eq!(
        OutputCharset::OneByte(Charset::Koi8R).input(),
        Charset::Koi8R
    );
}
