//! Every register goes out to a file, is changed by hand, and brings exactly that; what is wrong is told with its cell.

use smotr::domain::command::Command;
use smotr::domain::state::State;
use smotr::exchange::registers::intake::{Doubt, Planned, Verdict, together};
use smotr::exchange::registers::{Plan, Register};
use smotr::exchange::workbook::{Book, write_csv, write_xlsx};
use smotr::locale::{Lang, Locale};

use super::made;
use crate::support::demo;
use crate::support::world::*;

pub fn csv(state: &State, register: Register) -> String {
    String::from_utf8(write_csv(&register.sheet(state))).unwrap()
}

pub fn plan(state: &State, register: Register, table: &str) -> Plan {
    let book = Book::read("реестр.csv", table.as_bytes()).unwrap();
    register.plan(state, &book)
}

/// The rows that bring something or are doubted.
pub fn told(plan: &Plan) -> Vec<(String, Verdict)> {
    assert_eq!(plan.faults, []);
    assert_eq!(plan.unknown, []);
    let rows = plan.rows.iter().filter(|it| it.verdict != Verdict::Same);
    rows.map(|it| (it.at.to_string(), it.verdict)).collect()
}

pub fn take_in(world: &mut World, plan: &Plan) -> usize {
    let commit = world.act_as(SEROVA, Command::TakeIn(together(&plan.rows)));
    commit.unwrap().changes.len()
}

#[test]
fn what_went_out_brings_nothing_when_it_comes_back() {
    let state = &demo::told().state;
    for (name, register) in Register::ALL {
        let sheet = register.sheet(state);
        let xlsx = write_xlsx(std::slice::from_ref(&sheet), made()).unwrap();
        for bytes in [xlsx, write_csv(&sheet)] {
            let plan = register.plan(state, &Book::read("реестр", &bytes).unwrap());
            assert_eq!(told(&plan), [], "{name}");
            assert!(!plan.rows.is_empty(), "{name}");
            assert!(together(&plan.rows).is_empty());
        }
    }
}

/// A world in which every register has rows.
pub fn furnished() -> World {
    let mut world = World::new();
    let tables = [
        (
            Register::Documents,
            "Вид;Уровень;Дата;Номер;Название\n\
             приказ;муниципальный;01.06.2026;259/1;О назначении\n\
             постановление;региональный;01.02.2026;15/328;О реорганизации\n",
        ),
        (
            Register::Organisations,
            "Вид;Номер;Наименование;Фамилия;Имя;Отчество;Основание назначения;С;По;Причина;Документ о назначении;Договор по\n\
             школа;2;СШ № 2;Зимин;Виктор;Викторович;постоянно;01.09.2021;31.03.2026;перевод;;\n\
             школа;2;СШ № 2;Щукина;Вера;Львовна;и. о.;01.04.2026;;;приказ № 259/1 от 01.06.2026;31.08.2027\n",
        ),
        (
            Register::Marks,
            "Организация;Отметка;С;По;Основание\nСШ № 1;ШНОР;01.09.2024;;приказ\n",
        ),
        (
            Register::Standing,
            "Организация;Причина;Показатели\nСШ № 2;нет 11 классов;1.1\n",
        ),
        (
            Register::Careers,
            "Фамилия;Имя;Отчество;Вид;Содержание;Организация;Часов;Дата;Документ\n\
             Щукина;Вера;Львовна;курсы;Управление;СОИРО;72;01.03.2025;\n\
             Щукина;Вера;Львовна;аттестация;соответствует;;;01.02.2024;приказ от 01.06.2026 № 259/1\n\
             Щукина;Вера;Львовна;договор;17-к;СШ № 2;;01.04.2026;\n",
        ),
        (
            Register::Reserve,
            "Фамилия;Имя;Отчество;Должность;В резерве с;Документ о включении;Программа\n\
             Яшина;Инна;Олеговна;директор;01.09.2025;приказ от 01.06.2026 № 259/1;Школа\n",
        ),
        (
            Register::Quantities,
            "Величина;Единица;Только целые\nСтавки педагогов;ст.;нет\n",
        ),
    ];
    for (register, table) in tables {
        let plan = plan(&world.state, register, table);
        let doubted = |it: &(String, Verdict)| matches!(it.1, Verdict::Doubtful(_));
        let rows = told(&plan);
        assert!(!rows.is_empty() && !rows.iter().any(doubted), "{rows:?}");
        take_in(&mut world, &plan);
        let again = self::plan(&world.state, register, table);
        assert_eq!(told(&again), [], "the second time brings nothing");
    }
    world
}

