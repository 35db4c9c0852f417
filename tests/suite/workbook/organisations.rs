//! The register of organisations with their heads: out to a spreadsheet and back, the same.

use smotr::domain::people::{AppointmentKind, OrganisationKind};
use smotr::exchange::registers::organisations::{
    COLUMNS, FOOTINGS, KINDS, Listed, Register, of, read, sheet,
};
use smotr::exchange::workbook::{Book, write_csv, write_xlsx};
use smotr::locale::{Lang, Locale};

use super::{day, made};
use crate::support::demo;

fn listed(register: &Register) -> Vec<Listed> {
    register
        .organisations
        .iter()
        .map(|(_, it)| it.clone())
        .collect()
}

/// Both kinds of files, read back.
fn both_ways(register: &[Listed]) -> [Register; 2] {
    let out = sheet(register);
    let xlsx = write_xlsx(std::slice::from_ref(&out), made()).unwrap();
    [xlsx, write_csv(&out)].map(|it| read(&Book::read("реестр", &it).unwrap()))
}

/// What is read out of a table in text.
fn of_text(table: &str) -> Register {
    read(&Book::read("реестр.csv", table.as_bytes()).unwrap())
}

fn say(register: &Register) -> Vec<String> {
    let locale = Locale::new(Lang::Ru);
    register.faults.iter().map(|it| it.say(&locale)).collect()
}

#[test]
fn the_demo_comes_back_as_it_went() {
    let state = &demo::told().state;
    let register = of(state);
    assert_eq!(register.len(), 61);
    let terms: usize = register.iter().map(|it| it.heads.len()).sum();
    assert_eq!(terms, state.appointments.len());
    for back in both_ways(&register) {
        assert_eq!(say(&back), [""; 0]);
        assert_eq!(back.unknown, []);
        assert_eq!(listed(&back), register);
    }
}

#[test]
fn unusual_organisations_come_back_too() {
    let mut register: Vec<Listed> = of(&demo::store().state).into_iter().take(3).collect();
    let unusual = &mut register[0];
    unusual.organisation.kind = OrganisationKind::Other;
    unusual.organisation.number = None;
    unusual.organisation.name = "=Центр «Истоки»; +1".into();
    unusual.organisation.full_name = String::new();
    unusual.organisation.opened = Some(day("1936-02-29"));
    unusual.organisation.closed = Some(day("2026-06-30"));
    let mut first = unusual.heads[0].clone();
    first.surname = "О'Коннор-Ерёмина".into();
    first.given = "'А".into();
    first.patronymic = String::new();
    first.kind = AppointmentKind::Concurrent;
    first.from = day("2001-01-01");
    first.to = Some(day("2001-01-01"));
    first.end_reason = "-\"по соглашению сторон\"; перевод".into();
    unusual.heads.insert(0, first);
    register[1].heads.clear();
    for back in both_ways(&register) {
        assert_eq!(say(&back), [""; 0]);
        assert_eq!(listed(&back), register);
    }
}

#[test]
fn the_words_of_a_file_are_those_of_the_screen() {
    let locale = Locale::new(Lang::Ru);
    for (kind, words) in KINDS {
        assert_eq!(words[0], locale.word(&kind));
    }
    for (kind, words) in FOOTINGS {
        assert_eq!(words[0], locale.word(&kind));
    }
    let titles: Vec<_> = COLUMNS.iter().map(|it| it.title).collect();
    assert_eq!(
        titles.join(", "),
        "Вид, Номер, Наименование, Полное наименование, Открыта, Закрыта, Документ о закрытии, Присоединена к, Фамилия, Имя, Отчество, Основание назначения, С, По, Причина, Документ о назначении, Договор по"
    );
}

#[test]
fn a_list_that_somebody_typed_is_read() {
    let register = of_text(
        "Реестр школ;;;\n\nназвание;№;Тип;Фамилия;C;Телефон\nСШ № 1;1;СОШ;Орлова;01.09.2020;1-23\nЦентр;;дополнительное образование;;;\nСШ № 1;1;школа;Петров;01.09.2015;\n",
    );
    assert_eq!(say(&register), [""; 0]);
    assert_eq!(register.unknown.len(), 1);
    let [(at, school), (_, centre)] = &register.organisations[..] else {
        panic!("{register:?}")
    };
    assert_eq!(at.to_string(), "A4");
    let heads: Vec<_> = school
        .heads
        .iter()
        .map(|it| (it.surname.as_str(), it.kind))
        .collect();
    assert_eq!(
        heads,
        [
            ("Петров", AppointmentKind::Permanent),
            ("Орлова", AppointmentKind::Permanent)
        ]
    );
    assert_eq!(centre.organisation.kind, OrganisationKind::Additional);
    assert!(centre.heads.is_empty());
}

#[test]
fn every_kind_of_school_is_known_by_what_people_call_it() {
    for (called, kind) in [
        ("СОШ", OrganisationKind::School),
        ("ООШ", OrganisationKind::Basic),
        (
            "Основная общеобразовательная школа",
            OrganisationKind::Basic,
        ),
        ("начальная школа", OrganisationKind::Primary),
        ("НОШ", OrganisationKind::Primary),
        ("Школа-интернат", OrganisationKind::Boarding),
    ] {
        let register = of_text(&format!("Вид;Номер;Наименование\n{called};1;Школа\n"));
        assert_eq!(say(&register), [""; 0], "{called}");
        assert_eq!(register.organisations[0].1.organisation.kind, kind);
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let register = of_text(concat!(
        "Вид;Номер;Наименование;Полное наименование;Открыта;Закрыта;Фамилия;Имя;Отчество;Основание назначения;С;По;Причина\n",
        "школа;1;СШ № 1;Школа № 1;01.09.1980;;Орлова;Анна;;;01.09.2020;31.08.2019;\n",
        "замок;первый;;;;;;Анна;;;;;\n",
        "школа;1;СШ № 1;Школа № 2;01.09.1980;01.09.1970;;;;;;;\n",
        "лицей;2;Лицей № 2;;;;;;;;;;\n",
    ));
    assert_eq!(listed(&register).len(), 1);
    assert_eq!(
        say(&register)
            .iter()
            .map(|it| it.trim_start_matches("реестр.csv, ячейка "))
            .collect::<Vec<_>>(),
        [
            "J2: не заполнено «Основание назначения». Заполните ячейку.",
            "L2: в «По» стоит 31.08.2019, а это раньше, чем 01.09.2020.",
            "A3: в «Вид» стоит «замок», а возможны средняя школа, основная школа, начальная школа, школа-интернат, гимназия, лицей, детский сад, организация дополнительного образования, другая организация.",
            "B3: в «Номер» нужно число, а стоит «первый».",
            "C3: не заполнено «Наименование». Заполните ячейку.",
            "H3: «Имя» заполнено, а «Фамилия» нет. Заполните обе ячейки или очистите.",
            "F4: в «Закрыта» стоит 01.09.1970, а это раньше, чем 01.09.1980.",
            "D4: «Полное наименование» здесь не то же, что в ячейке D2 у той же записи. Исправьте одну из них.",
            "F4: «Закрыта» здесь не то же, что в ячейке F2 у той же записи. Исправьте одну из них.",
        ]
    );
    let none = of_text("а;б\n1;2\n");
    assert!(say(&none)[0].contains("не нашлась строка с названиями столбцов"));
}
