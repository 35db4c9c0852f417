//! Two editions side by side: every difference, and every field in words.

use super::*;
use smotr::analysis::compare::{Comparison, Difference, Pair, count, usual};
use smotr::domain::state::State;
use smotr::locale::{FieldChange, Lang, Locale, Narrator, Phrase};

fn scale() -> Scoring {
    bands(&[("-", "0"), ("50", "1"), ("80", "2")])
}

/// Edition 1 with indicators 1 to 4, of which 4 is retired; the draft is its copy.
fn world() -> Measured {
    let mut it = Measured::new();
    it.direction(1, 60);
    it.direction(2, 40);
    for id in 1..=4 {
        let body = Indicator {
            code: format!("1.{id}"),
            short: format!("Показатель {id}"),
            retired: id == 4,
            ..indicator(1, share(), scale())
        };
        it.indicator(id, body);
    }
    copy(&mut it);
    it
}

fn compared(it: &Measured) -> Comparison {
    Comparison::of(&it.state, EditionId(1), DRAFT).unwrap()
}

fn fates(it: &Comparison) -> Vec<(u32, Difference)> {
    let id = |it: &Pair| match it.key() {
        Some(Key::Indicator(_, id)) => id.0,
        _ => 0,
    };
    it.indicators
        .iter()
        .map(|it| (id(it), it.difference))
        .collect()
}

fn fields(state: &State, it: &Pair) -> Vec<(Phrase, String, String)> {
    let locale = Locale::new(Lang::Ru);
    let offset = chrono::FixedOffset::east_opt(0).unwrap();
    let narrator = Narrator::new(&locale, state, offset);
    let (before, after) = (it.before.as_ref().unwrap(), it.after.as_ref().unwrap());
    let found = narrator.compared((EditionId(1), &before.1), (DRAFT, &after.1));
    let told = |it: FieldChange| (it.field, it.before, it.after);
    found.into_iter().map(told).collect()
}

#[test]
fn a_copy_says_the_same() {
    let it = world();
    assert!(compared(&it).is_empty());
    assert_eq!(Comparison::of(&it.state, EditionId(1), EditionId(9)), None);
}

#[test]
fn every_record_has_its_fate() {
    let mut it = world();
    let retired = Indicator {
        retired: true,
        ..drafted(&it, 1)
    };
    it.indicator_in(DRAFT.0, 1, retired);
    it.change(Key::Indicator(DRAFT, IndicatorId(2)), None);
    let other = Indicator {
        weight: dec("5"),
        ..drafted(&it, 3)
    };
    it.indicator_in(DRAFT.0, 3, other);
    let revived = Indicator {
        retired: false,
        ..drafted(&it, 4)
    };
    it.indicator_in(DRAFT.0, 4, revived.clone());
    it.indicator_in(DRAFT.0, 5, revived);
    let found = compared(&it);
    let mut fates = fates(&found);
    fates.sort();
    let expected = [
        (1, Difference::Retired),
        (2, Difference::Removed),
        (3, Difference::Changed),
        (4, Difference::Revived),
        (5, Difference::Added),
    ];
    assert_eq!(fates, expected);
    assert!(
        expected
            .iter()
            .all(|it| count(&found.indicators, it.1) == 1)
    );
    // What only the earlier edition has is opened there.
    let gone = found
        .indicators
        .iter()
        .find(|it| it.difference == Difference::Removed);
    let key = Key::Indicator(EditionId(1), IndicatorId(2));
    assert_eq!(gone.and_then(Pair::key), Some(key));
    assert!(found.directions.is_empty() && found.edition.is_none());
}

#[test]
fn renumbered_codes_are_changed_codes_and_nothing_else() {
    let mut it = world();
    let codes = [(1, "1.2"), (2, "1.1")];
    for (id, code) in codes {
        let body = Indicator {
            code: code.into(),
            ..drafted(&it, id)
        };
        it.indicator_in(DRAFT.0, id, body);
    }
    let found = compared(&it);
    assert_eq!(
        fates(&found),
        [(2, Difference::Changed), (1, Difference::Changed)]
    );
    let told = fields(&it.state, &found.indicators[0]);
    let code = (Phrase::FieldCode, "1.2".to_owned(), "1.1".to_owned());
    assert_eq!(told, [code]);
}

/// What was added and taken out again leaves numbers behind an order that nobody sees; a move is told of what was moved alone.
#[test]
fn only_what_was_moved_has_another_place() {
    let mut it = world();
    let ordered = |it: &mut Measured, orders: &[(u32, u32)]| {
        for (id, order) in orders {
            let body = Indicator {
                order: *order,
                ..drafted(it, *id)
            };
            it.indicator_in(DRAFT.0, *id, body);
        }
    };
    ordered(&mut it, &[(1, 10), (2, 11), (3, 13)]);
    assert!(compared(&it).is_empty());
    ordered(&mut it, &[(3, 1)]);
    let found = compared(&it);
    assert_eq!(fates(&found), [(3, Difference::Changed)]);
    let told = fields(&it.state, &found.indicators[0]);
    let place = (Phrase::FieldOrder, "3".to_owned(), "1".to_owned());
    assert_eq!(told, [place]);
}

