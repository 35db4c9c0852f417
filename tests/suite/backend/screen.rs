//! The budgets on the real screen: Мониторинг with the demo store at 120×40, from keys to bytes.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use smotr::domain::ids::PROGRAM;
use smotr::domain::record::Key;
use smotr::domain::state::{Stamp, State};
use smotr::exchange::demo::{Options, records};
use smotr::locale::Lang;
use smotr::tui::keys::Keymap;
use smotr::tui::render::render;

use super::Pair;
use crate::support::stage::Stage;

const SIZE: Size = Size {
    width: 120,
    height: 40,
};

/// The interface on a stage and a terminal at the end of a line.
struct Line {
    stage: Stage,
    pair: Pair,
}

impl Line {
    fn new() -> Self {
        let mut state = State::default();
        let stamp = Stamp {
            rev: Default::default(),
            by: PROGRAM,
            at: Default::default(),
        };
        let records = records(Options::DEMO).unwrap();
        for (key, _) in &records {
            if let Key::Period(period) = key {
                state.load_shard(*period, Default::default());
            }
        }
        let user = records.iter().find_map(|(key, _)| {
            if let Key::User(it) = key {
                Some(*it)
            } else {
                None
            }
        });
        for (key, record) in records {
            state.put(key, Some(record), stamp);
        }
        let stage = Stage::with(
            state,
            user.unwrap(),
            (SIZE.width, SIZE.height),
            Lang::Ru,
            Keymap::default(),
            Vec::new(),
        );
        Self {
            stage,
            pair: Pair::new(SIZE),
        }
    }

    /// In the right-hand pane, everything shown.
    fn at_rows() -> Self {
        let mut line = Self::new();
        line.stage.press_and_rest("⇥⇥");
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
    fn press(&mut self, keys: &str) -> usize {
        self.stage.press(keys);
        self.sent(keys)
    }

    fn check(&mut self, keys: &str, budget: usize) {
        let sent = self.press(keys);
        println!("{keys}: {sent} of {budget}");
        assert!(
            sent <= budget,
            "{keys}: {sent} bytes, the budget is {budget}"
        );
    }
}

#[test]
fn first_frame_and_idle() {
    let mut line = Line::new();
    let sent = line.sent("first");
    assert!(sent <= 6_500, "{sent}");
    assert_eq!(line.sent("idle"), 0);
}

#[test]
fn the_cursor_goes_down_and_up() {
    let mut line = Line::at_rows();
    for keys in ["↓", "↑"] {
        let mut steps: Vec<usize> = (0..18).map(|_| line.press(keys)).collect();
        steps.sort_unstable();
        println!("{keys}: {steps:?}");
        // A cell of words («нет данных») is written in two bytes a letter, when it is reached and when it is left.
        assert!(steps[9] <= 60 && steps[17] <= 80, "{keys}: {steps:?}");
    }
}

#[test]
fn the_cursor_goes_right_and_left() {
    let mut line = Line::new();
    line.sent("start");
    for keys in ["→", "→", "←", "←"] {
        line.check(keys, 130);
        line.stage.rest();
        let hints = line.sent("hints");
        assert!(hints <= 1_200, "{hints}");
    }
}

#[test]
fn a_list_scrolls_by_one_row() {
    let mut line = Line::at_rows();
    while line.stage.app.monitoring.cursors[2].top == 0 {
        line.press("↓");
    }
    for keys in ["↓", "↓", "↓"] {
        line.check(keys, 300);
        line.stage.rest();
        line.sent("detail");
    }
}

#[test]
fn digits_are_typed() {
    let mut line = Line::at_rows();
    line.stage.press_and_rest("↓");
    line.sent("an empty cell");
    line.press("2");
    for keys in ["1", "0", "5"] {
        line.check(keys, 60);
    }
}

#[test]
fn page_and_detail() {
    let mut line = Line::at_rows();
    for keys in ["<PgDn>", "<PgDn>", "<PgUp>", "<End>", "<Home>"] {
        line.check(keys, 3_000);
        line.stage.rest();
        let detail = line.sent("detail");
        assert!(detail <= 1_200, "detail after {keys}: {detail}");
    }
}
