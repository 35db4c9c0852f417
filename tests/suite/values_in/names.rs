//! What is called how, and what looks alike.

use smotr::analysis::batch::{Explained, is_named_in_full};
use smotr::domain::alias::{Alias, Means, PutAlias};
use smotr::domain::command::{Command, Seen};
use smotr::domain::ids::{IndicatorId, OrganisationId, PeriodId, Seq};
use smotr::domain::people::{Organisation, Person};
use smotr::domain::record::Record;
use smotr::domain::refusal::Refusal;
use smotr::domain::staffing::Intake;

use smotr::analysis::batch::Touched;

use super::*;

fn names() -> Names {
    Names::of(&World::new().state, Some(OPEN))
}

#[test]
fn organisations_are_known_by_name_and_number() {
    let names = names();
    for (name, want) in [
        ("СШ № 2", Some(SCHOOL_2)),
        ("  сш  №2 ", Some(SCHOOL_2)),
        ("СШ N 2", None),
        ("МБОУ \"СШ № 2\"", Some(SCHOOL_2)),
        ("2", Some(SCHOOL_2)),
        ("№ 2", Some(SCHOOL_2)),
        // A school and a kindergarten have this one.
        ("1", None),
        ("СШ № 3", None),
        ("", None),
    ] {
        let found = names.organisation(name);
        let want = want.map_or_else(|| Named::Unknown(name.trim().to_owned()), known);
        assert_eq!(found, want, "{name}");
    }
    assert!(names.is_municipality("г. Приозёрск"));
}

/// An organisation may be without a full name, an indicator without a short one: a dash means neither.
#[test]
fn what_has_neither_letters_nor_figures_names_nothing() {
    let mut world = World::new();
    let there = &world.state.organisations[&SCHOOL_1];
    let bare = Command::EditOrganisation {
        id: SCHOOL_1,
        seen: there.stamp.rev,
        organisation: Organisation {
            full_name: String::new(),
            ..there.body.clone()
        },
    };
    world.act(bare).unwrap();
    let mut state = world.state;
    if let Some(settings) = &mut state.settings {
        settings.body.municipality = String::new();
    }
    let names = Names::of(&state, Some(OPEN));
    for name in ["", " ", "—", "-", "« »", "…"] {
        let unknown = Named::Unknown(name.trim().to_owned());
        assert_eq!(names.organisation(name), unknown, "{name}");
        let unknown = Named::Unknown(name.trim().to_owned());
        assert_eq!(names.indicator(OPEN, name), unknown, "{name}");
        assert!(!names.is_municipality(name), "{name}");
    }
    // Nor does it become one by what is said of it.
    let batch = of_text(&state, "Организация;1.2\n—;7\n");
    let mut meant = Meant::default();
    let dash = Unknown::Organisation("—".into());
    meant.say(&state, &dash, Some(Means::Organisation(SCHOOL_2)));
    let brings = brings_with(&state, &batch, &meant);
    assert_eq!((brings.changes(), brings.refused()), (0, 1));
}

#[test]
fn what_looks_alike_is_offered_and_a_number_is_never_mistaken() {
    let names = names();
    for (name, offered, alike) in [
        ("МБОУ СШ № 2 г. Приозёрска", vec![SCHOOL_2], Some(SCHOOL_2)),
        // By the number alone it is offered, and taken by nobody but a person.
        ("Школа 2", vec![SCHOOL_2], None),
        ("СОШ2", vec![SCHOOL_2], None),
        ("МБДОУ ДС № 1", vec![NURSERY, SCHOOL_1], None),
        ("детсад 1", vec![SCHOOL_1, NURSERY], None),
        ("СШ № 7", vec![], None),
        ("Лицей", vec![], None),
    ] {
        assert_eq!(names.organisations_like(name), offered, "{name}");
        assert_eq!(names.organisation_alike(name), alike, "{name}");
    }
}

