//! Forms about organisations: a new one with its head, and a new head.

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;
use smotr::domain::command::{Command, NewHead, PersonChoice};
use smotr::domain::ids::PersonId;
use smotr::domain::people::{Appointment, AppointmentKind, OrganisationKind};

/// The form of a new organisation.
fn adding() -> Stage {
    let mut stage = story::stage((80, 24));
    stage.press("щновая орг⏎").expect("Новая организация");
    stage
}

/// The form of an appointment to СШ № 2.
fn appointing() -> Stage {
    let mut stage = story::stage((80, 24));
    stage
        .press("п2⏎щназначить⏎")
        .expect("Назначить руководителя · СШ № 2");
    stage
}

#[test]
fn a_school_is_named_by_its_number() {
    let mut stage = adding();
    stage.press("⏎17⏎").expect("СШ № 17");
    stage.press("⇤⇤␣").expect("ДС № 17");
    stage.press("␣␣␣").expect("ОШ № 17");
    stage.press("␣").expect("НШ № 17");
    stage.press("␣").expect("Школа-интернат № 17");
}

#[test]
fn a_name_that_was_typed_is_left_alone() {
    let mut stage = adding();
    stage
        .press("⏎17⏎⌫⌫⌫⌫⌫⌫⌫Школа у реки⇤8")
        .expect("Школа у реки")
        .expect_not("СШ № 178");
}

#[test]
fn what_is_typed_replaces_a_suggestion() {
    let named = |keys: &str, name: &str| {
        let mut stage = adding();
        stage.press("⏎17⏎").press(keys);
        let screen = stage.screen();
        let line = screen.lines().find(|it| it.contains("Наименование"));
        let line = line.unwrap_or_else(|| panic!("{screen}"));
        assert!(line.contains(&format!("{name}  ")), "{keys}: {line}");
        assert_eq!(line.matches("17").count(), name.matches("17").count());
    };
    named("Школа у реки", "Школа у реки");
    named("<End>а", "СШ № 17а");
    named("←8", "СШ № 187");
    named("⌫8", "СШ № 18");
}

#[test]
fn an_organisation_is_added_with_its_head() {
    let mut stage = adding();
    stage
        .press("⏎17⏎⏎⏎жуков иван петрович⏎")
        .expect("Жуков")
        .expect("Иван")
        .expect("Петрович");
    stage.press("⏎⏎⏎⏎⏎⏎");
    let added = stage
        .state
        .organisations
        .values()
        .find(|it| it.name == "СШ № 17");
    let added = added.unwrap_or_else(|| panic!("{}", stage.screen()));
    assert_eq!(
        (added.kind, added.number),
        (OrganisationKind::School, Some(17))
    );
    let head = stage.state.appointments.values().next_back().unwrap();
    assert_eq!(
        (head.kind, head.from),
        (AppointmentKind::Permanent, date("2024-09-01"))
    );
    stage
        .expect_not("Добавить организацию")
        .press("п17⏎")
        .expect("┌ СШ № 17 · Жуков И. П. ─");
}

#[test]
fn a_number_that_is_taken_is_refused_in_the_form_and_nothing_is_lost() {
    let mut stage = adding();
    stage
        .press("⏎2⏎⏎⏎⏎⏎⏎⏎")
        .expect("Номер 2 уже занят")
        .expect("СШ № 2")
        .expect("Введите другой номер");
    assert_eq!(stage.commits.len(), story::world().commits.len());
}

#[test]
fn what_is_no_number_is_said_beneath_it() {
    adding()
        .press("⏎много⏎школа⏎⏎⏎⏎⏎⏎")
        .expect("Номер — целое число");
}

#[test]
fn esc_keeps_what_was_typed() {
    let mut stage = adding();
    stage.press("⏎17⏎⎋").expect_not("Наименование");
    stage.press("щновая орг⏎").expect("СШ № 17");
}

