//! Organisations × indicators, as schools and departments make them.

use smotr::domain::command::Command;
use smotr::domain::period::PeriodKind;
use smotr::domain::record::{Key, Record};

use super::*;
use crate::workbook::{day, number, text};

#[test]
fn a_matrix_is_read_by_codes_and_names_wherever_its_titles_stand() {
    let state = World::new().state;
    for table in [
        "Организация;1.1;1.2\nСШ № 1;21/24;7\nСШ № 2;20/25;0\n",
        "Сведения за год;;\n;;\nШкола;1.1 Первая и высшая категория, %;1.2\nСШ № 1;21/24;7\n№ 2;20/25;0\n",
        "№ п/п;ОО;1.1;1.2\n1;сш №1;21/24;7\n2;МБОУ «СШ № 2»;20 / 25;0\n",
    ] {
        let batch = of_text(&state, table);
        let told = told(&state, &batch);
        let values: Vec<_> = told
            .iter()
            .map(|it| it.split_once(' ').unwrap().1)
            .collect();
        assert_eq!(values, ["21/24", "7", "20/25", "0"], "{table}");
        assert_eq!(batch.files[0].faults, Vec::<String>::new(), "{table}");
    }
}

#[test]
fn parts_of_a_ratio_may_stand_in_two_columns() {
    let state = World::new().state;
    for table in [
        "Организация;1.1 числитель;1.1 знаменатель\nСШ № 1;21;24\nСШ № 2;20;\nДС № 1;;4\n",
        "Организация;1.1;\n;числитель;знаменатель, чел.\nСШ № 1;21;24\nСШ № 2;20;\nДС № 1;;4\n",
    ] {
        let told = told(&state, &of_text(&state, table));
        assert_eq!(
            told[0],
            format!("{} 21/24", told[0].split(' ').next().unwrap())
        );
        // What is below the line is known of nobody.
        assert!(told[1].contains("DenominatorUnknown"), "{told:?}");
        assert!(
            told[2].contains("есть знаменатель, а числителя нет"),
            "{told:?}"
        );
        assert_eq!(told.len(), 3);
    }
}

#[test]
fn a_number_is_read_however_it_is_written() {
    let state = World::new().state;
    for (given, want) in [
        ("87.5", "87.5 %"),
        ("87,5", "87.5 %"),
        ("87,5 %", "87.5 %"),
        (" 87,5\u{a0}% ", "87.5 %"),
        ("\u{a0}21 / 24\u{a0}", "21/24"),
        ("21 из 24", "21/24"),
        ("н/п: капитальный ремонт", "н/п капитальный ремонт"),
        ("нет данных: школа не сдала", "нд школа не сдала"),
    ] {
        let table = format!("Организация;1.1\nСШ № 1;{given}\n");
        assert_eq!(
            told(&state, &of_text(&state, &table)),
            [format!("B2 {want}")]
        );
    }
    // A dash and spaces are nothing.
    let table = "Организация;1.1;1.2\nСШ № 1;—; \u{a0} \nСШ № 2; - ;7\n";
    assert_eq!(told(&state, &of_text(&state, table)), ["C3 7"]);
}

#[test]
fn cells_of_a_workbook_are_what_a_person_sees_in_them() {
    let state = World::new().state;
    let percent = |it: &str| CellText::Percent(it.parse().unwrap());
    let rows = [
        vec![
            text("Организация"),
            text("1.1 Первая и высшая категория, %"),
            text("1.2"),
        ],
        vec![text("СШ № 1"), percent("0.875"), number("7")],
        vec![text("СШ № 2"), number("87.5"), text(" 7 ")],
        vec![
            text("ДС № 1"),
            number("80"),
            CellText::Date(day("2026-12-05")),
        ],
    ];
    let batch = of_bytes(&state, "свод.xlsx", &workbook(&rows));
    let told = told(&state, &batch);
    assert_eq!(
        told[..5],
        ["B2 87.5 %", "C2 7", "B3 87.5 %", "C3 7", "B4 80 %"]
    );
    assert_eq!(
        told[5].replace('\u{a0}', " "),
        "C4 ! свод.xlsx, лист «Свод», ячейка C4: здесь дата 05.12.2026, а нужно число. Похоже, Excel принял 5/12 за дату. Задайте \
         ячейке текстовый формат и впишите дробь снова или внесите числитель и знаменатель в два столбца."
    );
}