#[test]
fn a_name_that_is_meant_counts_once_a_person_says_so() {
    let state = World::new().state;
    let table = "Организация;1.2\nМБОУ СОШ № 2 г. Приозёрска;7\n";
    let batch = of_text(&state, table);
    let before = brings(&state, &batch);
    assert_eq!((before.changes(), before.refused()), (0, 1));
    let unknown = before.unknown.iter().next().unwrap();
    assert_eq!(unknown.organisations(&names())[0], SCHOOL_2);
    let mut meant = Meant::default();
    meant.say(&state, unknown, Some(Means::Organisation(SCHOOL_2)));
    let after = brings_with(&state, &batch, &meant);
    assert_eq!(after.changes(), 1);
    // It is kept with the values, and goes with them.
    let mut world = World::new();
    let command = after.command(&batch, |_| true).unwrap();
    assert_eq!(command.file(), Some(batch.digest()));
    let done = world.act(command).unwrap();
    assert_eq!(done.changes.len(), 3, "{done:?}");
    assert_eq!(
        world.value(cell(COUNT, SCHOOL_2)).unwrap().entry,
        entry("7")
    );
    let again = of_text(&world.state, table);
    assert_eq!(told(&world.state, &again), ["B2 то же"]);
    world.act(Command::Undo).unwrap();
    assert!(world.state.aliases.is_empty());
    assert_eq!(world.value(cell(COUNT, SCHOOL_2)), None);
}

/// Whoever says now what a name means is heard before what was said earlier; and that it means nothing known can be said as well.
#[test]
fn what_is_said_now_counts_before_what_is_remembered() {
    let mut world = World::new();
    let table = "Организация;1.2\nГимназия;7\n";
    let name = Unknown::Organisation("Гимназия".into());
    let is = |id| Some(Means::Organisation(id));
    let mut said = Meant::default();
    said.say(&world.state, &name, is(SCHOOL_1));
    let batch = of_text(&world.state, table);
    let first = brings_with(&world.state, &batch, &said);
    world.act(first.command(&batch, |_| true).unwrap()).unwrap();

    let batch = of_text(&world.state, table);
    let plainly = brings(&world.state, &batch);
    let seen = Seen::At((world.state.aliases.values()).next().unwrap().stamp.rev);
    let explained = |means, remembered| Explained {
        means,
        remembered,
        seen,
    };
    let there = |it: &Brings| it.explained.get(&name).copied();
    let before = explained(Means::Organisation(SCHOOL_1), true);
    assert_eq!(there(&plainly), Some(before));
    assert_eq!(
        (plainly.same(), plainly.command(&batch, |_| true)),
        (1, None)
    );
    let mut said = Meant::default();
    said.say(&world.state, &name, is(SCHOOL_2));
    let anew = brings_with(&world.state, &batch, &said);
    let becomes = explained(Means::Organisation(SCHOOL_2), false);
    assert_eq!(there(&anew), Some(becomes));
    let mut nobody = Meant::default();
    nobody.say(&world.state, &name, None);
    let unknown = brings_with(&world.state, &batch, &nobody);
    assert_eq!((unknown.changes(), unknown.refused()), (0, 1));
    // On the page it is said one after another.
    let mut page = plainly;
    let by = (Actor { user: ORLOVA }, now(&world.state));
    page.again(
        &world.state,
        by,
        (&batch, &nobody),
        &Touched::Name(name.clone()),
    );
    let shown = |it: &Brings| {
        (
            it.outcomes.clone(),
            it.unknown.clone(),
            it.explained.clone(),
        )
    };
    assert_eq!(shown(&page), shown(&unknown));
    page.again(
        &world.state,
        by,
        (&batch, &said),
        &Touched::Name(name.clone()),
    );
    assert_eq!(shown(&page), shown(&anew));

    world.act(anew.command(&batch, |_| true).unwrap()).unwrap();
    let entered = |school| world.value(cell(COUNT, school)).map(|it| it.entry);
    assert_eq!(entered(SCHOOL_2), Some(entry("7")));
    assert_eq!(world.state.aliases.len(), 1);
    assert!((world.state.aliases.values()).all(|it| it.means == Means::Organisation(SCHOOL_2)));
}

