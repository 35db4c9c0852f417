//! From a key to the last byte of its frame at 120×40: on the demo, and at 420 000 values. Design section 10 asks for a median of 2 ms
//! and a worst of 16 ms. Every press is timed by itself, for the figures are about single presses; the picture is also drawn the plain way
//! (ratatui's own comparison of two buffers), and what the key costs is given as a multiple of that.
//!
//! `cargo bench --bench screen` makes the large store in memory first, which takes some seconds.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark speaks on the terminal and fails loudly"
)]

/// The stage of the tests: the interface over a state in memory, without disk and thread.
#[path = "../tests/suite/support"]
#[allow(dead_code, reason = "shared with the tests, which use more of it")]
mod support {
    pub mod demo;
    pub mod stage;
}

use std::hint::black_box;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::layout::Size;
use smotr::exchange::demo::Options;
use smotr::locale::Lang;
use smotr::tui::backend::TermBackend;
use smotr::tui::keys::Keymap;
use smotr::tui::render::render;
use support::demo::{OWNER, of};
use support::stage::Stage;

const SIZE: Size = Size {
    width: 120,
    height: 40,
};

/// Presses of each kind.
const PRESSES: usize = 200;

/// What is measured: its name, the keys that lead there once, the keys of a press, and those that take it back unmeasured.
const ACTIONS: [(&str, &str, &str, &str); 7] = [
    ("down in the rows", "⇥⇥<Home>", "↓", ""),
    ("page", "<Home>", "<PgDn>", "<PgUp>"),
    ("first digit of a value", "<Home>", "7", "⎋"),
    ("next digit of a value", "<Home>7", "5", "⌫"),
    ("next pane", "⎋", "←", "→"),
    ("next indicator", "←", "↓", "↑"),
    ("next direction", "←<Home>", "↓", "↑"),
];

struct Line {
    stage: Stage,
    backend: TermBackend<Vec<u8>>,
    shown: Buffer,
}

/// What one press took and sent.
struct Press {
    whole: Duration,
    /// Drawing the same picture and comparing it with the one before, the plain way.
    plain: Duration,
    bytes: usize,
}

impl Line {
    fn new(options: Options) -> Line {
        let store = of(options);
        let (size, keymap) = ((SIZE.width, SIZE.height), Keymap::default());
        let stage = Stage::with(store.state, OWNER, size, Lang::Ru, keymap, Vec::new());
        let mut line = Line {
            stage,
            backend: TermBackend::new(Vec::new(), SIZE),
            shown: buffer(),
        };
        line.frame();
        line
    }

    /// Draws, and sends what differs.
    fn frame(&mut self) -> usize {
        let mut next = buffer();
        let cursor = render(&self.stage.app, &mut next);
        self.backend.show(&next, cursor).unwrap();
        self.shown = next;
        std::mem::take(self.backend.writer_mut()).len()
    }

    /// Something that is not measured.
    fn quietly(&mut self, keys: &str) {
        self.stage.press(keys).rest();
        self.frame();
    }

    fn press(&mut self, act: impl FnOnce(&mut Stage)) -> Press {
        let before = self.shown.clone();
        let begun = Instant::now();
        act(&mut self.stage);
        let bytes = self.frame();
        let whole = begun.elapsed();
        let begun = Instant::now();
        let mut next = buffer();
        render(&self.stage.app, &mut next);
        black_box(before.diff(&next));
        Press {
            whole,
            plain: begun.elapsed(),
            bytes,
        }
    }
}

fn buffer() -> Buffer {
    Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height))
}

fn tell(what: &str, presses: &[Press]) {
    let sorted = |of: fn(&Press) -> f64| {
        let mut all: Vec<f64> = presses.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let whole = sorted(|it| it.whole.as_secs_f64() * 1e3);
    let ratio = sorted(|it| it.whole.as_secs_f64() / it.plain.as_secs_f64());
    let bytes = sorted(|it| it.bytes as f64);
    let (middle, last) = (presses.len() / 2, presses.len() - 1);
    println!(
        "{what:<26} {:7.2} {:7.2} {:9.1} {:7.0} {:7.0}",
        whole[middle], whole[last], ratio[middle], bytes[middle], bytes[last]
    );
}

fn main() {
    for (name, options) in [
        ("demo", Options::DEMO),
        ("420 000 values", Options::sized(700, 10)),
    ] {
        let mut line = Line::new(options);
        println!(
            "{name:<26} {:>7} {:>7} {:>9} {:>7} {:>7}",
            "median", "worst", "× plain", "bytes", "most"
        );
        for (what, there, keys, back) in ACTIONS {
            line.quietly(there);
            let presses: Vec<Press> = (0..PRESSES)
                .map(|_| {
                    let press = line.press(|stage| {
                        stage.press(keys);
                    });
                    if !back.is_empty() {
                        line.quietly(back);
                    }
                    press
                })
                .collect();
            tell(what, &presses);
            if what == "next digit of a value" {
                line.quietly("⎋");
            }
        }
        line.quietly("⇥⇥<Home>");
        let followed: Vec<Press> = (0..PRESSES)
            .map(|_| {
                line.stage.press("↓");
                line.frame();
                line.press(|stage| {
                    stage.rest();
                })
            })
            .collect();
        tell("the detail follows", &followed);
        println!();
    }
}
