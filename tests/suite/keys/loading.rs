//! What a keymap file may say, and what is said of one that is wrong.

use std::collections::BTreeSet;

use smotr::locale::{Lang, Locale};
use smotr::tui::command::table::CommandId;
use smotr::tui::keys::{
    BUILT_IN, Fault, Forbidden, Key, Layout, Lookup, Problem, built_in, forbidden, lint, load,
};

use super::{check_faults, keys, runs};

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
        "base = \"russian\"\nunbound = [\"chain\"]\n[keys]\n\"ь\" = \"appoint\"\n",
        &[],
    );
    assert_eq!(keymap.lookup(&keys("ц")), Lookup::NotBound);
    assert_eq!(runs(&keymap, "ь"), Some(CommandId::Appoint));
    assert_eq!(lint(&keymap), []);
    check_faults(
        "base = \"russian\"\nunbound = [\"chain\"]\n[keys]\n\"ь\" = \"chain\"\n",
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
    // Terminals differ in what Ctrl with a Russian letter sends, and the palette makes up for it.
    assert_eq!(
        lint_of("[keys]\n\"щ\" = \"none\""),
        [(Palette, Problem::OnlyFrail { command: Palette })]
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
            "keymap.toml:2: нет команды «serch». Похожая — search (Поиск)",
            "keymap.toml:3: клавиша Ctrl+H не годится, потому что терминал передаёт её как Backspace. Нужна другая",
            "keymap.toml:5: «о о» и клавиши строки 4 начинаются одинаково. Оставить можно одно из двух",
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
fn a_file_without_a_base_changes_the_default_and_keeps_its_way_out() {
    for text in [
        "",
        "[keys]\n\"э\" = \"card\"\n",
        "base = \"emacs\"\n",
        "base = russian\n",
        "\u{feff}",
    ] {
        let keymap = load(text, "keymap.toml").keymap;
        assert_eq!(runs(&keymap, "F10"), Some(CommandId::Quit), "{text:?}");
        assert_eq!(keymap.name(), "russian");
    }
    let own = load("base = \"none\"\n[keys]\n\"э\" = \"card\"\n", "own.toml").keymap;
    assert_eq!(own.sequences().count(), 2);
    assert_eq!(own.name(), "own.toml");
    assert_eq!(lint(&own).len(), CommandId::ALL.len() - 1);
}

#[test]
fn a_copy_of_a_built_in_keymap_is_the_same_keymap() {
    for (name, _, text) in BUILT_IN {
        let copy = load(text, "keymap.toml").keymap;
        let own = built_in(name).unwrap();
        assert!(copy.sequences().eq(own.sequences()), "{name}");
    }
}
