//! The first day: what was founded is set up once, while nothing rests on it.

use smotr::cli::founding;
use smotr::domain::command::{Beginning, Command};
use smotr::domain::decide::{Actor, decide_inverse, is_fresh};
use smotr::domain::ids::*;
use smotr::domain::people::Person;
use smotr::domain::period::PeriodState;
use smotr::domain::record::Key;
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::state::State;

use crate::support::world::*;

fn founded() -> State {
    let mut state = State::default();
    let records = founding::records("orlova", now(&state)).unwrap();
    do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
    state
}

fn beginning(state: &State, empty: bool) -> Beginning {
    Beginning {
        municipality: "город Ольховск".into(),
        administrator: Some(Person {
            surname: "Орлова".into(),
            given: "Анна".into(),
            patronymic: String::new(),
        }),
        period: state.periods[&PeriodId(1)].body.clone(),
        empty,
    }
}

fn begin(state: &mut State, it: Beginning) -> Result<(), Refusal> {
    do_as(state, UserId(1), Command::Begin(Box::new(it))).map(|_| ())
}

#[test]
fn a_store_is_set_up_once() {
    let mut state = founded();
    assert!(is_fresh(&state));
    let it = beginning(&state, false);
    begin(&mut state, it.clone()).unwrap();
    assert_eq!(
        state.settings.as_ref().unwrap().municipality,
        "город Ольховск"
    );
    let person = state.users[&UserId(1)].person.unwrap();
    assert_eq!(state.persons[&person].surname, "Орлова");
    assert_eq!(state.indicators.len(), 36);
    assert_eq!(state.periods[&PeriodId(1)].state, PeriodState::Open);
    assert!(!is_fresh(&state));
    let key = Key::Settings;
    assert_eq!(begin(&mut state, it), Err(Refusal::WrongState { key }));
}

#[test]
fn an_empty_catalogue_leaves_a_working_edition_and_a_period_that_takes_nothing_yet() {
    let mut state = founded();
    let it = Command::Begin(Box::new(beginning(&state, true)));
    let commit = do_as(&mut state, UserId(1), it).unwrap();
    assert!(state.indicators.is_empty() && state.directions.is_empty());
    assert!(state.base_quantities.is_empty());
    assert_eq!(state.periods[&PeriodId(1)].state, PeriodState::Planned);
    // It is one commit, and can be taken back as one.
    let actor = Actor { user: UserId(1) };
    let back = decide_inverse(&state, &actor, &commit, now(&state)).unwrap();
    assert_eq!(back.len(), commit.changes.len());
}

#[test]
fn a_period_whose_numbers_are_not_in_memory_is_not_taken_for_an_empty_one() {
    let mut state = founded();
    let it = beginning(&state, true);
    let period = PeriodId(1);
    state.unload_shard(period);
    assert_eq!(begin(&mut state, it), Err(Refusal::NotLoaded { period }));
}

#[test]
fn what_is_not_said_is_refused_at_its_field() {
    let mut state = founded();
    let it = beginning(&state, false);
    let nameless = Beginning {
        municipality: " ".into(),
        ..it.clone()
    };
    let empty = Refusal::Empty { field: Field::Name };
    assert_eq!(begin(&mut state, nameless), Err(empty));
    let mut backwards = it;
    backwards.period.to = date("2020-01-01");
    let answer = begin(&mut state, backwards);
    assert!(
        matches!(
            answer,
            Err(Refusal::DateBefore {
                field: Field::To,
                ..
            })
        ),
        "{answer:?}"
    );
}
