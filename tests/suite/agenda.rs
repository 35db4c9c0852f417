//! What requires attention: each kind of item comes, tells how urgent it is, and goes when it is mended; the order; whose it is.

use smotr::analysis::agenda::{self, Item, Kind, Scope, Urgency, When};
use smotr::analysis::attention::Filling;
use smotr::analysis::findings::PeriodFindings;
use smotr::analysis::roster::Roster;
use smotr::domain::activity::{
    Activity, ActivityKind, ActivityState, NextStep, Review, ReviewOn, Verdict,
};
use smotr::domain::career::{Attestation, AttestationOutcome, Contract};
use smotr::domain::collection::{Collection, CollectionDeed, CollectionEvent, ReceiptForm};
use smotr::domain::followup::*;
use smotr::domain::ids::*;
use smotr::domain::people::{Organisation, User};
use smotr::domain::period::{Period, PeriodState};
use smotr::domain::record::{Key, Record};
use smotr::domain::results::{Objection, ObjectionAnswer, ObjectionOutcome};
use smotr::domain::rule::Confirmation;
use smotr::domain::value::{Cell, ValueState};

use crate::support::followed::*;
use crate::support::measured::*;

const TODAY: &str = "2026-06-10";

fn all(it: &Measured, today: &str) -> Vec<Item> {
    agenda::items(&it.state, day(today), None)
}

/// The items of a kind on a day, each by its key and how it stands.
#[track_caller]
fn check(it: &Measured, today: &str, kind: Kind, expected: &[(Key, When)]) {
    let found = all(it, today).into_iter().filter(|it| it.kind == kind);
    let found: Vec<_> = found.map(|it| (it.key, it.when)).collect();
    assert_eq!(found, expected, "{kind:?} on {today}");
}

fn cell() -> Cell {
    at(3, 1, 1)
}

#[test]
fn a_low_value_is_an_item_until_something_is_recommended() {
    let mut it = world();
    it.enter(cell(), entry("0/5"));
    check(
        &it,
        TODAY,
        Kind::Low,
        &[(Key::Value(cell()), When::Undated)],
    );
    let low = all(&it, TODAY)[0];
    let whom = (low.organisation, low.person);
    assert_eq!(whom, (Some(OrganisationId(1)), Some(PersonId(101))));
    it.recommend(1, TODAY, recommendation(Some(cell()), 1, "", ""));
    check(&it, TODAY, Kind::Low, &[]);
}

#[test]
fn a_value_is_looked_at_only_in_a_period_that_takes_values_and_is_in_memory() {
    let mut it = world();
    it.enter(cell(), entry("0/5"));
    let key = Key::Value(cell());
    let mut unloaded = it.clone();
    unloaded.state.unload_shard(PeriodId(3));
    check(&unloaded, TODAY, Kind::Low, &[]);
    let span = it.state.periods[&PeriodId(3)].body.clone();
    for (state, n) in [
        (PeriodState::Planned, 0),
        (PeriodState::Open, 1),
        (PeriodState::Review, 1),
        (PeriodState::Closed, 0),
    ] {
        let span = Period {
            state,
            ..span.clone()
        };
        it.put(Key::Period(PeriodId(3)), Record::Period(span));
        check(&it, TODAY, Kind::Low, &[(key, When::Undated)][..n]);
    }
}

#[test]
fn a_recommendation_waits_for_a_decision_and_comes_near_its_day() {
    let mut it = world();
    // Not about a value: of these nothing else tells.
    it.recommend(
        1,
        "2026-05-01",
        recommendation(None, 1, "2026-05-01", "2026-06-20"),
    );
    let key = Key::Recommendation(RecommendationId(1));
    check(&it, "2026-05-31", Kind::Undecided, &[]);
    check(
        &it,
        "2026-06-01",
        Kind::Undecided,
        &[(key, When::Since(31))],
    );
    check(&it, "2026-06-05", Kind::Recommendation, &[]);
    check(
        &it,
        "2026-06-06",
        Kind::Recommendation,
        &[(key, When::In(14))],
    );
    check(
        &it,
        "2026-06-20",
        Kind::Recommendation,
        &[(key, When::In(0))],
    );
    check(
        &it,
        "2026-06-22",
        Kind::Recommendation,
        &[(key, When::Over(2))],
    );
    it.decide(1, "2026-06-22", &[1], &[]);
    check(&it, "2026-06-22", Kind::Undecided, &[]);
    let done = Recommendation {
        state: RecommendationState::Done,
        ..recommendation(None, 1, "2026-05-01", "2026-06-20")
    };
    it.recommend(1, "2026-06-22", done);
    check(&it, "2026-06-22", Kind::Recommendation, &[]);
}