#[test]
fn a_new_head_follows_the_one_before() {
    let mut stage = appointing();
    stage.expect("Сейчас: Зимин В. В., постоянно, с 01.09.2021");
    stage.press("яшина⏎⏎⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫20.05.2026⏎⏎⏎ушёл на пенсию<F2>");
    let said = stage.said().replace('\u{a0}', " ");
    for name in ["Яшина И. О.", "Зимин В. В."] {
        assert!(said.contains(name), "{said}");
    }
    let last = stage.state.appointments.values().next_back().unwrap();
    assert_eq!(
        (last.person, last.from),
        (YASHINA, date("2026-05-20")),
        "{}",
        stage.screen()
    );
    let before = stage
        .state
        .appointments
        .values()
        .find(|it| it.person == ZIMIN)
        .unwrap();
    assert_eq!(before.to, Some(date("2026-05-19")));
    assert_eq!(before.end_reason, "ушёл на пенсию");
    stage
        .expect("Яшина Инна Олеговна, с 20.05.2026")
        .expect("Зимин Виктор Викторович, с 01.09.2021 по 19.05.2026");
}

#[test]
fn nobody_leaves_a_vacancy() {
    let mut stage = appointing();
    stage.expect("пусто — вакансия");
    stage.press("⏎⏎⏎уволился⏎⏎");
    let zimin = stage
        .state
        .appointments
        .values()
        .find(|it| it.person == ZIMIN)
        .unwrap();
    assert_eq!(zimin.to, Some(date("2026-05-22")), "{}", stage.screen());
}

#[test]
fn whoever_may_not_is_told_so() {
    let world = story::world();
    let mut stage = Stage::new(world.state, BELOVA);
    stage.press("щновая орг⏎").expect("«администратор»");
}

/// The form in a picture, without the screen behind it.
fn forms(picture: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in picture.lines() {
        inside |= ["Новая орг", "Назначить рук", "New organisation"]
            .iter()
            .any(|it| line.starts_with(&format!("┌ {it}")));
        if inside {
            out.push_str(line);
            out.push('\n');
        }
        inside &= !line.starts_with('└');
    }
    out
}

#[test]
fn pictures() {
    for (name, keys) in [
        ("add", "щновая орг⏎⏎17⏎⏎⏎жуков иван⏎"),
        ("refused", "щновая орг⏎⏎2⏎⏎⏎⏎⏎⏎⏎"),
        ("appoint", "п2⏎щназначить⏎зим"),
    ] {
        insta::assert_snapshot!(
            format!("organisation_{name}"),
            forms(&story::pictures(keys))
        );
        story::at_every_size(keys);
    }
    let keys = "щadd-organisation⏎⏎17⏎⏎⏎жуков иван⏎";
    insta::assert_snapshot!("organisation_add_en", forms(&story::english(keys)));
}

#[test]
fn nobody_is_appointed_by_half_a_word() {
    for half in ["и", "Новикова"] {
        let mut stage = appointing();
        let before = stage.commits.len();
        stage
            .press(half)
            .press("<F2>")
            .expect("Выберите из списка: стрелки и Enter");
        assert_eq!(stage.commits.len(), before, "{half}");
        stage.expect(half);
    }
}

/// A name that was suggested goes on following the number when the form comes back.
#[test]
fn a_restored_name_follows_its_number() {
    let mut stage = adding();
    stage.press("⏎17⏎⎋").rest();
    let mut stage = stage.reopen();
    stage.press("щновая орг⏎").expect("СШ № 17");
    stage.press("⏎<End>8⏎").expect("СШ № 178");
}

/// Серова appoints to СШ № 2 while the form is open.
fn serova_appoints(stage: &mut Stage, person: PersonId, from: &str) {
    let (id, present) = (stage.state.appointments.iter())
        .filter(|(_, it)| it.organisation == SCHOOL_2 && it.covers(date("2026-05-22")))
        .max_by_key(|(_, it)| it.from)
        .map(|(id, it)| (*id, it.stamp.rev))
        .unwrap();
    let from = date(from);
    let command = Command::Appoint {
        organisation: SCHOOL_2,
        head: Some(NewHead {
            person: PersonChoice::Known(person),
            kind: AppointmentKind::Acting,
            from,
            to: None,
            act: None,
        }),
        from,
        reason: "перевод".into(),
        seen: vec![(id, present)],
        absent: None,
    };
    stage.other(SEROVA, command).unwrap();
}

