//! Values of a period as a table: what stands in it, in which order, and that a spreadsheet takes nothing in it for a formula.

use chrono::FixedOffset;
use smotr::analysis::batch::is_name_of;
use smotr::analysis::extract::{Extract, Shape};
use smotr::analysis::grid::Grid;
use smotr::analysis::roster::Roster;
use smotr::analysis::rows::due;
use smotr::domain::ids::{OrganisationId, PeriodId};
use smotr::domain::record::{Key, Record};
use smotr::domain::state::State;
use smotr::domain::value::{Cell, Entry, Subject};
use smotr::exchange::values::table::{Around, organisations, sheet, write_lines};
use smotr::exchange::values::titles::{Held, LIST, matrix_title, of_matrix_title};
use smotr::exchange::workbook::{Book, CellText, SheetOut, write_csv, write_csv_1251, write_xlsx};

use super::form::{package, told};
use crate::support::world::*;
use crate::workbook::{made, rows};

/// All of a period.
pub fn extract(state: &State, period: PeriodId, shape: Shape) -> Extract {
    Extract {
        period,
        columns: (due(state, &state.periods[&period]).into_iter())
            .map(|it| it.0)
            .collect(),
        rows: None,
        shape,
        published: false,
    }
}

/// The table, with the organisations drawn in the order of their names.
pub fn table(state: &State, extract: &Extract) -> SheetOut {
    let around = Around {
        drawn: &organisations(state, extract),
        offset: FixedOffset::east_opt(3 * 3600).unwrap(),
    };
    sheet(state, extract, around).unwrap()
}

/// A cell of a table by the beginning of its row and the title of its column.
pub fn at(table: &SheetOut, row: &[&str], title: &str) -> CellText {
    let column = table.columns.iter().position(|it| it.title == title);
    let column = column.unwrap_or_else(|| panic!("no column {title:?}"));
    let begins = |it: &&Vec<CellText>| {
        row.iter()
            .zip(*it)
            .all(|(text, cell)| cell.to_string() == *text)
    };
    let found: Vec<_> = table.rows.iter().filter(begins).collect();
    assert_eq!(found.len(), 1, "{row:?}");
    found[0][column].clone()
}

const PARTS: Shape = Shape::Matrix { parts: true };
const WHOLE: Shape = Shape::Matrix { parts: false };

/// A world in which something of every kind was entered.
fn world() -> World {
    let mut world = World::new();
    let reason = || "нет сведений".to_owned();
    let entries = [
        (cell(RATIO, SCHOOL_1), ratio("21", "24")),
        (cell(RATIO, SCHOOL_2), Entry::Percent(number("87.55"))),
        (
            cell(RATIO, NURSERY),
            Entry::NotApplicable { reason: reason() },
        ),
        (cell(COUNT, SCHOOL_1), entry("0")),
        (cell(COUNT, SCHOOL_2), Entry::NoData { reason: reason() }),
        (cell(BENCHMARK, SCHOOL_1), entry("4.5")),
        (cell_of(CHOICE, EREMIN), Entry::Choice(0)),
        (cell_of(CHOICE, DEMINA), Entry::Choice(1)),
    ];
    for (cell, entry) in entries {
        world.set(cell, entry).unwrap();
    }
    world
}

fn shown(table: &SheetOut) -> String {
    let titles: Vec<&str> = table.columns.iter().map(|it| it.title.as_str()).collect();
    let mut lines = vec![titles.join(" | ")];
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
        lines.push(cells.join(" | "));
    }
    lines.join("\n")
}

#[test]
fn a_matrix_has_a_row_for_each_head_and_a_column_for_each_indicator() {
    let world = world();
    let whole = table(&world.state, &extract(&world.state, OPEN, WHOLE));
    let parts = table(&world.state, &extract(&world.state, OPEN, PARTS));
    insta::assert_snapshot!(format!("{}\n\n{}", shown(&whole), shown(&parts)));
}

#[test]
fn a_list_has_a_row_for_each_value_with_all_that_is_said_of_it() {
    let world = world();
    let all = table(&world.state, &extract(&world.state, OPEN, Shape::List));
    insta::assert_snapshot!(shown(&all));
}

/// Rows and columns as they are shown: filtered and sorted by whoever asks.
#[test]
fn a_table_follows_the_order_that_is_asked_for() {
    let world = world();
    let all = extract(&world.state, OPEN, WHOLE);
    let asked = Extract {
        columns: vec![COUNT, RATIO],
        rows: Some(vec![
            (Some(SCHOOL_2), Some(ZIMIN)),
            (Some(OrganisationId(99)), None),
            (Some(SCHOOL_1), Some(DEMINA)),
        ]),
        ..all
    };
    let table = table(&world.state, &asked);
    assert_eq!(
        shown(&table),
        "Организация | Руководитель | 1.2 Обоснованные жалобы, ед. | 1.1 Первая и высшая категория, %\n\
         СШ № 2 | Зимин Виктор Викторович | нет данных: нет сведений | 87,55\n\
         СШ № 1 | Дёмина Ольга Петровна | 0 | 87,5\n\
         Итого по муниципалитету |  | в среднем 0,0, медиана 0 | 87,5"
    );
}