#[test]
fn fields_are_told_in_words() {
    let mut it = world();
    let body = Indicator {
        scoring: bands(&[("-", "0"), ("60", "1.5")]),
        weight: dec("2.50"),
        better: Better::Lower,
        bounds: Bounds {
            hard_min: Some(dec("0")),
            soft_max: Some(dec("99.5")),
            ..Bounds::default()
        },
        measured_on: Some((6, 1)),
        direction: DirectionId(2),
        retired: false,
        ..drafted(&it, 1)
    };
    it.indicator_in(DRAFT.0, 1, body);
    let found = compared(&it);
    let told = fields(&it.state, &found.indicators[0]);
    let expected = [
        (Phrase::FieldDirection, "1 ", "2 "),
        (Phrase::FieldBetter, "больше — лучше", "меньше — лучше"),
        (
            Phrase::FieldScoring,
            "менее 50 → 0 · от 50 → 1 · от 80 → 2",
            "менее 60 → 0 · от 60 → 1,5",
        ),
        (Phrase::FieldWeight, "1", "2,5"),
        (Phrase::FieldMeasuredOn, "", "01.06"),
        (Phrase::FieldBounds, "", "возможно ≥ 0; обычно ≤ 99,5"),
    ];
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let told: Vec<_> = (told.iter())
        .map(|it| (it.0, plain(&it.1), plain(&it.2)))
        .collect();
    let told: Vec<_> = (told.iter())
        .map(|it| (it.0, it.1.as_str(), it.2.as_str()))
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn levels_completeness_and_weights_of_directions_are_compared() {
    let mut it = world();
    let mut edition = it.state.editions[&DRAFT].body.clone();
    edition.completeness = dec("80");
    edition.min_months = 3;
    it.put(Key::Edition(DRAFT), Record::Edition(edition));
    let mut direction = it.state.directions[&(DRAFT, DirectionId(2))].body.clone();
    direction.weight = dec("30");
    let key = Key::Direction(DRAFT, DirectionId(2));
    it.put(key, Record::Direction(direction));
    let found = compared(&it);
    let told = fields(&it.state, found.edition.as_ref().unwrap());
    let names: Vec<_> = told.iter().map(|it| it.0).collect();
    assert_eq!(names, [Phrase::FieldCompleteness, Phrase::FieldMinMonths]);
    let told = fields(&it.state, &found.directions[0]);
    let weight = (Phrase::FieldWeight, "40".to_owned(), "30".to_owned());
    assert_eq!(told, [weight]);
}

/// Any field that differs is told: a change that nobody could read would pass unseen.
#[test]
fn no_field_of_an_indicator_changes_in_silence() {
    let mut it = world();
    let old = drafted(&it, 1);
    let changes: Vec<fn(&mut Indicator)> = vec![
        |it| it.direction = DirectionId(2),
        |it| it.code = "9".into(),
        |it| it.title = "другое".into(),
        |it| it.short = "другое".into(),
        |it| it.unit = "ед.".into(),
        |it| it.level = SubjectKind::Person,
        |it| it.measure = Measure::Number { whole: false },
        |it| it.scoring = Scoring::Relative,
        |it| it.scoring = Scoring::Printed(Vec::new()),
        |it| it.weight = dec("7"),
        |it| it.periodicity = Periodicity::Quarter,
        |it| it.roll_up = RollUp::Sum,
        |it| it.measured_on = Some((1, 1)),
        |it| it.bounds.soft_min = Some(dec("1")),
        |it| it.decimals = 3,
        |it| it.better = Better::Lower,
        |it| it.source = "ОО-2".into(),
        |it| it.method = "иначе".into(),
        |it| it.responsible = "отдел".into(),
        |it| it.note = NoteRule::Always,
        |it| it.evidence_required = true,
        |it| it.kinds = vec![smotr::domain::people::OrganisationKind::School],
        |it| it.na_reasons = vec!["нет".into()],
        |it| {
            it.wording = vec![Wording {
                points: dec("1"),
                text: "совет".into(),
            }]
        },
        |it| it.origin = Origin::Found,
        |it| it.origin_note = "постановление".into(),
        |it| it.retired = true,
        |it| it.order = 9,
        |it| it.jump = Some(dec("5")),
        |it| it.instruction = "проверить".into(),
    ];
    for (n, change) in changes.into_iter().enumerate() {
        let mut body = old.clone();
        change(&mut body);
        it.indicator_in(DRAFT.0, 1, body);
        let found = compared(&it);
        let told = fields(&it.state, &found.indicators[0]);
        assert_eq!(told.len(), 1, "{n}: {told:?}");
    }
}

#[test]
fn it_is_compared_with_what_it_is_based_on() {
    let mut it = world();
    it.edition(3, 70, 6);
    let mut edition = it.state.editions[&EditionId(3)].body.clone();
    assert_eq!(usual(&it.state, EditionId(3)), Some(DRAFT));
    edition.based_on = Some(EditionId(1));
    it.put(Key::Edition(EditionId(3)), Record::Edition(edition));
    assert_eq!(usual(&it.state, EditionId(3)), Some(EditionId(1)));
    assert_eq!(usual(&it.state, EditionId(1)), None);
}
