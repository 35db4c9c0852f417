//! The bands that a table means, the nearest mended ones, and rows printed from bands.

use proptest::prelude::*;
use smotr::analysis::exact::Exact;
use smotr::analysis::points::band_of;
use smotr::domain::scale::{Defect, Interval, close, mend, rows_of};
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
            "… → 0; 60 → 1; >80 → 2",
        ),
        (
            share(),
            "до 40 включительно → 0 / свыше 40 до 60 включительно → 1 / свыше 60 → 2",
            "… → 0; >40 → 1; >60 → 2",
        ),
        (above(), ">1 → 0 / =1 → 1 / <1 → 2", "… → 2; 1 → 1; >1 → 0"),
        (share(), "0 → 0 / св. 0 → 1", "… → 0; >0 → 1"),
        (count(), "до 5 вкл. → 0 / более 5 → 1", "… → 0; 6 → 1"),
        (
            count(),
            "0 → 0 / 1–5 → 1 / 6–10 → 2 / 11 и более → 3",
            "… → 0; 1 → 1; 6 → 2; 11 → 3",
        ),
        (count(), "0 → 3 / 1 → 1 / >1 → 0", "… → 3; 1 → 1; 2 → 0"),
        (share(), "0–60 → 1 / 50–100 → 1", "… → 1; 50 → 1"),
        (share(), "<100 → 0 / 100 → 1", "… → 0; 100 → 1"),
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
    // A row for which there is no value would be gone with the bands, and wanted again when the bounds turn out to be wrong.
    let faults = close(&table(share(), "<50 → 0 / 50–100 → 1 / >100 → 2")).unwrap_err();
    assert!(
        matches!(faults.as_slice(), [Defect::OutOfBounds { row: 2, .. }]),
        "{faults:?}"
    );
}

/// The rows of a table as they are after mending.
fn mended(it: &Table) -> Table {
    let mut out = it.clone();
    for (row, interval) in mend(it) {
        out.rows[row].interval = Ok(interval);
    }
    out
}

fn lines(it: &Table) -> String {
    let line = |row: &Row| {
        let locale = Locale::new(Lang::Ru);
        let it = row.interval.as_ref();
        it.map_or("?".into(), |it| locale.interval(it))
    };
    let all: Vec<String> = it.rows.iter().map(line).collect();
    all.join(" / ")
}

#[test]
fn what_only_the_printing_leaves_open_is_mended() {
    for (values, text, want) in [
        (
            above(),
            "0 → 0 / 0,1–5 → 1 / 6–10 → 2 / 11–15 → 3 / >15 → 4",
            "… → 0; 0,1 → 1; 6 → 2; 11 → 3; >15 → 4",
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
            "… → 3; 3 → 2; 5 → 1; >10 → 0",
        ),
        (
            share(),
            "до 3 вкл. → 3 / до 5 вкл. → 2 / выше 5 → 0",
            "… → 3; >3 → 2; >5 → 0",
        ),
        (
            share(),
            "0–40 → 0 / 40–60 → 1 / 60–100 → 2",
            "… → 0; 40 → 1; 60 → 2",
        ),
        (
            share(),
            "0 → 0 / 0–5 → 1 / 5,1–100 → 2",
            "… → 0; >0 → 1; 5,1 → 2",
        ),
        (
            count(),
            "0 → 0 / 0–5 → 1 / 5–9 → 2 / от 10 → 3",
            "… → 0; 1 → 1; 5 → 2; 10 → 3",
        ),
        (
            share(),
            "60–40 → 1 / <40 → 0 / >60 → 2",
            "… → 0; 40 → 1; >60 → 2",
        ),
        (
            share(),
            "0–40 → 0 / от 40 → 1 / от 60 → 2 / от 80 → 3",
            "… → 0; 40 → 1; 60 → 2; 80 → 3",
        ),
    ] {
        let again = mended(&table(values, text));
        assert_eq!(
            close(&again).map(|it| told(&it)),
            Ok(want.into()),
            "{text} is {}",
            lines(&again)
        );
    }
}

#[test]
fn what_would_be_a_guess_is_left_as_it_is() {
    for (values, text) in [
        (share(), "95–100 → 3"),
        (share(), "от 80 → 3 / 0–60 → 1"),
        (share(), "0–60 → 0 / 50–100 → 1"),
        (share(), "менее 59 → 0 / от 60 → 1"),
        (share(), "<40 → 0 / >40 → 1"),
        (share(), "5 → 1 / 5 → 2"),
        (count(), "0–4 → 0 / от 6 → 1"),
        (share(), "до 40 → 0 / 0–40 → 1 / >40 → 2"),
    ] {
        let it = table(values, text);
        assert_eq!(mend(&it), [], "{text}");
        assert!(close(&it).is_err(), "{text}");
    }
    // The hairlines go, the unfinished end stays.
    let it = table(share(), "40–59 → 1 / 60–79 → 2");
    let after = mended(&it);
    assert_eq!(lines(&after), "от 40, но менее 60 / 60–79");
    let left = close(&after).unwrap_err();
    assert!(
        matches!(
            left.as_slice(),
            [Defect::BelowLowest { .. }, Defect::AboveHighest { .. }]
        ),
        "{left:?}"
    );
}

