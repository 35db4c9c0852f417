//! Registers of another store, and those that are not whole: what comes with a file is found in it, what it does not tell stays.

use smotr::domain::command::Command;
use smotr::domain::decide::{Actor, decide};
use smotr::domain::ids::*;
use smotr::domain::people::AppointmentKind;
use smotr::exchange::registers::Register;
use smotr::exchange::registers::intake::{Doubt, Verdict, together};
use smotr::exchange::workbook::{Book, CellText, ColumnOut, SheetOut, write_xlsx};
use smotr::locale::{Lang, Locale};

use super::registers::{csv, furnished, plan, take_in, told};
use super::{day, made};
use crate::support::world::*;

const TITLES: &str = "Вид;Номер;Наименование;Закрыта;Присоединена к";

/// What becomes of the rows, by cell.
fn verdicts(world: &World, register: Register, table: &str) -> Vec<(String, Verdict)> {
    let plan = plan(&world.state, register, table);
    assert_eq!((plan.faults, plan.unknown), (vec![], vec![]));
    let rows = plan.rows.iter();
    rows.map(|it| (it.at.to_string(), it.verdict)).collect()
}

#[test]
fn what_an_organisation_is_merged_into_may_stand_in_the_same_file() {
    let mut world = World::new();
    let known = "Вид;Номер;Наименование\nшкола;60;СШ № 60\n";
    let known = plan(&world.state, Register::Organisations, known);
    world.act(Command::TakeIn(together(&known.rows))).unwrap();
    let table = format!(
        "{TITLES}\nшкола;61;СШ № 61;31.08.2024;СШ № 62\nшкола;60;СШ № 60;31.08.2025;СШ № 63\n\
         школа;62;СШ № 62;31.08.2025;СШ № 63\nшкола;63;СШ № 63;;\n"
    );
    let brings = plan(&world.state, Register::Organisations, &table);
    let verdicts: Vec<Verdict> = brings.rows.iter().map(|it| it.verdict).collect();
    let [new, changed] = [Verdict::New, Verdict::Changed];
    assert_eq!(verdicts, [new, changed, new, new]);
    // Each row can be tried by itself.
    for it in &brings.rows {
        let actor = Actor { user: PROGRAM };
        let command = Command::TakeIn(it.alone());
        let reckon = smotr::analysis::results::RECKON;
        decide(&world.state, &actor, &command, now(&world.state), reckon).unwrap();
    }
    world.act(Command::TakeIn(together(&brings.rows))).unwrap();
    let id = |name: &str| {
        let mut all = world.state.organisations.iter();
        *all.find(|(_, it)| it.name == name).unwrap().0
    };
    let into = |name: &str| world.state.organisations[&id(name)].merged_into;
    assert_eq!(into("СШ № 61"), Some(id("СШ № 62")));
    assert_eq!(into("СШ № 62"), Some(id("СШ № 63")));
    assert_eq!(into("СШ № 60"), Some(id("СШ № 63")));
    assert_eq!(into("СШ № 63"), None);
    let again = plan(&world.state, Register::Organisations, &table);
    assert_eq!(told(&again), []);
}

#[test]
fn organisations_that_are_merged_into_each_other_or_into_nothing_are_doubted() {
    let world = World::new();
    let doubted = |rows: &str| {
        let table = format!("{TITLES}\n{rows}");
        verdicts(&world, Register::Organisations, &table)
    };
    let of = |at: &str, doubt| (at.to_owned(), Verdict::Doubtful(doubt));
    let circle = doubted("школа;7;СШ № 7;31.08.2024;СШ № 8\nшкола;8;СШ № 8;31.08.2024;СШ № 7\n");
    assert_eq!(circle, [of("E2", Doubt::Circle), of("E3", Doubt::Circle)]);
    let nothing = doubted("школа;7;СШ № 7;31.08.2024;СШ № 8\n");
    assert_eq!(nothing, [of("E2", Doubt::NoOrganisation)]);
    let two = doubted("школа;7;СШ № 7;31.08.2024;Центр\nдругое;;Центр;;\nУДО;;Центр;;\n");
    assert_eq!(two[0], of("E2", Doubt::TwoOrganisations));
}