#[test]
fn a_cell_that_is_changed_by_hand_is_the_only_change_and_is_made_once() {
    let edits = [
        (Register::Organisations, "31.08.2027", "31.08.2028"),
        (Register::Organisations, ";перевод;", ";на пенсию;"),
        (Register::Marks, ";01.09.2024;;", ";01.09.2024;31.05.2026;"),
        (
            Register::Standing,
            "нет 11 классов;1.1 Первая и высшая категория;",
            "нет 11 классов;\"1.1; 1.2 Жалобы\";",
        ),
        (
            Register::Persons,
            "Яшина;Инна;Олеговна;",
            "Ясная;Инна;Олеговна;",
        ),
        (Register::Careers, "СОИРО;72;", "СОИРО;108;"),
        (Register::Careers, ";соответствует;", ";не соответствует;"),
        (Register::Careers, "договор;17-к;", "договор;18-к;"),
        (Register::Reserve, ";Школа;", ";Школа управленца;"),
        (Register::Documents, ";259/1;", ";259/2;"),
        (
            Register::Documents,
            ";О реорганизации;",
            ";О реорганизации сети;",
        ),
        (
            Register::Quantities,
            "Ставки педагогов;ст.;",
            "Ставки учителей;ст.;",
        ),
    ];
    for (register, from, to) in edits {
        let mut world = furnished();
        let table = csv(&world.state, register);
        assert!(table.contains(from), "{register:?}: {from} in\n{table}");
        let edited = table.replacen(from, to, 1);
        let brings = plan(&world.state, register, &edited);
        let changed = told(&brings);
        assert!(
            matches!(changed[..], [(_, Verdict::Changed)]),
            "{register:?}: {to}: {changed:?}"
        );
        assert_eq!(take_in(&mut world, &brings), 1, "{register:?}: {to}");
        // The file that was taken in brings nothing more.
        assert_eq!(
            told(&plan(&world.state, register, &edited)),
            [],
            "{register:?}: {to}"
        );
        world.act_as(SEROVA, Command::Undo).unwrap();
        assert_eq!(csv(&world.state, register), table, "and is taken back");
    }
}

#[test]
fn numbers_of_base_quantities_go_out_and_come_in() {
    let mut world = World::new();
    let (period, quantity) = {
        let mut all = world.state.base_quantities.values();
        let open = world
            .state
            .periods
            .values()
            .find(|it| it.state.takes_values());
        (
            open.unwrap().name.clone(),
            all.next().unwrap().title.clone(),
        )
    };
    let table = format!("Период;Организация;Величина;Число\n{period};СШ № 1;{quantity};40\n");
    let brings = plan(&world.state, Register::Numbers, &table);
    assert_eq!(told(&brings).len(), 1);
    world.act(Command::TakeIn(together(&brings.rows))).unwrap();
    assert_eq!(told(&plan(&world.state, Register::Numbers, &table)), []);
    let edited = csv(&world.state, Register::Numbers).replacen(";40", ";41", 1);
    let brings = plan(&world.state, Register::Numbers, &edited);
    assert!(matches!(told(&brings)[..], [(_, Verdict::Changed)]));
    let bad = format!(
        "Период;Организация;Величина;Число\n1999/00;СШ № 1;{quantity};40\n{period};СШ № 1;Ставки;40\n{period};СШ № 9;{quantity};40\n{period};СШ № 1;{quantity};40\n{period};СШ № 1;{quantity};39\n"
    );
    let doubts: Vec<(String, Verdict)> = told(&plan(&world.state, Register::Numbers, &bad));
    let of = |at: &str, doubt| (at.to_owned(), Verdict::Doubtful(doubt));
    assert_eq!(
        doubts,
        [
            of("A2", Doubt::NoPeriod),
            of("C3", Doubt::NoQuantity),
            of("B4", Doubt::NoOrganisation),
            of("C6", Doubt::Twice),
        ]
    );
}

