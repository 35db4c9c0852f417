//! What the store's errors say: which file, what is the matter, what to do.
//!
//! Here, where both may be named: the store has no phrases, and the voice knows no store.

use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::holder::Served;
use crate::domain::ids::Timestamp;
use crate::locale::{Args, Locale, Phrase, Told, Word, args, format};
use crate::service::identity::account_of;
use crate::store::error::{AppendError, Damage, Fault, StoreError};

/// A voice that can speak of the store's errors.
pub trait StoreWords {
    /// Why a store cannot be opened or read; times of day at this offset from UTC.
    fn store_error(&self, error: &StoreError, offset: FixedOffset) -> Told;

    /// A server has the store: which one, and how it is stopped. `None` where the error is another.
    fn served(&self, error: &StoreError, by: &Served, offset: FixedOffset) -> Option<Told>;

    /// Where the journal is damaged.
    fn damage(&self, damage: &Damage) -> Told;

    /// Why a change is not in the journal.
    fn append_error(&self, error: &AppendError) -> Told;

    /// The last entry of the journal was cut short; its bytes are kept.
    fn torn(&self, bytes: u64, kept: &Path) -> Told;
}

impl StoreWords for Locale {
    fn store_error(&self, error: &StoreError, offset: FixedOffset) -> Told {
        match error {
            StoreError::Io { path, .. } if error.is_full() => store_told(
                self,
                Phrase::StoreFull,
                &args![path = shown(path)],
                Phrase::StoreFullNext,
            ),
            StoreError::Io { path, source } => {
                let args = args![path = shown(path), reason = self.io_error(source)];
                store_told(self, Phrase::StoreIo, &args, Phrase::StoreIoNext)
            }
            StoreError::NoAccess { path } => store_told(
                self,
                Phrase::StoreNoAccess,
                &args![path = shown(path)],
                Phrase::StoreNoAccessNext,
            ),
            StoreError::Network { path, system } => store_told(
                self,
                Phrase::StoreNetwork,
                &args![path = shown(path), system = system.as_str()],
                Phrase::StoreNetworkNext,
            ),
            StoreError::Exposed { path } => store_told(
                self,
                Phrase::StoreExposed,
                &args![path = shown(path)],
                Phrase::StoreExposedNext,
            ),
            StoreError::Owned { path, owner } => {
                let account = account_of(*owner).unwrap_or_else(|_| format!("#{owner}"));
                let fact = self.say_with(
                    Phrase::StoreOwned,
                    &args![path = shown(path), account = account.as_str()],
                );
                let next = self.say_with(Phrase::StoreOwnedNext, &args![account]);
                Told { fact, next }
            }
            StoreError::Locked {
                path: _,
                pid: Some(pid),
                account: Some(account),
                since,
            } => {
                let phrases = [Phrase::StoreHeld, Phrase::StoreHeldSince];
                let next = self.say_with(Phrase::StoreHeldNext, &args![pid = pid.to_string()]);
                let fact = held(self, phrases, *pid, account, *since, offset);
                Told { fact, next }
            }
            StoreError::Locked { .. } => {
                self.told(Phrase::StoreHeldBySomebody, Phrase::StoreHeldBySomebodyNext)
            }
            StoreError::Newer {
                path: _,
                found,
                known,
            } => store_told(
                self,
                Phrase::StoreNewer,
                &args![found = *found, known = *known],
                Phrase::StoreNewerNext,
            ),
            StoreError::Absent { path } => store_told(
                self,
                Phrase::StoreAbsent,
                &args![path = shown(path)],
                Phrase::StoreAbsentNext,
            ),
            StoreError::Missing { path } => store_told(
                self,
                Phrase::StoreMissing,
                &args![path = shown(path)],
                Phrase::StoreMissingNext,
            ),
            StoreError::Foreign { path } => store_told(
                self,
                Phrase::StoreForeign,
                &args![path = shown(path)],
                Phrase::StoreForeignNext,
            ),
            StoreError::Damaged(damage) => self.damage(damage),
            StoreError::Unreadable { what, why } => store_told(
                self,
                Phrase::StoreUnreadable,
                &args![what, reason = why],
                Phrase::StoreUnreadableNext,
            ),
            StoreError::State { path, why } => store_told(
                self,
                Phrase::StoreState,
                &args![path = shown(path), reason = why],
                Phrase::StoreStateNext,
            ),
        }
    }

