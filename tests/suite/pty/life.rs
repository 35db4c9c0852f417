//! Beginning and end: how the terminal is left, what is kept, what stops the program and what must not.

use std::time::{Duration, Instant};

use ratatui::layout::Size;

use super::{Home, leave, typed};
use crate::support::desk::until;
use crate::support::pty::Session;

/// A recommendation begun and not accepted.
fn with_a_form_open(home: &Home) -> Session {
    let mut session = home.open();
    session.send(typed("⇥⇥р"));
    session.wait_for("Записать рекомендацию");
    session.send("Провести");
    session.wait_for("Провести");
    session
}

fn signal(session: &Session, name: &str) {
    let pid = session.pid().to_string();
    let mut kill = std::process::Command::new("kill");
    assert!(kill.args([name, &pid]).status().unwrap().success());
}

#[test]
fn it_starts_works_and_gives_the_terminal_back() {
    let home = Home::new();
    let mut session = home.open();
    session.wait("the alternate screen", |it| {
        it.alternate_screen() && it.contents().contains("ДЕМО")
    });
    let raw = session.line();
    session.send(typed("п12"));
    session.wait_for("Поиск · найдено");
    session.send(typed("⎋"));
    session.wait("the box is gone", |it| !it.contents().contains("Поиск ·"));
    session.send("\x1b[21~");
    assert_eq!(session.end(), 0);
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
fn a_closed_window_ends_it_in_under_a_second_with_the_input_kept() {
    let home = Home::new();
    let session = with_a_form_open(&home);
    let (outlived, code) = session.hang_up();
    assert!(outlived < Duration::from_secs(1), "{outlived:?}");
    assert_eq!(code, 129);
    assert!(home.unsaved().contains("Провести"), "{}", home.unsaved());
    // And it is there again.
    let mut session = home.open();
    session.send(typed("⇥⇥р"));
    session.wait_for("Провести");
}

#[test]
fn told_to_end_it_leaves_in_order_with_the_input_kept() {
    let home = Home::new();
    let mut session = with_a_form_open(&home);
    signal(&session, "-TERM");
    assert_eq!(session.end(), 143);
    session.wait("the shell's screen", |it| !it.alternate_screen());
    assert!(home.unsaved().contains("Провести"), "{}", home.unsaved());
}

#[test]
fn killed_at_once_it_loses_at_most_the_last_second() {
    let home = Home::new();
    let mut session = with_a_form_open(&home);
    let begun = Instant::now();
    until("kept while the form is open", || {
        home.unsaved().contains("Провести")
    });
    assert!(
        begun.elapsed() < Duration::from_secs(2),
        "the timer is late"
    );
    session.send(" стажировку");
    session.wait_for("стажировку");
    signal(&session, "-KILL");
    session.end();
    let mut session = home.open();
    session.send(typed("⇥⇥р"));
    session.wait_for("Провести");
    assert_eq!(leave(session), 0);
}

#[test]
fn esc_may_be_followed_by_leaving_at_once() {
    let home = Home::new();
    let mut session = with_a_form_open(&home);
    session.send("\x1b");
    session.wait("the form is closed", |it| {
        !it.contents().contains("Записать рекомендацию")
    });
    assert_eq!(leave(session), 0);
    assert!(home.unsaved().contains("Провести"), "{}", home.unsaved());
}

#[test]
fn it_can_be_left_from_a_form_with_the_input_kept() {
    let home = Home::new();
    let session = with_a_form_open(&home);
    assert_eq!(leave(session), 0);
    assert!(home.unsaved().contains("Провести"), "{}", home.unsaved());
}

#[test]
fn another_size_gives_another_picture() {
    let home = Home::new();
    let mut session = home.open();
    session.resize(Size::new(80, 24));
    session.wait("all of it within 24 rows", |it| {
        let rows: Vec<String> = it.rows(0, 80).collect();
        rows[0].contains("ДЕМО") && rows[23].contains("F1") && rows[22].starts_with('└')
    });
    session.resize(Size::new(40, 10));
    session.wait_for("Окно мало");
    session.resize(Size::new(120, 40));
    session.wait("all of it again", |it| {
        it.rows(0, 120).nth(39).unwrap().contains("F10 выход")
    });
}

#[test]
fn a_sequence_that_comes_in_pieces_is_one_key() {
    let home = Home::new();
    let mut session = home.open();
    for piece in [&b"\x1b"[..], b"[", b"B"] {
        session.send(piece);
    }
    session.wait("the second direction", |it| {
        it.contents().contains("►2 Компетенции")
    });
    // Half a letter is a letter under way.
    for piece in [&b"\xd0"[..], b"\xbf"] {
        session.send(piece);
    }
    session.wait_for("Поиск");
}

#[test]
fn a_byte_of_cp1251_is_a_letter_and_the_banner_goes_with_enter() {
    let home = Home::new();
    let mut session = home.open();
    // «п», which opens the search box, and «п» in it.
    session.send(b"\xef");
    session.wait_for("Поиск");
    session.wait_for("PuTTY: Window > Translation > Remote character set: UTF-8");
    session.send(b"\xe5\xf0\xb8");
    session.wait_for("> ерё");
    session.send("\r");
    session.wait("no banner", |it| !it.contents().contains("Translation"));
}

#[test]
fn the_banner_goes_when_the_terminal_is_set_right() {
    let home = Home::new();
    let mut session = home.open();
    session.send(b"\xef");
    session.wait_for("PuTTY: Window");
    session.send("ё");
    session.wait("no banner", |it| !it.contents().contains("Translation"));
    session.wait_for("> ё");
}

#[test]
fn ctrl_s_and_ctrl_z_are_keys_and_stop_nothing() {
    let home = Home::new();
    let mut session = home.open();
    session.send(b"\x13");
    session.wait_for("всё сохранено");
    session.send(typed("↓"));
    session.wait("the output goes on", |it| {
        it.contents().contains("►2 Компетенции")
    });
    session.send(b"\x1a");
    session.wait_for("тменять нечего");
    session.send(typed("↓"));
    session.wait("it goes on", |it| it.contents().contains("►3 Подготовка"));
    assert_eq!(leave(session), 0);
}

#[test]
fn a_second_window_joins_the_first_and_does_not_make_its_store_anew() {
    let home = Home::new();
    let session = home.open();
    let demo = |more: &[&str]| {
        let mut command = home.command();
        command.arg("demo");
        command.args(more);
        Session::start(command, super::SIZE)
    };
    let second = demo(&[]);
    second.wait_for("Направления");
    let mut reset = demo(&["--reset"]);
    assert_eq!(reset.end(), 3);
    reset.wait_for(&session.pid().to_string());
    assert_eq!(leave(second), 0);
    assert_eq!(leave(session), 0);
}

#[test]
fn a_store_of_a_newer_version_ends_it_with_the_next_step() {
    let home = Home::new();
    let file = home.store().join("store.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(
        &file,
        text.replace(
            &format!("format = {}", smotr::store::FORMAT),
            "format = 999",
        ),
    )
    .unwrap();
    let mut command = home.command();
    command.arg("--data");
    command.arg(home.store());
    let mut session = Session::start(command, super::SIZE);
    assert_eq!(session.end(), 4);
    session.wait_for("формат 999");
    session.wait_for("Обновите программу");
    assert!(!session.screen().contains('┌'), "no screen was begun");
}

#[test]
fn words_on_the_command_line_open_the_card_they_find() {
    let home = Home::new();
    let mut command = home.command();
    command.arg("--data");
    command.arg(home.store());
    command.arg("еремин");
    let session = Session::start(command, super::SIZE);
    session.wait_for("Ерёмин Кирилл Львович");
    session.wait_for("МБОУ «Средняя школа № 12»");
    assert_eq!(leave(session), 0);
}

#[test]
fn a_file_asked_for_lies_in_the_folder_of_exports_and_its_place_is_said() {
    let home = Home::new();
    let mut session = home.open();
    session.send("\x05");
    session.wait_for("выгрузка/smotr-");
    let folder = home.path().join("выгрузка");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().collect();
    assert_eq!(files.len(), 1);
    let text = std::fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
    assert!(text.contains("Сорокина") && !text.contains('│'), "{text}");
    assert_eq!(leave(session), 0);
}

#[test]
fn a_fault_in_ones_keymap_is_said_in_the_interface_too() {
    let home = Home::new();
    let config = home.path().join(".config/smotr");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(
        config.join("keymap.toml"),
        "[keys]\n\"ж\" = \"fly\"\n\"э\" = \"run\"\n",
    )
    .unwrap();
    let mut command = home.command();
    command.arg("demo");
    let session = Session::start(command, super::SIZE);
    session.wait("the line, the word and how many more", |it| {
        let rows: Vec<String> = it.rows(0, super::SIZE.width).collect();
        let said = rows[rows.len() - 2..].concat();
        said.contains("keymap.toml:2") && said.contains("fly") && said.contains("ещё 1 ошибка")
    });
    assert_eq!(leave(session), 0);
}
