//! `smotr serve` as the system starts and ends it, and the clients that come to its socket.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixDatagram;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::Arc;

use rustix::process::{Pid, Signal, kill_process};

use serde_json::Value as Json;
use smotr::domain::command::Command as Edit;
use smotr::domain::people::{Role, User};
use smotr::domain::record::Key;
use smotr::store::disk::RealDisk;

use super::{Home, Said};
use crate::support::desk::{Person, start};
use crate::support::skipped;

/// A running server; killed if a test fails.
pub struct Server {
    pub child: Child,
    said: BufReader<ChildStderr>,
}

impl Server {
    /// Starts it and waits until it says that it serves.
    pub fn start(mut command: Command) -> Server {
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(child.stderr.take().unwrap());
        let mut server = Server { child, said };
        let line = server.line();
        assert!(line.contains("обслуживается через"), "{line}");
        server
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        line
    }

    pub fn send(&self, signal: Signal) {
        let pid = Pid::from_child(&self.child);
        kill_process(pid, signal).unwrap();
    }

    /// Tells it to end; how it ends.
    pub fn end(mut self) -> i32 {
        self.send(Signal::TERM);
        assert!(self.line().contains("всё записано"));
        self.child.wait().unwrap().code().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A department: a home, the store of its demo, and a folder for the socket.
pub fn department() -> (Home, PathBuf, PathBuf) {
    let (home, dir) = Home::with_demo();
    let run = home.0.path().join("run");
    fs::create_dir(&run).unwrap();
    fs::set_permissions(&run, fs::Permissions::from_mode(0o750)).unwrap();
    (home, dir, run.join("socket"))
}

pub fn serve(home: &Home, dir: &Path, socket: &Path) -> Command {
    let (dir, socket) = (dir.to_str().unwrap(), socket.to_str().unwrap());
    home.command(&["--data", dir, "serve", "--socket", socket])
}

pub fn at_server(home: &Home, socket: &Path, arguments: &[&str]) -> Said {
    let socket = socket.to_str().unwrap();
    home.call(&[&["--socket", socket], arguments].concat())
}

#[test]
fn a_server_serves_until_it_is_told_to_end() {
    let (home, dir, socket) = department();
    let server = Server::start(serve(&home, &dir, &socket));
    let mode = fs::metadata(&socket).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o660);
    let set = ["set", "2025/26", "6.2", "12", "21/24"];
    at_server(&home, &socket, &set).check(0, "87,5 %");
    let get = ["get", "2025/26", "6.2", "12"];
    at_server(&home, &socket, &get).check(0, "87,5 % (21 из 24)");
    at_server(&home, &socket, &["lookup", "ерёмин"]).check(0, "СШ № 12");
    // What would be opened is what is looked at.
    at_server(&home, &socket, &["doctor"]).check(0, "Сервер отвечает");
    // Whoever names the folder works through it, too.
    home.at(&dir, &get).check(0, "87,5 %");
    // A terminal that goes away is nothing to it.
    server.send(Signal::HUP);
    at_server(&home, &socket, &get).check(0, "87,5 %");
    assert_eq!(server.end(), 0);
    assert!(!socket.exists() && !dir.join("socket").exists());
    at_server(&home, &socket, &get).check(5, "никто не обслуживает");
    home.at(&dir, &get).check(0, "87,5 %");
    home.at(&dir, &["verify"]).check(0, "Расхождений нет");
}

#[test]
fn what_only_the_folder_can_tell_is_not_asked_of_a_server() {
    let (home, dir, socket) = department();
    let server = Server::start(serve(&home, &dir, &socket));
    at_server(&home, &socket, &["verify"]).check(1, "обслуживает сервер");
    home.at(&dir, &["verify"]).check(3, "номер процесса");
    assert_eq!(server.end(), 0);
}

#[test]
fn an_export_of_a_served_store_is_that_of_its_folder() {
    let (home, dir, socket) = department();
    let alone = home.at(&dir, &["export"]).out;
    assert!(alone.lines().count() > 1_000);
    let server = Server::start(serve(&home, &dir, &socket));
    for said in [
        at_server(&home, &socket, &["export"]),
        home.at(&dir, &["export"]),
    ] {
        assert!(said.code == 0 && said.out == alone, "{}", said.err);
    }
    assert_eq!(server.end(), 0);
}

/// The user becomes an observer without names: what another administrator would do at another desk.
fn blind(home: &Home, dir: &Path, account: &str) {
    home.at(dir, &["user", "add", "serova", "--role", "admin"])
        .check(0, "serova");
    let engine = start(Arc::new(RealDisk), dir);
    let mut serova = Person::join_only(&engine, "serova");
    let id = serova.state.user_by_account(account).unwrap();
    let user = User {
        roles: vec![Role::Observer],
        names: false,
        ..serova.state.users[&id].body.clone()
    };
    let seen = serova.state.stamp(Key::User(id)).unwrap().rev;
    serova.done(Edit::EditUser { id, seen, user });
    engine.close().unwrap();
}

#[test]
fn whoever_sees_no_names_exports_and_looks_up_masks() {
    let (home, dir, socket) = department();
    let read = |out: &str, kind: &str, field: &str| -> Vec<String> {
        let lines = out
            .lines()
            .map(|it| serde_json::from_str::<Json>(it).unwrap());
        let found = lines.filter(|it| it["kind"] == kind);
        found
            .map(|it| it[field].as_str().unwrap().to_owned())
            .collect()
    };
    let plain = home.at(&dir, &["export"]).out;
    blind(&home, &dir, &smotr::service::identity::account());
    let server = Server::start(serve(&home, &dir, &socket));
    let masked = at_server(&home, &socket, &["export"]);
    assert_eq!(masked.code, 0, "{}", masked.err);
    assert!(masked.out.lines().count() > plain.lines().count());
    let surnames = read(&plain, "person", "surname");
    let schools = read(&plain, "organisation", "name");
    assert!(surnames.len() > 14 && schools.len() == 14);
    for name in surnames.iter().chain(&schools) {
        assert!(plain.contains(name.as_str()));
        assert!(!masked.out.contains(&format!("\"{name}\"")), "{name}");
    }
    // The wording that the catalogue offers can be read; who was given it, not what.
    let advice = read(&masked.out, "recommendation", "text");
    assert!(advice.len() > 5 && advice.iter().all(|it| it == "скрыто"));
    let masks = read(&masked.out, "organisation", "name");
    assert!(masks.iter().all(|it| it.starts_with("ОО ")), "{masks:?}");
    assert_eq!(
        read(&masked.out, "indicator", "title"),
        read(&plain, "indicator", "title")
    );
    // What is looked up is found by its mask, and by nothing else.
    at_server(&home, &socket, &["lookup", &surnames[0]]).check(1, "");
    let get = ["get", "2025/26", "6.2", &masks[11]];
    at_server(&home, &socket, &get).check(0, &masks[11]);
    at_server(&home, &socket, &["lookup", &masks[11]]).check(0, &format!("рук. {}", masks[11]));
    let set = ["set", "2025/26", "6.2", &masks[11], "21/24"];
    at_server(&home, &socket, &set).check(1, "методист");
    assert_eq!(server.end(), 0);
}

#[test]
fn an_archive_is_for_the_account_that_owns_the_data() {
    let (home, dir, socket) = department();
    let server = Server::start(serve(&home, &dir, &socket));
    let file = home.0.path().join("it");
    let own = smotr::service::identity::account();
    let said = at_server(&home, &socket, &["backup", file.to_str().unwrap()]);
    said.check(1, "которой принадлежат данные")
        .check(1, &format!("sudo -u {own} smotr --data"));
    assert!(!file.exists());
    // The account itself names the folder, and nobody stops working for it.
    home.at(&dir, &["backup", file.to_str().unwrap()])
        .check(0, "Архив записан");
    at_server(&home, &socket, &["access-log"]).check(0, "вход");
    assert_eq!(server.end(), 0);
}

#[test]
fn a_second_server_on_the_same_store_is_told_who_has_it() {
    let (home, dir, socket) = department();
    let server = Server::start(serve(&home, &dir, &socket));
    let other = socket.with_file_name("other");
    let said = home.at(&dir, &["serve", "--socket", other.to_str().unwrap()]);
    said.check(3, &server.child.id().to_string());
    for call in [&["verify"][..], &["erase", "12", "--reason", "заявление"]] {
        let said = home.at(&dir, call);
        if call == ["verify"] {
            said.check(3, "Хранилище обслуживает сервер");
        }
        assert!(!said.err.contains("окно"), "{said:?}");
    }
    assert!(!other.exists() && socket.exists());
    assert_eq!(server.end(), 0);
}

#[test]
fn a_socket_that_cannot_be_leaves_the_store_as_it_was() {
    let (home, dir, socket) = department();
    let before = home.at(&dir, &["export"]).out;
    let long = socket.with_file_name("s".repeat(108));
    let file = socket.with_file_name("file");
    fs::write(&file, "письмо").unwrap();
    let exposed = home.0.path().join("exposed");
    fs::create_dir(&exposed).unwrap();
    fs::set_permissions(&exposed, fs::Permissions::from_mode(0o777)).unwrap();
    for (path, code, words) in [
        (long, 10, "Слишком длинный путь"),
        (file, 4, "другой файл"),
        (exposed.join("socket"), 4, "кто угодно"),
    ] {
        let path = path.to_str().unwrap();
        home.at(&dir, &["serve", "--socket", path])
            .check(code, words);
    }
    assert_eq!(home.at(&dir, &["export"]).out, before);
}

#[test]
fn whoever_started_it_hears_when_it_is_ready_and_when_it_ends() {
    let (home, dir, socket) = department();
    let path = home.0.path().join("notify");
    let listener = UnixDatagram::bind(&path).unwrap();
    let mut command = serve(&home, &dir, &socket);
    command.env("NOTIFY_SOCKET", &path);
    let server = Server::start(command);
    let heard = || {
        let mut bytes = [0; 256];
        let n = listener.recv(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes[..n]).trim().to_owned()
    };
    assert_eq!(heard(), "READY=1");
    assert_eq!(server.end(), 0);
    assert_eq!(heard(), "STOPPING=1");
}

#[test]
fn a_file_for_the_system_names_this_program() {
    let home = Home::new();
    for (unit, words) in [
        ("service", "RestrictAddressFamilies=AF_UNIX"),
        ("socket", "SocketMode=0660"),
        ("sysusers", "u smotr - "),
        ("tmpfiles", "d /var/lib/smotr 0700 smotr smotr"),
    ] {
        let said = home.call(&["serve", "--print-unit", unit]);
        said.check(0, words);
        assert!(!said.out.contains('{'), "{}", said.out);
    }
    let program = fs::canonicalize(env!("CARGO_BIN_EXE_smotr")).unwrap();
    let start = format!("ExecStart={} --data", program.display());
    home.call(&["serve", "--print-unit", "service"])
        .check(0, &start);
    home.call(&["serve", "--print-unit", "timer"])
        .check(2, "«timer»");
}

#[test]
fn another_account_of_the_machine_is_who_the_kernel_says() {
    const NOBODY: u32 = 65_534;
    if !rustix::process::geteuid().is_root() {
        skipped("only root can be somebody else");
        return;
    }
    let (home, dir, socket) = department();
    fs::set_permissions(home.0.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let server = Server::start(serve(&home, &dir, &socket));
    let elsewhere = tempfile::tempdir().unwrap();
    let socket = socket.to_str().unwrap();
    let come = |group: u32| {
        let mut command = home.command(&["--socket", socket, "get", "2025/26", "6.2", "12"]);
        // Whatever the environment says.
        command.env("HOME", elsewhere.path()).env("USER", "root");
        command.uid(NOBODY).gid(group);
        command.output()
    };
    let Ok(in_group) = come(0) else {
        skipped("another account may not run this program");
        return;
    };
    let name = smotr::service::identity::account_of(NOBODY).unwrap();
    let told = String::from_utf8_lossy(&in_group.stderr).into_owned();
    assert!(
        told.contains(&name) && told.contains("администратору"),
        "{told}"
    );
    assert_eq!(in_group.status.code(), Some(1));
    // And without the group nobody comes to the socket at all.
    let outside = come(NOBODY).unwrap();
    let told = String::from_utf8_lossy(&outside.stderr).into_owned();
    assert!(told.contains("Нет прав на сокет"), "{told}");
    assert_eq!(outside.status.code(), Some(5));
    assert_eq!(server.end(), 0);
}
