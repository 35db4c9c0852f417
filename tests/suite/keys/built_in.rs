//! The three keymaps that come with the program, under both layouts.

use std::collections::BTreeSet;

use smotr::domain::text;
use smotr::locale::{Lang, Locale};
use smotr::tui::command::table::CommandId;
use smotr::tui::keys::{BUILT_IN, Code, Key, Keymap, Layout, Lookup, built_in, lint, load};

use super::{all_keymaps, keys, runs};

#[test]
fn every_built_in_keymap_is_without_fault() {
    let ru = Locale::new(Lang::Ru);
    for (name, path, text) in BUILT_IN {
        let loaded = load(text, path);
        let faults: Vec<String> = loaded
            .faults
            .iter()
            .chain(&lint(&loaded.keymap))
            .map(|fault| fault.say(&ru))
            .collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
        assert_eq!(loaded.keymap.name(), name);
        for lang in Lang::ALL {
            assert_ne!(loaded.keymap.title(lang), name);
        }
    }
    assert_eq!(Keymap::default().name(), "russian");
}

#[test]
fn the_folder_of_keymaps_is_what_is_compiled_in() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/keymaps");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| format!("keymaps/{}", entry.unwrap().file_name().to_string_lossy()))
        .collect();
    let known: BTreeSet<String> = BUILT_IN.iter().map(|it| it.1.to_owned()).collect();
    assert_eq!(files, known);
}

/// The same key caps with the other layout on. What `retype` leaves alone is the same under both.
fn under(layout: Layout, sequence: &[Key]) -> Vec<Key> {
    let retype = |c| match layout {
        Layout::Russian => text::russian(c).unwrap_or(c),
        Layout::Latin => text::latin(c).unwrap_or(c),
    };
    sequence
        .iter()
        .map(|key| match key.code {
            Code::Char(c) => Key {
                code: Code::Char(retype(c)),
                ..*key
            },
            _ => *key,
        })
        .collect()
}

