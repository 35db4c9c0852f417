//! Pictures of every box and page above the screens, at 80×24 and 120×36, and one of each in English; and that none panics at any size.

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
