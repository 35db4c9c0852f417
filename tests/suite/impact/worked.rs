//! The worked example: three schools, three indicators in two directions, every figure by hand.

use super::*;
use smotr::analysis::exact::Exact;
use smotr::analysis::impact::{Dropped, RowImpact, Step, Typed, Unscored};
use smotr::analysis::scores::PeriodScores;
use smotr::domain::people::OrganisationKind;

fn scale() -> Scoring {
    bands(&[("-", "0"), ("50", "1"), ("80", "2")])
}

/// | school | 1 (weight 1) | 2 (weight 1) | direction 1 × 60 | 3 | direction 2 × 40 | index |
/// |---|---|---|---|---|---|---|
/// | А | 90 % → 2 | 60 % → 1 | 75 | 85 % → 2 | 100 | 85, высокий |
/// | Б | 55 % → 1 | 85 % → 2 | 75 | 60 % → 1 | 50 | 65, пониженный |
/// | В | 40 % → 0 | 50 % → 1 | 25 | 20 % → 0 | 0 | 15, низкий |
fn world() -> Measured {
    let mut it = Measured::new();
    it.direction(1, 60);
    it.direction(2, 40);
    for (id, direction) in [(1, 1), (2, 1), (3, 2)] {
        it.indicator(id, indicator(direction, share(), scale()));
    }
    let schools = [
        (1, "А", ["90%", "60%", "85%"]),
        (2, "Б", ["55%", "85%", "60%"]),
        (3, "В", ["40%", "50%", "20%"]),
    ];
    for (id, name, values) in schools {
        it.organisation(id, name);
        it.head(id, id, 100 + id, "2015-01-01", "");
        for (indicator, text) in (1..).zip(values) {
            it.enter(at(YEAR.0, indicator, id), entry(text));
        }
    }
    copy(&mut it);
    it
}

/// The index before and after, what it would be more, and the place before and after.
fn told(row: &RowImpact) -> (String, String, String, Option<usize>, Option<usize>) {
    let index = |it: &Option<_>| {
        let it: &smotr::analysis::scores::RowScore = it.as_ref().unwrap();
        it.overall.map_or("—".into(), shown)
    };
    let by = row.by().map_or("—".into(), shown);
    let place = |it: &Option<smotr::analysis::scores::RowScore>| it.as_ref().unwrap().place;
    (
        index(&row.before),
        index(&row.after),
        by,
        place(&row.before),
        place(&row.after),
    )
}

fn shown(it: Exact) -> String {
    it.rounded(4).normalize().to_string()
}

fn row(
    before: &str,
    after: &str,
    by: &str,
    from: usize,
    to: usize,
) -> (String, String, String, Option<usize>, Option<usize>) {
    (before.into(), after.into(), by.into(), Some(from), Some(to))
}

