//! Organisations, people, the reserve, documents and base quantities, changed by keys on the screen Каталог.

use smotr::domain::career::CandidateOutcome;
use smotr::domain::command::*;
use smotr::domain::evidence::DocumentStatus;
use smotr::domain::ids::*;
use smotr::domain::people::{AppointmentKind, FlagKind};
use smotr::domain::record::{Key, Record};
use smotr::domain::staffing::*;
use smotr::tui::command::table::Place;

use crate::support::stage::Stage;
use crate::support::story;
use crate::support::world::*;

/// The list of a section, by how far down it stands.
fn section(down: usize) -> Stage {
    let mut stage = story::stage((120, 36));
    stage.press("<F8>").press(&"↓".repeat(down)).press("⏎");
    stage
}

const ORGANISATIONS: usize = 2;
const PERSONS: usize = 3;
const RESERVE: usize = 4;
const DOCUMENTS: usize = 5;
const QUANTITIES: usize = 6;

/// The detail of СШ № 2, which stands last.
fn school_2() -> Stage {
    let mut stage = section(ORGANISATIONS);
    stage
        .press("<End>⏎")
        .expect("Зимин Виктор Викторович, с 01.09.2021");
    stage
}

#[test]
fn an_acting_head_is_appointed_beside_the_absent_one() {
    let mut stage = school_2();
    stage
        .press("А")
        .expect("Новое назначение · СШ № 2")
        .expect("Ещё назначены: Зимин В. В.");
    stage.press("яшина⏎и⏎02.02.2026⏎27.02.2026<F2>");
    let added = stage.state.appointments.values().next_back().unwrap();
    assert_eq!(
        (added.person, added.kind, added.from, added.to),
        (
            YASHINA,
            AppointmentKind::Acting,
            date("2026-02-02"),
            Some(date("2026-02-27"))
        ),
        "{}",
        stage.screen()
    );
    stage
        .expect("Яшина Инна Олеговна, и. о., с 02.02.2026 по")
        .expect("Зимин Виктор Викторович, с 01.09.2021");
}

#[test]
fn dates_that_meet_another_appointment_are_refused_with_its_dates_and_stay_in_the_form() {
    let mut stage = school_2();
    stage.press("Аяшина⏎⏎02.02.2026<F2>");
    stage.expect("На эти дни уже есть назначение: Зимин В. В., с 01.09.2021");
    stage.expect("02.02.2026");
    assert_eq!(stage.app.place(), Place::Form);
}

#[test]
fn an_appointment_is_changed_from_its_line() {
    let mut stage = school_2();
    let line = |stage: &Stage| {
        let found = |it: &Option<smotr::domain::record::Key>| {
            matches!(it, Some(smotr::domain::record::Key::Appointment(_)))
        };
        let lines = &stage.app.catalogue.detail;
        lines.iter().position(|it| found(&it.opens)).unwrap()
    };
    let steps = "↓".repeat(line(&stage));
    stage
        .press(&steps)
        .press("<F2>")
        .expect("Назначение · СШ № 2");
    stage.press("⇥⇥⇥30.04.2026⇥⇥⇥Истёк срок<F2>");
    let changed = &stage.state.appointments[&AppointmentId(3)];
    assert_eq!(
        (changed.to, changed.end_reason.as_str()),
        (Some(date("2026-04-30")), "Истёк срок"),
        "{}",
        stage.screen()
    );
    // Enter leads to who it is about.
    stage.press("⏎").expect("┌ Лица");
}

