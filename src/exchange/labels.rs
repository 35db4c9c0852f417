//! What the things of a catalogue file are called where others name them: those in use by code, which none of them shares.
//!
//! What is retired is called by code and number, `6.2 № 14`: its code may come into use again, in the store or in the file itself. Written
//! and read by this one rule; whoever retires something by hand leaves the code alone where others name it, and that is read, too.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::{Direction, Indicator};
use crate::domain::ids::{DirectionId, IndicatorId};

/// What each is called, in the order given: number, code, and whether it is retired.
pub(crate) fn labels<'a>(of: impl Iterator<Item = (u32, &'a str, bool)>) -> Vec<String> {
    of.map(
        |(id, code, retired)| match retired || code.trim().is_empty() {
            true => format!("{code} № {id}").trim().to_owned(),
            false => code.to_owned(),
        },
    )
    .collect()
}

/// The code of each retired one that nothing else has, in the order given.
pub(crate) fn bare<'a>(
    of: impl Iterator<Item = (u32, &'a str, bool)> + Clone,
) -> Vec<Option<String>> {
    let mut with: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, code, _) in of.clone() {
        *with.entry(code).or_default() += 1;
    }
    of.map(|(_, code, retired)| {
        let is_own = retired && !code.trim().is_empty() && with.get(code) == Some(&1);
        is_own.then(|| code.to_owned())
    })
    .collect()
}

/// All names by which a file may name each of them.
pub(crate) fn known<'a, Id>(
    id: impl Fn(u32) -> Id,
    of: impl Iterator<Item = (u32, &'a str, bool)> + Clone,
) -> Vec<(Id, String)> {
    let (told, bare) = (labels(of.clone()), bare(of.clone()));
    let bare = of
        .clone()
        .zip(bare)
        .filter_map(|(it, bare)| bare.map(|bare| (it.0, bare)));
    let told = of.map(|it| it.0).zip(told);
    told.chain(bare).map(|(it, name)| (id(it), name)).collect()
}

/// What directions are called.
pub(crate) fn of_directions(all: &[(DirectionId, Direction)]) -> Vec<(DirectionId, String)> {
    (all.iter().map(|it| it.0))
        .zip(labels(directions(all)))
        .collect()
}

/// All names by which a file may name directions.
pub(crate) fn known_directions(all: &[(DirectionId, Direction)]) -> Vec<(DirectionId, String)> {
    known(DirectionId, directions(all))
}

fn directions(all: &[(DirectionId, Direction)]) -> impl Iterator<Item = (u32, &str, bool)> + Clone {
    all.iter()
        .map(|(id, it)| (id.0, it.code.as_str(), it.retired))
}

/// What indicators are called.
pub(crate) fn of_indicators(all: &[(IndicatorId, Indicator)]) -> Vec<(IndicatorId, String)> {
    let told = labels(
        all.iter()
            .map(|(id, it)| (id.0, it.code.as_str(), it.retired)),
    );
    (all.iter().map(|it| it.0)).zip(told).collect()
}

/// The codes that stand twice among those in use, as places in the order given.
pub(crate) fn twice<'a>(of: impl Iterator<Item = (&'a str, bool)>) -> Vec<usize> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    (of.enumerate())
        .filter(|(_, (code, retired))| !retired && !seen.insert(code))
        .map(|(at, _)| at)
        .collect()
}