#[test]
fn a_stricter_scale_moves_whom_it_moves() {
    let mut it = world();
    // 60 for one point, 95 for two: of А 90 % gives 1, of Б 55 % gives 0, of В 40 % still 0.
    let stricter = bands(&[("-", "0"), ("60", "1"), ("95", "2")]);
    let first = Indicator {
        scoring: stricter,
        ..drafted(&it, 1)
    };
    it.indicator_in(DRAFT.0, 1, first);
    let impact = impact(&it);
    let rows: Vec<_> = impact.rows.iter().map(told).collect();
    // А: direction 1 is (1 + 1) of 4 points: 50; 50 × 0,6 + 100 × 0,4 = 70. Б: (0 + 2) of 4: 50; 30 + 20 = 50.
    let expected = [
        row("85", "70", "-15", 1, 1),
        row("65", "50", "-15", 2, 2),
        row("15", "15", "0", 3, 3),
    ];
    assert_eq!(rows, expected);
    assert_eq!((impact.changed().count(), impact.ways()), (2, (0, 2)));
    let steps: Vec<Step> = impact.rows.iter().map(|it| it.level).collect();
    assert_eq!(steps, [Step::Down, Step::Down, Step::Same]);
    let levels: Vec<_> = (impact.levels.list.iter())
        .map(|it| (it.title.as_str(), it.before.unwrap(), it.after.unwrap()))
        .collect();
    let expected = [
        ("очень высокий", 0, 0),
        ("высокий", 1, 0),
        ("достаточный", 0, 1),
        ("пониженный", 1, 0),
        ("низкий", 1, 2),
    ];
    assert_eq!(levels, expected);
    assert_eq!(impact.levels.without, (0, 0));
    // In direction 1 two of three indices are others: 75, 75, 25 become 50, 50, 25.
    let directions: Vec<_> = (impact.directions.iter())
        .map(|it| {
            let mean = |it: &smotr::analysis::municipality::Spread| shown(it.mean.unwrap());
            let (before, after) = (it.before.as_ref(), it.after.as_ref());
            (it.changed, before.map(mean), after.map(mean))
        })
        .collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        directions,
        [
            (2, some("58.3333"), some("41.6667")),
            (0, some("50"), some("50"))
        ]
    );
    let first = &impact.rows[0].moved;
    assert_eq!(first.len(), 1);
    assert_eq!(
        (first[0].indicator, shown(first[0].by)),
        (IndicatorId(1), "-15".into())
    );
    assert_eq!(impact.wordings.rescaled, [IndicatorId(1)]);
    assert!(impact.wordings.due.is_empty() && impact.wordings.dropped.is_empty());
}

#[test]
fn an_indicator_that_is_retired_keeps_its_values_and_places_change() {
    let mut it = world();
    let retired = Indicator {
        retired: true,
        ..drafted(&it, 1)
    };
    it.indicator_in(DRAFT.0, 1, retired);
    let impact = impact(&it);
    let rows: Vec<_> = impact.rows.iter().map(told).collect();
    // Of direction 1 only indicator 2 is left: 50, 100, 50.
    let expected = [
        row("85", "70", "-15", 1, 2),
        row("65", "80", "15", 2, 1),
        row("15", "30", "15", 3, 3),
    ];
    assert_eq!(rows, expected);
    assert_eq!(impact.rows[0].places_up(), Some(-1));
    assert_eq!(impact.rows[1].places_up(), Some(1));
    let kept = Dropped {
        indicator: IndicatorId(1),
        values: 3,
    };
    assert_eq!(impact.wordings.dropped, [kept]);
    assert_eq!(impact.steps(Step::Down), 1);
    assert_eq!(impact.steps(Step::Up), 1);
    // Indicator 1 gave А 30 points of the index; indicator 2 weighs twice as much now: 15 becomes 30.
    let moved: Vec<_> = (impact.rows[0].moved.iter())
        .map(|it| (it.indicator.0, shown(it.by)))
        .collect();
    assert_eq!(moved, [(1, "-30".into()), (2, "15".into())]);
}

#[test]
fn a_new_indicator_is_due_and_takes_completeness_away() {
    let mut it = world();
    for id in [4, 5] {
        it.indicator_in(DRAFT.0, id, indicator(2, share(), scale()));
    }
    let impact = impact(&it);
    assert_eq!(impact.wordings.due, [IndicatorId(4), IndicatorId(5)]);
    // 3 of 5 are 60 %, less than the 70 that a level asks for; the index itself stays.
    for row in &impact.rows {
        assert_eq!(row.by(), Some(Exact::ZERO));
        assert_eq!(row.level, Step::Lost);
        let after = row.after.as_ref().unwrap();
        assert_eq!((after.filled, after.applicable, after.place), (3, 5, None));
    }
    assert_eq!(impact.placed, (3, 0));
    assert_eq!(impact.levels.without, (0, 3));
    assert_eq!(impact.changed().count(), 3);
    assert!(impact.rows[0].moved.is_empty());
}

