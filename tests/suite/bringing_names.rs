//! Names of files on the page of values: what an answer changes there, and what it leaves as it is.

use smotr::domain::alias::{Alias, Means};
use smotr::domain::command::{Command, Seen};
use smotr::domain::ids::OrganisationId;
use smotr::domain::staffing::Intake;
use smotr::tui::command::table::CommandId;

use super::bringing::stage;
use crate::support::stage::Stage;
use crate::support::world::{self, COUNT, SCHOOL_1, SCHOOL_2, cell, entry};

/// It is remembered that a name means this organisation.
fn remember(stage: &mut Stage, name: &str, means: OrganisationId) {
    let text = name.to_owned();
    let means = Means::Organisation(means);
    let intake = Intake {
        names: vec![(Seen::Absent, Alias { text, means })],
        ..Intake::default()
    };
    stage.other(world::BELOVA, Command::TakeIn(intake)).unwrap();
}

/// «СОШ1» is remembered; a colleague writes under its hands, and the answer about another name does not make that forgotten.
#[test]
fn an_answer_about_a_name_leaves_what_others_wrote_aside() {
    let home = tempfile::tempdir().unwrap();
    let table = "Школа;1.2\nСОШ1;9\nСОШ2;7\n";
    let mut stage = stage(home.path(), &[("свод.csv", table)]);
    remember(&mut stage, "сош 1", SCHOOL_1);
    stage
        .act(CommandId::Import)
        .press("⏎")
        .expect("внести 1 из 1");
    let there = cell(COUNT, SCHOOL_1);
    stage
        .other(world::BELOVA, world::set(&stage.state, there, entry("6")))
        .unwrap();
    stage
        .expect("внести 0 из 1")
        .expect("изменено, пока вы смотрели");
    stage.press("<Home>⏎↓⏎").expect("внести 1 из 2");
    stage.expect("изменено, пока вы смотрели").expect("Белова");
    // All at once takes it as little, and what is entered leaves it as it is.
    stage.press("⇥⇥").expect("внести 1 из 2").press("⏎⏎");
    let value = |school| {
        let value = stage.state.value(cell(COUNT, school));
        value.map(|it| it.entry.clone())
    };
    assert_eq!(value(SCHOOL_1), Some(entry("6")));
    assert_eq!(value(SCHOOL_2), Some(entry("7")));
}
