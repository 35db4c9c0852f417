//! Files whose values were brought in are noted with the values, by the same change, and go with it.

use smotr::domain::brought::{BroughtFile, since};
use smotr::domain::command::{Command, SetValue};
use smotr::domain::ids::Seq;
use smotr::domain::record::Kind;
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::staffing::Intake;

use crate::support::world::*;

const DIGEST: [u8; 16] = [7; 16];

fn brings(world: &World, text: &str, name: &str) -> Command {
    let Command::SetValues(values) = set(&world.state, cell(COUNT, SCHOOL_1), entry(text)) else {
        unreachable!()
    };
    taken(values, name)
}

fn taken(values: Vec<SetValue>, name: &str) -> Command {
    let file = BroughtFile {
        digest: DIGEST,
        name: name.into(),
        values: 1,
        form: None,
    };
    Command::TakeIn(Intake {
        file: DIGEST,
        values,
        files: vec![file],
        ..Intake::default()
    })
}

#[test]
fn a_file_is_noted_with_its_values_and_goes_with_them() {
    let mut world = World::new();
    let first = world.act(brings(&world, "7", "свод.csv")).unwrap();
    let kinds: Vec<Kind> = first.changes.iter().map(|it| it.key.kind()).collect();
    assert_eq!(kinds, [Kind::Value, Kind::BroughtFile]);
    assert_eq!(since(&world.state, DIGEST), Some(first.seq));
    assert_eq!(since(&world.state, [8; 16]), None);
    // Brought again under another name it is the same file, and in since the first time.
    world.act(brings(&world, "9", "свод (1).csv")).unwrap();
    assert_eq!(since(&world.state, DIGEST), Some(first.seq));
    assert_eq!(world.state.brought_files.len(), 2);
    world.act(Command::Undo).unwrap();
    world.act(Command::Undo).unwrap();
    assert_eq!(since(&world.state, DIGEST), None::<Seq>);
    world.act(Command::Redo).unwrap();
    assert!(since(&world.state, DIGEST).is_some());
}

#[test]
fn nobody_notes_a_file_that_brings_nothing() {
    let mut world = World::new();
    let nothing = taken(Vec::new(), "свод.csv");
    assert_eq!(world.act(nothing), Err(Refusal::NoChange));
    let nameless = brings(&world, "7", "");
    let field = Field::Name;
    assert_eq!(world.act(nameless), Err(Refusal::Empty { field }));
    assert_eq!(world.state.brought_files.len(), 0);
    // Whoever may not enter the values notes nothing either.
    let command = brings(&world, "7", "свод.csv");
    assert!(world.act_as(GROMOV, command).is_err());
}
