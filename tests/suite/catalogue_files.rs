//! The catalogue in files: what goes out comes in again, and what a file brings is found again in the store whatever it is called.

use smotr::domain::catalogue::Edition;
use smotr::domain::command::Command;
use smotr::domain::ids::*;
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::exchange::identity::{Found, resolve};
use smotr::exchange::toml::{Catalogue, Problem};

use crate::support::world::*;

/// The world with a working edition made of this file, and which it is.
fn taken(world: &mut World, text: &str) -> EditionId {
    let catalogue = Catalogue::read("c.toml", text).unwrap();
    let resolved = resolve(&catalogue, &world.state, None);
    let command = Command::TakeCatalogue(Box::new(resolved.draft));
    world.act_as(SEROVA, command).unwrap();
    *world.state.editions.keys().next_back().unwrap()
}

fn supplied() -> String {
    let mut catalogue = Catalogue::shipped().unwrap();
    catalogue.edition.number = 7;
    catalogue.write()
}

fn written(state: &State, edition: EditionId) -> String {
    Catalogue::of(state, edition).unwrap().write()
}

/// The file with another number of the edition.
fn numbered(text: &str, number: u32) -> String {
    let line = text.lines().find(|it| it.starts_with("number = ")).unwrap();
    text.replacen(line, &format!("number = {number}"), 1)
}

#[test]
fn what_goes_out_comes_in_again() {
    let mut world = World::new();
    let first = taken(&mut world, &supplied());
    let out = written(&world.state, first);
    let second = taken(&mut world, &numbered(&out, 8));
    assert_eq!(numbered(&written(&world.state, second), 7), out);
    let ids = |edition| -> Vec<IndicatorId> {
        let all = world.state.indicators_of(edition).into_iter();
        all.map(|it| it.0).collect()
    };
    assert_eq!(ids(first), ids(second));
}

#[test]
fn a_file_taken_twice_changes_nothing() {
    let mut world = World::new();
    let edition = taken(&mut world, &supplied());
    let catalogue = Catalogue::read("c.toml", &written(&world.state, edition)).unwrap();
    let into = Some((edition, whole(&world.state, edition)));
    let resolved = resolve(&catalogue, &world.state, into);
    assert!(resolved.found.iter().all(|it| *it == Found::Number));
    let command = Command::TakeCatalogue(Box::new(resolved.draft));
    assert_eq!(world.act_as(SEROVA, command), Err(Refusal::NoChange));
}

/// Whatever a decree does to codes and titles: number and one of the two are enough, without a number the title is.
#[test]
fn an_indicator_is_found_again_whatever_it_is_called() {
    let mut world = World::new();
    let edition = taken(&mut world, &supplied());
    let out = written(&world.state, edition);
    let id = |it: &Catalogue, code: &str| {
        it.indicators
            .iter()
            .find(|(_, it)| it.code == code)
            .unwrap()
            .0
    };
    let own = id(&Catalogue::read("", &out).unwrap(), "6.2");
    let title = "Доля педагогов с первой и высшей квалификационной категорией";
    assert!(out.contains(title));
    let number = format!("id = {}\ncode = \"6.2\"", own.0);
    let cases: [(&str, String, Found); 5] = [
        ("as it is", out.clone(), Found::Number),
        (
            "another code",
            out.replace("\"6.2\"", "\"6.11\""),
            Found::Number,
        ),
        (
            "another title",
            out.replace(title, "Иначе названный"),
            Found::Number,
        ),
        (
            "the number of another store",
            out.replace(&number, "id = 9000\ncode = \"6.2\""),
            Found::Title,
        ),
        (
            "no number, another title",
            out.replace(&number, "code = \"6.2\"")
                .replace(title, "Иначе названный"),
            Found::Code,
        ),
    ];
    for (what, text, by) in cases {
        let catalogue = Catalogue::read("c.toml", &text).unwrap();
        let resolved = resolve(&catalogue, &world.state, None);
        let at = (resolved.draft.indicators.iter()).position(|(it, _)| *it == own);
        assert_eq!(at.map(|at| resolved.found[at]), Some(by), "{what}");
    }
    let text = out
        .replace(title, "Иначе названный")
        .replace("\"6.2\"", "\"6.11\"");
    let catalogue = Catalogue::read("c.toml", &text).unwrap();
    let resolved = resolve(&catalogue, &world.state, None);
    assert!(
        resolved.found.contains(&Found::New),
        "nothing of it is known"
    );
}

#[test]
fn what_the_file_leaves_out_is_retired_where_others_know_it_and_removed_where_not() {
    let mut world = World::new();
    let first = taken(&mut world, &supplied());
    let out = written(&world.state, first);
    let second = taken(&mut world, &numbered(&out, 8));
    let mut catalogue = Catalogue::of(&world.state, second).unwrap();
    catalogue.indicators.retain(|(_, it)| it.code != "6.2");
    for (edition, left) in [(second, 36), (first, 36)] {
        let catalogue = Catalogue {
            edition: Edition {
                number: world.state.editions[&edition].number,
                ..catalogue.edition.clone()
            },
            ..catalogue.clone()
        };
        let into = Some((edition, whole(&world.state, edition)));
        let resolved = resolve(&catalogue, &world.state, into);
        let command = Command::TakeCatalogue(Box::new(resolved.draft));
        world.act_as(SEROVA, command).unwrap();
        let all = world.state.indicators_of(edition);
        assert_eq!(all.len(), left);
        let (_, it) = all.iter().find(|(_, it)| it.code == "6.2").unwrap();
        assert!(it.retired);
    }
}

#[test]
fn a_file_of_a_later_format_says_so_with_its_line() {
    let text = supplied().replace("format = 1", "format = 2");
    let error = Catalogue::read("c.toml", &text).unwrap_err();
    assert_eq!(error.problem, Problem::Newer { given: 2, known: 1 });
    let line = text.lines().position(|it| it == "format = 2").unwrap() + 1;
    assert_eq!(error.line, line);
}

#[test]
fn a_number_twice_is_refused() {
    let text = supplied().replace("id = 2\ncode = \"1.2\"", "id = 1\ncode = \"1.2\"");
    let error = Catalogue::read("c.toml", &text).unwrap_err();
    assert_eq!(error.problem, Problem::Duplicate { given: "1".into() });
}
