//! A panic inside sled that the store catches and mends is nobody's news: no report, no word, in no subcommand.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use smotr::domain::ids::Timestamp;
use smotr::store::disk::RealDisk;
use smotr::store::{Distrust, Opening, Store, is_guarded};
use smotr::tui::terminal::install_panic_hook;

/// The hook of the process that [`opens`] starts: as the program installs it, or one that asks nobody.
const HOOK: &str = "SMOTR_TEST_HOOK";
const FOLDER: &str = "SMOTR_TEST_FOLDER";

fn smotr(home: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_smotr"))
        .arg("--data")
        .arg(home.join("data"))
        .args(arguments)
        .env_clear()
        .env("HOME", home)
        .env("LANG", "ru_RU.UTF-8")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// A demo store, and for its derived state a `db` at which sled panics instead of refusing to open: with a hole in it, and
/// no snapshot beside it.
fn store_at_which_sled_panics() -> (tempfile::TempDir, Vec<u8>) {
    let home = tempfile::tempdir().unwrap();
    let made = smotr(home.path(), &["demo", "--no-ui", "--organisations", "60"]);
    assert!(made.status.success(), "{made:?}");
    let whole = fs::read(home.path().join("data/sled/db")).unwrap();
    let conf = home.path().join("data/sled/conf");
    for at in (0..whole.len().saturating_sub(4096)).step_by(whole.len() / 40) {
        let mut holed = whole.clone();
        holed[at..at + 4096].fill(0);
        let trial = tempfile::tempdir().unwrap();
        fs::copy(&conf, trial.path().join("conf")).unwrap();
        fs::write(trial.path().join("db"), &holed).unwrap();
        let config = sled::Config::new().path(trial.path()).flush_every_ms(None);
        if catch_unwind(AssertUnwindSafe(|| config.open().map(drop))).is_err() {
            return (home, holed);
        }
    }
    panic!("sled refuses in order: nothing is left to test");
}

/// Puts the damage in place of what was mended before.
fn damage(home: &Path, db: &[u8]) {
    let sled = home.join("data/sled");
    for entry in fs::read_dir(&sled).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .starts_with("snap.")
        {
            fs::remove_file(path).unwrap();
        }
    }
    fs::write(sled.join("db"), db).unwrap();
}

/// Not a test by itself: opens the store under a panic hook, and says nothing.
#[test]
fn child_that_opens() {
    let Some(home) = std::env::var_os(FOLDER) else {
        return;
    };
    let home = PathBuf::from(home);
    let asks = std::env::var(HOOK).is_ok_and(|it| it == "asks");
    let is_mended = move || asks && is_guarded();
    install_panic_hook(home.join("reports"), is_mended, |_| Vec::new());
    let how = Opening {
        account: "orlova",
        now: Timestamp(1_763_900_000_000),
        create: false,
    };
    let opened = Store::open(Arc::new(RealDisk), &home.join("data"), how, &mut |_| {});
    let (_, _, report) = opened.unwrap();
    assert!(
        matches!(report.rebuilt, Some(Distrust::Broken(_))),
        "{report:?}"
    );
}

/// Whether a report was left by a process that opened the store under this hook.
fn is_reported(home: &Path, hook: &str) -> bool {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "broken::child_that_opens", "--nocapture"])
        .env(FOLDER, home)
        .env(HOOK, hook)
        .output()
        .unwrap();
    assert!(child.status.success(), "{child:?}");
    home.join("reports").exists()
}

#[test]
fn what_the_store_mends_is_nobodys_news() {
    let (home, db) = store_at_which_sled_panics();
    let home = home.path();
    let value = |it| ["set", "2025/26", "6.2", "12", it];
    let (usual, value) = (value("60/77"), value("61/77"));
    let cell = ["get", "2025/26", "6.2", "12"];
    for arguments in [
        &value[..],
        &cell[..],
        &["export"],
        &["verify"],
        &["lookup", "12"],
    ] {
        // What is said of the numbers themselves, say that one contradicts another, is not what is tested.
        let is_set = arguments == &value[..];
        let healthy = smotr(home, if is_set { &usual } else { arguments });
        assert!(healthy.status.success(), "{arguments:?}: {healthy:?}");
        let usually = String::from_utf8(healthy.stderr).unwrap().lines().count();
        damage(home, &db);
        // An archive of the day may come into the folder, too.
        let aside = || {
            let names = fs::read_dir(home.join("data")).unwrap();
            let names = names.map(|it| it.unwrap().file_name().into_string().unwrap());
            names.filter(|it| it.starts_with("sled.bad")).count()
        };
        let before = aside();
        let said = smotr(home, arguments);
        assert!(said.status.success(), "{arguments:?}: {said:?}");
        assert_eq!(aside(), before + 1, "{arguments:?}: something is set aside");
        let told = String::from_utf8(said.stderr).unwrap();
        assert_eq!(told.lines().count(), usually + 1, "{arguments:?}: {told}");
        let mended = told.lines().filter(|it| it.contains("построена заново"));
        assert_eq!(mended.count(), 1, "{arguments:?}: {told}");
        assert!(!told.contains("panic") && !told.contains(".rs:"), "{told}");
        assert!(!home.join(".local").exists(), "{arguments:?} left a report");
    }
    damage(home, &db);
    assert!(!is_reported(home, "asks"));
    damage(home, &db);
    assert!(
        is_reported(home, "planted: asks nobody"),
        "such a hook would be found"
    );
}
