//! Any draft: what is foretold is what comes of it, the parts make the whole, and the same edition moves nobody.

use super::*;
use proptest::prelude::*;
use smotr::analysis::exact::Exact;
use smotr::analysis::scores::{Parts, PeriodScores};

/// A change of the draft.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    Weigh(u32, u8),
    Rescale(u32, u8, u8),
    Retire(u32),
    Add(u32),
    Move(u32),
    Direction(u32, u8),
    Months(u32),
    Completeness(u8),
    Measured(u32, u32),
    Narrow(u32),
}

pub(super) fn edit() -> impl Strategy<Value = Edit> {
    let id = 1_u32..=5;
    prop_oneof![
        (id.clone(), 1_u8..9).prop_map(|it| Edit::Weigh(it.0, it.1)),
        (id.clone(), 0_u8..90, 1_u8..5).prop_map(|it| Edit::Rescale(it.0, it.1, it.2)),
        id.clone().prop_map(Edit::Retire),
        (6_u32..9).prop_map(Edit::Add),
        id.clone().prop_map(Edit::Move),
        (1_u32..=2, 1_u8..9).prop_map(|it| Edit::Direction(it.0, it.1)),
        (0_u32..12).prop_map(Edit::Months),
        (0_u8..=100).prop_map(Edit::Completeness),
        (id.clone(), 1_u32..=12).prop_map(|it| Edit::Measured(it.0, it.1)),
        id.prop_map(Edit::Narrow),
    ]
}

/// Four schools, one of which changes its head; five indicators, some of them empty; a relative scale and a penalty among them.
pub(super) fn world(values: &[Option<u8>]) -> Measured {
    let mut it = Measured::new();
    it.direction(1, 60);
    it.direction(2, 40);
    let penalty = Scoring::PerUnit {
        start: dec("3"),
        points: dec("-0.1"),
        floor: dec("-4"),
        cap: dec("3"),
    };
    let scale = bands(&[("-", "0"), ("50", "1"), ("80", "2")]);
    let scales = [
        scale.clone(),
        scale.clone(),
        Scoring::Relative,
        penalty,
        scale,
    ];
    for (id, scoring) in (1..).zip(scales) {
        it.indicator(id, indicator(1 + id % 2, share(), scoring));
    }
    for id in 1..=4 {
        it.organisation(id, &format!("СШ № {id}"));
        it.head(
            id,
            id,
            100 + id,
            "2015-01-01",
            if id == 4 { "2026-01-10" } else { "" },
        );
    }
    it.head(5, 4, 105, "2026-01-11", "");
    let cells = (1..=4).flat_map(|school| (1..=8).map(move |it| (school, it)));
    for ((school, indicator), value) in cells.zip(values) {
        if let Some(value) = value {
            it.enter(at(YEAR.0, indicator, school), entry(&format!("{value}%")));
        }
    }
    copy(&mut it);
    it
}

pub(super) fn apply(it: &mut Measured, edit: &Edit) {
    let id = match edit {
        Edit::Weigh(id, _) | Edit::Rescale(id, ..) | Edit::Retire(id) => *id,
        Edit::Move(id) | Edit::Measured(id, _) | Edit::Narrow(id) | Edit::Add(id) => *id,
        _ => 1,
    };
    let old = (it.state.indicators.get(&(DRAFT, IndicatorId(id)))).map(|it| it.body.clone());
    let old = old.unwrap_or_else(|| drafted(it, 1));
    let new = match edit {
        Edit::Weigh(_, weight) => Indicator {
            weight: (*weight).into(),
            ..old
        },
        Edit::Rescale(_, from, most) => {
            let scoring = bands(&[("-", "0"), (&from.to_string(), &most.to_string())]);
            Indicator { scoring, ..old }
        }
        Edit::Retire(_) => Indicator {
            retired: true,
            ..old
        },
        Edit::Add(_) => old,
        Edit::Move(_) => Indicator {
            direction: DirectionId(3 - old.direction.0),
            ..old
        },
        Edit::Measured(_, month) => Indicator {
            measured_on: Some((*month, 5)),
            ..old
        },
        Edit::Narrow(_) => Indicator {
            kinds: vec![smotr::domain::people::OrganisationKind::Lyceum],
            ..old
        },
        Edit::Direction(id, weight) => {
            let key = (DRAFT, DirectionId(*id));
            let mut body = it.state.directions[&key].body.clone();
            body.weight = (*weight).into();
            it.put(Key::Direction(key.0, key.1), Record::Direction(body));
            return;
        }
        Edit::Months(_) | Edit::Completeness(_) => {
            let mut body = it.state.editions[&DRAFT].body.clone();
            match edit {
                Edit::Months(months) => body.min_months = *months,
                Edit::Completeness(percent) => body.completeness = (*percent).into(),
                _ => {}
            }
            it.put(Key::Edition(DRAFT), Record::Edition(body));
            return;
        }
    };
    it.indicator_in(DRAFT.0, id, new);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_is_foretold_comes_true(
        values in proptest::collection::vec(proptest::option::of(0_u8..=100), 32),
        edits in proptest::collection::vec(edit(), 0..8)
    ) {
        let mut it = world(&values);
        for edit in &edits {
            apply(&mut it, edit);
        }
        let impact = impact(&it);
        let before = PeriodScores::of(&it.state, YEAR);
        take(&mut it);
        let after = PeriodScores::of(&it.state, YEAR);
        let foretold: Vec<_> = impact.rows.iter().filter_map(|it| it.after.clone()).collect();
        prop_assert_eq!(&foretold, &after.rows);
        for row in &before.rows {
            let of = impact.rows.iter().find(|it| {
                (Some(it.organisation), it.person) == (row.organisation, row.person)
            });
            prop_assert_eq!(of.and_then(|it| it.before.as_ref()), Some(row));
        }
        let placed = (before.placed(), after.placed());
        prop_assert_eq!(impact.placed, placed);
        let counted: usize = impact.levels.list.iter().filter_map(|it| it.after).sum();
        prop_assert_eq!(counted + impact.levels.without.1, after.rows.len());
        // Taken, it would do nothing more.
        let again = Impact::of(&it.state, YEAR, By::Stored(DRAFT)).unwrap();
        prop_assert!(again.is_empty() && again.wordings.due.is_empty());
    }

    #[test]
    fn the_parts_of_an_index_make_the_index(
        values in proptest::collection::vec(proptest::option::of(0_u8..=100), 32)
    ) {
        let it = world(&values);
        let scores = PeriodScores::of(&it.state, YEAR);
        let parts = Parts::new(&it.state, &scores).unwrap();
        for row in &scores.rows {
            let of = parts.of(row);
            prop_assert_eq!(of.len(), usize::try_from(row.applicable).unwrap());
            let filled = of.iter().filter(|it| it.points.is_some()).count();
            prop_assert_eq!(filled, usize::try_from(row.filled).unwrap());
            // A direction below nothing is cut, its parts are not.
            let cut = row.directions.iter().any(|it| it.index == Some(Exact::ZERO));
            let sum: Exact = of.iter().map(|it| it.gives).sum();
            if !cut {
                prop_assert_eq!(sum, row.overall.unwrap_or(Exact::ZERO));
            }
        }
    }
}