#[test]
fn an_organisation_gets_marks_and_standing_reasons_and_is_merged() {
    let mut stage = section(ORGANISATIONS);
    stage
        .press("<End><F2>")
        .expect("Изменить организацию · СШ № 2");
    // Kind, number, name, full name, opened, then the action.
    stage.press("⇥⇥⇥⇥⇥⏎").expect("Отметка");
    stage
        .press("⇥01.09.2024⇥31.08.2025⇥рейтинг⇥⇥")
        .expect("Добавить причину");
    stage.press("⏎нет 11 классов⇥1.1⏎1.2⏎");
    stage.press("<F2>");
    let it = &stage.state.organisations[&SCHOOL_2];
    assert_eq!(it.flags.len(), 1, "{}", stage.screen());
    assert_eq!(
        (it.flags[0].kind, it.flags[0].to),
        (FlagKind::LowResults, Some(date("2025-08-31")))
    );
    assert_eq!(it.standing[0].indicators, [RATIO, COUNT]);
    stage.rest();
    stage.expect("нет 11 классов, 1.1, 1.2");
    // Merged into СШ № 1 by an order of the register; its head leaves.
    stage
        .press("<F2>")
        .press("⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥⇥")
        .expect("Закрыта");
    stage.press("31.05.2026").expect("Назначение закончится");
    stage.press("⇥СШ № 1⏎259⏎реорганизация<F2>");
    let it = &stage.state.organisations[&SCHOOL_2];
    assert_eq!(
        (it.closed, it.merged_into, it.closed_by),
        (Some(date("2026-05-31")), Some(SCHOOL_1), Some(ORDER)),
        "{}",
        stage.screen()
    );
    assert_eq!(it.flags.len(), 1);
    let left = &stage.state.appointments[&AppointmentId(3)];
    assert_eq!(
        (left.to, left.end_reason.as_str()),
        (Some(date("2026-05-31")), "реорганизация")
    );
    stage.expect("присоединена к").expect("СШ № 1");
    stage.press("↑").rest();
    stage.expect("присоединена      СШ № 2");
}

#[test]
fn a_name_is_put_right_and_a_career_is_added() {
    let mut stage = section(PERSONS);
    stage.press("<F2>Беляева<F2>");
    assert_eq!(
        stage.state.persons[&PersonId(6)].surname,
        "Беляева",
        "{}",
        stage.screen()
    );
    stage
        .press("А")
        .expect("Квалификация")
        .expect("Кадровый резерв");
    stage.press("1").expect("Квалификация · Беляева А. И.");
    stage
        .press("⇥Управление школой⇥СОИРО⇥72 часа⇥01.03.2025<F2>")
        .expect("Часы — целое число, например 72.")
        .press("⌫⌫⌫⌫⌫⇥");
    stage.press("⇥01.06.2026⇥удостоверение № 17<F2>");
    let kept = stage.state.qualifications.values().next().unwrap();
    assert_eq!(
        (kept.person, kept.hours),
        (PersonId(6), Some(72)),
        "{}",
        stage.screen()
    );
    stage.expect("«Управление школой»").expect("срок истекает");
    stage.press("А2").press("⇥01.02.2024⇥2<F2>");
    assert_eq!(stage.state.attestations.len(), 1, "{}", stage.screen());
    stage.press("А3").press("СШ № 2⏎17-к⇥01.09.2025<F2>");
    assert_eq!(stage.state.contracts.len(), 1, "{}", stage.screen());
}

#[test]
fn somebody_joins_the_reserve_and_their_outcome_is_written() {
    let mut stage = section(RESERVE);
    stage
        .press("А")
        .press("щукина вера⏎")
        .expect("Щукина")
        .expect("Вера");
    stage.press("⇥⇥⇥директор⇥СШ № 2⏎⇥01.09.2024⇥01.06.2026⇥Школа резерва⇥зимин⏎<F2>");
    let it = stage.state.candidates.values().next().unwrap();
    assert_eq!(
        (it.post.as_str(), it.organisation, it.mentor),
        ("директор", Some(SCHOOL_2), Some(ZIMIN)),
        "{}",
        stage.screen()
    );
    stage.expect("срок истекает").expect("Щукина Вера");
    stage
        .press("<F2>")
        .press("⇥⇥⇥⇥⇥⇥⇥Назначение⇥11.05.2026<F2>");
    let it = stage.state.candidates.values().next().unwrap();
    assert_eq!(
        it.outcome,
        CandidateOutcome::Appointed {
            on: date("2026-05-11")
        },
        "{}",
        stage.screen()
    );
}

#[test]
fn a_document_is_told_to_be_there_already_and_is_repealed() {
    let mut stage = section(DOCUMENTS);
    stage
        .press("Д⇥259/1⇥20.05.2026⇥⇥Управление образования⇥")
        .expect("Похоже, этот документ уже есть");
    let mut stage = section(DOCUMENTS);
    stage
        .press("<F2>")
        .press("⇥⇥⇥⇥⇥⇥⇥")
        .expect("Где опубликован");
    stage.press("https://example.org⇥утр⇥постановление № 1⇥22.05.2026<F2>");
    let changed = stage
        .state
        .documents
        .values()
        .find(|it| it.link == "https://example.org");
    let changed = changed.unwrap_or_else(|| panic!("{}", stage.screen()));
    assert_eq!(
        changed.status,
        DocumentStatus::Repealed {
            by: "постановление № 1".into(),
            on: Some(date("2026-05-22"))
        }
    );
    stage.expect("утратил силу");
}

