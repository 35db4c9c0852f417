//! What several test modules use.

pub mod any;
pub mod commits;
pub mod damage;
pub mod demo;
pub mod desk;
pub mod dice;
pub mod emulator;
pub mod faulty_disk;
pub mod followed;
pub mod history;
pub mod measured;
pub mod pair;
pub mod pty;
pub mod sim_disk;
pub mod stage;
pub mod story;
pub mod world;

/// Says that a test is skipped, and why; past the capture of a test's output, which would keep it unseen.
pub fn skipped(why: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

/// How many of the rounds of a long fault test are run: all of them with `SMOTR_FAULTS=full`, else a tenth.
pub fn rounds(all: usize) -> usize {
    match std::env::var("SMOTR_FAULTS").as_deref() {
        Ok("full") => all,
        _ => all.div_ceil(10),
    }
}

/// A folder in memory, where there is room for it: for what is not about the disk, and would spend its time in syncs.
pub fn in_memory() -> tempfile::TempDir {
    const MEMORY: &str = "/dev/shm";
    const ROOM: u64 = 1 << 30;
    let has_room = rustix::fs::statvfs(MEMORY).is_ok_and(|it| it.f_bavail * it.f_frsize > ROOM);
    let made = has_room.then(|| tempfile::tempdir_in(MEMORY));
    made.and_then(Result::ok)
        .unwrap_or_else(|| tempfile::tempdir().unwrap())
}

/// Copies a folder with all that is in it.
pub fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            copy(&path, &target);
        } else if kind.is_file() {
            std::fs::copy(path, target).unwrap();
        }
    }
}
