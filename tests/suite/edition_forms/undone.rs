//! What is done to an edition is taken back by the key of undoing, one step after another; what something rests on is not, and that is said.

use smotr::domain::catalogue::EditionState;
use smotr::domain::command::Command;
use smotr::domain::ids::UserId;
use smotr::domain::people::User;
use smotr::domain::period::PeriodState;
use smotr::domain::record::Key;

use super::{coded, draft, last, on_a_line};
use crate::support::demo::OWNER;
use crate::support::stage::Stage;

fn state_of(stage: &Stage) -> EditionState {
    last(&stage.state).1.state
}

/// The weights shifted so that the draft differs and can be published.
fn published(mut stage: Stage) -> Stage {
    stage.press_and_rest("↓↓<F2>⇥⇥⇥⇥⇥25<F2>↓<F2>⇥⇥⇥⇥⇥15<F2>");
    stage.press_and_rest("Ю").expect("[ Опубликовать ]");
    stage.press_and_rest("⏎");
    assert_eq!(
        state_of(&stage),
        EditionState::Published,
        "{}",
        stage.screen()
    );
    stage
}

/// A colleague who may do everything, let in before anything else is done.
pub(super) fn with_colleague() -> (Stage, UserId) {
    let mut stage = draft((80, 24));
    let user = User {
        account: "kollega".into(),
        ..stage.state.users[&OWNER].body.clone()
    };
    let add = Command::AddUser { user, person: None };
    stage.other(OWNER, add).unwrap();
    let id = *stage.state.users.keys().next_back().unwrap();
    (stage, id)
}

#[test]
fn a_publication_is_taken_back_while_nothing_rests_on_it() {
    let mut stage = published(draft((80, 24)));
    stage.press_and_rest("о");
    assert_eq!(state_of(&stage), EditionState::Draft);
    // It is written again, and published again by the other key.
    stage.expect("проверить: 2");
    stage.press_and_rest("О");
    assert_eq!(state_of(&stage), EditionState::Published);
    stage.expect("опубликована · «Сделать копию»");
}

#[test]
fn a_publication_that_a_period_rests_on_stays_and_says_which() {
    let (stage, by) = with_colleague();
    let mut stage = published(stage);
    let (edition, _) = last(&stage.state);
    let year = stage.state.periods.values().max_by_key(|it| it.to).unwrap();
    let next = smotr::domain::period::Period {
        name: "2026/27".into(),
        from: crate::support::world::date("2026-09-01"),
        to: crate::support::world::date("2027-08-31"),
        state: PeriodState::Open,
        edition,
        deadline: None,
        ..year.body.clone()
    };
    stage.other(by, Command::AddPeriod(next)).unwrap();
    stage.press_and_rest("о").expect("2026/27");
    assert!(stage.said().contains("ссылается"), "{}", stage.said());
    let way = "Сначала переведите период на другую редакцию, F8 → «Периоды»";
    assert!(stage.said().contains(way), "{}", stage.said());
    assert_eq!(state_of(&stage), EditionState::Published);
    let key = Key::Edition(edition);
    assert!(stage.state.record(key).is_some());
}

#[test]
fn the_period_goes_first_and_then_the_publication() {
    let mut stage = published(draft((80, 24)));
    let (edition, _) = last(&stage.state);
    let before = stage.state.periods.len();
    stage.press_and_rest("Г<F2>");
    assert_eq!(stage.state.periods.len(), before + 1);
    let rests = |it: &Stage| it.state.periods.values().any(|it| it.edition == edition);
    assert!(rests(&stage));
    stage.press_and_rest("о");
    assert!(!rests(&stage) && state_of(&stage) == EditionState::Published);
    stage.press_and_rest("о");
    assert_eq!(state_of(&stage), EditionState::Draft);
}

#[test]
fn a_scale_an_order_and_a_retirement_are_taken_back_in_turn() {
    let mut stage = draft((80, 24));
    let whole = |stage: &Stage| format!("{:?}", stage.state.indicators_of(last(&stage.state).0));
    let body = |stage: &Stage| {
        let all = stage.state.indicators_of(last(&stage.state).0).into_iter();
        all.map(|(id, it)| (id, it.body.clone()))
            .collect::<Vec<_>>()
    };
    let mut steps = vec![body(&stage)];
    for keys in ["↓↓шдо 51↓51–65<F4><F2>", "Ъ", "Ы"] {
        let before = whole(&stage);
        stage.press_and_rest(keys);
        assert_ne!(whole(&stage), before, "{keys}: {}", stage.screen());
        steps.push(body(&stage));
    }
    assert!(coded(&stage.state, "1.1").1.retired);
    for was in steps.iter().rev().skip(1) {
        stage.press_and_rest("о");
        assert_eq!(&body(&stage), was, "{}", stage.screen());
    }
    for is in steps.iter().skip(1) {
        stage.press_and_rest("О");
        assert_eq!(&body(&stage), is, "{}", stage.screen());
    }
}

#[test]
fn a_line_of_the_detail_that_leads_elsewhere_takes_out_no_edition() {
    let mut stage = draft((120, 36));
    // 6.2 rests on a base quantity, and its detail has a line of it.
    stage.press_and_rest("<End>↑↑↑↑");
    on_a_line(&stage, "►", "6.2");
    stage.press_and_rest("⏎");
    while !stage
        .screen()
        .lines()
        .any(|it| it.contains("►") && it.contains("базовая величина"))
    {
        stage.press_and_rest("↓");
    }
    let all = stage.state.editions.len();
    stage.press_and_rest("Ж");
    assert_eq!(stage.state.editions.len(), all, "{}", stage.screen());
    // What it says is about the indicator of which the detail tells.
    stage.expect("6.2");
}

#[test]
fn whoever_looks_in_the_journal_finds_that_an_edition_was_taken_out() {
    let mut stage = draft((120, 36));
    stage.press_and_rest("⎋<Home>Ж<F9>");
    on_a_line(&stage, "каталог, ред. 2", "убрано");
    assert!(
        !stage.screen().contains("показатель 1.1, ред. 2"),
        "{}",
        stage.screen()
    );
}