/// As they are written by another store, whose records nobody here knows.
#[test]
fn what_is_on_record_under_its_own_name_elsewhere_is_new_here() {
    for (register, table) in [
        (
            Register::Persons,
            "Фамилия;Имя;Записано как\nНовая;Ия;Новая Ия\n",
        ),
        (
            Register::Documents,
            "Вид;Дата;Номер;Название;Записан как\nприказ;01.06.2020;7;О;приказ от 01.06.2020 № 7\n",
        ),
        (
            Register::Quantities,
            "Величина;Единица;Записана как\nСтавки;ст.;Ставки\n",
        ),
    ] {
        let mut world = World::new();
        let brings = plan(&world.state, register, table);
        assert_eq!(told(&brings)[0].1, Verdict::New, "{register:?}");
        take_in(&mut world, &brings);
        assert_eq!(told(&plan(&world.state, register, table)), []);
    }
}

#[test]
fn what_the_file_has_no_column_for_stays() {
    let mut world = furnished();
    for (register, table) in [
        (
            Register::Marks,
            "Организация;Отметка;С;По;Основание\nСШ № 1;ШНОР;01.09.2024;31.05.2026;приказ\n",
        ),
        (
            Register::Standing,
            "Организация;Причина;Показатели;С;По\nСШ № 1;нет лагеря;1.1;01.09.2024;31.05.2026\n",
        ),
        (
            Register::Reserve,
            "Фамилия;Имя;Отчество;Должность;Организация;В резерве с;По;Наставник;Итог;Дата итога\n\
             Яшина;Инна;Олеговна;директор;СШ № 1;01.09.2025;31.08.2027;Щукина Вера Львовна;обучен;01.05.2026\n",
        ),
        (
            Register::Careers,
            "Фамилия;Имя;Отчество;Вид;Содержание;Организация;Часов;Дата;Действует по;Документ\n\
             Яшина;Инна;Олеговна;курсы;Школа;СОИРО;72;01.03.2025;01.03.2028;№ 7\n\
             Яшина;Инна;Олеговна;аттестация;соответствует;;;01.03.2025;01.03.2030;\n\
             Яшина;Инна;Олеговна;договор;7-к;СШ № 1;;01.03.2025;01.03.2028;\n",
        ),
    ] {
        let brings = plan(&world.state, register, table);
        take_in(&mut world, &brings);
    }
    let all = Register::ALL.map(|(_, it)| csv(&world.state, it));
    for (register, table) in [
        (
            Register::Organisations,
            "Вид;Номер;Наименование;Фамилия;Имя;Отчество;С\n\
             школа;2;СШ № 2;Зимин;Виктор;Викторович;01.09.2021\n\
             школа;2;СШ № 2;Щукина;Вера;Львовна;01.04.2026\n",
        ),
        (
            Register::Marks,
            "Организация;Отметка;С\nСШ № 1;ШНОР;01.09.2024\n",
        ),
        (
            Register::Standing,
            "Организация;Причина;Показатели\nСШ № 1;нет лагеря;1.1\n",
        ),
        (
            Register::Reserve,
            "Фамилия;Имя;Отчество;Должность;В резерве с\nЯшина;Инна;Олеговна;директор;01.09.2025\n",
        ),
        (
            Register::Careers,
            "Фамилия;Имя;Отчество;Вид;Содержание;Дата\n\
             Яшина;Инна;Олеговна;курсы;Школа;01.03.2025\n\
             Яшина;Инна;Олеговна;аттестация;соответствует;01.03.2025\n",
        ),
        (
            Register::Careers,
            "Фамилия;Имя;Отчество;Вид;Организация;Дата\nЯшина;Инна;Олеговна;договор;СШ № 1;01.03.2025\n",
        ),
    ] {
        let brings = plan(&world.state, register, table);
        assert!(!brings.rows.is_empty());
        assert_eq!(told(&brings), [], "{register:?}");
    }
    // A cell that is there and empty takes away what stands there.
    let table = "Организация;Отметка;С;По\nСШ № 1;ШНОР;01.09.2024;\n";
    let brings = plan(&world.state, Register::Marks, table);
    assert_eq!(told(&brings), [("A2".to_owned(), Verdict::Changed)]);
    take_in(&mut world, &brings);
    let (before, after) = (&all[1], csv(&world.state, Register::Marks));
    assert_eq!(before.replace(";31.05.2026;приказ", ";;приказ"), after);
    let term = &world.state.appointments.values().next_back().unwrap();
    assert_eq!(term.kind, AppointmentKind::Acting);
}

