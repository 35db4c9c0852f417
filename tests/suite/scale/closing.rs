//! The bands that a table means, the nearest mended ones, and rows printed from bands.

use proptest::prelude::*;
use smotr::domain::scale::{Defect, Interval, close, defects, rows_of, suggest};
use smotr::locale::{Lang, Locale};

use super::*;

#[test]
fn a_sound_table_is_just_these_bands() {
    for (values, text, want) in [
        (
            share(),
            "до 40 → 0 / от 40 до 60 → 1 / 60 и выше → 2",
            "… → 0; 40 → 1; 60 → 2",
        ),
        (
            share(),
            "80–100 → 3 / от 60 до 80 → 2 / <60 → 0",
            "… → 0; 60 → 2; 80 → 3",
        ),
        (
            share(),
            "до 60 → 0 / 60–80 → 1 / свыше 80 → 2",
            "… → 0; 60 → 1; 80 → 2",
        ),
        (
            count(),
            "0 → 0 / 1–5 → 1 / 6–10 → 2 / 11 и более → 3",
            "… → 0; 1 → 1; 6 → 2; 11 → 3",
        ),
        (count(), "0 → 3 / 1 → 1 / >1 → 0", "… → 3; 1 → 1; 2 → 0"),
        (share(), "0–60 → 1 / 50–100 → 1", "… → 1; 50 → 1"),
        (share(), "<100 → 0 / 100 → 1", "… → 0; 100 → 1"),
        (share(), "<50 → 0 / 50–100 → 1 / >100 → 2", "… → 0; 50 → 1"),
    ] {
        assert_eq!(
            close(&table(values, text)).map(|it| told(&it)),
            Ok(want.into()),
            "{text}"
        );
    }
    let faults = close(&table(share(), "до 40 → 0 / от 41 → -1")).unwrap_err();
    assert!(
        matches!(faults.as_slice(), [Defect::Gap { .. }]),
        "{faults:?}"
    );
}

#[test]
fn the_nearest_mended_scale_closes_every_gap_at_the_next_row() {
    for (values, text, want) in [
        (
            above(),
            "0 → 0 / 0,1–5 → 1 / 6–10 → 2 / 11–15 → 3 / >15 → 4",
            "… → 0; 0,1 → 1; 6 → 2; 11 → 3; 15 → 4",
        ),
        (
            share(),
            "до 40 → 0 / 40–59 → 10 / 60–79 → 25 / 80–100 → 30",
            "… → 0; 40 → 10; 60 → 25; 80 → 30",
        ),
        (
            share(),
            "90–100 → 20 / 70–89 → 10 / менее 70 → 0",
            "… → 0; 70 → 10; 90 → 20",
        ),
        (
            share(),
            "до 3 → 3 / до 5 → 2 / до 10 → 1 / свыше 10 → 0",
            "… → 3; 3 → 2; 5 → 1; 10 → 0",
        ),
        (
            share(),
            "от 80 → 3 / от 60 → 2 / от 40 → 1",
            "… → 1; 60 → 2; 80 → 3",
        ),
        (above(), ">1 → 0 / =1 → 1 / <1 → 2", "… → 2; 1 → 1; 1,1 → 0"),
        (
            share(),
            "0 → 0 / 0–5 → 1 / 6–100 → 2",
            "… → 0; 0,1 → 1; 6 → 2",
        ),
        (share(), "0–60 → 0 / 50–100 → 1", "… → 0; 50 → 1"),
        (share(), "до 40 → 0 / 0–40 → 1 / >40 → 2", "… → 0; 40 → 2"),
        (share(), "5 → 1 / 5 → 2 / 6–100 → 3", "… → 1; 6 → 3"),
        (
            share(),
            "95–100 → 5 / сорок → 1 / 50–65 → 2",
            "… → 2; 95 → 5",
        ),
        (count(), "2–5 → 1 / 8–10 → 2", "… → 1; 8 → 2"),
        (
            share(),
            "60–40 → 1 / <40 → 0 / >60 → 2",
            "… → 0; 40 → 1; 60 → 2",
        ),
    ] {
        let mended = suggest(&table(values, text));
        assert_eq!(told(&mended), want, "{text}");
        let again = Table {
            rows: rows_of(&mended, &values),
            ..table(values, text)
        };
        assert_eq!(close(&again).map(|it| told(&it)), Ok(want.into()), "{text}");
    }
    assert_eq!(suggest(&table(share(), "сорок → 1")), []);
}

