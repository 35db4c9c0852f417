//! What a register would bring: nothing twice, nothing guessed.

use smotr::domain::command::Command;
use smotr::domain::ids::*;
use smotr::domain::people::AppointmentKind;
use smotr::domain::state::State;
use smotr::exchange::registers::intake::{
    Doubt, Planned, Verdict, of_careers, of_organisations, together,
};
use smotr::exchange::registers::{careers, organisations};
use smotr::exchange::workbook::Book;

use crate::support::world::*;

fn book(table: &str) -> Book {
    Book::read("реестр.csv", table.as_bytes()).unwrap()
}

fn organisations_of(state: &State, table: &str) -> Vec<Planned> {
    let read = organisations::read(&book(table));
    assert_eq!(read.faults, []);
    of_organisations(state, &read)
}

fn careers_of(state: &State, table: &str) -> Vec<Planned> {
    let read = careers::read(&book(table));
    assert_eq!(read.faults, []);
    of_careers(state, &read)
}

fn verdicts(rows: &[Planned]) -> Vec<Verdict> {
    rows.iter().map(|it| it.verdict).collect()
}

#[test]
fn organisations_are_known_by_kind_and_number_and_then_by_name() {
    let world = World::new();
    let rows = organisations_of(
        &world.state,
        "Вид;Номер;Наименование\n\
         школа;1;СШ № 1\n\
         школа;2;Школа № 2\n\
         школа;7;СШ № 7\n\
         школа;2;СШ № 1\n",
    );
    assert_eq!(
        verdicts(&rows),
        [
            Verdict::Same,
            Verdict::Changed,
            Verdict::New,
            Verdict::Doubtful(Doubt::TwoOrganisations),
        ]
    );
}

#[test]
fn an_organisation_that_stands_in_two_places_is_doubted() {
    let world = World::new();
    let rows = organisations_of(
        &world.state,
        "Вид;Номер;Наименование\n\
         школа;7;СШ № 7\n\
         школа;2;СШ № 2\n\
         школа;7;Школа седьмая\n\
         школа;;СШ № 2\n",
    );
    let twice = Verdict::Doubtful(Doubt::Twice);
    assert_eq!(verdicts(&rows), [Verdict::New, Verdict::Same, twice, twice]);
}

#[test]
fn a_new_head_and_the_end_of_the_one_before_come_in_one_commit_and_only_once() {
    let mut world = World::new();
    let table = "Вид;Номер;Наименование;Фамилия;Имя;Отчество;С;По;Причина\n\
                 школа;2;СШ № 2;Зимин;Виктор;Викторович;01.09.2021;31.03.2026;перевод\n\
                 школа;2;СШ № 2;Щукина;Вера;;01.04.2026;;\n";
    let rows = organisations_of(&world.state, table);
    assert_eq!(verdicts(&rows), [Verdict::Changed]);
    world.act(Command::TakeIn(together(&rows))).unwrap();
    let left = &world.state.appointments[&AppointmentId(3)];
    assert_eq!(left.to, Some(date("2026-03-31")));
    let came = world.state.appointments.values().next_back().unwrap();
    assert_eq!(
        (came.kind, came.from),
        (AppointmentKind::Permanent, date("2026-04-01"))
    );
    assert_eq!(
        verdicts(&organisations_of(&world.state, table)),
        [Verdict::Same]
    );
}

#[test]
fn nobody_gets_the_career_of_another() {
    let mut world = World::new();
    let table = "Фамилия;Имя;Отчество;Вид;Содержание;Организация;Часов;Дата\n\
                 Зимин;Виктор;Викторович;курсы;Управление;СОИРО;72;01.03.2025\n\
                 Зимин;;;курсы;Управление;СОИРО;72;01.03.2025\n\
                 Зимин;Виктор;Викторович;курсы;Управление;СОИРО;36;01.03.2025\n\
                 Яшина;Инна;Олеговна;договор;17-к;СШ № 9;;01.09.2024\n\
                 Новикова;Ия;;аттестация;соответствует;;;01.02.2024\n";
    let rows = careers_of(&world.state, table);
    assert_eq!(
        verdicts(&rows),
        [
            Verdict::New,
            Verdict::Doubtful(Doubt::PartOfName),
            Verdict::Doubtful(Doubt::Twice),
            Verdict::Doubtful(Doubt::NoOrganisation),
            Verdict::New,
        ]
    );
    world.act(Command::TakeIn(together(&rows))).unwrap();
    let again = verdicts(&careers_of(&world.state, table));
    assert_eq!((again[0], again[4]), (Verdict::Same, Verdict::Same));
    let more = table.replace(";72;", ";108;");
    assert_eq!(careers_of(&world.state, &more)[0].verdict, Verdict::Changed);
}
