//! What is wrong with tables, as printed in real papers and otherwise.

use smotr::domain::catalogue::Better;
use smotr::domain::catalogue::Scoring;
use smotr::domain::scale::defects::Severity;
use smotr::domain::scale::{Defect, Table, Values, defects, rows_of};

use super::*;

fn short(it: &Defect) -> String {
    let rows: Vec<String> = it.rows().iter().map(|it| (it + 1).to_string()).collect();
    let rows = rows.join("+");
    match it {
        Defect::NoRow => "no row".into(),
        Defect::OneRow => "one row".into(),
        Defect::Unreadable { .. } => format!("{rows} unreadable"),
        Defect::NoPoints { .. } => format!("{rows} no points"),
        Defect::Reversed { .. } => format!("{rows} reversed"),
        Defect::Nothing { .. } => format!("{rows} nothing"),
        Defect::OutOfBounds { .. } => format!("{rows} out"),
        Defect::Gap { sample, .. } => format!("{rows} gap {sample}"),
        Defect::Overlap { sample, .. } => format!("{rows} overlap {sample}"),
        Defect::BelowLowest { sample, .. } => format!("{rows} below {sample}"),
        Defect::AboveHighest { sample, .. } => format!("{rows} above {sample}"),
        Defect::WrongWay { .. } => "wrong way".into(),
        Defect::NotMonotone { .. } => format!("{rows} not monotone"),
        Defect::NothingToGain { most } => format!("most {most}"),
        Defect::Negative { points, .. } => format!("{rows} negative {points}"),
    }
}

#[track_caller]
fn check(values: Values, better: Better, text: &str, want: &[&str]) {
    let it = Table {
        better,
        ..table(values, text)
    };
    let found: Vec<String> = defects(&it).iter().map(short).collect();
    assert_eq!(found, want, "{text}");
}

#[test]
fn the_defects_of_official_tables_are_found() {
    use Better::{Higher, Lower};
    // podelise.ru: «где 5,4?»
    let bins = "0 → 0 / 0,1–5 → 1 / 6–10 → 2 / 11–15 → 3 / >15 → 4";
    check(
        above(),
        Higher,
        bins,
        &["1+2 gap 0.04", "2+3 gap 5.4", "3+4 gap 10.4"],
    );
    let bins = "0 → 0 / 1–5 → 1 / 6–10 → 2 / 11–15 → 3 / >15 → 4";
    check(count(), Higher, bins, &[]);
    let bins = "до 40 → 0 / 40–59 → 10 / 60–79 → 25 / 80–100 → 30";
    check(share(), Higher, bins, &["2+3 gap 59.4", "3+4 gap 79.4"]);
    check(
        above(),
        Higher,
        bins,
        &["2+3 gap 59.4", "3+4 gap 79.4", "4 above 101"],
    );
    // Overlapping wording.
    let wording = "до 60 → 0 / 60–80 → 1 / свыше 80 → 2";
    check(share(), Higher, wording, &[]);
    let wording = "до 60 → 0 / 60–80 → 1 / 80–100 → 2";
    check(share(), Higher, wording, &["2+3 overlap 80"]);
    // kostrom-gov.ru: 100 belongs to it, more than 100 does not.
    let plan = "менее 50 → 0 / от 50 до 65 → 1 / от 65 до 95 → 2 / от 95 до 100 → 5";
    check(share(), Higher, plan, &[]);
    check(above(), Higher, plan, &["4 above 100"]);
    let plan = plan.replace("от 95 до 100", "95–100");
    check(above(), Higher, &plan, &["4 above 101"]);
    // topuch.com: each line is meant to begin where the one before ends.
    let up_to = "до 3 → 3 / до 5 → 2 / до 10 → 1 / свыше 10 → 0";
    check(share(), Lower, up_to, &["1+2 overlap 0", "2+3 overlap 0"]);
    // sverdlovsk-gov.ru: a band of one value among decimals.
    let ratio = ">1 → 0 / =1 → 1 / <1 → 2";
    check(above(), Lower, ratio, &[]);
    // docs.cntd.ru/432816407
    let share_of = "90–100 → 20 / 70–89 → 10 / менее 70 → 0";
    check(share(), Higher, share_of, &["1+2 gap 89.4"]);
}