#[test]
fn a_formula_that_was_never_reckoned_is_refused_and_not_nothing() {
    let state = World::new().state;
    let cells = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Организация</t></is></c><c r="B1" t="inlineStr"><is><t>1.2</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>СШ № 1</t></is></c><c r="B2"><f>1+1</f></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>СШ № 2</t></is></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"#;
    let bytes = crate::workbook::packed::Packed::xlsx(cells).bytes();
    let told = told(&state, &of_bytes(&state, "свод.xlsx", &bytes));
    assert!(
        told[0].contains("B2: в файле нет результата формулы"),
        "{told:?}"
    );
    assert!(
        told[1].contains("B3: формула даёт ошибку #DIV/0!"),
        "{told:?}"
    );
}

#[test]
fn two_rows_of_one_school_are_both_refused_unless_they_agree() {
    let state = World::new().state;
    let table = "Организация;1.1;1.2\nСШ № 1;21/24;7\nСШ № 2;20/25;5\nСШ № 1;21/24;8\n";
    assert_eq!(
        told(&state, &of_text(&state, table)),
        [
            "B2 21/24",
            "C2 спорит",
            "B3 20/25",
            "C3 5",
            "B4 то же",
            "C4 спорит"
        ]
    );
}

#[test]
fn what_is_unknown_is_told_and_never_taken() {
    let state = World::new().state;
    let table = "Организация;1.2;Итого;1.2 прошлый год;9.9\nСШ № 1;7;5;5;3\nШкола № 77;7;;;\nИтого;14;;;\n;3;;;\n";
    let batch = of_text(&state, table);
    // «1.2 прошлый год» begins with the code, and is another thing until somebody says that it is not.
    let want = [
        "B2 7",
        "D2 ?? 1.2 прошлый год",
        "B3 ? Школа № 77",
        "D3 ?? 1.2 прошлый год",
    ];
    let told_of = |batch: &Batch| -> Vec<String> {
        let all = told(&state, batch);
        all.into_iter()
            .filter(|it| want.contains(&it.as_str()))
            .collect()
    };
    assert_eq!(told_of(&batch).len(), 3, "{:?}", told(&state, &batch));
    let table = "Организация;1.2;1.2\nСШ № 1;7;5\n";
    let said = fault(&of_text(&state, table));
    assert_eq!(
        said,
        "школы.csv, ячейка C1: показатель «1.2» назван дважды. Оставьте один столбец."
    );
    let table = "Организация;1.2;Итого;9.9\nСШ № 1;7;5;3\nШкола № 77;7;;\nИтого;14;;\n;3;;\n";
    let batch = of_text(&state, table);
    assert_eq!(told(&state, &batch), ["B2 7", "B3 ? Школа № 77"]);
    assert_eq!(batch.files[0].notes.len(), 2, "{:?}", batch.files[0].notes);
    assert_eq!(
        batch.files[0].faults[0],
        "школы.csv, ячейка A5: не указана организация, а значения в строке есть. Впишите организацию."
    );
    for table in ["ничего;кроме слов\nи;ещё\n", "Организация;9.9\nСШ № 1;7\n"]
    {
        let said = fault(&of_text(&state, table));
        assert!(
            said.starts_with("школы.csv: здесь нет ни формы, ни таблицы"),
            "{said}"
        );
    }
}

