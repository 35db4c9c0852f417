//! The hidden sheet of a workbook that is handed out.

use proptest::prelude::*;
use smotr::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId, Seq, StoreMark};
use smotr::domain::value::Subject;
use smotr::exchange::values::stamp::{SHEET, Stamp, StampError, StampRow};
use smotr::exchange::workbook::{Book, CellText, Sheet};

fn book(rows: Vec<Vec<CellText>>) -> Book {
    let sheet = Sheet {
        name: SHEET.into(),
        hidden: true,
        rows,
    };
    Book {
        file: "форма.xlsx".into(),
        sheets: vec![sheet],
    }
}

fn subjects() -> impl Strategy<Value = Subject> {
    prop_oneof![
        any::<u32>().prop_map(|it| Subject::Organisation(OrganisationId(it))),
        any::<u32>().prop_map(|it| Subject::Person(PersonId(it))),
        Just(Subject::Municipality),
    ]
}

fn row() -> impl Strategy<Value = StampRow> {
    let named = ("[А-я0-9][А-я0-9 .№]{0,28}[А-я0-9]", "[1-9]\\.[0-9]{1,2}");
    let ids = (any::<u32>(), subjects(), any::<Option<u64>>());
    (named, 0..100_000_usize, ids).prop_map(|((sheet, code), row, (indicator, subject, seen))| {
        StampRow {
            sheet,
            row,
            code,
            indicator: IndicatorId(indicator),
            subject,
            seen: seen.map(Seq),
            below: None,
        }
    })
}

fn stamp() -> impl Strategy<Value = Stamp> {
    let ids = (any::<u64>(), any::<u32>(), any::<Option<u32>>());
    (ids, proptest::collection::vec(row(), 0..9)).prop_map(
        |((store, period, organisation), rows)| Stamp {
            store: StoreMark(store),
            period: PeriodId(period),
            period_name: "2025/26".into(),
            organisation: organisation.map(OrganisationId),
            organisation_name: "СШ № 12".into(),
            rows,
        },
    )
}

proptest! {
    #[test]
    fn a_stamp_is_read_as_it_was_written(stamp in stamp()) {
        prop_assert_eq!(Stamp::read(&book(stamp.cells())), Some(Ok(stamp)));
    }

    /// Somebody has made the sheet visible and typed into it: an error or another stamp, and nothing worse.
    #[test]
    fn a_changed_stamp_breaks_nothing(stamp in stamp(), at in any::<prop::sample::Index>(), typed in ".{0,9}") {
        let mut rows = stamp.cells();
        let row = at.index(rows.len());
        let column = at.index(rows[row].len());
        rows[row][column] = CellText::text(typed);
        let _ = Stamp::read(&book(rows));
    }
}

#[test]
fn another_workbook_has_no_stamp() {
    assert_eq!(Stamp::read(&Book::default()), None);
    assert_eq!(
        Stamp::read(&book(vec![vec![CellText::text("смотр")]])),
        None
    );
}

#[test]
fn a_later_layout_and_a_cut_one_are_told() {
    let text = |it: &str| CellText::text(it);
    let later = vec![vec![text("layout"), text("2")]];
    let theirs = StampError::Layout { theirs: 2 };
    assert_eq!(Stamp::read(&book(later)), Some(Err(theirs)));
    let cut = vec![vec![text("layout"), text("1")]];
    let damaged = StampError::Damaged { row: 1 };
    assert_eq!(Stamp::read(&book(cut)), Some(Err(damaged)));
}
