//! Terminals and locales that are not what we hope for.

use std::process::{Command, Stdio};

use super::{Home, SIZE, environment, leave};
use crate::support::pty::Session;

/// The program in a locale, by these variables.
fn in_locale(home: &Home, lang: Option<&str>) -> Session {
    let mut command = home.command();
    match lang {
        Some(lang) => command.env("LANG", lang),
        None => command.env_remove("LANG"),
    }
    command.arg("demo");
    Session::start(command, SIZE)
}

#[test]
fn a_locale_of_one_byte_is_told_in_its_own_charset_what_to_do() {
    for (lang, russian) in [
        // «Локаль»
        ("ru_RU.CP1251", &b"\xcb\xee\xea\xe0\xeb\xfc"[..]),
        ("ru_RU.KOI8-R", b"\xec\xcf\xcb\xc1\xcc\xd8"),
    ] {
        let home = Home::new();
        let mut session = in_locale(&home, Some(lang));
        assert_eq!(session.end(), 2, "{lang}");
        session.wait_for("Window > Translation > Remote character set: UTF-8");
        let bytes = session.bytes();
        assert!(
            bytes.windows(russian.len()).any(|it| it == russian),
            "{lang}"
        );
        assert!(!session.bytes().contains(&0x1b), "{lang}: no escapes");
    }
}

#[test]
fn without_a_locale_it_works_and_says_in_ascii_what_may_be_wrong() {
    for lang in [None, Some("C"), Some("POSIX")] {
        let home = Home::new();
        let session = in_locale(&home, lang);
        session.wait_for("LANG is not UTF-8");
        session.wait_for("ДЕМО");
        assert_eq!(leave(session), 0);
    }
}

#[test]
fn colours_are_left_away_where_they_are_not_wanted() {
    let home = Home::new();
    let mut command = home.command();
    command.env("NO_COLOR", "1");
    command.arg("demo");
    let session = Session::start(command, SIZE);
    session.wait_for("F10 выход");
    session.wait("no colour", |screen| {
        (0..SIZE.height).all(|y| {
            (0..SIZE.width).all(|x| {
                screen.cell(y, x).is_none_or(|it| {
                    it.fgcolor() == vt100::Color::Default && it.bgcolor() == vt100::Color::Default
                })
            })
        })
    });
}

#[test]
fn without_a_terminal_it_says_so_in_one_line() {
    let home = Home::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_smotr"));
    command.arg("demo").env_clear().stdin(Stdio::null());
    for (name, value) in environment(home.path()) {
        command.env(name, value);
    }
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("терминал"), "{said}");
    assert!(output.stdout.is_empty());
}