/// What was written out is the same when it comes back: also a ratio of which the table has only the figure.
#[test]
fn a_figure_that_shows_what_is_there_changes_nothing() {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_1), ratio("2", "3")).unwrap();
    let state = &world.state;
    for (given, want) in [
        ("66,7", "то же"),
        ("66,7 %", "то же"),
        ("2/3", "то же"),
        ("66,8", "без состава 66.8 %"),
    ] {
        let table = format!("Организация;1.1 Первая и высшая категория, %\nСШ № 1;{given}\n");
        assert_eq!(told(state, &of_text(state, &table)), [format!("B2 {want}")]);
    }
}

#[test]
fn what_is_entered_once_changes_nothing_the_second_time() {
    let mut world = World::new();
    let table = "Организация;1.1;1.2\nСШ № 1;21/24;7\nСШ № 2;20/25;5\n";
    let batch = of_text(&world.state, table);
    let command = brings(&world.state, &batch)
        .command(&batch, |_| true)
        .unwrap();
    world.act(command).unwrap();
    assert_eq!(
        world.value(cell(COUNT, SCHOOL_2)).unwrap().entry,
        entry("5")
    );
    let again = brings(&world.state, &batch);
    assert_eq!((again.changes(), again.same(), again.refused()), (0, 4, 0));
    assert_eq!(again.command(&batch, |_| true), None);
    world.act(Command::Undo).unwrap();
    assert_eq!(world.value(cell(COUNT, SCHOOL_2)), None);
}

/// A table in text has what the spreadsheet made of a fraction.
#[test]
fn a_date_in_a_table_in_text_is_told_as_one() {
    let state = World::new().state;
    for (given, typed) in [
        ("05.12.2025", "5/12"),
        ("21.дек", "21/12"),
        ("7-май", "7/5"),
    ] {
        let table = format!("Организация;1.1\nСШ № 1;{given}\n");
        let told = told(&state, &of_text(&state, &table));
        let want = format!("Excel принял {typed} за дату");
        assert!(told[0].contains(&want), "{told:?}");
    }
    for given in ["12.05", "5.12.7", "45.12.2025", "12.2025"] {
        let table = format!("Организация;1.1\nСШ № 1;{given}\n");
        let told = told(&state, &of_text(&state, &table));
        assert!(!told[0].contains("за дату"), "{told:?}");
    }
}

/// Whether a whole number is a percent or a count is told by its column, and where that does not tell it, nobody guesses.
#[test]
fn a_column_holds_percents_or_it_is_asked() {
    let mut world = World::new();
    world.set(cell(RATIO, SCHOOL_2), ratio("20", "25")).unwrap();
    let state = &world.state;
    for (title, first, second, want) in [
        ("1.1", "87,5", "24", ["B2 87.5 %", "B3 без состава 24 %"]),
        ("1.1", "90 %", "24", ["B2 90 %", "B3 без состава 24 %"]),
        (
            "1.1 Первая и высшая категория, %",
            "90",
            "24",
            ["B2 90 %", "B3 без состава 24 %"],
        ),
    ] {
        let table = format!("Организация;{title}\nСШ № 1;{first}\nСШ № 2;{second}\n");
        assert_eq!(told(state, &of_text(state, &table)), want);
    }
    let table = "Организация;1.1\nСШ № 1;90\nСШ № 2;24\n";
    let told = told(state, &of_text(state, table));
    assert!(
        told.iter().all(|it| it.contains("RatioOrPercent")),
        "{told:?}"
    );
    // A count says so by its title.
    let table = "Организация;1.1 числитель\nСШ № 2;24\n";
    assert_eq!(super::told(state, &of_text(state, table)), ["B2 24/25"]);
}

