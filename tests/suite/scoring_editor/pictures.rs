//! Pictures of the editor at the sizes people have. Each is looked at with a methodist's eyes before it is kept.

use smotr::domain::catalogue::{Better, Measure};

use super::*;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// The editor after this was done in it, at each size.
fn pictures(id: IndicatorId, change: fn(&mut Indicator), play: fn(&mut Stage)) -> String {
    let mut out = String::new();
    for size in SIZES {
        let mut stage = editing_in(size, id, change);
        play(&mut stage);
        out.push_str(&format!("{} × {}\n{}", size.0, size.1, stage.screen()));
    }
    out
}

#[test]
fn a_scale() {
    insta::assert_snapshot!(pictures(RATIO, |_| {}, |_| {}));
}

#[test]
fn a_scale_with_defects() {
    let lower = |it: &mut Indicator| it.better = Better::Lower;
    insta::assert_snapshot!(pictures(RATIO, lower, |stage| {
        let rows = [
            ("0", "4"),
            ("0,1–5", "3"),
            ("6–10", "2"),
            ("от", "1"),
            (">15", "0"),
        ];
        type_rows(stage, &rows);
        stage.press("⏎5,4");
    }));
}

#[test]
fn a_mended_scale_with_a_reversed_formula() {
    let reversed = |it: &mut Indicator| {
        if let Measure::Ratio {
            numerator,
            denominator,
            ..
        } = &mut it.measure
        {
            numerator.title = "обучающихся на начало года".into();
            denominator.title = "обучающихся на конец года".into();
        }
    };
    insta::assert_snapshot!(pictures(RATIO, reversed, |stage| {
        type_rows(stage, &[("менее 95", "0"), ("95–97", "1"), ("98–100", "5")]);
        stage.press("<F4>");
    }));
}

#[test]
fn options() {
    insta::assert_snapshot!(pictures(CHOICE, |_| {}, |_| {}));
}

#[test]
fn per_unit() {
    insta::assert_snapshot!(pictures(
        COUNT,
        |_| {},
        |stage| {
            stage.press("⇥⇥⇥⇥4");
        }
    ));
}

#[test]
fn expert() {
    insta::assert_snapshot!(pictures(EXPERT, |_| {}, |_| {}));
}

#[test]
fn relative() {
    insta::assert_snapshot!(pictures(SCORE, |_| {}, |_| {}));
}

#[test]
fn published() {
    let mut stage = stage_of(world(RATIO, |_| {}), ORLOVA, (80, 24));
    stage.press("<F8>⏎↓↓⏎ф1.1⏎<End>ш");
    insta::assert_snapshot!(stage.screen());
}

#[test]
fn conflict() {
    let mut stage = editing(RATIO, |_| {});
    stage.press("до 30");
    let mut theirs = stored(&stage, RATIO);
    theirs.scoring = Scoring::Bands(vec![
        Band {
            from: None,
            points: 0.into(),
        },
        Band {
            from: Some(smotr::domain::number::Edge::at(50.into())),
            points: 5.into(),
        },
    ]);
    let put = put(&stage.state, RATIO, theirs);
    stage.other(SEROVA, put).unwrap();
    stage.press("<F2>");
    insta::assert_snapshot!(stage.screen());
}