    fn served(&self, error: &StoreError, by: &Served, offset: FixedOffset) -> Option<Told> {
        let StoreError::Locked {
            path: _,
            pid: Some(pid),
            account: Some(account),
            since,
        } = error
        else {
            return None;
        };
        let phrases = [Phrase::StoreServed, Phrase::StoreServedSince];
        let next = match &by.unit {
            Some(unit) => self.say_with(Phrase::StoreServedUnitNext, &args![unit]),
            None => self.say_with(Phrase::StoreServedNext, &args![pid = pid.to_string()]),
        };
        let fact = held(self, phrases, *pid, account, *since, offset);
        Some(Told { fact, next })
    }

    fn damage(&self, damage: &Damage) -> Told {
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
                store_told(
                    self,
                    Phrase::StoreDamagedRange,
                    &args,
                    Phrase::StoreDamagedNext,
                )
            }
            None => store_told(
                self,
                Phrase::StoreDamaged,
                &args![first, path, offset, fault],
                Phrase::StoreDamagedNext,
            ),
        }
    }

    fn append_error(&self, error: &AppendError) -> Told {
        match error {
            AppendError::Refused(error) if error.is_full() => {
                self.told(Phrase::TroubleFull, Phrase::TroubleFullNext)
            }
            AppendError::Refused(StoreError::NoAccess { .. }) => {
                self.told(Phrase::TroubleReadOnly, Phrase::TroubleReadOnlyNext)
            }
            AppendError::Refused(_) => self.told(Phrase::TroubleFailed, Phrase::TroubleFailedNext),
            AppendError::Unknown(_) => self.told(Phrase::AnswerUnknown, Phrase::AnswerUnknownNext),
            AppendError::Closed => self.told(Phrase::StoreClosed, Phrase::StoreClosedNext),
            AppendError::TooLong { key: _, limit } => store_told(
                self,
                Phrase::StoreTooLong,
                &args![limit = *limit / 1024],
                Phrase::StoreTooLongNext,
            ),
            AppendError::Limits(what) => store_told(
                self,
                Phrase::StoreLimits,
                &args![reason = *what],
                Phrase::StoreLimitsNext,
            ),
        }
    }

    fn torn(&self, bytes: u64, kept: &Path) -> Told {
        store_told(
            self,
            Phrase::StoreTorn,
            &args![bytes, path = shown(kept)],
            Phrase::StoreTornNext,
        )
    }
}

/// Who has the store, as far as that is known, and what to do about it.
/// Who has the store, in the first of these phrases; in the second one where it is known since when.
fn held(
    locale: &Locale,
    [plain, dated]: [Phrase; 2],
    pid: u32,
    account: &str,
    since: Option<Timestamp>,
    offset: FixedOffset,
) -> String {
    // The number of a process is a name, not a quantity: no spaces between its digits.
    let pid = pid.to_string();
    let since = since.and_then(|it| DateTime::from_timestamp_millis(it.0));
    match since.map(|it| format::date_time(it, offset)) {
        Some(since) => locale.say_with(dated, &args![pid, account, since]),
        None => locale.say_with(plain, &args![pid, account]),
    }
}

fn store_told(locale: &Locale, fact: Phrase, args: &Args<'_>, next: Phrase) -> Told {
    Told {
        fact: locale.say_with(fact, args),
        next: locale.say(next),
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

fn shown(path: &Path) -> String {
    path.display().to_string()
}
