//! What a file does not say is not guessed: whose a table is, what a figure is of; and no more of it is read than is taken.

use smotr::domain::alias::{Alias, Means};
use smotr::domain::catalogue::Measure;
use smotr::domain::command::{Command, Seen, SetValue};
use smotr::domain::record::{Key, Record};
use smotr::domain::staffing::Intake;

use super::*;
use crate::workbook::text;

const TABLE: &str = "Код;Значение\n1.2;7\n";

/// «6» above the titles or on the tab of a sheet is a direction; only a file is called so for its school.
#[test]
fn a_number_alone_is_no_school() {
    let state = World::new().state;
    for caption in ["Направление:;2\n", "2;\n", "№ 2;\n"] {
        let batch = of_bytes(&state, "отчёт.csv", format!("{caption}{TABLE}").as_bytes());
        assert_eq!(told(&state, &batch), ["B3 чья отчёт.csv"], "{caption}");
    }
    let sheet = SheetOut {
        name: "2".into(),
        columns: ["Код", "Значение"].map(|it| ColumnOut::new(it, 12)).into(),
        frozen: 0,
        rows: vec![vec![text("1.2"), text("7")]],
    };
    let book = write_xlsx(&[sheet], made()).unwrap();
    let of = |file: &str| told(&state, &of_bytes(&state, file, &book));
    assert_eq!(of("отчёт.xlsx"), ["B2 чья отчёт.xlsx"]);
    assert_eq!(of("1-е направление, СШ № 1.xlsx"), ["B2 7"]);
}

/// What was said of «Школа» in one file was said of the whole name, and the words that name an owner are shown with what they mean.
#[test]
fn a_remembered_name_inside_a_caption_names_nobody() {
    let mut world = World::new();
    let alias = Alias {
        text: "гимназия".into(),
        means: Means::Organisation(SCHOOL_2),
    };
    let said = Intake {
        names: vec![(Seen::Absent, alias)],
        ..Intake::default()
    };
    world.act(Command::TakeIn(said)).unwrap();
    let of = |caption: &str| {
        let table = format!("{caption}\n{TABLE}");
        of_bytes(&world.state, "отчёт.csv", table.as_bytes())
    };
    let inside = of("Управление образования, гимназия № 3;");
    assert_eq!(told(&world.state, &inside), ["B3 чья отчёт.csv"]);
    let whole = of("Гимназия;");
    assert_eq!(told(&world.state, &whole), ["B3 7"]);
    let explained = brings(&world.state, &whole).explained;
    assert!(explained.contains_key(&Unknown::Organisation("Гимназия".into())));
}

/// A school that fills in a list of all codes says nothing of the municipality; a list of the municipality's own needs no owner.
#[test]
fn the_municipality_is_not_filled_in_by_a_school() {
    let state = World::new().state;
    let all = "Код;Значение;Примечание\n1.2;7;\n1.5;60 %;по спискам\n";
    let batch = of_bytes(&state, "список.csv", all.as_bytes());
    assert_eq!(
        told(&state, &batch),
        ["B2 чья список.csv", "B3 чья список.csv"]
    );
    let mut meant = Meant::default();
    meant.files.insert(0, SCHOOL_2);
    let brought = brings_with(&state, &batch, &meant);
    assert_eq!((brought.changes(), brought.refused()), (1, 1));
    let own = "Код;Значение;Примечание\n1.5;60 %;по спискам\n";
    let batch = of_bytes(&state, "список.csv", own.as_bytes());
    assert_eq!(brings(&state, &batch).changes(), 1);
    let refused = brings_with(&state, &batch, &meant);
    assert_eq!((refused.changes(), refused.refused()), (0, 1));
}

