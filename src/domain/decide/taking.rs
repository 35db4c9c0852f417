//! A whole catalogue from a file going into an edition: which records it makes, changes, retires and removes.
//!
//! Ids that the store knows mean what they mean; all others stand for something new and are handed out here, so that a file may name what
//! it brings. Must not know where the catalogue comes from.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::{BaseQuantity, Direction, Edition, EditionState, Indicator};
use crate::domain::command::CatalogueDraft;
use crate::domain::ids::{BaseQuantityId, DirectionId, EditionId, IndicatorId};
use crate::domain::people::Role;
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rule::{Rule, RuleKind};
use crate::domain::state::State;

use super::base_quantities::titles_differ;
use super::editions::{bases_exist, create, draft, number_is_free, rests_on, sound_rule};
use super::sheet::Sheet;
use super::sound::sound;
use super::texts::{MOST_ITEMS, at_most};

/// Writes a whole catalogue: into a new working edition, or over one that there is. What that has and the draft has not is retired where
/// other editions know it, and removed otherwise.
pub(super) fn take(sheet: &mut Sheet, draft_of: &CatalogueDraft) -> Result<(), Refusal> {
    let CatalogueDraft { into, edition, .. } = draft_of;
    sheet.rights().need_one(Role::Administrator)?;
    bounded(draft_of)?;
    let act = rests_on(sheet, edition, draft_of.act.as_ref())?;
    let id = match into {
        Some((id, seen)) => {
            let present = draft(sheet, *id)?;
            sheet.check_whole(*id, *seen)?;
            number_is_free(sheet, Some(*id), edition.number)?;
            let record = Record::Edition(Edition {
                act,
                state: present.state,
                based_on: present.based_on,
                ..edition.clone()
            });
            sound(&record)?;
            sheet.put(Key::Edition(*id), record);
            *id
        }
        None => create(
            sheet,
            Edition {
                act,
                state: EditionState::Draft,
                ..edition.clone()
            },
        )?,
    };
    Taking::new(sheet.state, id, draft_of).write(sheet)
}

/// Refuses a catalogue with more in it than any has.
pub(super) fn bounded(draft: &CatalogueDraft) -> Result<(), Refusal> {
    at_most(Field::Directions, MOST_ITEMS, draft.directions.len())?;
    at_most(Field::Indicators, MOST_ITEMS, draft.indicators.len())?;
    at_most(Field::Text, RuleKind::ALL.len(), draft.rules.len())?;
    at_most(Field::BaseQuantities, MOST_ITEMS, draft.bases.len())
}

/// What is taken in.
pub(super) struct Taking<'a> {
    state: &'a State,
    edition: EditionId,
    directions: &'a [(DirectionId, Direction)],
    bases: &'a [(BaseQuantityId, BaseQuantity)],
    indicators: &'a [(IndicatorId, Indicator)],
    rules: &'a [(RuleKind, Rule)],
}