#[test]
fn an_assignment_is_an_item_from_fourteen_days_before_its_day_until_it_is_done() {
    let mut it = world();
    it.decide(1, "2026-05-01", &[], &[cell()]);
    it.assign(1, 1, 1, Due::On(day("2026-06-20")));
    let key = Key::Assignment(AssignmentId(1));
    check(&it, "2026-06-05", Kind::Assignment, &[]);
    check(&it, "2026-06-06", Kind::Assignment, &[(key, When::In(14))]);
    check(&it, "2026-06-21", Kind::Assignment, &[(key, When::Over(1))]);
    let mut done = it.state.assignments[&AssignmentId(1)].body.clone();
    done.state = AssignmentState::DoneLate {
        on: day("2026-06-21"),
    };
    it.put(key, Record::Assignment(done));
    check(&it, "2026-06-21", Kind::Assignment, &[]);
}

#[test]
fn what_comes_back_every_month_is_an_item_until_it_is_reported_for_the_next_day() {
    let mut it = world();
    it.decide(1, "2026-01-10", &[], &[cell()]);
    it.assign(1, 1, 1, Due::Monthly(5));
    let key = Key::Assignment(AssignmentId(1));
    let on = ReportOn::Assignment(AssignmentId(1));
    it.report(1, on, "2026-06-04");
    check(&it, "2026-06-05", Kind::Assignment, &[]);
    check(&it, "2026-06-21", Kind::Assignment, &[(key, When::In(14))]);
    it.report(2, on, "2026-06-21");
    check(&it, "2026-06-21", Kind::Assignment, &[]);
    check(&it, "2026-07-05", Kind::Assignment, &[]);
    check(&it, "2026-08-06", Kind::Assignment, &[(key, When::Over(1))]);
}

#[test]
fn an_objection_is_an_item_until_it_is_answered() {
    let mut it = world();
    let key = Key::Objection(ObjectionId(1));
    let mut objection = Objection {
        period: PeriodId(1),
        organisation: OrganisationId(2),
        person: Some(PersonId(102)),
        cell: None,
        received: day("2026-06-01"),
        number: "7".into(),
        substance: "Не учтено".into(),
        due: day("2026-06-15"),
        answer: None,
    };
    it.put(key, Record::Objection(objection.clone()));
    check(&it, "2026-06-01", Kind::Objection, &[(key, When::In(14))]);
    check(&it, "2026-06-16", Kind::Objection, &[(key, When::Over(1))]);
    objection.answer = Some(ObjectionAnswer {
        on: day("2026-06-16"),
        number: String::new(),
        text: "Учтено".into(),
        outcome: ObjectionOutcome::Granted,
    });
    it.put(key, Record::Objection(objection));
    check(&it, "2026-06-16", Kind::Objection, &[]);
}

fn held(on: &str) -> Activity {
    Activity {
        kind: ActivityKind::Internship,
        title: "Стажировка".into(),
        period: PeriodId(3),
        direction: None,
        from: Some(day(on)),
        to: None,
        state: ActivityState::Held,
        participants: vec![Addressee {
            organisation: OrganisationId(1),
            person: None,
        }],
        others: String::new(),
        outcome: String::new(),
        documents: Vec::new(),
        notes: Vec::new(),
        recommendations: Vec::new(),
        about: Vec::new(),
    }
}