#[test]
fn a_table_that_says_it_is_of_another_year_gives_nothing() {
    let state = World::new().state;
    for caption in [
        "Итоги за 2024/25 учебный год",
        "Свод 2024-2025",
        "за 2031/32",
    ] {
        let table = format!("{caption};\nОрганизация;1.2\nСШ № 1;7\n");
        let said = fault(&of_text(&state, &table));
        assert!(said.contains("а загрузка идёт в период 2025/26"), "{said}");
    }
    let said = fault(&of_bytes(
        &state,
        "свод 2024-25.csv",
        "Организация;1.2\nСШ № 1;7\n".as_bytes(),
    ));
    assert!(said.contains("таблица за 2024/25"), "{said}");
    for caption in [
        "2025/26",
        "к 2024/25, теперь 2025/26",
        "приказ 12/15",
        "с 01.09.2024",
    ] {
        let table = format!("{caption};\nОрганизация;1.2\nСШ № 1;7\n");
        assert_eq!(
            told(&state, &of_text(&state, &table)),
            ["B3 7"],
            "{caption}"
        );
    }
}

/// What is of a half or a quarter is not of the year, nor of another half; what names all of them is.
#[test]
fn a_table_of_another_half_or_quarter_gives_nothing() {
    let mut state = World::new().state;
    let other = |state: &State, caption: &str| {
        let table = format!("{caption};\nОрганизация;1.2\nСШ № 1;7\n");
        let batch = of_text(state, &table);
        match batch.claims.len() {
            0 => fault(&batch),
            _ => String::new(),
        }
    };
    let halves = [
        ("1-е полугодие 2025/26", "1-е полугодие"),
        ("за II полугодие", "2-е полугодие"),
        ("Первое полугодие 2025/26 учебного года", "1-е полугодие"),
        ("отчёт, 3 кв. 2025/26", "3-й квартал"),
        ("четвёртый квартал", "4-й квартал"),
    ];
    for (caption, named) in halves {
        let want = format!("таблица за {named}, а загрузка идёт в период 2025/26");
        let said = other(&state, caption);
        assert!(said.contains(&want), "{caption}: {said}");
    }
    for caption in ["I и II полугодие 2025/26", "кв. 12", "школа № 3, кабинет 4"]
    {
        assert_eq!(other(&state, caption), "", "{caption}");
    }
    let (stamp, mut period) = (
        state.periods[&OPEN].stamp,
        state.periods[&OPEN].body.clone(),
    );
    period.name = "2025/26, 2-е полугодие".into();
    period.kind = PeriodKind::HalfYear;
    state.put(Key::Period(OPEN), Some(Record::Period(period)), stamp);
    for caption in ["2-е полугодие 2025/26", "второе полугодие", "2025/26"]
    {
        assert_eq!(other(&state, caption), "", "{caption}");
    }
    for caption in ["1-е полугодие 2025/26", "полугодие I", "2 квартал"] {
        assert!(other(&state, caption).contains("таблица за"), "{caption}");
    }
}

/// Rows without an organisation are told once each, however many values and rows there are.
#[test]
fn rows_of_nobody_are_told_once() {
    let state = World::new().state;
    let table = format!(
        "Организация;1.2;1.3\nСШ № 1;7;1\n{}",
        ";3;4\n".repeat(50_000)
    );
    let batch = of_text(&state, &table);
    let faults = &batch.files[0].faults;
    assert_eq!(faults.len(), 101);
    let last = faults[100].replace('\u{a0}', " ");
    assert_eq!(last, "школы.csv: и ещё 49 900 таких строк.");
    assert_eq!(batch.claims.len(), 2);
}

