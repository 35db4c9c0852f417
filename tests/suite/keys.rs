//! Keys and keymaps: what is typed under either layout, what a file may say, what the lint finds, and what help shows of it.

use std::collections::BTreeSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use smotr::domain::text;
use smotr::locale::{Lang, Locale};
use smotr::tui::command::table::{CommandId, Group, Place, Places};
use smotr::tui::keys::{
    BUILT_IN, Code, Fault, Forbidden, Key, Keymap, Layout, Lookup, Problem, built_in, forbidden,
    key_table, lint, load, markdown, parse_sequence, plain, show_sequence,
};
use smotr::tui::text::width;

/// A sequence by the names of its keys.
fn keys(names: &str) -> Vec<Key> {
    parse_sequence(names).unwrap_or_else(|| panic!("no such keys: {names}"))
}

fn event(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    Key::from_event(KeyEvent::new(code, modifiers))
}

/// What one sequence does in a keymap; `None` unless it runs a command.
fn runs(keymap: &Keymap, names: &str) -> Option<CommandId> {
    match keymap.lookup(&keys(names)) {
        Lookup::Run(command) => Some(command),
        _ => None,
    }
}

fn all_keymaps() -> Vec<Keymap> {
    BUILT_IN
        .iter()
        .map(|(name, ..)| built_in(name).expect("a built-in keymap"))
        .collect()
}

/// The faults of a file with their lines; the file must have the wanted ones only.
#[track_caller]
fn check_faults(text: &str, want: &[(usize, Problem)]) -> Keymap {
    let loaded = load(text, "keymap.toml");
    let found: Vec<(usize, Problem)> = loaded
        .faults
        .into_iter()
        .map(|fault| (fault.line.unwrap_or(0), fault.problem))
        .collect();
    assert_eq!(found, want, "{text}");
    loaded.keymap
}

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
    assert_eq!(vim.lookup(&keys("F7")), Lookup::NotBound);
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
fn keys_that_a_terminal_eats_cannot_be_bound() {
    let any = Some(CommandId::Search);
    for (name, why) in [
        ("Ctrl+H", Forbidden::IsBackspace),
        ("Ctrl+Р", Forbidden::IsBackspace),
        ("Ctrl+Backspace", Forbidden::IsBackspace),
        ("Ctrl+I", Forbidden::IsTab),
        ("Ctrl+Ш", Forbidden::IsTab),
        ("Ctrl+J", Forbidden::IsEnter),
        ("Ctrl+О", Forbidden::IsEnter),
        ("Ctrl+M", Forbidden::IsEnter),
        ("Ctrl+[", Forbidden::IsEsc),
        ("Ctrl+Х", Forbidden::IsEsc),
        ("Ctrl+Enter", Forbidden::NotSent),
        ("Shift+Enter", Forbidden::NotSent),
        ("Ctrl+5", Forbidden::NotSent),
        ("F11", Forbidden::TakenByWindow),
        ("Alt+3", Forbidden::TakenByWindow),
        ("Ctrl+Q", Forbidden::FlowControl),
        ("Ctrl+Ы", Forbidden::FlowControl),
        ("7", Forbidden::BeginsEntry),
        ("-", Forbidden::BeginsEntry),
        ("+", Forbidden::BeginsEntry),
        (",", Forbidden::BeginsEntry),
        (".", Forbidden::BeginsEntry),
        ("б", Forbidden::BeginsEntry),
        ("ю", Forbidden::BeginsEntry),
    ] {
        let key = Key::parse(name).unwrap();
        assert_eq!(forbidden(key, any), Some(why), "{name}");
        assert_eq!(forbidden(key, None), None, "{name}");
        let text = format!("base = \"russian\"\n[keys]\n\"{name}\" = \"search\"\n");
        check_faults(&text, &[(3, Problem::Forbidden { key, why })]);
    }
    for name in ["Ctrl+S", "Ctrl+Q", "Ctrl+Ы"] {
        let key = Key::parse(name).unwrap();
        assert_eq!(forbidden(key, Some(CommandId::Save)), None, "{name}");
    }
    for name in ["п", "Ctrl+Z", "F10", "Alt+п", "Shift+Tab", "Ctrl+Пробел"] {
        assert_eq!(forbidden(Key::parse(name).unwrap(), any), None, "{name}");
    }
}

