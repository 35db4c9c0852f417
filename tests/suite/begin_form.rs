//! The form of the first day, by keys alone.

use smotr::cli::founding;
use smotr::domain::command::Command;
use smotr::domain::ids::{PROGRAM, UserId};
use smotr::domain::state::State;

use crate::support::stage::Stage;
use crate::support::world::{do_as, now};

fn stage() -> Stage {
    let mut state = State::default();
    let records = founding::records("orlova", now(&state)).unwrap();
    do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
    Stage::new(state, UserId(1))
}

#[test]
fn a_new_store_asks_for_what_matters_and_takes_it_in_one_step() {
    let mut stage = stage();
    stage.expect("Хранилище пустое.");
    insta::assert_snapshot!("begin_80", stage.screen());
    stage.press("Ольховск⇥Орлова⇥Анна<F2>");
    let state = stage.app.state();
    assert_eq!(state.settings.as_ref().unwrap().municipality, "Ольховск");
    stage.expect("Организаций ещё нет.");
}

#[test]
fn put_off_it_is_found_among_the_commands_again_with_what_was_typed() {
    let mut stage = stage();
    stage.press("Ольх⎋");
    stage.expect_not("Хранилище пустое.");
    stage.act(smotr::tui::command::table::CommandId::Begin);
    stage.expect("Ольх");
}

#[test]
fn what_was_typed_is_there_again_when_the_store_is_opened_again() {
    let mut stage = stage();
    stage.press("Ольх").rest();
    let mut stage = stage.reopen();
    stage.expect("Начало работы").expect("Ольх");
}
