//! Who this is: the kernel's answer, never the environment's, which anybody may set.

use std::fs;
use std::io;

/// The account of this process, by its effective user; an account that the machine's list does not name is `uid-1000`.
#[must_use]
pub fn account() -> String {
    let uid = rustix::process::geteuid().as_raw();
    account_of(uid).unwrap_or_else(|_| nameless(uid))
}

/// The account of a user number.
///
/// # Errors
/// Those of the system where its list cannot be read just now: nobody is taken for a stranger for want of a descriptor.
pub fn account_of(uid: u32) -> io::Result<String> {
    let list = match fs::read("/etc/passwd") {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        list => list?,
    };
    Ok(named_in(&String::from_utf8_lossy(&list), uid).unwrap_or_else(|| nameless(uid)))
}

/// Whether somebody may come in under this account: the machine's list names it, or it is one without a name. Where the list cannot be read
/// nobody is doubted.
#[must_use]
pub fn is_known(account: &str) -> bool {
    let number = account.strip_prefix("uid-").and_then(|it| it.parse().ok());
    let nameless = number.is_some_and(|uid: u32| account_of(uid).is_ok_and(|it| it == account));
    let listed = |list: String| list.lines().any(|it| it.split(':').next() == Some(account));
    nameless
        || fs::read("/etc/passwd")
            .map_or(true, |it| listed(String::from_utf8_lossy(&it).into_owned()))
}

fn nameless(uid: u32) -> String {
    format!("uid-{uid}")
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