#[test]
fn bands_are_printed_as_rows() {
    for (values, text, want) in [
        (share(), "<40 → 0 / 40–100 → 1", "менее 40 / 40 и выше"),
        (
            share(),
            "<40 → 0 / [40;100) → 1 / 100 → 2",
            "менее 40 / от 40 до 100 / 100",
        ),
        (count(), "0 → 0 / 1–5 → 1 / 6+ → 2", "0 / 1–5 / 6 и выше"),
    ] {
        let rows = rows_of(&close(&table(values, text)).unwrap(), &values);
        let rows: Vec<String> = rows
            .iter()
            .map(|it| Locale::new(Lang::Ru).interval(it.interval.as_ref().unwrap()))
            .collect();
        assert_eq!(rows.join(" / "), want);
    }
}

#[test]
fn a_value_is_looked_up_in_the_table_as_printed() {
    let text = "до 60 → 0 / 60–80 → 1 / 80–90 → 2 / 91–100 → 3";
    for (value, want) in [
        ("0", &[0][..]),
        ("60", &[1]),
        ("80", &[1, 2]),
        ("90,5", &[]),
        ("100", &[3]),
        ("101", &[]),
    ] {
        assert_eq!(table(share(), text).rows_at(dec(value)), want, "{value}");
    }
    // «До» has its end where the next line begins behind it.
    let open = table(share(), "до 10 → 1 / свыше 10 → 0");
    assert_eq!(open.rows_at(dec("10")), [0]);
}

fn score(bands: &[Band], value: Decimal) -> Option<Decimal> {
    (bands.iter().rev())
        .find(|it| it.from.is_none_or(|from| from <= value))
        .map(|it| it.points)
}

fn has(it: &Interval, value: Decimal) -> bool {
    it.low
        .is_none_or(|(low, belongs)| low < value || belongs && low == value)
        && it
            .high
            .is_none_or(|(high, belongs)| value < high || belongs && high == value)
}

/// A table of any rows among few values, so that sound ones are not rare.
fn any_table() -> impl Strategy<Value = Table> {
    let cut = (0i64..=6, any::<bool>());
    let cuts = proptest::collection::btree_set(cut, 0..5);
    (
        cuts,
        any::<bool>(),
        any::<bool>(),
        proptest::collection::vec(0i64..4, 6),
        0usize..12,
    )
        .prop_map(|(cuts, whole, bounded, points, spoilt)| {
            let mut ends: Vec<Option<(i64, bool)>> = vec![None];
            ends.extend(cuts.into_iter().map(Some));
            ends.push(None);
            let rows = (ends.windows(2).zip(points).enumerate())
                .map(|(n, (pair, points))| {
                    let low = pair[0].map(|(at, after)| (Decimal::from(at), !after));
                    let high = pair[1]
                        .map(|(at, after)| (Decimal::from(at + i64::from(n == spoilt)), after));
                    Row {
                        interval: Ok(Interval {
                            low,
                            high,
                            loose: false,
                        }),
                        points: Some(points.into()),
                    }
                })
                .collect();
            let mut values = if whole { count() } else { share() };
            values.max = bounded.then_some(Decimal::from(6));
            Table {
                rows,
                values,
                better: Better::Higher,
            }
        })
}

