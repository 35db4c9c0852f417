//! The registry of commands, and the key table made from it and a keymap.

use std::collections::BTreeSet;

use smotr::locale::{Lang, Locale};
use smotr::tui::command::table::{CommandId, Group, Place, Places};
use smotr::tui::keys::{Keymap, key_table, markdown, plain};
use smotr::tui::text::width;

use super::all_keymaps;

#[test]
fn the_registry_is_whole() {
    let mut ids = BTreeSet::new();
    for &command in CommandId::ALL {
        let id = command.id();
        assert!(ids.insert(id), "{id}: twice");
        assert_eq!(CommandId::from_id(id), Some(command));
        assert!(
            id.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{id}"
        );
        for lang in Lang::ALL {
            let locale = Locale::new(lang);
            let title = locale.say(command.title());
            assert!(
                width(&title) <= 28,
                "{id}: «{title}» is {} columns",
                width(&title)
            );
            assert!(
                title.chars().next().is_some_and(char::is_uppercase),
                "{title}"
            );
            if let Some(hint) = command.hint() {
                assert!(width(&locale.say(hint)) <= 14, "{id}");
            }
        }
        let applies = Place::ALL.iter().any(|place| command.applies_in(*place));
        assert!(applies, "{id} applies nowhere");
    }
    assert_eq!(CommandId::from_id("none"), None);
    let hinted: BTreeSet<CommandId> = CommandId::HINTED.iter().copied().collect();
    let with_hint: BTreeSet<CommandId> = CommandId::ALL
        .iter()
        .copied()
        .filter(|it| it.hint().is_some())
        .collect();
    assert_eq!(hinted, with_hint);
    assert_eq!(hinted.len(), CommandId::HINTED.len());
}

#[test]
fn in_an_open_text_editor_only_what_is_always_there_applies() {
    for &command in CommandId::ALL {
        for place in [Place::Text, Place::Form] {
            let always = command.places() == Places::Always;
            assert_eq!(command.applies_in(place), always, "{command}");
        }
    }
    // A letter is text there, so nothing that applies there may stand on letters alone.
    for keymap in all_keymaps() {
        for &command in CommandId::ALL
            .iter()
            .filter(|it| it.places() == Places::Always)
        {
            let text_only = keymap
                .keys_of(command)
                .iter()
                .all(|shown| shown.keys.iter().all(|key| key.typed().is_some()));
            assert!(!text_only, "{}: {command}", keymap.name());
        }
    }
}

#[test]
fn the_key_table_lists_every_command_once_with_its_twins() {
    for lang in Lang::ALL {
        let locale = Locale::new(lang);
        for keymap in all_keymaps() {
            let table = key_table(&keymap, &locale);
            let groups: Vec<Group> = table.iter().map(|section| section.group).collect();
            assert_eq!(groups, Group::ALL);
            let listed: Vec<CommandId> = table
                .iter()
                .flat_map(|it| &it.rows)
                .map(|row| row.command)
                .collect();
            assert_eq!(listed, CommandId::ALL);
            for row in table.iter().flat_map(|it| &it.rows) {
                let unbound = keymap.unbound().contains(&row.command);
                assert_eq!(
                    row.keys.is_empty(),
                    unbound,
                    "{}: {}",
                    keymap.name(),
                    row.command
                );
            }
        }
    }
}

#[test]
fn the_key_table_as_text() {
    let ru = Locale::new(Lang::Ru);
    let en = Locale::new(Lang::En);
    let keymap = Keymap::default();
    let table = markdown(&keymap, &ru);
    for line in [
        "| Клавиши | Команда |",
        "| **Рекомендации и решения** | |",
        "| `п (g)`, `Ctrl+F` | Поиск |",
        "| `о (j)`, `Ctrl+Z` | Отменить |",
        "| `Shift+О (Shift+J)`, `Ctrl+Y` | Вернуть отменённое |",
        "| `F1`, `?` | Справка по клавишам |",
        "| `Пробел` | Следующий вариант ответа |",
        "| щ, затем название | Приостановить программу |",
    ] {
        assert!(table.lines().any(|it| it == line), "{line}\n{table}");
    }
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(table.lines().all(|line| columns(line) == 3), "{table}");
    assert!(markdown(&keymap, &en).contains("| `Space` | Next choice |"));

    let text = plain(&keymap, &ru);
    assert!(text.starts_with("Русские мнемоники\n\nДвижение\n"));
    let starts: BTreeSet<usize> = text
        .lines()
        .filter(|line| line.starts_with("  "))
        .map(|line| {
            let keys = line.trim_start().split("  ").next().unwrap();
            let gap = line[2 + keys.len()..]
                .chars()
                .take_while(|c| *c == ' ')
                .count();
            2 + width(keys) + gap
        })
        .collect();
    assert_eq!(
        starts.len(),
        1,
        "titles do not stand in one column:\n{text}"
    );
    assert!(text.lines().all(|line| width(line) <= 80), "{text}");
}

#[test]
fn in_english_the_latin_letters_come_first() {
    for keymap in all_keymaps() {
        for section in key_table(&keymap, &Locale::new(Lang::En)) {
            for row in section.rows {
                for keys in row.keys.iter().filter(|it| it.ends_with(')')) {
                    let (first, twin) = keys.split_once(" (").unwrap();
                    assert!(first.is_ascii(), "{keys}");
                    assert!(!twin.is_ascii(), "{keys}");
                }
            }
        }
    }
    let (ru, en) = (Locale::new(Lang::Ru), Locale::new(Lang::En));
    let russian = Keymap::default();
    assert_eq!(russian.hint(CommandId::Search, &ru).as_deref(), Some("п"));
    assert_eq!(russian.hint(CommandId::Search, &en).as_deref(), Some("g"));
}
