//! What a report of execution is about is not in the report: it is found under the head that reports and the indicator of what was to
//! be done, also in a store that a former version laid out.

use super::*;
use smotr::domain::activity::{
    Activity, ActivityKind, ActivityState, NextStep, Review, ReviewOn, Verdict,
};
use smotr::domain::followup::{
    Addressee, Assignment, AssignmentState, Decision, DecisionState, Due, Executor, Recommendation,
    RecommendationState, Report, ReportOn,
};

const HEAD: PersonId = PersonId(5);

fn head(organisation: u32, person: Option<PersonId>) -> Addressee {
    Addressee {
        organisation: OrganisationId(organisation),
        person,
    }
}

fn ground(organisation: u32) -> Cell {
    let Key::Value(cell) = cell(organisation) else {
        unreachable!("a cell")
    };
    cell
}

fn recommendation(organisation: u32) -> Record {
    Record::Recommendation(Recommendation {
        addressees: vec![head(organisation, Some(HEAD))],
        period: PeriodId(1),
        ground: Some(ground(organisation)),
        text: "Провести стажировку".to_owned(),
        expected: String::new(),
        due: Due::Standing,
        prolongations: Vec::new(),
        state: RecommendationState::Controlled,
        sent: None,
        closed_on: None,
    })
}

/// An act about the schools 1, 2 and 3, and its assignment to the heads of 1 and 2.
fn decision() -> Vec<Change> {
    let decision = Decision {
        title: "Об итогах".to_owned(),
        period: PeriodId(1),
        grounds: [1, 2, 3].map(ground).to_vec(),
        recommendations: Vec::new(),
        reason: String::new(),
        document: None,
        control: String::new(),
        state: DecisionState::InExecution,
    };
    let assignment = Assignment {
        decision: DecisionId(1),
        number: "1".to_owned(),
        text: "Доложить".to_owned(),
        executors: [1, 2].map(|it| Executor::Head(head(it, None))).to_vec(),
        due: Due::Standing,
        prolongations: Vec::new(),
        state: AssignmentState::Controlled,
    };
    vec![
        change(
            Key::Assignment(AssignmentId(1)),
            None,
            Record::Assignment(assignment),
        ),
        change(
            Key::Decision(DecisionId(1)),
            None,
            Record::Decision(decision),
        ),
    ]
}

fn report(id: u32, on: ReportOn, executor: Option<u8>) -> Change {
    let report = Report {
        on,
        executor,
        date: chrono::NaiveDate::from_ymd_opt(2026, 5, 23).unwrap(),
        number: String::new(),
        text: format!("Отчёт {id}"),
        document: None,
    };
    change(Key::Report(ReportId(id)), None, Record::Report(report))
}

/// Of each thing the commits with how many of their changes are shown, the latest first.
fn found(store: &mut Store, about: About) -> Vec<(u64, usize)> {
    let page = store.page(Filter::About(about), None, 100).unwrap();
    (page.iter())
        .map(|it| (it.commit.seq.0, it.commit.changes.len()))
        .collect()
}

fn check_found(store: &mut Store) {
    let school = |id| About::Organisation(OrganisationId(id));
    let indicator = About::Indicator(IndicatorId(62));
    // 3: on the recommendation; 4: of the second executor; 5: of no one by name; 6: the recommendation has gone to another.
    assert_eq!(
        found(store, school(7)),
        [(6, 1), (3, 1), (1, 1)],
        "the school advised at first"
    );
    assert_eq!(found(store, school(8)), [(7, 1), (6, 1)], "the one now");
    assert_eq!(found(store, school(1)), [(5, 1), (2, 2)]);
    assert_eq!(found(store, school(2)), [(5, 1), (4, 1), (2, 2)]);
    assert_eq!(found(store, school(3)), [(2, 1)], "only in the grounds");
    assert_eq!(
        found(store, About::Person(HEAD)),
        [(7, 1), (6, 1), (3, 1), (1, 1)]
    );
    let all: Vec<u64> = found(store, indicator).iter().map(|it| it.0).collect();
    assert_eq!(all, [7, 6, 5, 4, 3, 2, 1]);
}

#[test]
fn a_report_is_found_by_what_it_is_about() {
    let dir = folder();
    let (mut store, ..) = open(dir.path());
    let advice = Key::Recommendation(RecommendationId(1));
    let (on_advice, on_act) = (
        ReportOn::Recommendation(RecommendationId(1)),
        ReportOn::Assignment(AssignmentId(1)),
    );
    let commits = [
        vec![change(advice, None, recommendation(7))],
        decision(),
        vec![report(1, on_advice, None)],
        vec![report(2, on_act, Some(1))],
        vec![report(3, on_act, None)],
        vec![change(advice, Some(recommendation(7)), recommendation(8))],
    ];
    for (seq, changes) in (1..).zip(commits) {
        store.append_group(&[commit(seq, 1, changes)]).unwrap();
        store.settle().unwrap();
    }
    // A report taken back and one made in the same commit are about the same.
    let mut last = report(1, on_advice, None);
    std::mem::swap(&mut last.before, &mut last.after);
    store.append_group(&[commit(7, 1, vec![last])]).unwrap();
    store.settle().unwrap();
    check_found(&mut store);
    store.close().unwrap();
    // A former version counted no rules, and found no reports.
    {
        let db = open_sled(dir.path());
        let tree = db.open_tree("state").unwrap();
        assert!(tree.remove([0, b'l']).unwrap().is_some());
        db.flush().unwrap();
    }
    let (mut store, _, opened) = open(dir.path());
    assert_eq!(opened.rebuilt, Some(Distrust::Former));
    assert_eq!(opened.set_aside, Some(dir.path().join("sled.bad-1")));
    assert!(store.verify().unwrap().is_good());
    check_found(&mut store);
    store.close().unwrap();
    let (_, _, opened) = open(dir.path());
    assert_eq!(opened.rebuilt, None);
}

#[test]
fn a_measure_is_found_by_who_took_part_and_its_review_with_it() {
    let dir = folder();
    let (mut store, ..) = open(dir.path());
    let activity = Activity {
        kind: ActivityKind::Internship,
        title: "Стажировка".to_owned(),
        period: PeriodId(1),
        direction: None,
        from: None,
        to: None,
        state: ActivityState::Planned,
        participants: vec![head(7, Some(HEAD))],
        others: String::new(),
        outcome: String::new(),
        documents: Vec::new(),
        notes: Vec::new(),
        recommendations: Vec::new(),
        about: vec![ground(8)],
    };
    let review = Review {
        on: ReviewOn::Activity(ActivityId(1)),
        indicator: None,
        before: None,
        after: None,
        verdict: Verdict::TooEarly,
        next: NextStep::Continue,
        text: String::new(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 5, 23).unwrap(),
        document: None,
    };
    let commits = [
        (Key::Activity(ActivityId(1)), Record::Activity(activity)),
        (Key::Review(ReviewId(1)), Record::Review(review)),
    ];
    for (seq, (key, record)) in (1..).zip(commits) {
        let changes = vec![change(key, None, record)];
        store.append_group(&[commit(seq, 1, changes)]).unwrap();
        store.settle().unwrap();
    }
    for about in [
        About::Organisation(OrganisationId(7)),
        About::Organisation(OrganisationId(8)),
        About::Person(HEAD),
        About::Indicator(IndicatorId(62)),
    ] {
        assert_eq!(found(&mut store, about), [(2, 1), (1, 1)], "{about:?}");
    }
}
