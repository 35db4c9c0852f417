//! Where a store may lie, and that nobody else can look into it.

use std::os::unix::fs::symlink;

use smotr::cli::{Exit, StoreWords as _};
use smotr::locale::{Lang, Locale};
use smotr::store::place::{mounted, network};

use super::*;

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().mode() & 0o777
}

/// What of a folder and all that is in it others have rights to.
fn exposed(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    if mode(dir) & 0o077 != 0 {
        found.push(dir.to_owned());
    }
    if dir.is_dir() {
        for entry in fs::read_dir(dir).unwrap() {
            found.extend(exposed(&entry.unwrap().path()));
        }
    }
    found
}

#[test]
fn file_systems_of_other_machines_are_known_by_number_or_by_program() {
    for (magic, program, expected) in [
        (0x6969, None, Some("nfs")),
        (0xFF53_4D42, None, Some("cifs")),
        (0xFE53_4D42, None, Some("smb2")),
        (0x0102_1997, None, Some("9p")),
        (0x6573_5546, Some("fuse.sshfs"), Some("sshfs")),
        // A disk of this machine that a program shows, and one that is not said.
        (0x6573_5546, Some("fuseblk"), None),
        (0x6573_5546, Some("fuse.gocryptfs"), None),
        (0x6573_5546, None, None),
        // ext4, XFS, btrfs, tmpfs, overlay.
        (0xEF53, None, None),
        (0x5846_5342, None, None),
        (0x9123_683E, None, None),
        (0x0102_1994, None, None),
        (0x794C_7630, None, None),
    ] {
        assert_eq!(network(magic, program).as_deref(), expected, "{magic:x}");
    }
}

#[test]
fn the_table_of_mounts_says_which_program_shows_a_folder() {
    let table = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
        40 22 0:35 / /home/ivanova/far rw,nosuid - fuse.sshfs server:/srv rw,user_id=0\n\
        41 22 0:36 / /mnt/my\\040disk rw shared:2 - fuse.rclone box: rw\n\
        a line that says nothing\n";
    for (path, expected) in [
        ("/home/ivanova/far/smotr", "fuse.sshfs"),
        ("/home/ivanova/farther", "ext4"),
        ("/mnt/my disk/data", "fuse.rclone"),
    ] {
        assert_eq!(mounted(table, Path::new(path)), Some(expected), "{path}");
    }
    assert_eq!(mounted("", Path::new("/home")), None);
}

#[test]
fn a_network_disk_is_refused_before_anything_is_made() {
    let outer = folder();
    let disk = FaultyDisk::default();
    disk.say_network("nfs");
    let there = outer.path().join("there");
    let model = written(&there, 31, 3);
    for dir in [outer.path().join("deep/smotr"), there.clone()] {
        let opened = Store::open(Arc::new(disk.clone()), &dir, HOW, &mut |_| {});
        let error = opened.map(drop).unwrap_err();
        assert!(matches!(&error, StoreError::Network { system, .. } if system == "nfs"));
        assert_eq!(Exit::of_store(&error), Exit::Network);
        let told = Locale::new(Lang::Ru).store_error(&error, smotr::service::clock::offset());
        assert!(told.fact.contains("на сетевом диске (nfs)"), "{told:?}");
        assert!(told.next.contains("Блокировкам и записи"), "{told:?}");
    }
    assert!(!outer.path().join("deep").exists());
    assert!(there.join("clean").exists(), "the store is as it was");
    let (mut store, state, _) = open(&there);
    check(&mut store, &state, &model);
}

#[test]
fn a_store_that_others_could_read_is_closed_to_them() {
    let outer = folder();
    let dir = outer.path().join("smotr");
    let model = written(&dir, 32, 3);
    fs::create_dir(dir.join("unsaved")).unwrap();
    fs::write(dir.join("unsaved/1.json"), "Ерёмин").unwrap();
    for path in ["", "journal", "sled", "unsaved"] {
        allow(&dir.join(path), 0o755);
    }
    for path in [
        "journal/000001.smj",
        "sled/db",
        "unsaved/1.json",
        "store.toml",
    ] {
        allow(&dir.join(path), 0o644);
    }
    // A link out of the folder is nobody's way to change what it leads to.
    let other = outer.path().join("other");
    fs::write(&other, "письмо").unwrap();
    allow(&other, 0o644);
    symlink(&other, dir.join("unsaved/link")).unwrap();
    assert!(exposed(&dir).len() > 8);
    let (mut store, state, _) = open(&dir);
    check(&mut store, &state, &model);
    store.close().unwrap();
    let links = |it: &PathBuf| !it.ends_with("unsaved/link");
    let before_sled = |it: &PathBuf| !it.starts_with(dir.join("sled"));
    let left: Vec<_> = exposed(&dir)
        .into_iter()
        .filter(|it| links(it) && before_sled(it))
        .collect();
    assert_eq!(left, [] as [PathBuf; 0]);
    assert_eq!(mode(&dir.join("sled/db")), 0o600);
    assert_eq!(mode(&other), 0o644);
}

#[test]
fn an_open_folder_with_other_things_in_it_is_not_made_a_store() {
    let outer = folder();
    let dir = outer.path().join("work");
    fs::create_dir(&dir).unwrap();
    fs::write(dir.join("письмо.txt"), "письмо").unwrap();
    for mode in [0o755, 0o750, 0o705, 0o1777] {
        allow(&dir, mode);
        let refused = try_open(&dir, HOW).map(drop);
        assert!(
            matches!(refused, Err(StoreError::Exposed { .. })),
            "{mode:o}"
        );
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 1);
    }
    fs::remove_file(dir.join("письмо.txt")).unwrap();
    // Many write into such a folder, though it is empty now.
    allow(&dir, 0o1777);
    let refused = try_open(&dir, HOW).map(drop);
    assert!(matches!(refused, Err(StoreError::Exposed { .. })));
    allow(&dir, 0o755);
    written(&dir, 33, 1);
    assert_eq!(mode(&dir), 0o700);
}

#[test]
fn a_link_to_the_folder_is_followed_and_the_folder_is_what_is_closed() {
    let outer = folder();
    let dir = outer.path().join("disk");
    fs::create_dir(&dir).unwrap();
    allow(&dir, 0o755);
    let link = outer.path().join("smotr");
    symlink(&dir, &link).unwrap();
    let model = written(&link, 34, 3);
    assert_eq!(mode(&dir), 0o700);
    let (mut store, state, _) = open(&dir);
    check(&mut store, &state, &model);
    // By either name it is one store.
    let other = try_open(&link, HOW).map(drop);
    assert!(matches!(other, Err(StoreError::Locked { .. })));
}
