//! Recommendations: what they say, to whom, and their way.

use smotr::domain::command::*;
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::people::Role;
use smotr::domain::record::{Key, Kind};
use smotr::domain::refusal::{Field, Refusal};
use smotr::domain::value::Cell;

use super::forms::*;
use crate::support::world::*;

#[test]
fn recommendations_for_many_rows_are_one_commit() {
    let mut world = World::new();
    let other = RecommendationDraft {
        addressees: vec![
            to(SCHOOL_2, ZIMIN),
            Addressee {
                organisation: NURSERY,
                person: None,
            },
            to(SCHOOL_2, ZIMIN),
        ],
        ground: None,
        ..advice()
    };
    let commit = world
        .act(Command::Recommend(vec![advice(), other]))
        .unwrap();
    assert_eq!(kinds(&commit), [Kind::Recommendation; 2]);
    let second = &world.state.recommendations[&RecommendationId(2)];
    assert_eq!(
        second.addressees.len(),
        2,
        "an addressee named twice is one"
    );
    assert_eq!(second.state, RecommendationState::Draft);
    assert_eq!(
        world.act(Command::Recommend(Vec::new())),
        Err(Refusal::NoChange)
    );
}

#[test]
fn a_recommendation_says_what_it_must() {
    let nowhere = OrganisationId(77);
    let cases: Vec<Spoilt<RecommendationDraft>> = vec![
        (|it| it.addressees.clear(), empty(Field::Addressees)),
        (|it| it.text = " \n".into(), empty(Field::Text)),
        (
            |it| it.text = "я".repeat(8_001),
            Refusal::TooLong {
                field: Field::Text,
                max: 8_000,
                given: 8_001,
            },
        ),
        (
            |it| it.expected = "\u{202e}".into(),
            Refusal::Unprintable {
                field: Field::Expected,
            },
        ),
        (
            |it| it.addressees[0].organisation = OrganisationId(77),
            Refusal::Missing {
                key: Key::Organisation(nowhere),
            },
        ),
        (
            |it| it.addressees[0].person = Some(PersonId(77)),
            Refusal::Missing {
                key: Key::Person(PersonId(77)),
            },
        ),
        (
            |it| it.period = PeriodId(77),
            Refusal::Missing {
                key: Key::Period(PeriodId(77)),
            },
        ),
        (
            |it| it.ground = Some(cell(IndicatorId(77), SCHOOL_1)),
            Refusal::Missing {
                key: Key::Indicator(EDITION, IndicatorId(77)),
            },
        ),
        (
            |it| it.due = Due::On(date("2025-08-31")),
            before(Field::Due, "2025-08-31", "2025-09-01"),
        ),
        (
            |it| it.due = Due::Quarterly(29),
            Refusal::OutOfRange {
                number: 29.into(),
                min: Some(1.into()),
                max: Some(28.into()),
            },
        ),
    ];
    for (spoil, refusal) in cases {
        let mut draft = advice();
        spoil(&mut draft);
        let mut world = World::new();
        assert_eq!(world.act(Command::Recommend(vec![draft])), Err(refusal));
    }
}

#[test]
fn who_may_recommend_to_whom() {
    let denied = Some(denied(Role::Methodist));
    let other_school = RecommendationDraft {
        addressees: vec![to(SCHOOL_1, DEMINA), to(SCHOOL_2, ZIMIN)],
        ..advice()
    };
    let other_direction = RecommendationDraft {
        ground: Some(cell_of(SCORE, DEMINA)),
        ..advice()
    };
    for (user, draft, refusal) in [
        (BELOVA, other_school.clone(), None),
        (GROMOV, advice(), None),
        (VETROV, advice(), None),
        (VETROV, other_school, denied.clone()),
        (VETROV, other_direction, denied.clone()),
        (SEROVA, advice(), denied.clone()),
        (DOLIN, advice(), denied),
    ] {
        let mut world = World::new();
        let did = world.act_as(user, Command::Recommend(vec![draft]));
        assert_eq!(bare(did).err(), refusal, "{user:?}");
    }
}

#[test]
fn only_a_draft_of_a_recommendation_is_edited() {
    let mut world = World::new();
    world.act(Command::Recommend(vec![advice()])).unwrap();
    let edit = |world: &World, text: &str| Command::EditRecommendation {
        id: R,
        seen: rev(&world.state, Key::Recommendation(R)),
        draft: RecommendationDraft {
            text: text.into(),
            ..advice()
        },
    };
    let first = edit(&world, "Направить педагогов на аттестацию");
    world.act(first.clone()).unwrap();
    let stale = world.act(first).unwrap_err();
    assert!(matches!(stale, Refusal::Conflict { .. }));
    let same = edit(&world, "Направить педагогов на аттестацию");
    assert_eq!(world.act(same), Err(Refusal::NoChange));
    advise(&mut world, send()).unwrap();
    let late = edit(&world, "Поздно");
    let key = Key::Recommendation(R);
    assert_eq!(world.act(late), Err(Refusal::WrongState { key }));
}