#[test]
fn every_letter_of_the_three_keymaps_does_the_same_under_both_layouts() {
    for keymap in all_keymaps() {
        for &command in CommandId::ALL {
            for shown in keymap.keys_of(command) {
                let letters = shown
                    .keys
                    .iter()
                    .all(|key| !matches!(key.code, Code::Char(c) if !c.is_alphabetic()));
                for layout in Layout::ALL {
                    let typed = under(layout, &shown.keys);
                    if letters {
                        let found = keymap.lookup(&typed);
                        let what = (keymap.name(), shown.keys.clone(), typed);
                        assert_eq!(found, Lookup::Run(command), "{what:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_bound_command_has_a_way_under_each_layout() {
    // Written again without the lint, so that a lint which finds nothing is found out.
    let russian_key = |key: &Key| match key.code {
        Code::Char(c) => !c.is_ascii_alphabetic() && !"`[]{};:'\"<>,~@#$^&|/".contains(c),
        _ => true,
    };
    let latin_key = |key: &Key| !matches!(key.code, Code::Char(c) if !c.is_ascii());
    for keymap in all_keymaps() {
        let mut bound = BTreeSet::new();
        for (way, can) in [
            ("russian", &russian_key as &dyn Fn(&Key) -> bool),
            ("latin", &latin_key),
        ] {
            let reached: BTreeSet<CommandId> = keymap
                .sequences()
                .filter(|(sequence, _)| sequence.iter().all(can))
                .map(|(_, command)| command)
                .collect();
            let lost: Vec<_> = CommandId::ALL
                .iter()
                .filter(|it| !reached.contains(it) && !keymap.unbound().contains(it))
                .collect();
            assert!(lost.is_empty(), "{} {way}: {lost:?}", keymap.name());
            bound.extend(reached);
        }
        assert!(bound.contains(&CommandId::Palette));
    }
}

#[test]
fn the_mnemonics_of_the_design_stand_under_both_layouts() {
    let keymap = Keymap::default();
    for (russian, latin, command) in [
        ("п", "g", CommandId::Search),
        ("з", "p", CommandId::EditValue),
        ("р", "h", CommandId::Recommend),
        ("у", "e", CommandId::Decide),
        ("д", "l", CommandId::Evidence),
        ("к", "r", CommandId::Card),
        ("и", "b", CommandId::CellHistory),
        ("ф", "a", CommandId::Filter),
        ("г", "u", CommandId::ChoosePeriod),
        ("с", "c", CommandId::Submit),
        ("о", "j", CommandId::Undo),
        ("О", "J", CommandId::Redo),
        ("н", "y", CommandId::NotApplicable),
        ("Ctrl+Я", "Ctrl+Z", CommandId::Undo),
        ("Ctrl+Ы", "Ctrl+S", CommandId::Save),
        ("х", "[", CommandId::PreviousPeriod),
    ] {
        assert_eq!(runs(&keymap, russian), Some(command), "{russian}");
        assert_eq!(runs(&keymap, latin), Some(command), "{latin}");
    }
    for (key, command) in [
        ("F1", CommandId::Help),
        ("F2", CommandId::Edit),
        ("F3", CommandId::ScreenMonitoring),
        ("F9", CommandId::ScreenJournal),
        ("F10", CommandId::Quit),
        ("Ctrl+L", CommandId::Redraw),
        ("Пробел", CommandId::StepChoice),
        ("Shift+Tab", CommandId::PreviousPane),
    ] {
        assert_eq!(runs(&keymap, key), Some(command), "{key}");
    }
}

#[test]
fn vim_sequences_wait_run_and_give_back_what_they_swallowed() {
    let vim = built_in("vim").unwrap();
    assert_eq!(runs(&vim, "g g"), Some(CommandId::First));
    assert_eq!(runs(&vim, "п п"), Some(CommandId::First));
    assert_eq!(runs(&vim, "Я Я"), Some(CommandId::Quit));
    assert_eq!(runs(&vim, "Ctrl+Ц щ"), Some(CommandId::ExpandDetail));
    for begun in ["g", "п"] {
        let Lookup::Pending(hints) = vim.lookup(&keys(begun)) else {
            panic!("{begun} does not wait");
        };
        let commands: BTreeSet<CommandId> = hints.iter().map(|(_, command)| *command).collect();
        assert!(commands.contains(&CommandId::First), "{begun}: {hints:?}");
        assert!(hints.iter().all(|(rest, _)| rest.len() == 1));
    }
    assert_eq!(vim.lookup(&keys("g F1")), Lookup::Cancelled(keys("g F1")));
    assert_eq!(vim.lookup(&keys("F11")), Lookup::NotBound);
}

#[test]
fn a_sign_has_no_twin_under_the_layout_it_was_written_in() {
    let vim = built_in("vim").unwrap();
    for sign in ["&", "|", "^"] {
        assert_eq!(vim.lookup(&keys(sign)), Lookup::NotBound, "{sign}");
    }
    // The key cap of the colon, with the Russian layout on.
    assert_eq!(runs(&vim, "Ж"), Some(CommandId::Palette));
    assert_eq!(runs(&vim, ":"), Some(CommandId::Palette));
}

#[test]
fn the_letter_of_not_applicable_never_opens_a_search() {
    for keymap in all_keymaps() {
        for begun in ["н", "Н", "y", "Y", "Ctrl+Н", "т", "."] {
            let begun = keys(begun);
            for (sequence, command) in keymap.sequences() {
                assert!(
                    !(sequence.starts_with(&begun) && command == CommandId::Search),
                    "{}: {sequence:?}",
                    keymap.name()
                );
            }
        }
    }
    assert_eq!(
        runs(&Keymap::default(), "н"),
        Some(CommandId::NotApplicable)
    );
}

#[test]
fn what_begins_an_entry_is_bound_in_no_keymap_under_no_layout() {
    for keymap in all_keymaps() {
        for c in "0123456789-+,.бю".chars() {
            let found = keymap.lookup(&[Key::char(c)]);
            assert_eq!(found, Lookup::NotBound, "{}: {c}", keymap.name());
        }
    }
}
