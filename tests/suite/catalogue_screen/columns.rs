//! Columns of a list: what goes and what is cut where there is little room.

use smotr::domain::ids::PeriodId;
use smotr::domain::record::Key;
use smotr::locale::Phrase;
use smotr::tui::screen::catalogue::columns::Widths;
use smotr::tui::screen::catalogue::section::{Column, Row};
use smotr::tui::theme::Role;

const COLUMNS: [Column; 3] = [
    Column::words(Phrase::FieldName, 0),
    Column::words(Phrase::FieldKind, 1).cut_to(4),
    Column::words(Phrase::FieldDeadline, 2),
];

/// The widths of a row of 10, 10, 10 columns and a state of 4 with its sign.
fn widths(room: u16) -> (Vec<u16>, u16) {
    let cells = vec!["а".repeat(10), "б".repeat(10), "в".repeat(10)];
    let row = Row::new(Key::Period(PeriodId(1)), cells);
    let row = row.in_state("+", "да".to_owned(), Role::Text);
    let captions = vec![String::new(); 3];
    let widths = Widths::of(&COLUMNS, &captions, &[row], room);
    (widths.cells, widths.state)
}

#[test]
fn the_least_telling_goes_then_what_may_be_cut_is_cut_then_the_next_goes() {
    for (room, cells) in [
        (40, [10, 10, 10]),
        (39, [10, 10, 0]),
        (28, [10, 10, 0]),
        (27, [10, 9, 0]),
        (22, [10, 4, 0]),
        (21, [10, 0, 0]),
        (15, [9, 0, 0]),
        (3, [8, 0, 0]),
    ] {
        assert_eq!(widths(room), (cells.to_vec(), 4), "{room}");
    }
}
