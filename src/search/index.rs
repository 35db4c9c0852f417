//! The index: entries, kept in order, and the search for the best of them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::dictionary::{Code, Dictionary, NO_MATCH, Place, tier_of};
use super::query::Query;
use super::score::{Scorer, places_of};
use super::words::words;
use crate::domain::text::{CollationKey, collation_key, fold};

/// Most entries of one rank that are scored; beyond it they keep their alphabetical order.
const MOST_SCORED: usize = 1_000;
/// More than the greatest sum of codes: twelve words of a query with codes below 16.
const RANKS_OF_A_TIER: usize = 256;
/// Most characters of a field that are indexed; the rest of a long text is found by opening it.
const MOST_CHARS: usize = 600;

/// What kind of thing an entry is. The order is that of hits which are equally good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Организация.
    Organisation,
    /// Лицо.
    Person,
    /// Показатель.
    Indicator,
    /// Направление.
    Direction,
    /// Документ.
    Document,
    /// Управленческое решение.
    Decision,
    /// Адресная рекомендация.
    Recommendation,
    /// Цель.
    Goal,
    /// Запись анализа.
    Note,
    /// Мера.
    Activity,
    /// Анализ эффективности.
    Review,
    /// Возражение.
    Objection,
    /// Раздел оценки.
    Section,
    /// Позиция оценивания.
    Requirement,
    /// Команда of the interface.
    Command,
}

/// Something with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<Id> {
    /// Who it is; opaque to the index.
    pub id: Id,
    /// What kind of thing it is.
    pub group: Group,
    /// Its name, as shown in the list of hits. Clean text.
    pub primary: String,
    /// What else it is found by, shown beside the name; may be empty.
    pub secondary: String,
    /// Place among its group before the alphabet decides: lower comes first. 0 where the alphabet is enough.
    pub order: i64,
}

impl<Id> Entry<Id> {
    /// The same entry in an index whose ids are wider.
    #[must_use]
    pub fn under<Wider>(self, id: impl FnOnce(Id) -> Wider) -> Entry<Wider> {
        Entry {
            id: id(self.id),
            group: self.group,
            primary: self.primary,
            secondary: self.secondary,
            order: self.order,
        }
    }
}

/// What a search has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<Id> {
    /// The best hits, the best first.
    pub hits: Vec<Id>,
    /// How many entries match in all.
    pub total: usize,
}

#[derive(Debug, Clone)]
struct Slot<Id> {
    entry: Entry<Id>,
    /// The name folded, for scoring.
    folded: String,
    /// Numbers of its words in the dictionary.
    words: Vec<usize>,
}

/// Everything that can be found, by its words. `Id` is the domain's key, or an enum of it and a command.
#[derive(Debug, Clone)]
pub struct Index<Id> {
    slots: Vec<Option<Slot<Id>>>,
    free: Vec<u32>,
    by_id: BTreeMap<Id, u32>,
    /// Slots in the order of groups and the alphabet.
    order: Vec<u32>,
    dictionary: Dictionary,
}

impl<Id> Default for Index<Id> {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            free: Vec::new(),
            by_id: BTreeMap::new(),
            order: Vec::new(),
            dictionary: Dictionary::default(),
        }
    }
}

/// Where an entry stands among all.
type Standing<Id> = (Group, i64, CollationKey, Id);

/// An index that is built a part at a time. It finds nothing until it is finished.
#[derive(Debug, Clone)]
pub struct Builder<Id> {
    index: Index<Id>,
    order: BTreeMap<Standing<Id>, u32>,
}

impl<Id> Default for Builder<Id> {
    fn default() -> Self {
        Self {
            index: Index::default(),
            order: BTreeMap::new(),
        }
    }
}

impl<Id: Ord + Clone> Builder<Id> {
    /// Takes an entry in, or in the place of the one with its id.
    pub fn put(&mut self, entry: Entry<Id>) {
        self.remove(&entry.id);
        let slot = self.index.put_in(entry);
        if let Some(place) = self.index.slot(slot).map(Slot::place) {
            self.order.insert(place, slot);
        }
    }

    /// Forgets an entry.
    pub fn remove(&mut self, id: &Id) {
        let slot = self.index.by_id.get(id).and_then(|it| self.index.slot(*it));
        if let Some(place) = slot.map(Slot::place) {
            self.order.remove(&place);
            self.index.take_out(id);
        }
    }

    /// The index of all that was put in.
    #[must_use]
    pub fn finish(mut self) -> Index<Id> {
        self.index.order = self.order.into_values().collect();
        self.index
    }
}

impl<Id: Ord + Clone> Index<Id> {
    /// An index of all these entries. Of two with one id the later counts.
    #[must_use]
    pub fn build(entries: impl IntoIterator<Item = Entry<Id>>) -> Self {
        let mut builder = Builder::default();
        entries.into_iter().for_each(|it| builder.put(it));
        builder.finish()
    }

    /// Takes an entry in, or in the place of the one with its id.
    pub fn update(&mut self, entry: Entry<Id>) {
        self.remove(&entry.id);
        let slot = self.put_in(entry);
        let place = self.slot(slot).map(Slot::place);
        let at = self
            .order
            .partition_point(|other| self.slot(*other).map(Slot::place) < place);
        self.order.insert(at, slot);
    }

    /// Forgets an entry. Answers whether there was one.
    pub fn remove(&mut self, id: &Id) -> bool {
        let Some(slot) = self.take_out(id) else {
            return false;
        };
        self.order.retain(|other| *other != slot);
        true
    }