#[test]
fn a_fault_names_its_line_and_the_other_lines_count() {
    let search = CommandId::Search;
    let keymap = check_faults(
        r#"base = "russian"
colour = "red"
title = 5
unbound = ["serch"]

[keys]
"ж" = "serch"
"э" = "полёт"
"Ctrl+Ctrl+Z" = "undo"
"э" = 7
"Ctrl+H" = "undo"
"ё" = "card"
"Ё" = "chain"
"#,
        &[
            (
                2,
                Problem::UnknownField {
                    field: "colour".into(),
                },
            ),
            (
                3,
                Problem::WrongKind {
                    field: "title".into(),
                },
            ),
            (
                4,
                Problem::UnknownCommand {
                    given: "serch".into(),
                    nearest: Some(search),
                },
            ),
            (
                7,
                Problem::UnknownCommand {
                    given: "serch".into(),
                    nearest: Some(search),
                },
            ),
            (
                8,
                Problem::UnknownCommand {
                    given: "полёт".into(),
                    nearest: None,
                },
            ),
            (
                9,
                Problem::UnknownKey {
                    given: "Ctrl+Ctrl+Z".into(),
                },
            ),
            (10, Problem::Repeated),
            (
                11,
                Problem::Forbidden {
                    key: Key::parse("Ctrl+H").unwrap(),
                    why: Forbidden::IsBackspace,
                },
            ),
        ],
    );
    assert_eq!(runs(&keymap, "ё"), Some(CommandId::Card));
    assert_eq!(runs(&keymap, "~"), Some(CommandId::Chain));
    assert_eq!(runs(&keymap, "п"), Some(search));
}

#[test]
fn keys_of_one_file_that_begin_one_another_are_a_conflict() {
    for (first, second) in [
        ("g", "g g"),
        ("g g", "g"),
        ("Пробел", "Space"),
        ("О", "Shift+о"),
        ("g п", "g п к"),
    ] {
        let text = format!(
            "base = \"russian\"\n[keys]\n\"{first}\" = \"card\"\n\"{second}\" = \"chain\"\n"
        );
        let conflict = Problem::Conflict {
            keys: keys(second),
            with: 3,
        };
        let keymap = check_faults(&text, &[(4, conflict)]);
        assert_eq!(runs(&keymap, first), Some(CommandId::Card), "{first}");
    }
}

#[test]
fn a_file_that_is_not_toml_leaves_the_base_and_says_the_line() {
    let keymap = check_faults(
        "base = \"russian\"\n[keys]\nп = card\n\"э\" = \"card\"\n",
        &[(3, Problem::NotToml)],
    );
    assert_eq!(runs(&keymap, "э"), Some(CommandId::Card));
    for broken in [
        "[keys",
        "\"п\" \"card\"",
        "\u{0}",
        "= = =",
        "[[[[",
        "\"\\q\" = 1",
    ] {
        let loaded = load(broken, "f");
        assert!(!loaded.faults.is_empty(), "{broken:?}");
        assert!(
            loaded.faults.iter().all(|it| it.line == Some(1)),
            "{broken:?}"
        );
    }
}

#[test]
fn a_persons_file_overrides_the_base() {
    let keymap = check_faults(
        r#"base = "russian"
title = "Мои клавиши"
[keys]
"п" = "card"
"g" = "chain"
"з" = "none"
"к к" = "last"
"F3" = "search"
"#,
        &[],
    );
    assert_eq!(keymap.title(Lang::Ru), "Мои клавиши");
    assert_eq!(runs(&keymap, "п"), Some(CommandId::Card));
    // An explicit binding beats the derived twin of «п».
    assert_eq!(runs(&keymap, "g"), Some(CommandId::Chain));
    // Unbound under both layouts.
    assert_eq!(keymap.lookup(&keys("з")), Lookup::NotBound);
    assert_eq!(keymap.lookup(&keys("p")), Lookup::NotBound);
    // A sequence takes its first key from the base.
    assert!(matches!(keymap.lookup(&keys("к")), Lookup::Pending(_)));
    assert_eq!(runs(&keymap, "r r"), Some(CommandId::Last));
    assert_eq!(runs(&keymap, "F3"), Some(CommandId::Search));
    // What the file says comes first in hints.
    assert_eq!(keymap.keys_of(CommandId::Card)[0].keys, keys("п"));

    let problems: Vec<Problem> = lint(&keymap).into_iter().map(|it| it.problem).collect();
    assert!(problems.contains(&Problem::NoKey {
        command: CommandId::EditValue
    }));
    assert!(problems.contains(&Problem::NoKey {
        command: CommandId::ScreenMonitoring
    }));
    assert!(problems.contains(&Problem::OutOfReach {
        command: CommandId::Card,
        layout: Layout::Latin,
        taken: Some((keys("g"), CommandId::Chain)),
    }));
    assert_eq!(problems.len(), 3, "{problems:#?}");
}

#[test]
fn a_key_bound_to_nothing_takes_the_derived_twin_away_too() {
    let keymap = check_faults("base = \"russian\"\n[keys]\n\"g\" = \"none\"\n", &[]);
    assert_eq!(runs(&keymap, "п"), Some(CommandId::Search));
    assert_eq!(keymap.lookup(&keys("g")), Lookup::NotBound);
    assert_eq!(keymap.keys_of(CommandId::Search)[0].twin, None);
}