/// «Устинова Д. П.» is not «Устинова И. П.», and «Устинова» is neither.
#[test]
fn heads_of_one_surname_are_told_apart_by_the_rest_of_the_name() {
    let person = |given: &str| Person {
        surname: "Дёмина".into(),
        given: given.into(),
        patronymic: "Петровна".into(),
    };
    for (name, fits) in [
        ("Дёмина Ольга Петровна", true),
        ("Демина  О. П.", true),
        ("дёмина о.п.", true),
        ("Дёмина Ольга", true),
        ("Дёмина", false),
        ("Дёмина И. П.", false),
        ("Дёмина О. И.", false),
        ("Дёмина Олеся Петровна", false),
        ("Ольга Петровна", false),
    ] {
        assert_eq!(is_named_in_full(name, &person("Ольга")), fits, "{name}");
    }
    let mut world = World::new();
    let other = Command::EditPerson {
        id: EREMIN,
        seen: world.state.persons[&EREMIN].stamp.rev,
        person: person("Инна"),
    };
    world.act(other).unwrap();
    let table = "ОО;Руководитель;Код;Факт\nСШ № 1;Дёмина;2.1;да\nСШ № 1;Дёмина Инна Петровна;2.1;да\n\
        СШ № 1;Дёмина О. П.;2.1;нет\nСШ № 1;Дёмина Мария;2.1;нет\nСШ № 1;;2.1;да\n";
    let batch = of_text(&world.state, table);
    let want = [
        "D2 чей из 2",
        "D3 выбор 0",
        "D4 выбор 1",
        "D5 чей из 2",
        "D6 чей",
    ];
    assert_eq!(told(&world.state, &batch), want);
}

#[test]
fn what_is_said_of_a_name_anew_takes_the_place_of_what_was_said_before() {
    let mut world = World::new();
    let name = |id| Alias {
        text: "гимназия".into(),
        means: Means::Organisation(id),
    };
    let say = |seen, id| {
        Command::TakeIn(Intake {
            names: vec![(seen, name(id))],
            ..Intake::default()
        })
    };
    let remembered = |id| Named::Remembered(id, "Гимназия".to_owned());
    let new = Seen::Absent;
    world.act(say(new, SCHOOL_1)).unwrap();
    assert_eq!(world.act(say(new, SCHOOL_1)), Err(Refusal::NoChange));
    // Whoever has not seen what was said does not replace it.
    let unseen = bare(world.act(say(new, SCHOOL_2)));
    let Err(Refusal::Conflict { theirs, .. }) = unseen else {
        panic!("{unseen:?}");
    };
    assert_eq!(theirs.as_deref(), Some(&Record::Alias(name(SCHOOL_1))));
    let there = (world.state.aliases.values()).next().unwrap().stamp.rev;
    world.act(say(Seen::At(there), SCHOOL_2)).unwrap();
    assert_eq!(world.state.aliases.len(), 1);
    let names = Names::of(&world.state, Some(OPEN));
    assert_eq!(names.organisation("Гимназия"), remembered(SCHOOL_2));
    world.act(Command::Undo).unwrap();
    let names = Names::of(&world.state, Some(OPEN));
    assert_eq!(names.organisation("Гимназия"), remembered(SCHOOL_1));
    // Whoever only reads says nothing; nobody says of a school that is not there.
    let denied = bare(world.act_as(GROMOV, say(new, SCHOOL_2)));
    assert!(denied.is_err(), "{denied:?}");
    let alias = *world.state.aliases.keys().next().unwrap();
    let seen = world.state.aliases[&alias].stamp.rev;
    let put = |seen, means| {
        let id = alias;
        Command::PutAlias(PutAlias { id, seen, means })
    };
    let denied = bare(world.act_as(GROMOV, put(seen, None)));
    assert!(denied.is_err(), "{denied:?}");
    let stale = bare(world.act(put(Seq(seen.0 - 1), None)));
    assert!(matches!(stale, Err(Refusal::Conflict { .. })), "{stale:?}");
    let nobody = bare(world.act(put(seen, Some(Means::Indicator(IndicatorId(77))))));
    assert!(matches!(nobody, Err(Refusal::Missing { .. })), "{nobody:?}");
    let nowhere = world.act(say(new, OrganisationId(77)));
    assert!(matches!(nowhere, Err(Refusal::Missing { .. })));
}

#[test]
fn periods_are_known_however_the_year_is_written() {
    let names = names();
    for name in [
        "2025/26",
        "2025-26",
        "2025/2026",
        "2025–2026",
        "2025/26 учебный год",
    ] {
        assert_eq!(names.period_of(name), Some(OPEN), "{name}");
    }
    assert_eq!(names.period_of("2026"), None::<PeriodId>);
}
