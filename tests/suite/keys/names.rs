//! What a terminal reports and what people write become one key.

use std::collections::BTreeSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use smotr::locale::{Lang, Locale};
use smotr::tui::command::table::CommandId;
use smotr::tui::keys::{Code, Key, built_in, parse_sequence, show_sequence};

use super::keys;

fn event(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    Key::from_event(KeyEvent::new(code, modifiers))
}

#[test]
fn a_key_of_the_terminal_is_one_key_whatever_its_flags() {
    let none = KeyModifiers::NONE;
    let shift = KeyModifiers::SHIFT;
    let ctrl = KeyModifiers::CONTROL;
    for (code, modifiers, want) in [
        (KeyCode::Char('О'), none, Some("О")),
        (KeyCode::Char('О'), shift, Some("О")),
        (KeyCode::Char('о'), shift, Some("О")),
        (KeyCode::Char('ё'), shift, Some("Ё")),
        (KeyCode::Char('ß'), shift, Some("ß")),
        (KeyCode::Char('?'), shift, Some("?")),
        (KeyCode::Char('Z'), ctrl | shift, Some("Ctrl+Z")),
        (KeyCode::Char('я'), ctrl, Some("Ctrl+Я")),
        (KeyCode::Char(' '), none, Some("Пробел")),
        (KeyCode::BackTab, none, Some("Shift+Tab")),
        (KeyCode::BackTab, shift, Some("Shift+Tab")),
        (KeyCode::F(10), none, Some("F10")),
        (KeyCode::F(13), none, None),
        (KeyCode::Char('\u{3}'), none, None),
        (KeyCode::CapsLock, none, None),
        (KeyCode::Null, none, None),
    ] {
        let name = event(code, modifiers).map(|key| key.to_string());
        let want = want.map(|it| Key::parse(it).unwrap().to_string());
        assert_eq!(name, want, "{code:?} {modifiers:?}");
    }
}

#[test]
fn a_name_is_read_back_as_the_key_it_names() {
    let mut all: Vec<Key> = ('!'..='~')
        .chain('А'..='я')
        .chain(['ё', 'Ё', '№', ' '])
        .map(Key::char)
        .chain((1..=12).map(|n| Key::plain(Code::F(n))))
        .collect();
    for name in "Enter Esc Tab Backspace Insert Delete Home End PgUp PgDn Вверх Вниз Влево Вправо"
        .split(' ')
    {
        let key = Key::parse(name).unwrap();
        all.push(key);
        all.push(Key { shift: true, ..key });
    }
    for key in all.clone() {
        all.push(Key { alt: true, ..key });
        let lower = !matches!(key.code, Code::Char(c) if c.is_uppercase());
        if lower {
            all.push(Key { ctrl: true, ..key });
            all.push(Key {
                ctrl: true,
                alt: true,
                ..key
            });
        }
    }
    let mut names = BTreeSet::new();
    for key in all {
        assert_eq!(Key::parse(&key.to_string()), Some(key), "{key}");
        assert!(names.insert(key.to_string()), "{key}: two keys of one name");
        for lang in Lang::ALL {
            let shown = key.show(&Locale::new(lang));
            assert_eq!(Key::parse(&shown), Some(key), "{shown}");
        }
    }
}

#[test]
fn names_of_keys_are_read_as_people_write_them() {
    for (given, want) in [
        ("space", Some("Пробел")),
        ("ПРОБЕЛ", Some("Пробел")),
        ("del", Some("Delete")),
        ("pagedown", Some("PgDn")),
        ("↑", Some("Вверх")),
        ("up", Some("Вверх")),
        ("f2", Some("F2")),
        ("ctrl+z", Some("Ctrl+Z")),
        ("CTRL+z", Some("Ctrl+Z")),
        ("Shift+о", Some("Shift+О")),
        ("О", Some("Shift+О")),
        ("Ctrl++", Some("Ctrl++")),
        ("+", Some("+")),
        ("f", Some("f")),
        ("F0", None),
        ("F13", None),
        ("Ctrl+Ctrl+z", None),
        ("Super+z", None),
        ("Ctrl+", None),
        ("слово", None),
        ("", None),
        ("\u{7}", None),
    ] {
        let got = Key::parse(given).map(|key| key.to_string());
        assert_eq!(got.as_deref(), want, "{given}");
    }
    assert_eq!(parse_sequence("g g g g"), None);
    assert_eq!(parse_sequence("  "), None);
    assert_eq!(keys("Ctrl+W w").len(), 2);
}

#[test]
fn sequences_are_shown_as_their_users_know_them() {
    let ru = Locale::new(Lang::Ru);
    let en = Locale::new(Lang::En);
    for (given, russian, english) in [
        ("п", "п", "п"),
        ("О", "Shift+О", "Shift+О"),
        ("Пробел", "Пробел", "Space"),
        ("Ctrl+вверх", "Ctrl+Вверх", "Ctrl+Up"),
        ("Z Z", "Z Z", "Z Z"),
        ("Ctrl+w o", "Ctrl+W o", "Ctrl+W o"),
    ] {
        assert_eq!(show_sequence(&keys(given), &ru), russian);
        assert_eq!(show_sequence(&keys(given), &en), english);
    }
    let vim = built_in("vim").unwrap();
    let first = &vim.keys_of(CommandId::First)[0];
    assert_eq!(first.full(&ru), "g g (п п)");
    assert_eq!(first.short(&ru), "g g");
    let far = built_in("far").unwrap();
    assert_eq!(far.hint(CommandId::Search, &ru).as_deref(), Some("F7"));
    assert_eq!(far.hint(CommandId::Suspend, &ru), None);
}
