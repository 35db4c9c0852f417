//! What the store's errors say: which file, what is the matter, what to do. The store itself has no phrases.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::{Args, Locale, Phrase, Told, Word, args};
use crate::store::error::{AppendError, Damage, Fault, StoreError};

impl Locale {
    /// Why a store cannot be opened or read.
    pub fn store_error(&self, error: &StoreError) -> Told {
        match error {
            StoreError::Io { path, source } => {
                let args = args![path = shown(path), reason = self.io_error(source)];
                self.store_told(Phrase::StoreIo, &args, Phrase::StoreIoNext)
            }
            StoreError::NoAccess { path } => self.store_told(
                Phrase::StoreNoAccess,
                &args![path = shown(path)],
                Phrase::StoreNoAccessNext,
            ),
            StoreError::Locked {
                path: _,
                pid: Some(pid),
                account: Some(account),
            } => self.store_told(
                Phrase::StoreHeld,
                &args![pid = pid.to_string(), account],
                Phrase::StoreHeldNext,
            ),
            StoreError::Locked { .. } => {
                self.told(Phrase::StoreHeldBySomebody, Phrase::StoreHeldNext)
            }
            StoreError::Newer {
                path: _,
                found,
                known,
            } => self.store_told(
                Phrase::StoreNewer,
                &args![found = *found, known = *known],
                Phrase::StoreNewerNext,
            ),
            StoreError::Absent { path } => self.store_told(
                Phrase::StoreAbsent,
                &args![path = shown(path)],
                Phrase::StoreAbsentNext,
            ),
            StoreError::Missing { path } => self.store_told(
                Phrase::StoreMissing,
                &args![path = shown(path)],
                Phrase::StoreMissingNext,
            ),
            StoreError::Foreign { path } => self.store_told(
                Phrase::StoreForeign,
                &args![path = shown(path)],
                Phrase::StoreForeignNext,
            ),
            StoreError::Damaged(damage) => self.damage(damage),
            StoreError::Unreadable { what, why } => self.store_told(
                Phrase::StoreUnreadable,
                &args![what, reason = why],
                Phrase::StoreUnreadableNext,
            ),
            StoreError::State { path, why } => self.store_told(
                Phrase::StoreState,
                &args![path = shown(path), reason = why],
                Phrase::StoreStateNext,
            ),
        }
    }

    /// Where the journal is damaged.
    pub fn damage(&self, damage: &Damage) -> Told {
        let Damage {
            path,
            offset,
            fault,
            first,
            last,
        } = damage;
        // Numbers of entries and bytes are names, not quantities: no spaces between their digits.
        let (path, offset, first) = (shown(path), offset.to_string(), first.to_string());
        let fault = self.word(fault);
        match last {
            Some(last) => {
                let args = args![first, last = last.to_string(), path, offset, fault];
                self.store_told(Phrase::StoreDamagedRange, &args, Phrase::StoreDamagedNext)
            }
            None => self.store_told(
                Phrase::StoreDamaged,
                &args![first, path, offset, fault],
                Phrase::StoreDamagedNext,
            ),
        }
    }

    /// Why a change is not in the journal.
    pub fn append_error(&self, error: &AppendError) -> Told {
        match error {
            AppendError::Refused(StoreError::Io { source, .. }) if is_full(source) => {
                self.told(Phrase::TroubleFull, Phrase::TroubleFullNext)
            }
            AppendError::Refused(StoreError::NoAccess { .. }) => {
                self.told(Phrase::TroubleReadOnly, Phrase::TroubleReadOnlyNext)
            }
            AppendError::Refused(_) => self.told(Phrase::TroubleFailed, Phrase::TroubleFailedNext),
            AppendError::Unknown(_) => self.told(Phrase::AnswerUnknown, Phrase::AnswerUnknownNext),
            AppendError::Closed => self.told(Phrase::StoreClosed, Phrase::StoreClosedNext),
            AppendError::TooLong { key: _, limit } => self.store_told(
                Phrase::StoreTooLong,
                &args![limit = *limit / 1024],
                Phrase::StoreTooLongNext,
            ),
            AppendError::Limits(what) => self.store_told(
                Phrase::StoreLimits,
                &args![reason = *what],
                Phrase::StoreLimitsNext,
            ),
        }
    }

    /// The last entry of the journal was cut short; its bytes are kept.
    pub fn torn(&self, bytes: u64, kept: &Path) -> Told {
        self.store_told(
            Phrase::StoreTorn,
            &args![bytes, path = shown(kept)],
            Phrase::StoreTornNext,
        )
    }

    /// What the system said, in a few words; a rare error by its number.
    pub fn io_error(&self, error: &io::Error) -> String {
        match error.kind() {
            ErrorKind::NotFound => self.say(Phrase::IoNotFound),
            ErrorKind::PermissionDenied => self.say(Phrase::IoDenied),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => self.say(Phrase::IoFull),
            ErrorKind::ReadOnlyFilesystem => self.say(Phrase::IoReadOnly),
            ErrorKind::FileTooLarge => self.say(Phrase::IoTooLarge),
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => self.say(Phrase::IoBusy),
            _ => {
                let code = error
                    .raw_os_error()
                    .map_or_else(|| error.to_string(), |code| code.to_string());
                self.say_with(Phrase::IoOther, &args![code])
            }
        }
    }

    fn store_told(&self, fact: Phrase, args: &Args<'_>, next: Phrase) -> Told {
        Told {
            fact: self.say_with(fact, args),
            next: self.say(next),
        }
    }
}

impl Word for Fault {
    fn phrase(&self) -> Phrase {
        match self {
            Fault::Short => Phrase::FaultShort,
            Fault::Magic => Phrase::FaultMagic,
            Fault::Length => Phrase::FaultLength,
            Fault::Checksum => Phrase::FaultChecksum,
            Fault::Chain => Phrase::FaultChain,
            Fault::Contents => Phrase::FaultContents,
            Fault::Parts => Phrase::FaultParts,
            Fault::Segment => Phrase::FaultSegment,
            Fault::Lost => Phrase::FaultLost,
        }
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded
    )
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
