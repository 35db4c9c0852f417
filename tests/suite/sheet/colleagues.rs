//! What others do while somebody enters values: rows and the marked block stay where they are.

use smotr::domain::command::Command;
use smotr::domain::ids::UserId;
use smotr::domain::record::Key;

use crate::support::demo;
use crate::support::stage::Stage;
use crate::support::world::*;

fn leaders(stage: &Stage) -> Vec<smotr::tui::screen::monitoring::Leader> {
    stage.app.sheet.lines.iter().map(|it| it.leader).collect()
}

/// Another one's document comes in: a record that changes neither a row nor a column.
fn document_comes(stage: &mut Stage) {
    let (_, known) = stage.state.documents.iter().next().unwrap();
    let mut document = known.body.clone();
    document.number = "77-к".to_owned();
    stage
        .other(UserId(2), Command::AddDocument(document))
        .unwrap();
}

/// Another one gives an organisation another name: rows are made anew.
fn organisation_is_renamed(stage: &mut Stage) {
    let (id, known) = stage.state.organisations.iter().next_back().unwrap();
    let mut organisation = known.body.clone();
    organisation.name = "Ая школа".to_owned();
    let (id, seen) = (*id, rev(&stage.state, Key::Organisation(*id)));
    let command = Command::EditOrganisation {
        id,
        seen,
        organisation,
    };
    stage.other(demo::OWNER, command).unwrap();
}

#[test]
fn rows_and_the_block_stay_whatever_comes_in() {
    for comes in [document_comes, organisation_is_renamed] {
        let mut stage = demo::stage((80, 24));
        stage.press_and_rest("6<F4>Япусто⏎<Ctrl+Home>");
        // Filled now, and still shown: nobody has asked for the list anew.
        super::enter(&mut stage, "40/40");
        stage.press("в↓↓");
        let (rows, block, cells) = (
            leaders(&stage),
            stage.app.sheet.block(),
            stage.app.sheet.cells(),
        );
        comes(&mut stage);
        assert_eq!(leaders(&stage), rows);
        assert_eq!(stage.app.sheet.block(), block);
        assert_eq!(stage.app.sheet.cells(), cells);
        stage.press("↓");
        assert_eq!(
            stage.app.sheet.cells().len(),
            cells.len() + 1,
            "the block is still being marked"
        );
    }
}
