//! Who this is: the kernel's answer, never the environment's, which anybody may set.

use std::fs;

/// The account of this process, by its effective user; an account that the machine's list does not name is `uid-1000`.
#[must_use]
pub fn account() -> String {
    account_of(rustix::process::geteuid().as_raw())
}

/// The account of a user number.
#[must_use]
pub fn account_of(uid: u32) -> String {
    let list = fs::read("/etc/passwd").unwrap_or_default();
    named_in(&String::from_utf8_lossy(&list), uid).unwrap_or_else(|| format!("uid-{uid}"))
}

/// The name of a user number in a list in the form of `/etc/passwd`.
#[must_use]
pub fn named_in(list: &str, uid: u32) -> Option<String> {
    list.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        let number: u32 = fields.nth(1)?.parse().ok()?;
        (number == uid && !name.is_empty()).then(|| name.to_owned())
    })
}