#[test]
fn whatever_is_wrong_with_a_table_is_found() {
    use Better::{Higher, Lower};
    for (values, better, text, want) in [
        (share(), Higher, "до 40 → 0 / 40 и выше → 1", &[][..]),
        (share(), Higher, "40 и выше → 1 / до 40 → 0", &[]),
        (share(), Higher, "до 40 → 0 / свыше 40 → 1", &[]),
        (share(), Higher, "<40 → 0 / >40 → 1", &["1+2 gap 40"]),
        (share(), Higher, "<40 → 0 / 50 и выше → 1", &["1+2 gap 44"]),
        (count(), Higher, "до 40 → 0 / 41 и более → 1", &[]),
        (count(), Higher, "<40 → 0 / 41 и более → 1", &["1+2 gap 40"]),
        (
            share(),
            Higher,
            "до 40 → 0 / сорок → 1 / 60 и выше → 2",
            &["2 unreadable"],
        ),
        (share(), Higher, "до 40 → 0 / 40 и выше", &["2 no points"]),
        (
            share(),
            Higher,
            "до 40 → 0 / 60–40 → 1 / >60 → 2",
            &["2 reversed"],
        ),
        (
            share(),
            Higher,
            "до 40 → 0 / (50;50) → 1 / 40 и выше → 2",
            &["2 nothing"],
        ),
        (
            count(),
            Higher,
            "до 6 → 0 / (5;6) → 1 / 6 и более → 2",
            &["2 nothing"],
        ),
        (
            share(),
            Higher,
            "<0 → 0 / до 40 → 1 / 40–100 → 2 / >100 → 3",
            &["1 out", "4 out"],
        ),
        (
            share(),
            Higher,
            "20–40 → 0 / 41–90 → 1",
            &["1 below 0", "1+2 gap 40.4", "2 above 100"],
        ),
        (share(), Higher, ">0 → 1 / 0 → 0", &[]),
        (share(), Higher, ">0 → 1", &["1 below 0", "one row"]),
        (
            share(),
            Higher,
            "0–60 → 0 / 50–100 → 1",
            &["1+2 overlap 50"],
        ),
        (share(), Higher, "0–60 → 1 / 50–100 → 1", &[]),
        (share(), Higher, "до 40 → 2 / 40 и выше → 1", &["wrong way"]),
        (share(), Lower, "до 40 → 2 / 40 и выше → 1", &[]),
        (share(), Lower, "до 40 → 1 / 40 и выше → 2", &["wrong way"]),
        (
            share(),
            Higher,
            "до 40 → 0 / от 40 до 60 → 2 / 60 и выше → 1",
            &["2+3 not monotone"],
        ),
        (
            share(),
            Higher,
            "до 40 → -1 / 40 и выше → 0",
            &["most 0", "1 negative -1"],
        ),
        (share(), Higher, "любое → 1", &["one row"]),
    ] {
        check(values, better, text, want);
    }
    let none = Table {
        rows: Vec::new(),
        ..table(share(), "0 → 0")
    };
    assert_eq!(defects(&none), [Defect::NoRow]);
}

#[test]
fn the_shipped_scales_have_no_defect() {
    let mut tables = 0;
    for it in shipped() {
        let (Scoring::Bands(bands), Some(values)) = (&it.scoring, Values::of(&it)) else {
            continue;
        };
        let rows = rows_of(bands, &values);
        let found = defects(&Table {
            rows,
            values,
            better: it.better,
        });
        assert_eq!(found, [], "{} {}", it.code, it.title);
        tables += 1;
    }
    assert!(tables > 20, "{tables}");
}

#[test]
fn what_can_stay_is_a_remark() {
    let of = |text: &str| -> Vec<Severity> {
        defects(&table(share(), text))
            .iter()
            .map(Defect::severity)
            .collect()
    };
    assert_eq!(of("до 40 → 1 / от 40 → 0"), [Severity::Remark]);
    assert_eq!(of("до 40 → 0 / от 41 → 1"), [Severity::Fault]);
}
