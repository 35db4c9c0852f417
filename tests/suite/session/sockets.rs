//! The socket's file: its rights from the first moment, what may lie in its place, and how long its path may be.

use std::fs;
use std::os::unix::fs::{DirBuilderExt as _, FileTypeExt as _, PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use smotr::service::socket::{MOST_PATH, Reach, SocketError, bind, connect, peer};

use crate::faults::strace::{self, Strace};

const FOLDER: &str = "SMOTR_TEST_SOCKETS";
/// Planted: the rights come after the socket.
const PLANTED: &str = "SMOTR_TEST_SOCKETS_PLANTED";

#[test]
fn it_is_reached_by_whom_it_is_meant_for() {
    let dir = tempfile::tempdir().unwrap();
    for (reach, mode) in [(Reach::Owner, 0o600), (Reach::Group, 0o660)] {
        let path = dir.path().join(format!("{mode:o}"));
        let listener = bind(&path, reach).unwrap();
        let metadata = fs::symlink_metadata(&path).unwrap();
        assert!(metadata.file_type().is_socket());
        assert_eq!(metadata.permissions().mode() & 0o777, mode);
        drop(listener);
    }
}

/// Not a test by itself: the process whose calls are looked at.
#[test]
fn child_that_binds() {
    let Ok(dir) = std::env::var(FOLDER) else {
        return;
    };
    let path = Path::new(&dir).join("socket");
    let mode = fs::Permissions::from_mode(0o660);
    if std::env::var_os(PLANTED).is_some() {
        let listener = UnixListener::bind(&path).unwrap();
        fs::set_permissions(&path, mode).unwrap();
        drop(listener);
    } else {
        drop(bind(&path, Reach::Group).unwrap());
    }
}

/// The mask that held when a process made its socket, and the rights that it has in the end.
fn mask_and_mode(planted: bool) -> (u32, u32) {
    let dir = tempfile::tempdir().unwrap();
    let log = dir.path().join("log");
    let strace = Strace {
        log: Some(log.clone()),
        also: &["umask", "bind"],
        ..Strace::default()
    };
    let mut process = strace.process();
    process
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "session::sockets::child_that_binds"])
        .env(FOLDER, dir.path());
    if planted {
        process.env(PLANTED, "1");
    }
    assert!(process.output().unwrap().status.success());
    let calls = strace::read(&log);
    let bound = calls.iter().position(|it| it.name == "bind").unwrap();
    let mut masks = calls[..bound].iter().rev().filter(|it| it.name == "umask");
    let mask = masks
        .next()
        .map_or(0, |it| u32::from_str_radix(&it.arguments[0], 8).unwrap());
    let socket = fs::symlink_metadata(dir.path().join("socket")).unwrap();
    (mask, socket.permissions().mode() & 0o777)
}

#[test]
fn it_has_its_rights_from_the_first_moment_on() {
    if strace::is_there() {
        assert_eq!(mask_and_mode(false), (0o117, 0o660));
        // Planted, and caught: what its rights are in the end says nothing of how it began.
        let (mask, mode) = mask_and_mode(true);
        assert_eq!((mask & 0o117, mode), (0, 0o660));
    }
}

/// The mask under which a socket is made is nobody else's: without the right to search it a folder would be of no use.
#[test]
fn what_others_make_meanwhile_has_the_rights_that_it_is_to_have() {
    let dir = tempfile::tempdir().unwrap();
    let (socket, folders) = (dir.path().join("socket"), dir.path().join("folders"));
    fs::create_dir(&folders).unwrap();
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 0.. {
                let folder = folders.join(number.to_string());
                fs::DirBuilder::new().mode(0o700).create(folder).unwrap();
                if is_over.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        for _ in 0..300 {
            drop(bind(&socket, Reach::Owner).unwrap());
        }
        is_over.store(true, Ordering::SeqCst);
    });
    for folder in fs::read_dir(folders).unwrap() {
        let mode = folder.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}

/// A process that another test is just starting may have inherited the socket, until it runs.
fn until_nobody_listens(path: &Path) {
    super::until("nobody listens", || connect(path).is_err());
}

#[test]
fn a_socket_that_another_server_answers_is_left_to_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("socket");
    let theirs = bind(&path, Reach::Group).unwrap();
    assert!(matches!(
        bind(&path, Reach::Group),
        Err(SocketError::Served { .. })
    ));
    assert!(connect(&path).is_ok());
    drop(theirs);
    until_nobody_listens(&path);
    assert!(bind(&path, Reach::Group).is_ok());
}

#[test]
fn an_old_socket_makes_room_and_nothing_else_does() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("socket");
    let old = UnixListener::bind(&path).unwrap();
    drop(old);
    until_nobody_listens(&path);
    assert!(path.exists());
    drop(bind(&path, Reach::Owner).unwrap());

    let elsewhere = dir.path().join("elsewhere");
    let theirs = UnixListener::bind(&elsewhere).unwrap();
    fs::remove_file(&path).unwrap();
    symlink(&elsewhere, &path).unwrap();
    assert!(matches!(
        bind(&path, Reach::Owner),
        Err(SocketError::Occupied { .. })
    ));
    assert!(elsewhere.exists());
    drop(theirs);
    fs::remove_file(&path).unwrap();
    fs::write(&path, "письмо").unwrap();
    assert!(matches!(
        bind(&path, Reach::Owner),
        Err(SocketError::Occupied { .. })
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), "письмо");
}

#[test]
fn its_path_may_be_as_long_as_the_system_takes() {
    let dir = tempfile::tempdir().unwrap();
    let room = MOST_PATH - dir.path().as_os_str().len() - 1;
    let fits = dir.path().join("s".repeat(room));
    let listener = bind(&fits, Reach::Owner).unwrap();
    connect(&fits).unwrap();
    drop(listener);
    let longer = dir.path().join("s".repeat(room + 1));
    for refused in [bind(&longer, Reach::Owner).err(), connect(&longer).err()] {
        assert!(matches!(refused, Some(SocketError::PathTooLong { .. })));
    }
}

#[test]
fn who_connects_is_known_from_the_kernel() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("socket");
    let listener = bind(&path, Reach::Owner).unwrap();
    let own = connect(&path).unwrap();
    let (other, _) = listener.accept().unwrap();
    let here = rustix::process::geteuid().as_raw();
    assert_eq!((peer(&own).unwrap(), peer(&other).unwrap()), (here, here));
}