#[test]
fn an_appointment_made_meanwhile_is_not_ended_without_a_word() {
    let mut stage = appointing();
    stage.press("яшина⏎");
    serova_appoints(&mut stage, EREMIN, "2026-05-22");
    stage.expect("Серова, 15:00: здесь уже записано другое, F2 покажет обе");
    let before = stage.commits.len();
    stage
        .press("<F2>")
        .expect("Уже записано (Серова")
        .expect("Руководитель: Ерёмин К. Л., и. о., с 22.05.2026")
        .expect("Руководитель: Яшина И. О., постоянно, с 23.05.2026");
    assert_eq!(stage.commits.len(), before, "nobody is let go unasked");
    stage.press("2");
    let last = stage.state.appointments.values().next_back().unwrap();
    assert_eq!(last.person, YASHINA, "{}", stage.screen());
    // One's own is kept where theirs stays.
    let mut stage = appointing();
    stage.press("яшина⏎");
    serova_appoints(&mut stage, EREMIN, "2026-05-22");
    stage.press("<F2>1").rest();
    let last = stage.state.appointments.values().next_back().unwrap();
    assert_eq!((last.person, last.to), (EREMIN, None));
    assert_eq!(stage.unsaved.len(), 1);
}

/// What came back rests on who was in office when it was typed.
#[test]
fn an_appointment_typed_before_another_one_asks_as_well() {
    let mut stage = appointing();
    stage.press("яшина⏎⎋").rest();
    serova_appoints(&mut stage, EREMIN, "2026-05-22");
    let mut stage = stage.reopen();
    stage
        .press("п2⏎щназначить⏎")
        .expect("Яшина")
        .press("<F2>")
        .expect("Уже записано (Серова");
}

/// Once both have been shown there is no more to be shown.
#[test]
fn an_appointment_that_was_shown_is_not_announced_again() {
    let mut stage = appointing();
    stage.press("яшина⏎");
    serova_appoints(&mut stage, EREMIN, "2026-05-23");
    stage.expect("F2 покажет обе").press("<F2>2");
    stage.expect("Слишком рано").expect_not("F2 покажет обе");
}

/// The last appointment written down, and the one of Зимин before it.
fn last_and_zimin(stage: &Stage) -> (Appointment, Appointment) {
    let all = &stage.state.appointments;
    let last = all.values().next_back().unwrap().body.clone();
    let zimin = all.values().find(|it| it.person == ZIMIN).unwrap();
    (last, zimin.body.clone())
}

#[test]
fn somebody_acts_beside_the_head_who_is_absent() {
    let mut stage = appointing();
    stage
        .press("яшина⏎␣")
        .expect("Кого замещает")
        .expect("остаётся в должности")
        .expect("Зимин В. В.")
        .expect_not("Причина ухода");
    stage
        .press("⏎⏎⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫02.06⏎")
        .expect("остаются за тем, кто")
        .press("15.06⏎15-к⏎")
        .press("<F2>");
    let (last, zimin) = last_and_zimin(&stage);
    assert_eq!(
        (last.person, last.from, last.to),
        (YASHINA, date("2026-06-02"), Some(date("2026-06-15"))),
        "{}",
        stage.screen()
    );
    let act = &stage.state.documents[&last.act.unwrap()];
    assert_eq!(act.number, "15-к");
    assert_eq!(zimin.to, None, "whoever is absent is not let go");
}

#[test]
fn whoever_acts_next_ends_the_term_of_whoever_acted_so_far() {
    let mut stage = appointing();
    stage.press("яшина⏎␣<F2>");
    stage
        .press("щназначить⏎")
        .expect("Назначить руководителя · СШ № 2")
        .press("ерёмин⏎␣⏎⏎⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫02.06⏎")
        .expect("остаётся в должности")
        .expect("Яшина И. О. замещает по 01.06.2026");
    stage.press("<F2>");
    let (last, zimin) = last_and_zimin(&stage);
    assert_eq!(
        (last.person, last.from, last.to),
        (EREMIN, date("2026-06-02"), None),
        "{}",
        stage.screen()
    );
    assert_eq!(zimin.to, None, "whoever is absent is not let go");
    let all = stage.state.appointments.values();
    let before = all.rev().nth(1).unwrap();
    assert_eq!(
        (before.person, before.from, before.to),
        (YASHINA, date("2026-05-23"), Some(date("2026-06-01")))
    );
}

