//! The first day: what was founded is set up once, while nothing rests on it.

use rust_decimal::Decimal;

use smotr::cli::founding;
use smotr::domain::catalogue::EditionState;
use smotr::domain::command::{Beginning, Command, FirstCatalogue};
use smotr::domain::decide::{Actor, decide_inverse, is_fresh};
use smotr::domain::ids::*;
use smotr::domain::people::Person;
use smotr::domain::period::{PeriodState, Reference};
use smotr::domain::record::{CommandId, Key, Record};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::state::{Stamp, State};
use smotr::exchange::identity::resolve;
use smotr::exchange::toml::Catalogue;
use smotr::service::link::Request;
use smotr::service::parts::{Gathering, fits, sent};

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
        catalogue: match empty {
            true => FirstCatalogue::Empty,
            false => FirstCatalogue::Supplied,
        },
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
    nothing_dangles(&state);
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
    let empty = Refusal::Empty {
        field: Field::Municipality,
    };
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

/// The supplied catalogue as a file brings it, in the numbers of the state.
fn brought(state: &State, change: impl FnOnce(&mut Catalogue)) -> Beginning {
    let mut catalogue = Catalogue::shipped().unwrap();
    change(&mut catalogue);
    let draft = resolve(&catalogue, state, None).draft;
    Beginning {
        catalogue: FirstCatalogue::Brought(Box::new(draft)),
        ..beginning(state, false)
    }
}

#[test]
fn a_catalogue_from_a_file_takes_the_place_of_the_supplied_one() {
    let mut state = founded();
    let requirements = state.requirements.len();
    let it = brought(&state, |it| {
        let (_, gone) = it.directions.pop().unwrap();
        it.indicators.retain(|(_, it)| it.direction.0 != 6);
        it.directions[0].1.weight += gone.weight;
        it.base_quantities[0].1.unit = "ед.".into();
    });
    begin(&mut state, it).unwrap();
    let edition = &state.editions[&EditionId(1)];
    assert_eq!(edition.state, EditionState::Published);
    assert_eq!(state.directions.len(), 5);
    assert_eq!(state.indicators.len(), 30);
    assert_eq!(state.base_quantities[&BaseQuantityId(1)].unit, "ед.");
    assert_eq!(state.periods[&PeriodId(1)].state, PeriodState::Open);
    // Section 2.1 speaks of the directions that are there.
    nothing_dangles(&state);
    assert!(!state.requirements.is_empty() && state.requirements.len() < requirements);
}

/// Whatever section 2.1 names is there.
fn nothing_dangles(state: &State) {
    let known = |it: DirectionId| state.directions.contains_key(&(EditionId(1), it));
    let mut named = state.requirements.values().filter_map(|it| it.direction());
    assert!(named.all(known));
    let mut cited = state.citations.values();
    assert!(cited.all(|it| state.requirements.contains_key(&it.requirement)));
}

/// As other beginnings it is one step that goes back as one, as long as nobody has worked by it.
#[test]
fn a_beginning_from_a_file_is_taken_back_whole() {
    let actor = Actor { user: UserId(1) };
    let fewer = |it: &mut Catalogue| {
        let (_, gone) = it.directions.pop().unwrap();
        it.indicators.retain(|(_, it)| it.direction.0 != 6);
        it.directions[0].1.weight += gone.weight;
    };
    // What is said of the edition itself is as it was.
    let other_words = |it: &mut Catalogue| it.indicators[0].1.method = "по-своему".into();
    let changes: [&dyn Fn(&mut Catalogue); 2] = [&fewer, &other_words];
    for change in changes {
        let mut state = founded();
        let it = brought(&state, change);
        let commit = do_as(&mut state, UserId(1), Command::Begin(Box::new(it))).unwrap();
        let back = decide_inverse(&state, &actor, &commit, now(&state)).unwrap();
        assert_eq!(back.len(), commit.changes.len());

        // A number that was entered since is one by this catalogue.
        let key = Key::Reference(PeriodId(1), IndicatorId(1));
        let reference = Reference {
            number: Decimal::ONE,
            source: String::new(),
        };
        let stamp = Stamp {
            rev: state.meta.seq,
            by: UserId(1),
            at: Timestamp(0),
        };
        state.put(key, Some(Record::Reference(reference)), stamp);
        let refused = decide_inverse(&state, &actor, &commit, now(&state)).unwrap_err();
        let by = Key::Period(PeriodId(1));
        assert!(
            matches!(refused, Refusal::InUse { by: it, .. } if it == by),
            "{refused:?}"
        );
    }
}

#[test]
fn a_catalogue_that_could_not_be_published_is_refused_with_all_that_is_begun() {
    let mut state = founded();
    let before = state.clone();
    let it = brought(&state, |it| it.directions[0].1.weight += Decimal::ONE);
    let answer = begin(&mut state, it);
    assert!(
        matches!(answer, Err(Refusal::EditionUnfit { faults: 1, .. })),
        "{answer:?}"
    );
    assert_eq!(state, before);
    let late = brought(&state, |it| {
        it.edition.applies_from = Some(date("2090-09-01"));
    });
    let answer = begin(&mut state, late);
    let field = Field::From;
    assert!(
        matches!(&answer, Err(Refusal::DateBefore { field: it, .. }) if *it == field),
        "{answer:?}"
    );
}

#[test]
fn a_large_beginning_goes_over_the_line_in_parts() {
    let state = founded();
    let it = brought(&state, |it| {
        for (_, it) in &mut it.indicators {
            it.method = "о".repeat(7_000);
        }
    });
    let command = Box::new(Command::Begin(Box::new(it)));
    let asked = Request::Command {
        id: CommandId(7),
        command,
    };
    assert!(fits(&asked));
    let parts = sent(asked.clone()).unwrap();
    assert!(parts.len() > 3, "{}", parts.len());
    let mut gathering = Gathering::default();
    let mut whole = parts
        .into_iter()
        .filter_map(|it| gathering.take(it).unwrap());
    assert_eq!(whole.next(), Some(asked));
}