#[test]
fn a_measure_is_an_item_a_month_after_it_was_held_until_its_effect_is_judged() {
    let mut it = world();
    let key = Key::Activity(ActivityId(1));
    it.put(key, Record::Activity(held("2026-05-10")));
    check(&it, "2026-06-09", Kind::Unreviewed, &[]);
    check(&it, TODAY, Kind::Unreviewed, &[(key, When::Since(31))]);
    let mut review = Review {
        on: ReviewOn::Activity(ActivityId(1)),
        indicator: None,
        before: None,
        after: None,
        verdict: Verdict::TooEarly,
        next: NextStep::Continue,
        text: String::new(),
        date: day(TODAY),
        document: None,
    };
    let judged = Key::Review(ReviewId(1));
    it.put(judged, Record::Review(review.clone()));
    check(&it, TODAY, Kind::Unreviewed, &[(key, When::Since(31))]);
    review.verdict = Verdict::Partly;
    it.change(judged, Some(Record::Review(review)));
    check(&it, TODAY, Kind::Unreviewed, &[]);
}

fn attest(it: &mut Measured, id: u32, held: &str, until: &str) -> Key {
    let key = Key::Attestation(AttestationId(id));
    it.put(
        key,
        Record::Attestation(Attestation {
            person: PersonId(101),
            candidate: false,
            held: day(held),
            outcome: AttestationOutcome::Fit,
            until: (!until.is_empty()).then(|| day(until)),
            act: None,
        }),
    )
}

#[test]
fn an_attestation_runs_out_in_three_steps_and_a_new_one_ends_it() {
    let mut it = world();
    let key = attest(&mut it, 1, "2021-09-01", "2026-09-01");
    for (today, expected) in [
        ("2026-06-02", None),
        ("2026-06-03", Some((When::In(90), Urgency::Far))),
        ("2026-08-02", Some((When::In(30), Urgency::Near))),
        ("2026-08-18", Some((When::In(14), Urgency::Soon))),
        ("2026-09-02", Some((When::Over(1), Urgency::Overdue))),
    ] {
        let expected: Vec<_> = expected.into_iter().collect();
        let items: Vec<_> = expected.iter().map(|it| (key, it.0)).collect();
        check(&it, today, Kind::Attestation, &items);
        assert!(expected.iter().all(|it| it.0.urgency() == it.1), "{today}");
    }
    attest(&mut it, 2, "2026-09-01", "2031-09-01");
    check(&it, "2026-08-31", Kind::Attestation, &[(key, When::In(1))]);
    check(&it, "2026-09-02", Kind::Attestation, &[]);
    attest(&mut it, 3, "2026-09-01", "");
    check(&it, "2031-09-02", Kind::Attestation, &[]);
}

#[test]
fn a_contract_runs_out_only_for_who_is_in_office_where_somebody_works() {
    let mut it = world();
    let contract = |until: &str| Contract {
        person: PersonId(101),
        organisation: OrganisationId(1),
        number: String::new(),
        from: day("2021-07-01"),
        until: Some(day(until)),
    };
    let key = Key::Contract(ContractId(1));
    it.put(key, Record::Contract(contract("2026-06-30")));
    check(&it, TODAY, Kind::Contract, &[(key, When::In(20))]);
    // What the appointment says counts as well, and whatever lasts longer.
    let mut appointment = it.state.appointments[&AppointmentId(1)].body.clone();
    appointment.contract_until = Some(day("2026-07-10"));
    let appointed = it.put(
        Key::Appointment(AppointmentId(1)),
        Record::Appointment(appointment.clone()),
    );
    check(&it, TODAY, Kind::Contract, &[(appointed, When::In(30))]);
    let mut next = it.clone();
    next.put(
        Key::Contract(ContractId(2)),
        Record::Contract(contract("2031-06-30")),
    );
    check(&next, TODAY, Kind::Contract, &[]);
    let school = it.state.organisations[&OrganisationId(1)].body.clone();
    let mut closed = it.clone();
    let school = Organisation {
        closed: Some(day(TODAY)),
        ..school
    };
    closed.put(
        Key::Organisation(OrganisationId(1)),
        Record::Organisation(school),
    );
    check(&closed, TODAY, Kind::Contract, &[]);
    appointment.to = Some(day("2026-06-09"));
    it.put(appointed, Record::Appointment(appointment));
    check(&it, TODAY, Kind::Contract, &[]);
}

