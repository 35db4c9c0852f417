//! What is done to the catalogue or to a period as a whole, in a sentence of a person and not of a record: «Редакция 2 опубликована»,
//! «Показатель 1.3 снят», «2025/26: период закрыт».
//!
//! Everything else is told record by record.

use super::Narrator;
use super::bulk::MOST_NAMED;
use crate::domain::catalogue::{Direction, Edition, EditionState, Indicator};
use crate::domain::ids::EditionId;
use crate::domain::lead::is_step;
use crate::domain::period::PeriodDeed;
use crate::domain::record::{Change, Key, Kind, Record};
use crate::locale::{Phrase, args};

/// Whether a store got its municipality for the first time.
fn is_beginning(changes: &[Change]) -> bool {
    let named = |it: &Option<Record>| match it {
        Some(Record::Settings(it)) => !it.municipality.is_empty(),
        _ => false,
    };
    let settings = changes.iter().find(|it| it.key.kind() == Kind::Settings);
    settings.is_some_and(|it| !named(&it.before) && named(&it.after))
}

impl Narrator<'_> {
    /// The sentence of a commit of `total` changes, of which these are the first; `None` where it did something else.
    pub(super) fn deed(&self, changes: &[Change], total: usize) -> Option<String> {
        let edition = changes.iter().find(|it| it.key.kind() == Kind::Edition);
        let step = changes.iter().find(|it| is_step(it));
        match (edition, changes) {
            _ if is_beginning(changes) => Some(self.begun(changes)),
            _ if step.is_some() => self.step_of_period(step?),
            (Some(change), _) => self.deed_of_edition(change, changes, total),
            (None, [first, ..]) if first.key.kind() == Kind::Collection => {
                self.collecting(changes, total)
            }
            (None, [first, ..]) if first.key.kind() == Kind::Confirmation => {
                self.confirming(first, total)
            }
            _ if total == changes.len() => {
                (self.retired(changes)).or_else(|| self.arrangement(changes))
            }
            _ => None,
        }
    }

    /// «Хранилище начато: Энск, 2026/27».
    fn begun(&self, changes: &[Change]) -> String {
        let named = changes.iter().find_map(|it| match &it.after {
            Some(Record::Settings(it)) => Some(it.municipality.clone()),
            _ => None,
        });
        let period = changes.iter().find_map(|it| match &it.after {
            Some(Record::Period(it)) => Some(it.name.clone()),
            _ => None,
        });
        // The period of the founding may have been taken as it was.
        let there = || self.names.periods.values().next().map(|it| it.name.clone());
        let (municipality, period) = (
            named.unwrap_or_default(),
            period.or_else(there).unwrap_or_default(),
        );
        self.with(Phrase::DeedBegun, &args![municipality, period])
    }

    /// What was done with a period last: «2025/26: период закрыт».
    fn step_of_period(&self, it: &Change) -> Option<String> {
        let (Some(Record::Period(old)), Some(Record::Period(new))) = (&it.before, &it.after) else {
            return None;
        };
        let event = new
            .events
            .last()
            .filter(|_| new.events.len() > old.events.len())?;
        let edition = self.short_edition(new.edition);
        let period = new.name.as_str();
        let phrase = match event.deed {
            PeriodDeed::Opened => Phrase::DeedPeriodOpened,
            PeriodDeed::Reviewed => Phrase::DeedPeriodReviewed,
            PeriodDeed::Closed => Phrase::DeedPeriodClosed,
            PeriodDeed::Reopened => Phrase::DeedPeriodReopened,
            PeriodDeed::Moved { .. } => {
                return Some(self.with(Phrase::DeedPeriodMoved, &args![period, edition]));
            }
            PeriodDeed::Rescored { .. } => {
                return Some(self.with(Phrase::DeedPeriodRescored, &args![period, edition]));
            }
        };
        Some(self.with(phrase, &args![period]))
    }

    /// One indicator, or a direction with all that are in it.
    fn retired(&self, changes: &[Change]) -> Option<String> {
        let direction = changes.iter().find(|it| it.key.kind() == Kind::Direction);
        match (direction, changes) {
            (None, [only]) => self.retirement(only),
            (Some(direction), all) => (all.iter().all(|it| self.retirement(it).is_some()))
                .then(|| self.retirement(direction))?,
            _ => None,
        }
    }

    fn deed_of_edition(&self, it: &Change, all: &[Change], total: usize) -> Option<String> {
        let body = |record: &Option<Record>| match record {
            Some(Record::Edition(it)) => Some(it.clone()),
            _ => None,
        };
        Some(match (body(&it.before), body(&it.after)) {
            (None, Some(new)) => match new.based_on.and_then(|it| self.edition_number(it)) {
                Some(base) => {
                    self.with(Phrase::DeedEditionCopied, &args![number = new.number, base])
                }
                None => self.with(Phrase::DeedEditionAdded, &args![number = new.number]),
            },
            (Some(old), None) => self.with(Phrase::DeedEditionDropped, &args![number = old.number]),
            (Some(old), Some(new)) if old.state != new.state => match new.state {
                EditionState::Published => self.published(&new, all),
                EditionState::Draft => self.a_draft_again(&new, total),
            },
            _ => return None,
        })
    }

    fn published(&self, it: &Edition, all: &[Change]) -> String {
        let said = self.with(Phrase::DeedPublished, &args![number = it.number]);
        let periods: Vec<String> = (all.iter())
            .filter_map(|it| match it.key {
                Key::Period(id) => Some(self.period(id)),
                _ => None,
            })
            .collect();
        let names = periods.iter().take(MOST_NAMED).cloned();
        let names = names.collect::<Vec<_>>().join(", ");
        match periods.len() {
            0 => said,
            n if n > MOST_NAMED => {
                let n = n - MOST_NAMED;
                let names = self.with(Phrase::NamesAndMore, &args![names, n]);
                self.with(Phrase::DeedPublishedFor, &args![said, names])
            }
            _ => self.with(Phrase::DeedPublishedFor, &args![said, names]),
        }
    }

    fn a_draft_again(&self, it: &Edition, total: usize) -> String {
        let said = self.with(Phrase::DeedDraftAgain, &args![number = it.number]);
        match total.saturating_sub(1) {
            0 => said,
            n => self.with(Phrase::DeedWithMore, &args![said, n]),
        }
    }

    /// An indicator or a direction that is no longer collected, or is again.
    fn retirement(&self, it: &Change) -> Option<String> {
        let (edition, code, retired, direction) = match (&it.key, &it.before, &it.after) {
            (
                Key::Indicator(edition, _),
                Some(Record::Indicator(old)),
                Some(Record::Indicator(new)),
            ) => {
                let same = Indicator {
                    retired: new.retired,
                    ..old.clone()
                };
                if old.retired == new.retired || same != *new {
                    return None;
                }
                (*edition, &new.code, new.retired, false)
            }
            (
                Key::Direction(edition, _),
                Some(Record::Direction(old)),
                Some(Record::Direction(new)),
            ) => {
                let same = Direction {
                    retired: new.retired,
                    ..old.clone()
                };
                if old.retired == new.retired || same != *new {
                    return None;
                }
                (*edition, &new.code, new.retired, true)
            }
            _ => return None,
        };
        let phrase = match (direction, retired) {
            (false, true) => Phrase::DeedIndicatorRetired,
            (false, false) => Phrase::DeedIndicatorRevived,
            (true, true) => Phrase::DeedDirectionRetired,
            (true, false) => Phrase::DeedDirectionRevived,
        };
        let edition = self.short_edition(edition);
        Some(self.with(phrase, &args![code = code.as_str(), edition]))
    }

    /// Records of an edition of which nothing but the order is another.
    fn arrangement(&self, changes: &[Change]) -> Option<String> {
        let placed = |it: &Change| match (it.key, &it.before, &it.after) {
            (Key::Indicator(id, _), Some(Record::Indicator(old)), Some(Record::Indicator(new))) => {
                let same = Indicator {
                    order: new.order,
                    ..old.clone()
                };
                (same == *new && old != new).then_some((id, Phrase::DeedIndicatorsArranged))
            }
            (Key::Direction(id, _), Some(Record::Direction(old)), Some(Record::Direction(new))) => {
                let same = Direction {
                    order: new.order,
                    ..old.clone()
                };
                (same == *new && old != new).then_some((id, Phrase::DeedDirectionsArranged))
            }
            _ => None,
        };
        let (edition, phrase) = placed(changes.first()?)?;
        let all = changes
            .iter()
            .all(|it| placed(it) == Some((edition, phrase)));
        all.then(|| self.with(phrase, &args![edition = self.short_edition(edition)]))
    }

    fn short_edition(&self, id: EditionId) -> String {
        let number = self.edition_number(id).unwrap_or_default();
        self.with(Phrase::EditionShort, &args![number])
    }
}
