//! The house in order: who names whom, where a crate is at home, and what every file keeps to.
//!
//! The tables are in [`table`]; what a file names is read by [`source`]. Each check is a function of a path and a text, so that it is
//! shown to find what is planted.

pub mod source;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use smotr::locale::Phrase;
use source::{Source, all, module_of, named};
use table::{ARROWS, AT_THE_EDGE, COMMON, EDGE, HOMES, LONG, MACROS, MOST_LINES};

/// Words that say that something is left undone; in parts, so that a search for them does not stop here.
const MARKS: [&str; 3] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
];

/// Whether a path is another one, or lies below it.
fn within(inner: &str, outer: &str) -> bool {
    inner
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn room_of(path: &str) -> Option<&'static str> {
    let room = path.split('/').next()?;
    ARROWS.iter().map(|it| it.0).find(|it| *it == room)
}

/// Arrows of a file that the table does not have.
fn arrows(
    path: &str,
    text: &str,
    used: &mut BTreeSet<(&'static str, &'static str)>,
) -> Vec<String> {
    let Some(room) = room_of(path) else {
        return Vec::new();
    };
    let allowed = ARROWS.iter().find(|it| it.0 == room).unwrap().1;
    let mut out = BTreeSet::new();
    for name in named(path, text).paths {
        let Some(name) = name.strip_prefix("crate::") else {
            continue;
        };
        let name = MACROS
            .iter()
            .find(|(name_of, _)| *name_of == name)
            .map_or(name, |(_, room)| room);
        if within(name, room) {
            let edge = EDGE.iter().any(|it| within(name, &format!("tui::{it}")));
            let may = AT_THE_EDGE.iter().any(|it| path.starts_with(it));
            if edge && !may {
                out.insert(format!("{path}: {name} is the edge of the interface"));
            }
            continue;
        }
        match allowed.iter().find(|it| within(name, it)) {
            Some(arrow) => drop(used.insert((room, arrow))),
            None => drop(out.insert(format!("{path}: {room} → {name}"))),
        }
    }
    out.into_iter().collect()
}

/// Crates that a file names away from their homes.
fn strangers(path: &str, text: &str, used: &mut BTreeSet<&'static str>) -> Vec<String> {
    let mut out = Vec::new();
    for name in named(path, text).paths {
        // A glob could bring in anything that is below it.
        let glob = name.strip_suffix("::*");
        let rows = HOMES
            .iter()
            .filter(|(row, _)| within(&name, row) || glob.is_some_and(|glob| within(row, glob)));
        let Some((row, homes)) = rows.max_by_key(|(row, _)| row.len()) else {
            continue;
        };
        if homes.iter().any(|it| path.starts_with(it)) {
            used.insert(row);
        } else {
            out.push(format!("{path}: {name}"));
        }
    }
    out
}

/// What every file keeps to, whatever it is about.
fn habits(path: &str, text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut fault = |what: &str| out.push(format!("{path}: {what}"));
    if !text.starts_with("//! ") {
        fault("does not begin with `//!`");
    }
    for mark in MARKS {
        if text.contains(mark) {
            fault(mark);
        }
    }
    for name in named(path, text).macros {
        let unfinished = ["todo", "unimplemented", "dbg"].contains(&name.as_str());
        let prints = ["print", "println", "eprint", "eprintln"].contains(&name.as_str());
        if unfinished || prints {
            fault(&format!("{name}!"));
        }
    }
    let lines = text.lines().count();
    let most = LONG
        .iter()
        .find(|it| it.0 == path)
        .map_or(MOST_LINES, |it| it.1);
    if lines > most {
        fault(&format!("{lines} lines, more than {most}"));
    }
    out
}