#[test]
fn what_repealed_a_document_is_found_in_the_register_or_kept_as_typed() {
    let repealed = |stage: &Stage, by: &str, on: Option<&str>| {
        let status = DocumentStatus::Repealed {
            by: by.into(),
            on: on.map(date),
        };
        let letter = &stage.state.documents[&LETTER];
        assert_eq!(letter.status, status, "{}", stage.screen());
    };
    let mut stage = section(DOCUMENTS);
    stage.press("<End><F2>").press(&"⇥".repeat(8));
    stage
        .press("утр⇥")
        .expect("номер или слова; чего нет в реестре — как набрано")
        .expect("Не сказано, когда документ утратил силу.")
        .press("259")
        .expect("как набрано");
    // What one line fits and may be meant as it stands is asked, not guessed.
    stage
        .press("<F2>")
        .expect("Выберите из списка: стрелки и Enter.")
        .press("⏎⇥<F2>");
    repealed(&stage, "приказ от 20.05.2026 № 259/1", None);
    stage.press("⏎<Home>").expect("Не сказано, когда");
    let linked = (0..20).any(|_| {
        let found = stage.app.catalogue.under_cursor() == Some(Key::Document(ORDER));
        if !found {
            stage.press("↓");
        }
        found
    });
    assert!(linked, "{}", stage.screen());
    stage.press("⎋");
    // The form knows it again, and the text of another body's act stays as it is typed, though a line of the register fits it.
    stage
        .press("<F2>")
        .expect("«О мерах по итогам мониторинга»")
        .press(&"⇥".repeat(9))
        .press("⌫259/1↓⏎22.05.2026<F2>")
        .expect_not("Не сказано, когда");
    repealed(&stage, "259/1", Some("2026-05-22"));
}

#[test]
fn a_base_quantity_is_added_changed_and_retired() {
    let mut stage = section(QUANTITIES);
    stage.press("А").press("Ставки педагогов⇥ставок⇥␣<F2>");
    let (id, it) = stage.state.base_quantities.iter().next_back().unwrap();
    assert_eq!(
        (it.title.as_str(), it.whole),
        ("Ставки педагогов", false),
        "{}",
        stage.screen()
    );
    let id = *id;
    stage.press("<End><F2>").press("⇥⇥⇥␣<F2>");
    assert!(
        stage.state.base_quantities[&id].retired,
        "{}",
        stage.screen()
    );
    stage.expect("не ведётся");
}

#[test]
fn a_change_of_head_in_mid_year_keeps_each_ones_values_and_the_card_says_since_when() {
    let mut world = story::world();
    let person = |id| PersonChoice::Known(id);
    world.set(cell_of(SCORE, ZIMIN), entry("40")).unwrap();
    let draft = AppointmentDraft {
        organisation: SCHOOL_2,
        person: person(ZIMIN),
        kind: AppointmentKind::Permanent,
        from: date("2021-09-01"),
        to: Some(date("2026-02-28")),
        act: None,
        contract_until: None,
        end_reason: "перевод".into(),
    };
    let id = AppointmentId(3);
    let seen = rev(&world.state, smotr::domain::record::Key::Appointment(id));
    world
        .act(Command::EditAppointment {
            id,
            seen,
            draft: draft.clone(),
        })
        .unwrap();
    let next = AppointmentDraft {
        person: person(YASHINA),
        from: date("2026-03-01"),
        to: None,
        end_reason: String::new(),
        ..draft
    };
    world.act(Command::AddAppointment(next)).unwrap();
    world.set(cell_of(SCORE, YASHINA), entry("70")).unwrap();
    let values = [ZIMIN, YASHINA].map(|it| world.value(cell_of(SCORE, it)).unwrap().entry);
    assert_eq!(values, [entry("40"), entry("70")]);
    let mut stage = Stage::new(world.state, ORLOVA);
    stage.resize(120, 36);
    stage.press("п2⏎");
    stage.expect("Яшина Инна Олеговна, с 01.03.2026");
    stage.expect("Зимин Виктор Викторович, с 01.09.2021 по 28.02.2026");
}

