//! Which indicators of a file are those of the store: identity outlives codes and titles.
//!
//! Owns the matching of a catalogue that was read with the store that takes it in. A number in the file is believed where code or title go
//! with it, since a file may come from another store; then the title speaks, then code and short title together. What is nothing of these
//! is new. Must not know where the file lies, nor who asks.

use std::collections::{BTreeMap, BTreeSet};

use super::toml::Catalogue;
use crate::domain::catalogue::Indicator;
use crate::domain::command::{CatalogueDraft, DocumentChoice};
use crate::domain::evidence::Document;
use crate::domain::ids::{BaseQuantityId, DirectionId, DocumentId, EditionId, IndicatorId, Seq};
use crate::domain::state::State;
use crate::domain::text::fold;

/// By what something of the file was found in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// By its number.
    Number,
    /// By its title.
    Title,
    /// By code and short title.
    Code,
    /// It is new.
    New,
}

/// A catalogue of a file, told in the store's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// What is to be written.
    pub draft: CatalogueDraft,
    /// How each indicator was found, in the order of the file.
    pub found: Vec<Found>,
}

/// Something with a code, a title and a short title.
struct Named<Id> {
    id: Id,
    code: String,
    title: String,
    short: String,
}

/// Finds each thing of the file once.
struct Finder<Id> {
    known: Vec<Named<Id>>,
    taken: BTreeSet<Id>,
}

impl<Id: Copy + Ord> Finder<Id> {
    fn find(&mut self, number: Id, [code, title, short]: [&str; 3]) -> Option<(Id, Found)> {
        let (code, title, short) = (fold(code), fold(title), fold(short));
        let free = |it: &&Named<Id>| !self.taken.contains(&it.id);
        let by = |test: &dyn Fn(&Named<Id>) -> bool| {
            let ids: BTreeSet<Id> = (self.known.iter())
                .filter(free)
                .filter(|it| test(it))
                .map(|it| it.id)
                .collect();
            // Two that could be meant are none.
            (ids.len() == 1).then(|| ids.first().copied()).flatten()
        };
        let found = by(&|it| it.id == number && (it.code == code || it.title == title))
            .map(|id| (id, Found::Number))
            .or_else(|| by(&|it| it.title == title).map(|id| (id, Found::Title)))
            .or_else(|| by(&|it| it.code == code && it.short == short).map(|id| (id, Found::Code)));
        if let Some((id, _)) = found {
            self.taken.insert(id);
        }
        found
    }
}

/// The catalogue in the store's numbers, to be written over a working edition or into a new one. What is new has numbers beyond all that
/// were handed out.
#[must_use]
pub fn resolve(catalogue: &Catalogue, state: &State, into: Option<(EditionId, Seq)>) -> Resolved {
    let directions = directions(catalogue, state);
    let bases = bases(catalogue, state);
    let (indicators, found) = indicators(catalogue, state);
    let draft = CatalogueDraft {
        file: [0; 16],
        into,
        edition: catalogue.edition.clone(),
        act: catalogue.act.as_ref().map(|it| act(state, it)),
        directions: (catalogue.directions.iter())
            .map(|(id, it)| (own(&directions, *id), it.clone()))
            .collect(),
        bases: (catalogue.base_quantities.iter())
            .map(|(id, it)| (own(&bases, *id), it.clone()))
            .collect(),
        indicators: (catalogue.indicators.iter())
            .map(|(id, it)| {
                let told = told(it, &directions, &bases, &indicators);
                (own(&indicators, *id), told)
            })
            .collect(),
        rules: catalogue.rules.clone(),
    };
    Resolved { draft, found }
}

fn own<Id: Copy + Ord>(ids: &BTreeMap<Id, Id>, id: Id) -> Id {
    ids.get(&id).copied().unwrap_or(id)
}

fn directions(catalogue: &Catalogue, state: &State) -> BTreeMap<DirectionId, DirectionId> {
    let known = (state.directions.iter()).map(|((_, id), it)| Named {
        id: *id,
        code: fold(&it.code),
        title: fold(&it.title),
        short: fold(&it.short),
    });
    let mut finder = Finder {
        known: known.collect(),
        taken: BTreeSet::new(),
    };
    let mut next = (state.directions.keys().map(|it| it.1.0))
        .max()
        .unwrap_or(0);
    let each = catalogue.directions.iter().map(|(id, it)| {
        let own = finder.find(*id, [&it.code, &it.title, &it.short]);
        let own = own.map_or_else(
            || {
                next += 1;
                DirectionId(next)
            },
            |(id, _)| id,
        );
        (*id, own)
    });
    each.collect()
}

/// Base quantities have one text for all editions: the title is what they are.
fn bases(catalogue: &Catalogue, state: &State) -> BTreeMap<BaseQuantityId, BaseQuantityId> {
    let mut next = (state.base_quantities.keys().map(|it| it.0))
        .max()
        .unwrap_or(0);
    let each = catalogue.base_quantities.iter().map(|(id, it)| {
        let title = fold(&it.title);
        let mut known = state.base_quantities.iter();
        let own = known.find(|(_, other)| fold(&other.title) == title);
        let own = own.map_or_else(
            || {
                next += 1;
                BaseQuantityId(next)
            },
            |(id, _)| *id,
        );
        (*id, own)
    });
    each.collect()
}

fn indicators(
    catalogue: &Catalogue,
    state: &State,
) -> (BTreeMap<IndicatorId, IndicatorId>, Vec<Found>) {
    let known = (state.indicators.iter()).map(|((_, id), it)| Named {
        id: *id,
        code: fold(&it.code),
        title: fold(&it.title),
        short: fold(&it.short),
    });
    let mut finder = Finder {
        known: known.collect(),
        taken: BTreeSet::new(),
    };
    let mut next = (state.indicators.keys().map(|it| it.1.0))
        .max()
        .unwrap_or(0);
    let (mut ids, mut how) = (BTreeMap::new(), Vec::new());
    for (id, it) in &catalogue.indicators {
        let (own, found) = finder
            .find(*id, [&it.code, &it.title, &it.short])
            .unwrap_or_else(|| {
                next += 1;
                (IndicatorId(next), Found::New)
            });
        ids.insert(*id, own);
        how.push(found);
    }
    (ids, how)
}

/// An indicator of the file with the store's numbers in it.
fn told(
    it: &Indicator,
    directions: &BTreeMap<DirectionId, DirectionId>,
    bases: &BTreeMap<BaseQuantityId, BaseQuantityId>,
    indicators: &BTreeMap<IndicatorId, IndicatorId>,
) -> Indicator {
    let mut it = it.clone();
    it.direction = own(directions, it.direction);
    it.measure
        .rename(|id| own(indicators, id), |id| own(bases, id));
    it
}

/// The act of the file: the one of the register with the same requisites, else a new one.
fn act(state: &State, act: &Document) -> DocumentChoice {
    let same = |it: &Document| {
        it.kind == act.kind
            && it.date == act.date
            && it.number == act.number
            && it.title == act.title
    };
    let known: Option<DocumentId> = (state.documents.iter())
        .find(|(_, it)| same(it))
        .map(|(id, _)| *id);
    known.map_or_else(|| DocumentChoice::New(act.clone()), DocumentChoice::Known)
}
