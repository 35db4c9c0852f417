//! A table of one organisation: rows are indicators, and whose it is stands above, in the name of the sheet or of the file.

use smotr::analysis::batch::Whose;
use smotr::domain::ids::IndicatorId;
use smotr::domain::record::{Key, Record};

use super::*;
use crate::workbook::{number, text};

const TABLE: &str = "Код;Показатель;Числитель;Знаменатель;Значение\n1.1;Первая и высшая категория;21;24;\n1.2;Обоснованные жалобы;;;7\n";

#[test]
fn whose_it_is_stands_above_or_in_the_name() {
    let state = World::new().state;
    let captions = [
        "Сведения;\nСШ № 2;\n",
        "Организация:;МБОУ «СШ № 2»\n",
        "Мониторинг за 2025/26, СШ № 2, отчёт директора;\n",
        "СШ № 2 · 2025/26;;\n\n",
    ];
    for caption in captions {
        let batch = of_text(&state, &format!("{caption}{TABLE}"));
        let told = told(&state, &batch);
        let values: Vec<_> = told
            .iter()
            .map(|it| it.split_once(' ').unwrap().1)
            .collect();
        assert_eq!(values, ["21/24", "7"], "{caption}");
        let whose = Whose::Organisation {
            organisation: known(SCHOOL_2),
            head: None,
        };
        assert_eq!(batch.claims[0].whose, whose, "{caption}");
        assert_eq!(batch.files[0].faults, Vec::<String>::new(), "{caption}");
    }
    for file in [
        "СШ № 2.csv",
        "2025-26 СШ № 2.csv",
        "2.csv",
        "ответ_СШ_2.csv",
    ] {
        let batch = of_bytes(&state, file, TABLE.as_bytes());
        assert_eq!(told(&state, &batch), ["C2 21/24", "E3 7"], "{file}");
    }
}

#[test]
fn a_table_that_names_nobody_is_asked_about_and_the_answer_is_not_kept() {
    let state = World::new().state;
    let mut batch = of_bytes(&state, "сведения.csv", TABLE.as_bytes());
    assert_eq!(
        told(&state, &batch),
        ["C2 чья сведения.csv", "E3 чья сведения.csv"]
    );
    add(&mut batch, &state, "сведения.csv", TABLE.as_bytes());
    let mut meant = Meant::default();
    meant.files.insert(0, SCHOOL_2);
    let brought = brings_with(&state, &batch, &meant);
    assert_eq!((brought.changes(), brought.refused()), (2, 2));
    let command = brought.command(&batch, |_| true).unwrap();
    assert!(format!("{command:?}").contains("names: []"), "{command:?}");
    // For all files that name nobody; what two of them say alike is one change.
    let mut meant = Meant::default();
    meant.organisation = Some(SCHOOL_1);
    let brought = brings_with(&state, &batch, &meant);
    assert_eq!((brought.changes(), brought.same()), (2, 2));
}

#[test]
fn a_table_that_names_two_is_nobody_s() {
    let state = World::new().state;
    let batch = of_bytes(&state, "СШ № 1.csv", format!("СШ № 2\n{TABLE}").as_bytes());
    assert_eq!(
        fault(&batch),
        "СШ № 1.csv: столбца «Организация» нет, а в заголовке, названии листа и файла разные организации (СШ № 1; СШ № 2). \
         Оставьте одну."
    );
    // A name inside of a longer one is not meant.
    let batch = of_text(&state, &format!("Детский сад № 1, СШ № 1А\n{TABLE}"));
    assert!(
        told(&state, &batch)[0].starts_with("C3 чья"),
        "{:?}",
        told(&state, &batch)
    );
}

/// What a form computes and what is summed is nobody's value.
#[test]
fn what_is_computed_and_summed_is_left_out() {
    let state = World::new().state;
    let table = "СШ № 1\nПоказатель;Единица;Что считается;Значение\n\
        1.2;ед.;;7\n1.3;балл;Рассчитывается программой, заполнять не нужно.;5\nИтого;;;12\n1.1;%;;88\n";
    assert_eq!(told(&state, &of_text(&state, table)), ["D3 7", "D6 88 %"]);
}