    /// The entry with this id.
    #[must_use]
    pub fn get(&self, id: &Id) -> Option<&Entry<Id>> {
        self.slot(*self.by_id.get(id)?).map(|slot| &slot.entry)
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there is nothing to be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The best `limit` entries in which every word of the query is found. An empty query finds nothing.
    #[must_use]
    pub fn find(&self, query: &Query, limit: usize) -> Found<Id> {
        let ranks = self.ranks(query);
        let total = ranks.iter().map(|rank| rank.total).sum();
        let scorer = Scorer::new(query);
        let mut hits = Vec::new();
        for rank in ranks {
            if hits.len() >= limit {
                break;
            }
            let mut scored: Vec<(i64, &Slot<Id>)> = rank
                .slots
                .iter()
                .filter_map(|slot| self.slot(*slot))
                .map(|slot| (scorer.score(&slot.folded), slot))
                .collect();
            // A stable sort: equal scores keep the order of groups and the alphabet.
            scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
            hits.extend(scored.into_iter().map(|(_, slot)| slot.entry.id.clone()));
        }
        hits.truncate(limit);
        Found { hits, total }
    }

    /// The places of an entry's name that the query has matched, in characters, in order and apart from each other.
    #[must_use]
    pub fn marks(&self, query: &Query, id: &Id) -> Vec<Range<usize>> {
        let Some(slot) = self.by_id.get(id).and_then(|slot| self.slot(*slot)) else {
            return Vec::new();
        };
        let mut places: Vec<usize> = query
            .tokens
            .iter()
            .flat_map(|token| places_of(token, &slot.folded))
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut marks: Vec<Range<usize>> = Vec::new();
        for at in places {
            match marks.last_mut() {
                Some(last) if last.end == at => last.end = at + 1,
                _ => marks.push(at..at + 1),
            }
        }
        marks
    }

    /// Matching slots by rank, the best rank first, each in order and cut to what will be scored.
    fn ranks(&self, query: &Query) -> Vec<Rank> {
        let tables: Vec<Vec<Code>> = query
            .tokens
            .iter()
            .map(|token| {
                let mut table = vec![NO_MATCH; self.slots.len()];
                for reading in &token.readings {
                    self.dictionary.look_up(reading, &mut table);
                }
                table
            })
            .collect();
        if tables.is_empty() {
            return Vec::new();
        }
        // A place for every rank there can be: the worst tier first, then the sum of codes.
        let mut ranks: Vec<Rank> = Vec::new();
        ranks.resize_with(RANKS_OF_A_TIER * 4, Rank::default);
        for &slot in &self.order {
            let Ok(at) = usize::try_from(slot) else {
                continue;
            };
            let (mut worst, mut sum, mut all) = (0, 0, true);
            for table in &tables {
                let code = table.get(at).copied().unwrap_or(NO_MATCH);
                all &= code != NO_MATCH;
                worst = worst.max(tier_of(code));
                sum += usize::from(code);
            }
            let place = usize::from(worst) * RANKS_OF_A_TIER + sum;
            if let (true, Some(rank)) = (all, ranks.get_mut(place)) {
                rank.total += 1;
                if rank.slots.len() < MOST_SCORED {
                    rank.slots.push(slot);
                }
            }
        }
        ranks.retain(|rank| rank.total > 0);
        ranks
    }

    fn slot(&self, slot: u32) -> Option<&Slot<Id>> {
        self.slots.get(usize::try_from(slot).ok()?)?.as_ref()
    }

    /// Everything of [`Index::update`] but the order.
    fn put_in(&mut self, entry: Entry<Id>) -> u32 {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            u32::try_from(self.slots.len() - 1).unwrap_or(u32::MAX)
        });
        let folded = fold(&entry.primary);
        let beside: String = entry.secondary.chars().take(MOST_CHARS).collect();
        let name: String = folded.chars().take(MOST_CHARS).collect();
        let mut numbers = Vec::new();
        for (text, beside) in [(name, false), (fold(&beside), true)] {
            for word in words(&text) {
                numbers.push(self.dictionary.add(
                    &word.text,
                    Place {
                        slot,
                        minor: beside || word.part,
                    },
                ));
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        self.by_id.insert(entry.id.clone(), slot);
        if let Some(place) = usize::try_from(slot)
            .ok()
            .and_then(|slot| self.slots.get_mut(slot))
        {
            *place = Some(Slot {
                entry,
                folded,
                words: numbers,
            });
        }
        slot
    }

    /// Everything of [`Index::remove`] but the order.
    fn take_out(&mut self, id: &Id) -> Option<u32> {
        let slot = self.by_id.remove(id)?;
        let old = usize::try_from(slot)
            .ok()
            .and_then(|slot| self.slots.get_mut(slot))
            .and_then(Option::take);
        for number in old.into_iter().flat_map(|old| old.words) {
            self.dictionary.remove(number, slot);
        }
        self.free.push(slot);
        Some(slot)
    }
}

impl<Id: Clone> Slot<Id> {
    /// Where the entry stands among all.
    fn place(&self) -> Standing<Id> {
        (
            self.entry.group,
            self.entry.order,
            collation_key(&self.entry.primary),
            self.entry.id.clone(),
        )
    }
}

/// Entries that match equally well.
#[derive(Default)]
struct Rank {
    slots: Vec<u32>,
    total: usize,
}
