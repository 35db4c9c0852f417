//! The socket's file: its rights from the first moment, what may lie in its place, and how long its path may be.

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;

use smotr::service::socket::{MOST_PATH, Reach, SocketError, bind, connect, peer};

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
    assert!(bind(&path, Reach::Group).is_ok());
}

#[test]
fn an_old_socket_makes_room_and_nothing_else_does() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("socket");
    let old = UnixListener::bind(&path).unwrap();
    drop(old);
    assert!(path.exists() && connect(&path).is_err());
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
