//! The budgets on the line itself: what the program sends for a key, all of it, at 120×40 on the demo store.

use std::time::{Duration, Instant};

use super::{Home, leave, typed};
use crate::support::pty::Session;

/// How long the line must be silent for a frame to be whole; below the rest after which the detail follows.
const SILENCE: Duration = Duration::from_millis(60);

/// Bytes sent from now on until the line is silent, waiting for the first at most a second.
fn burst(session: &Session, from: usize, silence: Duration) -> usize {
    let begun = Instant::now();
    let mut last = (from, begun);
    loop {
        let now = session.bytes().len();
        if now != last.0 {
            last = (now, Instant::now());
        }
        let began = now != from || begun.elapsed() > Duration::from_secs(1);
        if began && last.1.elapsed() > silence {
            return now - from;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// What a key costs, before the detail follows; then lets it follow, and what that costs.
fn cost(session: &mut Session, keys: &str) -> (usize, usize) {
    let from = session.bytes().len();
    session.send(typed(keys));
    let frame = burst(session, from, SILENCE);
    let from = from + frame;
    std::thread::sleep(Duration::from_millis(300));
    (frame, session.bytes().len() - from)
}

#[test]
fn keys_stay_within_their_budgets_on_the_line() {
    let home = Home::new();
    let mut session = home.open();
    let first = burst(&session, 0, Duration::from_millis(300));
    println!("first frame, with entering the terminal and what stood before: {first}");
    assert!(first <= 6_500 + 200, "first frame: {first}");
    // Earlier years come after the first frame, and bring the detail its row of periods.
    burst(
        &session,
        session.bytes().len(),
        Duration::from_millis(1_500),
    );
    let mut over = Vec::new();
    let mut check = |what: &str, spent: usize, budget: usize| {
        println!("{what}: {spent} of {budget}");
        if spent > budget {
            over.push(format!("{what}: {spent} bytes of {budget}"));
        }
    };
    for _ in 0..2 {
        let (frame, hints) = cost(&mut session, "→");
        check("cursor right", frame, 130);
        check("hints", hints, 1_200);
    }
    for _ in 0..3 {
        let (frame, detail) = cost(&mut session, "↓");
        check("cursor down", frame, 60);
        check("detail", detail, 1_200);
    }
    let (frame, _) = cost(&mut session, "\u{1b}[6~");
    check("page", frame, 3_000);
    assert!(over.is_empty(), "{over:#?}");
    assert_eq!(leave(session), 0);
}