/// Files that no `mod` leads to.
fn unreached(sources: &[Source]) -> Vec<String> {
    let mut reached = BTreeSet::new();
    for it in sources {
        let home = module_of(&it.path);
        for module in named(&it.path, &it.text).modules {
            let mut at = home.clone();
            at.push(module);
            reached.insert(at.join("/"));
        }
    }
    let roots = ["lib.rs", "main.rs"];
    sources
        .iter()
        .filter(|it| !roots.contains(&it.path.as_str()))
        .filter(|it| !reached.contains(&module_of(&it.path).join("/")))
        .map(|it| it.path.clone())
        .collect()
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn rooms_name_only_whom_the_table_allows() {
    let mut used = BTreeSet::new();
    let faults = all()
        .iter()
        .flat_map(|it| arrows(&it.path, &it.text, &mut used))
        .collect();
    none(faults);
    let unused = ARROWS
        .iter()
        .flat_map(|(room, to)| to.iter().map(move |to| (*room, *to)))
        .filter(|arrow| !used.contains(arrow));
    none(
        unused
            .map(|(room, to)| format!("nothing needs {room} → {to}"))
            .collect(),
    );
}

#[test]
fn crates_stay_at_home() {
    let mut used = BTreeSet::new();
    let faults = all()
        .iter()
        .flat_map(|it| strangers(&it.path, &it.text, &mut used))
        .collect();
    none(faults);
    let unused = HOMES
        .iter()
        .filter(|(row, homes)| !used.contains(row) && !homes.is_empty())
        .map(|it| it.0);
    none(unused.map(|it| format!("nothing names {it}")).collect());
}

#[test]
fn every_dependency_has_a_home() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest: toml::Table = fs::read_to_string(manifest).unwrap().parse().unwrap();
    let declared: BTreeSet<String> = manifest["dependencies"]
        .as_table()
        .unwrap()
        .keys()
        .map(|it| it.replace('-', "_"))
        .collect();
    let housed: BTreeSet<String> = HOMES
        .iter()
        .map(|it| it.0)
        .chain(COMMON)
        .map(|it| it.split("::").next().unwrap().to_owned())
        .filter(|it| it != "std")
        .collect();
    assert_eq!(declared, housed);
}

#[test]
fn every_file_keeps_the_habits() {
    none(
        all()
            .iter()
            .flat_map(|it| habits(&it.path, &it.text))
            .collect(),
    );
    let paths: BTreeSet<String> = all().into_iter().map(|it| it.path).collect();
    for (path, _, reason) in LONG {
        assert!(paths.contains(path) && !reason.is_empty(), "{path}");
    }
}

#[test]
fn every_file_is_reached() {
    let sources = all();
    assert!(sources.len() > 100, "{} files", sources.len());
    none(unreached(&sources));
}

#[test]
fn the_map_names_the_rooms_and_their_arrows() {
    let sources = all();
    let text = &sources.iter().find(|it| it.path == "lib.rs").unwrap().text;
    let folders: BTreeSet<&str> = sources
        .iter()
        .filter_map(|it| it.path.split_once('/'))
        .map(|(room, _)| room)
        .collect();
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|it| it.0).collect();
    assert_eq!(folders, rooms);
    // «//! | [`domain`] | what the words mean … | … |»
    let mapped: BTreeMap<&str, usize> = text
        .lines()
        .filter_map(|line| line.strip_prefix("//! | [`")?.split_once("`] |"))
        .map(|(room, rest)| (room, rest.matches('|').count()))
        .collect();
    assert_eq!(mapped, rooms.iter().map(|it| (*it, 2)).collect());
    // «//! domain   →»
    let drawn: Vec<&str> = text
        .lines()
        .filter(|it| it.starts_with("//! ") && it.contains(" → ") || it.ends_with(" →"))
        .collect();
    for (room, to) in ARROWS {
        let line = format!("//! {room:8} → {}", to.join(", "));
        let line = line.trim_end();
        assert!(drawn.contains(&line), "missing in lib.rs: {line}");
    }
}

/// A check finds exactly these faults in a file of one text.
#[test]
fn a_planted_arrow_is_found() {
    let check = |path: &str, text: &str, expected: &[&str]| {
        let found = arrows(path, text, &mut BTreeSet::new());
        assert_eq!(found, expected, "{path}: {text}");
    };
    check("domain/value.rs", "use crate::domain::ids::PeriodId;", &[]);
    check(
        "domain/value.rs",
        "use crate::store::disk::Disk;",
        &["domain/value.rs: domain → store::disk::Disk"],
    );
    check(
        "analysis/mod.rs",
        "use crate::{domain::{ids, state::State as Known}, tui::{self, app::App}};",
        &[
            "analysis/mod.rs: analysis → tui",
            "analysis/mod.rs: analysis → tui::app::App",
        ],
    );
    // A path in an expression, through `super`, and a macro at the crate's root.
    check(
        "search/over.rs",
        "fn f() { let _ = crate::service::clock::now(); super::super::cli::run(Vec::new()); crate::args![n = 1]; }",
        &[
            "search/over.rs: search → cli::run",
            "search/over.rs: search → locale",
            "search/over.rs: search → service::clock::now",
        ],
    );
    check("tui/app/mod.rs", "use crate::service::link::Answer;", &[]);
    check(
        "tui/app/mod.rs",
        "use crate::service::engine::Engine; use super::terminal::Tty;",
        &[
            "tui/app/mod.rs: tui → service::engine::Engine",
            "tui/app/mod.rs: tui::terminal::Tty is the edge of the interface",
        ],
    );
    check("tui/run.rs", "use super::terminal::Tty;", &[]);
    // What only looks like a path.
    check(
        "domain/mod.rs",
        "// use crate::store::Store;\n/* crate::tui::x /* crate::cli::y */ */ const A: &str = \"crate::cli::run \\\" crate::tui::a\";\n\
         const B: &str = r#\"use crate::store::Store; \" \"#; const C: char = '\"'; fn f<'a>(it: &'a str) {}",
        &[],
    );
}