#[test]
fn what_gives_no_points_and_what_is_measured_otherwise_is_said() {
    let mut it = world();
    let printed = Scoring::Printed(vec![PrintedBand {
        values: "40–59".into(),
        points: dec("1"),
    }]);
    let first = Indicator {
        scoring: printed,
        ..drafted(&it, 1)
    };
    it.indicator_in(DRAFT.0, 1, first);
    let second = Indicator {
        method: "без совместителей".into(),
        weight: dec("2"),
        ..drafted(&it, 2)
    };
    it.indicator_in(DRAFT.0, 2, second);
    let third = Indicator {
        direction: DirectionId(9),
        ..drafted(&it, 3)
    };
    it.indicator_in(DRAFT.0, 3, third);
    let impact = impact(&it);
    let mut unscored = impact.wordings.unscored.clone();
    unscored.sort_by_key(|it| it.0);
    let expected = [
        (IndicatorId(1), Unscored::Printed),
        (IndicatorId(3), Unscored::NoDirection),
    ];
    assert_eq!(unscored, expected);
    assert_eq!(impact.wordings.incomparable, [IndicatorId(2)]);
    // А has only indicator 2 left, which gives half of the points.
    assert_eq!(told(&impact.rows[0]).1, "50");
}

#[test]
fn other_levels_move_the_level_and_no_index() {
    let mut it = world();
    let mut edition = it.state.editions[&DRAFT].body.clone();
    let level = |from: &str, title: &str| IndexLevel {
        from: dec(from),
        title: title.into(),
    };
    edition.levels = vec![
        level("90", "отлично"),
        level("60", "пониженный"),
        level("0", "низкий"),
    ];
    it.put(Key::Edition(DRAFT), Record::Edition(edition));
    let impact = impact(&it);
    let steps: Vec<Step> = impact.rows.iter().map(|it| it.level).collect();
    // 85 was the second of five, now the middle of three; 65 and 15 keep the names of their levels.
    assert_eq!(steps, [Step::Down, Step::Same, Step::Same]);
    let titles: Vec<_> = impact
        .levels
        .list
        .iter()
        .map(|it| (it.title.as_str(), it.before, it.after))
        .collect();
    assert!(titles.contains(&("отлично", None, Some(0))));
    assert!(titles.contains(&("высокий", Some(1), None)));
    assert!(titles.contains(&("пониженный", Some(1), Some(2))));
    assert_eq!(impact.ways(), (0, 0));
    let changed: Vec<_> = impact.changed().collect();
    assert_eq!(changed.len(), 1);
    assert!(!changed[0].moves_index(), "only the level is another");
}

#[test]
fn another_weight_moves_an_index_though_all_points_stay() {
    let mut it = world();
    let heavier = Indicator {
        weight: 3.into(),
        ..drafted(&it, 1)
    };
    it.indicator_in(DRAFT.0, 1, heavier);
    let impact = impact(&it);
    // А: (2/2 × 3 + 1/2 × 1) ÷ 4 = 87,5; 87,5 × 0,6 + 100 × 0,4 = 92,5.
    assert_eq!(told(&impact.rows[0]), row("85", "92.5", "7.5", 1, 1));
    let moved: Vec<bool> = impact.rows.iter().map(|it| it.moves_index()).collect();
    // Of Б 75 becomes (1/2 × 3 + 1) ÷ 4 = 62,5, of В 25 becomes 12,5.
    assert_eq!(moved, [true, true, true]);
    let explained = impact.explain(&it.state, By::Stored(DRAFT), &impact.rows[0]);
    let of: Vec<_> = (explained.iter())
        .map(|it| {
            let (before, after) = (it.before.unwrap(), it.after.unwrap());
            assert_eq!(before.points, after.points);
            (
                it.indicator.0,
                shown(before.gives),
                shown(after.gives),
                shown(it.by),
            )
        })
        .collect();
    let line = |id, before: &str, after: &str, by: &str| {
        (id, before.to_owned(), after.to_owned(), by.to_owned())
    };
    assert_eq!(
        of,
        [
            line(1, "30", "45", "15"),
            line(2, "15", "7.5", "-7.5"),
            line(3, "40", "40", "0"),
        ]
    );
}

