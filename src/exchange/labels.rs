//! What the things of a catalogue file are called where others name them: by code, which is enough among those in use.
//!
//! A retired one may have a code that is in use again; it is then called by code and number: `6.2 № 14`. Written and read by this one rule.

use std::collections::BTreeSet;

use crate::domain::catalogue::{Direction, Indicator};
use crate::domain::ids::{DirectionId, IndicatorId};

/// What each is called, in the order given: number, code, and whether it is retired.
pub(crate) fn labels<'a>(of: impl Iterator<Item = (u32, &'a str, bool)> + Clone) -> Vec<String> {
    let in_use = of.clone().filter(|it| !it.2).map(|it| it.1);
    let mut taken: BTreeSet<&str> = in_use.collect();
    of.map(|(id, code, retired)| {
        let is_own = !code.trim().is_empty() && (!retired || taken.insert(code));
        match is_own {
            true => code.to_owned(),
            false => format!("{code} № {id}").trim().to_owned(),
        }
    })
    .collect()
}

/// What directions are called.
pub(crate) fn of_directions(all: &[(DirectionId, Direction)]) -> Vec<(DirectionId, String)> {
    let told = labels(
        all.iter()
            .map(|(id, it)| (id.0, it.code.as_str(), it.retired)),
    );
    (all.iter().map(|it| it.0)).zip(told).collect()
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
