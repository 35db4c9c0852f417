//! Pictures of the two screens on the demo store, at the sizes people have. Each is looked at with a methodist's eyes before it is kept.

use smotr::locale::Lang;
use smotr::tui::screen::monitoring::Leader;

use crate::support::demo;
use crate::support::stage::Stage;

const SMALL: (u16, u16) = (80, 24);
const USUAL: (u16, u16) = (120, 36);
const LARGE: (u16, u16) = (200, 50);

/// The screen after these keys, at each of these sizes.
fn pictures(sizes: &[(u16, u16)], keys: &str, then: impl Fn(&mut Stage)) -> String {
    let mut out = String::new();
    for size in sizes {
        let mut stage = demo::stage(*size);
        stage.press_and_rest(keys);
        then(&mut stage);
        out.push_str(&format!(
            "{} × {} {keys}\n{}",
            size.0,
            size.1,
            stage.screen()
        ));
    }
    out
}

/// Down to this organisation in the right-hand pane.
fn to(name: &str) -> impl Fn(&mut Stage) {
    move |stage| {
        let rows = &stage.app.monitoring.panes.rows;
        let at = rows.iter().position(|it| it.name == name);
        let at = at.unwrap_or_else(|| panic!("no row of {name}"));
        stage.press_and_rest("<Home>");
        stage.press_and_rest(&"↓".repeat(at));
    }
}

#[test]
fn monitoring() {
    insta::assert_snapshot!(pictures(&[SMALL, USUAL, LARGE], "6→2→", to("СШ № 12")));
}

#[test]
fn monitoring_in_english() {
    let mut out = String::new();
    for size in [SMALL, USUAL] {
        let mut stage = demo::stage_in(size, Lang::En);
        stage.press_and_rest("6→2→");
        out.push_str(&stage.screen());
    }
    insta::assert_snapshot!(out);
}

#[test]
fn leaders_first() {
    insta::assert_snapshot!(pictures(&[SMALL, USUAL], "л12→6→↓", |_| ()));
}

#[test]
fn marks_and_filter() {
    insta::assert_snapshot!(pictures(&[SMALL, USUAL], "6→2→вв↓вфсш⏎", |_| ()));
}

#[test]
fn closed_period() {
    insta::assert_snapshot!(pictures(&[SMALL, USUAL], "хх6→2→", |_| ()));
}

/// A value with all that followed: advice, decision, assignments, reports; in small and with the detail over most of the screen.
#[test]
fn followed_value() {
    let store = demo::store();
    let state = &store.state;
    let open = state.periods.iter().max_by_key(|(_, it)| it.to).unwrap();
    // The value with the most to say.
    let cell = (state.recommendations.values())
        .filter_map(|it| it.ground)
        .filter(|it| it.period == *open.0)
        .max_by_key(|it| {
            let decided: usize = smotr::analysis::related::decisions_about(state, *it)
                .into_iter()
                .map(|it| state.assignments_of.of(it).count())
                .sum();
            (decided, std::cmp::Reverse(*it))
        })
        .unwrap();
    let go = |stage: &mut Stage| {
        smotr::tui::screen::monitoring::walk::go_to_cell(&mut stage.app, cell);
        stage.rest();
    };
    let normal = pictures(&[SMALL, USUAL], "", go);
    let expanded = pictures(&[SMALL, USUAL], "", |stage| {
        go(stage);
        stage.press("Р");
    });
    insta::assert_snapshot!(normal + &expanded);
}

/// Every kind of cell at the right-hand pane: expert points, choices, a person's, computed ones, the municipality's.
#[test]
fn kinds_of_cells() {
    let mut out = String::new();
    for keys in ["1→4→", "2→4→↓↓↓↓↓↓", "2→5→", "5→2→", "5→6→", "6→6→"]
    {
        out.push_str(&pictures(&[USUAL], keys, |_| ()));
    }
    insta::assert_snapshot!(out);
}

/// Rows that are not as others: a vacancy, an acting head, «нет данных», a percent without parts.
#[test]
fn unusual_rows() {
    let mut out = pictures(&[SMALL, USUAL], "6→2→", to("СШ № 15"));
    let mut stage = demo::stage(USUAL);
    for wanted in ["и. о.", "нет данных", "н/п"] {
        let found = find(&mut stage, wanted);
        assert!(found, "the demo shows no «{wanted}»");
        out.push_str(&stage.screen());
    }
    insta::assert_snapshot!(out);
}

/// Goes to the first row that says this, anywhere in the period.
fn find(stage: &mut Stage, wanted: &str) -> bool {
    for direction in 1..=6 {
        for indicator in 1..=6 {
            stage.press_and_rest(&format!("⎋⎋⎋{direction}→{indicator}→<Home>"));
            let rows = &stage.app.monitoring.panes.rows;
            let says = |text: &str| text.replace('\u{a0}', " ").contains(wanted);
            if let Some(at) = rows.iter().position(|it| says(&it.head) || says(&it.value)) {
                stage.press_and_rest(&"↓".repeat(at));
                return true;
            }
        }
    }
    false
}

#[test]
fn nothing_yet() {
    let mut out = String::new();
    for size in [SMALL, USUAL] {
        let mut stage = Stage::with(
            Default::default(),
            demo::OWNER,
            size,
            Lang::Ru,
            Default::default(),
            Vec::new(),
        );
        out.push_str(&stage.rest().screen());
    }
    insta::assert_snapshot!(out);
}

#[test]
fn journal() {
    insta::assert_snapshot!(pictures(&[SMALL, USUAL], "<F9>↓↓", |_| ()));
}

#[test]
fn journal_filtered() {
    insta::assert_snapshot!(pictures(&[SMALL, USUAL], "<F9>ферёмин⏎", |_| ()));
}

/// With nobody chosen the panes turned round begin with the first leader.
#[test]
fn leaders_first_from_the_start() {
    let mut stage = demo::stage(USUAL);
    stage.press("л");
    let chosen: Option<Leader> = stage.app.monitoring.chosen.leader;
    assert!(chosen.is_some_and(|it| it.organisation.is_some()));
    assert!(!stage.app.monitoring.panes.rows.is_empty());
}
