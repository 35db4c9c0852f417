//! What becomes of every value: no value is lost, each has one fate, and the fate comes true when the edition is taken.

use std::collections::BTreeMap;

use super::properties::{Edit, apply, edit, world};
use super::*;
use proptest::prelude::*;
use smotr::analysis::exact::Exact;
use smotr::analysis::impact::{Fate, Fates};
use smotr::analysis::indicator::IndicatorScores;
use smotr::domain::command::{Command, PersonChoice};
use smotr::domain::people::{AppointmentKind, OrganisationKind};
use smotr::domain::record::{Key, Record};
use smotr::domain::staffing::AppointmentDraft;
use smotr::domain::value::{Cell, Entry};

fn fates(it: &Measured) -> Fates {
    Fates::of(&it.state, YEAR, By::Stored(DRAFT)).unwrap()
}

/// The points of a cell as the period stands; `None` twice where it is not asked for.
fn points(it: &Measured, cell: Cell) -> Option<Option<Exact>> {
    let scores = IndicatorScores::of(&it.state, YEAR, cell.indicator);
    scores.get(cell.subject).map(|it| it.points)
}

#[test]
fn each_edit_has_its_fate() {
    let values: Vec<Option<u8>> = (0..32).map(|n| Some(40 + n)).collect();
    let check = |edits: &[Edit], expected: [usize; 4]| {
        let mut it = world(&values);
        edits.iter().for_each(|edit| apply(&mut it, edit));
        let fates = fates(&it);
        assert_eq!(
            Fate::ALL.map(|fate| fates.count(fate)),
            expected,
            "{edits:?}"
        );
    };
    // Five indicators of four schools; what stands under 6 to 8 nobody asks for.
    check(&[], [20, 0, 0, 0]);
    check(&[Edit::Retire(1)], [16, 0, 0, 4]);
    check(&[Edit::Add(6)], [20, 4, 0, 0]);
    check(&[Edit::Add(9)], [20, 0, 4, 0]);
    check(&[Edit::Rescale(2, 10, 4)], [16, 4, 0, 0]);
    check(&[Edit::Weigh(2, 1)], [20, 0, 0, 0]);
}

/// Who heads a nursery and a school at once answers for what is asked of schools in the row of the school, as everywhere.
#[test]
fn the_value_of_a_head_of_two_stands_where_it_is_asked_for() {
    use crate::support::world::{
        BELOVA, CHOICE, EDITION, NURSERY, OPEN, SCHOOL_2, SEROVA, World, ZIMIN, cell_of, date, set,
    };
    let mut world = World::new();
    let second = AppointmentDraft {
        organisation: NURSERY,
        person: PersonChoice::Known(ZIMIN),
        kind: AppointmentKind::Concurrent,
        from: date("2025-12-15"),
        to: None,
        act: None,
        contract_until: None,
        end_reason: String::new(),
    };
    let second = Command::AddAppointment(second);
    world.act_as(SEROVA, second).unwrap();
    let key = Key::Indicator(EDITION, CHOICE);
    let (record, stamp) = world.state.record(key).unwrap();
    let Record::Indicator(mut it) = record else {
        panic!("{record:?}")
    };
    it.kinds = vec![OrganisationKind::School];
    world.state.put(key, Some(Record::Indicator(it)), stamp);
    let choice = set(&world.state, cell_of(CHOICE, ZIMIN), Entry::Choice(0));
    world.act_as(BELOVA, choice).unwrap();
    let fates = Fates::of(&world.state, OPEN, By::Stored(EDITION)).unwrap();
    let theirs = (fates.cells.iter()).filter(|it| it.cell == cell_of(CHOICE, ZIMIN));
    let rows: Vec<_> = theirs.map(|it| it.organisation).collect();
    assert_eq!(rows, [Some(SCHOOL_2)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_fate_comes_true(
        values in proptest::collection::vec(proptest::option::of(0_u8..=100), 32),
        edits in proptest::collection::vec(edit(), 0..8)
    ) {
        let mut it = world(&values);
        edits.iter().for_each(|edit| apply(&mut it, edit));
        let foretold = fates(&it);
        let mut seen: BTreeMap<Cell, Fate> = BTreeMap::new();
        for one in &foretold.cells {
            prop_assert!(seen.insert(one.cell, one.fate).is_none(), "twice: {one:?}");
        }
        let then: BTreeMap<Cell, _> = seen.keys().map(|cell| (*cell, points(&it, *cell))).collect();
        let stored: Vec<Cell> = it.state.shard(YEAR).unwrap().columns()
            .flat_map(|(indicator, column)| column.keys().map(move |subject| Cell { period: YEAR, indicator, subject: *subject }))
            .collect();
        take(&mut it);
        for (cell, fate) in &seen {
            let (was, is) = (then[cell], points(&it, *cell));
            match fate {
                Fate::Kept | Fate::Rescored => prop_assert!(is.is_some()),
                Fate::Due => {
                    prop_assert!(was.is_none() && is == Some(None));
                    prop_assert!(it.state.value(*cell).is_none());
                }
                Fate::Dropped => prop_assert!(was.is_some() && is.is_none()),
            }
            if *fate == Fate::Kept {
                prop_assert_eq!(was.flatten(), is.flatten());
            }
        }
        // Every value is still there, and in one of the lots wherever somebody asks for it before or after.
        for cell in stored {
            prop_assert!(it.state.value(cell).is_some());
            let asked = points(&it, cell).is_some() || then.get(&cell).is_some_and(|it| it.is_some());
            prop_assert_eq!(asked, seen.contains_key(&cell));
        }
        // Both ways to count come to the same.
        for fate in Fate::ALL {
            let n = foretold.count(fate);
            let by_indicator: usize = foretold.by_indicator(fate).iter().map(|it| it.1).sum();
            let by_organisation: usize = foretold.by_organisation(fate).iter().map(|it| it.1).sum();
            prop_assert_eq!((by_indicator, by_organisation), (n, n));
        }
    }
}
