//! Files of values: each layout is recognised, each value is told with its place, and nothing is taken by accident.

mod again;
mod any;
mod brought;
mod form;
mod guessed;
mod lines;
mod list;
mod matrix;
mod names;
mod of_one;
mod turned;

use smotr::analysis::batch::{Batch, Brings, Claim, Meant, Named, Names, Outcome, Unknown};
use smotr::analysis::proposal::Verdict;
use smotr::domain::decide::Actor;
use smotr::domain::ids::StoreMark;
use smotr::domain::state::State;
use smotr::domain::value::Entry;
use smotr::exchange::values::{Against, read_into};
use smotr::exchange::workbook::{CellText, ColumnOut, SheetOut, letters, write_xlsx};
use smotr::locale::{Lang, Locale};

use super::support::world::*;
use super::workbook::made;

/// The store of these tests.
pub const STORE: StoreMark = StoreMark(0xabcd);

/// A table in text as it is read.
pub fn of_text(state: &State, text: &str) -> Batch {
    of_bytes(state, "школы.csv", text.as_bytes())
}

pub fn of_bytes(state: &State, name: &str, bytes: &[u8]) -> Batch {
    let mut batch = Batch::default();
    add(&mut batch, state, name, bytes);
    batch
}

/// One more file.
pub fn add(batch: &mut Batch, state: &State, name: &str, bytes: &[u8]) {
    let locale = Locale::new(Lang::Ru);
    let names = Names::of(state, Some(OPEN));
    let against = Against {
        state,
        names: &names,
        store: STORE,
        locale: &locale,
    };
    read_into(batch, against, (name, [7; 16]), bytes);
}

/// A workbook of one sheet: its titles, and rows of cells.
pub fn workbook(rows: &[Vec<CellText>]) -> Vec<u8> {
    let (titles, rows) = rows.split_first().unwrap();
    let sheet = SheetOut {
        name: "Свод".into(),
        columns: titles
            .iter()
            .map(|it| ColumnOut::new(it.to_string(), 12))
            .collect(),
        frozen: 0,
        rows: rows.to_vec(),
    };
    write_xlsx(&[sheet], made()).unwrap()
}

pub fn brings(state: &State, batch: &Batch) -> Brings {
    brings_with(state, batch, &Meant::default())
}

pub fn brings_with(state: &State, batch: &Batch, meant: &Meant) -> Brings {
    Brings::of(state, (Actor { user: ORLOVA }, now(state)), batch, meant)
}

/// What comes of each value: «B2 = 7».
pub fn told(state: &State, batch: &Batch) -> Vec<String> {
    let brings = brings(state, batch);
    let lines = batch.claims.iter().zip(&brings.outcomes);
    lines.map(|(claim, outcome)| one(claim, outcome)).collect()
}

fn one(claim: &Claim, outcome: &Outcome) -> String {
    let at = match claim.spot.column {
        Some(column) => format!("{}{}", letters(column), claim.spot.row + 1),
        None => format!("{}", claim.spot.row + 1),
    };
    let what = match outcome {
        Outcome::Wrong(said) => format!("! {said}"),
        Outcome::Unknown(Unknown::Organisation(name)) => format!("? {name}"),
        Outcome::Unknown(Unknown::File(_, name)) => format!("чья {name}"),
        Outcome::Unknown(Unknown::Indicator(_, name)) => format!("?? {name}"),
        Outcome::WhichHead(..) => "чей".to_owned(),
        Outcome::Namesakes(_, _, who) => format!("чей из {}", who.len()),
        Outcome::Poorer(_, it) => format!("без состава {}", entry_of(&it.entry)),
        Outcome::NotHead(..) => "не тот".to_owned(),
        Outcome::Since(_, it, _) => format!("позже {}", entry_of(&it.entry)),
        Outcome::PutRight(_, it) => format!("исправлено {}", entry_of(&it.entry)),
        Outcome::Meanwhile { becomes, .. } => format!("тем временем {}", entry_of(&becomes.entry)),
        Outcome::Cell(_, Verdict::Same) => "то же".to_owned(),
        Outcome::Cell(_, Verdict::Changes(it)) => entry_of(&it.entry),
        Outcome::Cell(_, Verdict::Waits(..)) => "ждёт".to_owned(),
        Outcome::Cell(_, Verdict::Contradicts(_)) => "спорит".to_owned(),
        Outcome::Cell(_, Verdict::Unread(error)) => format!("× {error:?}"),
        Outcome::Cell(_, Verdict::Refused(refusal)) => {
            format!("× {}", format!("{refusal:?}").split(' ').next().unwrap())
        }
    };
    format!("{at} {what}")
}

fn entry_of(entry: &Entry) -> String {
    match entry {
        Entry::Empty => "пусто".to_owned(),
        Entry::Number(it) => it.to_string(),
        Entry::Ratio {
            numerator,
            denominator,
        } => format!("{numerator}/{denominator}"),
        Entry::Percent(it) => format!("{it} %"),
        Entry::Choice(it) => format!("выбор {it}"),
        Entry::NotApplicable { reason } => format!("н/п {reason}"),
        Entry::NoData { reason } => format!("нд {reason}"),
    }
}

/// The one thing that is wrong with a file as a whole.
pub fn fault(batch: &Batch) -> String {
    assert!(batch.claims.is_empty(), "{:?}", batch.claims);
    let all: Vec<_> = batch.files.iter().flat_map(|it| &it.faults).collect();
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].replace('\u{a0}', " ")
}

pub fn known<T>(it: T) -> Named<T> {
    Named::Known(it)
}
