//! One meaning everywhere: what belongs to a value, and what is overdue.

use super::*;
use smotr::analysis::attention::{self, Concern};
use smotr::domain::command::{AssignmentDraft, Command, DecisionDraft, RecommendationDraft};
use smotr::domain::command::{DocumentChoice, RecommendationStep};
use smotr::domain::evidence::Document;
use smotr::domain::ids::{DecisionId, RecommendationId};

fn head() -> Addressee {
    Addressee {
        organisation: SCHOOL_1,
        person: Some(DEMINA),
    }
}

fn recommend(world: &mut World, due: Due) -> RecommendationId {
    let draft = RecommendationDraft {
        addressees: vec![head()],
        period: OPEN,
        ground: Some(cell(RATIO, SCHOOL_1)),
        text: "Провести аттестацию".into(),
        expected: String::new(),
        due,
    };
    world.act(Command::Recommend(vec![draft])).unwrap();
    *world.state.recommendations.keys().next_back().unwrap()
}

fn decide(
    world: &mut World,
    grounds: Vec<Cell>,
    after: Vec<RecommendationId>,
    act: bool,
    due: Due,
) {
    let draft = DecisionDraft {
        title: "О мерах".into(),
        period: OPEN,
        grounds,
        recommendations: after,
        reason: "Доля ниже нормы".into(),
        document: act.then(|| {
            DocumentChoice::New(Document {
                date: Some(date("2026-01-12")),
                ..order()
            })
        }),
        control: String::new(),
        assignments: vec![AssignmentDraft {
            edits: None,
            number: "1".into(),
            text: "Провести стажировку".into(),
            executors: vec![Executor::Head(head())],
            due,
        }],
    };
    world.act(Command::Decide(draft)).unwrap();
}

#[test]
fn a_decision_after_a_recommendation_belongs_to_its_value_for_the_steps_too() {
    let mut world = world();
    let after = recommend(&mut world, Due::Standing);
    decide(&mut world, Vec::new(), vec![after], true, Due::Standing);
    let found = smotr::tui::followup::of_cell(&world.state, cell(RATIO, SCHOOL_1));
    assert!(found.contains(&Key::Decision(DecisionId(1))), "{found:?}");
    assert!(found.contains(&Key::Recommendation(after)));
    assert_eq!(found.len(), 3);
}

/// Whether the detail, the card, the chain and the list of what needs attention call it overdue.
fn overdue(world: World) -> [bool; 4] {
    let about = cell(RATIO, SCHOOL_1);
    let concerns = attention::concerns(&world.state, about, None, date("2026-05-23"));
    let attention = concerns.iter().any(|it| {
        matches!(
            it,
            Concern::RecommendationOverdue { .. } | Concern::AssignmentOverdue { .. }
        )
    });
    let mut stage = on(world, about);
    stage.resize(120, 60);
    let late = |stage: &Stage| stage.shows("просрочено на");
    let detail = late(&stage);
    stage.press("к");
    let card = late(&stage);
    stage.press("⎋⇥ц");
    stage.expect("Цепочка");
    [detail, card, late(&stage), attention]
}

#[test]
fn overdue_is_the_same_in_the_detail_the_card_the_chain_and_the_attention_list() {
    let passed = Due::On(date("2026-05-22"));
    let quarterly = Due::Quarterly(5);
    let sent_long_ago = |world: &mut World, id| {
        let seen = rev(&world.state, Key::Recommendation(id));
        let sent = Sent {
            number: "1".into(),
            date: date("2026-01-12"),
        };
        let step = RecommendationStep::Send(sent);
        let ids = vec![(id, seen)];
        world
            .act(Command::StepRecommendations { ids, step })
            .unwrap();
    };
    for (due, expected) in [
        (passed, true),
        (Due::On(date("2026-05-23")), false),
        // Nobody reported since the day before the last one.
        (quarterly, true),
        (Due::Standing, false),
    ] {
        let mut world = world();
        let id = recommend(&mut world, due);
        sent_long_ago(&mut world, id);
        assert_eq!(overdue(world), [expected; 4], "recommendation, {due:?}");
    }
    let grounds = vec![cell(RATIO, SCHOOL_1)];
    for (due, signed, expected) in [
        (passed, true, true),
        // What is not in force binds nobody.
        (passed, false, false),
        (quarterly, true, true),
        (Due::Standing, true, false),
    ] {
        let mut world = world();
        decide(&mut world, grounds.clone(), Vec::new(), signed, due);
        assert_eq!(
            overdue(world),
            [expected; 4],
            "assignment, {due:?}, {signed}"
        );
    }
}