#[test]
fn a_number_in_the_column_of_numerators_is_no_option() {
    let state = World::new().state;
    let said = |value: &str| {
        let table = format!("ОО;Код;А;В\nСШ № 2;2.1;{value};\n");
        told(&state, &of_text(&state, &table)).join("")
    };
    assert!(said("1").contains("NoSuchOption"), "{}", said("1"));
    assert_eq!(said("да"), "C2 выбор 0");
    let line = r#"{"organisation": "СШ № 2", "code": "2.1", "numerator": 1}"#;
    let batch = of_bytes(&state, "обмен.jsonl", line.as_bytes());
    let told = told(&state, &batch);
    assert!(told[0].contains("NoSuchOption"), "{told:?}");
}

/// 45,5 posts are no percent: a fraction says so only where whole ones are counted.
#[test]
fn a_fraction_of_posts_makes_no_column_of_percents() {
    let mut world = World::new();
    let table = "Организация;1.1\nСШ № 1;45,5\nСШ № 2;60\n";
    let counts = told(&world.state, &of_text(&world.state, table));
    assert_eq!(counts, ["B2 45.5 %", "B3 60 %"]);
    let stamped = &world.state.indicators[&(EDITION, RATIO)];
    let (stamp, mut body) = (stamped.stamp, stamped.body.clone());
    if let Measure::Ratio { numerator, .. } = &mut body.measure {
        numerator.whole = false;
    }
    let key = Key::Indicator(EDITION, RATIO);
    world.state.put(key, Some(Record::Indicator(body)), stamp);
    let posts = told(&world.state, &of_text(&world.state, table));
    assert!(
        posts.iter().all(|it| it.contains("RatioOrPercent")),
        "{posts:?}"
    );
    let signed = "Организация;1.1\nСШ № 1;45,5 %\nСШ № 2;60\n";
    let signed = told(&world.state, &of_text(&world.state, signed));
    assert_eq!(signed, ["B2 45.5 %", "B3 60 %"]);
}

#[test]
fn a_percent_beside_what_is_below_the_line_is_read() {
    let state = World::new().state;
    let table = "ОО;Код;Знаменатель;Процент\nСШ № 1;1.1;24;87,5\nСШ № 2;1.1;24;\n";
    let told = told(&state, &of_text(&state, table));
    assert_eq!(told[0], "D2 87.5 %");
    assert!(told[1].starts_with("C3 ! "), "{told:?}");
}

/// The column of schools is known by what departments call it, though not one of the schools is.
#[test]
fn the_column_of_schools_is_known_by_its_title() {
    let state = World::new().state;
    for title in [
        "Наименование ОО",
        "Наименование школы",
        "Учреждение",
        "Краткое наименование ОО",
    ] {
        let table = format!("№;{title};1.2\n1;СОШ им. Ломоносова;7\n");
        let told = told(&state, &of_text(&state, &table));
        assert_eq!(told, ["C2 ? СОШ им. Ломоносова"], "{title}");
    }
}

/// What is more than a command takes is not read: neither kept in memory nor told line by line.
#[test]
fn reading_ends_where_a_command_is_full() {
    let state = World::new().state;
    let n = SetValue::MOST + 10;
    let list = "СШ № 1;1.2;7\n".repeat(n);
    let list = format!("ОО;Код;Значение\n{list};1.2;7\n");
    let matrix = "СШ № 1;7;8\n".repeat(n / 2 + 10);
    let matrix = format!("ОО;1.2;1.3\n{matrix};7;8\n");
    let line = "{\"organisation\": \"СШ № 1\", \"code\": \"1.2\", \"value\": 7}\n".repeat(n);
    let lines = format!("{line}нет\n");
    for (file, text) in [("с.csv", list), ("м.csv", matrix), ("о.jsonl", lines)] {
        let batch = of_bytes(&state, file, text.as_bytes());
        assert_eq!(batch.claims.len(), SetValue::MOST, "{file}");
        let faults = &batch.files[0].faults;
        assert_eq!(faults.len(), 1, "{file} {faults:?}");
        assert!(faults[0].contains("ограничено"), "{faults:?}");
    }
}
