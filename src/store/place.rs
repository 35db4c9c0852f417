//! Where a store may lie: on a file system that keeps locks and syncs, in a folder that nobody else can look into.
//! Owns both rules, and what is done about rights that are too wide; what the machine says about a folder the [`Disk`] knows.
//!
//! A link that stands for the folder is followed, as programs that keep data do: people move a folder to a larger disk and leave a link
//! behind. The rules are those of the folder it leads to.

use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;

use super::disk::Disk;
use super::error::{AtPath as _, StoreError};

/// The rights of everybody but the owner.
const OTHERS: u32 = 0o077;

/// Set on folders into which many people write: nobody's own.
const SHARED: u32 = 0o1000;

/// How names begin that a store's folder has for its own, its archives apart; what else lies there is somebody's, and is left alone.
pub const OWN: [&str; 15] = [
    "access",
    "clean",
    "config.toml",
    "erasing",
    "erasures",
    "journal",
    "lock",
    "lost+found",
    "reserve",
    "restoring",
    "sled",
    "socket",
    "store.toml",
    "torn",
    "unsaved",
];

/// File systems whose locks and syncs another machine answers for, by the number in `statfs`.
const NETWORK: [(u64, &str); 15] = [
    (0x6969, "nfs"),
    (0x517B, "smb"),
    (0xFF53_4D42, "cifs"),
    (0xFE53_4D42, "smb2"),
    (0x0102_1997, "9p"),
    (0x5346_414F, "afs"),
    (0x6B41_4653, "afs"),
    (0x7375_7245, "coda"),
    (0x564C, "ncp"),
    (0x00C3_6400, "ceph"),
    (0x0BD0_0BD0, "lustre"),
    (0x1983_0326, "beegfs"),
    (0x4750_4653, "gpfs"),
    (0x786F_4256, "vboxsf"),
    (0xBACB_ACBC, "vmhgfs"),
];

/// `statfs` says no more than this of whatever a program plays file system for.
const FUSE: u64 = 0x6573_5546;

/// What such programs call themselves when what they show is elsewhere.
const NETWORK_FUSE: [&str; 14] = [
    "ceph-fuse",
    "cephfs",
    "curlftpfs",
    "davfs",
    "glusterfs",
    "goofys",
    "gvfsd-fuse",
    "juicefs",
    "mfs",
    "rclone",
    "s3fs",
    "sshfs",
    "vmhgfs-fuse",
    "smbnetfs",
];

/// The name of a network file system; none for one of this machine. `mounted` is its type as the table of mounts has it: `fuse.sshfs`.
#[must_use]
pub fn network(magic: u64, mounted: Option<&str>) -> Option<String> {
    let known = NETWORK.iter().find(|it| it.0 == magic & 0xFFFF_FFFF);
    if let Some((_, name)) = known {
        return Some((*name).to_owned());
    }
    let program = mounted.and_then(|it| it.strip_prefix("fuse."))?;
    (magic == FUSE && NETWORK_FUSE.contains(&program)).then(|| program.to_owned())
}

/// The type of the file system on which a path lies, by a table of mounts as in `/proc/self/mountinfo`.
#[must_use]
pub fn mounted<'a>(table: &'a str, path: &Path) -> Option<&'a str> {
    let mounts = table.lines().filter_map(|line| {
        let (before, after) = line.split_once(" - ")?;
        let point = before.split(' ').nth(4)?;
        // The table writes a space as four signs.
        let point = point.replace("\\040", " ");
        Some((point, after.split(' ').next()?))
    });
    let around = mounts.filter(|(point, _)| path.starts_with(point));
    // Of two on the same point the later one hides the other.
    around.max_by_key(|(point, _)| point.len()).map(|it| it.1)
}

/// What this machine says of the file system under a path.
pub(super) fn network_of(path: &Path) -> io::Result<Option<String>> {
    let magic = rustix::fs::statfs(path)?.f_type as u64;
    let table = match magic {
        FUSE => fs::read_to_string("/proc/self/mountinfo").unwrap_or_default(),
        _ => String::new(),
    };
    let whole = path.canonicalize()?;
    Ok(network(magic, mounted(&table, &whole)))
}

/// Whether a store may lie in this folder, which need not be there yet. Changes nothing.
pub(super) fn check(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    for path in dir.ancestors().filter(|it| !it.as_os_str().is_empty()) {
        match disk.network(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            // A machine that does not say is believed.
            Ok(None) | Err(_) => return Ok(()),
            Ok(Some(system)) => {
                return Err(StoreError::Network {
                    path: dir.to_owned(),
                    system,
                });
            }
        }
    }
    Ok(())
}

/// Takes the rights of everybody else from a folder, and from what a store has in it.
pub(super) fn close(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    if disk.close_to_others(dir).at(dir)? {
        is_ours(disk, dir)
    } else {
        Err(StoreError::Exposed {
            path: dir.to_owned(),
        })
    }
}

/// Refuses a folder of another account, into which only root can look: what it writes there the owner could not even read.
///
/// # Errors
/// [`StoreError::Owned`], and those of the file system.
pub fn is_ours(disk: &dyn Disk, dir: &Path) -> Result<(), StoreError> {
    match disk.owner_besides_us(dir).at(dir)? {
        Some(owner) => Err(StoreError::Owned {
            path: dir.to_owned(),
            owner,
        }),
        None => Ok(()),
    }
}

/// The number of whoever owns a folder on this machine, if that is somebody else.
pub(super) fn owner_besides_us(dir: &Path) -> io::Result<Option<u32>> {
    let owner = fs::metadata(dir)?.uid();
    Ok((owner != rustix::process::geteuid().as_raw()).then_some(owner))
}

/// The same on this machine; false where that is not ours to do: another's folder, one that many write into, or one in which there is
/// something besides a store.
pub(super) fn close_to_others(dir: &Path) -> io::Result<bool> {
    let found = fs::metadata(dir)?;
    let me = rustix::process::geteuid().as_raw();
    if found.mode() & OTHERS != 0 {
        let names = fs::read_dir(dir)?.map(|it| it.map(|it| it.file_name()));
        let names: Vec<_> = names.collect::<io::Result<_>>()?;
        let is_alone = names.iter().all(|it| is_own(&it.to_string_lossy()));
        let is_store = names.iter().any(|it| it == "store.toml");
        if found.uid() != me || found.mode() & SHARED != 0 || !(is_alone || is_store) {
            return Ok(false);
        }
        fs::set_permissions(dir, fs::Permissions::from_mode(0o700))?;
    }
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        if is_own(&name.to_string_lossy()) {
            // The folder keeps others out by itself: a file that does not let itself be closed is none the worse.
            let _ = narrow(&entry.path(), me);
        }
    }
    Ok(true)
}

fn is_own(name: &str) -> bool {
    name.starts_with("archive") || OWN.iter().any(|it| name.starts_with(it))
}

/// Takes the rights of others from what is ours of a file or a folder and all that is in it. Links are not followed.
fn narrow(path: &Path, me: u32) -> io::Result<()> {
    let found = fs::symlink_metadata(path)?;
    let (mode, kind) = (found.mode() & 0o7777, found.file_type());
    if found.uid() != me || !(kind.is_file() || kind.is_dir()) {
        return Ok(());
    }
    if mode & OTHERS != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(mode & !OTHERS))?;
    }
    if kind.is_dir() {
        for entry in fs::read_dir(path)? {
            narrow(&entry?.path(), me)?;
        }
    }
    Ok(())
}