#[test]
fn an_edition_in_memory_does_the_same_as_the_same_one_stored() {
    let mut it = world();
    let mut typed = Typed::copy(&it.state, EditionId(1)).unwrap();
    let same = Impact::of(&it.state, YEAR, By::Typed(&typed)).unwrap();
    assert!(same.is_empty() && same.wordings.is_empty());
    typed.edition.completeness = dec("100");
    typed.directions[0].1.weight = dec("10");
    for (_, indicator) in &mut typed.indicators {
        indicator.kinds = vec![OrganisationKind::School];
        indicator.scoring = bands(&[("-", "0"), ("55", "5")]);
    }
    let tried = Impact::of(&it.state, YEAR, By::Typed(&typed)).unwrap();
    let edition = Record::Edition(typed.edition.clone());
    it.put(Key::Edition(DRAFT), edition);
    for (id, body) in &typed.directions {
        let key = Key::Direction(DRAFT, *id);
        it.put(key, Record::Direction(body.clone()));
    }
    for (id, body) in &typed.indicators {
        it.indicator_in(DRAFT.0, id.0, body.clone());
    }
    let stored = impact(&it);
    assert_eq!(tried.rows, stored.rows);
    assert_eq!(tried.levels, stored.levels);
    assert_eq!(tried.directions, stored.directions);
    assert!(!tried.is_empty());
}

#[test]
fn what_was_tried_leaves_nothing_behind() {
    let mut it = world();
    let before = it.state.clone();
    let impact = impact(&it);
    assert!(impact.is_empty());
    assert_eq!(it.state, before);
    take(&mut it);
    assert_eq!(PeriodScores::of(&it.state, YEAR).rows.len(), 3);
}

#[test]
fn it_is_made_anew_after_what_it_rests_on_and_nothing_else() {
    let it = world();
    let impact = impact(&it);
    let cell = at(YEAR.0, 1, 1);
    for key in [
        Key::Value(cell),
        Key::Indicator(DRAFT, IndicatorId(1)),
        Key::Direction(DRAFT, DirectionId(1)),
        Key::Edition(DRAFT),
        Key::Period(YEAR),
        Key::Organisation(OrganisationId(1)),
    ] {
        assert!(impact.rests_on(key), "{key:?}");
    }
    for key in [
        Key::Value(at(1, 1, 1)),
        Key::Person(PersonId(1)),
        Key::Settings,
    ] {
        assert!(!impact.rests_on(key), "{key:?}");
    }
}

#[test]
fn a_closed_period_is_compared_with_what_it_was_closed_with() {
    let mut it = world();
    for (key, record) in smotr::analysis::results::reckon(&it.state, YEAR).unwrap() {
        it.put(key, record);
    }
    let mut closed = it.state.periods[&YEAR].body.clone();
    closed.state = smotr::domain::period::PeriodState::Closed;
    it.put(Key::Period(YEAR), Record::Period(closed));
    assert!(impact(&it).is_empty());
    // А had 90 % and 85 points of the index; put right to 40 %: (0 + 1) of 4 points, 25 × 0,6 + 100 × 0,4 = 55.
    it.enter(at(YEAR.0, 1, 1), entry("40%"));
    let impact = impact(&it);
    assert_eq!(told(&impact.rows[0]), row("85", "55", "-30", 1, 2));
    let moved = &impact.rows[0].moved[0];
    let points = |it: Option<smotr::analysis::scores::Part>| it.unwrap().points.map(shown);
    assert_eq!(points(moved.before), Some("2".into()));
    assert_eq!(points(moved.after), Some("0".into()));
    assert_eq!(shown(moved.by), "-30");
    let explained = impact.explain(&it.state, By::Stored(DRAFT), &impact.rows[0]);
    assert_eq!(explained.first(), Some(moved));
}