/// Whether a whole number is a percent or a count is told by the file, and where that does not tell it, nobody guesses.
#[test]
fn a_whole_number_of_a_ratio_is_not_guessed() {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_2), ratio("20", "25")).unwrap();
    let state = &world.state;
    for table in [
        "Организация;Код;Значение\nСШ № 2;1.1;21\nСШ № 1;1.1;21\n",
        "Код;Организация;Факт\n1.1;СШ № 2;21\n1.1;СШ № 1;21\n",
    ] {
        let told = told(state, &of_text(state, table));
        assert!(
            told.iter().all(|it| it.contains("RatioOrPercent")),
            "{told:?}"
        );
    }
    let lines = "{\"organisation\": \"СШ № 2\", \"code\": \"1.1\", \"value\": 21}\n";
    let told = told(state, &of_bytes(state, "обмен.jsonl", lines.as_bytes()));
    assert!(told[0].contains("RatioOrPercent"), "{told:?}");
    // The sign, the column and the fields say it.
    for (table, want) in [
        (
            "Организация;Код;Значение\nСШ № 2;1.1;21 %\n",
            "C2 без состава 21 %",
        ),
        ("Организация;Код;%\nСШ № 2;1.1;21\n", "C2 без состава 21 %"),
        (
            "Организация;Код;Значение, %\nСШ № 2;1.1;21\n",
            "C2 без состава 21 %",
        ),
        ("Организация;Код;Числитель\nСШ № 2;1.1;21\n", "C2 21/25"),
    ] {
        assert_eq!(
            super::told(state, &of_text(state, table)),
            [want],
            "{table}"
        );
    }
    let rows = [
        vec![text("Организация"), text("Код"), text("Значение")],
        vec![
            text("СШ № 2"),
            text("1.1"),
            CellText::Percent("0.21".parse().unwrap()),
        ],
    ];
    let batch = of_bytes(state, "список.xlsx", &workbook(&rows));
    assert_eq!(super::told(state, &batch), ["C2 без состава 21 %"]);
    let lines = "{\"organisation\": \"СШ № 2\", \"code\": \"1.1\", \"percent\": 21}\n";
    let batch = of_bytes(state, "обмен.jsonl", lines.as_bytes());
    assert_eq!(super::told(state, &batch), ["1 без состава 21 %"]);
}

#[test]
fn a_code_beside_the_name_of_another_indicator_is_told() {
    let state = World::new().state;
    let title = &state.indicator_in(OPEN, EXPERT).unwrap().title;
    let table = format!("Организация;Код;Показатель;Значение\nСШ № 1;1.2;{title};7\n");
    let told = told(&state, &of_text(&state, &table));
    assert!(
        told[0].contains("ячейка B2: код — одного показателя, а название рядом — другого"),
        "{told:?}"
    );
}

/// A code that is a number: 1.20 is kept as 1.2, and which of the two is meant is told by what the cell shows or the name beside it.
#[test]
fn a_code_that_is_a_number_is_not_taken_for_another() {
    let mut state = World::new().state;
    rename(&mut state, EXPERT, "1.20");
    let title = state.indicator_in(OPEN, EXPERT).unwrap().title.clone();
    let read = |code: CellText, name: &str| {
        let rows = [
            vec![
                text("Организация"),
                text("Код"),
                text("Показатель"),
                text("Значение"),
            ],
            vec![text("СШ № 1"), code, text(name), number("5")],
        ];
        let batch = of_bytes(&state, "список.xlsx", &workbook(&rows));
        (batch.claims[0].indicator.clone(), told(&state, &batch))
    };
    let (_, said) = read(number("1.2"), "");
    assert!(
        said[0].contains("ячейка B2: код записан числом, и неизвестно, 1.2 это или 1.20."),
        "{said:?}"
    );
    assert_eq!(read(number("1.2"), &title).0, known(EXPERT));
    assert_eq!(read(text("1.20"), "").0, known(EXPERT));
    assert_eq!(read(text("1.2"), "").0, known(COUNT));
    // In a matrix no name stands beside it; a format shows the nought.
    let sheet = |style: &str| {
        let cells = format!(
            r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Организация</t></is></c><c r="B1" {style}><v>1.2</v></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>СШ № 1</t></is></c><c r="B2"><v>5</v></c></row>"#
        );
        let styles =
            r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="2"/></cellXfs></styleSheet>"#;
        let bytes = crate::workbook::packed::Packed::xlsx(&cells)
            .with("xl/styles.xml", styles)
            .bytes();
        of_bytes(&state, "свод.xlsx", &bytes)
    };
    assert_eq!(sheet(r#"s="1""#).claims[0].indicator, known(EXPERT));
    let plain = sheet("");
    assert!(plain.claims.is_empty());
    let said = &plain.files[0].faults[0];
    assert!(said.contains("ячейка B1: код записан числом"), "{said}");
}

fn rename(state: &mut State, indicator: IndicatorId, code: &str) {
    let stamped = &state.indicators[&(EDITION, indicator)];
    let (stamp, mut body) = (stamped.stamp, stamped.body.clone());
    body.code = code.into();
    let record = Record::Indicator(body);
    state.put(Key::Indicator(EDITION, indicator), Some(record), stamp);
}

/// Any number of rows of a list is read in one go.
#[test]
fn a_long_list_of_names_that_nobody_knows_is_read() {
    let state = World::new().state;
    let row = "СШ № 1;жалобы на что-то;7\n".repeat(20_000);
    let batch = of_text(&state, &format!("Организация;Код;Значение\n{row}"));
    assert_eq!(batch.claims.len(), 20_000);
}
