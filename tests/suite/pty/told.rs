//! What stands in the way when the interface starts: a folder without rights ends it with a sentence, a fault of the keymap in a
//! folder far away is said to its end.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use portable_pty::CommandBuilder;

use super::{Home, SIZE, environment, leave};
use crate::support::pty::Session;
use crate::support::skipped;

/// The program as somebody without special rights: as it is, or with the rights of root put down.
fn unprivileged(home: &Home) -> Option<CommandBuilder> {
    let smotr = env!("CARGO_BIN_EXE_smotr");
    let mut command = if rustix::process::geteuid().is_root() {
        let down = ["--reuid=65534", "--regid=65534", "--clear-groups"];
        let may_run = std::process::Command::new("setpriv")
            .args(down)
            .args([smotr, "--version"])
            .output();
        if !may_run.is_ok_and(|it| it.status.success()) {
            return None;
        }
        let mut command = CommandBuilder::new("setpriv");
        command.args(down);
        command.arg(smotr);
        command
    } else {
        CommandBuilder::new(smotr)
    };
    command.env_clear();
    for (name, value) in environment(home.path()) {
        command.env(name, value);
    }
    command.cwd("/");
    Some(command)
}

#[test]
fn a_folder_without_rights_ends_it_with_the_next_step() {
    let home = Home::new();
    let Some(mut command) = unprivileged(&home) else {
        skipped("root's rights cannot be put down here");
        return;
    };
    // Everybody may come to the store's folder, and nobody into it.
    fs::set_permissions(home.path(), Permissions::from_mode(0o755)).unwrap();
    let folder = home.path().join("данные");
    fs::rename(home.store(), &folder).unwrap();
    fs::set_permissions(&folder, Permissions::from_mode(0o000)).unwrap();
    command.arg("--data");
    command.arg(&folder);
    let mut session = Session::start(command, SIZE);
    assert_eq!(session.end(), 4);
    session.wait_for("Нет прав:");
    session.wait_for("данные");
    session.wait_for("или укажите другую папку: --data ПАПКА");
    assert!(!session.screen().contains('┌'), "no screen was begun");
    fs::set_permissions(&folder, Permissions::from_mode(0o700)).unwrap();
    let names = fs::read_dir(&folder).unwrap();
    let names = names.map(|it| it.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|it| it.starts_with("sled.bad")).count(), 0);
}

#[test]
fn a_fault_of_a_keymap_far_away_is_said_to_its_end() {
    let home = Home::new();
    let far = home
        .path()
        .join("папка-".repeat(20))
        .join("ещё-".repeat(20));
    let config = far.join("smotr");
    fs::create_dir_all(&config).unwrap();
    fs::write(
        config.join("keymap.toml"),
        "[keys]\n\"ж\" = \"fly\"\n\"э\" = \"run\"\n",
    )
    .unwrap();
    let mut command = home.command();
    command.env("XDG_CONFIG_HOME", &far);
    command.arg("demo");
    let session = Session::start(command, SIZE);
    session.wait("the line, the word and how many more", |it| {
        // Wherever its lines are broken.
        let said = it.contents().replace(['\n', ' '], "");
        said.contains("/smotr/keymap.toml:2:")
            && said.contains("fly")
            && said.contains("ещё1ошибка")
    });
    assert_eq!(leave(session), 0);
}
