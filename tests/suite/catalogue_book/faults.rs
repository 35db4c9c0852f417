//! What is wrong with a workbook is told with its file, sheet and cell, all of it at once.

use rust_decimal::Decimal;
use smotr::domain::scale::Defect;
use smotr::exchange::catalogue_book::Wrong;
use smotr::exchange::workbook::{CellText, ColumnOut, SheetOut};

use super::{cell, faults, said};

fn put(at: [&'static str; 3], text: &'static str) -> impl FnOnce(&mut Vec<SheetOut>) {
    move |sheets| {
        let cell = cell(sheets, at);
        *cell = CellText::text(text);
    }
}

/// One spoiled cell is one line, and it says where.
#[track_caller]
pub(super) fn one(spoil: impl FnOnce(&mut Vec<SheetOut>), parts: &[&str]) {
    let lines = said(spoil);
    assert_eq!(lines.len(), 1, "{lines:#?}");
    for part in parts {
        assert!(lines[0].contains(part), "{part} is not in {}", lines[0]);
    }
}

#[test]
fn cells_are_told_by_sheet_and_address() {
    let indicators = |column, text| put(["Показатели", "1.2", column], text);
    one(
        indicators("Вес", "много"),
        &[
            "к.xlsx",
            "лист «Показатели», ячейка F3",
            "нужно число",
            "«много»",
        ],
    );
    one(indicators("Вес", "0"), &["F3", "больше нуля"]);
    one(indicators("Вес", ""), &["F3", "не заполнено «Вес»"]);
    one(
        indicators("Что лучше", "крупнее"),
        &["ячейка J3", "«крупнее»", "больше, меньше"],
    );
    one(
        indicators("Направление", "9"),
        &["E3", "«9»", "на листе «Направления» такого нет"],
    );
    one(
        indicators("Знаков после запятой", "7"),
        &["стоит 7", "от 0 до 6"],
    );
    one(
        indicators("На какой день", "31.02"),
        &["день вида 20.05", "31.02"],
    );
    one(
        indicators("Виды организаций", "школа, училище"),
        &["«училище»", "средняя школа"],
    );
    one(indicators("№ записи", "0"), &["A3", "целое число"]);
    one(
        indicators("№ записи", "1"),
        &["A3", "«1» в «№ записи» уже есть"],
    );
    one(
        put(["Редакция", "Состояние", "Значение"], "готова"),
        &[
            "лист «Редакция», ячейка B4",
            "в «Состояние»",
            "рабочая, опубликована",
        ],
    );
    one(
        put(["Редакция", "Порог полноты, %", "Значение"], ""),
        &["ячейка B8", "не заполнено «Порог полноты, %»"],
    );
    let act = said(put(["Редакция", "Документ: номер", "Значение"], "12"));
    assert_eq!(act.len(), 2, "{act:#?}");
    assert!(act[0].contains("ячейка B10: не заполнено «Документ: вид»"));
    assert!(act[1].contains("не заполнено «Документ: уровень»"));
    one(
        put(["Редакция", "Формат файла", "Значение"], "2"),
        &["более новой версией", "файл формата 2"],
    );
    one(
        put(["Направления", "3", "Код"], "2"),
        &["лист «Направления», ячейка B4", "«2» в «Код» уже есть"],
    );
}

/// What follows from one fault is not told beside it.
#[test]
fn one_fault_is_not_told_many_times() {
    one(
        put(["Показатели", "1.2", "Код"], ""),
        &["лист «Показатели», ячейка B3: не заполнено «Код»"],
    );
    one(
        put(["Направления", "2", "Вес"], ""),
        &["лист «Направления», ячейка E3: не заполнено «Вес»"],
    );
    // Of the lines of one indicator the first is enough.
    one(
        |sheets| {
            let scales = sheets.iter_mut().find(|it| it.name == "Шкалы").unwrap();
            for row in scales
                .rows
                .iter_mut()
                .filter(|it| it[0].to_string() == "1.2")
            {
                row[0] = CellText::text("1.99");
            }
            *cell(sheets, ["Показатели", "1.2", "Шкала"]) = CellText::text("относительно лучшего");
        },
        &["лист «Шкалы», ячейка A8: в «Показатель» стоит «1.99»"],
    );
}

/// Two codes exchanged on one sheet would give each indicator the other's scale without a word.
#[test]
fn lines_do_not_go_to_a_neighbour_unnoticed() {
    let lines = said(|sheets| {
        *cell(sheets, ["Показатели", "1.1", "Код"]) = CellText::text("x");
        *cell(sheets, ["Показатели", "1.2", "Код"]) = CellText::text("1.1");
        *cell(sheets, ["Показатели", "x", "Код"]) = CellText::text("1.2");
    });
    let scales: Vec<_> = lines.iter().filter(|it| it.contains("«Шкалы»")).collect();
    assert_eq!(scales.len(), 2, "{lines:#?}");
    assert!(
        scales[0].contains("и это другой показатель"),
        "{}",
        scales[0]
    );
}

#[test]
fn scales_are_told_by_the_line_that_is_wrong() {
    let scale = |text| put(["Шкалы", "6.2", "Значение"], text);
    one(
        scale("свыше сорока"),
        &[
            "лист «Шкалы», ячейка C",
            "шкала показателя 6.2",
            "после «свыше» нет числа",
        ],
    );
    let gaps = faults(scale("от 10 до 12"));
    let is_gap = |it: &Wrong| {
        matches!(
            it,
            Wrong::Scale(Defect::Gap { .. } | Defect::BelowLowest { .. })
        )
    };
    assert!(
        gaps.iter()
            .all(|it| is_gap(&it.wrong) && it.place.sheet == "Шкалы"),
        "{gaps:?}"
    );
    assert_eq!(gaps.len(), 2, "{gaps:?}");
    one(
        put(["Шкалы", "6.2", "Баллы"], ""),
        &["ячейка D", "не заполнено"],
    );
    one(
        put(["Шкалы", "6.2", "Баллы"], "два"),
        &["ячейка D", "нужно число"],
    );
    let date = |sheets: &mut Vec<SheetOut>| {
        let day = "2026-05-01".parse().unwrap();
        *cell(sheets, ["Шкалы", "6.2", "Значение"]) = CellText::Date(day);
    };
    one(date, &["стоит дата 01.05.2026", "текстовый формат"]);
    let none = |sheets: &mut Vec<SheetOut>| {
        let scales = sheets.iter_mut().find(|it| it.name == "Шкалы").unwrap();
        scales.rows.retain(|row| row[0].to_string() != "6.2");
    };
    one(none, &["лист «Шкалы»", "у показателя 6.2 нет строк шкалы"]);
}

/// Columns of another way of measuring have to be empty: what stands there would be lost without a word.
#[test]
fn what_does_not_belong_to_the_measure_or_the_scale_is_told() {
    one(
        put(["Показатели", "6.2", "Что вносится"], "вручную"),
        &[
            "«Что вносится» заполнено",
            "при «Измеряется» «доля»",
            "должно быть пусто",
        ],
    );
    one(
        put(["Показатели", "6.2", "Числитель"], ""),
        &["не заполнено «Числитель»"],
    );
    one(
        put(
            ["Показатели", "6.2", "Знаменатель: базовая величина"],
            "педагоги",
        ),
        &["«педагоги»", "на листе «Базовые величины» такого нет"],
    );
    let lines = said(put(["Показатели", "6.2", "Шкала"], "относительно лучшего"));
    assert!(lines.len() > 1 && lines.iter().all(|it| it.contains("лист «Шкалы»")));
    let lines = said(put(["Показатели", "6.2", "Шкала"], "за единицу"));
    let missing = lines.iter().filter(|it| it.contains("не хватает строки"));
    assert_eq!(missing.count(), 4, "{lines:#?}");
    one(
        put(["Показатели", "6.2", "Шкала"], "по варианту ответа"),
        &["«доля»"],
    );
    one(
        put(["Показатели", "6.2", "Шкала"], "на глаз"),
        &["«на глаз»", "по шкале"],
    );
}

#[test]
fn sheets_and_columns_that_are_none_are_told() {
    one(
        |sheets| {
            sheets.push(SheetOut {
                name: "Черновик".into(),
                columns: vec![ColumnOut::new("Заметки", 10)],
                ..SheetOut::default()
            });
        },
        &["лист «Черновик»", "не бывает", "Редакция, Уровни индекса"],
    );
    one(
        |sheets| {
            let of = sheets
                .iter_mut()
                .find(|it| it.name == "Направления")
                .unwrap();
            of.columns.push(ColumnOut::new("Важность", 10));
        },
        &["лист «Направления», ячейка G1", "столбца «Важность»"],
    );
    one(
        |sheets| {
            let of = sheets
                .iter_mut()
                .find(|it| it.name == "Направления")
                .unwrap();
            of.columns.retain(|it| it.title != "Вес");
            of.rows.iter_mut().for_each(|it| drop(it.remove(4)));
        },
        &["лист «Направления»", "не хватает столбца «Вес»"],
    );
    let lines = said(|sheets| sheets.retain(|it| it.name != "Показатели"));
    assert!(
        lines.iter().any(|it| it.contains("нет листа «Показатели»")),
        "{lines:#?}"
    );
    one(
        |sheets| {
            let of = sheets.iter_mut().find(|it| it.name == "Редакция").unwrap();
            of.rows.retain(|row| row[0].to_string() != "Название");
        },
        &["лист «Редакция»", "не хватает строки «Название»"],
    );
    one(
        |sheets| {
            let of = sheets
                .iter_mut()
                .find(|it| it.name == "Уровни индекса")
                .unwrap();
            of.rows[1][0] = CellText::Number(Decimal::from(95));
        },
        &["лист «Уровни индекса», ячейка A3", "«95» в «От» уже есть"],
    );
}

/// An empty sheet that Excel adds by itself is nobody's fault; nor are rows left empty, nor the order of columns.
#[test]
fn what_a_spreadsheet_does_by_itself_is_no_fault() {
    let mut sheets = super::sheets(&super::Catalogue::shipped().unwrap());
    sheets.push(SheetOut {
        name: "Лист2".into(),
        ..SheetOut::default()
    });
    for sheet in &mut sheets {
        sheet.columns.reverse();
        sheet.rows.iter_mut().for_each(|it| {
            it.resize(sheet.columns.len(), CellText::Empty);
            it.reverse();
        });
        let empty = vec![CellText::Empty; sheet.columns.len()];
        sheet.rows.insert(1.min(sheet.rows.len()), empty);
    }
    let read = super::read(&sheets).unwrap();
    assert_eq!(read, super::Catalogue::shipped().unwrap());
}
