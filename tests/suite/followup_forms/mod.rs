//! Recommendations, decisions, reports and their steps, written by keys alone.

mod conflict;
mod decision;
mod joined;
mod pictures;
mod recommendation;
mod said;
mod same;
mod steps;
mod unfinished;
mod waiting;

use smotr::domain::followup::*;
use smotr::domain::record::{Key, Record};
use smotr::domain::value::{Cell, Subject};
use smotr::tui::screen::monitoring::Pane;

use crate::support::stage::Stage;
use crate::support::story::SIZES;
use crate::support::world::*;

/// Сш № 1 is at 50 %, СШ № 2 at 62,5 %, the nursery at 30 %; the wording bank has a text for each band.
fn world() -> World {
    world_with(|_| {})
}

/// The same with another scale for the share.
fn world_with(change: impl Fn(&mut smotr::domain::catalogue::Indicator)) -> World {
    let mut records = records();
    for (key, record) in &mut records {
        if let (Key::Indicator(_, RATIO), Record::Indicator(it)) = (&*key, record) {
            it.wording = [
                (0, "Разработать план: {значение} при норме {порог}."),
                (
                    1,
                    "До {порог} не хватает {не хватает}. Провести аттестацию.",
                ),
                (2, "Сохранить достигнутые {значение}."),
            ]
            .into_iter()
            .map(|(points, text)| smotr::domain::catalogue::Wording {
                points: points.into(),
                text: text.into(),
            })
            .collect();
            change(it);
        }
    }
    let mut state = smotr::domain::state::State::default();
    let founding = do_as(
        &mut state,
        smotr::domain::ids::PROGRAM,
        smotr::domain::command::Command::Load(records),
    )
    .unwrap();
    let mut world = World {
        state,
        commits: vec![founding],
    };
    world.set(cell(RATIO, SCHOOL_1), ratio("12", "24")).unwrap();
    world.set(cell(RATIO, SCHOOL_2), ratio("15", "24")).unwrap();
    world.set(cell(RATIO, NURSERY), ratio("3", "10")).unwrap();
    world
}

/// The cell of the municipality.
fn municipal() -> Cell {
    Cell {
        period: OPEN,
        indicator: MUNICIPAL,
        subject: Subject::Municipality,
    }
}

/// In the right-hand pane of 1.1, on the row of that organisation.
fn on(world: World, cell: Cell) -> Stage {
    let mut stage = Stage::new(world.state, ORLOVA);
    stage.commits = world.commits.into_iter().map(std::sync::Arc::new).collect();
    stage.press("→<Home>");
    while stage.app.monitoring.chosen.indicator != Some(cell.indicator) {
        stage.press("↓");
    }
    stage.press("→<Home>");
    while stage.app.monitoring.cell() != Some(cell) {
        stage.press("↓");
    }
    stage.rest();
    assert_eq!(stage.app.monitoring.focus, Pane::Rows);
    stage
}

fn stage() -> Stage {
    on(world(), cell(RATIO, SCHOOL_1))
}

/// The recommendations of the store, in the order they were made.
fn recommendations(stage: &Stage) -> Vec<Recommendation> {
    let all = stage.state.recommendations.values();
    all.map(|it| it.body.clone()).collect()
}

/// The decisions of the store with their assignments, in order.
fn decisions(stage: &Stage) -> Vec<(Decision, Vec<Assignment>)> {
    let state = &stage.state;
    (state.decisions.iter())
        .map(|(id, it)| {
            let of = state.assignments_of.of(*id);
            let assignments = of.map(|id| state.assignments[&id].body.clone()).collect();
            (it.body.clone(), assignments)
        })
        .collect()
}

fn zimin() -> Executor {
    Executor::Head(Addressee {
        organisation: SCHOOL_2,
        person: Some(ZIMIN),
    })
}

/// A decision with two assignments and a new act, typed whole.
const DECISION: &str = "уО кадровых условиях⇥Доля ниже нормы⇥новый⏎\
    ⇥12-ОД⇥20.05.26⇥О мерах⇥⇥⇥Громов⇥\
    ⇥Провести стажировку⇥⇥15.12⏎\
    <Ins>Составить график⇥Зимин⏎⇥+30⏎\
    ↓⏎";

/// A recommendation that was sent, on СШ № 1; the cursor is in the pane of heads.
fn sent() -> Stage {
    let mut stage = stage();
    stage
        .press("рПровести аттестацию⇥⇥15.12<F2>⇥Ш")
        .expect("Направить")
        .expect_not("Выполнена")
        .press("⏎");
    stage.expect("Исх. №").press("01-15/7⇥").press("<F2>");
    assert_eq!(
        recommendations(&stage)[0].state,
        RecommendationState::Sent,
        "{}",
        stage.screen()
    );
    stage
}

/// A signed decision with one assignment, on СШ № 1.
fn signed() -> Stage {
    let mut stage = stage();
    stage.press("уО мерах⇥Причина⇥259⏎⇥⇥Провести стажировку⇥⇥15.12<F2>⇥");
    assert_eq!(decisions(&stage)[0].0.state, DecisionState::Signed);
    stage
}

/// The first assignment of the store.
fn assignment(stage: &Stage) -> Assignment {
    decisions(stage)[0].1[0].clone()
}

/// Opens the first line of the detail that is about a record.
fn open_first_record(stage: &mut Stage) {
    stage.press("⇥");
    while stage.app.monitoring.detail_key().is_none() {
        stage.press("↓");
    }
    stage.press("⏎");
}

/// The recommendation of [`stage`] opened for editing, changed by Белова meanwhile.
fn edited_by_two() -> Stage {
    let mut stage = stage();
    stage.press("рПрежний текст⇥⇥+30<F2>").rest();
    open_first_record(&mut stage);
    stage.expect("Прежний текст");
    stage.press(" и моё");
    let (id, present) = stage.state.recommendations.iter().next().unwrap();
    let command = smotr::domain::command::Command::EditRecommendation {
        id: *id,
        seen: present.stamp.rev,
        draft: smotr::domain::command::RecommendationDraft {
            addressees: present.addressees.clone(),
            period: OPEN,
            ground: present.ground,
            text: "Чужой текст".into(),
            expected: String::new(),
            due: present.due,
        },
    };
    stage.other(BELOVA, command).unwrap();
    stage.press("<F2>");
    stage
        .expect("Уже записано (Белова")
        .expect("Чужой текст")
        .expect("Прежний текст и моё")
        .expect("Записать набранное здесь")
        .expect("Оставить записанное");
    stage
}