#[test]
fn a_reason_without_its_first_day_is_known_by_its_words_alone() {
    let mut world = World::new();
    let table = "Организация;Причина;Показатели;С\nСШ № 1;нет лагеря;1.1;01.09.2023\nСШ № 1;нет лагеря;1.1;01.09.2024\n";
    let brings = plan(&world.state, Register::Standing, table);
    take_in(&mut world, &brings);
    let rows = verdicts(
        &world,
        Register::Standing,
        "Организация;Причина;Показатели\nСШ № 1;нет лагеря;1.1\n",
    );
    let doubt = Verdict::Doubtful(Doubt::SeveralReasons);
    assert_eq!(rows, [("B2".to_owned(), doubt)]);
}

fn sheet(name: &str, rows: &[&[CellText]]) -> SheetOut {
    let titles = rows[0].iter().map(|it| ColumnOut::new(it.to_string(), 10));
    SheetOut {
        name: name.to_owned(),
        columns: titles.collect(),
        rows: rows[1..].iter().map(|it| it.to_vec()).collect(),
        ..SheetOut::default()
    }
}

fn faults(register: Register, sheets: &[SheetOut]) -> (usize, Vec<String>) {
    let book = Book::read("р.xlsx", &write_xlsx(sheets, made()).unwrap()).unwrap();
    let plan = register.plan(&World::new().state, &book);
    let locale = Locale::new(Lang::Ru);
    let said = plan.faults.iter().map(|it| it.say(&locale)).collect();
    (plan.rows.len(), said)
}

/// A spreadsheet makes a date of 5-12 and of 12/5.
#[test]
fn a_date_is_no_number_of_a_paper() {
    let text = CellText::text;
    let date = CellText::Date(day("2026-12-05"));
    let documents = [
        &[text("Вид"), text("Номер"), text("Название")][..],
        &[text("приказ"), date.clone(), text("О делах")],
    ];
    let (_, said) = faults(Register::Documents, &[sheet("Д", &documents)]);
    assert!(
        said[0].contains("ячейка B2") && said[0].contains("05.12.2026"),
        "{said:?}"
    );
    let titles = ["Фамилия", "Вид", "Содержание", "Организация", "Дата"].map(text);
    let contract = [
        text("Зимин"),
        text("договор"),
        date,
        text("СШ № 1"),
        CellText::Date(day("2026-01-01")),
    ];
    let careers = sheet("К", &[&titles, &contract]);
    let (_, said) = faults(Register::Careers, &[careers]);
    assert!(
        said[0].contains("ячейка C2") && said[0].contains("05.12.2026"),
        "{said:?}"
    );
    // What goes out keeps what is typed into it as it is typed.
    let is_label = |register: Register, title: &str| {
        let columns = register.sheet(&World::new().state).columns;
        columns.iter().any(|it| it.title == title && it.is_label)
    };
    assert!(is_label(Register::Documents, "Номер"));
    assert!(is_label(Register::Careers, "Содержание"));
}

#[test]
fn a_second_sheet_with_the_table_is_refused_by_name() {
    let text = CellText::text;
    let titles = ["Вид", "Наименование"].map(text);
    let school = ["школа", "СШ № 901"].map(text);
    let garden = ["детский сад", "ДС № 902"].map(text);
    let [schools, gardens] = [
        sheet("Школы", &[&titles, &school]),
        sheet("Сады", &[&titles, &garden]),
    ];
    let both = [schools.clone(), gardens];
    let (_, said) = faults(Register::Organisations, &both);
    assert_eq!(
        said,
        [
            "р.xlsx, лист «Сады»: такая же таблица есть на листе «Школы», а читается одна. Перенесите строки на один лист или скройте лишний."
        ]
    );
    let marks = |name| {
        let titles = ["Организация", "Отметка", "С"].map(text);
        let row = ["СШ № 1", "ШНОР", "01.09.2024"].map(text);
        sheet(name, &[&titles, &row])
    };
    let (_, said) = faults(Register::Marks, &[marks("А"), marks("Б")]);
    assert!(said[0].contains("лист «Б»"), "{said:?}");
    // One without rows says nothing, whichever stands first.
    let bare = sheet("Пусто", &[&titles]);
    for sheets in [[schools.clone(), bare.clone()], [bare, schools]] {
        assert_eq!(faults(Register::Organisations, &sheets), (1, vec![]));
    }
}