#[test]
fn a_day_and_a_reason_that_the_outcome_does_not_take_are_asked_about() {
    let mut stage = section(RESERVE);
    stage.press("Ащукина вера⏎⇥⇥⇥директор⇥СШ № 2⏎⇥01.09.2024⇥⇥⇥зимин⏎⇥11.05.2026");
    stage.press("<F2>").expect("Выберите исход");
    assert!(stage.state.candidates.is_empty(), "{}", stage.screen());
    // The same of a reason: only whoever is excluded has one.
    stage.press("Назначение⇥⇥по просьбе");
    let screen = stage.screen();
    let line = screen.lines().find(|it| it.contains("по просьбе"));
    assert!(!line.unwrap().contains("пока не нужно"), "{screen}");
    stage.press("<F2>").expect("исключ");
    assert!(stage.state.candidates.is_empty(), "{}", stage.screen());
    stage.press("Исключ<F2>").rest();
    let it = stage.state.candidates.values().next();
    let it = it.unwrap_or_else(|| panic!("{}", stage.screen()));
    let outcome = CandidateOutcome::Excluded {
        on: date("2026-05-11"),
        reason: "по просьбе".into(),
    };
    assert_eq!(it.outcome, outcome);
}

#[test]
fn what_a_field_is_for_is_said_of_this_kind_of_record() {
    let mut stage = section(PERSONS);
    stage
        .press("<End>А3")
        .expect("Организация")
        .expect_not("если организация не определена");
}

#[test]
fn a_document_names_everything_that_rests_on_it() {
    let mut stage = section(DOCUMENTS);
    let state = &stage.state;
    let mut organisation = state.organisations[&NURSERY].body.clone();
    organisation.closed = Some(date("2026-05-01"));
    organisation.closed_by = Some(LETTER);
    let mut period = state.periods[&CLOSED].body.clone();
    period.approved_by = Some(LETTER);
    let attestation = smotr::domain::career::Attestation {
        person: ZIMIN,
        candidate: false,
        held: date("2026-03-01"),
        outcome: smotr::domain::career::AttestationOutcome::Fit,
        until: None,
        act: Some(LETTER),
    };
    let candidate = smotr::domain::career::Candidate {
        person: YASHINA,
        post: "директор".into(),
        organisation: None,
        ground: Some(LETTER),
        from: date("2026-03-01"),
        until: None,
        programme: String::new(),
        mentor: None,
        outcome: CandidateOutcome::InReserve,
    };
    let stamp = state.periods[&CLOSED].stamp;
    for (key, record) in [
        (
            Key::Organisation(NURSERY),
            Record::Organisation(organisation),
        ),
        (Key::Period(CLOSED), Record::Period(period)),
        (
            Key::Attestation(AttestationId(7)),
            Record::Attestation(attestation),
        ),
        (Key::Candidate(CandidateId(7)), Record::Candidate(candidate)),
    ] {
        stage.state.put(key, Some(record), stamp);
    }
    let mut stage = stage.reopen();
    stage.resize(120, 50);
    stage.press("<F8>↓↓↓↓↓⏎<End>⇥").rest();
    stage
        .expect("ДС № 1")
        .expect("2024/25")
        .expect("Зимин")
        .expect("Яшина")
        .expect_not("Пока нигде");
}

#[test]
fn what_became_of_an_organisation_and_who_stands_in_is_in_the_list_the_detail_and_the_card() {
    let stage = || {
        let state = crate::support::demo::told().state.clone();
        let mut stage = Stage::new(state, crate::support::demo::OWNER);
        stage.resize(120, 36);
        stage.press("<F8>↓↓→");
        stage
    };
    let mut merged = stage();
    merged.press("<End>");
    merged.rest();
    for said in [
        "►СШ № 61        присоединена к СШ № 14",
        "закрыта           31.08.2023",
        "присоединена к    СШ № 14",
        "СШ № 60        и. о. ",
    ] {
        merged.expect(said);
    }
    merged
        .press("к")
        .expect("закрыта 31.08.2023 · присоединена к СШ № 14");
    assert!(!merged.screen().contains("вакансия"), "{}", merged.screen());
    let mut away = stage();
    away.press("<End>↑");
    away.rest();
    away.expect("и. о., с 02.03.2026")
        .expect("отсутствует       ");
    away.press("к").expect(", отсутствует с 02.03.2026");
    let mut marked = stage();
    marked.press("ф№ 11⏎");
    marked.rest();
    marked.expect("* ШНОР");
    marked
        .press("к")
        .expect("ШНОР: низкие образовательные результаты с 02.09.2024");
}

