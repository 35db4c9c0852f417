//! `config.toml` of a store: what holds, and what is said of a slip.

use std::fs;
use std::path::{Path, PathBuf};

use smotr::service::config::{Config, NAME, Problem};

const DIR: &str = "/srv/smotr";

fn parse(text: &str) -> (Config, Vec<(usize, String, Problem)>) {
    let (config, faults) = Config::parse(text, Path::new(DIR));
    let faults = faults.into_iter().map(|it| (it.line, it.key, it.problem));
    (config, faults.collect())
}

fn usual() -> Config {
    Config::usual(Path::new(DIR))
}

#[test]
fn without_a_file_what_is_usual_holds() {
    let dir = tempfile::tempdir().unwrap();
    let (config, faults) = Config::read(dir.path());
    assert_eq!((config, faults), (Config::usual(dir.path()), Vec::new()));
    let archives = usual().archives.unwrap();
    assert_eq!(archives.folder, PathBuf::from("/srv/smotr/archives"));
}

#[test]
fn what_is_set_holds() {
    let (config, faults) = parse(
        "[archives]\nfolder = \"/mnt/копии\"\ndays = 90\n[access]\ndays = 1\nmegabytes = 7\n",
    );
    assert_eq!(faults, []);
    let archives = config.archives.unwrap();
    assert_eq!(archives.folder, PathBuf::from("/mnt/копии"));
    assert_eq!(archives.days, 90);
    assert_eq!((config.access.days, config.access.megabytes), (1, 7));
    let (config, faults) = parse("archives.enabled = false\narchives.days = 3");
    assert_eq!((config.archives, faults), (None, Vec::new()));
}

#[test]
fn the_file_that_is_printed_says_what_holds_without_it() {
    let text = include_str!("../../../src/cli/unit/config");
    assert_eq!(parse(text), (usual(), Vec::new()));
    let is_set = |line: &&str| line.starts_with("# ") && line.contains(" = ");
    let keys = text.lines().filter(is_set).count();
    let said = text.replace("\n# ", "\n");
    let said: Vec<&str> = said
        .lines()
        .filter(|it| it.starts_with('[') || it.contains(" = "))
        .collect();
    assert_eq!(keys, 5);
    assert_eq!(parse(&said.join("\n")), (usual(), Vec::new()));
}

#[test]
fn a_slip_is_told_with_its_line_and_the_rest_holds() {
    let text = "# настройки\n[archives]\nenabled = \"да\"\ndays = 0\nfolder = 7\n\
                colour = 1\n[access]\ndays = 9\nmegabytes = -5\n[other]\n";
    let (config, faults) = parse(text);
    let expected = [
        (3, "archives.enabled", Problem::Truth),
        (4, "archives.days", Problem::Number(36_500)),
        (5, "archives.folder", Problem::Text),
        (6, "archives.colour", Problem::Unknown),
        (9, "access.megabytes", Problem::Number(1 << 20)),
        (10, "other", Problem::Unknown),
    ];
    assert_eq!(
        faults,
        expected.map(|(line, key, it)| (line, key.to_owned(), it))
    );
    assert_eq!(config.archives, usual().archives);
    assert_eq!(config.access.days, 9);
    let (config, faults) = parse("access = 1\n[archives\ndays = 4\n");
    assert_eq!(config, usual());
    assert_eq!(faults[0], (1, "access".to_owned(), Problem::Table));
    assert!(
        matches!(faults[1], (2, _, Problem::Syntax(_))),
        "{faults:?}"
    );
}

#[test]
fn archives_do_not_lie_among_the_files_of_the_store() {
    for folder in [
        "",
        ".",
        "journal",
        "journal/a",
        "sled",
        "../data",
        "a/../..",
        "access",
        "archives.new",
        "archives.new/a",
        "sled.bad-1",
        "erasing.new",
        "store.toml",
        "/srv/smotr/archives.new",
        DIR,
        "/srv/smotr/sled",
        "/srv/../srv/smotr/sled",
    ] {
        let (config, faults) = parse(&format!("[archives]\nfolder = \"{folder}\"\n"));
        assert_eq!(config, usual(), "{folder}");
        assert!(
            matches!(faults[..], [(2, _, Problem::Folder)]),
            "{folder}: {faults:?}"
        );
    }
    let (config, faults) = parse("[archives]\nfolder = \"копии/по дням\"\n");
    assert_eq!(faults, []);
    assert_eq!(
        config.archives.unwrap().folder,
        PathBuf::from("/srv/smotr/копии/по дням")
    );
}

/// Whatever a store puts into its folder: a name that is new there is new in the list, too.
#[test]
fn archives_do_not_lie_under_a_name_that_a_store_uses() {
    let dir = tempfile::tempdir().unwrap();
    let config = Config::usual(dir.path());
    let disk = std::sync::Arc::new(smotr::store::disk::RealDisk);
    let engine = super::start(disk, dir.path(), crate::support::desk::clock, config);
    let mut names: Vec<String> = Vec::new();
    let mut look = || {
        let found = fs::read_dir(dir.path()).unwrap();
        names.extend(found.map(|it| it.unwrap().file_name().into_string().unwrap()));
    };
    look();
    engine.close().unwrap();
    look();
    names.retain(|it| it != "archives");
    assert!(names.len() > 8, "{names:?}");
    for name in names {
        let (_, faults) = parse(&format!("[archives]\nfolder = \"{name}\"\n"));
        assert!(
            matches!(faults[..], [(2, _, Problem::Folder)]),
            "{name}: {faults:?}"
        );
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_too() {
    let dir = tempfile::tempdir().unwrap();
    for bytes in [&b"\xff\xfe"[..], &[b'#'; 70 << 10]] {
        fs::write(dir.path().join(NAME), bytes).unwrap();
        let (config, faults) = Config::read(dir.path());
        assert_eq!(config, Config::usual(dir.path()));
        assert!(
            matches!(faults[0].problem, Problem::Unreadable(_)),
            "{faults:?}"
        );
    }
}
