//! The screen Мониторинг: keys in, screen out.

use crate::support::stage::Stage;
use crate::support::world::{self, World};

fn stage() -> Stage {
    Stage::new(World::new().state, world::ORLOVA)
}

#[test]
fn the_first_picture_names_panes_period_and_keys() {
    let mut stage = stage();
    stage
        .expect("Направления")
        .expect("Показатели")
        .expect("Руководители")
        .expect("2025/26");
}

#[test]
fn digits_in_the_directions_go_to_a_direction_and_never_make_a_value() {
    let mut stage = stage();
    stage.press("12⏎");
    assert!(stage.commits.is_empty());
}

#[test]
fn no_size_makes_drawing_panic() {
    let mut stage = stage();
    for (columns, rows) in [
        (0, 0),
        (1, 1),
        (20, 5),
        (60, 16),
        (80, 24),
        (120, 36),
        (300, 100),
    ] {
        stage.resize(columns, rows);
        let _ = stage.screen();
    }
}
