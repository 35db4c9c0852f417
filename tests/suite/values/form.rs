//! The workbook that a school fills in: what it holds is what the store holds, and what may not be typed is held there.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use smotr::domain::catalogue::{Measure, SubjectKind};
use smotr::domain::ids::{OrganisationId, PeriodId, StoreMark};
use smotr::domain::period::PeriodState;
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry};
use smotr::exchange::values::form::{Form, Forms};
use smotr::exchange::values::stamp::{SHEET, Stamp, StampRow};
use smotr::exchange::values::titles::FORM;
use smotr::exchange::workbook::table::Table;
use smotr::exchange::workbook::{Address, Book, CellText, write_form};

use crate::support::demo;
use crate::workbook::made;

pub const STORE: StoreMark = StoreMark(0x5EED);

/// The demo with its values, and its open year.
pub fn told() -> (&'static State, PeriodId) {
    let state = &demo::store().state;
    let open = |it: &PeriodState| *it == PeriodState::Open;
    let year = state.periods.iter().filter(|(_, it)| open(&it.state));
    let year = year.max_by_key(|(_, it)| it.to).unwrap();
    (state, *year.0)
}

fn forms() -> Forms<'static> {
    let (state, period) = told();
    Forms::of(state, STORE, period, None).unwrap()
}

fn written(form: &Form) -> Vec<u8> {
    write_form(&form.sheets, made()).unwrap()
}

/// All files of a workbook by their names.
pub fn package(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        if file.read_to_string(&mut text).is_ok() {
            files.insert(file.name().unwrap().into_owned(), text);
        }
    }
    files
}

/// What stands in a row of a sheet, under a title.
fn under(book: &Book, row: &StampRow, title: &str) -> CellText {
    let sheet = book.sheet(&row.sheet).unwrap();
    let table = Table::find("", sheet, &FORM).unwrap();
    let column = table.place(title);
    column.map_or(CellText::Empty, |column| {
        let row = row.row;
        sheet.at(Address { row, column }).clone()
    })
}

fn number(cell: &CellText) -> rust_decimal::Decimal {
    let CellText::Number(it) = cell else {
        panic!("{cell:?} is no number");
    };
    it.normalize()
}

/// Every cell of every organisation stands there as it was entered, and the stamp says which it is.
#[test]
fn what_was_entered_is_read_where_the_stamp_says() {
    let (state, period) = told();
    let forms = forms();
    let organisations = forms.organisations();
    assert!(organisations.len() > 5);
    let (mut told, mut empty) = (0, 0);
    for organisation in organisations {
        let form = forms.form(Some(organisation)).unwrap();
        let book = Book::read("форма.xlsx", &written(&form)).unwrap();
        assert!(book.sheet(SHEET).unwrap().hidden);
        let stamp = Stamp::read(&book).unwrap().unwrap();
        assert_eq!((stamp.store, stamp.period), (STORE, period));
        assert_eq!(stamp.organisation, Some(organisation));
        assert_eq!(stamp.rows.len(), form.asked);
        for row in &stamp.rows {
            let cell = Cell {
                period,
                indicator: row.indicator,
                subject: row.subject,
            };
            let value = state.value(cell);
            assert_eq!(row.seen, value.map(|it| it.stamp.rev));
            let of = |title| under(&book, row, title);
            assert_eq!(of("Код"), CellText::text(&row.code));
            let Some(value) = value else {
                // What nobody has entered says nothing when it comes back; a known denominator alone is no entry.
                for title in ["Числитель", "Значение", "Причина", "Примечание"]
                {
                    assert!(of(title).is_blank(), "{row:?}");
                }
                empty += 1;
                continue;
            };
            told += 1;
            match &value.entry {
                Entry::Number(it) | Entry::Percent(it) => {
                    assert_eq!(number(&of("Значение")), it.normalize());
                }
                Entry::Ratio {
                    numerator,
                    denominator,
                } => {
                    assert_eq!(number(&of("Числитель")), numerator.normalize());
                    assert_eq!(number(&of("Знаменатель")), denominator.normalize());
                    assert_eq!(of("Значение"), CellText::Empty);
                }
                Entry::Choice(option) => {
                    let indicator = state.indicator_in(period, row.indicator).unwrap();
                    let Measure::Choice { options } = &indicator.measure else {
                        panic!("{row:?}");
                    };
                    let option = &options[usize::from(*option)];
                    assert_eq!(of("Значение"), CellText::text(option));
                }
                Entry::NotApplicable { reason } => {
                    assert_eq!(of("Значение"), CellText::text("н/п"));
                    assert_eq!(of("Причина"), CellText::text(reason));
                }
                Entry::NoData { reason } => {
                    assert_eq!(of("Значение"), CellText::text("нет данных"));
                    assert_eq!(of("Причина"), CellText::text(reason));
                }
                Entry::Empty => {}
            }
            assert_eq!(of("Примечание"), CellText::text(&value.note));
        }
    }
    assert!(told > 100 && empty > 10, "{told} {empty}");
}