#[test]
fn somebody_acts_in_the_place_of_a_head_who_leaves() {
    let mut stage = appointing();
    stage
        .press("яшина⏎␣⏎␣")
        .expect("уходит")
        .expect("Причина ухода");
    stage.press("<F2>");
    let (last, zimin) = last_and_zimin(&stage);
    assert_eq!(
        (last.kind, last.from),
        (AppointmentKind::Acting, date("2026-05-23")),
        "{}",
        stage.screen()
    );
    assert_eq!(zimin.to, Some(date("2026-05-22")));
}

#[test]
fn the_first_head_has_been_there_for_long_if_nothing_else_is_said() {
    let mut stage = adding();
    stage
        .press("⏎17⏎⏎⏎жуков иван петрович⏎⏎⏎⏎⏎")
        .expect("пусто — давно: с 01.09.2024")
        .press("⏎")
        .expect("СШ № 17");
}

#[test]
fn a_reason_of_leaving_without_a_day_of_closing_is_not_dropped() {
    let mut stage = story::stage((80, 24));
    stage.press("п2⏎щизменить орг⏎").expect("СШ № 2");
    let mut at = 0;
    while !stage
        .screen()
        .lines()
        .any(|it| it.contains("►") && it.contains("Причина ухода"))
    {
        stage.press("↓");
        at += 1;
        assert!(at < 40, "{}", stage.screen());
    }
    stage.press("по сокращению<F2>").rest();
    stage.expect("С какого дня закрыта?").press("⎋").rest();
    assert_eq!(stage.unsaved.len(), 1, "what was typed is kept");
}

#[test]
fn words_that_find_nothing_say_so_while_they_are_typed() {
    let mut stage = story::stage((80, 24));
    stage.press("п2⏎щизменить орг⏎");
    let at = |stage: &Stage| {
        let screen = stage.screen();
        screen.lines().any(|it| it.contains("►Присоединена к"))
    };
    while !at(&stage) {
        stage.press("↓");
    }
    stage.press("кщшпр").expect("Ничего не найдено.");
    stage.press("⌫⌫⌫⌫⌫").expect_not("Ничего не найдено.");
}

#[test]
fn whoever_changed_nothing_is_done() {
    let mut stage = story::stage((80, 24));
    stage
        .press("п2⏎щизменить орг⏎")
        .expect("Изменить организацию");
    stage.press("<F2>").rest();
    stage
        .expect("Изменений нет.")
        .expect_not("Изменить организацию");
}

#[test]
fn a_closing_by_an_act_is_taken_back_by_its_day_alone() {
    let mut stage = story::stage((80, 40));
    let to = |stage: &mut Stage, label: &str| {
        let here = |stage: &Stage| {
            (stage.screen().lines()).any(|it| it.contains('►') && it.contains(label))
        };
        let found = (0..40).any(|_| here(stage) || here(stage.press("⇥")));
        assert!(found, "{}", stage.screen());
    };
    let closed = |stage: &Stage| {
        let it = &stage.state.organisations[&SCHOOL_2];
        (it.closed, it.closed_by.is_some())
    };
    stage.press("п2⏎щизменить орг⏎");
    to(&mut stage, "Закрыта");
    stage.press("31.08.2025");
    to(&mut stage, "Акт ");
    stage.press("259⏎<F2>").rest();
    assert!(
        closed(&stage).0.is_some() && closed(&stage).1,
        "{}",
        stage.screen()
    );
    stage.press("щизменить орг⏎");
    to(&mut stage, "Закрыта");
    stage.press(&"⌫".repeat(10)).press("<F2>").rest();
    assert_eq!(closed(&stage), (None, false), "{}", stage.screen());
}
