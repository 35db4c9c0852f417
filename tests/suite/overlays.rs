//! Pictures of every box and page above the screens, at 80×24 and 120×36, and one of each in English; and that none panics at any size.

use std::sync::Arc;

use smotr::domain::ids::{PROGRAM, Seq, Timestamp};
use smotr::domain::record::Key;
use smotr::domain::state::{Stamp, State};
use smotr::exchange::demo::{Options, records};
use smotr::locale::Lang;
use smotr::tui::keys::Keymap;

use crate::support::stage::Stage;
use crate::support::story::{at_every_size, english, pictures};

/// Each by its name and the keys that open it.
const ALL: [(&str, &str); 11] = [
    ("search_empty", "п"),
    ("search", "п1"),
    ("card", "п1⏎"),
    ("chain_of_value", "→→↓ц"),
    ("chain_of_organisation", "п1⏎ц"),
    ("record", "п1⏎ц<End>↑⏎"),
    ("history", "→→↓и"),
    ("scale", "→→↓ш"),
    ("help", "<F1>"),
    ("palette", "щ"),
    ("periods", "г"),
];

#[test]
fn pictures_in_russian() {
    for (name, keys) in ALL {
        insta::assert_snapshot!(format!("overlay_{name}"), pictures(keys));
    }
}

#[test]
fn pictures_in_english() {
    for (name, keys) in ALL {
        insta::assert_snapshot!(format!("overlay_{name}_en"), english(keys));
    }
}

#[test]
fn no_size_makes_drawing_panic() {
    for (_, keys) in ALL {
        at_every_size(keys);
    }
}

/// The demo as people see it on its first day.
fn demo(size: (u16, u16)) -> Stage {
    let mut state = State::default();
    let records = records(Options::DEMO).unwrap();
    let stamp = Stamp {
        rev: Seq(1),
        by: PROGRAM,
        at: Timestamp(1_779_537_600_000),
    };
    for (key, record) in records {
        if let Key::Period(id) = key {
            state.load_shard(id, Arc::default());
        }
        state.put(key, Some(record), stamp);
    }
    let user = *state.users.keys().next().unwrap();
    Stage::with(state, user, size, Lang::Ru, Keymap::default(), Vec::new())
}

#[test]
fn what_about_school_twelve() {
    let mut out = String::new();
    for size in [(80, 24), (120, 36)] {
        for keys in ["п12⏎", "п12⏎ц", "п12⏎<PgDn>"] {
            let mut stage = demo(size);
            stage.press(keys);
            out.push_str(&stage.screen());
            out.push_str("════\n");
        }
    }
    insta::assert_snapshot!("overlay_demo_school_12", out);
}