/// Nothing that is computed or the municipality's is asked for, and every personal cell says of whom.
#[test]
fn only_what_is_typed_is_asked_for() {
    let (state, period) = told();
    let forms = forms();
    for organisation in forms.organisations() {
        let form = forms.form(Some(organisation)).unwrap();
        let book = Book::read("форма.xlsx", &written(&form)).unwrap();
        for row in Stamp::read(&book).unwrap().unwrap().rows {
            let indicator = state.indicator_in(period, row.indicator).unwrap();
            assert_eq!(indicator.measure.computed_from(), None);
            assert_ne!(indicator.level, SubjectKind::Municipality);
            let is_personal = indicator.level == SubjectKind::Person;
            assert_eq!(!under(&book, &row, "О ком").is_blank(), is_personal);
        }
    }
}

/// The files of a workbook of the first school.
fn of_school() -> BTreeMap<String, String> {
    let form = forms().form(Some(OrganisationId(1))).unwrap();
    package(&written(&form))
}

fn sheets(files: &BTreeMap<String, String>) -> Vec<&str> {
    let sheets = files.iter().filter(|it| it.0.starts_with("xl/worksheets/"));
    sheets.map(|it| it.1.as_str()).collect()
}

#[test]
fn bounds_and_choices_are_held_by_the_cells_and_no_cell_is_a_formula() {
    let files = of_school();
    let all = sheets(&files).concat();
    assert!(!all.contains("<f>") && !all.contains("<f "));
    let holds = |text: &str| assert!(all.contains(text), "no {text}");
    // 1.5: whole numbers, the part not above the whole.
    holds("IF(ISNUMBER(E8),AND(E8&gt;=0,E8=INT(E8),OR(F8=\"\",E8*100&lt;=100*F8)),FALSE)");
    // 1.4: expert points, and the two words.
    holds("IF(ISNUMBER(G7),AND(G7=INT(G7),G7&gt;=0,G7&lt;=12),OR(G7=\"н/п\",G7=\"нет данных\"))");
    holds("Здесь нужно целое число от 0 до 12. Неприменимо");
    holds("\"нет,да,н/п,нет данных\"");
    // Marked, not refused: what is unusual, and a reason or a note that is missing.
    holds("AND(ISNUMBER(G5),OR(G5&gt;10))");
    holds("LEN(TRIM(H5))=0");
    holds("AND(ISNUMBER(G7),G7=0,LEN(TRIM(I7))=0)");
    // A hint is cut where it does not fit, and then says so; none of them is beyond what Excel opens.
    for limit in ["prompt=\"", "error=\""] {
        for text in all.split(limit).skip(1) {
            let text = text.split('"').next().unwrap();
            assert!(text.chars().count() <= 255 + 20, "{text}");
        }
    }
}

#[test]
fn everything_but_the_fields_is_locked_and_the_page_is_set() {
    let files = of_school();
    for sheet in sheets(&files) {
        let is_list = !sheet.contains("<cols>");
        if is_list {
            continue;
        }
        assert!(sheet.contains("<sheetProtection"), "{sheet}");
        assert!(!sheet.contains("password=") && !sheet.contains("hashValue="));
        assert!(sheet.contains("orientation=\"landscape\""));
        assert!(sheet.contains("paperSize=\"9\"") && sheet.contains("fitToHeight=\"0\""));
    }
    assert!(files["xl/styles.xml"].contains("<protection locked=\"0\"/>"));
}

/// What a school sees first.
#[test]
fn the_first_sheet_says_of_whom_what_and_until_when() {
    let form = forms().form(Some(OrganisationId(1))).unwrap();
    let book = Book::read("форма.xlsx", &written(&form)).unwrap();
    let rows = (book.sheets[0].rows.iter()).map(|row| {
        let cells = row.iter().filter(|it| !it.is_blank());
        cells
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" | ")
    });
    insta::assert_snapshot!(rows.collect::<Vec<_>>().join("\n"));
}
