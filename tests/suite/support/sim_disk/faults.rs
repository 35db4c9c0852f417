//! Faults that strike calls of one kind, once, for a while or until the disk is mended.

use std::io;

use super::{Call, SimDisk, eio};

/// What a call that is struck says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// ENOSPC.
    Full,
    /// EIO.
    Broken,
}

/// A fault of calls of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub on: Call,
    pub says: Says,
    /// So many such calls pass before it.
    pub after: u64,
    /// So many such calls are struck.
    pub times: u64,
}

impl Fault {
    /// Any fault of those that a disk can have.
    pub fn any(rng: &mut fastrand::Rng) -> Fault {
        let (on, says) = [
            (Call::Write, Says::Full),
            (Call::Reserve, Says::Full),
            (Call::Sync, Says::Full),
            (Call::Write, Says::Broken),
            (Call::Sync, Says::Broken),
            (Call::Other, Says::Broken),
        ][rng.usize(0..6)];
        Fault {
            on,
            says,
            after: rng.u64(0..6),
            times: [1, rng.u64(2..6), u64::MAX][rng.usize(0..3)],
        }
    }

    /// Whether it strikes a call of this kind, which is counted.
    pub(super) fn strikes(&mut self, call: Call) -> Option<io::Error> {
        if call != self.on || self.times == 0 {
            return None;
        }
        if self.after > 0 {
            self.after -= 1;
            return None;
        }
        self.times -= 1;
        Some(match self.says {
            Says::Full => io::ErrorKind::StorageFull.into(),
            Says::Broken => eio(),
        })
    }
}

impl SimDisk {
    /// From now on there is this fault, besides those that are there.
    pub fn fail(&self, fault: Fault) {
        self.sim().faults.push(fault);
    }

    /// Takes all faults out, and makes room.
    pub fn mend(&self) {
        let mut sim = self.sim();
        sim.faults.clear();
        sim.trouble = None;
        sim.is_full = false;
    }

    /// From now on room can be had ahead of a file, as most file systems let one.
    pub fn can_reserve(&self) {
        self.sim().can_reserve = true;
    }
}