impl<'a> Taking<'a> {
    pub(super) fn new(
        state: &'a State,
        edition: EditionId,
        draft: &'a CatalogueDraft,
    ) -> Taking<'a> {
        Taking {
            state,
            edition,
            directions: &draft.directions,
            bases: &draft.bases,
            indicators: &draft.indicators,
            rules: &draft.rules,
        }
    }

    /// Writes everything down.
    pub(super) fn write(&self, sheet: &mut Sheet) -> Result<(), Refusal> {
        let bases = self.write_bases(sheet)?;
        let directions = self.write_directions(sheet)?;
        self.write_indicators(sheet, &directions, &bases)?;
        self.write_rules(sheet)
    }

    /// What the catalogue says of rules; of those that it does not name the usual holds again.
    fn write_rules(&self, sheet: &mut Sheet) -> Result<(), Refusal> {
        let mut named = BTreeSet::new();
        for (kind, it) in self.rules {
            let record = Record::Rule(it.clone());
            sound_rule(self.edition, *kind, it)?;
            sound(&record)?;
            sheet.put(Key::Rule(self.edition, *kind), record);
            named.insert(*kind);
        }
        for (kind, _) in self.state.rules_of(self.edition) {
            if !named.contains(&kind) {
                sheet.remove(Key::Rule(self.edition, kind));
                sheet.touch(Key::Edition(self.edition));
            }
        }
        Ok(())
    }

    fn write_bases(
        &self,
        sheet: &mut Sheet,
    ) -> Result<BTreeMap<BaseQuantityId, BaseQuantityId>, Refusal> {
        let mut ids = BTreeMap::new();
        for (id, it) in self.bases {
            // A quantity of the store keeps its words: other editions and numbers rest on it.
            if self.state.base_quantities.contains_key(id) {
                ids.insert(*id, *id);
                continue;
            }
            let record = Record::BaseQuantity(it.clone());
            sound(&record)?;
            let new = sheet.create(
                Kind::BaseQuantity,
                BaseQuantityId,
                Key::BaseQuantity,
                record,
            )?;
            ids.insert(*id, new);
        }
        titles_differ(sheet)?;
        Ok(ids)
    }

    fn write_directions(
        &self,
        sheet: &mut Sheet,
    ) -> Result<BTreeMap<DirectionId, DirectionId>, Refusal> {
        let known: BTreeSet<DirectionId> = self.state.directions.keys().map(|it| it.1).collect();
        let mut ids = BTreeMap::new();
        for (order, (id, it)) in (1..).zip(self.directions) {
            let record = Record::Direction(Direction {
                order,
                ..it.clone()
            });
            sound(&record)?;
            let key = |id| Key::Direction(self.edition, id);
            let own = match known.contains(id) {
                true => {
                    sheet.put(key(*id), record);
                    *id
                }
                false => sheet.create(Kind::Direction, DirectionId, key, record)?,
            };
            ids.insert(*id, own);
        }
        let kept: BTreeSet<DirectionId> = ids.values().copied().collect();
        for (id, it) in self.state.directions_of(self.edition) {
            if kept.contains(&id) {
                continue;
            }
            let key = Key::Direction(self.edition, id);
            let elsewhere =
                |other: &(EditionId, DirectionId)| other.1 == id && other.0 != self.edition;
            match self.state.directions.keys().any(elsewhere) {
                true => {
                    let retired = Direction {
                        retired: true,
                        ..it.body.clone()
                    };
                    sheet.put(key, Record::Direction(retired));
                }
                false => {
                    sheet.remove(key);
                    sheet.touch(Key::Edition(self.edition));
                }
            }
        }
        Ok(ids)
    }

    fn write_indicators(
        &self,
        sheet: &mut Sheet,
        directions: &BTreeMap<DirectionId, DirectionId>,
        bases: &BTreeMap<BaseQuantityId, BaseQuantityId>,
    ) -> Result<(), Refusal> {
        let known: BTreeSet<IndicatorId> = self.state.indicators.keys().map(|it| it.1).collect();
        // Numbers first: a change may be computed from an indicator that stands further down.
        let mut ids = BTreeMap::new();
        let mut next = self.state.next_id(Kind::Indicator);
        for (id, _) in self.indicators {
            let own = match known.contains(id) {
                true => *id,
                false => {
                    next = next.saturating_add(1);
                    IndicatorId(next - 1)
                }
            };
            ids.insert(*id, own);
        }
        let taken: BTreeSet<IndicatorId> = ids.values().copied().collect();
        let mut places: BTreeMap<DirectionId, u32> = BTreeMap::new();
        for (id, it) in self.indicators {
            let missing = |key| Refusal::Missing { key };
            let direction = directions.get(&it.direction);
            let direction = direction
                .copied()
                .ok_or_else(|| missing(Key::Direction(self.edition, it.direction)))?;
            let place = places.entry(direction).or_insert(0);
            *place += 1;
            let mut own = Indicator {
                direction,
                order: *place,
                ..it.clone()
            };
            own.measure.rename(
                |it| ids.get(&it).copied().unwrap_or(it),
                |it| bases.get(&it).copied().unwrap_or(it),
            );
            bases_exist(sheet, &own)?;
            if let Some(input) = own.measure.computed_from()
                && !taken.contains(&input)
            {
                return Err(missing(Key::Indicator(self.edition, input)));
            }
            let record = Record::Indicator(own);
            sound(&record)?;
            let key = |id| Key::Indicator(self.edition, id);
            match known.contains(id) {
                true => sheet.put(key(*id), record),
                false => {
                    sheet.create(Kind::Indicator, IndicatorId, key, record)?;
                }
            }
        }
        for (id, it) in self.state.indicators_of(self.edition) {
            if taken.contains(&id) {
                continue;
            }
            let key = Key::Indicator(self.edition, id);
            let elsewhere =
                |other: &(EditionId, IndicatorId)| other.1 == id && other.0 != self.edition;
            match self.state.indicators.keys().any(elsewhere) {
                true => {
                    let retired = Indicator {
                        retired: true,
                        ..it.body.clone()
                    };
                    sheet.put(key, Record::Indicator(retired));
                }
                false => {
                    sheet.remove(key);
                    sheet.touch(Key::Edition(self.edition));
                }
            }
        }
        Ok(())
    }
}
