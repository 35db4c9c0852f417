//! The terminal's cursor stands where the next letter goes, in every line that takes text.

use crate::support::story;

/// Opens a line by keys, types Russian letters one by one and steps back over them: a column each.
fn check(open: &str) {
    let mut stage = story::stage((80, 24));
    stage.press(open);
    let place = |stage: &crate::support::stage::Stage| {
        let at = stage.draw().1;
        at.unwrap_or_else(|| panic!("{open}: no cursor"))
    };
    let start = place(&stage);
    for (letter, columns) in "записка".chars().zip(1..) {
        stage.press(&letter.to_string());
        let now = place(&stage);
        assert_eq!(
            (now.x, now.y),
            (start.x + columns, start.y),
            "{open}: after {letter}"
        );
    }
    for columns in (0..7).rev() {
        stage.press("←");
        assert_eq!(place(&stage).x, start.x + columns, "{open}: back");
    }
}

#[test]
fn it_follows_russian_letters() {
    for open in ["п", "щ", "г", "ф", "→→я", "→→з"] {
        check(open);
    }
}

#[test]
fn it_stays_in_sight_of_a_long_line() {
    for open in ["п", "щ", "г", "ф", "→→я"] {
        let mut stage = story::stage((80, 24));
        stage.press(open).press(&"длинно ".repeat(20)).press("щука");
        assert!(stage.shows("щука"), "{open}: the end of what is typed");
        let (buffer, at) = stage.draw();
        let at = at.unwrap();
        let before = |n: u16| buffer[(at.x - n, at.y)].symbol().to_owned();
        assert_eq!([4, 3, 2, 1].map(before).concat(), "щука", "{open}");
    }
}
