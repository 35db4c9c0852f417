//! When the screen is drawn: one's own keys at once, what others do ten times a second at most.

use std::sync::Arc;

use smotr::domain::ids::{Seq, Timestamp, UserId};
use smotr::domain::record::{Cause, CommandId, Commit};
use smotr::service::link::News;
use smotr::tui::pace::{Frame, Pace};

use crate::support::world::{BELOVA, ORLOVA};

fn commit_of(actor: UserId) -> News {
    News::Committed(Arc::new(Commit {
        seq: Seq(1),
        time: Timestamp(0),
        actor,
        command_id: CommandId(1),
        cause: Cause::Do,
        changes: Vec::new(),
    }))
}

#[test]
fn ones_own_keys_are_drawn_at_once_and_nothing_is_drawn_without_a_reason() {
    let mut pace = Pace::default();
    assert_eq!(pace.frame(Timestamp(0)), Frame::Nothing);
    for at in [1, 2, 3] {
        pace.own();
        assert_eq!(pace.frame(Timestamp(at)), Frame::Now);
        assert_eq!(pace.frame(Timestamp(at)), Frame::Nothing);
    }
    // So is what becomes of one's own command.
    pace.heard(&commit_of(ORLOVA), ORLOVA);
    assert_eq!(pace.frame(Timestamp(4)), Frame::Now);
}

#[test]
fn what_others_do_is_drawn_together_and_one_timer_waits_for_it() {
    let mut pace = Pace::default();
    let heard = |pace: &mut Pace| pace.heard(&commit_of(BELOVA), ORLOVA);
    heard(&mut pace);
    assert_eq!(pace.frame(Timestamp(1_000)), Frame::Now);
    heard(&mut pace);
    assert_eq!(pace.frame(Timestamp(1_030)), Frame::After(70));
    heard(&mut pace);
    assert_eq!(pace.frame(Timestamp(1_050)), Frame::Nothing);
    pace.due();
    assert_eq!(pace.frame(Timestamp(1_100)), Frame::Now);
    assert_eq!(pace.frame(Timestamp(1_101)), Frame::Nothing);
}

#[test]
fn a_key_takes_along_what_others_did_and_the_timer_that_still_runs_draws_nothing() {
    let mut pace = Pace::default();
    pace.own();
    assert_eq!(pace.frame(Timestamp(1_000)), Frame::Now);
    pace.heard(&commit_of(BELOVA), ORLOVA);
    assert_eq!(pace.frame(Timestamp(1_001)), Frame::After(99));
    pace.own();
    assert_eq!(pace.frame(Timestamp(1_050)), Frame::Now);
    pace.due();
    assert_eq!(pace.frame(Timestamp(1_100)), Frame::Nothing);
}

#[test]
fn a_colleague_who_writes_without_a_pause_costs_ten_frames_a_second_and_a_clock_set_back_nothing() {
    let mut pace = Pace::default();
    let (mut frames, mut due) = (0, None);
    for at in 0..10_000 {
        pace.heard(&commit_of(BELOVA), ORLOVA);
        if due.is_some_and(|due| due <= at) {
            due = None;
            pace.due();
        }
        match pace.frame(Timestamp(at)) {
            Frame::Now => frames += 1,
            Frame::After(wait) => due = Some(at + i64::from(wait)),
            Frame::Nothing => {}
        }
    }
    assert_eq!(frames, 100);
    pace.due();
    pace.heard(&commit_of(BELOVA), ORLOVA);
    assert_eq!(pace.frame(Timestamp(5)), Frame::Now);
}