#[test]
fn the_term_of_a_period_is_an_item_when_it_is_near_and_something_lacks_or_when_it_has_passed() {
    let mut it = world();
    let mut span = it.state.periods[&PeriodId(3)].body.clone();
    span.deadline = Some(day("2026-06-25"));
    let key = it.put(Key::Period(PeriodId(3)), Record::Period(span));
    it.enter(cell(), entry("5/5"));
    check(&it, "2026-06-10", Kind::Deadline, &[]);
    check(&it, "2026-06-11", Kind::Deadline, &[(key, When::In(14))]);
    let filling = Filling { entered: 1, due: 2 };
    assert_eq!(all(&it, "2026-06-11")[0].filling, Some(filling));
    it.enter(at(3, 1, 2), entry("5/5"));
    check(&it, "2026-06-11", Kind::Deadline, &[]);
    check(&it, "2026-06-26", Kind::Deadline, &[(key, When::Over(1))]);
}

#[test]
fn who_was_asked_and_has_not_sent_is_an_item_until_something_comes() {
    let mut it = world();
    let mut span = it.state.periods[&PeriodId(3)].body.clone();
    span.deadline = Some(day("2026-06-05"));
    it.put(Key::Period(PeriodId(3)), Record::Period(span));
    let key = Key::Collection(PeriodId(3), OrganisationId(1));
    let event = |on: &str, deed| CollectionEvent { on: day(on), deed };
    let asked = event(
        "2026-05-01",
        CollectionDeed::Requested {
            number: "15".into(),
        },
    );
    let came = event(
        "2026-06-09",
        CollectionDeed::Received {
            number: "123".into(),
            form: ReceiptForm::Letter,
        },
    );
    check(&it, TODAY, Kind::NotSent, &[]);
    let mut put = |events: Vec<CollectionEvent>| {
        it.put(key, Record::Collection(Collection { events }));
        it.clone()
    };
    let waits = put(vec![asked.clone()]);
    check(&waits, TODAY, Kind::NotSent, &[(key, When::Over(5))]);
    check(&put(vec![asked, came]), TODAY, Kind::NotSent, &[]);
}

#[test]
fn a_returned_value_and_a_marked_one_are_items_until_they_are_mended() {
    let mut it = world();
    it.enter(cell(), entry("5/5"));
    it.alter(cell(), |it| it.follow_up = true);
    check(
        &it,
        TODAY,
        Kind::FollowUp,
        &[(Key::Value(cell()), When::Undated)],
    );
    it.alter(cell(), |it| {
        it.follow_up = false;
        it.state = ValueState::Returned {
            reason: "нет подписи".into(),
        };
    });
    check(&it, TODAY, Kind::FollowUp, &[]);
    let value = it.state.value(cell()).unwrap().body.clone();
    it.put_on("2026-06-07", Key::Value(cell()), Record::Value(value));
    check(
        &it,
        TODAY,
        Kind::Returned,
        &[(Key::Value(cell()), When::Since(3))],
    );
    it.enter(cell(), entry("4/5"));
    check(&it, TODAY, Kind::Returned, &[]);
}

#[test]
fn a_finding_is_an_item_until_it_is_confirmed() {
    let mut it = world();
    let mut proven = category();
    proven.evidence_required = true;
    it.indicator(1, proven);
    it.enter(cell(), entry("5/5"));
    let found = PeriodFindings::of(&it.state, &Roster::of(&it.state, PeriodId(3)));
    let [finding] = found.get(cell()) else {
        panic!("{found:?}")
    };
    let key = Key::Confirmation(cell(), finding.rule);
    check(&it, TODAY, Kind::Finding, &[(key, When::Undated)]);
    let said = Confirmation {
        note: "иначе не узнать".into(),
        mark: finding.mark,
    };
    it.put(key, Record::Confirmation(said));
    check(&it, TODAY, Kind::Finding, &[]);
}