#[test]
fn bands_are_printed_as_rows() {
    for (values, text, want) in [
        (share(), "<40 → 0 / 40–100 → 1", "менее 40 / 40 и выше"),
        (
            share(),
            "<40 → 0 / [40;100) → 1 / 100 → 2",
            "менее 40 / от 40, но менее 100 / 100",
        ),
        (count(), "0 → 0 / 1–5 → 1 / 6+ → 2", "0 / 1–5 / 6 и выше"),
        (
            share(),
            "до 40 → 0 / свыше 40 до 60 → 1 / >60 → 2",
            "не более 40 / свыше 40 до 60 включительно / свыше 60",
        ),
        (above(), ">1 → 0 / =1 → 1 / <1 → 2", "менее 1 / 1 / свыше 1"),
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

fn score(bands: &[Band], value: Exact) -> Option<Decimal> {
    band_of(bands, value).map(|it| it.1.points)
}

/// Whether a printed line has a value, by its words alone.
fn has(it: &Interval, value: Exact) -> bool {
    it.low
        .is_none_or(|(low, belongs)| value > low || belongs && value == low)
        && it
            .high
            .is_none_or(|(high, belongs)| value < high || belongs && value == high)
}

/// Each edge of 0…6, a third of the way around it, and values no further from it than a trillionth.
fn around(values: &Values) -> Vec<Exact> {
    let part = |n: i64, of: i64| Exact::ratio(n.into(), of.into()).unwrap();
    let whole = values.grain == Grain::Whole;
    let beside: &[(i64, i64)] = match whole {
        true => &[(0, 1)],
        false => &[
            (0, 1),
            (1, 3),
            (-1, 3),
            (1, 1_000_000_000_000),
            (-1, 1_000_000_000_000),
        ],
    };
    (0..=7)
        .flat_map(|n| {
            beside
                .iter()
                .map(move |(by, of)| Exact::whole(n) + part(*by, *of))
        })
        .filter(|it| *it >= Exact::ZERO && values.max.is_none_or(|max| *it <= max))
        .collect()
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
        let printed = |value: Exact| -> Vec<Decimal> {
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
                for value in around(&it.values) {
                    prop_assert_eq!(score(&bands, value), printed(value).first().copied(), "{:?} {}", value, told(&bands));
                    prop_assert_eq!(printed(value).len(), 1);
                }
                let again = Table { rows: rows_of(&bands, &it.values), ..it.clone() };
                prop_assert_eq!(close(&again).map(|it| told(&it)), Ok(told(&bands)));
                // In words and read again it is the same scale.
                let locale = Locale::new(Lang::Ru);
                let read = |row: &Row| Row::read(&locale.interval(row.interval.as_ref().unwrap()), row.points);
                let read = Table { rows: again.rows.iter().map(read).collect(), ..it.clone() };
                prop_assert_eq!(close(&read).map(|it| told(&it)), Ok(told(&bands)));
                prop_assert_eq!(mend(&it), []);
            }
            // Every fault shows a value that is not scored once.
            Err(faults) => for fault in faults {
                match fault {
                    Defect::Gap { sample, .. } | Defect::BelowLowest { sample, .. } | Defect::AboveHighest { sample, .. } =>
                        prop_assert_eq!(printed(sample.into()), [], "{:?}", fault),
                    Defect::Overlap { sample, .. } => prop_assert!(printed(sample.into()).len() > 1, "{:?}", fault),
                    Defect::Nothing { .. } | Defect::Reversed { .. } | Defect::OutOfBounds { .. } => {}
                    other => prop_assert!(false, "{:?}", other),
                }
            },
        }
    }

    #[test]
    fn mending_makes_nothing_worse_and_comes_to_an_end(
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
        let once = mended(&it);
        // What one row alone had before, it has still; nothing that is typed is lost.
        for value in (0..=16).map(|n| Decimal::new(n * 5, 1)) {
            if whole && !value.fract().is_zero() { continue; }
            let (before, after) = (it.rows_at(value), once.rows_at(value));
            if before.len() == 1 {
                prop_assert_eq!(after, before, "{} in {:?}", value, lines);
            }
        }
        if close(&it).is_ok() {
            prop_assert_eq!(mend(&it), [], "{:?}", lines);
        }
    }
}