/// A line of a scale among few values, now and then one that cannot be read.
fn any_line() -> impl Strategy<Value = String> {
    (0u8..9, -1i64..8, 0i64..8).prop_map(|(kind, low, high)| match kind {
        0 => format!("до {high}"),
        1 => format!("менее {high}"),
        2 => format!("{low}–{high}"),
        3 => format!("от {low} до {high}"),
        4 => format!("свыше {low}"),
        5 => format!("{low} и выше"),
        6 => format!("{low}"),
        7 => format!("свыше {low} до {high},5"),
        _ => format!("около {low}"),
    })
}

proptest! {
    #[test]
    fn a_closed_table_scores_every_value_as_its_row_does(it in any_table()) {
        let found = defects(&it);
        let edges: Vec<Decimal> = found.iter()
            .filter_map(|it| match it { Defect::Edge { value, .. } => Some(*value), _ => None })
            .collect();
        let step = if it.values.grain == Grain::Whole { 10 } else { 1 };
        let values: Vec<Decimal> = (0..=80).step_by(step).map(|n| Decimal::new(n, 1))
            .filter(|value| it.values.max.is_none_or(|max| *value <= max)).collect();
        let printed = |value: Decimal| -> Vec<Decimal> {
            let mut all: Vec<Decimal> = it.rows.iter()
                .filter(|row| has(row.interval.as_ref().unwrap(), value))
                .filter_map(|row| row.points).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        match close(&it) {
            Ok(bands) => {
                prop_assert!(bands.windows(2).all(|it| it[0].from < it[1].from), "{}", told(&bands));
                for value in values.into_iter().filter(|it| !edges.contains(it)) {
                    prop_assert_eq!(score(&bands, value), printed(value).first().copied(), "{} {}", value, told(&bands));
                    prop_assert_eq!(printed(value).len(), 1);
                }
                let again = Table { rows: rows_of(&bands, &it.values), ..it.clone() };
                prop_assert_eq!(close(&again).map(|it| told(&it)), Ok(told(&bands)));
            }
            // Every fault shows a value that is not scored once.
            Err(faults) => for fault in faults {
                match fault {
                    Defect::Gap { sample, .. } | Defect::BelowLowest { sample, .. } | Defect::AboveHighest { sample, .. } =>
                        prop_assert_eq!(printed(sample), [], "{:?}", fault),
                    Defect::Overlap { sample, .. } => prop_assert!(printed(sample).len() > 1, "{:?}", fault),
                    Defect::Inseparable { .. } | Defect::Nothing { .. } | Defect::Reversed { .. } => {}
                    other => prop_assert!(false, "{:?}", other),
                }
            },
        }
        let mended = suggest(&it);
        prop_assert!(mended.windows(2).all(|it| it[0].from < it[1].from), "{}", told(&mended));
        prop_assert!(mended.first().is_none_or(|it| it.from.is_none()));
        let again = Table { rows: rows_of(&mended, &it.values), ..it };
        prop_assert_eq!(close(&again).map(|it| told(&it)), Ok(told(&mended)));
    }

    #[test]
    fn whatever_is_typed_is_mended_to_a_sound_scale(
        lines in proptest::collection::vec(any_line(), 0..6),
        whole in any::<bool>(),
        bounded in any::<bool>(),
    ) {
        let mut values = if whole { count() } else { share() };
        values.max = bounded.then_some(Decimal::from(6));
        let rows = (lines.iter().enumerate())
            .map(|(n, line)| Row::read(line, Some(Decimal::from(n))))
            .collect();
        let it = Table { rows, values, better: Better::Higher };
        let mended = suggest(&it);
        let again = Table { rows: rows_of(&mended, &it.values), ..it.clone() };
        if !mended.is_empty() {
            prop_assert_eq!(close(&again).map(|it| told(&it)), Ok(told(&mended)), "{:?}", lines);
        }
        // Nothing is mended where nothing but edges is amiss.
        if let Ok(bands) = close(&it) {
            prop_assert_eq!(told(&bands), told(&mended), "{:?}", lines);
        }
    }
}