#[test]
fn the_most_urgent_comes_first_and_of_one_urgency_by_kind_and_name() {
    let mut it = world();
    it.organisation(3, "Лицей № 3");
    it.head(3, 3, 103, "2020-01-01", "");
    for organisation in 1..=3 {
        it.enter(at(3, 1, organisation), entry("0/5"));
    }
    it.alter(at(3, 1, 2), |it| it.follow_up = true);
    it.recommend(
        1,
        "2026-01-01",
        recommendation(None, 2, "2026-01-01", "2026-06-12"),
    );
    it.recommend(
        2,
        "2026-01-01",
        recommendation(None, 1, "2026-01-01", "2026-06-01"),
    );
    it.decide(1, "2026-01-01", &[], &[]);
    it.assign(1, 1, 1, Due::On(day("2026-06-05")));
    let found: Vec<_> = all(&it, TODAY)
        .iter()
        .map(|it| (it.kind, it.organisation.unwrap().0))
        .collect();
    assert_eq!(
        found,
        [
            (Kind::Recommendation, 1),
            (Kind::Assignment, 1),
            (Kind::Recommendation, 2),
            (Kind::Undecided, 1),
            (Kind::Undecided, 2),
            (Kind::Low, 3),
            (Kind::Low, 1),
            (Kind::Low, 2),
            (Kind::FollowUp, 2),
        ]
    );
}

/// A user who answers for these; nobody named is all.
fn scoped(it: &mut Measured, directions: &[u32], organisations: &[u32]) -> Scope {
    let user = User {
        account: "orlova".into(),
        person: None,
        roles: Vec::new(),
        directions: directions.iter().map(|it| DirectionId(*it)).collect(),
        organisations: organisations.iter().map(|it| OrganisationId(*it)).collect(),
        retired: false,
        names: true,
    };
    it.put(Key::User(UserId(7)), Record::User(user));
    Scope::of(&it.state, UserId(7))
}

#[test]
fn mine_is_what_i_answer_for_what_i_entered_and_what_i_am_to_do() {
    let mut it = world();
    it.indicator(2, {
        let mut second = category();
        second.direction = DirectionId(2);
        second
    });
    for indicator in 1..=2 {
        for organisation in 1..=2 {
            it.enter(at(3, indicator, organisation), entry("0/5"));
        }
    }
    it.decide(1, "2026-01-01", &[], &[]);
    it.assign(1, 1, 0, Due::On(day("2026-06-05")));
    let mine = |it: &Measured, scope: &Scope| {
        let found = agenda::items(&it.state, day(TODAY), Some(scope));
        let of = |it: &Item| (it.kind, it.key);
        found.iter().map(of).collect::<Vec<_>>()
    };
    let low = |indicator, organisation| (Kind::Low, Key::Value(at(3, indicator, organisation)));
    let to_do = (Kind::Assignment, Key::Assignment(AssignmentId(1)));
    let everything = scoped(&mut it, &[], &[]);
    assert!(everything.is_all());
    assert_eq!(mine(&it, &everything).len(), 5);
    let direction = scoped(&mut it, &[2], &[]);
    assert_eq!(mine(&it, &direction), [to_do, low(2, 1), low(2, 2)]);
    let both = scoped(&mut it, &[2], &[1]);
    assert_eq!(mine(&it, &both), [low(2, 1)]);
    it.alter(at(3, 1, 2), |it| it.entered_by = UserId(7));
    assert_eq!(mine(&it, &both), [low(2, 1), low(1, 2)]);
    let mut own = it.state.assignments[&AssignmentId(1)].body.clone();
    own.executors = vec![Executor::User(UserId(7))];
    it.put(to_do.1, Record::Assignment(own));
    assert_eq!(mine(&it, &both), [to_do, low(2, 1), low(1, 2)]);
}
