//! No core of a process that holds names, and no file of ours that others can read, whatever the mask.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Home;
use super::bad_input::NOBODY;
use super::serve::Server;
use crate::support::skipped;

/// The system gives the folder of a process that must not be dumped to root, and says what it may leave behind.
#[test]
fn a_process_leaves_no_core() {
    let home = Home::new();
    let allow = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    allow(home.0.path(), 0o755);
    let program = home.0.path().join("smotr");
    fs::copy(env!("CARGO_BIN_EXE_smotr"), &program).unwrap();
    let dir = home.0.path().join("data");
    fs::create_dir(&dir).unwrap();
    let mut command = Command::new("sh");
    // Cores are allowed where it is started.
    let script =
        "ulimit -c unlimited 2>/dev/null; exec \"$0\" --data \"$1\" serve --socket \"$1/s\"";
    command.args(["-c", script]);
    command.arg(&program).arg(&dir);
    command
        .env_clear()
        .env("HOME", home.0.path())
        .env("LANG", "ru_RU.UTF-8")
        .env("PATH", "/usr/bin:/bin");
    // Root's own processes are root's in any case.
    if rustix::process::geteuid().is_root() {
        std::os::unix::fs::chown(&dir, Some(NOBODY), Some(NOBODY)).unwrap();
        command.uid(NOBODY).gid(NOBODY);
    }
    let server = Server::start(command);
    let process = PathBuf::from(format!("/proc/{}", server.child.id()));
    let limits = fs::read_to_string(process.join("limits")).unwrap();
    let core = limits
        .lines()
        .find(|it| it.starts_with("Max core file size"));
    let words: Vec<&str> = core.unwrap().split_whitespace().collect();
    assert_eq!(words[4..6], ["0", "0"], "{core:?}");
    assert_eq!(fs::metadata(process.join("environ")).unwrap().uid(), 0);
}

/// Root may write everywhere, and what it writes in the folder of a service the service could not read.
#[test]
fn root_leaves_the_folder_of_another_account_as_it_is() {
    if !rustix::process::geteuid().is_root() {
        skipped("only root can look into the folder of another");
        return;
    }
    let (home, dir) = Home::with_demo();
    let files = || -> Vec<PathBuf> {
        let mut all: Vec<_> = fs::read_dir(&dir)
            .unwrap()
            .map(|it| it.unwrap().path())
            .collect();
        all.sort();
        all
    };
    std::os::unix::fs::chown(&dir, Some(NOBODY), Some(NOBODY)).unwrap();
    let before = files();
    let account = smotr::service::identity::account_of(NOBODY).unwrap();
    let archive = home.0.path().join("archive");
    let archive = archive.to_str().unwrap();
    for call in [&["verify"][..], &["export"], &["backup", archive]] {
        home.at(&dir, call)
            .check(4, &format!("sudo -u {account} smotr"));
    }
    assert_eq!(files(), before);
    std::os::unix::fs::chown(&dir, Some(0), Some(0)).unwrap();
    home.at(&dir, &["verify"]).check(0, "");
}

/// What of a folder and all that is in it others have rights to.
fn exposed(path: &Path) -> Vec<(PathBuf, u32)> {
    let found = fs::symlink_metadata(path).unwrap();
    let mode = found.mode() & 0o777;
    let mut all = Vec::new();
    if mode & 0o077 != 0 && !found.is_symlink() {
        all.push((path.to_owned(), mode));
    }
    if found.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            all.extend(exposed(&entry.unwrap().path()));
        }
    }
    all
}

/// A call as it comes from a shell with this mask.
fn under(home: &Home, mask: &str, arguments: &[&str]) -> Command {
    let mut command = home.command(&[]);
    let (program, env): (_, Vec<_>) = (
        command.get_program().to_owned(),
        command
            .get_envs()
            .map(|it| (it.0.to_owned(), it.1.map(ToOwned::to_owned)))
            .collect(),
    );
    command = Command::new("sh");
    command.args(["-c", "umask $0; exec \"$@\"", mask]);
    command
        .arg(program)
        .args(arguments)
        .env_clear()
        .stdin(Stdio::null());
    for (name, value) in env {
        command.env(name, value.unwrap_or_default());
    }
    command
        .env("PATH", "/usr/bin:/bin")
        .env("SMOTR_LOG", "info");
    command
}

#[test]
fn nothing_that_the_program_writes_can_be_read_by_others() {
    for mask in ["000", "022"] {
        let home = Home::new();
        let outer = home.0.path();
        let dir = outer.join("deep/data");
        let data = dir.to_str().unwrap().to_owned();
        let call = |arguments: &[&str]| {
            let done = under(&home, mask, &[&["--data", &data], arguments].concat()).output();
            let done = done.unwrap();
            assert!(done.status.success(), "{arguments:?} {done:?}");
        };
        call(&["demo", "--no-ui", "--organisations", "14"]);
        call(&["set", "2025/26", "6.2", "12", "21/24"]);
        call(&["backup", outer.join("archive.smotr").to_str().unwrap()]);
        // Killed, torn and damaged: what is kept aside is kept from others, too.
        let socket = dir.join("s");
        let arguments = [
            "--data",
            &data,
            "serve",
            "--socket",
            socket.to_str().unwrap(),
        ];
        drop(Server::start(under(&home, mask, &arguments)));
        fs::remove_file(&socket).unwrap();
        let journal = dir.join("journal/000001.smj");
        let mut bytes = fs::read(&journal).unwrap();
        bytes.extend_from_slice(b"torn");
        fs::write(&journal, bytes).unwrap();
        fs::write(dir.join("sled/db"), "damaged").unwrap();
        call(&["get", "2025/26", "6.2", "12"]);
        assert!(dir.join("torn").is_dir() && dir.join("sled.bad-1").is_dir());
        call(&["doctor"]);
        let mut found = exposed(outer);
        // The home itself is the test's.
        found.retain(|it| it.0 != outer);
        assert!(found.is_empty(), "mask {mask}: {found:?}");
    }
}
