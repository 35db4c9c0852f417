//! A matrix on its side: indicators are rows, organisations are columns.

use super::*;
use crate::workbook::{number, text};

#[test]
fn indicators_may_be_rows_and_organisations_columns() {
    let state = World::new().state;
    for table in [
        "Показатель;СШ № 1;СШ № 2\n1.1;21/24;20/25\n1.2;7;0\n",
        "Свод за 2025/26;;;\n;;;\nКод;Показатель;СШ № 1;№ 2\n1.1;Первая и высшая категория;21/24;20/25\n1.2;Обоснованные жалобы;7;0\n",
        "№ п/п;Показатель;Ед. изм.;СШ № 1;СШ № 2;Итого\n1;1.1 Первая и высшая категория;%;21/24;20/25;41/49\n2;1.2 Обоснованные жалобы;ед.;7;0;7\n",
    ] {
        let batch = of_text(&state, table);
        let told = told(&state, &batch);
        let values: Vec<_> = told
            .iter()
            .map(|it| it.split_once(' ').unwrap().1)
            .collect();
        assert_eq!(values, ["21/24", "7", "20/25", "0"], "{table}");
        assert_eq!(batch.files[0].faults, Vec::<String>::new(), "{table}");
        assert_eq!(batch.files[0].notes, Vec::<String>::new(), "{table}");
    }
}

/// Addresses are those of the file.
#[test]
fn what_is_wrong_is_told_where_it_stands() {
    let state = World::new().state;
    let rows = [
        vec![
            text("Код"),
            text("СШ № 1"),
            text("Школа № 77"),
            text("СШ № 2"),
            text("Прочее"),
        ],
        vec![
            text("1.1"),
            text("много"),
            text("1"),
            CellText::Percent("0.9".parse().unwrap()),
            text(""),
        ],
        vec![text("9.9"), number("5"), text(""), number("5"), text("")],
        vec![
            text("1.2"),
            number("5"),
            text(""),
            number("1.5"),
            text("см. приложение"),
        ],
    ];
    let batch = of_bytes(&state, "свод.xlsx", &workbook(&rows));
    let told = told(&state, &batch);
    assert!(told[0].starts_with("B2 ×"), "{told:?}");
    assert_eq!(told[1..4], ["B4 5", "C2 ? Школа № 77", "D2 90 %"]);
    assert!(told[4].starts_with("D4 × NotWhole"), "{told:?}");
    let notes = &batch.files[0].notes;
    assert_eq!(
        *notes,
        [
            "свод.xlsx, лист «Свод»: строка 3 «9.9» не прочитана, такого показателя в периоде нет.",
            "свод.xlsx, лист «Свод»: столбец E «Прочее» не прочитан, такой организации нет."
        ]
    );
}

#[test]
fn a_row_says_that_it_holds_percents() {
    let state = World::new().state;
    for (unit, want) in [("%", "88 %"), ("ед.", "RatioOrPercent")] {
        let table = format!("Код;Единица;СШ № 1\n1.1;{unit};88\n");
        let told = told(&state, &of_text(&state, &table));
        assert!(told[0].contains(want), "{told:?}");
    }
    let table = "Показатель;СШ № 1;СШ № 2\n1.1 числитель;21;20\n1.1 знаменатель;24;25\n";
    assert_eq!(
        told(&state, &of_text(&state, table)),
        ["B2 21/24", "C2 20/25"]
    );
}
