//! What is called how, and what looks alike.

use smotr::analysis::batch::plain;
use smotr::domain::alias::{Alias, Means};
use smotr::domain::command::Command;
use smotr::domain::ids::{OrganisationId, PeriodId};
use smotr::domain::people::Organisation;
use smotr::domain::refusal::Refusal;
use smotr::domain::staffing::Intake;

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
    meant.organisations.insert(String::new(), SCHOOL_2);
    let brings = brings_with(&state, &batch, &meant);
    assert_eq!((brings.changes(), brings.refused()), (0, 1));
}

#[test]
fn what_looks_alike_is_offered_and_a_number_is_never_mistaken() {
    let names = names();
    for (name, want) in [
        ("МБОУ СОШ № 2", vec![SCHOOL_2]),
        ("Школа 2", vec![]),
        ("детсад 1", vec![]),
        ("МБДОУ ДС № 1", vec![NURSERY, SCHOOL_1]),
        ("СШ № 7", vec![]),
    ] {
        let found = names.organisations_like(&plain(name));
        if want.is_empty() {
            assert!(
                found
                    .iter()
                    .all(|it| name.contains(&it.0.to_string()) || it.0 == 3),
                "{name} {found:?}"
            );
            continue;
        }
        assert_eq!(found, want, "{name}");
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
    let Unknown::Organisation(name) = unknown else {
        panic!("{unknown:?}")
    };
    let mut meant = Meant::default();
    meant.organisations.insert(plain(name), SCHOOL_2);
    let after = brings_with(&state, &batch, &meant);
    assert_eq!(after.changes(), 1);
    // It is kept with the values, and goes with them.
    let mut world = World::new();
    let command = after.command(&batch, &meant, |_| true).unwrap();
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

#[test]
fn what_is_said_of_a_name_anew_takes_the_place_of_what_was_said_before() {
    let mut world = World::new();
    let name = |id| Alias {
        text: "гимназия".into(),
        means: Means::Organisation(id),
    };
    let say = |id| {
        Command::TakeIn(Intake {
            names: vec![name(id)],
            ..Intake::default()
        })
    };
    world.act(say(SCHOOL_1)).unwrap();
    assert_eq!(world.act(say(SCHOOL_1)), Err(Refusal::NoChange));
    world.act(say(SCHOOL_2)).unwrap();
    assert_eq!(world.state.aliases.len(), 1);
    let names = Names::of(&world.state, Some(OPEN));
    assert_eq!(names.organisation("Гимназия"), known(SCHOOL_2));
    world.act(Command::Undo).unwrap();
    let names = Names::of(&world.state, Some(OPEN));
    assert_eq!(names.organisation("Гимназия"), known(SCHOOL_1));
    // Whoever only reads says nothing; nobody says of a school that is not there.
    let denied = bare(world.act_as(GROMOV, say(SCHOOL_2)));
    assert!(denied.is_err(), "{denied:?}");
    let nowhere = world.act(say(OrganisationId(77)));
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
