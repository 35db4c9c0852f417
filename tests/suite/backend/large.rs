//! The budgets on a large store: 700 organisations, up to 16 indicators in a direction, real rows.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use smotr::exchange::demo::Options;
use smotr::locale::Lang;
use smotr::tui::keys::Keymap;
use smotr::tui::render::render;

use super::Pair;
use crate::support::demo;
use crate::support::stage::Stage;

const SIZE: Size = Size {
    width: 120,
    height: 40,
};

/// Bytes of one step of a list.
pub(super) const SCROLL: usize = 300;

/// The interface on a stage, with everything sent that stands there.
pub(super) struct Line {
    pub(super) stage: Stage,
    pair: Pair,
}

impl Line {
    pub(super) fn new() -> Line {
        let store = demo::of(Options::sized(700, 1));
        let size = (SIZE.width, SIZE.height);
        let (lang, keymap) = (Lang::Ru, Keymap::default());
        let stage = Stage::with(store.state, demo::OWNER, size, lang, keymap, Vec::new());
        let mut line = Line {
            stage,
            pair: Pair::new(SIZE),
        };
        line.sent("start");
        line
    }

    /// Bytes of the next frame.
    fn sent(&mut self, when: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, SIZE)));
        let cursor = render(&self.stage.app, &mut buffer);
        self.pair.show(&buffer, cursor, when).len()
    }

    /// Bytes after keys, before the detail follows.
    pub(super) fn press(&mut self, keys: &str) -> usize {
        self.stage.press(keys);
        self.sent(keys)
    }

    /// Lets the detail follow; what that costs.
    pub(super) fn rest(&mut self) -> usize {
        self.stage.rest();
        self.sent("rest")
    }

    fn top(&self) -> usize {
        self.stage.app.monitoring.cursors[2].top
    }

    /// Presses a key until the list has scrolled so many times, and gives what each of these steps has cost.
    fn scroll(&mut self, keys: &str, times: usize) -> Vec<usize> {
        let mut costs = Vec::new();
        while costs.len() < times {
            let top = self.top();
            let cost = self.press(keys);
            if self.top() != top {
                costs.push(cost);
            }
        }
        costs
    }

    /// Codes of the indicators that are in sight.
    fn indicators(&self) -> usize {
        let screen = self.stage.screen();
        let panes = screen.lines().skip(2).take(24);
        panes
            .filter(|it| it.split("││").nth(1).is_some_and(|it| it.contains("1.")))
            .count()
    }
}

#[track_caller]
pub(super) fn within(what: &str, costs: &[usize], budget: usize) {
    let worst = costs.iter().max().copied().unwrap_or(0);
    println!(
        "{what}: at most {worst} of {budget} bytes in {} steps",
        costs.len()
    );
    assert!(worst <= budget, "{what}: {costs:?}");
}

#[test]
fn every_step_of_a_long_list_stays_within_its_budget() {
    let mut line = Line::new();
    line.stage.press("⇥⇥");
    line.rest();
    within("down", &line.scroll("↓", 60), SCROLL);
    within("up", &line.scroll("↑", 60), SCROLL);
}

#[test]
fn a_key_held_from_the_first_press_on_stays_within_it_too() {
    let mut line = Line::new();
    // Nothing rests in between: the list of indicators has not made room yet when the rows begin to move.
    for keys in ["→", "→"] {
        within(keys, &[line.press(keys)], 130);
    }
    within("down", &line.scroll("↓", 20), SCROLL);
    within("rest", &[line.rest()], 1_200);
}

#[test]
fn a_page_of_a_long_list_and_its_ends() {
    let mut line = Line::new();
    line.stage.press("⇥⇥");
    line.rest();
    for keys in ["<PgDn>", "<PgDn>", "<PgUp>", "<End>", "<Home>"] {
        within(keys, &[line.press(keys)], 3_000);
        within("rest", &[line.rest()], 1_200);
    }
}

#[test]
fn a_long_list_beside_rows_that_scroll_makes_room_for_them() {
    let mut line = Line::new();
    assert_eq!(line.indicators(), 16);
    line.stage.press("⇥");
    line.rest();
    assert_eq!(line.indicators(), 16);
    line.stage.press("⇥");
    // The budget of the key is kept: the list folds with the detail.
    assert_eq!(line.indicators(), 16);
    line.rest();
    assert_eq!(line.indicators(), 6);
    line.stage.expect("1.1 ").expect("1.6 ");
    line.stage.press("⇤");
    line.rest();
    assert_eq!(line.indicators(), 16);
    // Whichever indicator is chosen stays in sight.
    line.stage.press("<End>⇥");
    line.rest();
    assert_eq!(line.indicators(), 6);
    line.stage.expect("1.11 ").expect("1.16 ");
}

/// Why it does: the price of items beside rows that scroll.
#[test]
fn a_list_that_does_not_fold_costs_more() {
    let mut line = Line::new();
    line.stage.press("⇥⇥");
    line.rest();
    let folded = line.scroll("↓", 5);
    line.stage.app.monitoring.folded = false;
    line.sent("unfolded");
    let mut unfolded = Vec::new();
    for _ in 0..5 {
        line.stage.press("↓");
        line.stage.app.monitoring.folded = false;
        unfolded.push(line.sent("unfolded"));
    }
    let [folded, unfolded] = [folded, unfolded].map(|it| it.iter().sum::<usize>());
    println!("folded {folded}, not folded {unfolded}");
    assert!(
        2 * folded < unfolded,
        "folded {folded}, not folded {unfolded}"
    );
}
