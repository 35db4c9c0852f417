//! What an expert would say: each check appears with its record and goes when that is mended.

use smotr::analysis::cycle::{Check, Fillings, Own, Standing, checks, kind_asked, own, standing};
use smotr::domain::activity::*;
use smotr::domain::cycle::{AnalysisNote, Goal};
use smotr::domain::cycle_command::CycleCommand;
use smotr::domain::ids::*;
use smotr::domain::record::Key;

use super::activities::*;
use super::*;
use crate::support::world::*;

fn found_in(world: &World) -> Vec<Check> {
    checks(&world.state, ROUND, date("2026-05-23"))
}

#[test]
fn a_goal_says_why_and_by_what_it_is_seen() {
    let mut world = founded();
    let bare = Goal {
        grounds: String::new(),
        targets: Vec::new(),
        ..goal()
    };
    world.act(put_goal(bare)).unwrap();
    let id = GoalId(1);
    let found = found_in(&world);
    assert!(found.contains(&Check::GoalWithoutGrounds(id)));
    assert!(found.contains(&Check::GoalWithoutIndicator(id)));
    assert!(found.contains(&Check::IndicatorsWithoutGoal(EDITION, COMPETENCES)));
    assert!(!found.contains(&Check::IndicatorsWithoutGoal(EDITION, CONDITIONS)));
    let mended = CycleCommand::PutGoal {
        at: Some((id, rev(&world.state, Key::Goal(id)))),
        goal: goal(),
        document: None,
    };
    world.act(cycle(mended)).unwrap();
    assert!(!found_in(&world).contains(&Check::GoalWithoutGrounds(id)));
}

#[test]
fn an_analysis_comes_to_conclusions() {
    let mut world = founded();
    let table = AnalysisNote {
        conclusions: String::new(),
        ..note()
    };
    world.act(put_note(table)).unwrap();
    let bare = Check::AnalysisWithoutConclusions(NoteId(1));
    assert!(found_in(&world).contains(&bare));
    let mended = CycleCommand::PutNote {
        at: Some((NoteId(1), rev(&world.state, Key::AnalysisNote(NoteId(1))))),
        note: note(),
        document: None,
    };
    world.act(cycle(mended)).unwrap();
    assert!(!found_in(&world).contains(&bare));
}

#[test]
fn a_measure_follows_from_something_and_is_reviewed() {
    let mut world = founded();
    world.act(put_activity(activity())).unwrap();
    let (loose, on) = (
        Check::ActivityNotDerived(ActivityId(1)),
        ReviewOn::Activity(ActivityId(1)),
    );
    assert!(found_in(&world).contains(&loose));
    assert!(found_in(&world).contains(&Check::NotReviewed(on)));
    let derived = CycleCommand::PutActivity {
        at: Some((
            ActivityId(1),
            rev(&world.state, Key::Activity(ActivityId(1))),
        )),
        activity: Activity {
            about: vec![cell(RATIO, SCHOOL_1)],
            ..activity()
        },
        documents: Vec::new(),
    };
    world.act(cycle(derived)).unwrap();
    assert!(!found_in(&world).contains(&loose));
    let early = Review {
        verdict: Verdict::TooEarly,
        ..review(on)
    };
    world.act(put_review(early)).unwrap();
    assert!(found_in(&world).contains(&Check::NotReviewed(on)));
    world.act(put_review(review(on))).unwrap();
    assert!(!found_in(&world).contains(&Check::NotReviewed(on)));
}

#[test]
fn a_review_shows_what_was_changed() {
    let mut world = founded();
    world.act(put_activity(activity())).unwrap();
    let told = Review {
        before: None,
        ..review(ReviewOn::Activity(ActivityId(1)))
    };
    world.act(put_review(told)).unwrap();
    let empty = Check::ReviewWithoutEffect(ReviewId(1));
    assert!(found_in(&world).contains(&empty));
}

#[test]
fn documents_are_complete_and_published() {
    let mut world = founded();
    let draft = CitationDraft {
        requirement: GOALS,
        document: DocumentChoice::Known(LETTER),
        pages: String::new(),
        note: String::new(),
    };
    world.act(cycle(CycleCommand::Cite(vec![draft]))).unwrap();
    let found = found_in(&world);
    assert!(found.contains(&Check::Incomplete(CitationId(1), LETTER)));
    assert!(found.contains(&Check::NoLink(LETTER)));
}

#[test]
fn data_alone_prove_nothing() {
    let mut world = founded();
    let stands = |world: &World| {
        let today = date("2026-05-23");
        let own = own(&world.state, GOALS, &Fillings::default(), today);
        let stands = standing(&world.state, GOALS, !own.is_empty(), today);
        (own, stands)
    };
    assert_eq!(stands(&world), (Vec::new(), Standing::Missing));
    world.act(put_goal(goal())).unwrap();
    let goals = Own::Goals {
        goals: 1,
        with_grounds: 1,
        with_targets: 1,
    };
    assert_eq!(stands(&world), (vec![goals], Standing::Data));
    cite(&mut world, GOALS, "").unwrap();
    assert_eq!(stands(&world), (vec![goals], Standing::Proven));
}

#[test]
fn the_six_kinds_of_measures_are_known_by_the_words_of_the_form() {
    let asked = [
        "Проведение профессиональных конкурсов для руководителей образовательных организаций",
        "Наличие программы по формированию резерва управленческих кадров",
        "Наличие системы назначения руководителей образовательных организаций",
        "Организация стажировочной деятельности для руководителей",
        "Принятие мер по развитию сетевого взаимодействия для руководителей",
        "Принятие мер, направленных на реализацию программ развития образовательных организаций",
    ];
    assert_eq!(asked.map(kind_asked), ActivityKind::ALL.map(Some));
    assert_eq!(kind_asked("Иное"), None);
}

#[test]
fn a_section_that_knows_none_of_the_directions_is_told_nothing_of_their_records() {
    let mut world = founded();
    world.act(put_activity(activity())).unwrap();
    assert!(found_in(&world).contains(&Check::ActivityNotDerived(ActivityId(1))));
    let mut other = section(&Stage::PARTIAL);
    other.tracks[0].track = Track::Own(1);
    let edit = CycleCommand::EditSection {
        id: SectionId(1),
        seen: rev(&world.state, Key::Section(SectionId(1))),
        section: other,
    };
    world.act_as(GROMOV, cycle(edit)).unwrap();
    assert_eq!(found_in(&world), []);
}

#[test]
fn a_round_that_was_sent_has_nothing_to_be_mended() {
    let mut world = founded();
    world.act(put_activity(activity())).unwrap();
    let submit = CycleCommand::SubmitRound {
        id: ROUND,
        seen: rev(&world.state, Key::Round(ROUND)),
        on: date("2026-05-22"),
        number: "15/77".into(),
    };
    world.act_as(GROMOV, cycle(submit)).unwrap();
    assert_eq!(found_in(&world), []);
}
