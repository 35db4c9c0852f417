//! Any store's registers: taken back into it they change nothing, taken into a new one in the order in which a person would they are the
//! same again.

use proptest::prelude::*;
use smotr::domain::command::Command;
use smotr::domain::ids::PROGRAM;
use smotr::domain::period::PeriodState;
use smotr::domain::record::{Key, Kind, Record};
use smotr::domain::state::State;
use smotr::exchange::registers::Register;
use smotr::exchange::registers::intake::{Doubt, Verdict, together};
use smotr::exchange::workbook::table::{Fault, Wrong};
use smotr::exchange::workbook::{Book, write_csv, write_xlsx};

use super::made;
use super::registers::csv;
use crate::support::demo;
use crate::support::dice::{thrown, throws};
use crate::support::world::*;

/// As a person would: what others name comes before them.
const ORDER: [Register; 10] = [
    Register::Documents,
    Register::Organisations,
    Register::Persons,
    Register::Marks,
    Register::Standing,
    Register::Careers,
    Register::Reserve,
    Register::Quantities,
    Register::Numbers,
    Register::References,
];

/// The register as a workbook and as a table in text.
fn files(state: &State, register: Register) -> [Book; 2] {
    let sheet = register.sheet(state);
    let xlsx = write_xlsx(std::slice::from_ref(&sheet), made()).unwrap();
    [xlsx, write_csv(&sheet)].map(|it| Book::read("реестр", &it).unwrap())
}

/// A store with the same catalogue and periods, in which nobody and nothing else is on record.
fn bare(of: &State) -> State {
    let record = |key: Key| {
        let it = match of.record(key)?.0 {
            Record::Period(mut it) => {
                it.state = PeriodState::Open;
                it.approved_by = None;
                it.exceptions.clear();
                it.events.clear();
                Record::Period(it)
            }
            Record::Edition(mut it) => {
                it.act = None;
                Record::Edition(it)
            }
            other => other,
        };
        Some((key, it))
    };
    let catalogue = [
        Kind::Settings,
        Kind::Edition,
        Kind::Direction,
        Kind::Indicator,
        Kind::BaseQuantity,
        Kind::Period,
    ];
    let keys = of.keys().filter(|it| catalogue.contains(&it.kind()));
    let mut state = State::default();
    let records = keys.filter_map(record).collect();
    do_as(&mut state, PROGRAM, Command::Load(records)).unwrap();
    state
}

/// The rows of a register; in which order they stand hangs on the numbers that a store gives.
fn lines(state: &State, register: Register) -> Vec<String> {
    let mut all: Vec<String> = csv(state, register).lines().map(str::to_owned).collect();
    all.sort();
    all
}

/// What may be meant twice is refused, and rightly so: the store has such things, and the file cannot tell them apart.
fn is_of_namesakes(doubt: Doubt) -> bool {
    use Doubt::*;
    matches!(
        doubt,
        SeveralPersons | PartOfName | TwoOrganisations | SeveralDocuments | Twice
    )
}

/// Both ways, or what went wrong; `false` where namesakes kept a register from coming in.
fn goes_around(state: &State) -> Result<bool, String> {
    for register in ORDER {
        for book in files(state, register) {
            let plan = register.plan(state, &book);
            let brings = together(&plan.rows);
            let differs = |it: &Fault| matches!(it.wrong, Wrong::Differs { .. });
            if brings.is_empty() && plan.faults.iter().any(differs) {
                return Ok(false);
            }
            if !brings.is_empty() || !plan.faults.is_empty() {
                return Err(format!("{register:?} brings {brings:?}, {:?}", plan.faults));
            }
        }
    }
    for file in 0..2 {
        let mut new = bare(state);
        for register in ORDER {
            let plan = register.plan(&new, &files(state, register)[file]);
            let doubts = plan.rows.iter().filter_map(|it| match it.verdict {
                Verdict::Doubtful(doubt) => Some((it.what.clone(), doubt)),
                _ => None,
            });
            let doubts: Vec<_> = doubts.collect();
            if doubts.iter().any(|(_, it)| is_of_namesakes(*it)) {
                return Ok(false);
            }
            if !doubts.is_empty() || !plan.faults.is_empty() {
                return Err(format!("{register:?}: {doubts:?}, {:?}", plan.faults));
            }
            let brings = together(&plan.rows);
            if !brings.is_empty() {
                let done = do_as(&mut new, PROGRAM, Command::TakeIn(brings));
                done.map_err(|it| format!("{register:?}: {it:?}"))?;
            }
        }
        for register in ORDER {
            let (was, is) = (lines(state, register), lines(&new, register));
            if was != is {
                return Err(format!("{register:?} was\n{was:#?}\nand is\n{is:#?}"));
            }
        }
    }
    Ok(true)
}

#[test]
fn the_registers_of_the_demo_make_a_new_store() {
    assert_eq!(goes_around(&demo::told().state), Ok(true));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_registers_of_any_store_change_nothing_in_it_and_make_a_new_one(throws in throws(40)) {
        let mut world = World::new();
        for throw in throws {
            let (user, command) = thrown(&world.state, throw);
            let _ = world.act_as(user, command);
        }
        let went = goes_around(&world.state);
        prop_assert!(went.is_ok(), "{}", went.unwrap_err());
    }
}