/// Whoever heads a school has a row, whoever has left one only where something stands in it; the last row is what all come to.
#[test]
fn a_matrix_of_all_has_no_row_in_which_nothing_stands() {
    let mut world = world();
    let lines = |world: &World, rows| -> Vec<String> {
        let asked = Extract {
            rows,
            ..extract(&world.state, OPEN, WHOLE)
        };
        let table = table(&world.state, &asked);
        let head = |it: &Vec<CellText>| format!("{}, {}", it[0], it[1]);
        table.rows.iter().map(head).collect()
    };
    let left = "ДС № 1, Яшина Инна Олеговна".to_owned();
    let own = "Муниципалитет, ".to_owned();
    let all = lines(&world, None);
    assert!(!all.contains(&left) && !all.contains(&own), "{all:?}");
    assert!(all.contains(&"ДС № 1, вакансия".to_owned()), "{all:?}");
    assert_eq!(all.last().unwrap(), "Итого по муниципалитету, ");
    // What is shown with nothing in it is what somebody looks for.
    let rows = Grid::of(
        &world.state,
        &Roster::of(&world.state, OPEN),
        &extract(&world.state, OPEN, WHOLE).columns,
    );
    let rows = rows.rows.iter().map(|it| (it.organisation, it.person()));
    let shown = lines(&world, Some(rows.collect()));
    assert!(shown.contains(&left) && shown.contains(&own), "{shown:?}");
    // A school of which nobody has entered anything stays.
    world.set(cell(RATIO, SCHOOL_2), Entry::Empty).unwrap();
    world.set(cell(COUNT, SCHOOL_2), Entry::Empty).unwrap();
    let all = lines(&world, None);
    assert!(all.iter().any(|it| it.starts_with("СШ № 2")), "{all:?}");
}

/// What all come to together goes out as the screen has it, and not where it would tell what is hidden.
#[test]
fn a_sum_tells_nothing_that_is_hidden() {
    let mut world = world();
    world.set(cell(RATIO, SCHOOL_2), ratio("30", "60")).unwrap();
    world.set(cell(COUNT, SCHOOL_2), entry("4")).unwrap();
    let published = |world: &World| {
        let asked = Extract {
            published: true,
            ..extract(&world.state, OPEN, PARTS)
        };
        shown(&table(&world.state, &asked))
    };
    let last = |text: String| text.lines().last().unwrap().to_owned();
    let open = last(shown(&table(
        &world.state,
        &extract(&world.state, OPEN, PARTS),
    )));
    let told = "Итого по муниципалитету |  | 60,7 | 51 | 84 | в среднем 2,0, медиана 2 |";
    assert!(open.starts_with(told), "{open}");
    // Of the two counts one is hidden, and the other with a mean would tell it.
    let out = last(published(&world));
    assert!(
        out.starts_with("Итого по муниципалитету | 60,7 |  |"),
        "{out}"
    );
    world.set(cell(RATIO, SCHOOL_2), ratio("2", "60")).unwrap();
    world.set(cell(COUNT, SCHOOL_1), entry("3")).unwrap();
    let out = last(published(&world));
    let told = "Итого по муниципалитету |  | в среднем 3,5, медиана 3,5 |";
    assert!(out.starts_with(told), "{out}");
}

/// What is written is what is read, in every format that can be read as a table.
#[test]
fn every_format_keeps_every_cell() {
    let (state, period) = told();
    for shape in [WHOLE, PARTS, Shape::List] {
        let table = table(state, &extract(state, period, shape));
        assert!(table.rows.len() > 30);
        let book = write_xlsx(std::slice::from_ref(&table), made()).unwrap();
        let read = rows(&book);
        for (written, read) in table.rows.iter().zip(&read[1..]) {
            for (at, cell) in written.iter().enumerate() {
                let same = read.get(at).unwrap_or(&CellText::Empty);
                match (cell, same) {
                    (CellText::Number(one), CellText::Number(other)) => {
                        assert_eq!(one.normalize(), other.normalize());
                    }
                    _ => assert_eq!(cell, same),
                }
            }
        }
        let text = Book::read("т.csv", &write_csv(&table)).unwrap();
        for (written, read) in table.rows.iter().zip(&text.sheets[0].rows[1..]) {
            for (at, cell) in written.iter().enumerate() {
                let told = read.get(at).unwrap_or(&CellText::Empty).to_string();
                assert_eq!(told, cell.to_string());
            }
        }
        let lines = String::from_utf8(write_lines(&table)).unwrap();
        assert_eq!(lines.lines().count(), table.rows.len());
        for line in lines.lines() {
            serde_json::from_str::<serde_json::Value>(line).unwrap();
        }
    }
}

