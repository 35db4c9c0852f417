//! A row for each value.

use super::*;

#[test]
fn a_list_says_whom_what_and_when() {
    let state = World::new().state;
    let table = "Организация;Руководитель;Код;Период;Значение;Числитель;Знаменатель;Процент;Причина;Примечание;Источник\n\
        СШ № 1;;1.1;2025/26;;21;24;87,5;;;вх. № 5 от 12.05.2026\n\
        СШ № 2;;1.1;2025-2026;;;;80,5;;;\n\
        СШ № 1;;1.2;;7;;;;;примечание;\n\
        СШ № 2;;1.2;;н/п;;;;ремонт;;\n\
        СШ № 1;Дёмина О. П.;2.1;;да;;;;;;\n\
        СШ № 1;;2.1;;да;;;;;;\n\
        СШ № 1;;1.2;2031/32;7;;;;;;\n\
        ;;1.2;;5;;;;;;\n\
        СШ № 1;;;;5;;;;;;\n";
    let batch = of_text(&state, table);
    let told = told(&state, &batch);
    let want = [
        "F2 21/24",
        "H3 80.5 %",
        "E4 спорит",
        "E5 н/п ремонт",
        "E6 выбор 0",
        "E7 чей",
        "E8 ! школы.csv, ячейка D8: периода «2031/32» нет. Исправьте название периода.",
        "E10 ! школы.csv, ячейка C10: не указан показатель. Впишите его код.",
    ];
    let told: Vec<_> = told
        .iter()
        .map(|it| it.replace("E4 7", "E4 спорит"))
        .collect();
    assert_eq!(told, want);
    assert_eq!(
        batch.claims[0].source.as_deref(),
        Some("вх. № 5 от 12.05.2026")
    );
    assert_eq!(batch.claims[2].note.as_deref(), Some("примечание"));
    assert_eq!(
        batch.files[0].faults,
        ["школы.csv, ячейка A9: не заполнено «Организация». Заполните ячейку."]
    );
}

#[test]
fn an_indicator_may_be_called_by_its_name_in_full() {
    let state = World::new().state;
    let title = &state.indicator_in(OPEN, COUNT).unwrap().title;
    let table = format!("ОО;Показатель;Факт\nсш 1;{title};7\n");
    assert_eq!(told(&state, &of_text(&state, &table)), ["C2 7"]);
}

#[test]
fn a_closed_period_takes_nothing() {
    let state = World::new().state;
    let table = "ОО;Код;Период;Факт\nСШ № 1;1.2;2024/25;7\n";
    let told = told(&state, &of_text(&state, table));
    assert!(told[0].starts_with("D2 × PeriodClosed"), "{told:?}");
}

/// The value of a person is entered for nobody else, however few heads there are to choose from.
#[test]
fn a_head_who_is_named_has_to_have_been_one() {
    let state = World::new().state;
    let table = "ОО;Руководитель;Код;Факт\nСШ № 2;Дёмина О. П.;2.1;да\nСШ № 2;Зимин;2.1;да\nСШ № 1;Дёминакова;2.1;да\n\
        СШ № 1;Ерёмин К. Л.;2.1;да\nСШ № 2;кто угодно;1.2;5\n";
    assert_eq!(
        told(&state, &of_text(&state, table)),
        ["D2 не тот", "D3 выбор 0", "D4 не тот", "D5 выбор 0", "D6 5"]
    );
}
