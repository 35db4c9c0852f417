//! A preview that follows what others do: as if it had been asked for anew, but for what is told of their doing.

use proptest::prelude::*;
use smotr::analysis::batch::Touched;
use smotr::domain::alias::{Alias, Means};
use smotr::domain::command::{Command, Seen};
use smotr::domain::record::Key;
use smotr::domain::staffing::Intake;

use super::*;

/// «Гимназия» is remembered, and «СШ № 9» is asked about.
const TABLE: &str =
    "Школа;1.1;1.2\nСШ № 1;21/24;7\nГимназия;20;5\nСШ № 1;21/24;8\nДС № 1;3/4;2\nСШ № 9;1/2;3\n";

/// The same without the word that it was changed meanwhile.
fn plainly(outcome: &Outcome) -> Outcome {
    match outcome {
        Outcome::Meanwhile { cell, becomes, .. } => {
            Outcome::Cell(*cell, Verdict::Changes(becomes.clone()))
        }
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_renewed_in_part_is_as_if_asked_anew(
        steps in prop::collection::vec(
            (0..2_usize, 0..3_usize, 1..9_u32, any::<bool>(), prop::option::of(0..4_usize)),
            1..6,
        )
    ) {
        let mut world = World::new();
        let schools = [SCHOOL_1, SCHOOL_2, NURSERY];
        let text = "гимназия".to_owned();
        let remembered = Alias { text, means: Means::Organisation(SCHOOL_2) };
        let names = vec![(Seen::Absent, remembered)];
        world.act(Command::TakeIn(Intake { names, ..Intake::default() })).unwrap();
        let asked = Unknown::Organisation("СШ № 9".into());
        let mut meant = Meant::default();
        let batch = of_text(&world.state, TABLE);
        let mut shown = brings(&world.state, &batch);
        let first = world.state.clone();
        for (indicator, school, number, undone, answer) in steps {
            let indicator = [RATIO, COUNT][indicator];
            let there = cell(indicator, schools[school]);
            let entry = match indicator {
                RATIO => ratio(&number.to_string(), "24"),
                _ => entry(&number.to_string()),
            };
            let Ok(commit) = world.set(there, entry) else { continue };
            let mut commits = vec![commit];
            if undone {
                commits.extend(world.act(Command::Undo).ok());
            }
            for commit in &commits {
                let by = (Actor { user: ORLOVA }, now(&world.state));
                let about = (&batch, &meant);
                let moved = shown.again(&world.state, by, about, &Touched::by(commit));
                prop_assert!(moved.len() <= batch.claims.len() / 2, "{:?}", moved);
            }
            // The fourth answer is that nobody knows it.
            if let Some(answer) = answer {
                let means = schools.get(answer).map(|it| Means::Organisation(*it));
                meant.say(&world.state, &asked, means);
                let by = (Actor { user: ORLOVA }, now(&world.state));
                let moved = shown.again(&world.state, by, (&batch, &meant), &Touched::Name(asked.clone()));
                prop_assert!(moved.is_empty(), "nobody has changed anything: {:?}", moved);
            }
            let fresh = brings_with(&world.state, &batch, &meant);
            let plain: Vec<_> = shown.outcomes.iter().map(plainly).collect();
            prop_assert_eq!(&plain, &fresh.outcomes);
            prop_assert_eq!(&shown.unknown, &fresh.unknown);
            prop_assert_eq!(&shown.explained, &fresh.explained);
            prop_assert_eq!(
                shown.command(&batch, |_| true),
                fresh.command(&batch, |_| true)
            );
            // Asked about is exactly what would change and is not as it was when it was shown.
            for (at, outcome) in shown.outcomes.iter().enumerate() {
                if let Outcome::Meanwhile { cell, .. } = outcome {
                    prop_assert!(first.stamp(Key::Value(*cell)) != world.state.stamp(Key::Value(*cell)));
                    prop_assert!(shown.is_asked(at) && !shown.is_ready(at));
                }
                if let Outcome::Cell(cell, Verdict::Changes(_)) = outcome {
                    prop_assert_eq!(first.stamp(Key::Value(*cell)), world.state.stamp(Key::Value(*cell)));
                }
            }
        }
    }
}

/// «Гимназия» stands in most lines and is remembered; an answer about one other name judges what that one brings, and no more.
#[test]
fn an_answer_judges_only_what_it_is_about() {
    let mut world = World::new();
    let text = "гимназия".to_owned();
    let remembered = Alias {
        text,
        means: Means::Organisation(SCHOOL_1),
    };
    let names = vec![(Seen::Absent, remembered)];
    let said = Intake {
        names,
        ..Intake::default()
    };
    world.act(Command::TakeIn(said)).unwrap();
    let lines = "Гимназия;21/24;7\n".repeat(20);
    let table = format!("Школа;1.1;1.2\n{lines}СОШ2;20/25;5\nдетсад;1/2;3\n");
    let batch = of_text(&world.state, &table);
    let mut page = brings(&world.state, &batch);
    let by = (Actor { user: ORLOVA }, now(&world.state));
    let mut meant = Meant::default();
    let mut judged = |name: &str, means| {
        let name = Unknown::Organisation(name.into());
        meant.say(&world.state, &name, means);
        let (about, touched) = ((&batch, &meant), Touched::Name(name));
        let reach = page.reach(&world.state, about, &touched);
        let mut all = 0;
        let mut count = |_, total| {
            all = total;
            true
        };
        page.in_parts(&world.state, by, about, &touched, &mut count);
        assert!(all <= reach, "{all} {reach}");
        let fresh = brings_with(&world.state, &batch, &meant);
        assert_eq!(page.outcomes, fresh.outcomes);
        assert_eq!(page.unknown, fresh.unknown);
        all
    };
    let is = |id| Some(Means::Organisation(id));
    assert_eq!(judged("СОШ2", is(SCHOOL_2)), 2);
    // Its lines go on to those of another name: there they are held against each other.
    assert_eq!(judged("СОШ2", is(SCHOOL_1)), 42);
    assert_eq!(judged("детсад", is(NURSERY)), 2);
    assert_eq!(judged("детсад", None), 0);
    // What means what it has meant before judges nothing.
    assert_eq!(judged("Гимназия", is(SCHOOL_1)), 0);
}