#[test]
fn the_old_charset_has_what_it_has_and_marks_the_rest() {
    let mut world = world();
    let mut organisation = world.state.organisations[&SCHOOL_1].body.clone();
    organisation.name = "Школа ≥ № 1".into();
    let edit = smotr::domain::command::Command::EditOrganisation {
        id: SCHOOL_1,
        seen: rev(&world.state, Key::Organisation(SCHOOL_1)),
        organisation,
    };
    world.act(edit).unwrap();
    let table = table(&world.state, &extract(&world.state, OPEN, WHOLE));
    let bytes = write_csv_1251(&table);
    let (text, _, _) = encoding_rs::WINDOWS_1251.decode(&bytes);
    assert!(text.starts_with("Организация;Руководитель;"), "{text}");
    assert!(text.contains("Школа ? № 1;"), "{text}");
}

/// Gives an organisation a name that no form would take.
pub fn rename(state: &mut State, id: OrganisationId, name: &str) {
    let stamped = &state.organisations[&id];
    let stamp = stamped.stamp;
    let mut organisation = stamped.body.clone();
    organisation.name = name.into();
    let record = Record::Organisation(organisation);
    state.put(Key::Organisation(id), Some(record), stamp);
}

/// A name that a spreadsheet would reckon with stays a name, in a workbook and in a text.
#[test]
fn no_cell_is_a_formula_whatever_is_called_what() {
    for name in [
        "=1+1",
        "+7 школа",
        "-5",
        "@СУММ(A1)",
        "\t=2",
        "=HYPERLINK(\"http://х\")",
    ] {
        let mut state = world().state;
        rename(&mut state, SCHOOL_1, name);
        for shape in [PARTS, Shape::List] {
            let table = table(&state, &extract(&state, OPEN, shape));
            let book = write_xlsx(std::slice::from_ref(&table), made()).unwrap();
            for (file, text) in package(&book) {
                let is_sheet = file.starts_with("xl/worksheets/");
                assert!(!is_sheet || !text.contains("<f"), "{name:?} in {file}");
            }
            let text = String::from_utf8(write_csv(&table)).unwrap();
            let plain = text.replace("\"\"", "\"");
            assert!(plain.contains(name.trim()), "{name:?}");
            for line in text.lines().skip(1) {
                let first = line.trim_start_matches('"');
                assert!(!first.starts_with(['=', '+', '-', '@', '\t']), "{line}");
            }
        }
    }
}

/// A matrix is known again by its titles, whatever the indicator.
#[test]
fn a_title_says_its_code_and_what_it_holds() {
    let (state, period) = told();
    for (_, indicator) in due(state, &state.periods[&period]) {
        for held in [
            Held::Entry,
            Held::Numerator,
            Held::Denominator,
            Held::Result,
        ] {
            let title = matrix_title(indicator, held);
            let (code, found, words) = of_matrix_title(&title);
            assert_eq!((code, found), (indicator.code.as_str(), held), "{title}");
            // What is written is the indicator's own name.
            assert!(
                held != Held::Entry || is_name_of(indicator, words),
                "{title}"
            );
        }
    }
}

/// Nothing in the columns that are read back was not entered: neither what is computed nor «н/п» that nobody typed.
#[test]
fn what_nobody_entered_stands_in_no_column_that_is_read() {
    let (state, period) = told();
    let table = table(state, &extract(state, period, Shape::List));
    let column = |title: &str| LIST.iter().position(|it| it.title == title).unwrap();
    let (mut entered, mut others) = (0, 0);
    for row in &table.rows {
        let of = |title: &str| &row[column(title)];
        let organisation = of("Организация").to_string();
        let is = |it: &&OrganisationId| state.organisations[it].name == organisation;
        let organisation = state.organisations.keys().find(is);
        let code = of("Код").to_string();
        let indicators = due(state, &state.periods[&period]);
        let indicator = indicators.iter().find(|it| it.1.code == code).unwrap().0;
        let has_value = |subject| {
            let value = state.value(Cell {
                period,
                indicator,
                subject,
            });
            value.is_some_and(|it| it.entry != Entry::Empty)
        };
        let read = ["Значение", "Числитель", "Знаменатель", "Процент"];
        let says = read.iter().any(|it| !of(it).is_blank());
        match of("Состояние").to_string().as_str() {
            "" | "расчётное" => {
                assert!(!says, "{row:?}");
                others += 1;
            }
            _ => entered += 1,
        }
        if let Some(id) = organisation
            && has_value(Subject::Organisation(*id))
        {
            assert!(says, "{row:?}");
        }
    }
    assert!(entered > 100 && others > 10, "{entered} {others}");
}
