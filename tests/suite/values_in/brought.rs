//! A file that is read again turns back nothing that was put right since it was brought.

use smotr::domain::command::Command;

use super::*;

/// Files of these texts, each known by its own digest.
fn files(state: &State, texts: &[&str]) -> Batch {
    let mut batch = Batch::default();
    for (n, text) in texts.iter().enumerate() {
        add(&mut batch, state, &format!("{n}.csv"), text.as_bytes());
    }
    for it in &mut batch.files {
        let text = texts[it.name[..1].parse::<usize>().unwrap()];
        let sum = text.bytes().fold(0_u8, |sum, it| sum.wrapping_mul(31) ^ it);
        it.digest = [sum; 16];
    }
    batch
}

fn enter(world: &mut World, batch: &Batch, is_chosen: impl Fn(&Brings, usize) -> bool) {
    let brings = brings(&world.state, batch);
    let command = brings.command(batch, |at| is_chosen(&brings, at));
    world.act(command.unwrap()).unwrap();
}

fn notes(world: &World) -> Vec<(String, u32)> {
    let all = world.state.brought_files.values();
    all.map(|it| (it.name.clone(), it.values)).collect()
}

const TABLE: &str = "Школа;1.1;1.2\nСШ № 1;21/24;7\nСШ № 2;20/25;5\n";

#[test]
fn what_was_put_right_since_is_asked_about_and_what_was_not_is_the_same() {
    let mut world = World::new();
    let batch = files(&world.state, &[TABLE]);
    enter(&mut world, &batch, Brings::is_ready);
    assert_eq!(notes(&world), [("0.csv".to_owned(), 4)]);
    let all_same = ["B2 то же", "C2 то же", "B3 то же", "C3 то же"];
    assert_eq!(told(&world.state, &batch), all_same);
    // Put right by hand, and cleared by hand.
    world.set(cell(COUNT, SCHOOL_1), entry("9")).unwrap();
    world.set(cell(COUNT, SCHOOL_2), Entry::Empty).unwrap();
    let put_right = ["B2 то же", "C2 исправлено 7", "B3 то же", "C3 исправлено 5"];
    assert_eq!(told(&world.state, &batch), put_right);
    let again = brings(&world.state, &batch);
    assert_eq!((again.changes(), again.same()), (0, 2));
    let none = |taken: &Brings, at| taken.is_ready(at);
    let command = again.command(&batch, |at| none(&again, at));
    assert_eq!(command, None);
    // Whoever takes one of them on purpose has it, and the other is asked about as before.
    enter(&mut world, &batch, |_, at| at == 1);
    assert_eq!(
        world.value(cell(COUNT, SCHOOL_1)).unwrap().entry,
        entry("7")
    );
    assert_eq!(told(&world.state, &batch)[3], "C3 исправлено 5");
    // Another file that says the same knows of nothing.
    let other = files(&world.state, &[&format!("{TABLE}\n")]);
    assert_eq!(told(&world.state, &other)[3], "C3 5");
    // Taken back, it was never there.
    world.act(Command::Undo).unwrap();
    world.act(Command::Undo).unwrap();
    world.act(Command::Undo).unwrap();
    world.act(Command::Undo).unwrap();
    assert!(world.state.brought_files.is_empty());
    assert_eq!(told(&world.state, &batch)[1], "C2 7");
}

#[test]
fn what_was_left_aside_is_no_correction() {
    let mut world = World::new();
    let batch = files(&world.state, &[TABLE]);
    enter(&mut world, &batch, |_, at| at == 0);
    assert_eq!(notes(&world), [("0.csv".to_owned(), 1)]);
    assert_eq!(told(&world.state, &batch)[1..3], ["C2 7", "B3 20/25"]);
    // What was typed there since is.
    world.set(cell(COUNT, SCHOOL_1), entry("9")).unwrap();
    assert_eq!(told(&world.state, &batch)[1], "C2 исправлено 7");
}

#[test]
fn each_file_is_noted_that_had_something_to_say() {
    let mut world = World::new();
    let one = "Школа;1.2\nСШ № 1;7\n";
    let texts = [
        one,
        "Школа;1.2\nСШ № 1;7\nСШ № 2;5\n",
        "ничего",
        "Школа;1.2\nСШ № 9;7\n",
    ];
    world.set(cell(COUNT, SCHOOL_1), entry("7")).unwrap();
    let batch = files(&world.state, &texts);
    enter(&mut world, &batch, Brings::is_ready);
    // The first says what is there: brought as well, so that it does not turn back what is put right tomorrow.
    let (first, second) = (("0.csv".to_owned(), 0), ("1.csv".to_owned(), 1));
    assert_eq!(notes(&world), [first, second]);
    world.set(cell(COUNT, SCHOOL_1), entry("9")).unwrap();
    assert_eq!(
        told(&world.state, &files(&world.state, &[one])),
        ["B2 исправлено 7"]
    );
}
