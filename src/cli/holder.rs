//! Who holds a store that is found held: a window, or a server that somebody has to stop. The lock names the process; what that is, the
//! system tells.

use std::fs;

/// A server that holds a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// The unit of systemd under which it runs: `smotr.service`.
    pub unit: Option<String>,
}

/// Whether a process is a server; `None` if it is none, or cannot be told.
#[must_use]
pub fn served(pid: u32) -> Option<Served> {
    let said = fs::read(format!("/proc/{pid}/cmdline")).ok()?;
    let mut arguments = said.split(|it| *it == 0).skip(1);
    arguments.any(|it| it == b"serve").then(|| {
        let groups = fs::read_to_string(format!("/proc/{pid}/cgroup"));
        Served {
            unit: groups.ok().and_then(|it| unit_of(&it)),
        }
    })
}

/// The unit in what the system says of the groups of a process: `0::/system.slice/smotr.service`. Units of somebody's session are no
/// services that an administrator stops.
#[must_use]
pub fn unit_of(groups: &str) -> Option<String> {
    let mut paths = groups.lines().filter(|it| it.contains("/system.slice/"));
    paths.find_map(|it| {
        let last = it.rsplit('/').next()?;
        last.ends_with(".service").then(|| last.to_owned())
    })
}
