//! What a process that holds names owes to the people who bear them: nothing of its memory reaches a disk when it dies, no other
//! process of the account may look into it, and no file that it makes can be read by anybody else.
//!
//! Knows nothing of what the names are.

use rustix::fs::Mode;
use rustix::process::{
    DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit, umask,
};

/// To be called before anything else: before a file is made or a name read. What the system refuses keeps nobody from working.
pub fn begin() {
    // Both: a limit of nothing does not stop a program that the system hands cores to, and a process that is not to be dumped may
    // become one again by starting another program.
    let nothing = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let limited = setrlimit(Resource::Core, nothing);
    let undumpable = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    // sled makes its files as the mask lets it.
    umask(Mode::RWXG | Mode::RWXO);
    if let Err(error) = limited.and(undumpable) {
        tracing::warn!(%error, "a core may be dumped");
    }
}
