//! A department on one machine: the store belongs to a service account, people come under their own, and who may what is decided by
//! the kernel and the engine.
//!
//! The accounts are numbers that the machine's list does not name, so that none has to be made; only root can be somebody else.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::journey::{RUSSIAN, find_school};
use super::{SIZE, environment, leave, typed};
use crate::support::desk::PATIENCE;
use crate::support::pty::Session;
use crate::support::skipped;

const GROUP: u32 = 61_000;
const SERVICE: u32 = 61_001;
const ORLOVA: u32 = 61_002;
const BELOVA: u32 = 61_003;
/// In the group, and not among the users.
const STRANGER: u32 = 61_004;
/// In no group but their own.
const FOREIGN: u32 = 61_005;

/// A machine with a server and accounts.
struct Department {
    server: Option<Child>,
    folder: TempDir,
}

/// What a call said, and its exit code.
type Said = (String, i32);

impl Department {
    /// The server runs, and two methodists are among its users; `None` where that cannot be played.
    fn new() -> Option<Department> {
        if !rustix::process::geteuid().is_root() {
            skipped("only root can be somebody else");
            return None;
        }
        let has_setpriv = Command::new("setpriv").arg("--version").output();
        if !has_setpriv.is_ok_and(|it| it.status.success()) {
            skipped("there is no setpriv");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut it = Department {
            server: None,
            folder,
        };
        it.make("", 0, 0, 0o755);
        it.make("var", SERVICE, GROUP, 0o700);
        it.make("run", SERVICE, GROUP, 0o750);
        for person in [SERVICE, ORLOVA, BELOVA, STRANGER, FOREIGN] {
            it.make(&person.to_string(), person, GROUP, 0o700);
        }
        // The program lies where nobody else may go, perhaps.
        fs::copy(env!("CARGO_BIN_EXE_smotr"), it.program()).unwrap();
        fs::set_permissions(it.program(), fs::Permissions::from_mode(0o755)).unwrap();
        let data = it.path("var/data");
        let at_folder = ["--data", data.to_str().unwrap()];
        let demo = ["demo", "--no-ui", "--organisations", "14"];
        it.well(SERVICE, GROUP, &[&at_folder[..], &demo].concat());
        let mut serve = it.command(SERVICE, GROUP, &at_folder);
        let socket = it.path("run/socket");
        serve.args(["serve", "--socket"]).arg(&socket);
        it.server = Some(serve.stderr(Stdio::null()).spawn().unwrap());
        let patience = Instant::now() + PATIENCE;
        while !socket.exists() {
            assert!(Instant::now() < patience, "nobody serves");
            std::thread::sleep(Duration::from_millis(5));
        }
        for (person, name) in [
            (ORLOVA, "Орлова Анна Ильинична"),
            (BELOVA, "Белова Вера Юрьевна"),
        ] {
            let account = format!("uid-{person}");
            let add = [
                "user",
                "add",
                &account,
                "--role",
                "methodist",
                "--name",
                name,
            ];
            it.well(SERVICE, GROUP, &it.with_socket(&add));
        }
        Some(it)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn program(&self) -> PathBuf {
        self.path("smotr")
    }

    fn make(&self, name: &str, uid: u32, gid: u32, mode: u32) {
        let path = self.path(name);
        let _ = fs::create_dir(&path);
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        chown(&path, Some(uid), Some(gid)).unwrap();
    }

    fn with_socket(&self, arguments: &[&str]) -> Vec<String> {
        let socket = self.path("run/socket").display().to_string();
        let own = ["--socket".to_owned(), socket];
        own.into_iter()
            .chain(arguments.iter().map(|it| (*it).to_owned()))
            .collect()
    }

    /// The program as somebody starts it.
    fn command(&self, uid: u32, gid: u32, arguments: &[impl AsRef<str>]) -> Command {
        let mut command = Command::new(self.program());
        command
            .args(arguments.iter().map(AsRef::as_ref))
            .env_clear();
        for (name, value) in environment(&self.path(&uid.to_string())) {
            command.env(name, value);
        }
        command.current_dir("/").stdin(Stdio::null());
        command.uid(uid).gid(gid);
        command
    }

    fn call(&self, uid: u32, gid: u32, arguments: &[impl AsRef<str>]) -> Said {
        let output = self.command(uid, gid, arguments).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap().replace('\u{a0}', " ");
        (said, output.status.code().unwrap())
    }

    fn well(&self, uid: u32, gid: u32, arguments: &[impl AsRef<str>]) -> String {
        let (said, code) = self.call(uid, gid, arguments);
        assert_eq!(code, 0, "{said}");
        said
    }

    /// A call of somebody in the group, at the server.
    fn at_server(&self, uid: u32, arguments: &[&str]) -> Said {
        self.call(uid, GROUP, &self.with_socket(arguments))
    }

    /// The interface of somebody in the group.
    fn sit_down(&self, uid: u32) -> Session {
        let mut command = CommandBuilder::new("setpriv");
        command.args([format!("--reuid={uid}"), format!("--regid={GROUP}")]);
        command.args(["--clear-groups"]);
        command.arg(self.program());
        command.args(self.with_socket(&[]));
        command.env_clear();
        for (name, value) in environment(&self.path(&uid.to_string())) {
            command.env(name, value);
        }
        command.cwd("/");
        let session = Session::start(command, SIZE);
        session.wait_for("F10 выход");
        session
    }
}

impl Drop for Department {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// Puts the cursor on the value of 1.1 of СШ № 12, its detail below.
fn at_value(session: &mut Session) {
    find_school(session, &RUSSIAN);
    session.send(typed("з"));
    session.wait_for("Enter записать");
    session.send(typed("⎋"));
    session.wait_for("682 из 669");
}

/// Types a ratio over what is there, without Enter.
fn type_ratio(session: &mut Session, ratio: &str) {
    session.send(typed("з"));
    session.wait_for("Enter записать");
    for _ in 0..9 {
        session.send(typed("⌫"));
    }
    session.send(typed(ratio));
    session.wait_for(ratio);
}

/// Presses the digit that stands before a choice.
fn choose(session: &mut Session, choice: &str) {
    session.wait_for(choice);
    let screen = session.screen();
    let line = screen.lines().find(|it| it.contains(choice)).unwrap();
    let (before, _) = line.split_once(choice).unwrap();
    let digit = before.chars().rev().find(char::is_ascii_digit).unwrap();
    // Whoever moves has looked: what is typed on without a pause chooses nothing.
    session.send(typed("↓"));
    session.send(digit.to_string());
}

#[test]
fn two_people_see_what_the_other_enters_and_choose_where_they_differ() {
    let Some(mut department) = Department::new() else {
        return;
    };
    let mut orlova = department.sit_down(ORLOVA);
    let mut belova = department.sit_down(BELOVA);
    at_value(&mut orlova);
    at_value(&mut belova);
    let mut times = Vec::new();
    for round in 0..10 {
        let (own, other) = match round % 2 {
            0 => (&mut orlova, &belova),
            _ => (&mut belova, &orlova),
        };
        let numerator = 620 + round;
        type_ratio(own, &format!("{numerator}.669"));
        own.send(typed("⏎"));
        let begun = Instant::now();
        other.wait_for(&format!("{numerator} из 669"));
        times.push(begun.elapsed());
        own.wait_for("сохранено");
        own.send(typed("↑"));
        own.wait_for(&format!("{numerator} из 669"));
    }
    times.sort();
    println!(
        "from Enter to the colleague's screen: median {:.1?}, longest {:.1?}",
        times[times.len() / 2],
        times[times.len() - 1]
    );

    // Both begin with the same, and each ends what they have begun.
    for (choice, stays) in [
        ("Записать моё", "661 из 669"),
        ("Оставить чужое", "651 из 669"),
    ] {
        type_ratio(&mut orlova, "651.669");
        type_ratio(&mut belova, "661.669");
        orlova.send(typed("⏎"));
        // It is on her screen before she ends what she has begun without it.
        belova.wait_for("651 из 669)");
        belova.wait_for("Enter предложит");
        belova.send(typed("⏎"));
        belova.wait_for("изменено одновременно");
        belova.wait_for("Орлова");
        choose(&mut belova, choice);
        belova.wait("it is decided", |it| {
            !it.contents().contains("изменено одновременно")
        });
        belova.wait_for(stays);
        orlova.send(typed("↑"));
        orlova.wait_for(stays);
    }
    // What was not taken is kept for whoever typed it.
    belova.send(typed("з"));
    belova.wait_for("661/669");
    belova.send(typed("⎋"));
    // F10 sent before that would meet Esc on the line and be one key with it.
    belova.wait("the editor is closed", |it| {
        !it.contents().contains("661/669")
    });
    assert_eq!(leave(orlova), 0);
    assert_eq!(leave(belova), 0);
    let verified = department.path("var/data").display().to_string();
    if let Some(mut server) = department.server.take() {
        let pid = rustix::process::Pid::from_child(&server);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        assert!(server.wait().unwrap().success());
    }
    let said = department.well(SERVICE, GROUP, &["--data", &verified, "verify"]);
    assert!(said.contains("Расхождений нет"), "{said}");
}

#[test]
fn who_may_what_is_decided_by_the_kernel_and_the_engine() {
    let Some(department) = Department::new() else {
        return;
    };
    let it = &department;
    let modes = ["run", "run/socket", "var/data"].map(|name| {
        let mode = fs::metadata(it.path(name)).unwrap().permissions().mode();
        mode & 0o777
    });
    assert_eq!(modes, [0o750, 0o660, 0o700]);
    let get = ["get", "2025/26", "6.2", "12"];
    let set = |school: &'static str| ["set", "2025/26", "6.2", school, "21/24"];
    let check = |(said, code): Said, wanted, words: &str| {
        assert!(said.contains(words) && code == wanted, "{code}: {said}");
    };
    // Without the group there is no way to the socket, and none to the folder even in it.
    let outside = it.call(FOREIGN, FOREIGN, &it.with_socket(&get));
    check(outside, 5, "Нет прав на сокет");
    let data = it.path("var/data").display().to_string();
    let inside = it.call(ORLOVA, GROUP, &[&["--data", &data][..], &get].concat());
    check(inside, 4, "Нет прав");
    // In the group, and nobody; root is no exception.
    let told = "Вас ещё не добавили";
    check(it.at_server(STRANGER, &get), 1, told);
    check(it.at_server(STRANGER, &get), 1, &format!("uid-{STRANGER}"));
    check(it.at_server(0, &get), 1, told);
    // A methodist everywhere, then within a scope.
    check(it.at_server(BELOVA, &set("12")), 0, "87,5 %");
    let account = format!("uid-{BELOVA}");
    let scope = ["user", "scope", &account, "--organisation", "7"];
    check(it.at_server(SERVICE, &scope), 0, "");
    check(
        it.at_server(BELOVA, &set("12")),
        1,
        "вне ваших направлений и организаций",
    );
    check(it.at_server(BELOVA, &set("7")), 0, "87,5 %");
    // Nor may she give herself what she has not.
    let role = ["user", "role", &account, "admin"];
    check(it.at_server(BELOVA, &role), 1, "");
    check(it.at_server(ORLOVA, &get), 0, "87,5 %");
}
