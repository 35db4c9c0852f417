//! Whoever may not do a thing is told when its form would open, with who may, and not after an hour of writing.

use std::sync::Arc;

use smotr::domain::command::Command;
use smotr::domain::ids::UserId;
use smotr::domain::mask::{Mask, Viewer};
use smotr::domain::record::Key;
use smotr::domain::state::State;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

/// The story as somebody sees it, on the value of a school.
fn stage(user: UserId, names: bool) -> Stage {
    let mut world = story::world();
    let seen = rev(&world.state, Key::User(user));
    let mut changed = world.state.users[&user].body.clone();
    if changed.names != names {
        changed.names = names;
        let (id, user) = (user, changed);
        world.act(Command::EditUser { id, seen, user }).unwrap();
    }
    let told = match names {
        true => world.state,
        false => masked(&world.state, user),
    };
    let mut stage = Stage::new(told, user);
    stage.press("⏎2⏎");
    stage
}

fn masked(state: &State, user: UserId) -> State {
    let mask = Mask::of(state, *b"a store of tests");
    let mut told = mask.state(Viewer::of(state, user), state);
    for period in [CLOSED, OPEN] {
        let shard = state.shard(period).unwrap();
        told.load_shard(period, Arc::new(mask.shard(shard)));
    }
    told
}

/// Presses keys and gives what is said, once it is seen that nothing has opened and nothing was asked of the engine.
fn refused(stage: &mut Stage, keys: &str) -> String {
    stage.press(keys);
    assert!(
        stage.app.layers().next().is_none(),
        "{keys}\n{}",
        stage.screen()
    );
    assert!(stage.app.waiting.is_empty(), "{keys}");
    stage.said()
}

#[test]
fn an_observer_opens_no_form() {
    for keys in [
        "7", "⏎", "н", "Н", "з", "я", "д", "р", "у", "С", "Ч", "Д", "Щ", "Г",
    ] {
        let mut stage = stage(DOLIN, true);
        let said = refused(&mut stage, keys);
        assert!(said.contains("нужна роль"), "{keys}: {said}");
        assert!(
            said.contains(" П. Ф.") || said.contains(" А. И.") || said.contains("Орлова"),
            "{keys}: {said}"
        );
    }
}

#[test]
fn whoever_sees_no_names_is_told_of_roles() {
    for keys in ["7", "р", "у", "Щ"] {
        let mut stage = stage(DOLIN, false);
        let said = refused(&mut stage, keys);
        assert!(said.contains("с этой ролью"), "{keys}: {said}");
        assert!(!said.contains("сотрудник "), "{keys}: {said}");
    }
}

/// Белова may enter, and recommends with names only.
#[test]
fn what_is_made_of_texts_is_not_begun_without_names() {
    let mut stage = stage(BELOVA, false);
    for keys in ["р", "Д"] {
        let said = refused(&mut stage, keys);
        assert!(said.contains("имена"), "{keys}: {said}");
    }
    stage.press("7");
    assert!(stage.app.layers().next().is_some());
}