/// A decree gives old codes to new indicators: a code before the name of another thing says nothing by itself.
#[test]
fn a_code_before_another_name_is_asked_about() {
    let state = World::new().state;
    let names = Names::of(&state, Some(OPEN));
    for title in [
        "1.2 прошлый год",
        "1.2 план",
        "1.2 (муниципалитет)",
        "1.2 Педагоги до 35 лет, %",
    ] {
        let batch = of_text(&state, &format!("Организация;{title}\nСШ № 1;7\n"));
        assert_eq!(told(&state, &batch), [format!("B2 ?? {title}")]);
        let Unknown::Indicator(..) = brings(&state, &batch).unknown.first().unwrap().clone() else {
            panic!("{title}")
        };
        let offered = brings(&state, &batch)
            .unknown
            .first()
            .unwrap()
            .indicators(&names);
        assert_eq!(offered.first(), Some(&COUNT), "{title}");
    }
    let it = state.indicator_in(OPEN, COUNT).unwrap();
    for words in [
        "",
        "ед.",
        "обоснованные  жалобы",
        "Обоснованные жалобы, ед.",
        it.title.as_str(),
    ] {
        let batch = of_text(&state, &format!("Организация;\"1.2 {words}\"\nСШ № 1;7\n"));
        assert_eq!(told(&state, &batch), ["B2 7"], "{words}");
    }
    // In a list likewise.
    let table = "Организация;Код;Показатель;Значение\nСШ № 1;1.2;Педагоги до 35 лет;7\n";
    assert_eq!(
        told(&state, &of_text(&state, table)),
        ["D2 ?? 1.2 Педагоги до 35 лет"]
    );
}

/// The place of an option is for keys: in a file 1 means anything but the first of two words.
#[test]
fn a_number_is_no_option() {
    let state = World::new().state;
    for given in ["1", "2", "0"] {
        let table = format!("Организация;2.1\nСШ № 2;{given}\n");
        let told = told(&state, &of_text(&state, &table));
        assert!(told[0].contains("NoSuchOption"), "{told:?}");
    }
    let table = "Организация;2.1\nСШ № 2;Да\n";
    assert_eq!(told(&state, &of_text(&state, table)), ["B2 выбор 0"]);
}

/// Parts and a percent that they do not come to are two answers.
#[test]
fn parts_and_a_figure_of_their_own_are_two_things() {
    let state = World::new().state;
    for (figure, want) in [
        ("87,5", "21/24"),
        ("87,5 %", "21/24"),
        ("90", "! "),
        ("90 %", "! "),
        ("много", "! "),
    ] {
        let tables = [
            format!("Организация;Код;Числитель;Знаменатель;Процент\nСШ № 1;1.1;21;24;{figure}\n"),
            format!("Организация;Код;Числитель;Знаменатель;Значение\nСШ № 1;1.1;21;24;{figure}\n"),
        ];
        for table in tables {
            let told = told(&state, &of_text(&state, &table));
            let is_two =
                told[0].contains("C2: числитель и знаменатель говорят одно, а ячейка E2 — другое");
            assert!(
                told[0].contains(want) && is_two == (want == "! "),
                "{table}: {told:?}"
            );
        }
    }
    let lines = "{\"organisation\": \"СШ № 1\", \"code\": \"1.1\", \"numerator\": 21, \"denominator\": 24, \"percent\": 90}";
    let told = told(&state, &of_bytes(&state, "обмен.jsonl", lines.as_bytes()));
    assert!(told[0].contains("а поле percent — другое"), "{told:?}");
}

/// A list of another year is none of this one, unless each row says its period.
#[test]
fn a_list_that_says_it_is_of_another_year_gives_nothing() {
    let state = World::new().state;
    let list = "Организация;Код;Значение\nСШ № 1;1.2;7\n";
    let said = fault(&of_bytes(&state, "список 2024-25.csv", list.as_bytes()));
    assert!(said.contains("таблица за 2024/25"), "{said}");
    let said = fault(&of_text(&state, &format!("за 2024/25 учебный год\n{list}")));
    assert!(said.contains("таблица за 2024/25"), "{said}");
    let list = "Организация;Код;Период;Значение\nСШ № 1;1.2;2025/26;7\n";
    let batch = of_bytes(&state, "список 2024-25.csv", list.as_bytes());
    assert_eq!(told(&state, &batch), ["D2 7"]);
    let line = "{\"organisation\": \"СШ № 1\", \"code\": \"1.2\", \"value\": 7}";
    let batch = of_bytes(&state, "обмен 2024-25.jsonl", line.as_bytes());
    assert!(
        told(&state, &batch)[0].contains("таблица за 2024/25"),
        "{:?}",
        told(&state, &batch)
    );
}
