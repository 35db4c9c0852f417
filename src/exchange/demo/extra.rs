//! Repeats indicators under new codes, so that a store for measuring has as many as it takes.

use crate::domain::catalogue::{Measure, SubjectKind};
use crate::domain::ids::IndicatorId;
use crate::exchange::toml::Catalogue;

/// Brings the catalogue to so many indicators; one that has them already is left alone.
pub(super) fn repeat_indicators(catalogue: &mut Catalogue, wanted: u32) {
    let originals: Vec<_> = catalogue
        .indicators
        .iter()
        .filter(|(_, it)| {
            it.level == SubjectKind::Organisation
                && matches!(it.measure, Measure::Ratio { .. } | Measure::Number { .. })
        })
        .map(|(_, it)| it.clone())
        .collect();
    let have = u32::try_from(catalogue.indicators.len()).unwrap_or(u32::MAX);
    for (id, original) in (have + 1..=wanted).zip(originals.iter().cycle()) {
        let mut copy = original.clone();
        let in_direction = catalogue
            .indicators
            .iter()
            .filter(|(_, it)| it.direction == copy.direction)
            .count();
        let direction = copy.code.split('.').next().unwrap_or_default();
        copy.code = format!("{direction}.{}", in_direction + 1);
        copy.order = u32::try_from(in_direction + 1).unwrap_or(u32::MAX);
        copy.title = format!("{} (для замеров, {})", original.title, copy.code);
        copy.short = format!("Для замеров {}", copy.code);
        catalogue.indicators.push((IndicatorId(id), copy));
    }
}
