//! The register of documents: what something signed rests on is the same paper tomorrow.

use smotr::domain::command::*;
use smotr::domain::evidence::Document;
use smotr::domain::people::Role;
use smotr::domain::record::Key;
use smotr::domain::refusal::Refusal;

use crate::support::world::*;

fn edit(world: &World, change: impl FnOnce(&mut Document)) -> Command {
    let mut document = world.state.documents[&ORDER].body.clone();
    change(&mut document);
    Command::EditDocument {
        id: ORDER,
        seen: rev(&world.state, Key::Document(ORDER)),
        document,
    }
}

#[test]
fn a_document_that_results_were_approved_by_keeps_its_date_and_number() {
    let free = World::new();
    let renumbered = |world: &World| edit(world, |it| it.number = "1-подложный".into());
    free.clone().act_as(BELOVA, renumbered(&free)).unwrap();
    let mut world = free;
    let approve = Command::ApproveResults {
        id: CLOSED,
        seen: rev(&world.state, Key::Period(CLOSED)),
        act: DocumentChoice::Known(ORDER),
    };
    world.act_as(GROMOV, approve).unwrap();
    let redated = edit(&world, |it| it.date = Some(date("2020-01-01")));
    for command in [renumbered(&world), redated] {
        for user in [BELOVA, SEROVA] {
            let answer = bare(world.clone().act_as(user, command.clone()));
            assert_eq!(answer, Err(denied(Role::Head)));
        }
        // Who signs puts a slip right.
        world.clone().act_as(GROMOV, command).unwrap();
    }
    let undated = edit(&world, |it| it.date = None);
    assert_eq!(
        world.clone().act_as(GROMOV, undated),
        Err(Refusal::IncompleteDocument {
            lacks: smotr::domain::refusal::Field::Date
        })
    );
    let title = edit(&world, |it| it.title.push('!'));
    world.act_as(BELOVA, title).unwrap();
}
