//! What the demo tells of collecting: every stage that there is, in an order that could have been.

use std::collections::BTreeSet;

use smotr::analysis::collecting::{Wanted, standings};
use smotr::domain::collection::{CollectionDeed, CollectionStage};
use smotr::domain::ids::PeriodId;

use crate::support::demo::told;

const NOW: PeriodId = PeriodId(4);

#[test]
fn every_stage_and_every_selection_has_somebody() {
    let state = &told().state;
    let today = "2026-06-08".parse().unwrap();
    let all = standings(state, NOW, today);
    let stages: BTreeSet<CollectionStage> = all.iter().map(|it| it.stage).collect();
    assert_eq!(stages.len(), CollectionStage::ALL.len(), "{stages:?}");
    for wanted in Wanted::ALL {
        assert!(all.iter().any(|it| wanted.takes(it)), "{wanted:?}");
    }
    // Nobody has entered what has not come.
    for it in all.iter().filter(|it| it.filling.entered > 0) {
        assert!(
            it.stage > CollectionStage::Requested,
            "{:?}",
            it.organisation
        );
    }
}

#[test]
fn days_and_numbers_are_in_order() {
    let state = &told().state;
    let shard = state.shard(NOW).unwrap();
    let mut papers = Vec::new();
    for (id, it) in shard.collections() {
        let days: Vec<_> = it.events.iter().map(|it| it.on).collect();
        assert!(days.is_sorted(), "{id:?}: {days:?}");
        papers.extend(it.events.iter().filter_map(|it| match &it.deed {
            CollectionDeed::Received { number, .. } => Some((number.clone(), it.on)),
            _ => None,
        }));
    }
    papers.sort();
    assert!(papers.iter().map(|it| it.1).is_sorted());
    let numbers: BTreeSet<&str> = papers.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(numbers.len(), papers.len(), "no number twice");
}
