//! On which base quantities an indicator rests, and what an entry says of them.

use smotr::domain::bases;
use smotr::domain::catalogue::Measure;
use smotr::domain::ids::BaseQuantityId;
use smotr::domain::value::{Cell, Entry, Subject};

use crate::support::world::*;

#[test]
fn an_indicator_rests_on_what_is_below_its_line_then_on_what_is_above() {
    let world = World::new();
    let of = |id| bases::of(world.state.indicator_in(OPEN, id).unwrap());
    assert_eq!(of(RATIO), [Some(TEACHERS), None]);
    for id in [COUNT, EXPERT, CHOICE, SCORE, DELTA, BENCHMARK] {
        assert_eq!(of(id), [None, None], "{id:?}");
    }
    let mut both = world.state.indicator_in(OPEN, RATIO).unwrap().body.clone();
    let Measure::Ratio { numerator, .. } = &mut both.measure else {
        unreachable!()
    };
    let pupils = BaseQuantityId(2);
    numerator.base = Some(pupils);
    assert_eq!(bases::of(&both), [Some(TEACHERS), Some(pupils)]);

    let given = |cell, entry| bases::given(&both, cell, &entry).collect::<Vec<_>>();
    let here = cell(RATIO, SCHOOL_1);
    let expected = [
        (TEACHERS, SCHOOL_1, 24.into()),
        (pupils, SCHOOL_1, 21.into()),
    ];
    assert_eq!(given(here, ratio("21", "24")), expected);
    assert_eq!(given(here, Entry::Percent(87.into())), []);
    let municipality = Cell {
        subject: Subject::Municipality,
        ..here
    };
    assert_eq!(given(municipality, ratio("21", "24")), []);
}