#[test]
fn a_planted_crate_is_found() {
    let check = |path: &str, text: &str, expected: &[&str]| {
        let found = strangers(path, text, &mut BTreeSet::new());
        assert_eq!(found, expected, "{path}: {text}");
    };
    let home = |name: &str| format!("use {name}::x;");
    for (name, path) in [
        ("sled", "store/open.rs"),
        ("bincode", "store/codec/mod.rs"),
        ("ratatui", "tui/render.rs"),
        ("fuzzy_matcher", "search/score.rs"),
        ("rustix", "tui/input/mod.rs"),
    ] {
        check(path, &home(name), &[]);
        check(
            "domain/ids.rs",
            &home(name),
            &[&format!("domain/ids.rs: {name}::x")],
        );
    }
    check(
        "store/codec/value.rs",
        "fn f() { bincode::serialize(1) }",
        &["store/codec/value.rs: bincode::serialize"],
    );
    check(
        "tui/overlay/page.rs",
        "use crossterm::event::{KeyCode, KeyEvent};",
        &[],
    );
    check(
        "tui/overlay/page.rs",
        "use crossterm::{event::KeyCode, terminal};",
        &["tui/overlay/page.rs: crossterm::terminal"],
    );
    check("analysis/chain.rs", "use chrono::NaiveDate;", &[]);
    check(
        "analysis/chain.rs",
        "use chrono::{Local, NaiveDate}; use std::time::{Duration, Instant}; fn f() { std::time::SystemTime::now() }",
        &[
            "analysis/chain.rs: chrono::Local",
            "analysis/chain.rs: std::time::Instant",
            "analysis/chain.rs: std::time::SystemTime::now",
        ],
    );
    check(
        "tui/app/mod.rs",
        "use chrono::*;",
        &["tui/app/mod.rs: chrono::*"],
    );
    check(
        "service/link.rs",
        "use std::net::TcpListener;",
        &["service/link.rs: std::net::TcpListener"],
    );
}

#[test]
fn a_planted_bad_habit_is_found() {
    let check = |text: &str, expected: &[&str]| {
        let found = habits("tui/x.rs", text);
        let expected: Vec<String> = expected
            .iter()
            .map(|it| format!("tui/x.rs: {it}"))
            .collect();
        assert_eq!(found, expected, "{text}");
    };
    check(
        "//! What it is.\nfn f() { writeln!(out, \"println!\"); if a != b {} }\n",
        &[],
    );
    check("use x::Y;\n", &["does not begin with `//!`"]);
    check(
        "//! X.\nfn f() { todo!(); std::println!(\"\"); eprintln!(); dbg!(1); unimplemented!() }",
        &["dbg!", "eprintln!", "println!", "todo!", "unimplemented!"],
    );
    for mark in MARKS {
        check(&format!("//! X.\n// {mark}: more\n"), &[mark]);
    }
    let long = format!("//! X.\n{}", "\n".repeat(MOST_LINES));
    check(&long, &["451 lines, more than 450"]);
}

#[test]
fn a_planted_orphan_is_found() {
    let source = |path: &str, text: &str| Source {
        path: path.into(),
        text: text.into(),
    };
    let sources = [
        source("lib.rs", "pub mod tui;"),
        source("main.rs", "fn main() {}"),
        source("tui/mod.rs", "mod app; pub(crate) mod keys; // mod lost;"),
        source("tui/app/mod.rs", ""),
        source("tui/keys/mod.rs", ""),
        source("tui/lost.rs", ""),
    ];
    assert_eq!(unreached(&sources), ["tui/lost.rs"]);
}

/// By its bare name: the tables of words, commands and hints name phrases without their enum.
#[test]
fn every_phrase_is_said_somewhere() {
    let sources = all();
    let said: BTreeSet<&str> = (sources.iter())
        .filter(|it| it.path != "locale/phrases.rs")
        .flat_map(|it| it.text.split(|c: char| !c.is_alphanumeric()))
        .collect();
    let silent: Vec<_> = (Phrase::ALL.iter().map(|it| format!("{it:?}")))
        .filter(|it| !said.contains(it.as_str()))
        .collect();
    assert!(silent.is_empty(), "nobody says {silent:?}");
}