#[test]
fn a_command_moved_to_the_palette_by_a_file_is_no_fault() {
    let keymap = check_faults(
        "base = \"russian\"\nunbound = [\"chain\"]\n[keys]\n\"ж\" = \"appoint\"\n",
        &[],
    );
    assert_eq!(keymap.lookup(&keys("ц")), Lookup::NotBound);
    assert_eq!(runs(&keymap, "ж"), Some(CommandId::Appoint));
    assert_eq!(lint(&keymap), []);
    check_faults(
        "base = \"russian\"\nunbound = [\"chain\"]\n[keys]\n\"ж\" = \"chain\"\n",
        &[(
            4,
            Problem::BoundAndUnbound {
                command: CommandId::Chain,
            },
        )],
    );
    check_faults(
        "base = \"emacs\"\n",
        &[(
            1,
            Problem::UnknownBase {
                given: "emacs".into(),
            },
        )],
    );
}

/// The default map with one change: what the lint says of it.
fn lint_of(lines: &str) -> Vec<(CommandId, Problem)> {
    let text = format!("base = \"russian\"\n{lines}\n");
    let loaded = load(&text, "keymap.toml");
    assert_eq!(loaded.faults, [], "{lines}");
    let of = |problem: &Problem| match problem {
        Problem::NoKey { command }
        | Problem::OnlyFrail { command }
        | Problem::OutOfReach { command, .. }
        | Problem::BoundAndUnbound { command } => *command,
        other => panic!("{other:?} is not of the lint"),
    };
    let faults = lint(&loaded.keymap);
    faults
        .into_iter()
        .map(|it| (of(&it.problem), it.problem))
        .collect()
}

#[test]
fn the_lint_finds_what_a_person_could_not_reach() {
    use CommandId::{Chain, Palette, Scale};
    assert_eq!(lint_of(""), []);
    // Only a sign: under ЙЦУКЕН it stands elsewhere, or begins an entry.
    assert_eq!(
        lint_of("[keys]\n\"ц\" = \"none\"\n\"/\" = \"chain\""),
        [(Chain, Problem::OnlyFrail { command: Chain }),]
    );
    assert_eq!(
        lint_of("[keys]\n\"ц\" = \"none\"\n\"Ctrl+Вправо\" = \"chain\""),
        [(Chain, Problem::OnlyFrail { command: Chain })]
    );
    // An explicit binding takes the only Latin key of another command.
    assert_eq!(
        lint_of("[keys]\n\"w\" = \"scale\""),
        [(
            Chain,
            Problem::OutOfReach {
                command: Chain,
                layout: Layout::Latin,
                taken: Some((keys("w"), Scale))
            }
        )]
    );
    // Without the palette there would be no way to what has no key.
    assert_eq!(
        lint_of("unbound = [\"palette\"]"),
        [(Palette, Problem::NoKey { command: Palette })]
    );
}

#[test]
fn a_fault_is_a_sentence_with_file_line_and_the_next_step() {
    let ru = Locale::new(Lang::Ru);
    let said = |text: &str| -> Vec<String> {
        load(text, "keymap.toml")
            .faults
            .iter()
            .map(|fault| fault.say(&ru))
            .collect()
    };
    assert_eq!(
        said(
            "[keys]\n\"п\" = \"serch\"\n\"Ctrl+H\" = \"undo\"\n\"о\" = \"undo\"\n\"о о\" = \"redo\"\n"
        ),
        [
            "keymap.toml:2: нет команды «serch». Похожая: search (Поиск)",
            "keymap.toml:3: клавиша Ctrl+H не годится: терминал передаёт её как Backspace. Нужна другая",
            "keymap.toml:5: «о о» пересекается со строкой 4: одно и то же начало. Оставить можно одну",
        ]
    );
    // Every problem can be said in both languages, and none says the name of a variant.
    let command = CommandId::Chain;
    let all = [
        Problem::NotToml,
        Problem::UnknownField { field: "x".into() },
        Problem::WrongKind { field: "x".into() },
        Problem::UnknownBase { given: "x".into() },
        Problem::UnknownKey { given: "x".into() },
        Problem::UnknownCommand {
            given: "x".into(),
            nearest: None,
        },
        Problem::UnknownCommand {
            given: "x".into(),
            nearest: Some(command),
        },
        Problem::Conflict {
            keys: keys("g g"),
            with: 1234,
        },
        Problem::Repeated,
        Problem::BoundAndUnbound { command },
        Problem::NoKey { command },
        Problem::OnlyFrail { command },
        Problem::OutOfReach {
            command,
            layout: Layout::Latin,
            taken: None,
        },
        Problem::OutOfReach {
            command,
            layout: Layout::Russian,
            taken: Some((keys("g"), command)),
        },
    ];
    for lang in Lang::ALL {
        let locale = Locale::new(lang);
        let mut sentences = BTreeSet::new();
        for problem in &all {
            let fault = Fault {
                file: "keymap.toml".into(),
                line: None,
                problem: problem.clone(),
            };
            let said = fault.say(&locale);
            assert!(
                said.starts_with("keymap.toml: ") && !said.contains('{'),
                "{said}"
            );
            assert!(
                sentences.insert(said.clone()),
                "{said}: said of two problems"
            );
        }
        assert!(
            sentences.iter().any(|it| it.contains("1234")),
            "a line number has no spaces"
        );
    }
}

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
        "| `Пробел` | Следующий вариант ответа |",
        "| Ctrl+K и название | Приостановить программу |",
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
