//! The scoring editor: scales typed as acts print them, the other ways of scoring, what is stored and what is kept.

mod others;
mod pictures;
mod publishing;
mod saving;
mod scales;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use smotr::domain::catalogue::{Band, Edition, Indicator, Scoring};
use smotr::domain::command::Command;
use smotr::domain::ids::{EditionId, IndicatorId, UserId};
use smotr::domain::record::Key;
use smotr::locale::Lang;
use smotr::tui::keys::Keymap;

use crate::support::measured::edge;
use crate::support::stage::Stage;
use crate::support::world::*;

/// The working edition of these tests: a copy of the published one.
pub const COPY: EditionId = EditionId(3);

/// Two schools and a kindergarten with values, and a working edition whose indicator is as it is wanted.
fn world(id: IndicatorId, change: impl FnOnce(&mut Indicator)) -> World {
    let mut world = World::new();
    let values = [
        (SCHOOL_1, "21", "24"),
        (SCHOOL_2, "10", "20"),
        (NURSERY, "1", "10"),
    ];
    for (organisation, above, below) in values {
        let set = set(&world.state, cell(RATIO, organisation), ratio(above, below));
        world.act(set).unwrap();
    }
    let edition = Edition {
        number: 3,
        ..world.state.editions[&EDITION].body.clone()
    };
    let copy = Command::AddEdition {
        from: Some(EDITION),
        edition,
        act: None,
    };
    world.act(copy).unwrap();
    let mut indicator = world.state.indicators[&(COPY, id)].body.clone();
    let was = indicator.clone();
    change(&mut indicator);
    if indicator != was {
        let put = put(&world.state, id, indicator);
        world.act(put).unwrap();
    }
    world
}

/// A command that writes an indicator as somebody would who sees the present state.
fn put(state: &smotr::domain::state::State, id: IndicatorId, indicator: Indicator) -> Command {
    Command::PutIndicator {
        edition: COPY,
        id: Some(id),
        seen: seen(state, Key::Indicator(COPY, id)),
        indicator: Box::new(indicator),
    }
}

fn stage_of(world: World, user: UserId, size: (u16, u16)) -> Stage {
    let keymap = Keymap::default();
    let mut stage = Stage::with(world.state, user, size, Lang::Ru, keymap, Vec::new());
    stage.commits = world.commits.into_iter().map(std::sync::Arc::new).collect();
    stage
}

/// The editor of an indicator, opened by keys.
fn editing_in(size: (u16, u16), id: IndicatorId, change: impl FnOnce(&mut Indicator)) -> Stage {
    let world = world(id, change);
    let code = world.state.indicators[&(COPY, id)].code.clone();
    let mut stage = stage_of(world, ORLOVA, size);
    stage
        .press(&format!("<F8>⏎⏎ф{code}⏎<End>ш"))
        .expect("Шкала · ");
    stage
}

fn editing(id: IndicatorId, change: impl FnOnce(&mut Indicator)) -> Stage {
    editing_in((80, 24), id, change)
}

/// Types these rows in place of all that stands there.
fn type_rows(stage: &mut Stage, rows: &[(&str, &str)]) {
    stage.press("<F8><F8><F8><F8><F8><F8>");
    for (values, points) in rows {
        stage.press(&format!("{values}⇥{points}⏎"));
    }
}

/// A key with Ctrl that the notation has no name for.
fn with_ctrl(stage: &mut Stage, code: KeyCode) {
    stage.key(KeyEvent::new(code, KeyModifiers::CONTROL));
}

fn stored(stage: &Stage, id: IndicatorId) -> Indicator {
    stage.state.indicators[&(COPY, id)].body.clone()
}

/// The bands that are stored: `[("", 0), ("40", 1), (">80", 2)]`.
#[track_caller]
fn expect_bands(stage: &Stage, id: IndicatorId, bands: &[(&str, i64)]) {
    let bands = bands.iter().map(|(from, points)| Band {
        from: (!from.is_empty()).then(|| edge(from)),
        points: (*points).into(),
    });
    let wanted = Scoring::Bands(bands.collect());
    assert_eq!(stored(stage, id).scoring, wanted, "{}", stage.screen());
}