#[test]
fn what_is_not_on_record_is_doubted_with_its_cell() {
    let world = furnished();
    let of = |register, table: &str| -> Vec<(String, Verdict)> {
        plan(&world.state, register, table)
            .rows
            .iter()
            .map(|it: &Planned| (it.at.to_string(), it.verdict))
            .collect()
    };
    let doubted = |at: &str, doubt| vec![(at.to_owned(), Verdict::Doubtful(doubt))];
    let cases = [
        (
            Register::Organisations,
            "Вид;Номер;Наименование;Закрыта;Присоединена к\nшкола;1;СШ № 1;31.08.2026;СШ № 9",
            "E2",
            Doubt::NoOrganisation,
        ),
        (
            Register::Organisations,
            "Вид;Номер;Наименование;Закрыта;Документ о закрытии\nшкола;1;СШ № 1;31.08.2026;указ № 1",
            "E2",
            Doubt::NoDocument,
        ),
        (
            Register::Organisations,
            "Вид;Номер;Наименование;Фамилия;С;Документ о назначении\nшкола;1;СШ № 1;;;\nшкола;1;СШ № 1;Новая;01.09.2030;приказ № 7",
            "F3",
            Doubt::NoDocument,
        ),
        (
            Register::Marks,
            "Организация;Отметка;С\nСШ № 9;ШНОР;01.09.2024",
            "A2",
            Doubt::NoOrganisation,
        ),
        (
            Register::Standing,
            "Причина;Организация;Показатели\nнет 11 классов;СШ № 1;6.99",
            "C2",
            Doubt::NoIndicator,
        ),
        (
            Register::Persons,
            "Фамилия;Имя;Отчество;Записано как\nЯшина;Инна;Олеговна;Юшина Инна Олеговна Петровна",
            "",
            Doubt::NoRecord,
        ),
        (
            Register::Persons,
            "Фамилия;Имя;Записано как\nНовая;Ия;Юшина Инна",
            "C2",
            Doubt::NoRecord,
        ),
        (
            Register::Documents,
            "Вид;Название;Номер;Записан как\nприказ;О другом;7;приказ от 01.01.2001 № 9",
            "D2",
            Doubt::NoRecord,
        ),
        (
            Register::Quantities,
            "Величина;Единица;Записана как\nНовая;ст.;Старая",
            "C2",
            Doubt::NoRecord,
        ),
        (
            Register::Reserve,
            "Фамилия;Имя;Отчество;Должность;В резерве с;Документ о включении\nЯшина;Инна;Олеговна;директор;01.09.2026;приказ № 9",
            "F2",
            Doubt::NoDocument,
        ),
    ];
    for (register, table, at, doubt) in cases {
        if at.is_empty() {
            // Put right before: the file is read for the second time.
            assert_eq!(of(register, table)[0].1, Verdict::Same);
            continue;
        }
        let rows = of(register, table);
        assert_eq!(
            rows[rows.len() - 1..].to_vec(),
            doubted(at, doubt),
            "{table}"
        );
    }
}

#[test]
fn words_and_dates_that_are_none_are_told_with_their_cells() {
    let world = World::new();
    let locale = Locale::new(Lang::Ru);
    let says = |register, table: &str| -> String {
        let plan = plan(&world.state, register, table);
        let all = plan.faults.iter().chain(&plan.unknown);
        all.map(|it| it.say(&locale)).collect::<Vec<_>>().join("\n")
    };
    let cases = [
        (
            Register::Marks,
            "Организация;Отметка;С\nСШ № 1;отличная;01.09.2024",
            "ячейка B2: в «Отметка» стоит «отличная»",
        ),
        (
            Register::Marks,
            "Организация;Отметка;С\nСШ № 1;иная;01.09.2024",
            "не заполнено «Основание»",
        ),
        (
            Register::Marks,
            "Организация;Отметка;С\nСШ № 1;ШНОР;весной",
            "ячейка C2",
        ),
        (
            Register::Marks,
            "Организация;Отметка;С;По\nСШ № 1;ШНОР;01.09.2024;01.09.2023",
            "ячейка D2: в «По» стоит 01.09.2023, а это раньше",
        ),
        (
            Register::Standing,
            "Организация;Причина\nСШ № 1;нет",
            "«Показатели»",
        ),
        (
            Register::Persons,
            "Имя;Отчество\nИнна;Олеговна",
            "«Фамилия»",
        ),
        (
            Register::Documents,
            "Вид;Название;Дата\nуказ;О делах;вчера",
            "ячейка A2: в «Вид» стоит «указ»",
        ),
        (
            Register::Documents,
            "Вид;Название;Дата\nприказ;О делах;вчера",
            "ячейка C2",
        ),
        (
            Register::Documents,
            "Вид;Название;Чем отменён\nприказ;О делах;приказом",
            "ячейка C2",
        ),
        (
            Register::Documents,
            "Вид;Название;Телефон\nприказ;О делах;1",
            "ячейка C1: столбец «Телефон» не читается",
        ),
        (
            Register::Quantities,
            "Величина;Единица;Только целые\nСтавки;ст.;иногда",
            "ячейка C2",
        ),
        (
            Register::Numbers,
            "Период;Организация;Величина;Число\n2025/26;СШ № 1;Ставки;много",
            "ячейка D2",
        ),
        (
            Register::Careers,
            "Фамилия;Вид;Дата\nЗимин;танцы;01.01.2024",
            "ячейка B2",
        ),
        (
            Register::Reserve,
            "Фамилия;Должность;В резерве с\nЗимин;директор;скоро",
            "ячейка C2",
        ),
        (
            Register::Organisations,
            "Вид;Наименование;Присоединена к\nшкола;СШ № 1;СШ № 2",
            "«Присоединена к» заполнено, а «Закрыта» нет",
        ),
    ];
    for (register, table, said) in cases {
        let told = says(register, table);
        assert!(told.contains(said), "{table}\n{told}");
    }
}