/// Every state × every step of a recommendation: where it leads, or nowhere.
#[test]
fn the_way_of_a_recommendation() {
    use RecommendationState as S;
    let on = date("2026-05-20");
    let reason = String::from("школа закрыта");
    let close = |outcome| RecommendationStep::Close { outcome, on };
    let release = RecommendationStep::Release {
        reason: reason.clone(),
        on,
    };
    let prolong = RecommendationStep::Prolong {
        to: date("2027-01-15"),
        ground: "письмо".into(),
    };
    let released = S::Released { reason };
    let steps = [
        send(),
        RecommendationStep::Control,
        close(S::Done),
        close(S::PartlyDone),
        close(S::NotDone),
        close(S::Sent),
        release.clone(),
        prolong,
        RecommendationStep::Reopen,
    ];
    let closed = [
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        Some(S::Controlled),
    ];
    let out = |prolonged: S, controlled| {
        [
            None,
            controlled,
            Some(S::Done),
            Some(S::PartlyDone),
            Some(S::NotDone),
            None,
            Some(released.clone()),
            Some(prolonged),
            None,
        ]
    };
    let draft = [
        Some(S::Sent),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ];
    let table: Vec<(Vec<RecommendationStep>, [Option<S>; 9])> = vec![
        (vec![], draft),
        (vec![send()], out(S::Sent, Some(S::Controlled))),
        (
            vec![send(), RecommendationStep::Control],
            out(S::Controlled, None),
        ),
        (vec![send(), close(S::Done)], closed.clone()),
        (vec![send(), close(S::PartlyDone)], closed.clone()),
        (vec![send(), close(S::NotDone)], closed.clone()),
        (vec![send(), release], closed),
    ];
    for (way, wanted) in table {
        let mut start = World::new();
        start.act(Command::Recommend(vec![advice()])).unwrap();
        for step in way {
            advise(&mut start, step).unwrap();
        }
        for (step, want) in steps.iter().zip(wanted) {
            let mut world = start.clone();
            let from = world.state.recommendations[&R].state.clone();
            let did = advise(&mut world, step.clone());
            let key = Key::Recommendation(R);
            match want {
                Some(state) => {
                    did.unwrap();
                    let it = &world.state.recommendations[&R];
                    assert_eq!(it.state, state, "{from:?} {step:?}");
                    assert_eq!(it.closed_on.is_some(), !state.is_open());
                }
                None => assert_eq!(did, Err(Refusal::WrongState { key }), "{from:?} {step:?}"),
            }
        }
    }
}

#[test]
fn the_days_of_a_recommendation_follow_each_other() {
    let sent = |day: &str| {
        RecommendationStep::Send(Sent {
            number: "1".into(),
            date: date(day),
        })
    };
    let mut world = World::new();
    let short = RecommendationDraft {
        due: Due::On(date("2026-05-01")),
        ..advice()
    };
    world.act(Command::Recommend(vec![short])).unwrap();
    let nameless = RecommendationStep::Send(Sent {
        number: " ".into(),
        date: date("2026-05-01"),
    });
    assert_eq!(advise(&mut world, nameless), Err(empty(Field::Number)));
    assert_eq!(
        advise(&mut world, sent("2026-05-02")),
        Err(before(Field::Due, "2026-05-01", "2026-05-02"))
    );
    assert_eq!(advise(&mut world, sent("2026-05-24")), Err(tomorrow()));

    let mut world = recommended();
    let done = |day: &str| RecommendationStep::Close {
        outcome: RecommendationState::Done,
        on: date(day),
    };
    assert_eq!(
        advise(&mut world, done("2026-05-09")),
        Err(before(Field::Date, "2026-05-09", "2026-05-10"))
    );
    assert_eq!(advise(&mut world, done("2026-05-24")), Err(tomorrow()));
    let prolong = |day: &str, ground: &str| RecommendationStep::Prolong {
        to: date(day),
        ground: ground.into(),
    };
    assert_eq!(
        advise(&mut world, prolong("2026-12-15", "письмо")),
        Err(before(Field::Due, "2026-12-15", "2026-12-16"))
    );
    assert_eq!(
        advise(&mut world, prolong("2027-02-01", "")),
        Err(empty(Field::Ground))
    );
    advise(&mut world, prolong("2027-02-01", "письмо школы")).unwrap();
    advise(&mut world, prolong("2027-03-01", "карантин")).unwrap();
    let it = &world.state.recommendations[&R];
    assert_eq!(
        it.due,
        Due::On(date("2026-12-15")),
        "the first date is kept"
    );
    assert_eq!(
        due_now(it.due, &it.prolongations),
        Due::On(date("2027-03-01"))
    );
}

#[test]
fn follow_up_goes_on_after_a_period_is_closed() {
    let mut world = World::new();
    let late = RecommendationDraft {
        period: CLOSED,
        ground: Some(Cell {
            period: CLOSED,
            ..cell(RATIO, SCHOOL_1)
        }),
        ..advice()
    };
    world.act(Command::Recommend(vec![late])).unwrap();
}