#[test]
fn a_document_says_of_every_record_that_rests_on_it() {
    let used = |document: &str, by: &str| {
        let state = crate::support::demo::told().state.clone();
        let mut stage = Stage::new(state, crate::support::demo::OWNER);
        stage.resize(120, 36);
        stage.press("<F8>↓↓↓↓↓→").press(&format!("ф{document}⏎"));
        stage.rest();
        stage.expect("Где используется").expect(by);
    };
    // The end of a school, a value put right, an edition of the catalogue.
    used("1187", "СШ № 61");
    used("398", "6.2 · СШ № 5");
    used("214", "каталог, ред. 2");
}

#[test]
fn an_appointment_that_a_colleague_has_changed_is_not_taken_out_unseen() {
    let mut stage = school_2();
    let at = (stage.app.catalogue.detail.iter())
        .position(|it| matches!(it.opens, Some(Key::Appointment(_))))
        .unwrap();
    stage.press(&"↓".repeat(at)).press("<F2>");
    // Whoever takes it out need not leave the rest of the form readable.
    stage.press("⇥⇥⇥30.0⇥⇥⇥⇥␣").expect("►удалить как ошибочную");
    let id = AppointmentId(3);
    let was = stage.state.appointments[&id].clone();
    let command = Command::EditAppointment {
        id,
        seen: was.stamp.rev,
        draft: AppointmentDraft {
            organisation: was.organisation,
            person: PersonChoice::Known(was.person),
            kind: was.kind,
            from: was.from,
            to: Some(date("2026-03-31")),
            act: None,
            contract_until: None,
            end_reason: "перевод".into(),
        },
    };
    stage.other(SEROVA, command).unwrap();
    stage.press("<F2>").expect("по 31.03.2026");
    assert!(stage.state.appointments.contains_key(&id));
}

#[test]
fn a_head_is_absent_since_the_first_of_those_who_act_one_after_the_other() {
    let state = crate::support::demo::told().state.clone();
    let acting = (state.appointments.iter())
        .filter(|(_, it)| it.kind == AppointmentKind::Acting && it.from == date("2026-03-02"));
    let (id, it) = acting.map(|(id, it)| (*id, it.clone())).next().unwrap();
    let draft = |person, from: &str, to: Option<&str>| AppointmentDraft {
        organisation: it.organisation,
        person: PersonChoice::Known(person),
        kind: AppointmentKind::Acting,
        from: date(from),
        to: to.map(date),
        act: None,
        contract_until: None,
        end_reason: String::new(),
    };
    let mut stage = Stage::new(state, crate::support::demo::OWNER);
    stage.resize(120, 36);
    let first = Command::EditAppointment {
        id,
        seen: it.stamp.rev,
        draft: draft(it.person, "2026-03-02", Some("2026-04-19")),
    };
    let owner = crate::support::demo::OWNER;
    stage.other(owner, first).unwrap();
    let heads = |person: &PersonId| {
        stage
            .state
            .appointments_by_person
            .of(*person)
            .next()
            .is_some()
    };
    let next = *stage.state.persons.keys().find(|it| !heads(it)).unwrap();
    let next = Command::AddAppointment(draft(next, "2026-04-20", None));
    stage.other(owner, next).unwrap();
    stage.press("<F8>↓↓→<End>↑").rest();
    stage
        .press("к")
        .expect("с 20.04.2026")
        .expect(", отсутствует с 02.03.2026");
}

#[test]
fn a_head_of_the_days_to_come_stands_below_the_present_one_and_is_marked() {
    let mut stage = school_2();
    stage.press("А");
    stage.press("яшина⏎и⏎02.06.2026⏎⏎<F2>");
    let added = stage.state.appointments.values().next_back().unwrap();
    assert_eq!(added.person, YASHINA, "{}", stage.screen());
    stage.press("к").expect(", назначение впереди");
    let screen = stage.screen();
    let at = |text: &str| screen.lines().position(|it| it.contains(text));
    let present = at("Зимин Виктор Викторович, с 01.09.2021").unwrap();
    assert_eq!(
        at("Яшина Инна Олеговна, и. о."),
        Some(present + 1),
        "{screen}"
    );
}

#[test]
fn a_step_that_a_record_of_the_catalogue_does_not_have_is_not_said_of_a_value() {
    let mut stage = story::stage((120, 36));
    stage.press("<F8>⏎Ш").expect("у этой записи его нет");
}
